"""Points that change hands: which gains land, who takes what is lost, what a win begins with."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array, Flags, Indices, Ints
from casekit.world import parameters as p
from casekit.world.market import Market

__all__ = ["GAIN_LIMIT", "first_points", "land_gains", "takers"]

#: Highest monthly chance that an open point is won.
GAIN_LIMIT = 0.5


def land_gains(pending: Array, shared: Flags, room: Array, rep: Ints) -> Array:
    """Gains that take effect now, by account; excess over the room goes to other shared clients."""
    fits = np.where(shared, np.minimum(pending, GAIN_LIMIT * room), 0.0)
    homeless = np.bincount(rep, weights=pending - fits, minlength=p.REPS)
    space = np.where(shared, room, 0.0)
    total = np.bincount(rep, weights=space, minlength=p.REPS)
    spread = np.divide(homeless, total, out=np.zeros(p.REPS), where=total > 0)
    return fits + spread[rep] * space


def takers(rng: np.random.Generator, market: Market, lost: Indices) -> Ints:
    """Competitors who take the points lost: mostly the account's main one."""
    # Numbers for every point: who takes one does not depend on which others are lost.
    step = rng.integers(0, p.COMPETITORS - 1, len(market.account))[lost]
    by_main = rng.random(len(market.account))[lost] < p.MAIN_COMPETITOR_SHARE
    main = market.main_competitor[market.account[lost]]
    return np.where(by_main, main, 1 + (main + step) % p.COMPETITORS)


def first_points(rng: np.random.Generator, market: Market, account: int) -> Indices:
    """Process points a won client gives first: part of the wallet, never all of it."""
    first, last = np.searchsorted(market.account, [account, account + 1])
    # Numbers for every point and client: what is won does not depend on who else was.
    points = first + np.argsort(rng.random(len(market.account))[first:last], kind="stable")
    low, high = p.FIRST_POINTS_SHARE
    share = low + (high - low) * rng.random(len(market.rep))[account]
    target = share * market.wallet_krub[account]
    count = int(np.searchsorted(np.cumsum(market.point_wallet_krub[points]), target)) + 1
    return points[: min(count, len(points) - 1)]
