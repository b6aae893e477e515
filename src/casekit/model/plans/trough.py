"""How far a plan falls behind today's hours before it pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array

__all__ = ["Trough", "trough_of"]

#: Differences of monthly margins below this are rounding, thousand roubles.
TINY_KRUB = 1e-6


@dataclass(frozen=True)
class Trough:
    """How far a plan falls behind, for how long, and when it is ahead for good.

    Parameters
    ----------
    depth_krub
        Largest margin by which it is behind in total, thousand roubles; 0 if it never is.
    months_below
        Number of months that earn less than under today's hours.
    payback_month
        First month from which the total stays at or above today's; 1 if it never falls behind,
        None if it ends behind.
    """

    depth_krub: float
    months_below: int
    payback_month: int | None


def trough_of(gained: Array) -> Trough | None:
    """Trough of a plan; None where what it gains is unknown.

    Parameters
    ----------
    gained
        Margin against today's hours by month, thousand roubles.

    Examples
    --------
    >>> trough_of(np.array([-3.0, -1.0, 2.0, 5.0]))
    Trough(depth_krub=4.0, months_below=2, payback_month=4)
    """
    if np.isnan(gained).any():
        return None
    total = np.cumsum(gained)
    behind = np.flatnonzero(total < -TINY_KRUB)
    month: int | None = int(behind[-1]) + 2 if behind.size else 1
    if month is not None and month > len(gained):
        month = None
    below = int((gained < -TINY_KRUB).sum())
    return Trough(max(0.0, -float(total.min())), below, month)
