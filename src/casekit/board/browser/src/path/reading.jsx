import { useEffect, useRef } from "preact/hooks";
import { scrollable } from "./markdown.jsx";

/** One of the case's own texts; a link inside it leads to its place. */
export function Reading({ text }) {
  const place = useRef(null);
  useEffect(() => {
    const article = place.current;
    article.addEventListener("click", jump);
    return () => article.removeEventListener("click", jump);
  }, []);
  return (
    <article
      ref={place}
      class="ckp-prose ckp-reading"
      dangerouslySetInnerHTML={{ __html: scrollable(text.html) }}
    />
  );
}

/** The page's own address names what is open; a place inside is gone to without it. */
function jump(event) {
  const link = event.target.closest?.('a[href^="#"]');
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView();
}
