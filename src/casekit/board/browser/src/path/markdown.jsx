import { marked } from "marked";
import { memo } from "./memo.js";

/** A text of the path. */
export const Markdown = memo(({ source }) => {
  const html = linked(scrollable(marked.parse(source)));
  return <div class="ckp-prose" dangerouslySetInnerHTML={{ __html: html }} />;
});

/** Files of the case's texts, which notebooks name, are opened in the page. */
const linked = (html) =>
  html.replace(/<code>case\/\w+\/(\w+)\.html<\/code>/g, '<a href="#$1">$&</a>');

/** Wide tables scroll by themselves, by key as well. */
export function scrollable(html) {
  return html
    .replaceAll("<table", '<div class="ckp-wide" tabindex="0" role="group"><table')
    .replaceAll("</table>", "</table></div>");
}
