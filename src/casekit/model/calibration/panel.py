"""Hours and outcomes of each specialist by month, from the company's tables.

Only observable tables are used: reports, positions, accounts, assignments, deals, sales.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.analysis.months import month_number
from casekit.analysis.wallets import OUR_FROM_SHARE, US
from casekit.arrays import Array, Flags, Indices
from casekit.company import TABLES, Case, need_case
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument, MissingTable

__all__ = ["LONG_AGO", "Panel", "gather_panel"]

#: Shortest history that can be calibrated, months.
FEWEST_MONTHS = 12
#: Month number of rows without a beginning; before every other month.
LONG_AGO = -(10**6)


@dataclass(frozen=True)
class Panel:
    """Months of every specialist, arrays of shape (months, specialists).

    Losses and gains of a month show in the suppliers of the next one, so those arrays have one row
    less.

    Parameters
    ----------
    rep_ids, regions
        Specialists and their regions, in the order of the columns.
    hours
        Hours reported, shape (months, specialists, 6).
    base_our_krub, base_shared_krub
        What we hold at `our` and at `shared` accounts.
    lost_our_krub, lost_shared_krub
        What competitors took in the month, shape (months - 1, specialists).
    room_krub
        What competitors hold at shared accounts.
    gained_krub
        What we took at accounts already served, shape (months - 1, specialists).
    pool_accounts
        Accounts where nothing is ours.
    wins
        Pursuits won, by the month of decision.
    gained_rows, won_points_krub
        Positions taken at served accounts (row numbers of `positions`), and of every won client
        what it gave first, thousand roubles a month.
    account_held_krub, account_open_krub, account_wallet_krub
        What we hold at each account, what competitors hold where it is shared, and all that it
        buys, shape (months, accounts) in the order of the table `accounts`.
    """

    rep_ids: tuple[str, ...]
    regions: tuple[str, ...]
    hours: Array
    base_our_krub: Array
    base_shared_krub: Array
    lost_our_krub: Array
    lost_shared_krub: Array
    room_krub: Array
    gained_krub: Array
    pool_accounts: Array
    wins: Array
    gained_rows: Indices
    won_points_krub: Array
    account_held_krub: Array
    account_open_krub: Array
    account_wallet_krub: Array

    @property
    def months(self) -> int:
        """Months of history."""
        return len(self.hours)

    @property
    def base_krub(self) -> Array:
        """What we hold, all accounts."""
        return self.base_our_krub + self.base_shared_krub

    @property
    def lost_krub(self) -> Array:
        """What competitors took, all accounts."""
        return self.lost_our_krub + self.lost_shared_krub


def gather_panel(case: Case) -> Panel:
    """Build the panel from a company's tables.

    Raises
    ------
    InvalidArgument
        If this is no company, a table that calibration needs is empty, the history is too short,
        or nothing in it is ours.
    MissingTable
        If the company has not got a table that calibration needs.
    """
    need_case(case)
    for name in _NEEDED:
        if TABLES[name].optional and name not in case.tables:
            raise MissingTable(f"calibration-missing-{name}", found=name)
    empty = _absent(case)
    if empty:
        raise InvalidArgument("calibration-empty", tables=", ".join(empty))
    tables = {name: getattr(case, name) for name in _NEEDED}
    first, months = _history_months(case)
    if months < FEWEST_MONTHS:
        raise InvalidArgument("calibration-short", found=months, allowed=FEWEST_MONTHS)
    reps, positions = tables["reps"], tables["positions"]
    rep_ids = reps["rep_id"].tolist()
    accounts = tables["accounts"]["account_id"].tolist()
    account = pd.Index(accounts).get_indexer(positions["account_id"])
    held_from, held_to = _span(positions, first, months)
    ours = (positions["supplier"] == US).to_numpy()
    wallet = positions["wallet_krub_per_month"].to_numpy(dtype=float)
    rep = _who(tables["assignments"], accounts, rep_ids, first, months)

    held = _by_month(account, held_from, held_to, wallet * ours, len(accounts), months)
    whole = _by_month(account, held_from, held_to, wallet, len(accounts), months)
    served = held > 0
    shared = served & (held < OUR_FROM_SHARE * whole - 1e-9)

    def of_rep(values: Array) -> Array:
        return _sum_by_rep(values, rep[: len(values)], len(rep_ids))

    def changes(rows: Indices, when: Indices, where: Flags) -> Array:
        """Money of the rows that changed supplier after a month, where `where` holds."""
        inside = where[when, account[rows]]
        at, who = when[inside], rep[when[inside], account[rows[inside]]]
        table = np.zeros((months - 1, len(rep_ids)))
        np.add.at(table, (at, who), wallet[rows[inside]])
        return table

    # A position of ours that ended within the history was lost; one that began was gained.
    ended = np.flatnonzero(ours & (held_to >= 0) & (held_to < months - 1))
    began = np.flatnonzero(ours & (held_from >= 1) & (held_from < months))
    gained_before = served[held_from[began] - 1, account[began]]
    first_points = began[~gained_before]
    if not served[:-1].any():
        raise InvalidArgument("calibration-no-business", found=US)
    deals = tables["deals"]
    return Panel(
        rep_ids=tuple(rep_ids),
        regions=tuple(reps["region"]),
        hours=_hours(tables["reports"], rep_ids, first, months),
        base_our_krub=of_rep(np.where(shared, 0.0, held)),
        base_shared_krub=of_rep(np.where(shared, held, 0.0)),
        lost_our_krub=changes(ended, held_to[ended], served & ~shared),
        lost_shared_krub=changes(ended, held_to[ended], shared),
        room_krub=of_rep(np.where(shared, whole - held, 0.0)),
        gained_krub=changes(began, held_from[began] - 1, served),
        pool_accounts=of_rep((~served).astype(float)),
        wins=_wins(deals, rep_ids, first, months),
        gained_rows=began[gained_before],
        won_points_krub=_won_points(account, held_from, wallet, first_points),
        account_held_krub=held,
        account_open_krub=np.where(shared, whole - held, 0.0),
        account_wallet_krub=whole,
    )


#: Tables that calibration needs.
_NEEDED = ("reps", "accounts", "positions", "assignments", "reports", "sales", "deals")


def has_history(case: Case) -> bool:
    """Whether a company's tables reach far enough back to estimate from them."""
    need_case(case)
    return not _absent(case) and _history_months(case)[1] >= FEWEST_MONTHS


def _absent(case: Case) -> list[str]:
    """Needed tables that the company has not, or that hold nothing."""
    return [name for name in _NEEDED if name not in case.tables or getattr(case, name).empty]


def _history_months(case: Case) -> tuple[int, int]:
    """First month of the history, and how many there are."""
    first, last = (int(n) for n in month_number(pd.Series([case.first_month, case.last_month])))
    return first, last - first + 1


def _span(frame: pd.DataFrame, first: int, months: int) -> tuple[Indices, Indices]:
    """First and last month of each row, counted from the first month of the history."""
    since = month_number(frame["since_month"]).to_numpy()
    until = month_number(frame["until_month"]).to_numpy()
    begin = np.where(since < 0, LONG_AGO, since - first)
    return begin.astype(np.intp), np.where(until < 0, months, until - first).astype(np.intp)


def _by_month(
    group: Indices, begin: Indices, end: Indices, values: Array, groups: int, months: int
) -> Array:
    """Sum of values by month and group, each counted from its first to its last month."""
    change = np.zeros((months + 1, groups))
    inside = (end >= 0) & (begin < months)
    np.add.at(change, (np.clip(begin, 0, months)[inside], group[inside]), values[inside])
    np.add.at(change, (np.clip(end + 1, 0, months)[inside], group[inside]), -values[inside])
    # Remove rounding errors of sums, which would count as business.
    return np.round(np.cumsum(change, axis=0)[:-1], 6)


def _who(
    assignments: pd.DataFrame, accounts: list[str], rep_ids: list[str], first: int, months: int
) -> Indices:
    """Specialist who looks after each account in each month, shape (months, accounts)."""
    begin, end = _span(assignments, first, months)
    account = pd.Index(accounts).get_indexer(assignments["account_id"])
    rep = pd.Index(rep_ids).get_indexer(assignments["rep_id"])
    who = np.zeros((months, len(accounts)), dtype=np.intp)
    # In order of time, so that a later assignment overwrites an earlier one.
    for row in np.argsort(begin, kind="stable"):
        who[max(begin[row], 0) : max(end[row] + 1, 0), account[row]] = rep[row]
    return who


def _sum_by_rep(values: Array, rep: Indices, reps: int) -> Array:
    months = len(values)
    cell = rep + reps * np.arange(months)[:, None]
    total = np.bincount(cell.ravel(), weights=values.ravel(), minlength=months * reps)
    return total.reshape(months, reps).astype(float)


def _hours(reports: pd.DataFrame, rep_ids: list[str], first: int, months: int) -> Array:
    month = month_number(reports["month"]).to_numpy() - first
    rep = pd.Index(rep_ids).get_indexer(reports["rep_id"])
    inside = (month >= 0) & (month < months) & (rep >= 0)
    table = np.zeros((months, len(rep_ids), len(ACTIVITIES)))
    columns = [f"{name}_hours" for name in ACTIVITIES]
    np.add.at(table, (month[inside], rep[inside]), reports[columns].to_numpy(float)[inside])
    return table


def _wins(deals: pd.DataFrame, rep_ids: list[str], first: int, months: int) -> Array:
    won = deals[deals["outcome"] == "won"]
    month = month_number(won["decided_on"]).to_numpy() - first
    rep = pd.Index(rep_ids).get_indexer(won["rep_id"])
    inside = (month >= 0) & (month < months) & (rep >= 0)
    table = np.zeros((months, len(rep_ids)))
    np.add.at(table, (month[inside], rep[inside]), 1.0)
    return table


def _won_points(account: Indices, since: Indices, wallet: Array, rows: Indices) -> Array:
    """First month's purchases of each won client; points won in the same month are one win."""
    win = pd.MultiIndex.from_arrays([account[rows], since[rows]])
    return pd.Series(wallet[rows], index=win).groupby(level=[0, 1]).sum().to_numpy(float)
