import assert from "node:assert/strict";
import { test } from "node:test";
import { Line, newId } from "../src/room/line.js";

/** A line with what it sent; names are counted. */
function made() {
  const sent = [];
  let count = 0;
  const line = new Line(
    (message) => sent.push(message),
    () => {
      count += 1;
      return `n${count}`;
    },
  );
  return { line, sent };
}

test("what is asked before the line stands is sent when it does", () => {
  const { line, sent } = made();
  assert.equal(line.ask({ do: "bet" }), "n1");
  assert.deepEqual(sent, []);
  line.back();
  assert.deepEqual(sent, [{ do: "bet", id: "n1" }]);
});

test("after a break what was not answered is asked again under its name, and nothing else", () => {
  const { line, sent } = made();
  line.back();
  line.ask({ do: "bet" });
  line.ask({ do: "vote" });
  line.answered("n1");
  line.broke();
  line.ask({ do: "join" });
  sent.length = 0;
  line.back();
  assert.deepEqual(sent, [
    { do: "vote", id: "n2" },
    { do: "join", id: "n3" },
  ]);
  line.answered("n2");
  line.answered("n3");
  line.broke();
  sent.length = 0;
  line.back();
  assert.deepEqual(sent, []);
});

test("names are long and differ", () => {
  const names = new Set(Array.from({ length: 100 }, newId));
  assert.equal(names.size, 100);
  for (const name of names) assert.match(name, /^[0-9a-f]{24}$/);
});
