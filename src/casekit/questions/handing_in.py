"""`hand_in`: everything a participant made, as one file, after saying what is missing."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from casekit import language
from casekit.errors import QuestionError
from casekit.notebook import is_kit, reader_folder, recording, saves_itself
from casekit.questions import journal
from casekit.questions.answers_file import ANSWERS_FILE
from casekit.questions.bank import QUESTIONS, notebook_of
from casekit.questions.overview import progress
from casekit.questions.own_work import LARGEST_OWN_MB, used_files
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
    ANSWERS_FILE,
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
    left_out
        Own files that notebooks use and that are too large to be handed in.
    """

    path: Path
    files: tuple[str, ...]
    open_questions: tuple[str, ...]
    not_run: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    def __repr__(self) -> str:
        lines = [language.text("hand-in-done", file=_shown(self.path), count=len(self.files))]
        if self.open_questions:
            listed = _by_notebook(self.open_questions)
            lines.append(
                language.text("hand-in-open", count=len(self.open_questions), listed=listed)
            )
            counting = [each for each in self.open_questions if _is_computed(each)]
            if counting:
                lines.append(language.text("hand-in-counting", count=len(counting)))
        if self.not_run:
            lines.append(language.text("hand-in-not-run", listed=", ".join(self.not_run)))
        if self.left_out:
            listed = ", ".join(self.left_out)
            lines.append(language.text("hand-in-left-out", listed=listed, most=str(LARGEST_OWN_MB)))
        if not saves_itself():
            lines.append(language.text("hand-in-saved"))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        missing = self.open_questions or self.not_run or self.left_out
        return framed(repr(self), COLOURS["partial" if missing else "correct"])


def hand_in(name: str) -> HandIn | None:
    """Put notebooks, plan and memo of the notebook's folder into one zip to hand in.

    Notebooks of the case that were moved elsewhere in the kit go in as well, and so do modules,
    tables and notebooks of one's own, below the folder, that the notebooks name.

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
    if recording():
        return None
    named = _sound(name)
    here = reader_folder()
    notebooks = sorted(path for path in here.glob("*.ipynb") if path.is_file())
    notebooks += _moved(here, notebooks)
    if not notebooks:
        raise QuestionError("hand-in-empty", folder=here.name)
    own = [path for file in OWN_FILES if (path := here / file).is_file()]
    used = used_files(here, notebooks, own)
    large = [path for path in used if path.stat().st_size > LARGEST_OWN_MB * 2**20]
    places = {path: path.name for path in (*notebooks, *own)}
    # Own files keep their folders; notebooks that were moved lie with the others.
    places |= {path: path.relative_to(here).as_posix() for path in used if path not in large}
    for path in places:
        if path.stat().st_size > LARGEST_MB * 2**20:
            raise QuestionError("hand-in-large", file=path.name, most=str(LARGEST_MB))
    target, partial = here / f"{named}.zip", here / f".{named}.zip.part"
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as bundle:
            for path, place in places.items():
                bundle.write(path, f"{named}/{place}")
        partial.replace(target)
    except OSError:
        raise QuestionError("hand-in-unwritable", file=target.name) from None
    tried = progress()
    left = tuple(row.question.id for row in tried.rows if row.state == "not_attempted")
    not_run = tuple(path.name for path in notebooks if not _was_run(path))
    left_out = tuple(path.relative_to(here).as_posix() for path in large)
    return HandIn(target, tuple(places.values()), left if tried.kept else (), not_run, left_out)


def _by_notebook(question_ids: tuple[str, ...]) -> str:
    """Where questions are, with how many: a reader knows a notebook and no id."""
    asking = notebook_of()
    counts = Counter(asking.get(each, each) for each in question_ids)
    return ", ".join(f"{place} ({count})" for place, count in counts.items())


def _is_computed(question_id: str) -> bool:
    """Whether a question is for those who compute."""
    question = QUESTIONS.get(question_id)
    return question is not None and question.basis == "computed"


def _sound(name: str) -> str:
    """A name that any system takes for a file, letters of any alphabet kept."""
    kept = re.sub(r"[^\w\s.-]", " ", name) if isinstance(name, str) else ""
    kept = re.sub(r"\s+", " ", kept).strip(" .-_")[:LONGEST_NAME].strip(" .-_")
    # Names that Windows keeps for devices.
    if not kept or re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", kept):
        raise QuestionError("hand-in-name", found=escape(str(name))[:40])
    return kept


def _shown(path: Path) -> str:
    """A file's name, with its folder where that is not the current one."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _moved(here: Path, present: list[Path]) -> list[Path]:
    """Notebooks of the case that lie elsewhere in the kit and not in a folder; of two the newer.

    Looked for below the folder and above it up to the kit, and only where the folder holds the
    kit's own notebooks of a language.
    """
    kit = here.parent.parent
    if not is_kit(kit) or here.parent.name != "notebooks":
        return []
    known = {_told(path) for path in present}
    found: dict[str, Path] = {}
    for path in (*here.glob("*/**/*.ipynb"), *here.parent.glob("*.ipynb"), *kit.glob("*.ipynb")):
        # Jupyter's own copies of what was saved lie in folders with a dot.
        hidden = any(part.startswith(".") for part in path.relative_to(kit).parts)
        if hidden or not path.is_file():
            continue
        name, lang = told = _told(path)
        if not name or lang != here.name or told in known:
            continue
        if name not in found or path.stat().st_mtime > found[name].stat().st_mtime:
            found[name] = path
    # Inside the zip they lie in one folder: a name that is taken there stays the other's.
    taken = {path.name for path in present}
    return [path for _, path in sorted(found.items()) if path.name not in taken]


def _told(path: Path) -> tuple[str, str]:
    """Which notebook of the case a file says it is, and in which language; empty if none."""
    about = _content(path).get("metadata")
    told = about.get("casekit") if isinstance(about, dict) else None
    told = told if isinstance(told, dict) else {}
    return str(told.get("notebook", "")), str(told.get("language", ""))


def _was_run(path: Path) -> bool:
    """Whether a notebook holds a result; one that cannot be read is for its reader to judge."""
    cells = _content(path).get("cells")
    try:
        return any(cell.get("outputs") for cell in cells or ())
    except (TypeError, AttributeError):
        return False


def _content(path: Path) -> dict[str, Any]:
    """A notebook's file; empty if it cannot be read as one."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
