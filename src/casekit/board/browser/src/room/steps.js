// Steps of the agenda: of which kind they are, what is counted in them, what is said of the next.

/** Steps in which each person answers, and those in which each team does. */
const VOTED = ["bet", "audit", "averages", "vote"];
const COMMITTED = ["commit", "decide"];

/** What a step is, whichever round it belongs to. */
export const kindOf = (code) => code.replace(/_\d+$/, "");

/** What is counted while a step is open: people who voted, teams that committed, or nothing. */
export function countOf(code) {
  if (VOTED.includes(kindOf(code))) return "voted";
  return COMMITTED.includes(kindOf(code)) ? "committed" : null;
}

/** The facilitator's next deed: what its words' key ends with, the step it leads to, what is asked before. */
export function wordsOf({ step, agenda }, next) {
  if (next.do === "close") return { words: "close", step: step.code };
  if (next.do === "finish") return { words: "finish", step: step.code, ask: "sure-finish" };
  if (next.do === "play") {
    const code = `round_${next.round}`;
    const again = agenda.some((each) => each.code === code && each.played);
    return { words: `play-${next.round}`, step: code, ask: again ? "sure-play" : undefined };
  }
  return { words: "go", step: next.step, ask: sureToGo(next.step) };
}

/** What is asked before the truth is told. */
export const sureToGo = (code) => (code === "reveal" ? "sure-reveal" : undefined);
