"""How many pilots out of a hundred would tell a plan from luck, by design and by figure.

    python benchmarks/pilots.py                  the shipped company, and one of each family
    python benchmarks/pilots.py --seed 3 --months 12

The plan is the best norm of each company; what it should change comes from its projection, luck
from the company's own months. Exit code 1 if in the shipped company margin tells the plan in 30
of 100 or more, or the best leading figure gains less than 20 by randomising within regions.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from casekit.analysis.pilots import DESIGNS
from casekit.company import Case, load_case
from casekit.model import best_norm, pilots_of_plan
from casekit.world import FAMILIES, draw_company

#: Margin, and the figures that move before it.
FIGURES = ("margin_krub", "gained_krub", "opened", "lost_krub")
#: Power by margin at most, and what randomising adds at least on a leading figure.
LITTLE, BETTER = 0.3, 0.2


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--months", type=int, default=9)
    given = parser.parse_args()
    kept = measure("shipped", load_case(Path(__file__).parents[1] / "data"), given.months)
    for family in FAMILIES:
        measure(family, draw_company(given.seed, family).case, given.months)
    return 0 if kept else 1


def measure(name: str, case: Case, months: int) -> bool:
    """Print the table of a company; whether both bounds hold."""
    power = pilots_of_plan(case, best_norm(case).plan, months, DESIGNS).loc[list(FIGURES)]
    print(f"{name}\n{(100 * power).round(0).to_string()}\n")
    by_lot = power["half_randomised_power"] - power["one_region_power"]
    return bool(
        power.loc["margin_krub"].max() < LITTLE and by_lot.drop("margin_krub").max() >= BETTER
    )


if __name__ == "__main__":
    sys.exit(main())
