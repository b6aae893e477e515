"""What stays as it is at a client however long one looks: tastes, habits of buying and visiting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array, Ints
from casekit.world import parameters as p
from casekit.world.market import Market, Reps


@dataclass(frozen=True)
class Customs:
    """Lasting habits of clients; of the points where the name says so, else of the accounts.

    Parameters
    ----------
    softness
        How easily prices are pressed, around one.
    lot_months, lot_phase
        Points: months of equipment spending in one order, and where in its cycle it began.
    friendly, distance
        How gladly a client is visited, and how far the way is, around one.
    taste
        Points: which solution each supplier sells there, shape (points, suppliers).
    looked_after_months
        For how long the first specialist had looked after the account.
    """

    softness: Array
    lot_months: Array
    lot_phase: Array
    friendly: Array
    distance: Array
    taste: Ints
    looked_after_months: Ints


def draw_customs(rng: np.random.Generator, market: Market, reps: Reps) -> Customs:
    """Draw the habits of a market's clients."""
    accounts, points = len(market.rep), len(market.account)
    return Customs(
        softness=np.clip(1.0 + 0.45 * rng.standard_normal(accounts), 0.2, 1.9),
        lot_months=rng.uniform(*p.EQUIPMENT_LOT_MONTHS, points),
        lot_phase=rng.random(points),
        friendly=np.exp(0.5 * rng.standard_normal(accounts)),
        distance=np.exp(0.5 * rng.standard_normal(accounts)),
        taste=rng.integers(0, 60, size=(points, p.COMPETITORS + 1)),
        looked_after_months=rng.integers(1, 60, accounts),
    )
