"""What reading a file leaves to tell: a cell, a line or a column, where it stands and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """One thing to tell about a file; the audit makes a finding of it.

    Attributes
    ----------
    kind
        Kind of finding.
    lines
        Lines of the file as a text editor counts them.
    column
        Heading of the column as it stands in the file, or its letter in brackets.
    found
        What stands there.
    repair
        What it was read as, its two readings parted by a bar, or `aside`.
    """

    kind: str
    lines: Sequence[int] = ()
    column: str = ""
    found: str = ""
    repair: str = ""


#: What parts two readings of one cell.
BAR = "|"
#: How much of a long cell or line is quoted.
QUOTED = 80


def quoted(text: str) -> str:
    """A text on one line, cut where it grows long."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"
