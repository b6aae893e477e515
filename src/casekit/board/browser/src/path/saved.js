// The reader's work as a file to carry to another computer or browser.
import { base64Of, bytesFrom } from "./base64.js";

const WHAT = "casekit work";
const VERSION = 1;

/** What a file says is wrong with it; `reason` is a key of the page's words. */
export class NotOurs extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Text of the file: cells that were changed, and the reader's files. */
export function savedText({ company, lang, cells, files }) {
  const lasting = [...files].filter(([, { passing }]) => !passing);
  const kept = lasting.map(([name, { bytes, at }]) => ({ name, at, base64: base64Of(bytes) }));
  const work = { what: WHAT, version: VERSION, company, lang, cells, files: kept };
  return `${JSON.stringify(work, null, 1)}\n`;
}

/** What a saved file holds, `{lang, cells, files}`; refuses what is of another company or no work. */
export function readSaved(text, company) {
  let work = null;
  try {
    work = JSON.parse(text);
  } catch {
    throw new NotOurs("open-unreadable");
  }
  if (work?.what !== WHAT || !Array.isArray(work.cells) || !Array.isArray(work.files)) {
    throw new NotOurs("open-unreadable");
  }
  if (work.version > VERSION) throw new NotOurs("open-newer");
  if (work.company !== company) throw new NotOurs("open-other-company");
  return { lang: String(work.lang), cells: work.cells.filter(isCell), files: filesOf(work.files) };
}

function isCell(cell) {
  const texts = [cell?.notebook, cell?.id, cell?.source];
  return texts.every((each) => typeof each === "string") && Number.isFinite(cell.at);
}

function filesOf(listed) {
  const found = new Map();
  for (const file of listed) {
    const plain = typeof file?.name === "string" && /^[^./\\][^/\\]*$/.test(file.name);
    if (!plain || typeof file.base64 !== "string" || !Number.isFinite(file.at)) continue;
    try {
      found.set(file.name, { bytes: bytesFrom(file.base64), at: file.at });
    } catch {
      throw new NotOurs("open-unreadable");
    }
  }
  return found;
}
