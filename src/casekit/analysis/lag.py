"""Delay from effort to money: what an hour of conversion has brought, month after month."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_count, need_table
from casekit.analysis.months import month_number
from casekit.analysis.origins import gained_points
from casekit.analysis.pursuits import pursuit_hours
from casekit.arrays import Array
from casekit.errors import InvalidArgument

#: Months over which the money of an hour is followed.
FOLLOWED_MONTHS = 24


def money_after_hours(
    reports: pd.DataFrame,
    sales: pd.DataFrame,
    deals: pd.DataFrame,
    positions: pd.DataFrame,
    months: int = FOLLOWED_MONTHS,
) -> pd.DataFrame:
    """When the margin of an hour of conversion comes: thousands by months since the hour.

    Hours and money meet in the pursuit, not in the calendar month: the margin of a win belongs to
    all hours of its pursuit alike. Hours of lost pursuits are paid for and bring nothing.

    Parameters
    ----------
    reports, sales, deals, positions
        Tables of these names. Pursuits that the reports cover from opening to decision count.
    months
        How many months the money is followed.

    Returns
    -------
    pandas.DataFrame
        Index `months_since` (0 is the month of the hour); `equipment_krub` and `recurring_krub`,
        margin per hour that comes in that month, and `come_share`: what part of all that comes
        within `months` has come by its end.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or there is no win that the reports cover.

    Notes
    -----
    Two delays follow each other: from the hour to the win, counted over the hours of wins; and
    from the win to its margin, the mean over the wins that were watched that long, so that young
    wins do not make the tail look thin. Together they are the sum of both delays (convolution).

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> money = ck.analysis.money_after_hours(
    ...     case.reports, case.sales, case.deals, case.positions
    ... )
    >>> bool(money["come_share"].iloc[0] < 0.05 and money["come_share"].iloc[-1] == 1.0)
    True
    """
    need_table("reports", reports, "month", "account_id", "conversion_hours")
    need_table(
        "sales", sales, "month", "account_id", "process_point", "line", "revenue_krub", "cost_krub"
    )
    need_table("positions", positions, "account_id", "process_point", "supplier", "since_month")
    need_count("months", months)
    whole = pursuit_hours(reports, deals).query("whole")
    won = whole[whole["outcome"] == "won"]
    if won.empty or not whole["hours"].sum() > 0:
        raise InvalidArgument("analysis-empty-table", table="deals")
    delay = _hours_to_win(reports, won, months)
    wins_an_hour = len(won) / float(whole["hours"].sum())
    table = pd.DataFrame(index=pd.RangeIndex(months, name="months_since"))
    for name, profile in _margin_by_age(sales, positions, deals, months).items():
        table[f"{name}_krub"] = wins_an_hour * np.convolve(delay, profile)[:months]
    so_far = table.sum(axis=1).cumsum()
    table["come_share"] = so_far / so_far.iloc[-1]
    return table


def _hours_to_win(reports: pd.DataFrame, won: pd.DataFrame, months: int) -> Array:
    """Share of a win's hours that were worked so many months before its first month with us."""
    work = reports.loc[reports["conversion_hours"] > 0, ["month", "account_id", "conversion_hours"]]
    work = work.assign(worked=month_number(work["month"]))
    span = pd.DataFrame(
        {
            "deal_id": won["deal_id"],
            "account_id": won["account_id"],
            "first": month_number(won["opened_on"]),
            "last": month_number(won["decided_on"]),
        }
    )
    joined = work.merge(span, on="account_id")
    inside = (joined["first"] <= joined["worked"]) & (joined["worked"] <= joined["last"])
    joined = joined[inside]
    # Each win counts alike, however many hours it took.
    of_win = joined.groupby("deal_id")["conversion_hours"].transform("sum")
    delay = (joined["last"] + 1 - joined["worked"]).clip(upper=months).to_numpy()
    shares = (joined["conversion_hours"] / of_win).to_numpy()
    counted = np.bincount(delay, weights=shares, minlength=months + 1)
    return np.asarray(counted[:months] / max(joined["deal_id"].nunique(), 1))


def _margin_by_age(
    sales: pd.DataFrame, positions: pd.DataFrame, deals: pd.DataFrame, months: int
) -> dict[str, Array]:
    """Margin of a win in each month after it, by part; mean over the wins watched that long."""
    won = deals.loc[deals["outcome"] == "won", ["deal_id", "account_id", "decided_on"]]
    won = won.assign(since=month_number(won["decided_on"]) + 1)
    held = won.merge(gained_points(positions), on=["account_id", "since"])
    sold = sales.assign(
        number=month_number(sales["month"]), margin=sales["revenue_krub"] - sales["cost_krub"]
    )
    joined = held.merge(sold, on=["account_id", "process_point"])
    age = joined["number"] - joined["since"]
    inside = (age >= 0) & (age < months) & (joined["number"] <= joined["until"])
    joined, age = joined[inside], age[inside]
    # Machines replaced later are a part of the repeat business.
    at_once = (joined["line"] == "equipment") & (age == 0)
    last = int(sold["number"].max())
    watched = (won["since"].to_numpy()[:, None] + np.arange(months) <= last).sum(axis=0)
    parts = {"equipment": at_once, "recurring": ~at_once}
    return {
        name: np.divide(
            np.bincount(age[part], weights=joined.loc[part, "margin"], minlength=months),
            watched,
            out=np.zeros(months),
            where=watched > 0,
        )
        for name, part in parts.items()
    }
