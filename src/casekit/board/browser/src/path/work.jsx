import { useState } from "preact/hooks";
import { Where } from "./bar.jsx";
import { Dialog } from "./dialog.jsx";
import { downloads } from "./downloads.js";
import { NotOurs } from "./saved.js";

/** The reader's work: where it is, to save as a file, to open from one, to begin anew. */
export function Work({ page, onClose }) {
  const { say } = page;
  const [told, setTold] = useState("");
  const save = () => {
    const day = new Date().toISOString().slice(0, 10);
    downloads(`casekit_${page.lang}_${day}.json`, page.savedText());
    page.unsaved = false;
  };
  const open = async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    try {
      const count = await page.openSaved(await file.text());
      setTold(count ? say("opened", { count }) : say("opened-none"));
    } catch (fault) {
      if (!(fault instanceof NotOurs)) throw fault;
      setTold(say(fault.reason, { name: file.name }));
    }
  };
  const erase = async () => {
    if (!confirm(say("erase-sure"))) return;
    await page.erase();
    location.reload();
  };
  return (
    <Dialog page={page} title={say("work-title")} onClose={onClose}>
      <Where page={page} />
      <p>{say("work-how")}</p>
      <p class="ckp-row">
        <button type="button" class="ckp-main" onClick={save}>
          {say("save")}
        </button>
        <label class="ckp-open">
          {say("open")}
          <input type="file" accept=".json,application/json" onChange={open} />
        </label>
      </p>
      <p role="status">{told}</p>
      {page.files.size > 0 && (
        <>
          <h3>{say("files")}</h3>
          <ul class="ckp-list">
            {[...page.files].map(([name, { bytes }]) => (
              <li key={name}>
                <button type="button" class="ckp-link" onClick={() => downloads(name, bytes)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say("erase-title")}</h3>
      <p>{say("erase-how")}</p>
      <button type="button" onClick={erase}>
        {say("erase")}
      </button>
    </Dialog>
  );
}
