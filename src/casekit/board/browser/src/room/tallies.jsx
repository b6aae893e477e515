// How the room voted.

import { Bar } from "./parts.jsx";

/** Votes on an exhibit. */
export function Tally({ ui, tally }) {
  const { options, truth, exhibit } = tally;
  const all = options.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="ckr-tally">
      <h2>{ui.say(`asks-${exhibit}`)}</h2>
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
    </section>
  );
}

/** The six opinions before, after and, at the end, as the data have them. */
export function Opinions({ ui, opinions }) {
  return (
    <section class="ckr-opinions">
      <Key ui={ui} options={opinions.options} />
      <ol>
        {opinions.rows.map(({ code, before, after, truth }) => (
          <li key={code}>
            <h3>{ui.say(`opinion-${code}`)}</h3>
            {before && <Stack ui={ui} when="before" counts={before} options={opinions.options} />}
            {after && <Stack ui={ui} when="after" counts={after} options={opinions.options} />}
            {truth && (
              <p class="ckr-truth">
                {ui.say("opinion-truth", { truth: ui.say(`judged-${truth}`) })}
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
