"""Faults of a company's tables, and a readable report of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from casekit import language

#: Rows quoted for each kind of fault in a column; the rest are counted.
QUOTED_ROWS = 3


@dataclass(frozen=True)
class Fault:
    """One fault.

    Parameters
    ----------
    key
        Kind of fault; texts `fault-KEY` say what is allowed and what to do.
    table
        Table's name, or a file's.
    column
        Column's name; empty when the whole table is meant.
    row
        Line of the file as a spreadsheet numbers it (the header is line 1); 0 for none.
    found
        What stands there.
    facts
        What else the text names.
    """

    key: str
    table: str
    column: str = ""
    row: int = 0
    found: str = ""
    facts: dict[str, Any] = field(default_factory=dict, hash=False)


def report(faults: Sequence[Fault]) -> str:
    """All faults in words, in the reader's language, grouped by kind.

    Every kind of fault in every column is named; the first few rows are quoted and the rest
    counted, which keeps the report short.
    """
    lines: list[str] = []
    for table, group in groupby(_ordered(faults), key=lambda fault: fault.table):
        lines.append(f"\n{table}.csv")
        for _, alike in groupby(group, key=lambda fault: (fault.column, fault.key)):
            lines.extend(_told(list(alike)))
    return "\n".join(lines).strip("\n")


def _ordered(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.table, fault.column, fault.key, fault.row))


def _told(alike: list[Fault]) -> list[str]:
    first = alike[0]
    advice = language.text(f"fault-{first.key}", found=first.found, **first.facts)
    where = f"{first.column}: " if first.column else ""
    lines = [f"  {where}{advice}"]
    rows = [fault for fault in alike if fault.row]
    for fault in rows[:QUOTED_ROWS]:
        lines.append("    " + language.text("fault-row", row=str(fault.row), found=fault.found))
    if len(rows) > QUOTED_ROWS:
        lines.append("    " + language.text("fault-more-rows", count=len(rows) - QUOTED_ROWS))
    return lines
