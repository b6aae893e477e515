// Ends of axes and their labels.

import { tickDigits } from "../numbers.js";

/** How much of an axis the figures must fill, or it is drawn closer. */
const LEAST_FILLED = 0.4;

/** Ends of an axis that stays while figures move, as long as they fit and fill it. */
export function steady(kept, low, high) {
  const room = Math.max(high - low, 1e-9);
  if (kept) {
    const fits = kept[0] <= low && high <= kept[1];
    if (fits && room >= LEAST_FILLED * (kept[1] - kept[0])) return kept;
  }
  return [low - 0.08 * room, high + 0.12 * room];
}

/** Smallest and largest of the numbers among values; null for what is unknown is left out. */
export function ends(...lists) {
  const known = lists.flat().filter((value) => typeof value === "number" && Number.isFinite(value));
  return known.length ? [Math.min(...known), Math.max(...known)] : [0, 0];
}

/** Ticks at round steps with as many decimals as their step has, so that none is told wrongly. */
export function ticks(low, high, count) {
  const rough = (high - low) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((part) => part * power).find((part) => part >= rough) ?? rough;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const at = Array.from({ length: Math.max(last - first + 1, 0) }, (_, k) => (first + k) * step);
  return { at, digits: tickDigits(Number(step.toPrecision(6))) };
}
