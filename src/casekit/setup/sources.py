"""The kit's own files: which are gone, and which are damaged. They can only be unpacked again."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from casekit.setup.places import HERE, LOCKS, SOURCE, mark
from casekit.setup.words import Stop, word

__all__ = ["CONTENTS", "check_sources", "damaged_in_depth", "listed", "write_down_sources"]

#: What a participant's pack was made with: size, checksum and path, a line each.
CONTENTS = SOURCE / "setup" / "contents.txt"
#: As many files are named; the others are counted.
_NAMED = 3


def _shipped() -> Iterator[tuple[int, str, str]]:
    if CONTENTS.is_file():
        for line in CONTENTS.read_text(encoding="utf-8").splitlines():
            size, digest, path = line.split(" ", 2)
            yield int(size), digest, path


def _recorded() -> dict[str, list[int]]:
    try:
        return dict(json.loads(mark("sources").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _standing() -> dict[str, list[int]]:
    """Path below the kit's folder to size and time of change."""
    found = {}
    for folder, names, files in os.walk(SOURCE):
        # Libraries that a developer has fetched to build the board's module are none of ours.
        names[:] = [name for name in names if name not in ("__pycache__", "node_modules")]
        for name in files:
            path = Path(folder, name)
            told = path.stat()
            found[path.relative_to(HERE).as_posix()] = [told.st_size, told.st_mtime_ns]
    return found


def write_down_sources() -> None:
    """Remember the package as it is at the end of a set-up."""
    mark("sources").write_text(json.dumps(_standing()), encoding="utf-8")


def check_sources(needed: str = "pyproject.toml") -> None:
    """Stop with words if a file of the package is gone or damaged.

    Raises
    ------
    Stop
        If the archive has to be unpacked once more.
    """
    faults = [("gone", name) for name in ("pyproject.toml", LOCKS["lab"], needed) if not _is(name)]
    shipped = {path: size for size, _, path in _shipped() if path.startswith("src/")}
    recorded = _recorded()
    standing = _standing()
    expected = shipped or {path: size for path, (size, _) in recorded.items()}
    gone = [path for path in expected if path not in standing]
    if gone and not shipped:
        gone = _lost_from_git(gone)
    faults += [("gone", path) for path in gone]
    for path, told in standing.items():
        if recorded.get(path) != told and _is_damaged(HERE / path, expected.get(path, 1)):
            faults.append(("damaged", path))
    if faults:
        raise Stop("files", listed=listed([word(key, file=file) for key, file in faults]))
    if recorded and recorded != standing:
        try:
            write_down_sources()
        except OSError:  # a kit that may only be read is looked through again next time
            return


def _is(name: str) -> bool:
    return (HERE / name).is_file()


def _lost_from_git(paths: list[str]) -> list[str]:
    """Of files that were there before, those that a developer has not taken out on purpose."""
    if not (HERE / ".git").exists():
        return paths
    try:
        told = subprocess.run(
            ["git", "ls-files", "-z", "--deleted", "--", "src"],
            cwd=HERE, capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return paths
    return [path for path in paths if path in told.stdout.split("\0")]


def _is_damaged(path: Path, size: int) -> bool:
    """Whether a file that changed can no longer be used at all."""
    content = path.read_bytes()
    if not content:
        return size > 0 and path.name != "__init__.py" and path.name != "py.typed"
    if path.suffix != ".py":
        return path.suffix == ".ftl" and b"\0" in content
    try:
        compile(content, str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return True
    return False


def damaged_in_depth() -> list[str]:
    """Files of a pack that are gone or are not, byte for byte, what was packed."""
    faults = []
    for _, digest, path in _shipped():
        try:
            content = (HERE / path).read_bytes()
        except OSError:
            faults.append(word("gone", file=path))
            continue
        if hashlib.sha256(content).hexdigest() != digest:
            faults.append(word("damaged", file=path))
    return faults


def listed(items: list[str]) -> str:
    """A few of many, and how many more there are."""
    more = [word("and-more", count=len(items) - _NAMED)] if len(items) > _NAMED else []
    return ", ".join([*items[:_NAMED], *more])
