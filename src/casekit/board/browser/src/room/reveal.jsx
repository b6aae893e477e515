// The end: what could be attained, what was true, who was right when.

import { Bar } from "./parts.jsx";

const MOST_ON_WALL = 5;

/** `wall` is for the big screen: a few teams, and opinions as a table. */
export function Reveal({ ui, reveal, home = null, wall = false }) {
  const Opinions = wall ? TruthTable : Truth;
  return (
    <div class="ckr-reveal">
      <Attained ui={ui} reveal={reveal} most={wall ? MOST_ON_WALL : reveal.teams.length} />
      <Opinions ui={ui} opinions={reveal.opinions} />
      {home && (
        <section>
          <h2>{ui.say("take-title")}</h2>
          <p>{ui.say("take-what")}</p>
          <p>
            <a class="ckr-main" href={home} download="">
              {ui.say("take-now")}
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
      <p class="ckr-small">{ui.say("attained-how", { months: reveal.months })}</p>
      <ul class="ckr-bars">
        {teams.slice(0, most).map((team) => (
          <Bar
            key={team.team}
            label={team.team}
            mine={team.mine}
            count={Math.max(team.gain_krub, 0)}
            of={attainable}
            words={ui.say(team.share === null ? "attained-gain" : "attained-share", {
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

/** Whether the six opinions were voted on a second time; without that nothing came "after". */
function votedAgain(opinions) {
  return opinions.some((one) => one.of_after > 0);
}

function Truth({ ui, opinions }) {
  const again = votedAgain(opinions);
  return (
    <section class="ckr-truths">
      <h2>{ui.say(again ? "truth-title" : "truth-title-bet")}</h2>
      <ol>
        {opinions.map((one) => (
          <li key={one.code}>
            <p class="ckr-opinion">{ui.say(`opinion-${one.code}`)}</p>
            {one.truth && (
              <p class="ckr-truth">{ui.say("opinion-truth", { truth: truthOf(ui, one) })}</p>
            )}
            {one.why && <p>{one.why}</p>}
            {one.more && (
              <details class="ckr-more">
                <summary>{ui.say("truth-more")}</summary>
                <p>{one.more}</p>
              </details>
            )}
            <p class="ckr-small">
              {ui.say(again ? "truth-right" : "truth-right-bet", {
                before: ui.say("truth-of", { count: one.right_before, of: one.of_before }),
                after: ui.say("truth-of", { count: one.right_after, of: one.of_after }),
              })}
            </p>
            {(one.mine_before || (again && one.mine_after)) && (
              <p class="ckr-small">
                {ui.say(again ? "truth-mine" : "truth-mine-bet", {
                  before: ownOf(ui, one, one.mine_before),
                  after: ownOf(ui, one, one.mine_after),
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A person's own answer, and whether it was right. */
function ownOf(ui, { truth, also = [] }, mine) {
  if (!mine) return ui.say("grid-none");
  const answer = ui.say(`judged-${mine}`);
  if (!truth) return answer;
  return ui.say([truth, ...also].includes(mine) ? "truth-hit" : "truth-miss", { answer });
}

/** Opinions a row each, with the share of those who were right. */
function TruthTable({ ui, opinions }) {
  const again = votedAgain(opinions);
  const share = (right, of) => (of > 0 ? ui.format.percent(right / of) : ui.say("truth-nobody"));
  return (
    <section class="ckr-truths">
      <table class="ckr-table">
        <caption>{ui.say(again ? "truth-title" : "truth-title-bet")}</caption>
        <thead>
          <tr>
            <th scope="col">{ui.say("truth-opinion")}</th>
            <th scope="col" class="ckr-name">
              {ui.say("truth-data")}
            </th>
            <th scope="col">{ui.say(again ? "truth-before" : "truth-bet")}</th>
            {again && <th scope="col">{ui.say("truth-after")}</th>}
          </tr>
        </thead>
        <tbody>
          {opinions.map((one) => (
            <tr key={one.code}>
              <th scope="row">{ui.say(`who-${one.code}`)}</th>
              <td class="ckr-name ckr-good">{one.truth ? truthOf(ui, one) : ""}</td>
              <td>{share(one.right_before, one.of_before)}</td>
              {again && <td>{share(one.right_after, one.of_after)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the data say of an opinion, with other readings that are right too. */
function truthOf(ui, { truth, also = [] }) {
  return [truth, ...also].map((option) => ui.say(`judged-${option}`)).join(" / ");
}
