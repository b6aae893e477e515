// The facilitator's page: where the workshop stands, who is there, and what comes next.

import { Agenda } from "./agenda.jsx";
import { Events } from "./events.jsx";
import { Picture } from "./exhibit.jsx";
import { Leaders } from "./leaders.jsx";
import { News } from "./news.jsx";
import { Over, Takings } from "./over.jsx";
import { Clock, Languages, Refused, Svg } from "./parts.jsx";
import { Reveal } from "./reveal.jsx";
import { countOf, kindOf, wordsOf } from "./steps.js";
import { Opinions, Tally } from "./tallies.jsx";
import { Teams } from "./teams.jsx";
import { useDeed } from "./ui.js";

const MORE_MINUTES = 5;

export function Facilitator({ ui, view }) {
  return (
    <>
      <header class="ckr-header">
        <p class="ckr-step">{ui.say("facilitator-title")}</p>
        <Languages ui={ui} view={view} />
      </header>
      <main class="ckr-desk">
        {view.room.finished ? (
          <Over ui={ui} view={view} />
        ) : (
          <>
            <Now ui={ui} view={view} />
            <Agenda ui={ui} view={view} />
            <div class="ckr-middle">
              <Teams ui={ui} view={view} />
              <Ways ui={ui} view={view} />
            </div>
          </>
        )}
        <Told ui={ui} view={view} />
      </main>
    </>
  );
}

/** The current step and the deeds that belong to it: the one that comes next is the largest. */
function Now({ ui, view }) {
  const deed = useDeed(ui);
  const { step, counts } = view;
  const next = view.next && wordsOf(view, view.next);
  const open = step.state === "open";

  function onNext() {
    if (next.ask && !confirm(ui.say(next.ask))) return;
    deed.send(view.next);
  }

  return (
    <section class="ckr-now" aria-label={ui.say("now-title")}>
      <h1>{ui.say(`step-${step.code}`)}</h1>
      <p class="ckr-state">
        <Clock ui={ui} view={view} /> <span>{ui.say(`state-${step.state}`)}</span>
      </p>
      <p class="ckr-counts">
        <span>{ui.say("counts-here", { here: counts.here, of: counts.people })}</span>
        <span>{ui.say("counts-teams", { teams: counts.teams })}</span>
        {countOf(step.code) === "voted" && (
          <span>{ui.say("counts-voted", { voted: counts.voted, of: counts.people })}</span>
        )}
        {countOf(step.code) === "committed" && (
          <>
            <span>
              {ui.say("counts-committed", { committed: counts.committed, of: counts.teams })}
            </span>
            <span>
              {ui.say("counts-foretold", { foretold: counts.foretold, of: counts.teams })}
            </span>
          </>
        )}
      </p>
      <div class="ckr-deeds">
        {next && (
          <button type="button" class="ckr-main ckr-next" disabled={deed.waits} onClick={onNext}>
            {deed.waits
              ? ui.say("next-wait")
              : ui.say(`next-${next.words}`, { step: ui.say(`step-${next.step}`) })}
          </button>
        )}
        {open ? (
          view.next?.do !== "close" && (
            <button type="button" onClick={() => deed.send({ do: "close" })}>
              {ui.say("do-close")}
            </button>
          )
        ) : (
          <button type="button" onClick={() => deed.send({ do: "open" })}>
            {ui.say("do-open")}
          </button>
        )}
        {open && (
          <button type="button" onClick={() => deed.send({ do: "minutes", add: MORE_MINUTES })}>
            {ui.say("do-minutes", { minutes: MORE_MINUTES })}
          </button>
        )}
      </div>
      <Refused ui={ui} error={deed.error} />
      {view.notes.map((note) => (
        <p key={note.key} class="ckr-note">
          {ui.refusal(note)}
        </p>
      ))}
      {view.events && (
        <Events
          ui={ui}
          events={view.events}
          only={view.agenda.filter(({ code }) => kindOf(code) === "round").length === 1}
          key={view.events.round}
        />
      )}
    </section>
  );
}

function Ways({ ui, view }) {
  const { room, links } = view;
  return (
    <section class="ckr-ways">
      <h2>{ui.say("ways-title")}</h2>
      <p>{ui.say(room.links?.length > 1 ? "ways-join-any" : "ways-join")}</p>
      <ul>
        {(room.links ?? [room.link]).map((link) => (
          <li key={link}>
            <a href={link}>{link}</a>
          </li>
        ))}
      </ul>
      <p>{ui.say("ways-code", { code: room.code })}</p>
      {room.qr && <Svg text={room.qr} alt={ui.say("qr-alt")} class="ckr-qr" />}
      <ul>
        <li>
          <a href={links.screen} target="_blank" rel="noreferrer">
            {ui.say("way-screen")}
          </a>
        </li>
      </ul>
      <Takings ui={ui} links={links} />
    </section>
  );
}

/** What the step tells: the facilitator sees it first. */
function Told({ ui, view }) {
  const { ask, told, step } = view;
  const kind = kindOf(step.code);
  const lives = kind === "round";
  const votes = kind === "bet" || kind === "vote";
  if (kind === "reveal" && !told.reveal) return <p role="status">{ui.say("reveal-working")}</p>;
  const shows = ask?.picture || told.tally || told.reveal;
  if (!(shows || (votes && told.opinions) || (lives && told.leaders))) return null;
  return (
    <section class="ckr-told" aria-label={ui.say("told-title")}>
      <h2>{ui.say("told-title")}</h2>
      {ask?.picture && <Picture ui={ui} exhibit={kind} picture={ask.picture} />}
      {told.tally && <Tally ui={ui} tally={told.tally} />}
      {votes && told.opinions && <Opinions ui={ui} opinions={told.opinions} />}
      {lives && told.news && <News ui={ui} news={told.news} />}
      {(lives || told.reveal) && told.leaders && <Leaders ui={ui} told={told} />}
      {told.reveal && <Reveal ui={ui} reveal={told.reveal} />}
    </section>
  );
}
