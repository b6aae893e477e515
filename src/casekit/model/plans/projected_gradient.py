"""Spectral projected gradient ascent for many small problems at once, one a specialist.

Birgin, Martínez and Raydan (2000): a step along the gradient, with a step length from the last two
gradients, projected onto the set where floors, ceilings and the sum of hours hold. Every specialist
has a step length of its own.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from casekit.arrays import Array
from casekit.model.response.dynamics import SERVICE

__all__ = ["onto_limits", "projected_gradient", "projected_gradient_with_floor"]


#: Returns value by column and its gradient, for hours of shape (phases, columns, parts).
Objective = Callable[[Array], tuple[Array, Array]]

#: Stop when the predicted gain of a step is below this share of a column's value.
ENOUGH = 1e-7
MOST_STEPS = 300
#: Bound of the gradient, thousand roubles an hour; it may be infinite at zero hours.
STEEPEST = 1e5
#: Number of restarts with the initial step length.
AGAIN = 5


def projected_gradient(
    objective: Objective, start: Array, low: Array, high: Array, enough: float = ENOUGH
) -> Array:
    """Maximise a value from a start by projected gradient ascent.

    Parameters
    ----------
    objective
        Returns value (columns,) and gradient (phases, columns, parts).
    start
        Feasible hours, shape (phases, columns, parts); sums over the parts are kept.
    low, high
        Bounds of the same shape, or one that broadcasts.
    enough
        Stop when the predicted gain of a step is below this share of the value.

    Returns
    -------
    array
        Hours whose value is at least that of the start, column by column.
    """
    total = start.sum(axis=2)
    hours = start.copy()

    def seen(at: Array) -> tuple[Array, Array]:
        """Value and gradient, with the gradient bounded."""
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
            # A short step predicts little gain anywhere: accept convergence only after a long one.
            if again == 0 or (step >= first).all():
                break
            again -= 1
            step = np.maximum(step, first)
            continue
        new_value, new_slope = seen(tried)
        better = new_value >= value + 1e-4 * promise
        bend = -(move * (new_slope - slope)).sum(axis=(0, 2))
        length = (move * move).sum(axis=(0, 2))
        # Barzilai-Borwein step length; four times longer where the curvature is not negative, and a
        # quarter as long after a rejected step.
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
    """Projected gradient ascent with a kink of the value at the service floor.

    Above the floor a freed hour costs a technician, below it clients: the value has a kink there,
    which stalls gradient steps. So hours up to the floor and hours above it are separate variables,
    each with its own slope.

    Parameters
    ----------
    objective
        Of hours of shape (phases, columns, 6); its gradient has a seventh part, that of service
        above its floor, as `Sweep.gradient(..., apart=True)` gives them.
    start, low, high
        As in `projected_gradient`.
    floor_hours
        Service floor, a number or one for each column.
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
    """Project hours onto the bounds and the sum (Euclidean projection).

    The solution is the wish shifted by one number a row and clipped to the bounds. The sum is
    piecewise linear in the shift, so the piece is found by sorting its breakpoints.

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
    # Sums decrease with the shift: take the last breakpoint whose sum is still large enough.
    piece = np.clip((sums >= total[..., None] - 1e-12).sum(axis=-1) - 1, 0, corners.shape[-1] - 2)
    at = np.take_along_axis
    left, right = (at(corners, (piece + k)[..., None], -1)[..., 0] for k in (0, 1))
    above, below = (at(sums, (piece + k)[..., None], -1)[..., 0] for k in (0, 1))
    drop = above - below
    part = np.where(drop > 1e-300, (above - total) / np.where(drop > 1e-300, drop, 1.0), 0.0)
    shift = left + np.clip(part, 0.0, 1.0) * (right - left)
    return np.asarray(np.clip(wish - shift[..., None], low, high))
