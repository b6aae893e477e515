"""How often calibration's intervals hold the truth, on companies drawn for the purpose.

    python benchmarks/calibration.py                       50 companies a family, 2 processes
    python benchmarks/calibration.py --seeds 10 --jobs 1 --first-seed 9000

For each kind of selling: share of companies whose 90 % interval holds the true response of
today's hours and the true value of one more hour, the median half width and the median error
relative to the truth, and the share refused. Each company is drawn twice: with the fair draws of
the two years that are shipped, and with natural luck, on which the intervals are counted.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np
import pandas as pd

from casekit.company import Case
from casekit.company.schema import SELLING
from casekit.model.calibration.history import calibrate_history
from casekit.model.response.hour_value import todays_response, value_of_one_hour
from casekit.world import FAMILIES, draw_company
from casekit.world.draw import World
from casekit.world.start import todays_hours, true_response, true_start


def true_figures(world: World, booked: float) -> pd.DataFrame:
    """What the generator knows: response of today's hours and the value of one more hour.

    `booked` is the revenue for a rouble of the register's wallet.
    """
    start, response = true_start(world), true_response(world)
    hours = todays_hours(world, 1)[0]
    today = [float(value[0]) for value in todays_response(start, response, hours)]
    marginal = value_of_one_hour(start, response, hours).mean(axis=-1)
    truth = pd.DataFrame({"today": today, "marginal": marginal}, index=list(SELLING))
    # Money of the register becomes revenue as it is booked.
    truth.loc["expansion", "today"] *= booked
    truth["marginal"] *= booked
    return truth


def measure(task: tuple[str, int, bool]) -> pd.DataFrame:
    """Draw a company, calibrate it from its tables, and compare."""
    family, seed, natural = task
    world = draw_company(seed, family, natural=natural)
    case = Case(world.tables)
    begun = time.perf_counter()
    calibration = calibrate_history(case)
    seconds = time.perf_counter() - begun
    found = calibration.intervals.set_index("activity")
    booked = calibration.start.base_krub.sum() / true_start(world).base_krub.sum()
    truth = true_figures(world, float(booked))
    rows: list[dict[str, Any]] = []
    for what in ("today", "marginal"):
        true, low, high = truth[what], found[f"{what}_low"], found[f"{what}_high"]
        rows += [
            {
                "family": family,
                "luck": "natural" if natural else "fair",
                "seed": seed,
                "activity": activity,
                "what": what,
                "refused": bool(found.loc[activity, "refused"]),
                "covered": bool(low[activity] <= true[activity] <= high[activity]),
                "below": bool(true[activity] < low[activity]),
                "half_width": (high[activity] - low[activity]) / 2.0 / true[activity],
                "learned": found.loc[activity, "learned_share"],
                "error": found.loc[activity, what] / true[activity] - 1.0,
                "seconds": seconds,
            }
            for activity in SELLING
        ]
    return pd.DataFrame(rows)


def summary(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Table of coverage: refused ones count for `refused` alone."""
    told = rows[~rows["refused"]].groupby(by, sort=False)
    table = pd.DataFrame(
        {
            "companies": rows.groupby(by, sort=False).size(),
            "refused": rows.groupby(by, sort=False)["refused"].mean(),
            "covered": told["covered"].mean(),
            "truth below": told["below"].mean(),
            "median half width": told["half_width"].median(),
            "median learned": told["learned"].median(),
            "median error": told["error"].median(),
        }
    )
    return table.round(3)


def main() -> None:
    """Run the count and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=50, help="companies a family")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--family", choices=list(FAMILIES), help="only this one")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    options = parser.parse_args()
    families = [options.family] if options.family else list(FAMILIES)
    seeds = range(options.first_seed, options.first_seed + options.seeds)
    tasks = [(f, seed, luck) for f in families for seed in seeds for luck in (False, True)]
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            parts = list(pool.map(measure, tasks, chunksize=5))
    else:
        parts = [measure(task) for task in tasks]
    rows = pd.concat(parts, ignore_index=True)
    for luck, of_luck in rows.groupby("luck"):
        print(f"\n{luck.upper()} LUCK, BY FAMILY")
        print(summary(of_luck, ["what", "activity", "family"]).to_string())
        print(f"\n{luck.upper()} LUCK, ALL FAMILIES")
        print(summary(of_luck, ["what", "activity"]).to_string())
        both = of_luck[~of_luck["refused"]].groupby("what")["covered"].mean()
        print(f"\n{both.round(3).to_string()}")
    unit = np.median(rows["seconds"])
    print(f"\nrefused: {rows['refused'].mean():.1%}; a calibration: {unit:.2f} s (median)")


if __name__ == "__main__":
    main()
