"""Pursuits of competitors' clients: opened, worked on, decided."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from casekit.arrays import Array, Flags, Ints
from casekit.company.schema import ACTIVITIES
from casekit.model import Pursuit, Response
from casekit.world import parameters as p
from casekit.world.chance import Balance
from casekit.world.market import Reps

CONVERSION = ACTIVITIES.index("conversion")


OPEN, WON, LOST = 0, 1, 2
#: Monthly wallet of a prospect with average purchases of the family's wins.
MIDDLING_WALLET_KRUB = 240.0
#: Monthly chance that a specialist opens a further pursuit up to the usual number.
VACANCY_FILLED = 0.95


@dataclass
class PursuitBook:
    """All pursuits of a company so far, one array a column, filled up to `count`.

    Times are months since the first simulated one, with fractions. `hours` accumulate; `pace`
    weights the hours between prospects; `equipment_krub` is the prospect's first purchase.
    """

    account: Ints
    rep: Ints
    opened: Array
    decides: Array
    offers: Array
    pace: Array
    hours: Array
    chance: Array
    equipment_krub: Array
    outcome: Ints
    count: int = 0
    rest_until: Array = field(default_factory=lambda: np.zeros(0))

    @classmethod
    def empty(cls, accounts: int, room: int = 1500) -> PursuitBook:
        """Book without pursuits."""
        floats = [np.zeros(room) for _ in range(7)]
        return cls(
            account=np.zeros(room, dtype=np.int64),
            rep=np.zeros(room, dtype=np.int64),
            opened=floats[0],
            decides=floats[1],
            offers=floats[2],
            pace=floats[3],
            hours=floats[4],
            chance=floats[5],
            equipment_krub=floats[6],
            outcome=np.full(room, OPEN),
            rest_until=np.full(accounts, -1e9),
        )

    def running(self, month: int) -> Ints:
        """Pursuits on which hours can be spent in a month."""
        opened = self.opened[: self.count]
        open_now = (self.outcome[: self.count] == OPEN) & (opened < month + 1)
        return np.flatnonzero(open_now)


def open_pursuits(
    rng: np.random.Generator,
    book: PursuitBook,
    reps: Reps,
    response: Response,
    month: int,
    account_rep: Ints,
    is_prospect: Flags,
    wallet_krub: Array,
) -> None:
    """Open new pursuits of specialists with fewer prospects than usual.

    This takes a month or two, and is immediate without any running pursuit. Larger wallets are
    preferred; a lost prospect is not pursued for some months.
    """
    running = book.running(month)
    open_now = np.bincount(book.rep[running], minlength=p.REPS)
    free = is_prospect & (book.rest_until <= month)
    free[book.account[running]] = False
    draws = rng.random((p.REPS, 8))
    for rep in np.flatnonzero(open_now < reps.pursuits):
        vacancies = int(reps.pursuits[rep] - open_now[rep])
        wanted = int((draws[rep, :vacancies] < VACANCY_FILLED).sum())
        wanted = max(wanted, 1 if open_now[rep] == 0 else 0)
        candidates = np.flatnonzero(free & (account_rep == rep))
        if not wanted or not len(candidates):
            continue
        weights = wallet_krub[candidates] ** 0.25
        keys = rng.random(len(candidates)) ** (1.0 / weights)
        for account in candidates[np.argsort(-keys)[:wanted]]:
            usual = reps.habit_hours[rep, CONVERSION] / reps.pursuits[rep]
            wallet = float(wallet_krub[account])
            _open_one(rng, book, response, month, int(account), int(rep), wallet, float(usual))


def _open_one(
    rng: np.random.Generator,
    book: PursuitBook,
    response: Response,
    month: int,
    account: int,
    rep: int,
    wallet_krub: float,
    usual_hours: float,
) -> None:
    cycle = _draw_cycle(rng, response)
    row = book.count
    # Equipment grows less than proportionally with the wallet.
    size = (wallet_krub / MIDDLING_WALLET_KRUB) ** 0.25 * rng.uniform(0.9, 1.1)
    book.equipment_krub[row] = 10.0 * np.rint(response.win_equipment_krub * size / 10.0)
    book.account[row] = account
    book.rep[row] = rep
    book.opened[row] = month + rng.random()
    if month == 0:
        # The first pursuits are already under way, so that they are not all decided together.
        elapsed = cycle * rng.random()
        book.opened[row] -= elapsed
        book.hours[row] = usual_hours * elapsed
    book.decides[row] = book.opened[row] + cycle
    book.offers[row] = book.opened[row] + cycle * rng.uniform(0.5, 0.8)
    # Total hours of a pursuit do not depend on its length: divide the pace by it.
    book.pace[row] = np.exp(0.15 * rng.standard_normal()) / cycle
    book.count += 1


def _draw_cycle(rng: np.random.Generator, response: Response) -> float:
    """Months from opening to decision: gamma, redrawn outside its limits."""
    shape = (response.cycle_mean_months / response.cycle_sd_months) ** 2
    scale = response.cycle_sd_months**2 / response.cycle_mean_months
    low, high = response.cycle_limits_months
    while True:
        cycle = float(rng.gamma(shape, scale))
        if low <= cycle <= high:
            return cycle


def work_on_pursuits(book: PursuitBook, month: int, conversion_hours: Array) -> Array:
    """Spread each specialist's conversion hours of a month over the running pursuits.

    Returns
    -------
    array
        Hours on each running pursuit, in the order of `book.running(month)`.
    """
    running = book.running(month)
    present = np.minimum(book.decides[running], month + 1) - np.maximum(book.opened[running], month)
    weight = book.pace[running] * np.maximum(present, 0.05)
    total = np.bincount(book.rep[running], weights=weight, minlength=p.REPS)
    hours = weight / total[book.rep[running]] * conversion_hours[book.rep[running]]
    book.hours[running] += hours
    return hours


def decide_pursuits(
    balance: Balance, book: PursuitBook, month: int, curve: Pursuit, ease: Array
) -> Ints:
    """Decide the pursuits whose cycle ends in this month; returns the accounts won.

    Each is won with its own chance; the total of wins stays near its expectation.

    Parameters
    ----------
    balance
        Keeps the money won near the money expected.
    curve
        Chance by the hours on a prospect.
    ease
        Multiplier of the chance of each specialist: skill, prospects left, and the hours that
        already go to conversion (the best prospects are taken first).
    """
    running = book.running(month)
    due = running[book.decides[running] < month + 1]
    chance = np.minimum(0.95, curve.value(book.hours[due]) * ease[book.rep[due]])
    wins = np.zeros(len(due), dtype=bool)
    wins[balance.draw(chance, book.equipment_krub[due], book.rep[due])] = True
    book.chance[due] = chance
    book.outcome[due] = np.where(wins, WON, LOST)
    book.rest_until[book.account[due]] = month + 1 + p.COOL_OFF_MONTHS
    return np.asarray(due[wins])
