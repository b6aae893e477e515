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
    <article ref={place} class="ckp-prose">
      {!/<h1\b/.test(text.html) && <h1>{text.title}</h1>}
      <div dangerouslySetInnerHTML={{ __html: scrollable(text.html) }} />
    </article>
  );
}

/** The page's own address names what is open; a place inside is gone to without it. */
function jump(event) {
  const link = event.target.closest?.("a[href]");
  // What lies outside opens beside the page.
  if (/^https?:/.test(link?.href)) link.target = "_blank";
  const inside = link?.getAttribute("href").startsWith("#");
  const place = inside && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView();
}
