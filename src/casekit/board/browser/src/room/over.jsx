// What the facilitator has once the workshop is over: what to take along, and the way back.

import { Refused } from "./parts.jsx";
import { useDeed } from "./ui.js";

export function Over({ ui, view }) {
  const deed = useDeed(ui);
  return (
    <section class="ckr-now ckr-over-now" aria-label={ui.say("now-title")}>
      <h1>{ui.say("finished-lead")}</h1>
      {!view.links.debrief && <p>{ui.say("over-untold")}</p>}
      <Takings ui={ui} links={view.links} />
      <div class="ckr-deeds">
        <button type="button" disabled={deed.waits} onClick={() => deed.send({ do: "open" })}>
          {ui.say("do-open")}
        </button>
      </div>
      <Refused ui={ui} error={deed.error} />
    </section>
  );
}

/** The debrief and the table of results, in the language of this page; nothing before the reveal. */
export function Takings({ ui, links }) {
  if (!links.debrief) return null;
  const of = (link) => `${link}?lang=${ui.lang}`;
  return (
    <ul class="ckr-takings">
      <li>
        <a href={of(links.debrief)} target="_blank" rel="noreferrer">
          {ui.say("way-debrief")}
        </a>
      </li>
      <li>
        <a href={of(links.debrief)} download="">
          {ui.say("way-debrief-file")}
        </a>
      </li>
      <li>
        <a href={of(links.table)} download="">
          {ui.say("way-table")}
        </a>
      </li>
    </ul>
  );
}
