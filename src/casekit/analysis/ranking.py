"""The league table of specialists, and the same table adjusted for the territory."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_column, need_count, need_table
from casekit.analysis.months import last_months


def league_table(sales: pd.DataFrame, accounts: pd.DataFrame, months: int = 24) -> pd.DataFrame:
    """Specialists by yearly revenue of the last months, and by revenue for their territory.

    Parameters
    ----------
    sales, accounts
        Tables of these names. Sales count for whoever looks after the account now.
    months
        Number of last months that count; over a single year one large order decides the rank.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`, best revenue first; `revenue_krub` a year, `potential_krub` (yearly
        wallets of the territory), `expected_krub` (revenue that territories of this size bring,
        by a straight line through the logarithms), `adjusted` (revenue divided by what is
        expected), `rank` and `adjusted_rank`.
    """
    need_table("sales", sales, "month", "account_id", "revenue_krub")
    need_table("accounts", accounts, "account_id", "rep_id", "wallet_krub_per_month")
    need_count("months", months)
    year = sales[last_months(sales["month"], months)]
    rep = accounts.set_index("account_id")["rep_id"]
    revenue = year["revenue_krub"].groupby(year["account_id"].map(rep)).sum() * (12.0 / months)
    potential = 12.0 * accounts.groupby("rep_id")["wallet_krub_per_month"].sum()
    table = pd.DataFrame({"revenue_krub": revenue, "potential_krub": potential}).astype(float)
    table = table.rename_axis("rep_id").sort_values("revenue_krub", ascending=False)
    size = np.log(table["potential_krub"])
    sold = np.log(table["revenue_krub"])
    spread = ((size - size.mean()) ** 2).sum()
    # With one specialist, or equal territories, no adjustment is possible.
    slope = ((size - size.mean()) * (sold - sold.mean())).sum() / spread if spread > 0 else 0.0
    table["expected_krub"] = np.exp(sold.mean() + slope * (size - size.mean()))
    table["adjusted"] = table["revenue_krub"] / table["expected_krub"]
    table["rank"] = table["revenue_krub"].rank(ascending=False).astype(int)
    table["adjusted_rank"] = table["adjusted"].rank(ascending=False).astype(int)
    return table


def rank_correlation(first: pd.Series, second: pd.Series) -> float:
    """Rank correlation of two orders of the same specialists: 1 the same, 0 unrelated."""
    need_column("first", first)
    need_column("second", second)
    a = first.rank()
    b = second.reindex(first.index).rank()
    a, b = a - a.mean(), b - b.mean()
    return float((a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum()))
