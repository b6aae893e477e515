"""What an attacker knows of the computer that marks it: places, numbers, names.

An attack is not left to guess. It is told where the key, the other submissions, the home folder
and the grader's processes are; all that stands in its way is the grader. Where nothing stands in
its way it must still do no harm to whoever tries it: it looks for what the zoo itself has laid
out, a variable, a server, a folder, and tells of a place and never of what stands there.
"""

from __future__ import annotations

import atexit
import os
import site
import socket
import sys
from functools import cache
from pathlib import Path

from zoo.solved import ROOT, Solved

__all__ = ["CANARY", "environment", "home", "key", "others", "processes", "servers", "sites"]

#: Environment variable for whoever runs the zoo to set before grading; no cell may find it.
CANARY = "CASEKIT_ZOO_CANARY"


def key(folder: Path, solved: Solved) -> dict[str, list[str]]:
    """Where the key and everything solved lies."""
    solutions = solved.root / "solutions"
    return {
        "places": [
            str(solutions / name)
            for name in (
                "questions/03_what_the_hours_bring.py",
                "facts.csv",
                "en/01_the_company.ipynb",
                "01_the_company.py",
            )
        ],
        "sealed": [str(solved.root / "data" / name) for name in ("sealed.json", "reveals.json")],
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


def servers(folder: Path, solved: Solved) -> dict[str, object]:
    """Where two servers of this process listen: a port of this computer and an abstract name."""
    port, name = _listening()
    try:
        space = str(Path("/proc/self/ns/net").readlink())
    except OSError:
        space = ""
    return {"port": port, "name": name, "space": space}


@cache
def _listening() -> tuple[int, str]:
    """Open both servers, once and until this process ends; they answer nobody."""
    plain = socket.create_server(("127.0.0.1", 0))
    atexit.register(plain.close)
    name = f"\0casekit-zoo-{os.getpid()}"
    if sys.platform == "linux":
        abstract = socket.socket(socket.AF_UNIX)
        abstract.bind(name)
        abstract.listen()
        atexit.register(abstract.close)
    return int(plain.getsockname()[1]), name


def sites(folder: Path, solved: Solved) -> list[str]:
    """Folders from which every Python here loads modules, and the kit's own."""
    return [*site.getsitepackages(), str(ROOT / "src" / "casekit"), str(ROOT / "data")]
