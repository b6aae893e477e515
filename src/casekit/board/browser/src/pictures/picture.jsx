import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSize } from "./size.js";

/** Steps of the reading mark by key. */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -6, PageDown: 6 };

/**
 * A picture that says its figures where the pointer or the keyboard's mark stands.
 *
 * `draw(size, kept)` gives `{ node, place(at), nearest(x, y), kept }`: the drawing, where the mark
 * of an item lies, which item is nearest to a point, and the ends of the axes for the next drawing.
 */
export function Picture({ kind, title, key_: legend = [], count, describe, data, draw }) {
  const box = useRef(null);
  const drawn = useRef(null);
  const size = useSize(box);
  const [at, setAt] = useState(null);
  const [focused, setFocused] = useState(false);

  useLayoutEffect(() => {
    if (!size) return;
    drawn.current = draw(size, drawn.current?.kept);
    const { node } = drawn.current;
    if (box.current.firstChild !== node) box.current.replaceChildren(node);
    box.current.dataset.drawn = String(Number(box.current.dataset.drawn ?? 0) + 1);
  }, [size, ...data]);

  useEffect(() => {
    if (at !== null && at >= count) setAt(null);
  }, [count]);

  const reading = at !== null && at < count ? at : null;
  const mark = reading !== null && drawn.current ? drawn.current.place(reading) : null;
  const read = describe(reading ?? 0);

  function onKeyDown(event) {
    const last = count - 1;
    const from = reading ?? 0;
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? last
          : event.key in STEPS
            ? from + STEPS[event.key]
            : null;
    if (next === null) return;
    event.preventDefault();
    setAt(Math.min(Math.max(next, 0), last));
  }

  function onPointerMove(event) {
    if (!drawn.current) return;
    const { left, top } = box.current.getBoundingClientRect();
    setAt(drawn.current.nearest(event.clientX - left, event.clientY - top));
  }

  return (
    <figure class={`ckb-picture ckb-p-${kind}`}>
      <figcaption>
        <b>{title}</b>
        <span class="ckb-key">
          {legend.map(([name, words]) => (
            <span key={name}>
              <span class={`ckb-swatch ckb-s-${name}`} aria-hidden="true" />
              {words}
            </span>
          ))}
        </span>
      </figcaption>
      <div
        class="ckb-drawing"
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={(reading ?? 0) + 1}
        aria-valuetext={read}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setFocused(true);
          setAt((now) => now ?? 0);
        }}
        onBlur={() => {
          setFocused(false);
          setAt(null);
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => !focused && setAt(null)}
      >
        <div class="ckb-svg" ref={box} aria-hidden="true" />
        {mark && <i class="ckb-mark" style={mark} />}
        {reading !== null && (
          <output class="ckb-read" aria-hidden="true">
            {read}
          </output>
        )}
      </div>
    </figure>
  );
}
