"""Parameter recovery: curves estimated from companies against the ones they were drawn from.

What a company did in a month is noisy; over many companies the mean by hours must lie on the
curve. Each observation is a month of a specialist: hours, and what the curve is about, scaled
to the reference room or pool and to a specialist of mean skill.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from scipy.optimize import curve_fit

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.company.schema import ACTIVITIES
from casekit.model import follow_attention
from casekit.world import FAMILIES
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.market import US, held_krub

RETENTION, EXPANSION, CONVERSION = (ACTIVITIES.index(n) for n in ACTIVITIES[:3])


def observe(world: World) -> dict[str, np.ndarray]:
    """Hours and outcomes of every specialist and month, as arrays for pooling over companies."""
    market, history, reps = world.truth.market, world.truth.history, world.truth.reps
    response = world.truth.parameters.response
    first, last = p.BURN_IN_MONTHS, len(history.supplier) - 1
    lag = response.expansion_lag_months
    held = held_krub(market, history.supplier)
    shared = (held > 0) & (held < OUR_FROM_SHARE * market.wallet_krub)
    attention = history.hours[0, :, RETENTION]
    found: dict[str, list[np.ndarray]] = {
        name: [] for name in ("attention", "base", "lost", "expanding", "gained", "room")
    }
    for month in range(last):
        attention = follow_attention(
            attention, history.hours[month, :, RETENTION], response.attention_memory
        )
        if month < first:
            continue
        rep = history.account_rep[month][market.account]
        now, after = history.supplier[month] == US, history.supplier[month + 1] == US
        served = (held[month] > 0)[market.account]
        risk = np.where(shared[month], p.RISK_AT_SHARED, p.RISK_AT_OUR)[market.account]
        wallet = market.point_wallet_krub

        def by_rep(cells: np.ndarray, rep: np.ndarray = rep) -> np.ndarray:
            return np.bincount(rep, weights=cells, minlength=p.REPS)

        found["attention"].append(attention)
        found["base"].append(by_rep(wallet * now * risk))
        found["lost"].append(by_rep(wallet * (now & ~after)))
        found["expanding"].append(history.hours[month + 1 - lag, :, EXPANSION])
        found["gained"].append(by_rep(wallet * (~now & after & served)))
        room = history.room_krub[month + 1 - lag] / response.room_reference_krub
        found["room"].append(room * reps.skill)
    book = history.book
    rows = np.arange(book.count)
    rows = rows[(book.outcome[rows] != 0) & (book.decides[rows] >= first)]
    pooled = {name: np.concatenate(values) for name, values in found.items()}
    return {
        **pooled,
        "pursuit_hours": book.hours[rows],
        "won": (book.outcome[rows] == 1).astype(float),
        "converting": history.hours[first:last, :, CONVERSION].mean(axis=0),
        "pool": (history.pool_accounts[first:last] / response.pool_reference).mean(axis=0)
        * reps.skill,
        "wins": np.bincount(
            book.rep[rows[(book.outcome[rows] == 1) & (book.decides[rows] < last)]],
            minlength=p.REPS,
        )
        / (last - first),
    }


def estimate(observed: list[dict[str, np.ndarray]]) -> dict[str, tuple[float, float]]:
    """Parameters fitted to the pooled observations of one family, with standard errors."""
    pool = {name: np.concatenate([row[name] for row in observed]) for name in observed[0]}
    found: dict[str, tuple[float, float]] = {}

    def fit(names: list[str], curve: Any, x: np.ndarray, y: np.ndarray, start: list[float],
            weight: np.ndarray) -> None:  # fmt: skip
        # Hours lie close together; means by hours of equal weight keep the fit steady.
        edges = np.quantile(x, np.linspace(0, 1, 41))
        bins = np.clip(np.searchsorted(edges, x) - 1, 0, 39)
        total = np.bincount(bins, weights=weight, minlength=40)
        mean_x = np.bincount(bins, weights=weight * x, minlength=40) / total
        mean_y = np.bincount(bins, weights=weight * y, minlength=40) / total
        best, spread = curve_fit(curve, mean_x, mean_y, p0=start, sigma=1 / np.sqrt(total),
                                 maxfev=20_000)  # fmt: skip
        errors = np.sqrt(np.diag(spread))
        found.update(zip(names, zip(best, errors, strict=True), strict=True))

    # A specialist without a shared client has nothing to expand: no evidence on that curve.
    usable = pool["room"] > 0
    pool |= {name: pool[name][usable] for name in ("room", "expanding", "gained")}
    base, room, prospects = pool["base"], pool["room"], pool["pool"]
    fit(["erosion at 20 h less at 33 h", "erosion at 33 h"], _erosion, pool["attention"],
        pool["lost"] / base, [0.004, 0.01], base)  # fmt: skip
    fit(["expansion ceiling", "expansion rate"], _saturating, pool["expanding"],
        pool["gained"] / room, [50.0, 0.06], room)  # fmt: skip
    fit(["wins at the family's hours"], lambda h, w: w + 0.0 * h, pool["converting"],
        pool["wins"] / prospects, [0.1], prospects)  # fmt: skip
    return found


def _erosion(hours: np.ndarray, step: float, level: float) -> np.ndarray:
    """Erosion curve of known steepness, told by two figures a manager can check."""
    rate = 0.09
    scale = np.exp(-rate * 20) - np.exp(-rate * 33)
    return level + step * (np.exp(-rate * hours) - np.exp(-rate * 33)) / scale


def _saturating(hours: np.ndarray, ceiling: float, rate: float) -> np.ndarray:
    return ceiling * -np.expm1(-rate * hours)


def truth(family: str) -> dict[str, float]:
    """The same figures from the curves the family was drawn from."""
    response = FAMILIES[family].response
    at_20, at_33 = (float(response.erosion.value(h)) for h in (20.0, 33.0))
    return {
        "erosion at 20 h less at 33 h": at_20 - at_33,
        "erosion at 33 h": at_33,
        "expansion ceiling": float(response.expansion.ceiling),
        "expansion rate": response.expansion.rate,
        "wins at the family's hours": float(
            response.conversion.value(FAMILIES[family].hours["conversion"])
        ),
    }


def print_table(rows: list[dict[str, Any]], families: Iterable[str]) -> None:
    """Print estimates beside the truth."""
    print("\nRECOVERY: drawn from, estimated from the pooled companies, standard error")
    for family in families:
        found = estimate([row["recovery"] for row in rows if row["family"] == family])
        for name, value in truth(family).items():
            best, error = found[name]
            print(f"{family} {name:32} {value:>9.4f} {best:>9.4f} {error:>9.4f}")
