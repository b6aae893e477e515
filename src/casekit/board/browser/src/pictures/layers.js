// A picture in two layers: what stays while hours move, and over it what moves.

import * as Plot from "@observablehq/plot";

/**
 * Draws only the upper layer anew while what the lower one shows stays the same.
 *
 * `frame` holds size, margins and ends of the axes of both; `facts` is whatever else the lower
 * layer shows. `still` and `moving` give their marks.
 */
export function layered(kept, frame, facts, still, moving) {
  const key = JSON.stringify([frame, facts]);
  const quiet = {
    ...frame,
    x: { ...frame.x, axis: null },
    y: { ...frame.y, axis: null },
  };
  const upper = Plot.plot({ ...quiet, marks: moving() });
  if (kept?.key === key) {
    kept.upper.replaceWith(upper);
    return { ...kept, upper };
  }
  const node = document.createElement("div");
  node.className = "ckb-layers";
  node.append(Plot.plot({ ...quiet, marks: still() }), upper);
  return { key, node, upper };
}
