import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const texts = new URL("../../language/texts/", root);
const sources = readdirSync(new URL("src/", root), { recursive: true })
  .filter((name) => /\.jsx?$/.test(name))
  .map((name) => readFileSync(new URL(`src/${name}`, root), "utf8"));

/** Keys of a language's page, without the prefix. */
function keysOf(lang) {
  const page = readFileSync(new URL(`${lang}/board_page.ftl`, texts), "utf8");
  return new Set([...page.matchAll(/^panel-([\w-]+) =/gm)].map(([, key]) => key));
}

/** Keys that the source names whole, and beginnings of those it composes. */
function named() {
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
  test(`every text that the source names is there (${lang})`, () => {
    const keys = keysOf(lang);
    const { whole, begun } = named();
    assert.ok(whole.size > 60 && begun.size > 5);
    assert.deepEqual(
      [...whole].filter((key) => !keys.has(key)),
      [],
    );
    for (const begin of begun)
      assert.ok(
        [...keys].some((key) => key.startsWith(begin)),
        begin,
      );
  });

  test(`every text of the page is used (${lang})`, () => {
    const { begun } = named();
    const all = sources.join("\n");
    const idle = [...keysOf(lang)].filter(
      (key) => !all.includes(`"${key}"`) && ![...begun].some((begin) => key.startsWith(begin)),
    );
    assert.deepEqual(idle, []);
  });
}

test("the source holds no text of its own in any language", () => {
  for (const source of sources) assert.doesNotMatch(source, /[а-яё]/i);
  const told = />\s*[A-Za-z][a-z]+ [a-z]+[^<>{}]*</;
  for (const source of sources)
    assert.doesNotMatch(source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""), told);
});
