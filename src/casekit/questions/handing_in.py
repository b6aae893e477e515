"""`hand_in`: everything a participant made, as one file, after saying what is missing."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from casekit import language
from casekit.errors import QuestionError
from casekit.questions import journal
from casekit.questions.overview import progress
from casekit.questions.verdict import COLOURS, framed

__all__ = ["HandIn", "hand_in"]

#: A participant's own files besides the notebooks.
OWN_FILES = (
    "my_plan.json",
    "my_plan.xlsx",
    "my_plan.png",
    "my_memo.html",
    "my_memo.xlsx",
    journal.PROGRESS_FILE,
)
#: A notebook larger than this holds something that is no case work.
LARGEST_MB = 20
#: Longest name of a participant or a team.
LONGEST_NAME = 60


@dataclass(frozen=True)
class HandIn:
    """A file to hand in; shown as a few sentences.

    Parameters
    ----------
    path
        The zip.
    files
        Names of the files inside.
    open_questions
        Ids of the questions that nobody has tried.
    not_run
        Notebooks without any result: not run, or not saved after they were.
    """

    path: Path
    files: tuple[str, ...]
    open_questions: tuple[str, ...]
    not_run: tuple[str, ...]

    def __repr__(self) -> str:
        lines = [language.text("hand-in-done", file=self.path.name, count=len(self.files))]
        if self.open_questions:
            listed = ", ".join(self.open_questions)
            lines.append(
                language.text("hand-in-open", count=len(self.open_questions), listed=listed)
            )
        if self.not_run:
            lines.append(language.text("hand-in-not-run", listed=", ".join(self.not_run)))
        return "\n".join([*lines, language.text("hand-in-saved")])

    def _repr_html_(self) -> str:
        missing = self.open_questions or self.not_run
        return framed(repr(self), COLOURS["partial" if missing else "correct"])


def hand_in(name: str) -> HandIn | None:
    """Put notebooks, plan and memo of this folder into one zip to hand in.

    Parameters
    ----------
    name
        Name of the participant or the team; it names the file.

    Returns
    -------
    HandIn or None
        The file, with what is missing; an earlier one of the same name is replaced. None in a
        grading run, which hands in nothing.

    Raises
    ------
    QuestionError
        If the name is no name, there are no notebooks here, one of them is too large, or the
        file cannot be written.
    """
    if journal.recording():
        return None
    named = _sound(name)
    here = Path.cwd()
    notebooks = sorted(path for path in here.glob("*.ipynb") if path.is_file())
    if not notebooks:
        raise QuestionError("hand-in-empty", folder=here.name)
    own = [path for file in OWN_FILES if (path := here / file).is_file()]
    for path in (*notebooks, *own):
        if path.stat().st_size > LARGEST_MB * 2**20:
            raise QuestionError("hand-in-large", file=path.name, most=str(LARGEST_MB))
    target, partial = here / f"{named}.zip", here / f".{named}.zip.part"
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as bundle:
            for path in (*notebooks, *own):
                bundle.write(path, f"{named}/{path.name}")
        partial.replace(target)
    except OSError:
        raise QuestionError("hand-in-unwritable", file=target.name) from None
    tried = progress()
    left = tuple(row.question.id for row in tried.rows if row.state == "not_attempted")
    not_run = tuple(path.name for path in notebooks if not _was_run(path))
    files = tuple(path.name for path in (*notebooks, *own))
    return HandIn(target, files, left if tried.kept else (), not_run)


def _sound(name: str) -> str:
    """A name that any system takes for a file, letters of any alphabet kept."""
    kept = re.sub(r"[^\w\s.-]", " ", name) if isinstance(name, str) else ""
    kept = re.sub(r"\s+", " ", kept).strip(" .-_")[:LONGEST_NAME].strip(" .-_")
    # Names that Windows keeps for devices.
    if not kept or re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", kept):
        raise QuestionError("hand-in-name", found=escape(str(name))[:40])
    return kept


def _was_run(path: Path) -> bool:
    """Whether a notebook holds a result; one that cannot be read is for its reader to judge."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return any(cell.get("outputs") for cell in cells)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
