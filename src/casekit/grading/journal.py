"""What a batch keeps: its settings, and a line for each submission, from which it resumes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit.questions.json_lines import append_line, parse_lines

#: One line for each submission that was handled; of several lines about one the last counts.
JOURNAL = "journal.jsonl"
#: Settings of the batch; the only file that names the hidden company.
RUN_FILE = "run.json"

Entry = dict[str, Any]


def append(out: Path, entry: Mapping[str, Any]) -> None:
    """Append an entry; it is on the disk when this returns."""
    append_line(out / JOURNAL, entry, ensure_ascii=True, sync=True)


def entries(out: Path) -> dict[str, Entry]:
    """The last entry of each submission; torn lines are skipped."""
    path = out / JOURNAL
    if not path.is_file():
        return {}
    return {
        entry["submission"]: entry
        for entry in parse_lines(path.read_bytes())
        if isinstance(entry.get("submission"), str)
    }
