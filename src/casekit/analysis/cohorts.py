"""What totals hide: the accounts that were clients at one time, followed on."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.months import month_number


def region_and_cohort(
    sales: pd.DataFrame, accounts: pd.DataFrame, cut_month: str, months: int = 3
) -> pd.DataFrame:
    """Revenue before a month and a year later, all of it and of the clients of that time.

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
    cut = int(month_number(pd.Series([cut_month])).iloc[0])
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
