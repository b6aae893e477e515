// What is still to do at the board, one after the other, and the way to each.

/** Parts of the board in the order in which they are needed. */
const PARTS = ["hours", "reason", "forecast"];

/** `onLead` leads to a part of the board. */
export function Leading({ ui, committed, onLead }) {
  const done = {
    hours: committed !== null,
    reason: committed !== null,
    forecast: committed?.by_forecast ?? false,
  };
  // Of no plan there is no forecast, and the board has no fields for one.
  const waits = (part) => part === "forecast" && !committed;
  return (
    <nav class="ckr-lead" aria-label={ui.say("lead-title")}>
      <ol>
        {PARTS.map((part, at) => (
          <li key={part}>
            <button
              type="button"
              class={done[part] ? "ckr-done" : ""}
              disabled={waits(part)}
              onClick={() => onLead(part)}
            >
              {done[part] ? (
                <i role="img" aria-label={ui.say("lead-done")}>
                  ✓
                </i>
              ) : (
                <i aria-hidden="true">{at + 1}</i>
              )}{" "}
              {ui.say(`lead-${part}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
