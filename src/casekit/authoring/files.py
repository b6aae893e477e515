"""Built files: what differs from those in the kit, and writing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

__all__ = ["BuildReport", "Files", "content_of", "differing", "write_built", "write_files"]

#: Content of files by their path below the kit's top folder.
Files = dict[str, bytes]


@dataclass(frozen=True)
class BuildReport:
    """What a build did; places are relative to the kit's top folder.

    Parameters
    ----------
    written
        Files that are new or changed.
    unchanged
        Files that were already what their source gives.
    removed
        Files whose source is gone.
    """

    written: tuple[PurePosixPath, ...]
    unchanged: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...] = ()


def content_of(path: Path) -> bytes | None:
    """Content of a file; None if there is none."""
    return path.read_bytes() if path.is_file() else None


def differing(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Names of the files that are missing below `root` or have another content there."""
    return [name for name, content in files.items() if content_of(root / name) != content]


def write_built(root: Path, files: Mapping[str, bytes], stale: Iterable[str] = ()) -> BuildReport:
    """Write what differs and remove what is stale.

    Parameters
    ----------
    root
        The kit's top folder.
    files
        Everything that a part of the kit consists of.
    stale
        Names of files that no source gives any more.
    """
    changed = differing(root, files)
    removed = list(stale)
    for name in removed:
        (root / name).unlink()
    write_files(root, {name: files[name] for name in changed})
    unchanged = [name for name in files if name not in set(changed)]
    places = (tuple(map(PurePosixPath, names)) for names in (changed, unchanged, removed))
    return BuildReport(*places)


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, by their path there."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
