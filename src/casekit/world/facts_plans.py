"""Facts 4, 11, 14, 15, 17, 18: what plans bring, on the company's true responses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from casekit.analysis import average_productivity
from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import PHASES, Sweep, company_limits
from casekit.model.plans.mix import at_mix
from casekit.model.plans.projected_gradient import onto_limits
from casekit.model.response.dynamics import CONVERSION, RETENTION
from casekit.model.response.hour_value import repeat_for_draws, value_of_one_hour
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.proof import Condition
from casekit.world.start import todays_hours, true_response, true_start
from casekit.world.true_forms import FORMS, other_form
from casekit.world.within import TRIED_CHANGE_HOURS, Ground

#: Hours of service and administration freed together in fact 14, a month.
FREED_HOURS = 9.0
#: Months of an early look at a plan's result.
EARLY_MONTHS = 8
#: How far parameters are off in fact 15, standard deviation of their logarithm, and in how many
#: draws of each form.
OFF = 0.20
DRAWS = 25
YEAR = 12
#: Which kind of selling has far too many hours, by family.
OVERDONE = {"A": "retention", "B": "conversion", "C": "retention", "D": "conversion"}


@dataclass(frozen=True)
class _Plans:
    """Today's hours and the best ones, shape (phases, specialists, 6), with their ground."""

    ground: Ground
    widest: Ground
    reshuffled: Array  # selling hours move, within tried hours
    freed: Array  # nine more hours, from service and administration
    best: Array  # within tried hours
    unlimited: Array  # selling hours move as far as they like
    untried: Array  # all hours move within the company's floors

    @property
    def today(self) -> Array:
        return self.ground.today

    def gain(self, hours: Array) -> float:
        """Gain of hours, share of today's value."""
        return self.ground.gain(hours)


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
    hour = value_of_one_hour(true_start(world), true_response(world), today).mean(axis=1)
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

    It does not keep to tried hours, so it is held against plans that need not either; what no
    plan can move, such as travel, stays for both. And the best plans differ: no split fits all.
    """
    s = _plans(world)
    benchmarks = world.tables["benchmarks"].set_index("metric")["best_quarter"]
    shares = benchmarks[[f"{name}_share" for name in ACTIVITIES]].to_numpy(dtype=float)
    wish = np.repeat(at_mix(s.today[:1], shares), len(PHASES), axis=0)
    theirs = onto_limits(wish, s.widest.low, s.widest.high, s.today.sum(axis=2))
    selling = s.untried[-1, :, : len(SELLING)]
    spread = selling.std(axis=0) / selling.mean(axis=0)
    return (
        Condition(
            "top quartile's mix, share of the gain that is there for everybody by himself",
            s.gain(theirs) / s.gain(s.untried),
            high=0.75,
        ),
        Condition("spread of best conversion hours", float(spread[2]), low=0.1),
    )


def two_levers_and_a_trough(world: World) -> tuple[Condition, ...]:
    """Fact 14: reshuffling selling hours gains something, freed hours about as much again.

    Nine hours of service and administration are freed, their cost taken off; all within tried
    hours. Where retention is overdone (A, C) the best plan earns less than today for months, for
    a deal takes eight; where conversion is (B, D) it moves hours out of it, and what that loses
    is seen later.
    """
    s = _plans(world)
    reshuffled, freed = s.gain(s.reshuffled), s.gain(s.freed)
    levers = (
        Condition("gain of reshuffling, share of value", reshuffled, low=0.015, high=0.06),
        Condition("what freed hours add, share of value", freed - reshuffled, low=0.015, high=0.06),
    )
    best = s.ground.against_today(s.reshuffled)
    moved = float((s.reshuffled - s.today)[..., CONVERSION].mean())
    if OVERDONE[world.family] == "conversion":
        return (
            *levers,
            Condition("conversion hours that the best plan adds", moved, high=-1.0),
            Condition(
                "gain of the first eight months, share of three years'",
                float(best[:EARLY_MONTHS].sum() / best.sum()),
                high=0.25,
            ),
        )
    trough = Condition(
        "best plan: months of the first eight below today",
        float((best[:EARLY_MONTHS] < 0.0).sum()),
        low=3,
    )
    paid = Condition("best plan: paid back in month", _paid_back(best), low=2, high=18)
    if world.family != "A":
        return (*levers, trough, paid)
    eight = s.today.copy()
    eight[..., RETENTION] -= TRIED_CHANGE_HOURS
    eight[..., CONVERSION] += TRIED_CHANGE_HOURS
    change = s.ground.against_today(eight)
    return (
        *levers,
        trough,
        paid,
        Condition(
            "eight hours to conversion: months of the first eight below today",
            float((change[:EARLY_MONTHS] < 0.0).sum()),
            low=4,
        ),
        Condition("eight hours to conversion: paid back in month", _paid_back(change),
                  low=4, high=18),
    )  # fmt: skip


def _paid_back(change: Array) -> float:
    """First month by which a plan has earned in all what it cost before; 1 if it never cost."""
    below = np.flatnonzero(np.cumsum(change) < 0.0)
    return float(below[-1] + 2) if len(below) else 1.0


def flat_top(world: World) -> tuple[Condition, ...]:
    """Fact 15: near the best hours it hardly matters, and the direction is fairly sure.

    A quarter of the way back costs under a quarter of the gain within tried hours, and under an
    eighth at the top itself. The chance of a gain is counted over parameters 20 % off and over
    other forms of the curves, of the delays, and of the pressure on prices.
    """
    s = _plans(world)

    def lost(hours: Array) -> float:
        back = hours + 0.25 * (s.today - hours)
        return 1.0 - s.gain(back) / s.gain(hours)

    return (
        Condition("a quarter of the way back, share of the gain lost", lost(s.reshuffled),
                  high=0.25),
        Condition("the same at the unlimited top", lost(s.unlimited), high=0.12),
        Condition("chance of gain over parameters and forms", _chance_of_gain(world, s), low=0.75),
    )  # fmt: skip


def norm_or_person(world: World) -> tuple[Condition, ...]:
    """Fact 17: one change of hours for everybody reaches a good part of the attainable, not all.

    The norm is in whole hours, moves eight at most in all, and stops at each one's tried hours.
    """
    s = _plans(world)
    norm, change = s.ground.norm()
    return (
        Condition("norm, share of the attainable gain", norm / s.gain(s.best), low=0.55, high=0.85),
        Condition("hours that the norm moves", float(change[change > 0].sum()), low=1, high=8),
    )


def nothing_is_not_free(world: World) -> tuple[Condition, ...]:
    """Fact 18: left as they are, the hours lose margin year by year while pressure goes on.

    Without pressure they would earn a little more each year.
    """
    start, response = true_start(world), true_response(world)
    today = todays_hours(world, months=1)

    def a_year(response_now: object) -> float:
        sweep = Sweep(start, response_now)  # type: ignore[arg-type]
        margin = sweep.margin(today, today[0]).sum(axis=1)
        years = margin.reshape(-1, YEAR).sum(axis=1)
        return float((years[-1] / years[0]) ** (1.0 / (len(years) - 1)) - 1.0)

    return (
        Condition("margin a year, pressure going on", a_year(response), low=-0.04, high=-0.005),
        Condition("margin a year, without pressure", a_year(replace(response, pressure_share=0.0)),
                  low=0.0, high=0.03),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _plans(world: World) -> _Plans:
    """Best hours of a company; the last one is kept, for several facts ask for them in a row."""
    response, today = true_response(world), todays_hours(world, months=1)[0]
    worked = world.truth.history.hours[p.BURN_IN_MONTHS :]
    ground = Ground.of(true_start(world), response, today, worked)
    low, high = company_limits(response.terms).bounds(today)
    widest = replace(ground, low=low, high=high)
    return _Plans(
        ground,
        widest,
        reshuffled=ground.freeing_at_most(0.0).best(),
        freed=ground.freeing_at_most(FREED_HOURS).best(),
        best=ground.best(),
        unlimited=widest.freeing_at_most(0.0).best(),
        untried=widest.best(),
    )


def _chance_of_gain(world: World, s: _Plans) -> float:
    """Share of draws, over forms and with every parameter off, in which the plan still gains."""
    rng = np.random.default_rng([world.seed, 15])
    start, response = true_start(world), true_response(world)
    mean = s.today[0].mean(axis=0)
    gains = []
    for form in FORMS:
        drawn = other_form(response, form, mean, OFF * rng.standard_normal((6, DRAWS, 1)))
        many, everybody = repeat_for_draws(drawn, start, DRAWS)
        sweep = Sweep(everybody, many, phases=PHASES)
        now = np.tile(s.today[0], (DRAWS, 1))
        still = np.repeat(now[None], len(PHASES), axis=0)
        plan = np.tile(s.reshuffled, (1, DRAWS, 1))
        gain = sweep.value(plan, now) - sweep.value(still, now)
        gains.append(gain.reshape(DRAWS, -1).sum(axis=1))
    return float((np.concatenate(gains) > 0.0).mean())
