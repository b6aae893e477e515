"""Monthly equations of a sales force: attention, erosion, expansion, conversion and their delays.

One specialist a column, one month a row. Money in thousands of roubles a month unless a name
says otherwise. Wallets are conserved: business lost becomes room that expansion can win again,
and a client won from a competitor leaves the pool of prospects.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array
from casekit.company import Terms
from casekit.company.schema import ACTIVITIES
from casekit.model.response.curves import Curve

__all__ = [
    "Months",
    "Response",
    "Start",
    "cycle_weights",
    "follow_attention",
    "hour_to_win_weights",
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
    win_equipment_krub, win_recurring_krub, win_wallet_krub
        What a won client buys once, what it buys a month, and its whole monthly wallet.
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
    equipment_per_yearly_expansion: float = 0.45
    win_equipment_krub: float = 4000.0
    win_recurring_krub: float = 140.0
    win_wallet_krub: float = 331.0
    consumables_share: float = 0.785
    service_share: float = 0.135
    equipment_share: float = 0.08
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


def cycle_weights(
    mean_months: float, sd_months: float, limits_months: tuple[float, float]
) -> Array:
    """Chance that a pursuit is decided in its first, second, third ... month.

    A gamma density on a fine grid, truncated at the limits and summed by month.
    """
    shape = (mean_months / sd_months) ** 2
    scale = sd_months**2 / mean_months
    low, high = limits_months
    grid = np.arange(low + 0.005, high, 0.01)
    density = np.exp((shape - 1.0) * np.log(grid) - grid / scale)
    weights = np.bincount(grid.astype(int), weights=density, minlength=int(np.ceil(high)))
    return weights / weights.sum()


def hour_to_win_weights(cycle: Array) -> Array:
    """Share of a month's conversion hours that takes effect 0, 1, 2 ... months later.

    Hours are spread evenly over a pursuit, so an hour is on average half a cycle from its
    decision: about four months, not eight. Proportional to the chance that a pursuit still
    runs after so many months.
    """
    still_running = cycle[::-1].cumsum()[::-1]
    return still_running / still_running.sum()


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
    # Both curves are evaluated once for all months; only room and pool change over time.
    gains = response.expansion.value(expanding) * start.skill / response.room_reference_krub
    chances = response.conversion.value(converting) * start.skill / response.pool_reference

    room, pool, attention = start.room_krub, start.pool_accounts, start.attention_hours
    repeat = start.base_krub.astype(float)
    expansion = np.zeros(reps)
    conversion = np.zeros(reps)
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
        gained = np.minimum(gains[month] * room, room)
        last = month + len(delay)
        ready = (chances[last - len(delay) + 1 : last + 1] * delay[::-1, None]).sum(axis=0)
        won = np.minimum(ready * pool, pool)
        lost = loss * (repeat + expansion + conversion)
        repeat = repeat * (1.0 - loss)
        expansion = expansion * (1.0 - loss) + gained
        conversion = conversion * (1.0 - loss) + won * response.win_recurring_krub
        left_open = response.win_wallet_krub - response.win_recurring_krub
        room = room + lost - gained + won * left_open
        pool = pool - won
        equipment = (
            12.0 * response.equipment_per_yearly_expansion * gained
            + response.win_equipment_krub * won
        )
        base = repeat + expansion + conversion
        state = room, pool, attention
        rows.append((base, repeat, expansion, conversion, gained, equipment, won, *state))
    return Months(*(np.array(column) for column in zip(*rows, strict=True)))
