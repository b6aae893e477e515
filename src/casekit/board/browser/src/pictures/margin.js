// Margin month by month: what the plan adds to today's hours, and below it all of the margin.

import * as Plot from "@observablehq/plot";
import { isKnown } from "../numbers.js";
import { ends, steady, ticks } from "./axes.js";
import { COLOURS, hatching } from "./colours.js";

const MILLION_KRUB = 1000;
/** Room at the sides, in letters. */
const MARGIN = { left: 3.7, right: 1.1 };
/** Part of the height for the whole margin, which begins at nought. */
const WHOLE = 0.36;

/** What each month of a plan adds to today's hours; null where it is unknown. */
export function gainedOf({ plan, today }) {
  return plan.map((margin, k) => (isKnown(margin) ? margin - today[k] : null));
}

export function marginPicture({ ui, view, band, gained }, { width, height, px }, kept = {}) {
  const node = document.createElement("div");
  const whole = Math.round(height * WHOLE);
  const upper = gainPlot(
    { ui, view, band, gained },
    { width, height: height - whole, px },
    kept.gain,
  );
  const lower = wholePlot({ ui, view }, { width, height: whole, px });
  node.append(upper.plot, lower);
  const x = upper.plot.scale("x");
  const months = gained.length;
  return {
    node,
    kept: { gain: upper.domain },
    place: (at) => ({ left: `${x.apply(at + 1)}px`, top: 0, bottom: 0 }),
    nearest: (px) => Math.min(Math.max(Math.round(x.invert(px)) - 1, 0), months - 1),
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
  const [low, high] = ends(
    0,
    ...["gain", "low", "high"].map((name) => rows.map((row) => row[name])),
  );
  // Nothing moved: an axis of some width, on which nought stands out as nought.
  const flat = high - low < 0.01;
  const domain = steady(kept, flat ? -1 : low, flat ? 1 : high);
  const { at, digits } = ticks(...domain, Math.max(3, Math.round(height / 42)));
  const unknown = gained.findIndex((krub) => !isKnown(krub));
  const hatch = hatching();
  const marks = [
    hatch.mark,
    Plot.gridY(at, { stroke: COLOURS.line, strokeOpacity: 0.6 }),
    Plot.axisY(at, {
      tickSize: 0,
      fontSize: px,
      label: null,
      tickFormat: (value) => format.signed(value, digits),
    }),
    Plot.ruleX(company.phases, { stroke: COLOURS.line, strokeDasharray: "2,3" }),
  ];
  if (band)
    marks.push(
      Plot.areaY(rows, {
        x: "month",
        y1: "low",
        y2: "high",
        fill: COLOURS.band,
        fillOpacity: 0.75,
      }),
    );
  marks.push(
    Plot.areaY(rows, {
      x: "month",
      y1: 0,
      y2: (row) => Math.min(row.gain, 0),
      fill: COLOURS.behind,
      fillOpacity: 0.85,
    }),
    Plot.ruleY([0], { stroke: COLOURS.today, strokeWidth: 2, strokeDasharray: "6,3" }),
    Plot.line(rows, { x: "month", y: "gain", stroke: COLOURS.plan, strokeWidth: 2.8 }),
  );
  if (unknown >= 0) {
    marks.push(
      Plot.rect([0], {
        x1: unknown + 1,
        x2: gained.length,
        y1: domain[0],
        y2: domain[1],
        fill: hatch.fill,
        fillOpacity: 0.35,
      }),
      Plot.text([say("unknown")], {
        frameAnchor: "middle",
        fontSize: 1.2 * px,
        fontWeight: 600,
        fill: COLOURS.ink,
        stroke: "#fff",
        strokeWidth: 6,
      }),
    );
  } else if (!flat) {
    marks.push(...paid({ ui, view, rows, px }, domain));
  }
  const plot = Plot.plot({
    width,
    height,
    marginLeft: MARGIN.left * px,
    marginRight: MARGIN.right * px,
    marginTop: 1.75 * px,
    marginBottom: 8,
    x: { domain: [1, gained.length], axis: null },
    y: { domain },
    marks: [...marks, heading(say("margin-gain", { currency: company.currency }), px)],
  });
  return { plot, domain };
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

function wholePlot({ ui, view }, { width, height, px }) {
  const { say, format, company } = ui;
  const { plan, today, pipe } = view.months;
  const millions = (list) => list.map((krub) => (isKnown(krub) ? krub / MILLION_KRUB : Number.NaN));
  const [planned, present, coming] = [plan, today, pipe].map(millions);
  const most = 1.12 * ends(planned, present)[1];
  const { at, digits } = ticks(0, most, 3);
  const line = (list) => ({ x: (_, k) => k + 1, y: list });
  return Plot.plot({
    width,
    height,
    marginLeft: MARGIN.left * px,
    marginRight: MARGIN.right * px,
    marginTop: 1.6 * px,
    marginBottom: 2.7 * px,
    x: { domain: [1, plan.length] },
    y: { domain: [0, most] },
    marks: [
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
        tickFormat: (value) => format.number(value),
      }),
      Plot.areaY(coming, { ...line(coming), fill: COLOURS.pipe, fillOpacity: 0.8 }),
      Plot.line(present, {
        ...line(present),
        stroke: COLOURS.today,
        strokeWidth: 2,
        strokeDasharray: "6,3",
      }),
      Plot.line(planned, { ...line(planned), stroke: COLOURS.plan, strokeWidth: 2.6 }),
      Plot.ruleY([0], { stroke: COLOURS.ink }),
      heading(say("margin-whole", { currency: company.currency }), px),
    ],
  });
}

function heading(words, px) {
  return Plot.text([words], {
    frameAnchor: "top-left",
    dx: 4 - MARGIN.left * px,
    dy: -1.3 * px,
    fontSize: px,
    fill: COLOURS.ink,
    textAnchor: "start",
  });
}
