"""What lies on the board: a plan, the way back to earlier ones, and plans put aside by name."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.model import EVERYBODY, PHASES, Comparison, Move, Plan, fit_to_limits, give_way

__all__ = ["Desk"]

#: Moves that can be taken back.
MOST_STEPS = 200


class Desk:
    """The state of a board, without any widget.

    Parameters
    ----------
    comparison
        Today and the best plan, worked out.
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
        # What the hand holds: a slider, and the plan it made last.
        self._hand: tuple[object, Plan] | None = None

    @property
    def hours(self) -> dict[str, float]:
        """Mean hours of the scope in the phase looked at, by activity."""
        return dict(zip(ACTIVITIES, map(float, self._hours_under(self.plan)), strict=True))

    def move(self, activity: str, hours: float) -> None:
        """Set an activity of the scope from the phase on; the unlocked others give way.

        A move of a wider scope replaces what narrower ones had asked of these people. As long as
        the same slider is in the hand, every move is counted from where it was taken up: there
        and back leaves nothing behind, and is one step to undo.
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
        # What stays as it is need not be said, unless something else is said of it.
        named = {name for move in self.plan.moves for name in move.hours}
        asked = {name: hours for name, hours in asked.items() if hours or name in named}
        asked.setdefault(activity, 0.0)
        # Rounding leaves a hair over; it goes where it is not seen.
        asked[activity] = round(asked[activity] - sum(asked.values()), 3)
        # What narrower scopes began earlier would go on: here it ends.
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
        """Lay a plan on the board; the one before can be had back."""
        if plan == self.plan:
            return
        self._back = [*self._back[-MOST_STEPS:], self.plan]
        self._forth = []
        self.plan = plan

    def undo(self) -> None:
        """The plan before, if there is one."""
        if self._back:
            self._forth.append(self.plan)
            self.plan = self._back.pop()

    def redo(self) -> None:
        """The plan that was taken back, if there is one."""
        if self._forth:
            self._back.append(self.plan)
            self.plan = self._forth.pop()

    @property
    def can_undo(self) -> bool:
        """Whether there is a plan before."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether a plan was taken back."""
        return bool(self._forth)

    def keep(self, name: str) -> None:
        """Put the plan aside under a name; one of the same name is replaced."""
        self.scenarios[name] = self.plan

    def _replaced(self, scope: str, month: int) -> bool:
        """Whether a move of the present scope and phase takes the place of another move."""
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
