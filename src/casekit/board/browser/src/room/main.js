// The room in a browser: a participant's page, the facilitator's and the big screen's.

import { render as draw, h } from "preact";
import { openSocket } from "../socket.js";
import { App } from "./app.jsx";
import { Line } from "./line.js";
import { EMPTY, told } from "./store.js";

/** Draws the room into an element; messages go over a web socket, which comes back by itself. */
export function connect(el, socketUrl, lang) {
  let state = EMPTY;
  let socket = null;
  let speaks = lang;
  // The room's code comes with the link, or is typed.
  let room = new URLSearchParams(location.search).get("room") ?? "";
  const line = new Line((message) => socket.send(JSON.stringify(message)));
  const place = { role: el.dataset.role, code: el.dataset.code ?? "" };
  const show = () => draw(h(App, { state, place, ask, onLanguage, room, onRoom }), el);

  function ask(deed) {
    const id = line.ask(deed);
    queueMicrotask(show);
    return id;
  }

  const hello = () => socket.send(JSON.stringify({ do: "hello", lang: speaks, room }));

  function onRoom(code) {
    room = code;
    hello();
  }

  function onLanguage(to) {
    speaks = to;
    document.documentElement.lang = to;
    hello();
  }

  function take(message) {
    if (message.kind === "done" || message.kind === "error") line.answered(message.id);
    state = told({ ...state, lost: false }, message);
    show();
  }

  socket = openSocket(socketUrl, {
    onOpen() {
      hello();
      line.back();
    },
    onMessage: (text) => take(JSON.parse(text)),
    onLost() {
      line.broke();
      state = { ...state, lost: true };
      show();
    },
  });
  show();
  return () => {
    socket.close();
    draw(null, el);
  };
}
