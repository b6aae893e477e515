"""The cycle of pursuits: when hours become decisions, on old pursuits and on new ones."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array, Flags

__all__ = ["cycle_weights", "hour_to_win_weights"]

#: Months that count as today, and as a time over which hours were really worked.
TODAY_MONTHS = 12
QUARTER_MONTHS = 3
#: Quarters' hours differ by a step, not by the unevenness of months, from so many times on.
STEP = 1.5


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


def openings(cycle: Array, months: int) -> Array:
    """Pursuits opened in each month by one place of work that begins with a new one.

    Each decision makes room for the next pursuit from the month after: the renewal equation
    (Cox 1962). In the long run one pursuit in as many months as it lasts.

    Parameters
    ----------
    cycle
        Chance of a decision in each month of a pursuit, as `cycle_weights` gives it.
    months
        How many months.
    """
    opened = np.zeros(months)
    opened[0] = 1.0
    for month in range(1, months):
        reach = min(len(cycle), month)
        opened[month] = cycle[:reach] @ opened[month - reach : month][::-1]
    return opened


def new_landing(cycle: Array, months: int) -> Array:
    """When hours on new pursuits bear fruit: share of the hours of each month in every later one.

    Row and column count months since the pursuits were opened. At first all hours are on
    pursuits of one age, so nothing is decided for some months and then much at once; in the
    long run a row is that of hours that go on, `hour_to_win_weights`.
    """
    opened = openings(cycle, months)
    chance = np.r_[cycle, np.zeros(months)]
    landing = np.zeros((months, months))
    for month in range(months):
        # Whatever was opened by the month of the hours is worked on until it is decided.
        landing[: month + 1, month] = np.cumsum(opened[: month + 1] * chance[: month + 1][::-1])
    return landing


def steady_landing(weights: Array, months: int) -> Array:
    """The same of hours that go on: `weights` months later, whatever the month."""
    long = np.r_[weights, np.zeros(months)]
    return np.array([np.r_[np.zeros(at), long[: months - at]] for at in range(months)])


def usual_hours(hours: Array) -> Array:
    """What counts as today: mean hours of the last year, or of the months since they last changed.

    Parameters
    ----------
    hours
        Shape (months, specialists) or (months, specialists, activities). A specialist who worked
        otherwise until some months ago works today as since then, in every activity.
    """
    year = hours[-TODAY_MONTHS:]
    count = len(year) // QUARTER_MONTHS
    whole = len(year) - count * QUARTER_MONTHS
    since = np.zeros(hours.shape[1], dtype=np.int64)
    quarters = year[whole:].reshape(count, QUARTER_MONTHS, *hours.shape[1:]).mean(axis=1)
    for place in range(1, count):
        changed = stepped(quarters[place - 1], quarters[place]).reshape(hours.shape[1], -1)
        since = np.where(changed.any(axis=1), whole + place * QUARTER_MONTHS, since)
    kept = np.arange(len(year))[:, None] >= since
    weight = (kept / kept.sum(axis=0)).reshape(*kept.shape, *[1] * (hours.ndim - 2))
    return np.asarray((year * weight).sum(axis=0))


def stepped(before: Array, after: Array) -> Flags:
    """Where a quarter's hours differ from those before by a step, up or down."""
    return np.asarray((after > STEP * before) | (STEP * after < before))


def most_in_a_quarter(hours: Array) -> Array:
    """Most hours a month that each specialist worked over a quarter, or in all if it is less."""
    if len(hours) < QUARTER_MONTHS:
        return np.asarray(hours.mean(axis=0))
    return np.asarray(over_quarters(hours).max(axis=0))


def over_quarters(hours: Array) -> Array:
    """Mean hours of each three months in a row, along the first axis."""
    total = np.cumsum(np.concatenate([np.zeros_like(hours[:1]), hours]), axis=0)
    return (total[QUARTER_MONTHS:] - total[:-QUARTER_MONTHS]) / QUARTER_MONTHS


def late_level(worked: Array, cycle: Array) -> tuple[Array, Array]:
    """Hours of the last quarters without the unevenness of months, and hours that run today.

    Parameters
    ----------
    worked
        Hours of the months before, shape (months, columns).
    cycle
        As in `openings`: what is older than the longest pursuit has been decided.

    Returns
    -------
    array, array
        Hours a month of each quarter, (quarters, columns), which change by steps alone; and hours
        whose pursuits run today: the usual ones, or the last quarter's after a step up.
    """
    usual = usual_hours(worked)
    count = min(len(worked), len(cycle)) // QUARTER_MONTHS
    if not count:
        return usual[None], usual
    last = worked[len(worked) - count * QUARTER_MONTHS :]
    quarters = last.reshape(count, QUARTER_MONTHS, -1).mean(axis=1)
    level = quarters.copy()
    for now in range(1, count):
        was = level[now - 1]
        level[now] = np.where(stepped(was, quarters[now]), quarters[now], was)
    more = (level[-1] > level[0]) & (quarters[-1] > usual)
    return level, np.where(more, quarters[-1], usual)
