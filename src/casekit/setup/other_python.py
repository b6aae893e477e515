"""Libraries that came with the kit are for one Python: is it this one, or another one here?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from casekit.setup.places import VERSION, WHEELS
from casekit.setup.surroundings import clean
from casekit.setup.words import Stop, say, word

__all__ = ["packed_pythons", "python_for_wheels", "wheels_fit"]

# A wheel's name ends with its Python, its binary interface and its platform.
_COMPILED = re.compile(r"-cp3(\d+)-cp3\1-(.+)\.whl$")
_SYSTEM = {"win32": "win", "darwin": "macosx"}.get(sys.platform, "manylinux|musllinux|linux")
# What a Python that can go on prints; one without these modules is of no use.
_PROBE = "import sys, venv, ensurepip, ssl; print('%d.%d' % sys.version_info[:2])"


def packed_pythons() -> list[str]:
    """Pythons for which `wheels` holds compiled libraries of this system, the newest first."""
    found = set()
    for path in WHEELS.glob("*.whl"):
        match = _COMPILED.search(path.name)
        if match and re.search(_SYSTEM, match[2]):
            found.add(int(match[1]))
    return [f"3.{minor}" for minor in sorted(found, reverse=True)]


def wheels_fit() -> bool:
    """Whether the libraries that came along are for this Python on this system.

    A folder made for other systems only is left alone, and the internet asked instead. So is
    none at all.
    """
    compiled = any(_COMPILED.search(path.name) for path in WHEELS.glob("*.whl"))
    return VERSION in packed_pythons() or (WHEELS.is_dir() and not compiled)


def python_for_wheels() -> list[str] | None:
    """Command of another Python that is to go on, as the libraries that came along want it.

    Raises
    ------
    Stop
        If they are for other Pythons, and none of these is on this computer.
    """
    wanted = packed_pythons()
    if not wanted or wheels_fit():
        return None
    for version in wanted:
        command = _find(version)
        if command:
            say(word("other-python", wanted=version, path=" ".join(command)))
            return command
    raise Stop("wheels-other", wanted=wanted[0])


def _find(version: str) -> list[str] | None:
    """A Python of a version that can make an environment."""
    candidates = []
    if os.name == "nt":
        candidates.append(["py", f"-{version}"])
    elif sys.platform == "darwin":
        framework = f"/Library/Frameworks/Python.framework/Versions/{version}/bin/python{version}"
        candidates.append([framework])
    on_path = shutil.which(f"python{version}")
    if on_path:
        candidates.append([on_path])
    beside = Path(sysconfig.get_config_var("BINDIR") or "", f"python{version}")
    if beside.is_file():
        candidates.append([str(beside)])
    for command in candidates:
        try:
            told = subprocess.run(
                [*command, "-c", _PROBE], env=clean(), stdin=subprocess.DEVNULL,
                capture_output=True, encoding="utf-8", errors="replace", timeout=30, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            continue
        if told.stdout.strip() == version:
            return command
    return None
