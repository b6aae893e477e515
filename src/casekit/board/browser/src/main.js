import { render as draw, h } from "preact";
import { Board } from "./board.jsx";
import { Link } from "./link.js";
import { openSocket } from "./socket.js";
import { EMPTY, told } from "./store.js";

/** Draws a board into an element; `send` takes deeds to Python. */
function mount(el, send, lang) {
  let state = EMPTY;
  let speaks = lang;
  const link = new Link(send);
  const show = () => draw(h(Board, { state, busy: link.busy, ask, speaks, onLanguage }), el);

  /** Asks Python; what it complained of before is done with. */
  function ask(deed) {
    if (state.error) state = { ...state, error: null };
    const turn = link.ask(deed);
    // Parts of the board ask while they are being drawn.
    queueMicrotask(show);
    return turn;
  }

  function onLanguage(to) {
    speaks = to;
    ask({ do: "language", to });
  }

  function take(message) {
    if (message.kind === "language") speaks = message.to;
    if (message.kind === "view" || message.kind === "error") link.answered(message.turn);
    state = told(state, message);
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
    lose,
    hello: () => send({ do: "hello", turn: 0, lang: speaks }),
    close: () => draw(null, el),
  };
}

/** The reader's language as far as the browser knows it. */
function wished() {
  const asked = document.documentElement.lang || navigator.language || "en";
  return asked.toLowerCase().startsWith("ru") ? "ru" : "en";
}

/** What anywidget calls for each place where the board is shown. */
function render({ model, el }) {
  const board = mount(el, (deed) => model.send(deed), model.get("lang") ?? wished());
  const take = (message) => board.take(message);
  model.on("msg:custom", take);
  board.hello();
  return () => {
    model.off("msg:custom", take);
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
  return () => {
    socket.close();
    board.close();
  };
}

export default { render };
