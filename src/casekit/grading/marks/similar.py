"""Similarity: texts ordered so that similar ones are adjacent, and submissions that look copied."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

_PIECE = 4
#: Similarity from which a pair is shown to the instructor, who judges it.
SUSPECT = 0.9
#: Fewer own cells than this are no evidence.
FEWEST_CELLS = 6


@dataclass(frozen=True)
class Pair:
    """Two submissions with similar own cells."""

    one: str
    other: str
    likeness: float
    cells: int


def near_texts(texts: Mapping[str, str]) -> list[str]:
    """Names in an order in which similar texts are adjacent."""
    left = sorted(texts)
    pieces = {name: _pieces(texts[name].lower().split()) for name in left}
    order: list[str] = []
    while left:
        last = order[-1] if order else None
        nearest = max(left, key=lambda name: _likeness(pieces[name], pieces[last]) if last else 0.0)
        order.append(nearest)
        left.remove(nearest)
    return order


def own_cells(cells: Iterable[str], given: Iterable[str]) -> frozenset[str]:
    """Cells that are not in the notebooks handed out, normalised for spaces and comments.

    Parameters
    ----------
    cells
        Cells of a submission.
    given
        Cells of the participants' notebooks as they were handed out.
    """
    handed_out = {_normal(cell) for cell in given}
    return frozenset(normal for cell in cells if (normal := _normal(cell)) not in handed_out)


def pairs(works: Mapping[str, frozenset[str]], solved: frozenset[str]) -> list[Pair]:
    """Pairs of submissions whose cells are similar beyond what the right solution implies.

    Parameters
    ----------
    works
        Own cells by submission.
    solved
        Cells of the published solutions: right answers repeat some of them.
    """
    # A right answer is often one expression; evidence is only what differs from it equally.
    telling = {name: cells - solved for name, cells in works.items()}
    names = sorted(telling)
    found = []
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            both = telling[one] & telling[other]
            likeness = len(both) / max(1, len(telling[one] | telling[other]))
            if len(both) >= FEWEST_CELLS and likeness >= SUSPECT:
                found.append(Pair(one, other, likeness, len(both)))
    return sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other))


def copied(works: Mapping[str, frozenset[str]], solved: frozenset[str]) -> dict[str, float]:
    """Share of each submission's own cells that repeat the published solutions word for word."""
    shares = {
        name: len(cells & solved) / len(cells)
        for name, cells in works.items()
        if len(cells) >= FEWEST_CELLS
    }
    return {name: share for name, share in sorted(shares.items()) if share >= SUSPECT}


def same_files(digests: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of submissions whose files of answers are one and the same.

    Parameters
    ----------
    digests
        Of each submission's file; empty where it says too little.
    """
    told = sorted((digest, name) for name, digest in digests.items() if digest)
    return sorted(
        (one, other) for (mine, one), (theirs, other) in combinations(told, 2) if mine == theirs
    )


def _normal(cell: str) -> str:
    """Code without comments and spaces; what is not Python, with its spaces collapsed."""
    try:
        tokens = tokenize.generate_tokens(io.StringIO(cell).readline)
        kept = [t.string for t in tokens if t.type != tokenize.COMMENT and t.string.strip()]
        return " ".join(kept)
    except (tokenize.TokenError, IndentationError, SyntaxError, ValueError, RecursionError):
        return re.sub(r"\s+", " ", cell).strip()


def _pieces(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    most = max(1, len(words) - _PIECE + 1)
    return frozenset(tuple(words[start : start + _PIECE]) for start in range(most))


def _likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, len(one | other))
