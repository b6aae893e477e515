"""The kit's own folder."""

from __future__ import annotations

from pathlib import Path

from casekit.errors import InvalidArgument
from casekit.notebook import is_kit


def kit_folder() -> Path:
    """Top folder of the kit: the one we stand in or below, else the one this package runs from.

    Raises
    ------
    InvalidArgument
        If neither holds notebooks.
    """
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[3]):
        if is_kit(folder):
            return folder
    raise InvalidArgument("kit-not-found", folder=str(here))
