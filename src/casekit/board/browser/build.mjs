// Builds ../static/board.js: the same bytes from the same lock on any machine.
import { build } from "esbuild";

await build({
  entryPoints: ["src/main.js"],
  outfile: process.argv[2] ?? "../static/board.js",
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  loader: { ".css": "text" },
  jsx: "automatic",
  jsxImportSource: "preact",
  banner: { js: "/* Built by `npm run build` in board/browser; edit the source there. */" },
});
