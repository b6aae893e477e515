// The one-file page, opened from disk without a network in Chromium and in stock Firefox.
//
//     casekit one-file --out DIR
//     cd src/casekit/board/browser && npm ci && cd -
//     node benchmarks/one_file.mjs DIR                      both languages, both browsers, 20 loads
//     node benchmarks/one_file.mjs DIR --lang en --browser firefox --loads 2
//
// Every load is a new browser with an empty profile. The first of them goes the whole path: it runs
// each notebook, moves the board and is weighed; the others read, press "Run" and are closed.
// CHROMIUM and FIREFOX name browsers that lie elsewhere. Memory is read where there is /proc (Linux).
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { deflateRawSync } from "node:zlib";

const BROWSERS = {
  chromium: { browser: "chrome", executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" },
  firefox: { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
};
const LANGUAGES = ["ru", "en"];
const PATIENCE_MS = 180_000;
const MOVES = 50;
/** Moves in one direction before the slider turns back. */
const STRETCH = 5;
/** Where nobody listens: whatever asks for the network fails at once. */
const NOWHERE = { host: "127.0.0.1", port: 9 };
const MEANINGS = `
size, zipped     the file as it is mailed, in MB of 1,000,000 bytes; zipped as people zip (deflate, 6)
start            seconds from the command to a browser with an empty tab; in no other figure
read             seconds from the opening of the file to its text on the screen
first result     seconds from the same moment to the first cell's result; its "Run" was clicked as
                 soon as the text could be read, so this is the wait for Python
run all          seconds from the click on "Run all" to the last result on the screen, cards and board
                 drawn; notebooks as handed out, one after another in one Python
move             milliseconds from a key pressed on a slider to the new figures of the top line on the
                 screen; ${MOVES} keys, each after the one before was answered
memory           all processes of the browser after the path, in MB: PSS counts what processes share
                 once, RSS each time; before: the same with the page not yet opened
loads            how many gave the first result, of how many; nothing asked for the network
`;

const puppeteer = await driver();
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: "string" },
    browser: { type: "string" },
    loads: { type: "string", default: "20" },
  },
});
const loads = Number(asked.loads);
const wrong =
  positionals.length !== 1 ||
  !(Number.isInteger(loads) && loads > 0) ||
  (asked.lang && !LANGUAGES.includes(asked.lang)) ||
  (asked.browser && !(asked.browser in BROWSERS));
if (wrong) {
  console.error(
    "usage: node benchmarks/one_file.mjs DIR [--lang ru|en] [--browser chromium|firefox] [--loads N]",
  );
  process.exit(2);
}
console.log(MEANINGS.trim());
for (const lang of asked.lang ? [asked.lang] : LANGUAGES) {
  const file = resolve(positionals[0], `casekit_${lang}.html`);
  await tellSize(file);
  for (const name of asked.browser ? [asked.browser] : Object.keys(BROWSERS)) {
    await measure(name, file);
  }
}

/** The driver of browsers, from the packages of the page's own build. */
async function driver() {
  const built = new URL("../src/casekit/board/browser/package.json", import.meta.url);
  try {
    const found = createRequire(built).resolve("puppeteer-core");
    return (await import(pathToFileURL(found).href)).default;
  } catch (fault) {
    if (fault.code !== "MODULE_NOT_FOUND") throw fault;
    console.error("puppeteer-core is not here. Run `npm ci` in src/casekit/board/browser.");
    process.exit(1);
  }
}

async function tellSize(file) {
  const content = await readFile(file);
  const zipped = deflateRawSync(content, { level: 6 }).length;
  console.log(`\n${file.split("/").at(-1)}`);
  tell("size, zipped", `${megabytes(content.length)} MB, ${megabytes(zipped)} MB`);
}

/** All loads of a file in a browser. */
async function measure(name, file) {
  const done = [];
  const failed = [];
  for (let load = 0; load < loads; load += 1) {
    try {
      done.push(await oneLoad(name, file, load === 0));
    } catch (fault) {
      failed.push(fault.message.split("\n")[0]);
      console.log(`  load ${load + 1} failed: ${failed.at(-1)}`);
    }
  }
  tell("loads", `${done.length} of ${loads}`);
  if (failed.length) process.exitCode = 1;
  for (const key of ["start", "read", "first result"]) {
    if (done.length) tell(key, spread(done.map((each) => each[key])));
  }
}

async function oneLoad(name, file, whole) {
  const from = performance.now();
  const browser = await puppeteer.launch({ ...BROWSERS[name], ...withoutNetwork(name) });
  try {
    const page = await browser.newPage();
    const start = (performance.now() - from) / 1000;
    page.setDefaultTimeout(PATIENCE_MS);
    const outside = [];
    page.on("request", (request) => {
      if (!/^(file|blob|data):/.test(request.url())) outside.push(request.url());
    });
    const before = whole ? await memory(browser.process().pid) : null;
    if (whole) console.log(`  ${await browser.version()}, ${machine()}`);
    await page.evaluateOnNewDocument(watch);
    const opened = page.goto(pathToFileURL(file).href, { timeout: PATIENCE_MS });
    await askFirst(page);
    await page.waitForFunction(() => window.measured.first !== undefined).catch(async () => {
      const told = await page.$eval(".ckp-status", (status) => status.innerText);
      throw new Error(`no first result; the page says: ${told}`);
    });
    await opened;
    const { read, first } = await page.evaluate(() => window.measured);
    if (whole) await wholePath(page, browser, before);
    if (outside.length) throw new Error(`asked for ${outside[0]}`);
    return { start, read: read / 1000, "first result": first / 1000 };
  } finally {
    await browser.close();
  }
}

/** Clicks "Run" of the first cell; again where the page moved below the pointer. */
async function askFirst(page) {
  for (let clicks = 1; ; clicks += 1) {
    await page.locator(".ckp-cell .ckp-run").click();
    const taken = await page.$eval(".ckp-cell", (cell) => !cell.querySelector(".ckp-run:enabled"));
    if (taken) return;
    console.log(`  click ${clicks} was not taken`);
    if (clicks === 3) throw new Error("the page takes no click");
  }
}

function withoutNetwork(name) {
  const shared = { headless: true, defaultViewport: { width: 1280, height: 720 } };
  const { host, port } = NOWHERE;
  if (name === "chromium") {
    const args = ["--no-sandbox", "--disable-background-networking"];
    // Blob and file addresses pass no proxy.
    return { ...shared, args: [...args, `--proxy-server=${host}:${port}`] };
  }
  const proxy = { "network.proxy.type": 1, "network.proxy.failover_direct": false };
  for (const kind of ["http", "ssl"]) {
    proxy[`network.proxy.${kind}`] = host;
    proxy[`network.proxy.${kind}_port`] = port;
  }
  return { ...shared, extraPrefsFirefox: proxy };
}

/** In the page, before its own program: notes when text stands on the screen, and a result. */
function watch() {
  window.measured = {};
  const note = (name, there) => {
    const look = () => {
      if (!there()) return requestAnimationFrame(look);
      // What is found in a frame is painted at its end.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.measured[name] = performance.now();
      };
      return port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  note("read", () => document.querySelector("main h1")?.innerText);
  note("first", () => document.querySelector("main .ckp-cell")?.matches(".ckp-done, .ckp-failed"));
}

async function wholePath(page, browser, before) {
  const names = await page.$$eval(".ckp-contents a", (links) =>
    links.map((link) => link.getAttribute("href").slice(1)).filter((name) => /^\d\d_/.test(name)),
  );
  for (const name of names) {
    await page.click(`.ckp-contents a[href="#${name}"]`);
    await page.waitForSelector(`[id^="${name.slice(0, 2)}-c"]`);
    const { seconds, cells, failed } = await page.evaluate(runAll);
    const trouble = failed ? `, ${failed} not to the end` : "";
    tell(`run all ${name}`, `${seconds.toFixed(2)} s, ${cells} cells${trouble}`);
    if (name.startsWith("05")) tell("move", await moves(page));
  }
  const after = await memory(browser.process().pid);
  if (!after) return tell("memory", "not known on this system");
  const of = ({ pss, rss }) => `PSS ${megabytes(pss)}, RSS ${megabytes(rss)}`;
  return tell("memory", `${of(after)} MB; before: ${of(before)} MB; ${after.count} processes`);
}

/** In the page: runs the notebook and waits until all of it is drawn. */
async function runAll() {
  const frame = () => new Promise(requestAnimationFrame);
  const all = (selector) => [...document.querySelectorAll(selector)];
  // What an earlier cell left to do is not this notebook's.
  while (all(".ckp-waiting, .ckp-running").length) await frame();
  const from = performance.now();
  document.querySelector(".ckp-tools button").click();
  await frame();
  while (all(".ckp-cell:not(.ckp-done, .ckp-failed)").length) await frame();
  while (!all(".ckp-widget").every((each) => each.innerText)) await frame();
  await frame();
  const seconds = (performance.now() - from) / 1000;
  return { seconds, cells: all(".ckp-cell").length, failed: all(".ckp-failed").length };
}

async function moves(page) {
  await page.waitForSelector(".ckb input[type=range]");
  await page.evaluate(() => {
    const slider = document.querySelector(".ckb input[type=range]");
    slider.focus();
    // From the key to the figures: what the browser itself sees, without the driver's way to it.
    slider.addEventListener("keydown", (event) => {
      const from = event.timeStamp;
      const shown = () => document.querySelector(".ckb-top dl").innerText;
      const before = shown();
      window.moved = undefined;
      const look = () => {
        const top = document.querySelector(".ckb-top");
        if (top.ariaBusy !== "false" || shown() === before) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          window.moved = performance.now() - from;
        };
        return port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });
  });
  const taken = [];
  for (let move = 0; move < MOVES; move += 1) {
    await page.evaluate(() => {
      window.moved = undefined;
    });
    const right = Math.floor(move / STRETCH) % 2 === 0;
    await page.keyboard.press(right ? "ArrowRight" : "ArrowLeft");
    taken.push(await (await page.waitForFunction(() => window.moved)).jsonValue());
  }
  const [middle, late] = [share(taken, 0.5), share(taken, 0.95)];
  return `median ${middle.toFixed(0)} ms, 95th percentile ${late.toFixed(0)} ms (${MOVES} moves)`;
}

/** Memory of a process and all below it, in bytes; null where the system does not tell. */
async function memory(root) {
  if (!(await stat("/proc/self/smaps_rollup").catch(() => null))) return null;
  const parents = new Map();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    // After the name in brackets, which may hold anything: state, parent.
    if (line) parents.set(Number(name), Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const family = [root];
  for (const one of family) {
    for (const [child, parent] of parents) if (parent === one) family.push(child);
  }
  const sum = { pss: 0, rss: 0, count: 0 };
  for (const one of family) {
    const told = await readFile(`/proc/${one}/smaps_rollup`, "utf8").catch(() => "");
    if (!told) continue;
    sum.count += 1;
    for (const key of ["Pss", "Rss"]) {
      const kilobytes = Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(told)[1]);
      sum[key.toLowerCase()] += kilobytes * 1024;
    }
  }
  return sum;
}

/** A value below which a share of all lies. */
function share(all, part) {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

function spread(all) {
  const [least, middle, most] = [0, 0.5, 1].map((part) => share(all, part).toFixed(2));
  return `${middle} s (${least} to ${most} in ${all.length} loads)`;
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

function machine() {
  return `${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`;
}

function tell(name, value) {
  console.log(`  ${name.padEnd(34)}${value}`);
}
