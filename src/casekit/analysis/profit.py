"""Why profit falls while sales do not: P&L of two years and the bridge between them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_table
from casekit.analysis.months import last_months, month_number, need_two_years
from casekit.analysis.wallets import status_by_month
from casekit.company.schema import COST_LINES, PRODUCT_LINES


def profit_and_loss(financials: pd.DataFrame) -> pd.DataFrame:
    """Profit and loss of the last twelve months and the twelve before, thousands.

    Parameters
    ----------
    financials
        Table `financials` with 24 months or more; a line it lacks counts as 0.

    Returns
    -------
    pandas.DataFrame
        Index `line`: the lines of `financials`, `gross_margin`, `operating_profit`; columns
        `year_1`, `year_2` and `change`.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be, or holds fewer than 24 months.

    Examples
    --------
    >>> import casekit as ck
    >>> books = ck.analysis.profit_and_loss(ck.load_case().financials)
    >>> bool(books.loc["operating_profit", "change"] < 0 < books.loc["revenue", "change"])
    True
    """
    need_table("financials", financials, "month", "line", "amount_krub")
    need_two_years("financials", financials["month"])
    year_2 = last_months(financials["month"], 12)
    year_1 = last_months(financials["month"], 12, before_last=12)
    table = pd.DataFrame(
        {
            name: financials[inside].groupby("line")["amount_krub"].sum()
            for name, inside in (("year_1", year_1), ("year_2", year_2))
        }
    ).astype(float)
    lines = ["revenue", *COST_LINES]
    others = [line for line in table.index if line not in lines]
    table = table.reindex([*lines, *others]).fillna(0.0)
    table.loc["gross_margin"] = table.loc["revenue"] - table.loc["cost_of_sales"]
    table.loc["operating_profit"] = table.loc["revenue"] - table.loc[list(COST_LINES)].sum()
    table["change"] = table["year_2"] - table["year_1"]
    # Reading order of a P&L, from revenue down to profit.
    top = ["revenue", "cost_of_sales", "gross_margin"]
    rest = [line for line in table.index if line not in (*top, "operating_profit")]
    return table.loc[[*top, *rest, "operating_profit"]].rename_axis("line")


def operating_margin(books: pd.DataFrame) -> pd.Series:
    """Operating profit as a share of revenue, in each of two years.

    Parameters
    ----------
    books
        What `profit_and_loss` gives.

    Returns
    -------
    pandas.Series
        Index `year` (`year_1`, `year_2`), name `margin_share`; NaN where nothing was sold.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> books = ck.analysis.profit_and_loss(ck.load_case().financials)
    >>> margin = ck.analysis.operating_margin(books)
    >>> bool(0 < margin["year_2"] < margin["year_1"])
    True
    """
    need_table("books", books, "year_1", "year_2")
    years = books[["year_1", "year_2"]]
    revenue = years.loc["revenue"]
    margin = years.loc["operating_profit"] / revenue.where(revenue > 0)
    return margin.rename("margin_share").rename_axis("year")


def margin_bridge(
    sales: pd.DataFrame, positions: pd.DataFrame, accounts: pd.DataFrame
) -> pd.DataFrame:
    """Change of gross margin between two years by status of the client, thousands.

    The status is that of the month of the sale, so that a client who changed status counts under
    the status at the time.

    Parameters
    ----------
    sales, positions, accounts
        Tables of these names; sales of 24 months or more, of which the last 24 count.

    Returns
    -------
    pandas.DataFrame
        Index `status`; columns `rate_krub` (margin lost or won because a rouble of sales earns
        a different share than a year ago, line by line) and `volume_krub` (because more or less
        was sold, at last year's shares; what was not sold a year ago counts here). Their sum
        over all rows is the change of gross margin.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or the sales hold fewer than 24 months.

    Notes
    -----
    A two-factor variance analysis (price against volume) of gross margin, by product line.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> bridge = ck.analysis.margin_bridge(case.sales, case.positions, case.accounts)
    >>> str(bridge["rate_krub"].idxmin())
    'shared'
    """
    need_table("sales", sales, "month", "account_id", "line", "revenue_krub", "cost_krub")
    need_two_years("sales", sales["month"])
    sales = sales[last_months(sales["month"], 24)]
    number = month_number(sales["month"])
    months = sales["month"].unique()
    status = status_by_month(positions, accounts, min(months), max(months))
    where = status.to_numpy()[
        status.index.get_indexer(sales["account_id"]), status.columns.get_indexer(sales["month"])
    ]
    year = np.where(number > number.max() - 12, 2, 1)
    sums = sales.assign(status=where, year=year).groupby(["status", "line", "year"])
    sums = sums[["revenue_krub", "cost_krub"]].sum().unstack("year", fill_value=0).astype(float)
    revenue = sums["revenue_krub"]
    margin = revenue - sums["cost_krub"]
    # Products not sold a year ago have no earlier rate: all of their margin is volume.
    earned = (margin / revenue.where(revenue != 0)).bfill(axis=1)[1].fillna(0.0)
    volume = (revenue[2] - revenue[1]) * earned
    rate = margin[2] - margin[1] - volume
    return pd.DataFrame({"rate_krub": rate, "volume_krub": volume}).groupby("status").sum()


def profit_bridge(
    financials: pd.DataFrame,
    sales: pd.DataFrame,
    positions: pd.DataFrame,
    accounts: pd.DataFrame,
) -> pd.Series:
    """Bridge from last year's operating profit to this year's, thousands; the steps add up.

    Parameters
    ----------
    financials, sales, positions, accounts
        Tables of these names, of 24 months or more.

    Returns
    -------
    pandas.Series
        `year_1` (operating profit), `volume` (more or less sold, at last year's margins),
        `margin_our` and `margin_shared` (a rouble of sales earns less or more there), one step
        for every cost line after cost of sales (negative when the cost rose), `year_2`. First
        and steps sum to the last as far as the books equal the sales, which `load_case` sees to.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or holds fewer than 24 months.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> tables = case.financials, case.sales, case.positions, case.accounts
    >>> steps = ck.analysis.profit_bridge(*tables)
    >>> bool(abs(steps.drop("year_2").sum() - steps["year_2"]) < 1)
    True
    """
    books = profit_and_loss(financials)
    margins = margin_bridge(sales, positions, accounts)
    steps = {"year_1": books.at["operating_profit", "year_1"]}
    # Last deliveries to lost clients are counted as volume, not as a change of margin.
    elsewhere = margins["rate_krub"].drop(["our", "shared"], errors="ignore").sum()
    steps["volume"] = margins["volume_krub"].sum() + elsewhere
    for status in ("our", "shared"):
        steps[f"margin_{status}"] = margins["rate_krub"].get(status, 0.0)
    for line in COST_LINES[1:]:
        steps[line] = -books.at[line, "change"]
    steps["year_2"] = books.at["operating_profit", "year_2"]
    return pd.Series(steps, name="amount_krub")


def sales_by_line(sales: pd.DataFrame) -> pd.DataFrame:
    """Monthly revenue by product line, thousands.

    Parameters
    ----------
    sales
        Table `sales`.

    Returns
    -------
    pandas.DataFrame
        Index `month`, a column a line; 0 where nothing was sold.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> list(ck.analysis.sales_by_line(ck.load_case().sales))
    ['consumables', 'service', 'equipment']
    """
    need_table("sales", sales, "month", "line", "revenue_krub")
    table = sales.pivot_table(
        index="month", columns="line", values="revenue_krub", aggfunc="sum", fill_value=0.0
    )
    return table.reindex(columns=list(PRODUCT_LINES), fill_value=0.0)
