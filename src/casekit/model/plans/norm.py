"""The best norm: one change of hours for everybody that can be said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.band import under_pressure
from casekit.model.plans.best_plan import feasible_bounds
from casekit.model.plans.limits import Limits, company_limits
from casekit.model.plans.plan import EVERYBODY, Plan
from casekit.model.plans.projected_gradient import onto_limits
from casekit.model.plans.rebalance import fit_within
from casekit.model.response.forms import PRESSURES
from casekit.model.response.hour_value import beside
from casekit.model.response.sweep import Sweep

__all__ = ["Norm", "best_norm", "norm_change", "norm_hours"]

#: Hours that a norm moves in all, a month of each specialist.
NORM_HOURS = 8
#: Steps of the search, whole hours.
STEPS = (4, 2, 1)


@dataclass(frozen=True)
class Norm:
    """One change of hours for everybody.

    Parameters
    ----------
    change_hours
        Whole hours a month by activity that change; empty if nothing is worth changing.
    plan
        The change as a plan: whom it would lead out of the limits goes as far as they allow.
    gain_krub
        What the plan adds to the value.
    """

    change_hours: dict[str, int]
    plan: Plan
    gain_krub: float


def best_norm(
    source: CaseOrCalibration,
    limits: Limits | None = None,
    moved_hours: int = NORM_HOURS,
    pressure: str = PRESSURES[0],
) -> Norm:
    """Find the one change of hours for everybody that is worth most.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        As in `best_plan`; each specialist's month is clipped to them.
    moved_hours
        Hours a month that are moved in all, at most: the sum of what is added.
    pressure
        As in `best_plan`.
    """
    calibration = under_pressure(source, pressure)
    limits = company_limits(calibration.response.terms, limits)
    low, high = feasible_bounds(calibration, limits)
    sweep = Sweep(calibration.start, calibration.response)
    today = calibration.today_hours
    change = norm_change(sweep, today, low, high, moved_hours)
    named = {name: int(hours) for name, hours in zip(ACTIVITIES, change, strict=True) if hours}
    gain = sweep.value(norm_hours(change, today, low, high)[None], today)
    gain = gain - sweep.value(today[None], today)
    plan = fit_within(Plan({EVERYBODY: named} if named else ()), calibration, low, high)
    return Norm(named, plan, float(gain.sum()))


def norm_change(
    sweep: Sweep, today: Array, low: Array, high: Array, moved_hours: int = NORM_HOURS
) -> Array:
    """Whole hours by which everybody's month best changes, shape (6,).

    Climbs from no change by moving hours between two activities, ever fewer at a time, until no
    exchange of an hour is worth anything.

    Parameters
    ----------
    sweep
        Projection of one phase, by specialist.
    today, low, high
        Present hours and what each specialist may work, shape (specialists, 6).
    moved_hours
        As in `best_norm`.
    """
    free = np.flatnonzero((high - low > 1e-9).any(axis=0))
    pairs = list(permutations(map(int, free), 2))
    steps = np.zeros((len(pairs), len(ACTIVITIES)))
    for row, (more, less) in enumerate(pairs):
        steps[row, more], steps[row, less] = 1.0, -1.0
    found = np.zeros(len(ACTIVITIES))
    if not pairs:
        return found
    copies = len(pairs)
    wide = beside(sweep, copies)
    tiled = np.tile(today, (copies, 1))
    best = float(sweep.value(today[None], today).sum())
    for size in STEPS:
        while True:
            tried = found + size * steps
            allowed = np.maximum(tried, 0.0).sum(axis=1) <= moved_hours + 1e-9
            # Nobody's hours go beyond what any of them may work.
            allowed &= (tried <= (high - today).max(axis=0) + 1.0).all(axis=1)
            allowed &= (tried >= (low - today).min(axis=0) - 1.0).all(axis=1)
            hours = norm_hours(tried, today, low, high).reshape(-1, len(ACTIVITIES))
            worth = wide.value(hours[None], tiled).reshape(copies, -1).sum(axis=1)
            worth[~allowed] = -np.inf
            place = int(worth.argmax())
            if not worth[place] > best + 1e-9 * abs(best):
                break
            found, best = tried[place], float(worth[place])
    return found


def norm_hours(change: Array, today: Array, low: Array, high: Array) -> Array:
    """Hours of everybody after a common change, clipped to each one's limits.

    Shape (..., specialists, 6) of changes (..., 6).
    """
    return onto_limits(today + change[..., None, :], low, high, today.sum(axis=1))
