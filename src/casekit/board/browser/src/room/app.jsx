// The page of whoever looks, by the role that the server gave.

import { useEffect, useState } from "preact/hooks";
import { Facilitator } from "./facilitator.jsx";
import { Person } from "./person.jsx";
import { Screen } from "./screen.jsx";
import style from "./style.js";
import { uiOf } from "./ui.js";

const PAGES = { person: Person, facilitator: Facilitator, screen: Screen };
/** The clock is looked at twice a second, so that no second is skipped. */
const TICK_MS = 500;

/** What is said before the server has told any words. */
const UNSAID = {
  en: "Connecting…",
  ru: "Подключение…",
};

export function App({ state, place, ask, onLanguage, room, onRoom }) {
  const now = useNow();
  const { view, words, speaks } = state;
  if (!view || !words[speaks]) {
    return (
      <div class="ckr">
        <style>{style}</style>
        <p class="ckr-wait" role="status">
          {UNSAID[document.documentElement.lang] ?? UNSAID.en}
        </p>
      </div>
    );
  }
  const ui = { ...uiOf(state, ask), now, place, onLanguage, room, onRoom };
  const Page = PAGES[view.role];
  return (
    <div class={`ckr ckr-${view.role}`} data-step={view.step.code} data-turn={view.turn}>
      <style>{style}</style>
      <p class="ckr-lost" role="status">
        {state.lost ? ui.say("lost") : ""}
      </p>
      <Page ui={ui} view={view} />
    </div>
  );
}

/** The time, again and again. */
function useNow() {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
