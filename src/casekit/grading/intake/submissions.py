"""Submissions as they arrive: which files belong to whom, and what of them is graded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from casekit.errors import GradingError, InvalidArgument
from casekit.grading.intake.entered import Entered, read_entered
from casekit.grading.intake.naming import (
    LEFTOVER_FILES,
    LEFTOVER_FOLDERS,
    Origin,
    bare_name,
    copy_of,
    origin_of,
    suffix_of,
)
from casekit.grading.intake.unpacking import (
    NOTEBOOK_BYTES,
    OWN_BYTES,
    OWN_KINDS,
    Allowance,
    read_file,
    read_folder,
    read_zip,
)
from casekit.grading.notes import Note, plain
from casekit.questions.journal import PROGRESS_FILE, lines_of

#: Most notebooks of a submission.
MOST_NOTEBOOKS = 20
_OWN_BYTES_IN_ALL = 24 * 2**20
_MOST_COMPANIES = 10


@dataclass(frozen=True)
class Submission:
    """Files of a participant or a team, found but not read yet.

    Parameters
    ----------
    name
        Of the submission; no two of a batch have the same.
    paths
        A folder, an archive or notebooks.
    who
        Name of the participant or the team.
    system_id
        The participant's number in Moodle or Canvas; empty if none is known.
    late
        Whether the learning system says that it was handed in late.
    attempt
        Number of the attempt that counts, from 1.
    members
        Name and number of each member, where a learning system has a team by its members.
    notes
        What was joined or told apart to find it.
    """

    name: str
    paths: tuple[Path, ...]
    who: str = ""
    system_id: str = ""
    late: bool = False
    attempt: int = 1
    members: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()

    def about(self) -> dict[str, Any]:
        """Whose it is, as the journal keeps it."""
        return {
            "submission": self.name, "who": self.who or self.name, "system_id": self.system_id,
            "late": self.late, "attempt": self.attempt, "members": [list(m) for m in self.members],
            "sent": plain(self.notes),
        }  # fmt: skip


@dataclass
class SubmissionContent:
    """What is in a submission.

    Parameters
    ----------
    notebooks
        Bytes by place, in the order in which they run.
    files
        Own files that notebooks may read, by name.
    notes
        What was noticed, such as copies that were left aside.
    companies
        Names of the companies that its progress is about.
    entered
        What was entered on cards.
    digest
        Differs whenever the notebooks, files or answers differ.
    """

    notebooks: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    entered: Entered = field(default_factory=Entered)
    digest: str = ""


def find_submissions(folder: Path) -> list[Submission]:
    """Submissions of a folder, in the order of their names.

    Raises
    ------
    InvalidArgument
        If there is no such folder, or nothing in it.
    """
    if not folder.is_dir():
        raise InvalidArgument("grade-no-folder", found=str(folder))
    found: dict[str, list[Path]] = {}
    origins: dict[str, Origin] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in LEFTOVER_FOLDERS:
            continue
        if path.name.lower() in LEFTOVER_FILES:
            continue
        origin = origin_of(path.name)
        name = origin.name if origin else bare_name(path, path.is_dir())
        found.setdefault(name, []).append(path)
        if origin:
            origins[name] = origin
    if not found:
        raise InvalidArgument("grade-nothing", found=str(folder))
    return [
        Submission(name, tuple(paths), origin.who, origin.system_id, origin.late)
        if (origin := origins.get(name))
        else Submission(name, tuple(paths), name)
        for name, paths in sorted(found.items())
    ]


def read_submission(submission: Submission) -> SubmissionContent:
    """Content of a submission.

    Raises
    ------
    GradingError
        If it cannot be read, or holds no notebook; the message says why.
    """
    return _content_of(read_files(submission))


def read_files(submission: Submission, alone: tuple[str, ...] = (".ipynb",)) -> dict[str, bytes]:
    """Files of a submission by their place, archives in it unpacked.

    Parameters
    ----------
    submission
        Whose.
    alone
        Kinds of files that may be handed in by themselves, outside a folder or an archive.

    Raises
    ------
    GradingError
        If it cannot be read; the message says why.
    """
    files: dict[str, bytes] = {}
    allowance = Allowance()
    for path in submission.paths:
        try:
            if path.is_symlink():
                # A link may point to files of others.
                raise GradingError("unreadable-special", found=path.name)
            if path.is_dir():
                new = read_folder(path, allowance)
            elif suffix_of(path) == ".zip":
                new = read_zip(read_file(path), allowance)
            elif suffix_of(path) not in alone:
                raise GradingError("unreadable-kind", found=path.name)
            else:
                origin = origin_of(path.name)
                place = origin.file if origin and origin.file else path.name
                new = {place: read_file(path, NOTEBOOK_BYTES)}
        except OSError as error:
            raise GradingError("unreadable-file", found=error.strerror or "?") from None
        files.update(new)
    for place in [place for place in files if suffix_of(place) == ".zip"]:
        # A zip in a zip or a folder: the file that `hand_in` made, packed once more.
        inner = read_zip(files.pop(place), allowance)
        files.update({f"{place}/{name}": content for name, content in inner.items()})
    return files


def _content_of(files: dict[str, bytes]) -> SubmissionContent:
    """Sort files into notebooks, each once, and own files."""
    found = SubmissionContent()
    stems: dict[str, list[tuple[int, str]]] = {}
    for place, content in sorted(files.items()):
        name = PurePosixPath(place).name
        if suffix_of(place) == ".ipynb":
            stem, number = copy_of(PurePosixPath(place).stem)
            stems.setdefault(stem, []).append((number, place))
        elif suffix_of(place) in OWN_KINDS and len(content) <= OWN_BYTES:
            found.files.setdefault(name, content)
    if not stems:
        raise GradingError("unreadable-no-notebook")
    if sum(map(len, found.files.values())) > _OWN_BYTES_IN_ALL:
        most = _OWN_BYTES_IN_ALL // 2**20
        raise GradingError("unreadable-large", found=", ".join(OWN_KINDS), most=most)
    if len(stems) > MOST_NOTEBOOKS:
        raise GradingError("unreadable-many", found=len(stems), most=MOST_NOTEBOOKS)
    for stem in sorted(stems):
        # Browsers number repeated downloads: the highest number is the latest.
        _, place = max(stems[stem])
        found.notebooks[place] = files[place]
        if len(stems[stem]) > 1:
            others = [other for _, other in sorted(stems[stem]) if other != place]
            found.notes.append(Note.about("copies", taken=place, left=others))
    found.companies = _companies(files)
    found.entered = read_entered(files)
    digest = hashlib.sha256()
    for place, content in sorted({**found.notebooks, **found.files}.items()):
        digest.update(f"{place} {len(content)} ".encode("utf-8", "surrogatepass"))
        digest.update(content)
    digest.update(json.dumps([found.entered.answers, found.entered.ignored]).encode())
    found.digest = digest.hexdigest()
    return found


def _companies(files: dict[str, bytes]) -> list[str]:
    """Companies that the progress is about; only one file is read, to bound the time."""
    kept = [files[place] for place in sorted(files) if PurePosixPath(place).name == PROGRESS_FILE]
    told = dict.fromkeys(line.company[:100] for line in lines_of(kept[0] if kept else b""))
    return [name for name in told if name][:_MOST_COMPANIES]
