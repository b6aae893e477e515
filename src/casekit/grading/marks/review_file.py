"""The review's files: read before anything runs, written as a workbook, and kept as entered."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from casekit.errors import InvalidArgument
from casekit.grading.files import write_atomically
from casekit.grading.marks.review import (
    LATE,
    LONGEST_CELL,
    OVERRIDES,
    TEXTS,
    Review,
    ReviewRow,
    reading_id,
)
from casekit.grading.marks.review_tables import COLUMNS, read_csv, read_workbook
from casekit.grading.marks.scoring import TOP_LEVEL
from casekit.grading.marks.similar import near_texts
from casekit.language import text

__all__ = ["KEPT", "REVIEW", "is_shown", "read_rows", "write_review"]

#: The workbook in which readers enter levels, and the list that is read in its place or besides.
REVIEW, REVIEW_LIST = "review.xlsx", "review.csv"
#: Folder of what was entered, kept whenever the review is written anew.
KEPT = "review_kept"
#: What Excel and LibreOffice put beside a workbook while they show it.
_LOCKS = (f"~${REVIEW}", f".~lock.{REVIEW}#")
_WIDTHS = {"id": 11, "name": 24, "question": 16, "text": 80, "level": 16, "comment": 48,
           "points": 9, "reason": 60, "days": 9}  # fmt: skip
_ENTERED = ("level", "comment", "points", "reason", "days")
#: Rows for marks by hand that are prepared beside those entered.
_SPARE = 40
# No date of today: what is written again unchanged is the same file.
_MADE = datetime(2000, 1, 1)


def read_rows(out: Path) -> list[ReviewRow]:
    """Rows of the workbook, then those of a list that was put beside it and counts as later.

    Raises
    ------
    InvalidArgument
        If one of them cannot be read whole: it must not be written over then.
    """
    for path in sorted(out.glob("review.*")):
        if path.suffix.lower() in (".xls", ".xlsm", ".xlsb", ".ods", ".numbers"):
            raise InvalidArgument("grade-review-kind", file=str(path), allowed=str(out / REVIEW))
    rows: list[ReviewRow] = []
    for name, read in ((REVIEW, read_workbook), (REVIEW_LIST, read_csv)):
        try:
            rows += read(out / name) if (out / name).is_file() else []
        except PermissionError:
            raise InvalidArgument("grade-review-open", file=str(out / name)) from None
    return rows


def is_shown(out: Path) -> bool:
    """Whether a spreadsheet program seems to show the workbook: it puts a file beside it.

    What was entered there since it was saved last cannot be known.
    """
    return any((out / name).exists() for name in _LOCKS)


def write_review(
    out: Path,
    texts: Mapping[str, Mapping[str, str]],
    review: Review,
    late: Mapping[str, float] | None = None,
    blind: bool = False,
) -> None:
    """Write the workbook: all texts, and everything that was ever entered.

    What it held before is kept in a folder of its own if a reader had entered anything.

    Parameters
    ----------
    out
        Folder of the batch.
    texts
        Texts to read, by question and submission.
    review
        What was entered so far, also for submissions that are gone.
    late
        Days late by submission, to be looked through; None where lateness costs nothing.
    blind
        Whether names are left out.
    """
    tables = {
        TEXTS: _texts(texts, review),
        OVERRIDES: [row for row in review.rows if row.table == OVERRIDES],
        LATE: _late(late, review),
    }
    content = _workbook(tables, blind)
    path, old = out / REVIEW, out / REVIEW_LIST
    try:
        for file in (path, old):
            if review.rows and file.is_file() and file.read_bytes() != content:
                _keep(out, file)
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path, content)
        # Its rows stand in the workbook now; read again it would undo what is entered there.
        old.unlink(missing_ok=True)
    except PermissionError:
        # Office programs on Windows lock a file while they show it.
        raise InvalidArgument("grade-review-open", file=str(path)) from None


def _keep(out: Path, file: Path) -> None:
    """Copy a file as it was saved, under the time when that was."""
    saved = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    (out / KEPT).mkdir(exist_ok=True)
    content, number = file.read_bytes(), 1
    while True:
        again = f"-{number}" if number > 1 else ""
        kept = out / KEPT / f"{file.stem}_{saved:%Y%m%d-%H%M%S}{again}{file.suffix}"
        if not kept.is_file():
            write_atomically(kept, content)
            return
        if kept.read_bytes() == content:
            return
        number += 1


def _texts(texts: Mapping[str, Mapping[str, str]], review: Review) -> list[ReviewRow]:
    """Rows of all texts, similar ones next to each other, then entries whose texts are gone."""
    entered = {(row.name, row.question): row for row in review.rows if row.table == TEXTS}
    rows = []
    for question, written in texts.items():
        # Ordered by ids: an order of names would tell something to a blind reader.
        by_id = {reading_id(name): name for name in written}
        for key in near_texts({key: written[name] for key, name in by_id.items()}):
            name = by_id[key]
            had = entered.pop((name, question), ReviewRow(TEXTS))
            rows.append(
                ReviewRow(TEXTS, key, name, question, written[name], had.entered, had.words)
            )
    return rows + list(entered.values())


def _late(late: Mapping[str, float] | None, review: Review) -> list[ReviewRow]:
    entered = {row.name: row for row in review.rows if row.table == LATE}
    if late is None:
        return list(entered.values())
    found = [
        entered.pop(
            name, ReviewRow(LATE, reading_id(name), name, entered=f"{days:g}" if days else "")
        )
        for name, days in sorted(late.items(), key=lambda each: reading_id(each[0]))
    ]
    return found + list(entered.values())


def _workbook(tables: Mapping[str, Sequence[ReviewRow]], blind: bool) -> bytes:
    file = io.BytesIO()
    # Texts of participants are never formulas or links.
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(file, safe) as book:
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        given = book.add_format({"text_wrap": True, "valign": "top"})
        # Kept as text, so that no level becomes a date; yellow says where to write.
        typed = book.add_format(
            {"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#FFF8D6"}
        )
        for table, rows in tables.items():
            if table == LATE and not rows:
                continue
            sheet = book.add_worksheet(text(f"review-sheet-{table}"))
            columns = [column for column in COLUMNS[table] if not (blind and column == "name")]
            sheet.freeze_panes(1, 0)
            spare = [ReviewRow(table)] * (_SPARE if table == OVERRIDES else 0)
            for place, column in enumerate(columns):
                sheet.set_column(place, place, _WIDTHS[column])
                sheet.write_string(0, place, text(f"review-head-{column}"), head)
                style = typed if column in _ENTERED or table == OVERRIDES else given
                for line, row in enumerate([*rows, *spare], 1):
                    _write(sheet, line, place, _cell(row, column, blind), style)
            _help(sheet, table, columns, len(rows))
    return file.getvalue()


def _help(sheet: Any, table: str, columns: Sequence[str], rows: int) -> None:
    """Say at the cells to be filled what may stand there; nothing that is typed is refused."""
    if table != TEXTS or not rows:
        if table == OVERRIDES:
            sheet.data_validation(1, 0, rows + _SPARE, len(columns) - 1, {
                "validate": "any", "input_message": text("review-overrides-help"),
            })  # fmt: skip
        return
    levels = [f"{level} – {text(f'level-{level}')}" for level in range(TOP_LEVEL, -1, -1)]
    place = columns.index("level")
    sheet.data_validation(1, place, rows, place, {
        "validate": "list", "source": levels, "show_error": False,
        "input_message": text("review-level-help"),
    })  # fmt: skip
    sheet.autofilter(0, 0, rows, len(columns) - 1)


def _cell(row: ReviewRow, column: str, blind: bool) -> str:
    fields = {"level": "entered", "points": "entered", "days": "entered",
              "comment": "words", "reason": "words"}  # fmt: skip
    if column == "id" and blind and not row.id:
        return row.name  # nobody's row, which has nothing else to be known by
    return str(getattr(row, fields.get(column, column)))


def _write(sheet: Any, line: int, place: int, content: str, style: Any) -> None:
    if content:
        # Half a letter, which JSON may hold, is none in any file.
        readable = content[:LONGEST_CELL].encode("utf-8", "replace").decode("utf-8")
        sheet.write_string(line, place, readable, style)
    else:
        sheet.write_blank(line, place, None, style)
