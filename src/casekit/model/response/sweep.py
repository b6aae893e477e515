"""The monthly equations in one pass over all months, with the gradient of the value.

`dynamics.project_reps` states the equations month by month. Four things stand at the end of a
month and follow from what stood before it,

    B[t] = (1 - l) B[t-1] + g R[t-1] + r c P[t-1]        business served
    R[t] = R[t-1] + a l B[t-1] - b g R[t-1] + w c P[t-1]  what competitors hold at shared clients
    P[t] = P[t-1] + q l B[t-1] - c P[t-1]                 competitors' clients
    X[t] = (1 - l) X[t-1] + k R[t-1]                      margin given away in prices since today

with `l` the share lost, `g` the share of the room gained and `c` the share of the pool won in
the month; the rest are amounts of `Response`. So a month is a matrix, and the value's slopes run
the same matrices backwards.

Arrays have a row for each month and a column for whatever is projected side by side: specialists,
draws of their response, or splits of their hours.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any

import numpy as np

from casekit.analysis.guards import need_count
from casekit.arrays import Array
from casekit.errors import InvalidArgument
from casekit.model.response.delays import conversion_delay, expansion_delay, over_phases
from casekit.model.response.dynamics import (
    ADMIN,
    CONVERSION,
    EXPANSION,
    RETENTION,
    SERVICE,
    Response,
    Start,
    service_penalty,
)

__all__ = ["Steps", "Sweep"]

#: Where each state stands: business served, room, pool, margin given away in prices.
_B, _R, _P, _X = range(4)


@dataclass
class Steps:
    """Intermediate results that the gradient needs; arrays (months, columns) unless stated."""

    lost: Array
    gain: Array
    chance: Array
    state: Array  # (months + 1, columns, 4), the first row is today
    month: Array  # (months, columns, 4, 4): what each state before makes of each after
    attention: Array
    expanding: Array  # (phases, columns): hours in the curves
    converting: Array
    waiting_gain: Array  # (columns,): expansion of the last months, not yet effective
    waiting_chance: Array

    @property
    def base(self) -> Array:
        """Business served, thousand roubles a month."""
        return self.state[:, :, _B]

    @property
    def room(self) -> Array:
        """What competitors hold at shared clients, thousand roubles a month."""
        return self.state[:, :, _R]

    @property
    def pool(self) -> Array:
        """Competitors' clients."""
        return self.state[:, :, _P]

    @property
    def given(self) -> Array:
        """Monthly margin given away in prices since today, thousand roubles."""
        return self.state[:, :, _X]

    @property
    def gained(self) -> Array:
        """Recurring revenue gained at shared clients in each month, thousand roubles."""
        return np.asarray(self.gain * self.room[:-1])

    @property
    def won(self) -> Array:
        """Clients won in each month."""
        return np.asarray(self.chance * self.pool[:-1])


class Sweep:
    """Projections of one response and start over a horizon; delays are computed once.

    Months are at constant season; `season.margin_at_season` shows them as they would be booked.

    Parameters
    ----------
    start, response
        As `Calibration` or its draws give them, one value a column.
    months
        Horizon, 1 or more; the company's if left out.
    phases
        First month of each phase of a plan, counted from 1; hours are constant within a phase.
    tail_months
        Months of margin credited to the base that is left, 0 or more; the company's if left out.

    Raises
    ------
    InvalidArgument
        If the horizon, the tail or the phases are impossible.
    """

    def __init__(
        self,
        start: Start,
        response: Response,
        months: int | None = None,
        phases: tuple[int, ...] = (1,),
        tail_months: int | None = None,
    ) -> None:
        months = response.terms.horizon_months if months is None else months
        tail_months = response.terms.tail_months if tail_months is None else tail_months
        need_count("months", months)
        need_count("tail_months", tail_months, minimum=0)
        if not phases or phases[0] != 1 or list(phases) != sorted(set(phases)):
            raise InvalidArgument("plan-phases", found=str(phases))
        self.start, self.response = start, response
        self.months, self.phases, self.tail_months = months, phases, tail_months
        month = np.arange(1, months + 1)
        #: Phase of every month.
        self.phase = np.searchsorted(np.array(phases), month, side="right") - 1
        self.discount = (1.0 + response.terms.discount_share) ** (-month[:, None] / 12.0)
        self._attention_of_plan, self._attention_of_past = self._remember()
        delayed = start, response, months, phases, self.phase
        self._landing, self._pipe = expansion_delay(*delayed), conversion_delay(*delayed)

    def softened(self, width_hours: float) -> Sweep:
        """The same where the value's bends at new hours are rounded off over some hours.

        Slopes lead a search astray at a bend: it stops beside the top. Rounded off, they do not.
        """
        found = copy(self)
        found._landing, found._pipe = (d.softened(width_hours) for d in (self._landing, self._pipe))
        return found

    def _remember(self) -> tuple[Array, Array]:
        """Weights of each phase's retention hours, and of today's attention, in every month."""
        memory = self.response.attention_memory
        distance = np.arange(self.months)[:, None] - np.arange(self.months)[None, :]
        weights = np.where(distance >= 0, (1.0 - memory) * memory ** np.maximum(distance, 0), 0.0)
        past = np.asarray(memory ** np.arange(1, self.months + 1)[:, None], dtype=float)
        return over_phases(weights, self.phase, len(self.phases)), past

    def run(self, hours: Array) -> Steps:
        """Months under a plan.

        Parameters
        ----------
        hours
            Shape (phases, columns, 6), activities in the order of `ACTIVITIES`.
        """
        start, response = self.start, self.response
        skill = start.skill
        attention = (
            self._attention_of_plan @ hours[:, :, RETENTION]
            + self._attention_of_past * start.attention_hours
        )
        penalty = service_penalty(
            hours[:, :, SERVICE],
            response.terms.service_floor_hours,
            response.service_penalty_share,
        )
        lost = start.erosion_mix * np.asarray(response.erosion.value(attention))
        lost += penalty[self.phase]
        expanding = np.asarray(response.expansion.value(hours[:, :, EXPANSION]), dtype=float)
        converting = np.asarray(response.conversion.value(hours[:, :, CONVERSION]), dtype=float)
        to_room = skill / response.room_reference_krub
        to_pool = skill / response.pool_reference
        gain, waiting_gain = self._landing.run(expanding)
        chance, waiting_chance = self._pipe.run(converting)
        # Nobody gains more than there is.
        gain = np.clip(gain * to_room, 0.0, 1.0)
        chance = np.clip(chance * to_pool, 0.0, 1.0)
        month = self._matrices(lost, gain, chance)
        state = np.zeros((self.months + 1, lost.shape[1], 4))
        state[0, :, _B], state[0, :, _R] = start.base_krub, start.room_krub
        state[0, :, _P] = start.pool_accounts
        for matrix, before, after in zip(month, state[:-1], state[1:], strict=True):
            np.vecmat(before, matrix, out=after)
        return Steps(
            lost, gain, chance, state, month, attention, expanding, converting,
            waiting_gain * to_room, waiting_chance * to_pool,
        )  # fmt: skip

    def _matrices(self, lost: Array, gain: Array, chance: Array) -> Array:
        """What each month makes of the four states, shape (months, columns, 4, 4).

        A row for each state before, a column for each after: numpy is quickest that way round.
        """
        r = self.response
        month = np.zeros((*lost.shape, 4, 4))
        month[..., _B, _B] = 1.0 - lost
        month[..., _R, _B] = gain
        month[..., _P, _B] = r.win_recurring_krub * chance
        month[..., _B, _R] = r.room_per_lost * lost
        month[..., _R, _R] = 1.0 - r.room_per_gained * gain
        month[..., _P, _R] = r.win_room_krub * chance
        month[..., _B, _P] = r.pool_per_lost * lost
        month[..., _P, _P] = 1.0 - chance
        month[..., _R, _X] = r.pressure_share
        month[..., _X, _X] = 1.0 - lost
        return month

    def value(self, hours: Array, today: Array, steps: Steps | None = None) -> Array:
        """Value of a plan by column, thousand roubles of today.

        Discounted gross margin of the horizon, less what replacing freed hours costs, plus
        `tail_months` of margin on the base that remains and on what is still in the pipe.

        Parameters
        ----------
        hours
            As in `run`.
        today
            Hours freed are counted from these, shape (columns, 6).
        steps
            Result of `run` for these hours, if it is at hand.
        """
        s = steps or self.run(hours)
        flow = self.discount[:, 0] @ self.margin(hours, today, s)
        left = s.base[-1] * self._recurring - s.given[-1]
        waiting = (
            s.waiting_gain * s.room[-1] * self._gain_after
            + s.waiting_chance * s.pool[-1] * self._win_after
        )
        return np.asarray(flow + self.tail_months * self.discount[-1] * left + waiting)

    def margin(self, hours: Array, today: Array, steps: Steps | None = None) -> Array:
        """Gross margin of each month less what freed hours cost, shape (months, columns)."""
        s = steps or self.run(hours)
        margin = s.base[1:] * self._recurring - s.given[1:]
        margin += s.gained * self._with_gain
        margin += s.won * self._with_win
        margin -= self.cost(hours, today)[self.phase]
        return np.asarray(margin)

    def gradient(self, hours: Array, today: Array, apart: bool = False) -> tuple[Array, Array]:
        """Value by column and its gradient: the value of one more hour a month in a phase.

        Parameters
        ----------
        hours, today
            As in `value`.
        apart
            Return both one-sided slopes of service: its own column holds the slope below the floor,
            a seventh column the slope above it.

        Returns
        -------
        value, slopes
            Shapes (columns,) and (phases, columns, 6), or 7 with `apart`. The slope of travel is
            zero.
        """
        start, response = self.start, self.response
        s = self.run(hours)
        lead, direct = self._worth(s)
        by_base, by_room, by_pool, by_given = (lead[1:, :, k] for k in range(4))
        base, room, pool, given = (s.state[:-1, :, k] for k in range(4))
        by_loss = base * (
            response.room_per_lost * by_room + response.pool_per_lost * by_pool - by_base
        )
        by_loss = by_loss - given * by_given
        by_gain = by_base - response.room_per_gained * by_room + direct * self._with_gain
        by_gain = by_gain * room * (s.gain < 1.0)
        by_chance = response.win_recurring_krub * by_base + response.win_room_krub * by_room
        by_chance = by_chance - by_pool + direct * self._with_win
        by_chance = by_chance * pool * (s.chance < 1.0)

        slope = np.zeros_like(hours)
        fade = by_loss * start.erosion_mix * np.asarray(response.erosion.marginal(s.attention))
        slope[:, :, RETENTION] = self._attention_of_plan.T @ fade
        for column, delay, curve, values, worth, after, scale in (
            (EXPANSION, self._landing, response.expansion, s.expanding, by_gain,
             s.room[-1] * self._gain_after, response.room_reference_krub),
            (CONVERSION, self._pipe, response.conversion, s.converting, by_chance,
             s.pool[-1] * self._win_after, response.pool_reference),
        ):  # fmt: skip
            more = delay.back(values, worth, after) * start.skill / scale
            slope[:, :, column] = more * np.asarray(curve.marginal(hours[:, :, column]))
        d = self.discount
        weight = self._sum_phases(d)
        price = response.terms.technician_krub_per_hour
        floor = response.terms.service_floor_hours
        kept = -10.0 * response.service_penalty_share / floor * self._sum_phases(by_loss)
        paid = weight * price * (hours[:, :, SERVICE] < today[:, SERVICE])
        slope[:, :, SERVICE] = np.where(hours[:, :, SERVICE] < floor, kept, paid)
        freed = hours[:, :, ADMIN] < today[:, ADMIN]
        slope[:, :, ADMIN] = weight * response.terms.assistant_krub_per_hour * freed
        if apart:
            slope[:, :, SERVICE] = kept
            slope = np.concatenate([slope, (weight * price + 0.0 * kept)[..., None]], axis=2)
        return self.value(hours, today, s), slope

    def _worth(self, s: Steps) -> tuple[Array, Array]:
        """What one more of each state is worth from each month on, and the months' discount.

        Runs the months backwards; shapes (months + 1, columns, 4) and (months, columns).
        """
        d = np.broadcast_to(self.discount, s.lost.shape)
        earns = np.zeros((s.lost.shape[1], 4))
        earns[:, _B], earns[:, _X] = self._recurring, -1.0
        # What gains and wins of a month earn at once, by the room and pool before it.
        direct = np.zeros((*s.lost.shape, 4))
        direct[..., _R] = d * s.gain * self._with_gain
        direct[..., _P] = d * s.chance * self._with_win
        direct[1:] += d[:-1, :, None] * earns
        lead = np.empty_like(s.state)
        lead[-1] = (1.0 + self.tail_months) * d[-1][:, None] * earns
        lead[-1, :, _R] += s.waiting_gain * self._gain_after
        lead[-1, :, _P] += s.waiting_chance * self._win_after
        for t in range(self.months - 1, -1, -1):
            np.matvec(s.month[t], lead[t + 1], out=lead[t])
            lead[t] += direct[t]
        return lead, d

    def cost(self, hours: Array, today: Array) -> Array:
        """What freed hours cost a month when others do their work, by phase and column.

        Freed service hours above the floor are done by technicians; below it nobody is paid, and
        clients are lost instead. Freed administration is done by an assistant.
        """
        response = self.response
        floor = np.minimum(response.terms.service_floor_hours, today[:, SERVICE])
        done = np.maximum(hours[:, :, SERVICE], floor)
        technicians = np.maximum(0.0, today[:, SERVICE] - done)
        assistants = np.maximum(0.0, today[:, ADMIN] - hours[:, :, ADMIN])
        return np.asarray(
            response.terms.technician_krub_per_hour * technicians
            + response.terms.assistant_krub_per_hour * assistants
        )

    def _sum_phases(self, by_month: Array) -> Array:
        """Sums of months by phase, shape (phases, columns)."""
        return np.add.reduceat(by_month, np.array(self.phases) - 1, axis=0)

    @property
    def _recurring(self) -> Any:
        return self.response.recurring_margin

    @property
    def _with_gain(self) -> Any:
        """Margin of equipment sold with a rouble of monthly recurring revenue gained."""
        r = self.response
        return 12.0 * r.equipment_per_yearly_expansion * r.equipment_margin

    @property
    def _with_win(self) -> Any:
        """Margin of equipment sold with a win."""
        return self.response.win_equipment_krub * self.response.equipment_margin

    @property
    def _gain_after(self) -> Any:
        """Worth today of a rouble of recurring revenue that lands after the horizon."""
        return (self.tail_months * self._recurring + self._with_gain) * self.discount[-1]

    @property
    def _win_after(self) -> Any:
        """Worth today of a client won after the horizon."""
        recurring = self.tail_months * self.response.win_recurring_krub * self._recurring
        return (recurring + self._with_win) * self.discount[-1]


def need_months(name: str, value: object, least: int) -> None:
    """Refuse a number of months that is none.

    Raises
    ------
    InvalidArgument
        If it is no whole number or below the least.
    """
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not whole or int(value) < least:  # type: ignore[call-overload]
        raise InvalidArgument("plan-months", name=name, found=str(value), minimum=least)
