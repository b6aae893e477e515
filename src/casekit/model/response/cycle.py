"""The cycle of pursuits: when hours become decisions, and what pursuits of late still hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array
from casekit.model.response.curves import Curve

__all__ = ["Pursuits", "cycle_weights", "hour_to_win_weights"]

#: Months that count as today, and as a time over which hours were really worked.
TODAY_MONTHS = 12
QUARTER_MONTHS = 3
#: A quarter's hours are a step up, not the unevenness of months, from so many times those before.
STEP_UP = 1.3


def cycle_weights(
    mean_months: float, sd_months: float, limits_months: tuple[float, float]
) -> Array:
    """Chance that a pursuit is decided in its first, second, third ... month.

    A gamma density on a fine grid, truncated at the limits and summed by month.
    """
    shape = (mean_months / sd_months) ** 2
    scale = sd_months**2 / mean_months
    low, high = limits_months
    grid = np.arange(low + 0.005, high, 0.01)
    density = np.exp((shape - 1.0) * np.log(grid) - grid / scale)
    weights = np.bincount(grid.astype(int), weights=density, minlength=int(np.ceil(high)))
    return weights / weights.sum()


def hour_to_win_weights(cycle: Array) -> Array:
    """Share of a month's conversion hours that takes effect 0, 1, 2 ... months later.

    Hours are spread evenly over a pursuit, so an hour is on average half a cycle from its
    decision: about four months, not eight. Proportional to the chance that a pursuit still
    runs after so many months.
    """
    still_running = cycle[::-1].cumsum()[::-1]
    return still_running / still_running.sum()


def renewals(cycle: Array, months: int) -> Array:
    """Decisions a month after all pursuits were opened at once, against the steady number.

    Each decision makes room for the next pursuit, so decisions follow the renewal equation
    u[t] = f[t] + sum of f[k] u[t-k] (Cox 1962): none at first, a wave near the mean cycle, a
    flatter one later, then one.

    Parameters
    ----------
    cycle
        Chance of a decision in each month of a pursuit, as `cycle_weights` gives it.
    months
        How many months.
    """
    density = np.zeros(months)
    for month in range(months):
        reach = min(len(cycle), month + 1)
        again = sum(cycle[k] * density[month - k] for k in range(1, reach))
        first = cycle[month] if month < len(cycle) else 0.0
        # A pursuit decided in the month of its opening makes room at once.
        density[month] = (first + again) / (1.0 - cycle[0])
    # In the long run one decision in as many months as a step of the recursion lasts on average.
    return np.asarray(density * (np.arange(len(cycle)) @ cycle))


def renewal_wave(cycle: Array, months: int) -> Array:
    """What new pursuits bring in each month beyond the same hours spent on old ones."""
    served = np.cumsum(np.r_[hour_to_win_weights(cycle), np.zeros(months)])[:months]
    return np.asarray(renewals(cycle, months) - np.minimum(served, 1.0))


@dataclass(frozen=True)
class Pursuits:
    """Pursuits that steps up of hours have opened before today.

    Parameters
    ----------
    more
        What they bring in the months to come beyond the same hours spent on old pursuits, in
        curve values, shape (months, columns).
    waits
        The part of it that is still to come when the horizon ends, shape (columns,).
    hours
        Hours a month whose pursuits run today: those of the last year, or of the last quarter
        where it was a step up; shape (columns,).
    """

    more: Array
    waits: Array
    hours: Array

    @classmethod
    def running(cls, curve: Curve, worked: Array, cycle: Array, months: int) -> Pursuits:
        """Read them from the hours worked, shape (months before, columns)."""
        count = min(len(worked), len(cycle)) // QUARTER_MONTHS
        last = worked[len(worked) - count * QUARTER_MONTHS :]
        quarters = last.reshape(count, QUARTER_MONTHS, -1).mean(axis=1)
        value = np.asarray(curve.value(quarters), dtype=float)
        rises = np.where(quarters[1:] > STEP_UP * quarters[:-1], np.diff(value, axis=0), 0.0)
        wave = renewal_wave(cycle, months + count * QUARTER_MONTHS)
        more, waits = np.zeros((months, worked.shape[1])), np.zeros(worked.shape[1])
        for quarter, rise in enumerate(rises, start=1):
            age = (count - quarter) * QUARTER_MONTHS
            more += wave[age : age + months, None] * rise
            waits = waits - wave[: age + months].sum() * rise
        usual = usual_hours(worked)
        hours = np.where(quarters[-1] > STEP_UP * usual, quarters[-1], usual) if count else usual
        return cls(more, waits, hours)


def usual_hours(hours: Array) -> Array:
    """Mean hours of the last year, by specialist: what counts as today."""
    return np.asarray(hours[-TODAY_MONTHS:].mean(axis=0))


def most_in_a_quarter(hours: Array) -> Array:
    """Most hours a month that each specialist worked over a quarter, or in all if it is less."""
    if len(hours) < QUARTER_MONTHS:
        return np.asarray(hours.mean(axis=0))
    return np.asarray(over_quarters(hours).max(axis=0))


def over_quarters(hours: Array) -> Array:
    """Mean hours of each three months in a row, along the first axis."""
    total = np.cumsum(np.concatenate([np.zeros_like(hours[:1]), hours]), axis=0)
    return (total[QUARTER_MONTHS:] - total[:-QUARTER_MONTHS]) / QUARTER_MONTHS
