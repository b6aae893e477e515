"""Pursuits of competitors' clients: how long they take, and how many hours a win costs."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_column, need_table
from casekit.analysis.months import month_code, month_number, need_order

_DEAL = ("deal_id", "account_id", "opened_on", "decided_on", "outcome")

#: Mean days of a month.
MONTH_DAYS = 30.4375


#: Pursuits at once that count as few, and as many, and the groups' names.
FEW, MANY = 3.5, 5.5
FOCUS = ("few", "some", "many")


def pursuit_cycles(deals: pd.DataFrame, last_month: str) -> pd.DataFrame:
    """Length of each pursuit in months, and whether it is decided.

    Parameters
    ----------
    deals
        Table `deals`.
    last_month
        Last month of the data: open pursuits have run until its end.

    Returns
    -------
    pandas.DataFrame
        `deal_id`, `opened_on`, `months` (so far, for open ones) and `decided`.
    """
    need_table("deals", deals, "deal_id", "opened_on", "decided_on", "outcome", rows=False)
    end = pd.Period(last_month, freq="M").end_time.normalize()
    opened = pd.to_datetime(deals["opened_on"])
    decided = deals["outcome"] != "open"
    closed = pd.to_datetime(deals["decided_on"].where(decided, str(end.date())))
    months = (closed - opened).dt.days / MONTH_DAYS
    return pd.DataFrame(
        {
            "deal_id": deals["deal_id"],
            "opened_on": deals["opened_on"],
            "months": months,
            "decided": decided,
        }
    )


def survival(months: pd.Series, decided: pd.Series) -> pd.Series:
    """Share of pursuits still undecided after so many months (Kaplan and Meier).

    Open pursuits are right-censored at the end of the data.

    Returns
    -------
    pandas.Series
        Index months, falling from 1.
    """
    need_column("months", months)
    need_column("decided", decided)
    table = pd.DataFrame({"months": months.to_numpy(), "decided": decided.to_numpy()})
    at = table.groupby("months")["decided"].agg(["size", "sum"])
    at_risk = at["size"][::-1].cumsum()[::-1]
    return (1.0 - at["sum"] / at_risk).cumprod().rename("undecided_share")


def median_cycle_months(months: pd.Series, decided: pd.Series) -> float:
    """Median months to decision (Kaplan and Meier), open pursuits censored.

    NaN if more than half are still undecided at the end.
    """
    undecided = survival(months, decided)
    reached = undecided[undecided <= 0.5]
    return float(reached.index[0]) if len(reached) else float("nan")


def pursuit_hours(reports: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    """Conversion hours spent on each pursuit, as reported.

    Returns
    -------
    pandas.DataFrame
        `deals` with `hours` and `whole`: whether the reports cover the pursuit from its start
        to its decision.
    """
    need_table("reports", reports, "month", "account_id", "conversion_hours")
    need_table("deals", deals, *_DEAL, rows=False)
    work = reports.loc[reports["conversion_hours"] > 0, ["month", "account_id", "conversion_hours"]]
    work = work.assign(number=month_number(work["month"]))
    span = pd.DataFrame(
        {
            "deal_id": deals["deal_id"],
            "account_id": deals["account_id"],
            "first": month_number(deals["opened_on"]),
            "last": month_number(deals["decided_on"]).replace(-1, 10**6),
        }
    )
    joined = work.merge(span, on="account_id")
    inside = (joined["first"] <= joined["number"]) & (joined["number"] <= joined["last"])
    hours = joined[inside].groupby("deal_id")["conversion_hours"].sum()
    begin = int(month_number(reports["month"]).min())
    return deals.assign(
        hours=deals["deal_id"].map(hours).fillna(0.0),
        whole=((span["first"] >= begin) & (deals["outcome"] != "open")).to_numpy(),
    )


def pursuits_at_once(deals: pd.DataFrame, first_month: str, last_month: str) -> pd.DataFrame:
    """Pursuits each specialist has open, month by month.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`, columns the months.
    """
    need_table("deals", deals, "rep_id", "opened_on", "decided_on", rows=False)
    first, last = need_order(first_month, last_month)
    opened = month_number(deals["opened_on"]).to_numpy()
    decided = month_number(deals["decided_on"]).replace(-1, 10**6).to_numpy()
    months = np.arange(first, last + 1)
    running = (opened[:, None] <= months) & (months <= decided[:, None])
    table = pd.DataFrame(running.astype(int), columns=[month_code(int(n)) for n in months])
    return table.groupby(deals["rep_id"].to_numpy()).sum().rename_axis("rep_id")


def hours_per_win(reports: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    """Conversion hours per win of each specialist, from pursuits observed from start to decision.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`; `pursuits`, `wins`, `hours` and `hours_per_win` (infinite without wins).
    """
    whole = pursuit_hours(reports, deals).query("whole")
    table = whole.groupby("rep_id").agg(pursuits=("deal_id", "size"), hours=("hours", "sum"))
    table["wins"] = (whole["outcome"] == "won").groupby(whole["rep_id"]).sum()
    table["hours_per_win"] = (table["hours"] / table["wins"]).where(table["wins"] > 0, np.inf)
    return table


def cycle_estimates(deals: pd.DataFrame, last_month: str) -> pd.Series:
    """Median months from opening to decision, by three estimators.

    Parameters
    ----------
    deals
        Table `deals`.
    last_month
        Last month of the data, `YYYY-MM`.

    Returns
    -------
    pandas.Series
        Index `estimate`: `decided` omits open pursuits, `called_ended` treats the end of the data
        as their end, `with_open` censors them (Kaplan and Meier, 1958). The first two are biased
        downwards.
    """
    cycles = pursuit_cycles(deals, last_month)
    medians = {
        "decided": cycles.loc[cycles["decided"], "months"].median(),
        "called_ended": cycles["months"].median(),
        "with_open": median_cycle_months(cycles["months"], cycles["decided"]),
    }
    return pd.Series(medians, name="months").rename_axis("estimate")


def wins_by_focus(
    reports: pd.DataFrame, deals: pd.DataFrame, first_month: str, last_month: str
) -> pd.DataFrame:
    """Hours per win by the number of clients a specialist usually pursues at once.

    Parameters
    ----------
    reports, deals
        Tables of these names.
    first_month, last_month
        Months over which pursuits at once are averaged, `YYYY-MM`, inclusive.

    Returns
    -------
    pandas.DataFrame
        Index `focus`: `few` (up to three and a half on average), `some`, `many` (five and a half
        and more); `specialists`, `hours`, `wins`, `hours_per_win`.
    """
    usual = pursuits_at_once(deals, first_month, last_month).mean(axis=1)
    cost = hours_per_win(reports, deals).join(usual.rename("at_once"))
    focus = pd.cut(cost["at_once"], [-np.inf, FEW, MANY, np.inf], right=False, labels=FOCUS)
    groups = cost.groupby(focus.astype(str))
    table = groups[["hours", "wins"]].sum().reindex(list(FOCUS), fill_value=0)
    table.insert(0, "specialists", groups.size().reindex(table.index, fill_value=0))
    table["hours_per_win"] = table["hours"] / table["wins"].where(table["wins"] > 0)
    return table.rename_axis("focus")
