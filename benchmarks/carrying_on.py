"""How long it takes to carry forty teams on for nine months, tables and all.

python benchmarks/carrying_on.py --teams 40
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from casekit.model import Plan
from casekit.world import draw_company
from casekit.world.carrying_on import carry_on
from casekit.world.events import Departure, NoTechnicians, PriceCampaign


def main() -> None:
    """Carry teams with different plans on from one company with one luck."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teams", type=int, default=40)
    options = parser.parse_args()
    world = draw_company(1)
    rng = np.random.default_rng(1)
    region = str(world.truth.keys.region[0])
    events = (PriceCampaign(region, 2), Departure("R09", 3), NoTechnicians(5, 3))
    started, cpu = time.perf_counter(), time.process_time()
    profits = []
    for _ in range(options.teams):
        less, more = (int(hours) for hours in rng.integers(-8, 9, 2))
        plan = Plan({"all": {"retention": -abs(less), "conversion": more,
                             "expansion": abs(less) - more}})  # fmt: skip
        later = carry_on(world, plan, 9, luck=1, events=events)
        books = later.tables["financials"]
        new = books[books["month"] > world.case.last_month].groupby("line")["amount_krub"].sum()
        profits.append((2 * new["revenue"] - new.sum()) / 1000.0)
    wall, busy = time.perf_counter() - started, time.process_time() - cpu
    print(f"{options.teams} teams: {wall:.1f} s ({busy:.1f} s of one processor)")
    print(f"profit of nine months, m: {min(profits):.1f} to {max(profits):.1f}")


if __name__ == "__main__":
    main()
