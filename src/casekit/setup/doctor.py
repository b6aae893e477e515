"""The beginning of the doctor: what can be told without a single library. It mends nothing."""

from __future__ import annotations

import contextlib
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from casekit.setup import before, manifest
from casekit.setup.environment import EnvironmentState, look
from casekit.setup.places import ENVIRONMENT, HERE, LOCKS, NEED_MB, free_mb, mark
from casekit.setup.sources import check_sources, damaged_in_depth, listed
from casekit.setup.words import Stop, say, word

__all__ = ["examine"]

#: Free space below which saving notebooks may fail.
_LITTLE_SPACE_MB = 200

#: Name of an examination, whether it found all well, and what it found.
Finding = tuple[str, bool, str]


def examine() -> bool:
    """Examine this computer and say what was found, line by line.

    Returns
    -------
    bool
        Whether the case can be started as it stands.
    """
    well = True
    for name, sound, found in _findings():
        well &= sound
        say(f"{'✓' if sound else '✗'} {word('doctor-' + name)}: {found}")
    if not well:
        say("\n" + word("doctor-ill"))
    return well


def _findings() -> Iterator[Finding]:
    yield _tried("python", before.check_python, platform.python_version())
    yield _tried("path", before.check_folder, str(HERE))
    yield _tried("write", lambda: _write(ENVIRONMENT if ENVIRONMENT.is_dir() else HERE))
    yield _space()
    yield _tried("files", _files)
    yield from _environment()


def _tried(name: str, examination: Callable[[], object], found: str = "") -> Finding:
    """A finding of an examination that may fail: whatever went wrong is what was found."""
    try:
        examination()
    except Stop as reason:
        return name, False, str(reason)
    except OSError as error:
        return name, False, word("write", error=error)
    return name, True, found or word("doctor-yes")


def _write(folder: Path) -> None:
    """Write as a start does: into the environment, and as a reader's saved notebook would be."""
    for place in {folder, HERE}:
        with tempfile.TemporaryFile(dir=place, prefix=".casekit-") as stream:
            stream.write(b"1")


def _space() -> Finding:
    free = free_mb()
    well = free >= _LITTLE_SPACE_MB
    more = "" if well else "\n" + word("doctor-space-advice", need=_LITTLE_SPACE_MB)
    return "space", well, word("doctor-megabytes", count=free) + more


def _files() -> None:
    check_sources()
    faults = damaged_in_depth()
    if faults:
        raise Stop("files", listed=listed(faults))


def _environment() -> Iterator[Finding]:
    if not (HERE / LOCKS["lab"]).is_file():
        return  # said above
    condition = _in_depth(look("lab"))
    if condition.stage in ("none", "outdated", "broken"):
        more = ""
        if condition.stage != "outdated" and free_mb() < NEED_MB["lab"]:
            more = "\n" + word("space", free=free_mb(), need=NEED_MB["lab"])
        yield "environment", False, word(f"doctor-{condition.stage}") + more
        return
    yield "environment", True, os.path.relpath(ENVIRONMENT, HERE)
    if condition.stage == "damaged":
        yield "libraries", False, word("doctor-damaged", listed=listed(list(condition.damaged)))
    else:
        yield "libraries", True, word("doctor-whole", count=condition.files)


def _in_depth(condition: EnvironmentState) -> EnvironmentState:
    """Libraries read through as well; what is spoilt is noted, so that the next start mends it."""
    if condition.stage != "ready":
        return condition
    spoilt = manifest.spoilt_in_depth(manifest.site_packages())
    if not spoilt:
        return condition
    with contextlib.suppress(OSError):  # a kit that may only be read is told of all the same
        mark("ill").write_text(" ".join(spoilt), encoding="utf-8")
    return EnvironmentState("damaged", tuple(spoilt))
