"""The answers' file beside the notebook: a line for each answer, the last of a question counts.

What is entered on the board (a plan that is committed, with its reason; a forecast) goes there at
once, so that two notebooks, two tabs and a crash lose nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from casekit.company import data_folder, load_case
from casekit.errors import CasekitError
from casekit.notebook import beside, recording
from casekit.questions.json_lines import append_line, parse_lines

__all__ = [
    "ANSWERS_FILE",
    "COMMITTED",
    "DECIDED",
    "DECIDED_FORECAST",
    "FORECAST",
    "PLAN_FILE",
    "AnswersFile",
    "Keeper",
    "answer_line",
    "company_digest",
    "counting",
]

ANSWERS_FILE = "my_answers.jsonl"
PLAN_FILE = "my_plan.json"
#: What is recorded from the board.
COMMITTED, FORECAST = "plan.committed", "plan.forecast"
#: And from the board on which is decided: the plan, and the range of the forecast's card.
DECIDED, DECIDED_FORECAST = "decision.plan", "decision.forecast"
#: Version of what a line holds.
VERSION = 1
#: Of a longer file only the end is read.
_MOST_BYTES = 8_000_000


class Keeper(Protocol):
    """Where answers and the plan are kept."""

    def lines(self) -> list[dict[str, Any]]:
        """What was answered, oldest first."""
        ...

    def add(self, line: Mapping[str, Any]) -> None:
        """Keep one more answer; raises `OSError` where that is not possible."""
        ...

    def put_plan(self, plan: str) -> None:
        """Keep the plan as JSON; raises `OSError` where that is not possible."""
        ...


def answer_line(question: str, answer: Any, company: str) -> dict[str, Any]:
    """An answer as a line.

    Parameters
    ----------
    question
        Id of the question.
    answer
        What was entered, plain JSON.
    company
        Digest of the company that it is about.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return {
        "question": question,
        "version": VERSION,
        "company": company,
        "at": now,
        "answer": answer,
    }


def company_digest() -> str:
    """Digest of the company at hand; empty where none can be read."""
    try:
        return load_case(data_folder()).digest
    except CasekitError:
        return ""


def counting(lines: Iterable[Mapping[str, Any]], company: str) -> dict[str, Any]:
    """Answers that count, by question: the last of each, of what was committed the first.

    Parameters
    ----------
    lines
        Lines of a file, oldest first.
    company
        Digest of the company; lines of another one are left aside.
    """
    found: dict[str, Any] = {}
    for line in lines:
        question = line["question"]
        if line.get("company") == company and "answer" in line:
            if question == COMMITTED and question in found:
                continue
            found[question] = line["answer"]
    return found


class AnswersFile:
    """Answers and plan in a folder.

    Parameters
    ----------
    folder
        From the notebook's folder. A grading run reads what is there and writes nothing.
    """

    def __init__(self, folder: str | Path = ".") -> None:
        self._folder = beside(folder)

    def lines(self) -> list[dict[str, Any]]:
        """What was answered, oldest first; what is no answer is skipped."""
        path = self._folder / ANSWERS_FILE
        try:
            if not path.is_file():
                return []
            with path.open("rb") as file:
                file.seek(max(0, path.stat().st_size - _MOST_BYTES))
                content = file.read(_MOST_BYTES)
        except OSError:
            return []
        return [line for line in parse_lines(content) if isinstance(line.get("question"), str)]

    def add(self, line: Mapping[str, Any]) -> None:
        """Append an answer; it is on the disk before this returns."""
        if not recording():
            append_line(self._folder / ANSWERS_FILE, line, sync=True)

    def put_plan(self, plan: str) -> None:
        """Write `my_plan.json`, whole or not at all."""
        if recording():
            return
        partial = self._folder / f".{PLAN_FILE}.part"
        partial.write_text(plan + "\n", encoding="utf-8")
        partial.replace(self._folder / PLAN_FILE)
