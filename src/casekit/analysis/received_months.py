"""Parsing of months and days: an ambiguous cell is reported with both readings.

`03/04/2025` may be 3 April or 4 March. One convention holds for a column, so another cell of it
(`25/04/2025`) may decide; otherwise the cell is set aside with both readings. In a dotted date the
day always comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from casekit.analysis.received_notes import BAR, Note, quoted

#: Allowed years; bounds catch typing errors such as 2205.
_YEARS = range(1990, 2100)
_NAMES = (
    "january february march april may june july august september october november december",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
_CLOCK = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})([-./])(\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_EITHER_WAY = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})")
_WORD_YEAR = re.compile(r"([a-zа-я]{3,})\.?[ ,-]{1,2}(\d{4})(?: ?г\.?| года?)?")
_DAY_WORD_YEAR = re.compile(r"(\d{1,2})[ -]([a-zа-я]{3,})\.?[ ,-]{1,2}(\d{4})(?: ?г\.?| года?)?")
_YEAR_WORD = re.compile(r"(\d{4})(?: ?г\.?)?[ ,-]{1,2}([a-zа-я]{3,})\.?")
_WORD_SHORT = re.compile(r"([a-zа-я]{3,4})\.?[-. ](\d{2})")


@dataclass(frozen=True)
class Moment:
    """One reading of a cell: `month` (YYYY-MM), `day` (YYYY-MM-DD or empty), how it is written."""

    month: str
    day: str
    way: str


#: An unreadable or ambiguous cell.
NOTHING = Moment("", "", "")


def read_months(texts: pd.Series, heading: str) -> tuple[pd.DataFrame, list[Note]]:
    """Parse a file's column of months, with a note for each cell set aside or decided by others.

    Parameters
    ----------
    texts
        Cells; the index is the line of the file.
    heading
        The column's heading as it stands in the file; it may state the order (`mm/dd/yyyy`).

    Returns
    -------
    frame : pandas.DataFrame
        Columns `month` (empty where there is none), `day`, `month_format`.
    notes : list of Note
        `unreadable_row`, `ambiguous_cell`, `other_notation`.

    Examples
    --------
    >>> frame, notes = read_months(pd.Series(["03/04/2025", "25/04/2025"], index=[2, 3]), "Date")
    >>> frame["day"].to_list(), notes[0].repair
    (['2025-04-03', '2025-04-25'], '2025-04-03 (d/m/y)')
    """
    codes, values = pd.factorize(texts)
    readings = {str(text): _readings(str(text)) for text in values}
    settled = _settled(readings, heading)
    notes = []
    for number, text in enumerate(map(str, values)):
        many, one = readings[text], settled[text]
        lines = texts.index[codes == number].to_list() if len(many) != 1 else []
        if not many:
            notes.append(Note("unreadable_row", lines, heading, quoted(text), "aside"))
        elif one is NOTHING:
            both = f" {BAR} ".join(found.day or found.month for found in many)
            notes.append(Note("ambiguous_cell", lines, heading, quoted(text), both))
        elif len(many) > 1:
            taken = f"{one.day or one.month} ({_order(one, many)})"
            notes.append(Note("other_notation", lines, heading, quoted(text), taken))
    chosen = [settled[str(text)] for text in values]
    columns = {
        "month": [one.month for one in chosen],
        "day": [one.day for one in chosen],
        "month_format": [one.way for one in chosen],
    }
    frame = {name: np.array(cells, dtype=object)[codes] for name, cells in columns.items()}
    return pd.DataFrame(frame, index=texts.index, dtype="object"), _by_order(notes)


def _by_order(notes: list[Note]) -> list[Note]:
    """One note for all decided cells of one order, with the first as example."""
    kept = [note for note in notes if note.kind != "other_notation"]
    orders: dict[str, list[Note]] = {}
    for note in notes:
        if note.kind == "other_notation":
            orders.setdefault(note.repair.split("(")[-1], []).append(note)
    for alike in orders.values():
        lines = [line for note in alike for line in note.lines]
        first = alike[0]
        kept.append(Note(first.kind, lines, first.column, first.found, first.repair))
    return kept


def _readings(text: str) -> tuple[Moment, ...]:
    """Possible values of a cell, each once."""
    words = _CLOCK.sub("", " ".join(text.lower().split()))
    if found := _YEAR_FIRST.fullmatch(words):
        day = found[4] or ""
        return _only(found[1], found[3], day, "YYYY-MM")
    if found := _MONTH_YEAR.fullmatch(words):
        return _only(found[3], found[1], "", f"MM{found[2]}YYYY")
    if found := _DOTTED.fullmatch(words):
        way = "DD.MM." + "Y" * len(found[3])
        return _only(_long(found[3]), found[2], found[1], way)
    if found := _EITHER_WAY.fullmatch(words):
        end = found[2] + "Y" * len(found[4])
        year = _long(found[4])
        day_first = _only(year, found[3], found[1], f"DD{found[2]}MM{end}")
        month_first = _only(year, found[1], found[3], f"MM{found[2]}DD{end}")
        same = day_first and month_first and day_first[0].day == month_first[0].day
        return day_first if same else day_first + month_first
    if found := _WORD_YEAR.fullmatch(words):
        return _only(found[2], _named(found[1]), "", "month YYYY")
    if found := _YEAR_WORD.fullmatch(words):
        return _only(found[1], _named(found[2]), "", "YYYY month")
    if found := _DAY_WORD_YEAR.fullmatch(words):
        return _only(found[3], _named(found[2]), found[1], "DD month YYYY")
    if found := _WORD_SHORT.fullmatch(words):
        month = _named(found[1])
        named = _only(_long(found[2]), month, "", "month YY")
        # Excel shows both March 2025 and, in some settings, the 25th of March so.
        no_year = (Moment("", f"????-{int(month):02d}-{found[2]}", "month DD"),)
        return named + no_year if named and 1 <= int(found[2]) <= 31 else named
    return ()


def _only(year: str, month: str, day: str, way: str) -> tuple[Moment, ...]:
    if int(year) not in _YEARS or not 1 <= int(month) <= 12:
        return ()
    code = f"{year}-{int(month):02d}"
    if not day:
        return (Moment(code, "", way),)
    try:
        return (Moment(code, date(int(year), int(month), int(day)).isoformat(), way),)
    except ValueError:
        return ()


def _long(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _named(word: str) -> str:
    """Number of a month by its name or the beginning of it; 0 for another word."""
    for names in _NAMES:
        for number, name in enumerate(names.split(), start=1):
            if name.startswith(word):
                return str(number)
    return "0"


def _order(one: Moment, many: Iterable[Moment]) -> str:
    """Reading of an ambiguous cell, in language-neutral notation."""
    if "DD" in one.way and "MM" in one.way:
        return "d/m/y" if one.way.startswith("DD") else "m/d/y"
    return "m y"


def _settled(readings: Mapping[str, tuple[Moment, ...]], heading: str) -> dict[str, Moment]:
    """Decide each cell by the convention of the whole column."""
    sure = [many[0] for many in readings.values() if len(many) == 1]
    open_ones = [many for many in readings.values() if len(many) > 1]
    slashed = [many for many in open_ones if many[0].month and many[1].month]
    short = [many for many in open_ones if many[0].month and not many[1].month]
    wanted = {_day_order(sure, slashed, heading)} if slashed else set()
    wanted |= {"month YY"} if short and _short_is_year(sure, short) else set()
    settled = {}
    for text, many in readings.items():
        fitting = [one for one in many if one.way[:2] in wanted or one.way in wanted]
        settled[text] = many[0] if len(many) == 1 else fitting[0] if fitting else NOTHING
    return settled


def _day_order(sure: list[Moment], slashed: list[tuple[Moment, ...]], heading: str) -> str:
    """`DD` or `MM`, whichever comes first in the column; empty if undecided."""
    either = re.compile(r"DD[-/]MM.*|MM[-/]DD.*")
    # A date such as 03/03 decides nothing: both orders give the same day.
    telling = [one for one in sure if either.fullmatch(one.way) and one.day[5:7] != one.day[8:]]
    ways = {one.way[:2] for one in telling}
    head = heading.lower().replace(" ", "")
    ways |= {"DD"} if re.search(r"d+[-/]m+|д+[-/]м+", head) else set()
    ways |= {"MM"} if re.search(r"m+[-/]d+|м+[-/]д+", head) else set()
    if ways:
        return ways.pop() if len(ways) == 1 else ""
    for place, order in ((0, "DD"), (1, "MM")):
        days = {many[place].day for many in slashed}
        months = {day[:7] for day in days}
        first_only = all(day.endswith("-01") for day in days)
        # The first of every month over more than a year: in the other order all rows would be in
        # January.
        if first_only and (len({day[:4] for day in days}) > 1 and len(months) > 2):
            return order
    return ""


def _short_is_year(sure: list[Moment], short: list[tuple[Moment, ...]]) -> bool:
    """Whether the number behind a month's name is its year: few numbers, many months."""
    years = {many[0].month[:4] for many in short}
    known = {one.month[:4] for one in sure if one.month}
    if known:
        return years <= known
    months = {many[0].month[5:] for many in short}
    return len(months) > 2 and max(map(int, years)) - min(map(int, years)) < 3
