"""The reader's folder: what cells and widgets wrote there since the page was told last."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["LARGEST_BYTES", "ReaderFiles"]

#: A larger file is no case work, and browsers keep only so much.
LARGEST_BYTES = 20 * 2**20


class ReaderFiles:
    """Files of a folder that are told when they change; notebooks are the page's own.

    Parameters
    ----------
    folder
        Where the reader's files lie. What lies there now is not told.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = self._look()

    def put(self, name: str, content: bytes) -> None:
        """Write a file that the page keeps; it is not told back."""
        if name != Path(name).name or name in ("", ".", ".."):
            raise ValueError(f"no name of a file: {name!r}")
        (self._folder / name).write_bytes(content)
        self._seen = self._look()

    def changed(self) -> dict[str, bytes]:
        """Files that are new or other than before, by name."""
        seen, self._seen = self._seen, self._look()
        return {
            name: (self._folder / name).read_bytes()
            for name, state in self._seen.items()
            if seen.get(name) != state
        }

    def _look(self) -> dict[str, tuple[int, int]]:
        found = {}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith(".ipynb"):
                    continue
                about = entry.stat()
                if entry.is_file() and about.st_size <= LARGEST_BYTES:
                    found[entry.name] = (about.st_mtime_ns, about.st_size)
        return found
