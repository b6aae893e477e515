"""The questions, as data. Their words stand in the texts under `question-ID`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from casekit.company import ACTIVITIES
from casekit.errors import QuestionError


@dataclass(frozen=True)
class Question:
    """A question.

    Parameters
    ----------
    id
        `topic.name`; stays the same for ever, gradebooks refer to it.
    kind
        `number` or `choice`.
    points
        What a right answer earns.
    unit
        Of a number: `share` or `hours`.
    tolerance
        Of a number: how far from the exact value is still right, in its unit.
    choices
        Of a choice: the codes, the same in all languages.
    """

    id: str
    kind: Literal["number", "choice"]
    points: float
    unit: str = ""
    tolerance: float = 0.0
    choices: tuple[str, ...] = ()

    @property
    def text_key(self) -> str:
        """Key of the question's words; texts know no dots."""
        return "question-" + self.id.replace(".", "-")


QUESTIONS: dict[str, Question] = {
    question.id: question
    for question in (
        Question("time.selling_share", "number", 1, unit="share", tolerance=0.005),
        Question("time.selling_gap", "number", 1, unit="hours", tolerance=0.25),
        Question("time.largest_excess", "choice", 1, choices=("selling", *ACTIVITIES[3:])),
    )
}


def find(question_id: str) -> Question:
    """The question with an id.

    Raises
    ------
    QuestionError
        If there is none; the message lists those there are.
    """
    if question_id not in QUESTIONS:
        raise QuestionError(
            "question-unknown", found=str(question_id), allowed=", ".join(QUESTIONS)
        )
    return QUESTIONS[question_id]
