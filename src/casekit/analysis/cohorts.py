"""Cohorts: accounts that were clients at one time, followed over later periods."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.guards import need_count, need_table
from casekit.analysis.months import month_code, month_number, need_month


def region_and_cohort(
    sales: pd.DataFrame, accounts: pd.DataFrame, cut_month: str, months: int = 3
) -> pd.DataFrame:
    """Revenue before a month and a year later: all clients, and those of the time before.

    Parameters
    ----------
    sales, accounts
        Tables of these names.
    cut_month
        The month something changed. Clients who bought in the `months` before are the cohort.
    months
        Months compared: the ones before `cut_month` with the same ones a year later, so that
        the season does not matter.

    Returns
    -------
    pandas.DataFrame
        Index `region`; `before_krub`, `after_krub`, `change_share` of all sales,
        `cohort_before_krub`, `cohort_after_krub`, `cohort_change_share` of consumables and
        service of the cohort: equipment is bought once and would only add noise.
    """
    need_table("sales", sales, "month", "account_id", "line", "revenue_krub")
    need_table("accounts", accounts, "account_id", "region")
    need_count("months", months)
    cut = need_month("cut_month", cut_month, sales["month"])
    number = month_number(sales["month"])
    rows = sales.assign(
        region=sales["account_id"].map(accounts.set_index("account_id")["region"]),
        before=(number < cut) & (number >= cut - months),
        after=(number < cut + 12) & (number >= cut + 12 - months),
    )
    cohort = set(rows.loc[rows["before"], "account_id"])
    repeat = rows["account_id"].isin(cohort) & (rows["line"] != "equipment")
    table = pd.DataFrame(index=pd.Index(sorted(accounts["region"].unique()), name="region"))
    for prefix, part in (("", rows), ("cohort_", rows[repeat])):
        for when in ("before", "after"):
            chosen = part[part[when]]
            sums = chosen.groupby("region")["revenue_krub"].sum()
            table[f"{prefix}{when}_krub"] = sums.reindex(table.index).fillna(0.0)
        table[f"{prefix}change_share"] = (
            table[f"{prefix}after_krub"] / table[f"{prefix}before_krub"]
        )
        table[f"{prefix}change_share"] -= 1.0
    return table


def account_cohorts(sales: pd.DataFrame, months: int = 6) -> pd.DataFrame:
    """Revenue of each period by the period of the clients' first purchase, thousands.

    Parameters
    ----------
    sales
        Table `sales`.
    months
        Length of a period. The first period includes all clients from before the history.

    Returns
    -------
    pandas.DataFrame
        Index `first_period` (its first month), columns the first months of the periods: revenue
        of consumables and service, as equipment is bought once. The columns sum to all such
        revenue of the period; before its own period a cohort's revenue is zero.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be, or the length no whole number above 0.

    Examples
    --------
    >>> import casekit as ck
    >>> table = ck.analysis.account_cohorts(ck.load_case().sales, months=12)
    >>> table.shape
    (2, 2)
    """
    need_table("sales", sales, "month", "account_id", "line", "revenue_krub")
    need_count("months", months)
    recurring = sales[sales["line"] != "equipment"]
    number = month_number(recurring["month"])
    begin = int(month_number(sales["month"]).min())
    period = (number - begin) // months
    # A return without an earlier purchase does not start a client relationship.
    bought = period.where(recurring["revenue_krub"] > 0)
    first = bought.groupby(recurring["account_id"]).transform("min").fillna(period)
    table = recurring.groupby([first.astype(int), period])["revenue_krub"].sum().unstack()
    every = range(int((month_number(sales["month"]).max() - begin) // months) + 1)
    table = table.reindex(index=every, columns=every).fillna(0.0)
    names = [month_code(begin + place * months) for place in every]
    table.index = pd.Index(names, name="first_period")
    table.columns = pd.Index(names, name="period")
    return table
