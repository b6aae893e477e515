"""What a region's cells mean: months, people, accounts and hours, whatever way they are written.

An *entry* is what one line of a report says: a month of a specialist at an account, with hours
by activity. Long files spread an entry over several lines; `Entries.lines` keeps which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from casekit.analysis.received_files import ACTIVITY_WORDS, TICKETS, SentFile, SentReports
from casekit.company import ACTIVITIES

HOURS = tuple(f"{name}_hours" for name in ACTIVITIES)
TICKET_HOURS = f"{TICKETS}_hours"
#: Columns of hours an entry may carry.
AMOUNTS = (*HOURS, TICKET_HOURS)
#: Finer than any report is written; hides what dividing leaves behind.
HOUR_DIGITS = 6

#: Cyrillic letters that look like Latin ones, in the order of the Latin ones.
LOOKALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")

_MONTH_WORDS = {
    word: number
    for words in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
    )
    for number, word in enumerate(words.split(), start=1)
}
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})(?:-\d{1,2})?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_DAY_MONTH_YEAR = re.compile(r"\d{1,2}\.(\d{1,2})\.(\d{4})")
_WORD_YEAR = re.compile(r"([a-zа-я]{3})[a-zа-я]*\.? (\d{4})")
_NOT_DIGITS = str.maketrans({",": ".", "\u2212": "-", " ": None, "\u00a0": None, "\u202f": None})


@dataclass(frozen=True)
class Entries:
    """All entries of all files.

    Attributes
    ----------
    frame
        One row an entry: `file`, `month` (YYYY-MM, empty if unreadable), `month_format`,
        `rep_text`, `account_text`, hours by activity and on tickets (NaN if unreadable).
    lines
        One row a line of a file: `line`, and the `entry` it belongs to.
    commas
        Files whose hours have a decimal comma, with the number of lines.
    codes
        Activity codes of the long files, as sent, by file.
    """

    frame: pd.DataFrame
    lines: pd.DataFrame
    commas: Mapping[str, int]
    codes: Mapping[str, tuple[str, ...]]


def read_entries(sent: SentReports) -> Entries:
    """Entries of everything the regions sent, as written; nothing is repaired.

    Parameters
    ----------
    sent
        What `read_received` gives.
    """
    frames, lines, commas, codes, start = [], [], {}, {}, 0
    for file in sent.files:
        cells, entry = _long_to_wide(file) if "activity" in file.cells else _wide(file)
        cells.insert(0, "file", file.name)
        frames.append(cells)
        lines.append(pd.DataFrame({"line": file.cells.index, "entry": entry + start}))
        start += len(cells)
        commas[file.name] = _lines_with_comma(file)
        if "activity" in file.cells:
            codes[file.name] = tuple(sorted(file.cells["activity"].unique()))
    return Entries(
        pd.concat(frames, ignore_index=True), pd.concat(lines, ignore_index=True), commas, codes
    )


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


def _wide(file: SentFile) -> tuple[pd.DataFrame, np.ndarray]:
    cells = file.cells
    frame = _keys(cells)
    for name, amount in zip((*ACTIVITIES, TICKETS), AMOUNTS, strict=True):
        frame[amount] = _hours(cells[name]) if name in cells else 0.0
    return frame, np.arange(len(frame))


def _long_to_wide(file: SentFile) -> tuple[pd.DataFrame, np.ndarray]:
    """Entries of a file that gives each activity a line of its own."""
    cells = file.cells
    keys = _keys(cells)
    activity = map_unique(cells["activity"], lambda word: ACTIVITY_WORDS.get(word.strip().lower()))
    hours = _hours(cells["hours"]).where(activity.notna().to_numpy(), np.nan)
    names = ["month", "rep_text", "account_text"]
    # A line that repeats an activity opens a second entry: a report sent twice.
    copy = keys.assign(activity=activity.to_numpy()).groupby([*names, "activity"], dropna=False)
    grouped = keys.assign(copy=copy.cumcount()).groupby([*names, "copy"], sort=False)
    entry = grouped.ngroup().to_numpy()
    frame = keys[~pd.Series(entry).duplicated().to_numpy()].reset_index(drop=True)
    for name, amount in zip(ACTIVITIES, HOURS, strict=True):
        mine = (activity == name).to_numpy()
        frame[amount] = np.bincount(entry[mine], hours.to_numpy()[mine], minlength=len(frame))
    # Unreadable hours or activities must not pass as zero.
    frame.loc[np.unique(entry[hours.isna().to_numpy()]), list(HOURS)] = np.nan
    frame[TICKET_HOURS] = 0.0
    return frame, entry


def _keys(cells: pd.DataFrame) -> pd.DataFrame:
    month = map_unique(cells["month"], _month)
    account = "account" if "account" in cells else "account_name"
    return pd.DataFrame(
        {
            "month": map_unique(month, lambda found: found[0]).to_numpy(),
            "month_format": map_unique(month, lambda found: found[1]).to_numpy(),
            "rep_text": cells["rep"].str.strip().to_numpy(),
            "account_text": cells[account].str.strip().to_numpy(),
        }
    )


def _month(text: str) -> tuple[str, str]:
    """Month as YYYY-MM and the way it was written; a dotted date has the day first."""
    words = text.strip().lower()
    if found := _YEAR_MONTH.fullmatch(words):
        return _written(found[1], found[2], "YYYY-MM")
    if found := _MONTH_YEAR.fullmatch(words):
        return _written(found[2], found[1], f"MM{words[-5]}YYYY")
    if found := _DAY_MONTH_YEAR.fullmatch(words):
        return _written(found[2], found[1], "DD.MM.YYYY")
    if found := _WORD_YEAR.fullmatch(words):
        return _written(found[2], str(_MONTH_WORDS.get(found[1], 0)), "month YYYY")
    return "", ""


def _written(year: str, month: str, way: str) -> tuple[str, str]:
    return (f"{year}-{int(month):02d}", way) if 1 <= int(month) <= 12 else ("", "")


def _hours(texts: pd.Series) -> pd.Series:
    return map_unique(texts, _amount).astype("float64").reset_index(drop=True)


def _amount(text: str) -> float:
    """Number of a cell; nothing written is no hours, and what is no number is NaN."""
    digits = text.translate(_NOT_DIGITS)
    try:
        return float(digits) if digits else 0.0
    except ValueError:
        return np.nan


def _lines_with_comma(file: SentFile) -> int:
    columns = [name for name in (*ACTIVITIES, TICKETS, "hours") if name in file.cells]
    marked = np.zeros(len(file.cells), dtype=bool)
    for name in columns:
        marked |= map_unique(file.cells[name], lambda text: "," in text).to_numpy(dtype=bool)
    return int(marked.sum())
