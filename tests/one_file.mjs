// The Python of a one-file page, in Node: node one_file.mjs PAGE.html DRIVER.py FOLDER
// FOLDER lies at /mnt; of the driver, `main` is run.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [page, driver, folder] = process.argv.slice(2);
const html = readFileSync(page, "utf8");
const files = {};
for (const [, marks, text] of html.matchAll(/<script type="text\/plain" (data-file[^>]*)>([^<]*)</g)) {
  const content = Buffer.from(text, "base64");
  const [, name] = marks.match(/data-file="([^"]+)"/);
  const kind = marks.match(/data-kind="([^"]+)"/)[1];
  files[name] = { kind, content: / data-gzip/.test(marks) ? gunzipSync(content) : content };
}
const runtime = `${folder}/runtime`;
mkdirSync(runtime);
for (const [name, { kind, content }] of Object.entries(files)) {
  if (kind !== "archive") writeFileSync(`${runtime}/${name}`, content);
}
const { lang } = JSON.parse(html.match(/id="case">([^<]*)</)[1]);
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`));
const python = await loadPyodide({
  indexURL: `${runtime}/`,
  env: {
    HOME: "/home/pyodide",
    CASEKIT_LANG: lang,
    CASEKIT_STATE: "/case/state",
    CASEKIT_PROGRESS: "",
    MPLBACKEND: "module://matplotlib_inline.backend_inline",
  },
});
try {
  for (const { kind, content } of Object.values(files)) {
    if (kind === "archive") {
      const tar = new Uint8Array(gunzipSync(content));
      python.unpackArchive(tar, "tar", { extractDir: "/" });
    }
  }
  python.mountNodeFS("/mnt", folder);
  python.runPython(readFileSync(driver, "utf8"));
  await python.globals.get("main")();
} catch (fault) {
  // Node would print the runtime's one long line before it.
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
