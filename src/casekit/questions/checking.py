"""`check`: an instant verdict on an answer, and its record for whoever marks it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from casekit import language
from casekit.company import data_folder
from casekit.errors import QuestionError
from casekit.questions.bank import Question, find
from casekit.questions.reading import Plain, is_blank, read_answer
from casekit.questions.seal import SEALED_FILE, opens

State = Literal["not_attempted", "incorrect", "correct", "recorded"]

#: Output type under which an answer stands in the notebook; the grader reads nothing else.
ANSWER_TYPE = "application/vnd.casekit.answer+json"

#: Set in a grading run: answers are recorded, none is judged.
RECORD_VARIABLE = "CASEKIT_RECORD"

_SIGNS = {"not_attempted": "○", "incorrect": "✗", "correct": "✓", "recorded": "●"}
_COLOURS = {
    "not_attempted": "#5f6368",
    "incorrect": "#b3401a",
    "correct": "#00704f",
    "recorded": "#0b5394",
}


@dataclass(frozen=True)
class Verdict:
    """What `check` says of an answer; shown as a line of text.

    Parameters
    ----------
    question
        Id of the question.
    state
        `not_attempted`, `incorrect`, `correct`, or `recorded` when nothing was judged.
    message
        The verdict in the reader's language; never the right answer.
    """

    question: str
    state: State
    message: str

    def __repr__(self) -> str:
        return f"{_SIGNS[self.state]} {self.message}"

    def _repr_html_(self) -> str:
        # The sign speaks for those who cannot tell the colours.
        style = f"border-left:4px solid {_COLOURS[self.state]};padding:4px 12px;margin:4px 0"
        return f'<div style="{style}">{escape(repr(self))}</div>'


def check(question_id: str, answer: Any) -> Verdict:
    """Say at once whether an answer is right, and record it.

    Parameters
    ----------
    question_id
        Id of the question, as the notebook gives it.
    answer
        Your answer. Numbers may be typed as people type them: 0.38, "38 %", "1 234,5".

    Returns
    -------
    Verdict
        `state` is `not_attempted`, `incorrect`, `correct` or `recorded`.

    Raises
    ------
    QuestionError
        If there is no such question. An answer that cannot be read is an `incorrect` verdict
        that says why, not an error.

    Examples
    --------
    >>> check("time.selling_share", ...).state
    'not_attempted'
    """
    question = find(question_id)
    if is_blank(answer):
        return _verdict(question, "not_attempted", "verdict-not-attempted")
    try:
        plain = read_answer(question, answer)
    except QuestionError as error:
        return Verdict(question.id, "incorrect", str(error))
    _record(question, plain)
    sealed = _sealed()
    if question.id not in sealed.get("right", {}):
        return _verdict(question, "recorded", "verdict-recorded")
    if opens(sealed, question, plain):
        return _verdict(question, "correct", "verdict-correct")
    return _verdict(question, "incorrect", "verdict-incorrect")


def _verdict(question: Question, state: State, key: str) -> Verdict:
    return Verdict(question.id, state, language.text(key))


def _sealed() -> dict[str, Any]:
    """Sealed answers of the company at hand; empty where nothing is to be judged."""
    path = data_folder() / SEALED_FILE
    if os.environ.get(RECORD_VARIABLE) == "1" or not path.is_file():
        return {}
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def _record(question: Question, answer: Plain) -> None:
    """Leave the answer in the notebook, for the grader; outside a notebook do nothing."""
    try:
        from IPython import get_ipython
    except ImportError:
        return
    if get_ipython() is None:
        return
    from IPython.display import display

    record = {"question": question.id, "kind": question.kind, "answer": answer}
    display({ANSWER_TYPE: record}, raw=True)
