// What hours of one kind of selling bring: solid where tried, dashed beyond.

import * as Plot from "@observablehq/plot";
import { ends, ticks } from "./axes.js";
import { COLOURS, hatching } from "./colours.js";

/** What the curve gives at some hours, between its points. */
export function along({ hours, value }, at) {
  const next = hours.findIndex((point) => point >= at);
  if (next <= 0) return next === 0 ? value[0] : value.at(-1);
  const part = (at - hours[next - 1]) / (hours[next] - hours[next - 1]);
  return value[next - 1] + part * (value[next] - value[next - 1]);
}

export function curvePicture({ ui, curve, row, told }, { width, height, px }) {
  const { format, say } = ui;
  const rows = curve.hours.map((hours, k) => ({
    hours,
    value: curve.value[k] ?? Number.NaN,
    low: curve.low[k] ?? Number.NaN,
    high: curve.high[k] ?? Number.NaN,
  }));
  const unknown = curve.unknown || row.unknown || !rows.some(({ value }) => Number.isFinite(value));
  const top = 1.1 * (ends(curve.high)[1] || 1);
  const { at } = ticks(0, top, 4);
  const hatch = hatching();
  const [from, to] = curve.tried ?? [0, -1];
  const tried = rows.filter(({ hours }) => hours >= from - 1e-6 && hours <= to + 1e-6);
  const dots = [
    { hours: row.today, colour: COLOURS.today },
    { hours: row.now, colour: COLOURS.plan },
  ].map((dot) => ({ ...dot, value: along(curve, dot.hours) }));
  const marks = [
    hatch.mark,
    Plot.rect(curve.tried ? [0] : [], {
      x1: from,
      x2: to,
      y1: 0,
      y2: top,
      fill: COLOURS.tried,
    }),
    Plot.gridY(at, { stroke: COLOURS.line, strokeOpacity: 0.6 }),
    Plot.axisY(at, { tickSize: 0, fontSize: px, label: null, tickFormat: told }),
    Plot.axisX({
      tickSize: 3,
      fontSize: px,
      ticks: width < 300 ? 4 : 6,
      label: say("curve-hours"),
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 2.6 * px,
      tickFormat: (value) => format.number(value),
    }),
  ];
  if (unknown) {
    marks.push(
      Plot.rect([0], {
        x1: 0,
        x2: curve.hours.at(-1),
        y1: 0,
        y2: top,
        fill: hatch.fill,
        fillOpacity: 0.35,
      }),
      Plot.text([say("unknown")], {
        frameAnchor: "middle",
        fontSize: 1.2 * px,
        fontWeight: 600,
        stroke: "#fff",
        strokeWidth: 6,
        fill: COLOURS.ink,
      }),
    );
  } else {
    marks.push(
      Plot.areaY(rows, {
        x: "hours",
        y1: "low",
        y2: "high",
        fill: COLOURS.band,
        fillOpacity: 0.75,
      }),
      Plot.line(rows, {
        x: "hours",
        y: "value",
        stroke: COLOURS.worth,
        strokeWidth: 1.8,
        strokeDasharray: "4,4",
      }),
      Plot.line(tried, { x: "hours", y: "value", stroke: COLOURS.worth, strokeWidth: 3 }),
      Plot.dot(dots, {
        x: "hours",
        y: "value",
        r: 6,
        fill: "colour",
        stroke: "#fff",
        strokeWidth: 1.5,
      }),
    );
  }
  const plot = Plot.plot({
    width,
    height,
    marginLeft: 4.2 * px,
    marginRight: 12,
    marginTop: 8,
    marginBottom: 3 * px,
    x: { domain: [0, curve.hours.at(-1)] },
    y: { domain: [0, top] },
    color: { type: "identity" },
    marks,
  });
  const x = plot.scale("x");
  const step = curve.hours.at(-1) / (rows.length - 1);
  return {
    node: plot,
    kept: null,
    place: (k) => ({ left: `${x.apply(rows[k].hours)}px`, top: 0, bottom: 0 }),
    nearest: (px) => Math.min(Math.max(Math.round(x.invert(px) / step), 0), rows.length - 1),
  };
}
