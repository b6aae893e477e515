/**
 * Keys of whatever has the focus are its own, and no shortcuts of the notebook around it.
 *
 * The mark must stand on the element itself: shortcuts are looked up from there outwards, and
 * Notebook has some for anything that has the focus.
 */
export function keepKeys(event) {
  event.target.setAttribute("data-lm-suppress-shortcuts", "true");
}

/** Leads to a part of the board: its first field has the focus, and it is seen. */
export function goTo(board, place) {
  const part = board?.querySelector(`[data-place="${place}"]`);
  part?.querySelector("input:enabled")?.focus({ preventScroll: true });
  if (!part) return;
  const { top, bottom } = part.getBoundingClientRect();
  // What lies under a head that stays is not seen either.
  const head = Number.parseFloat(getComputedStyle(part).scrollMarginTop);
  if (top < head || bottom > window.innerHeight) part.scrollIntoView();
}
