// The team's board inside the page: the module that draws it everywhere.

import { useEffect, useRef, useState } from "preact/hooks";

const MODULE = "/board.js";

export function TeamBoard({ ui, view }) {
  const { ask, team } = view;
  const box = useRef(null);
  const [state, setState] = useState("board-loading");

  useEffect(() => {
    let close = null;
    let gone = false;
    const where = new URL(`${team.board}/socket`, location.href);
    where.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    where.searchParams.set("lang", ui.lang);
    import(new URL(MODULE, location.href).href).then(
      ({ connect }) => {
        if (gone) return;
        close = connect(box.current, where.href, ui.lang);
        setState(null);
      },
      () => setState("board-fault"),
    );
    return () => {
      gone = true;
      close?.();
    };
    // A board that speaks another language is another line.
  }, [team.board, ui.lang]);

  return (
    <section class="ckr-board">
      <p class="ckr-note">{ui.say(noteOf(ask, team))}</p>
      {team.committed && (
        <p class="ckr-kept" role="status">
          {ui.say(team.committed.by_forecast ? "board-committed" : "board-no-forecast", {
            reason: team.committed.reason,
          })}
        </p>
      )}
      {state && <p role="status">{ui.say(state)}</p>}
      <div ref={box} class="ckr-board-box" />
    </section>
  );
}

function noteOf(ask, team) {
  if (!ask.commit) return "board-try";
  return team.committed ? "board-again" : "board-commit";
}
