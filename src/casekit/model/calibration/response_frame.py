"""A response curve as a frame: outcome of hours, its interval, and where it extrapolates."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from casekit.arrays import Array, Indices
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import COVERAGE, Calibration, apply_sample
from casekit.model.calibration.source import calibrated
from casekit.model.response.dynamics import Response, Start

__all__ = ["outcome_of_hours", "response_frame"]


#: How far a curve is shown, as a multiple of the most hours tried.
BEYOND = 1.25
#: Hours this near to today's count as today's.
TINY_HOURS = 0.05


def response_frame(
    calibration: Calibration,
    activity: str,
    hours: Array | None = None,
    rows: Indices | None = None,
) -> pd.DataFrame:
    """What hours of one kind of selling bring the mean specialist in a month.

    Parameters
    ----------
    calibration
        From history or from judgement.
    activity
        `retention` (share of the base lost), `expansion` (thousand roubles gained) or
        `conversion` (clients won).
    hours
        Hours a month to show; from zero to `BEYOND` times the most tried if left out.
    rows
        Specialists over whom the mean is taken, as rows of the calibration; all if left out.

    Returns
    -------
    pandas.DataFrame
        `activity`, `unit`, `hours`, `value`, `low`, `high` (interval of nominal coverage
        `COVERAGE`), `extrapolated` (hours that nobody has tried over a quarter) and
        `is_today`: one row stands at today's mean hours. Where the evidence cannot tell the
        curve, values of all other rows are NaN.

    Raises
    ------
    InvalidArgument
        If the activity is not a kind of selling, or the hours cannot be.

    Examples
    --------
    >>> import casekit as ck
    >>> from casekit.model.calibration.history import calibrate_history
    >>> frame = response_frame(calibrate_history(ck.load_case()), "expansion")
    >>> bool(frame["value"].is_monotonic_increasing)
    True
    """
    calibration = calibrated(calibration)
    if activity not in SELLING:
        raise InvalidArgument("activity-unknown", found=str(activity), allowed=", ".join(SELLING))
    column = ACTIVITIES.index(activity)
    team = slice(None) if rows is None else rows
    today = float(calibration.today_hours[team, column].mean())
    low, high = _seen(calibration, column)
    if hours is None:
        hours = np.linspace(0.0, max(BEYOND * high, 1.0), 81)
    shown = np.unique(np.append(np.asarray(hours, dtype=float), today))
    best = _of_the_mean_specialist(activity, calibration.start, calibration.response, shown, team)
    response, start = apply_sample(calibration.response, calibration.start, calibration.sample)
    drawn = _of_the_mean_specialist(activity, start, response, shown, team)
    unknown = (activity in calibration.unknown) & (shown != today)
    tails = [(1.0 - COVERAGE) / 2.0, (1.0 + COVERAGE) / 2.0]
    bounds = np.quantile(np.broadcast_to(drawn, (len(drawn), len(shown))), tails, axis=0)
    unit = calibration.intervals.set_index("activity").loc[activity, "unit"]
    return pd.DataFrame(
        {
            "activity": activity,
            "unit": unit,
            "hours": shown,
            "value": np.where(unknown, np.nan, best[0]),
            "low": np.where(unknown, np.nan, bounds[0]),
            "high": np.where(unknown, np.nan, bounds[1]),
            "extrapolated": (shown < low) | (shown > high),
            "is_today": shown == today,
        }
    )


def outcome_of_hours(calibration: Calibration, hours: Array, rows: Indices | None = None) -> Array:
    """What hours of each kind of selling bring the mean specialist in a month, best estimate.

    Parameters
    ----------
    calibration
        From history or from judgement.
    hours
        Hours a month by kind of selling, shape (3,).
    rows
        As in `response_frame`.

    Returns
    -------
    array
        Shape (3,), in the units of `response_frame`; NaN at other hours than today's where the
        evidence cannot tell.
    """
    c, team = calibrated(calibration), slice(None) if rows is None else rows
    found = [
        _of_the_mean_specialist(name, c.start, c.response, np.array([spent]), team)[0, 0]
        for name, spent in zip(SELLING, np.asarray(hours, dtype=float), strict=True)
    ]
    told = np.array(found)
    today = c.today_hours[team, : len(SELLING)].mean(axis=0)
    unknown = np.array([name in c.unknown for name in SELLING])
    return np.where(unknown & (np.abs(np.asarray(hours) - today) > TINY_HOURS), np.nan, told)


def _seen(calibration: Calibration, column: int) -> tuple[float, float]:
    """Fewest and most hours anybody has worked over a quarter; today's where no history tells."""
    today = calibration.today_hours
    low, high = calibration.tried_hours or (today.min(axis=0), today.max(axis=0))
    return float(low[column]), float(high[column])


def _of_the_mean_specialist(
    activity: str,
    start: Start,
    response: Response,
    hours: Array,
    team: slice | Indices,
) -> Array:
    """Outcome by hours (columns) of every draw (rows; one for the best estimate)."""
    curves: dict[str, Any] = {
        "retention": response.erosion,
        "expansion": response.expansion,
        "conversion": response.conversion,
    }
    if activity == "retention":
        base = start.base_krub[..., team]
        scale = (base * start.erosion_mix[..., team]).sum() / base.sum()
    elif activity == "expansion":
        room = (start.skill * start.room_krub)[..., team]
        scale = room.mean(axis=-1) / response.room_reference_krub
    else:
        pool = (start.skill * start.pool_accounts)[..., team]
        scale = pool.mean(axis=-1) / response.pool_reference
    value = np.atleast_2d(np.asarray(curves[activity].value(hours), dtype=float))
    return np.asarray(np.reshape(scale, (-1, 1)) * value)
