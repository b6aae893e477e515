import { useEffect, useRef, useState } from "preact/hooks";
import { keepKeys } from "../focus.js";
import { useUnique } from "../unique.js";
import { begun, isBlank, isUnfinished } from "./answer.js";
import { FIELDS } from "./fields.jsx";

/** Milliseconds after the last letter when what was typed is kept. */
const REST_MS = 800;

/** A question with its fields, buttons and what is said of the answer. */
export function Card({ view, silent, ask }) {
  const id = useUnique();
  const [answer, setAnswer] = useState(() => begun(view));
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { labels } = view;
  const Fields = FIELDS[view.kind];

  /** Takes what was entered; what is typed is kept once the hand rests. */
  function enter(entered, typing = false) {
    setAnswer(entered);
    clearTimeout(timer.current);
    if (typing) timer.current = setTimeout(() => ask({ do: "enter", answer: entered }), REST_MS);
    else ask({ do: "enter", answer: entered });
  }

  function press(deed) {
    clearTimeout(timer.current);
    ask({ do: deed, answer });
  }

  const checks = view.judged && !view.guess;
  // Where nothing was entered, or only a part of it, pressing the button is to say so.
  const main = checks || isUnfinished(view, answer) ? "check" : "enter";
  return (
    <section
      class="ckc"
      lang={view.lang}
      aria-labelledby={`${id}--ask`}
      data-lm-suppress-shortcuts="true"
      onFocusIn={keepKeys}
    >
      <div class="ckc-head">
        <p class="ckc-ask" id={`${id}--ask`}>
          {view.ask}
        </p>
        <span class="ckc-points">{view.points}</span>
      </div>
      <Fields id={id} view={view} answer={answer} enter={enter} />
      <div class="ckc-buttons">
        {(checks || view.kind !== "plan") && (
          <button type="button" class="ckc-main" onClick={() => press(main)}>
            {checks ? labels.check : labels.keep}
          </button>
        )}
        {view.more_hints && (
          <button type="button" onClick={() => press("hint")}>
            {labels.hint}
          </button>
        )}
        {view.may_reveal && (
          <button type="button" onClick={() => press("reveal")}>
            {labels.reveal}
          </button>
        )}
        {view.kept && !isBlank(answer) && <span class="ckc-saved">{labels.saved}</span>}
      </div>
      <div class="ckc-said" role="status">
        {silent && <p class="ckc-alarm">{labels.silent}</p>}
        {view.lost && <p class="ckc-alarm">{labels.lost}</p>}
        {view.verdict && (
          <p class={`ckc-verdict ckc-${view.verdict.state}`}>
            <span aria-hidden="true">{view.verdict.sign} </span>
            {view.verdict.message}
          </p>
        )}
        {view.right && <p class="ckc-right">{view.right}</p>}
        {view.why && <p class="ckc-why">{view.why}</p>}
        {view.hints.map((hint) => (
          <p class="ckc-hint" key={hint}>
            {hint}
          </p>
        ))}
      </div>
    </section>
  );
}
