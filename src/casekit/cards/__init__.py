"""Cards: a question with fields that fit, answered without writing code; guesses; the opinions.

`state` is what a card knows and does, `view` what it shows, as plain data for the browser and as
words without one; `widget` joins them in `ask`. `guessing` holds a guess against the truth,
`meeting` the six opinions of the meeting against what was found.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casekit.cards.guessing import Guessed, guess
    from casekit.cards.meeting import Opinions, opinions
    from casekit.cards.widget import Card, ask

__all__ = ["Card", "Guessed", "Opinions", "ask", "guess", "opinions"]

_HOMES = {
    "Card": "widget",
    "Guessed": "guessing",
    "Opinions": "meeting",
    "ask": "widget",
    "guess": "guessing",
    "opinions": "meeting",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'casekit.cards' has no attribute {name!r}")
    return getattr(import_module(f"casekit.cards.{_HOMES[name]}"), name)
