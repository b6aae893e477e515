"""What looks alike: texts in the order of their likeness, and work that was hardly done twice."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_PIECE = 4
#: From this likeness on two works are shown to the instructor, who decides what it means.
SUSPECT = 0.9
#: Fewer cells of one's own say nothing.
FEWEST_CELLS = 6


@dataclass(frozen=True)
class Pair:
    """Two submissions whose own cells are alike."""

    one: str
    other: str
    likeness: float
    cells: int


def near_texts(texts: Mapping[str, str]) -> list[str]:
    """Names in an order in which similar texts stand together."""
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
    """Cells that somebody wrote, in a form in which spaces and comments do not count.

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
    """Pairs of submissions whose cells are alike beyond what the solution makes everybody write.

    Parameters
    ----------
    works
        Own cells by submission.
    solved
        Cells of the published solutions: who answers rightly writes some of them.
    """
    # A right answer is often one expression; alike is what differs from it in the same way.
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
    """Share of each submission's own cells that stand word for word in the published solutions."""
    shares = {
        name: len(cells & solved) / len(cells)
        for name, cells in works.items()
        if len(cells) >= FEWEST_CELLS
    }
    return {name: share for name, share in sorted(shares.items()) if share >= SUSPECT}


def _normal(cell: str) -> str:
    """Code without comments and spaces; a text as its words."""
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
