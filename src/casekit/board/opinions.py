"""Proposals of the meeting as plans to try, from the company's own data."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import PHASES, Comparison, Plan
from casekit.model.plans.best_plan import plan_of_hours, reach_of

__all__ = ["OPINIONS", "plan_of_opinion"]

#: Opinions of the meeting that are plans: leave it as it is; the chief executive's norm for
#: everybody; hunting, the hours from the regulars; all service to the technicians.
OPINIONS = ("leave", "chief", "hunting", "service")

_RETENTION, _CONVERSION, _SERVICE = map(ACTIVITIES.index, ("retention", "conversion", "service"))


def plan_of_opinion(name: str, comparison: Comparison) -> Plan | None:
    """An opinion of the meeting, carried out.

    Parameters
    ----------
    name
        One of `OPINIONS`.
    comparison
        Today's hours, limits, and what has been tried.

    Returns
    -------
    Plan or None
        None where the company lacks what the opinion rests on. *leave*: no move. *chief*: the mix
        of the best quarter for everybody from the first month, as far as limits of a search let
        it. *hunting*: hours of retention become hours of conversion, as far as the same limits.
        *service*: every hour of service goes, below the floor too, and each one's selling grows in
        its present proportions.

    Raises
    ------
    MissingTable
        If the company has no benchmarks to take a norm from.
    """
    c = comparison.calibration
    if name == "leave":
        return Plan()
    if name == "chief":
        return comparison.benchmark
    hours = _hunting(comparison) if name == "hunting" else _without_service(c.today_hours)
    return plan_of_hours(np.repeat(hours[None], len(PHASES), axis=0), c, PHASES)


def _hunting(comparison: Comparison) -> Array:
    """Everybody's hours with conversion in place of retention, shape (specialists, 6)."""
    hours = comparison.calibration.today_hours.copy()
    low, high = reach_of(comparison.calibration, comparison.limits)
    given = hours[:, _RETENTION] - low[:, _RETENTION]
    moved = np.minimum(given, high[:, _CONVERSION] - hours[:, _CONVERSION])
    hours[:, _RETENTION] -= moved
    hours[:, _CONVERSION] += moved
    return hours


def _without_service(today: Array) -> Array:
    """Everybody's hours with service given to selling, shape (specialists, 6)."""
    hours, selling = today.copy(), today[:, : len(SELLING)]
    total = selling.sum(axis=1, keepdims=True)
    # Who sells nothing today has no proportions: the freed hours are spread evenly.
    mix = np.where(total > 0.0, selling / np.where(total > 0.0, total, 1.0), 1.0 / len(SELLING))
    hours[:, : len(SELLING)] += today[:, [_SERVICE]] * mix
    hours[:, _SERVICE] = 0.0
    return hours
