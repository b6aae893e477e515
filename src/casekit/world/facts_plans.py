"""Facts 4, 11, 14, 15: what the best plan shows, on the company's true responses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from casekit.analysis import average_productivity
from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import Response, Start, Sweep, company_limits
from casekit.model.plans.mix import at_mix
from casekit.model.plans.projected_gradient import projected_gradient
from casekit.model.response.dynamics import ADMIN, SERVICE
from casekit.model.response.hour_value import repeat_for_draws, value_of_one_hour
from casekit.world.draw import World
from casekit.world.proof import Condition
from casekit.world.start import todays_hours, true_start

#: Hours of service and administration freed together in fact 14, a month.
FREED_HOURS = 9.0
#: Months of an early look at a plan's result.
EARLY_MONTHS = 8
#: Standard deviation of the log error of parameters in fact 15, and number of draws.
OFF = 0.20
DRAWS = 100

#: Kind of selling with far too many hours, by family; B and D reverse fact 4.
OVERDONE = {"A": "retention", "B": "conversion", "C": "retention", "D": "conversion"}


@dataclass(frozen=True)
class _BestHours:
    """Today's hours and the best ones, shape (1, specialists, 6), with their values."""

    sweep: Sweep
    today: Array
    reshuffled: Array  # only the selling hours move
    freed: Array  # nine more hours, from service and administration
    best: Array  # as the usual limits allow

    def value(self, hours: Array) -> float:
        return float(self.sweep.value(hours, self.today[0]).sum())

    def gain(self, hours: Array) -> float:
        """Gain of hours, share of today's value."""
        now = self.value(self.today)
        return (self.value(hours) - now) / now


def average_is_not_marginal(world: World) -> tuple[Condition, ...]:
    """Fact 4: the kind of selling with the best average is not the one where an hour brings most.

    By twelve-month origin retention earns at least twice as much margin an hour as the others
    (in C, where few hours of expansion earn much each, 1.4 times as much). One more hour of it
    is worth at most 0.6 of theirs in A, and of expansion's in C; where retention is starved
    (B, D) it is worth more than another hour of conversion.
    """
    t = world.tables
    average = average_productivity(t["reports"], t["sales"], t["positions"])["margin_krub_per_hour"]
    today = todays_hours(world, months=1)[0]
    response = world.truth.parameters.response
    hour = value_of_one_hour(true_start(world), response, today).mean(axis=1)
    retention, expansion, conversion = map(float, hour)
    ahead = Condition(
        "average, retention against the best of the others",
        float(average["retention"] / average[["expansion", "conversion"]].max()),
        low=1.4 if world.family == "C" else 2.0,
    )
    if OVERDONE[world.family] == "conversion":
        return ahead, Condition(
            "one more hour, retention against conversion", retention / conversion, low=1.0
        )
    against_expansion = Condition(
        "one more hour, retention against expansion", retention / expansion, high=0.6
    )
    if world.family == "C":
        return ahead, against_expansion
    against_conversion = Condition(
        "one more hour, retention against conversion", retention / conversion, high=0.6
    )
    return ahead, against_expansion, against_conversion


def benchmark_trap(world: World) -> tuple[Condition, ...]:
    """Fact 11: the top quartile's mix for everybody leaves a quarter of the gain or more.

    And the best plans differ: no split fits all.
    """
    s = _best_hours(world)
    benchmarks = world.tables["benchmarks"].set_index("metric")["best_quarter"]
    shares = benchmarks[[f"{name}_share" for name in ACTIVITIES]].to_numpy(dtype=float)
    theirs = at_mix(s.today, shares)
    selling = s.best[0, :, : len(SELLING)]
    spread = selling.std(axis=0) / selling.mean(axis=0)
    return (
        Condition(
            "top quartile's mix, share of the attainable gain",
            s.gain(theirs) / s.gain(s.best),
            high=0.75,
        ),
        Condition("spread of best conversion hours", float(spread[2]), low=0.1),
    )


def two_levers(world: World) -> tuple[Condition, ...]:
    """Fact 14: reshuffling selling hours gains something, freed hours about as much again.

    Nine hours of service and administration are freed, their cost taken off. Whoever looks after
    eight months sees little of what three years bring.
    """
    s = _best_hours(world)
    reshuffled, freed = s.gain(s.reshuffled), s.gain(s.freed)
    earned = (s.sweep.margin(s.reshuffled, s.today[0]) - s.sweep.margin(s.today, s.today[0])).sum(
        axis=1
    )
    return (
        Condition("gain of reshuffling, share of value", reshuffled, low=0.015, high=0.10),
        Condition("what freed hours add, share of value", freed - reshuffled, low=0.02, high=0.045),
        Condition(
            "gain of the first eight months, share of three years'",
            float(earned[:EARLY_MONTHS].sum() / earned.sum()),
            high=0.15,
        ),
    )


def flat_top(world: World) -> tuple[Condition, ...]:
    """Fact 15: near the best hours it hardly matters, and the direction is sure.

    A quarter of the way back costs under a fifth of the gain; with every parameter 20 % off the
    plan still gains with a chance above 0.85.
    """
    s = _best_hours(world)
    back = s.reshuffled + 0.25 * (s.today - s.reshuffled)
    return (
        Condition(
            "a quarter of the way back, share of the gain lost",
            1.0 - s.gain(back) / s.gain(s.reshuffled),
            high=0.2,
        ),
        Condition("chance of gain, parameters 20 % off", _chance_of_gain(world, s), low=0.85),
    )


@lru_cache(maxsize=1)
def _best_hours(world: World) -> _BestHours:
    """Best hours of a company; the last result is cached, because three facts use it in a row."""
    sweep = Sweep(true_start(world), world.truth.parameters.response)
    today = todays_hours(world, months=1)
    low, high = company_limits(world.truth.parameters.response.terms).bounds(today[0])

    def best(floor: Array) -> Array:
        return projected_gradient(lambda hours: sweep.gradient(hours, today[0]), today, floor, high)

    kept, some = low.copy(), low.copy()
    for column in (SERVICE, ADMIN):
        kept[:, column] = today[0, :, column]
        some[:, column] = np.maximum(low[:, column], today[0, :, column] - FREED_HOURS / 2.0)
    return _BestHours(sweep, today, best(kept), best(some), best(low))


def _chance_of_gain(world: World, s: _BestHours) -> float:
    """Share of draws, every parameter of the curves 20 % off, in which the plan still gains."""
    rng = np.random.default_rng([world.seed, 15])
    response, start = world.truth.parameters.response, true_start(world)

    def off(curve: object) -> object:
        values = {
            name: value * np.exp(OFF * rng.standard_normal((DRAWS, 1)))
            for name, value in vars(curve).items()
        }
        return replace(curve, **values)  # type: ignore[type-var]

    drawn: Response = replace(
        response,
        erosion=off(response.erosion),  # type: ignore[arg-type]
        expansion=off(response.expansion),  # type: ignore[arg-type]
        conversion=off(response.conversion),  # type: ignore[arg-type]
    )
    flat: tuple[Response, Start] = repeat_for_draws(drawn, start, DRAWS)
    sweep = Sweep(flat[1], flat[0])
    now = np.tile(s.today[0], (DRAWS, 1))
    gain = sweep.value(np.tile(s.reshuffled, (1, DRAWS, 1)), now) - sweep.value(now[None], now)
    return float((gain.reshape(DRAWS, -1).sum(axis=1) > 0).mean())
