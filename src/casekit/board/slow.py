"""What the board says later than a move: how sure gains are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casekit.board.shared import SharedModel
from casekit.board.view import slow_figures
from casekit.model import EVERYBODY, Comparison, Plan

__all__ = ["Message", "Slow"]

#: What is sent to the browser: plain JSON, its `kind` first.
Message = dict[str, Any]


@dataclass(frozen=True)
class Slow:
    """What takes longer than a move: how sure gains are; may be worked out in any thread."""

    shared: SharedModel
    turn: int
    comparison: Comparison
    plan: Plan
    scope: str
    scenarios: tuple[tuple[str, Plan], ...]

    def work_out(self) -> Message:
        """The message; dropped where the board has moved on since: see `Session.after_slow`."""
        figures = slow_figures(self.shared, self.comparison, self.plan, self.scope)
        chances = [
            {
                "name": name,
                "chance": slow_figures(self.shared, self.comparison, plan, EVERYBODY)["chance"],
            }
            for name, plan in self.scenarios
        ]
        return {"kind": "slow", "turn": self.turn, **figures, "scenarios": chances}
