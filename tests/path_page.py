"""The one-file page in a real browser, opened from disk, with a stand-in for its Python."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from browser import PATIENCE_SECONDS

from casekit import language
from casekit.language import open_texts
from casekit.onefile import page as onefile_page
from casekit.onefile.page import Embedded, page_html

STAND_IN = Path(__file__).parent / "path" / "worker.js"
LONG = f"<pre>{'wide ' * 60}</pre><p><a href='https://x.invalid'>{'letters' * 30}</a></p>"
WIDE = "".join(f"<td>column number {number}</td>" for number in range(40))


def cell(name: str, source: str, *tags: str, kind: str = "code") -> dict[str, Any]:
    """A cell of a notebook; its lines are deeds of the stand-in."""
    made = {"cell_type": kind, "id": name, "metadata": {"tags": list(tags)}, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def contents(lang: str = "en") -> dict[str, Any]:
    """A small case: two notebooks and a text."""
    first = [
        cell("t1", "# The first\n\nSome words. Read `case/en/case.html`.", kind="markdown"),
        cell("c1", "say one", "run-only", "hide-input"),
        cell("t2", "## A table\n\n| a | b |\n|---|---|\n| 1 | 2 |", kind="markdown"),
        cell("c2", "say two ...", "your-turn"),
        cell("c3", f"html <table><thead><tr><th>h</th></tr></thead><tr>{WIDE}</tr></table>"),
        cell("c4", "append my_answers.jsonl {}", "your-turn"),
    ]
    second = [cell("d1", "# The second", kind="markdown"), cell("d2", "say three")]
    return {
        "lang": lang,
        "company": {"name": "A company", "digest": "0123456789abcdef"},
        "mode": "practice",
        "notebooks": [
            {"name": "00_first", "title": "The first", "metadata": {}, "cells": first},
            {"name": "01_second", "title": "The second", "metadata": {}, "cells": second},
        ],
        "texts": [{"name": "case", "title": "The case", "html": f"<p>It was.</p>{LONG}"}],
        "licences": [{"name": "part", "version": "1", "licence": "MIT", "text": "Anybody may."}],
        "versions": {"casekit": "0.1.0"},
        "words": open_texts(("path-",), lang),
    }


def write_page(path: Path, case: dict[str, Any], asleep: bool = False) -> str:
    """Write a page with the stand-in in place of Python; gives its address."""
    files = [Embedded("asleep", "data", b"x")] if asleep else []
    html = page_html(case["lang"], "A case", case, files)
    built = onefile_page._program("worker.js")
    assert html.count(built) == 1
    path.write_text(html.replace(built, STAND_IN.read_text("utf-8")), encoding="utf-8")
    return path.as_uri()


def changed(case: dict[str, Any], name: str, source: str | None) -> dict[str, Any]:
    """A case of which a cell is another, or is gone."""
    other = copy.deepcopy(case)
    for notebook in other["notebooks"]:
        for each in list(notebook["cells"]):
            if each["id"] == name and source is None:
                notebook["cells"].remove(each)
            elif each["id"] == name:
                each["source"] = source
    return other


class Reader:
    """Somebody with a browser; `PathTab` are the tabs.

    Parameters
    ----------
    browser
        From `a_browser`.
    lang
        Language of the pages.
    """

    def __init__(self, browser: Any, lang: str = "en", width: int = 1280) -> None:
        self.lang = lang
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, accept_downloads=True
        )
        self.context.set_default_timeout(1000 * PATIENCE_SECONDS)
        #: What browsers complained of, and what was asked for outside the file.
        self.complaints: list[str] = []

    def tab(self, address: str) -> PathTab:
        """Open a page."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        page.on("request", self._note)
        page.goto(address, wait_until="commit")
        page.wait_for_selector("main")
        return PathTab(page, self.lang)

    def _note(self, request: Any) -> None:
        if not request.url.startswith(("file:", "blob:", "data:")):
            self.complaints.append(request.url)


class PathTab:
    """A tab with the page."""

    def __init__(self, page: Any, lang: str) -> None:
        self.page, self.lang = page, lang

    def words(self, key: str, **facts: Any) -> str:
        """A text of the page."""
        return language.text(f"path-{key}", lang=self.lang, **facts)

    def button(self, key: str, inside: Any = None, **facts: Any) -> Any:
        """A button by its text."""
        words = self.words(key, **facts)
        return (inside or self.page).get_by_role("button", name=words, exact=True)

    def cell(self, name: str) -> Any:
        """A cell."""
        return self.page.locator(f"[id='{name}']")

    def run(self, name: str) -> None:
        """Press a cell's button."""
        self.button("run", self.cell(name)).click()

    def becomes(self, name: str, state: str) -> None:
        """Wait for a cell's state."""
        self.page.wait_for_selector(f"[id='{name}'].ckp-{state}")

    def output(self, name: str) -> str:
        """What a cell shows."""
        return str(self.cell(name).locator(".ckp-outputs").first.inner_text()).strip()

    def code(self, name: str) -> Any:
        """The editor of a cell, opened."""
        editor = self.cell(name).locator(".cm-content")
        if not editor.count():
            self.button("unfold", self.cell(name)).click()
        return editor

    def python(self, state: str) -> None:
        """Wait until Python is `ready`, or `busy`."""
        self.page.get_by_text(self.words(f"python-{state}"), exact=True).wait_for()

    def kept(self) -> None:
        """Wait until the last change is on the disk."""
        self.page.wait_for_function("() => document.body.dataset.kept === 'all'")
