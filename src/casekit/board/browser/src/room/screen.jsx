// The big screen: read from ten metres, so that it shows little at a time.

import { Drawn } from "./drawn.jsx";
import { Drawing, Picture } from "./exhibit.jsx";
import { Leaders } from "./leaders.jsx";
import { News } from "./news.jsx";
import { Clock, Languages, Svg } from "./parts.jsx";
import { beganAlike, hoursPicture, SELLING } from "./pictures.js";
import { Reveal } from "./reveal.jsx";
import { countOf, kindOf } from "./steps.js";
import { Opinions, Tally } from "./tallies.jsx";

/** As many rows as can be read from afar. */
const MOST_PLACES = 5;
const MOST_FORECASTS = 4;
const MOST_TEAMS = 12;
/** Beside the six opinions or a picture there is less room. */
const MOST_BESIDE = 5;

export function Screen({ ui, view }) {
  const { step, room } = view;
  return (
    <>
      <header class="ckr-header">
        <h1 class="ckr-step">{ui.say(`step-${step.code}`)}</h1>
        <Clock ui={ui} view={view} />
        {step.code !== "join" && room.doors && (
          <p class="ckr-late">
            {ui.say("screen-join", { link: shortOf(room.link), code: room.code })}
          </p>
        )}
        <Languages ui={ui} view={view} />
      </header>
      <main class="ckr-wall" data-state={step.state}>
        <Wall ui={ui} view={view} />
      </main>
    </>
  );
}

function Wall({ ui, view }) {
  const { ask, step, told } = view;
  const kind = kindOf(step.code);
  if (kind === "join") return <Welcome ui={ui} view={view} />;
  if (kind === "round") return <Round ui={ui} told={told} />;
  if (kind === "reveal") {
    if (told.reveal) return <Reveal ui={ui} reveal={told.reveal} wall />;
    return (
      <p class="ckr-big" role="status">
        {ui.say("reveal-working")}
      </p>
    );
  }
  return (
    <>
      <h2 class="ckr-title">{ui.say(`wall-${kind}`)}</h2>
      {step.state === "open" && <p class="ckr-how">{ui.say(`wall-how-${kind}`)}</p>}
      {ask?.picture && <Picture ui={ui} exhibit={kind} picture={ask.picture} />}
      {told.tally && <Tally ui={ui} tally={told.tally} asked={false} />}
      {told.opinions && <Opinions ui={ui} opinions={told.opinions} short />}
      {!told.tally && !told.opinions && <Counted ui={ui} view={view} />}
      {view.exhibits && (
        <div class="ckr-pair">
          {view.exhibits.map((picture) => (
            <Drawing key={picture.src} picture={picture} />
          ))}
        </div>
      )}
      {kind === "decide" && told.leaders && (
        <Leaders ui={ui} told={{ leaders: told.leaders }} most={MOST_PLACES} />
      )}
    </>
  );
}

/** The way in. */
function Welcome({ ui, view }) {
  const { room, counts, teams } = view;
  return (
    <div class="ckr-welcome">
      {room.qr && <Svg text={room.qr} alt={ui.say("qr-alt")} class="ckr-qr" />}
      <div>
        <h2 class="ckr-title">{ui.say("wall-join")}</h2>
        <p class="ckr-address">{shortOf(room.link)}</p>
        <p>{ui.say("wall-code", { code: room.code })}</p>
        <p class="ckr-big">
          {ui.say("wall-counts", { teams: counts.teams, people: counts.people })}
        </p>
        <Names teams={teams} ui={ui} />
      </div>
    </div>
  );
}

/** How far the room is, while nothing may be told. */
function Counted({ ui, view }) {
  const { counts, step, teams, ask } = view;
  const counted = countOf(step.code);
  if (counted === null) return <Names teams={teams} ui={ui} />;
  const done = counts[counted];
  const of = counted === "voted" ? counts.people : counts.teams;
  const most = ask.kind === "grid" || ask.picture ? MOST_BESIDE : MOST_TEAMS;
  const options = ask.kind === "choice" && !ask.picture ? ask.options : [];
  return (
    <div class="ckr-counted">
      <Asked lines={(ask.rows ?? []).map((row) => ui.say(`opinion-${row}`))} />
      <Asked lines={options.map((option) => ui.say(`choice-${option}`))} />
      <p class="ckr-big" role="status">
        {ui.say(`wall-${counted}`, { count: done, of })}
      </p>
      <progress value={done} max={Math.max(of, 1)} aria-label={ui.say("wall-progress")} />
      <Names teams={teams} ui={ui} counted={counted} most={most} />
    </div>
  );
}

/** What everybody judges, or may choose. */
function Asked({ lines }) {
  if (!lines.length) return null;
  return (
    <ul class="ckr-rows">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** How far a team is: nought waits for it, 2 has done all, 1 lacks something. */
const FAR = {
  voted: ({ people, voted }) => (voted === 0 ? 0 : voted < people ? 1 : 2),
  committed: ({ committed, foretold }) => Number(committed) + Number(foretold),
};

/** Teams by name; where something is counted, whoever is waited for comes first. */
function Names({ ui, teams: all, counted = null, most = MOST_TEAMS }) {
  const far = counted ? FAR[counted] : () => 0;
  const teams = [...all].sort((a, b) => far(a) - far(b));
  const rest = teams.length - most;
  return (
    <ul class="ckr-names">
      {teams.slice(0, most).map((team) => (
        <li key={team.name} class={["", "ckr-part", "ckr-done"][far(team)]}>
          {far(team) === 2 && (
            <span role="img" aria-label={ui.say("wall-done")}>
              ✓{" "}
            </span>
          )}
          <b>{team.name}</b>
          {far(team) === 1 && <small>{ui.say(`wall-part-${counted}`, team)}</small>}
        </li>
      ))}
      {rest > 0 && <li>{ui.say("leaders-rest", { count: rest })}</li>}
    </ul>
  );
}

/** What a round brought to all. */
function Round({ ui, told }) {
  const { points, leaders, news } = told;
  if (!leaders) return <p class="ckr-big">{told.round && ui.say(`round-${told.round.state}`)}</p>;
  const places = new Map(leaders.rows.map((row) => [row.team, row.place]));
  const numbered = (points ?? []).map((point) => ({ ...point, place: places.get(point.team) }));
  return (
    <div class="ckr-round">
      <div>
        <News ui={ui} news={news} />
        {numbered.length > 0 && (
          <Drawn
            kind="hours"
            title={ui.say(beganAlike(numbered) ? "points-title" : "points-later")}
            data={[points, ui.lang]}
            draw={(size) => hoursPicture(ui, numbered, size)}
            head={[ui.say("leaders-team"), ...SELLING.map((kind) => ui.say(`activity-${kind}`))]}
            rows={numbered.map(({ team, after }) => [
              team,
              ...SELLING.map((kind) => ui.format.number(after[kind], 1)),
            ])}
          />
        )}
      </div>
      <Leaders ui={ui} told={told} most={MOST_PLACES} mostForeseen={MOST_FORECASTS} />
    </div>
  );
}

/** An address as people type it. */
function shortOf(link) {
  return link.replace(/^https?:\/\//, "").replace(/\/?(\?.*)?$/, "");
}
