"""Who holds the clients' money: wallets, status by month, and the doors still open."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_table
from casekit.analysis.months import month_code, month_number, need_order
from casekit.company.schema import STATUSES

#: Name of the company itself among the suppliers.
US = "us"
#: From this share of the wallet on an account counts as `our`.
OUR_FROM_SHARE = 0.85

#: Columns of the table `positions` that are read.
_HELD = ("account_id", "supplier", "since_month", "until_month", "wallet_krub_per_month")


def current_points(positions: pd.DataFrame) -> pd.DataFrame:
    """Current rows of `positions`: one for each point of an account."""
    return positions[month_number(positions["until_month"]) == -1]


def held_by_month(positions: pd.DataFrame, first_month: str, last_month: str) -> pd.DataFrame:
    """How much of each client's spending is ours, month by month, in thousands a month.

    Parameters
    ----------
    positions
        Table `positions`.
    first_month, last_month
        Months to cover, `YYYY-MM`, inclusive.

    Returns
    -------
    pandas.DataFrame
        Index `account_id` (all accounts), columns the months; 0 where nothing is ours.

    Raises
    ------
    InvalidArgument
        If the table is not what it should be, or the months are not, or stand in wrong order.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> held = ck.analysis.held_by_month(case.positions, case.first_month, case.last_month)
    >>> held.shape == (len(case.accounts), 24)
    True
    """
    need_table("positions", positions, *_HELD)
    first, last = need_order(first_month, last_month)
    ours = positions[positions["supplier"] == US]
    accounts = np.unique(positions["account_id"].to_numpy(dtype=str))
    row = np.searchsorted(accounts, ours["account_id"].to_numpy(dtype=str))
    since = month_number(ours["since_month"]).to_numpy()
    until = month_number(ours["until_month"]).to_numpy()
    wallet = ours["wallet_krub_per_month"].to_numpy(dtype=float)
    begin = np.clip(since - first, 0, last - first + 1)
    end = np.where(until < 0, last - first + 1, np.clip(until - first + 1, 0, last - first + 1))
    change = np.zeros((len(accounts), last - first + 2))
    np.add.at(change, (row, begin), wallet)
    np.add.at(change, (row, end), -wallet)
    held = np.cumsum(change, axis=1)[:, :-1]
    months = [month_code(n) for n in range(first, last + 1)]
    return pd.DataFrame(held, index=pd.Index(accounts, name="account_id"), columns=months)


def status_by_month(
    positions: pd.DataFrame, accounts: pd.DataFrame, first_month: str, last_month: str
) -> pd.DataFrame:
    """Whose client each account was in each month: `our`, `shared` or `competitor`.

    `our` from `OUR_FROM_SHARE` of the wallet on, `competitor` when nothing is ours.

    Parameters
    ----------
    positions, accounts
        Tables of these names.
    first_month, last_month
        Months to cover, `YYYY-MM`, inclusive.

    Returns
    -------
    pandas.DataFrame
        Index `account_id`, columns the months.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or the months are not, or stand in wrong order.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> last = case.last_month
    >>> status = ck.analysis.status_by_month(case.positions, case.accounts, last, last)[last]
    >>> bool((status == case.accounts.set_index("account_id")["status"]).all())
    True
    """
    need_table("accounts", accounts, "account_id", "wallet_krub_per_month")
    held = held_by_month(positions, first_month, last_month)
    wallet = accounts.set_index("account_id")["wallet_krub_per_month"].reindex(held.index)
    share = held.div(wallet, axis=0).to_numpy()
    our, shared, competitor = STATUSES
    status = np.select([share >= OUR_FROM_SHARE - 1e-9, share > 1e-9], [our, shared], competitor)
    return pd.DataFrame(status, index=held.index, columns=held.columns)


def wallets_by_status(positions: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """Who holds the clients' money, by status of the client, in thousands a month.

    Parameters
    ----------
    positions, accounts
        Tables of these names; what holds now is counted.

    Returns
    -------
    pandas.DataFrame
        Index `status` (`our`, `shared`, `competitor`); columns `accounts`, `wallet_krub`,
        `ours_krub`, `competitors_krub` and `competitors_share` (of all money competitors hold).

    Raises
    ------
    InvalidArgument
        If a table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> table = ck.analysis.wallets_by_status(case.positions, case.accounts)
    >>> float(table.loc["competitor", "ours_krub"])
    0.0
    """
    need_table("positions", positions, *_HELD)
    need_table("accounts", accounts, "account_id", "status")
    now = current_points(positions)
    wallet = now["wallet_krub_per_month"].astype(float)
    points = pd.DataFrame(
        {
            "status": now["account_id"].map(accounts.set_index("account_id")["status"]),
            "wallet_krub": wallet,
            "ours_krub": wallet.where(now["supplier"] == US, 0.0),
        }
    )
    table = points.groupby("status")[["wallet_krub", "ours_krub"]].sum()
    table = table.reindex(list(STATUSES), fill_value=0.0).rename_axis("status")
    counts = accounts["status"].value_counts().reindex(list(STATUSES), fill_value=0)
    table.insert(0, "accounts", counts)
    table["competitors_krub"] = table["wallet_krub"] - table["ours_krub"]
    table["competitors_share"] = table["competitors_krub"] / table["competitors_krub"].sum()
    return table


def open_doors(positions: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """Open doors: points held by competitors at clients we serve, by point, thousands a month.

    Parameters
    ----------
    positions, accounts
        Tables of these names; what holds now is counted.

    Returns
    -------
    pandas.DataFrame
        Index `process_point`, most money first; columns `doors` (points held by a competitor at
        `our` and `shared` clients), `open_krub` a month, and `largest_rival`. No rows if there is
        none.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> doors = ck.analysis.open_doors(case.positions, case.accounts)
    >>> list(doors.columns), bool(doors["open_krub"].is_monotonic_decreasing)
    (['doors', 'open_krub', 'largest_rival'], True)
    """
    need_table("positions", positions, "process_point", *_HELD)
    need_table("accounts", accounts, "account_id", "status")
    now = current_points(positions)
    served = set(accounts.loc[accounts["status"] != "competitor", "account_id"])
    doors = now[(now["supplier"] != US) & now["account_id"].isin(served)]
    table = doors.groupby("process_point").agg(
        doors=("account_id", "size"), open_krub=("wallet_krub_per_month", "sum")
    )
    rivals = doors.groupby(["process_point", "supplier"])["wallet_krub_per_month"].sum()
    # Stable sort of alphabetical suppliers, so that ties are broken reproducibly.
    rivals = rivals.reset_index("supplier").sort_values(
        "wallet_krub_per_month", ascending=False, kind="stable"
    )
    table["largest_rival"] = rivals.loc[~rivals.index.duplicated(), "supplier"]
    return table.sort_values("open_krub", ascending=False)


def monthly_loss_share(
    positions: pd.DataFrame, accounts: pd.DataFrame, first_month: str, last_month: str
) -> pd.Series:
    """How fast competitors take what we hold, by status of the client, as a share a month.

    Parameters
    ----------
    positions, accounts
        Tables of these names.
    first_month, last_month
        Months to cover, `YYYY-MM`, inclusive. What ends in the last one is not yet known to be
        lost, so that month is left out; there must be two or more.

    Returns
    -------
    pandas.Series
        Index `status` (`our`, `shared`); mean over the months.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or the months are not, or stand in wrong order.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> tables = (case.positions, case.accounts)
    >>> loss = ck.analysis.monthly_loss_share(*tables, case.first_month, case.last_month)
    >>> bool(0 < loss["shared"] < 0.05)
    True
    """
    status = status_by_month(positions, accounts, first_month, last_month)
    held = held_by_month(positions, first_month, last_month)
    lost = positions[(positions["supplier"] == US) & positions["until_month"].isin(held.columns)]
    lost = lost[lost["until_month"] != last_month]
    where = status.to_numpy()[
        status.index.get_indexer(lost["account_id"]),
        status.columns.get_indexer(lost["until_month"]),
    ]
    taken = lost["wallet_krub_per_month"].groupby(where).sum()
    # What ends in the last month is not yet known to be lost: that month is left out.
    base = {
        name: float(held.iloc[:, :-1].to_numpy()[(status.iloc[:, :-1] == name).to_numpy()].sum())
        for name in STATUSES[:2]
    }
    return (taken / pd.Series(base)).rename("loss_share").rename_axis("status")
