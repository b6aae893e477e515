"""A table's CSV file as a frame with the schema's dtypes, or the faults that prevent it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

import pandas as pd

from casekit.company.faults import Fault
from casekit.company.schema import Table

#: Line of the file that holds the first row of data: the header is line 1.
FIRST_ROW = 2

_DECIMAL_COMMA = re.compile(r"^\s*-?[\d\s\u00a0]+,\d+\s*$")


@dataclass(frozen=True)
class Read:
    """What came of reading a file: the frame, if there is one, and the faults."""

    frame: pd.DataFrame | None
    faults: tuple[Fault, ...] = ()


def read_table(content: bytes, table: Table) -> Read:
    """Read one CSV file (UTF-8, comma, decimal point) by the table's declaration.

    Numbers become float64, everything else text with an empty string for an empty cell.
    Columns the schema does not know are left out.
    """
    faults = _faults_of_form(content, table)
    if faults:
        return Read(None, faults)
    numbers = {c.name: "float64" for c in table.columns if c.kind == "number"}
    texts = {c.name: "str" for c in table.columns if c.kind != "number"}
    try:
        return Read(_parse(content, table, {**texts, **numbers}))
    except ValueError:
        # Some number is text: read all as text and name every such cell.
        return _read_slowly(content, table)


def _parse(content: bytes, table: Table, dtypes: dict[str, str]) -> pd.DataFrame:
    frame = pd.read_csv(
        io.BytesIO(content),
        dtype=dtypes,
        usecols=list(table.names),
        encoding="utf-8-sig",
        # Only an empty cell is missing: "NA" is a name like any other.
        keep_default_na=False,
        na_values={name: [""] for name, dtype in dtypes.items() if dtype == "float64"},
    )
    return frame[list(table.names)]


def _faults_of_form(content: bytes, table: Table) -> tuple[Fault, ...]:
    """Faults of the file as a whole: empty, another encoding, another separator, columns."""
    if not content.strip():
        return (Fault("empty-file", table.name),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return (Fault("not-utf8", table.name, row=line, found=_glimpse(content, error.start)),)
    if "\0" in text:
        return (Fault("not-text", table.name),)
    header = text.split("\n", 1)[0].strip()
    names = [name.strip().strip('"') for name in header.split(",")]
    if len(names) < len(table.columns) and re.search(r"[;\t|]", header):
        return (Fault("other-separator", table.name, found=header[:80]),)
    present = ", ".join(names)
    missing = tuple(
        Fault("missing-column", table.name, name, found=present)
        for name in table.names
        if name not in names
    )
    doubled = tuple(
        Fault("doubled-column", table.name, name) for name in table.names if names.count(name) > 1
    )
    return missing + doubled or _ragged_rows(content, text, table)


def _ragged_rows(content: bytes, text: str, table: Table) -> tuple[Fault, ...]:
    """Every row whose cells are not as many as the header's; pandas would shift or cut them."""
    commas = content.split(b"\n", 1)[0].count(b",")
    lines = content.count(b"\n") + (not content.endswith(b"\n"))
    if b'"' not in content and content.count(b",") == lines * commas:
        return ()  # the quick way: a million rows in milliseconds
    rows = csv.reader(io.StringIO(text))
    width = len(next(rows))
    return tuple(
        Fault("ragged-row", table.name, "", line, str(len(cells)), {"width": width})
        for line, cells in enumerate(rows, FIRST_ROW)
        if cells and len(cells) != width
    )


def _glimpse(content: bytes, start: int) -> str:
    """A few letters round a byte that is not UTF-8, read as Windows-1251, the usual cause."""
    around = content[max(0, start - 10) : start + 20].decode("cp1251", errors="replace")
    return " ".join(around.split())


def _read_slowly(content: bytes, table: Table) -> Read:
    frame = _parse(content, table, dict.fromkeys(table.names, "str"))
    faults: list[Fault] = []
    for column in table.columns:
        if column.kind != "number":
            continue
        texts = frame[column.name].str.strip()
        values = pd.to_numeric(texts, errors="coerce")
        wrong = values.isna() & (texts != "")
        for position in wrong.to_numpy().nonzero()[0]:
            found = str(texts.iloc[position])
            key = "decimal-comma" if _DECIMAL_COMMA.match(found) else "not-a-number"
            row = int(position) + FIRST_ROW
            faults.append(Fault(key, table.name, column.name, row, found))
        frame[column.name] = values.astype("float64")
    return Read(frame, tuple(faults))
