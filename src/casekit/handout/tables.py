"""Tables as a workbook: a sheet a table, for who goes on in a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

__all__ = ["tables_book"]

#: Characters of the widest column.
_WIDEST = 60


def tables_book(tables: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Tables as an .xlsx file.

    Parameters
    ----------
    tables
        By name of the sheet (31 letters at most): the heads, then the rows. None is an empty cell.

    Examples
    --------
    >>> tables_book({"hours": [["activity", "hours"], ["service", 30.5]]})[:2]
    b'PK'
    """
    file = io.BytesIO()
    # Names that look like formulas or links are written as texts.
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(file, safe) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        words = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for line, row in enumerate(rows):
                for column, value in enumerate(row):
                    _write(sheet, line, column, value, head if line == 0 else words)
            for column in range(len(rows[0])):
                longest = max(len(str(row[column])) for row in rows if len(row) > column)
                sheet.set_column(column, column, min(max(longest, 8) + 2, _WIDEST))
    return file.getvalue()


def _write(sheet: Any, line: int, column: int, value: Any, style: Any) -> None:
    if value is None:
        sheet.write_blank(line, column, None)
    elif isinstance(value, bool) or not isinstance(value, int | float):
        sheet.write_string(line, column, str(value), style)
    else:
        sheet.write_number(line, column, value)
