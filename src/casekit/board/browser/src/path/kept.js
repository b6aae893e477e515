// What the browser keeps of a reader: cells, results and files, by company and language.
import { memory, placeToKeep } from "./keeping.js";
import { mergedCell, mergedFile } from "./merging.js";

/** Letters of a result that the browser's small store takes. */
const LARGEST_RESULT = 20_000;

export class Kept {
  /** `onTrouble` is told when the browser no longer keeps what it is given. */
  constructor(company, lang, { onTrouble, onElsewhere }) {
    this.head = `${company}/${lang}/`;
    this.place = memory();
    this.at = null;
    this.looked = false;
    this.onTrouble = onTrouble;
    this.pending = new Set();
    try {
      this.channel = new BroadcastChannel(`casekit/${this.head}`);
      this.channel.onmessage = ({ data }) => onElsewhere(data);
    } catch {
      // Other tabs are then looked at when this one is shown again.
      this.channel = null;
    }
  }

  async open() {
    this.place = await placeToKeep();
    this.looked = true;
    // A plea not to be thrown away when the disk runs full; a refusal changes nothing.
    globalThis.navigator?.storage?.persist?.().catch(() => null);
  }

  get where() {
    return this.place.name;
  }

  /** Cells, results and files as they were kept: three Maps. */
  async read() {
    const found = { cells: new Map(), results: new Map(), files: new Map() };
    for (const [key, value] of await this.place.all(this.head)) {
      const [kind, ...rest] = key.slice(this.head.length).split("/");
      found[kind]?.set(rest.join("/"), value);
    }
    return found;
  }

  /** Keeps a cell as its reader left it; null forgets it. */
  cell(notebook, id, cell) {
    return this.change(`cells/${notebook}/${id}`, (old) =>
      cell === null ? undefined : mergedCell(old, cell),
    );
  }

  result(notebook, id, result) {
    // The small store has room for answers, not for pictures.
    const large = this.where === "storage" && JSON.stringify(result).length > LARGEST_RESULT;
    if (large) return this.result(notebook, id, { outputs: [], count: result.count });
    return this.change(`results/${notebook}/${id}`, () => result ?? undefined);
  }

  /** Keeps a file, with what another tab has written since; gives what is kept now. */
  file(name, file) {
    return this.change(`files/${name}`, (old) => mergedFile(name, old, file));
  }

  /** Forgets everything of this company and language. */
  async forget() {
    for (const key of (await this.place.all(this.head)).keys()) {
      await this.place.change(key, () => undefined);
    }
  }

  async change(key, fn) {
    const work = this.place.change(this.head + key, fn);
    this.pending.add(work);
    this.mark();
    try {
      const made = await work;
      this.at = new Date();
      if (!key.startsWith("results/")) this.channel?.postMessage("changed");
      return made;
    } catch (fault) {
      this.onTrouble(fault);
      return undefined;
    } finally {
      this.pending.delete(work);
      this.mark();
    }
  }

  /** Whether all is on the disk, for who waits for it. */
  mark() {
    document.body.dataset.kept = this.pending.size ? "writing" : "all";
  }

  /** Tells other tabs of the same company that this one is open. */
  greet() {
    this.channel?.postMessage("hello");
  }
}
