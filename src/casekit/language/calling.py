"""How the reader called the program, so that messages name a command as it is typed there."""

from __future__ import annotations

import os

__all__ = ["PROGRAM_VARIABLE", "program"]

#: Set by `start.py` for what it starts: what its reader writes before a verb.
PROGRAM_VARIABLE = "CASEKIT_PROGRAM"
#: The command of an installed package.
_INSTALLED = "casekit"


def program() -> str:
    """What is typed before a verb: `python3 start.py` in a kit, `casekit` of a package.

    Examples
    --------
    >>> " " in f"{program()} doctor"
    True
    """
    return os.environ.get(PROGRAM_VARIABLE, "").strip() or _INSTALLED
