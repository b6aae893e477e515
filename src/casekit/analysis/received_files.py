"""The reports as regions sent them: files read as they are, nothing repaired yet.

A region sends CSV files in its own encoding, separator and language of headings, and a covering
letter. Reading finds these out from the bytes and keeps every cell as text, with the line a text
editor would show, so that a finding can be looked up in the file.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from casekit.company import ACTIVITIES
from casekit.errors import DataError, DataNotFound

#: What regions call an activity, as a column or as a code.
ACTIVITY_WORDS: dict[str, str] = {
    **{name: name for name in ACTIVITIES},
    "administration": "admin",
    "удержание": "retention",
    "расширение": "expansion",
    "конверсия": "conversion",
    "сервис": "service",
    "дорога": "travel",
    "администрирование": "admin",
}

#: Column of hours worked on service tickets, where a region keeps one.
TICKETS = "tickets"

#: What regions call the columns. An activity's word is the column of its hours.
HEADINGS: dict[str, str] = {
    **ACTIVITY_WORDS,
    "month": "month",
    "period": "month",
    "месяц": "month",
    "период": "month",
    "rep": "rep",
    "rep_id": "rep",
    "specialist": "rep",
    "специалист": "rep",
    "account": "account",
    "account_id": "account",
    "client code": "account",
    "код клиента": "account",
    "client": "account_name",
    "клиент": "account_name",
    "activity": "activity",
    "вид работы": "activity",
    "hours": "hours",
    "часы": "hours",
    "on service tickets": TICKETS,
    "по заявкам сервиса": TICKETS,
}

_SEPARATORS = (";", "\t", ",", "|")
#: A heading line lies among the first lines; regions put a title above it.
_LINES_SEARCHED = 20
#: Fewer known columns than these cannot make a report.
_COLUMNS_NEEDED = 4


@dataclass(frozen=True)
class SentFile:
    """One file of reports as it was sent.

    Attributes
    ----------
    name
        File name.
    encoding
        `utf-8` or `cp1251` (Windows-1251), told from the bytes.
    separator
        What stands between cells.
    cells
        Every cell as text; columns by their meaning (`month`, `rep`, `account`, `account_name`,
        `activity`, `hours`, `tickets`, an activity); the index is the line of the file.
    """

    name: str
    encoding: str
    separator: str
    cells: pd.DataFrame


@dataclass(frozen=True)
class SentReports:
    """Everything the regions sent: files of reports, and covering letters by file name."""

    files: tuple[SentFile, ...]
    letters: Mapping[str, str]


def read_received(source: str | Path | Mapping[str, bytes]) -> SentReports:
    r"""Read the reports as the regions sent them, and their covering letters.

    Parameters
    ----------
    source
        A folder (`data/received`), or its files as bytes by their path inside the folder.

    Returns
    -------
    SentReports
        Files of reports (`*.csv`) in the order of their names, and letters (`*.md`).

    Raises
    ------
    DataNotFound
        If the folder holds no file of reports.
    DataError
        If a CSV file has no line of column headings that a report would have.

    Examples
    --------
    >>> sent = read_received({"east.csv": b"month,rep,account,hours,activity\n"})
    >>> sent.files[0].separator
    ','
    """
    contents = received_contents(source)
    names = sorted(contents)
    files = tuple(_read_file(name, contents[name]) for name in names if name.endswith(".csv"))
    letters = {name: _decode(contents[name])[0] for name in names if name.endswith(".md")}
    return SentReports(files, letters)


def received_contents(source: str | Path | Mapping[str, bytes]) -> dict[str, bytes]:
    """Files of reports and letters as bytes, by their path inside the folder.

    Raises
    ------
    DataNotFound
        If there is no file of reports among them.
    """
    if isinstance(source, Mapping):
        contents, told = dict(source), ""
    else:
        folder, told = Path(source), str(source)
        found = (path for path in folder.rglob("*") if path.suffix in (".csv", ".md"))
        contents = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    if not any(name.endswith(".csv") for name in contents):
        raise DataNotFound("received-no-files", found=told)
    return contents


def _decode(content: bytes) -> tuple[str, str]:
    """Text and the encoding it came in: what is not valid UTF-8 is taken for Windows-1251."""
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace"), "cp1251"


def _read_file(name: str, content: bytes) -> SentFile:
    text, encoding = _decode(content)
    line, separator = _heading(name, text)
    cells = pd.read_csv(
        io.StringIO(text),
        sep=separator,
        skiprows=line,
        dtype=str,
        keep_default_na=False,
        # Blank lines are kept until lines are numbered, or the numbers would drift.
        skip_blank_lines=False,
        index_col=False,
    )
    cells.columns = pd.Index([_meaning(head) for head in cells.columns])
    # Lines are counted from one, and the heading itself is a line.
    cells.index = pd.RangeIndex(line + 2, line + 2 + len(cells), name="line")
    known = [head for head in dict.fromkeys(HEADINGS.values()) if head in cells.columns]
    cells = cells[known].fillna("")
    if "month" in known and (cells["month"] == "").any():
        cells = cells[(cells != "").any(axis=1)]
    return SentFile(name, encoding, separator, cells)


def _heading(name: str, text: str) -> tuple[int, str]:
    """Line of the column headings, counted from zero, and the separator that splits it."""
    lines = io.StringIO(text)
    for number in range(_LINES_SEARCHED):
        line = lines.readline()
        for separator in _SEPARATORS:
            known = {_meaning(head) for head in line.split(separator)} & set(HEADINGS.values())
            if len(known) >= _COLUMNS_NEEDED and {"month", "rep"} <= known:
                return number, separator
    allowed = ", ".join(dict.fromkeys(HEADINGS))
    raise DataError("received-no-heading", file=name, allowed=allowed)


def _meaning(head: str) -> str:
    """Column a heading stands for; its unit after a comma or in brackets is left aside."""
    words = head.strip().strip('"').lower().split(",")[0].split("(")[0].strip()
    return HEADINGS.get(words, words)
