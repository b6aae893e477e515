"""Which of an exam's companies a submission is about, told by what was handed in.

Nothing is guessed between two: who cannot be told is not marked, and is listed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath, PureWindowsPath

from casekit.errors import GradingError
from casekit.grading.companies import OwnCompany
from casekit.grading.intake.naming import normal
from casekit.grading.intake.notebooks import prepare
from casekit.grading.intake.submissions import Submission, SubmissionContent
from casekit.grading.notes import OF_OTHERS, SubmissionNote

__all__ = ["UNASSIGNED", "Assigner", "is_listed_for"]

#: Status of a submission whose company cannot be told.
UNASSIGNED = "unassigned"
#: Longest digest of a company that is looked at.
_LONGEST = 64


def is_listed_for(teams: Iterable[str], submission: Submission) -> bool:
    """Whether an instructor wrote a submission into the line of a company.

    Parameters
    ----------
    teams
        Names as they were written.
    submission
        Whose name, with or without a learning system's number, they may be.
    """
    written = {normal(each).strip() for each in teams} - {""}
    return not written.isdisjoint({submission.name, submission.who, submission.system_id})


class Assigner:
    """Tells the company of each submission.

    Parameters
    ----------
    own
        The companies that there are.
    """

    def __init__(self, own: Sequence[OwnCompany]) -> None:
        self._own = {each.digest: each for each in own}
        self._names: dict[str, set[str]] = {}
        for each in own:
            self._names.setdefault(each.name, set()).add(each.digest)
        self._tables: dict[str, set[str]] = {}
        for each in own:
            for content in each.files.values():
                self._tables.setdefault(_lines_digest(content), set()).add(each.digest)

    def company(
        self, submission: Submission, content: SubmissionContent
    ) -> tuple[str, list[SubmissionNote]]:
        """Digest of the company, and what the instructor should know of how it was told.

        What the instructor wrote into the list goes before all; work that is about other teams'
        companies only is noted then. Then come the answers on cards,
        the notebooks' own mark, copies of the company's tables; each decides where those before
        it leave several. A folder's or a company's name decides where nothing else does.

        Parameters
        ----------
        submission
            Whose.
        content
            What was handed in.

        Raises
        ------
        GradingError
            If none can be told.
        """
        named = [
            digest
            for digest, each in self._own.items()
            if is_listed_for(each.listed.teams, submission)
        ]
        answered, marked = list(content.entered.answers), _marked(content)
        told = (self._known(answered), self._known(marked), self._by_tables(content))
        if len(named) == 1:
            return named[0], self._notes(named[0], set().union(*told))
        left = set(named)
        for found in told:
            left = (left & found) or left or found
        if len(left) == 1:
            digest = next(iter(left))
            return digest, self._notes(digest, set().union(*told)) + self._unlisted(digest, named)
        foreign = [each for each in (*answered, *marked) if each not in self._own]
        if not left and not foreign:
            left = self._by_folders(content) or self._by_names(content)
            if len(left) == 1:
                digest = next(iter(left))
                pack = self._own[digest].pack
                told_by = SubmissionNote.about("company-by-name", pack=pack)
                return digest, [told_by, *self._unlisted(digest, named)]
        if left:
            raise GradingError("unassigned-several", found=self._packs(left))
        if foreign or content.companies:
            told_as = content.companies or [each[:8] for each in dict.fromkeys(foreign)]
            raise GradingError("unassigned-other", found=", ".join(told_as))
        raise GradingError("unassigned-none")

    def _notes(self, digest: str, seen: set[str]) -> list[SubmissionNote]:
        if seen <= {digest}:
            return []
        pack, others = self._own[digest].pack, self._packs(seen - {digest})
        key = "company-of-several" if digest in seen else OF_OTHERS
        return [SubmissionNote.about(key, pack=pack, found=others)]

    def _unlisted(self, digest: str, named: Sequence[str]) -> list[SubmissionNote]:
        """That a list which names the teams of every pack does not name this one.

        A list in which only some lines name teams may name those whom nothing else told.
        """
        if named or not all(each.listed.teams for each in self._own.values()):
            return []
        own = self._own[digest]
        return [SubmissionNote.about("company-unlisted", pack=own.pack, found=own.listed.teams)]

    def _packs(self, digests: Iterable[str]) -> str:
        return ", ".join(sorted(self._own[digest].pack for digest in digests))

    def _known(self, digests: Iterable[str]) -> set[str]:
        return {digest for digest in digests if digest in self._own}

    def _by_tables(self, content: SubmissionContent) -> set[str]:
        """Companies of which a table lies there that no other has."""
        found: set[str] = set()
        for place, table in content.files.items():
            if PurePosixPath(place).suffix.lower() == ".csv":
                theirs = self._tables.get(_lines_digest(table), set())
                found |= theirs if len(theirs) == 1 else set()
        return found

    def _by_folders(self, content: SubmissionContent) -> set[str]:
        """Companies whose pack or number names a folder that a notebook loads."""
        parts = {
            part.casefold()
            for folder in _folders(content)
            for part in PureWindowsPath(folder.rstrip("\\/")).parts
        }
        return {
            digest
            for digest, each in self._own.items()
            if not parts.isdisjoint(
                {PurePosixPath(each.listed.pack).stem.casefold(), str(each.listed.seed)} - {""}
            )
        }

    def _by_names(self, content: SubmissionContent) -> set[str]:
        """Companies that are called as the progress says."""
        return set().union(*(self._names.get(name, set()) for name in content.companies))


def _marked(content: SubmissionContent) -> list[str]:
    """Companies whose packs the notebooks come from, as their metadata say."""
    found: list[str] = []
    for notebook in content.notebooks.values():
        try:
            about = json.loads(notebook)["metadata"]["casekit"]["company"]
        except (ValueError, KeyError, TypeError, RecursionError):
            # Of another kit, damaged, or saved by a program that keeps no metadata.
            continue
        if isinstance(about, str) and 0 < len(about) <= _LONGEST:
            found.append(about)
    return found


def _folders(content: SubmissionContent) -> list[str]:
    found: list[str] = []
    for notebook in content.notebooks.values():
        try:
            found += prepare(notebook).companies
        except GradingError:
            # Whoever runs it says what is the matter with it.
            continue
    return found


def _lines_digest(content: bytes) -> str:
    """The same for a table whatever ends its lines."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n").strip()).hexdigest()
