"""Hours of each specialist by month, before they are distributed over accounts."""

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
    A quarter of the noise carries over to the next month: busy months cluster.
    """
    shape = (months, p.REPS, len(ACTIVITIES))
    noise = bounded_noise(rng, p.HOURS_NOISE, shape)
    noise[1:] += 0.25 * (noise[:-1] - 1.0)
    # Centre the noise: it must not change the means over the history.
    noise /= noise[p.BURN_IN_MONTHS :].mean(axis=(0, 1))
    hours = reps.habit_hours[None, :, :] * noise
    if cut is not None:
        first = p.BURN_IN_MONTHS + cut.first_month - 1
        rows = slice(first, first + cut.months)
        there = reps.region == cut.region
        freed = cut.share * hours[rows, there, RETENTION]
        hours[rows, there, RETENTION] -= freed
        hours[rows, there, CONVERSION] += freed
        # Rescale everybody's hours, so that the cut does not change the company's means.
        for column in (RETENTION, CONVERSION):
            mean = hours[p.BURN_IN_MONTHS :, :, column].mean()
            hours[:, :, column] *= reps.habit_hours[:, column].mean() / mean
    return hours
