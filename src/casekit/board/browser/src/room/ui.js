// What all parts of the room's pages share: language, numbers, deeds.

import { useState } from "preact/hooks";
import { formatter } from "../numbers.js";
import { speaker } from "../words.js";

/** Words, numbers and months in a language. */
export function uiOf(state, ask) {
  const { words, speaks: lang, view } = state;
  const say = speaker(words, lang, "room-");
  const format = formatter(lang, say, { currency: view.currency, chances: [] });
  const long = new Intl.DateTimeFormat(lang, { month: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  const date = (code) => new Date(`${code}-01T00:00:00Z`);
  const month = (code) => say("month", { month: long.format(date(code)), year: code.slice(0, 4) });
  const shortMonth = (code) => short.format(date(code));
  return { lang, say, format, month, shortMonth, refusal: refusals(say), state, ask };
}

/** What Python says bears the key of its text whole. */
const OURS = /^room-/;

/** A function that says why something was refused; steps among the facts by their names. */
export function refusals(say) {
  const named = (code) => (say.has(`step-${code}`) ? say(`step-${code}`) : code);
  const told = (fact) => (typeof fact === "string" ? fact.split(", ").map(named).join(", ") : fact);
  return ({ key: whole, facts }) => {
    const key = whole.replace(OURS, "");
    const known = Object.entries(facts).map(([name, fact]) => [name, told(fact)]);
    return say.error({ key, facts: Object.fromEntries(known) });
  };
}

/** A deed of a form: how to ask for it, and how it was answered. */
export function useDeed(ui) {
  const [id, setId] = useState(null);
  const answer = id === null ? undefined : ui.state.answers[id];
  return {
    send: (deed) => setId(ui.ask(deed)),
    waits: id !== null && answer === undefined,
    /** Say no more of the last answer, once what was asked has been changed. */
    forget: () => setId(null),
    done: answer === null,
    error: answer ?? null,
  };
}
