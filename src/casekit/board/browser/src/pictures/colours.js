// One meaning a colour, on the board and in print; of Okabe and Ito, for any colour vision.

import { unique } from "../unique.js";

export const COLOURS = {
  today: "#6b6b6b",
  plan: "#0072B2",
  band: "#a9d3ee",
  behind: "#D55E00",
  pipe: "#CC79A7",
  tried: "#efe9d4",
  untried: "#E69F00",
  worth: "#009E73",
  best: "#000000",
  line: "#c9ced3",
  ink: "#22272b",
};

/** A hatching for what is unknown, as a mark; each drawing has its own, since ids are the page's. */
export function hatching() {
  const id = unique();
  const mark = () => {
    const box = document.createElementNS("http://www.w3.org/2000/svg", "defs");
    box.innerHTML =
      `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="7" height="7" fill="#fff"/><rect width="2" height="7" fill="${COLOURS.today}"/></pattern>`;
    return box;
  };
  return { fill: `url(#${id})`, mark };
}
