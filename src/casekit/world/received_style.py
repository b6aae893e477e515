"""Report styles of the regions: encoding, separator, headings, dates, layout.

Four typical sources: a spreadsheet kept by year, an export of an old
accounting program, an export of a CRM, and a time tracker with a line for each activity.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.company import ACTIVITIES

HOURS = tuple(f"{name}_hours" for name in ACTIVITIES)
#: Column of hours on service tickets, in one region.
TICKETS = "tickets_hours"

_WORDS = {
    "en": dict(zip(ACTIVITIES, ACTIVITIES, strict=True)),
    "ru": dict(
        zip(
            ACTIVITIES,
            ("удержание", "расширение", "конверсия", "сервис", "дорога", "администрирование"),
            strict=True,
        )
    ),
}
_HEADS = {
    "en": {
        "month": "Month",
        "rep": "Specialist",
        "code": "Account",
        "name": "Client",
        "activity": "Activity",
        "hours": "Hours",
    },
    "ru": {
        "month": "Месяц",
        "rep": "Специалист",
        "code": "Код клиента",
        "name": "Клиент",
        "tickets": "По заявкам сервиса, ч",
    },
}
_UNITS = {"en": "h", "ru": "ч"}
_ENGLISH_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905


@dataclass(frozen=True)
class Style:
    """Report style of a region.

    Attributes
    ----------
    name
        Key of the style; the covering letter's text is `received-letter-style-NAME`.
    encoding, separator, comma
        Of the bytes, the cells, the decimals.
    language
        Of the headings.
    long
        A line for each activity instead of a column.
    account
        Accounts by `code` or by `name`.
    month_ways
        Formats of the month, the usual one first.
    by_year
        A file for each year.
    tickets
        Whether hours on service tickets have a column, and are booked as retention.
    titles
        Number of title lines above the headings.
    """

    name: str
    encoding: str
    separator: str
    comma: bool
    language: str
    month_ways: tuple[str, ...]
    long: bool = False
    account: str = "code"
    by_year: bool = False
    tickets: bool = False
    titles: int = 0


SPREADSHEET = Style("spreadsheet", "utf-8-sig", ";", True, "ru", ("MM.YYYY",), by_year=True)
ACCOUNTING = Style("accounting", "cp1251", ";", True, "ru", ("DD.MM.YYYY",), tickets=True, titles=2)
CRM = Style("crm", "utf-8", ",", False, "en", ("YYYY-MM", "MM/YYYY", "month YYYY"), account="name")
TRACKER = Style("tracker", "utf-8", "\t", False, "en", ("YYYY-MM",), long=True)

STYLES: tuple[Style, ...] = (SPREADSHEET, ACCOUNTING, CRM, TRACKER)


def write_month(month: str, way: str) -> str:
    """A month (YYYY-MM) in one of the ways regions write it.

    Examples
    --------
    >>> write_month("2025-03", "DD.MM.YYYY"), write_month("2025-03", "month YYYY")
    ('01.03.2025', 'Mar 2025')
    """
    year, number = month.split("-")
    return {
        "YYYY-MM": month,
        "MM.YYYY": f"{number}.{year}",
        "MM/YYYY": f"{number}/{year}",
        "DD.MM.YYYY": f"01.{number}.{year}",
        "month YYYY": f"{_ENGLISH_MONTHS[int(number) - 1]} {year}",
    }[way]


def write_file(
    rows: pd.DataFrame, style: Style, titles: tuple[str, ...] = ()
) -> tuple[bytes, dict[int, list[int]]]:
    """A file of reports as bytes, and the lines each row came to stand on.

    Parameters
    ----------
    rows
        In the file's order: `month`, `month_way`, `sent_rep`, `sent_account`, `code_language`,
        hours by activity and on tickets.
    style
        The region's habit.
    titles
        Lines above the headings.
    """
    heads = _headings(style)
    above = list(titles[: style.titles])
    body, numbers = _long_lines(rows, style) if style.long else _wide_lines(rows, style)
    text = "\n".join([*above, style.separator.join(heads), *body]) + "\n"
    first = len(above) + 2
    lines: dict[int, list[int]] = {}
    for position, row in enumerate(numbers):
        lines.setdefault(int(row), []).append(first + position)
    # Windows line endings.
    return text.replace("\n", "\r\n").encode(style.encoding), lines


def codes_used(rows: pd.DataFrame) -> dict[str, list[str]]:
    """Activity codes that a long file uses, by activity."""
    used: dict[str, list[str]] = {}
    for lang, group in rows.groupby("code_language"):
        for name in ACTIVITIES:
            if (group[f"{name}_hours"] != 0).any():
                used.setdefault(name, []).append(_WORDS[str(lang)][name])
    return used


def _headings(style: Style) -> list[str]:
    heads, words = _HEADS[style.language], _WORDS[style.language]
    start = [heads["month"], heads["rep"], heads[style.account]]
    if style.long:
        return [*start, heads["activity"], heads["hours"]]
    unit = _UNITS[style.language]
    # A comma inside a heading would split the columns of a file separated by commas.
    mark = f" ({unit})" if style.separator == "," else f", {unit}"
    columns = [words[name].capitalize() + mark for name in ACTIVITIES]
    return [*start, *columns, heads["tickets"]] if style.tickets else [*start, *columns]


def _starts(rows: pd.DataFrame, style: Style) -> list[str]:
    """Cells that every line of a row begins with."""
    cells = zip(
        map(write_month, rows["month"], rows["month_way"]),
        rows["sent_rep"],
        rows["sent_account"],
        strict=True,
    )
    return [style.separator.join(found) for found in cells]


def _wide_lines(rows: pd.DataFrame, style: Style) -> tuple[list[str], np.ndarray]:
    columns = [*HOURS, TICKETS] if style.tickets else list(HOURS)
    amounts = [[_number(value, style) for value in rows[name]] for name in columns]
    cells = zip(_starts(rows, style), *amounts, strict=True)
    return [style.separator.join(found) for found in cells], rows.index.to_numpy()


def _long_lines(rows: pd.DataFrame, style: Style) -> tuple[list[str], np.ndarray]:
    """A line for each activity that took time; a row without any keeps one line of zero."""
    values = rows[list(HOURS)].to_numpy(dtype=float)
    told = values != 0
    told[~told.any(axis=1), -1] = True
    row, activity = np.nonzero(told)
    starts = _starts(rows, style)
    languages = rows["code_language"].to_list()
    lines = [
        style.separator.join(
            (starts[r], _WORDS[languages[r]][ACTIVITIES[a]], _number(values[r, a], style))
        )
        for r, a in zip(row.tolist(), activity.tolist(), strict=True)
    ]
    return lines, rows.index.to_numpy()[row]


def _number(value: float, style: Style) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if style.comma else text
