// Builds ../static/board.js: the same bytes from the same lock on any machine.
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

await build({
  entryPoints: ["src/main.js"],
  outfile: process.argv[2] ?? "../static/board.js",
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
