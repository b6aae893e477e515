// Small parts that several pages have.

import { onClock, secondsLeft } from "./clock.js";

/** What a language calls itself: whoever looks for it may read no other. */
const nameOf = (code) => new Intl.DisplayNames(code, { type: "language" }).of(code);

/** The other languages: each browser speaks its own. */
export function Languages({ ui, view }) {
  const others = view.languages.filter((code) => code !== ui.lang);
  return (
    <nav class="ckr-languages" aria-label={ui.say("language")}>
      {others.map((code) => (
        <button
          type="button"
          key={code}
          lang={code}
          aria-label={`${code.toUpperCase()}: ${nameOf(code)}`}
          onClick={() => ui.onLanguage(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </nav>
  );
}

/** What is left of a step; beyond its end, by how much it is over. */
export function Clock({ ui, view }) {
  const left = view.step.state === "open" ? secondsLeft(view.step, ui.state.ahead, ui.now) : null;
  if (left === null) return null;
  const time = onClock(left);
  // Spoken only when it is asked for: a clock that speaks each second says nothing else.
  return (
    <time
      class={`ckr-clock ${left < 0 ? "ckr-over" : ""}`}
      role="timer"
      aria-live="off"
      aria-label={ui.say(left < 0 ? "clock-over" : "clock-left", { time })}
    >
      {left < 0 ? ui.say("over", { time }) : time}
    </time>
  );
}

/** Why something was refused, beside what was pressed. */
export function Refused({ ui, error }) {
  return (
    <p class="ckr-bad" role="alert">
      {error ? ui.refusal(error) : ""}
    </p>
  );
}

/** Whether what was asked has arrived. */
export function Arrived({ ui, deed, done }) {
  return (
    <>
      <p class="ckr-arrived" role="status">
        {deed.waits ? ui.say("sending") : deed.done ? done : ""}
      </p>
      <Refused ui={ui} error={deed.error} />
    </>
  );
}

const SVG = "http://www.w3.org/2000/svg";

/** A picture that came as a text of SVG. */
export function Svg({ text, alt, ...rest }) {
  // Where it stands inside a page it may do without the name of its alphabet, as a file it may not.
  const whole = text.includes("xmlns=") ? text : text.replace("<svg", `<svg xmlns="${SVG}"`);
  const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
  return <img src={src} alt={alt} {...rest} />;
}

/** How a part is of a whole, as a bar with its words. */
export function Bar({ label, count, of, words, mine = false, mark = null }) {
  const share = of > 0 ? Math.min(count / of, 1) : 0;
  return (
    <li class={`ckr-bar ${mine ? "ckr-mine" : ""}`}>
      <span class="ckr-bar-name">
        {label}
        {mark && <b class="ckr-tag">{mark}</b>}
      </span>
      <span class="ckr-bar-room" aria-hidden="true">
        <i style={{ width: `${100 * share}%` }} />
      </span>
      <b class="ckr-bar-words">{words}</b>
    </li>
  );
}
