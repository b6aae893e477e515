"""Pursuits of competitors' clients: how long they take, and how many hours a win costs."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_column, need_count, need_table
from casekit.analysis.months import month_code, month_number, need_order
from casekit.analysis.self_reports import same_every_month
from casekit.analysis.ties import BAND_WIDTH
from casekit.arrays import Array
from casekit.errors import InvalidArgument

_DEAL = ("deal_id", "account_id", "opened_on", "decided_on", "outcome")

#: Mean days of a month.
MONTH_DAYS = 30.4375
#: Columns of `pursuit_cycles` that `survival` and `median_cycle_months` take, in their order.
SEEN = ("months", "decided", "entered_months")


def pursuit_cycles(deals: pd.DataFrame, first_month: str, last_month: str) -> pd.DataFrame:
    """Length of each pursuit in months, how much of it passed unseen, and whether it is over.

    Parameters
    ----------
    deals
        Table `deals`.
    first_month
        First month of the data. A pursuit opened earlier is known only because it lasted until
        then: those that were over sooner were never written down.
    last_month
        Last month of the data: open pursuits have run until its end.

    Returns
    -------
    pandas.DataFrame
        `deal_id`, `opened_on`, `months` (so far, for open ones), `entered_months` (months gone
        when the data begin; 0 for what was opened within them) and `decided`.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be, or the months are not, or stand in wrong order.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> cycles = ck.analysis.pursuit_cycles(case.deals, case.first_month, case.last_month)
    >>> bool((cycles["entered_months"] > 0).any())
    True
    """
    need_table("deals", deals, "deal_id", "opened_on", "decided_on", "outcome", rows=False)
    need_order(first_month, last_month)
    begin = pd.Period(first_month, freq="M").start_time
    end = pd.Period(last_month, freq="M").end_time.normalize()
    opened = pd.to_datetime(deals["opened_on"])
    decided = deals["outcome"] != "open"
    closed = pd.to_datetime(deals["decided_on"].where(decided, str(end.date())))
    return pd.DataFrame(
        {
            "deal_id": deals["deal_id"],
            "opened_on": deals["opened_on"],
            "months": (closed - opened).dt.days / MONTH_DAYS,
            "entered_months": ((begin - opened).dt.days / MONTH_DAYS).clip(lower=0.0),
            "decided": decided,
        }
    )


def survival(
    months: pd.Series, decided: pd.Series, entered_months: pd.Series | None = None
) -> pd.Series:
    """Share of pursuits still undecided after so many months (Kaplan and Meier).

    Open pursuits are not left out: they count as long as they have been seen. Nor do those that
    ran before the data begin count from their first day: each enters the count at the age at
    which it was first seen, since others of its age had been decided unseen.

    Parameters
    ----------
    months, decided
        Length of each pursuit so far, and whether it is over; columns of `pursuit_cycles`.
    entered_months
        Age at which each was first seen; left out, all were seen from the start.

    Returns
    -------
    pandas.Series
        Index months, falling from 1.

    Raises
    ------
    InvalidArgument
        If a column is none, or no pursuit was seen for any time.

    Notes
    -----
    Kaplan and Meier (1958) with delayed entry: at each age the share decided among those under
    observation just before it (Klein and Moeschberger, 2003, Survival Analysis, section 4.6).
    Without delayed entry the long ones among those already running weigh too much and the
    cycle comes out too long.

    Examples
    --------
    Four were decided after 4, 6, 8 and 10 months; the last two were first seen at 5:

    >>> months, decided = pd.Series([4.0, 6.0, 8.0, 10.0]), pd.Series([True] * 4)
    >>> survival(months, decided, pd.Series([0.0, 0.0, 5.0, 5.0])).round(3).tolist()
    [0.5, 0.333, 0.167, 0.0]
    """
    need_column("months", months)
    need_column("decided", decided)
    age, over = months.to_numpy(dtype=float), decided.to_numpy(dtype=bool)
    since = np.zeros(len(age))
    if entered_months is not None:
        need_column("entered_months", entered_months)
        since = entered_months.to_numpy(dtype=float)
    seen = age > since
    if not seen.any():
        raise InvalidArgument("analysis-empty-table", table="months")
    age, over, since = age[seen], over[seen], since[seen]
    ages, place = np.unique(age, return_inverse=True)
    ended = np.bincount(place, weights=over)
    # At risk at an age: all who lasted to it, less those who were first seen at it or later.
    lasted = len(age) - np.searchsorted(np.sort(age), ages, side="left")
    unseen = len(age) - np.searchsorted(np.sort(since), ages, side="left")
    undecided = np.cumprod(1.0 - ended / (lasted - unseen))
    return pd.Series(undecided, index=pd.Index(ages, name="months"), name="undecided_share")


def median_cycle_months(
    months: pd.Series, decided: pd.Series, entered_months: pd.Series | None = None
) -> float:
    """Months after which half of the pursuits are decided, open ones counted as far as seen.

    Not a number if more than half are still undecided at the end. Arguments as of `survival`.
    """
    undecided = survival(months, decided, entered_months)
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

    Parameters
    ----------
    reports, deals
        Tables of these names.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`; `pursuits`, `wins`, `hours`, `hours_per_win` (infinite without wins) with
        its 90 % band `hours_per_win_low` and `_high`, and `same_every_month`: whose hours are a
        copy and say little.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be.

    Notes
    -----
    Wins are few and counted: the band is that of a Poisson count by Byar's approximation
    (Breslow and Day, 1987, Statistical Methods in Cancer Research II, section 2.3).

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> cost = ck.analysis.hours_per_win(case.reports, case.deals)
    >>> best = ck.analysis.as_good_as_best(cost[cost["wins"] >= 2], "hours_per_win", highest=False)
    >>> bool(best.sum() > 1)
    True
    """
    whole = pursuit_hours(reports, deals).query("whole")
    table = whole.groupby("rep_id").agg(pursuits=("deal_id", "size"), hours=("hours", "sum"))
    wins = (whole["outcome"] == "won").groupby(whole["rep_id"]).sum()
    table["wins"] = wins
    low, high = _count_band(wins.to_numpy(dtype=float))
    for name, count in (("", wins.to_numpy(dtype=float)), ("_low", high), ("_high", low)):
        cost = np.full(len(table), np.inf)
        table[f"hours_per_win{name}"] = np.divide(table["hours"], count, out=cost, where=count > 0)
    copied = same_every_month(reports)
    table["same_every_month"] = copied.reindex(table.index, fill_value=False)
    return table


def _count_band(counts: Array) -> tuple[Array, Array]:
    """Ends of the 90 % band of a mean of which so many were counted."""
    more = counts + 1.0
    high = more * (1.0 - 1.0 / (9.0 * more) + BAND_WIDTH / (3.0 * np.sqrt(more))) ** 3
    some = np.maximum(counts, 1.0)
    low = some * (1.0 - 1.0 / (9.0 * some) - BAND_WIDTH / (3.0 * np.sqrt(some))) ** 3
    return np.where(counts > 0, np.maximum(low, 0.0), 0.0), high


def cycle_estimates(deals: pd.DataFrame, first_month: str, last_month: str) -> pd.Series:
    """Median months from opening to decision, told in three ways.

    Parameters
    ----------
    deals
        Table `deals`.
    first_month, last_month
        Months in which pursuits were watched, `YYYY-MM`: those of the data.

    Returns
    -------
    pandas.Series
        Index `estimate`: `decided` leaves pursuits still open out, `called_ended` takes today for
        their end, `with_open` counts them as long as they have lasted, and those that ran before
        the data begin from there on (see `survival`). The short cuts are off both ways: what is
        cut short or left out shortens the cycle, old pursuits counted whole lengthen it.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be, or the months are not, or stand in wrong order.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> found = ck.analysis.cycle_estimates(case.deals, case.first_month, case.last_month)
    >>> bool(found["called_ended"] < found["with_open"])
    True
    """
    cycles = pursuit_cycles(deals, first_month, last_month)
    need_table("deals", cycles)
    medians = {
        "decided": cycles.loc[cycles["decided"], "months"].median(),
        "called_ended": cycles["months"].median(),
        "with_open": median_cycle_months(*(cycles[name] for name in SEEN)),
    }
    return pd.Series(medians, name="months").rename_axis("estimate")


def decided_by_opening(
    deals: pd.DataFrame, first_month: str, last_month: str, late_months: int = 10
) -> pd.DataFrame:
    """Months to a decision of pursuits opened lately and of those opened earlier: a trap.

    The median of what is decided, and nothing else, makes the latest pursuits look quick: of
    these only the quick ones can have been decided yet.

    Parameters
    ----------
    deals
        Table `deals`.
    first_month, last_month
        Months of the data, `YYYY-MM`.
    late_months
        How many of the last months count as late.

    Returns
    -------
    pandas.DataFrame
        Index `opened`: `earlier` and `lately`; `pursuits`, `open` ones among them, and
        `decided_months`, the median of the decided ones: not a number if there is none.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be, or the months are not, or stand in wrong order.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> told = ck.analysis.decided_by_opening(case.deals, case.first_month, case.last_month)
    >>> bool(told.loc["lately", "decided_months"] < told.loc["earlier", "decided_months"])
    True
    """
    need_count("late_months", late_months)
    cycles = pursuit_cycles(deals, first_month, last_month)
    need_table("deals", cycles)
    _, last = need_order(first_month, last_month)
    late = month_number(cycles["opened_on"]) > last - late_months
    rows = {}
    for name, inside in (("earlier", ~late), ("lately", late)):
        some = cycles[inside]
        rows[name] = {
            "pursuits": len(some),
            "open": int((~some["decided"]).sum()),
            "decided_months": some.loc[some["decided"], "months"].median(),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("opened")
