import assert from "node:assert/strict";
import { test } from "node:test";
import { Book } from "../src/path/books.js";
import { errorOf, partOf, withOutput } from "../src/path/outputs.js";

const stream = (text, name = "stdout") => ({ output_type: "stream", name, text });

test("a stream that goes on is one text", () => {
  const made = [stream("a"), stream("b"), stream("!", "stderr"), stream("c")].reduce(
    withOutput,
    [],
  );
  assert.deepEqual(
    made.map(({ text }) => text),
    ["ab", "!", "c"],
  );
});

test("an error is a line; a sentence of the case stands for the whole", () => {
  const rule =
    "\u001b[31m-----------------------------\u001b[39m\nTraceback (most recent call last)";
  const python = { ename: "ValueError", evalue: "no", traceback: [rule] };
  assert.equal(errorOf(python).line, "ValueError: no");
  assert.ok(errorOf(python).whole.startsWith("-----"));
  const said = { ename: "NameError", evalue: "x", traceback: ["In plain words."] };
  assert.deepEqual(errorOf(said), { line: "In plain words.", whole: "" });
});

test("a widget is shown while Python knows it, then its words", () => {
  const data = {
    "application/vnd.jupyter.widget-view+json": { model_id: "m" },
    "text/html": ["<p>", "words</p>"],
    "text/plain": "words",
  };
  assert.deepEqual(
    partOf(data, () => true),
    ["widget", "m"],
  );
  assert.deepEqual(
    partOf(data, () => false),
    ["text/html", "<p>words</p>"],
  );
  assert.equal(
    partOf({ "application/vnd.casekit.answer+json": {} }, () => true),
    null,
  );
});

test("a notebook is handed in as its reader has it", () => {
  const code = (id, source) => ({ id, cell_type: "code", metadata: {}, source });
  const book = new Book({ name: "00_a", cells: [code("c1", ["a\n", "b"]), code("c2", "x = ...")] });
  assert.deepEqual(
    book.cells.map(({ open }) => open),
    [false, true],
  );
  book.restore("c1", { source: "mine" });
  book.restore("gone", { source: "kept", after: "c1" });
  book.restore("lost", { source: "", removed: true });
  const [, own] = book.cells;
  own.outputs = [{ output_type: "display_data", data: {}, metadata: {}, display: "d" }];
  const { cells } = book.asNotebook();
  assert.deepEqual(
    cells.map(({ source }) => source),
    ["mine", "kept", "x = ..."],
  );
  assert.deepEqual(Object.keys(cells[1].outputs[0]), ["output_type", "data", "metadata"]);
});
