"""The HTML file: the page's template with the case, its program and Python inside."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["STATIC", "Embedded", "page_html"]

#: Template, styles and programs of the page; the programs are built by npm.
STATIC = Path(__file__).parent / "static"
_PLACE = re.compile(r"\{\{ (\w+) \}\}")


@dataclass(frozen=True)
class Embedded:
    """A binary file inside the page.

    Parameters
    ----------
    name
        Its name for the page's program.
    kind
        `wasm`, `module`, `stdlib`, `data`, or `archive` to unpack.
    content
        Its bytes.
    packs
        Whether it becomes smaller in gzip; archives are small already.
    """

    name: str
    kind: str
    content: bytes
    packs: bool = False

    def html(self) -> str:
        """The element that holds it."""
        content = gzip.compress(self.content, 9, mtime=0) if self.packs else self.content
        coded = base64.b64encode(content).decode("ascii")
        marks = f'data-file="{self.name}" data-kind="{self.kind}"' + " data-gzip" * self.packs
        return f'<script type="text/plain" {marks}>{coded}</script>'


def page_html(lang: str, title: str, contents: Mapping[str, Any], files: Iterable[Embedded]) -> str:
    """The whole page.

    Parameters
    ----------
    lang, title
        Of the page.
    contents
        What is read in it.
    files
        What its Python consists of.
    """
    told = json.dumps(contents, ensure_ascii=False, separators=(",", ":"))
    parts = {
        "lang": lang,
        "title": title,
        # In JSON a sign may be written by its number, and no text can end the element.
        "case": told.replace("<", "\\u003c"),
        "style": _part("path.css"),
        "page": _program("path.js"),
        "worker": _program("worker.js"),
        "files": "\n".join(each.html() for each in files),
    }
    template = (STATIC / "path.html").read_text(encoding="utf-8")
    return _PLACE.sub(lambda found: parts[found[1]], template)


def _program(name: str) -> str:
    """A program that no word of its own can end early."""
    return _part(name).replace("</script", "<\\/script").replace("<!--", "\\x3c!--")


def _part(name: str) -> str:
    path = STATIC / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""
