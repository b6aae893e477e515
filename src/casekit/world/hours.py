"""Hours of each specialist, month by month, before they are laid on accounts."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.world import parameters as p
from casekit.world.chance import bounded_noise
from casekit.world.market import Reps
from casekit.world.parameters import RegionalCut

RETENTION = ACTIVITIES.index("retention")
CONVERSION = ACTIVITIES.index("conversion")


def draw_hours(rng: np.random.Generator, reps: Reps, months: int, cut: RegionalCut | None) -> Array:
    """Hours of all simulated months, shape (months, reps, 6): habit, noise, and the cut if any.

    Notes
    -----
    A quarter of the noise lasts from month to month, because a busy month is seldom alone.
    """
    shape = (months, p.REPS, len(ACTIVITIES))
    noise = bounded_noise(rng, p.HOURS_NOISE, shape)
    noise[1:] += 0.25 * (noise[:-1] - 1.0)
    # A company's means over its history are its own: noise moves hours, not the totals.
    noise /= noise[p.BURN_IN_MONTHS :].mean(axis=(0, 1))
    hours = reps.habit_hours[None, :, :] * noise
    if cut is not None:
        first = p.BURN_IN_MONTHS + cut.first_month - 1
        rows = slice(first, first + cut.months)
        there = reps.region == cut.region
        freed = cut.share * hours[rows, there, RETENTION]
        hours[rows, there, RETENTION] -= freed
        hours[rows, there, CONVERSION] += freed
        # The company's mean month stays the family's: the others keep clients a little more.
        for column in (RETENTION, CONVERSION):
            mean = hours[p.BURN_IN_MONTHS :, :, column].mean()
            hours[:, :, column] *= reps.habit_hours[:, column].mean() / mean
    return hours
