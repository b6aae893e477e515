// The agenda: steps with their minutes, which of them are played, and the way to any of them.

import { useState } from "preact/hooks";
import { Refused } from "./parts.jsx";
import { sureToGo } from "./steps.js";
import { useDeed } from "./ui.js";

const LENGTHS = [90, 180];

export function Agenda({ ui, view }) {
  const deed = useDeed(ui);
  const [edits, setEdits] = useState(false);
  const { agenda, every, step, minutes, planned, lasts } = view;
  const named = ({ code }) => ui.say(`step-${code}`);
  const left = every.filter((each) => !each.in).map((each) => each.code);

  /** Anew with other steps or minutes; what was played stays. */
  const change = (facts) => deed.send({ do: "agenda", minutes, without: left, lasts, ...facts });

  function without(code, plays) {
    change({ without: plays ? left.filter((each) => each !== code) : [...left, code] });
  }

  function onGo(code) {
    const sure = sureToGo(code);
    if (sure && !view.room.revealed && !confirm(ui.say(sure))) return;
    deed.send({ do: "go", step: code });
  }

  return (
    <section class="ckr-agenda">
      <h2>{ui.say("agenda-title")}</h2>
      <ol>
        {(edits ? every : agenda).map((each) => (
          <li key={each.code} aria-current={each.code === step.code ? "step" : undefined}>
            {edits ? (
              <label class="ckr-check">
                <input
                  type="checkbox"
                  checked={each.in}
                  disabled={each.code === step.code}
                  onChange={(event) => without(each.code, event.target.checked)}
                />
                <span>{named(each)}</span>
              </label>
            ) : (
              <button
                type="button"
                disabled={each.code === step.code}
                aria-label={each.left ? ui.say("agenda-left", { step: named(each) }) : undefined}
                onClick={() => onGo(each.code)}
              >
                {each.left && <i aria-hidden="true">✓ </i>}
                {named(each)}
              </button>
            )}
            {edits && each.in && each.code !== step.code ? (
              <Minutes
                label={ui.say("agenda-minutes", { step: named(each) })}
                minutes={each.minutes}
                onMinutes={(to) => change({ lasts: { ...lasts, [each.code]: to } })}
              />
            ) : (
              <small>{ui.say("lasts", { minutes: each.minutes })}</small>
            )}
          </li>
        ))}
      </ol>
      <p class="ckr-small" role="status">
        {ui.say(
          planned > minutes ? "agenda-over" : planned < minutes ? "agenda-free" : "agenda-sum",
          {
            planned,
            minutes,
            free: Math.abs(minutes - planned),
          },
        )}
      </p>
      <div class="ckr-deeds">
        {edits &&
          LENGTHS.map((length) => (
            <button
              type="button"
              key={length}
              aria-pressed={minutes === length}
              onClick={() => change({ minutes: length, without: [], lasts: {} })}
            >
              {ui.say("lasts", { minutes: length })}
            </button>
          ))}
        <button type="button" aria-expanded={edits} onClick={() => setEdits(!edits)}>
          {ui.say(edits ? "agenda-done" : "agenda-edit")}
        </button>
      </div>
      <Refused ui={ui} error={deed.error} />
    </section>
  );
}

/** Minutes of a step; what is typed counts when the field is left. */
function Minutes({ label, minutes, onMinutes }) {
  const [text, setText] = useState(null);
  function enter() {
    setText(null);
    const typed = Number(text);
    if (text && Number.isInteger(typed) && typed !== minutes) onMinutes(typed);
  }
  return (
    <input
      type="number"
      min="1"
      step="1"
      aria-label={label}
      value={text ?? minutes}
      onInput={(event) => setText(event.target.value)}
      onChange={enter}
    />
  );
}
