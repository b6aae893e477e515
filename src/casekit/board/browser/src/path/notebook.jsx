import { useEffect } from "preact/hooks";
import { CodeCell } from "./cell.jsx";
import { Markdown } from "./markdown.jsx";

/** A notebook: texts and cells one below the other. */
export function Notebook({ page, book }) {
  useEffect(() => {
    const onKey = (event) => runByKey(page, book, event);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [page, book]);
  const next = page.books[page.books.indexOf(book) + 1];
  return (
    <article class="ckp-book jupyter-widgets">
      {book.cells.map((cell, at) => {
        const shared = {
          key: cell.id,
          page,
          book,
          cell,
          number: at + 1,
          current: page.current === cell,
          onFocus: () => choose(page, cell),
        };
        return cell.kind === "code" ? <CodeCell {...shared} /> : <TextCell {...shared} />;
      })}
      <p class="ckp-end">
        <button type="button" onClick={() => focusSoon(page.addCell(book, null), page)}>
          {page.say("add-at-end")}
        </button>
        {next && <a href={`#${next.name}`}>{page.say("next", { title: next.title })}</a>}
      </p>
    </article>
  );
}

function TextCell({ cell, current, onFocus }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Shift + Enter goes on from the text that was clicked
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only marks where Shift + Enter goes on
    <div
      class={current ? "ckp-text ckp-current" : "ckp-text"}
      id={cell.id}
      tabIndex={-1}
      onClick={onFocus}
    >
      <Markdown source={cell.source} />
    </div>
  );
}

function choose(page, cell) {
  if (page.current === cell) return;
  page.current = cell;
  page.changed();
}

/** Shift + Enter runs the cell at hand and goes to the next; Ctrl + Enter stays. */
function runByKey(page, book, event) {
  if (event.key !== "Enter" || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const cell = page.current && book.cells.includes(page.current) ? page.current : book.cells[0];
  if (!cell) return;
  event.preventDefault();
  if (cell.kind === "code") page.run(book, cell);
  if (!event.shiftKey) return;
  const next = book.cells[book.cells.indexOf(cell) + 1];
  if (next) focusSoon(next, page);
}

/** Takes the reader to a cell once it is drawn. */
export function focusSoon(cell, page) {
  choose(page, cell);
  setTimeout(() => {
    // A quick hand is further on already.
    if (page.current !== cell) return;
    const place = document.getElementById(cell.id);
    const editor = cell.kind === "code" && cell.open && place?.querySelector(".cm-content");
    (editor || place)?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "nearest" });
  });
}
