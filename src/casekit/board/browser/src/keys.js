// Undo and redo by key; keys that are not the notebook's.

/** The step that a key asks for, whatever alphabet it types; null if it is none. */
export function stepOf({ code, key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = { KeyZ: "z", KeyY: "y" }[code] ?? key?.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

/** Whether an element takes back its own letters. */
function isWriting(target) {
  const writes = target.matches?.("textarea, input[type=text]") || target.isContentEditable;
  return writes && !target.matches(".ckb-typed:not([data-typing])");
}

/** Undo and redo by key are the board's; a browser would change fields that nobody looks at. */
export function stepByKey(event, ask) {
  const step = stepOf(event);
  if (step === null || isWriting(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  ask({ do: step });
}

/** A notebook has commands on arrows, Enter and letters; on ours they are ours. */
export function keep(event) {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/**
 * Shift + Enter on a card goes on to the next cell, as it does everywhere in a notebook.
 *
 * The card keeps keys to itself, so that its cell is given the focus and the key anew.
 */
export function runByKey(event) {
  if (event.key !== "Enter" || !event.shiftKey || event.target.matches("textarea")) return;
  const cell = event.target.closest(".jp-Cell");
  if (cell === null) return;
  event.preventDefault();
  event.stopPropagation();
  cell.focus();
  const { key, code, keyCode, shiftKey } = event;
  cell.dispatchEvent(
    new KeyboardEvent("keydown", { key, code, keyCode, shiftKey, bubbles: true, cancelable: true }),
  );
}
