import assert from "node:assert/strict";
import { test } from "node:test";
import { stepOf } from "../src/keys.js";

const pressed = (code, more = {}) => ({ code, key: "", ctrlKey: true, ...more });

test("undo and redo are found by the key's place, in any alphabet and on a Mac", () => {
  assert.equal(stepOf(pressed("KeyZ", { key: "я" })), "undo");
  assert.equal(stepOf(pressed("KeyY", { key: "н" })), "redo");
  assert.equal(stepOf(pressed("KeyZ", { ctrlKey: false, metaKey: true })), "undo");
  assert.equal(stepOf(pressed("KeyZ", { shiftKey: true })), "redo");
  assert.equal(stepOf(pressed("", { key: "Z" })), "undo");
});

test("other keys are left alone", () => {
  assert.equal(stepOf(pressed("KeyZ", { ctrlKey: false, key: "z" })), null);
  assert.equal(stepOf(pressed("KeyZ", { altKey: true })), null);
  assert.equal(stepOf(pressed("KeyC", { key: "c" })), null);
});
