"""Comparison of files in the kit with those that their sources give."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import zip_longest
from typing import Any

__all__ = ["WHOLE", "everything", "first_difference", "inputs", "results", "same_file"]

#: Position of a difference that is in no cell.
WHOLE = -1

#: A picture inside a web page.
_INLINE_PICTURE = re.compile(rb"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")

Cell = dict[str, Any]


def first_difference(built: bytes, standing: bytes, by: Callable[[Cell], Cell]) -> int | None:
    """Position of the first cell in which two notebooks differ, if any.

    Parameters
    ----------
    built
        Content of the notebook's file as its source gives it now.
    standing
        Content of the file in the kit.
    by
        What of a cell counts: `inputs`, `results` or `everything`.

    Returns
    -------
    int or None
        Position counted from 0, `WHOLE` for what lies in no cell, None if nothing differs.
    """
    new, old = json.loads(built), _parsed(standing)
    if old is None:
        return WHOLE
    for position, (one, two) in enumerate(zip_longest(new["cells"], old["cells"])):
        if one is None or two is None or by(one) != by(two):
            return position
    return None if _frame(new) == _frame(old) else WHOLE


def same_file(name: str, built: bytes, standing: bytes | None) -> bool:
    """Whether a file is what its source gives, the bytes of pictures apart.

    They depend on the machine's drawing libraries; that there is a picture, and where, does not.

    Parameters
    ----------
    name
        Name of the file; its ending says what it holds.
    built, standing
        Content as the source gives it now, and in the kit; None if no file stands there.

    Examples
    --------
    >>> same_file("page.html", b"data:image/png;base64,AA==", b"data:image/png;base64,BB==")
    True
    """
    if standing is None or name.endswith(".png"):
        return standing is not None
    if name.endswith(".html"):
        built, standing = (_INLINE_PICTURE.sub(b"picture", page) for page in (built, standing))
    return built == standing


def everything(cell: Cell) -> Cell:
    """All of a cell, outputs included."""
    return cell


def inputs(cell: Cell) -> Cell:
    """A cell before it is run."""
    apart = ("outputs", "execution_count")
    return {key: value for key, value in cell.items() if key not in apart}


def results(cell: Cell) -> Cell:
    """A cell with its outputs, as far as they are the same in every run."""
    if "nbval-ignore-output" in cell.get("metadata", {}).get("tags", ()):
        return inputs(cell)
    return {**inputs(cell), "outputs": [_output(output) for output in cell.get("outputs", ())]}


def _output(output: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in output.items() if key != "execution_count"}
    if "data" in kept:
        # Pictures differ slightly between versions of the fonts: only their presence counts.
        kept["data"] = {
            kind: "" if kind.startswith("image/") else value for kind, value in kept["data"].items()
        }
    return kept


def _frame(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook without its cells."""
    return {key: value for key, value in notebook.items() if key != "cells"}


def _parsed(content: bytes) -> dict[str, Any] | None:
    """Notebook of a file's content, or None if it is not one."""
    try:
        notebook = json.loads(content.decode("utf-8", "replace"))
        sound = all(isinstance(cell, dict) for cell in notebook["cells"])
    except (ValueError, KeyError, TypeError):
        return None
    return notebook if sound else None
