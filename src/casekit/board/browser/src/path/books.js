// The notebooks of the path as their reader has them: cells, what was changed, results.

const textOf = (source) => (Array.isArray(source) ? source.join("") : source);

let made = 0;
/** A name for a cell that the reader adds. */
const newId = () => `own-${Date.now().toString(36)}-${(++made).toString(36)}`;

function cellOf(given) {
  const source = textOf(given.source);
  return {
    id: given.id,
    kind: given.cell_type,
    metadata: given.metadata ?? {},
    tags: given.metadata?.tags ?? [],
    source,
    original: source,
    after: null,
    outputs: [],
    downloads: [],
    count: null,
    state: "new",
    open: given.cell_type === "code" && /\.\.\./.test(source),
  };
}

export class Book {
  constructor({ name, title, metadata, cells }) {
    this.name = name;
    this.metadata = metadata ?? {};
    this.cells = cells.map(cellOf);
    const first = this.cells.find((cell) => cell.kind === "markdown")?.source ?? name;
    this.title = title || (/^#+ *(.*)$/m.exec(first)?.[1] ?? name);
    this.number = /^\d+/.exec(name)?.[0] ?? "";
  }

  cell(id) {
    return this.cells.find((cell) => cell.id === id);
  }

  /** Adds a cell of the reader's below another one. */
  add(after, { id = newId(), source = "" } = {}) {
    const cell = cellOf({ id, cell_type: "code", metadata: { tags: ["own"] }, source });
    Object.assign(cell, { original: null, after: after?.id ?? null, open: true });
    const place = after ? this.cells.indexOf(after) + 1 : this.cells.length;
    this.cells.splice(place, 0, cell);
    return cell;
  }

  remove(cell) {
    this.cells = this.cells.filter((each) => each !== cell);
  }

  /** Takes over a cell as it was kept; one that this file no longer has is added. */
  restore(id, { source, after, removed }) {
    const cell = this.cell(id);
    if (removed) {
      if (cell?.original === null) this.remove(cell);
    } else if (cell) cell.source = source;
    else this.add(this.cell(after) ?? this.cells.at(-1), { id, source });
  }

  /** Code above a cell that this Python has not run. */
  unrunAbove(cell) {
    const above = this.cells.slice(0, this.cells.indexOf(cell));
    return above.filter((each) => each.kind === "code" && ["new", "old"].includes(each.state));
  }

  get code() {
    return this.cells.filter((cell) => cell.kind === "code");
  }

  /** The notebook as Jupyter keeps it: what is handed in. */
  asNotebook() {
    const cells = this.cells.map((cell) => {
      const common = { cell_type: cell.kind, id: cell.id, metadata: cell.metadata };
      if (cell.kind !== "code") return { ...common, source: cell.source };
      const outputs = cell.outputs.map(({ display, ...output }) => output);
      return { ...common, source: cell.source, execution_count: cell.count, outputs };
    });
    return { cells, metadata: this.metadata, nbformat: 4, nbformat_minor: 5 };
  }
}
