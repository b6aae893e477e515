// The line to Python: one unanswered deed at a time.

/** Deeds that a hand repeats while it moves: only the newest of one hand is worth sending. */
function handOf(deed) {
  if (deed.do === "move") return `move ${deed.activity}`;
  if (deed.do === "person") return `person ${deed.code} ${deed.activity}`;
  return null;
}

/** Deeds that are remembered by their turn: answers come soon. */
const MOST_REMEMBERED = 20;

export class Link {
  /** @param send takes a deed to Python */
  constructor(send) {
    this.send = send;
    this.turn = 0;
    this.waiting = [];
    this.sent = null;
    this.open = true;
    this.said = new Map();
  }

  /** What was asked under a turn: `move`, `commit`; undefined for another board's turn. */
  deedOf(turn) {
    return this.said.get(turn);
  }

  /** What was refused is not what a later view of that turn answers. */
  forget(turn) {
    this.said.delete(turn);
  }

  /** Turn under which a deed is answered. */
  ask(deed) {
    this.turn += 1;
    const asked = { ...deed, turn: this.turn };
    const last = this.waiting.at(-1);
    const hand = handOf(deed);
    if (last && hand !== null && handOf(last) === hand) this.waiting.pop();
    this.waiting.push(asked);
    this.next();
    return this.turn;
  }

  /** An answer came; a later turn than ours is somebody else's board on the same plan. */
  answered(turn) {
    if (!Number.isInteger(turn)) return;
    if (this.sent && turn >= this.sent.turn) this.sent = null;
    if (turn > this.turn) {
      // Python refuses turns that have passed: what still waits comes after them.
      this.turn = turn;
      for (const deed of this.waiting) {
        this.turn += 1;
        deed.turn = this.turn;
      }
    }
    this.next();
  }

  /** The line broke: what was not answered is asked again once it is back. */
  broke() {
    this.open = false;
  }

  /** The line is back. Python counts from `turn`. */
  back() {
    this.open = true;
    const again = this.sent;
    this.sent = null;
    if (again) this.waiting.unshift(again);
    this.next();
  }

  get busy() {
    return this.sent !== null || this.waiting.length > 0;
  }

  next() {
    if (!this.open || this.sent || this.waiting.length === 0) return;
    this.sent = this.waiting.shift();
    this.said.set(this.sent.turn, this.sent);
    if (this.said.size > MOST_REMEMBERED) this.said.delete(this.said.keys().next().value);
    this.send(this.sent);
  }
}
