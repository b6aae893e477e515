import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const texts = new URL("../../language/texts/", root);
const names = readdirSync(new URL("src/", root), { recursive: true }).filter((name) =>
  /\.jsx?$/.test(name),
);
const read = (name) => readFileSync(new URL(`src/${name}`, root), "utf8");
const within = (folder) => (name) =>
  name.startsWith(`${folder}/`) || name.startsWith(`${folder}\\`);
const [ofPath, ofRoom] = ["path", "room"].map(within);
/** Each page with where its texts stand, and how many of them there are at least. */
const PAGES = [
  {
    page: "board_page",
    prefix: "panel",
    least: [60, 5],
    of: (name) => !ofPath(name) && !ofRoom(name),
  },
  { page: "path", prefix: "path", least: [40, 3], of: ofPath },
  {
    page: "room",
    prefix: "room",
    // What is refused is said in the server's words, on the page as well.
    also: "room_errors",
    least: [80, 15],
    of: (name) => ofRoom(name) || name === "numbers.js",
  },
];

/** Keys of a page in a language, without the prefix. */
function keysOf(lang, { page, prefix }) {
  const text = readFileSync(new URL(`${lang}/${page}.ftl`, texts), "utf8");
  const keys = text.matchAll(new RegExp(`^${prefix}-([\\w-]+) =`, "gm"));
  return new Set([...keys].map(([, key]) => key));
}

/** Keys that sources name whole, and beginnings of those they compose. */
function named(sources) {
  const whole = new Set();
  const begun = new Set();
  for (const source of sources) {
    for (const [, call] of source.matchAll(/\bsay\(([^;]*?)[,)]/gs)) {
      for (const [, key] of call.matchAll(/"([a-z][\w-]*)"/g)) whole.add(key);
      for (const [, key] of call.matchAll(/`([a-z][\w-]*-)\$\{/g)) begun.add(key);
    }
  }
  return { whole, begun };
}

for (const lang of ["en", "ru"]) {
  for (const one of PAGES) {
    const sources = names.filter(one.of).map(read);
    const keys = keysOf(lang, one);
    const known = new Set([...keys, ...(one.also ? keysOf(lang, { ...one, page: one.also }) : [])]);

    test(`every text that the source names is there (${one.page}, ${lang})`, () => {
      const { whole, begun } = named(sources);
      const [least, leastBegun] = one.least;
      assert.ok(whole.size > least && begun.size > leastBegun);
      assert.deepEqual(
        [...whole].filter((key) => !known.has(key)),
        [],
      );
      for (const begin of begun)
        assert.ok(
          [...keys].some((key) => key.startsWith(begin)),
          begin,
        );
    });

    test(`every text of the page is used (${one.page}, ${lang})`, () => {
      const { begun } = named(sources);
      const all = sources.join("\n");
      const idle = [...keys].filter(
        (key) => !all.includes(`"${key}"`) && ![...begun].some((begin) => key.startsWith(begin)),
      );
      assert.deepEqual(idle, []);
    });
  }
}

test("the source holds no text of its own in any language", () => {
  // But for what is said where Python has told no words yet.
  const unsaid = /^const UNSAID = \{.*?^\};$/ms;
  for (const source of names.map(read)) assert.doesNotMatch(source.replace(unsaid, ""), /[а-яё]/i);
  const told = />\s*[A-Za-z][a-z]+ [a-z]+[^<>{}]*</;
  for (const source of names.map(read))
    assert.doesNotMatch(source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""), told);
});
