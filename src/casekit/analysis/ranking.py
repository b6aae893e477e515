"""The league table of specialists, and the same table adjusted for the territory."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_column, need_count, need_table
from casekit.analysis.months import last_months
from casekit.analysis.self_reports import same_every_month
from casekit.analysis.ties import BAND
from casekit.analysis.time_audit import hours_by_rep
from casekit.arrays import Array


def league_table(
    sales: pd.DataFrame,
    accounts: pd.DataFrame,
    months: int = 24,
    reports: pd.DataFrame | None = None,
    draws: int = 400,
) -> pd.DataFrame:
    """Specialists by yearly revenue of the last months, and by revenue for their territory.

    Parameters
    ----------
    sales, accounts
        Tables of these names. Sales count for whoever looks after the account now.
    months
        How many months count; in a single year one lucky machine makes a star.
    reports
        Table `reports`; with it, whoever hands in the same month again and again is marked.
    draws
        How often clients are drawn anew for the bands.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`, best revenue first; `revenue_krub` a year, `potential_krub` (yearly
        wallets of the territory), `elsewhere_krub` (what of them is spent elsewhere: without
        what we sold there again and again), `expected_krub` (revenue that territories of this
        size bring, by a straight line through the logarithms), `adjusted` (revenue divided by
        what is expected) with its 90 % band `adjusted_low` and `adjusted_high`, `rank`,
        `adjusted_rank`, and with `reports` also `same_every_month`.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or no account was sold to.

    Notes
    -----
    Revenue is a part of the potential, and a part goes with its whole even where it has nothing
    else to do with it. Whether revenue follows the territory is therefore to be seen against
    `elsewhere_krub`. That errs on the careful side: what is sold to a client is not left for
    others, so the two would fall apart if the territory did not matter. To adjust for the
    territory the whole is right: what is judged is how much of it was sold.

    The bands tell the luck of clients: 5 and 95 % of what comes out when the clients of each
    territory are drawn anew from them, the line through all of them too (bootstrap).

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> league = ck.analysis.league_table(case.sales, case.accounts, reports=case.reports)
    >>> bool((league["elsewhere_krub"] < league["potential_krub"]).all())
    True
    """
    need_table("sales", sales, "month", "account_id", "line", "revenue_krub")
    need_table("accounts", accounts, "account_id", "rep_id", "wallet_krub_per_month")
    need_count("months", months)
    need_count("draws", draws)
    recent = sales[last_months(sales["month"], months)]
    yearly = 12.0 / months
    known = accounts.set_index("account_id")
    money = pd.DataFrame({"potential": 12.0 * known["wallet_krub_per_month"].astype(float)})
    money["revenue"] = yearly * recent.groupby("account_id")["revenue_krub"].sum()
    again = recent[recent["line"] != "equipment"]
    money["again"] = yearly * again.groupby("account_id")["revenue_krub"].sum()
    money = money.fillna(0.0)
    sums = money.groupby(known["rep_id"]).sum()
    # Who sold nothing has no place on a line through logarithms.
    sums = sums[sums["revenue"] > 0]
    need_table("sales", sums)
    table = pd.DataFrame(
        {
            "revenue_krub": sums["revenue"],
            "potential_krub": sums["potential"],
            "elsewhere_krub": (sums["potential"] - sums["again"]).clip(lower=0.0),
        }
    )
    table = table.rename_axis("rep_id").sort_values("revenue_krub", ascending=False)
    table["expected_krub"] = _expected(
        table["potential_krub"].to_numpy()[None], table["revenue_krub"].to_numpy()[None]
    )[0]
    table["adjusted"] = table["revenue_krub"] / table["expected_krub"]
    drawn = _adjusted_anew(money, known["rep_id"], table.index, draws)
    for end, at in zip(("low", "high"), BAND, strict=True):
        table[f"adjusted_{end}"] = np.quantile(drawn, at, axis=0)
    table["rank"] = table["revenue_krub"].rank(ascending=False).astype(int)
    table["adjusted_rank"] = table["adjusted"].rank(ascending=False).astype(int)
    if reports is not None:
        copied = same_every_month(reports)
        table["same_every_month"] = copied.reindex(table.index, fill_value=False)
    return table


def league_parts(
    league: pd.DataFrame, accounts: pd.DataFrame, reports: pd.DataFrame
) -> pd.DataFrame:
    """Top, middle and bottom of the league table: what each had to work with, and put in.

    Parameters
    ----------
    league
        What `league_table` gives.
    accounts, reports
        Tables of these names.

    Returns
    -------
    pandas.DataFrame
        Index `league_part`: `top` and `bottom` (a quarter of the specialists each, by revenue) and
        `middle`; means of a specialist: `revenue_krub` a year, `clients`, `selling_hours` a
        month, `elsewhere_krub` (what the same clients spend elsewhere in a year) and `adjusted`
        (revenue against what territories of that size bring).

    Raises
    ------
    InvalidArgument
        If a table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> league = ck.analysis.league_table(case.sales, case.accounts)
    >>> parts = ck.analysis.league_parts(league, case.accounts, case.reports)
    >>> list(parts.index)
    ['top', 'middle', 'bottom']
    """
    need_table("league", league, "revenue_krub", "elsewhere_krub", "adjusted", "rank")
    need_table("accounts", accounts, "account_id", "rep_id")
    hours = hours_by_rep(reports)["selling"]
    each = league[["revenue_krub", "elsewhere_krub", "adjusted"]].assign(
        clients=accounts.groupby("rep_id").size(), selling_hours=hours
    )
    quarter = max(len(league) // 4, 1)
    place = league["rank"]
    part = np.select([place <= quarter, place > len(league) - quarter], ["top", "bottom"], "middle")
    table = each.groupby(part).mean().reindex(["top", "middle", "bottom"])
    order = ["revenue_krub", "clients", "selling_hours", "elsewhere_krub", "adjusted"]
    return table[order].rename_axis("league_part")


def _expected(potential: Array, revenue: Array) -> Array:
    """Revenue by a line through the logarithms, row by row."""
    size, sold = np.log(potential), np.log(revenue)
    off = size - size.mean(axis=1, keepdims=True)
    spread = (off**2).sum(axis=1, keepdims=True)
    covered = (off * (sold - sold.mean(axis=1, keepdims=True))).sum(axis=1, keepdims=True)
    # One specialist, or territories all of one size: there is nothing to adjust for.
    slope = np.divide(covered, spread, out=np.zeros_like(spread), where=spread > 0)
    return np.asarray(np.exp(sold.mean(axis=1, keepdims=True) + slope * off))


def _adjusted_anew(money: pd.DataFrame, rep: pd.Series, reps: pd.Index, draws: int) -> Array:
    """`adjusted` when every territory's clients are drawn anew, a row a draw."""
    rng = np.random.default_rng(0)
    revenue, potential = np.empty((draws, len(reps))), np.empty((draws, len(reps)))
    clients = money.groupby(rep)
    for place, name in enumerate(reps):
        own = clients.get_group(name)
        weights = rng.multinomial(len(own), [1.0 / len(own)] * len(own), size=draws)
        potential[:, place] = weights @ own["potential"].to_numpy()
        # A draw of clients that bought nothing still bought less than a thousandth.
        least = 0.001 * own["revenue"].sum()
        revenue[:, place] = np.maximum(weights @ own["revenue"].to_numpy(), least)
    positive = np.maximum(potential, 1e-9)
    return np.asarray(revenue / _expected(positive, revenue))


def rank_correlation(first: pd.Series, second: pd.Series) -> float:
    """Rank correlation of two orders of the same specialists: 1 the same, 0 unrelated."""
    need_column("first", first)
    need_column("second", second)
    a = first.rank()
    b = second.reindex(first.index).rank()
    a, b = a - a.mean(), b - b.mean()
    return float((a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum()))
