"""How well the model tells months that it has not seen, and whether it continues the books.

    python benchmarks/hindcast.py                 200 companies a family, on 2 processes
    python benchmarks/hindcast.py --seeds 20 --family A --jobs 1

Each company is drawn twice: with the fair draws of the shipped companies, and with natural luck,
where every loss, gain and win is plain chance. On fair draws the total of the months held back is
to be missed by under 3 % in 90 % of the companies; on natural luck the 90 % band is to cover in
85 to 95 %. Today's plan is to start within 2 % of the last quarter and to stay within 3 % of the
trend. Exit code 1 if a bound does not hold in a family.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np

from casekit.model.calibration.continuing import books_go_on
from casekit.model.calibration.hindcast import hindcast
from casekit.world import FAMILIES, draw_company

#: Largest error of the total, and share of companies that must keep it.
MISSED_SHARE, ENOUGH = 0.03, 0.90
#: Share of companies whose total the 90 % band must cover on natural luck.
COVERED = (0.85, 0.95)
#: Largest deviation of the first quarter from the last booked, and of the first year from trend.
START_SHARE, TREND_SHARE = 0.02, 0.03


def measure(task: tuple[str, int, bool]) -> dict[str, Any]:
    """Draw one company and measure everything on it."""
    family, seed, natural = task
    case = draw_company(seed, family, natural=natural).case
    told = hindcast(case)
    goes_on = books_go_on(case)
    return {
        "family": family,
        "natural": natural,
        "error": told.error_share,
        "covered": told.covered,
        "months": told.months_covered / len(told.months),
        "width": (told.total_high_krub - told.total_low_krub) / 2.0 / told.told_krub,
        "start": goes_on.quarter_error_share,
        "trend": goes_on.year_error_share,
    }


def print_family(family: str, rows: list[dict[str, Any]]) -> bool:
    """Print one family's figures; tells whether every bound holds."""
    good = True
    for natural in (False, True):
        mine = [row for row in rows if row["family"] == family and row["natural"] == natural]
        error, start, trend = (np.array([row[k] for row in mine]) for k in
                               ("error", "start", "trend"))  # fmt: skip
        covered = np.mean([row["covered"] for row in mine])
        near = np.mean(np.abs(error) < MISSED_SHARE)
        good &= COVERED[0] <= covered <= COVERED[1] if natural else near >= ENOUGH
        print(
            f"{family} {'natural luck' if natural else 'fair draws':13}"
            f"{error.mean():>+8.2%}{error.std():>8.2%}{np.abs(error).max():>8.2%}{near:>8.1%}"
            f"{covered:>9.1%}{np.mean([row['months'] for row in mine]):>8.1%}"
            f"{np.mean([row['width'] for row in mine]):>8.2%}"
            f"{start.mean():>+9.2%}{start.std():>7.2%}{np.mean(np.abs(start) < START_SHARE):>7.1%}"
            f"{trend.mean():>+9.2%}{trend.std():>7.2%}{np.mean(np.abs(trend) < TREND_SHARE):>7.1%}"
        )
    return bool(good)


def main() -> int:
    """Run the count and print its table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=200, help="companies a family")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--family", choices=list(FAMILIES), help="only this one")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    options = parser.parse_args()
    families = [options.family] if options.family else list(FAMILIES)
    seeds = range(options.first_seed, options.first_seed + options.seeds)
    tasks = [(f, seed, luck) for f in families for seed in seeds for luck in (False, True)]
    started = time.perf_counter()
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            rows = list(pool.map(measure, tasks, chunksize=4))
    else:
        rows = [measure(task) for task in tasks]
    print(
        f"{'':15}{'error':>8}{'sd':>8}{'worst':>8}{'<3%':>8}{'covered':>9}{'months':>8}"
        f"{'+-':>8}{'start':>9}{'sd':>7}{'<2%':>7}{'trend':>9}{'sd':>7}{'<3%':>7}"
    )
    good = [print_family(family, rows) for family in families]
    print(f"{len(rows)} companies in {time.perf_counter() - started:.0f} s")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
