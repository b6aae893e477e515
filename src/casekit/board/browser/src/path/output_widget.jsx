// ipywidgets' Output: a place for what a cell, or a slider's function, shows.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import { render } from "preact";
import { withOutput } from "./outputs.js";
import { Outputs } from "./outputs.jsx";

/** Output's model and view for a page. */
export function outputWidget(page) {
  class OutputModel extends DOMWidgetModel {
    defaults() {
      return {
        ...super.defaults(),
        _model_name: "OutputModel",
        _model_module: "@jupyter-widgets/output",
        _view_name: "OutputView",
        _view_module: "@jupyter-widgets/output",
        msg_id: "",
        outputs: [],
      };
    }

    /** Takes an output, or a wish to be cleared. */
    take(message) {
      if (message.kind === "clear") {
        this.clears = true;
        if (!message.wait) this.put([]);
        return;
      }
      this.put(withOutput(this.clears ? [] : this.get("outputs"), message.output));
    }

    put(outputs) {
      this.clears = false;
      this.set("outputs", outputs);
      this.save_changes();
    }
  }

  class OutputView extends DOMWidgetView {
    render() {
      super.render();
      this.listenTo(this.model, "change:outputs", this.draw);
      this.draw();
    }

    draw() {
      render(<Outputs page={page} outputs={this.model.get("outputs")} />, this.el);
    }

    remove() {
      render(null, this.el);
      super.remove();
    }
  }
  return { OutputModel, OutputView };
}
