"""Parsing of hours: an ambiguous cell is reported with both readings.

`7.30` may be 7 h 30 min or 7.3 h; `1.234` may be 1,234 or 1.234. One convention holds for a file,
so its other cells may decide; otherwise the cell is set aside with both readings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from casekit.analysis.received_notes import BAR, Note, quoted

#: Decimals of hours: finer than any report, coarse enough to hide rounding errors.
HOUR_DIGITS = 6

_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2019": "'"})
#: Most characters of hours; longer digits would be parsed as infinite.
_LONGEST = 20
#: Texts for no hours.
_NONE = frozenset(("-", "n/a", "na", "n.a.", "none", "н/д", "нет"))
_H = r"(?:h|hrs?|hours?|ч|час|часа|часов)\.?"
_M = r"(?:m|mins?|minutes?|м|мин|минута|минуты|минут)\.?"
_HOURS_MINUTES = re.compile(rf"(\d+) ?{_H} ?([0-5]?\d) ?(?:{_M})?")
_WITH_HOURS = re.compile(rf"(.*\d) ?{_H}")
_WITH_MINUTES = re.compile(rf"(.*\d) ?{_M}")
_CLOCK = re.compile(r"(\d+):([0-5]\d)(?::([0-5]\d))?")
_WHOLE = re.compile(r"\d+|\d{1,3}(?:[ ']\d{3})+")
_GROUPED = re.compile(r"(\d{1,3}(?:([ '.,])\d{3})(?:\2\d{3})*)([.,])(\d+)")
_GROUPS_ONLY = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_DECIMAL = re.compile(r"(\d*)([.,])(\d*)")


@dataclass(frozen=True)
class _Cell:
    """Parts of a cell: a number with its mark, or hours and minutes, or neither."""

    value: float | None = None
    factor: float = 1.0
    whole: str = ""
    mark: str = ""
    fraction: str = ""
    #: The reading differs from a plain number and is reported.
    told: bool = False
    #: The mark is certainly decimal: another mark separates thousands.
    certain: bool = False

    @property
    def thousands(self) -> bool:
        """Whether the mark may separate thousands."""
        groups = 1 <= len(self.whole) <= 3 and not self.whole.startswith("0")
        return not self.certain and groups and len(self.fraction) == 3

    @property
    def decimal(self) -> float:
        """The number, read with a decimal mark."""
        return float(f"{self.whole or 0}.{self.fraction or 0}") * self.factor

    @property
    def clock(self) -> float:
        """The number, read as hours and minutes behind the mark."""
        minutes = int(self.fraction.ljust(2, "0"))
        return (abs(int(self.whole or 0)) + minutes / 60) * self.factor


@dataclass(frozen=True)
class HoursRead:
    """Hours of a file by column (NaN where unreadable), their notes, lines with a comma."""

    values: dict[str, pd.Series]
    notes: list[Note]
    comma_lines: int


def read_hours(
    columns: Mapping[str, pd.Series], headings: Mapping[str, str], minutes: frozenset[str]
) -> HoursRead:
    """Parse a file's columns of hours, with a note for each cell set aside or decided by others.

    Parameters
    ----------
    columns
        Cells by column; the index is the line of the file.
    headings
        Each column's heading as it stands in the file.
    minutes
        Columns that are in minutes.

    Examples
    --------
    >>> cells = {"service": pd.Series(["7,5", "1.234", "2:15"], index=[2, 3, 4])}
    >>> read_hours(cells, {"service": "Service"}, frozenset()).values["service"].to_list()
    [7.5, 1234.0, 2.25]
    """
    factors = {name: pd.factorize(column) for name, column in columns.items()}
    cells = {str(text): _taken_apart(str(text)) for _, texts in factors.values() for text in texts}
    convention = _Convention.of([cell for cell in cells.values() if cell])
    values, notes = {}, []
    commas: set[int] = set()
    for name, (codes, texts) in factors.items():
        amounts = np.empty(len(texts))
        lines = columns[name].index.to_numpy()
        shapes: dict[str, Note] = {}
        for number, text in enumerate(map(str, texts)):
            cell = cells[text]
            readings, told = convention.readings(cell)
            if name in minutes:
                readings, told = _of_minutes(readings, cell)
            readings = [round(value, HOUR_DIGITS) + 0.0 for value in readings]
            amounts[number] = readings[0] if len(readings) == 1 else np.nan
            if len(readings) == 1 and not told and (cell is None or cell.mark != ","):
                continue
            places = lines[codes == number].tolist()
            if len(readings) == 1 and cell and cell.mark == "," and not convention.grouped(cell):
                commas.update(places)
            if len(readings) == 1 and not told:
                continue
            head, both = headings.get(name, name), BAR in text
            repair = text if both else f" {BAR} ".join(f"{value:g}" for value in readings)
            if len(readings) == 1:
                # Cells written alike are reported together, by the first of them.
                shape = re.sub(r"\d+", "0", text)
                first = shapes.get(shape, Note("other_notation", (), head, quoted(text), repair))
                shapes[shape] = replace(first, lines=[*first.lines, *places])
            elif readings or both:
                notes.append(Note("ambiguous_cell", places, head, quoted(text), repair))
            else:
                notes.append(Note("unreadable_row", places, head, quoted(text), "aside"))
        notes += shapes.values()
        values[name] = pd.Series(amounts[codes], index=columns[name].index, dtype="float64")
    return HoursRead(values, notes, len(commas))


def _of_minutes(readings: list[float], cell: _Cell | None) -> tuple[list[float], bool]:
    """Readings of a cell in a column of minutes, in hours."""
    if cell is None or (cell.told and any(readings)):
        # A cell with a unit of its own contradicts the heading.
        return [], False
    return [value / 60 for value in readings], any(readings)


def _plain_text(text: str) -> str:
    return " ".join(text.translate(_SIGNS).lower().split())


def _taken_apart(text: str) -> _Cell | None:
    """Parse a cell before the file's convention is known; None if it holds no hours."""
    words = _plain_text(text)
    if words in ("", *_NONE):
        return _Cell(0.0, told=words not in ("", "-"))
    minus = 1.0
    if found := re.fullmatch(r"\((.+)\)|-(.+)|(.+)-|\+(.+)", words):
        inner = next(filter(None, found.groups()))
        minus = 1.0 if found[4] else -1.0
        words = inner.strip()
    if found := _CLOCK.fullmatch(words):
        seconds = int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
        return _Cell(minus * seconds / 3600, told=True)
    if found := _HOURS_MINUTES.fullmatch(words):
        return _Cell(minus * (int(found[1]) + int(found[2]) / 60), told=True)
    for pattern, factor in ((_WITH_HOURS, 1.0), (_WITH_MINUTES, 1 / 60)):
        if found := pattern.fullmatch(words):
            return _number(found[1], minus * factor, told=True)
    return _number(words, minus, told=False)


def _number(words: str, factor: float, *, told: bool) -> _Cell | None:
    if len(words) > _LONGEST:
        return None
    if _WHOLE.fullmatch(words):
        return _Cell(factor * float(re.sub(r"[ ']", "", words)), told=told)
    if _GROUPS_ONLY.fullmatch(words):
        return _Cell(factor * float(re.sub(r"[.,]", "", words)), told=True)
    if (found := _GROUPED.fullmatch(words)) and found[2] != found[3]:
        whole = re.sub(r"[ '.,]", "", found[1])
        return _Cell(None, factor, whole, found[3], found[4], told=told, certain=True)
    if (found := _DECIMAL.fullmatch(words)) and (found[1] or found[3]):
        return _Cell(None, factor, found[1], found[2], found[3], told=told)
    return None


@dataclass(frozen=True)
class _Convention:
    """Convention of a file: marks that are certainly decimal, and minutes behind a mark."""

    marks: frozenset[str]
    #: Fractions may be minutes: none is above 59, and they do not look like halves alone.
    open_minutes: bool

    @classmethod
    def of(cls, cells: list[_Cell]) -> _Convention:
        marked = [cell for cell in cells if cell.mark]
        marks = frozenset(cell.mark for cell in marked if not cell.thousands)
        fractions = [cell.fraction for cell in marked if not cell.thousands and cell.fraction]
        told = {text for text in fractions if len(text) == 2} - {"00", "25", "50"}
        # One digit of five, 60 and above, or three digits: no minutes.
        decimal = any(
            text == "5" or len(text) > 2 or int(text.ljust(2, "0")) > 59 for text in fractions
        )
        return cls(marks, bool(told) and not decimal)

    def grouped(self, cell: _Cell) -> bool:
        """Whether the cell's mark separates thousands in this file."""
        return cell.thousands and bool(self.marks) and cell.mark not in self.marks

    def readings(self, cell: _Cell | None) -> tuple[list[float], bool]:
        """Possible values of a cell, and whether the reading is reported."""
        if cell is None:
            return [], False
        if cell.value is not None:
            return [cell.value], cell.told
        thousand = float(cell.whole + cell.fraction) * cell.factor if cell.thousands else 0.0
        if cell.thousands:
            if self.marks == {cell.mark}:
                return [cell.decimal], True
            return ([thousand], True) if self.grouped(cell) else ([thousand, cell.decimal], True)
        minutes = cell.fraction and len(cell.fraction) <= 2 and int(cell.fraction) > 0
        if self.open_minutes and minutes and not cell.certain:
            return [cell.decimal, cell.clock], True
        explicit = len(cell.fraction) == 2 and cell.fraction not in ("00", "25", "50")
        return [cell.decimal], cell.told or (explicit and cell.fraction.endswith("0"))
