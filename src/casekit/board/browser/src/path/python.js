// One Python in a worker: runs cells one after another, can be ended and started again.

/** Python's state: `asleep`, `starting`, `ready`, `busy`, `broken`. */
export class Python {
  constructor({ lang, embedded, onChange, onMessage }) {
    this.state = "asleep";
    this.step = 0;
    this.steps = 4;
    this.versions = {};
    this.fault = "";
    this.lang = lang;
    this.embedded = embedded;
    this.onChange = onChange;
    this.onMessage = onMessage;
    this.worker = null;
    this.waiting = [];
    this.running = null;
    this.last = 0;
    this.unheard = [];
  }

  /** Starts Python with the reader's files: `kept` gives them, `{name: bytes}`, when asked. */
  async start(kept) {
    this.set("starting");
    this.step = 0;
    const turn = {};
    this.turn = turn;
    const { files, worker } = await this.embedded();
    // Somebody ended this start while the file was still being read.
    if (turn !== this.turn) return;
    const source = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
    this.worker = new Worker(source);
    URL.revokeObjectURL(source);
    this.worker.onmessage = ({ data }) => this.take(data);
    this.worker.onerror = (event) => this.fall(event.message || "worker");
    this.worker.postMessage({ do: "start", files, lang: this.lang, kept: kept() });
  }

  /** Runs a cell; resolves to whether it went well, or to null if Python was ended. */
  run(job) {
    return new Promise((resolve) => {
      this.waiting.push({ ...job, id: ++this.last, resolve });
      this.next();
    });
  }

  /** Sends a widget's message; `heard` is called once Python has dealt with it. */
  comm(comm, data, buffers, heard) {
    if (!this.worker || this.state === "broken") throw new Error("Python does not run");
    this.unheard.push(heard);
    this.worker.postMessage({ do: "comm", comm, data, buffers });
  }

  write(name, bytes) {
    // What is written before it has started waits in the worker; what is not there gets all later.
    this.worker?.postMessage({ do: "write", name, bytes });
  }

  /** Ends Python: what runs and waits is given up. */
  end() {
    this.worker?.terminate();
    this.worker = null;
    this.turn = null;
    const given = [...(this.running ? [this.running] : []), ...this.waiting];
    this.waiting = [];
    this.running = null;
    this.unheard = [];
    this.set("asleep");
    for (const job of given) job.resolve(null);
  }

  next() {
    if (this.state !== "ready" || this.running || !this.waiting.length) return;
    const job = this.waiting.shift();
    this.running = job;
    this.set("busy");
    job.begins?.(job.id);
    this.worker.postMessage({ do: "run", id: job.id, notebook: job.notebook, code: job.code() });
  }

  take(message) {
    if (message.kind === "progress") {
      this.step = message.step;
      this.steps = message.of;
      this.onChange();
    } else if (message.kind === "ready") {
      this.versions = message.versions;
      this.set("ready");
      this.next();
    } else if (message.kind === "done") {
      this.finish(message.id, message.ok);
    } else if (message.kind === "heard") {
      this.unheard.shift()?.();
    } else if (message.kind === "fault") {
      if (message.deed === "start") this.fall(message.text);
      else {
        this.onMessage({ ...message, id: message.id ?? this.running?.id });
        if (message.deed === "run") this.finish(message.id, false);
      }
    } else this.onMessage(message);
  }

  finish(id, ok) {
    const job = this.running;
    if (job?.id !== id) return;
    this.running = null;
    this.set("ready");
    job.resolve(ok);
    this.next();
  }

  /** Python is gone: memory ran out, or the browser cannot run it. */
  fall(text) {
    this.end();
    this.fault = text;
    this.set("broken");
  }

  set(state) {
    this.state = state;
    this.onChange();
  }
}
