// The six opinions, one at a time: each with a few answers large enough for a thumb.

import { useRef, useState } from "preact/hooks";
import { Arrived } from "./parts.jsx";
import { useDeed } from "./ui.js";

export function Grid({ ui, view }) {
  const { rows, options } = view.ask;
  const open = view.step.state === "open";
  const deed = useDeed(ui);
  // What was pressed stands at once; what the server holds comes behind it.
  const [pressed, setPressed] = useState({});
  const answers = { ...view.ask.answers, ...pressed };
  const first = rows.findIndex((row) => !answers[row]);
  const [at, setAt] = useState(first < 0 ? rows.length : first);
  // Whoever came from the list goes back to it.
  const [listed, setListed] = useState(false);
  const title = useRef(null);
  const answered = rows.filter((row) => answers[row]).length;

  function turnTo(next) {
    setAt(next);
    // The question that is new is read aloud, and a keyboard begins at its answers.
    requestAnimationFrame(() => title.current?.focus());
  }

  function choose(row, option) {
    const all = { ...answers, [row]: option };
    setPressed(all);
    deed.send({ do: "bet", answers: all });
    turnTo(listed ? rows.length : at + 1);
  }

  function change(row) {
    setListed(true);
    turnTo(row);
  }

  if (!open) return <Given ui={ui} rows={rows} answers={view.ask.answers ?? {}} />;
  if (at >= rows.length) {
    return (
      <section>
        <h2 ref={title} tabIndex={-1}>
          {ui.say(answered === rows.length ? "grid-all" : "grid-some", {
            count: answered,
            of: rows.length,
          })}
        </h2>
        <Arrived ui={ui} deed={deed} done={ui.say("kept")} />
        <Given ui={ui} rows={rows} answers={answers} onChange={change} />
      </section>
    );
  }
  const row = rows[at];
  return (
    <section>
      <p class="ckr-place">{ui.say("grid-at", { at: at + 1, of: rows.length })}</p>
      <fieldset class="ckr-options">
        <legend ref={title} tabIndex={-1}>
          {ui.say(`opinion-${row}`)}
        </legend>
        {options.map((option) => (
          <button
            type="button"
            key={option}
            aria-pressed={answers[row] === option}
            onClick={() => choose(row, option)}
          >
            {ui.say(`judged-${option}`)}
          </button>
        ))}
      </fieldset>
      <div class="ckr-steps">
        <button
          type="button"
          disabled={at === 0 && !listed}
          onClick={() => turnTo(listed ? rows.length : at - 1)}
        >
          {ui.say("grid-back")}
        </button>
        {/* An answer goes on by itself: under a thumb that taps twice this would skip one. */}
        {!listed && answers[row] && (
          <button type="button" onClick={() => turnTo(at + 1)}>
            {ui.say("grid-on")}
          </button>
        )}
      </div>
      <Arrived ui={ui} deed={deed} done={ui.say("kept")} />
    </section>
  );
}

/** What was answered, opinion by opinion. */
function Given({ ui, rows, answers, onChange = null }) {
  return (
    <ol class="ckr-given">
      {rows.map((row, at) => (
        <li key={row}>
          <span>{ui.say(`opinion-${row}`)}</span>
          <b>{answers[row] ? ui.say(`judged-${answers[row]}`) : ui.say("grid-none")}</b>
          {onChange && (
            <button
              type="button"
              aria-label={ui.say(answers[row] ? "grid-change-row" : "grid-answer-row", {
                row: ui.say(`opinion-${row}`),
              })}
              onClick={() => onChange(at)}
            >
              {ui.say(answers[row] ? "grid-change" : "grid-answer")}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
