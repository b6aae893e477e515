// Which events come in the round ahead: drawn, or chosen by the facilitator; alike for all teams.

import { Refused } from "./parts.jsx";
import { useDeed } from "./ui.js";

export function Events({ ui, events, only }) {
  const deed = useDeed(ui);
  const { round, kinds, allowed } = events;
  const choose = (next) => deed.send({ do: "events", round, kinds: next });
  return (
    <details class="ckr-events">
      <summary>
        {ui.say(only ? "events-title-only" : "events-title", { round })}{" "}
        <span>{ui.say(kinds === null ? "events-drawn" : "events-chosen")}</span>
      </summary>
      <p class="ckr-small">{ui.say("events-how")}</p>
      <label class="ckr-check">
        <input
          type="checkbox"
          checked={kinds === null}
          onChange={(event) => choose(event.target.checked ? null : [])}
        />
        <span>{ui.say("events-draw")}</span>
      </label>
      {allowed.map((kind) => (
        <label class="ckr-check" key={kind}>
          <input
            type="checkbox"
            checked={kinds?.includes(kind) ?? false}
            onChange={(event) =>
              choose(
                event.target.checked
                  ? [...(kinds ?? []), kind]
                  : (kinds ?? []).filter((each) => each !== kind),
              )
            }
          />
          <span>{ui.say(`event-${kind}`)}</span>
        </label>
      ))}
      <Refused ui={ui} error={deed.error} />
    </details>
  );
}
