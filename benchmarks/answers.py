"""Do the checks say yes to the solutions and no, with the right reason, to known mistakes?

    python benchmarks/answers.py                      20 seeds of each family, on 2 processes
    python benchmarks/answers.py --seeds 2 --jobs 1

Every question on every company: the solved notebooks' answers, sealed and checked; each known
mistake and its explanation. Exit code 1 if a check was wrong anywhere.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import matplotlib.pyplot as plt

from casekit.authoring.rehearsal import rehearse
from casekit.world import FAMILIES
from casekit.world.dataset import write_variant
from casekit.world.facts import company_with_facts

ROOT = Path(__file__).parents[1]


def measure(task: tuple[str, int]) -> list[str]:
    """Draw a company and rehearse the key on it."""
    family, seed = task
    plt.switch_backend("agg")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "company")
        write_variant(company_with_facts(seed, family), folder)
        wrong = rehearse(ROOT, folder)
    plt.close("all")
    return [f"{family} {seed}: {line}" for line in wrong]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    seeds = range(given.first_seed, given.first_seed + given.seeds)
    tasks = [(family, seed) for family in FAMILIES for seed in seeds]
    started = time.perf_counter()
    with ProcessPoolExecutor(given.jobs) as pool:
        wrong = 0
        for done, lines in enumerate(pool.map(measure, tasks), start=1):
            wrong += len(lines)
            # Told as it goes: a long run that is cut off has still shown how far it came.
            print("\n".join([*lines, f"{done} of {len(tasks)}, {wrong} wrong"]), flush=True)
    seconds = time.perf_counter() - started
    print(f"{len(tasks)} companies in {seconds:.0f} s: {wrong} checks were wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
