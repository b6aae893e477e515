"""Figures as plain JSON numbers: rounded, and null for what is unknown."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np

__all__ = ["plain", "plain_list"]

#: Decimals of hours and of thousands: finer than anything that is shown.
DECIMALS = 3


def plain(value: float | int | None, digits: int = DECIMALS) -> float | None:
    """A number as JSON has it; None for what is unknown.

    Examples
    --------
    >>> plain(1 / 3), plain(float("nan"))
    (0.333, None)
    """
    if value is None or not isfinite(value):
        return None
    # Adding zero turns a negative zero into zero.
    return round(float(value), digits) + 0.0


def plain_list(values: Any, digits: int = DECIMALS) -> list[Any]:
    """Numbers of an array, nested as its axes are."""
    found = np.round(np.asarray(values, dtype=float), digits) + 0.0
    if np.isfinite(found).all():
        return list(found.tolist())
    known = found.astype(object)
    known[~np.isfinite(found)] = None
    return list(known.tolist())
