"""Monthly simulation: process points lost and won, pursuits opened and decided.

The curves of `casekit.model` determine how much each specialist gains and loses a month; here those
amounts are assigned to single process points and prospects.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.arrays import Array, Flags, Indices, Ints
from casekit.model import follow_attention, service_penalty
from casekit.world import parameters as p
from casekit.world.chance import Balance
from casekit.world.hours import CONVERSION, RETENTION
from casekit.world.market import US, Market, Reps
from casekit.world.parameters import Family
from casekit.world.pursuits import PursuitBook, decide_pursuits, open_pursuits, work_on_pursuits

EXPANSION, SERVICE = RETENTION + 1, CONVERSION + 1
#: Highest monthly chance that an open point is won.
GAIN_LIMIT = 0.5
#: Carry-over of usual conversion hours, for the scarcity of prospects.
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
    """Simulate all months."""
    simulation = _Simulation(rng, family, market, reps, hours)
    for month in range(len(hours)):
        simulation.step(month)
    return simulation.history()


class _Simulation:
    """State of the simulation; `step` simulates one month."""

    def __init__(
        self, rng: np.random.Generator, family: Family, market: Market, reps: Reps, hours: Array
    ) -> None:
        months, points, accounts = len(hours), len(market.account), len(market.rep)
        self.rng, self.family, self.market, self.reps = rng, family, market, reps
        self.response = family.response
        self.hours = hours.copy()
        self.rep = market.rep.copy()
        self.supplier = np.empty((months + 1, points), dtype=np.int8)
        self.supplier[0] = market.supplier
        self.account_rep = np.empty((months, accounts), dtype=np.int64)
        self.pursuit_hours = np.zeros((months, accounts))
        self.expansion_weight = np.zeros((months, accounts))
        self.new_equipment = np.zeros((months + 1, points))
        self.by_rep = {name: np.zeros((months, p.REPS)) for name in _BY_REP}
        self.preference = _drifting_preference(rng, months, accounts)
        self.campaigns = _campaigns(rng, months)[:, reps.region]
        self.pending = np.zeros((months + self.response.expansion_lag_months + 1, accounts))
        self.book = PursuitBook.empty(accounts)
        self.losses, self.gains, self.wins = (
            Balance(rng, np.zeros(p.REPS), p.FAIR_DRAWS, slack)
            for slack in (0.0, 0.0, p.WINS_SLACK_KRUB)
        )
        self.attention = hours[0, :, RETENTION].copy()
        self.lately = hours[0, :, CONVERSION].copy()
        usual = family.hours["conversion"]
        self.usual_yield = float(self.response.conversion.value(usual)) / usual

    def step(self, month: int) -> None:
        """Simulate a month; points change supplier at its end."""
        if month == p.BURN_IN_MONTHS + p.HANDED_OVER_IN_MONTH - 1:
            _hand_over(self.rng, self.rep, self.reps, self.book, month)
        market, rep = self.market, self.rep
        self.account_rep[month] = rep
        ours = self.supplier[month] == US
        held = np.bincount(market.account, weights=market.point_wallet_krub * ours)
        open_krub = market.wallet_krub - held
        prospect = np.bincount(market.account, weights=ours) == 0
        shared = ~prospect & (held < OUR_FROM_SHARE * market.wallet_krub)
        room = np.bincount(rep, weights=open_krub * shared, minlength=p.REPS).astype(float)
        pool = np.bincount(rep, weights=prospect, minlength=p.REPS).astype(float)
        open_pursuits(
            self.rng, self.book, self.reps, self.response, month, rep, prospect, market.wallet_krub
        )
        weight = np.where(shared, open_krub * self.preference[month], 0.0)
        _move_hours_without_place(self.hours[month], rep, weight, self.book, month)

        lost = self._lose(month, ours, shared)
        gained = self._expand(month, ours, shared, open_krub, weight, room)
        won = self._convert(month, pool)
        self.supplier[month + 1] = self._change_hands(month, lost, gained, won)
        now = {"base_krub": np.bincount(rep, weights=held, minlength=p.REPS)}
        for name, values in {**now, "room_krub": room, "pool_accounts": pool}.items():
            self.by_rep[name][month] = values

    def _lose(self, month: int, ours: Flags, shared: Flags) -> Indices:
        """Retention: attention protects the base; lost points go to competitors."""
        market, response, hours = self.market, self.response, self.hours[month]
        self.attention = follow_attention(
            self.attention, hours[:, RETENTION], response.attention_memory
        )
        erosion = np.asarray(response.erosion.value(self.attention)) + service_penalty(
            hours[:, SERVICE], response.terms.service_floor_hours, response.service_penalty_share
        )
        self.by_rep["attention_hours"][month] = self.attention
        self.by_rep["erosion_share"][month] = erosion
        point_rep = self.rep[market.account]
        risk = np.where(shared, p.RISK_AT_SHARED, p.RISK_AT_OUR)[market.account]
        at_risk = np.flatnonzero(ours)
        chance = ((erosion * self.campaigns[month])[point_rep] * risk)[at_risk]
        return at_risk[
            self.losses.draw(chance, market.point_wallet_krub[at_risk], point_rep[at_risk])
        ]

    def _expand(
        self, month: int, ours: Flags, shared: Flags, open_krub: Array, weight: Array, room: Array
    ) -> Indices:
        """Expansion: hours take effect some months later, at the accounts where they were spent."""
        market, response, rep = self.market, self.response, self.rep
        total = np.bincount(rep, weights=weight, minlength=p.REPS)
        self.expansion_weight[month] = np.divide(
            weight, total[rep], out=np.zeros(len(rep)), where=total[rep] > 0
        )
        gain = np.asarray(response.expansion.value(self.hours[month, :, EXPANSION])) * (
            self.reps.skill * room / response.room_reference_krub
        )
        self.by_rep["expansion_gain_krub"][month] = gain
        landing_month = month + response.expansion_lag_months
        self.pending[landing_month] += gain[rep] * self.expansion_weight[month]
        landing = _land_gains(self.pending[month + 1], shared, open_krub, rep)
        chance = np.where(ours, 0.0, (landing / np.maximum(open_krub, 1.0))[market.account])
        points = np.flatnonzero(chance > 0.0)
        return points[
            self.gains.draw(
                np.minimum(chance[points], GAIN_LIMIT),
                market.point_wallet_krub[points],
                rep[market.account[points]],
            )
        ]

    def _convert(self, month: int, pool: Array) -> Ints:
        """Conversion: hours accumulate on prospects until their pursuits are decided."""
        response, converting = self.response, self.hours[month, :, CONVERSION]
        running = self.book.running(month)
        worked = work_on_pursuits(self.book, month, converting)
        self.pursuit_hours[month, self.book.account[running]] = worked
        self.lately = HUNTING_MEMORY * self.lately + (1.0 - HUNTING_MEMORY) * converting
        per_hour = np.asarray(response.conversion.value(self.lately)) / np.maximum(self.lately, 0.1)
        ease = self.reps.skill * pool / response.pool_reference * per_hour / self.usual_yield
        return decide_pursuits(self.wins, self.book, month, self.family.pursuit, ease)

    def _change_hands(
        self, month: int, lost: Indices, gained: Indices, won: Ints
    ) -> npt.NDArray[np.int8]:
        """Suppliers of the next month, and the equipment that is sold with the gains."""
        market, response = self.market, self.response
        after = self.supplier[month].copy()
        after[lost] = _takers(self.rng, market, lost)
        after[gained] = US
        yearly = 12.0 * market.point_wallet_krub[gained]
        self.new_equipment[month + 1, gained] = response.equipment_per_yearly_expansion * yearly
        for deal in won:
            first = _first_points(self.rng, market, int(self.book.account[deal]))
            after[first] = US
            self.new_equipment[month + 1, first[0]] += self.book.equipment_krub[deal]
        return after

    def history(self) -> History:
        """History of all simulated months."""
        months = len(self.hours)
        return History(
            supplier=self.supplier[:months],
            account_rep=self.account_rep,
            hours=self.hours,
            pursuit_hours=self.pursuit_hours,
            expansion_weight=self.expansion_weight,
            new_equipment_krub=self.new_equipment[:months],
            book=self.book,
            **self.by_rep,
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
    """Preferences of specialists between shared clients; they drift over some months."""
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
) -> None:
    """Move accounts between two specialists; running pursuits are not moved."""
    chased = np.zeros(len(rep), dtype=bool)
    chased[book.account[book.running(month)]] = True
    candidates = np.flatnonzero((rep == reps.hands_over) & ~chased)
    rep[rng.permutation(candidates)[: p.HANDED_OVER_ACCOUNTS]] = reps.takes_over


def _move_hours_without_place(
    hours: Array, rep: Ints, weight: Array, book: PursuitBook, month: int
) -> None:
    """Convert hours without a possible client into retention."""
    has_shared = np.bincount(rep, weights=weight, minlength=p.REPS) > 0
    has_pursuit = np.bincount(book.rep[book.running(month)], minlength=p.REPS) > 0
    for column, has_place in ((EXPANSION, has_shared), (CONVERSION, has_pursuit)):
        hours[:, RETENTION] += np.where(has_place, 0.0, hours[:, column])
        hours[:, column] = np.where(has_place, hours[:, column], 0.0)


def _land_gains(pending: Array, shared: Flags, room: Array, rep: Ints) -> Array:
    """Gains that take effect now, by account; excess over the room goes to other shared clients."""
    fits = np.where(shared, np.minimum(pending, GAIN_LIMIT * room), 0.0)
    homeless = np.bincount(rep, weights=pending - fits, minlength=p.REPS)
    space = np.where(shared, room, 0.0)
    total = np.bincount(rep, weights=space, minlength=p.REPS)
    spread = np.divide(homeless, total, out=np.zeros(p.REPS), where=total > 0)
    return fits + spread[rep] * space


def _campaigns(rng: np.random.Generator, months: int) -> Array:
    """Competitors' pressure by month and region, around one: quiet months and campaigns.

    Its mean over each year is one, so that a year's losses follow from attention.
    """
    pressure = np.exp(p.CAMPAIGN_SIGMA * rng.standard_normal((months // 12, 12, p.REGIONS)))
    return np.asarray(pressure / pressure.mean(axis=1, keepdims=True)).reshape(months, p.REGIONS)


def _takers(rng: np.random.Generator, market: Market, lost: Indices) -> Ints:
    """Competitors who take the points lost: mostly the account's main one."""
    main = market.main_competitor[market.account[lost]]
    other = 1 + (main + rng.integers(0, p.COMPETITORS - 1, len(lost))) % p.COMPETITORS
    return np.where(rng.random(len(lost)) < p.MAIN_COMPETITOR_SHARE, main, other)


def _first_points(rng: np.random.Generator, market: Market, account: int) -> Indices:
    """Process points a won client gives first: part of the wallet, never all of it."""
    first, last = np.searchsorted(market.account, [account, account + 1])
    points = first + rng.permutation(last - first)
    target = rng.uniform(*p.FIRST_POINTS_SHARE) * market.wallet_krub[account]
    count = int(np.searchsorted(np.cumsum(market.point_wallet_krub[points]), target)) + 1
    return points[: min(count, len(points) - 1)]
