"""The questions, as data. Their words stand in the texts.

Both are built from the records of `solutions/questions` (see `record`). What tells no answer is
in `asked.json` and `texts/*/asked.ftl`, by notebook. What together may give a choice away is
apart: names of known mistakes and of other right answers in `mistakes.json`, words of mistakes in
`texts/*/mistakes.ftl`, reasons in `texts/*/whys.ftl`. An exam's pack goes without these.

`question-ID` (dots become dashes) asks; `question-ID-hint-1` and on are the steps of its hint;
`question-ID-mistake-NAME` says what a known mistake looks like; `question-ID-choice-CODE` is an
option in words, unless the texts say it elsewhere (see `Question.words`), `question-ID-row-CODE` a
row of a grid, `question-ID-check-1` a point of a checklist; `question-ID-why` is the reason,
`question-ID-also-NAME` that of another right answer.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from importlib.resources import files
from typing import Any

from casekit.errors import QuestionError
from casekit.questions.question import Question

#: Fields of the questions, and the names of their known mistakes: beside this file.
ASKED_FILE, MISTAKES_FILE = "asked.json", "mistakes.json"


def _read(name: str) -> Any:
    """What was built; empty for a file that an exam's pack goes without."""
    try:
        return json.loads(files("casekit.questions").joinpath(name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def _built() -> dict[str, list[Question]]:
    """Questions that were built from their records, by notebook."""
    telling = _read(MISTAKES_FILE)
    return {
        notebook: [_shaped({**fields, **telling.get(fields["id"], {})}) for fields in asked]
        for notebook, asked in _read(ASKED_FILE).items()
    }


def _shaped(fields: dict[str, Any]) -> Question:
    # JSON has no tuples.
    shaped: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    return Question(**shaped)


def _all() -> dict[str, Question]:
    built = _built()
    return {question.id: question for notebook in sorted(built) for question in built[notebook]}


QUESTIONS: dict[str, Question] = _all()


def notebook_of() -> dict[str, str]:
    """Number of the notebook that asks each question, by id."""
    return {each.id: notebook for notebook, asked in _built().items() for each in asked}


def read_again() -> None:
    """Take in what was built from the records since this process began."""
    QUESTIONS.clear()
    QUESTIONS.update(_all())


#: Questions of the short path, for a lesson of ninety minutes: their numbers in each notebook.
EXPRESS: dict[str, tuple[int, ...]] = {
    "01": (3,),
    "02": (4, 5),
    "03": (3,),
    "04": (1, 6, 7),
    "05": (4, 6),
    "06": (4,),
}


def part(part_id: str) -> Question:
    """The question, or the row of a table (`id:key`), that a sealed answer belongs to."""
    question_id, _, row = part_id.partition(":")
    question = QUESTIONS[question_id]
    return question.rows[row] if row else question


def find(question_id: str) -> Question:
    """The question with an id.

    Raises
    ------
    QuestionError
        If there is none; the message offers those whose ids come nearest.
    """
    try:
        return QUESTIONS[question_id]
    except (KeyError, TypeError):
        pass
    found = question_id[:60] if isinstance(question_id, str) else type(question_id).__name__
    near = get_close_matches(found.strip().lower(), QUESTIONS, n=3, cutoff=0.6)
    if near:
        raise QuestionError("question-unknown-near", found=found, near=", ".join(near))
    raise QuestionError("question-unknown", found=found, allowed=", ".join(QUESTIONS))
