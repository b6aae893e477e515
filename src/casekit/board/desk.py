"""State of the board: a plan, undo and redo, and scenarios by name."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.model import EVERYBODY, PHASES, Comparison, Move, Plan, fit_to_limits, give_way

__all__ = ["Desk"]

#: Most moves that can be undone.
MOST_STEPS = 200


class Desk:
    """The state of a board, without any widget.

    Parameters
    ----------
    comparison
        Comparison of plans for this sales force.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.plan = Plan()
        self.scope = EVERYBODY
        self.phase = 0
        self.fixed: set[str] = {"travel"}
        self.scenarios: dict[str, Plan] = {}
        self._back: list[Plan] = []
        self._forth: list[Plan] = []
        # The slider being moved, and the plan of its last move.
        self._hand: tuple[object, Plan] | None = None

    @property
    def hours(self) -> dict[str, float]:
        """Mean hours of the scope in the phase, by activity."""
        return dict(zip(ACTIVITIES, map(float, self._hours_under(self.plan)), strict=True))

    def move(self, activity: str, hours: float) -> None:
        """Set an activity of the scope from the phase on; the unlocked others give way.

        A move of a wider scope replaces moves of narrower scopes within it. Consecutive moves of
        the same slider start from the plan before the first of them, so that they are one step to
        undo and moving back restores that plan.
        """
        hand = activity, self.scope, self.phase, frozenset(self.fixed)
        held = (hand, self.plan) == self._hand
        if held:
            self.undo()
        before = self.plan
        self.put(self._moved(activity, hours))
        if held and self.plan == before:
            self._forth = []
        self._hand = (hand, self.plan) if self.plan != before else None

    def _moved(self, activity: str, hours: float) -> Plan:
        """The plan after an activity of the scope is set."""
        low, high = self.comparison.bounds(self.scope)
        new = give_way(self._hours_under(self.plan), activity, hours, low, high, self.fixed)
        change = new - self.comparison.today(self.scope)
        month = PHASES[self.phase]
        kept = [move for move in self.plan.moves if not self._replaced(move.scope, move.from_month)]
        asked = dict(zip(ACTIVITIES, map(float, change.round(3)), strict=True))
        # Omit activities without a change, unless the plan moves them elsewhere.
        named = {name for move in self.plan.moves for name in move.hours}
        asked = {name: hours for name, hours in asked.items() if hours or name in named}
        asked.setdefault(activity, 0.0)
        # Add the rounding remainder to the moved activity.
        asked[activity] = round(asked[activity] - sum(asked.values()), 3)
        # End earlier moves of narrower scopes, which would otherwise continue.
        narrower = dict.fromkeys(move.scope for move in kept if self._is_narrower(move.scope))
        asked_now = [Move(scope, month, asked) for scope in (self.scope, *narrower)]
        raw = Plan([*kept, *asked_now])
        return fit_to_limits(raw, self.comparison.calibration, self.comparison.limits)

    def _hours_under(self, plan: Plan) -> Array:
        """Mean hours of the scope in the phase under a plan, shape (6,)."""
        c = self.comparison.calibration
        hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
        return np.asarray(hours[self.phase, self.comparison.rows(self.scope)].mean(axis=0))

    def put(self, plan: Plan) -> None:
        """Set the plan; the previous one can be restored by undo."""
        if plan == self.plan:
            return
        self._back = [*self._back[-MOST_STEPS:], self.plan]
        self._forth = []
        self.plan = plan

    def undo(self) -> None:
        """Restore the previous plan, if there is one."""
        if self._back:
            self._forth.append(self.plan)
            self.plan = self._back.pop()

    def redo(self) -> None:
        """Restore the plan that was undone, if there is one."""
        if self._forth:
            self._back.append(self.plan)
            self.plan = self._forth.pop()

    @property
    def can_undo(self) -> bool:
        """Whether there is a previous plan."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether a plan was undone."""
        return bool(self._forth)

    def keep(self, name: str) -> None:
        """Keep the plan as a scenario; one of the same name is replaced."""
        self.scenarios[name] = self.plan

    def _replaced(self, scope: str, month: int) -> bool:
        """Whether a move of the present scope and phase replaces another move."""
        if scope == self.scope:
            return month == PHASES[self.phase]
        return month >= PHASES[self.phase] and self._is_narrower(scope)

    def _is_narrower(self, scope: str) -> bool:
        """Whether a scope lies inside the present one."""
        c = self.comparison.calibration
        rank = {EVERYBODY: 0, **dict.fromkeys(c.regions, 1)}
        if rank.get(scope, 2) <= rank.get(self.scope, 2):
            return False
        inside = set(self.comparison.rows(scope).tolist())
        return inside <= set(self.comparison.rows(self.scope).tolist())
