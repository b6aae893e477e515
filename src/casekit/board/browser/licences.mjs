// Whose work stands in what is built: packages by name, with version, licence and its text.
import { readdir, readFile } from "node:fs/promises";

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Texts that packages leave out though their licence asks for them. */
const LEFT_OUT = { "@jupyter-widgets/": "jupyter-widgets.txt", "@lumino/": "lumino.txt" };

/** Licences of the packages that files come from. */
export async function licencesOf(inputs) {
  const folders = new Map();
  for (const input of inputs) {
    const found = PACKAGE.exec(input);
    if (found) folders.set(found[0], found[1]);
  }
  const told = await Promise.all([...folders.keys()].map(licenceOf));
  const named = new Map(told.map((one) => [`${one.name} ${one.version}`, one]));
  return [...named.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}package.json`, "utf8"));
  const kept = Object.entries(LEFT_OUT).find(([begin]) => name.startsWith(begin))?.[1];
  const own = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  const file = own ? folder + own : kept && `licences/${kept}`;
  if (!license || !file) throw new Error(`${name}: whose licence, and where is its text?`);
  const text = await readFile(file, "utf8");
  return { name, version, licence: license, text: text.replaceAll("\r\n", "\n").trim() };
}
