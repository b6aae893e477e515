"""A table's CSV file as a frame with the schema's dtypes, or the faults that prevent it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
import pandas as pd

from casekit.company.faults import Fault
from casekit.company.schema import Table

#: Line of the file that holds the first row of data: the header is line 1.
FIRST_ROW = 2

_DECIMAL_COMMA = re.compile(r"[-+\u2212]?[\d\s\u00a0\u202f]+,\d+")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_SPACED = re.compile(r"[-+\u2212]?\d{1,3}([\s\u00a0\u202f'\u2019]\d{3})+([.,]\d+)?")
_SEPARATORS = (",", ";", "\t", "|")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
#: First bytes of an Excel workbook, new and old.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class Read:
    """Result of reading a file: the frame, if there is one, and the faults."""

    frame: pd.DataFrame | None
    faults: tuple[Fault, ...] = ()


def read_table(content: bytes, table: Table) -> Read:
    """Read one CSV file (UTF-8, comma, decimal point) by the table's declaration.

    Numbers become float64, everything else text with an empty string for an empty cell.
    Columns the schema does not know are left out. A file in another encoding or with another
    separator has that fault and is still parsed, so that its other faults are reported as well.
    """
    text, faults = _text(content, table)
    if text is None:
        return Read(None, faults)
    separator = _separator(text, table)
    if separator != ",":
        header = text.split("\n", 1)[0].strip()
        mark = "tab" if separator == "\t" else separator
        told = Fault("other-separator", table.name, found=header[:80], facts={"mark": mark})
        faults += (told,)
    broken = _faults_of_columns(text, separator, table) or _ragged_rows(text, separator, table)
    if broken:
        return Read(None, faults + broken)
    if not faults:
        numbers = {c.name: "float64" for c in table.columns if c.kind == "number"}
        texts = {c.name: "str" for c in table.columns if c.kind != "number"}
        try:
            frame = _parse(io.BytesIO(content), ",", table, {**texts, **numbers})
        except ValueError:
            pass
        else:
            # "inf" and "nan" are read as numbers; only their text distinguishes them from empty
            # cells.
            if np.isfinite(frame[list(numbers)].to_numpy()).all():
                return Read(frame)
    # A number is not readable: read all as text and report every such cell.
    slow = _read_slowly(text, separator, table)
    return Read(slow.frame, faults + slow.faults)


def _parse(source: IO[Any], separator: str, table: Table, dtypes: dict[str, str]) -> pd.DataFrame:
    frame = pd.read_csv(
        source,
        sep=separator,
        dtype=dtypes,
        usecols=list(table.names),
        encoding="utf-8-sig",
        # Only an empty cell is missing; "NA" is a valid name.
        keep_default_na=False,
        na_values={name: [""] for name, dtype in dtypes.items() if dtype == "float64"},
    )
    return frame[list(table.names)]


def _text(content: bytes, table: Table) -> tuple[str | None, tuple[Fault, ...]]:
    """The file's text, where there is one, and the fault of its encoding."""
    if not content.strip():
        return None, (Fault("empty-file", table.name),)
    if content.startswith(_WORKBOOKS):
        return None, (Fault("workbook", table.name),)
    faults: tuple[Fault, ...] = ()
    try:
        if content.startswith(_UTF_16):
            text = content.decode("utf-16")
            faults = (Fault("utf-16", table.name),)
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults = (Fault("not-utf8", table.name, row=line, found=_glimpse(content, error.start)),)
        text = content.decode("cp1251", errors="replace")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, (Fault("not-text", table.name, row=line),)
    return text, faults


def _names(text: str, separator: str) -> list[str]:
    """Column names of the first line."""
    # The first line alone is cut out: the rest may be a million rows.
    header = text.lstrip("\r\n").partition("\n")[0]
    return [name.strip().strip('"') for name in header.split(separator)]


def _separator(text: str, table: Table) -> str:
    """Separator of the columns: the one that yields most of the table's names, else a comma."""
    wanted = set(table.names)
    return max(_SEPARATORS, key=lambda sign: len(wanted & set(_names(text, sign))))


def _faults_of_columns(text: str, separator: str, table: Table) -> tuple[Fault, ...]:
    names = _names(text, separator)
    present = ", ".join(names)
    missing = tuple(
        Fault("missing-column", table.name, name, found=present)
        for name in table.names
        if name not in names
    )
    doubled = tuple(
        Fault("doubled-column", table.name, name) for name in table.names if names.count(name) > 1
    )
    return missing + doubled


def _ragged_rows(text: str, separator: str, table: Table) -> tuple[Fault, ...]:
    """Rows with another number of cells than the header; pandas would shift or cut them."""
    marks = text.split("\n", 1)[0].count(separator)
    lines = text.count("\n") + (not text.endswith("\n"))
    if '"' not in text and text.count(separator) == lines * marks:
        return ()  # fast path: a million rows in milliseconds
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        width = len(next(rows))
        return tuple(
            Fault("ragged-row", table.name, "", line, str(len(cells)), {"width": width})
            for line, cells in enumerate(rows, FIRST_ROW)
            if cells and len(cells) != width
        )
    except csv.Error:
        return (Fault("broken-quotes", table.name),)


def _glimpse(content: bytes, start: int) -> str:
    """Text around a byte that is not UTF-8, decoded as Windows-1251, the usual cause."""
    around = content[max(0, start - 10) : start + 20].decode("cp1251", errors="replace")
    return " ".join(around.split())


def _read_slowly(text: str, separator: str, table: Table) -> Read:
    frame = _parse(io.StringIO(text), separator, table, dict.fromkeys(table.names, "str"))
    faults: list[Fault] = []
    for column in table.columns:
        if column.kind != "number":
            continue
        texts = frame[column.name].str.strip()
        sound = texts.str.fullmatch(_NUMBER)
        values = pd.to_numeric(texts.where(sound, ""), errors="coerce")
        wrong = ~sound & (texts != "")
        for position in wrong.to_numpy().nonzero()[0]:
            found = str(texts.iloc[position])
            row = int(position) + FIRST_ROW
            faults.append(Fault(_kind(found), table.name, column.name, row, found))
        frame[column.name] = values.astype("float64")
    return Read(frame, tuple(faults))


def _kind(found: str) -> str:
    """What is wrong with a cell that should be a number."""
    if _SPACED.fullmatch(found):
        return "spaced-number"
    return "decimal-comma" if _DECIMAL_COMMA.fullmatch(found) else "not-a-number"
