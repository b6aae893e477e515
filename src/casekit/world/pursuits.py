"""Pursuits of competitors' clients: opened, worked on, decided."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from casekit.arrays import Array, Flags, Ints
from casekit.company.schema import ACTIVITIES
from casekit.model import Pursuit, Response
from casekit.world import parameters as p
from casekit.world.luck import Luck
from casekit.world.market import Reps

CONVERSION = ACTIVITIES.index("conversion")


OPEN, WON, LOST = 0, 1, 2
#: Monthly wallet of a prospect with average purchases of the family's wins.
MIDDLING_WALLET_KRUB = 240.0
#: Monthly chance that a specialist opens a further pursuit up to the usual number.
VACANCY_FILLED = 0.95
#: Most vacancies that a specialist fills in a month.
MOST_VACANCIES = 24


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

    def copy(self, room: int = 0) -> PursuitBook:
        """The same pursuits, with room for so many more."""
        grown = {
            name: np.concatenate([column, np.zeros(room, dtype=column.dtype)])
            for name, column in vars(self).items()
            if name not in ("count", "rest_until")
        }
        return PursuitBook(**grown, count=self.count, rest_until=self.rest_until.copy())

    def running(self, month: int) -> Ints:
        """Pursuits on which hours can be spent in a month."""
        opened = self.opened[: self.count]
        open_now = (self.outcome[: self.count] == OPEN) & (opened < month + 1)
        return np.flatnonzero(open_now)


def pursuits_wanted(reps: Reps, usual_hours: Array) -> Ints:
    """How many prospects each specialist chases at once: more hours open more pursuits.

    Parameters
    ----------
    usual_hours
        Conversion hours that specialists mean to work this month, before the month's noise.
    """
    habit = np.maximum(reps.habit_hours[:, CONVERSION], 0.1)
    wanted = np.rint(reps.pursuits * usual_hours / habit).astype(np.int64)
    return np.where(usual_hours > 0.0, np.maximum(wanted, 1), 0)


def running_pursuits(book: PursuitBook, first: int, end: int) -> Array:
    """Mean number of pursuits that each specialist had running between two moments, in months."""
    begun = np.maximum(book.opened[: book.count], first)
    ended = np.minimum(book.decides[: book.count], end)
    months = np.maximum(ended - begun, 0.0)
    return np.bincount(book.rep[: book.count], weights=months, minlength=p.REPS) / (end - first)


def scarcity(family: p.Family, reps: Reps, hours: Array, running: Array) -> Array:
    """How the chance of a win changes as prospects get scarce: as the curve tells.

    Hours that find no new prospects go to the same ones; they bring no more there than the curve
    tells, however much the chance of one prospect grows with the hours on it.

    Parameters
    ----------
    hours, running
        Conversion hours a month and running pursuits of each specialist, over about a cycle.
    """
    curve, pursuit = family.response.conversion, family.pursuit
    cycle, usual = family.response.cycle_mean_months, family.hours["conversion"]
    hours = np.maximum(hours, 0.1)
    by_curve = np.asarray(curve.value(hours)) / hours * usual / float(curve.value(usual))
    spent = cycle * hours / np.maximum(running, 0.1)
    meant = cycle * np.maximum(reps.habit_hours[:, CONVERSION], 0.1) / reps.pursuits
    closer = (pursuit.value(spent) / spent) / (pursuit.value(meant) / meant)
    return np.asarray(by_curve / closer)


def open_pursuits(
    luck: Luck,
    book: PursuitBook,
    reps: Reps,
    response: Response,
    month: int,
    wanted: Ints,
    account_rep: Ints,
    is_prospect: Flags,
    wallet_krub: Array,
) -> None:
    """Open new pursuits where a specialist chases fewer prospects than wanted.

    This takes a month or two, and is immediate without any running pursuit. Larger wallets are
    preferred; a lost prospect is not pursued for some months.
    """
    running = book.running(month)
    open_now = np.bincount(book.rep[running], minlength=p.REPS)
    free = is_prospect & (book.rest_until <= month)
    free[book.account[running]] = False
    rng = luck.stream("pursuits", month)
    draws = rng.random((p.REPS, MOST_VACANCIES))
    # A number for every account, chased or not: what one team opens moves no other's luck.
    keys = rng.random(len(account_rep)) ** (wallet_krub**-0.25)
    of_account = rng.random((3, len(account_rep)))
    pace = np.exp(0.15 * rng.standard_normal(len(account_rep)))
    for rep in np.flatnonzero(open_now < wanted):
        vacancies = min(int(wanted[rep] - open_now[rep]), MOST_VACANCIES)
        filled = int((draws[rep, :vacancies] < VACANCY_FILLED).sum())
        filled = max(filled, 1 if open_now[rep] == 0 else 0)
        candidates = np.flatnonzero(free & (account_rep == rep))
        if not filled or not len(candidates):
            continue
        usual = reps.habit_hours[rep, CONVERSION] / reps.pursuits[rep]
        for account in candidates[np.argsort(-keys[candidates], kind="stable")[:filled]]:
            cycle, part = luck.cycle(response, month, int(account))
            # A bigger client needs more equipment, though not in proportion.
            size = (wallet_krub[account] / MIDDLING_WALLET_KRUB) ** 0.25
            size *= 0.9 + 0.2 * of_account[0, account]
            row = book.count
            book.equipment_krub[row] = 10.0 * np.rint(response.win_equipment_krub * size / 10.0)
            book.account[row], book.rep[row] = account, rep
            book.opened[row] = month + of_account[1, account]
            if month == 0:
                # The first pursuits are already under way, or all would be decided together.
                book.opened[row] -= cycle * part
                book.hours[row] = usual * cycle * part
            book.decides[row] = book.opened[row] + cycle
            book.offers[row] = book.opened[row] + cycle * (0.5 + 0.3 * of_account[2, account])
            # A slow decision does not need more work than a quick one: the work is only thinner.
            book.pace[row] = pace[account] / cycle
            book.count += 1


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


def decide_pursuits(luck: Luck, book: PursuitBook, month: int, curve: Pursuit, ease: Array) -> Ints:
    """Decide the pursuits whose cycle ends in this month; returns the accounts won.

    Each is won with its own chance.

    Parameters
    ----------
    luck
        Decides which chances come true.
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
    money, account = book.equipment_krub[due], book.account[due]
    wins[luck.happens("wins", month, chance, money, book.rep[due], account)] = True
    book.chance[due] = chance
    book.outcome[due] = np.where(wins, WON, LOST)
    book.rest_until[book.account[due]] = month + 1 + p.COOL_OFF_MONTHS
    return np.asarray(due[wins])
