import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { unpack } from "../src/path/worker/tar.js";

for (const format of ["ustar", "pax", "gnu"]) {
  test(`files of a ${format} tar come out whole`, () => {
    const folder = mkdtempSync(join(tmpdir(), "tar-"));
    const long = `${"deep/".repeat(18)}файл.txt`;
    const files = {
      "one.txt": "1",
      [format === "ustar" ? "a/b.txt" : long]: "x".repeat(1500),
      empty: "",
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, "t", name, ".."), { recursive: true });
      writeFileSync(join(folder, "t", name), content);
    }
    execFileSync("tar", [
      `--format=${format}`,
      "-cf",
      join(folder, "t.tar"),
      "-C",
      join(folder, "t"),
      ".",
    ]);
    const found = {};
    const fs = {
      mkdirTree: () => {},
      writeFile: (place, bytes) => {
        found[place.slice(1)] = new TextDecoder().decode(bytes);
      },
    };
    unpack(new Uint8Array(readFileSync(join(folder, "t.tar"))), fs);
    rmSync(folder, { recursive: true });
    assert.deepEqual(found, files);
  });
}
