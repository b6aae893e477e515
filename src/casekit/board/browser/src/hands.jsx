import { useEffect, useRef, useState } from "preact/hooks";
import { PROPOSALS, Refused, Short } from "./notices.jsx";
import { typed } from "./numbers.js";
import { proposalOf } from "./store.js";
import { useUnique } from "./unique.js";

/** How far a slider reaches, in multiples of the hours today and now. */
const REACH = 1.6;
/** Hours closer than this are the same on the board. */
const SAME_HOURS = 0.05;

/** Sliders and fields of the six activities, and the plans to try. */
export function Hands({ ui, state, view }) {
  // The best norm is known only after a plan was committed.
  const tryable = [...view.proposals, ...(view.optimum ? ["norm"] : [])];
  const held = ui.company.held ?? [];
  const shown = proposalOf(state);
  return (
    <section class="ckb-hands" data-place="hours" aria-label={ui.say("hands")}>
      <h2>{ui.say("hands-of", { who: ui.label(view.scope) })}</h2>
      {view.hours.map((row) => (
        <ActivityRow
          key={row.activity}
          ui={ui}
          row={row}
          turn={state.answered}
          onHours={(hours) => ui.ask({ do: "move", activity: row.activity, hours })}
          fixed={held.includes(row.activity)}
          onLock={(on) => ui.ask({ do: "lock", activity: row.activity, on })}
        />
      ))}
      <Short ui={ui} view={view} scope={view.scope} />
      <p class="ckb-key">
        {["today", "tried"].map((name) => (
          <span key={name}>
            <span class={`ckb-swatch ckb-s-${name}`} aria-hidden="true" />
            {ui.say(`key-${name}`)}
          </span>
        ))}
      </p>
      <div class="ckb-proposals" role="group" aria-label={ui.say("proposals")}>
        <h3>{ui.say("proposals")}</h3>
        <span class="ckb-buttons">
          {tryable.map((proposal) => (
            <button
              key={proposal}
              type="button"
              aria-pressed={proposal === shown}
              title={ui.say(`try-${proposal}-tip`)}
              onClick={() => ui.ask({ do: "try", proposal })}
            >
              {ui.say(`try-${proposal}`)}
            </button>
          ))}
          {view.optimum && (
            <button
              type="button"
              aria-pressed={shown === "best"}
              title={ui.say("best-tip")}
              onClick={() => ui.ask({ do: "best" })}
            >
              {ui.say("best")}
            </button>
          )}
        </span>
        <Refused ui={ui} state={state} deeds={PROPOSALS} />
      </div>
    </section>
  );
}

/** One activity: a lock, a slider and a field that say the same. */
export function ActivityRow({ ui, row, turn, fixed, onHours, onLock }) {
  const { say, format } = ui;
  const name = ui.activity(row.activity);
  const [hand, setHand] = useState(null);
  const [wrong, setWrong] = useState(null);
  const held = useRef(false);
  const id = useUnique();
  // The hand's own value stays until Python has answered it and the pointer let go.
  const waits = hand !== null && (held.current || turn < hand.turn);
  const hours = waits ? hand.hours : row.now;
  useEffect(() => {
    // The hand may have moved again since this was drawn: only what was answered is let go.
    const done = hand !== null && !held.current && turn >= hand.turn;
    if (done) setHand((now) => (now === hand ? null : now));
  }, [turn, hand]);

  const far = reachOf(row);
  const change = row.now - row.today;
  const move = (value) => {
    setWrong(null);
    setHand({ hours: value, turn: onHours(value) });
  };
  const letGo = () => {
    held.current = false;
    setHand((now) => (now !== null && turn >= now.turn ? null : now));
  };
  const told = say("slider-value", {
    hours: format.hours(hours),
    today: format.hours(row.today),
  });
  const part = (value) => {
    const within = Math.min(Math.max(value, far.low), far.high);
    return (within - far.low) / (far.high - far.low);
  };
  const from = row.tried_low ?? row.low;
  return (
    <div class={`ckb-row${row.locked ? " ckb-locked" : ""}`} data-activity={row.activity}>
      {onLock && (
        <button
          type="button"
          class="ckb-lock"
          aria-pressed={row.locked}
          disabled={fixed}
          aria-label={say("lock", { activity: name })}
          title={say("lock", { activity: name })}
          onClick={() => onLock(!row.locked)}
        >
          <Padlock shut={row.locked} />
        </button>
      )}
      <label class="ckb-name" for={`${id}-typed`}>
        {name}
        {row.unknown && <small class="ckb-hatched">{say("unknown")}</small>}
      </label>
      <span class="ckb-slider">
        {row.tried_high !== null && row.tried_high !== undefined && (
          <i class="ckb-tried" style={{ "--from": part(from), "--to": part(row.tried_high) }} />
        )}
        <i class="ckb-now" style={{ "--at": part(row.today) }} />
        <input
          type="range"
          min={far.low}
          max={far.high}
          step={0.5}
          value={hours}
          disabled={row.locked}
          aria-label={say("slider", { activity: name })}
          aria-valuetext={told}
          onPointerDown={() => {
            held.current = true;
          }}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onChange={letGo}
          onInput={(event) => move(Number(event.currentTarget.value))}
        />
      </span>
      <Typed
        id={`${id}-typed`}
        ui={ui}
        name={name}
        hours={hours}
        disabled={row.locked}
        wrong={wrong}
        onHours={move}
        onWrong={setWrong}
      />
      <span class={`ckb-change${Math.abs(change) < SAME_HOURS ? " ckb-same" : ""}`}>
        {Math.abs(change) < SAME_HOURS ? "" : format.signed(change, 1)}
      </span>
      {wrong !== null && (
        <p class="ckb-bad" id={`${id}-typed-wrong`} role="alert">
          {say("no-hours", { found: wrong, now: format.number(hours, 1) })}
        </p>
      )}
    </div>
  );
}

/** Whether a browser changed a field by itself: it takes back letters of fields long left, too. */
function isOwnStep(event, text) {
  if (!event.currentTarget.matches(":focus")) return true;
  return text === null && Boolean(event.inputType?.startsWith("history"));
}

/** A field for hours; what is typed counts when it is entered or left. */
export function Typed({ id, ui, name, hours, disabled, wrong, onHours, onWrong }) {
  const [text, setText] = useState(null);
  const shown = text ?? ui.format.number(hours, 1);
  function enter() {
    if (text === null) return;
    setText(null);
    const same = text === ui.format.number(hours, 1);
    const value = same ? hours : typed(text);
    if (value === null || value < 0) onWrong(text.slice(0, 40));
    else if (Math.abs(value - hours) >= 1e-9) onHours(value);
    // Who typed the hours that stand has put right what was wrong.
    else onWrong(null);
  }
  function onInput(event) {
    const field = event.currentTarget;
    if (isOwnStep(event, text)) field.value = shown;
    else setText(field.value);
  }
  return (
    <input
      id={id}
      class="ckb-typed"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={ui.say("typed", { activity: name })}
      aria-invalid={wrong != null}
      aria-describedby={wrong != null ? `${id}-wrong` : undefined}
      disabled={disabled}
      value={shown}
      data-typing={text !== null || undefined}
      onInput={onInput}
      onBlur={enter}
      onKeyDown={(event) => {
        if (event.key === "Enter") enter();
        if (event.key === "Escape") setText(null);
      }}
    />
  );
}

/** Ends of a slider: the limits, as far as they are near; of hours that cannot move, their place. */
function reachOf({ today, now, low, high, tried_high: tried }) {
  const near = Math.ceil(REACH * Math.max(today, tried ?? 0, 1));
  if (high - low < SAME_HOURS) return { low: 0, high: near };
  const most = Math.ceil(Math.max(Math.min(high, near), now, today));
  const least = Math.floor(Math.min(low, now, today));
  return { low: least, high: Math.max(most, least + 1) };
}

function Padlock({ shut }) {
  return (
    <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
      <rect
        x="3"
        y="7"
        width="10"
        height="7.5"
        rx="1.5"
        fill={shut ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="1.4"
      />
      <path
        d={shut ? "M5 7V5a3 3 0 0 1 6 0v2" : "M5 7V4.5a3 3 0 0 1 5.8-1"}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
      />
    </svg>
  );
}
