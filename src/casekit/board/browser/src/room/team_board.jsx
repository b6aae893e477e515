// The team's board inside the page: the module that draws it everywhere.

import { useEffect, useRef, useState } from "preact/hooks";
import { Leading } from "./leading.jsx";

const MODULE = "/board.js";
/** There once the company has been told: after a round its model takes a while. */
const THERE = ".ckb-top";

export function TeamBoard({ ui, view }) {
  const { team } = view;
  const box = useRef(null);
  const board = useRef(null);
  const [state, setState] = useState("board-loading");

  useEffect(() => {
    let gone = false;
    const watch = new MutationObserver(() => {
      if (box.current?.querySelector(THERE)) settle(null);
    });
    const settle = (said) => {
      watch.disconnect();
      setState(said);
    };
    setState("board-loading");
    watch.observe(box.current, { childList: true, subtree: true });
    const where = new URL(`${team.board}/socket`, location.href);
    where.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    where.searchParams.set("lang", ui.lang);
    import(new URL(MODULE, location.href).href).then(
      ({ connect }) => {
        if (!gone) board.current = connect(box.current, where.href, ui.lang);
      },
      () => settle("board-fault"),
    );
    return () => {
      gone = true;
      watch.disconnect();
      board.current?.close();
      board.current = null;
    };
    // A board that speaks another language is another line.
  }, [team.board, ui.lang]);

  return (
    <section class={takesPlans(view) ? "ckr-board" : "ckr-board ckr-tries"}>
      {view.step.state === "open" && <p class="ckr-note">{ui.say(noteOf(view))}</p>}
      {team.committed && (
        <p class="ckr-kept" role="status">
          {ui.say(team.committed.by_forecast ? "board-committed" : "board-no-forecast", {
            reason: team.committed.reason,
          })}
        </p>
      )}
      {takesPlans(view) && (
        <Leading ui={ui} committed={team.committed} onLead={(part) => board.current?.lead(part)} />
      )}
      {state && <p role="status">{ui.say(state)}</p>}
      <div ref={box} class="ckr-board-box" />
    </section>
  );
}

/** Whether plans are taken now: with a step for deciding left out, already where boards are tried. */
function takesPlans({ step, agenda }) {
  if (step.state !== "open") return false;
  return step.code !== "board" || !agenda.some(({ code }) => code === "commit");
}

/** What is to be done at the board; once the step is shut, the page says that. */
function noteOf(view) {
  if (!takesPlans(view)) return "board-try";
  return view.team.committed ? "board-again" : "board-commit";
}
