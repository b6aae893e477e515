"""What part of the attainable gain a plan reaches, and where and why the rest lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.model import Comparison, Plan
from casekit.model.plans.untried import moves_unknown

__all__ = ["Attained", "Part", "attained"]

#: Points of the way to the best plan at which slopes are taken (Gauss-Legendre).
POINTS = 6


@dataclass(frozen=True)
class Part:
    """A part of what a plan leaves out.

    Parameters
    ----------
    code
        An activity or a specialist.
    krub
        Its part of the value that the best plan would add; a person's may be negative, where the
        plan asks for hours that a search does not.
    activity
        The activity whose hours matter most; of an activity itself.
    hours
        By how many hours a month it would change, mean of the phases; of an activity the mean
        specialist's.
    """

    code: str
    krub: float
    activity: str
    hours: float


@dataclass(frozen=True)
class Attained:
    """A plan's gain beside the attainable one.

    Parameters
    ----------
    gain_krub, attainable_krub
        What the plan and the best plan add to the value, thousand roubles.
    share
        The one as a share of the other; NaN where there is nothing to gain, or the plan moves
        hours of an unknown effect.
    by_kind, by_person
        The rest by activity and by specialist, the largest first; each adds up to the rest.
    """

    gain_krub: float
    attainable_krub: float
    share: float
    by_kind: tuple[Part, ...]
    by_person: tuple[Part, ...]

    @property
    def rest_krub(self) -> float:
        """What the best plan would add."""
        return self.attainable_krub - self.gain_krub


def attained(comparison: Comparison, plan: Plan) -> Attained:
    """Hold a plan against the best one.

    The way from the plan to the best plan is gone in a straight line, and the slopes of the value
    along it are summed activity by activity (Aumann and Shapley, 1974). An hour that moves is worth
    what it brings where it goes less what it brought where it came from, both a mean of the
    person's month: half of it counts where the hour is too much, half where it is missing.

    Parameters
    ----------
    comparison
        Today and the best plan.
    plan
        The plan.
    """
    c, best = comparison.calibration, comparison.best
    hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
    attainable = best.gain_krub
    if moves_unknown(c, hours).any():
        return Attained(np.nan, attainable, np.nan, (), ())
    present = np.repeat(c.today_hours[None], len(hours), axis=0)
    value = comparison.value_by_rep(hours)
    gain = float((value - comparison.value_by_rep(present)).sum())
    short = comparison.value_by_rep(best.hours) - value
    parts = _by_activity(comparison, hours, best.hours, short)
    change = (best.hours - hours).mean(axis=0)
    kinds = [
        Part(name, float(parts[:, k].sum()), name, float(change[:, k].mean()))
        for k, name in enumerate(ACTIVITIES)
        if np.abs(change[:, k]).max() > 0.0
    ]
    people = [
        Part(rep, float(short[row]), ACTIVITIES[k], float(change[row, k]))
        for row, (rep, k) in enumerate(zip(c.rep_ids, parts.argmax(axis=1), strict=True))
        if np.abs(change[row]).max() > 0.0
    ]
    share = np.nan if best.already_best else gain / attainable
    return Attained(gain, attainable, share, _sorted(kinds), _sorted(people))


def _by_activity(comparison: Comparison, hours: Array, best: Array, short: Array) -> Array:
    """Parts of what everybody falls short by, shape (specialists, 6)."""
    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    change = best - hours
    slope = np.zeros_like(hours)
    for node, weight in zip(nodes, weights, strict=True):
        at = hours + 0.5 * (1.0 + node) * change
        slope += 0.5 * weight * np.nan_to_num(comparison.slopes(at), posinf=0.0, neginf=0.0)
    more, less = np.maximum(change, 0.0), np.maximum(-change, 0.0)
    # Hours of a month add up: what is added somewhere is what is taken elsewhere.
    moved = more.sum(axis=2, keepdims=True)
    moved = np.where(moved > 0.0, moved, 1.0)
    given = (slope * less).sum(axis=2, keepdims=True) / moved
    taken = (slope * more).sum(axis=2, keepdims=True) / moved
    halves = 0.5 * ((slope - given) * more + (taken - slope) * less)
    parts = np.asarray(halves.sum(axis=0))
    # The value bends where hours are new or service meets its floor: the sum is put right.
    off = short - parts.sum(axis=1)
    size = np.abs(change).sum(axis=0)
    whole = size.sum(axis=1, keepdims=True)
    return np.asarray(parts + off[:, None] * size / np.where(whole > 0.0, whole, 1.0))


def _sorted(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: -part.krub))
