"""What `check` says of an answer, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

State = Literal["not_attempted", "incorrect", "partial", "correct", "recorded"]

#: A sign for each state, which speaks for those who cannot tell the colours.
SIGNS = {"not_attempted": "○", "incorrect": "✗", "partial": "◐", "correct": "✓", "recorded": "●"}

COLOURS = {
    "not_attempted": "#5f6368",
    "incorrect": "#b3401a",
    "partial": "#8a6100",
    "correct": "#00704f",
    "recorded": "#0b5394",
}


@dataclass(frozen=True)
class Verdict:
    """What `check` says of an answer; shown as a few sentences.

    Parameters
    ----------
    question
        Id of the question.
    state
        `not_attempted`, `incorrect`, `correct`, or `recorded` when nothing was judged.
    message
        The verdict in the reader's language; never the right answer.
    cause
        Of an incorrect or partly right answer, if known: the name of the question's mistake, the
        slip (`sign`, `hundred`, `thousand`, `over_whole`) or `unreadable`.
    why
        After a right answer: the reason, where it is told.
    """

    question: str
    state: State
    message: str
    cause: str = ""
    why: str = ""

    def __repr__(self) -> str:
        said = f"{SIGNS[self.state]} {self.message}"
        return f"{said}\n{self.why}" if self.why else said

    def _repr_html_(self) -> str:
        return framed(repr(self), COLOURS[self.state])


def framed(text: str, colour: str) -> str:
    """A text with a coloured line at its side."""
    style = f"border-left:4px solid {colour};padding:4px 12px;margin:4px 0;white-space:pre-line"
    return f'<div style="{style}">{escape(text)}</div>'
