"""The board: its state, what may be asked of it and what it shows; the first slider.

Who serves the page has no use for widgets: what needs them is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casekit.board.slider import FirstSlider, first_slider
    from casekit.board.widget import Board, cockpit

__all__ = ["Board", "FirstSlider", "cockpit", "first_slider"]

_HOMES = {
    "Board": "widget",
    "FirstSlider": "slider",
    "cockpit": "widget",
    "first_slider": "slider",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'casekit.board' has no attribute {name!r}")
    return getattr(import_module(f"casekit.board.{_HOMES[name]}"), name)
