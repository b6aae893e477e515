"""Frames as tables for readers: headings in words, numbers by locale, units in the headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from casekit.language import (
    chance,
    has_text,
    month,
    number,
    percent,
    signed,
    signed_percent,
    text,
)

#: From here on a number of a mixed column needs no decimals.
_LARGE = 100.0
#: From here on a change needs none.
_LARGE_CHANGE = 1000.0
#: How the numbers of a column are written: by the end of its name, by the whole of it, or by the
#: index before it where a name means a change in one table and a level in another.
_FORMATS: dict[str, Callable[[float], str]] = {
    "share": lambda value: percent(value, 1),
    "hours": lambda value: number(value, 1),
    "krub": lambda value: number(value, 0),
    "hour": lambda value: number(value, 2),
    # Signed: the heading names both directions.
    **dict.fromkeys(
        (
            "gap_hours",
            "told_gap_hours",
            "seen_gap_hours",
            "seen_gap_hours_low",
            "seen_gap_hours_high",
        ),
        lambda value: signed(value, 1),
    ),
    "difference_share": lambda value: signed_percent(value, 1),
    "adjusted": lambda value: number(value, 2),
    # A change, and where luck alone ends: both ends of it stand beside the change.
    **dict.fromkeys(
        ("expected_share", "low_share", "high_share"), lambda value: signed_percent(value, 1)
    ),
    # What a plan adds.
    **dict.fromkeys(
        (
            "gain_krub",
            "middle_krub",
            "p20_krub",
            "p05_krub",
            "proposal-told_krub",
            "proposal-true_krub",
        ),
        lambda value: signed(value, 0),
    ),
    **{
        f"plan_year-{line}_krub": lambda value: signed(value, 0)
        for line in ("margin", "technicians", "assistants", "profit")
    },
    # Of counts and of money in one column: small numbers need their decimals, large ones do not.
    "a_month": lambda value: number(value, 0 if abs(value) >= _LARGE else 1),
    "change_share": lambda value: signed_percent(value, 1),
    "chance": chance,
    "with_skill": lambda value: number(value, 2),
    "power": lambda value: percent(value, 0),
    "false_alarms": lambda value: percent(value, 0),
    **{
        f"{name}_{period}": write
        for period in ("during", "after")
        for name, write in (
            ("effect", lambda value: signed_percent(value, 1)),
            ("noise", lambda value: percent(value, 1)),
            ("as_large", lambda value: percent(value, 0)),
        )
    },
}


#: How numbers are written whose unit stands in the row, in the column `unit`.
_BY_UNIT: dict[str, Callable[[float], str]] = {
    "base_lost_share": lambda value: percent(value, 2),
    "gained_krub": lambda value: number(value, 1),
    "wins": lambda value: number(value, 2),
}
#: Columns of which that is so.
_IN_UNITS = ("today", "today_low", "today_high")

#: Parts of a finding's text: kind, evidence, repair.
_SAID = ("kind", "shows", "repair")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class ShownTable:
    """A frame ready to be read; what `show_table` gives.

    Parameters
    ----------
    heads
        Column headings in the reader's language.
    rows
        Cells as text, the first of each row its name.
    numeric
        Of each column, whether it holds numbers.
    sentences
        Whether cells hold sentences, which may break over lines.
    """

    def __init__(
        self,
        heads: list[str],
        rows: list[list[str]],
        numeric: list[bool],
        *,
        sentences: bool = False,
    ) -> None:
        self.sentences = sentences
        self.heads = heads
        self.rows = rows
        self.numeric = numeric

    def __repr__(self) -> str:
        return str(pd.DataFrame(self.rows, columns=self.heads).to_string(index=False))

    def _repr_html_(self) -> str:
        sides = ["right" if numeric else "left" for numeric in self.numeric]
        head = "".join(_cell("th", *pair) for pair in zip(self.heads, sides, strict=True))
        body = "".join(f"<tr>{self._cells(row, sides)}</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _cells(self, row: list[str], sides: list[str]) -> str:
        pairs = zip(row, sides, strict=True)
        return "".join(_cell("td", *pair, breaks=self.sentences) for pair in pairs)


def show_table(
    frame: pd.DataFrame | pd.Series | Mapping[str, float], names: Callable[[str], str] = str
) -> ShownTable:
    """Show a frame as people read it: headings, codes and numbers in their language.

    Parameters
    ----------
    frame
        Any frame or series of the kit, or single numbers by name. Headings are the texts
        `head-COLUMN`, or `head-INDEX-COLUMN` where a word means something else in a table; a
        named index becomes the first column (or columns), its codes told by the texts
        `INDEX-CODE`. Numbers whose unit stands in a column `unit` are written by it.
    names
        How names of the data (people, clients, process points) read in the reader's language:
        `case.label`.

    Returns
    -------
    ShownTable
        Displays itself at the end of a cell.
    """
    if isinstance(frame, pd.Series):
        frame = frame.to_frame()
    elif isinstance(frame, Mapping):
        frame = pd.DataFrame([frame])
    named = any(name is not None for name in frame.index.names)
    flat = frame.reset_index() if named else frame
    numeric = [_is_number(flat[name]) for name in flat]
    units = flat.get("unit")
    within = str(frame.index.name)
    columns = [_column(str(name), flat[name], names, units, within) for name in flat]
    rows = [list(cells) for cells in zip(*columns, strict=True)]
    return ShownTable([_head(str(name), within) for name in flat], rows, numeric)


def show_month_changes(
    people: pd.DataFrame, most: int, names: Callable[[str], str] = str
) -> ShownTable:
    """Show whose month changes by how many hours; people of equal changes share a row.

    Parameters
    ----------
    people
        What `model.hours_by_person` gives.
    most
        How many rows are shown at most.
    names
        How names of the data read in the reader's language: `case.label`.

    Returns
    -------
    ShownTable
        Displays itself at the end of a cell.
    """
    changes = [name for name in people if str(name).endswith("_change")]
    # Changes are equal where they read alike.
    alike = people.groupby([people[name].round(1) + 0.0 for name in changes], sort=False)
    rows, labels = [], []
    for _, group in alike:
        count, first = len(group), group.iloc[0].copy()
        if count > 1:
            scope = "all" if count == len(people) else "some"
            labels.append(text(f"month-changes-{scope}", count=count))
            if group["region"].nunique() > 1:
                first["region"] = text("month-changes-regions")
        else:
            labels.append(names(str(group.index[0])))
        rows.append(first)
    shown = pd.DataFrame(rows, columns=people.columns).infer_objects()
    shown.index = pd.Index(labels, name=people.index.name)
    return show_table(shown.head(most), lambda name: name if name in labels else names(name))


def show_findings(findings: pd.DataFrame) -> ShownTable:
    """Show an audit's findings as sentences, with place and repair.

    Parameters
    ----------
    findings
        What `audit_reports` gives, or rows of it.

    Returns
    -------
    ShownTable
        A row a finding: kind, what shows it (file, lines, column, cell), what to do.
    """
    rows = []
    for finding in findings.to_dict("records"):
        named = {str(name).removesuffix("_id"): str(value) for name, value in finding.items()}
        facts: dict[str, Any] = {**named, "count": int(finding["row_count"])}
        kind = named["kind"]
        rows.append([text(f"received-{part}-{kind}", None, **facts) for part in _SAID])
    heads = [text(f"head-{name}") for name in ("finding", "found_there", "to_do")]
    return ShownTable(heads, rows, [False] * len(heads), sentences=True)


def show_assumed(keys: Sequence[str]) -> ShownTable:
    """Show what a calibration learned, what it takes for granted, and what hangs on that.

    Parameters
    ----------
    keys
        `Calibration.assumed`.

    Returns
    -------
    ShownTable
        Displays itself at the end of a cell.
    """
    heads = [text(f"head-{name}") for name in ("learned", "assumed", "wrong")]
    rows = [[text(f"{key}-learned"), text(key), text(f"{key}-wrong")] for key in keys]
    return ShownTable(heads, rows, [False] * len(heads), sentences=True)


def _head(name: str, within: str) -> str:
    for key in (f"head-{within}-{name}", f"head-{name}"):
        if has_text(key):
            return text(key)
    return month(name) if _MONTH.fullmatch(name) else name


def _column(
    name: str, cells: pd.Series, names: Callable[[str], str], units: pd.Series | None, within: str
) -> list[str]:
    if _is_number(cells):
        if units is not None and name in _IN_UNITS:
            pairs = zip(cells, units, strict=True)
            return [
                "" if pd.isna(value) else _BY_UNIT.get(str(unit), number)(value)
                for value, unit in pairs
            ]
        end = name.rsplit("_", 1)[-1]
        # One format for a column: no decimals if all numbers are whole.
        digits = 0 if (cells.dropna() % 1 == 0).all() else 1
        plain = _FORMATS.get(end, lambda value: number(value, digits))
        write = _FORMATS.get(f"{within}-{name}", _FORMATS.get(name, plain))
        if end == "change":
            return ["" if pd.isna(value) else _change(value, digits) for value in cells]
        return ["" if pd.isna(value) else write(value) for value in cells]
    return [_told(name, value, names) for value in cells]


def _change(value: float, digits: int) -> str:
    """A change with its sign; a large one needs no decimals."""
    return signed(value, 0 if abs(value) >= _LARGE_CHANGE else digits)


def _is_number(cells: pd.Series) -> bool:
    """Whether cells are numbers; booleans count as text."""
    kinds = pd.api.types
    return bool(kinds.is_numeric_dtype(cells) and not kinds.is_bool_dtype(cells))


def _told(name: str, value: Any, names: Callable[[str], str]) -> str:
    """Text of a month, a code or a name; the value itself if there is none."""
    if _MONTH.fullmatch(str(value)):
        return month(str(value))
    # A reason is the key of its sentence.
    key = str(value) if name == "reason" else f"{name}-{value}"
    return text(key) if has_text(key) else names(str(value))


def _cell(tag: str, content: str, side: str, *, breaks: bool = False) -> str:
    # Months and numbers must not wrap; headings may.
    wrap = "normal" if breaks or tag == "th" else "nowrap"
    return f'<{tag} style="text-align:{side};white-space:{wrap}">{escape(content)}</{tag}>'
