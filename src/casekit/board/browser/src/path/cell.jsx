import { downloads } from "./downloads.js";
import { Editor } from "./editor.jsx";
import { focusSoon } from "./notebook.jsx";
import { Outputs } from "./outputs.jsx";

/** A cell of code: folded unless opened, with what it shows. */
export function CodeCell({ page, book, cell, number, current, onFocus }) {
  const { say } = page;
  const waits = cell.state === "waiting" || cell.state === "running";
  const own = cell.original === null;
  const changed = !own && cell.source !== cell.original;
  const toggle = () => {
    cell.open = !cell.open;
    page.changed();
  };
  const classes = ["ckp-cell", `ckp-${cell.state}`];
  if (current) classes.push("ckp-current");
  if (cell.tags.includes("your-turn")) classes.push("ckp-yours");
  return (
    <section
      class={classes.join(" ")}
      id={cell.id}
      tabIndex={-1}
      aria-label={say("cell", { number })}
      aria-busy={waits}
      onFocusCapture={onFocus}
    >
      <div class="ckp-line">
        <button
          type="button"
          class="ckp-run"
          disabled={waits}
          title={say("run-title")}
          onClick={() => page.run(book, cell)}
        >
          {say("run")}
        </button>
        <button type="button" class="ckp-fold" aria-expanded={cell.open} onClick={toggle}>
          {say(cell.open ? "fold" : "unfold")}
        </button>
        <span class="ckp-state">{stateOf(say, cell)}</span>
        <span class="ckp-more">
          {changed && (
            <button
              type="button"
              class="ckp-quiet"
              onClick={() => page.edit(book, cell, cell.original)}
            >
              {say("original")}
            </button>
          )}
          {own && (
            <button type="button" class="ckp-quiet" onClick={() => page.removeCell(book, cell)}>
              {say("remove")}
            </button>
          )}
          <button
            type="button"
            class="ckp-quiet"
            onClick={() => focusSoon(page.addCell(book, cell), page)}
          >
            {say("add")}
          </button>
        </span>
      </div>
      {cell.open && (
        <Editor
          source={cell.source}
          label={say("code-of", { number })}
          onInput={(source) => page.edit(book, cell, source)}
        />
      )}
      <Outputs page={page} outputs={cell.outputs} />
      {cell.downloads.length > 0 && (
        <p class="ckp-files">
          {cell.downloads.map((name) => (
            <button
              type="button"
              key={name}
              onClick={() => downloads(name, page.files.get(name).bytes)}
            >
              {say("download", { name })}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

/** What a reader should know of a cell. */
function stateOf(say, cell) {
  if (cell.state === "old" || (cell.state === "new" && cell.outputs.length))
    return say("state-old");
  return cell.state === "new" ? "" : say(`state-${cell.state}`);
}
