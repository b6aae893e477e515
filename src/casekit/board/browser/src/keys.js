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
