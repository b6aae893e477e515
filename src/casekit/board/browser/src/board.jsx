import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Curves } from "./curves.jsx";
import { First } from "./first.jsx";
import { goTo, keepKeys } from "./focus.js";
import { Hands } from "./hands.jsx";
import { Header } from "./header.jsx";
import { Notice } from "./notices.jsx";
import { formatter } from "./numbers.js";
import { People } from "./people.jsx";
import style from "./style.js";
import { Brief, TopLine } from "./topline.jsx";
import { useUnique } from "./unique.js";
import { capital, labelOf, speaker } from "./words.js";

const SHEETS = ["plan", "curves", "people"];

/** Said where Python has told no words, or not yet: the only sentences that this module holds. */
const UNSAID = {
  en: "The board has not come up: the model gave no answer. Wait a moment; if nothing changes, run the board’s cell again or reload the page. What you committed is kept.",
  ru: "Панель не открылась: модель не ответила. Подождите немного; если ничего не изменится, выполните ячейку с панелью ещё раз или обновите страницу. Утверждённый план сохранён.",
};

/** The whole board; `lead` names a part that the page around it leads to. */
export function Board({ state, busy, ask, speaks, onLanguage, lead = null }) {
  const { company, words, view } = state;
  const [chosen, setChosen] = useState(null);
  // A board that is taken up again opens at the sheet that was left.
  const sheet = chosen ?? view?.sheet ?? SHEETS[0];
  const id = useUnique();
  const ui = useMemo(
    () => (company && words ? interfaceOf(company, words, speaks, ask) : null),
    [company, words, speaks, ask],
  );
  // Python sends curves only while they are looked at, and then with every scope.
  const ready = view !== null;
  useEffect(() => {
    if (ready && (sheet !== view.sheet || (sheet === "curves" && !state.curves))) {
      ask({ do: "sheet", name: sheet });
    }
  }, [sheet, ready]);
  const root = useRef(null);
  const led = useRef(null);
  useEffect(() => {
    if (lead === led.current || !root.current) return;
    if (lead.place !== "hours" && sheet !== SHEETS[0]) {
      setChosen(SHEETS[0]);
      return;
    }
    led.current = lead;
    goTo(root.current, lead.place);
  }, [lead, sheet]);

  if (!ui || !view) {
    return (
      <div class="ckb" aria-busy="true">
        <style>{style}</style>
        {(state.error || state.silent || state.lost) && (
          <p class="ckb-bad" role="alert" lang={speaks}>
            {UNSAID[speaks]}
          </p>
        )}
      </div>
    );
  }
  const tab = (name) => `${id}-tab-${name}`;
  const panel = `${id}-panel`;
  const shown = { ui, state, view };
  return (
    <div
      class="ckb"
      ref={root}
      lang={speaks}
      data-turn={view.turn}
      data-lm-suppress-shortcuts="true"
      onFocusIn={keepKeys}
    >
      <style>{style}</style>
      <section class="ckb-board" aria-label={ui.say("board")}>
        <Header {...shown} onLanguage={onLanguage} />
        <TopLine {...shown} busy={busy} />
        <Notice ui={ui} state={state} />
        <Brief {...shown} />
        <div class="ckb-main">
          <Hands {...shown} />
          <div class="ckb-sheets">
            <Tabs ui={ui} sheet={sheet} onSheet={setChosen} tab={tab} panel={panel} />
            <div id={panel} role="tabpanel" aria-labelledby={tab(sheet)} class="ckb-sheet">
              {sheet === "plan" && <First {...shown} />}
              {sheet === "curves" && <Curves {...shown} />}
              {sheet === "people" && <People {...shown} />}
            </div>
          </div>
        </div>
      </section>
    </div>
  );
}

/** What every part of the board needs to speak and to ask. */
function interfaceOf(company, words, lang, ask) {
  const say = speaker(words, lang);
  const label = (code) => (code === "all" ? say("everybody") : labelOf(company, code, lang));
  return {
    company,
    lang,
    languages: Object.keys(words),
    nameOf: (code) => speaker(words, code)("language-name"),
    say,
    format: formatter(lang, say, company),
    label,
    activity: (code) => capital(say(`activity-${code}`), lang),
    ask,
  };
}

function Tabs({ ui, sheet, onSheet, tab, panel }) {
  function onKeyDown(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = SHEETS.at((SHEETS.indexOf(sheet) + step) % SHEETS.length);
    onSheet(next);
    document.getElementById(tab(next))?.focus();
  }
  return (
    <div class="ckb-tabs" role="tablist" aria-label={ui.say("sheets")} onKeyDown={onKeyDown}>
      {SHEETS.map((name) => (
        <button
          key={name}
          id={tab(name)}
          type="button"
          role="tab"
          aria-selected={name === sheet}
          aria-controls={panel}
          tabIndex={name === sheet ? 0 : -1}
          onClick={() => onSheet(name)}
        >
          {ui.say(`sheet-${name}`)}
        </button>
      ))}
    </div>
  );
}
