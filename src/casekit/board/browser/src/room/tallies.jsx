// How the room voted.

import { Bar } from "./parts.jsx";

/** Votes on an exhibit; `mine` is a person's own, null if there is none, undefined for who has no vote. */
export function Tally({ ui, tally, asked = true, mine = undefined }) {
  const { options, truth, exhibit } = tally;
  const all = options.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="ckr-tally">
      {asked && <h2>{ui.say(`asks-${exhibit}`)}</h2>}
      <ul class="ckr-bars">
        {options.map(({ code, count }) => (
          <Bar
            key={code}
            label={ui.say(`choice-${code}`)}
            count={count}
            of={all}
            words={ui.format.number(count)}
            mine={code === truth}
            mark={code === truth ? ui.say("tally-truth") : null}
          />
        ))}
      </ul>
      {mine !== undefined && (
        <p class="ckr-small">
          {ui.say("stack-mine", { answer: ui.say(mine ? `choice-${mine}` : "grid-none") })}
        </p>
      )}
    </section>
  );
}

/** The six opinions as the room sees them, before and after; `mine` are a person's own answers. */
export function Opinions({ ui, opinions, mine = null, short = false }) {
  const { before, after } = opinions.rows[0];
  const options = Object.keys(before ?? after);
  return (
    <section class="ckr-opinions">
      <Key ui={ui} options={options} />
      <ol>
        {opinions.rows.map((row) => (
          <li key={row.code}>
            <p class="ckr-opinion">{ui.say(short ? `short-${row.code}` : `opinion-${row.code}`)}</p>
            {["before", "after"].map(
              (when) =>
                row[when] && (
                  <Stack
                    key={when}
                    ui={ui}
                    when={row.after ? when : "bet"}
                    counts={row[when]}
                    options={options}
                  />
                ),
            )}
            {mine && (
              <p class="ckr-small">
                {ui.say("stack-mine", {
                  answer: mine[row.code] ? ui.say(`judged-${mine[row.code]}`) : ui.say("grid-none"),
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Key({ ui, options }) {
  return (
    <p class="ckr-key" aria-hidden="true">
      {options.map((option) => (
        <span key={option}>
          <i class={`ckr-o-${option}`} /> {ui.say(`judged-${option}`)}
        </span>
      ))}
    </p>
  );
}

/** Answers of the room to one opinion, side by side. */
function Stack({ ui, when, counts, options }) {
  const given = options.filter((option) => counts[option] > 0);
  const said = given.map((option) =>
    ui.say("stack-part", {
      option: ui.say(`judged-${option}`),
      count: ui.format.number(counts[option]),
    }),
  );
  return (
    <p class="ckr-stack">
      <span>{ui.say(`stack-${when}`)}</span>
      <span class="ckr-stack-room" role="img" aria-label={said.join("; ") || ui.say("stack-none")}>
        {given.map((option) => (
          <i key={option} class={`ckr-o-${option}`} style={{ flexGrow: counts[option] }}>
            {ui.format.number(counts[option])}
          </i>
        ))}
      </span>
    </p>
  );
}
