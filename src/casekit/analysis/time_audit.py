"""Where the working hours go, beside the reference values."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.guards import need_table
from casekit.analysis.self_reports import same_every_month
from casekit.company import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument

#: Rows of an audit in reading order: the kinds of selling, their sum, and the rest.
AUDIT_ROWS = (*SELLING, "selling", *(name for name in ACTIVITIES if name not in SELLING))

_HOURS = [f"{name}_hours" for name in ACTIVITIES]


def time_audit(reports: pd.DataFrame, benchmarks: pd.DataFrame | None = None) -> pd.DataFrame:
    """Where a specialist's month goes: hours a month by activity, and their share of working time.

    Parameters
    ----------
    reports
        Table `reports`: a row is a month of a rep at an account, hours by activity.
    benchmarks
        Table `benchmarks`, whose metrics `ACTIVITY_share` hold the reference values; left out,
        no reference is known.

    Returns
    -------
    pandas.DataFrame
        Index `activity` (the three kinds of selling, `selling` as their sum, `service`,
        `travel`, `admin`); columns `hours` (a month per rep), `share` of all hours,
        `reference_share` and `best_quarter_share` (NaN where no reference is known).

    Raises
    ------
    InvalidArgument
        If the reports hold no hours, or a table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> audit = ck.analysis.time_audit(case.reports, case.benchmarks)
    >>> list(audit.columns)
    ['hours', 'share', 'reference_share', 'best_quarter_share']
    """
    need_table("reports", reports, "rep_id", "month", *_HOURS, rows=False)
    rep_months = len(reports[["rep_id", "month"]].drop_duplicates())
    hours = _reported_hours(reports).sum() / max(rep_months, 1)
    month_hours = hours.sum()
    hours["selling"] = hours[list(SELLING)].sum()
    audit = pd.DataFrame({"hours": hours, "share": hours / month_hours})
    if benchmarks is None:
        audit[["reference_share", "best_quarter_share"]] = float("nan")
    else:
        need_table("benchmarks", benchmarks, "metric", "reference", "best_quarter", rows=False)
        known = benchmarks.set_index(benchmarks["metric"].str.removesuffix("_share"))
        audit["reference_share"] = known["reference"]
        audit["best_quarter_share"] = known["best_quarter"]
    return audit.loc[list(AUDIT_ROWS)].rename_axis("activity")


def reference_gaps(audit: pd.DataFrame) -> pd.DataFrame:
    """Hours a month per specialist above (+) or below (-) the reference, by activity.

    Parameters
    ----------
    audit
        What `time_audit` gives.

    Returns
    -------
    pandas.DataFrame
        Index `activity`; columns `hours`, `reference_hours` (the reference share of the same
        working month) and `gap_hours`. Activities without a reference are left out.

    Raises
    ------
    InvalidArgument
        If what was passed is not an audit, or knows no reference.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> gaps = reference_gaps(time_audit(case.reports, case.benchmarks))
    >>> bool(gaps.loc["selling", "gap_hours"] < 0)
    True
    """
    need_table("audit", audit, "activity", "hours", "reference_share")
    if audit["reference_share"].isna().all():
        raise InvalidArgument("analysis-no-reference")
    month_hours = audit["hours"].sum() - audit.loc["selling", "hours"]
    gaps = pd.DataFrame(
        {"hours": audit["hours"], "reference_hours": audit["reference_share"] * month_hours}
    )
    gaps["gap_hours"] = gaps["hours"] - gaps["reference_hours"]
    return gaps.dropna()


def hours_by_rep(reports: pd.DataFrame) -> pd.DataFrame:
    """Hours a month and share of selling for each specialist.

    Parameters
    ----------
    reports
        Table `reports`.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`, most selling first; columns: hours a month by activity, `selling`,
        `total`, `selling_share` and `same_every_month`: whose months are all alike, a copy.

    Raises
    ------
    InvalidArgument
        If the reports hold no hours, or lack a column.

    Examples
    --------
    >>> import casekit as ck
    >>> by_rep = ck.analysis.hours_by_rep(ck.load_case().reports)
    >>> bool(by_rep["selling_share"].is_monotonic_decreasing)
    True
    """
    need_table("reports", reports, "rep_id", "month", *_HOURS, rows=False)
    months = reports.groupby("rep_id")["month"].nunique()
    hours = _reported_hours(reports).groupby(reports["rep_id"]).sum().div(months, axis=0)
    hours["total"] = hours[list(ACTIVITIES)].sum(axis=1)
    hours["selling"] = hours[list(SELLING)].sum(axis=1)
    hours["selling_share"] = hours["selling"] / hours["total"]
    hours["same_every_month"] = same_every_month(reports)
    # The code settles ties, so that equal shares stand in the same order everywhere.
    return (
        hours.reset_index()
        .sort_values(["selling_share", "rep_id"], ascending=[False, True])
        .set_index("rep_id")
    )


def _reported_hours(reports: pd.DataFrame) -> pd.DataFrame:
    """Hours of each report, a column an activity."""
    hours = reports[_HOURS].set_axis(list(ACTIVITIES), axis=1)
    if not hours.to_numpy().sum() > 0:
        raise InvalidArgument("analysis-no-hours", found=len(reports))
    return hours
