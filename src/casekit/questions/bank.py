"""The questions, as data. Their words stand in the texts.

Both are built from the records of `solutions/questions` (see `record`). What tells no answer is
in `asked.json` and `texts/*/asked.ftl`; names and words of known mistakes, which together may
give a choice away, in `mistakes.json` and `texts/*/mistakes.ftl`.

`question-ID` (dots become dashes) asks; `question-ID-hint-1` and on are the steps of its hint;
`question-ID-mistake-NAME` says what a known mistake looks like; `question-ID-choice-CODE` is a
choice in words, unless the texts say it elsewhere (see `Question.words`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from importlib.resources import files
from typing import Any

from casekit.errors import QuestionError
from casekit.questions import asked_00_02, asked_04_06
from casekit.questions.question import Question

#: Fields of the questions, and the names of their known mistakes: beside this file.
ASKED_FILE, MISTAKES_FILE = "asked.json", "mistakes.json"


def _built() -> Iterator[Question]:
    """Questions that were built from their records."""
    asked, mistakes = (
        json.loads(files("casekit.questions").joinpath(name).read_text(encoding="utf-8"))
        for name in (ASKED_FILE, MISTAKES_FILE)
    )
    for fields in asked:
        known = {**fields, "mistakes": mistakes.get(fields["id"], [])}
        # JSON has no tuples.
        shaped: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in known.items()
        }
        yield Question(**shaped)


def _all() -> dict[str, Question]:
    # Notebooks whose questions have no records yet stand around those that have.
    asked = (*asked_00_02.ASKED, *_built(), *asked_04_06.ASKED)
    return {question.id: question for question in asked}


QUESTIONS: dict[str, Question] = _all()


def read_again() -> None:
    """Take in what was built from the records since this process began."""
    QUESTIONS.clear()
    QUESTIONS.update(_all())


#: Questions of the short path, for a lesson of ninety minutes: their numbers in each notebook.
EXPRESS: dict[str, tuple[int, ...]] = {
    "01": (1,),
    "02": (3, 4, 6),
    "03": (3, 5),
    "04": (1, 2, 6, 7),
    "05": (4, 7),
    "06": (1, 2, 3),
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
