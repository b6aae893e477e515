"""Rebalancing of hours when one activity is moved, and plans fitted to limits."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import calibrated
from casekit.model.plans.limits import Limits, company_limits
from casekit.model.plans.plan import PHASES, Move, Plan, need_plan
from casekit.model.plans.projected_gradient import onto_limits

__all__ = ["fit_to_limits", "fit_within", "give_way"]


#: Smallest difference in hours a month that counts.
TINY_HOURS = 0.005


def give_way(
    hours: Array, activity: str, wish: float, low: Array, high: Array, fixed: Collection[str] = ()
) -> Array:
    """Set one activity of a month and adjust the others so that the sum is unchanged.

    The others change in proportion to their distance from floors (or ceilings); fixed ones do not
    change. If that is not enough, the wish is met as far as possible.

    Parameters
    ----------
    hours
        Hours a month by activity, shape (6,).
    activity
        The one that is moved.
    wish
        Its new hours.
    low, high
        Floors and ceilings, shape (6,).
    fixed
        Activities that do not change.

    Returns
    -------
    array
        New hours, shape (6,), of the same sum.

    Raises
    ------
    InvalidArgument
        If there is no such activity or the wish is no number.

    Examples
    --------
    >>> month = np.array([33.0, 13.5, 10.5, 30.0, 30.0, 33.0])
    >>> low, high = np.zeros(6), np.full(6, 150.0)
    >>> fixed = ("service", "travel", "admin")
    >>> give_way(month, "expansion", 17.85, low, high, fixed).round(2).tolist()
    [29.7, 17.85, 9.45, 30.0, 30.0, 33.0]
    """
    if activity not in ACTIVITIES:
        raise InvalidArgument("activity-unknown", found=activity, allowed=", ".join(ACTIVITIES))
    if not np.isfinite(wish):
        raise InvalidArgument("plan-not-numbers")
    column = ACTIVITIES.index(activity)
    others = np.array([name != activity and name not in fixed for name in ACTIVITIES])
    wanted = float(np.clip(wish, low[column], high[column]) - hours[column])
    room = np.where(others, hours - low if wanted > 0 else high - hours, 0.0).clip(min=0.0)
    moved = np.sign(wanted) * min(abs(wanted), room.sum())
    found = hours.copy()
    if room.sum() > 0:
        found -= moved * room / room.sum()
        found[column] += moved
    return np.asarray(found)


def fit_to_limits(plan: Plan, calibration: Calibration, limits: Limits | None = None) -> Plan:
    """The nearest plan that keeps everybody's limits.

    A change for all may exceed the limits of some specialists; they get a move of their own with
    the nearest feasible hours.

    Parameters
    ----------
    plan
        A plan whose hours add up.
    calibration
        The sales force.
    limits
        The usual ones if left out.
    """
    need_plan(plan)
    calibration = calibrated(calibration)
    bounds = company_limits(calibration.response.terms, limits).bounds(calibration.today_hours)
    return fit_within(plan, calibration, *bounds)


def fit_within(plan: Plan, calibration: Calibration, low: Array, high: Array) -> Plan:
    """The nearest plan within bounds of hours, two arrays (specialists, 6): see `fit_to_limits`."""
    today = calibration.today_hours
    hours = plan.hours(today, calibration.rep_ids, calibration.regions)
    total = np.broadcast_to(today.sum(axis=1), hours.shape[:2])
    fitted = onto_limits(hours, low, high, total)
    moves = list(plan.moves)
    off = np.abs(fitted - hours).max(axis=(0, 2)) >= TINY_HOURS
    own = {calibration.rep_ids[row] for row in map(int, np.flatnonzero(off))}
    moves = [move for move in moves if move.scope not in own]
    for row in map(int, np.flatnonzero(off)):
        rep = calibration.rep_ids[row]
        for place, month in enumerate(PHASES):
            # A move lasts: a phase without a change of its own needs none.
            if place and np.array_equal(fitted[place, row], fitted[place - 1, row]):
                continue
            change = fitted[place, row] - today[row]
            moves.append(Move(rep, month, dict(zip(ACTIVITIES, map(float, change), strict=True))))
    return Plan(moves)
