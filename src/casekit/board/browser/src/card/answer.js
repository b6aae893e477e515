// What stands in a card's fields, as it is sent to Python.

/** What the fields hold at the beginning: what was entered before, or nothing. */
export function begun({ kind, answer, options }) {
  if (answer !== null && answer !== undefined) return answer;
  if (kind === "several") return [];
  // An order has no nothing: what is shown is entered once it is moved or checked.
  if (kind === "order") return options.map(({ code }) => code);
  return kind === "table" || kind === "grid" || kind === "range" ? {} : "";
}

/** Whether nothing was entered. */
export function isBlank(answer) {
  if (Array.isArray(answer)) return answer.length === 0;
  if (answer && typeof answer === "object") return Object.values(answer).every((part) => !part);
  return answer === "" || answer === null || answer === undefined;
}

/** Whether nothing was entered, or only one end of a range. */
export function isUnfinished({ kind }, answer) {
  return isBlank(answer) || (kind === "range" && !(answer.low && answer.high));
}

/** Options with one of them taken, or left if it was taken. */
export function toggled(answer, code) {
  return answer.includes(code) ? answer.filter((each) => each !== code) : [...answer, code];
}

/** An order with one option moved by some places; itself where there is no such place. */
export function moved(answer, code, by) {
  const from = answer.indexOf(code);
  const to = from + by;
  if (from < 0 || to < 0 || to >= answer.length) return answer;
  const kept = answer.filter((each) => each !== code);
  kept.splice(to, 0, code);
  return kept;
}
