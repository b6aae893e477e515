"""A plan's verdict: the model judges it, by its share of the attainable gain."""

from __future__ import annotations

from math import inf
from typing import Any

import numpy as np

from casekit.company import Case
from casekit.model import Limits, Plan, benchmark_plan, calibrated, plan_mark, share_of_gain

__all__ = ["judge_plan"]

#: Mean difference in hours a month within which two plans are one and the same.
NEAR_HOURS = 0.5
#: The best quarter's mix is known as a search would fit it, and as somebody may type it.
_REACH = (Limits(), Limits(change_hours=inf, untried=True))


def judge_plan(case: Case, plan: Plan) -> tuple[float, float, str]:
    """A plan's mark, its share of the attainable gain, and the known mistake it is.

    Parameters
    ----------
    case
        The company.
    plan
        The plan.

    Returns
    -------
    mark, share, mistake
        Mark from 0 to 1 (full from four fifths of the gain, in proportion below); the share;
        `unchanged`, `benchmark_mix`, or empty for none. A mix for everybody may earn full marks.

    Raises
    ------
    InvalidArgument
        If the plan breaks limits (each is named), or today's hours leave nothing to gain.
    """
    calibration = calibrated(case)
    share = share_of_gain(calibration, plan)

    def hours(of: Plan) -> Any:
        return of.hours(calibration.today_hours, calibration.rep_ids, calibration.regions)

    def near(of: Plan) -> bool:
        return float(np.abs(hours(plan) - hours(of)).mean()) < NEAR_HOURS

    mistake = ""
    if near(Plan()):
        mistake = "unchanged"
    elif any(near(benchmark_plan(case, calibration=calibration, limits=at)) for at in _REACH):
        mistake = "benchmark_mix"
    return plan_mark(share), share, mistake
