"""What nobody can answer for: hours that nobody has tried, and hours whose effect is unknown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.arrays import Array, Flags
from casekit.company.schema import ACTIVITIES
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.plan import PHASES, SLACK_HOURS, Plan, need_plan

__all__ = ["moves_unknown", "unknown_kinds", "untried", "untried_hours"]

COLUMNS = ("rep_id", "from_month", "activity", "hours", "tried_hours", "beyond_hours")


def untried(source: CaseOrCalibration, plan: Plan) -> pd.DataFrame:
    """Hours of a plan that no specialist of the company has worked over a quarter.

    Somebody who works so many today has tried them.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.

    Returns
    -------
    pandas.DataFrame
        `rep_id`, `from_month` (the phase), `activity`, `hours` a month of the plan, `tried_hours`
        (the most, or the fewest, that have been worked) and `beyond_hours`. Empty where no
        history tells what has been worked.
    """
    calibration = calibrated(source)
    need_plan(plan)
    c = calibration
    return untried_hours(c, plan.hours(c.today_hours, c.rep_ids, c.regions))


def untried_hours(
    calibration: Calibration, hours: Array, phases: tuple[int, ...] = PHASES
) -> pd.DataFrame:
    """What `untried` gives, for hours of shape (phases, specialists, 6)."""
    if calibration.tried_hours is None:
        return pd.DataFrame(columns=list(COLUMNS))
    today = calibration.today_hours
    low, high = calibration.tried_hours
    kept = np.clip(hours, np.minimum(low, today), np.maximum(high, today))
    off = np.abs(hours - kept)
    place, rep, column = np.nonzero(off > SLACK_HOURS)
    where = place, rep, column
    values = (
        np.array(calibration.rep_ids, dtype=object)[rep],
        np.array(phases)[place],
        np.array(ACTIVITIES, dtype=object)[column],
        hours[where],
        kept[where],
        off[where],
    )
    return pd.DataFrame(dict(zip(COLUMNS, values, strict=True)))


def moves_unknown(calibration: Calibration, hours: Array) -> Flags:
    """Whether hours whose effect is unknown differ from today's, shape (phases, specialists)."""
    columns = [ACTIVITIES.index(name) for name in calibration.unknown]
    off = np.abs(hours - calibration.today_hours)[:, :, columns] > SLACK_HOURS
    return np.asarray(off.any(axis=2))


def unknown_kinds(calibration: Calibration, hours: Array, today: Array) -> tuple[str, ...]:
    """Kinds of selling whose hours move although nobody knows what that brings.

    Parameters
    ----------
    calibration
        Tells what is unknown.
    hours, today
        Of some of its specialists, shapes (phases, specialists, 6) and (specialists, 6).
    """
    off = np.abs(hours - today).max(axis=(0, 1)) > SLACK_HOURS
    return tuple(name for name in calibration.unknown if off[ACTIVITIES.index(name)])
