"""One file of reports from text to cells: headings recognised, every other line noted."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from casekit.analysis import received_words as words
from casekit.analysis.received_notes import BAR, Note, quoted
from casekit.company import ACTIVITIES
from casekit.errors import DataError

_SEPARATORS = (";", "\t", ",", "|")
#: Number of first lines searched for the headings; regions put titles above them.
_LINES_SEARCHED = 20
#: Fewest known columns of a report.
_COLUMNS_NEEDED = 4
#: Texts that are no hours, whichever way they are written.
_NOUGHT = frozenset(("", "0", "0.0", "0,0", "0.00", "0,00", "-", "–", "—"))


@dataclass(frozen=True)
class Layout:
    """Position of a file's headings and meaning of each column."""

    first: int
    separator: str
    heads: tuple[str, ...]

    @property
    def meanings(self) -> list[str]:
        """What each column stands for."""
        return [words.meaning(head) for head in self.heads]

    @property
    def used(self) -> tuple[str, ...]:
        """Meanings of the columns that a report is read from."""
        known = set(self.meanings)
        long = {"activity", "hours"} <= known
        amounts = ("activity", "hours") if long else words.WIDE_AMOUNTS
        return tuple(name for name in (*words.KEYS, *amounts) if name in known)

    def label(self, position: int) -> str:
        """Heading as it stands in the file; a column without one is named by its letter."""
        head = self.heads[position] if position < len(self.heads) else ""
        return " ".join(head.split()) or f"[{words.column_letter(position)}]"


def find_layout(name: str, text: str) -> Layout:
    """Line of the column headings, and the separator that splits it.

    Raises
    ------
    DataError
        If no line near the top holds the headings of a report, or none of them holds hours.
    """
    candidates = [_candidate(text, separator) for separator in _SEPARATORS]
    found = [layout for layout in candidates if layout]
    if not found:
        allowed = ", ".join(words.HEADINGS)
        raise DataError("received-no-heading", file=name, allowed=allowed)
    layout = min(found, key=lambda layout: layout.first)
    if not {"hours", *ACTIVITIES} & set(layout.used):
        heads = ", ".join(layout.label(at) for at in range(len(layout.heads)))
        raise DataError(
            "received-no-hours", file=name, found=quoted(heads), allowed=", ".join(ACTIVITIES)
        )
    return layout


def read_cells(name: str, text: str, layout: Layout) -> tuple[pd.DataFrame, list[Note]]:
    """Cells of the columns that a report needs, by line, and a note for all that is left out.

    Raises
    ------
    DataError
        If quotes are opened and never closed, so that cells cannot be separated.
    """
    try:
        records = _records(text, layout)
    except csv.Error:
        raise DataError("received-broken-quotes", file=name) from None
    notes: list[Note] = []
    rows, lines = _whole_rows(records, layout, notes)
    frame = pd.DataFrame(rows, columns=range(len(layout.heads)), dtype="object")
    frame.index = pd.Index(lines, name="line", dtype="int64")
    cells = pd.DataFrame(index=frame.index)
    for meaning in layout.used:
        places = [at for at, found in enumerate(layout.meanings) if found == meaning]
        cells[meaning] = _joined(frame, places, meaning, layout, notes)
    read = set(layout.used)
    for at, meaning in enumerate(layout.meanings):
        filled = frame.index[frame[at].str.strip() != ""] if meaning not in read else []
        if len(filled):
            found = quoted(str(frame.at[filled[0], at]))
            notes.append(Note("unread_column", list(filled), layout.label(at), found))
    return cells, notes


def _candidate(text: str, separator: str) -> Layout | None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        records = [(reader.line_num, record) for record in islice(reader, _LINES_SEARCHED + 1)]
    except csv.Error:
        return None
    for number, (last, record) in enumerate(records[:_LINES_SEARCHED]):
        known = {words.meaning(head) for head in record} & set(words.HEADINGS.values())
        if len(known) >= _COLUMNS_NEEDED and {"month", "rep"} <= known:
            below = records[number + 1] if number + 1 < len(records) else (last, [])
            joined = _under_merged(record, below[1])
            return Layout(below[0] if joined else last, separator, tuple(joined or record))
    return None


def _under_merged(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Headings of two lines as one, where the upper line has one cell over several columns."""
    filled = {at for at, head in enumerate(lower) if head.strip()}
    amounts = {at for at in filled if words.meaning(lower[at]) in words.WIDE_AMOUNTS}
    if len(amounts) < 2 or amounts != filled:
        return None
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    heads, group = [], ""
    for over, under in zip(above, below, strict=True):
        group = over if over.strip() else group
        minutes = under.strip() and words.is_minutes(group) and words.unit(under) == "hours"
        heads.append((f"{under} (min)" if minutes else under) if under.strip() else over)
    return heads


def _records(text: str, layout: Layout) -> list[tuple[int, int, list[str]]]:
    """Records below the headings with the first and the last line of each."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=layout.separator)
    found, before = [], 0
    for record in reader:
        last = reader.line_num
        if before >= layout.first:
            found.append((before + 1, last, record))
        before = last
    return found


def _whole_rows(
    records: Sequence[tuple[int, int, list[str]]], layout: Layout, notes: list[Note]
) -> tuple[list[list[str]], list[int]]:
    """Rows with a cell for each heading; blank lines are dropped, other lines noted."""
    width = len(layout.heads)
    # An empty line number is not evidence of a total.
    whose = set(words.KEYS) - {"number"}
    keys = [at for at, meaning in enumerate(layout.meanings) if meaning in whose]
    needed = max(at for at, meaning in enumerate(layout.meanings) if meaning in layout.used) + 1
    rows, lines = [], []
    for first, last, record in records:
        if not any(cell and not cell.isspace() for cell in record):
            continue
        span = range(first, last + 1)
        total = words.total_at([record[at] if at < len(record) else "" for at in keys])
        if total is not None:
            found = quoted(f"{layout.separator} ".join(record))
            notes.append(Note("total_row", span, layout.label(keys[total]), found, "aside"))
        elif len(record) < needed or any(map(str.strip, record[width:])):
            found = quoted(layout.separator.join(record))
            notes.append(Note("ragged_row", span, "", found, "aside"))
        else:
            rows.append((record + [""] * (width - len(record)))[:width])
            lines.append(first)
    return rows, lines


def _joined(
    frame: pd.DataFrame, places: list[int], meaning: str, layout: Layout, notes: list[Note]
) -> pd.Series:
    """One column of all that have a meaning; if they differ, both are kept for the note."""
    column = frame[places[0]]
    if len(places) == 1:
        return column
    amount = meaning in words.WIDE_AMOUNTS or meaning == "hours"
    empty = _NOUGHT if amount else frozenset(("",))
    texts = [frame[at].str.strip() for at in places]
    same = all((text == texts[0]).all() for text in texts[1:])
    heads = f" {BAR} ".join(layout.label(at) for at in places)
    letters = ", ".join(words.column_letter(at) for at in places)
    notes.append(Note("doubled_column", (), heads, letters, "same" if same else "either"))
    if same:
        return column
    together = []
    for cells in zip(*texts, strict=True):
        told = [cell for cell in cells if cell not in empty]
        # Equal names are merged; equal hours may be those of two activities.
        told = told if amount else list(dict.fromkeys(told))
        together.append(f" {BAR} ".join(told) if told else cells[0])
    return pd.Series(together, index=frame.index, dtype="object")
