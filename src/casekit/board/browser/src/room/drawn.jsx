// A picture drawn for the width it has, with its figures as a table for whoever cannot see it.

import { useLayoutEffect, useRef } from "preact/hooks";
import { useSize } from "../pictures/size.js";

export function Drawn({ kind, title, draw, data, head, rows }) {
  const box = useRef(null);
  const size = useSize(box);

  useLayoutEffect(() => {
    if (size) box.current.replaceChildren(draw(size));
  }, [size, ...data]);

  return (
    <figure class={`ckr-drawn ckr-d-${kind}`}>
      <figcaption>{title}</figcaption>
      <div class="ckr-svg" ref={box} aria-hidden="true" />
      <div class="ckr-aloud">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {head.map((words) => (
                <th scope="col" key={words}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
