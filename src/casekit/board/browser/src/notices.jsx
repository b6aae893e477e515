/** Deeds of the table of plans, and of the plans to try. */
export const TABLE = ["keep", "show", "drop", "save"];
export const PROPOSALS = ["try", "best"];
/** Deeds whose refusal stands beside what was pressed. */
const BESIDE = new Set(["commit", "forecast", "judge", "person", ...TABLE, ...PROPOSALS]);

/** What holds for the whole board, and refusals of moves. */
export function Notice({ ui, state }) {
  const { error, lost, silent, view } = state;
  return (
    <div class="ckb-notice" role="alert">
      {lost && <p class="ckb-bad">{ui.say("lost")}</p>}
      {silent && <p class="ckb-bad">{ui.say("silent")}</p>}
      {error && !BESIDE.has(error.of) && <p class="ckb-bad">{ui.say.error(error)}</p>}
      {view.breaches?.length > 0 && <Breaches ui={ui} breaches={view.breaches} />}
    </div>
  );
}

/** Hours that were asked for and not possible: how many were, for how many people not, and why. */
export function Short({ ui, view, scope }) {
  const { say, format } = ui;
  const { short } = view;
  // It stands beside the hands that asked for it.
  if (short?.scope !== scope) return <p class="ckb-short" role="status" />;
  const one = short.people === 1;
  const why = Object.entries(short.why).map(([name, count]) =>
    one ? say(`short-one-${name}`) : say(`short-${name}`, { count, of: short.people }),
  );
  return (
    <p class="ckb-short" role="status">
      {say(one ? "short" : "short-mean", {
        activity: ui.activity(short.activity),
        who: ui.label(short.scope),
        asked: format.hours(short.asked_hours, 1),
        possible: format.hours(short.possible_hours, 1),
        why: why.join("; "),
      })}
    </p>
  );
}

const MOST_BREACHES = 6;

/** A refusal beside what was pressed, if it was one of these deeds. */
export function Refused({ ui, state, deeds }) {
  const { error, view } = state;
  if (!error || !deeds.includes(error.of)) return null;
  return (
    <div role="alert" data-refused={error.of}>
      <p class="ckb-bad">{ui.say.error(error)}</p>
      {error.of === "commit" && view.breaches?.length > 0 && (
        <Breaches ui={ui} breaches={view.breaches} />
      )}
    </div>
  );
}

function Breaches({ ui, breaches }) {
  const more = breaches.length - MOST_BREACHES;
  const people = new Set(breaches.map(({ code }) => code)).size;
  return (
    <details class="ckb-bad">
      <summary>{ui.say("breaches", { count: people })}</summary>
      <ul>
        {breaches.slice(0, MOST_BREACHES).map((breach) => (
          <li key={`${breach.kind} ${breach.code} ${breach.month} ${breach.activity}`}>
            {ui.say(`breach-${breach.kind}`, {
              activity: breach.activity ? ui.activity(breach.activity) : "",
              hours: ui.format.number(breach.by_hours, 1),
              month: breach.month,
              who: ui.label(breach.code),
            })}
          </li>
        ))}
        {more > 0 && <li>{ui.say("breaches-more", { count: more })}</li>}
      </ul>
    </details>
  );
}
