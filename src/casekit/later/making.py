"""Having the months made by a process of its own: no notebook holds the generator."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from casekit.errors import DataError
from casekit.model import Plan

__all__ = ["can_make", "make"]

#: The module of that process; a participant's pack has neither it nor the generator.
_MAKER, _GENERATOR = "casekit.grading.alone", "casekit.world"
#: Exit code of another company than the kit's own.
_ANOTHER = 4
#: It takes some five seconds.
_SECONDS = 300


def can_make() -> bool:
    """Whether this kit can make months."""
    rooms = (_MAKER.rpartition(".")[0], _GENERATOR)
    return all(find_spec(room) is not None for room in rooms)


def make(folder: Path, plan: Plan, company: str, luck: int | None) -> bool:
    """Make the files of a plan in a folder; False where the company is not the kit's own.

    Raises
    ------
    DataError
        If the process failed; the message holds the last it said.
    """
    asked = json.dumps({"plan": plan.to_plain(), "company": company, "luck": luck})
    package = Path(__file__).resolve().parents[2]
    paths = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-m", _MAKER, str(folder)],
            input=asked,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
            # Windows would open a console of its own for a moment.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise DataError("later-not-made", reason=type(error).__name__) from error
    if done.returncode == _ANOTHER:
        return False
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise DataError("later-not-made", reason=lines[-1][:200] if lines else "?")
    return True
