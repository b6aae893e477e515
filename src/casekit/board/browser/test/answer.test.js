import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, isBlank, isUnfinished, moved, toggled } from "../src/card/answer.js";

const options = [{ code: "a" }, { code: "b" }, { code: "c" }];

test("fields begin with what was entered, or with nothing", () => {
  assert.equal(begun({ kind: "number", answer: "4,5", options }), "4,5");
  assert.deepEqual(begun({ kind: "several", answer: null, options }), []);
  assert.deepEqual(begun({ kind: "order", answer: null, options }), ["a", "b", "c"]);
  assert.deepEqual(begun({ kind: "grid", answer: null, options }), {});
  assert.equal(begun({ kind: "choice", answer: null, options }), "");
});

test("nothing is blank, nought is not", () => {
  for (const blank of ["", null, undefined, [], {}, { low: "" }]) assert.ok(isBlank(blank));
  for (const full of ["0", ["a"], { low: "1" }]) assert.ok(!isBlank(full));
});

test("a range with one end is as unfinished as nothing", () => {
  const range = { kind: "range" };
  for (const part of [{}, { low: "1" }, { low: "", high: "2" }])
    assert.ok(isUnfinished(range, part));
  assert.ok(!isUnfinished(range, { low: "0", high: "2" }));
  assert.ok(isUnfinished({ kind: "number" }, ""));
  // Rows that were left out are an answer too.
  assert.ok(!isUnfinished({ kind: "grid" }, { one: "right" }));
});

test("an option is taken and left again", () => {
  assert.deepEqual(toggled(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
});

test("an order moves by places and stays within its ends", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", -1), ["a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "c", 1), ["a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "x", 1), ["a", "b", "c"]);
});
