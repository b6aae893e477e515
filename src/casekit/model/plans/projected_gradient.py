"""Uphill within limits: many small concave problems at once, one a specialist.

Spectral projected gradients (Birgin, Martínez and Raydan 2000): a step along the slope, as long
as the last two slopes suggest, brought back to the nearest point that keeps floors, ceilings and
the sum of hours. Every specialist has a step of its own, so that a difficult one holds up nobody.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from casekit.arrays import Array
from casekit.model.response.dynamics import SERVICE

__all__ = ["onto_limits", "projected_gradient", "projected_gradient_with_floor"]


#: Value by column and its slopes, for hours of shape (phases, columns, parts).
Objective = Callable[[Array], tuple[Array, Array]]

#: A step that promises less than this share of a column's value is not worth taking.
ENOUGH = 1e-7
MOST_STEPS = 300
#: Slopes steeper than this, thousand roubles an hour, are as good as walls.
STEEPEST = 1e5
#: How often the climb is taken up again with long steps when short ones promise nothing.
AGAIN = 5


def projected_gradient(
    objective: Objective, start: Array, low: Array, high: Array, enough: float = ENOUGH
) -> Array:
    """Hours of the highest value that can be reached uphill from a start.

    Parameters
    ----------
    objective
        Gives value (columns,) and slopes (phases, columns, parts).
    start
        Hours that keep the limits, shape (phases, columns, parts); sums over the parts stay.
    low, high
        Bounds of the same shape, or one that broadcasts.
    enough
        Stop when a step promises less than this share of the value.

    Returns
    -------
    array
        Never worse than the start, column by column.
    """
    total = start.sum(axis=2)
    hours = start.copy()

    def seen(at: Array) -> tuple[Array, Array]:
        """Value and slopes; where a first hour is worth without limit, very much."""
        found, steep = objective(at)
        return found, np.clip(np.nan_to_num(steep), -STEEPEST, STEEPEST)

    value, slope = seen(hours)
    scale = np.abs(slope).max(axis=(0, 2))
    step = first = 5.0 / np.maximum(scale, 1e-12)
    again = AGAIN
    for _ in range(MOST_STEPS):
        tried = onto_limits(hours + step[None, :, None] * slope, low, high, total)
        move = tried - hours
        promise = (slope * move).sum(axis=(0, 2))
        if (promise <= enough * np.abs(value)).all():
            # A short step promises little anywhere: only a long one may say that this is all.
            if again == 0 or (step >= first).all():
                break
            again -= 1
            step = np.maximum(step, first)
            continue
        new_value, new_slope = seen(tried)
        better = new_value >= value + 1e-4 * promise
        bend = -(move * (new_slope - slope)).sum(axis=(0, 2))
        length = (move * move).sum(axis=(0, 2))
        # Curved upwards or flat: try farther. Not better: come nearer and try again.
        longer = np.where(bend > 0, length / np.maximum(bend, 1e-300), 4.0 * step)
        step = np.where(better, np.clip(longer, step / 10.0, step * 10.0), step / 4.0)
        taken = better[None, :, None]
        hours = np.where(taken, tried, hours)
        slope = np.where(taken, new_slope, slope)
        value = np.where(better, new_value, value)
    return hours


def projected_gradient_with_floor(
    objective: Objective, start: Array, low: Array, high: Array, floor_hours: Array | float
) -> Array:
    """Climb with the bend at the floor of service taken apart.

    Above the floor a freed hour costs a technician, below it clients: the value has an edge
    there, and a step uphill would stumble over it. So hours up to the floor and hours above it
    climb as two quantities, each along its own slope.

    Parameters
    ----------
    objective
        Of hours of shape (phases, columns, 6); its slopes have a seventh part, that of service
        above its floor, as `Sweep.gradient(..., apart=True)` gives them.
    start, low, high
        As in `climb`.
    floor_hours
        Where the bend lies, a number or one a column.
    """

    def apart(hours: Array) -> Array:
        below = np.minimum(hours[..., SERVICE], floor_hours)
        parts = np.concatenate([hours, (hours[..., SERVICE] - below)[..., None]], axis=-1)
        parts[..., SERVICE] = below
        return parts

    def together(parts: Array) -> Array:
        hours = parts[..., :-1].copy()
        hours[..., SERVICE] += parts[..., -1]
        return hours

    found = projected_gradient(
        lambda parts: objective(together(parts)), apart(start), apart(low), apart(high)
    )
    return together(found)


def onto_limits(wish: Array, low: Array, high: Array, total: Array) -> Array:
    """Nearest hours that keep the bounds and add up.

    The solution is the wish shifted by one number a row and cut at the bounds; the sum falls
    piece by piece as the shift grows, and the right piece is looked up, not searched for.

    Parameters
    ----------
    wish, low, high
        Shape (..., parts), bounds may broadcast.
    total
        Sum over the parts, shape (...); between the sums of the bounds.
    """
    low, high = np.broadcast_to(low, wish.shape), np.broadcast_to(high, wish.shape)
    corners = np.sort(np.concatenate([wish - high, wish - low], axis=-1), axis=-1)
    shifted = np.clip(
        wish[..., None, :] - corners[..., :, None], low[..., None, :], high[..., None, :]
    )
    sums = shifted.sum(axis=-1)
    # Sums fall with the shift: the last corner whose sum is still enough.
    piece = np.clip((sums >= total[..., None] - 1e-12).sum(axis=-1) - 1, 0, corners.shape[-1] - 2)
    at = np.take_along_axis
    left, right = (at(corners, (piece + k)[..., None], -1)[..., 0] for k in (0, 1))
    above, below = (at(sums, (piece + k)[..., None], -1)[..., 0] for k in (0, 1))
    drop = above - below
    part = np.where(drop > 1e-300, (above - total) / np.where(drop > 1e-300, drop, 1.0), 0.0)
    shift = left + np.clip(part, 0.0, 1.0) * (right - left)
    return np.asarray(np.clip(wish - shift[..., None], low, high))
