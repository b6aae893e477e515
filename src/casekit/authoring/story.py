"""Case text, exhibits and glossary: templates filled with a company's figures, ready to print."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from casekit.authoring.exhibits import exhibits
from casekit.authoring.setup_figures import setup_figures
from casekit.authoring.story_figures import story_figures
from casekit.company import Case
from casekit.language import LANGUAGES, current, number, percent, text, using
from casekit.language.counting import counted, listed

#: Templates, sources, glossary and style of the case text, in the kit's folder.
SOURCE = Path(__file__).resolve().parents[3] / "case" / "source"

#: Exhibits whose picture stands in the text, with the picture's file.
_PICTURES = {"wallets": "exhibits/wallets.png", "sales": "exhibits/sales_by_line.png"}
#: Exhibits the text refers to by number.
_EXHIBITS = ("pnl", "sales", "wallets", "hours", "benchmarks")

Files = dict[str, bytes]


def story(case: Case, source: Path = SOURCE, drawn: Mapping[str, bytes] | None = None) -> Files:
    """Case text, exhibits and glossary of a company by path below `case/`, in each language.

    Parameters
    ----------
    case
        The company the text is about.
    source
        Folder of the templates.
    drawn
        Exhibit files of the same company, if they are drawn already.

    Returns
    -------
    dict
        `{lang}/case.md`, `{lang}/case.html`, `{lang}/exhibits.html` and `{lang}/for_it.html`
        (each page one file that fetches nothing) and `{lang}/glossary.md`.

    Raises
    ------
    jinja2.UndefinedError
        If a template names a figure there is not.
    """
    drawn = exhibits(case) if drawn is None else drawn
    files: Files = {}
    for lang in LANGUAGES:
        with using(lang, case.currency):
            beside = drawn[f"{lang}/exhibits.md"].decode("utf-8")
            written = case_text(case, beside, source)
            pictures = {path.removeprefix(f"{lang}/"): drawn[path] for path in drawn}
            files[f"{lang}/case.md"] = written.encode("utf-8")
            pages = {"case": written, "exhibits": beside, "for_it": for_it(source)}
            for name, told in pages.items():
                files[f"{lang}/{name}.html"] = page(told, pictures, source).encode("utf-8")
            files[f"{lang}/glossary.md"] = glossary(source).encode("utf-8")
    return files


def case_text(case: Case, exhibits_page: str, source: Path = SOURCE) -> str:
    """Case text in the reader's language, as Markdown.

    Parameters
    ----------
    case
        The company the text is about.
    exhibits_page
        The exhibits in the same language: they give the numbers the text refers to.
    source
        Folder of the templates.
    """
    template = (source / f"case.{current()}.md").read_text(encoding="utf-8")
    written = (
        templates()
        .from_string(template)
        .render(figures=story_figures(case), **_exhibits(exhibits_page), **_sources(source))
    )
    return written.rstrip() + "\n"


def for_it(source: Path = SOURCE) -> str:
    """What IT people ask of the kit, in the reader's language, as Markdown."""
    template = (source / f"for_it.{current()}.md").read_text(encoding="utf-8")
    return templates().from_string(template).render(setup=setup_figures())


def templates() -> Environment:
    """Environment of the templates: an undefined name is an error, never an empty string."""
    # Templates produce Markdown, whose renderer escapes HTML.
    rules = Environment(undefined=StrictUndefined, autoescape=False, finalize=_written)
    rules.filters.update(counted=counted, listed=listed)
    return rules


def page(written: str, pictures: Mapping[str, bytes], source: Path = SOURCE) -> str:
    """A text as one web page that prints well and fetches nothing.

    Parameters
    ----------
    written
        The text as Markdown, its first line the title.
    pictures
        PNG bytes by the path the text gives.
    source
        Folder of the page's frame and style.
    """
    frame = (source / "page.html").read_text(encoding="utf-8")
    return (
        templates()
        .from_string(frame)
        .render(
            lang=current(),
            title=written.splitlines()[0].lstrip("# "),
            style=(source / "page.css").read_text(encoding="utf-8").strip(),
            body=body(written, pictures),
        )
    )


def body(written: str, pictures: Mapping[str, bytes]) -> str:
    """A text in Markdown as HTML with its pictures inside, to stand in a page."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(written)
    _lift_pictures(tokens, pictures)
    reader.add_render_rule("image", _figure)
    return str(reader.renderer.render(tokens, reader.options, {}))


def glossary(source: Path = SOURCE) -> str:
    """Glossary in the reader's language, as Markdown: term, its twins, what it means."""
    terms = tomllib.loads((source / "glossary.toml").read_text(encoding="utf-8"))["term"]
    others = [lang for lang in LANGUAGES if lang != current()]
    heads = [text("glossary-term"), *(text(f"glossary-in-{lang}") for lang in others)]
    rows = [[*heads, text("glossary-meaning")]]
    rows.append(["---"] * len(rows[0]))
    for term in sorted(terms, key=lambda term: term[current()]["term"].casefold()):
        twins = [term[lang]["term"] for lang in others]
        rows.append([f"**{term[current()]['term']}**", *twins, term[current()]["meaning"]])
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"# {text('glossary-title')}\n\n{text('glossary-lead')}\n\n{table}\n"


def _written(value: Any) -> Any:
    """Whole numbers grouped as in the reader's language; everything else unchanged."""
    return number(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _exhibits(exhibits_page: str) -> dict[str, dict[str, str]]:
    """Numbers of the exhibits and pictures of some, by the exhibit's name."""
    headings = [line for line in exhibits_page.splitlines() if line.startswith("## ")]
    numbers, pictures = {}, {}
    for name in _EXHIBITS:
        titles = {
            str(place): text("exhibit-number", number=str(place), title=text(f"exhibit-{name}"))
            for place in range(1, len(headings) + 1)
        }
        numbers[name] = next(n for n, title in titles.items() if f"## {title}" in headings)
        if name in _PICTURES:
            pictures[name] = f"![{titles[numbers[name]]}]({_PICTURES[name]})"
    return {"exhibit": numbers, "picture": pictures}


def _sources(source: Path) -> dict[str, Any]:
    """List of sources in the reader's language, their numbers, and the figures taken from them."""
    told = tomllib.loads((source / "sources.toml").read_text(encoding="utf-8"))
    entries: Sequence[dict[str, Any]] = told["source"]
    return {
        "sources": [{"text": entry[current()], "url": entry["url"]} for entry in entries],
        "number": {entry["key"]: str(place) for place, entry in enumerate(entries, 1)},
        "published": {
            entry["key"]: {
                name: percent(value) if name.endswith("_share") else value
                for name, value in entry.items()
            }
            for entry in entries
        },
        "events": told["events"][current()],
    }


def _lift_pictures(tokens: list[Token], pictures: Mapping[str, bytes]) -> None:
    """Embed pictures in the page, without the paragraph around a picture that stands alone."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        inside = token.children or []
        if len(inside) == 1 and inside[0].type == "image":
            before.hidden = after.hidden = True
            coded = base64.b64encode(pictures[str(inside[0].attrs["src"])]).decode("ascii")
            inside[0].attrs["src"] = f"data:image/png;base64,{coded}"


def _figure(self: RendererHTML, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
    """A picture with its title below."""
    image = self.image(tokens, idx, options, env)
    title = self.renderInlineAsText(tokens[idx].children or [], options, env)
    return f"<figure>{image}<figcaption>{title}</figcaption></figure>\n"
