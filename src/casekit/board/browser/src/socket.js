// A web socket that opens again after the line broke.

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;

export function openSocket(url, { onOpen, onMessage, onLost }) {
  let socket;
  let wait = FIRST_WAIT_MS;
  let timer = 0;
  let closed = false;

  function open() {
    socket = new WebSocket(url);
    socket.addEventListener("open", () => {
      wait = FIRST_WAIT_MS;
      onOpen();
    });
    socket.addEventListener("message", (event) => onMessage(event.data));
    socket.addEventListener("close", () => {
      if (closed) return;
      onLost();
      timer = setTimeout(open, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    });
  }

  open();
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}
