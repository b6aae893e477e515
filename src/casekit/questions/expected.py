"""What the key says of a company: the right answer and what each known mistake would give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casekit.company import Case
from casekit.errors import QuestionError
from casekit.questions.plain import read_plain
from casekit.questions.question import Question
from casekit.questions.reading import LARGEST_SHARE, Plain
from casekit.questions.signs import Sign, neighbours, possible

#: Name of the right answer among the known ones; no mistake may bear it.
RIGHT = "right"

#: How far apart two answers must be to be told apart, in tolerances: see `seal` on its buckets.
EDGE = 1.2

Compute = Callable[[Case], Any]

#: What a company makes recognisable of a question: an answer, or all that bear a sign.
Recognised = Plain | frozenset[str]


@dataclass(frozen=True)
class Answer:
    """A question's answer in the key, as functions of a case's data.

    Parameters
    ----------
    right
        The right answer: a number, a code, codes, or numbers or codes by key.
    mistakes
        What each known mistake of the question gives, by its name in the bank.
    also
        Other answers that are right too, by name; None where a company has no such reading.
    figures
        Figures that the reason behind the answer names.
    """

    right: Compute
    mistakes: Mapping[str, Compute]
    also: Mapping[str, Compute] = field(default_factory=dict)
    figures: Compute | None = None

    @property
    def others(self) -> dict[str, Compute]:
        """What is known beside the right answer, by name."""
        return {**self.also, **self.mistakes}

    def row(self, key: str) -> Answer:
        """The same for one row of a table."""

        def pick(whole: Compute) -> Compute:
            def one(case: Case) -> Any:
                found = whole(case)
                # A mistake, and another reading, may be about some of the rows only.
                return None if found is None else found.get(key)

            return one

        def rows(of: Mapping[str, Compute]) -> dict[str, Compute]:
            return {name: pick(whole) for name, whole in of.items()}

        return Answer(pick(self.right), rows(self.mistakes), rows(self.also))


def expected(question: Question, answer: Answer, case: Case) -> dict[str, Recognised]:
    """What answers a company makes recognisable: `right` first, then others that are right too.

    A mistake that on this company gives a right answer, about within the tolerance, is none; of
    two that give the same answer the first of the bank speaks; one that cannot be computed, or
    gives None, is nobody's.

    Raises
    ------
    ValueError
        If a share exceeds the whole: it would be read as per cent (the unit `ratio` would not).
    """
    right = answer.right(case)
    if question.unit == "share" and abs(right) > LARGEST_SHARE:
        raise ValueError(f"{question.id}: {right} exceeds the whole; its unit should be ratio")
    known: dict[str, Recognised] = {RIGHT: read_plain(question, right)}
    for name in question.others:
        value = answer.others[name](case)
        if isinstance(value, Sign):
            if found := _bearing(question, value, known):
                known[name] = found
            continue
        try:
            plain = None if value is None else read_plain(question, value)
        except QuestionError:
            continue
        if plain is not None and not any(
            _blurred(question, plain, other) for other in known.values()
        ):
            known[name] = plain
    return known


def _bearing(question: Question, sign: Sign, known: Mapping[str, Recognised]) -> frozenset[str]:
    """Answers that bear a sign and are not known for anything else."""
    rights = [each for name in (RIGHT, *question.also) if isinstance(each := known.get(name), list)]
    return frozenset(
        one_text(answer)
        for answer in possible(question)
        if sign.shows(answer, rights)
        and not any(same(question, answer, other) for other in known.values())
    )


def one_text(answer: Plain) -> str:
    """An answer of codes as one text."""
    return "+".join(answer) if isinstance(answer, list) else str(answer)


def is_right(question: Question, name: str | None) -> bool:
    """Whether what an answer is known for is right."""
    return name == RIGHT or name in question.also


def close_by(question: Question, answer: Plain, right: Callable[[Plain], bool]) -> bool:
    """Whether a set or an order is one step from a right one: that earns half."""
    return isinstance(answer, list) and any(map(right, neighbours(question, answer)))


def same(question: Question, one: Plain, other: Recognised) -> bool:
    """Whether two answers to a question count as one: equal codes, numbers within tolerance."""
    if isinstance(other, frozenset):
        return one_text(one) in other
    if not (isinstance(one, float) and isinstance(other, float)):
        return one == other
    # A hair more than the tolerance: 0.385 is 0.005 from 0.38, whatever binary fractions say.
    return abs(one - other) <= question.tolerance * (1 + 1e-9)


def _blurred(question: Question, one: Plain, other: Recognised) -> bool:
    """Whether sealed answers could take one for the other: their edges are not sharp."""
    if not (isinstance(one, float) and isinstance(other, float)):
        return same(question, one, other)
    return abs(one - other) <= question.tolerance * EDGE


def recognise(question: Question, known: Mapping[str, Recognised], answer: Plain) -> str | None:
    """Which of the known answers an answer is: `right`, another's name, or None."""
    for name, value in known.items():
        if same(question, answer, value):
            return name
    return None
