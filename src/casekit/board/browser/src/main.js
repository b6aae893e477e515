import { render as draw, h } from "preact";
import { Board } from "./board.jsx";
import { keep, stepByKey } from "./keys.js";
import { Link } from "./link.js";
import { openSocket } from "./socket.js";
import { EMPTY, told } from "./store.js";

/** Milliseconds without an answer after which a notebook's reader is told what may be the matter. */
const PATIENCE_MS = 10_000;

/** Draws a board into an element; `send` takes deeds to Python. */
function mount(el, send, lang, patience = null) {
  let state = EMPTY;
  let timer = 0;
  let speaks = lang;
  let lead = null;
  const link = new Link(post);
  const show = () => draw(h(Board, { state, busy: link.busy, ask, speaks, onLanguage, lead }), el);

  /** Asks Python; what it complained of before is done with. */
  function ask(deed) {
    if (state.error) state = { ...state, error: null };
    const turn = link.ask(deed);
    wait();
    // Parts of the board ask while they are being drawn.
    queueMicrotask(show);
    return turn;
  }

  /** A kernel that was restarted knows of no board. */
  function post(deed) {
    try {
      send(deed);
    } catch {
      state = { ...state, silent: true };
    }
  }

  /** A kernel that is busy says nothing. */
  function wait() {
    clearTimeout(timer);
    if (patience === null || (state.view && !link.busy)) return;
    timer = setTimeout(() => {
      state = { ...state, silent: true };
      show();
    }, patience);
  }

  function onLanguage(to) {
    speaks = to;
    ask({ do: "language", to });
  }

  function take(message) {
    if (message.kind === "language") speaks = message.to;
    // Of a proposal that is on its way the answer alone tells which plan it made.
    const deed = link.deedOf(message.turn);
    const answers = message.kind === "view" || message.kind === "error";
    if (answers) link.answered(message.turn);
    state = told({ ...state, silent: false }, message, deed);
    if (message.kind === "error") link.forget(message.turn);
    if (answers) wait();
    show();
  }

  const lose = () => {
    link.broke();
    state = { ...state, lost: true };
    show();
  };
  show();
  return {
    link,
    take,
    onKey: (event) => stepByKey(event, ask),
    lose,
    /** Leads to `hours`, `reason` or `forecast`. */
    lead(place) {
      lead = { place };
      show();
    },
    hello() {
      post({ do: "hello", turn: 0, lang: speaks });
      wait();
      show();
    },
    close() {
      clearTimeout(timer);
      draw(null, el);
    },
  };
}

/** The reader's language as far as the browser knows it. */
function wished() {
  const asked = document.documentElement.lang || navigator.language || "en";
  return asked.toLowerCase().startsWith("ru") ? "ru" : "en";
}

/** What anywidget calls for each place where the board is shown. */
function render({ model, el }) {
  const board = mount(el, (deed) => model.send(deed), model.get("lang") ?? wished(), PATIENCE_MS);
  const take = (message) => board.take(message);
  model.on("msg:custom", take);
  el.addEventListener("keydown", keep);
  el.addEventListener("keydown", board.onKey);
  board.hello();
  return () => {
    model.off("msg:custom", take);
    el.removeEventListener("keydown", keep);
    el.removeEventListener("keydown", board.onKey);
    board.close();
  };
}

/** The board on a page of its own: messages go over a web socket, which comes back by itself. */
export function connect(el, socketUrl, lang = wished()) {
  let socket = null;
  const board = mount(el, (deed) => socket.send(JSON.stringify(deed)), lang);
  socket = openSocket(socketUrl, {
    onOpen() {
      board.hello();
      board.link.back();
    },
    onMessage: (text) => board.take(JSON.parse(text)),
    onLost: board.lose,
  });
  // The page is the board's own: a key counts wherever the focus is.
  document.addEventListener("keydown", board.onKey);
  return {
    lead: board.lead,
    close() {
      document.removeEventListener("keydown", board.onKey);
      socket.close();
      board.close();
    },
  };
}

export default { render };
