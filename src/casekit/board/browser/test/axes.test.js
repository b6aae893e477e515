import assert from "node:assert/strict";
import { test } from "node:test";
import { ends, steady, ticks } from "../src/pictures/axes.js";
import { along } from "../src/pictures/curve.js";
import { gainedOf } from "../src/pictures/margin.js";

test("ticks lie at equal steps and none is rounded to another number", () => {
  for (const [low, high, count] of [
    [9, 15, 6],
    [-0.7, 3.1, 5],
    [0, 0.042, 4],
    [36.1, 38.9, 7],
    [0, 1200, 3],
  ]) {
    const { at, digits } = ticks(low, high, count);
    assert.ok(at.length >= 2, `${low} to ${high}`);
    for (const value of at) {
      assert.ok(
        Math.abs(Number(value.toFixed(digits)) - value) < 1e-9,
        `${value} told with ${digits}`,
      );
      assert.ok(low - 1e-9 <= value && value <= high + 1e-9);
    }
    assert.equal(new Set(at.map((value) => value.toFixed(digits))).size, at.length);
  }
});

test("an axis stays while the figures fit and fill it", () => {
  const first = steady(undefined, 0, 10);
  assert.equal(steady(first, 0.5, 9), first);
  assert.notEqual(steady(first, 0, 20), first);
  assert.notEqual(steady(first, 0, 1), first);
});

test("ends leave out what is unknown", () => {
  assert.deepEqual(ends([1, null, Number.NaN], [4]), [1, 4]);
  assert.deepEqual(ends([null]), [0, 0]);
});

test("what a month gains is unknown where the plan is", () => {
  assert.deepEqual(gainedOf({ plan: [5, null], today: [3, 3] }), [2, null]);
});

test("a point on a curve lies between its neighbours", () => {
  const curve = { hours: [0, 10, 20], value: [0, 5, 7] };
  assert.equal(along(curve, 5), 2.5);
  assert.equal(along(curve, 15), 6);
  assert.equal(along(curve, 0), 0);
  assert.equal(along(curve, 99), 7);
});
