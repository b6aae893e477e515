// The room's pictures (Observable Plot): months of a round, hours of all teams.

import * as Plot from "@observablehq/plot";
import { COLOURS } from "../pictures/colours.js";

/** Thousands in a million. */
const MILLION = 1000;
const ROOM = 1.9;
/** Hours closer than this part of the axis are dots that meet. */
const NEAR = 18;

/** Margin month by month: as it came, and as it would have come with hours left alone. */
export function monthsPicture(ui, books, { width, height, px }) {
  const { format } = ui;
  const points = books.map((row) => ({
    month: row.month,
    came: row.margin_krub / MILLION,
    left: row.left_krub / MILLION,
  }));
  const every = width < 40 * px ? 2 : 1;
  const shown = points.filter((_, at) => at % every === 0).map(({ month }) => month);
  const all = points.flatMap(({ came, left }) => [came, left]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const spare = 0.08 * (high - low || 1);
  return Plot.plot({
    width,
    height,
    marginLeft: 3.6 * px,
    marginRight: px,
    marginTop: px,
    marginBottom: ROOM * px,
    x: { type: "point", domain: points.map(({ month }) => month), axis: null },
    y: { domain: [low - spare, high + spare], axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: COLOURS.line }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        fontSize: px,
        label: null,
        tickFormat: (v) => format.number(v, high - low < 4 ? 1 : 0),
      }),
      Plot.axisX(shown, { tickSize: 0, fontSize: px, label: null, tickFormat: ui.shortMonth }),
      Plot.differenceY(points, {
        x: "month",
        y1: "left",
        y2: "came",
        positiveFill: COLOURS.worth,
        negativeFill: COLOURS.behind,
        fillOpacity: 0.35,
        stroke: COLOURS.plan,
        strokeWidth: 3,
      }),
      Plot.lineY(points, {
        x: "month",
        y: "left",
        stroke: COLOURS.today,
        strokeWidth: 2.5,
        strokeDasharray: "6 4",
      }),
    ],
  });
}

/** Kinds of selling, in the order of the company's tables. */
export const SELLING = ["retention", "expansion", "conversion"];

/** Whether all teams came from the same hours, as they do in the first round. */
export const beganAlike = (points) =>
  SELLING.every((kind) => points.every(({ before }) => before[kind] === points[0].before[kind]));

/** A team a point on the line of each kind of selling; today's hours a mark for all. */
export function hoursPicture(ui, points, { width, height, px }) {
  const { format } = ui;
  const marks = SELLING.flatMap((kind) =>
    points.map(({ team, place, mine, after }) => ({ kind, team, place, mine, hours: after[kind] })),
  );
  const today = beganAlike(points)
    ? SELLING.map((kind) => ({ kind, hours: points[0].before[kind] }))
    : [];
  const names = SELLING.map((kind) => ui.say(`activity-${kind}`));
  const most = Math.max(...marks.map(({ hours }) => hours), ...today.map(({ hours }) => hours));
  // Dots that meet stand above each other: as many as there are must have room in their strip.
  const strip = (0.88 * (height - 2.4 * px)) / SELLING.length;
  const crowd = Math.max(...SELLING.map((kind) => crowdOf(points, kind, most)));
  const radius = Math.max(Math.min(0.85 * px, strip / (2.1 * crowd)), 0.25 * px);
  const dots = { x: "hours", fy: "kind", anchor: "middle", padding: 2, r: radius };
  return Plot.plot({
    width,
    height,
    marginLeft: widthOf(names, px) + px,
    marginRight: px,
    marginTop: 0.5 * px,
    marginBottom: ROOM * px,
    x: { domain: [0, 1.05 * most], axis: null },
    y: { axis: null },
    r: { type: "identity" },
    fy: { domain: SELLING, axis: null, padding: 0.12 },
    marks: [
      Plot.frame({ fill: COLOURS.tried, fillOpacity: 0.45 }),
      Plot.gridX({ ticks: 6, stroke: "#fff" }),
      Plot.axisX({
        ticks: 6,
        tickSize: 0,
        fontSize: px,
        label: null,
        anchor: "bottom",
        tickFormat: (v) => format.number(v),
      }),
      Plot.text(SELLING, {
        fy: (kind) => kind,
        text: (_, at) => names[at],
        frameAnchor: "left",
        textAnchor: "end",
        dx: -0.5 * px,
        fontSize: px,
        fill: COLOURS.ink,
      }),
      Plot.ruleX(today, { x: "hours", fy: "kind", stroke: COLOURS.today, strokeWidth: 4 }),
      Plot.dot(
        marks,
        Plot.dodgeY({
          ...dots,
          fill: (mark) => (mark.mine ? COLOURS.behind : COLOURS.plan),
          stroke: "#fff",
        }),
      ),
      radius < 0.4 * px
        ? null
        : Plot.text(
            marks,
            Plot.dodgeY({
              ...dots,
              text: (mark) => String(mark.place),
              fill: "#fff",
              fontSize: 1.15 * radius,
              fontWeight: 700,
            }),
          ),
    ],
  });
}

/** How many teams stand at nearly the same hours, where most do. */
function crowdOf(points, kind, most) {
  const near = most / NEAR;
  const hours = points.map(({ after }) => after[kind]);
  return Math.max(
    ...hours.map((one) => hours.filter((other) => Math.abs(other - one) < near).length),
  );
}

/** Width of the longest of several words. */
function widthOf(words, px) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${px}px system-ui, sans-serif`;
  return Math.max(...words.map((word) => pen.measureText(word).width));
}
