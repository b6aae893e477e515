"""Texts by their likeness: ordered so that similar ones are adjacent, and set beside each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["near_texts", "part_of", "words_of"]

_PIECE = 4
#: Words of a run that is looked for in other texts. Longer runs are hidden by a changed word.
_RUN = 3
#: Most words of a text that are looked at.
_MOST_WORDS = 20_000
#: Letters that look alike in both alphabets hide nothing.
_LOOKALIKE = str.maketrans("авекмнорстухё", "abekmhopctyxe")


def near_texts(texts: Mapping[str, str]) -> list[str]:
    """Names in an order in which similar texts are adjacent."""
    left = sorted(texts)
    pieces = {name: _pieces(texts[name].lower().split(), _PIECE) for name in left}
    order: list[str] = []
    while left:
        last = order[-1] if order else None
        nearest = max(left, key=lambda name: _likeness(pieces[name], pieces[last]) if last else 0.0)
        order.append(nearest)
        left.remove(nearest)
    return order


def words_of(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Runs of words of texts, without figures, punctuation, case and tricks with letters."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        plain = unicodedata.normalize("NFKC", text[: 20 * _MOST_WORDS]).lower()
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
        words = re.findall(r"[^\W\d_]+", plain.translate(_LOOKALIKE))[:_MOST_WORDS]
        if len(words) >= _RUN:
            found |= _pieces(words, _RUN)
    return frozenset(found)


def part_of(one: frozenset[object], other: frozenset[object]) -> float:
    """Which part of the one stands in the other."""
    return len(one & other) / max(1, len(one))


def _pieces(words: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    most = max(1, len(words) - length + 1)
    return frozenset(tuple(words[start : start + length]) for start in range(most))


def _likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, len(one | other))
