"""Plans that set everybody to one mix of hours, for instance a benchmark's."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.company import Case, need_case
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.best_plan import reach_of
from casekit.model.plans.limits import Limits, company_limits
from casekit.model.plans.plan import Move, Plan
from casekit.model.plans.rebalance import fit_within

__all__ = ["at_mix", "benchmark_plan", "lowered_plan", "shifted_plan"]


#: Columns of the table `benchmarks` that hold a mix.
WHOSE = ("reference", "best_quarter")


def at_mix(hours: Array, shares: Array) -> Array:
    """Hours that follow a mix; travel is unchanged, because distances do not follow a benchmark.

    Parameters
    ----------
    hours
        Hours a month by activity, shape (..., 6).
    shares
        The mix, shape (6,); only its proportions count, and travel's is ignored.

    Returns
    -------
    array
        New hours of the same sums, same shape.
    """
    rest = [column for column, name in enumerate(ACTIVITIES) if name != "travel"]
    found = np.array(hours, dtype=float)
    mix = np.asarray(shares, dtype=float)[rest]
    found[..., rest] = found[..., rest].sum(axis=-1, keepdims=True) * mix / mix.sum()
    return found


def shifted_plan(source: CaseOrCalibration, activity: str, share: float, into: str) -> Plan:
    """Plan that moves a share of everybody's hours of one activity into another.

    Parameters
    ----------
    source
        A company or a calibration.
    activity, into
        Where hours are taken from and where they go.
    share
        Share of each specialist's hours that is moved, 0 to 1.

    Raises
    ------
    InvalidArgument
        If an activity is unknown or the share lies outside.
    """
    for name in (activity, into):
        if name not in ACTIVITIES:
            raise InvalidArgument("activity-unknown", found=name, allowed=", ".join(ACTIVITIES))
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise InvalidArgument("plan-share", found=str(share))
    calibration = calibrated(source)
    hours = calibration.today_hours[:, ACTIVITIES.index(activity)] * share
    pairs = zip(calibration.rep_ids, hours.round(3), strict=True)
    return Plan(Move(rep, 1, {activity: -float(h), into: float(h)}) for rep, h in pairs)


def lowered_plan(source: CaseOrCalibration, activity: str, hours: float, into: str) -> Plan:
    """Plan that lowers everybody's hours of one activity to a level and gives them to another.

    Parameters
    ----------
    source
        A company or a calibration.
    activity, into
        Where hours are taken from and where they go.
    hours
        Hours a month that are left, 0 or more; who works fewer today keeps them.

    Raises
    ------
    InvalidArgument
        If an activity is unknown or the hours are no number of that kind.

    Examples
    --------
    >>> import casekit as ck
    >>> none_left = lowered_plan(ck.load_case(), "service", 0, into="expansion")
    >>> left = ck.model.project(ck.load_case(), none_left).hours[0, :, 3].max()
    >>> round(float(left), 3)
    0.0
    """
    for name in (activity, into):
        if name not in ACTIVITIES:
            raise InvalidArgument("activity-unknown", found=name, allowed=", ".join(ACTIVITIES))
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not hours >= 0:
        raise InvalidArgument("plan-hours-left", found=str(hours))
    calibration = calibrated(source)
    freed = np.maximum(calibration.today_hours[:, ACTIVITIES.index(activity)] - hours, 0.0)
    pairs = zip(calibration.rep_ids, freed, strict=True)
    return Plan(Move(rep, 1, {activity: -float(h), into: float(h)}) for rep, h in pairs if h > 0.0)


def benchmark_plan(
    case: Case,
    whose: str = "best_quarter",
    calibration: Calibration | None = None,
    limits: Limits | None = None,
) -> Plan:
    """Plan that gives every specialist the mix of a benchmark, as far as the limits let them.

    Limits hold as for a search (`Limits.reach`): hours that have been tried, a usual change.

    Parameters
    ----------
    case
        The company whose benchmarks are used.
    whose
        `reference` or `best_quarter`.
    calibration
        Calibration of the company, if at hand.
    limits
        The usual ones if left out.

    Raises
    ------
    InvalidArgument
        If there is no such benchmark.
    """
    need_case(case)
    if whose not in WHOSE:
        raise InvalidArgument("benchmark-unknown", found=str(whose), allowed=", ".join(WHOSE))
    calibration = calibration or calibrated(case)
    column = case.benchmarks.set_index("metric")[whose]
    shares = column[[f"{name}_share" for name in ACTIVITIES]].to_numpy(dtype=float)
    change = at_mix(calibration.today_hours, shares) - calibration.today_hours
    moves = [
        Move(rep, 1, dict(zip(ACTIVITIES, map(float, row), strict=True)))
        for rep, row in zip(calibration.rep_ids, change, strict=True)
    ]
    limits = company_limits(calibration.response.terms, limits)
    return fit_within(Plan(moves), calibration, *reach_of(calibration, limits))
