"""The best plan: how fast, how good against independent solvers, and how it behaves.

    python benchmarks/model.py                       about three minutes
    python benchmarks/model.py --reps 20 --random 200

Prints seconds of the best plan by size and the exponent of their growth, of a projection and of
a thousand draws; the share of the attainable gain against other solvers of the same value, and
the ratio of the times; random cases that end below the present (there must be none); and what a
short horizon, the best quarter's mix and a quarter of the way back do in each family.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from larger import wider
from scipy.optimize import differential_evolution, minimize

from casekit.company import Case
from casekit.model import (
    Adbudg,
    Calibration,
    Limits,
    Plan,
    Sweep,
    best_plan,
    calibrate_history,
    company_limits,
    outlook,
)
from casekit.model.plans.best_plan import reach_of
from casekit.model.plans.projected_gradient import onto_limits, projected_gradient
from casekit.model.response.hour_value import repeat_for_draws
from casekit.world import FAMILIES, draw_company
from casekit.world.facts_plans import benchmark_trap, flat_top, two_levers_and_a_trough
from casekit.world.start import todays_hours, true_start

SELLING_ONLY = Limits(locked=frozenset({"travel", "service", "admin"}))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reps", type=int, default=200, help="specialists against other solvers")
    parser.add_argument("--random", type=int, default=10_000, help="cases never below present")
    given = parser.parse_args()
    known = calibrate_history(Case(draw_company(1).tables))
    speed(known)
    worst = quality(known, given.reps)
    below = never_below(known, given.random)
    behaviour()
    return 0 if worst >= 0.999 and not below else 1


def speed(known: Calibration) -> None:
    """Seconds by size."""
    print("SPEED (medians)")
    for phases in ((1,), (1, 4, 9)):
        taken = median(lambda phases=phases: best_plan(known, phases=phases), 15)
        print(f"  best plan, 24 specialists, {len(phases)} phase(s)   {1000 * taken:8.1f} ms")
    sizes, times = (24, 300, 3000), []
    for size in sizes:
        large = wider(known, size)
        times.append(median(lambda large=large: best_plan(large), 3))
        print(f"  best plan, {size:4} specialists, 3 phases    {1000 * times[-1]:8.1f} ms")
    growth = np.log(times[2] / times[1]) / np.log(sizes[2] / sizes[1])
    print(f"  exponent of growth, 300 to 3,000           {growth:8.2f}")
    sweep = Sweep(known.start, known.response, phases=(1, 4, 9))
    hours = np.repeat(known.today_hours[None], 3, axis=0)
    one = median(lambda: sweep.value(hours, known.today_hours), 200)
    print(f"  projection, 24 x 36 months                 {1000 * one:8.2f} ms")
    response, start = repeat_for_draws(*known.draws(1000, 1), 1000)
    wide = Sweep(start, response, phases=(1, 4, 9))
    many, now = np.tile(hours, (1, 1000, 1)), np.tile(known.today_hours, (1000, 1))
    thousand = median(lambda: wide.value(many, now), 5)
    print(f"  projection of 1,000 draws                  {1000 * thousand:8.1f} ms")
    plan = Plan({"all": {"expansion": 4, "retention": -4}})
    both = median(lambda: outlook(known, plan, draws=1000), 3)
    print(f"  plan and today under 1,000 draws, with fan {1000 * both:8.1f} ms")


def quality(known: Calibration, reps: int) -> float:
    """Share of the attainable gain against other solvers; the smallest."""
    print(
        f"\nQUALITY against other solvers of the same value, {reps} random specialists and limits"
    )
    rng = np.random.default_rng(1)
    shares: list[float] = []
    theirs: list[float] = []
    ours_time = slsqp_time = 0.0
    for number in range(reps):
        judged = number % 2 == 1
        case, limits = random_case(known, rng, 1, judged), random_limits(rng)
        began = time.perf_counter()
        best = best_plan(case, limits, phases=(1,))
        ours_time += time.perf_counter() - began
        # Others search where ours does: within what has been tried.
        low, high = reach_of(case, limits)
        sweep, today = Sweep(case.start, case.response), case.today_hours
        began = time.perf_counter()
        local = slsqp(sweep, today, low[0], high[0], today[0])
        slsqp_time += time.perf_counter() - began
        top = max(local, globally(sweep, today, low, high, number) if judged else local)
        gain = top - best.present_krub
        # A gain of a few roubles is no gain.
        if gain > 1e-5 * best.present_krub:
            shares.append(best.gain_krub / gain)
            theirs.append((local - best.present_krub) / gain)
    print(f"  smallest share of the best gain found by any {min(shares):10.6f}")
    print(f"  the same of SLSQP from today's hours         {min(theirs):10.6f}")
    print(f"  mean of ours, of SLSQP              {np.mean(shares):10.6f} {np.mean(theirs):8.4f}")
    print(f"  time of SLSQP over ours                      {slsqp_time / ours_time:10.1f} x")
    return min(shares)


def slsqp(sweep: Sweep, today: Any, low: Any, high: Any, start: Any) -> float:
    """Value that sequential quadratic programming reaches for one specialist."""

    def loss(flat: Any) -> tuple[float, Any]:
        value, slopes = sweep.gradient(flat[None, None], today)
        return -float(value[0]) / 1e3, -slopes[0, 0] / 1e3

    total = {"type": "eq", "fun": lambda flat: flat.sum() - today.sum()}
    found = minimize(
        loss, start, jac=True, method="SLSQP", bounds=list(zip(low, high, strict=True)),
        constraints=[total], options={"maxiter": 300, "ftol": 1e-12},
    )  # fmt: skip
    hours = onto_limits(found.x[None, None], low, high, today.sum(axis=1)[None])
    return float(sweep.value(hours, today)[0])


def globally(sweep: Sweep, today: Any, low: Any, high: Any, seed: int) -> float:
    """Value of differential evolution, polished uphill."""

    def loss(wish: Any) -> float:
        hours = onto_limits(wish[None, None], low, high, today.sum(axis=1)[None])
        return -float(sweep.value(hours, today)[0])

    bounds = [(a, max(b, a + 1e-9)) for a, b in zip(low[0], high[0], strict=True)]
    found = differential_evolution(loss, bounds, seed=seed, maxiter=40, popsize=10)
    begin = onto_limits(found.x[None, None], low, high, today.sum(axis=1)[None])
    return float(
        sweep.value(
            projected_gradient(lambda h: sweep.gradient(h, today), begin, low, high), today
        )[0]
    )


def never_below(known: Calibration, cases: int) -> int:
    """Random cases whose best plan is worth less than the present, or breaks a limit's sum."""
    rng = np.random.default_rng(2)
    below = 0
    for number in range(cases // 4):
        case = random_case(known, rng, 4, judged=number % 5 == 0)
        months = int(rng.integers(1, 61))
        best = best_plan(case, random_limits(rng), months, phases=(1,))
        now = Sweep(case.start, case.response, months).value(
            case.today_hours[None], case.today_hours
        )
        below += int((best.value_by_rep.to_numpy() < now - 1e-9 * np.abs(now)).sum())
    print(f"\nNEVER BELOW THE PRESENT: {below} of {4 * (cases // 4):,} random cases are")
    return below


def behaviour() -> None:
    """What a plan does by family, on the true responses of five companies each."""
    print("\nBEHAVIOUR, means of five companies a family, true responses")
    print("  family   retention, expansion, conversion hours: today / 36 months / 6 months"
          "   best quarter's share   a quarter back")  # fmt: skip
    for family in FAMILIES:
        rows, shares, backs, gains = [], [], [], []
        for seed in range(5):
            world = draw_company(seed, family)
            start, response = true_start(world), world.truth.parameters.response
            plan = todays_hours(world, months=1)
            low, high = company_limits(response.terms, SELLING_ONLY).bounds(plan[0])
            mixes = [plan[0].mean(axis=0)[:3]]
            for months, tail in ((36, 12), (6, 0)):
                sweep = Sweep(start, response, months, tail_months=tail)
                best = projected_gradient(
                    lambda h, s=sweep, p=plan: s.gradient(h, p[0]), plan, low, high
                )
                mixes.append(best[0].mean(axis=0)[:3])
            rows.append(mixes)
            shares.append(benchmark_trap(world)[0].value)
            backs.append(flat_top(world)[0].value)
            gains.append(two_levers_and_a_trough(world)[0].value)
        told = " / ".join(" ".join(f"{h:5.1f}" for h in mix) for mix in np.mean(rows, axis=0))
        print(f"  {family}        {told}   {np.mean(shares):8.2f}   {np.mean(backs):12.3f}"
              f"   gain {np.mean(gains):.3f}")  # fmt: skip


def random_case(known: Calibration, rng: Any, reps: int, judged: bool) -> Calibration:
    """Specialists with hours, territory and, if judged, S-shaped responses of their own."""
    rows = rng.integers(0, len(known.rep_ids), reps)
    start = replace(known.start, **{n: v[..., rows] for n, v in vars(known.start).items()})
    start = replace(
        start,
        base_krub=start.base_krub * rng.uniform(0.1, 3.0, reps),
        room_krub=start.room_krub * rng.uniform(0.1, 3.0, reps),
        pool_accounts=start.pool_accounts * rng.uniform(0.0, 3.0, reps),
    )
    response = known.response
    if judged:
        curves = [
            Adbudg(0.0, high * rng.uniform(0.5, 2), rng.uniform(5, 40), rng.uniform(0.8, 5))
            for high in (60.0, 0.35)
        ]
        response = replace(response, expansion=curves[0], conversion=curves[1])
    return replace(
        known,
        rep_ids=tuple(f"S{number}" for number in range(reps)),
        regions=tuple(known.regions[row] for row in rows),
        start=start,
        response=response,
        today_hours=known.today_hours[rows] * rng.uniform(0.2, 2.0, (reps, 6)),
    )


def random_limits(rng: Any) -> Limits:
    """Floors and locks of some activities."""
    names = ("retention", "expansion", "conversion", "service", "admin")
    floors = {name: float(rng.uniform(0, 25)) for name in names if rng.random() < 0.4}
    locked = {"travel", *(name for name in names if rng.random() < 0.15)}
    return Limits(floors=floors, locked=frozenset(locked))


def median(call: Callable[[], Any], times: int) -> float:
    """Median seconds of a call."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return float(np.median(taken))


if __name__ == "__main__":
    sys.exit(main())
