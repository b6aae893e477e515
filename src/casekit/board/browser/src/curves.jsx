import { useState } from "preact/hooks";
import { Margin } from "./first.jsx";
import { Refused } from "./notices.jsx";
import { isKnown, typed } from "./numbers.js";
import { curvePicture } from "./pictures/curve.js";
import { Picture } from "./pictures/picture.jsx";
import { chanceOf } from "./store.js";
import { useUnique } from "./unique.js";

const EFFORTS = ["none", "half", "today", "half_more", "saturation"];
const SELLING = new Set(["retention", "expansion", "conversion"]);
const SAME_HOURS = 0.05;
/** Units whose values are shares. */
const SHARES = new Set(["base_lost_share"]);

/** The second sheet: curves, what was learned and what assumed, risk, judgement. */
export function Curves({ ui, state, view }) {
  const { say } = ui;
  const { curves } = state;
  return (
    <>
      <div class="ckb-curves" aria-busy={curves === null}>
        {curves === null && <p class="ckb-nothing">{say("curves-wait")}</p>}
        {curves?.curves.map((curve) => (
          <Curve key={curve.activity} ui={ui} curve={curve} view={view} />
        ))}
      </div>
      <p class="ckb-key">
        {["today", "plan", "tried", "band"].map((name) => (
          <span key={name}>
            <span class={`ckb-swatch ckb-s-${name}`} aria-hidden="true" />
            {say(`key-${name}`)}
          </span>
        ))}
        <span>{say("key-dashed")}</span>
      </p>
      <Risk ui={ui} state={state} view={view} />
      {ui.company.can_judge && curves && (
        <Judge
          ui={ui}
          state={state}
          judged={view.answers ?? {}}
          activities={curves.curves.map(({ activity }) => activity)}
        />
      )}
    </>
  );
}

function Curve({ ui, curve, view }) {
  const { say, format } = ui;
  const row = view.hours.find(({ activity }) => activity === curve.activity);
  const share = SHARES.has(curve.unit);
  const most = Math.max(...curve.high.filter(isKnown), 0);
  const digits = most < 1 ? 2 : most < 10 ? 1 : 0;
  const told = (value) => (share ? format.percent(value, 1) : format.number(value, digits));
  const describe = (at) =>
    say("read-curve", {
      hours: format.hours(curve.hours[at]),
      value: told(curve.value[at]),
      low: told(curve.low[at]),
      high: told(curve.high[at]),
    });
  const name = ui.activity(curve.activity);
  return (
    <div>
      <Picture
        kind="curve"
        title={`${name}: ${say(`curve-${curve.unit}`, { currency: ui.company.currency })}`}
        count={curve.hours.length}
        describe={describe}
        data={[curve, row.now, row.today, ui]}
        draw={(size) => curvePicture({ ui, curve, row, told }, size)}
      />
      {curve.learned && <p class="ckb-learned">{say(`learned-${curve.learned}`)}</p>}
    </div>
  );
}

function Risk({ ui, state, view }) {
  const { say, format } = ui;
  const chance = chanceOf(state);
  const gain = state.slow?.gain_krub;
  return (
    <section class="ckb-risk">
      <h2>{say("risk")}</h2>
      <p>
        {say("risk-chance", {
          chance: chance === undefined ? say("chance-waits") : format.chance(chance),
        })}{" "}
        {gain &&
          say("risk-gain", {
            low: format.money(gain.p05, true),
            middle: format.money(gain.p50, true),
            high: format.money(gain.p95, true),
          })}{" "}
        {view.top.untried_people > 0 &&
          say("risk-untried", {
            hours: format.hours(view.top.untried_hours),
            count: view.top.untried_people,
          })}{" "}
        {view.top.untried_people > 0 && say("risk-untried-note")}{" "}
        {view.hours.some(isFreed) && say("risk-freed")} {say("risk-assumed")}
      </p>
      <Margin ui={ui} state={state} view={view} />
    </section>
  );
}

/** Whether a plan takes hours away from work that others then do, or nobody. */
function isFreed({ activity, now, today }) {
  return !SELLING.has(activity) && now < today - SAME_HOURS;
}

/** Five answers on what effort brings, for one kind of selling. */
function Judge({ ui, state, judged, activities }) {
  const { say } = ui;
  const id = useUnique();
  const [activity, setActivity] = useState(null);
  const [answers, setAnswers] = useState({});
  const [missing, setMissing] = useState(false);
  const chosen = activity ?? activities[0];
  function send(event) {
    event.preventDefault();
    const numbers = EFFORTS.map((effort) => typed(answers[effort] ?? ""));
    setMissing(numbers.includes(null));
    if (!numbers.includes(null)) ui.ask({ do: "judge", activity: chosen, answers: numbers });
  }
  return (
    <details class="ckb-judge">
      <summary>{say("judge")}</summary>
      <form onSubmit={send}>
        <p>{say("judge-why")}</p>
        <label class="ckb-field">
          <span>{say("judge-activity")}</span>
          <select value={chosen} onChange={(event) => setActivity(event.currentTarget.value)}>
            {activities.map((code) => (
              <option key={code} value={code}>
                {ui.activity(code)}
              </option>
            ))}
          </select>
        </label>
        <p>{say(`judge-unit-${chosen}`, { currency: ui.company.currency })}</p>
        {judged[chosen] && (
          <p>
            {say("judge-holds", {
              answers: judged[chosen].map((n) => ui.format.number(n, 1)).join("; "),
            })}
          </p>
        )}
        <div class="ckb-fields">
          {EFFORTS.map((effort) => (
            <label key={effort} class="ckb-field" for={`${id}-${effort}`}>
              <span>{say(`effort-${effort}`)}</span>
              <input
                id={`${id}-${effort}`}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                aria-invalid={missing && typed(answers[effort] ?? "") === null}
                value={answers[effort] ?? ""}
                onInput={(event) => setAnswers({ ...answers, [effort]: event.currentTarget.value })}
              />
            </label>
          ))}
          <button type="submit">{say("judge-send")}</button>
          {judged[chosen] && (
            <button
              type="button"
              onClick={() => ui.ask({ do: "judge", activity: chosen, answers: null })}
            >
              {say("judge-drop")}
            </button>
          )}
        </div>
        {missing && (
          <p class="ckb-bad" role="alert">
            {say("judge-missing")}
          </p>
        )}
        <Refused ui={ui} state={state} deeds={["judge"]} />
      </form>
    </details>
  );
}
