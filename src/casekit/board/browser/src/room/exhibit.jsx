// An exhibit with a question about it.

import { useState } from "preact/hooks";
import { Arrived } from "./parts.jsx";
import { useDeed } from "./ui.js";

export function Exhibit({ ui, view }) {
  const { exhibit, options, choice, picture } = view.ask;
  const open = view.step.state === "open";
  const deed = useDeed(ui);
  const [pressed, setPressed] = useState(null);
  const chosen = open ? (pressed ?? choice) : choice;

  function choose(option) {
    setPressed(option);
    deed.send({ do: "vote", exhibit, choice: option });
  }

  const question = (
    <fieldset class="ckr-options" disabled={!open}>
      <legend>{ui.say(`asks-${exhibit}`)}</legend>
      {options.map((option) => (
        <button
          type="button"
          key={option}
          aria-pressed={chosen === option}
          onClick={() => choose(option)}
        >
          {ui.say(`choice-${option}`)}
        </button>
      ))}
    </fieldset>
  );
  const shown = picture && <Picture ui={ui} exhibit={exhibit} picture={picture} />;
  return (
    <section class="ckr-asked">
      {/* A guess comes before the picture, a judgement after it. */}
      {exhibit === "audit" ? null : shown}
      {/* Votes that are told say the question and the options themselves. */}
      {!view.told.tally && question}
      {open && <Arrived ui={ui} deed={deed} done={ui.say("kept")} />}
      {exhibit === "audit" ? shown : null}
    </section>
  );
}

/** Up to this width all of the wide drawing could be seen, and not read. */
const NARROW = "(max-width: 40rem)";

export function Picture({ ui, exhibit, picture }) {
  return (
    <figure class="ckr-exhibit">
      <figcaption>{ui.say(`exhibit-${exhibit}`)}</figcaption>
      <Drawing picture={picture} />
    </figure>
  );
}

/** The drawing that fits the screen. */
export function Drawing({ picture }) {
  return (
    <picture>
      <source media={NARROW} srcset={picture.narrow} />
      <img src={picture.src} alt={picture.alt} />
    </picture>
  );
}
