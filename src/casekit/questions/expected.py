"""What the key says of a company: the right answer and what each known mistake would give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from casekit.company import Case
from casekit.errors import QuestionError
from casekit.questions.question import Question
from casekit.questions.reading import LARGEST_SHARE, Plain, read_answer

#: Name of the right answer among the known ones; no mistake may bear it.
RIGHT = "right"

#: How far apart two answers must be to be told apart, in tolerances: see `seal` on its buckets.
EDGE = 1.2

Compute = Callable[[Case], Any]


@dataclass(frozen=True)
class Answer:
    """A question's answer in the key, as functions of a case's data.

    Parameters
    ----------
    right
        The right answer: a number, a code, or numbers by key.
    mistakes
        What each known mistake of the question gives, by its name in the bank.
    """

    right: Compute
    mistakes: Mapping[str, Compute]

    def row(self, key: str) -> Answer:
        """The same for one row of a table."""

        def pick(whole: Compute) -> Compute:
            return lambda case: whole(case)[key]

        return Answer(pick(self.right), {name: pick(of) for name, of in self.mistakes.items()})


def expected(question: Question, answer: Answer, case: Case) -> dict[str, Plain]:
    """What answers a company makes recognisable: `right` first, then mistakes by name.

    A mistake that on this company gives the right answer, about within the tolerance, is none;
    of two that give the same answer the first of the bank speaks; one that cannot be computed is
    nobody's.

    Raises
    ------
    ValueError
        If a share exceeds the whole: it would be read as per cent (the unit `ratio` would not).
    """
    right = answer.right(case)
    if question.unit == "share" and abs(right) > LARGEST_SHARE:
        raise ValueError(f"{question.id}: {right} exceeds the whole; its unit should be ratio")
    known: dict[str, Plain] = {RIGHT: read_answer(question, right)}
    for name in question.mistakes:
        try:
            value = read_answer(question, answer.mistakes[name](case))
        except QuestionError:
            continue
        if not any(_blurred(question, value, other) for other in known.values()):
            known[name] = value
    return known


def same(question: Question, one: Plain, other: Plain) -> bool:
    """Whether two answers to a question count as one: equal codes, numbers within tolerance."""
    if not (isinstance(one, float) and isinstance(other, float)):
        return one == other
    # A hair more than the tolerance: 0.385 is 0.005 from 0.38, whatever binary fractions say.
    return abs(one - other) <= question.tolerance * (1 + 1e-9)


def _blurred(question: Question, one: Plain, other: Plain) -> bool:
    """Whether sealed answers could take one for the other: their edges are not sharp."""
    if not (isinstance(one, float) and isinstance(other, float)):
        return one == other
    return abs(one - other) <= question.tolerance * EDGE


def recognise(question: Question, known: Mapping[str, Plain], answer: Plain) -> str | None:
    """Which of the known answers an answer is: `right`, a mistake's name, or None."""
    for name, value in known.items():
        if same(question, answer, value):
            return name
    return None
