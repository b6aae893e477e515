import { marked } from "marked";
import { memo } from "./memo.js";

/** A text of the path. */
export const Markdown = memo(({ source }) => (
  <div class="ckp-prose" dangerouslySetInnerHTML={{ __html: scrollable(marked.parse(source)) }} />
));

/** Wide tables scroll by themselves, by key as well. */
export function scrollable(html) {
  return html
    .replaceAll("<table", '<div class="ckp-wide" tabindex="0" role="group"><table')
    .replaceAll("</table>", "</table></div>");
}
