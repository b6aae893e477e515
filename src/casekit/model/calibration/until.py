"""A company as its tables stood at the end of an earlier month."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from casekit.analysis.months import month_code, month_number, need_month
from casekit.analysis.wallets import US, current_points, status_by_month
from casekit.company import Case, need_case

__all__ = ["until"]


def until(case: Case, last_month: str) -> Case:
    """The company as its tables stood at the end of a month.

    Nothing that became known later is left: rows of later months go; suppliers and specialists
    of then stand without an end; pursuits decided later are open; the clients' status,
    specialist and main competitor are those of then; who was hired later is not yet there.
    Tables that the company lacks are still lacking.

    Parameters
    ----------
    case
        The company.
    last_month
        Month to stand in, `YYYY-MM`, within its history.

    Raises
    ------
    InvalidArgument
        If the month is none, or lies outside the history.

    Examples
    --------
    >>> import casekit as ck
    >>> earlier = until(ck.load_case(), "2025-09")
    >>> earlier.last_month, earlier.sales["month"].max()
    ('2025-09', '2025-09')
    """
    need_case(case)
    last = need_month("last_month", last_month, pd.Series([case.first_month, case.last_month]))
    last_month = month_code(last)
    # A row of each table by itself, then what follows from other tables.
    tables = {name: _rows_until(getattr(case, name), last) for name in case.tables}
    if "deals" in tables:
        tables["deals"] = _pursuits_until(tables["deals"], last)
    company = tables["company"]
    company["value"] = company["value"].where(company["key"] != "last_month", last_month)
    tables["accounts"] = _accounts_of(tables, last_month)
    hired = month_number(tables["reps"]["hired_on"]) <= last
    # Somebody who looks after a client is there, whatever the date of hiring says.
    hired |= tables["reps"]["rep_id"].isin(tables["accounts"]["rep_id"])
    tables["reps"] = tables["reps"][hired]
    return Case({name: frame.reset_index(drop=True) for name, frame in tables.items()})


def _rows_until(frame: pd.DataFrame, last: int) -> pd.DataFrame:
    if "month" in frame:
        frame = frame[month_number(frame["month"]) <= last]
    if "since_month" in frame:
        frame = frame[month_number(frame["since_month"]) <= last].copy()
        # What ends with the month itself is not yet known to have ended.
        later = month_number(frame["until_month"]) >= last
        frame["until_month"] = frame["until_month"].where(~later, "")
    return frame


def _pursuits_until(deals: pd.DataFrame, last: int) -> pd.DataFrame:
    deals = deals[month_number(deals["opened_on"]) <= last].copy()
    decided = month_number(deals["decided_on"]).between(0, last)
    offered = month_number(deals["offered_on"]).between(0, last)
    deals["offered_on"] = deals["offered_on"].where(offered, "")
    deals["decided_on"] = deals["decided_on"].where(decided, "")
    deals["outcome"] = deals["outcome"].where(decided, "open")
    return deals


def _accounts_of(tables: Mapping[str, pd.DataFrame], month: str) -> pd.DataFrame:
    """Accounts with the status, specialist and main competitor of the month."""
    accounts = tables["accounts"].copy()
    now = tables["assignments"][tables["assignments"]["until_month"] == ""]
    # Of two specialists at once the later one counts.
    now = now.sort_values("since_month", kind="stable").drop_duplicates("account_id", keep="last")
    ids = accounts["account_id"]
    accounts["rep_id"] = ids.map(now.set_index("account_id")["rep_id"]).fillna(accounts["rep_id"])
    if "positions" not in tables:
        return accounts
    positions = tables["positions"]
    status = status_by_month(positions, accounts, month, month)[month]
    accounts["status"] = ids.map(status).fillna(accounts["status"])
    theirs = current_points(positions)
    theirs = theirs[theirs["supplier"] != US]
    held = theirs.groupby(["account_id", "supplier"])["wallet_krub_per_month"].sum()
    first = held.reset_index().sort_values("wallet_krub_per_month", ascending=False, kind="stable")
    rival = first.drop_duplicates("account_id").set_index("account_id")["supplier"]
    accounts["main_competitor"] = ids.map(rival).fillna(accounts["main_competitor"])
    return accounts
