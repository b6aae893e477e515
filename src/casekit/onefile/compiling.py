"""Byte code in place of sources, so that a page imports in seconds what it would parse for longer.

Needs Python's own library alone: the Python that compiles must be the very one that will run, and
where the builder's is another, this module is run by the browser's own Python, in Node.
"""

from __future__ import annotations

import io
import tarfile
import warnings
from importlib import import_module
from typing import Any

__all__ = ["compile_tar"]


def compile_tar(source: str, target: str) -> int:
    """Write a tar with byte code in place of the sources of another.

    Parameters
    ----------
    source, target
        The archives.

    Returns
    -------
    int
        How many sources were compiled; what is no valid Python stays as it is.
    """
    count = 0
    with (
        tarfile.open(source) as given,
        tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as out,
    ):
        for entry in given:
            file = given.extractfile(entry)
            content = file.read() if file is not None else b""
            place = entry.name
            if place.endswith(".py"):
                code = _compiled(content, "/" + place)
                if code is not None:
                    place, content, count = place + "c", code, count + 1
            made = tarfile.TarInfo(place)
            made.size = len(content)
            out.addfile(made, io.BytesIO(content))
    return count


def _compiled(source: bytes, place: str) -> bytes | None:
    """A module's byte code as a file without its source is read."""
    # Python has no public function that gives the bytes; `py_compile` uses this one as well.
    bootstrap: Any = import_module("importlib._bootstrap_external")
    with warnings.catch_warnings():
        # Of others' code: what a newer Python finds in it is not the reader's affair.
        warnings.simplefilter("ignore")
        try:
            code = compile(source, place, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
    return bytes(bootstrap._code_to_timestamp_pyc(code))
