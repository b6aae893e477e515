"""Monthly simulation: process points lost and won, pursuits opened and decided.

The curves of `casekit.model` determine how much each specialist gains and loses a month; here those
amounts are assigned to single process points and prospects.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.arrays import Array, Flags, Indices, Ints
from casekit.model import follow_attention, service_penalty
from casekit.model.response.curves import Curve
from casekit.model.response.cycle import over_quarters
from casekit.world import parameters as p
from casekit.world.changing_hands import GAIN_LIMIT, first_points, land_gains, takers
from casekit.world.hours import CONVERSION, RETENTION, Hours
from casekit.world.luck import Luck
from casekit.world.market import US, Market, Reps
from casekit.world.parameters import Family
from casekit.world.pursuits import (
    PursuitBook,
    decide_pursuits,
    open_pursuits,
    pursuits_wanted,
    running_pursuits,
    scarcity,
    work_on_pursuits,
)

EXPANSION, SERVICE = RETENTION + 1, CONVERSION + 1


@dataclass(frozen=True)
class Standing:
    """Where a company stands when its last month is over: what the next one starts from.

    Arrays of the next month, but for `pending_krub`: gains still to land, shape (months, accounts).
    """

    supplier: npt.NDArray[np.int8]
    new_equipment_krub: Array
    account_rep: Ints
    attention: Array
    pending_krub: Array
    preference: Array


@dataclass(frozen=True)
class History:
    """What happened in the simulated months.

    `supplier` has shape (months, points), `account_rep` (months, accounts); `pursuit_hours` and
    `expansion_weight` (months, accounts) say where conversion and expansion hours went;
    `new_equipment_krub` (months, points) is equipment sold with gains; `hours` (months, reps, 6)
    were worked and `meant_hours` meant; `price_press` (months, regions) says how many times as
    hard as usual competitors press on prices; the rest is (months, reps).
    """

    supplier: npt.NDArray[np.int8]
    account_rep: Ints
    hours: Array
    meant_hours: Array
    price_press: Array
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
    after: Standing


@dataclass(frozen=True)
class Shocks:
    """What comes from outside in the months lived through.

    Parameters
    ----------
    risk
        How many times as usual business is at risk, shape (months, regions).
    price_press
        How many times as usual competitors press on prices, shape (months, regions).
    at_start
        Called with the month before it is lived: accounts change hands, clients go.
    """

    risk: Array
    price_press: Array
    at_start: Callable[[Simulation, int], None] = field(default=lambda simulation, month: None)


def simulate(luck: Luck, family: Family, market: Market, reps: Reps, hours: Hours) -> History:
    """Live through all months of a company's history."""
    months = len(hours.worked)
    plain = np.ones((months, p.REGIONS))
    simulation = Simulation(luck, family, market, reps, hours, Shocks(plain, plain, _hand_over))
    for month in range(months):
        simulation.step(month)
    return simulation.history()


def go_on(
    history: History,
    luck: Luck,
    family: Family,
    market: Market,
    reps: Reps,
    hours: Hours,
    shocks: Shocks,
) -> History:
    """Live through further months; the history that comes back begins where the old one did.

    Parameters
    ----------
    hours, shocks
        Of the further months only.
    """
    before = len(history.supplier)
    both = Hours(
        np.concatenate([history.hours, hours.worked]),
        np.concatenate([history.meant_hours, hours.meant]),
        hours.habit,
    )
    press = np.concatenate([history.price_press, shocks.price_press])
    risk = np.concatenate([np.ones((before, p.REGIONS)), shocks.risk])
    simulation = Simulation(luck, family, market, reps, both, Shocks(risk, press, shocks.at_start))
    simulation.take_up(history)
    for month in range(before, len(both.worked)):
        simulation.step(month)
    return simulation.history()


class Simulation:
    """A company on its way through the months; `step` simulates one."""

    def __init__(
        self, luck: Luck, family: Family, market: Market, reps: Reps, hours: Hours, shocks: Shocks
    ) -> None:
        months, points, accounts = len(hours.worked), len(market.account), len(market.rep)
        self.luck, self.family, self.market, self.reps = luck, family, market, reps
        self.shocks = shocks
        self.response = response = family.response
        self.hours, self.meant = hours.worked.copy(), hours.meant
        self.rep = market.rep.copy()
        self.supplier = np.empty((months + 1, points), dtype=np.int8)
        self.supplier[0] = market.supplier
        self.account_rep = np.empty((months, accounts), dtype=np.int64)
        self.pursuit_hours = np.zeros((months, accounts))
        self.expansion_weight = np.zeros((months, accounts))
        self.new_equipment = np.zeros((months + 1, points))
        self.by_rep = {name: np.zeros((months, p.REPS)) for name in _BY_REP}
        self.leaning = luck.stream("preference", 0).standard_normal(accounts)
        self.campaigns = (luck.campaigns(months) * shocks.risk)[:, reps.region]
        self.pending = np.zeros((months + response.expansion_lag_months + 1, accounts))
        self.book = PursuitBook.empty(accounts)
        self.attention = self.hours[0, :, RETENTION].copy()
        new = response.new_hours_months
        self.practice = {
            EXPANSION: practice(response.expansion, self.meant[:, :, EXPANSION], new),
            CONVERSION: practice(response.conversion, self.meant[:, :, CONVERSION], new),
        }

    def take_up(self, history: History) -> None:
        """Begin where another history ended."""
        months, after = len(history.supplier), history.after
        self.supplier[:months], self.supplier[months] = history.supplier, after.supplier
        self.new_equipment[:months] = history.new_equipment_krub
        self.new_equipment[months] = after.new_equipment_krub
        self.account_rep[:months] = history.account_rep
        self.pursuit_hours[:months] = history.pursuit_hours
        self.expansion_weight[:months] = history.expansion_weight
        for name, values in self.by_rep.items():
            values[:months] = getattr(history, name)
        self.rep = after.account_rep.copy()
        self.attention = after.attention.copy()
        self.pending[months : months + len(after.pending_krub)] = after.pending_krub
        self.leaning = after.preference.copy()
        self.book = history.book.copy(room=90 * (len(self.hours) - months))

    def step(self, month: int) -> None:
        """Spend a month's hours; what they bring or fail to hold changes hands at its end."""
        self.shocks.at_start(self, month)
        market, rep = self.market, self.rep
        self.account_rep[month] = rep
        ours = self.supplier[month] == US
        held = np.bincount(market.account, weights=market.point_wallet_krub * ours)
        open_krub = market.wallet_krub - held
        prospect = np.bincount(market.account, weights=ours) == 0
        shared = ~prospect & (held < OUR_FROM_SHARE * market.wallet_krub)
        room = np.bincount(rep, weights=open_krub * shared, minlength=p.REPS).astype(float)
        pool = np.bincount(rep, weights=prospect, minlength=p.REPS).astype(float)
        wanted = pursuits_wanted(self.reps, self.meant[month, :, CONVERSION])
        open_pursuits(
            self.luck, self.book, self.reps, self.response, month, wanted, rep, prospect,
            market.wallet_krub,
        )  # fmt: skip
        weight = np.where(shared, open_krub * self._preference(month), 0.0)
        _move_hours_without_place(self.hours[month], rep, weight, self.book, month)

        lost = self._lose(month, ours, shared)
        gained = self._expand(month, ours, shared, open_krub, weight, room)
        won = self._convert(month, pool)
        self.supplier[month + 1] = self._change_hands(month, lost, gained, won)
        now = {"base_krub": np.bincount(rep, weights=held, minlength=p.REPS)}
        for name, values in {**now, "room_krub": room, "pool_accounts": pool}.items():
            self.by_rep[name][month] = values

    def _strength(self, month: int) -> Array:
        """Skill of each specialist; in other truths service opens doors besides."""
        helps = self.family.service_helps
        if helps == 0.0:
            return self.reps.skill
        service = self.hours[month, :, SERVICE] / self.family.hours["service"]
        return np.asarray(self.reps.skill * service**helps)

    def _preference(self, month: int) -> Array:
        """Which shared clients a specialist leans to: drifts, so that focus lasts some months."""
        if month:
            shock = self.luck.stream("preference", month).standard_normal(len(self.leaning))
            self.leaning = 0.85 * self.leaning + 0.527 * shock
        return np.asarray(np.exp(0.9 * self.leaning))

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
            self.luck.happens(
                "losses",
                month,
                chance,
                market.point_wallet_krub[at_risk],
                point_rep[at_risk],
                at_risk,
            )
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
            self._strength(month)
            * room
            / response.room_reference_krub
            * self.practice[EXPANSION][month]
        )
        self.by_rep["expansion_gain_krub"][month] = gain
        landing_month = month + response.expansion_lag_months
        self.pending[landing_month] += gain[rep] * self.expansion_weight[month]
        landing = land_gains(self.pending[month + 1], shared, open_krub, rep)
        chance = np.where(ours, 0.0, (landing / np.maximum(open_krub, 1.0))[market.account])
        points = np.flatnonzero(chance > 0.0)
        return points[
            self.luck.happens(
                "gains",
                month,
                np.minimum(chance[points], GAIN_LIMIT),
                market.point_wallet_krub[points],
                rep[market.account[points]],
                points,
            )
        ]

    def _convert(self, month: int, pool: Array) -> Ints:
        """Conversion: hours accumulate on prospects until their pursuits are decided."""
        response, converting = self.response, self.hours[month, :, CONVERSION]
        running = self.book.running(month)
        worked = work_on_pursuits(self.book, month, converting)
        self.pursuit_hours[month, self.book.account[running]] = worked
        first = max(0, month + 1 - round(response.cycle_mean_months))
        lately = self.hours[first : month + 1, :, CONVERSION].mean(axis=0)
        chased = running_pursuits(self.book, first, month + 1)
        ease = self._strength(month) * pool / response.pool_reference
        ease = ease * self.practice[CONVERSION][month]
        ease = ease * scarcity(self.family, self.reps, lately, chased)
        return decide_pursuits(self.luck, self.book, month, self.family.pursuit, ease)

    def _change_hands(
        self, month: int, lost: Indices, gained: Indices, won: Ints
    ) -> npt.NDArray[np.int8]:
        """Suppliers of the next month, and the equipment that is sold with the gains."""
        market, response = self.market, self.response
        after = self.supplier[month].copy()
        after[lost] = takers(self.luck.stream("takers", month), market, lost)
        after[gained] = US
        yearly = 12.0 * market.point_wallet_krub[gained]
        self.new_equipment[month + 1, gained] = response.equipment_per_yearly_expansion * yearly
        for deal in won:
            account = int(self.book.account[deal])
            first = first_points(self.luck.stream("points", month), market, account)
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
            meant_hours=self.meant,
            price_press=self.shocks.price_press,
            pursuit_hours=self.pursuit_hours,
            expansion_weight=self.expansion_weight,
            new_equipment_krub=self.new_equipment[:months],
            book=self.book,
            after=Standing(
                supplier=self.supplier[months],
                new_equipment_krub=self.new_equipment[months],
                account_rep=self.rep,
                attention=self.attention,
                pending_krub=self.pending[months:],
                preference=self.leaning,
            ),
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


def practice(curve: Curve, meant: Array, learning_months: int) -> Array:
    """How fully hours count that a specialist is not used to, shape (months, specialists).

    Hours beyond those of any quarter before the last `learning_months` are learned step by step:
    what they add counts as the mean of as many months. Hours once worked count fully.
    """
    value = np.asarray(curve.value(meant), dtype=float)
    quarters = over_quarters(np.concatenate([meant[:1], meant[:1], meant]))
    known = np.maximum.accumulate(quarters, axis=0)
    known = np.concatenate([np.repeat(known[:1], learning_months, axis=0), known])[: len(meant)]
    usual = np.asarray(curve.value(known), dtype=float)
    new = np.zeros_like(value)
    for back in range(learning_months):
        earlier = np.concatenate([np.repeat(value[:1], back, axis=0), value[: len(value) - back]])
        new += np.maximum(earlier - usual, 0.0) / learning_months
    full = np.minimum(value, usual) + np.minimum(new, np.maximum(value - usual, 0.0))
    return np.divide(full, value, out=np.ones_like(value), where=value > 0.0)


def _hand_over(simulation: Simulation, month: int) -> None:
    """Move accounts between two specialists, once; a running pursuit stays with who began it."""
    if month != p.BURN_IN_MONTHS + p.HANDED_OVER_IN_MONTH - 1:
        return
    rep, reps, book = simulation.rep, simulation.reps, simulation.book
    chased = np.zeros(len(rep), dtype=bool)
    chased[book.account[book.running(month)]] = True
    candidates = np.flatnonzero((rep == reps.hands_over) & ~chased)
    order = simulation.luck.stream("hand_over", month).permutation(candidates)
    rep[order[: p.HANDED_OVER_ACCOUNTS]] = reps.takes_over


def _move_hours_without_place(
    hours: Array, rep: Ints, weight: Array, book: PursuitBook, month: int
) -> None:
    """Convert hours without a possible client into retention."""
    has_shared = np.bincount(rep, weights=weight, minlength=p.REPS) > 0
    has_pursuit = np.bincount(book.rep[book.running(month)], minlength=p.REPS) > 0
    for column, has_place in ((EXPANSION, has_shared), (CONVERSION, has_pursuit)):
        hours[:, RETENTION] += np.where(has_place, 0.0, hours[:, column])
        hours[:, column] = np.where(has_place, hours[:, column], 0.0)
