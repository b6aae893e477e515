"""Monthly equations of a sales force: attention, erosion, expansion, conversion and their delays.

One specialist a column, one month a row. Money in thousands of roubles a month unless a name
says otherwise. Doors open and close: business lost becomes room that expansion can win again, or
a whole client goes back to competitors; a client won leaves the pool of prospects and opens room
of its own. Where competitors sit inside a client, prices give way month by month.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array
from casekit.company import Terms
from casekit.company.schema import ACTIVITIES
from casekit.model.response.curves import Curve
from casekit.model.response.cycle import (
    QUARTER_MONTHS,
    cycle_weights,
    hour_to_win_weights,
    late_level,
    most_in_a_quarter,
    new_landing,
    steady_landing,
)

__all__ = [
    "Months",
    "Response",
    "Start",
    "follow_attention",
    "project_reps",
    "service_penalty",
]


#: Position of each activity in arrays of hours.
RETENTION, EXPANSION, CONVERSION, SERVICE, TRAVEL, ADMIN = range(len(ACTIVITIES))


@dataclass(frozen=True)
class Response:
    """How a sales force responds to its hours: curves, delays and the value of a gain.

    Parameters
    ----------
    erosion
        Share of the base lost a month, by smoothed attention.
    expansion
        Recurring revenue gained a month at shared clients, at the reference room.
    conversion
        Competitors' clients won a month, at the reference pool.
    room_reference_krub, pool_reference
        Room (thousand roubles a month) and pool (accounts) at which the two curves hold; more
        of either raises the curve in proportion.
    terms
        Terms of the company: horizon, tail, discount, floors, prices of freed hours.
    attention_memory
        Carry-over of attention (the adstock of advertising models): A = memory * A + (1 - memory) *
        h.
    expansion_lag_months
        Months from an expansion hour to the revenue it brings.
    cycle_mean_months, cycle_sd_months, cycle_limits_months
        Length of a pursuit from opening to decision.
    equipment_per_yearly_expansion
        Equipment sold with expansion, per rouble of yearly recurring revenue.
    win_equipment_krub, win_recurring_krub, win_room_krub
        What a won client buys once and a month, and what competitors keep there.
    room_per_lost, room_per_gained
        Room that a rouble of business lost opens, and that one gained closes: more than one
        where crumbs go with it, less where whole clients leave.
    pool_per_lost
        Clients lost altogether, per thousand roubles of business lost.
    pressure_share
        Monthly margin given away in prices in each month, per rouble of room; 0 where the
        pressure has stopped.
    new_hours_months
        Months in which hours of a kind never worked before become effective. Assumed.
    consumables_share, service_share, equipment_share
        Lines of recurring revenue; they sum to one.
    consumables_margin, service_margin, equipment_margin
        Gross margin of each line, share of revenue.
    service_penalty_share
        Service below its floor adds this share to monthly erosion for each tenth missing.
    """

    erosion: Curve
    expansion: Curve
    conversion: Curve
    room_reference_krub: float
    pool_reference: float
    terms: Terms
    attention_memory: float = 0.7
    expansion_lag_months: int = 3
    cycle_mean_months: float = 8.0
    cycle_sd_months: float = 2.2
    cycle_limits_months: tuple[float, float] = (4.0, 14.0)
    new_hours_months: int = 3
    equipment_per_yearly_expansion: float = 0.35
    win_equipment_krub: float = 3000.0
    win_recurring_krub: float = 140.0
    win_room_krub: float = 163.0
    room_per_lost: float = 0.77
    room_per_gained: float = 1.06
    pool_per_lost: float = 0.0014
    pressure_share: float = 0.0
    consumables_share: float = 0.775
    service_share: float = 0.135
    equipment_share: float = 0.09
    consumables_margin: float = 0.42
    service_margin: float = 0.35
    equipment_margin: float = 0.22
    service_penalty_share: float = 0.002

    @property
    def recurring_margin(self) -> float:
        """Gross margin of a rouble of recurring revenue, over its three lines."""
        return (
            self.consumables_share * self.consumables_margin
            + self.service_share * self.service_margin
            + self.equipment_share * self.equipment_margin
        )


@dataclass(frozen=True)
class Start:
    """Where each specialist stands before the first projected month; one value a specialist.

    Parameters
    ----------
    base_krub
        Recurring revenue a month.
    room_krub
        What competitors still hold a month at the specialist's shared clients.
    pool_accounts
        Competitors' clients in the territory.
    attention_hours
        Smoothed retention hours.
    erosion_mix
        Multiplier of erosion from the client mix: shared clients are lost more easily.
    skill
        Multiplier of expansion and conversion.
    expansion_hours, conversion_hours
        Hours of the last months, newest last, shape (months, specialists): they fill the pipe.
    """

    base_krub: Array
    room_krub: Array
    pool_accounts: Array
    attention_hours: Array
    erosion_mix: Array
    skill: Array
    expansion_hours: Array
    conversion_hours: Array


@dataclass(frozen=True)
class Months:
    """Projected months, arrays of shape (months, columns); money in thousand roubles a month.

    Parameters
    ----------
    base_krub
        All recurring revenue: `repeat_krub`, `expansion_krub` and `conversion_krub` together.
    repeat_krub, expansion_krub, conversion_krub
        Recurring revenue by where it came from since the start: what is left of today's base,
        what was gained at shared clients, what won clients brought.
    gained_krub
        Recurring revenue that expansion adds in the month.
    equipment_krub
        Equipment sold with expansion and wins, once.
    wins
        Clients won.
    room_krub, pool_accounts, attention_hours
        State at the end of the month, as in `Start`.
    given_krub
        Monthly margin given away in prices since the start.
    """

    base_krub: Array
    repeat_krub: Array
    expansion_krub: Array
    conversion_krub: Array
    gained_krub: Array
    equipment_krub: Array
    wins: Array
    room_krub: Array
    pool_accounts: Array
    attention_hours: Array
    given_krub: Array


def follow_attention(attention: Array, retention_hours: Array, memory: float) -> Array:
    """Attention after a month: retention hours with a geometric carry-over (adstock).

    Parameters
    ----------
    attention
        Attention before the month, hours.
    retention_hours
        Retention hours of the month.
    memory
        Share of the previous attention that carries over.
    """
    return memory * attention + (1.0 - memory) * retention_hours


def service_penalty(service_hours: Array, floor_hours: float, per_tenth: float) -> Array:
    """Share of the base lost a month because service fell below its floor.

    Examples
    --------
    >>> round(float(service_penalty(np.array(9.0), floor_hours=18.0, per_tenth=0.002)), 4)
    0.01
    """
    missing = np.maximum(0.0, 1.0 - np.asarray(service_hours) / floor_hours)
    return per_tenth * 10.0 * missing


def project_reps(start: Start, response: Response, hours: Array) -> Months:
    """Project the months of every specialist under a plan of hours, deterministically.

    Parameters
    ----------
    start
        Where each specialist stands, with the pipe already filled.
    response
        Curves, delays and amounts.
    hours
        Planned hours, shape (months, specialists, 6), activities in the order of `ACTIVITIES`.

    Returns
    -------
    Months
        One row a projected month, one column a specialist.
    """
    months, reps, _ = hours.shape
    lag = response.expansion_lag_months
    cycle = cycle_weights(
        response.cycle_mean_months, response.cycle_sd_months, response.cycle_limits_months
    )
    delay = hour_to_win_weights(cycle)
    expanding = np.vstack([start.expansion_hours[-lag:], hours[:, :, EXPANSION]])
    before = np.zeros((max(0, len(delay) - len(start.conversion_hours)), reps))
    converting = np.vstack([before, start.conversion_hours[-len(delay) :], hours[:, :, CONVERSION]])
    # Both curves are read once for all months; only room and pool change as months go by.
    spread = np.asarray(response.conversion.value(converting))
    chances = np.array(
        [
            (spread[t + 1 : t + 1 + len(delay)] * delay[::-1, None]).sum(axis=0)
            for t in range(months)
        ]
    )
    level, running = late_level(start.conversion_hours, cycle)
    past = QUARTER_MONTHS * len(level)
    new = new_landing(cycle, past + months)
    wave = new - steady_landing(delay, past + months)
    converted = np.asarray(response.conversion.value(hours[:, :, CONVERSION]))
    late = np.asarray(response.conversion.value(np.repeat(level, QUARTER_MONTHS, axis=0)))
    ahead = np.zeros((past + months, reps))
    _add_layers(ahead, late, late[0], wave)
    chances += ahead[past:]
    _add_layers(chances, converted, np.asarray(response.conversion.value(running)), wave)
    lacks = _lack(months, response.new_hours_months)
    _add_layers(chances, *_above_tried(response.conversion, start.conversion_hours, converted),
                lacks * new[:months, :months])  # fmt: skip
    landing = np.asarray(response.expansion.value(expanding))[:months]
    expanded = np.asarray(response.expansion.value(hours[:, :, EXPANSION]))
    _add_layers(landing, *_above_tried(response.expansion, start.expansion_hours, expanded),
                lacks * np.eye(months, k=lag))  # fmt: skip
    gains = landing * start.skill / response.room_reference_krub
    chances = chances * start.skill / response.pool_reference

    room, pool, attention = start.room_krub, start.pool_accounts, start.attention_hours
    repeat = start.base_krub.astype(float)
    expansion = np.zeros(reps)
    conversion = np.zeros(reps)
    given = np.zeros(reps)
    rows: list[tuple[Array, ...]] = []
    for month in range(months):
        attention = follow_attention(
            attention, hours[month, :, RETENTION], response.attention_memory
        )
        loss = start.erosion_mix * response.erosion.value(attention) + service_penalty(
            hours[month, :, SERVICE],
            response.terms.service_floor_hours,
            response.service_penalty_share,
        )
        gained = np.clip(gains[month], 0.0, 1.0) * room
        won = np.clip(chances[month], 0.0, 1.0) * pool
        lost = loss * (repeat + expansion + conversion)
        repeat = repeat * (1.0 - loss)
        expansion = expansion * (1.0 - loss) + gained
        conversion = conversion * (1.0 - loss) + won * response.win_recurring_krub
        given = given * (1.0 - loss) + response.pressure_share * room
        opening = response.room_per_lost * lost + response.win_room_krub * won
        room = room + opening - response.room_per_gained * gained
        pool = pool + response.pool_per_lost * lost - won
        equipment = (
            12.0 * response.equipment_per_yearly_expansion * gained
            + response.win_equipment_krub * won
        )
        base = repeat + expansion + conversion
        state = room, pool, attention, given
        rows.append((base, repeat, expansion, conversion, gained, equipment, won, *state))
    return Months(*(np.array(column) for column in zip(*rows, strict=True)))


def _add_layers(landed: Array, values: Array, before: Array, landing: Array) -> None:
    """Add to each month what values new since some month bring more than old ones.

    What rises in a month is new for as long as values do not fall below what they were before.
    `landing` says by the age of what is new when its months bear fruit.
    """
    for first, value in enumerate(values):
        old = values[first - 1] if first else before
        least = value
        for month in range(first, len(values)):
            least = np.minimum(least, values[month])
            age = month - first
            share = landing[age, age : len(landed) - first, None]
            landed[month:] += share * np.maximum(least - old, 0.0)


def _lack(months: int, learning: int) -> Array:
    """What hours beyond those ever worked lack of their effect at each age, less than zero."""
    return np.minimum((np.arange(months)[:, None] + 1.0) / learning, 1.0) - 1.0


def _above_tried(curve: Curve, worked: Array, values: Array) -> tuple[Array, Array]:
    """Curve values as far as they lie above those of hours ever worked, and these."""
    seen = np.asarray(curve.value(most_in_a_quarter(worked)))
    return np.maximum(values, seen), seen
