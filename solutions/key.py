"""The key: every right answer as a function of a case's data.

Read by `casekit build`, which seals the answers, and by the grader's scoring process; never by
anything a participant runs.
"""

from collections.abc import Callable
from typing import Any

from casekit.analysis import reference_gaps, time_audit
from casekit.company import ACTIVITIES, SELLING, Case


def selling_share(case: Case) -> float:
    """Share of working time spent selling."""
    return float(time_audit(case.reports, case.benchmarks).loc["selling", "share"])


def selling_gap(case: Case) -> float:
    """Hours a month by which selling falls short of its reference."""
    gaps = reference_gaps(time_audit(case.reports, case.benchmarks))
    return -float(gaps.loc["selling", "gap_hours"])


def largest_excess(case: Case) -> str:
    """Activity with the most hours above its reference, selling taken as a whole."""
    gaps = reference_gaps(time_audit(case.reports, case.benchmarks))["gap_hours"]
    whole = ["selling", *(name for name in ACTIVITIES if name not in SELLING)]
    return str(gaps[whole].idxmax())


ANSWERS: dict[str, Callable[[Case], Any]] = {
    "time.selling_share": selling_share,
    "time.selling_gap": selling_gap,
    "time.largest_excess": largest_excess,
}
