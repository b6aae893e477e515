"""Reading of the company's files by a path that only the author's computer has.

A notebook may read `C:/Users/Anna/case/data/reports.csv`. On the grader's computer there is no
such file; the company's table of that name, of whatever company the run is on, stands for it.
"""

from __future__ import annotations

import builtins
import functools
import io
import os
import re
from pathlib import Path
from typing import Any

from IPython.core import interactiveshell

_BETWEEN = re.compile(r"[\\/]+")


def serve_company(data: str) -> None:
    """Let `open` fall back to the company's files, for good: this process runs one notebook.

    Parameters
    ----------
    data
        Folder of the company; nothing is done if empty.
    """
    if not data:
        return
    top = Path(data)
    files = {
        path.relative_to(top).as_posix(): str(path) for path in top.rglob("*") if path.is_file()
    }
    plain_open = io.open

    @functools.wraps(plain_open)
    def open_or_serve(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
        try:
            return plain_open(file, mode, *args, **named)
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            found = _served(file, files) if set("wax+").isdisjoint(mode) else None
            if found is None:
                raise
        return plain_open(found, mode, *args, **named)

    # `pathlib` opens by the second, a cell's own `open` by the third.
    builtins.open = open_or_serve
    io.open = open_or_serve
    interactiveshell.io_open = open_or_serve


def _served(file: Any, files: dict[str, str]) -> str | None:
    """The company's file that a path means by its end: `received/north.csv` or `reports.csv`."""
    try:
        path = os.fspath(file)
    except TypeError:
        return None
    if not isinstance(path, str):
        return None
    parts = _BETWEEN.split(path)
    ends = ("/".join(parts[-count:]) for count in (2, 1))
    return next((files[end] for end in ends if end in files), None)
