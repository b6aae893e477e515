import assert from "node:assert/strict";
import { test } from "node:test";
import { NotOurs, readSaved, savedText } from "../src/path/saved.js";

const work = () => ({
  company: "digest",
  lang: "ru",
  cells: [{ notebook: "00", id: "c1", source: "1", after: null, at: 5 }],
  files: new Map([
    ["my_answers.jsonl", { bytes: new TextEncoder().encode("{}\n"), at: 7 }],
    ["team.zip", { bytes: new Uint8Array(3), at: 8, passing: true }],
  ]),
});
const refusal = (text) => {
  try {
    readSaved(text, "digest");
  } catch (fault) {
    assert.ok(fault instanceof NotOurs);
    return fault.reason;
  }
  return "";
};

test("what was saved is read again; what is handed in stays outside", () => {
  const { cells, files, lang } = readSaved(savedText(work()), "digest");
  assert.deepEqual(cells, work().cells);
  assert.equal(lang, "ru");
  assert.deepEqual([...files.keys()], ["my_answers.jsonl"]);
  assert.equal(new TextDecoder().decode(files.get("my_answers.jsonl").bytes), "{}\n");
});

test("other files are refused by what they are", () => {
  const saved = JSON.parse(savedText(work()));
  assert.equal(refusal("PK\u0003\u0004"), "open-unreadable");
  assert.equal(refusal("null"), "open-unreadable");
  assert.equal(refusal('{"cells": []}'), "open-unreadable");
  assert.equal(refusal(JSON.stringify({ ...saved, version: 99 })), "open-newer");
  assert.equal(refusal(JSON.stringify({ ...saved, company: "b" })), "open-other-company");
  const broken = { ...saved, files: [{ name: "a", at: 1, base64: "*" }] };
  assert.equal(refusal(JSON.stringify(broken)), "open-unreadable");
});

test("a file that would leave its folder, and a cell that is none, are passed over", () => {
  const saved = JSON.parse(savedText(work()));
  saved.files.push({ name: "../x", at: 1, base64: "" }, { name: ".hidden", at: 1, base64: "" });
  saved.cells.push({ id: 3 }, null);
  const { cells, files } = readSaved(JSON.stringify(saved), "digest");
  assert.deepEqual([cells.length, files.size], [1, 1]);
});
