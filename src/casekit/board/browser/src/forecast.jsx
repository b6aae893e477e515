// The forecast of a committed plan, and what is kept of it.

import { useState } from "preact/hooks";
import { Refused } from "./notices.jsx";
import { tickDigits, typed } from "./numbers.js";

/** Decimals of a forecast that are told back. */
const MOST_DIGITS = 3;
const FORECAST = [
  ["profit", ["profit_low", "profit", "profit_high"]],
  ["margin", ["margin_low", "margin", "margin_high"]],
];
const KRUB_A_MILLION = 1000;

/** The forecast that a card of the notebook asks for: shown here, entered there. */
export function OfCard({ ui, forecast }) {
  const { say } = ui;
  const ends = forecast?.profit_nine_months_krub;
  return (
    <section aria-label={say("forecast-title")}>
      <h2>{say("forecast-title")}</h2>
      <p>{say("forecast-card")}</p>
      <p role="status" class="ckb-kept">
        {ends
          ? say("forecast-card-profit", {
              currency: ui.company.currency,
              low: inMillions(ui, ends[0]),
              high: inMillions(ui, ends[1]),
            })
          : say("forecast-none")}
      </p>
    </section>
  );
}

/** Profit of nine months and margin of the ninth, each with a range one is 80 % sure of. */
export function Forecast({ ui, state, view }) {
  const { say } = ui;
  const [fields, setFields] = useState({});
  const [wrong, setWrong] = useState(null);
  const names = FORECAST.flatMap(([, list]) => list);
  function send(event) {
    event.preventDefault();
    const values = Object.fromEntries(names.map((name) => [name, typed(fields[name] ?? "")]));
    const empty = names.some((name) => values[name] === null);
    const crossed = FORECAST.some(
      ([, [low, middle, high]]) =>
        values[low] > values[middle] ||
        values[middle] > values[high] ||
        values[low] === values[high],
    );
    setWrong(empty ? "forecast-missing" : crossed ? "forecast-crossed" : null);
    if (empty || crossed) return;
    const krub = names.map((name) => [name, values[name] * KRUB_A_MILLION]);
    ui.ask({ do: "forecast", ...Object.fromEntries(krub) });
  }
  return (
    <section class="ckb-decision" data-place="forecast" aria-label={say("forecast-title")}>
      <h2>{say("forecast-title")}</h2>
      <form onSubmit={send}>
        <p>{say("forecast-why")}</p>
        {FORECAST.map(([what, list]) => (
          <fieldset key={what} class="ckb-fields">
            <legend>{say(`forecast-${what}`, { currency: ui.company.currency })}</legend>
            {list.map((name, place) => (
              <label key={name} class="ckb-field">
                <span>{say(["forecast-from", "forecast-likely", "forecast-to"][place])}</span>
                <input
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  value={fields[name] ?? ""}
                  onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
                />
              </label>
            ))}
          </fieldset>
        ))}
        <button type="submit">{say("forecast")}</button>
        {wrong && (
          <p class="ckb-bad" role="alert">
            {say(wrong)}
          </p>
        )}
        <Refused ui={ui} state={state} deeds={["forecast"]} />
        {view.committed.forecast && <Kept ui={ui} forecast={state.committed?.forecast} />}
      </form>
    </section>
  );
}

function inMillions({ format }, krub) {
  const millions = krub / KRUB_A_MILLION;
  return format.number(millions, Math.min(MOST_DIGITS, tickDigits(Math.abs(millions))));
}

/** The forecast that is kept, in words. */
function Kept({ ui, forecast }) {
  const { say, company } = ui;
  const told = (krub) => inMillions(ui, krub);
  const ranges = [
    ["forecast-kept-profit", forecast?.profit_nine_months_krub],
    ["forecast-kept-margin", forecast?.margin_month_nine_krub],
  ].filter(([, range]) => range?.length === 3);
  return (
    <div role="status" class="ckb-kept">
      <p>{say("forecast-kept")}</p>
      {ranges.map(([key, [low, likely, high]]) => (
        <p key={key}>
          {say(key, {
            currency: company.currency,
            low: told(low),
            likely: told(likely),
            high: told(high),
          })}
        </p>
      ))}
    </div>
  );
}
