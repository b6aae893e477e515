"""Which of several copies of a notebook counts: later sendings, browsers' copies, languages."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from casekit.errors import GradingError
from casekit.grading.intake.naming import copy_of, stem_of
from casekit.grading.intake.notebooks import prepare
from casekit.grading.notes import SubmissionNote

__all__ = ["HandedOut", "Rank", "chosen", "order_in", "without_published"]

# `Version 2` (Teams), `Attempt 3`, `попытка 2`: folders of the same work sent again.
_VERSION = re.compile(
    r"(?i)^(?:version|attempt|submission|версия|попытка)[ _-]{0,3}№?\s?(\d{1,6})$"
)
_CANVAS_COPY = re.compile(r"-\d{1,3}$")


class Rank(NamedTuple):
    """How late a file was sent, as its names tell; the larger the later."""

    upload: int = 0
    order: int = 0


@dataclass(frozen=True)
class HandedOut:
    """The notebooks that participants were given.

    Parameters
    ----------
    cells
        Their cells, without spaces at both ends.
    names
        Their names without the ending.
    """

    cells: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, folder: Path) -> HandedOut:
        """Those below a folder, in every language."""
        paths = sorted(folder.glob("*/*.ipynb"))
        cells: set[str] = set()
        for path in paths:
            with contextlib.suppress(GradingError):
                cells.update(_cells(path.read_bytes()))
        return cls(frozenset(cells), frozenset(path.stem for path in paths))


class _Worked(NamedTuple):
    """How much work a notebook shows; the larger the more."""

    readable: bool
    touched: bool
    rank: Rank
    copy: int
    own: int
    run: bool
    place: str


def order_in(place: str) -> int:
    """Number of a sending, as the folders and archives of a place tell it."""
    numbers = [0]
    for part in PurePosixPath(place).parts[:-1]:
        stem = part[:-4] if part.lower().endswith(".zip") else part
        version = _VERSION.match(stem)
        numbers.append(int(version[1]) if version else copy_of(stem)[1])
    return max(numbers)


def without_published(places: Iterable[str]) -> tuple[list[str], list[str]]:
    """Places without the published solutions that lie beside notebooks, and those solutions.

    Who hands in the whole kit hands in its solutions too.
    """
    whole = set(places)
    published = {
        place
        for place in whole
        if "solutions" in (parts := PurePosixPath(place).parts)
        and "/".join("notebooks" if part == "solutions" else part for part in parts) in whole
    }
    return sorted(whole - published), sorted(published)


def chosen(
    notebooks: Mapping[str, bytes], ranks: Mapping[str, Rank], given: HandedOut
) -> tuple[list[str], list[SubmissionNote]]:
    """Places of the notebooks that count, in the order in which they run, and what was left aside.

    A copy in which nothing was changed never counts where another was worked in; of those worked
    in the one sent last counts, then the one with the highest number, then the one with most work.

    Parameters
    ----------
    notebooks
        Content by place.
    ranks
        How late each was sent; of those left out, as late as all others.
    given
        What participants were given.
    """
    groups: dict[str, list[tuple[int, str]]] = {}
    stems = {stem_of(place) for place in notebooks}
    for place in notebooks:
        stem, number = copy_of(stem_of(place))
        bare = _CANVAS_COPY.sub("", stem)
        # Canvas numbers what is sent again; other names may well end in a number.
        if ranks.get(place, Rank()).upload and bare != stem and bare in {*given.names, *stems}:
            stem = bare
        groups.setdefault(stem, []).append((number, place))
    taken: list[str] = []
    told: dict[str, tuple[list[str], list[str]]] = {}
    for stem in sorted(groups):
        if len(groups[stem]) == 1:
            taken.append(groups[stem][0][1])
            continue
        *others, best = sorted(
            _worked(notebooks[place], place, number, ranks.get(place, Rank()), given)
            for number, place in groups[stem]
        )
        taken.append(best.place)
        for other in others:
            key = _why_left(other, best)
            # A copy of the same, in the same sending, says nothing.
            if key != "twins" or notebooks[other.place] != notebooks[best.place]:
                counts, left = told.setdefault(key, ([], []))
                counts += [best.place] if best.place not in counts else []
                left.append(other.place)
    notes = [
        SubmissionNote.about(key, taken=counts, left=left) for key, (counts, left) in told.items()
    ]
    return taken, notes


def _worked(content: bytes, place: str, number: int, rank: Rank, given: HandedOut) -> _Worked:
    try:
        cells = _cells(content)
    except GradingError:
        return _Worked(False, False, rank, number, 0, False, place)
    own = sum(cell not in given.cells for cell in cells)
    return _Worked(True, own > 0, rank, number, own, _was_run(content), place)


def _why_left(other: _Worked, best: _Worked) -> str:
    """Why a copy does not count: key of the note that says it."""
    if other.readable != best.readable:
        return "unread"
    if other.touched != best.touched:
        return "untouched"
    if other.rank.upload != best.rank.upload:
        return "attempts"
    return "twins" if (other.rank, other.copy) == (best.rank, best.copy) else "copies"


def _cells(content: bytes) -> list[str]:
    """Text of each cell that is not empty."""
    return [text for cell in prepare(content).notebook.cells if (text := cell.source.strip())]


def _was_run(content: bytes) -> bool:
    """Whether a notebook keeps results."""
    try:
        cells = json.loads(content)["cells"]
        return any(cell.get("outputs") for cell in cells)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
