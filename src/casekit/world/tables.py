"""The tables that describe people, clients, suppliers, pursuits and references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.arrays import Array, Indices, Ints, Texts
from casekit.world import parameters as p
from casekit.world.customs import Customs
from casekit.world.market import US, Market, Reps, held_krub
from casekit.world.months import month_codes, work_days
from casekit.world.names import Names
from casekit.world.pursuits import LOST, OPEN, WON
from casekit.world.simulate import History

OUTCOME_CODES = {WON: "won", LOST: "lost", OPEN: "open"}


@dataclass(frozen=True)
class Keys:
    """Identifiers and names of a company's entities, as object arrays by number."""

    rep_id: Texts
    account_id: Texts
    region: Texts
    supplier: Texts
    process_point: Texts
    solutions: tuple[tuple[str, ...], ...]


def make_keys(names: Names, n_accounts: int) -> Keys:
    """Identifiers in the order of numbers; supplier 0 is `us`."""
    points = [value for value, _ in names.process_points[: p.PROCESS_POINTS]]
    return Keys(
        rep_id=_texts([f"R{i:02d}" for i in range(1, p.REPS + 1)]),
        account_id=_texts([f"A{i:04d}" for i in range(1, n_accounts + 1)]),
        region=_texts([value for value, _ in names.regions]),
        supplier=_texts(["us", *(value for value, _ in names.competitors)]),
        process_point=_texts(points),
        solutions=tuple(tuple(value for value, _ in names.solutions[k]) for k in points),
    )


def _texts(values: list[str]) -> Texts:
    return np.array(values, dtype=object)


def company_table(names: Names) -> pd.DataFrame:
    """Facts about the company as a whole, at the end of its history."""
    facts = {
        "name": names.company[0],
        "currency": p.TERMS.currency,
        "first_month": p.FIRST_MONTH,
        "last_month": p.LAST_MONTH,
        "attribution_windows_months": ";".join(map(str, p.TERMS.attribution_windows_months)),
        "discount_share": str(p.TERMS.discount_share),
        "horizon_months": str(p.TERMS.horizon_months),
        "tail_months": str(p.TERMS.tail_months),
    }
    return pd.DataFrame({"key": list(facts), "value": list(facts.values())})


def reps_table(reps: Reps, names: Names, keys: Keys) -> pd.DataFrame:
    """One row a specialist."""
    return pd.DataFrame(
        {
            "rep_id": keys.rep_id,
            "name": [value for value, _ in names.people[: p.REPS]],
            "region": keys.region[reps.region],
            "hired_on": work_days(reps.hired_month + 0.1),
            "monthly_cost_krub": reps.monthly_cost_krub.astype(np.int64),
        }
    )


def accounts_table(
    market: Market,
    history: History,
    reps: Reps,
    keys: Keys,
    names: Sequence[str],
    segments: Sequence[str],
) -> pd.DataFrame:
    """One row an account, as of the last month; the status follows from the points."""
    held = held_krub(market, history.supplier[-1:])[0]
    rep = history.account_rep[-1]
    is_our = held >= OUR_FROM_SHARE * market.wallet_krub
    status = np.where(is_our, "our", np.where(held > 0, "shared", "competitor"))
    return pd.DataFrame(
        {
            "account_id": keys.account_id,
            "name": list(names),
            "region": keys.region[reps.region[rep]],
            "rep_id": keys.rep_id[rep],
            "segment": list(segments),
            "status": status.astype(object),
            "wallet_krub_per_month": market.wallet_krub.astype(np.int64),
            "main_competitor": keys.supplier[_largest_competitor(market, history)],
        }
    )


def _largest_competitor(market: Market, history: History) -> Ints:
    """Competitor who holds most of each account; its main one where we hold everything."""
    supplier = history.supplier[-1].astype(np.int64)
    theirs = supplier != US
    cell = market.account[theirs] * (p.COMPETITORS + 1) + supplier[theirs]
    held = np.bincount(
        cell,
        weights=market.point_wallet_krub[theirs],
        minlength=len(market.rep) * (p.COMPETITORS + 1),
    ).reshape(len(market.rep), p.COMPETITORS + 1)
    return np.where(held.sum(axis=1) > 0, held.argmax(axis=1), market.main_competitor)


def positions_table(customs: Customs, market: Market, history: History, keys: Keys) -> pd.DataFrame:
    """One row a process point with one supplier for a time, since the register was begun."""
    supplier = history.supplier
    months = len(supplier)
    began_now = np.ones((1, supplier.shape[1]), dtype=bool)
    point, since = np.nonzero(np.vstack([began_now, np.diff(supplier, axis=0) != 0]).T)
    follows = np.append(point[1:] == point[:-1], False)
    until = np.where(follows, np.append(since[1:], 0) - 1, months)
    held_by = supplier[since, point].astype(np.int64)
    began = np.where(since == 0, market.since[point], since)
    codes = month_codes(np.arange(market.since.min(), months))
    solution = _solutions(customs, market, keys, point, held_by)
    frame = pd.DataFrame(
        {
            "account_id": keys.account_id[market.account[point]],
            "process_point": keys.process_point[market.kind[point]],
            "solution": solution,
            "wallet_krub_per_month": market.point_wallet_krub[point].astype(np.int64),
            "supplier": keys.supplier[held_by],
            "since_month": codes[began - market.since.min()],
            "until_month": np.where(
                until < months, codes[np.minimum(until, months - 1) - market.since.min()], ""
            ),
        }
    )
    for column in ("since_month", "until_month"):
        frame[column] = frame[column].astype(object)
    return frame.sort_values(["account_id", "process_point", "since_month"], ignore_index=True)


def _solutions(
    customs: Customs,
    market: Market,
    keys: Keys,
    point: Indices,
    held_by: Ints,
) -> list[str]:
    """Solution a supplier sells at a point: the same supplier comes back with the same one."""
    chosen = customs.taste[point, held_by]
    kinds = market.kind[point]
    return [
        keys.solutions[kind][int(pick) % len(keys.solutions[kind])]
        for kind, pick in zip(kinds, chosen, strict=True)
    ]


def assignments_table(customs: Customs, history: History, reps: Reps, keys: Keys) -> pd.DataFrame:
    """Who looked after each account, for a time; territories change hands now and then."""
    rep = history.account_rep
    began_now = np.ones((1, rep.shape[1]), dtype=bool)
    account, since = np.nonzero(np.vstack([began_now, np.diff(rep, axis=0) != 0]).T)
    follows = np.append(account[1:] == account[:-1], False)
    until = month_codes(np.append(since[1:], 0) - 1)
    who = rep[since, account]
    first = np.maximum(reps.hired_month[who], -customs.looked_after_months[account])
    return pd.DataFrame(
        {
            "account_id": keys.account_id[account],
            "rep_id": keys.rep_id[who],
            "since_month": month_codes(np.where(since == 0, first, since)).astype(object),
            "until_month": np.where(follows, until, "").astype(object),
        }
    )


def deals_table(market: Market, history: History, keys: Keys) -> pd.DataFrame:
    """Pursuits that ran in the shipped months; open ones have no day of decision."""
    book = history.book
    months = len(history.supplier)
    rows = np.arange(book.count)
    decided = book.outcome[rows] != OPEN
    shipped = ~decided | (book.decides[rows] >= p.BURN_IN_MONTHS)
    rows = rows[shipped & (book.opened[rows] < months)]
    rows = rows[np.lexsort((rows, book.opened[rows]))]
    outcome = book.outcome[rows]
    account = book.account[rows]
    opened = work_days(book.opened[rows])
    offered = np.where(book.offers[rows] < months, work_days(book.offers[rows]), "")
    decided_on = np.where(outcome != OPEN, work_days(book.decides[rows]), "")
    competitor = _rival_when_opened(market, history, account, book.opened[rows])
    return pd.DataFrame(
        {
            "deal_id": _texts([f"D{i:04d}" for i in range(1, len(rows) + 1)]),
            "account_id": keys.account_id[account],
            "rep_id": keys.rep_id[book.rep[rows]],
            "opened_on": opened.astype(object),
            "offered_on": offered.astype(object),
            "decided_on": decided_on.astype(object),
            "outcome": _texts([OUTCOME_CODES[value] for value in outcome]),
            "competitor": keys.supplier[competitor],
            "equipment_krub": book.equipment_krub[rows].astype(np.int64),
        }
    )


def _rival_when_opened(
    market: Market,
    history: History,
    account: Ints,
    opened: Array,
) -> Ints:
    """Competitor who held the largest point of the prospect when the pursuit began."""
    first = np.searchsorted(market.account, account)
    last = np.searchsorted(market.account, account, side="right")
    month = np.floor(opened).astype(int)
    return np.array(
        [
            history.supplier[m, a + int(np.argmax(market.point_wallet_krub[a:b]))]
            for m, a, b in zip(month, first, last, strict=True)
        ],
        dtype=np.int64,
    )
