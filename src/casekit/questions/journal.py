"""A participant's journal: one line for each check and each hint, and no answer in it.

The file lies beside the notebook. Notebooks open at the same time may append to it; lines that
are torn or not about the bank's questions are skipped when reading and left as they are.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from casekit.company import data_folder
from casekit.errors import CasekitError
from casekit.notebook import in_notebook, reader_folder, recording
from casekit.questions.bank import QUESTIONS
from casekit.questions.json_lines import append_line, parse_lines

#: Environment variable with the journal's path; set and empty, no journal is kept.
PROGRESS_VARIABLE = "CASEKIT_PROGRESS"

PROGRESS_FILE = "my_progress.jsonl"

#: Of a longer file only the end is read: some forty thousand lines.
_MOST_BYTES = 8_000_000


@dataclass(frozen=True)
class Line:
    """A check or a hint that was taken.

    Parameters
    ----------
    at
        When, UTC.
    company
        Name of the company the answer was about.
    question
        Id of the question.
    state
        State of the verdict, or `hint`.
    step
        Step of the hint; 0 for a check.
    """

    at: str
    company: str
    question: str
    state: str
    step: int = 0


def journal_path() -> Path | None:
    """Where progress is kept; None where it is not."""
    if recording():
        return None
    named = os.environ.get(PROGRESS_VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named.strip() else None
    return reader_folder() / PROGRESS_FILE if in_notebook() else None


def keeps_progress() -> bool:
    """Whether anything is kept: not where the journal was switched off."""
    return os.environ.get(PROGRESS_VARIABLE, "on").strip() != ""


def keep(question_id: str, state: str, step: int = 0) -> bool:
    """Append a line to the journal; False if it could not be written."""
    path = journal_path()
    if path is None:
        return True
    now = datetime.now(UTC).isoformat(timespec="seconds")
    line = Line(now, company_name(), question_id, state, step)
    try:
        append_line(path, asdict(line))
    except (OSError, ValueError):
        return False
    return True


def lines(path: Path) -> Iterator[Line]:
    """Lines of a journal that can be read and are about questions of the bank, oldest first."""
    try:
        if not path.is_file():
            return
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _MOST_BYTES))
            content = file.read(_MOST_BYTES)
    except (OSError, ValueError):
        return
    yield from lines_of(content)


def lines_of(content: bytes) -> Iterator[Line]:
    """The same from a journal's content, which may come from anybody."""
    for found in parse_lines(content):
        if not found.keys() >= set(Line.__match_args__):
            continue
        # Fields of other names are ignored.
        line = Line(**{name: found[name] for name in Line.__match_args__})
        texts = (line.at, line.company, line.question, line.state)
        sound = all(type(text) is str for text in texts) and type(line.step) is int
        if sound and line.question in QUESTIONS:
            yield line


def company_name() -> str:
    """Name of the company at hand; empty if there is none."""
    try:
        with (data_folder() / "company.csv").open(encoding="utf-8", newline="") as file:
            facts = {row[0]: row[1] for row in csv.reader(file) if len(row) > 1}
    except (CasekitError, OSError, ValueError, csv.Error):
        return ""
    return facts.get("name", "")[:100]
