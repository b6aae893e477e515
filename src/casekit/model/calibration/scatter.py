"""The luck of months: what is lost, gained and won by chance, and how unevenly is booked.

A projection tells what is to be expected. What comes differs from it even if every curve were
known: single points of clients are lost or gained, single pursuits won, each of its own size.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.analysis.months import month_number
from casekit.analysis.wallets import US
from casekit.arrays import Array, Ints
from casekit.company import Case
from casekit.model.calibration.books import LEVEL_MONTHS, read_books, todays_business
from casekit.model.calibration.panel import Panel
from casekit.model.response.sweep import Sweep

__all__ = ["Scatter", "draw_scatter"]


@dataclass(frozen=True)
class Scatter:
    """Sizes of single events of a history, thousand roubles, and how unevenly was booked.

    Parameters
    ----------
    lost_krub, gained_krub
        Monthly revenue of each point lost, and of each gained at a client already served.
    won_krub, won_equipment_krub
        What each won client buys a month, and the equipment of each.
    won_share
        Part of the pursuits decided that were won; 0 where none was.
    unevenness
        Recurring margin of each month against its trend, as a share, in order of the months.
    """

    lost_krub: Array
    gained_krub: Array
    won_krub: Array
    won_equipment_krub: Array
    won_share: float
    unevenness: Array

    @classmethod
    def of(cls, case: Case, panel: Panel) -> Scatter:
        """Read the events of a company's history.

        Parameters
        ----------
        case
            The company.
        panel
            Its panel in the register's wallets.
        """
        positions = case.positions
        wallet = positions["wallet_krub_per_month"].to_numpy(dtype=float)
        ended = month_number(positions["until_month"])
        first, last = month_number(pd.Series([case.first_month, case.last_month]))
        lost = ((positions["supplier"] == US) & ended.between(first, last - 1)).to_numpy()
        deals = case.deals
        won = deals["outcome"] == "won"
        decided = int((deals["outcome"] != "open").sum())
        share = todays_business(case, panel).revenue_share
        books = read_books(case, panel)
        held = panel.account_held_krub.sum(axis=1) * books.season
        level = books.margin_krub.sum(axis=1) / held
        month = np.arange(len(level))
        trend = np.polyval(np.polyfit(month, level, 1), month)
        return cls(
            lost_krub=wallet[lost] * share,
            gained_krub=wallet[panel.gained_rows] * share,
            won_krub=panel.won_points_krub * share,
            won_equipment_krub=deals.loc[won, "equipment_krub"].dropna().to_numpy(dtype=float),
            won_share=float(won.sum()) / decided if decided else 0.0,
            unevenness=level / trend - 1.0,
        )


def draw_scatter(
    scatter: Scatter, sweep: Sweep, hours: Array, draws: int, rng: np.random.Generator
) -> Array:
    """Margin of the whole sales force more or less than expected, shape (months, draws).

    Losses and gains of a month are compound Poisson draws: as many as are expected on average,
    each of a size that occurred. As many pursuits are decided as hours allow, and each is won or
    not. What events change goes on until it is lost. Booked months deviate as a run of past
    months did, against the level of the months before them, which has its own luck.

    Parameters
    ----------
    scatter
        Sizes of events.
    sweep, hours
        Projection of every draw side by side, and its hours.
    draws
        Number of draws, each with a column a specialist.
    rng
        Source of chance.
    """
    steps, response = sweep.run(hours), sweep.response

    def company(values: Array) -> Array:
        return np.asarray(values.reshape(len(values), draws, -1).sum(axis=2))

    def of_draw(value: float | Array) -> Array:
        """A response's amount, which may differ between draws, by draw."""
        return np.broadcast_to(value, steps.lost.shape[1:]).reshape(draws, -1)[:, 0]

    base = company(steps.base)
    lost = company(steps.lost * steps.base[:-1])
    gained, wins = company(steps.gained), company(steps.won)
    margin = of_draw(response.recurring_margin)
    equipment = of_draw(response.equipment_margin)
    by_gain = 12.0 * of_draw(response.equipment_per_yearly_expansion) * equipment

    more_lost = _compound(rng, lost, scatter.lost_krub)
    more_gained = _compound(rng, gained, scatter.gained_krub)
    won = _won(rng, wins, scatter.won_share)
    more_won = _sums(rng, won, scatter.won_krub) - wins * _mean(scatter.won_krub)
    once = _sums(rng, won, scatter.won_equipment_krub) - wins * _mean(scatter.won_equipment_krub)

    change = np.zeros_like(lost)
    left = np.zeros(draws)
    for month in range(len(lost)):
        stays = 1.0 - lost[month] / base[month]
        left = left * stays - more_lost[month] + more_gained[month] + more_won[month]
        change[month] = left
    return np.asarray(
        change * margin
        + more_gained * by_gain
        + once * equipment
        + base[1:] * margin * _unevenness(rng, scatter.unevenness, len(lost), draws)
    )


def _compound(rng: np.random.Generator, expected: Array, sizes: Array) -> Array:
    """Compound Poisson draws of money less what is expected; no luck where nothing occurred."""
    if len(sizes) == 0:
        return np.zeros_like(expected)
    return _sums(rng, rng.poisson(expected / sizes.mean()), sizes) - expected


def _won(rng: np.random.Generator, expected: Array, share: float) -> Ints:
    """Wins among as many decided pursuits as bring the expected ones on average."""
    if share <= 0.0:
        return np.zeros(expected.shape, dtype=np.int64)
    decided = np.floor(expected / share + rng.random(expected.shape)).astype(np.int64)
    return np.asarray(rng.binomial(decided, share), dtype=np.int64)


def _sums(rng: np.random.Generator, counts: Ints, sizes: Array) -> Array:
    """Sum of as many sizes as each cell counts, drawn from those that occurred."""
    if len(sizes) == 0:
        return np.zeros(counts.shape)
    drawn = rng.choice(sizes, size=int(counts.sum()))
    # Counts of repeats are places, and a browser's Python has places of 32 bits.
    cell = np.repeat(np.arange(counts.size), counts.ravel().astype(np.intp))
    total = np.bincount(cell, weights=drawn, minlength=counts.size)
    return total.reshape(counts.shape).astype(float)


def _mean(sizes: Array) -> float:
    return float(sizes.mean()) if len(sizes) else 0.0


def _unevenness(rng: np.random.Generator, past: Array, months: int, draws: int) -> Array:
    """Deviations of months to come from a level that was measured, (months, draws).

    A run of past months, begun anywhere and closed to a ring, keeps what season and aftermath
    there is in them (circular block bootstrap, Politis and Romano 1992). The months to come
    follow upon those from which the level was taken.
    """
    before = min(LEVEL_MONTHS, len(past))
    begin = rng.integers(len(past), size=draws)
    run = past[(begin + np.arange(before + months)[:, None]) % len(past)]
    return np.asarray(run[before:] - run[:before].mean(axis=0))
