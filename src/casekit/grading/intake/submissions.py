"""A submission: whose it is, which files are its, and what of them is graded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from casekit.errors import GradingError
from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.intake.archives import Packed
from casekit.grading.intake.choosing import HandedOut, Rank, chosen, order_in, without_published
from casekit.grading.intake.entered import Entered, read_entered
from casekit.grading.intake.naming import normal, origin_of, suffix_of
from casekit.grading.intake.own_files import own_files
from casekit.grading.intake.unpacking import (
    Allowance,
    Unpacked,
    read_part,
    read_zip,
)
from casekit.grading.notes import SubmissionNote, plain
from casekit.questions.answers_file import ANSWERS_FILE
from casekit.questions.journal import PROGRESS_FILE, lines_of
from casekit.questions.json_lines import parse_lines

__all__ = [
    "Files",
    "Submission",
    "SubmissionContent",
    "content_of",
    "read_files",
    "read_submission",
]

#: Most notebooks of a submission.
MOST_NOTEBOOKS = 20
#: Kinds in which people write and show what they found.
_DOCUMENTS = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp",
    ".png", ".jpg", ".jpeg", ".heic",
)  # fmt: skip
_MOST_COMPANIES = 10


@dataclass(frozen=True)
class Submission:
    """Files of a participant or a team, found but not read yet.

    Parameters
    ----------
    name
        Of the submission; no two of a batch have the same.
    paths
        Folders, archives or files, on the disk or inside an archive.
    who
        Name of the participant or the team.
    system_id
        The participant's number in Moodle or Canvas; empty if none is known.
    late
        Whether the learning system says that it was handed in late.
    attempt
        Number of the attempt that counts, from 1.
    upload
        Number of the last upload in Canvas; 0 where there is none.
    members
        Name and number of each member, where a learning system has a team by its members.
    notes
        What was joined or told apart to find it.
    """

    name: str
    paths: tuple[Path | Packed, ...]
    who: str = ""
    system_id: str = ""
    late: bool = False
    attempt: int = 1
    upload: int = 0
    members: tuple[tuple[str, str], ...] = ()
    notes: tuple[SubmissionNote, ...] = ()

    def about(self) -> dict[str, Any]:
        """Whose it is, as the journal keeps it."""
        return {
            "submission": self.name, "who": self.who or self.name, "system_id": self.system_id,
            "late": self.late, "attempt": self.attempt, "upload": self.upload,
            "members": [list(m) for m in self.members], "sent": plain(self.notes),
        }  # fmt: skip


@dataclass
class Files:
    """Files of a submission.

    Parameters
    ----------
    content
        By place; what was sent first comes first.
    ranks
        How late each was sent.
    passed
        Files of other kinds, which were passed over.
    unread
        What may hold work and could not be read.
    error
        Why the first of them could not.
    """

    content: dict[str, bytes] = field(default_factory=dict)
    ranks: dict[str, Rank] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    error: GradingError | None = None

    def newest_first(self) -> list[str]:
        """Places, what was sent last first; at one time, in their order."""
        places = sorted(self.content)
        return sorted(places, key=lambda place: self.ranks[place], reverse=True)

    def named(self, name: str) -> list[bytes]:
        """Contents of the files of a name, what was sent first first."""
        return [c for place, c in self.content.items() if PurePosixPath(place).name == name]


@dataclass
class SubmissionContent:
    """What is in a submission.

    Parameters
    ----------
    notebooks
        Bytes by place, in the order in which they run.
    files
        Own files that notebooks may read, by place.
    notes
        What was noticed, such as copies that were left aside.
    companies
        Names of the companies that its progress is about.
    entered
        What was entered on cards.
    digest
        Differs whenever the notebooks, files or answers differ.
    company
        Which company of the batch it is about: the one that it has, or the digest of one of many.
    """

    notebooks: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[SubmissionNote] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    entered: Entered = field(default_factory=Entered)
    digest: str = ""
    company: str = SHIPPED


def read_submission(
    submission: Submission,
    given: HandedOut = HandedOut(),  # noqa: B008 - immutable
) -> SubmissionContent:
    """Content of a submission.

    Parameters
    ----------
    submission
        Whose.
    given
        The notebooks that participants were given.

    Raises
    ------
    GradingError
        If it cannot be read, or holds no notebook; the message says why.
    """
    return content_of(read_files(submission), given)


def read_files(submission: Submission) -> Files:
    """Files of a submission by their place, archives in it unpacked.

    Raises
    ------
    GradingError
        If nothing of it can be read; the message says why.
    """
    allowance = Allowance()
    read: list[tuple[Rank, str, bytes]] = []
    found = Files()
    tops: set[str] = set()
    for part in submission.paths:
        name = normal(part.name)
        try:
            unpacked = _unpacked(part, allowance)
        except OSError as error:
            _leave(found, name, GradingError("unreadable-file", found=error.strerror or "?"))
            continue
        except GradingError as error:
            _leave(found, name, error)
            continue
        origin = origin_of(name)
        shown = (origin.file if origin else "") or name
        # One file keeps its name; what several archives hold is told apart by theirs.
        alone = set(unpacked.files) == {name}
        top = "" if alone or len(submission.paths) == 1 else _unique(shown, tops)
        for place, content in unpacked.files.items():
            own = shown if alone else f"{top}/{place}" if top else place
            rank = Rank(origin.upload if origin else 0, order_in(f"{_way_to(part)}/{place}"))
            read.append((rank, own, content))
        below = f"{top}/" if top else ""
        found.passed += [shown if place == name else below + place for place in unpacked.passed]
        found.unread += [shown if place == name else below + place for place in unpacked.unread]
    for rank, place, content in sorted(read, key=lambda each: each[:2]):
        # Two uploads may bear one name.
        own = place if place not in found.content else _unique(f"{rank.upload}/{place}", tops)
        found.content[own], found.ranks[own] = content, rank
    if not found.content:
        if found.error is not None:
            raise found.error
        if found.unread or found.passed:
            raise GradingError("unreadable-kind", found=[*found.unread, *found.passed][0])
    return found


def _way_to(part: Path | Packed) -> str:
    """Names of the folders and archives that lead to a part, which tell copies and versions."""
    if isinstance(part, Packed):
        return "/".join([part.archive.name, *part.way, part.place])
    return f"{part.parent.name}/{part.name}"


def _leave(found: Files, name: str, error: GradingError) -> None:
    """Leave a part aside; only what is too large ends the reading of the whole."""
    if error.key == "unreadable-large":
        raise error
    found.unread.append(name)
    found.error = found.error or error


def _unpacked(part: Path | Packed, allowance: Allowance) -> Unpacked:
    """What a part holds, archives in it unpacked."""
    found = read_part(part, allowance)
    for place in [place for place in found.files if suffix_of(place) == ".zip"]:
        # A zip in a zip or a folder: the file that `hand_in` made, packed once more.
        content = found.files.pop(place)
        try:
            inner = read_zip(content, allowance)
        except (GradingError, OSError) as error:
            if isinstance(error, GradingError) and error.key == "unreadable-large":
                raise
            found.unread.append(place)
            continue
        found.files.update({f"{place}/{name}": each for name, each in inner.files.items()})
        for listed, more in ((found.passed, inner.passed), (found.unread, inner.unread)):
            listed += [f"{place}/{name}" for name in more]
    return found


def _unique(name: str, taken: set[str]) -> str:
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name} [{number}]"
    taken.add(unique)
    return unique


def content_of(files: Files, given: HandedOut) -> SubmissionContent:
    """Sort files into notebooks, each once, and own files.

    Raises
    ------
    GradingError
        If they hold no notebook, or too many.
    """
    found = SubmissionContent()
    if files.unread:
        found.notes.append(SubmissionNote.about("unread", left=files.unread))
    if files.passed:
        # What somebody wrote comes before what belongs to a kit.
        listed = sorted(files.passed, key=lambda place: suffix_of(place) not in _DOCUMENTS)
        found.notes.append(SubmissionNote.about("passed", left=listed))
    places = [place for place in files.content if suffix_of(place) == ".ipynb"]
    places, published = without_published(places)
    if published:
        found.notes.append(SubmissionNote.about("published", left=published))
    if not places:
        raise files.error or GradingError("unreadable-no-notebook")
    taken, notes = chosen({place: files.content[place] for place in places}, files.ranks, given)
    found.notes += notes
    if len(taken) > MOST_NOTEBOOKS:
        raise GradingError("unreadable-many", found=len(taken), most=MOST_NOTEBOOKS)
    found.notebooks = {place: files.content[place] for place in taken}
    # What was sent last counts; at one time, the first place.
    latest = sorted(files.content, key=lambda each: (tuple(-n for n in files.ranks[each]), each))
    found.files, left = own_files({place: files.content[place] for place in latest})
    found.notes += left
    found.companies = _companies(files)
    entered, joined = _entered_files(files)
    found.notes += joined
    found.entered = read_entered(entered)
    digest = hashlib.sha256()
    for place, content in sorted({**found.notebooks, **found.files}.items()):
        digest.update(f"{place} {len(content)} ".encode("utf-8", "surrogatepass"))
        digest.update(content)
    digest.update(json.dumps([found.entered.answers, found.entered.ignored]).encode())
    digest.update(json.dumps(plain(found.notes)).encode())
    found.digest = digest.hexdigest()
    return found


def _entered_files(files: Files) -> tuple[dict[str, bytes], list[SubmissionNote]]:
    """Files of answers whose lines follow each other in time, and a note if there are several."""
    places = [place for place in files.content if PurePosixPath(place).name == ANSWERS_FILE]
    content = {place: files.content[place] for place in places}
    # A later sending holds the lines of an earlier one, and more.
    kept = [
        place
        for at, place in enumerate(places)
        if not any(content[later].startswith(content[place]) for later in places[at + 1 :])
    ]
    kept.sort(key=lambda place: (files.ranks[place], _last_time(content[place]), place))
    notes = [SubmissionNote.about("answers-joined", found=kept)] if len(kept) > 1 else []
    return {place: content[place] for place in kept}, notes


def _last_time(content: bytes) -> str:
    """When the last line was written; ISO times sort as text."""
    times = [str(line.get("at", "")) for line in parse_lines(content)]
    return times[-1] if times else ""


def _companies(files: Files) -> list[str]:
    """Companies that the progress is about; only one file is read, to bound the time."""
    places = [p for p in files.newest_first() if PurePosixPath(p).name == PROGRESS_FILE]
    last = files.content[places[0]] if places else b""
    told = dict.fromkeys(line.company[:100] for line in lines_of(last))
    return [name for name in told if name][:_MOST_COMPANIES]
