"""What an attacker knows of the computer that marks it: places, numbers, names.

An attack is not left to guess. It is told where the key, the other submissions, the home folder
and the grader's processes are; all that stands in its way is the grader.
"""

from __future__ import annotations

import os
import site
import sys
from pathlib import Path

from zoo.solved import ROOT, Solved

__all__ = ["CANARY", "environment", "home", "key", "others", "processes", "sites"]

#: Environment variable for whoever runs the zoo to set before grading; no cell may find it.
CANARY = "CASEKIT_ZOO_CANARY"


def key(folder: Path, solved: Solved) -> dict[str, list[str]]:
    """Where the key and everything solved lies."""
    solutions = solved.root / "solutions"
    return {
        "places": [
            str(solutions / name)
            for name in ("key.py", "facts.csv", "en/01_the_company.ipynb", "01_the_company.py")
        ],
        "sealed": [str(solved.root / "data" / "sealed.json")],
    }


def others(folder: Path, solved: Solved) -> str:
    """The folder of all submissions."""
    return str(folder.resolve())


def home(folder: Path, solved: Solved) -> list[str]:
    """Files of the instructor's home folder which the interpreter does not need."""
    needed = {Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve(), ROOT}
    try:
        entries = sorted(Path.home().iterdir())
    except OSError:
        return []
    return [
        str(path)
        for path in entries
        if not any(each.is_relative_to(path.resolve()) for each in needed)
    ][:50]


def environment(folder: Path, solved: Solved) -> str:
    """Name of the variable that no cell may find."""
    return CANARY


def processes(folder: Path, solved: Solved) -> dict[str, object]:
    """Numbers of the processes that lead to the grader, and the name space they count in."""
    try:
        space = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        space = ""
    return {"ids": [os.getpid(), os.getppid()], "space": space}


def sites(folder: Path, solved: Solved) -> list[str]:
    """Folders from which every Python here loads modules, and the kit's own."""
    return [*site.getsitepackages(), str(ROOT / "src" / "casekit"), str(ROOT / "data")]
