"""Months at season, for a place beside booked ones; value is counted at constant season."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.model.response.sweep import Sweep

__all__ = ["margin_at_season"]


def margin_at_season(sweep: Sweep, hours: Array, season: Array) -> Array:
    """Gross margin of each month with the season in recurring business, thousand roubles.

    Equipment that comes with gains and wins has no season. Nothing is taken off for freed hours.
    The projection and its value stay at constant season: what is compared between plans would
    only be blurred by it.

    Parameters
    ----------
    sweep
        Projection.
    hours
        Shape (phases, columns, 6).
    season
        Seasonal index of each projected month, shape (months,); ones for constant season.

    Returns
    -------
    array
        Shape (months, columns).
    """
    steps = sweep.run(hours)
    recurring = steps.base[1:] * sweep.response.recurring_margin - steps.given[1:]
    margin = sweep.margin(hours, np.zeros_like(hours[0]), steps)
    return np.asarray(margin + recurring * (np.asarray(season)[:, None] - 1.0))
