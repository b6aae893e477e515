"""Notes of reading a file: a cell, a line or a column, its place and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """A note about a file; the audit turns it into a finding.

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
        Value it was read as, two readings separated by a bar, or `aside`.
    """

    kind: str
    lines: Sequence[int] = ()
    column: str = ""
    found: str = ""
    repair: str = ""


#: Separator of two readings of a cell.
BAR = "|"
#: Most characters of a cell or line that are quoted.
QUOTED = 80


def quoted(text: str) -> str:
    """A text on one line, truncated if long."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"
