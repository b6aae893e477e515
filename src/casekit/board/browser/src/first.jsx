import { useMemo } from "preact/hooks";
import { hoursPicture, isBeyond } from "./pictures/hours.js";
import { gainedOf, marginPicture } from "./pictures/margin.js";
import { Picture } from "./pictures/picture.jsx";
import { worthPicture } from "./pictures/worth.js";
import { Plans } from "./plans.jsx";
import { bandOf } from "./store.js";

/** The first sheet: three pictures, and below them the plans beside each other. */
export function First({ ui, state, view }) {
  return (
    <>
      <div class="ckb-pictures">
        <Margin ui={ui} state={state} view={view} />
        <Hours ui={ui} view={view} />
        <Worth ui={ui} view={view} />
      </div>
      <Plans ui={ui} state={state} view={view} />
    </>
  );
}

export function Margin({ ui, state, view }) {
  const { say, format } = ui;
  const band = bandOf(state);
  const gained = useMemo(() => gainedOf(view.months), [view]);
  const describe = (at) =>
    say(band ? "read-month-band" : "read-month", {
      month: at + 1,
      plan: format.money(view.months.plan[at]),
      today: format.money(view.months.today[at]),
      gain: format.money(gained[at], true),
      low: band ? format.money(band.low[at] - view.months.today[at], true) : "",
      high: band ? format.money(band.high[at] - view.months.today[at], true) : "",
      pipe: format.money(view.months.pipe[at]),
    });
  return (
    <Picture
      kind="margin"
      title={say("margin-title")}
      key_={[
        ["today", say("key-today")],
        ["plan", say("key-plan")],
        ...(view.top.unknown?.length ? [] : [["band", say(band ? "key-band" : "key-band-waits")]]),
        ["behind", say("key-behind")],
        ["pipe", say("key-pipe")],
      ]}
      count={view.months.plan.length}
      describe={describe}
      data={[view, band, ui]}
      draw={(size, kept) => marginPicture({ ui, view, band, gained }, size, kept)}
    />
  );
}

function Hours({ ui, view }) {
  const { say, format } = ui;
  const describe = (at) => {
    const row = view.hours[at];
    const tried = row.tried_high != null;
    return say(tried ? "read-hours-tried" : "read-hours", {
      activity: ui.activity(row.activity),
      today: format.hours(row.today),
      now: format.hours(row.now),
      low: format.number(row.low, 1),
      high: format.number(row.high, 1),
      tried_low: format.number(row.tried_low ?? row.low, 1),
      tried_high: format.number(row.tried_high, 1),
    });
  };
  return (
    <Picture
      kind="hours"
      title={say("hours-title", { who: ui.label(view.scope) })}
      key_={[
        ["today", say("key-today")],
        ["plan", say("key-plan")],
        ["tried", say("key-tried")],
        ...(view.hours.some(isBeyond) ? [["untried", say("key-untried")]] : []),
        ["limit", say("key-limit")],
        ...(view.optimum ? [["best", say("key-best")]] : []),
      ]}
      count={view.hours.length}
      describe={describe}
      data={[view, ui]}
      draw={(size, kept) => hoursPicture({ ui, view }, size, kept)}
    />
  );
}

function Worth({ ui, view }) {
  const { say, format } = ui;
  // An hour more of travel brings nothing and is not asked about.
  const rows = view.hours.filter((row) => row.unknown || row.value_krub !== null);
  const describe = (at) =>
    say("read-worth", {
      activity: ui.activity(rows[at].activity),
      worth: rows[at].unknown ? say("unknown") : format.money(rows[at].value_krub),
    });
  return (
    <Picture
      kind="worth"
      title={say("worth-title", {
        months: view.months.plan.length,
        currency: ui.company.currency,
      })}
      key_={[
        ["worth", say("key-worth")],
        ...(rows.some((row) => row.unknown) ? [["unknown", say("key-unknown")]] : []),
      ]}
      count={rows.length}
      describe={describe}
      data={[view, ui]}
      draw={(size, kept) => worthPicture({ ui, rows }, size, kept)}
    />
  );
}
