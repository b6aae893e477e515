// Runs compiling.py in the browser's own Python: node compile.mjs PYODIDE COMPILING FOLDER
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, compiling, folder] = process.argv.slice(2);
// Node would print the runtime's one long line before what went wrong.
process.on("uncaughtException", (fault) => {
  process.stderr.write(`${String(fault?.message ?? fault).trim().split("\n").at(-1)}\n`);
  process.exitCode = 1;
});
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${pyodide}/` });
python.mountNodeFS("/mnt", folder);
python.runPython(readFileSync(compiling, "utf8"));
python.runPython('compile_tar("/mnt/sources.tar", "/mnt/compiled.tar")');
