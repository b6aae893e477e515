"""The key and a company together: what is right there, and the sealed file participants get."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from pathlib import Path

from casekit.company import Case
from casekit.questions import QUESTIONS, Answer
from casekit.questions.expected import expected
from casekit.questions.reading import Plain
from casekit.questions.seal import seal

#: The key, from the kit's top folder.
KEY_FILE = "solutions/key.py"

#: What a company makes recognisable, by question id: see `questions.expected`.
Known = Mapping[str, Mapping[str, Plain]]


def read_key(root: Path) -> dict[str, Answer]:
    """Answers of the kit's key, by question id."""
    answers: dict[str, Answer] = runpy.run_path(str(root / KEY_FILE))["ANSWERS"]
    return answers


def known_answers(answers: Mapping[str, Answer], case: Case) -> Known:
    """Right answers of a company, and what its known mistakes give.

    Parameters
    ----------
    answers
        The key.
    case
        A company loaded from its folder: some answers are about the reports as received.
    """
    return {name: expected(QUESTIONS[name], answer, case) for name, answer in answers.items()}


def sealed_answers(answers: Mapping[str, Answer], case: Case) -> bytes:
    """Sealed file of a company."""
    return seal(known_answers(answers, case), salt=case.name)
