import { useEffect, useRef } from "preact/hooks";
import { moved, toggled } from "./answer.js";

/** Fields that fit each kind of question. */
export const FIELDS = {
  number: NumberField,
  choice: Choice,
  several: Several,
  order: Order,
  table: Table,
  grid: Grid,
  range: Range,
  plan: PlanField,
  text: Text,
};

/** A group of fields under a name that is read aloud with each of them. */
function Group({ name, children, named = false }) {
  return (
    <fieldset>
      <legend class={named ? "" : "ckc-unseen"}>{name}</legend>
      {children}
    </fieldset>
  );
}

function Typed({ id, name, shown = true, unit, value, onTyped, onDone }) {
  return (
    <div class="ckc-field">
      <label for={id} class={shown ? "" : "ckc-unseen"}>
        {name}
      </label>
      <input
        id={id}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        value={value ?? ""}
        onInput={(event) => onTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && onDone?.()}
      />
      {unit && <span>{unit}</span>}
    </div>
  );
}

function NumberField({ id, view, answer, enter }) {
  const typed = (value) => enter(value, true);
  return (
    <Typed
      id={`${id}-number`}
      name={view.ask}
      shown={false}
      unit={view.unit}
      value={answer}
      onTyped={typed}
      onDone={() => enter(answer)}
    />
  );
}

function Options({ id, name, options, type, taken, onTaken, row }) {
  return options.map(({ code, words }) => (
    <label class="ckc-option" key={code} for={`${id}-${code}`}>
      <input
        id={`${id}-${code}`}
        type={type}
        name={name}
        checked={taken(code)}
        onChange={() => onTaken(code)}
        aria-describedby={row}
      />
      <span>{words}</span>
    </label>
  ));
}

function Choice({ id, view, answer, enter }) {
  return (
    <Group name={view.ask}>
      <Options
        id={id}
        name={id}
        options={view.options}
        type="radio"
        taken={(code) => code === answer}
        onTaken={(code) => enter(code)}
      />
    </Group>
  );
}

function Several({ id, view, answer, enter }) {
  return (
    <Group name={view.ask}>
      <Options
        id={id}
        name={id}
        options={view.options}
        type="checkbox"
        taken={(code) => answer.includes(code)}
        onTaken={(code) => enter(toggled(answer, code))}
      />
    </Group>
  );
}

function Order({ view, answer, enter }) {
  const list = useRef(null);
  const hand = useRef("");
  const words = Object.fromEntries(view.options.map((option) => [option.code, option.words]));
  // A button that was moved in the page loses the focus; the hand is still on it.
  useEffect(() => {
    const [code, by] = hand.current.split(" ");
    if (!code) return;
    const buttons = list.current.querySelectorAll(`[data-code="${code}"] button`);
    const [up, down] = buttons;
    const wished = by === "-1" ? up : down;
    (wished.disabled ? (by === "-1" ? down : up) : wished).focus();
    hand.current = "";
  }, [answer]);
  const move = (code, by) => {
    hand.current = `${code} ${by}`;
    enter(moved(answer, code, by));
  };
  return (
    <Group name={view.ask}>
      <ol class="ckc-order" ref={list}>
        {answer.map((code, place) => (
          <li key={code} data-code={code}>
            <span>{words[code]}</span>
            <span class="ckc-hands">
              <button
                type="button"
                aria-label={view.labels.up.replace("{words}", words[code])}
                disabled={place === 0}
                onClick={() => move(code, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={view.labels.down.replace("{words}", words[code])}
                disabled={place === answer.length - 1}
                onClick={() => move(code, 1)}
              >
                ↓
              </button>
            </span>
          </li>
        ))}
      </ol>
    </Group>
  );
}

function Table({ id, view, answer, enter }) {
  return (
    <Group name={view.ask}>
      {view.rows.map(({ code, words }) => (
        <Typed
          key={code}
          id={`${id}-${code}`}
          name={words}
          unit={view.unit}
          value={answer[code]}
          onTyped={(value) => enter({ ...answer, [code]: value }, true)}
          onDone={() => enter(answer)}
        />
      ))}
    </Group>
  );
}

function Grid({ id, view, answer, enter }) {
  return (
    <div class="ckc-grid">
      {view.rows.map(({ code, words }) => (
        <Group key={code} name={words} named>
          <div class="ckc-beside">
            <Options
              id={`${id}-${code}`}
              name={`${id}-${code}`}
              options={view.options}
              type="radio"
              taken={(option) => option === answer[code]}
              onTaken={(option) => enter({ ...answer, [code]: option })}
            />
          </div>
        </Group>
      ))}
    </div>
  );
}

function Range({ id, view, answer, enter }) {
  return (
    <Group name={view.ask}>
      <div class="ckc-beside">
        {["low", "high"].map((end) => (
          <Typed
            key={end}
            id={`${id}-${end}`}
            name={view.labels[end]}
            unit={view.unit}
            value={answer[end]}
            onTyped={(value) => enter({ ...answer, [end]: value }, true)}
            onDone={() => enter(answer)}
          />
        ))}
      </div>
    </Group>
  );
}

/** A plan is made on the board: here it is looked at. */
function PlanField({ view, enter }) {
  return (
    <div>
      {view.plan.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <button type="button" onClick={() => enter(null)}>
        {view.labels["plan-look"]}
      </button>
    </div>
  );
}

function Text({ id, view, answer, enter }) {
  return (
    <div>
      <label for={`${id}-text`} class="ckc-unseen">
        {view.ask}
      </label>
      <textarea
        id={`${id}-text`}
        rows="8"
        value={answer}
        onInput={(event) => enter(event.currentTarget.value, true)}
      />
      {view.checklist.length > 0 && (
        <Group name={view.labels.checklist} named>
          {view.checklist.map((point, place) => (
            <label class="ckc-option" key={point} for={`${id}-check-${place}`}>
              <input id={`${id}-check-${place}`} type="checkbox" />
              <span>{point}</span>
            </label>
          ))}
        </Group>
      )}
    </div>
  );
}
