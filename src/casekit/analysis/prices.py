"""Where prices give way: consumables at clients of ours and at clients shared with competitors."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_table
from casekit.analysis.months import month_number
from casekit.analysis.wallets import held_by_month, status_by_month
from casekit.company import Case, need_case

#: Consumables are bought every month: what a rouble of served wallet brings is their price.
LINE = "consumables"


def price_pressure(case: Case) -> pd.DataFrame:
    """How prices at shared clients fall behind those at our own, month by month.

    Parameters
    ----------
    case
        A company whose table `positions` says who supplies what.

    Returns
    -------
    pandas.DataFrame
        Index `month`; columns `our_index` and `shared_index` (what a rouble of served wallet
        brings in consumables, against the first month, which is 1) and `gap_share` (how far the
        shared ones have fallen behind since: below 0).

    Raises
    ------
    InvalidArgument
        If nobody bought consumables.
    MissingTable
        If the company has no table `positions`.

    Notes
    -----
    A chained index of matched clients: each month is compared with the one before, over clients
    with the same status in both, so that clients who come, go or change status make no step.
    Season and noise are left in both columns; what they share leaves the gap.

    Examples
    --------
    >>> import casekit as ck
    >>> prices = price_pressure(ck.load_case())
    >>> bool(prices["gap_share"].iloc[0] == 0 > prices["gap_share"].iloc[-1])
    True
    """
    need_case(case)
    positions, accounts, sales = case.positions, case.accounts, case.sales
    bought = sales[sales["line"] == LINE]
    need_table("sales", bought, "month", "account_id", "revenue_krub")
    held = held_by_month(positions, case.first_month, case.last_month)
    status = status_by_month(positions, accounts, case.first_month, case.last_month).to_numpy()
    row = held.index.get_indexer(bought["account_id"])
    first = int(month_number(pd.Series([case.first_month])).iloc[0])
    column = month_number(bought["month"]).to_numpy() - first
    inside = (row >= 0) & (column >= 0) & (column < held.shape[1])
    booked = np.zeros(held.shape)
    np.add.at(booked, (row[inside], column[inside]), bought["revenue_krub"].to_numpy(float)[inside])
    # Returns may leave a month below zero, which has no price.
    seen = (held.to_numpy() > 0) & (booked > 0)
    price = np.divide(booked, held.to_numpy(), out=np.ones(held.shape), where=seen)
    step = np.diff(np.log(price), axis=1)
    both = seen[:, :-1] & seen[:, 1:] & (status[:, :-1] == status[:, 1:])
    weight = (held.to_numpy()[:, :-1] + held.to_numpy()[:, 1:]) / 2.0
    table = pd.DataFrame(index=pd.Index(held.columns, name="month"))
    for name in ("our", "shared"):
        counts = weight * (both & (status[:, :-1] == name))
        total = counts.sum(axis=0)
        mean = np.divide((counts * step).sum(axis=0), total, out=np.zeros_like(total),
                         where=total > 0)  # fmt: skip
        table[f"{name}_index"] = np.exp(np.concatenate([[0.0], np.cumsum(mean)]))
    table["gap_share"] = table["shared_index"] / table["our_index"] - 1.0
    return table
