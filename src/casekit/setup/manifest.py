"""What was installed, written down file by file, and what of it is gone or cut short since."""

from __future__ import annotations

import base64
import contextlib
import csv
import hashlib
import json
import marshal
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from casekit.setup.places import ENVIRONMENT, mark
from casekit.setup.pruning import is_needed

__all__ = [
    "canonical", "differing", "infos", "is_whole", "name_of", "owners_of", "remove",
    "site_packages", "spoilt_in_depth", "write_down",
]  # fmt: skip

#: Folder inside the environment to its files and their sizes.
Folders = dict[str, dict[str, int]]


def site_packages() -> Path:
    """Where the environment keeps its libraries."""
    if os.name == "nt":
        return ENVIRONMENT / "Lib" / "site-packages"
    config = (ENVIRONMENT / "pyvenv.cfg").read_text(encoding="utf-8")
    version = re.search(r"(?m)^version(?:_info)? *= *(3\.\d+)", config)
    return ENVIRONMENT / "lib" / f"python{version[1] if version else '3'}" / "site-packages"


def infos(site: Path) -> list[Path]:
    """Folders in which the libraries describe themselves."""
    return sorted(site.glob("*.dist-info"))


def name_of(info: Path) -> str:
    """Name of a library, as locks write it."""
    return canonical(info.name.removesuffix(".dist-info").partition("-")[0])


def canonical(name: str) -> str:
    """A library's name in the one form that is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _rows(info: Path) -> Iterator[tuple[str, str, str]]:
    """Path, size and checksum of each file that a library says it has."""
    with (info / "RECORD").open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream):
            if row:
                path, digest, size = (*row, "", "")[:3]
                yield path, size, digest


def is_whole(info: Path) -> bool:
    """Whether all files of a library are there in full; what was taken out on purpose is not."""
    try:
        if not (info / "METADATA").stat().st_size:
            return False
        for path, size, _ in _rows(info):
            if is_needed(path) and (info.parent / path).stat().st_size != int(size or -1) and size:
                return False
    except (OSError, ValueError, UnicodeError, csv.Error):
        return False
    return True


def spoilt_in_depth(site: Path) -> list[str]:
    """Libraries of which a file has its size but not its content, as after a loss of power."""
    return [
        name_of(info)
        for info in infos(site)
        if any(digest and _digest(site / path) != digest for path, _, digest in _rows(info))
    ]


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").digest()
    return "sha256=" + base64.urlsafe_b64encode(found).rstrip(b"=").decode()


def remove(site: Path, names: Iterable[str]) -> None:
    """Take libraries out with all that is written down as theirs, so that pip brings them anew."""
    doomed = {canonical(name) for name in names}
    for path, owner in _owners().items():
        if owner in doomed:
            (ENVIRONMENT / path).unlink(missing_ok=True)
    for info in infos(site):
        if name_of(info) in doomed:
            shutil.rmtree(info)


def write_down(site: Path, python: str) -> None:
    """Write down what stands in the environment now."""
    folders: Folders = {}
    owners: dict[str, str] = {}
    # Inside, paths are written by hand: ten thousand of pathlib's would take a second.
    base = str(ENVIRONMENT)
    for info in infos(site):
        name = name_of(info)
        for path, _, _ in _rows(info):
            full = os.path.normpath(os.path.join(site, path))  # noqa: PTH118
            _note(folders, base, full)
            owners[os.path.relpath(full, base).replace(os.sep, "/")] = name
    for folder in list(folders):
        cache = os.path.join(base, folder, "__pycache__")  # noqa: PTH118
        if os.path.isdir(cache):  # noqa: PTH112
            for entry in os.scandir(cache):
                _note(folders, base, entry.path)
    _note(folders, base, str(ENVIRONMENT / "pyvenv.cfg"))
    _save(mark("owners"), owners)
    _save(mark("files"), {"python": python, "folders": folders})


def _note(folders: Folders, base: str, full: str) -> None:
    folder, name = os.path.split(os.path.relpath(full, base))
    folders.setdefault(folder.replace(os.sep, "/"), {})[name] = os.stat(full).st_size  # noqa: PTH116


def _save(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")


def differing(folders: Folders) -> list[str]:
    """Files that are gone or have another size than was written down.

    Compiled twins of modules are no reason to complain: one that cannot be read is removed, and
    Python makes it anew.
    """
    base, wrong = str(ENVIRONMENT), []
    for folder, expected in folders.items():
        place = f"{base}/{folder}" if folder else base
        try:
            with os.scandir(place) as entries:
                found = {
                    each.name: each.stat().st_size for each in entries if each.name in expected
                }
        except OSError:
            found = {}
        if found != expected:
            names = [name for name in expected if found.get(name) != expected[name]]
            wrong += [f"{folder}/{name}".lstrip("/") for name in names if not _is_twin(place, name)]
    return wrong


def _is_twin(place: str, name: str) -> bool:
    """Whether a file is a compiled twin; one cut short would stop its module, so it goes."""
    if not name.endswith(".pyc"):
        return False
    path = Path(place, name)
    if path.is_file():
        try:
            marshal.loads(path.read_bytes()[16:])
        except (EOFError, ValueError, TypeError):
            with contextlib.suppress(OSError):  # of a kit that may only be read nothing can go
                path.unlink()
    return True


def _owners() -> dict[str, str]:
    try:
        return dict(json.loads(mark("owners").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def owners_of(paths: Iterable[str]) -> list[str]:
    """Libraries that files belong to; what belongs to none is the environment's own."""
    owners = _owners()
    return sorted({owners.get(path, "venv") for path in paths})
