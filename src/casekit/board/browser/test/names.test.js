import assert from "node:assert/strict";
import { test } from "node:test";
import { freeName } from "../src/names.js";

test("a name that is taken gets the next free number", () => {
  assert.equal(freeName("Doors", [], 40), "Doors");
  assert.equal(freeName("Doors", ["Doors"], 40), "Doors 2");
  assert.equal(freeName("Doors", ["Doors", "Doors 2"], 40), "Doors 3");
  assert.equal(freeName("Plan 2", ["Plan 2"], 40), "Plan 3");
  assert.equal(freeName("Year 2026", ["Year 2026"], 40), "Year 2026 2");
});

test("it stays within what a name may hold", () => {
  const long = "x".repeat(40);
  assert.equal(freeName(long, [long], 40), `${"x".repeat(38)} 2`);
});
