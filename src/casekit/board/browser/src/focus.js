/**
 * Keys of whatever has the focus are its own, and no shortcuts of the notebook around it.
 *
 * The mark must stand on the element itself: shortcuts are looked up from there outwards, and
 * Notebook has some for anything that has the focus.
 */
export function keepKeys(event) {
  event.target.setAttribute("data-lm-suppress-shortcuts", "true");
}
