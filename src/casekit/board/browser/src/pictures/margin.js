// Margin month by month: what the plan adds to today's hours, and below it all of the margin.

import * as Plot from "@observablehq/plot";
import { isKnown } from "../numbers.js";
import { ends, steady, ticks } from "./axes.js";
import { COLOURS, hatching } from "./colours.js";
import { layered } from "./layers.js";

const MILLION_KRUB = 1000;
/** Differences below this are rounding, millions. */
const TINY = 1e-6;
/** What the axis of differences shows at least, parts of a month's margin under today's hours. */
const LEAST_AXIS = [-0.04, 0.12];
/** Room at the sides, in letters. */
const MARGIN = { left: 3.7, right: 1.1 };
/** Part of the height for the whole margin, which begins at nought. */
const WHOLE = 0.36;

/** What each month of a plan adds to today's hours; null where it is unknown. */
export function gainedOf({ plan, today }) {
  return plan.map((margin, k) => (isKnown(margin) ? margin - today[k] : null));
}

export function marginPicture({ ui, view, band, gained }, { width, height, px }, kept = {}) {
  const lower = Math.round(height * WHOLE);
  const gain = gainPlot(
    { ui, view, band, gained },
    { width, height: height - lower, px },
    kept.gain,
  );
  const whole = wholePlot({ ui, view }, { width, height: lower, px }, kept.whole);
  const same = kept.node && kept.gain.node === gain.node && kept.whole.node === whole.node;
  const node = same ? kept.node : document.createElement("div");
  if (!same) node.append(gain.node, whole.node);
  const x = gain.upper.scale("x");
  const months = gained.length;
  return {
    node,
    kept: { node, gain, whole },
    place: (at) => ({ left: `${x.apply(at + 1)}px`, top: 0, bottom: 0 }),
    nearest: (left) => Math.min(Math.max(Math.round(x.invert(left)) - 1, 0), months - 1),
  };
}

/** Months that are marked: the phases, and every half a year. */
function monthTicks({ months, phases }, width) {
  const step = width < 420 ? 12 : 6;
  const regular = Array.from({ length: Math.floor(months / step) }, (_, k) => (k + 1) * step);
  const near = (month) => phases.some((phase) => Math.abs(phase - month) < (width < 520 ? 4 : 2));
  return [...phases, ...regular.filter((month) => !near(month))];
}

function gainPlot({ ui, view, band, gained }, { width, height, px }, kept) {
  const { say, format, company } = ui;
  const { today } = view.months;
  const millions = (krub) => (isKnown(krub) ? krub / MILLION_KRUB : Number.NaN);
  const rows = gained.map((krub, k) => ({
    month: k + 1,
    gain: millions(krub),
    low: band ? millions(band.low[k] - today[k]) : Number.NaN,
    high: band ? millions(band.high[k] - today[k]) : Number.NaN,
  }));
  // No narrower than a part of today's margin, so that a small plan does not look like a large one.
  const [least, most] = LEAST_AXIS.map((part) => part * millions(Math.max(...today)));
  const [low, high] = ends(
    [least, most],
    ...["gain", "low", "high"].map((name) => rows.map((row) => row[name])),
  );
  const domain = steady(kept?.domain, low, high);
  const { at, digits } = ticks(...domain, Math.max(3, Math.round(height / 42)));
  const unknown = gained.findIndex((krub) => !isKnown(krub));
  const heading = say("margin-gain", { currency: company.currency });
  const frame = {
    width,
    height,
    marginLeft: MARGIN.left * px,
    marginRight: MARGIN.right * px,
    marginTop: 1.75 * px,
    marginBottom: 8,
    x: { domain: [1, gained.length] },
    y: { domain },
  };
  const still = () => [
    Plot.gridY(at, { stroke: COLOURS.line, strokeOpacity: 0.6 }),
    Plot.axisY(at, {
      tickSize: 0,
      fontSize: px,
      label: null,
      tickFormat: (value) => format.signed(value, digits),
    }),
    Plot.ruleX(company.phases, { stroke: COLOURS.line, strokeDasharray: "2,3" }),
    titled(heading, px),
  ];
  const moving = () => [
    Plot.areaY(rows, {
      x: "month",
      y1: 0,
      y2: (row) => Math.min(row.gain, 0),
      fill: COLOURS.behind,
      fillOpacity: 0.4,
    }),
    Plot.areaY(band ? rows : [], {
      x: "month",
      y1: "low",
      y2: "high",
      fill: COLOURS.band,
      fillOpacity: 0.7,
    }),
    // Months that earn less stand out on the line of today's hours, however little it is.
    Plot.rect(
      rows.filter(({ gain }) => gain < -TINY),
      {
        x1: ({ month }) => Math.max(month - 0.5, 1),
        x2: ({ month }) => Math.min(month + 0.5, gained.length),
        y1: 0,
        y2: 0,
        insetBottom: -6,
        fill: COLOURS.behind,
      },
    ),
    Plot.ruleY([0], { stroke: COLOURS.today, strokeWidth: 2, strokeDasharray: "6,3" }),
    Plot.line(rows, { x: "month", y: "gain", stroke: COLOURS.plan, strokeWidth: 2.8 }),
    ...(unknown >= 0
      ? clouded(say("unknown"), { x1: unknown + 1, x2: gained.length }, domain, px)
      : rows.some(({ gain }) => Math.abs(gain) > TINY)
        ? paid({ ui, view, rows, px }, domain)
        : []),
  ];
  return { ...layered(kept, frame, [ui.lang, heading, at], still, moving), domain };
}

/** What is unknown, from a month on. */
function clouded(words, ends, [y1, y2], px) {
  const hatch = hatching();
  return [
    hatch.mark,
    Plot.rect([0], { ...ends, y1, y2, fill: hatch.fill, fillOpacity: 0.35 }),
    Plot.text([words], {
      frameAnchor: "middle",
      fontSize: 1.2 * px,
      fontWeight: 600,
      fill: COLOURS.ink,
      stroke: "#fff",
      strokeWidth: 6,
    }),
  ];
}

/** The month from which the plan is ahead for good, told where the picture is free: at the top. */
function paid({ ui, view, rows, px }, [, high]) {
  const month = view.top.payback_month;
  if (month === null || month <= 1) return [];
  const point = rows[month - 1];
  const late = month > rows.length / 2;
  return [
    Plot.ruleX([point], {
      x: "month",
      y1: "gain",
      y2: high,
      stroke: COLOURS.plan,
      strokeOpacity: 0.6,
    }),
    Plot.dot([point], {
      x: "month",
      y: "gain",
      r: 5.5,
      fill: "#fff",
      stroke: COLOURS.plan,
      strokeWidth: 2.5,
    }),
    Plot.text([point], {
      x: "month",
      y: high,
      text: () => ui.say("ahead-from", { month }),
      dx: late ? -7 : 7,
      dy: 9,
      textAnchor: late ? "end" : "start",
      fontSize: px,
      fontWeight: 600,
      fill: COLOURS.plan,
      stroke: "#fff",
      strokeWidth: 4,
    }),
  ];
}

function wholePlot({ ui, view }, { width, height, px }, kept) {
  const { say, format, company } = ui;
  const { plan, today, pipe } = view.months;
  const millions = (list) => list.map((krub) => (isKnown(krub) ? krub / MILLION_KRUB : Number.NaN));
  const [planned, present, coming] = [plan, today, pipe].map(millions);
  const most = steady(kept?.domain, 0, ends(planned, present)[1])[1];
  const { at, digits } = ticks(0, most, 3);
  const line = (list) => ({ x: (_, k) => k + 1, y: list });
  const heading = say("margin-whole", { currency: company.currency });
  const frame = {
    width,
    height,
    marginLeft: MARGIN.left * px,
    marginRight: MARGIN.right * px,
    marginTop: 1.6 * px,
    marginBottom: 3 * px,
    x: { domain: [1, plan.length] },
    y: { domain: [0, most] },
  };
  const still = () => [
    Plot.gridY(at, { stroke: COLOURS.line, strokeOpacity: 0.6 }),
    Plot.axisY(at, {
      tickSize: 0,
      fontSize: px,
      label: null,
      tickFormat: (value) => format.number(value, digits),
    }),
    Plot.axisX(monthTicks(company, width), {
      tickSize: 3,
      fontSize: px,
      label: say("margin-months"),
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 2.6 * px,
      tickFormat: (value) => format.number(value),
    }),
    Plot.areaY(coming, { ...line(coming), fill: COLOURS.pipe, fillOpacity: 0.8 }),
    Plot.line(present, {
      ...line(present),
      stroke: COLOURS.today,
      strokeWidth: 2,
      strokeDasharray: "6,3",
    }),
    Plot.ruleY([0], { stroke: COLOURS.ink }),
    titled(heading, px),
  ];
  const moving = () => [
    Plot.line(planned, { ...line(planned), stroke: COLOURS.plan, strokeWidth: 2.6 }),
  ];
  const facts = [ui.lang, heading, today, pipe];
  return { ...layered(kept, frame, facts, still, moving), domain: [-0.08 * most, most] };
}

/** Name of a part of the picture, above its axis. */
function titled(words, px) {
  return Plot.text([words], {
    frameAnchor: "top-left",
    dx: 4 - MARGIN.left * px,
    dy: -1.3 * px,
    fontSize: px,
    fill: COLOURS.ink,
    textAnchor: "start",
  });
}
