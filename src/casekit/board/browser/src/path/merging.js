// How what was kept in several places becomes one: nothing that a reader entered is lost.

const utf8 = new TextDecoder();
const bytesOf = new TextEncoder();

/** Whether a file grows line by line: then both sides' lines are kept. */
export const isLines = (name) => name.endsWith(".jsonl");

/** Time of a line, empty if it bears none. */
function timeOf(line) {
  try {
    const at = JSON.parse(line)?.at;
    return typeof at === "string" ? at : "";
  } catch {
    return "";
  }
}

/** Lines of two files, each once, by their time; a line without a time stays where it stands. */
export function mergedLines(one, other) {
  const lines = [...new Set(`${one}\n${other}`.split("\n").filter((line) => line.trim()))];
  let last = "";
  const dated = lines.map((line, place) => {
    last = timeOf(line) || last;
    return { line, at: last, place };
  });
  dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.place - b.place));
  return dated.map(({ line }) => `${line}\n`).join("");
}

/** Two versions of a reader's file, `{bytes, at}`; of what has no lines the later one counts. */
export function mergedFile(name, one, other) {
  if (!one || !other) return one ?? other;
  if (!isLines(name)) return other.at >= one.at ? other : one;
  const lines = mergedLines(utf8.decode(one.bytes), utf8.decode(other.bytes));
  return { bytes: bytesOf.encode(lines), at: Math.max(one.at, other.at) };
}

/** Two versions of a cell: the one that was written later. */
export const mergedCell = (one, other) => (!one || (other && other.at >= one.at) ? other : one);

export const sameBytes = (one, other) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
