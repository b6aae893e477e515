"""The cells of a source file: reading them, and the tags and keys that their headers may have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import jupytext

from casekit.language import LANGUAGES

__all__ = ["KEYS", "TAGS", "Cell", "complaints", "first_line", "is_divided", "read_cells"]

CODE = frozenset({"code"})
ANY = frozenset({"code", "markdown"})

#: Every tag a cell may carry, with the kinds of cell it may stand on.
TAGS: Mapping[str, frozenset[str]] = {
    # the one cell that sets language and data; papermill and the builder write into it
    "parameters": CODE,
    # an explanation that follows an answer, or code that shows one: in the solved notebook only
    "solution": ANY,
    # the answer is a text: the participant gets empty triple quotes
    "text-answer": CODE,
    # code a reader need not see: folded in JupyterLab
    "hide-input": CODE,
    # run, do not change
    "run-only": ANY,
    # the reader fills in or changes something here
    "your-turn": ANY,
    # outputs differ from run to run: neither nbval nor `--check` compares them
    "nbval-ignore-output": CODE,
    # nbval does not run it
    "nbval-skip": CODE,
}

#: What a cell's header line may set.
KEYS: Mapping[str, frozenset[str]] = {
    "markdown": frozenset({"lang", "tags"}),
    "code": frozenset({"tags"}),
}

#: Metadata that jupytext adds about the layout of the source; not part of the notebook.
_LAYOUT = frozenset({"lines_to_next_cell", "lines_to_end_of_cell_marker", "cell_marker"})

_CELL_START = re.compile(r"^\s*#\s*%%(\s|$)")


@dataclass(frozen=True)
class Cell:
    """A cell as the source has it, counted from 1."""

    number: int
    line: int
    kind: str
    text: str
    keys: Mapping[str, Any]

    @property
    def lang(self) -> str:
        """Language of a markdown cell, empty if it names none the kit speaks."""
        lang = self.keys.get("lang")
        return lang if lang in LANGUAGES else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of the cell, in the source's order."""
        tags = self.keys.get("tags", ())
        return tuple(map(str, tags)) if isinstance(tags, list) else ()


def is_divided(path: Path) -> bool:
    """Whether a file has a line that begins a cell."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return any(map(_CELL_START.match, text.splitlines()))


def read_cells(text: str) -> list[Cell]:
    """Cells of a source's text, not checked."""
    found = jupytext.reads(text, fmt="py:percent").cells
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _CELL_START.match(line)]
    if len(lines) + 1 == len(found):
        lines.insert(0, 1)  # text before the first cell is a cell of its own
    if len(lines) != len(found):
        lines = [0] * len(found)  # a cell's start inside a string: better no line than a wrong one
    return [
        Cell(
            number,
            line,
            cell.cell_type,
            cell.source,
            {key: value for key, value in cell.metadata.items() if key not in _LAYOUT},
        )
        for number, (line, cell) in enumerate(zip(lines, found, strict=True), 1)
    ]


def complaints(text: str) -> Iterator[tuple[int, int, str]]:
    """Cells that jupytext cannot read, each with its number, its line and the reason.

    jupytext stops at the first of them without saying where it stands.
    """
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if _CELL_START.match(line)]
    for number, (start, end) in enumerate(pairwise([*starts, len(lines)]), 1):
        try:
            jupytext.reads("\n".join(lines[start:end]), fmt="py:percent")
        except Exception as error:  # any: what it may raise is nowhere promised
            yield number, start + 1, first_line(error)


def first_line(error: Exception) -> str:
    """First line of an error's message."""
    return next(iter(str(error).splitlines()), type(error).__name__)
