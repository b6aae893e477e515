"""Revenue per hour of each kind of selling: on average, in the same month, along pursuits."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from casekit.analysis.guards import need_count, need_table
from casekit.analysis.months import last_months, month_number
from casekit.analysis.origins import (
    gained_points,
    origin_totals,
    sales_with_gains,
    with_origin,
)
from casekit.analysis.pursuits import pursuit_hours
from casekit.analysis.wallets import monthly_loss_share
from casekit.company.schema import SELLING

YEAR = 12
_HOURS = tuple(f"{name}_hours" for name in SELLING)

#: Which kind of selling an origin of revenue is credited to.
ORIGIN_OF = {"retention": "repeat", "expansion": "expansion", "conversion": "conversion"}


def average_productivity(
    reports: pd.DataFrame,
    sales: pd.DataFrame,
    positions: pd.DataFrame,
    window_months: int = 12,
) -> pd.DataFrame:
    """Revenue and margin of the last twelve months per hour of the kind credited with them.

    Parameters
    ----------
    reports, sales, positions
        Tables of these names.
    window_months
        How long a gain counts as growth; see `sales_by_origin`.

    Returns
    -------
    pandas.DataFrame
        Index `activity` (the kinds of selling); `hours`, `revenue_krub`, `margin_krub`,
        `revenue_krub_per_hour`, `margin_krub_per_hour`.
    """
    return _averages(reports, sales, positions, [window_months])[window_months]


def _averages(
    reports: pd.DataFrame, sales: pd.DataFrame, positions: pd.DataFrame, windows: Sequence[int]
) -> dict[int, pd.DataFrame]:
    """What `average_productivity` gives for each window."""
    need_table("reports", reports, "month", *_HOURS)
    gains = sales_with_gains(sales, positions, YEAR)
    work = reports[last_months(reports["month"], YEAR)]
    return {window: _average(work, with_origin(gains, window)) for window in windows}


def _average(work: pd.DataFrame, by_origin: pd.DataFrame) -> pd.DataFrame:
    totals = origin_totals(by_origin)
    rows = {
        name: {
            "hours": work[f"{name}_hours"].sum(),
            "revenue_krub": totals.at[ORIGIN_OF[name], "revenue_krub"],
            "margin_krub": totals.at[ORIGIN_OF[name], "margin_krub"],
        }
        for name in SELLING
    }
    return _per_hour(pd.DataFrame.from_dict(rows, orient="index").rename_axis("activity"))


def average_by_window(
    reports: pd.DataFrame,
    sales: pd.DataFrame,
    positions: pd.DataFrame,
    windows: Sequence[int],
) -> pd.DataFrame:
    """Margin an hour of each kind of selling earns on average, under windows of several lengths.

    Parameters
    ----------
    reports, sales, positions
        Tables of these names.
    windows
        How long a gain counts as growth, months: `case.terms.attribution_windows_months`.

    Returns
    -------
    pandas.DataFrame
        Index `window_months`, a column a kind of selling: thousands per hour.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> table = ck.analysis.average_by_window(case.reports, case.sales, case.positions, (6, 24))
    >>> bool(table.loc[24, "retention"] < table.loc[6, "retention"])
    True
    """
    rows = {
        window: average["margin_krub_per_hour"]
        for window, average in _averages(reports, sales, positions, windows).items()
    }
    return pd.DataFrame(rows).T.rename_axis(index="window_months", columns=None)


def same_month_productivity(reports: pd.DataFrame, sales: pd.DataFrame) -> pd.DataFrame:
    """Revenue per hour when hours are joined to the account's sales of the same month.

    The revenue of an account and month is split by the selling hours spent there that month.
    Misleading on purpose: effort with a delay of months appears worthless.

    Returns
    -------
    pandas.DataFrame
        As `average_productivity`.
    """
    need_table("reports", reports, "month", "account_id", *_HOURS)
    need_table("sales", sales, "month", "account_id", "revenue_krub", "cost_krub")
    sold = sales.groupby(["month", "account_id"])[["revenue_krub", "cost_krub"]].sum()
    hours = [f"{name}_hours" for name in SELLING]
    joined = reports[["month", "account_id", *hours]].merge(
        sold.reset_index(), on=["month", "account_id"], how="left"
    )
    selling = joined[hours].sum(axis=1)
    margin = (joined["revenue_krub"] - joined["cost_krub"]).fillna(0.0)
    rows = {}
    for name in SELLING:
        share = (joined[f"{name}_hours"] / selling).where(selling > 0, 0.0)
        rows[name] = {
            "hours": joined[f"{name}_hours"].sum(),
            "revenue_krub": (share * joined["revenue_krub"].fillna(0.0)).sum(),
            "margin_krub": (share * margin).sum(),
        }
    return _per_hour(pd.DataFrame.from_dict(rows, orient="index").rename_axis("activity"))


def pursuit_productivity(
    reports: pd.DataFrame,
    sales: pd.DataFrame,
    deals: pd.DataFrame,
    positions: pd.DataFrame,
    months: int = 12,
) -> pd.Series:
    """Conversion joined along its pursuits: first-year revenue of wins per hour on all of them.

    Parameters
    ----------
    months
        Months after a win whose revenue counts. Younger wins are extrapolated at their monthly rate
        so far.

    Returns
    -------
    pandas.Series
        `hours`, `revenue_krub`, `margin_krub`, `revenue_krub_per_hour`, `margin_krub_per_hour`.
    """
    need_count("months", months)
    whole = pursuit_hours(reports, deals).query("whole")
    wins = revenue_of_wins(sales, whole, positions, months)
    row = {
        "hours": whole["hours"].sum(),
        "revenue_krub": wins["equipment_krub"].sum() + wins["recurring_krub"].sum(),
        "margin_krub": wins["equipment_margin_krub"].sum() + wins["recurring_margin_krub"].sum(),
    }
    return _per_hour(pd.DataFrame([row])).iloc[0]


def pursuits_by_outcome(
    reports: pd.DataFrame, sales: pd.DataFrame, deals: pd.DataFrame, positions: pd.DataFrame
) -> pd.DataFrame:
    """Hours of won and of lost pursuits, and what the first year of the wins brings, thousands.

    Parameters
    ----------
    reports, sales, deals, positions
        Tables of these names. Pursuits that the reports cover from opening to decision count.

    Returns
    -------
    pandas.DataFrame
        Index `outcome`: `won`, `lost` and `all`; `pursuits`, `hours`, `revenue_krub` and
        `margin_krub`, which are nought for what was lost. The row `all` per hour is
        `pursuit_productivity`.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> table = ck.analysis.pursuits_by_outcome(
    ...     case.reports, case.sales, case.deals, case.positions
    ... )
    >>> bool(table.loc["lost", "hours"] > 0 and table.loc["lost", "margin_krub"] == 0)
    True
    """
    whole = pursuit_hours(reports, deals).query("whole")
    sums = whole.groupby("outcome").agg(pursuits=("deal_id", "size"), hours=("hours", "sum"))
    table = sums.reindex(["won", "lost"], fill_value=0)
    both = pursuit_productivity(reports, sales, deals, positions)
    for name in ("revenue_krub", "margin_krub"):
        table[name] = [float(both[name]), 0.0]
    table.loc["all"] = table.sum()
    return table.rename_axis("outcome")


def revenue_of_wins(
    sales: pd.DataFrame, deals: pd.DataFrame, positions: pd.DataFrame, months: int = 12
) -> pd.DataFrame:
    """Revenue and margin of each win in its first months at the points won, thousands.

    Wins observed for less than `months` are extrapolated at their monthly rate so far.

    Returns
    -------
    pandas.DataFrame
        Index `deal_id`; `seen_months`, `equipment_krub`, `recurring_krub` and the margins of
        both. Equipment is what was sold in the first month; what is replaced later counts as
        recurring.
    """
    need_table("sales", sales, "month", "account_id", "process_point", "line", "revenue_krub")
    need_table("deals", deals, "deal_id", "account_id", "decided_on", "outcome")
    need_count("months", months)
    won = deals.loc[deals["outcome"] == "won", ["deal_id", "account_id", "decided_on"]]
    won = won.assign(since=month_number(won["decided_on"]) + 1).drop(columns="decided_on")
    points = gained_points(positions)[["account_id", "process_point", "since"]]
    sold = sales.assign(number=month_number(sales["month"]))
    last = int(sold["number"].max())
    joined = won.merge(points, on=["account_id", "since"]).merge(
        sold, on=["account_id", "process_point"]
    )
    age = joined["number"] - joined["since"]
    joined = joined[(age >= 0) & (age < months)]
    at_once = (joined["line"] == "equipment") & (joined["number"] == joined["since"])
    margin = joined["revenue_krub"] - joined["cost_krub"]
    table = won.set_index("deal_id")
    table["seen_months"] = (last - table["since"] + 1).clip(0, months)
    parts = {
        "equipment_krub": joined["revenue_krub"].where(at_once, 0.0),
        "equipment_margin_krub": margin.where(at_once, 0.0),
        "recurring_krub": joined["revenue_krub"].where(~at_once, 0.0),
        "recurring_margin_krub": margin.where(~at_once, 0.0),
    }
    for name, values in parts.items():
        table[name] = values.groupby(joined["deal_id"]).sum().reindex(table.index).fillna(0.0)
    table = table[table["seen_months"] > 0]
    for name in ("recurring_krub", "recurring_margin_krub"):
        table[name] *= months / table["seen_months"]
    return table.drop(columns=["account_id", "since"])


def margin_per_selling_hour(
    reports: pd.DataFrame, sales: pd.DataFrame, accounts: pd.DataFrame, by: str = "region"
) -> pd.DataFrame:
    """Margin for each hour of selling, by region or specialist, best first, thousands.

    Whatever is wrong with the hours of the reports is wrong with this ranking, too: compare it on
    reports as they were booked and as they were cleaned.

    Parameters
    ----------
    reports, sales, accounts
        Tables of these names. Money and hours count where the account belongs.
    by
        Column of `accounts`: `region` or `rep_id`.

    Returns
    -------
    pandas.DataFrame
        Index as `by` says; `selling_hours`, `margin_krub`, `margin_krub_per_hour` and `rank`.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> ck.analysis.margin_per_selling_hour(case.reports, case.sales, case.accounts).shape
    (4, 4)
    """
    need_table("accounts", accounts, "account_id", by)
    need_table("reports", reports, "account_id", *_HOURS)
    need_table("sales", sales, "account_id", "revenue_krub", "cost_krub")
    home = accounts.set_index("account_id")[by]
    hours = reports[list(_HOURS)].sum(axis=1).groupby(reports["account_id"].map(home)).sum()
    margin = sales["revenue_krub"] - sales["cost_krub"]
    table = pd.DataFrame(
        {
            "selling_hours": hours,
            "margin_krub": margin.groupby(sales["account_id"].map(home)).sum(),
        }
    ).rename_axis(by)
    table["margin_krub_per_hour"] = table["margin_krub"] / table["selling_hours"]
    table["rank"] = table["margin_krub_per_hour"].rank(ascending=False).astype(int)
    return table.sort_values("rank")


def win_over_time(
    sales: pd.DataFrame, deals: pd.DataFrame, positions: pd.DataFrame, accounts: pd.DataFrame
) -> pd.DataFrame:
    """Revenue of an average win in its first year and margin in three, by part, thousands.

    Only wins observed for a whole year count. After it recurring business continues at its monthly
    rate, less the monthly loss at shared clients.

    Parameters
    ----------
    sales, deals, positions, accounts
        Tables of these names.

    Returns
    -------
    pandas.DataFrame
        Index `part`: `equipment`, `recurring` (consumables and service); `first_year_krub`
        (revenue) and `three_years_margin_krub` (gross margin of 36 months).
    """
    need_table("sales", sales, "month")
    wins = revenue_of_wins(sales, deals, positions)
    wins = wins[wins["seen_months"] == YEAR]
    first, last = str(sales["month"].min()), str(sales["month"].max())
    loss = float(monthly_loss_share(positions, accounts, first, last)["shared"])
    carried = sum((1.0 - loss) ** month for month in range(3 * YEAR)) / YEAR
    mean = wins.mean()
    rows = {
        "equipment": (mean["equipment_krub"], mean["equipment_margin_krub"]),
        "recurring": (mean["recurring_krub"], carried * mean["recurring_margin_krub"]),
    }
    columns = ["first_year_krub", "three_years_margin_krub"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("part")


def _per_hour(table: pd.DataFrame) -> pd.DataFrame:
    for name in ("revenue", "margin"):
        table[f"{name}_krub_per_hour"] = table[f"{name}_krub"] / table["hours"]
    return table
