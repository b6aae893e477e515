"""Joining files to submissions: one person's copies and attempts, namesakes told apart, teams."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from pathlib import PurePosixPath

from casekit.errors import GradingError
from casekit.grading.intake.naming import Origin, copy_of, is_dated_download, normal, suffix_of
from casekit.grading.intake.submissions import Submission, read_files
from casekit.grading.intake.tree import Node, Tree
from casekit.grading.notes import SubmissionNote
from casekit.questions.answers_file import ANSWERS_FILE
from casekit.questions.journal import PROGRESS_FILE

__all__ = ["Item", "joined", "lines_of_work"]

# Drive's second archive of one download: `Case-20251129T101112Z-002`.
_PART = re.compile(r"(?<=Z)(?:-\d{1,4}){1,2}$")
# Canvas numbers files that are sent again: `Team 3-2.zip`.
_AGAIN = re.compile(r"-\d{1,3}(?=\.\w{1,10}$|$)")


@dataclass(frozen=True)
class Item:
    """A file, folder or archive that belongs to somebody.

    Parameters
    ----------
    node
        What it is.
    origin
        What a learning system wrote into its name.
    download
        Name of the download that it lies in; empty if it lies in the folder itself.
    """

    node: Node
    origin: Origin | None
    download: str = ""

    @property
    def bare(self) -> str:
        """Name of the participant or the team where no learning system wrote one."""
        return self.node.stem.strip() or self.node.name


def joined(items: Iterable[Item]) -> list[Submission]:
    """Submissions in the order of their names, from all that was found."""
    found = [each for group in _groups(items) for each in _submissions(group)]
    return _unique(_teams(found))


def lines_of_work(node: Node) -> frozenset[bytes]:
    """Lines of answers and progress in a folder or an archive; no two people share one."""
    return _traces([node])[1]


def _groups(items: Iterable[Item]) -> list[list[Item]]:
    """Items by whose they are, as far as names tell."""

    def key(item: Item) -> tuple[str, str, str]:
        if item.origin:
            return ("", item.origin.name, _download(item.download))
        return (copy_of(item.bare)[0] or item.bare, "", _download(item.download))

    ordered = sorted(items, key=lambda item: (*key(item), item.node.name, item.node.kind))
    return [list(group) for _, group in groupby(ordered, key)]


def _download(name: str) -> str:
    """A download's name without the numbers of its copies and of its parts."""
    stem = name[:-4] if name.lower().endswith(".zip") else name
    return _PART.sub("", copy_of(stem)[0])


def _submissions(group: Sequence[Item]) -> Iterator[Submission]:
    """Submissions of a group: one, unless its files are of different people."""
    if group[0].origin is not None:
        yield _of_system(group)
        return
    heaps: list[list[Item]] = []
    for item in sorted(group, key=lambda each: (not each.node.is_work, copy_of(each.bare)[1])):
        heap = next((heap for heap in heaps if _of_one(heap, item)), None)
        if heap is None:
            heaps.append([item])
        else:
            heap.append(item)
    bares = [heap[0].bare for heap in heaps]
    for heap, bare in zip(heaps, bares, strict=True):
        notes = _told_joined(heap)
        if len(heaps) > 1:
            others = [item.node.name for other in heaps if other is not heap for item in other]
            notes.append(SubmissionNote.about("namesakes", found=others))
        # Two files of one name are called as the files are.
        name = heap[0].node.name if bares.count(bare) > 1 else bare
        attempt = len({copy_of(item.bare)[1] for item in heap if item.node.is_work} or {0})
        paths = tuple(item.node.part for item in heap)
        yield Submission(name, paths, bare, attempt=attempt, notes=tuple(notes))


def _told_joined(items: Sequence[Item]) -> list[SubmissionNote]:
    """A note if the work lies in several files; documents beside it are told elsewhere."""
    work = [item.node.name for item in items if item.node.is_work]
    return [SubmissionNote.about("joined", found=work)] if len(work) > 1 else []


def _of_system(group: Sequence[Item]) -> Submission:
    """The submission of somebody whom a learning system names."""
    origins = [item.origin for item in group if item.origin]
    last = max(origins, key=lambda origin: origin.upload)
    sent: dict[str, set[int]] = {}
    for origin in origins:
        sent.setdefault(_AGAIN.sub("", origin.file), set()).add(origin.upload)
    notes = [*([SubmissionNote("late")] if last.late else []), *_told_joined(group)]
    return Submission(
        last.name, tuple(item.node.part for item in group), last.who, last.system_id, last.late,
        max(map(len, sent.values())), last.upload, notes=tuple(notes),
    )  # fmt: skip


def _of_one(heap: Sequence[Item], item: Item) -> bool:
    """Whether an item is of the same people as others of its name."""
    before = [each for each in heap if each.node.is_work]
    if not item.node.is_work or not before:
        return True
    if item.download != before[0].download and is_dated_download(PurePosixPath(item.download).stem):
        return True
    numbers = {copy_of(each.bare)[1] for each in before}
    number = copy_of(item.bare)[1]
    if number not in numbers and 0 not in numbers:
        # `Team (1)` beside `Team (2)` are no copies of anything that is there.
        return False
    mine, theirs = _traces([item.node]), _traces([each.node for each in before])
    if mine[0] and theirs[0] and (mine[0] <= theirs[0] or theirs[0] <= mine[0]):
        return True
    if mine[1] and theirs[1]:
        # A file of answers only grows: whoever sends again sends the first lines again.
        return not mine[1].isdisjoint(theirs[1])
    return number not in numbers and _folders(item) == _folders(before[0])


def _traces(nodes: Sequence[Node]) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Digests of notebooks, and lines of answers and progress: what tells authors apart."""
    try:
        files = read_files(Submission("", tuple(node.part for node in nodes))).content
    except (GradingError, OSError):
        return frozenset(), frozenset()
    notebooks = (hashlib.sha256(files[p]).digest() for p in files if suffix_of(p) == ".ipynb")
    logs = (files[p] for p in files if PurePosixPath(p).name in (ANSWERS_FILE, PROGRESS_FILE))
    lines = (line for content in logs for line in content.splitlines() if line.strip())
    return frozenset(notebooks), frozenset(lines)


def _folders(item: Item) -> set[str]:
    """Names of the only folder in an archive: `hand_in` calls it as the team is called."""
    inside = Tree().children(item.node) if item.node.kind == "zip" else []
    return {copy_of(each.name)[0] for each in inside if each.kind == "folder"}


def _teams(found: Sequence[Submission]) -> list[Submission]:
    """Moodle packs a team's file once for each member: `Team 5-Anna_4711_...`; it is run once."""
    alike: dict[tuple[str, bytes], list[Submission]] = {}
    kept = []
    for each in found:
        team, dash, _ = each.who.partition("-")
        content = _content(each) if each.system_id and dash else b""
        if content:
            alike.setdefault((team, content), []).append(each)
        else:
            kept.append(each)
    for same in alike.values():
        if len(same) == 1:
            kept += same
            continue
        letters = zip(*(each.who for each in same), strict=False)
        shared = "".join(each[0] for each in takewhile(lambda each: len({*each}) == 1, letters))
        team = shared[: shared.rfind("-")]
        members = tuple((each.who[len(team) + 1 :], each.system_id) for each in same)
        note = SubmissionNote.about("team", found=[who for who, _ in members])
        kept.append(Submission(
            team, same[0].paths, team, "", any(each.late for each in same),
            max(each.attempt for each in same), 0, members, (note,),
        ))  # fmt: skip
    return kept


def _content(submission: Submission) -> bytes:
    """What tells that two members of a team sent the same."""
    try:
        files = read_files(submission).content
    except (GradingError, OSError):
        return b""
    # Where it lies differs if one of them wrote a text beside it.
    named = sorted((PurePosixPath(p).name, hashlib.sha256(files[p]).digest()) for p in files)
    return repr(named).encode()


def _unique(found: Iterable[Submission]) -> list[Submission]:
    """Submissions in the order of their names, each with a name of its own."""
    names: dict[str, list[Submission]] = {}
    for each in found:
        # Not every system tells capital letters apart in the names of folders.
        names.setdefault(each.name.casefold(), []).append(each)
    unique = []
    for same in names.values():
        for number, each in enumerate(same, 1):
            if len(same) > 1:
                files = [normal(part.name) for other in same for part in other.paths[:1]]
                note = SubmissionNote.about("namesakes", found=files)
                each = replace(each, notes=(*each.notes, note))
            unique.append(each if number == 1 else replace(each, name=f"{each.name} [{number}]"))
    return sorted(unique, key=lambda each: each.name)
