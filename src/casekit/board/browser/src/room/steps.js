// Steps of the agenda: of which kind they are, what is counted in them, which deed comes next.

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

/**
 * The one deed that obviously comes next: itself, the key of its words, what is asked before it.
 *
 * Steps in which people answer are closed before the next one begins.
 * A round is played rather than gone to: playing opens it with its results.
 */
export function nextDeed({ step, agenda }) {
  const played = agenda.filter((each) => each.played !== false).map(({ code }) => code);
  const next = played[played.indexOf(step.code) + 1];
  if (step.state === "open" && countOf(step.code) !== null) {
    return { deed: { do: "close" }, say: "next-close", step: step.code };
  }
  if (next === undefined) {
    return { deed: { do: "finish" }, say: "next-finish", ask: "sure-finish" };
  }
  return goTo(next);
}

/** The deed that makes a step the current one. */
export function goTo(code) {
  const round = /^round_(\d+)$/.exec(code);
  if (round) {
    return { deed: { do: "play", round: Number(round[1]) }, say: "next-play", step: code };
  }
  const deed = { do: "go", step: code };
  return code === "reveal"
    ? { deed, say: "next-go", step: code, ask: "sure-reveal" }
    : { deed, say: "next-go", step: code };
}
