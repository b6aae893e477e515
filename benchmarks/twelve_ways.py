"""Twelve scripted teams in a room: who wins how often, and who loses to the norm.

    python benchmarks/twelve_ways.py --lucks 20                   the company of the case
    python benchmarks/twelve_ways.py --lucks 200 --out ways.csv   goes on where the file ends
    python benchmarks/twelve_ways.py --family C --seed 5

Each luck is a room of its own: luck and events of three rounds, common to the twelve. Whoever has
gained most profit against the company left alone wins; equal gains share the win. Told after one
round (the room of 90 minutes) and after three (180 minutes).
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from casekit.board.opinions import plan_of_opinion
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import Comparison, Plan, best_norm
from casekit.model.plans.best_plan import reach_of
from casekit.model.plans.rebalance import fit_within
from casekit.room.outcome.rounds import Rounds
from casekit.world import World
from casekit.world.facts import company_with_facts
from casekit.world.shipped import shipped_company

#: Rounds of the long room.
ROUNDS = 3
#: Moves that are tried at the board, for each group of people; what they move.
TRIES = 30
MOVED = (*SELLING, "service", "admin")
#: What a way decides from what it knows of its company; None goes on with what it had.
Decides = Callable[[Comparison, np.random.Generator], Plan | None]


def _fitted(comparison: Comparison, hours: dict[str, float]) -> Plan:
    """One change for everybody, as far as each one's limits allow."""
    low, high = reach_of(comparison.calibration, comparison.limits)
    return fit_within(Plan({"all": hours}), comparison.calibration, low, high)


def _random(comparison: Comparison, rng: np.random.Generator) -> Plan:
    """Some hours from one activity to another, for everybody."""
    less, more = rng.choice(len(ACTIVITIES), size=2, replace=False)
    if "travel" in (ACTIVITIES[less], ACTIVITIES[more]):
        less, more = 0, 1 + int(rng.integers(2))
    hours = float(rng.integers(1, 9))
    return _fitted(comparison, {ACTIVITIES[less]: -hours, ACTIVITIES[more]: +hours})


def _norm(comparison: Comparison, rng: np.random.Generator) -> Plan:
    return best_norm(comparison.calibration, comparison.limits).plan


def _best(comparison: Comparison, rng: np.random.Generator) -> Plan:
    return comparison.best.plan


def _half(comparison: Comparison, rng: np.random.Generator) -> Plan:
    return comparison.best.plan.scaled(0.5)


def _tried(
    scopes: Callable[[Comparison], Sequence[str]],
    comparison: Comparison,
    rng: np.random.Generator,
) -> Plan:
    """As a team works at the board: move two hours, keep what the board says gains."""
    low, high = reach_of(comparison.calibration, comparison.limits)
    found, reached, names = Plan(), 0.0, list(scopes(comparison))
    hours = {name: dict.fromkeys(ACTIVITIES, 0.0) for name in names}
    for _ in range(TRIES * len(names)):
        scope = names[int(rng.integers(len(names)))]
        less, more = rng.choice(list(MOVED), size=2, replace=False)
        tried = {name: dict(of) for name, of in hours.items()}
        tried[scope][less] -= 2.0
        tried[scope][more] += 2.0
        plan = fit_within(Plan(tried), comparison.calibration, low, high)
        if (gain := comparison.figures(plan).gain_krub) > reached:
            found, reached, hours = plan, gain, tried
    return found


def _regions(comparison: Comparison) -> list[str]:
    return sorted(set(comparison.calibration.regions))


def _opinion(name: str, comparison: Comparison, rng: np.random.Generator) -> Plan | None:
    return plan_of_opinion(name, comparison)


def _cut(comparison: Comparison, rng: np.random.Generator) -> Plan:
    return _fitted(comparison, {"retention": -8.0, "expansion": +4.0, "conversion": +4.0})


#: The ways: what is decided, and whether in every round anew or in the first alone. Norm and
#: greedy are held (greedy gains more so), the best plan is made anew, in its strongest form.
WAYS: dict[str, tuple[Decides, bool]] = {
    "leave": (lambda comparison, rng: None, False),
    "norm": (_norm, False),
    "norm_anew": (_norm, True),
    "chief": (partial(_opinion, "chief"), False),
    "greedy": (partial(_opinion, "hunting"), False),
    "cut": (_cut, False),
    "best": (_best, True),
    "half_best": (_half, False),
    "by_hand": (partial(_tried, lambda comparison: ["all"]), False),
    "by_region": (partial(_tried, _regions), True),
    "service": (partial(_opinion, "service"), False),
    "random": (_random, False),
}
#: The ways that the room was promised for; the norm is held against each.
NAMED = ("leave", "norm", "greedy", "cut", "best", "random")


def room(world: World, first: Comparison, luck: int) -> Iterator[dict[str, object]]:
    """Play three rounds; a row a round: the gain of each way since the beginning, thousands."""
    rng = np.random.default_rng([77, luck])
    rounds = Rounds(world, f"twelve ways {luck}")
    gains = dict.fromkeys(WAYS, 0.0)
    for number in range(1, ROUNDS + 1):
        plans: dict[str, Plan | None] = {}
        for name, (decides, anew) in WAYS.items():
            if number == 1:
                plans[name] = decides(first, rng)
            else:
                plans[name] = decides(Comparison(rounds.case(name)), rng) if anew else None
        played = rounds.play(plans)
        for name, lived in played.teams.items():
            gains[name] += sum(lived.profit_krub) - sum(played.left.profit_krub)
        kinds = "+".join(str(event["kind"]) for event in played.news)
        told = {name: round(gain, 1) for name, gain in gains.items()}
        yield {"luck": luck, "round": number, "events": kinds, **told}


def tell(rows: pd.DataFrame) -> None:
    """Print who won how often, and how often each lost to the norm."""
    ways = list(WAYS)
    for number in (1, ROUNDS):
        of = rows[rows["round"] == number]
        gains = of[ways]
        table = pd.DataFrame(
            {
                "wins": _wins(gains),
                "of_six": _wins(gains[list(NAMED)]),
                "loses_to_norm": gains.lt(gains["norm"], axis=0).mean(),
                "mean_m": gains.mean() / 1000.0,
                "sd_m": gains.std() / 1000.0,
                "above_leave": gains.gt(0.0).mean(),
            }
        )
        print(f"\nAFTER {number} ROUND(S), {len(of)} lucks")
        print(table.round(3).to_string(na_rep=""))


def _wins(gains: pd.DataFrame) -> pd.Series:
    """Share of rooms that each way wins; equal gains share."""
    first = gains.eq(gains.max(axis=1), axis=0)
    return first.div(first.sum(axis=1), axis=0).mean()


def main() -> None:
    """Play the rooms and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lucks", type=int, default=20)
    parser.add_argument("--first", type=int, default=0, help="number of the first luck")
    parser.add_argument("--seed", type=int, help="of a drawn company; that of the case if left out")
    parser.add_argument("--family", default="A")
    parser.add_argument("--out", type=Path, help="rows are appended here; what is there is kept")
    options = parser.parse_args()
    drawn = options.seed is not None
    made = company_with_facts(options.seed, options.family) if drawn else shipped_company()
    first = Comparison(made.world.case)
    columns = ["luck", "round", "events", *WAYS]
    rows: list[dict[str, object]] = []
    there = set()
    if options.out is not None and options.out.exists():
        kept = pd.read_csv(options.out)
        rows = kept.to_dict("records")
        there = set(kept.loc[kept["round"] == ROUNDS, "luck"])
    started = time.perf_counter()
    for luck in range(options.first, options.first + options.lucks):
        if luck in there:
            continue
        found = list(room(made.world, first, luck))
        rows += found
        if options.out is not None:
            new = not options.out.exists()
            with options.out.open("a", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns)
                if new:
                    writer.writeheader()
                writer.writerows(found)
    tell(pd.DataFrame(rows))
    print(f"\n{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
