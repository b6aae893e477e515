import { useEffect, useReducer, useState } from "preact/hooks";
import { About } from "./about.jsx";
import { Bar } from "./bar.jsx";
import { Contents } from "./contents.jsx";
import { downloads } from "./downloads.js";
import { HandIn } from "./hand_in.jsx";
import { Notebook } from "./notebook.jsx";
import { Reading } from "./reading.jsx";
import { Work } from "./work.jsx";

export function App({ page }) {
  const [, again] = useReducer((count) => count + 1, 0);
  const [dialog, setDialog] = useState("");
  useEffect(() => follow(page, again, setDialog), [page]);
  const { say } = page;
  const text = page.given.texts.find(({ name }) => name === page.view);
  const close = () => setDialog("");
  return (
    <>
      <button
        type="button"
        class="ckp-skip"
        onClick={() => document.getElementById("main").focus()}
      >
        {say("skip")}
      </button>
      <Bar page={page} onDialog={setDialog} />
      <div class="ckp-body">
        <Contents page={page} />
        <main id="main" tabIndex={-1} key={page.view}>
          {text ? <Reading text={text} /> : <Notebook page={page} book={page.book} />}
        </main>
      </div>
      {dialog === "work" && <Work page={page} onClose={close} />}
      {dialog === "hand-in" && <HandIn page={page} onClose={close} />}
      {dialog === "about" && <About page={page} onClose={close} />}
    </>
  );
}

/** Follows the page, its address and the browser's wish to leave. */
function follow(page, again, setDialog) {
  let due = false;
  // Many changes of one moment are drawn once.
  const draw = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      again();
    });
  };
  page.listeners.add(draw);
  page.zipMade = downloads;
  const byAddress = () => {
    const asked = decodeURIComponent(location.hash.slice(1));
    const known = [...page.books, ...page.given.texts].some(({ name }) => name === asked);
    if (known && asked !== page.view) {
      page.open(asked);
      again();
      scrollTo(0, 0);
    }
  };
  const shown = () => {
    if (document.visibilityState === "visible") page.lookAgain().catch((it) => page.refused(it));
  };
  // There is nothing to save by hand: the reader sees where the work is.
  const saving = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyS") return;
    event.preventDefault();
    setDialog("work");
  };
  const leaving = (event) => {
    if (page.unsaved && page.kept.where === "none") event.preventDefault();
  };
  byAddress();
  addEventListener("hashchange", byAddress);
  addEventListener("keydown", saving);
  document.addEventListener("visibilitychange", shown);
  addEventListener("beforeunload", leaving);
  return () => {
    page.listeners.delete(draw);
    removeEventListener("hashchange", byAddress);
    removeEventListener("keydown", saving);
    document.removeEventListener("visibilitychange", shown);
    removeEventListener("beforeunload", leaving);
  };
}
