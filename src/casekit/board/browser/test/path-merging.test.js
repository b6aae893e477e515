import assert from "node:assert/strict";
import { test } from "node:test";
import { isLines, mergedCell, mergedFile, mergedLines } from "../src/path/merging.js";

const bytes = (text) => new TextEncoder().encode(text);
const line = (answer, at) => `${JSON.stringify({ answer, at })}\n`;

test("lines of both sides are kept once, by their time", () => {
  const one = line("a", "2026-01-01T10:00:01") + line("c", "2026-01-01T10:00:03");
  const other = line("b", "2026-01-01T10:00:02") + line("c", "2026-01-01T10:00:03");
  const both = mergedLines(one, other);
  assert.deepEqual(
    both
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each).answer),
    ["a", "b", "c"],
  );
  assert.equal(mergedLines(both, both), both);
});

test("a line without a time stays behind the one it stood behind", () => {
  const one = `${line("a", "2026-01-01T10:00:01")}half a li\n`;
  const other = line("b", "2026-01-01T10:00:02");
  assert.deepEqual(mergedLines(one, other).split("\n").slice(1, 2), ["half a li"]);
});

test("of a file without lines the later version counts", () => {
  const old = { bytes: bytes("1"), at: 1 };
  const late = { bytes: bytes("2"), at: 2 };
  assert.equal(mergedFile("my_plan.json", late, old), late);
  assert.equal(mergedFile("my_plan.json", old, late), late);
  assert.equal(mergedFile("my_plan.json", undefined, old), old);
  assert.equal(isLines("my_plan.json"), false);
});

test("of a cell the later version counts", () => {
  const [old, late] = [{ at: 1 }, { at: 2 }];
  assert.equal(mergedCell(late, old), late);
  assert.equal(mergedCell(old, late), late);
  assert.equal(mergedCell(undefined, old), old);
});
