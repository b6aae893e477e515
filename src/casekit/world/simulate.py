"""The company month by month: hours in, process points lost and won, pursuits decided.

The same curves as in `casekit.model` say how much each specialist gains and loses a month; here
those amounts fall on single process points and prospects.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casekit.model import follow_attention, service_penalty
from casekit.world import parameters as p
from casekit.world.chance import Balance
from casekit.world.hours import CONVERSION, RETENTION
from casekit.world.market import US, Market, Reps
from casekit.world.parameters import Family
from casekit.world.pursuits import PursuitBook, decide_pursuits, open_pursuits, work_on_pursuits

Array = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

EXPANSION, SERVICE = RETENTION + 1, CONVERSION + 1
#: Highest chance that one open point is won in a month, however much effort goes there.
GAIN_LIMIT = 0.5
#: Share of last month's usual conversion hours that still counts when prospects grow scarce.
HUNTING_MEMORY = 0.85


@dataclass(frozen=True)
class History:
    """What happened in the simulated months.

    `supplier` has shape (months, points), `account_rep` (months, accounts); `pursuit_hours` and
    `expansion_weight` (months, accounts) say where conversion and expansion hours went;
    `new_equipment_krub` (months, points) is equipment sold with gains; the rest (months, reps).
    """

    supplier: npt.NDArray[np.int8]
    account_rep: Ints
    hours: Array
    pursuit_hours: Array
    expansion_weight: Array
    new_equipment_krub: Array
    attention_hours: Array
    erosion_share: Array
    expansion_gain_krub: Array
    base_krub: Array
    room_krub: Array
    pool_accounts: Array
    book: PursuitBook


def simulate(
    rng: np.random.Generator, family: Family, market: Market, reps: Reps, hours: Array
) -> History:
    """Live through all simulated months."""
    months = len(hours)
    points, accounts = len(market.account), len(market.rep)
    response = family.response
    hours = hours.copy()
    supplier = np.empty((months + 1, points), dtype=np.int8)
    supplier[0] = market.supplier
    account_rep = np.empty((months, accounts), dtype=np.int64)
    pursuit_hours = np.zeros((months, accounts))
    expansion_weight = np.zeros((months, accounts))
    new_equipment = np.zeros((months + 1, points))
    by_rep = {name: np.zeros((months, p.REPS)) for name in _BY_REP}
    preference = _drifting_preference(rng, months, accounts)
    pending = np.zeros((months + response.expansion_lag_months + 1, accounts))
    book = PursuitBook.empty(accounts)
    losses, gains, wins = (
        Balance(rng, np.zeros(p.REPS), draws)
        for draws in (p.DRAWS_OF_POINTS, p.DRAWS_OF_POINTS, p.DRAWS_OF_WINS)
    )
    attention = hours[0, :, RETENTION].copy()
    lately = hours[0, :, CONVERSION].copy()
    rep = market.rep.copy()
    usual_wins = family.response.conversion.value(family.hours["conversion"])
    usual_yield = float(usual_wins) / family.hours["conversion"]

    for month in range(months):
        if month == p.BURN_IN_MONTHS + p.HANDED_OVER_IN_MONTH - 1:
            _hand_over(rng, rep, reps, book, month, supplier[month], market)
        account_rep[month] = rep
        ours = supplier[month] == US
        held = np.bincount(market.account, weights=market.point_wallet_krub * ours)
        open_krub = market.wallet_krub - held
        ours_count = np.bincount(market.account, weights=ours)
        prospect = ours_count == 0
        shared = ~prospect & (held < p.OUR_FROM_SHARE * market.wallet_krub)
        room = np.bincount(rep, weights=open_krub * shared, minlength=p.REPS)
        pool = np.bincount(rep, weights=prospect, minlength=p.REPS)
        open_pursuits(rng, book, reps, response, month, rep, prospect, market.wallet_krub)
        weight = np.where(shared, open_krub * preference[month], 0.0)
        _move_hours_without_place(hours[month], rep, weight, book, month)

        # Retention: attention holds the base; what slips goes to competitors.
        attention = follow_attention(
            attention, hours[month, :, RETENTION], response.attention_memory
        )
        erosion = np.asarray(response.erosion.value(attention)) + service_penalty(
            hours[month, :, SERVICE], response.service_floor_hours, response.service_penalty_share
        )
        risk = np.where(shared, p.RISK_AT_SHARED, p.RISK_AT_OUR)[market.account]
        at_risk = np.flatnonzero(ours)
        chance = (erosion[rep[market.account]] * risk)[at_risk]
        lost = at_risk[
            losses.draw(chance, market.point_wallet_krub[at_risk], rep[market.account[at_risk]])
        ]

        # Expansion: hours of this month land some months later, where they were spent.
        total = np.bincount(rep, weights=weight, minlength=p.REPS)
        expansion_weight[month] = np.divide(
            weight, total[rep], out=np.zeros(accounts), where=total[rep] > 0
        )
        gain = np.asarray(response.expansion.value(hours[month, :, EXPANSION])) * (
            reps.skill * room / response.room_reference_krub
        )
        pending[month + response.expansion_lag_months] += gain[rep] * expansion_weight[month]
        landing = _land_gains(pending[month + 1], shared, open_krub, rep)
        chance = np.where(ours, 0.0, (landing / np.maximum(open_krub, 1.0))[market.account])
        open_points = np.flatnonzero(chance > 0.0)
        chance = np.minimum(chance[open_points], GAIN_LIMIT)
        gained = open_points[
            gains.draw(
                chance, market.point_wallet_krub[open_points], rep[market.account[open_points]]
            )
        ]

        # Conversion: hours gather on prospects until their pursuits are decided.
        converting = hours[month, :, CONVERSION]
        running = book.running(month)
        pursuit_hours[month, book.account[running]] = work_on_pursuits(book, month, converting)
        lately = HUNTING_MEMORY * lately + (1.0 - HUNTING_MEMORY) * converting
        per_hour = np.asarray(response.conversion.value(lately)) / np.maximum(lately, 0.1)
        ease = reps.skill * pool / response.pool_reference * per_hour / usual_yield
        won = decide_pursuits(wins, book, month, family.pursuit, ease)

        after = supplier[month].copy()
        after[lost] = _takers(rng, market, lost)
        after[gained] = US
        yearly = 12.0 * market.point_wallet_krub[gained]
        new_equipment[month + 1, gained] = response.equipment_per_yearly_expansion * yearly
        for deal in won:
            first = _first_points(rng, market, int(book.account[deal]))
            after[first] = US
            new_equipment[month + 1, first[0]] += book.equipment_krub[deal]
        supplier[month + 1] = after

        by_rep["attention_hours"][month] = attention
        by_rep["erosion_share"][month] = erosion
        by_rep["expansion_gain_krub"][month] = gain
        by_rep["base_krub"][month] = np.bincount(rep, weights=held, minlength=p.REPS)
        by_rep["room_krub"][month] = room
        by_rep["pool_accounts"][month] = pool

    return History(
        supplier=supplier[:months],
        account_rep=account_rep,
        hours=hours,
        pursuit_hours=pursuit_hours,
        expansion_weight=expansion_weight,
        new_equipment_krub=new_equipment[:months],
        book=book,
        **by_rep,
    )


_BY_REP = (
    "attention_hours",
    "erosion_share",
    "expansion_gain_krub",
    "base_krub",
    "room_krub",
    "pool_accounts",
)


def _drifting_preference(rng: np.random.Generator, months: int, accounts: int) -> Array:
    """Which shared clients a specialist leans to: drifts, so that focus lasts some months."""
    drift = np.empty((months, accounts))
    drift[0] = rng.standard_normal(accounts)
    shocks = rng.standard_normal((months, accounts))
    for month in range(1, months):
        drift[month] = 0.85 * drift[month - 1] + 0.527 * shocks[month]
    return np.exp(0.9 * drift)


def _hand_over(
    rng: np.random.Generator,
    rep: Ints,
    reps: Reps,
    book: PursuitBook,
    month: int,
    supplier: npt.NDArray[np.int8],
    market: Market,
) -> None:
    """Move accounts between two specialists; a running pursuit stays with who began it."""
    chased = np.zeros(len(rep), dtype=bool)
    chased[book.account[book.running(month)]] = True
    candidates = np.flatnonzero((rep == reps.hands_over) & ~chased)
    rep[rng.permutation(candidates)[: p.HANDED_OVER_ACCOUNTS]] = reps.takes_over


def _move_hours_without_place(
    hours: Array, rep: Ints, weight: Array, book: PursuitBook, month: int
) -> None:
    """Turn hours that have no client to go to into retention: no hours at impossible accounts."""
    has_shared = np.bincount(rep, weights=weight, minlength=p.REPS) > 0
    has_pursuit = np.bincount(book.rep[book.running(month)], minlength=p.REPS) > 0
    for column, has_place in ((EXPANSION, has_shared), (CONVERSION, has_pursuit)):
        hours[:, RETENTION] += np.where(has_place, 0.0, hours[:, column])
        hours[:, column] = np.where(has_place, hours[:, column], 0.0)


def _land_gains(pending: Array, shared: npt.NDArray[np.bool_], room: Array, rep: Ints) -> Array:
    """Gains that land now, by account; what finds no room left goes to the other shared clients."""
    fits = np.where(shared, np.minimum(pending, GAIN_LIMIT * room), 0.0)
    homeless = np.bincount(rep, weights=pending - fits, minlength=p.REPS)
    space = np.where(shared, room, 0.0)
    total = np.bincount(rep, weights=space, minlength=p.REPS)
    spread = np.divide(homeless, total, out=np.zeros(p.REPS), where=total > 0)
    return fits + spread[rep] * space


def _takers(rng: np.random.Generator, market: Market, lost: npt.NDArray[np.intp]) -> Ints:
    """Competitors who take the points lost: mostly the account's main one."""
    main = market.main_competitor[market.account[lost]]
    other = 1 + (main + rng.integers(0, p.COMPETITORS - 1, len(lost))) % p.COMPETITORS
    return np.where(rng.random(len(lost)) < p.MAIN_COMPETITOR_SHARE, main, other)


def _first_points(rng: np.random.Generator, market: Market, account: int) -> npt.NDArray[np.intp]:
    """Process points a won client gives first: part of the wallet, never all of it."""
    first, last = np.searchsorted(market.account, [account, account + 1])
    points = first + rng.permutation(last - first)
    target = rng.uniform(0.25, 0.50) * market.wallet_krub[account]
    count = int(np.searchsorted(np.cumsum(market.point_wallet_krub[points]), target)) + 1
    return points[: min(count, len(points) - 1)]
