// Builds what the browser runs: the same bytes from the same lock on any machine.
import { readFile, writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { licencesOf } from "./licences.mjs";

/** Style sheets become texts without blanks. */
const styles = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const { code } = await transform(css, { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const BANNER = "/* Built by `npm run build` in board/browser; edit the source there. */";
const SHARED = {
  bundle: true,
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
};
/** A module that anywidget loads. */
const widget = {
  format: "esm",
  plugins: [styles],
  jsx: "automatic",
  jsxImportSource: "preact",
  banner: { js: BANNER },
};
/** A program of the one-file page, which stands inside it. */
const program = { ...widget, format: "iife", define: { global: "globalThis" } };
/** What a style sheet of widgets shows of its own, for a page that fetches nothing. */
const sheet = {
  loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl" },
  banner: { css: BANNER },
};

const PATH = "../../onefile/static";
/** A source with the file that is built from it. */
const modules = [
  ["src/main.js", "../static/board.js", widget],
  ["src/card/main.jsx", "../../cards/static/card.js", widget],
  ["src/room/main.js", "../../room/static/room.js", widget],
  ["src/path/main.jsx", `${PATH}/path.js`, program],
  ["src/path/worker/main.js", `${PATH}/worker.js`, program],
  ["src/path/style/all.css", `${PATH}/path.css`, sheet],
];

/** Where a file is built: at its place, or in the folder that is asked for. */
const place = (built) =>
  process.argv[2] ? `${process.argv[2]}/${built.split("/").at(-1)}` : built;

const inputs = new Set();
for (const [source, built, how] of modules) {
  const { metafile } = await build({
    ...SHARED,
    ...how,
    metafile: true,
    entryPoints: [source],
    outfile: place(built),
  });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
}
// The one-file page carries the board and the cards too.
const licences = JSON.stringify(await licencesOf(inputs), null, 1);
await writeFile(place(`${PATH}/licences.json`), `${licences}\n`);
