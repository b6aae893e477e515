"""What each specialist or region did and got, month by month: the stuff of experiments."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_code
from casekit.analysis.months import month_code, month_number, need_month, need_order
from casekit.analysis.origins import gained_points
from casekit.analysis.wallets import US
from casekit.company import Case, need_case
from casekit.company.schema import SELLING

_HOURS = tuple(f"{name}_hours" for name in SELLING)
#: Figures of a month, in reading order, and the table each needs beside reports and sales.
FIGURES = {
    **dict.fromkeys(_HOURS, "reports"),
    "revenue_krub": "sales",
    "recurring_krub": "sales",
    "margin_krub": "sales",
    "old_clients_krub": "sales",
    "opened": "deals",
    "wins": "deals",
    "gained_krub": "positions",
    "lost_krub": "positions",
    "points_gained": "positions",
    "points_lost": "positions",
}
#: Figures that go on from month to month, where one specialist's is told by its own mean; the
#: others are events, told by the mean of all.
LEVELS = (*_HOURS, "revenue_krub", "recurring_krub", "margin_krub", "old_clients_krub")
#: Whose clients of so many months before a change are its old clients.
OLD_MONTHS = 3


def monthly_figures(
    case: Case,
    figure: str,
    by: str = "rep_id",
    old_from: str | None = None,
) -> pd.DataFrame:
    """One figure month by month, for each specialist or region.

    Parameters
    ----------
    case
        The company.
    figure
        Hours of a kind of selling (`retention_hours` ...); `revenue_krub`; `recurring_krub`
        (without equipment); `margin_krub` (gross margin); `old_clients_krub` (recurring revenue
        of those who bought in the three months before `old_from`); `opened` and `wins`
        (pursuits); `gained_krub` and `lost_krub` (monthly wallets of points that became ours at
        clients already served, and of points that ceased to be ours); `points_gained` and
        `points_lost` (the same points counted, in which one large client weighs no more than a
        small one).
    by
        `rep_id` or `region`. Money and pursuits count for whoever looks after the account now,
        so that an account handed over makes no step; hours for whoever worked them.
    old_from
        Month of the change, `YYYY-MM`; needed for `old_clients_krub` only.

    Returns
    -------
    pandas.DataFrame
        A row a specialist or region, columns the months of the company; 0 where nothing was.

    Raises
    ------
    InvalidArgument
        If there is no such figure or grouping, or the month is missing.
    MissingTable
        If the company lacks the table `deals` or `positions` and the figure needs it.

    Examples
    --------
    >>> import casekit as ck
    >>> table = ck.analysis.monthly_figures(ck.load_case(), "wins", by="region")
    >>> table.shape
    (4, 24)
    """
    need_case(case)
    need_code("figure", figure, FIGURES)
    need_code("by", by, ("rep_id", "region"))
    change = None
    if figure == "old_clients_krub":
        change = need_month("old_from", old_from, case.sales["month"])
    return _figures(case, figure, by, change).copy()


# As many as a notebook asks for: each entry keeps its whole company.
@lru_cache(maxsize=16)
def _figures(case: Case, figure: str, by: str, change: int | None) -> pd.DataFrame:
    """One figure month by month; old clients are those before a month's number."""
    owner = case.accounts.set_index("account_id")[by]
    first, last = need_order(case.first_month, case.last_month)
    if FIGURES[figure] == "sales":
        events = _money(case, figure, change)
    elif FIGURES[figure] == "reports":
        reports = case.reports
        region = reports["account_id"].map(owner)
        events = pd.DataFrame(
            {
                "unit": reports["rep_id"] if by == "rep_id" else region,
                "month": month_number(reports["month"]),
                "amount": reports[figure],
            }
        )
    elif FIGURES[figure] == "deals":
        deals = case.deals
        deals = deals if figure == "opened" else deals[deals["outcome"] == "won"]
        day = "opened_on" if figure == "opened" else "decided_on"
        events = pd.DataFrame(
            {"account_id": deals["account_id"], "month": month_number(deals[day]), "amount": 1.0}
        )
    else:
        events = _points(case, figure)
    if "unit" not in events:
        events = events.assign(unit=events["account_id"].map(owner))
    units = pd.Index(sorted(owner.unique()), name=by)
    months = pd.Index([month_code(n) for n in range(first, last + 1)], name="month")
    row = units.get_indexer(events["unit"])
    column = events["month"].to_numpy() - first
    inside = (row >= 0) & (column >= 0) & (column < len(months))
    sums = np.bincount(
        (row * len(months) + column)[inside],
        weights=events["amount"].to_numpy(dtype=float)[inside],
        minlength=len(units) * len(months),
    )
    return pd.DataFrame(sums.reshape(len(units), len(months)), index=units, columns=months)


def _money(case: Case, figure: str, change: int | None) -> pd.DataFrame:
    sales = case.sales
    number = month_number(sales["month"])
    amount = sales["revenue_krub"].astype(float)
    if figure == "margin_krub":
        amount = amount - sales["cost_krub"]
    if figure in ("recurring_krub", "old_clients_krub"):
        amount = amount.where(sales["line"] != "equipment", 0.0)
    if change is not None:
        before = (number < change) & (number >= change - OLD_MONTHS) & (amount > 0)
        old = set(sales.loc[before, "account_id"])
        amount = amount.where(sales["account_id"].isin(old), 0.0)
    return pd.DataFrame({"account_id": sales["account_id"], "month": number, "amount": amount})


def _points(case: Case, figure: str) -> pd.DataFrame:
    positions = case.positions
    ours = positions[positions["supplier"] == US]
    wallet = ours["wallet_krub_per_month"].astype(float)
    if figure.startswith("points_"):
        wallet = wallet.where(wallet <= 0.0, 1.0)
    if figure in ("gained_krub", "points_gained"):
        gained = gained_points(positions)
        amount = wallet.where(gained["gain"] == "expansion", 0.0)
        month = month_number(ours["since_month"])
    else:
        # A point is known to be lost the month after the last one it was ours.
        until = month_number(ours["until_month"])
        amount = wallet.where(until >= 0, 0.0)
        month = pd.Series(np.where(until >= 0, until + 1, -1), index=ours.index)
    return pd.DataFrame({"account_id": ours["account_id"], "month": month, "amount": amount})
