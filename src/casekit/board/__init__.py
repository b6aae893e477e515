"""The board: its state, what may be asked of it and what it shows; deciding; the first slider.

Who serves the page has no use for widgets: what needs them is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casekit.board.deciding import Attainable, MyPlan, attainable, commit, decide, my_plan
    from casekit.board.slider import FirstSlider, first_slider
    from casekit.board.widget import Board, cockpit

__all__ = [
    "Attainable",
    "Board",
    "FirstSlider",
    "MyPlan",
    "attainable",
    "cockpit",
    "commit",
    "decide",
    "first_slider",
    "my_plan",
]

_HOMES = {
    "Attainable": "deciding",
    "Board": "widget",
    "FirstSlider": "slider",
    "MyPlan": "deciding",
    "attainable": "deciding",
    "cockpit": "widget",
    "commit": "deciding",
    "decide": "deciding",
    "first_slider": "slider",
    "my_plan": "deciding",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'casekit.board' has no attribute {name!r}")
    return getattr(import_module(f"casekit.board.{_HOMES[name]}"), name)
