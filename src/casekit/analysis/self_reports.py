"""Reliability of self-reports: identical months, and comparison with an observer."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.guards import need_table
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument

_HOURS = [f"{name}_hours" for name in ACTIVITIES]


def identical_months(reports: pd.DataFrame, step_hours: float = 5.0) -> pd.DataFrame:
    """Specialists who copy reports: number of different months, and whether they are round.

    Parameters
    ----------
    reports
        Table `reports`.
    step_hours
        Totals of a month that are all multiples of so many hours, above 0, count as round.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`; `different_months` (how many different months there are) and `round`
        (whether every total is a multiple of `step_hours`). One different month, and round, is
        a copy.

    Raises
    ------
    InvalidArgument
        If `reports` is not what it should be, or `step_hours` is not above 0.

    Examples
    --------
    >>> import casekit as ck
    >>> alike = ck.analysis.identical_months(ck.load_case().reports)
    >>> copied = alike[(alike["different_months"] == 1) & alike["round"]]
    >>> len(copied) > 0
    True
    """
    need_table("reports", reports, "rep_id", "month", *_HOURS)
    if not step_hours > 0:
        raise InvalidArgument("analysis-above-nought", name="step_hours", found=str(step_hours))
    # Remove rounding errors of sums before comparing months.
    monthly = reports.groupby(["rep_id", "month"])[_HOURS].sum().round(6)
    different = monthly.reset_index("rep_id").drop_duplicates().groupby("rep_id").size()
    is_round = ((monthly % step_hours).abs() < 1e-9).all(axis=1)
    return pd.DataFrame({"different_months": different, "round": is_round.groupby("rep_id").all()})


def same_every_month(reports: pd.DataFrame) -> pd.Series:
    """Whose hours are a copy: the same in every month reported. A mark for every ranking of hours.

    Parameters
    ----------
    reports
        Table `reports`.

    Returns
    -------
    pandas.Series
        Index `rep_id`; True where two months or more were reported and all are alike.

    Raises
    ------
    InvalidArgument
        If `reports` is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> int(ck.analysis.same_every_month(ck.load_case().reports).sum())
    2
    """
    alike = identical_months(reports)
    months = reports.groupby("rep_id")["month"].nunique()
    return ((alike["different_months"] == 1) & (months > 1)).rename("same_every_month")


def reports_against_calendar(reports: pd.DataFrame, calendar: pd.DataFrame) -> pd.DataFrame:
    """Bias of self-reports: hours reported and hours observed, in the same months.

    Parameters
    ----------
    reports
        Table `reports`: hours as told.
    calendar
        Table `calendar`: hours as seen in a sample of months.

    Returns
    -------
    pandas.DataFrame
        Index `activity` with `selling` as the sum of its three kinds; `told_hours` and
        `seen_hours`, sums over the months of specialists that both tables have, and
        `difference_share` (seen against told: -0.2 is a fifth less than told).

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or nobody was watched in a month reported.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> table = ck.analysis.reports_against_calendar(case.reports, case.calendar)
    >>> bool(table.loc["selling", "difference_share"] < 0)
    True
    """
    need_table("reports", reports, "rep_id", "month", *_HOURS)
    need_table("calendar", calendar, "rep_id", "month", "activity", "hours")
    keys = ["month", "rep_id"]
    # Only observed months are compared.
    watched = reports[reports["month"].isin(calendar["month"].unique())]
    both = calendar[keys].drop_duplicates().merge(watched[keys].drop_duplicates(), on=keys)
    if both.empty:
        raise InvalidArgument("analysis-no-sampled-month")
    told = watched.merge(both, on=keys)[_HOURS].sum()
    seen = calendar.merge(both, on=keys).groupby("activity")["hours"].sum()
    table = pd.DataFrame(
        {
            "told_hours": told.set_axis(list(ACTIVITIES)),
            "seen_hours": seen.reindex(list(ACTIVITIES)),
        }
    )
    table.loc["selling"] = table.loc[list(SELLING)].sum()
    table["difference_share"] = table["seen_hours"] / table["told_hours"] - 1.0
    return table.rename_axis("activity")
