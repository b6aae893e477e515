"""Hours of each specialist by month, before they are distributed over accounts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.world import parameters as p
from casekit.world.chance import bounded_noise
from casekit.world.market import Reps
from casekit.world.parameters import RegionalCut

RETENTION = ACTIVITIES.index("retention")
CONVERSION = ACTIVITIES.index("conversion")


@dataclass(frozen=True)
class Hours:
    """Hours by month, specialist and activity: worked, and meant before the month's noise.

    `habit` is the usual month of each specialist, shape (reps, 6).
    """

    worked: Array
    meant: Array
    habit: Array


def draw_hours(rng: np.random.Generator, reps: Reps, months: int, cut: RegionalCut | None) -> Hours:
    """Hours of all simulated months: habit, noise, and the region's experiment if there is one.

    Notes
    -----
    A quarter of the noise carries over to the next month: busy months cluster.
    """
    noise = habit_noise(rng, months)
    # A company's means over its history are its own: noise moves hours, not the totals.
    noise /= noise[p.BURN_IN_MONTHS :].mean(axis=(0, 1))
    meant = np.tile(reps.habit_hours, (months, 1, 1))
    worked = meant * noise
    habit = reps.habit_hours.copy()
    if cut is not None:
        first = p.BURN_IN_MONTHS + cut.first_month - 1
        rows = slice(first, first + cut.months)
        there = reps.region == cut.region
        for hours in (meant, worked):
            freed = cut.share * hours[rows, there, RETENTION]
            hours[rows, there, RETENTION] -= freed
            hours[rows, there, CONVERSION] += freed
        # The company's mean month stays its own: the others keep clients a little more.
        for column in (RETENTION, CONVERSION):
            mean = worked[p.BURN_IN_MONTHS :, :, column].mean()
            factor = reps.habit_hours[:, column].mean() / mean
            worked[:, :, column] *= factor
            meant[:, :, column] *= factor
            habit[:, column] *= factor
    return Hours(worked, meant, habit)


def habit_noise(rng: np.random.Generator, months: int) -> Array:
    """How months differ from what was meant, around one; shape (months, reps, 6)."""
    noise = bounded_noise(rng, p.HOURS_NOISE, (months, p.REPS, len(ACTIVITIES)))
    noise[1:] += 0.25 * (noise[:-1] - 1.0)
    return noise
