"""State of the board: a plan, what is held, undo and redo, and scenarios by name."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from casekit.arrays import Array
from casekit.board.short import Short, short_of
from casekit.company.schema import ACTIVITIES
from casekit.model import EVERYBODY, PHASES, Comparison, Move, Plan, give_way
from casekit.model.plans.best_plan import plan_of_hours
from casekit.model.plans.plan import SLACK_HOURS
from casekit.model.plans.projected_gradient import onto_limits
from casekit.model.plans.rebalance import fit_within

__all__ = ["Desk", "Look"]

#: Hours that are none.
NOTHING = 0.005
#: Most moves that can be undone.
MOST_STEPS = 200


class Look(NamedTuple):
    """What is looked at of a board: whose hours, from which phase on, and the open sheet."""

    scope: str = EVERYBODY
    phase: int = 0
    sheet: str = "plan"


class _Step(NamedTuple):
    """What can be gone back to; packed, since a page keeps the steps of all its readers."""

    plan: bytes
    fixed: frozenset[str]


class _Hand(NamedTuple):
    """The slider being moved, the plan before its first move and after its last."""

    slider: object
    before: Plan
    after: Plan


class Desk:
    """The state of a board, without any widget.

    What is held stays as it is, whatever is pressed: a lock is a step of its own, so that only
    taking it back moves the hours under it.

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
        self._back: list[_Step] = []
        self._forth: list[_Step] = []
        self._hand: _Hand | None = None
        # What the last move did not reach, and the plan it left.
        self._short: tuple[Plan, Short] | None = None
        # Hours of the plan that was asked for last.
        self._hours: tuple[Plan, Array] | None = None

    @property
    def hours(self) -> dict[str, float]:
        """Mean hours of the scope in the phase, by activity."""
        mean = self._mean(self.hours_of(self.plan), self.scope)
        return dict(zip(ACTIVITIES, map(float, mean), strict=True))

    def hours_of(self, plan: Plan) -> Array:
        """Hours of a plan, shape (phases, specialists, 6)."""
        # Today's hours are the same whatever a comparison takes for granted.
        if self._hours is None or self._hours[0] is not plan:
            c = self.comparison.calibration
            self._hours = plan, plan.hours(c.today_hours, c.rep_ids, c.regions)
        return self._hours[1]

    def move(self, activity: str, hours: float, scope: str | None = None) -> None:
        """Set an activity of a scope from the phase on; the unlocked others give way.

        A move of a wider scope replaces moves of narrower scopes within it. Consecutive moves of
        the same slider start from the plan before the first of them, so that they are one step to
        undo and moving back restores that plan.

        Parameters
        ----------
        activity
            What is moved.
        hours
            Its new mean hours a month in the scope.
        scope
            Whose; the scope shown if left out.
        """
        scope = scope or self.scope
        slider = activity, scope, self.phase, frozenset(self.fixed)
        hand = self._hand
        if hand is not None and (hand.slider, hand.after) == (slider, self.plan):
            self._back.pop()
            self.plan = hand.before
        before = self.plan
        low, high = self._reach(self.hours_of(before))
        self._set(self._moved(activity, hours, scope))
        self._hand = _Hand(slider, before, self.plan) if self.plan != before else None
        rows, phase = self.comparison.rows(scope), self.phase
        reached = self.hours_of(self.plan)[phase, rows]
        bounds = low[phase, rows], high[phase, rows]
        short = short_of(activity, scope, phase, hours, reached, *bounds, self.fixed)
        self._short = None if short is None else (self.plan, short)

    @property
    def short(self) -> Short | None:
        """What the last move did not reach; None once the plan, the phase or a lock has changed."""
        if self._short is None or self._short[0] is not self.plan:
            return None
        return self._short[1] if self._short[1].phase == self.phase else None

    def put(self, plan: Plan) -> None:
        """Set the plan, but for what is held; the previous one can be restored by undo."""
        now, wish = self.hours_of(self.plan), self.hours_of(plan)
        held = [column for column, name in enumerate(ACTIVITIES) if name in self.fixed]
        if np.abs(wish - now)[:, :, held].max(initial=0.0) > SLACK_HOURS:
            low, high = self._reach(now, wish)
            low[:, :, held] = high[:, :, held] = now[:, :, held]
            c = self.comparison.calibration
            plan = plan_of_hours(onto_limits(wish, low, high, now.sum(axis=2)), c, PHASES)
        self._set(plan)

    def hold(self, activity: str, held: bool) -> None:
        """Lock or unlock an activity; a step to undo like any other."""
        if held != (activity in self.fixed):
            self._short = None
            self._remember()
            self.fixed = self.fixed | {activity} if held else self.fixed - {activity}

    def undo(self) -> None:
        """Restore the previous plan and what was held then, if there is one."""
        self._go(self._back, self._forth)

    def redo(self) -> None:
        """Restore what was undone, if there is anything."""
        self._go(self._forth, self._back)

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

    # The way a plan changes

    def _moved(self, activity: str, hours: float, scope: str) -> Plan:
        """The plan after an activity of a scope is set."""
        now = self.hours_of(self.plan)
        low, high = self._reach(now)
        bounds = self._mean(low, scope), self._mean(high, scope)
        new = give_way(self._mean(now, scope), activity, hours, *bounds, self.fixed)
        change = new - self.comparison.today(scope)
        month = PHASES[self.phase]
        c = self.comparison.calibration
        inside = _within(c.rep_ids, c.regions, scope)
        # Earlier moves of the same scope stay, and those of narrower ones.
        kept = [
            move
            for move in self.plan.moves
            if not (
                move.from_month == month
                if move.scope == scope
                else move.from_month >= month and move.scope in inside
            )
        ]
        asked = dict(zip(ACTIVITIES, map(float, change.round(3)), strict=True))
        # Omit activities without a change, unless the plan moves them elsewhere.
        named = {name for move in self.plan.moves for name in move.hours}
        asked = {name: hours for name, hours in asked.items() if hours or name in named}
        asked.setdefault(activity, 0.0)
        # Add the rounding remainder to the moved activity.
        asked[activity] = round(asked[activity] - sum(asked.values()), 3)
        # End earlier moves of narrower scopes, which would otherwise continue.
        within = dict.fromkeys(move.scope for move in kept if move.scope in inside)
        raw = Plan([*kept, *(Move(each, month, asked) for each in (scope, *within))])
        for column, name in enumerate(ACTIVITIES):
            if name in self.fixed:
                low[:, :, column] = high[:, :, column] = now[:, :, column]
        return fit_within(raw, self.comparison.calibration, low, high)

    def _reach(self, *plans: Array) -> tuple[Array, Array]:
        """Limits of everybody in every phase, widened to what the plans ask for already."""
        comparison = self.comparison
        low, high = comparison.limits.bounds(comparison.calibration.today_hours)
        return np.minimum.reduce([*plans, np.broadcast_to(low, plans[0].shape)]), np.maximum.reduce(
            [*plans, np.broadcast_to(high, plans[0].shape)]
        )

    def _mean(self, hours: Array, scope: str) -> Array:
        """Mean hours of a scope in the phase, shape (6,)."""
        return np.asarray(hours[self.phase, self.comparison.rows(scope)].mean(axis=0))

    # The way back

    def _set(self, plan: Plan) -> None:
        if np.abs(self.hours_of(plan) - self.comparison.calibration.today_hours).max() < NOTHING:
            # Moves that come to nothing, for instance with everything held, are no plan.
            plan = Plan()
        if plan != self.plan:
            self._remember()
            self.plan = plan

    def _remember(self) -> None:
        """What stands now can be gone back to; what was undone is given up."""
        self._back = [*self._back[1 - MOST_STEPS :], self._packed()]
        self._forth = []

    def _packed(self) -> _Step:
        return _Step(zlib.compress(pickle.dumps(self.plan.moves), 1), frozenset(self.fixed))

    def _go(self, taken: list[_Step], left: list[_Step]) -> None:
        if taken:
            left.append(self._packed())
            step = taken.pop()
            self.plan = Plan(pickle.loads(zlib.decompress(step.plan)))
            self.fixed = set(step.fixed)

    def restore(self, plan: Plan, fixed: Iterable[str], scenarios: dict[str, Plan]) -> None:
        """Take up what was kept elsewhere; there is nothing to undo then."""
        self.plan, self.fixed, self.scenarios = plan, set(fixed), dict(scenarios)
        self._back, self._forth, self._hand, self._short = [], [], None, None


@lru_cache(maxsize=256)
def _within(rep_ids: tuple[str, ...], regions: tuple[str, ...], scope: str) -> frozenset[str]:
    """Scopes that lie inside another one."""
    if scope == EVERYBODY:
        return frozenset((*regions, *rep_ids))
    return frozenset(rep for rep, region in zip(rep_ids, regions, strict=True) if region == scope)
