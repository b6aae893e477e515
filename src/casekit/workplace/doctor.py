"""The doctor: what works on this computer, and what to do about what does not."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from casekit import language
from casekit.errors import CasekitError
from casekit.workplace.kit import kit_folder
from casekit.workplace.lab import kernel_encryption

#: Free space below which saving notebooks may fail.
_LITTLE_SPACE_MB = 200

#: How long a healthy kernel may take to answer, in seconds.
_KERNEL_PATIENCE = 60


@dataclass(frozen=True)
class Examination:
    """What one examination found.

    Parameters
    ----------
    name
        Key of the examination: texts `doctor-NAME`, and `doctor-NAME-advice` for a fault.
    well
        Whether it works.
    found
        What was found, already a fact (a version, a path) rather than a sentence.
    """

    name: str
    well: bool
    found: str
    facts: dict[str, Any] = field(default_factory=dict)


def examine(data: str | None = None) -> Iterator[Examination]:
    """Examine this computer; findings come as they are made.

    Parameters
    ----------
    data
        Folder of company tables to examine; the kit's own if left out.

    Yields
    ------
    Examination
        Python, packages, kit, space, font, kernel, data, and where the kit grades, how runs are
        started and walled in: in this order.
    """
    yield Examination("python", sys.version_info >= (3, 11), platform.python_version())
    yield _packages()
    yield _guarded("kit", lambda: str(kit_folder()))
    yield _space()
    yield _font()
    yield _guarded("kernel", _kernel_answer)
    yield _guarded("data", lambda: _company(data))
    # What grading needs is added when somebody first grades.
    if find_spec("casekit.grading") and find_spec("papermill"):
        yield _grading()


def _packages() -> Examination:
    """Every package that casekit asks for is here in a version it accepts."""
    from packaging.requirements import Requirement

    faults = []
    for line in metadata.requires("casekit") or ():
        wanted = Requirement(line)
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        try:
            version = metadata.version(wanted.name)
        except metadata.PackageNotFoundError:
            faults.append(f"{wanted.name} -")
            continue
        if not wanted.specifier.contains(version, prereleases=True):
            faults.append(f"{wanted.name} {version} ({wanted.specifier})")
    shown = ("jupyterlab", "pandas", "matplotlib", "ipywidgets")
    found = ", ".join(faults) or ", ".join(f"{name} {metadata.version(name)}" for name in shown)
    return Examination("packages", not faults, found)


def _space() -> Examination:
    free_mb = shutil.disk_usage(Path.cwd()).free // 1_000_000
    return Examination(
        "space", free_mb >= _LITTLE_SPACE_MB, language.text("doctor-megabytes", count=free_mb)
    )


def _font() -> Examination:
    """The charts' font is here and holds Cyrillic letters."""
    from matplotlib import font_manager, ft2font

    from casekit.charts.style import FONT

    path = font_manager.findfont(FONT)
    letters = ft2font.FT2Font(path).get_charmap()
    return Examination("font", all(ord(letter) in letters for letter in "Жя₽"), Path(path).name)


def _kernel_answer() -> str:
    """Start a kernel as JupyterLab does, ask it for its Python, and stop it."""
    from jupyter_client.manager import KernelManager

    manager = KernelManager(transport_encryption=kernel_encryption())
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=_KERNEL_PATIENCE)
        code = "import sys; print(sys.version.split()[0], end='')"
        answers: list[str] = []
        client.execute_interactive(
            code,
            timeout=_KERNEL_PATIENCE,
            output_hook=lambda message: answers.append(message["content"].get("text", "")),
        )
        return f"Python {''.join(answers)}"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _company(data: str | None) -> str:
    from casekit.company import load_case

    return repr(load_case(data))


def _guarded(name: str, look: Callable[[], str]) -> Examination:
    """A finding for a look that may fail: whatever went wrong is what was found."""
    try:
        return Examination(name, True, look())
    except CasekitError as error:
        return Examination(name, False, str(error))
    except Exception as error:  # the doctor must survive every illness to name it
        return Examination(name, False, f"{type(error).__name__}: {error}")


def _grading() -> Examination:
    """How this computer grades. Without walls it still works for all else, so it is no fault."""
    from casekit.grading.sandbox.lockdown import why_unsandboxed

    start = language.text("doctor-warm" if hasattr(os, "fork") else "doctor-cold")
    missing = why_unsandboxed()
    walls = language.text("doctor-no-walls", why=missing) if missing else ""
    return Examination("grading", True, f"{start}; {walls or language.text('doctor-walls')}")
