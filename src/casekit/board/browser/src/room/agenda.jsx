// The agenda: steps with their minutes, which of them are played, and the way to any of them.

import { useState } from "preact/hooks";
import { Refused } from "./parts.jsx";
import { useDeed } from "./ui.js";

const LENGTHS = [90, 180];

export function Agenda({ ui, view }) {
  const deed = useDeed(ui);
  const [edits, setEdits] = useState(false);
  const { agenda, step, minutes } = view;
  const played = agenda.filter((each) => each.played !== false);
  const shown = edits ? agenda : played;

  /** Anew with other steps; what was played stays. */
  function without(code, plays) {
    const left = agenda.filter((each) => each.played === false).map((each) => each.code);
    const next = plays ? left.filter((each) => each !== code) : [...left, code];
    deed.send({ do: "agenda", minutes, without: next });
  }

  function onGo(code) {
    if (code === "reveal" && !confirm(ui.say("sure-reveal"))) return;
    deed.send({ do: "go", step: code });
  }

  return (
    <section class="ckr-agenda">
      <h2>{ui.say("agenda-title")}</h2>
      <ol>
        {shown.map(({ code, minutes: lasts, played: plays }) => (
          <li key={code} aria-current={code === step.code ? "step" : undefined}>
            {edits ? (
              <label class="ckr-check">
                <input
                  type="checkbox"
                  checked={plays !== false}
                  disabled={code === step.code}
                  onChange={(event) => without(code, event.target.checked)}
                />
                <span>{ui.say(`step-${code}`)}</span>
              </label>
            ) : (
              <button type="button" disabled={code === step.code} onClick={() => onGo(code)}>
                {ui.say(`step-${code}`)}
              </button>
            )}
            <small>{ui.say("lasts", { minutes: lasts })}</small>
          </li>
        ))}
      </ol>
      <div class="ckr-deeds">
        {edits &&
          LENGTHS.map((length) => (
            <button
              type="button"
              key={length}
              aria-pressed={minutes === length}
              onClick={() => deed.send({ do: "agenda", minutes: length, without: [] })}
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
