"""Files of JSON lines that are appended to while others read or write them, or the power fails.

A line is appended by a single write, so that two processes cannot mix theirs. A line that was cut
short is skipped when reading and cannot damage the one after it.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["append_line", "parse_lines"]

#: `O_BINARY` exists on Windows only; without `O_NONBLOCK` opening a named pipe would block.
_FLAGS = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def append_line(
    path: Path, record: Mapping[str, Any], ensure_ascii: bool = False, sync: bool = False
) -> None:
    """Append a record as one line.

    Parameters
    ----------
    path
        The file; made if there is none.
    record
        What is written as a JSON object.
    ensure_ascii
        Whether other than ASCII characters are escaped, as by `json.dumps`.
    sync
        Whether the line is on the disk before this returns.

    Raises
    ------
    OSError
        If the line cannot be written whole.
    ValueError
        If the record cannot be written as JSON.
    """
    line = json.dumps(record, ensure_ascii=ensure_ascii).encode("utf-8") + b"\n"
    if _is_torn(path):
        line = b"\n" + line
    descriptor = os.open(path, _FLAGS, 0o644)
    try:
        if os.write(descriptor, line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        if sync:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def parse_lines(content: bytes) -> Iterator[dict[str, Any]]:
    r"""Records of a file's content, in their order; what is no JSON object is skipped.

    Parameters
    ----------
    content
        Bytes of the file.

    Examples
    --------
    >>> list(parse_lines(b'{"a": 1}\n{"a": 2, "b\n{"a": 3}\n'))
    [{'a': 1}, {'a': 3}]
    """
    for line in content.split(b"\n"):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _is_torn(path: Path) -> bool:
    """Whether the file ends in the middle of a line."""
    if not path.is_file() or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"
