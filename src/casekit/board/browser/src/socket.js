// A web socket that opens again after the line broke, also where nobody said that it did.

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;
/** A server says something at least every fifteen seconds; whoever says nothing for so long is gone. */
const SILENCE_MS = 40_000;
const LOOK_MS = 5000;

export function openSocket(url, { onOpen, onMessage, onLost }) {
  let socket = null;
  let wait = FIRST_WAIT_MS;
  let timer = 0;
  let heard = 0;

  function open() {
    clearTimeout(timer);
    const own = new WebSocket(url);
    socket = own;
    heard = Date.now();
    own.addEventListener("open", () => {
      if (own !== socket) return;
      wait = FIRST_WAIT_MS;
      heard = Date.now();
      onOpen();
    });
    own.addEventListener("message", (event) => {
      if (own !== socket) return;
      heard = Date.now();
      // An empty one says no more than that the server is there.
      if (event.data) onMessage(event.data);
    });
    own.addEventListener("close", () => {
      if (own === socket) lose();
    });
  }

  function lose() {
    socket = null;
    onLost();
    timer = setTimeout(open, wait);
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  }

  /** A phone that slept or changed its network holds a line whose other end is long gone. */
  function look() {
    if (!socket || Date.now() - heard < SILENCE_MS) return;
    const dead = socket;
    lose();
    dead.close();
  }

  /** The network is back, or somebody looks again: nobody waits for the next try. */
  function hurry() {
    if (document.hidden) return;
    look();
    if (!socket) open();
  }

  const watch = setInterval(look, LOOK_MS);
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  open();
  return {
    send(text) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
    },
    close() {
      clearInterval(watch);
      clearTimeout(timer);
      removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
      const last = socket;
      socket = null;
      last?.close();
    },
  };
}
