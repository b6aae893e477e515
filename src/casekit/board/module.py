"""The browser's module: one file, built from `browser/`, for notebooks and the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["MODULE", "module_text"]

MODULE = Path(__file__).parent / "static" / "board.js"


@cache
def module_text(path: Path) -> str:
    """Text of the module."""
    return path.read_text(encoding="utf-8")
