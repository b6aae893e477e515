"""Tables that a learning system exported, to be filled in and loaded there again."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.errors import InvalidArgument
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.review_tables import decoded, separator_of, strict_rows
from casekit.grading.options import Told

#: How workbooks begin, the present ones and those before.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

__all__ = ["Exported", "Person", "bare_letters", "not_found", "people", "read_exported"]


@dataclass(frozen=True)
class Person:
    """Somebody who gets a mark: a participant, or each member of a team.

    Parameters
    ----------
    who
        Name, as the learning system or the folder has it.
    system_id
        Number in the learning system; empty if none is known.
    result
        The submission, marked.
    """

    who: str
    system_id: str
    result: SubmissionResult

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells people apart."""
        return self.who, self.system_id, self.result.name


@dataclass(frozen=True)
class Exported:
    """A CSV as it was exported.

    Parameters
    ----------
    path
        Where it lies.
    heads, rows
        Its first row, and all others.
    separator
        Between cells.
    """

    path: Path
    heads: list[str]
    rows: list[list[str]]
    separator: str

    def written(self, rows: Iterable[Sequence[str]]) -> str:
        """The table with other rows, as the system reads it: nothing but the rows is changed."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.separator, lineterminator="\n")
        writer.writerows(rows)
        return out.getvalue()


def read_exported(path: Path) -> Exported:
    """Read an exported table.

    Raises
    ------
    InvalidArgument
        If there is no such file, or it cannot be read whole.
    """
    if not path.is_file():
        raise InvalidArgument("grade-no-table", found=str(path))
    raw = path.read_bytes()
    if raw.startswith(_WORKBOOKS):
        raise InvalidArgument("grade-table-workbook", found=str(path))
    # Excel's own line that names the separator, and empty ones, are no headings.
    content = re.sub(r"\A\s*(?:sep=.\s*)?", "", decoded(raw))
    rows = strict_rows(path, content, "grade-table-torn")
    if len(rows) < 2:
        raise InvalidArgument("grade-table-empty", found=str(path))
    return Exported(path, rows[0], rows[1:], separator_of(content))


def people(results: Iterable[SubmissionResult]) -> list[Person]:
    """Everybody who gets a mark for one of the submissions."""
    return [
        Person(who, number, result)
        for result in results
        for who, number in result.members or ((result.who, result.system_id),)
    ]


def not_found(
    table: Exported, found: Sequence[Person], filled: Collection[tuple[str, str, str]]
) -> list[Told]:
    """Who is not in an exported table; that it may be another course's if nobody is.

    Parameters
    ----------
    table
        As it was exported.
    found
        Everybody who gets a mark.
    filled
        Keys of those whose row was filled in.
    """
    missing = [each.who for each in found if each.key not in filled]
    if not missing:
        return []
    if not filled:
        return [("table-nobody", {"file": table.path.name})]
    return [("table-missing", {"file": table.path.name, "listed": ", ".join(missing)})]


def bare_letters(name: str) -> str:
    """A name as it is compared: letters and digits only, as Canvas writes it into files."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", name).casefold()))
