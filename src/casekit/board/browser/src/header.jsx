import { useUnique } from "./unique.js";

/** For whom, from when, undo and redo, price pressure, language. */
export function Header({ ui, view, onLanguage }) {
  const { say, ask } = ui;
  const id = useUnique();
  return (
    <div class="ckb-header" role="toolbar" aria-label={say("toolbar")}>
      <label class="ckb-field">
        <span>{say("scope")}</span>
        <select
          value={view.scope}
          onChange={(event) => ask({ do: "scope", code: event.currentTarget.value })}
        >
          <Scopes ui={ui} />
        </select>
      </label>
      <Timeline ui={ui} view={view} id={id} />
      <span class="ckb-buttons">
        <button type="button" disabled={!view.can_undo} onClick={() => ask({ do: "undo" })}>
          <span aria-hidden="true">↶ </span>
          {say("undo")}
        </button>
        <button type="button" disabled={!view.can_redo} onClick={() => ask({ do: "redo" })}>
          <span aria-hidden="true">↷ </span>
          {say("redo")}
        </button>
        <button type="button" onClick={() => ask({ do: "today" })} title={say("today-tip")}>
          {say("today-button")}
        </button>
      </span>
      <label class="ckb-switch" title={say("pressure-tip")}>
        <input
          type="checkbox"
          checked={view.pressure === "goes_on"}
          onChange={(event) =>
            ask({ do: "pressure", to: event.currentTarget.checked ? "goes_on" : "stops" })
          }
        />
        <span>{say("pressure")}</span>
      </label>
      <span class="ckb-languages" role="group" aria-label={say("language")}>
        {ui.languages.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === ui.lang}
            onClick={() => onLanguage(code)}
          >
            {ui.nameOf(code)}
          </button>
        ))}
      </span>
    </div>
  );
}

function Scopes({ ui }) {
  const { scopes, reps } = ui.company;
  const regions = scopes.filter((scope) => scope.kind === "region");
  return (
    <>
      <option value="all">{ui.label("all")}</option>
      <optgroup label={ui.say("scope-regions")}>
        {regions.map(({ code }) => (
          <option key={code} value={code}>
            {ui.label(code)}
          </option>
        ))}
      </optgroup>
      {regions.map((region) => (
        <optgroup key={region.code} label={ui.label(region.code)}>
          {reps
            .filter((rep) => rep.region === region.code)
            .map(({ code }) => (
              <option key={code} value={code}>
                {ui.label(code)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** From which month the hands' moves hold: one of the phases on a line of months. */
function Timeline({ ui, view, id }) {
  const { phases, months } = ui.company;
  const begun = new Set((view.plan?.moves ?? []).map((move) => move.from_month));
  return (
    <fieldset class="ckb-timeline">
      <legend>{ui.say("from")}</legend>
      {phases.map((month, place) => (
        <label
          key={month}
          class={place === view.phase ? "ckb-here" : place > view.phase ? "ckb-later" : ""}
          title={begun.has(month) ? ui.say("phase-own") : undefined}
          style={{ flexGrow: Math.sqrt((phases[place + 1] ?? months + 1) - month) }}
        >
          <input
            type="radio"
            name={`${id}-phase`}
            value={place}
            aria-label={ui.say("phase", { month })}
            aria-describedby={begun.has(month) ? `${id}-own-${month}` : undefined}
            checked={place === view.phase}
            onChange={() => ui.ask({ do: "phase", place })}
          />
          <span>{ui.say("phase", { month })}</span>
          {begun.has(month) && (
            <span
              id={`${id}-own-${month}`}
              class="ckb-own"
              role="img"
              aria-label={ui.say("phase-own")}
            />
          )}
        </label>
      ))}
    </fieldset>
  );
}
