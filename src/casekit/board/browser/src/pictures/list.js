// What pictures share whose items lie one below the other.

import * as Plot from "@observablehq/plot";
import { COLOURS } from "./colours.js";

/** Part of the width that names may take, so that something is left for what they name. */
const MOST_NAMES = 0.6;

/** Frame of such a picture: room for the names at the left, a row for each. */
export function listFrame({ width, height, px }, names, domain) {
  return {
    width,
    height,
    marginLeft: Math.min(leftOf(names, px), MOST_NAMES * width),
    marginRight: 6,
    marginTop: 4,
    marginBottom: 1.9 * px,
    x: { domain },
    y: { domain: [-0.5, names.length - 0.5], reverse: true },
  };
}

/** Lines and numbers of the axis. */
export function listAxis(marked, px, tickFormat) {
  return [
    Plot.gridX(marked, { stroke: COLOURS.line, strokeOpacity: 0.6 }),
    Plot.axisX(marked, { tickSize: 0, fontSize: px, label: null, tickFormat }),
  ];
}

/** Names at the left. */
export function named(names, px) {
  return Plot.text(names, {
    frameAnchor: "left",
    y: (_, at) => at,
    text: (name) => name,
    dx: -8,
    textAnchor: "end",
    fontSize: px,
    fill: COLOURS.ink,
  });
}

/** Place and nearest item of the picture. */
export function listed(layers, count, domain) {
  const y = layers.upper.scale("y");
  return {
    node: layers.node,
    kept: { ...layers, domain },
    place: (at) => ({
      left: 0,
      right: 0,
      top: `${y.apply(at - 0.5)}px`,
      height: `${y.apply(at + 0.5) - y.apply(at - 0.5)}px`,
    }),
    nearest: (_, py) => Math.min(Math.max(Math.round(y.invert(py)), 0), count - 1),
  };
}

/** Room for the names at the left, by their longest. */
function leftOf(names, px) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${px}px system-ui, sans-serif`;
  return 14 + Math.max(...names.map((name) => pen.measureText(name).width));
}
