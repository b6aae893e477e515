"""`browser.lock`: each file that a browser's Python consists of, with the bytes it must have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.errors import InvalidArgument

__all__ = ["LOCK_FILE", "Carrier", "Lock", "LockedFile", "lock_text", "read_lock"]

LOCK_FILE = "browser.lock"

_HEAD = """\
# Python in a browser: every file that `casekit one-file` takes from elsewhere, by its bytes.
# Written by `python -m casekit.onefile.locking`; see the recipe in CONTRIBUTING.md.
"""


@dataclass(frozen=True)
class LockedFile:
    """A file of the browser's Python.

    Parameters
    ----------
    name, version
        What it belongs to, as its project names it.
    part
        `core`: Python itself; `library`: a wheel to unpack; `laboratory`: for JupyterLite alone.
    file
        Its name in the official distribution or on the index.
    sha256, size
        What it must be; size in bytes.
    licence
        As its project declares it.
    carriers
        Names of the carriers that hold it; none if it is a wheel of its own on the index.
    """

    name: str
    version: str
    part: str
    file: str
    sha256: str
    size: int
    licence: str
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Carrier:
    """A package that holds others' files byte for byte.

    Parameters
    ----------
    name, version
        Of the package.
    registry
        `pypi` or `npm`.
    inside
        Folder of the files in the package, with a slash behind it.
    sha256, size
        Of the package's own file; size in bytes.
    """

    name: str
    version: str
    registry: str
    inside: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Lock:
    """All files, and where those come from that are no wheel of their own.

    Parameters
    ----------
    pyodide, python
        Versions; of Python as "3.14".
    info
        What Pyodide's own list says of the system that wheels are compiled for.
    carriers, files
        As above.
    """

    pyodide: str
    python: str
    info: dict[str, str]
    carriers: tuple[Carrier, ...]
    files: tuple[LockedFile, ...]

    def parts(self, *names: str) -> list[LockedFile]:
        """Files of some parts."""
        return [each for each in self.files if each.part in names]

    def carrier(self, name: str) -> Carrier:
        """A carrier by its name."""
        return next(each for each in self.carriers if each.name == name)


def read_lock(root: Path) -> Lock:
    """The lock in a kit's top folder.

    Raises
    ------
    InvalidArgument
        If it is missing or damaged.
    """
    path = root / LOCK_FILE
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return Lock(
            told["pyodide"],
            told["python"],
            told["info"],
            tuple(Carrier(**each) for each in told["carrier"]),
            tuple(
                LockedFile(**{**each, "carriers": tuple(each.get("carriers", ()))})
                for each in told["file"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidArgument("one-file-lock", file=LOCK_FILE, found=str(error)) from None


def lock_text(lock: Lock) -> str:
    """The lock as it is written."""
    lines = [_HEAD, f'pyodide = "{lock.pyodide}"', f'python = "{lock.python}"']
    lines += ["", "[info]", *_fields(lock.info.items())]
    for carrier in lock.carriers:
        lines += ["", "[[carrier]]", *_fields(vars(carrier).items())]
    for file in sorted(lock.files, key=lambda each: (each.part, each.name, each.file)):
        lines += ["", "[[file]]", *_fields(vars(file).items())]
    return "\n".join(lines) + "\n"


def _fields(fields: Iterable[tuple[str, str | int | Sequence[str]]]) -> list[str]:
    lines = []
    for key, value in fields:
        if isinstance(value, tuple):
            if value:
                lines.append(f"{key} = [{', '.join(_quoted(each) for each in value)}]")
        else:
            lines.append(f"{key} = {value if isinstance(value, int) else _quoted(str(value))}")
    return lines


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
