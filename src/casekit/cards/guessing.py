"""A guess before looking, and afterwards the truth beside it. Nobody marks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casekit import language
from casekit.cards.state import CardState
from casekit.cards.widget import Card, ask
from casekit.errors import QuestionError
from casekit.questions.bank import find
from casekit.questions.plain import read_plain
from casekit.questions.question import Question
from casekit.questions.reading import Plain
from casekit.questions.telling import told
from casekit.questions.verdict import COLOURS, Verdict, framed

__all__ = ["Guessed", "guess"]


@dataclass(frozen=True)
class Guessed:
    """A guess and the truth; shown as a sentence.

    Parameters
    ----------
    question
        What was guessed.
    guess
        The guess, as plain data; None if there was none.
    truth
        The truth; None where it cannot be told yet.
    """

    question: Question
    guess: Plain | None
    truth: Plain | None

    def __repr__(self) -> str:
        if self.truth is None:
            return language.text("guess-waits")
        truth = told(self.question, self.truth)
        if self.guess is None:
            return language.text("guess-none", truth=truth)
        guessed = told(self.question, self.guess)
        key = "guess-met" if guessed == truth else "guess-told"
        return language.text(key, guess=guessed, truth=truth)

    def _repr_html_(self) -> str:
        return framed(repr(self), COLOURS["recorded"])


def guess(
    question_id: str, answer: Any = ..., *, truth: Any = None, folder: str = "."
) -> Card | Verdict | Guessed:
    """Guess before looking; with `truth`, see afterwards how far off the guess was.

    Parameters
    ----------
    question_id
        Id of the guess, as the notebook gives it.
    answer
        Your guess, where there is no front end.
    truth
        What the data say; given, the guess that was entered is shown beside it. `...` where there
        is nothing to tell yet.
    folder
        Where `my_answers.jsonl` lies, from the notebook's folder.

    Raises
    ------
    QuestionError
        If there is no such guess, or the truth cannot be read as one.
    """
    question = find(question_id)
    if not question.guess:
        raise QuestionError("question-no-guess", found=question.id)
    if truth is None:
        return ask(question_id, answer, folder)
    state = CardState(question, folder)
    state.take(answer)
    found = None if truth is ... else read_plain(question, truth)
    return Guessed(question, state.answer, found)
