"""Where things lie, and the few numbers that the set-up is told by."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = [
    "DOWNLOAD_MB", "ENVIRONMENT", "EXAMINED_VARIABLE", "FIRST_PYTHON", "HERE",
    "INSTRUCTORS_VERBS", "KINDS", "LAST_PYTHON", "LOCKS", "LONGEST_INSIDE", "NEED_MB", "PYTHON",
    "SITE", "SOURCE", "VERSION", "WHEELS", "free_mb", "kind_of", "kinds_within", "mark",
]  # fmt: skip

#: Tells the case's own doctor that `start.py` has looked at Python and at the disk already.
EXAMINED_VARIABLE = "CASEKIT_EXAMINED"
#: The kit's top folder, where start.py lies.
HERE = Path(__file__).resolve().parents[3]
SOURCE = HERE / "src" / "casekit"
#: All that the set-up writes: deleting it undoes the set-up.
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT.joinpath(
    *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python"))
)
#: Libraries that came with the kit, for a room without internet.
WHEELS = HERE / "wheels"
SITE = "https://www.python.org/downloads/"

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
#: Pythons for which every library of the locks has a wheel.
FIRST_PYTHON, LAST_PYTHON = (3, 11), (3, 14)

#: What may be set up, each with all that the ones before it hold.
KINDS = ("lab", "instructor", "test")
LOCKS = {
    "lab": "requirements.lock",
    "instructor": "requirements-instructor.lock",
    "test": "requirements-test.lock",
}
#: Verbs that need what only those who make and mark the case need.
INSTRUCTORS_VERBS = ("build", "carry-on", "grade", "one-file", "pack", "room", "serve", "variant")
# Measured: what is fetched, and what a set-up needs on the disk while it goes on.
DOWNLOAD_MB = {"lab": 130, "instructor": 135, "test": 230}
DISK_MB, FILES = {"lab": 360}, {"lab": 10_500}
NEED_MB = {"lab": 700, "instructor": 750, "test": 1400}
#: JupyterLab, the board as a page and the room take the first free port from these on.
LAB_PORT, APP_PORT, ROOM_PORT = 8888, 8866, 8844
#: Letters of the longest path inside the kit's folder that a set-up writes.
LONGEST_INSIDE = 165


def kind_of(verb: str) -> str:
    """The set-up that a verb needs; a participant's pack has no instructor's verbs."""
    if verb == "test":
        return "test"
    whole = (HERE / LOCKS["instructor"]).is_file()
    return "instructor" if verb in INSTRUCTORS_VERBS and whole else "lab"


def kinds_within(kind: str) -> tuple[str, ...]:
    """The kinds that a set-up of this kind serves."""
    return KINDS[: KINDS.index(kind) + 1]


def mark(name: str) -> Path:
    """A file of the set-up's own, inside the environment."""
    return ENVIRONMENT / f"setup.{name}"


def free_mb() -> int:
    """Room on the kit's disk."""
    import shutil

    return shutil.disk_usage(HERE).free >> 20
