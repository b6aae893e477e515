// What the room's server told.

export const EMPTY = {
  words: {},
  speaks: null,
  view: null,
  /** By how much the server's clock is ahead of ours, ms. */
  ahead: 0,
  lost: false,
  /** How a deed was answered, by its name: null for done, `{key, facts}` for refused. */
  answers: {},
};
/** Answers that are remembered: their forms look at them at once. */
const MOST_REMEMBERED = 40;

/** The state after a message, which came at `at` (ms by our clock). */
export function told(state, message, at = Date.now()) {
  switch (message.kind) {
    case "words":
      return {
        ...state,
        speaks: message.lang,
        words: { ...state.words, [message.lang]: message.words },
      };
    case "view":
      return { ...state, view: message, ahead: message.now - at };
    case "done":
      return answered(state, message.id, null);
    case "error":
      return answered(state, message.id, { key: message.key, facts: message.facts ?? {} });
    default:
      // A newer server may say more than this page knows.
      return state;
  }
}

/** An error that answers no deed stands under this name. */
export const UNASKED = "";

function answered(state, id, answer) {
  const kept = Object.entries(state.answers).slice(-MOST_REMEMBERED);
  return { ...state, answers: { ...Object.fromEntries(kept), [id ?? UNASKED]: answer } };
}
