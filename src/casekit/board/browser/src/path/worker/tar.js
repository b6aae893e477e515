// Unpacks a tar into Python's file system: plain files and folders, long names by pax or GNU.

const BLOCK = 512;
const text = new TextDecoder();

/** A field of a header as text, up to its first zero. */
function field(bytes, from, length) {
  const part = bytes.subarray(from, from + length);
  const end = part.indexOf(0);
  return text.decode(end < 0 ? part : part.subarray(0, end));
}

/** The path that a pax header gives, if it gives one. */
function paxPath(content) {
  const found = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text.decode(content));
  return found?.[1] ?? "";
}

/** Files of a tar: `[path, bytes]`. */
export function* filesOf(bytes) {
  let long = "";
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header[0] === 0) return;
    const size = Number.parseInt(field(header, 124, 12).trim() || "0", 8);
    const kind = String.fromCharCode(header[156]);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === "x") long = paxPath(content) || long;
    else if (kind === "L") long = field(content, 0, size);
    else if (kind !== "g") {
      const prefix = field(header, 257, 5) === "ustar" ? field(header, 345, 155) : "";
      const name = field(header, 0, 100);
      const path = long || (prefix ? `${prefix}/${name}` : name);
      long = "";
      if (kind === "0" || kind === "\0") yield [path, content];
    }
  }
}

/** Writes the files of a tar below `/`. */
export function unpack(bytes, fs) {
  let last = "";
  for (const [path, content] of filesOf(bytes)) {
    const place = `/${path.replace(/^\.?\/+/, "")}`;
    const folder = place.slice(0, place.lastIndexOf("/"));
    if (folder !== last) fs.mkdirTree(folder);
    last = folder;
    // The runtime keeps its own copy: the tar's memory is let go.
    fs.writeFile(place, content);
  }
}
