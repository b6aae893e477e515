"""The sealed file that participants get with a company."""

from __future__ import annotations

from collections.abc import Mapping

from casekit.company import Case
from casekit.questions import Answer
from casekit.questions.key import known_answers
from casekit.questions.seal import seal


def sealed_answers(answers: Mapping[str, Answer], case: Case) -> bytes:
    """Sealed file of a company."""
    return seal(known_answers(answers, case), salt=case.name)
