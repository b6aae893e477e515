"""What today's hours bring, and what one more hour a month would be worth."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import SELLING
from casekit.model.response.dynamics import (
    CONVERSION,
    EXPANSION,
    RETENTION,
    Response,
    Start,
)
from casekit.model.response.sweep import Sweep

__all__ = ["repeat_for_draws", "todays_response", "value_of_one_hour"]


def value_of_one_hour(
    start: Start, response: Response, hours: Array, months: int | None = None
) -> Array:
    """Value of one more hour a month of each kind of selling, thousand roubles, by specialist.

    The extra value of the projection when one more hour is worked in every month of the
    horizon, divided by the months.

    Parameters
    ----------
    start, response
        State of the specialists and their response.
    hours
        Hours a month of the present plan, shape (specialists, 6).
    months
        Horizon; the company's if left out.

    Returns
    -------
    array
        Shape (3, specialists), in the order of `SELLING`.
    """
    today = np.asarray(hours, dtype=float)
    sweep = Sweep(start, response, months)
    now = sweep.value(today[None], today)
    worth = np.empty((len(SELLING), len(today)))
    for place, activity in enumerate((RETENTION, EXPANSION, CONVERSION)):
        more = today[None].copy()
        more[:, :, activity] += 1.0
        worth[place] = sweep.value(more, today) - now
    return worth / sweep.months


def todays_response(start: Start, response: Response, hours: Array, draws: int = 1) -> list[Array]:
    """What today's hours bring a month: base lost, business gained, clients won.

    Parameters
    ----------
    start, response, hours
        As in `value_of_one_hour`; attention is taken to equal today's retention hours.
    draws
        Number of draws; the arrays hold the whole sales force once for each, one after the other.

    Returns
    -------
    list of arrays
        One value a draw each: share of the company's base lost, thousand roubles gained a
        specialist, clients won a specialist.
    """
    lost = start.base_krub * start.erosion_mix * response.erosion.value(hours[:, RETENTION])
    gain = response.expansion.value(hours[:, EXPANSION]) * start.skill
    wins = response.conversion.value(hours[:, CONVERSION]) * start.skill
    gain = gain * start.room_krub / response.room_reference_krub
    wins = wins * start.pool_accounts / response.pool_reference
    by_draw = [np.asarray(value).reshape(draws, -1) for value in (lost, gain, wins)]
    base = start.base_krub.reshape(draws, -1).sum(axis=1)
    return [by_draw[0].sum(axis=1) / base, by_draw[1].mean(axis=1), by_draw[2].mean(axis=1)]


def repeat_for_draws(response: Response, start: Start, draws: int) -> tuple[Response, Start]:
    """Draws as columns side by side, as if each were a sales force of its own.

    The monthly equations have a column for each specialist and none for draws, so all draws are
    projected in one pass over `draws` times as many columns.

    Parameters
    ----------
    response, start
        As `Calibration.draws` gives them.
    draws
        Length of their leading axis.
    """
    reps = start.skill.shape[-1]

    def side_by_side(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return np.broadcast_to(value, (draws, reps)).ravel()
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{f.name: side_by_side(vars(value)[f.name])
                                     for f in fields(value)})  # fmt: skip
        return value

    flat = {field.name: side_by_side(getattr(response, field.name)) for field in fields(response)}
    pipes = {
        name: np.tile(getattr(start, name), (1, draws))
        for name in ("expansion_hours", "conversion_hours")
    }
    rest = {
        field.name: side_by_side(getattr(start, field.name))
        for field in fields(start)
        if field.name not in pipes
    }
    return replace(response, **flat), Start(**rest, **pipes)
