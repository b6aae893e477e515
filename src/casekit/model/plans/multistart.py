"""Multistart search for value functions with several local maxima.

An S-shaped curve (judgement may give one) makes the value non-concave, so that a search from
today's hours may end in an inferior local maximum.
"""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model.calibration.calibration import Calibration
from casekit.model.plans.projected_gradient import onto_limits, projected_gradient_with_floor
from casekit.model.response.dynamics import ADMIN, SERVICE, Response
from casekit.model.response.hour_value import repeat_for_draws
from casekit.model.response.sweep import Sweep

__all__ = ["is_s_shaped", "local_maxima"]


#: Steps of the lattice of selling hours, and number of starts that are optimised.
LATTICE = 20
FOLLOWED = 6
#: Least distance between two starts, share of a month's hours.
APART = 0.15


def is_s_shaped(response: Response, most: float) -> bool:
    """Whether a response curve has increasing returns anywhere."""
    grid = np.linspace(0.0, most, 61)[:, None]
    for curve, sign in (
        (response.expansion, 1.0),
        (response.conversion, 1.0),
        (response.erosion, -1.0),
    ):
        with np.errstate(over="ignore"):
            slope = sign * np.nan_to_num(np.asarray(curve.marginal(grid)), posinf=1e12)
        if (np.diff(slope, axis=0) > 1e-9 * np.abs(slope).max()).any():
            return True
    return False


def local_maxima(calibration: Calibration, sweep: Sweep, low: Array, high: Array) -> Array:
    """Local maxima reached from starts spread over all splits, shape (starts, phases, reps, 6)."""
    today = calibration.today_hours
    reps = len(today)
    starts = _lattice(today, low, high)
    wide = _beside(sweep, calibration, len(starts))
    tiled = np.tile(today, (len(starts), 1))
    flat = np.repeat(starts.reshape(1, -1, len(ACTIVITIES)), len(sweep.phases), axis=0)
    values = wide.value(flat, tiled).reshape(len(starts), reps)
    chosen = _spread(starts, values, today.sum(axis=1))
    few = _beside(sweep, calibration, FOLLOWED)
    begin = np.repeat(chosen.reshape(1, -1, len(ACTIVITIES)), len(sweep.phases), axis=0)
    again = np.tile(today, (FOLLOWED, 1))

    def objective(hours: Array) -> tuple[Array, Array]:
        return few.gradient(hours, again, apart=True)

    reached = projected_gradient_with_floor(
        objective,
        begin,
        np.tile(low, (FOLLOWED, 1)),
        np.tile(high, (FOLLOWED, 1)),
        calibration.response.terms.service_floor_hours,
    )
    return np.moveaxis(reached.reshape(len(sweep.phases), FOLLOWED, reps, -1), 1, 0)


def _beside(sweep: Sweep, calibration: Calibration, copies: int) -> Sweep:
    """The same equations for many splits of everybody's hours side by side."""
    response, start = repeat_for_draws(calibration.response, calibration.start, copies)
    return Sweep(start, response, sweep.months, sweep.phases, sweep.tail_months)


def _lattice(today: Array, low: Array, high: Array) -> Array:
    """Lattice of splits of the month, shape (splits, specialists, 6)."""
    cuts = [(a, b) for a in range(LATTICE + 1) for b in range(LATTICE + 1 - a)]
    splits = np.array([(a, b, LATTICE - a - b) for a, b in cuts]) / LATTICE
    total = today.sum(axis=1)
    found = []
    for service in (low[:, SERVICE], today[:, SERVICE]):
        for admin in (low[:, ADMIN], today[:, ADMIN]):
            fixed = today.copy()
            fixed[:, SERVICE], fixed[:, ADMIN] = service, admin
            selling = total - fixed[:, len(SELLING) :].sum(axis=1)
            point = np.repeat(fixed[None], len(splits), axis=0)
            point[:, :, : len(SELLING)] = splits[:, None, :] * selling[None, :, None]
            found.append(onto_limits(point, low, high, np.broadcast_to(total, point.shape[:2])))
    return np.concatenate(found)


def _spread(starts: Array, values: Array, total: Array) -> Array:
    """The best starts of each specialist, apart, shape (`FOLLOWED`, specialists, 6)."""
    open_values = values.copy()
    chosen = []
    columns = np.arange(values.shape[1])
    for _ in range(FOLLOWED):
        best = open_values.argmax(axis=0)
        point = starts[best, columns]
        chosen.append(point)
        near = np.abs(starts - point).sum(axis=2) < APART * total
        open_values[near] = -np.inf
    return np.array(chosen)
