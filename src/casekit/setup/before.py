"""What can be said before anything is downloaded: this Python, this folder, this disk."""

from __future__ import annotations

import importlib
import os
import sys

from casekit.setup.places import (
    FIRST_PYTHON,
    HERE,
    LAST_PYTHON,
    LONGEST_INSIDE,
    NEED_MB,
    VERSION,
    free_mb,
)
from casekit.setup.words import Stop, example

__all__ = ["LONGEST_FOLDER", "check_folder", "check_python", "check_room"]

#: Longest path of the kit's folder for a Windows that takes 259 letters, as it does unless it was
#: told otherwise.
LONGEST_FOLDER = 259 - LONGEST_INSIDE - 1


def check_python() -> None:
    """Stop if this Python cannot make or run the environment."""
    for module in ("venv", "ensurepip"):
        if not _has(module):
            raise Stop("module", module=module)
    if not _has("ssl"):
        raise Stop("no-ssl", program=sys.executable)
    if sys.maxsize <= 2**32:
        raise Stop("bits")
    if sys.version_info[:2] > LAST_PYTHON:
        again = f"py -{example()} start.py" if os.name == "nt" else f"python{example()} start.py"
        raise Stop("too-new", again=again)
    assert f"3.{FIRST_PYTHON[1]}" <= VERSION, "start.py has looked at this"


def _has(module: str) -> bool:
    """Whether a module of Python's own is there; some are files that fail when they are used."""
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


def check_folder() -> None:
    """Stop if the kit lies where the set-up or the notebooks' sliders would fail."""
    if "[" in str(HERE) or "]" in str(HERE):
        raise Stop("brackets")
    letters = len(str(HERE))
    if os.name == "nt" and letters > LONGEST_FOLDER and not _takes_long_paths():
        raise Stop("long", letters=letters, most=LONGEST_FOLDER)


def _takes_long_paths() -> bool:
    """Whether this Windows was told to take paths of any length."""
    if sys.platform != "win32":
        return True
    import winreg

    try:
        place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def check_room(kind: str) -> None:
    """Stop if the disk has too little room for a set-up."""
    if free_mb() < NEED_MB[kind]:
        raise Stop("space", free=free_mb(), need=NEED_MB[kind])
