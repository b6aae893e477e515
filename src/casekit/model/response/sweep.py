"""The monthly equations in one pass over all months, with the gradient of the value.

`dynamics.project_reps` states the equations month by month; here the same months are computed with
a single recursion, because two quantities have a closed form. Competitors' clients only
leave the pool, so its size is a cumulative product. And wallets are conserved: base and room
together grow by the wallets of won clients alone, so that the room follows from the base and one
recursion remains,

    B[t] = (1 - l[t] - g[t]) B[t-1] + g[t] T[t-1] + r n[t],      T[t] = T[t-1] + w n[t],

with `l` the share lost, `g` the share of the room gained, `n` clients won, `r` and `w` what a won
client pays us and in all. The gradient of the value runs the same recursion backwards (adjoint).

Arrays have a row for each month and a column for whatever is projected side by side: specialists,
draws of their response, or splits of their hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from casekit.analysis.guards import need_count
from casekit.arrays import Array
from casekit.errors import InvalidArgument
from casekit.model.response.dynamics import (
    ADMIN,
    CONVERSION,
    EXPANSION,
    RETENTION,
    SERVICE,
    Response,
    Start,
    cycle_weights,
    hour_to_win_weights,
    service_penalty,
)

__all__ = ["Steps", "Sweep"]


@dataclass
class Steps:
    """Intermediate results that the gradient needs; arrays (months, columns) unless stated."""

    lost: Array
    gain: Array
    chance: Array
    base: Array  # (months + 1, columns), the first row is today
    wallets: Array  # (months + 1, columns): base and room together
    pool: Array  # (months + 1, columns)
    won: Array
    attention: Array
    expanding: Array  # (phases, columns): hours in the curves
    converting: Array
    waiting_gain: Array  # (columns,): expansion of the last months, not yet effective
    waiting_chance: Array


class Sweep:
    """Projections of one response and start over a horizon; delays are computed once.

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
        self._follow_delays()

    def _remember(self) -> tuple[Array, Array]:
        """Weights of each phase's retention hours, and of today's attention, in every month."""
        memory = self.response.attention_memory
        distance = np.arange(self.months)[:, None] - np.arange(self.months)[None, :]
        weights = np.where(distance >= 0, (1.0 - memory) * memory ** np.maximum(distance, 0), 0.0)
        past = np.asarray(memory ** np.arange(1, self.months + 1)[:, None], dtype=float)
        return self._by_phase(weights), past

    def _by_phase(self, by_month: Array) -> Array:
        """Sum weights of months by phase."""
        gathered = np.zeros((len(by_month), len(self.phases)))
        for place in range(len(self.phases)):
            gathered[:, place] = by_month[:, self.phase == place].sum(axis=1)
        return gathered

    def _follow_delays(self) -> None:
        """Compute when hours of each phase, and hours already spent, take effect."""
        start, response, months = self.start, self.response, self.months
        lag = int(response.expansion_lag_months)
        landing = np.eye(months, k=-lag)
        self._gain_of_plan = self._by_phase(landing)
        past = np.asarray(response.expansion.value(start.expansion_hours[-lag:]), dtype=float)
        landed = np.zeros((months, past.shape[1]))
        landed[: min(lag, months)] = past[: min(lag, months)]
        # Hours of the plan, and of the past, that have not taken effect when the horizon ends.
        self._gain_waiting = self._by_phase(np.eye(months)[months - min(lag, months) :]).sum(axis=0)
        self._past_waiting = past[months:].sum(axis=0) if months < lag else 0.0
        self._gain_of_past = landed

        cycle = cycle_weights(
            response.cycle_mean_months, response.cycle_sd_months, response.cycle_limits_months
        )
        delay = hour_to_win_weights(cycle)
        span = len(delay)
        back = np.zeros(
            (max(0, span - len(start.conversion_hours)), start.conversion_hours.shape[1])
        )
        pipe = np.vstack([back, start.conversion_hours[-span:]])
        # A month's hours take effect from that month on: weight `delay[k]`, k months later.
        whole = np.zeros((months, span + months))
        for month in range(months):
            whole[month, month + 1 : month + 1 + span] = delay[::-1]
        self._chance_of_plan = self._by_phase(whole[:, span:])
        spent = np.asarray(response.conversion.value(pipe), dtype=float)
        self._chance_of_past = whole[:, :span] @ spent
        left = 1.0 - whole[:, span:].sum(axis=0)
        self._chance_waiting = self._by_phase(left[None, :])[0]
        self._spent_waiting = (delay.sum() - whole[:, :span].sum(axis=0) - _ripe(delay)) @ spent

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
        gain = (self._gain_of_plan @ expanding + self._gain_of_past) * to_room
        chance = (self._chance_of_plan @ converting + self._chance_of_past) * to_pool
        # A gain cannot exceed the room.
        np.minimum(gain, 1.0, out=gain)
        np.minimum(chance, 1.0, out=chance)
        pool = np.vstack([np.ones_like(chance[:1]), np.cumprod(1.0 - chance, axis=0)])
        pool *= start.pool_accounts
        won = chance * pool[:-1]
        wallets = np.vstack([np.zeros_like(won[:1]), np.cumsum(won, axis=0)])
        wallets *= response.win_wallet_krub
        wallets += start.base_krub + start.room_krub
        kept = 1.0 - lost - gain
        added = gain * wallets[:-1] + won * response.win_recurring_krub
        base = np.empty_like(wallets)
        base[0] = start.base_krub
        for month in range(self.months):
            np.multiply(kept[month], base[month], out=base[month + 1])
            base[month + 1] += added[month]
        return Steps(
            lost, gain, chance, base, wallets, pool, won, attention, expanding, converting,
            (self._gain_waiting @ expanding + self._past_waiting) * to_room,
            (self._chance_waiting @ converting + self._spent_waiting) * to_pool,
        )  # fmt: skip

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
        flow = (self.margin(hours, today, s) * self.discount).sum(axis=0)
        after = self.tail_months * self._recurring * self.discount[-1]
        waiting = (
            s.waiting_gain * (s.wallets[-1] - s.base[-1]) * self._gain_after
            + s.waiting_chance * s.pool[-1] * self._win_after
        )
        return np.asarray(flow + s.base[-1] * after + waiting)

    def margin(self, hours: Array, today: Array, steps: Steps | None = None) -> Array:
        """Gross margin of each month less what freed hours cost, shape (months, columns)."""
        s = steps or self.run(hours)
        gained = s.gain * (s.wallets[:-1] - s.base[:-1])
        margin = s.base[1:] * self._recurring + gained * self._with_gain + s.won * self._with_win
        return np.asarray(margin - self.cost(hours, today)[self.phase])

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
        d = self.discount
        after = self.tail_months * self._recurring * d[-1]
        room = s.wallets - s.base
        # Adjoint variables: value, from a month on, of one more rouble of base (`lead`) and of
        # wallets (`all_`), and of one more client in the pool (`rest`).
        kept = 1.0 - s.lost - s.gain
        from_gain = d * self._with_gain
        lead = np.empty_like(s.base)
        lead[-1] = after - s.waiting_gain * self._gain_after + d[-1] * self._recurring
        for month in range(self.months - 1, 0, -1):
            np.multiply(kept[month], lead[month + 1], out=lead[month])
            lead[month] += d[month - 1] * self._recurring - from_gain[month] * s.gain[month]
        of_gain = lead[1:] + from_gain
        later = np.cumsum((s.gain * of_gain)[::-1], axis=0)[::-1]
        all_ = np.vstack([later[1:], np.zeros_like(later[:1])]) + s.waiting_gain * self._gain_after
        of_win = (
            lead[1:] * response.win_recurring_krub
            + d * self._with_win
            + all_ * response.win_wallet_krub
        )
        rest = np.empty_like(s.pool)
        rest[-1] = s.waiting_chance * self._win_after
        for month in range(self.months - 1, -1, -1):
            np.multiply(1.0 - s.chance[month], rest[month + 1], out=rest[month])
            rest[month] += s.chance[month] * of_win[month]
        by_loss = -lead[1:] * s.base[:-1]
        by_gain = of_gain * room[:-1] * (s.gain < 1.0)
        by_chance = (of_win - rest[1:]) * s.pool[:-1] * (s.chance < 1.0)

        slope = np.zeros_like(hours)
        fade = by_loss * start.erosion_mix * np.asarray(response.erosion.marginal(s.attention))
        slope[:, :, RETENTION] = self._attention_of_plan.T @ fade
        to_room = start.skill / response.room_reference_krub
        more = (self._gain_of_plan.T @ by_gain) * to_room
        more += self._gain_waiting[:, None] * (room[-1] * self._gain_after * to_room)
        slope[:, :, EXPANSION] = more * np.asarray(
            response.expansion.marginal(hours[:, :, EXPANSION])
        )
        to_pool = start.skill / response.pool_reference
        more = (self._chance_of_plan.T @ by_chance) * to_pool
        more += self._chance_waiting[:, None] * (s.pool[-1] * self._win_after * to_pool)
        curve = response.conversion
        slope[:, :, CONVERSION] = more * np.asarray(curve.marginal(hours[:, :, CONVERSION]))
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


def _ripe(delay: Array) -> Array:
    """Share of each past month's hours that took effect before today."""
    done = np.cumsum(delay)[::-1]
    return np.asarray(done)
