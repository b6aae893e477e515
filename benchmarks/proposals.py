"""The optimiser's curse: what a norm and plans for each person promise, and what they bring.

    python benchmarks/proposals.py                     200 companies a family, 2 processes
    python benchmarks/proposals.py --seeds 10 --jobs 1

Both are found by the model on the company's tables, within tried hours, and then carried out in the
company's truth. The best of many noisy estimates is over-promised; the more is chosen, the more.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pandas as pd
from other_truths import told_gains, told_ground

from casekit.company.schema import SELLING
from casekit.model import calibrate_history
from casekit.world import FAMILIES, draw_company
from casekit.world.other_truths import true_ground

#: Part of the selling time from which a person's month counts as another one.
AFFECTED_SHARE = 0.25


def measure(task: tuple[str, int]) -> list[dict[str, object]]:
    """Draw a company, let the model propose, carry both proposals out."""
    family, seed = task
    world = draw_company(seed, family)
    calibration = calibrate_history(world.case)
    told, true = told_ground(world, calibration), true_ground(world)
    _, change = told.norm()
    attainable = true.gain(true.best())
    rows: list[dict[str, object]] = []
    for name, hours in (("norm", told.with_change(change)), ("personal", told.best())):
        gains = told_gains(calibration, hours)
        moved = np.maximum(hours[-1] - told.today[0], 0.0)[:, : len(SELLING)].sum(axis=1)
        selling = told.today[0, :, : len(SELLING)].sum(axis=1)
        month = true.against_today(hours)
        lost = np.flatnonzero(np.cumsum(month) < 0.0)
        rows.append(
            {
                "family": family,
                "proposal": name,
                "promised": told.gain(hours),
                "middle": float(np.median(gains)),
                "line_20": float(np.quantile(gains, 0.20)),
                "line_05": float(np.quantile(gains, 0.05)),
                "brings": true.gain(hours),
                "share": true.gain(hours) / attainable,
                "below_of_8": float((month[:8] < 0.0).sum()),
                "paid_back": float(lost[-1] + 2) if len(lost) else 1.0,
                "affected": float((moved > AFFECTED_SHARE * selling).mean()),
            }
        )
    return rows


def main() -> None:
    """Run the count and print its table."""
    pd.set_option("display.width", 160, "display.max_columns", 20)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=200, help="companies a family")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    options = parser.parse_args()
    seeds = range(options.first_seed, options.first_seed + options.seeds)
    tasks = [(family, seed) for family in FAMILIES for seed in seeds]
    started = time.perf_counter()
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            found = list(pool.map(measure, tasks, chunksize=5))
    else:
        found = [measure(task) for task in tasks]
    rows = pd.DataFrame([row for company in found for row in company])
    rows["given_back"] = 1.0 - rows["brings"] / rows["promised"]
    rows["over_line_05"] = (rows["brings"] >= rows["line_05"]).astype(float)
    with pd.option_context("display.width", 180, "display.float_format", "{:.3f}".format):
        print("SHARES OF TODAY'S VALUE, means; given_back: part of the promise that did not come")
        print(rows.groupby(["family", "proposal"]).mean())
        print("\nSPREAD: the same, standard deviation of what comes and of its share")
        print(rows.groupby(["family", "proposal"])[["brings", "share"]].std())
    both = rows.pivot_table(index=[rows.index // 2, "family"], columns="proposal", values="brings")
    better = (both["norm"] > both["personal"]).groupby("family").mean()
    print(f"\nthe norm truly brings more than personal plans: {better.round(3).to_dict()}")
    print(f"{len(tasks)} companies in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
