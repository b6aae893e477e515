"""What one more hour a month adds to a plan's value, every activity from one projection."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.model.response.dynamics import (
    ADMIN,
    CONVERSION,
    EXPANSION,
    RETENTION,
    SERVICE,
    service_penalty,
)
from casekit.model.response.sweep import Steps, Sweep

__all__ = ["VALUED", "value_of_next_hour"]

#: Activities of which one more hour has a value; that of travel is zero.
VALUED = (RETENTION, EXPANSION, CONVERSION, SERVICE, ADMIN)


def value_of_next_hour(sweep: Sweep, hours: Array, today: Array, steps: Steps) -> Array:
    """What an hour more in every month adds to the value, by `VALUED` activity and column.

    The same as `sweep.value` of the hours with one more, less that of the hours, without running
    what the hour does not touch: a board asks for it after every move.

    Parameters
    ----------
    sweep
        The projection.
    hours, today
        As in `Sweep.value`.
    steps
        What `sweep.run` gives for these hours.

    Returns
    -------
    array
        Thousand roubles of today, shape (5, columns).
    """
    response, start, s = sweep.response, sweep.start, steps
    columns = s.lost.shape[1]
    lost, gain, chance = (
        np.repeat(part[:, None], 5, axis=1) for part in (s.lost, s.gain, s.chance)
    )
    remembered = sweep._attention_of_plan.sum(axis=1)[:, None]
    erosion = np.asarray(response.erosion.value(s.attention + remembered))
    kept = start.erosion_mix * np.asarray(response.erosion.value(s.attention))
    lost[:, 0] = start.erosion_mix * erosion + (s.lost - kept)
    more = np.asarray(response.expansion.value(hours[:, :, EXPANSION] + 1.0), dtype=float)
    landed, waiting = sweep._landing.run(more)
    to_room = start.skill / response.room_reference_krub
    gain[:, 1] = np.clip(landed * to_room, 0.0, 1.0)
    more = np.asarray(response.conversion.value(hours[:, :, CONVERSION] + 1.0), dtype=float)
    ripe, pending = sweep._pipe.run(more)
    to_pool = start.skill / response.pool_reference
    chance[:, 2] = np.clip(ripe * to_pool, 0.0, 1.0)
    floor, share = response.terms.service_floor_hours, response.service_penalty_share
    penalty = service_penalty(hours[:, :, SERVICE] + 1.0, floor, share)
    spared = penalty - service_penalty(hours[:, :, SERVICE], floor, share)
    lost[:, 3] += spared[sweep.phase]

    # The last case is the plan itself.
    waits_gain = np.repeat(s.waiting_gain[None], 5, axis=0)
    waits_gain[1] = waiting * to_room
    waits_chance = np.repeat(s.waiting_chance[None], 5, axis=0)
    waits_chance[2] = pending * to_pool
    earned = _earned(sweep, s, lost, gain, chance, waits_gain, waits_chance)
    found = np.empty((len(VALUED), columns))
    found[:4], found[4] = earned[:4] - earned[4], 0.0
    # Freed work that is no longer done by others.
    cost = sweep.cost(hours, today)
    for place, column in ((3, SERVICE), (4, ADMIN)):
        longer = hours.copy()
        longer[:, :, column] += 1.0
        saved = (cost - sweep.cost(longer, today))[sweep.phase]
        found[place] += (saved * sweep.discount).sum(axis=0)
    return found


def _earned(
    sweep: Sweep,
    s: Steps,
    lost: Array,
    gain: Array,
    chance: Array,
    waiting_gain: Array,
    waiting_chance: Array,
) -> Array:
    """Value before the cost of freed hours, for shares of shape (months, cases, columns)."""
    r = sweep.response
    shape = lost.shape[1:]
    base, room, pool = (np.broadcast_to(s.state[0, :, k], shape) for k in range(3))
    given = np.zeros(shape)
    flow = np.zeros(shape)
    stay = 1.0 - lost
    for month in range(len(lost)):
        gone = lost[month] * base
        gained, won = gain[month] * room, chance[month] * pool
        given = stay[month] * given + r.pressure_share * room
        base = base - gone + gained + r.win_recurring_krub * won
        room = room + r.room_per_lost * gone - r.room_per_gained * gained + r.win_room_krub * won
        pool = pool + r.pool_per_lost * gone - won
        earned = base * sweep._recurring - given + gained * sweep._with_gain + won * sweep._with_win
        flow = flow + sweep.discount[month] * earned
    left = base * sweep._recurring - given
    waiting = waiting_gain * room * sweep._gain_after + waiting_chance * pool * sweep._win_after
    return np.asarray(flow + sweep.tail_months * sweep.discount[-1] * left + waiting)
