import { render as draw } from "preact";
import { keep, runByKey } from "../keys.js";
import css from "./card.css";
import { Card } from "./card.jsx";

/** Milliseconds without an answer after which the reader is told what may be the matter. */
const PATIENCE_MS = 10_000;

/** What anywidget calls for each place where a card is shown. */
function render({ model, el }) {
  let silent = false;
  let timer = 0;

  const show = () => {
    draw(
      <>
        <style>{css}</style>
        <Card view={model.get("view")} silent={silent} ask={ask} />
      </>,
      el,
    );
  };

  /** Asks Python; a kernel that is busy or was restarted says nothing. */
  function ask(deed) {
    clearTimeout(timer);
    timer = setTimeout(fall, PATIENCE_MS);
    try {
      model.send(deed);
    } catch {
      fall();
    }
  }

  function fall() {
    silent = true;
    show();
  }

  const take = () => {
    clearTimeout(timer);
    silent = false;
    show();
  };

  model.on("change:view", take);
  el.addEventListener("keydown", runByKey);
  el.addEventListener("keydown", keep);
  show();
  return () => {
    clearTimeout(timer);
    model.off("change:view", take);
    el.removeEventListener("keydown", runByKey);
    el.removeEventListener("keydown", keep);
    draw(null, el);
  };
}

export default { render };
