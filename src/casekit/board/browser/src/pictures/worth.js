// What one more hour a month brings.

import * as Plot from "@observablehq/plot";
import { ends, steady, ticks } from "./axes.js";
import { COLOURS, hatching } from "./colours.js";
import { layered } from "./layers.js";
import { listAxis, listed, listFrame, named } from "./list.js";

const LABEL_ROOM = 1.22;

export function worthPicture({ ui, rows }, { width, height, px }, kept) {
  const { format, say } = ui;
  const shown = rows.map((row, at) => ({ ...row, at }));
  const known = shown.filter((row) => !row.unknown);
  const missing = shown.filter((row) => row.unknown);
  const [low, high] = ends(
    0,
    known.map((row) => row.value_krub),
  );
  const right = steady(kept?.domain, 0, LABEL_ROOM * Math.max(high, 1))[1];
  const domain = [low < 0 ? LABEL_ROOM * low : 0, right];
  const { at: marked, digits } = ticks(domain[0], domain[1] / 1.08, width < 420 ? 3 : 5);
  const bar = { y1: (row) => row.at - 0.28, y2: (row) => row.at + 0.28 };
  const names = rows.map((row) => ui.activity(row.activity));
  const frame = listFrame({ width, height, px }, names, domain);
  const still = () => {
    const hatch = hatching();
    return [
      hatch.mark,
      ...listAxis(marked, px, (value) => format.number(value, digits)),
      Plot.rect(missing, { ...bar, x1: 0, x2: 0.5 * right, fill: hatch.fill }),
      named(names, px),
    ];
  };
  const moving = () => [
    Plot.rect(known, {
      ...bar,
      x1: 0,
      x2: "value_krub",
      fill: (row) => (row.value_krub < 0 ? COLOURS.behind : COLOURS.worth),
    }),
    Plot.ruleX([0], { stroke: COLOURS.ink }),
    Plot.text(shown, {
      x: (row) => (row.unknown ? 0.5 * right : Math.max(row.value_krub, 0)),
      y: "at",
      text: (row) => (row.unknown ? say("unknown") : format.number(row.value_krub, 1)),
      dx: 6,
      textAnchor: "start",
      fontSize: px,
      fontWeight: 700,
      fill: COLOURS.ink,
      stroke: "#fff",
      strokeWidth: 3,
    }),
  ];
  const facts = [ui.lang, names, missing.map(({ at }) => at)];
  return listed(layered(kept, frame, facts, still, moving), rows.length, [domain[0], right]);
}
