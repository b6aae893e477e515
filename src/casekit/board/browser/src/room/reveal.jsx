// The end: what could be attained, what was true, who was right when.

import { Bar } from "./parts.jsx";

export function Reveal({ ui, reveal, most = Infinity }) {
  return (
    <div class="ckr-reveal">
      <Attained ui={ui} reveal={reveal} most={most} />
      <Truth ui={ui} opinions={reveal.opinions} />
      {reveal.home && (
        <section>
          <h2>{ui.say("home-title")}</h2>
          <p>{ui.say("home-what")}</p>
          <p>
            <a class="ckr-main" href={reveal.home} download>
              {ui.say("home-take")}
            </a>
          </p>
        </section>
      )}
    </div>
  );
}

function Attained({ ui, reveal, most }) {
  const { teams, attainable_krub: attainable } = reveal;
  const rest = teams.length - most;
  return (
    <section class="ckr-attained">
      <h2>{ui.say("attained-title", { attainable: ui.format.money(attainable, true) })}</h2>
      <p class="ckr-small">{ui.say("attained-how")}</p>
      <ul class="ckr-bars">
        {teams.slice(0, most).map((team) => (
          <Bar
            key={team.team}
            label={team.team}
            mine={team.mine}
            count={Math.max(team.gain_krub, 0)}
            of={attainable}
            words={ui.say("attained-share", {
              share: ui.format.percent(team.share),
              gain: ui.format.money(team.gain_krub, true),
            })}
          />
        ))}
      </ul>
      {rest > 0 && <p class="ckr-small">{ui.say("leaders-rest", { count: rest })}</p>}
    </section>
  );
}

function Truth({ ui, opinions }) {
  return (
    <section class="ckr-truths">
      <h2>{ui.say("truth-title")}</h2>
      <ol>
        {opinions.map((one) => (
          <li key={one.code}>
            <h3>{ui.say(`opinion-${one.code}`)}</h3>
            <p class="ckr-truth">
              {ui.say("opinion-truth", { truth: ui.say(`judged-${one.truth}`) })}
            </p>
            <p class="ckr-small">
              {ui.say("truth-right", {
                before: ui.say("truth-of", { count: one.right_before, of: one.of_before }),
                after: ui.say("truth-of", { count: one.right_after, of: one.of_after }),
              })}
            </p>
            {one.mine_after && (
              <p class="ckr-small">
                {ui.say("truth-mine", {
                  before: one.mine_before
                    ? ui.say(`judged-${one.mine_before}`)
                    : ui.say("grid-none"),
                  after: ui.say(`judged-${one.mine_after}`),
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
