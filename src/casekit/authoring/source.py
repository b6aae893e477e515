"""The one source of a notebook in all languages: what it may hold, reading and checking it.

A source is `solutions/NN_name.py` in jupytext's percent format. Markdown stands once per language,
the twins next to each other; code is shared::

    # %% [markdown] lang="ru"
    # # Неделю съедает удержание
    # %% [markdown] lang="en"
    # # Retention eats the week
    # %% tags=["your-turn"]
    # <solution>
    share = hours.loc["retention", "share"]
    # </solution>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.authoring.answers import code_faults, looks_like_a_mark
from casekit.authoring.cells import KEYS, TAGS, Cell, complaints, first_line, is_divided, read_cells
from casekit.authoring.faults import SourceFault, refuse
from casekit.language import LANGUAGES

__all__ = ["Source", "Step", "find_sources", "inspect_source", "read_source"]

_NAME = re.compile(r"\d\d_[a-z0-9_]+\.py")
_PARAMETERS = re.compile(r'lang = "(?P<lang>\w+)"\ndata = None')


@dataclass(frozen=True)
class Step:
    """A cell of the notebook: shared code, or one text in every language.

    `cell` and `line` tell where it begins in the source, `id` is its name in every notebook.
    """

    id: str
    kind: str
    tags: tuple[str, ...]
    texts: Mapping[str, str]
    cell: int
    line: int


@dataclass(frozen=True)
class Source:
    """A sound source; `name` is that of its notebooks, `label` that of its file in messages."""

    name: str
    label: str
    steps: tuple[Step, ...]


def find_sources(folder: Path) -> list[Path]:
    """Files of a folder that are notebook sources: named like one, or divided into cells."""
    return [
        path
        for path in sorted(folder.glob("*.py"))
        if _NAME.fullmatch(path.name) or is_divided(path)
    ]


def read_source(path: Path) -> Source:
    """Source of a notebook, checked.

    Raises
    ------
    AuthoringError
        If anything in it cannot be built; lists every fault with its cell and line.
    """
    source, faults = inspect_source(path)
    if source is None:
        refuse("authoring-faults", faults)
    return source


def inspect_source(path: Path) -> tuple[Source | None, list[SourceFault]]:
    """Source of a notebook, or every reason why it cannot be built."""
    label = f"{path.parent.name}/{path.name}"
    named = (
        [] if _NAME.fullmatch(path.name) else [SourceFault("authoring-file-name", {"file": label})]
    )
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, [*named, SourceFault("authoring-not-utf8", {"file": label})]
    try:
        cells = read_cells(content)
    except Exception as error:  # whatever jupytext, its header or nbformat cannot take
        return None, [*named, *_reading_faults(label, content, error)]
    groups = _groups(cells)
    faults = [
        *_header_faults(label, cells),
        *_twin_faults(label, groups),
        *_content_faults(label, cells),
        *_parameter_faults(label, cells),
    ]
    # Listed in the order of the source.
    faults.sort(key=lambda fault: (fault.facts.get("cell", 0), fault.facts.get("line", 0)))
    if named or faults:
        return None, [*named, *faults]
    prefix = path.name[:2]
    steps = (_step(f"{prefix}-c{number:02d}", group) for number, group in enumerate(groups, 1))
    return Source(path.stem, label, tuple(steps)), []


def _groups(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells by step: each code cell alone, markdown with its twins.

    A cell without a known language counts as the twin that is awaited, so that one mistake in a
    header is told once.
    """
    groups: list[list[Cell]] = []
    open_group: list[Cell] = []
    for cell in cells:
        if cell.kind != "markdown":
            groups.append([cell])
            open_group = []
            continue
        repeated = bool(cell.lang) and cell.lang in {twin.lang for twin in open_group}
        if not open_group or repeated or len(open_group) == len(LANGUAGES):
            open_group = []
            groups.append(open_group)
        open_group.append(cell)
    return groups


def _fault(
    label: str, cell: Cell, key: str, offset: int | None = None, **facts: Any
) -> SourceFault:
    """Fault of a cell; the offset counts lines after the cell's header line."""
    line = cell.line + 1 + offset if cell.line and offset is not None else cell.line
    return SourceFault(key, {"file": label, "cell": cell.number, "line": line, **facts})


def _reading_faults(label: str, content: str, error: Exception) -> list[SourceFault]:
    """Why a text cannot be divided into cells: by cell, or for the file as a whole."""
    found = [
        SourceFault(
            "authoring-cell-unreadable",
            {"file": label, "cell": number, "line": line, "reason": reason},
        )
        for number, line, reason in complaints(content)
    ]
    return found or [
        SourceFault("authoring-unreadable", {"file": label, "reason": first_line(error)})
    ]


def _header_faults(label: str, cells: Sequence[Cell]) -> Iterator[SourceFault]:
    for cell in cells:
        if cell.kind not in KEYS:
            yield _fault(label, cell, "authoring-kind-unknown", found=cell.kind)
            continue
        allowed = KEYS[cell.kind]
        for key in sorted(set(cell.keys) - allowed):
            found = f"{key}: {cell.keys[key]}"
            names = ", ".join(sorted(allowed))
            yield _fault(label, cell, "authoring-key-unknown", found=found, allowed=names)
        for tag in cell.tags:
            if tag not in TAGS:
                names = ", ".join(TAGS)
                yield _fault(label, cell, "authoring-tag-unknown", found=tag, allowed=names)
            elif cell.kind not in TAGS[tag]:
                yield _fault(label, cell, "authoring-tag-misplaced", found=tag, kind=cell.kind)
        if cell.kind == "markdown" and "lang" not in cell.keys:
            yield _fault(label, cell, "authoring-lang-missing", allowed=", ".join(LANGUAGES))
        elif cell.kind == "markdown" and not cell.lang:
            found = str(cell.keys["lang"])
            names = ", ".join(LANGUAGES)
            yield _fault(label, cell, "authoring-lang-unknown", found=found, allowed=names)


def _twin_faults(label: str, groups: Sequence[Sequence[Cell]]) -> Iterator[SourceFault]:
    for position, group in enumerate(groups):
        first = group[0]
        if first.kind != "markdown" or not all(cell.lang for cell in group):
            continue  # a twin without its language is told by its header
        if len(group) < len(LANGUAGES):
            missing = ", ".join(sorted(set(LANGUAGES) - {cell.lang for cell in group}))
            following = groups[position + 1][0] if position + 1 < len(groups) else None
            if following and following.lang and following.lang in {cell.lang for cell in group}:
                key = "authoring-twin-repeated"
                yield _fault(label, following, key, language=following.lang, missing=missing)
            else:
                yield _fault(label, first, "authoring-twin-missing", missing=missing)
        # An explanation hidden in one language only would show the answer in the other.
        elif len({frozenset(cell.tags) for cell in group}) > 1:
            yield _fault(label, first, "authoring-twin-tags")


def _content_faults(label: str, cells: Sequence[Cell]) -> Iterator[SourceFault]:
    for cell in cells:
        if cell.kind == "code":
            for found in code_faults(cell.text, "text-answer" in cell.tags):
                yield _fault(label, cell, found.key, found.offset, **found.facts)
        else:
            for offset, line in enumerate(cell.text.splitlines()):
                if looks_like_a_mark(line):
                    yield _fault(label, cell, "authoring-solution-in-text", offset)


def _parameter_faults(label: str, cells: Sequence[Cell]) -> Iterator[SourceFault]:
    found = [cell for cell in cells if cell.kind == "code" and "parameters" in cell.tags]
    if not found:
        yield SourceFault("authoring-parameters-missing", {"file": label})
    for cell in found[1:]:
        yield _fault(label, cell, "authoring-parameters-repeated", first=found[0].number)
    for cell in found:
        match = _PARAMETERS.fullmatch(cell.text.strip())
        if not match or match["lang"] not in LANGUAGES:
            yield _fault(label, cell, "authoring-parameters-content", found=cell.text)


def _step(name: str, group: Sequence[Cell]) -> Step:
    first = group[0]
    if first.kind == "code":
        texts = dict.fromkeys(LANGUAGES, first.text)
    else:
        texts = {cell.lang: cell.text for cell in group}
    return Step(name, first.kind, first.tags, texts, first.number, first.line)
