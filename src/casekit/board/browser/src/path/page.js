// The page's affairs: which notebook is open, what runs, what is kept. Views draw what stands here.
import { Book } from "./books.js";
import { Kept } from "./kept.js";
import { Manager } from "./manager.js";
import { mergedFile, sameBytes } from "./merging.js";
import { outputWidget } from "./output_widget.jsx";
import { withOutput } from "./outputs.js";
import { Python } from "./python.js";
import { readSaved, savedText } from "./saved.js";
import { speaker } from "./words.js";

/** Files that are a reader's to take away; the others are for Python and the grader. */
const TO_TAKE = /\.(zip|xlsx|html|png|pdf|csv|docx|svg|txt)$/i;
/** Calls that would decide or hand in a second time. */
const DECIDES = /\b(hand_in|commit|decide)\s*\(/;
const utf8 = new TextEncoder();

export class Page {
  constructor(given, embedded) {
    this.given = given;
    this.say = speaker(given.words);
    this.lang = given.lang;
    this.books = given.notebooks.map((each) => new Book(each));
    this.files = new Map();
    this.inPython = new Map();
    this.view = this.books[0]?.name ?? "";
    this.current = null;
    this.trouble = "";
    this.notice = null;
    this.tabs = false;
    this.unsaved = false;
    this.listeners = new Set();
    this.kept = new Kept(given.company.digest, given.lang, {
      onTrouble: (fault) => this.refused(fault),
      onElsewhere: (what) => this.elsewhere(what),
    });
    this.python = new Python({
      lang: given.lang,
      embedded,
      onChange: () => {
        this.revive(this.book);
        this.changed();
      },
      onMessage: (message) => this.take(message),
    });
    this.manager = new Manager(this.python, { "@jupyter-widgets/output": outputWidget(this) });
    this.running = new Map();
    this.revived = new Set();
    this.writing = new Map();
  }

  /** Opens a notebook or a text. */
  open(name) {
    this.view = name;
    this.current = null;
    this.revive(this.book);
    this.changed();
  }

  changed() {
    for (const listener of this.listeners) listener();
  }

  get book() {
    return this.books.find((book) => book.name === this.view);
  }

  // What is kept

  /** Takes up what the browser keeps of this reader. */
  async begin() {
    await this.kept.open();
    try {
      const { cells, results, files } = await this.kept.read();
      for (const [place, cell] of cells) this.restoreCell(place, cell);
      for (const [place, result] of results) this.restoreResult(place, result);
      for (const [name, file] of files) this.files.set(name, file);
    } catch (fault) {
      this.refused(fault);
    }
    this.kept.greet();
    this.changed();
  }

  place(path) {
    const cut = path.indexOf("/");
    const book = this.books.find((each) => each.name === path.slice(0, cut));
    return [book ?? this.books.at(-1), path.slice(cut + 1)];
  }

  restoreCell(path, kept) {
    const [book, id] = this.place(path);
    const cell = book.cell(id);
    if (cell && cell.at >= kept.at) return;
    book.restore(id, kept);
    const now = book.cell(id);
    if (now) now.at = kept.at;
  }

  restoreResult(path, { outputs, count }) {
    const [book, id] = this.place(path);
    const cell = book.cell(id);
    if (cell) Object.assign(cell, { outputs, count });
  }

  /** Keeps a cell that the reader changed. */
  edit(book, cell, source) {
    if (cell.source === source) return;
    cell.source = source;
    cell.at = Date.now();
    this.keepCell(book, cell);
    this.changed();
  }

  async keepCell(book, { id, source, after, at }) {
    this.unsaved = true;
    await this.kept.cell(book.name, id, { source, after, at });
    this.changed();
  }

  addCell(book, after) {
    const cell = book.add(after);
    cell.at = Date.now();
    this.keepCell(book, cell);
    this.current = cell;
    this.changed();
    return cell;
  }

  removeCell(book, cell) {
    book.remove(cell);
    this.kept.cell(book.name, cell.id, { source: "", after: null, removed: true, at: Date.now() });
    this.kept.result(book.name, cell.id, null);
    this.changed();
  }

  /** Keeps a file that Python wrote, with what another tab has added to it. */
  async keepFile(name, bytes) {
    const file = { bytes, at: Date.now() };
    this.inPython.set(name, bytes);
    this.files.set(name, mergedFile(name, this.files.get(name), file));
    this.unsaved = true;
    this.changed();
    this.takeUp(name, await this.kept.file(name, file));
    this.changed();
  }

  /** Takes up a file that may hold more than Python's: Python gets it as well. */
  takeUp(name, file) {
    if (!file) return;
    const { bytes, at } = mergedFile(name, this.files.get(name), file);
    this.files.set(name, { bytes, at });
    const theirs = this.inPython.get(name);
    if (theirs && sameBytes(theirs, bytes)) return;
    this.inPython.set(name, bytes);
    this.python.write(name, bytes);
  }

  refused(fault) {
    this.trouble = fault?.name === "QuotaExceededError" ? "kept-full" : "kept-refused";
    this.changed();
  }

  /** Another tab of the same company speaks. */
  async elsewhere(what) {
    this.tabs = true;
    if (what === "hello") this.kept.channel?.postMessage("here");
    if (what === "changed") await this.lookAgain();
    this.changed();
  }

  /** Takes up what other tabs have kept. */
  async lookAgain() {
    if (this.kept.where === "none") return;
    const { cells, files } = await this.kept.read();
    for (const [path, cell] of cells) this.restoreCell(path, cell);
    for (const [name, file] of files) this.takeUp(name, file);
    this.changed();
  }

  // The reader's work as a file

  savedText() {
    const cells = [];
    for (const book of this.books) {
      for (const cell of book.cells) {
        const { id, source, original, after, at } = cell;
        if (cell.kind !== "code" || source === original) continue;
        cells.push({ notebook: book.name, id, source, after, at: at ?? 0 });
      }
    }
    return savedText({
      company: this.given.company.digest,
      lang: this.lang,
      cells,
      files: this.files,
    });
  }

  /** Takes up a saved file beside what is here; throws `NotOurs`. */
  async openSaved(text) {
    const { cells, files } = readSaved(text, this.given.company.digest);
    for (const { notebook, id, ...cell } of cells) {
      this.restoreCell(`${notebook}/${id}`, cell);
      await this.kept.cell(notebook, id, cell);
    }
    for (const [name, file] of files) this.takeUp(name, (await this.kept.file(name, file)) ?? file);
    this.changed();
    return cells.length + files.size;
  }

  // Python

  startPython() {
    return this.python.start(() => {
      this.inPython = new Map([...this.files].map(([name, { bytes }]) => [name, bytes]));
      return Object.fromEntries(this.inPython);
    });
  }

  /** Ends Python and starts it anew; what was answered stays. */
  async restart() {
    this.python.end();
    this.revived.clear();
    await this.manager.forget();
    for (const book of this.books) {
      for (const cell of book.code)
        if (!["new", "stopped"].includes(cell.state)) cell.state = "old";
    }
    this.changed();
    await this.startPython();
  }

  /** Runs a cell, after what stands above it and has not been run. */
  run(book, cell) {
    const before = book.unrunAbove(cell).map((each) => this.enqueue(book, each));
    return Promise.all([...before, this.enqueue(book, cell)]);
  }

  /**
   * Runs what had run in an earlier Python, so that cards are alive again: the case's own cells,
   * whose answers lie in files. What a reader added, and what decides, runs when the reader says.
   */
  revive(book) {
    if (!book || this.revived.has(book) || !["ready", "busy"].includes(this.python.state)) return;
    this.revived.add(book);
    for (const cell of book.code) {
      const harmless = cell.original !== null && !DECIDES.test(cell.source);
      const ran = cell.count !== null && ["new", "old"].includes(cell.state);
      if (harmless && ran) this.enqueue(book, cell);
    }
  }

  runAll(book) {
    return Promise.all(book.code.map((cell) => this.enqueue(book, cell)));
  }

  async enqueue(book, cell) {
    if (cell.state === "waiting" || cell.state === "running") return;
    cell.state = "waiting";
    this.changed();
    const ok = await this.python.run({
      notebook: book.name,
      code: () => this.codeOf(cell),
      begins: (id) => {
        this.running.set(id, { book, cell });
        // What it showed stays until there is something new.
        Object.assign(cell, { state: "running", clears: true, downloads: [], count: id });
        // A cell that never ends is not taken up another day.
        if (book instanceof Book) this.kept.result(book.name, cell.id, null);
        this.changed();
      },
    });
    if (ok === null) {
      // One that had begun is not begun again but by its reader.
      cell.state = cell.state === "running" ? "stopped" : "old";
      this.changed();
      return;
    }
    this.clearIfAsked(cell);
    cell.state = ok ? "done" : "failed";
    this.changed();
    if (book instanceof Book) this.keepResult(book, cell);
  }

  /** Hands the work in; gives the cell that shows what came of it. */
  handIn(name) {
    const source = [
      "import casekit as ck",
      `ck.language(${JSON.stringify(this.lang)})`,
      `ck.hand_in(${JSON.stringify(name)})`,
    ].join("\n");
    const cell = { source, outputs: [], downloads: [], state: "new", tags: [] };
    this.enqueue({ name: "hand_in" }, cell);
    return cell;
  }

  /** Forgets what the browser keeps of this reader. */
  async erase() {
    this.python.end();
    await this.kept.forget();
  }

  /** A cell's code; before work is handed in, Python's folder gets the notebooks as they are. */
  codeOf(cell) {
    if (/\bhand_in\b/.test(cell.source)) {
      for (const book of this.books) {
        const text = `${JSON.stringify(book.asNotebook(), null, 1)}\n`;
        this.python.write(`${book.name}.ipynb`, utf8.encode(text));
      }
    }
    return cell.source;
  }

  keepResult(book, cell) {
    return this.kept.result(book.name, cell.id, { outputs: cell.outputs, count: cell.count });
  }

  take(message) {
    const at = this.running.get(message.id);
    if (message.kind === "comm") this.manager.receive(message);
    else if (message.widget) this.manager.give(message);
    else if (message.kind === "output" && at) {
      const output = message.display
        ? { ...message.output, display: message.display }
        : message.output;
      this.clearIfAsked(at.cell);
      at.cell.outputs = withOutput(at.cell.outputs, output);
      this.changed();
    } else if (message.kind === "clear" && at) {
      at.cell.clears = true;
      if (!message.wait) this.clearIfAsked(at.cell);
      this.changed();
    } else if (message.kind === "update") this.update(message);
    else if (message.kind === "files") this.filesChanged(message);
    else if (message.kind === "fault" && at) {
      at.cell.outputs = withOutput(at.cell.outputs, {
        output_type: "error",
        ename: "Python",
        evalue: message.text,
        traceback: [],
      });
      this.changed();
    }
  }

  clearIfAsked(cell) {
    if (cell.clears) Object.assign(cell, { outputs: [], clears: false });
  }

  update({ display, data, metadata }) {
    for (const { cell } of this.running.values()) {
      cell.outputs = cell.outputs.map((output) =>
        output.display === display ? { ...output, data, metadata } : output,
      );
    }
    this.changed();
  }

  filesChanged({ names, buffers }) {
    const running = this.python.running && this.running.get(this.python.running.id);
    names.forEach((name, at) => {
      if (running && TO_TAKE.test(name)) {
        running.cell.downloads = [...new Set([...running.cell.downloads, name])];
      }
      if (/\.zip$/i.test(name)) {
        // It is made of what is kept, and goes to the reader.
        this.files.set(name, { bytes: buffers[at], at: Date.now(), passing: true });
        this.zipMade?.(name, buffers[at]);
      } else this.keepFile(name, buffers[at]);
    });
  }
}
