// What Python told so far. A part that came late for its turn is dropped.

export const EMPTY = {
  company: null,
  words: null,
  view: null,
  slow: null,
  curves: null,
  // What Python refused; `of` is the deed, where this board asked for it.
  error: null,
  // The proposal that was tried last and the plan it made.
  tried: null,
  files: null,
  committed: null,
  // The last turn that was answered, by a view or by an error.
  answered: 0,
  lost: false,
  // Python has been asked and says nothing, though nobody knows the line to be broken.
  silent: false,
};

/** The state after a message; `deed` is what it answers, where this board asked for it. */
export function told(state, message, deed = undefined) {
  const { kind, ...rest } = message;
  if (kind === "company") return { ...state, company: rest, view: begun(state.view) };
  if (kind === "words") return { ...state, words: rest };
  if (kind === "view") return withTried(withView(state, rest), rest, deed);
  if (kind === "slow") return state.view?.turn === rest.turn ? { ...state, slow: rest } : state;
  if (kind === "curves") return { ...state, curves: rest };
  if (kind === "files") return { ...state, files: rest };
  if (kind === "committed") return { ...state, committed: rest };
  if (kind === "error") {
    const error = { ...rest, of: deed?.do };
    return { ...state, error, answered: Math.max(state.answered, rest.turn ?? 0) };
  }
  return state;
}

/** Python tells the company first: the view that follows counts, also if a crash took some turns. */
function begun(view) {
  return view && { ...view, turn: -1 };
}

function withView(state, view) {
  // Answers of two sockets may overtake one another; an older view never replaces a newer one.
  if (state.view && view.turn < state.view.turn) return state;
  const same = state.slow?.turn === view.turn;
  const answered = Math.max(state.answered, view.turn);
  const slow = same ? state.slow : null;
  // Files to take along are those of the plan shown, or none.
  const files = state.view && samePlan(state.view, view) ? state.files : null;
  return { ...state, view, answered, slow, files, lost: false };
}

function withTried(state, view, deed) {
  if (deed?.do !== "try" && deed?.do !== "best") return state;
  return { ...state, tried: { name: deed.proposal ?? deed.do, view } };
}

/** Proposal whose plan stands on the board, null if it is another plan. */
export function proposalOf({ tried, view }) {
  return tried && samePlan(tried.view, view) ? tried.name : null;
}

/** Chance of the plan shown; undefined while it is worked out, null where nobody knows. */
export function chanceOf({ view, slow }) {
  return slow ? slow.chance : (view.top.chance ?? undefined);
}

/** Band of the margin: thousands a month, or null while it is worked out. */
export function bandOf({ view, slow }) {
  const { low, high } = slow?.low ? slow : view.months;
  return low && high ? { low, high } : null;
}

function samePlan(one, other) {
  return JSON.stringify(one.plan) === JSON.stringify(other.plan);
}

/** Whether the plan shown is today's hours. */
export function isToday(view) {
  return (view.plan?.moves?.length ?? 0) === 0;
}
