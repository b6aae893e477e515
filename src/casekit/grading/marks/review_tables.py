"""Reading of the review as spreadsheets save it: a workbook, or CSV of any encoding.

A file that cannot be read whole is refused: whatever is read is written anew afterwards, so half
of a file would be all that is left of it.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from casekit.errors import InvalidArgument
from casekit.grading.files import unescape_cell
from casekit.grading.marks.review import LATE, OVERRIDES, TEXTS, ReviewRow
from casekit.language import LANGUAGES, text
from casekit.questions import QUESTIONS

__all__ = ["COLUMNS", "decoded", "read_csv", "read_workbook", "separator_of", "strict_rows"]

#: Columns of each table, in the order in which they are written.
COLUMNS = {
    TEXTS: ("id", "name", "question", "text", "level", "comment"),
    OVERRIDES: ("id", "name", "question", "points", "reason"),
    LATE: ("id", "name", "days"),
}
# A table is known by these; whose a row is stands in one of the first two.
_TELLING = {
    TEXTS: {"question", "text", "level", "comment"},
    OVERRIDES: {"question", "points", "reason"},
    LATE: {"days"},
}
_FIELDS = {"level": "entered", "points": "entered", "days": "entered",
           "comment": "words", "reason": "words"}  # fmt: skip
#: Head of the names in lists of earlier versions.
_EARLIER = {"submission": "name"}
#: Encodings in which spreadsheets save CSV: UTF-8 with a mark, or a Russian Windows' code page.
_ENCODINGS = ("utf-8-sig", "cp1251")
_MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_FIELD = 10**7


def read_csv(path: Path) -> list[ReviewRow]:
    """Rows of a list of texts saved as CSV.

    Raises
    ------
    InvalidArgument
        If it is no such list, or a quote in it does not close.
    """
    # Excel is told its separator by a line of its own, and may leave it there.
    content = re.sub(r"\Asep=.\r?\n", "", decoded(path.read_bytes()))
    table = strict_rows(path, content, "grade-review-torn")
    rows = list(_rows(path, [[unescape_cell(cell) for cell in line] for line in table]))
    for place, row in enumerate(rows, 1):
        # An open quote may take in whole rows and close by chance in a later one.
        if row.table == TEXTS and _holds_a_row(row.entered + "\n" + row.words):
            raise InvalidArgument("grade-review-torn", file=str(path), line=place + 1)
    return rows


def read_workbook(path: Path) -> list[ReviewRow]:
    """Rows of all sheets of a workbook that hold a table of the review.

    Raises
    ------
    InvalidArgument
        If it is no workbook, or has no table of texts.
    """
    from openpyxl import load_workbook

    content = path.read_bytes()
    try:
        with warnings.catch_warnings():
            # Of what other programs put in and this one leaves aside.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content))
        tables = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError,
            EOFError, SyntaxError, IndexError) as error:  # fmt: skip
        raise InvalidArgument(
            "grade-review-broken", file=str(path), found=type(error).__name__
        ) from None
    lines = [[[_cell(value) for value in line] for line in table] for table in tables]
    known = [table for table in lines if _table_of(_heads(table))]
    if TEXTS not in [_table_of(_heads(table)) for table in known]:
        _refuse(path, lines[0] if lines else [])
    return [row for table in known for row in _rows(path, table)]


def strict_rows(path: Path, content: str, key: str) -> list[list[str]]:
    """Rows of a CSV, all as wide as the first; a row cut short or torn is refused.

    Parameters
    ----------
    path
        Named in the error.
    content
        Of the file.
    key
        Of the error; its facts are the file and the line.

    Raises
    ------
    InvalidArgument
        If a quote does not close, or a row has other columns than the first.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    # newline="": texts may contain other line separators, which do not end a row.
    stream = io.StringIO(content, newline="")
    reader = csv.reader(stream, delimiter=separator_of(content), strict=True)
    rows: list[list[str]] = []
    started = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                wide = len(rows[0]) if rows else len(row)
                if len(row) < wide or any(cell.strip() for cell in row[wide:]):
                    raise InvalidArgument(key, file=str(path), line=started)
                rows.append(row[:wide])
            started = reader.line_num + 1
    except csv.Error:
        raise InvalidArgument(key, file=str(path), line=started) from None
    return rows


def separator_of(content: str) -> str:
    """The separator of a CSV: the one of which its first line has most."""
    return max(",;\t", key=re.split(r"[\r\n]", content, maxsplit=1)[0].count)


def decoded(content: bytes) -> str:
    """Text of a file that a spreadsheet saved."""
    if content.startswith(_MARKS_OF_UTF16):
        return content.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _rows(path: Path, table: Sequence[Sequence[str]]) -> Iterator[ReviewRow]:
    heads = _heads(table)
    kind = _table_of(heads)
    if not kind:
        _refuse(path, table)
    for line in table[1:]:
        found = {head: cell.strip() for head, cell in zip(heads, line, strict=False) if head}
        fields = {_FIELDS.get(head, head): found[head] for head in COLUMNS[kind] if head in found}
        if any(fields.values()):
            yield ReviewRow(kind, **fields)


def _heads(table: Sequence[Sequence[str]]) -> list[str]:
    """Columns of a table by the kit's own names; empty for a column that is none."""
    told = {
        text(f"review-head-{column}", lang): column
        for lang in LANGUAGES
        for columns in COLUMNS.values()
        for column in columns
    }
    known = {head.casefold(): column for head, column in {**_EARLIER, **told}.items()}
    return [known.get(head.strip().casefold(), "") for head in (table[0] if table else ())]


def _table_of(heads: Iterable[str]) -> str:
    found = set(heads)
    whose = found & {"id", "name"}
    return next((table for table, needed in _TELLING.items() if whose and needed <= found), "")


def _refuse(path: Path, table: Sequence[Sequence[str]]) -> None:
    found = ", ".join(filter(None, table[0] if table else ()))[:200]
    allowed = ", ".join(
        text(f"review-head-{column}") for column in COLUMNS[TEXTS] if column != "name"
    )
    raise InvalidArgument("grade-review", file=str(path), found=found, allowed=allowed)


def _cell(value: Any) -> str:
    """A cell as it looks: whole numbers without a point, nothing for an empty one."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)


def _holds_a_row(entered: str) -> bool:
    names = "|".join(map(re.escape, QUESTIONS))
    return bool(re.search(rf"\n[^\n]{{0,300}}[,;\t]\"?(?:{names})\"?[,;\t]", entered))
