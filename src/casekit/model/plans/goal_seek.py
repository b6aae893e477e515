"""Goal seek: the least change of hours that reaches a target."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.errors import InvalidArgument
from casekit.language import money
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.best_plan import BestPlan, best_plan, feasible_bounds
from casekit.model.plans.limits import Limits
from casekit.model.plans.plan import PHASES
from casekit.model.plans.projected_gradient import projected_gradient
from casekit.model.response.sweep import Sweep

__all__ = ["goal_seek"]


#: Bisection steps for the price of a moved hour; the target is then met to the rouble.
HALVINGS = 24


def goal_seek(
    source: CaseOrCalibration,
    target_krub: float,
    limits: Limits | None = None,
    months: int | None = None,
    phases: tuple[int, ...] = PHASES,
    tail_months: int | None = None,
) -> BestPlan:
    """Find the plan that adds a target to the value and moves as few hours as possible.

    Every moved hour has a price; the higher it is, the fewer hours are worth moving. Bisection
    finds the highest price at which the target is still reached.

    Parameters
    ----------
    source
        A company or a calibration.
    target_krub
        What the plan should add to the value of today's hours, thousand roubles, above 0.
    limits, months, phases, tail_months
        As in `best_plan`.

    Returns
    -------
    BestPlan
        Its `gain_krub` is the target, or a little more.

    Raises
    ------
    InvalidArgument
        If the target is no number above 0, or more than the best plan reaches; the message says
        how much that is.
    """
    if not isinstance(target_krub, int | float | np.number) or not 0 < float(target_krub) < np.inf:
        raise InvalidArgument("goal-target", found=str(target_krub))
    calibration = calibrated(source)
    best = best_plan(calibration, limits, months, phases, tail_months)
    if target_krub > best.gain_krub:
        currency = calibration.response.terms.currency
        found, reach = (money(amount, currency) for amount in (target_krub, best.gain_krub))
        raise InvalidArgument("goal-too-high", found=found, most=reach)
    sweep = Sweep(calibration.start, calibration.response, months, phases, tail_months)
    today = calibration.today_hours
    low, high = feasible_bounds(calibration, best.limits)
    present = np.repeat(today[None], len(phases), axis=0)
    # Hours taken (first half, negative) and given (second half) are separate variables, so that the
    # price of moving an hour is linear.
    bounds_low = np.concatenate([np.minimum(low - today, 0.0), np.zeros_like(low)], axis=1)
    bounds_high = np.concatenate([np.zeros_like(high), np.maximum(high - today, 0.0)], axis=1)
    parts = today.shape[1]

    def planned(moved: Array) -> Array:
        return np.asarray(present + moved[..., :parts] + moved[..., parts:])

    def at_price(price: float, begin: Array) -> Array:
        def objective(moved: Array) -> tuple[Array, Array]:
            value, slope = sweep.gradient(planned(moved), today)
            count = moved[..., parts:].sum(axis=2) - moved[..., :parts].sum(axis=2)
            slopes = np.concatenate([slope + price, slope - price], axis=2)
            return value - price * count.sum(axis=0), slopes

        return projected_gradient(objective, begin, bounds_low, bounds_high)

    def gain(moved: Array) -> float:
        return float(sweep.value(planned(moved), today).sum()) - best.present_krub

    nothing = np.zeros((*present.shape[:2], 2 * parts))
    change = best.hours - present
    most = np.concatenate([np.minimum(change, 0.0), np.maximum(change, 0.0)], axis=2)
    _, slope = sweep.gradient(present, today)
    cheap, dear = 0.0, float(np.abs(slope).max())
    reached = most
    for _ in range(HALVINGS):
        price = (cheap + dear) / 2.0
        moved = at_price(price, nothing)
        if gain(moved) >= target_krub:
            cheap, reached = price, moved
        else:
            dear = price
    return BestPlan(
        calibration, best.limits, sweep.months, sweep.tail_months, sweep.phases, planned(reached)
    )
