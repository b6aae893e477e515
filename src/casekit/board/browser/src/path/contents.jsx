/** Pixels from which the list stands beside what it opens, and not above. */
const BESIDE = 900;

/** The way through the case: notebooks, and what is to be read. */
export function Contents({ page }) {
  const { say } = page;
  const link = (name, title, number, mark) => (
    <li key={name}>
      <a
        href={`#${name}`}
        aria-current={name === page.view ? "page" : undefined}
        onClick={makeRoom}
      >
        {number && <span class="ckp-number">{number}</span>}
        <span>{title}</span>
        {mark && <span class="ckp-mark">{mark}</span>}
      </a>
    </li>
  );
  const list = (
    <>
      <h2>{say("notebooks")}</h2>
      <ul>
        {page.books.map((book) => {
          const code = book.code.filter((cell) => cell.original !== null);
          const ran = code.filter((cell) => cell.outputs.length || cell.state === "done").length;
          const mark = ran ? say("ran", { ran, all: code.length }) : "";
          return link(book.name, book.title, book.number, mark);
        })}
      </ul>
      <h2>{say("texts")}</h2>
      <ul>
        {page.given.texts.map(({ name, title }) =>
          // Its own title is that of the page.
          link(name, name === "case" ? say("case") : title, "", ""),
        )}
      </ul>
    </>
  );
  return (
    <nav class="ckp-contents" aria-label={say("contents")}>
      <details open={innerWidth > BESIDE}>
        <summary>{say("contents")}</summary>
        {list}
      </details>
    </nav>
  );
}

/** Above a text an open list would hide that the text is another. */
function makeRoom({ currentTarget }) {
  if (innerWidth > BESIDE) return;
  currentTarget.closest("details").open = false;
  // Once the other text is drawn; the link, which had the focus, is hidden.
  addEventListener("hashchange", () => setTimeout(() => document.getElementById("main").focus()), {
    once: true,
  });
}
