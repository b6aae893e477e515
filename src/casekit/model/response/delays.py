"""When hours bear fruit: landing of expansion, the pipe of conversion, and hours that are new.

Hours that go on as before bring what they always brought, some months later. Hours that are
added differ: a step up in conversion opens new pursuits at once, of which none is decided before
a cycle has passed, so that they come in a wave, then a lower second one, then steadily. Hours
taken away are missed as the pursuits they would have served are decided. And hours of a kind
that a specialist has never worked so many of are learned over some months.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from casekit.arrays import Array, Ints
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
from casekit.model.response.dynamics import Response, Start

__all__ = ["Delay", "NewHours", "conversion_delay", "expansion_delay", "over_phases"]


@dataclass(frozen=True)
class NewHours:
    """What is different about curve values that rise from one phase to the next.

    What rises with a phase stays new until a later phase falls back to what was before; so there
    is a layer for each pair of a phase and one that follows it, in the order of `_pairs`.

    Parameters
    ----------
    kernel
        What a layer of one brings more (or less) in each month than the same hours would if they
        were nothing new, shape (months, pairs).
    before
        Curve value before the first phase, shape (columns,).
    floor
        Only what lies above this value counts as new, shape (columns,).
    waits
        Part of a layer that is not lost but still to come when the horizon ends, shape (pairs,).
    hour
        What an hour more brings at `before`, shape (columns,).
    width
        Curve values over which a bend is rounded off, shape (columns,); 0 leaves it sharp.
    """

    kernel: Array
    before: Array
    floor: Array
    waits: Array
    hour: Array
    width: Array | float = 0.0

    def layers(self, values: Array) -> Array:
        """How high each layer of new hours is, shape (pairs, columns)."""
        path = self._lifted(values)
        if self._sharp:
            fallen = (np.minimum.accumulate(path[at + 1 :]) - path[at] for at in range(len(values)))
            return np.maximum(np.concatenate(list(fallen)), 0.0)
        found = []
        for first in range(len(values)):
            least = path[first + 1]
            for later in range(first, len(values)):
                least = least - self._above(least - path[later + 1]) if later > first else least
                found.append(self._above(least - path[first]))
        return np.array(found)

    def back(self, values: Array, worth: Array, waiting_worth: Array) -> Array:
        """Slope by each phase's value of what the layers above and below it are worth."""
        path = self._lifted(values)
        by_layer = self.kernel.T @ worth + self.waits[:, None] * waiting_worth
        slope, row = np.zeros_like(path), 0
        for first in range(len(values)):
            least, falls = [path[first + 1]], []
            for later in range(first + 1, len(values)):
                fall = least[-1] - path[later + 1]
                falls.append(self._share(fall))
                least.append(least[-1] - self._above(fall))
            by_least = np.zeros_like(path[0])
            for place in range(len(least) - 1, -1, -1):
                own = by_layer[row + place] * self._share(least[place] - path[first])
                slope[first] -= own
                by_least = by_least + own
                if place:
                    slope[first + place + 1] += by_least * falls[place - 1]
                    by_least = by_least * (1.0 - falls[place - 1])
            slope[first + 1] += by_least
            row += len(least)
        return np.asarray(slope[1:] * self._share(values - self.floor))

    def softened(self, width_hours: float) -> NewHours:
        """The same with its bends rounded off over some hours, for searches by slopes."""
        return replace(self, width=np.maximum(width_hours * self.hour, 1e-12))

    @property
    def _sharp(self) -> bool:
        return isinstance(self.width, float)

    def _lifted(self, values: Array) -> Array:
        both = np.concatenate([self.before[None], values])
        if self._sharp:
            return np.maximum(both, self.floor)
        if np.isneginf(self.floor).all():
            return both
        return self.floor + self._above(both - self.floor)

    def _above(self, rise: Array) -> Array:
        """What of a rise lies above zero."""
        if self._sharp:
            return np.maximum(rise, 0.0)
        near = np.clip(rise + self.width, 0.0, 2.0 * self.width)
        return near**2 / (4.0 * self.width) + np.maximum(rise - self.width, 0.0)

    def _share(self, rise: Array) -> Array:
        """Slope of `_above`; at a sharp bend that of hours taken away."""
        if self._sharp:
            return (rise > 0.0).astype(float)
        return np.clip((rise + self.width) / (2.0 * self.width), 0.0, 1.0)


@dataclass(frozen=True)
class Delay:
    """From curve values of phases to what lands in each month.

    Parameters
    ----------
    plan
        Weight of each phase in each month, shape (months, phases).
    past
        What hours already spent bring, shape (months, columns).
    waits
        Months' worth of each phase's value that has not landed when the horizon ends.
    past_waits
        The same of hours already spent, shape (columns,).
    steps
        What is different about hours that are new.
    """

    plan: Array
    past: Array
    waits: Array
    past_waits: Array
    steps: tuple[NewHours, ...]

    def run(self, values: Array) -> tuple[Array, Array]:
        """What lands in each month (months, columns), and what waits at the end (columns,).

        Parameters
        ----------
        values
            Curve values of the phases, shape (phases, columns).
        """
        landed = self.plan @ values + self.past
        waiting = self.waits @ values + self.past_waits
        for step in self.steps:
            layers = step.layers(values)
            landed += step.kernel @ layers
            waiting = waiting + step.waits @ layers
        return landed, waiting

    def softened(self, width_hours: float) -> Delay:
        """The same with bends rounded off: see `NewHours.softened`."""
        return replace(self, steps=tuple(step.softened(width_hours) for step in self.steps))

    def back(self, values: Array, worth: Array, waiting_worth: Array) -> Array:
        """Slope by the phases' values, given the worth of what lands and of what waits.

        Parameters
        ----------
        values
            As in `run`.
        worth, waiting_worth
            Shapes (months, columns) and (columns,).
        """
        slope = self.plan.T @ worth + self.waits[:, None] * waiting_worth
        for step in self.steps:
            slope += step.back(values, worth, waiting_worth)
        return slope


def over_phases(by_month: Array, phase: Ints, phases: int) -> Array:
    """Weights of single months (rows, months) gathered into phases (rows, phases)."""
    gathered = np.zeros((len(by_month), phases))
    for place in range(phases):
        gathered[:, place] = by_month[:, phase == place].sum(axis=1)
    return gathered


def expansion_delay(
    start: Start, response: Response, months: int, phases: tuple[int, ...], phase: Ints
) -> Delay:
    """Expansion lands some months after the hours; new hours are learned first."""
    lag = int(response.expansion_lag_months)
    curve = response.expansion
    past = np.asarray(curve.value(start.expansion_hours[-lag:]), dtype=float)
    landed = np.zeros((months, past.shape[1]))
    landed[: min(lag, months)] = past[: min(lag, months)]
    late = np.eye(months)[months - min(lag, months) :]
    most = most_in_a_quarter(start.expansion_hours)
    return Delay(
        plan=over_phases(np.eye(months, k=-lag), phase, len(phases)),
        past=landed,
        waits=over_phases(late, phase, len(phases)).sum(axis=0),
        past_waits=past[months:].sum(axis=0) if months < lag else np.zeros(past.shape[1]),
        steps=(_learned(np.eye(months, k=lag), most, curve, response, months, phases),),
    )


def conversion_delay(
    start: Start, response: Response, months: int, phases: tuple[int, ...], phase: Ints
) -> Delay:
    """Conversion is decided while pursuits run; new hours open pursuits of their own."""
    curve = response.conversion
    cycle = cycle_weights(
        response.cycle_mean_months, response.cycle_sd_months, response.cycle_limits_months
    )
    delay = hour_to_win_weights(cycle)
    span = len(delay)
    back = np.zeros((max(0, span - len(start.conversion_hours)), start.conversion_hours.shape[1]))
    pipe = np.vstack([back, start.conversion_hours[-span:]])
    # A month's hours bear fruit from that month on: weight `delay[k]`, k months later.
    whole = np.zeros((months, span + months))
    for month in range(months):
        whole[month, month + 1 : month + 1 + span] = delay[::-1]
    spent = np.asarray(curve.value(pipe), dtype=float)
    ripe = np.cumsum(delay)[::-1]
    left = 1.0 - whole[:, span:].sum(axis=0)

    new = new_landing(cycle, months)
    wave = _by_layer(new - steady_landing(delay, months), months, phases)
    level, running = late_level(start.conversion_hours, cycle)
    late, late_waits = _begun_of_late(np.asarray(curve.value(level)), cycle, months)
    most = most_in_a_quarter(start.conversion_hours)
    before = np.asarray(curve.value(running), dtype=float)
    return Delay(
        plan=over_phases(whole[:, span:], phase, len(phases)),
        past=whole[:, :span] @ spent + late,
        waits=over_phases(left[None, :], phase, len(phases))[0],
        past_waits=(delay.sum() - whole[:, :span].sum(axis=0) - ripe) @ spent + late_waits,
        steps=(
            # What is not decided within the horizon is still in the pipe.
            NewHours(
                wave,
                before,
                np.full_like(before, -np.inf),
                -wave.sum(axis=0),
                _an_hour(curve, running),
            ),
            _learned(new, most, curve, response, months, phases),
        ),
    )


def _begun_of_late(level: Array, cycle: Array, months: int) -> tuple[Array, Array]:
    """What pursuits that steps before today have opened bring more in each month, and later on.

    Parameters
    ----------
    level
        Curve values of the last quarters, shape (quarters, columns).
    """
    past = QUARTER_MONTHS * len(level)
    wave = new_landing(cycle, past + months)
    wave = wave - steady_landing(hour_to_win_weights(cycle), past + months)
    begins = tuple(range(1, past, QUARTER_MONTHS))
    kernel = _by_layer(wave, past + months, begins, past)
    steps = NewHours(kernel, level[0], np.full_like(level[0], -np.inf), -kernel.sum(axis=0), level)
    layers = steps.layers(level)
    return kernel[past:] @ layers, steps.waits @ layers


def _learned(
    landing: Array,
    most_hours: Array,
    curve: Curve,
    response: Response,
    months: int,
    phases: tuple[int, ...],
) -> NewHours:
    """Hours beyond those ever worked: their effect grows in equal parts over some months."""
    seen = np.asarray(curve.value(most_hours), dtype=float)
    lack = np.minimum((np.arange(months) + 1.0) / int(response.new_hours_months), 1.0) - 1.0
    kernel = _by_layer(lack[:, None] * landing, months, phases)
    # What they lack is lost; of what would come after the horizon it is missed there.
    lost = _by_layer(np.diag(lack), months, phases).sum(axis=0)
    waits = lost - kernel.sum(axis=0)
    return NewHours(kernel, seen, seen, waits, _an_hour(curve, most_hours))


def _an_hour(curve: Curve, hours: Array) -> Array:
    """What an hour more brings; at no hours a slope may be infinite, so half an hour is taken."""
    return np.asarray(curve.marginal(np.maximum(hours, 0.5)), dtype=float)


def _pairs(phases: int) -> list[tuple[int, int]]:
    """Each phase with itself and every later one: where what begins with it may still be new."""
    return [(first, later) for first in range(phases) for later in range(first, phases)]


def _by_layer(
    landing: Array, months: int, phases: tuple[int, ...], end: int | None = None
) -> Array:
    """What a layer of one brings in each month, shape (months, pairs).

    Parameters
    ----------
    landing
        By months since something began to be new: when the hours of a month bear fruit.
    phases
        First month of each phase; the last one lasts until month `end`, or all months.
    """
    ends = [*(first - 1 for first in phases[1:]), months if end is None else end]
    kernel = np.zeros((months, len(phases) * (len(phases) + 1) // 2))
    for row, (first, later) in enumerate(_pairs(len(phases))):
        began = phases[first] - 1
        ages = slice(phases[later] - 1 - began, min(ends[later], months) - began)
        if began < months:
            kernel[began:, row] = landing[ages, : months - began].sum(axis=0)
    return kernel
