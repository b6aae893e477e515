import { useEffect, useState } from "preact/hooks";
import { isKnown } from "./numbers.js";
import { chanceOf, isToday } from "./store.js";

/** Milliseconds without a new figure after which the top line is read aloud. */
const REST_MS = 700;
/** Chances below this are told in the colour of falling behind. */
const EVEN = 0.5;
/** Chances below this are the main risk of a plan. */
const LIKELY = 2 / 3;
const MILLION_KRUB = 1000;
/** Where nothing has been moved there is nothing to tell. */
const NOTHING = "—";

/** What the plan brings, in seven figures. */
export function TopLine({ ui, state, view, busy }) {
  const figures = figuresOf(ui, state);
  const aloud = figures.map(({ name, value, note }) => `${name}: ${value}. ${note}`).join(" ");
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(aloud), REST_MS);
    return () => clearTimeout(timer);
  }, [aloud]);
  return (
    <section class="ckb-top" aria-label={ui.say("top")} aria-busy={busy}>
      <dl>
        {figures.map(({ key, name, value, note, kind = "" }) => (
          <div key={key} class={`ckb-figure ckb-f-${key} ${kind}`} data-figure={key}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b>
              <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p class="ckb-aloud" role="status" aria-live="polite">
        {said}
      </p>
      {!isToday(view) && <Risk ui={ui} state={state} />}
      {isToday(view) && <p class="ckb-nothing">{ui.say("nothing")}</p>}
    </section>
  );
}

/** Figures that stay in sight on a phone, where the hands lie below the top line. */
const BRIEF = ["gain-year", "trough", "chance"];

/** What a move changes, in a line that narrow windows keep over whatever scrolls. */
export function Brief({ ui, state }) {
  const figures = figuresOf(ui, state);
  // The top line says all of it, and reads it aloud.
  return (
    <div class="ckb-brief" aria-hidden="true">
      {BRIEF.map((name) => {
        const { key, value, brief = value, kind = "" } = figures.find(({ key }) => key === name);
        return (
          <span key={key} class={kind} data-brief={key}>
            {ui.say(`brief-${key}`)}
            <b>{brief}</b>
          </span>
        );
      })}
    </div>
  );
}

/** The main risk in a line: of what the plan is told to bring, what speaks most against it. */
function Risk({ ui, state }) {
  const { say, format, company } = ui;
  const { top } = state.view;
  const chance = chanceOf(state);
  const facts = {
    kinds: (top.unknown ?? []).map((code) => say(`activity-${code}`)).join(", "),
    months: company.months,
    chance: chance === undefined ? "" : format.chance(chance),
    below: top.months_below ?? "",
    trough: format.money(top.trough_krub),
    hours: format.hours(top.untried_hours),
    people: top.untried_people,
  };
  return (
    <p class="ckb-risk-line" data-figure="risk">
      <b>{say("main-risk")}</b> {say(`risk-is-${riskOf(top, chance)}`, facts)}
    </p>
  );
}

/** Which of a plan's risks comes first. */
export function riskOf(top, chance) {
  if (top.unknown?.length > 0 || !isKnown(top.trough_krub)) return "unknown";
  if (top.payback_month === null) return "never";
  if (isKnown(chance) && chance < LIKELY) return "chance";
  if (top.untried_people > 0) return top.trough_krub > 0 ? "untried-trough" : "untried";
  return top.trough_krub > 0 ? "trough" : "band";
}

function figuresOf(ui, state) {
  const { say, format, company } = ui;
  const { top } = state.view;
  const scope = company.scopes.find(({ code }) => code === state.view.scope);
  const nothing = isToday(state.view);
  const years = top.profit_year_krub;
  const mean = years.every(isKnown)
    ? years.reduce((sum, year) => sum + year, 0) / years.length
    : null;
  const sign = (krub) => (!isKnown(krub) ? "ckb-unknown" : krub < 0 ? "ckb-behind" : "");
  const listed = say("gain-years", {
    currency: company.currency,
    years: years
      .map((year) => format.signed(isKnown(year) ? year / MILLION_KRUB : year, 1))
      .join("\u00a0· "),
  });
  return [
    {
      key: "gain-year",
      name:
        scope.kind === "all"
          ? say("gain-year")
          : say("gain-year-of", { who: ui.label(scope.code) }),
      value: nothing ? NOTHING : format.money(mean, true),
      note: nothing || mean === null ? "" : listed,
      kind: sign(mean),
    },
    {
      key: "profit",
      name: say("profit-now"),
      value: format.money(company.profit_krub),
      note:
        nothing || !isKnown(mean)
          ? ""
          : say("profit-share", {
              share: (mean >= 0 ? "+" : "") + format.percent(mean / company.profit_krub),
            }),
    },
    {
      key: "gain",
      name: say("gain-all"),
      value: nothing ? NOTHING : format.money(top.gain_krub, true),
      note: say("gain-all-note", { months: company.months }),
      kind: sign(top.gain_krub),
    },
    { key: "payback", name: say("payback"), ...paybackOf(ui, top, nothing) },
    { key: "trough", name: say("trough"), ...troughOf(ui, top, nothing) },
    { key: "chance", name: say("chance"), ...likely(ui, state, nothing) },
    {
      key: "untried",
      name: say("untried"),
      value: format.hours(top.untried_hours, top.untried_hours ? 1 : 0),
      note: untriedBy(say, top),
      kind: top.untried_people ? "ckb-untried" : "",
    },
    {
      key: "people",
      name: say("affected"),
      value: say("affected-of", { count: top.people_affected, of: peopleOf(company, scope) }),
      note: say("affected-note"),
    },
  ];
}

/** How many people a scope has. */
function peopleOf({ reps }, { code, kind }) {
  if (kind === "rep") return 1;
  return kind === "all" ? reps.length : reps.filter(({ region }) => region === code).length;
}

/** Who would work hours that nobody has tried: by code where they are few. */
function untriedBy(say, { untried_people: count, untried_who: who = [] }) {
  if (!count) return say("untried-none");
  return who.length === count
    ? say("untried-who", { who: who.join(", ") })
    : say("untried-people", { count });
}

function paybackOf({ say, company }, top, nothing) {
  if (nothing) return { value: NOTHING, note: "" };
  if (!isKnown(top.trough_krub)) return { value: say("unknown"), note: "", kind: "ckb-unknown" };
  if (top.payback_month === null) {
    return {
      value: say("payback-never"),
      note: say("payback-never-note", { months: company.months }),
      kind: "ckb-behind",
    };
  }
  if (top.payback_month === 1)
    return { value: say("payback-once"), note: say("payback-once-note") };
  return { value: say("payback-month", { month: top.payback_month }), note: say("payback-note") };
}

function troughOf({ say, format }, top, nothing) {
  if (nothing) return { value: NOTHING, note: "" };
  if (!isKnown(top.trough_krub)) return { value: say("unknown"), note: "", kind: "ckb-unknown" };
  const note = say("months-below", { count: top.months_below });
  if (top.trough_krub === 0) return { value: say("none"), note };
  return { value: format.money(-top.trough_krub), note, kind: "ckb-behind" };
}

function likely({ say, format }, state, nothing) {
  if (nothing) return { value: NOTHING, note: "" };
  const chance = chanceOf(state);
  if (chance === undefined) return { value: "…", note: say("chance-waits"), kind: "ckb-waits" };
  if (chance === null) return { value: say("unknown"), note: "", kind: "ckb-unknown" };
  const kind = chance < EVEN ? "ckb-behind" : "";
  const brief = format.chance(chance, "brief-chance-told");
  return { value: format.chance(chance), brief, note: say("chance-note"), kind };
}
