"""The plans that a batch has marked: those that code made stand in no file that was handed in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from casekit.errors import InvalidArgument
from casekit.grading import journal
from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.marks.scoring import own_answers
from casekit.questions.answers_file import COMMITTED, DECIDED, answer_line

__all__ = ["MarkedPlans"]


class MarkedPlans:
    """Plans that a batch has marked.

    Parameters
    ----------
    out
        Folder of the batch.
    drawn
        Number and family of each company that plans are about; none for that of the case.

    Raises
    ------
    InvalidArgument
        If there is no batch, or it is about other companies.
    """

    def __init__(self, out: Path, drawn: Sequence[tuple[int, str]]) -> None:
        self._entries = journal.entries(out)
        try:
            run = json.loads((out / journal.RUN_FILE).read_text(encoding="utf-8"))
            marked = _companies(run)
        except (OSError, ValueError, KeyError, TypeError):
            raise InvalidArgument("carry-on-no-marks", folder=str(out)) from None
        # A list may have grown since.
        if not marked <= set(drawn) or bool(marked) != bool(drawn):
            raise InvalidArgument("carry-on-other-marks", folder=str(out))

    def lines(self, name: str, digest: str, company: str) -> list[dict[str, Any]] | None:
        """A submission's plans as lines of answers; None if these files were not marked.

        Parameters
        ----------
        name
            Of the submission.
        digest
            Of what is in it now.
        company
            Digest of the company of the batch, where it has one alone.
        """
        entry = self._entries.get(name)
        if entry is None or entry["status"] != "graded" or entry.get("digest") != digest:
            return None
        about = entry.get("company", SHIPPED)
        own = company if about == SHIPPED else about
        answers = own_answers(entry, own).values
        return [
            answer_line(question, answers[question], own)
            for question in (COMMITTED, DECIDED)
            if question in answers
        ]


def _companies(run: Any) -> set[tuple[int, str]]:
    """The companies that a batch's participants had; none for that of the case."""
    alone = run["variant"]
    listed = [(each["variant"], each["family"]) for each in run.get("companies", ())]
    return {(int(number), str(family)) for number, family in listed or ([alone] if alone else [])}
