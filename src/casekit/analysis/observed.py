"""Hours as an observer counts them: the reports corrected, and the audit both ways."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_table
from casekit.analysis.self_reports import reports_against_calendar
from casekit.analysis.ties import BAND_WIDTH
from casekit.analysis.time_audit import reference_gaps, time_audit
from casekit.company.schema import ACTIVITIES, SELLING

__all__ = ["as_observed", "audit_both_ways"]


def as_observed(reports: pd.DataFrame, calendar: pd.DataFrame) -> pd.DataFrame:
    """Reports corrected by what an observer saw: the hours of each activity, seen against told.

    The correction is an average of all who were watched: good for sums, not for a single person.

    Parameters
    ----------
    reports
        Table `reports`.
    calendar
        Table `calendar`: hours seen in a sample of months.

    Returns
    -------
    pandas.DataFrame
        The same rows and columns; every call that takes `reports` takes it.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or nobody was watched in a month reported.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> seen = as_observed(case.reports, case.calendar)
    >>> bool(seen["retention_hours"].sum() < case.reports["retention_hours"].sum())
    True
    """
    found = reports_against_calendar(reports, calendar)
    corrected = reports.copy()
    for name in ACTIVITIES:
        corrected[f"{name}_hours"] *= _ratio(found.loc[name])
    return corrected


def audit_both_ways(
    reports: pd.DataFrame, calendar: pd.DataFrame, benchmarks: pd.DataFrame
) -> pd.DataFrame:
    """How far a month is from the reference, as reported and as observed, hours a specialist.

    Parameters
    ----------
    reports, calendar, benchmarks
        Tables of these names.

    Returns
    -------
    pandas.DataFrame
        Index `activity`, as of `time_audit`, those with a reference; `told_share` and
        `seen_share` of working time, `told_gap_hours` and `seen_gap_hours` a month above (+) or
        below (-) the reference, and the band of the latter, `seen_gap_hours_low` and `_high`.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, nobody was watched in a month reported, or no
        reference is known.

    Notes
    -----
    A ratio estimate from a cluster sample: a specialist is a cluster, all of whose watched months
    count together (Cochran, Sampling Techniques, 1977, chapter 6). The band knows the luck of the
    sample alone, not whether somebody who is watched works as usual. It is not a number where
    fewer than two were watched.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> table = audit_both_ways(case.reports, case.calendar, case.benchmarks)
    >>> bool(table.loc["selling", "seen_gap_hours_high"] < table.loc["selling", "told_gap_hours"])
    True
    """
    told = time_audit(reports, benchmarks)
    seen = time_audit(as_observed(reports, calendar), benchmarks)
    gaps, seen_gaps = reference_gaps(told), reference_gaps(seen)
    table = pd.DataFrame(
        {
            "told_share": told["share"],
            "seen_share": seen["share"],
            "told_gap_hours": gaps["gap_hours"],
            "seen_gap_hours": seen_gaps["gap_hours"],
        }
    ).reindex(gaps.index)
    reach = BAND_WIDTH * told["hours"] * _ratio_errors(reports, calendar)
    for side, sign in (("low", -1.0), ("high", 1.0)):
        table[f"seen_gap_hours_{side}"] = table["seen_gap_hours"] + sign * reach
    return table


def _ratio(row: pd.Series) -> float:
    """Seen against told; as told where nothing was reported to correct."""
    return float(row["seen_hours"] / row["told_hours"]) if row["told_hours"] > 0 else 1.0


def _ratio_errors(reports: pd.DataFrame, calendar: pd.DataFrame) -> pd.Series:
    """Standard error of seen against told, by activity and for selling as a whole."""
    columns = [f"{name}_hours" for name in ACTIVITIES]
    need_table("calendar", calendar, "rep_id", "month", "activity", "hours")
    keys = ["rep_id", "month"]
    seen = calendar.pivot_table(
        index=keys, columns="activity", values="hours", aggfunc="sum", fill_value=0.0
    )
    seen = seen.reindex(columns=list(ACTIVITIES), fill_value=0.0)
    told = reports.groupby(keys)[columns].sum().set_axis(list(ACTIVITIES), axis=1)
    both = seen.index.intersection(told.index)
    sums = [table.loc[both].groupby(level="rep_id").sum() for table in (seen, told)]
    for table in sums:
        table["selling"] = table[list(SELLING)].sum(axis=1)
    saw, said = sums
    count = len(said)
    if count < 2:
        return pd.Series(np.nan, index=said.columns)
    whole = said.sum()
    left = saw - said * (saw.sum() / whole.where(whole > 0))
    return np.sqrt((left**2).sum() * count / (count - 1)) / whole.where(whole > 0)
