"""What has been run, line by line: the one thing that a batch goes on from after it was stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: One line for each submission that was handled; of two lines about one the later counts.
JOURNAL = "journal.jsonl"

Entry = dict[str, Any]


def append(out: Path, entry: Mapping[str, Any]) -> None:
    """Add a line and see it on the disk before anything else happens."""
    line = json.dumps(entry, ensure_ascii=True).encode("ascii") + b"\n"
    path = out / JOURNAL
    # A line that was cut short when the power went must not spoil the one after it.
    torn = path.is_file() and not _ends_whole(path)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(descriptor, (b"\n" if torn else b"") + line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def entries(out: Path) -> dict[str, Entry]:
    """The last line about each submission; what is torn is passed over."""
    found: dict[str, Entry] = {}
    path = out / JOURNAL
    if not path.is_file():
        return found
    for line in path.read_bytes().splitlines():
        try:
            entry = json.loads(line)
            found[entry["submission"]] = entry
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - 1))
        return stream.read() in (b"", b"\n")
