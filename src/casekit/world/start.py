"""A generated company as the model sees it: where it stands, and how it truly answers."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.arrays import Array
from casekit.company import Case
from casekit.company.schema import ACTIVITIES
from casekit.model import Response, Start
from casekit.model.calibration.books import door_amounts
from casekit.model.calibration.panel import gather_panel
from casekit.model.response.cycle import usual_hours
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.market import held_krub

EXPANSION, CONVERSION = ACTIVITIES.index("expansion"), ACTIVITIES.index("conversion")


def true_start(world: World) -> Start:
    """True state of each specialist at the end of history, with skill."""
    market, history, reps = world.truth.market, world.truth.history, world.truth.reps
    held = held_krub(market, history.supplier[-1:])[0]
    rep = history.account_rep[-1]
    shared = (held > 0) & (held < OUR_FROM_SHARE * market.wallet_krub)
    risk = np.where(shared, p.RISK_AT_SHARED, p.RISK_AT_OUR)

    def by_rep(values: Array) -> Array:
        return np.bincount(rep, weights=values, minlength=p.REPS).astype(float)

    base = by_rep(held)
    return Start(
        base_krub=base,
        room_krub=by_rep(np.where(shared, market.wallet_krub - held, 0.0)),
        pool_accounts=by_rep((held == 0).astype(float)),
        attention_hours=history.attention_hours[-1],
        erosion_mix=by_rep(held * risk) / base,
        skill=reps.skill,
        expansion_hours=history.hours[:, :, EXPANSION],
        conversion_hours=history.hours[:, :, CONVERSION],
    )


@lru_cache(maxsize=1)
def true_response(world: World) -> Response:
    """How specialists truly answer, with the doors and the price pressure of this company.

    Curves and delays are those the company was drawn from. What losses, gains and wins do to
    doors follows from its clients and is read off them; money is the register's wallets.
    """
    truth = world.truth
    market, supplier = truth.market, truth.history.supplier
    response = truth.parameters.response
    held = held_krub(market, supplier[-1:])[0]
    room = np.where(
        (held > 0) & (held < OUR_FROM_SHARE * market.wallet_krub), market.wallet_krub - held, 0.0
    )
    pressed = truth.customs.softness * held * room / market.wallet_krub
    conceded = truth.prices.monthly_share * response.consumables_share * pressed.sum()
    doors: dict[str, Any] = door_amounts(gather_panel(Case(world.tables)))
    return replace(response, **doors, pressure_share=float(conceded / room.sum()))


def todays_hours(world: World, months: int = p.TERMS.horizon_months) -> Array:
    """Today's hours for every month: what each specialist usually works, `usual_hours`.

    Returns
    -------
    array
        Shape (months, specialists, 6).
    """
    today = usual_hours(world.truth.history.hours)
    return np.broadcast_to(today, (months, *today.shape)).copy()
