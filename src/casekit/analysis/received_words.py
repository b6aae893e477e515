"""Words that regions use: what their headings mean, in which unit, and what a total is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from casekit.company import ACTIVITIES

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
#: Columns that hold hours when each activity has its own.
WIDE_AMOUNTS = (*ACTIVITIES, TICKETS)
#: Columns that say whose line it is.
KEYS = ("month", "rep", "account", "account_name", "number")

#: What regions call the columns. An activity's word is the column of its hours.
HEADINGS: dict[str, str] = {
    **ACTIVITY_WORDS,
    **{f"{name}_hours": name for name in ACTIVITIES},
    "month": "month",
    "period": "month",
    "date": "month",
    "месяц": "month",
    "период": "month",
    "дата": "month",
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
    "№": "number",
    "number": "number",
    "номер": "number",
}

_HOUR_WORDS = "h hr hrs hour hours ч час часа часы часов".split()  # noqa: SIM905
_MINUTE_WORDS = "m min mins minute minutes м мин минута минуты минут".split()  # noqa: SIM905
#: Additions to a heading of hours without meaning.
_HARMLESS_WORDS = (
    "actual fact worked total per a in факт отработано всего в за".split()  # noqa: SIM905
)
_TOTAL = re.compile(r"(grand |sub-?)?totals?\b|sum\b|итого\b|всего\b|сумма\b|итог\b")


def meaning(head: str) -> str:
    """Column a heading stands for, or the heading itself in small letters.

    Examples
    --------
    >>> meaning("Удержание, ч"), meaning("Retention (h)"), meaning("Mood")
    ('retention', 'retention', 'mood')
    """
    words, _ = _split(head)
    found = HEADINGS.get(words, words)
    amount = found in WIDE_AMOUNTS or found == "hours"
    # A column of plan, shares or days is no column of hours, whatever it is called.
    return " ".join(head.lower().split()) if amount and unit(head) == "other" else found


def unit(head: str) -> str:
    """Unit that a heading states: `hours`, also when it states none; `minutes`; or `other`.

    Examples
    --------
    >>> unit("Сервис, мин"), unit("Service"), unit("Service (plan)")
    ('minutes', 'hours', 'other')
    """
    first = (_split(head)[1].replace(".", " ").replace("/", " ").split() or [""])[0]
    if first in _MINUTE_WORDS:
        return "minutes"
    return "hours" if first in ("", *_HOUR_WORDS, *_HARMLESS_WORDS) else "other"


def is_minutes(head: str) -> bool:
    """Whether a heading over other headings says that all below are minutes."""
    return bool(head.split()) and head.lower().split()[0].strip(".,:()") in _MINUTE_WORDS


def total_at(cells: Sequence[str]) -> int | None:
    """Which of the cells that say whose a line is calls it a sum of others; None if none does.

    A client may be called "Total Energies": such a word marks a total only if it stands alone or a
    neighbouring cell is empty.

    Examples
    --------
    >>> total_at(["Итого по отделу", "", ""]), total_at(["2025-03", "R1", "Total Energies"])
    (0, None)
    """
    for at, cell in enumerate(cells):
        found = _total(cell)
        if found == "alone" or (found and not all(map(str.strip, cells))):
            return at
    return None


@lru_cache(maxsize=4096)
def _total(cell: str) -> str:
    words = cell.strip().lower().rstrip(":.")
    found = _TOTAL.match(words)
    return "" if not found else "alone" if found[0] == words else "first"


def column_letter(position: int) -> str:
    """Letter under which a spreadsheet shows a column; positions count from zero.

    Examples
    --------
    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _split(head: str) -> tuple[str, str]:
    """A heading's words, and what stands behind a comma or in brackets."""
    words = " ".join(head.replace('"', " ").lower().split())
    found = re.match(r"([^,(]*)[,(]?(.*)", words)
    name, behind = found.groups() if found else (words, "")
    return name.strip(), behind.strip(" ()")
