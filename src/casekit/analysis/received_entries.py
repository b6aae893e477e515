"""Parsing of cells: months, people, accounts and hours in any of the regions' notations.

An *entry* is what one line of a report says: a month of a specialist at an account, with hours
by activity. Long files spread an entry over several lines; `Entries.lines` keeps which.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from casekit.analysis.received_files import SentFile, SentReports
from casekit.analysis.received_hours import HOUR_DIGITS, read_hours
from casekit.analysis.received_months import read_months
from casekit.analysis.received_notes import Note, quoted
from casekit.analysis.received_words import ACTIVITY_WORDS, TICKETS
from casekit.company import ACTIVITIES

__all__ = [
    "AMOUNTS",
    "ASIDE",
    "HOURS",
    "HOUR_DIGITS",
    "LOOKALIKES",
    "TICKET_HOURS",
    "Entries",
    "map_unique",
    "read_entries",
    "row_ranges",
    "rows_in",
]

HOURS = tuple(f"{name}_hours" for name in ACTIVITIES)
TICKET_HOURS = f"{TICKETS}_hours"
#: Columns of hours an entry may carry.
AMOUNTS = (*HOURS, TICKET_HOURS)
#: Kinds of notes whose lines are left out of the entries.
ASIDE = ("unreadable_row", "ambiguous_cell")

#: Cyrillic letters that look like Latin ones, in the order of the Latin ones.
LOOKALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")


@dataclass(frozen=True)
class Entries:
    """All entries of all files.

    Attributes
    ----------
    frame
        One row an entry: `file`, `month` (YYYY-MM), `day` (YYYY-MM-DD, empty where a month
        alone is told), `month_format`, `rep_text`, `account_text`, `number`, hours by activity
        and on tickets.
    lines
        One row a line of a file that was read: `line`, and the `entry` it belongs to.
    commas
        Files whose hours have a decimal comma, with the number of lines.
    codes
        Activity codes of the long files, as sent, by file.
    notes
        By file, the lines, columns and cells that are in no entry, and interpretations to report.
    """

    frame: pd.DataFrame
    lines: pd.DataFrame
    commas: Mapping[str, int]
    codes: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[Note, ...]]


def read_entries(sent: SentReports) -> Entries:
    """Parse everything the regions sent; nothing is repaired.

    A line with an unreadable or ambiguous cell becomes a note, not an entry.

    Parameters
    ----------
    sent
        What `read_received` gives.
    """
    frames, lines, commas, codes, start = [], [], {}, {}, 0
    notes: dict[str, tuple[Note, ...]] = {}
    for file in sent.files:
        long = "activity" in file.cells
        wanted = ["hours"] if long else [n for n in (*ACTIVITIES, TICKETS) if n in file.cells]
        hours = read_hours({n: file.cells[n] for n in wanted}, file.headings, file.minutes)
        keys, told = _keys(file)
        told += hours.notes
        if long:
            keys["activity"], unknown = _activities(file)
            told += unknown
            codes[file.name] = tuple(sorted(file.cells["activity"].unique()))
        bad = {n for note in told if note.kind in ASIDE for n in note.lines}
        good = ~file.cells.index.isin(bad)
        amounts = pd.DataFrame(hours.values, index=file.cells.index)[good]
        cells, entry = (_long_to_wide if long else _wide)(keys[good], amounts)
        cells.insert(0, "file", file.name)
        frames.append(cells)
        lines.append(pd.DataFrame({"line": file.cells.index[good], "entry": entry + start}))
        start += len(cells)
        commas[file.name] = hours.comma_lines
        notes[file.name] = (*file.notes, *told)
    frame = pd.concat(frames, ignore_index=True)
    return Entries(frame, pd.concat(lines, ignore_index=True), commas, codes, notes)


def row_ranges(lines: Any) -> str:
    """Line numbers as people write them: 3, 5-9, 12.

    Examples
    --------
    >>> row_ranges([12, 5, 6, 7, 3])
    '3, 5-7, 12'
    """
    numbers = np.unique(np.asarray(lines, dtype=np.int64))
    runs = np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1)
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs if len(run)
    )


def rows_in(ranges: str) -> set[int]:
    """Line numbers of what `row_ranges` wrote."""
    found: set[int] = set()
    for part in filter(None, ranges.split(", ")):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def map_unique(column: pd.Series, meaning: Callable[[Any], Any]) -> pd.Series:
    """Apply a slow function once to each different value of a column."""
    codes, values = pd.factorize(column, use_na_sentinel=False)
    # Filled cell by cell: an array built from tuples would get a second dimension.
    found = np.empty(len(values), dtype=object)
    for number, value in enumerate(values):
        found[number] = meaning(value)
    return pd.Series(found[codes], index=column.index, dtype=object).infer_objects()


def _wide(keys: pd.DataFrame, amounts: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    frame = keys.reset_index(drop=True)
    for name, amount in zip((*ACTIVITIES, TICKETS), AMOUNTS, strict=True):
        frame[amount] = amounts[name].to_numpy() if name in amounts else 0.0
    return frame, np.arange(len(frame))


def _long_to_wide(keys: pd.DataFrame, amounts: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Entries of a file that gives each activity a line of its own."""
    names = ["month", "day", "rep_text", "account_text", "number"]
    # A line that repeats an activity starts a second entry: other work, or a duplicate report.
    copy = keys.groupby([*names, "activity"], dropna=False).cumcount()
    entry = keys.assign(copy=copy).groupby([*names, "copy"], sort=False).ngroup().to_numpy()
    first = ~pd.Series(entry).duplicated().to_numpy()
    frame = keys[first].drop(columns="activity").reset_index(drop=True)
    hours, activity = amounts["hours"].to_numpy(), keys["activity"]
    for name, amount in zip(ACTIVITIES, HOURS, strict=True):
        mine = (activity == name).to_numpy()
        frame[amount] = np.bincount(entry[mine], hours[mine], minlength=len(frame))
    frame[TICKET_HOURS] = 0.0
    return frame, entry


def _keys(file: SentFile) -> tuple[pd.DataFrame, list[Note]]:
    """Specialist, account and month of each line, with a note for each unreadable month."""
    cells = file.cells
    frame, notes = read_months(cells["month"], file.headings.get("month", "month"))
    blank = pd.Series("", index=cells.index, dtype="object")
    account = cells["account"].str.strip() if "account" in cells else blank
    if "account_name" in cells:
        account = account.where(account != "", cells["account_name"].str.strip())
    frame["rep_text"] = cells["rep"].str.strip()
    frame["account_text"] = account
    frame["number"] = cells["number"].str.strip() if "number" in cells else blank
    return frame, notes


def _activities(file: SentFile) -> tuple[pd.Series, list[Note]]:
    """Activity of each line of a long file, with a note for each unknown one."""
    column = file.cells["activity"]
    activity = map_unique(column, lambda word: ACTIVITY_WORDS.get(word.strip().lower(), ""))
    strange = column[(activity == "").to_numpy()]
    head = file.headings.get("activity", "activity")
    notes = [
        Note("unreadable_row", list(lines), head, quoted(str(text)), "aside")
        for text, lines in strange.groupby(strange).groups.items()
    ]
    return activity, notes
