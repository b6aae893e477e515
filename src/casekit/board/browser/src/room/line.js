// The line to the room: what was asked is kept until it is answered, and asked again after a break.

/** A name for a deed that no other browser gives. Pages without TLS have no `randomUUID`. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Line {
  /** @param send takes a message to the server, as long as the line holds */
  constructor(send, name = newId) {
    this.send = send;
    this.name = name;
    this.open = false;
    this.waiting = new Map();
  }

  /** Asks the server; gives the name under which it answers. */
  ask(deed) {
    const id = this.name();
    const message = { ...deed, id };
    this.waiting.set(id, message);
    if (this.open) this.send(message);
    return id;
  }

  /** What was asked under a name is done, or was refused. */
  answered(id) {
    this.waiting.delete(id);
  }

  /** The line broke: nobody knows whether the last deeds arrived. */
  broke() {
    this.open = false;
  }

  /** The line is back: a deed that did arrive is not done twice, but answered again. */
  back() {
    this.open = true;
    for (const message of this.waiting.values()) this.send(message);
  }
}
