"""Who holds the clients' money: wallets, status by month, and the doors still open."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.months import month_code, month_number
from casekit.company.schema import STATUSES

#: Name of the company itself among the suppliers.
US = "us"
#: From this share of the wallet on, what a competitor holds is crumbs.
OUR_FROM_SHARE = 0.85


def current_points(positions: pd.DataFrame) -> pd.DataFrame:
    """Rows of `positions` that hold now: one a process point of an account."""
    return positions[month_number(positions["until_month"]) == -1]


def held_by_month(positions: pd.DataFrame, first_month: str, last_month: str) -> pd.DataFrame:
    """Wallet we hold at each account in each month, thousand a month.

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
    """
    first, last = (int(n) for n in month_number(pd.Series([first_month, last_month])))
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
    """Status of each account in each month: `our`, `shared` or `competitor`.

    Parameters
    ----------
    positions, accounts
        Tables of these names.
    first_month, last_month
        Months to cover, inclusive.
    """
    held = held_by_month(positions, first_month, last_month)
    wallet = accounts.set_index("account_id")["wallet_krub_per_month"].reindex(held.index)
    share = held.div(wallet, axis=0).to_numpy()
    our, shared, competitor = STATUSES
    status = np.select([share >= OUR_FROM_SHARE - 1e-9, share > 1e-9], [our, shared], competitor)
    return pd.DataFrame(status, index=held.index, columns=held.columns)


def wallets_by_status(positions: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """Money of the clients by status: whose it is, in thousands a month.

    Returns
    -------
    pandas.DataFrame
        Index `status`; columns `accounts`, `wallet_krub`, `ours_krub`, `competitors_krub` and
        `competitors_share` (of all money competitors hold).
    """
    now = current_points(positions)
    wallet = now["wallet_krub_per_month"].astype(float)
    points = pd.DataFrame(
        {
            "status": now["account_id"].map(accounts.set_index("account_id")["status"]),
            "wallet_krub": wallet,
            "ours_krub": wallet.where(now["supplier"] == US, 0.0),
        }
    )
    table = points.groupby("status")[["wallet_krub", "ours_krub"]].sum().reindex(list(STATUSES))
    table.insert(0, "accounts", accounts["status"].value_counts().reindex(list(STATUSES)))
    table["competitors_krub"] = table["wallet_krub"] - table["ours_krub"]
    table["competitors_share"] = table["competitors_krub"] / table["competitors_krub"].sum()
    return table


def open_doors(positions: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """Doors open to competitors at clients we already serve, by process point.

    Returns
    -------
    pandas.DataFrame
        Index `process_point`, most money first; columns `doors` (points held by a competitor at
        `our` and `shared` clients), `open_krub` a month, and `largest_rival`.
    """
    now = current_points(positions)
    served = set(accounts.loc[accounts["status"] != "competitor", "account_id"])
    doors = now[(now["supplier"] != US) & now["account_id"].isin(served)]
    table = doors.groupby("process_point").agg(
        doors=("account_id", "size"), open_krub=("wallet_krub_per_month", "sum")
    )
    rivals = doors.pivot_table(
        index="process_point", columns="supplier", values="wallet_krub_per_month", aggfunc="sum"
    )
    table["largest_rival"] = rivals.idxmax(axis=1)
    return table.sort_values("open_krub", ascending=False)


def monthly_loss_share(
    positions: pd.DataFrame, accounts: pd.DataFrame, first_month: str, last_month: str
) -> pd.Series:
    """Share of what we hold that competitors take in a month, by status of the client.

    Returns
    -------
    pandas.Series
        Index `status` (`our`, `shared`); mean over the months, share a month.
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
