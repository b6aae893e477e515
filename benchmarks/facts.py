"""How often the planted facts hold, before any company is drawn again.

    python benchmarks/facts.py                 200 seeds a family, on 2 processes
    python benchmarks/facts.py --seeds 20 --family A --jobs 1

Prints the table fact x family, the totals against the case's own tables, parameter recovery and
the seconds a company takes. Exit code 1 if a fact holds in less than 99 % of a family's seeds.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np
import recovery
from totals import CASE_TOTALS, totals_of

from casekit.world import FAMILIES, draw_company
from casekit.world.facts import FACTS

#: Share of seeds in which a fact must hold.
ENOUGH = 0.99


def measure(task: tuple[str, int]) -> dict[str, Any]:
    """Draw one company and measure everything on it."""
    family, seed = task
    started = time.perf_counter()
    world = draw_company(seed, family)
    drawn = time.perf_counter()
    proofs = [fact(world) for fact in FACTS]
    proven = time.perf_counter()
    return {
        "family": family,
        "proofs": {
            proof.fact: (proof.holds, proof.figure, proof.margin, proof.conditions)
            for proof in proofs
        },
        "totals": totals_of(world),
        "recovery": recovery.observe(world),
        "draw_s": drawn - started,
        "prove_s": proven - drawn,
    }


def print_facts(rows: list[dict[str, Any]], families: Iterable[str]) -> bool:
    """Print the table fact x family; tells whether every fact holds often enough."""
    enough = True
    print("\nFACTS: share of seeds, median figure, smallest margin to a bound (share of the bound)")
    print(f"{'fact':42}" + "".join(f"{family:>28}" for family in families))
    for fact in FACTS:
        cells = []
        for family in families:
            proofs = [row["proofs"][fact.number] for row in rows if row["family"] == family]
            share = float(np.mean([proof[0] for proof in proofs]))
            figure = float(np.median([proof[1] for proof in proofs]))
            margin = min(proof[2] for proof in proofs)
            enough &= share >= ENOUGH
            cells.append(f"{share:>9.1%} {figure:>9.3f} {margin:>+8.2f}")
        print(f"{fact.number:>3} {fact.lesson:38}" + "".join(cells))
    for family in families:
        good = [all(p[0] for p in row["proofs"].values()) for row in rows
                if row["family"] == family]  # fmt: skip
        print(f"{family}: {1 - np.mean(good):.1%} of {len(good)} seeds are drawn again")
    return enough


def print_conditions(rows: list[dict[str, Any]], families: Iterable[str]) -> None:
    """Print every single inequality: mean, extremes, and how often it fails."""
    print("\nCONDITIONS: lowest, mean, highest value, share of seeds outside the bounds")
    for family in families:
        mine = [row for row in rows if row["family"] == family]
        print(f"-- {family}")
        for fact in FACTS:
            for i, first in enumerate(mine[0]["proofs"][fact.number][3]):
                same = [row["proofs"][fact.number][3][i] for row in mine]
                values = np.array([condition.value for condition in same])
                failed = 1.0 - np.mean([condition.holds for condition in same])
                bounds = f"[{first.low:.3g}, {first.high:.3g}]"
                print(
                    f"{fact.number:>3} {first.name[:66]:66} {values.min():>9.4f} "
                    f"{values.mean():>9.4f} {values.max():>9.4f} {bounds:>14} {failed:>7.1%}"
                )


def print_totals(rows: list[dict[str, Any]], families: Iterable[str]) -> None:
    """Print means over the seeds beside what the case's tables say (family A)."""
    print("\nTOTALS: means over the seeds, beside the case's table")
    print(f"{'':38}{'case':>10}" + "".join(f"{family:>10}" for family in families))
    for name, stated in CASE_TOTALS.items():
        means = [
            np.mean([row["totals"][name] for row in rows if row["family"] == family])
            for family in families
        ]
        shown = f"{stated:>10.1f}" if stated is not None else f"{'':>10}"
        print(f"{name:38}{shown}" + "".join(f"{mean:>10.1f}" for mean in means))


def main() -> int:
    """Run the count and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=200, help="companies a family")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--family", choices=list(FAMILIES), help="only this one")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--conditions", action="store_true", help="every inequality by itself")
    options = parser.parse_args()
    families = [options.family] if options.family else list(FAMILIES)
    seeds = range(options.first_seed, options.first_seed + options.seeds)
    tasks = [(family, seed) for family in families for seed in seeds]
    started = time.perf_counter()
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            rows = list(pool.map(measure, tasks, chunksize=5))
    else:
        rows = [measure(task) for task in tasks]
    enough = print_facts(rows, families)
    if options.conditions:
        print_conditions(rows, families)
    print_totals(rows, families)
    recovery.print_table(rows, families)
    draws, proofs = ([row[key] for row in rows] for key in ("draw_s", "prove_s"))
    print(
        f"\n{len(rows)} companies in {time.perf_counter() - started:.0f} s on {options.jobs} "
        f"process(es); a company: drawn in {np.median(draws):.2f} s, proven in "
        f"{np.median(proofs):.2f} s"
    )
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
