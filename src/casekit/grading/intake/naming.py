"""Names that learning systems, browsers and programs give to files."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

#: Folders and files that systems and programs leave behind.
LEFTOVER_FOLDERS = ("__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git", ".venv", "venv")
LEFTOVER_FILES = ("thumbs.db", "desktop.ini")

# Moodle: `Anna Karenina_4711_assignsubmission_file_team.zip`, as a folder or as a file.
_MOODLE = re.compile(r"^(?P<who>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)$", re.DOTALL)
# Canvas: `kareninaanna_LATE_4711_12345_team.zip`.
_CANVAS = re.compile(r"^(?P<who>[^\W_]+)(?:_LATE)?_(?P<id>\d+)_\d+_(?P<file>.+)$")
# Copies: `01 (1).ipynb`, `01-Copy2.ipynb`, `01 — копия (3).ipynb`.
# Every repetition has a bound: without one, a long name would keep the search busy for hours.
_COPY = re.compile(
    r"(?:\s{0,4}\((\d{1,6})\)|[-_ ]{0,4}Copy(\d{0,6})"
    r"|\s{0,4}[-—–]\s{0,4}копия(?:\s{0,4}\((\d{1,6})\))?)$",
    re.IGNORECASE,
)


def participant_name(path: Path) -> str:
    """Name of the participant or the team, as learning systems write it into a file's name."""
    for pattern in (_MOODLE, _CANVAS):
        match = pattern.match(path.name)
        if match:
            return f"{match['who']}_{match['id']}"
    return path.name if path.is_dir() else path.stem


def original_name(name: str) -> str:
    """A file's name without the prefix of a learning system."""
    match = _MOODLE.match(name) or _CANVAS.match(name)
    return match["file"] if match and match["file"] else name


def copy_of(stem: str) -> tuple[str, int]:
    """A notebook's name without the marks of a copy, and the copy's number."""
    number = 0
    while match := _COPY.search(stem):
        number = max(number, *(int(group or 0) for group in match.groups(default="0")), 1)
        stem = stem[: match.start()]
    return stem.strip(), number


def suffix_of(path: Path | str) -> str:
    """Lower-case suffix of a path."""
    return PurePosixPath(str(path)).suffix.lower()
