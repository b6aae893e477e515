"""Can the reports be believed: identical months, and what an observer saw."""

from __future__ import annotations

import pandas as pd

from casekit.company.schema import ACTIVITIES, SELLING


def identical_months(reports: pd.DataFrame, step_hours: float = 5.0) -> pd.DataFrame:
    """Specialists whose months are all alike, and round.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`; `different_months` (how many different months there are) and `round`
        (whether every total is a multiple of `step_hours`).
    """
    hours = [f"{name}_hours" for name in ACTIVITIES]
    monthly = reports.groupby(["rep_id", "month"])[hours].sum()
    different = monthly.reset_index("rep_id").drop_duplicates().groupby("rep_id").size()
    is_round = ((monthly % step_hours).abs() < 1e-9).all(axis=1)
    return pd.DataFrame({"different_months": different, "round": is_round.groupby("rep_id").all()})


def reports_against_calendar(reports: pd.DataFrame, calendar: pd.DataFrame) -> pd.DataFrame:
    """Hours told and hours seen in the same months of the same specialists.

    Returns
    -------
    pandas.DataFrame
        Index `activity` with `selling` as the sum of its three kinds; `told_hours`,
        `seen_hours`, `difference_share` (seen against told).
    """
    seen = calendar.groupby("activity")["hours"].sum()
    sampled = calendar[["month", "rep_id"]].drop_duplicates()
    hours = [f"{name}_hours" for name in ACTIVITIES]
    told = reports.merge(sampled, on=["month", "rep_id"])[hours].sum()
    table = pd.DataFrame(
        {
            "told_hours": told.set_axis(list(ACTIVITIES)),
            "seen_hours": seen.reindex(list(ACTIVITIES)),
        }
    )
    table.loc["selling"] = table.loc[list(SELLING)].sum()
    table["difference_share"] = table["seen_hours"] / table["told_hours"] - 1.0
    return table.rename_axis("activity")
