// Hours before and after, with limits and what has been tried.

import * as Plot from "@observablehq/plot";
import { ends, steady, ticks } from "./axes.js";
import { COLOURS } from "./colours.js";
import { layered } from "./layers.js";
import { listAxis, listed, listFrame, named } from "./list.js";

const SAME_HOURS = 0.05;
/** Share of the room that the label of the longest bar takes. */
const LABEL_ROOM = 1.3;
/** Share of the room within which a limit would stand under the first letters of a label. */
const NEAR = 0.08;

/** Whether a plan asks for more hours than anybody has tried, and than today. */
export function isBeyond({ now, today, tried_high: tried }) {
  return tried != null && now > Math.max(tried, today) + SAME_HOURS;
}

export function hoursPicture({ ui, view }, { width, height, px }, kept) {
  const { format } = ui;
  const rows = view.hours.map((row, at) => ({ ...row, at }));
  const [, most] = ends(
    rows.map((row) => Math.max(row.today, row.now, row.tried_high ?? 0)),
    view.optimum?.best ?? [],
  );
  const domain = [0, steady(kept?.domain, 0, LABEL_ROOM * most)[1]];
  const { at: marked } = ticks(0, domain[1] / 1.1, width < 420 ? 4 : 6);
  const limits = rows.flatMap(({ at, limits: ends }) => ends.map((hours) => ({ at, hours })));
  const told = (row) => {
    const change = row.now - row.today;
    const moved = Math.abs(change) < SAME_HOURS ? "" : ` (${format.signed(change, 1)})`;
    return format.number(row.now, 1) + moved;
  };
  // A label begins behind its bar, and behind a limit that stands close to it.
  const hides = (row, hours) => hours > row.now && hours - row.now < NEAR * domain[1];
  const behind = (row) => Math.max(row.now, ...row.limits.filter((hours) => hides(row, hours)));
  const bar = (top, bottom) => ({ y1: (row) => row.at + top, y2: (row) => row.at + bottom });
  const beyond = rows.filter(isBeyond);
  const names = rows.map((row) => ui.activity(row.activity));
  const frame = listFrame({ width, height, px }, names, domain);
  const tried = rows.filter((row) => row.tried_high != null);
  const still = () => [
    Plot.rect(tried, {
      ...bar(-0.46, 0.46),
      x1: (row) => row.tried_low ?? row.low,
      x2: "tried_high",
      fill: COLOURS.tried,
    }),
    ...listAxis(marked, px, (value) => format.number(value)),
    Plot.rect(rows, { ...bar(-0.36, -0.03), x1: 0, x2: "today", fill: COLOURS.today }),
    named(names, px),
  ];
  const moving = () => [
    Plot.rect(rows, { ...bar(0.01, 0.36), x1: 0, x2: "now", fill: COLOURS.plan }),
    Plot.rect(beyond, {
      ...bar(0.01, 0.36),
      x1: (row) => Math.max(row.tried_high, row.today),
      x2: "now",
      fill: COLOURS.untried,
    }),
    Plot.ruleX(
      limits.filter(({ hours }) => hours > 0 && hours < domain[1]),
      {
        x: "hours",
        y1: ({ at }) => at - 0.42,
        y2: ({ at }) => at + 0.42,
        stroke: COLOURS.ink,
        strokeWidth: 1.6,
      },
    ),
    Plot.dot(view.optimum?.best ?? [], {
      x: (hours) => hours,
      y: (_, at) => at - 0.18,
      symbol: "diamond",
      r: 5,
      fill: COLOURS.best,
      stroke: "#fff",
    }),
    Plot.text(rows, {
      x: behind,
      y: (row) => row.at + 0.2,
      text: told,
      dx: 6,
      textAnchor: "start",
      fontSize: px,
      fontWeight: (row) => (told(row).includes("(") ? 700 : 400),
      fill: COLOURS.ink,
      stroke: "#fff",
      strokeWidth: 4,
    }),
  ];
  const facts = [names, marked, rows.map((row) => [row.today, row.tried_low, row.tried_high])];
  const layers = layered(kept, frame, facts, still, moving);
  return listed(layers, rows.length, domain);
}
