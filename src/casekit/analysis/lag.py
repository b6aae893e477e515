"""Delay from effort to revenue: hours of pursuits by month spent, revenue by month received."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_table
from casekit.analysis.months import month_code, month_number
from casekit.analysis.origins import gained_points


def effort_by_revenue_month(
    reports: pd.DataFrame, sales: pd.DataFrame, deals: pd.DataFrame, positions: pd.DataFrame
) -> pd.DataFrame:
    """When the revenue of each month's conversion hours arrived, thousands.

    Hours and revenue are joined along pursuits, not by calendar month: revenue at the points won is
    credited to the months of the pursuit in proportion to the hours spent in each. Cells before the
    month of effort are empty.

    Parameters
    ----------
    reports, sales, deals, positions
        Tables of these names. Pursuits without an hour in the reports are left out.

    Returns
    -------
    pandas.DataFrame
        Index `effort_month`, columns the months of the sales: revenue credited. The sum is all
        revenue of wins whose pursuit is at least partly covered by the reports.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> tables = case.reports, case.sales, case.deals, case.positions
    >>> matrix = ck.analysis.effort_by_revenue_month(*tables)
    >>> first = matrix.iloc[0]  # hours of the first month
    >>> bool(first.iloc[-1] > first.iloc[0])
    True
    """
    need_table("reports", reports, "month", "account_id", "conversion_hours")
    need_table("sales", sales, "month", "account_id", "process_point", "revenue_krub")
    need_table("deals", deals, "deal_id", "account_id", "opened_on", "decided_on", "outcome")
    need_table("positions", positions, "account_id", "process_point", "supplier", "since_month")
    won = deals[deals["outcome"] == "won"]
    span = pd.DataFrame(
        {
            "deal_id": won["deal_id"],
            "account_id": won["account_id"],
            "first": month_number(won["opened_on"]),
            "last": month_number(won["decided_on"]),
        }
    )
    effort = _hours_along(reports, span)
    revenue = _revenue_along(sales, positions, span)
    months = np.sort(month_number(sales["month"]).unique())
    effort_months = np.sort(month_number(reports["month"]).unique())
    joined = effort.merge(revenue, on="deal_id")
    joined["credited"] = joined["hours_share"] * joined["revenue_krub"]
    table = joined.pivot_table(
        index="effort", columns="number", values="credited", aggfunc="sum", fill_value=0.0
    ).reindex(index=effort_months, columns=months, fill_value=0.0)
    table.index = pd.Index([month_code(int(n)) for n in table.index], name="effort_month")
    table.columns = pd.Index([month_code(int(n)) for n in table.columns], name="month")
    return table.astype(float)


def _hours_along(reports: pd.DataFrame, span: pd.DataFrame) -> pd.DataFrame:
    """Share of a pursuit's reported hours in each of its months."""
    work = reports.loc[reports["conversion_hours"] > 0, ["month", "account_id", "conversion_hours"]]
    work = work.assign(effort=month_number(work["month"]))
    joined = work.merge(span, on="account_id")
    inside = (joined["first"] <= joined["effort"]) & (joined["effort"] <= joined["last"])
    hours = joined[inside].groupby(["deal_id", "effort"])["conversion_hours"].sum().reset_index()
    whole = hours.groupby("deal_id")["conversion_hours"].transform("sum")
    return hours.assign(hours_share=hours["conversion_hours"] / whole)


def _revenue_along(
    sales: pd.DataFrame, positions: pd.DataFrame, span: pd.DataFrame
) -> pd.DataFrame:
    """Revenue by pursuit and month, at the points won with it and for as long as they are held."""
    points = gained_points(positions)
    held = span.assign(since=span["last"] + 1).merge(points, on=["account_id", "since"])
    sold = sales.assign(number=month_number(sales["month"]))
    joined = held.merge(sold, on=["account_id", "process_point"])
    inside = (joined["since"] <= joined["number"]) & (joined["number"] <= joined["until"])
    return joined[inside].groupby(["deal_id", "number"])["revenue_krub"].sum().reset_index()
