import { useState } from "preact/hooks";
import { Dialog } from "./dialog.jsx";
import { downloads } from "./downloads.js";
import { Outputs } from "./outputs.jsx";

/** Hands in: asks for a name, gives the zip. */
export function HandIn({ page, onClose }) {
  const { say } = page;
  const [name, setName] = useState("");
  const [cell, setCell] = useState(null);
  const hand = (event) => {
    event.preventDefault();
    setCell(page.handIn(name));
  };
  return (
    <Dialog page={page} title={say("hand-in-title")} onClose={onClose}>
      <p>{say("hand-in-how")}</p>
      <form class="ckp-row" onSubmit={hand}>
        <label>
          {say("hand-in-name")}
          <input
            value={name}
            required
            maxLength={60}
            onInput={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" class="ckp-main" disabled={cell?.state === "running"}>
          {say("hand-in-do")}
        </button>
      </form>
      <div role="status">
        {cell && (
          <>
            {["waiting", "running"].includes(cell.state) && <p>{say(`state-${cell.state}`)}</p>}
            <Outputs page={page} outputs={cell.outputs} />
            {cell.downloads.map((file) => (
              <button
                type="button"
                key={file}
                onClick={() => downloads(file, page.files.get(file).bytes)}
              >
                {say("download", { name: file })}
              </button>
            ))}
          </>
        )}
      </div>
    </Dialog>
  );
}
