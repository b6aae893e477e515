import { scrollable } from "./markdown.jsx";
import { memo } from "./memo.js";

/** The case's own texts; a link inside one leads to its place. */
export const Reading = memo(({ text }) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: links are followed by key as well, which clicks them
  // biome-ignore lint/a11y/noStaticElementInteractions: only links inside react
  <article
    class="ckp-prose ckp-reading"
    onClick={jump}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: texts of the kit itself
    dangerouslySetInnerHTML={{ __html: scrollable(text.html) }}
  />
));

function jump(event) {
  const link = event.target.closest?.('a[href^="#"]');
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView();
}
