"""Signs of a mistake: what is wrong with a set or an order of options, whatever else is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Literal

from casekit.questions.question import Question

__all__ = ["MOST_OPTIONS", "Sign", "before", "holds", "lacks", "neighbours", "possible"]

#: Options of a kind of which every answer can still be sealed: 127 sets, 120 orders.
MOST_OPTIONS = {"several": 7, "order": 5}


@dataclass(frozen=True)
class Sign:
    """What an answer shows where no right one does.

    Parameters
    ----------
    kind
        `holds`: one of the options is taken; `lacks`: one of them is left; `before`: the first
        stands before the second.
    codes
        The options.
    """

    kind: Literal["holds", "lacks", "before"]
    codes: tuple[str, ...]

    def shows(self, answer: Sequence[str], rights: Sequence[Sequence[str]]) -> bool:
        """Whether an answer shows it; what a right answer shows as well is no mistake."""
        if self.kind == "before":
            one, other = self.codes
            return _before(answer, one, other) and not any(
                _before(right, one, other) for right in rights
            )
        taken = self.kind == "holds"
        return any(
            (code in answer) is taken and all((code in right) is not taken for right in rights)
            for code in self.codes
        )


def holds(*codes: str) -> Sign:
    """One of these options is taken, wrongly."""
    return Sign("holds", codes)


def lacks(*codes: str) -> Sign:
    """One of these options is left, wrongly."""
    return Sign("lacks", codes)


def before(one: str, other: str) -> Sign:
    """One option stands before another, wrongly."""
    return Sign("before", (one, other))


def possible(question: Question) -> Iterator[list[str]]:
    """Every answer that a question of sets or orders can have."""
    if question.kind == "order":
        yield from map(list, permutations(question.choices))
        return
    for count in range(1, len(question.choices) + 1):
        yield from map(list, combinations(question.choices, count))


def neighbours(question: Question, answer: Sequence[str]) -> Iterator[list[str]]:
    """Answers one step away: an option taken or left, or two that stand together exchanged."""
    if question.kind == "order":
        for place in range(len(answer) - 1):
            first, second = answer[place : place + 2]
            yield [*answer[:place], second, first, *answer[place + 2 :]]
        return
    for code in question.choices:
        kept = set(answer) ^ {code}
        if kept:
            yield [each for each in question.choices if each in kept]


def _before(answer: Sequence[str], one: str, other: str) -> bool:
    return one in answer and other in answer and answer.index(one) < answer.index(other)
