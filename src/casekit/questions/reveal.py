"""What is told after an answer: the right one, and why.

`reveals.json` lies beside a company's sealed answers and holds, lightly wrapped, each right answer
and the figures that its reason names: a courtesy that hides them from the eye. An exam's pack goes
without the file and without the words of reasons; then nothing is told.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casekit import language
from casekit.company import Case, data_folder
from casekit.errors import CasekitError
from casekit.questions.bank import QUESTIONS
from casekit.questions.expected import RIGHT, Answer
from casekit.questions.figures import plain_figures, told_figures
from casekit.questions.key import Known
from casekit.questions.question import Question
from casekit.questions.reading import Plain
from casekit.questions.telling import told

__all__ = ["REVEALS_FILE", "Revealed", "revealed", "reveals", "why"]

REVEALS_FILE = "reveals.json"


@dataclass(frozen=True)
class Revealed:
    """What a company's file says of a question.

    Parameters
    ----------
    right
        The right answer, as `read_plain` gives it.
    figures
        Figures that the reason names, as `figures.plain_figures` gives them.
    """

    right: Plain
    figures: Mapping[str, Any] = field(default_factory=dict)


def reveals(answers: Mapping[str, Answer], known: Known, case: Case) -> bytes:
    """File of a company's right answers and reasons' figures.

    Parameters
    ----------
    answers
        The key.
    known
        What it gives on the company.
    case
        The company.
    """
    wrapped = {}
    for name, answer in answers.items():
        rows = QUESTIONS[name].rows
        right = {key: known[row.id][RIGHT] for key, row in rows.items()} or known[name][RIGHT]
        figures = plain_figures(answer.figures(case)) if answer.figures else {}
        told = json.dumps([right, figures], ensure_ascii=False).encode()
        wrapped[name] = base64.b64encode(zlib.compress(told, 9)).decode()
    return (json.dumps(wrapped, indent=1, sort_keys=True) + "\n").encode()


def revealed(question: Question) -> Revealed | None:
    """What the file of the company at hand says of a question; None where it says nothing."""
    try:
        content = json.loads((data_folder() / REVEALS_FILE).read_text(encoding="utf-8"))
        right, figures = json.loads(zlib.decompress(base64.b64decode(content[question.id])))
        return Revealed(right, dict(figures))
    except (CasekitError, OSError, ValueError, KeyError, TypeError, zlib.error):
        return None


def why(question: Question, named: str = RIGHT) -> str:
    """Why the right answer is right, or another reading is; empty where that is not told.

    Parameters
    ----------
    question
        The question.
    named
        What the answer is known for: `right`, or the name of another reading.
    """
    found = revealed(question)
    facts = told_figures(found.figures) if found else {}
    if found:
        facts["answer"] = told(question, found.right)
    keys = [question.also_key(named)] if named != RIGHT else []
    words = []
    for key in (*keys, question.why_key):
        if not language.has_text(key):
            continue
        try:
            words.append(language.text(key, **facts))
        except LookupError:
            # Its figures lie in a file that is not there.
            continue
    return " ".join(words)
