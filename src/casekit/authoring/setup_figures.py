"""Figures of the set-up that texts for IT people and instructors quote."""

from __future__ import annotations

from casekit.authoring.wheels import PYTHON
from casekit.language import number
from casekit.setup.places import (
    APP_PORT,
    DISK_MB,
    DOWNLOAD_MB,
    FILES,
    FIRST_PYTHON,
    LAB_PORT,
    LAST_PYTHON,
)

__all__ = ["setup_figures"]


def setup_figures() -> dict[str, str]:
    """What a participant's set-up takes and needs, ready to be printed."""
    return {
        "oldest_python": _version(FIRST_PYTHON),
        "newest_python": _version(LAST_PYTHON),
        "wheels_python": PYTHON,
        "download_mb": str(DOWNLOAD_MB["lab"]),
        "disk_mb": str(DISK_MB["lab"]),
        "files": number(FILES["lab"]),
        # A port is a name and no number: no space groups its digits.
        "lab_port": str(LAB_PORT),
        "app_port": str(APP_PORT),
    }


def _version(python: tuple[int, int]) -> str:
    return f"{python[0]}.{python[1]}"
