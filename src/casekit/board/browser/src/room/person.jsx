// A participant's page: one thing to do at a time.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Exhibit } from "./exhibit.jsx";
import { Grid } from "./grid.jsx";
import { Joined, Joining } from "./joining.jsx";
import { Leaders } from "./leaders.jsx";
import { Clock, Languages } from "./parts.jsx";
import { Result } from "./result.jsx";
import { Reveal } from "./reveal.jsx";
import { kindOf } from "./steps.js";
import { Opinions, Tally } from "./tallies.jsx";
import { TeamBoard } from "./team_board.jsx";

/** What is being written in; it is not taken from under the hand. */
const WRITING = "input:not([type=range], [type=radio]), textarea";
const STILL = "(prefers-reduced-motion: reduce)";

/** A step that begins is shown from its top, where it says what is asked. */
function useTop(code) {
  const last = useRef(code);
  useEffect(() => {
    if (last.current === code) return;
    last.current = code;
    // A field that went with its step has no focus any more.
    if (document.activeElement?.matches(WRITING)) return;
    scrollTo({ top: 0, behavior: matchMedia(STILL).matches ? "instant" : "smooth" });
  }, [code]);
}

/** Tells the team's board how high the head is that stays over it. */
function useHead() {
  const head = useRef(null);
  useLayoutEffect(() => {
    const { current: part } = head;
    const tell = () => part.parentElement.style.setProperty("--ckb-head", `${part.offsetHeight}px`);
    const watch = new ResizeObserver(tell);
    watch.observe(part);
    tell();
    return () => watch.disconnect();
  }, []);
  return head;
}

export function Person({ ui, view }) {
  const { code, state } = view.step;
  useTop(code);
  const head = useHead();
  return (
    <>
      <header class="ckr-header" ref={head}>
        <p class="ckr-step">{view.team ? ui.say(`step-${code}`) : ui.say("title")}</p>
        <Clock ui={ui} view={view} />
        <Languages ui={ui} view={view} />
      </header>
      <main class="ckr-page" data-state={state}>
        {view.team ? <Step ui={ui} view={view} /> : <Joining ui={ui} view={view} />}
      </main>
      {view.team && (
        <footer class="ckr-footer">
          <Joined ui={ui} view={view} open={code === "join"} />
        </footer>
      )}
    </>
  );
}

/** Whether the team let a step for deciding pass without a plan. */
function missed({ ask, team }) {
  return ask?.kind === "board" && ask.round !== null && !team.committed;
}

function Step({ ui, view }) {
  const { ask, told, step } = view;
  const closed = step.state === "closed";
  const kind = kindOf(step.code);
  // What a round brought is told of it for long: it belongs to the step that lives through it.
  const lives = kind === "round";
  return (
    <>
      <h1>{ui.say(`does-${kind}`)}</h1>
      {view.room.finished && (
        <p class="ckr-note">{ui.say(view.team.home ? "finished-take" : "finished-room")}</p>
      )}
      {closed && ask && (
        <p class="ckr-note" role="status">
          {ui.say(missed(view) ? "closed-missed" : "closed")}
        </p>
      )}
      {ask?.kind === "grid" && !told.opinions && (
        <Grid ui={ui} view={view} deed={step.code} key={step.code} />
      )}
      {ask?.kind === "choice" && <Exhibit ui={ui} view={view} key={ask.exhibit} />}
      {ask?.kind === "board" && <TeamBoard ui={ui} view={view} key={view.team.board} />}
      {told.tally && <Tally ui={ui} tally={told.tally} mine={ask?.choice} />}
      {lives && told.result && <Result ui={ui} result={told.result} />}
      {kind === "reveal" && !told.reveal && <p role="status">{ui.say("reveal-working")}</p>}
      {told.opinions && kind !== "reveal" && (
        <Opinions ui={ui} opinions={told.opinions} mine={ask?.answers ?? {}} />
      )}
      {lives && told.round?.state !== "played" && <p>{ui.say(`round-${told.round.state}`)}</p>}
      {told.reveal && <Reveal ui={ui} reveal={told.reveal} home={view.team.home} />}
      {(lives || told.reveal) && told.leaders && <Leaders ui={ui} told={told} />}
    </>
  );
}
