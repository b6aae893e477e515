"""Why profit falls while sales do not: P&L of two years and the bridge between them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.months import last_months, month_number
from casekit.analysis.wallets import status_by_month
from casekit.company.schema import COST_LINES, PRODUCT_LINES


def profit_and_loss(financials: pd.DataFrame) -> pd.DataFrame:
    """P&L of the last twelve months and the twelve before, thousands.

    Returns
    -------
    pandas.DataFrame
        Rows: the lines of `financials`, `gross_margin`, `operating_profit`; columns `year_1`,
        `year_2` and `change`.
    """
    year_2 = last_months(financials["month"], 12)
    year_1 = last_months(financials["month"], 12, before_last=12)
    table = pd.DataFrame(
        {
            name: financials[inside].groupby("line")["amount_krub"].sum()
            for name, inside in (("year_1", year_1), ("year_2", year_2))
        }
    ).astype(float)
    table.loc["gross_margin"] = table.loc["revenue"] - table.loc["cost_of_sales"]
    table.loc["operating_profit"] = table.loc["revenue"] - table.loc[list(COST_LINES)].sum()
    table["change"] = table["year_2"] - table["year_1"]
    return table


def margin_bridge(
    sales: pd.DataFrame, positions: pd.DataFrame, accounts: pd.DataFrame
) -> pd.DataFrame:
    """Change of gross margin between two years, by status of the client at the time, thousands.

    Returns
    -------
    pandas.DataFrame
        Index `status`; columns `rate_krub` (margin lost or won because a rouble of sales earns
        a different share than a year ago, line by line) and `volume_krub` (because more or less
        was sold, at last year's shares). Their sum over all rows is the change of gross margin.
    """
    months = np.unique(sales["month"].to_numpy(dtype=str))
    status = status_by_month(positions, accounts, months[0], months[-1])
    where = status.to_numpy()[
        status.index.get_indexer(sales["account_id"]), status.columns.get_indexer(sales["month"])
    ]
    number = month_number(sales["month"])
    year = np.where(number > number.max() - 12, 2, 1)
    sums = sales.assign(status=where, year=year).groupby(["status", "line", "year"])
    sums = sums[["revenue_krub", "cost_krub"]].sum().unstack("year", fill_value=0).astype(float)
    revenue, cost = sums["revenue_krub"], sums["cost_krub"]
    earned = 1.0 - cost / revenue
    rate = (earned[2] - earned[1]) * revenue[2]
    volume = (revenue[2] - revenue[1]) * earned[1]
    bridge = pd.DataFrame({"rate_krub": rate, "volume_krub": volume})
    return bridge.fillna(0.0).groupby("status").sum()


def profit_bridge(
    financials: pd.DataFrame,
    sales: pd.DataFrame,
    positions: pd.DataFrame,
    accounts: pd.DataFrame,
) -> pd.Series:
    """Steps from last year's operating profit to this year's, thousands; they add up.

    Returns
    -------
    pandas.Series
        `year_1`, `volume`, `margin_our`, `margin_shared`, one step for every cost line after
        cost of sales (negative when the cost rose), `year_2`.
    """
    books = profit_and_loss(financials)
    margins = margin_bridge(sales, positions, accounts)
    steps = {"year_1": books.at["operating_profit", "year_1"]}
    steps["volume"] = margins["volume_krub"].sum()
    for status in ("our", "shared"):
        steps[f"margin_{status}"] = margins["rate_krub"].get(status, 0.0)
    for line in COST_LINES[1:]:
        steps[line] = -books.at[line, "change"]
    steps["year_2"] = books.at["operating_profit", "year_2"]
    return pd.Series(steps, name="amount_krub")


def sales_by_line(sales: pd.DataFrame) -> pd.DataFrame:
    """Monthly revenue by product line, thousands.

    Returns
    -------
    pandas.DataFrame
        Index `month`, a column a line; 0 where nothing was sold.
    """
    return sales.pivot_table(
        index="month", columns="line", values="revenue_krub", aggfunc="sum", fill_value=0.0
    )[list(PRODUCT_LINES)]
