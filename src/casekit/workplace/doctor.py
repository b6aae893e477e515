"""The doctor: what works on this computer, and what to do about what does not.

Nothing is taken for granted: libraries are imported and a kernel and JupyterLab started, each in
a process of its own, which may die without taking the doctor along.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from casekit import language
from casekit.errors import CasekitError
from casekit.setup.places import EXAMINED_VARIABLE
from casekit.workplace import environment, trials
from casekit.workplace.kit import kit_folder

#: Free space below which saving notebooks may fail.
_LITTLE_SPACE_MB = 200


@dataclass(frozen=True)
class Examination:
    """What one examination found.

    Parameters
    ----------
    name
        Key of the examination: texts `doctor-NAME`, and `doctor-NAME-advice` for a fault where
        what was found does not say itself what to do.
    well
        Whether it works.
    found
        What was found: a fact (a version, a path), or what went wrong in words.
    """

    name: str
    well: bool
    found: str


def examine(data: str | None = None) -> Iterator[Examination]:
    """Examine this computer; findings come as they are made, whatever is broken.

    Parameters
    ----------
    data
        Folder of company tables to examine; the kit's own if left out.

    Yields
    ------
    Examination
        Python, space, packages, kit, folders to write, font, data, kernel, JupyterLab, and where
        the kit grades, how runs are started and walled in: in this order. `start.py` has told
        the first two by itself. Nothing is told that rests on a broken package, or on a
        folder that takes no file.
    """
    if os.environ.get(EXAMINED_VARIABLE) != "1":
        yield Examination("python", sys.version_info >= (3, 11), platform.python_version())
        yield _guarded("space", _space)
    packages = _guarded("packages", trials.packages)
    yield packages
    yield _guarded("kit", lambda: str(kit_folder()))
    places = _guarded("places", _places)
    yield places
    if not packages.well:
        return
    yield _guarded("font", trials.font)
    yield _guarded("data", lambda: _company(data))
    if places.well:
        yield _guarded("kernel", trials.kernel)
        yield _guarded("lab", trials.lab)
    # What grading needs is added when somebody first grades.
    if find_spec("casekit.grading") and find_spec("papermill"):
        yield _guarded("grading", _grading)


def _guarded(name: str, look: Callable[[], str]) -> Examination:
    """A finding for a look that may fail: whatever went wrong is what was found."""
    try:
        return Examination(name, True, look())
    except (CasekitError, trials.TrialFailure) as error:
        return Examination(name, False, str(error))
    except Exception as error:  # the doctor must survive every illness to name it
        return Examination(name, False, f"{type(error).__name__}: {error}")


def _space() -> str:
    free_mb = shutil.disk_usage(Path.cwd()).free // 1_000_000
    found = language.text("doctor-megabytes", count=free_mb)
    if free_mb < _LITTLE_SPACE_MB:
        raise trials.TrialFailure(found)
    return found


def _places() -> str:
    """The folders that JupyterLab and its readers write into take a file."""
    notebooks = kit_folder() / "notebooks" / language.current()
    environment.try_writing(notebooks)
    environment.prepare()
    return str(notebooks)


def _company(data: str | None) -> str:
    from casekit.company import load_case

    return repr(load_case(data))


def _grading() -> str:
    """How this computer grades. Without walls it still works for all else, so it is no fault."""
    from casekit.grading.sandbox.lockdown import why_unsandboxed

    start = language.text("doctor-warm" if hasattr(os, "fork") else "doctor-cold")
    missing = why_unsandboxed()
    walls = language.text("doctor-no-walls", why=missing) if missing else ""
    return f"{start}; {walls or language.text('doctor-walls')}"
