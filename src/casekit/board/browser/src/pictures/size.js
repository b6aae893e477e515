// The room that a picture has, told again whenever it changes.

import { useLayoutEffect, useState } from "preact/hooks";

/** Text of a picture is a little smaller than what stands around it, whatever size that has. */
const SMALLER = 0.9;
/** Letters of width below which the margins leave a picture no room: nobody could read it. */
const LEAST_LETTERS = 8;

/** `{ width, height, px }` of an element, px being the size of its picture's text; null at first. */
export function useSize(box) {
  const [size, setSize] = useState(null);
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = box.current;
      if (!width || !height) return;
      const px = SMALLER * Number.parseFloat(getComputedStyle(box.current).fontSize);
      // While a page is laid out a box may be almost nothing.
      if (width < LEAST_LETTERS * px) return;
      const same = (old) => old?.width === width && old.height === height && old.px === px;
      setSize((old) => (same(old) ? old : { width, height, px }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    measure();
    return () => observer.disconnect();
  }, []);
  return size;
}
