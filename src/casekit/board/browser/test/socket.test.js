import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openSocket } from "../src/socket.js";

/** A socket whose other end the test is. */
class Fake extends EventTarget {
  static OPEN = 1;
  static all = [];
  constructor(url) {
    super();
    this.url = url;
    this.readyState = 0;
    this.sent = [];
    Fake.all.push(this);
  }
  opens() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  says(data) {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
  breaks() {
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
  send(text) {
    this.sent.push(text);
  }
  close() {
    this.readyState = 2;
  }
}

/** A page with an open line; `heard` tells what came. */
function opened(t) {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  Fake.all = [];
  const page = new EventTarget();
  globalThis.WebSocket = Fake;
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  globalThis.addEventListener = page.addEventListener.bind(page);
  globalThis.removeEventListener = page.removeEventListener.bind(page);
  const heard = [];
  const socket = openSocket("ws://room/line", {
    onOpen: () => heard.push("open"),
    onMessage: (text) => heard.push(text),
    onLost: () => heard.push("lost"),
  });
  Fake.all[0].opens();
  t.after(() => {
    socket.close();
    mock.timers.reset();
  });
  return { socket, page, heard };
}

test("a line that broke is opened again, later and later", (t) => {
  const { heard } = opened(t);
  Fake.all[0].breaks();
  mock.timers.tick(250);
  assert.equal(Fake.all.length, 2);
  Fake.all[1].breaks();
  mock.timers.tick(250);
  assert.equal(Fake.all.length, 2);
  mock.timers.tick(250);
  Fake.all[2].opens();
  assert.deepEqual(heard, ["open", "lost", "lost", "open"]);
});

test("signs of life keep a line and are no messages", (t) => {
  const { heard } = opened(t);
  for (let beat = 0; beat < 20; beat += 1) {
    mock.timers.tick(15_000);
    Fake.all[0].says("");
  }
  assert.equal(Fake.all.length, 1);
  assert.deepEqual(heard, ["open"]);
});

test("a silent line is given up without its other end, and its late words are not heard", (t) => {
  const { socket, heard } = opened(t);
  mock.timers.tick(45_000);
  assert.deepEqual(heard, ["open", "lost"]);
  mock.timers.tick(250);
  const [dead, fresh] = Fake.all;
  assert.equal(dead.readyState, 2);
  fresh.opens();
  dead.says("old");
  dead.breaks();
  fresh.says("new");
  socket.send("asked");
  assert.deepEqual(heard, ["open", "lost", "open", "new"]);
  assert.deepEqual(fresh.sent, ["asked"]);
});

test("who looks again after a sleep, or has a network again, waits for no further try", (t) => {
  const { page, heard } = opened(t);
  for (const [place, event] of [
    [globalThis.document, "visibilitychange"],
    [page, "online"],
  ]) {
    Fake.all.at(-1).breaks();
    const tries = Fake.all.length;
    place.dispatchEvent(new Event(event));
    assert.equal(Fake.all.length, tries + 1);
    Fake.all.at(-1).opens();
    // The try that was planned is not made as well.
    mock.timers.tick(10_000);
    assert.equal(Fake.all.length, tries + 1);
  }
  assert.deepEqual(heard, ["open", "lost", "open", "lost", "open"]);
});

test("a page that is put away opens nothing more", (t) => {
  const { socket, page, heard } = opened(t);
  socket.close();
  Fake.all[0].breaks();
  page.dispatchEvent(new Event("online"));
  mock.timers.tick(60_000);
  assert.equal(Fake.all.length, 1);
  assert.deepEqual(heard, ["open"]);
});
