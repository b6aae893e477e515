// Builds the board's module and the card's: the same bytes from the same lock on any machine.
import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";

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

/** A source with the file that is built from it. */
const modules = [
  ["src/main.js", "../static/board.js"],
  ["src/card/main.jsx", "../../cards/static/card.js"],
];

for (const [source, built] of modules) {
  await build({
    entryPoints: [source],
    outfile: process.argv[2] ? `${process.argv[2]}/${built.split("/").at(-1)}` : built,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    plugins: [styles],
    jsx: "automatic",
    jsxImportSource: "preact",
    banner: { js: "/* Built by `npm run build` in board/browser; edit the source there. */" },
  });
}
