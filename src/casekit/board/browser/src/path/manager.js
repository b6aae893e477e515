// Front end of widgets: ipywidgets' own models and views, with comms to the page's Python.
import { defined } from "./amd.js";
import "anywidget";
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { Widget } from "@lumino/widgets";

const IDLE = { header: { msg_type: "status" }, content: { execution_state: "idle" } };

const anywidget = defined[0].factory(base);
const MODULES = {
  "@jupyter-widgets/base": base,
  "@jupyter-widgets/controls": controls,
  anywidget,
};

export class Manager extends ManagerBase {
  /** `modules` are further widgets by name. */
  constructor(python, modules = {}) {
    super();
    this.python = python;
    this.modules = { ...MODULES, ...modules };
    this.comms = new Map();
    this.queue = Promise.resolve();
  }

  async loadClass(name, module) {
    const found = this.modules[module]?.[name];
    if (!found) throw new Error(`no ${name} in ${module}`);
    return found;
  }

  async _get_comm_info() {
    return {};
  }

  async _create_comm() {
    throw new Error("widgets begin in Python");
  }

  /** Takes a message of Python; one after another, since opening a widget takes a while. */
  receive(message) {
    this.queue = this.queue.then(async () => {
      try {
        await this.handle(message);
      } catch (fault) {
        console.error(fault);
      }
    });
  }

  /** Hands an output to the widget that takes it. */
  give(message) {
    this.queue = this.queue.then(async () => {
      if (this.has_model(message.widget)) (await this.get_model(message.widget)).take(message);
    });
  }

  async handle({ type, comm, data, metadata, buffers }) {
    const content = { comm_id: comm, data };
    const views = (buffers ?? []).map((bytes) => new DataView(bytes.slice().buffer));
    if (type === "comm_open") {
      await this.handle_comm_open(this.open(comm), { content, metadata, buffers: views });
    } else if (type === "comm_msg") {
      await this.comms.get(comm)?.msg?.({ content, buffers: views });
    } else if (type === "comm_close") {
      this.comms.get(comm)?.close?.({ content });
      this.comms.delete(comm);
    }
  }

  open(id) {
    const ears = {};
    this.comms.set(id, ears);
    return {
      comm_id: id,
      target_name: "jupyter.widget",
      open: () => "",
      close: () => "",
      send: (data, callbacks, _metadata, buffers) => {
        // A widget sends its next state once Python has dealt with the last.
        const told = callbacks?.iopub?.status;
        this.python.comm(id, data, buffers ?? [], () => told?.(IDLE));
        return "";
      },
      on_msg: (fn) => {
        ears.msg = fn;
      },
      on_close: (fn) => {
        ears.close = fn;
      },
    };
  }

  knows(id) {
    return this.has_model(id) || this.comms.has(id);
  }

  /** Shows a widget in an element; gives what takes it away. */
  async show(id, place) {
    await this.queue;
    const view = await this.create_view(await this.get_model(id));
    if (place.isConnected) Widget.attach(view.luminoWidget, place);
    else view.remove();
    return () => view.remove();
  }

  /** Python was ended: its widgets are no more. */
  async forget() {
    this.comms.clear();
    await this.clear_state();
  }
}
