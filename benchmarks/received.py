"""Does the audit find every planted fault in received reports, and nothing else?

    python benchmarks/received.py                   200 companies, families in turn
    python benchmarks/received.py --companies 8 --jobs 1

Prints, kind by kind, what was planted, found, missed and flagged without cause, and whether the
clean table came back. Exit code 1 if anything was missed, a clean row was flagged, or a table
differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pandas as pd

from casekit.analysis import audit_reports, clean_reports
from casekit.world import FAMILIES, draw_company
from casekit.world.received import make_received


def measure(task: tuple[str, int]) -> tuple[Counter[tuple[str, str]], bool]:
    """Count findings of one company by kind, and say whether its clean table came back."""
    family, seed = task
    tables = draw_company(seed, family).tables
    received = make_received(tables, np.random.default_rng(seed))
    findings = audit_reports(received.files, tables)
    planted, found = places(received.defects), places(findings)
    count: Counter[tuple[str, str]] = Counter()
    for heading, items in (
        ("planted", planted),
        ("found", planted & found),
        ("missed", planted - found),
        ("flagged", found - planted),
    ):
        count.update((kind, heading) for kind, _, _ in items)
    keys = ["month", "rep_id", "account_id"]
    clean = clean_reports(received.files, tables).sort_values(keys, ignore_index=True)
    expected = tables["reports"].sort_values(keys, ignore_index=True)[list(clean.columns)]
    return count, bool((clean.to_numpy() == expected.to_numpy()).all())


def places(frame: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Kind, file and lines of each finding."""
    return set(frame[["kind", "file", "rows"]].itertuples(index=False, name=None))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--companies", type=int, default=200)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    families = list(FAMILIES)
    tasks = [
        (families[number % len(families)], given.first_seed + number)
        for number in range(given.companies)
    ]
    started = time.perf_counter()
    with ProcessPoolExecutor(given.jobs) as pool:
        results = list(pool.map(measure, tasks))
    total = sum((count for count, _ in results), Counter())
    headings = ("planted", "found", "missed", "flagged")
    print(f"{'kind':24}" + "".join(f"{name:>10}" for name in headings))
    for kind in sorted({kind for kind, _ in total}):
        print(f"{kind:24}" + "".join(f"{total[kind, name]:10}" for name in headings))
    spoilt = sum(not same for _, same in results)
    wrong = sum(total[key] for key in total if key[1] in ("missed", "flagged"))
    seconds = time.perf_counter() - started
    print(f"{given.companies} companies in {seconds:.0f} s; clean tables that differ: {spoilt}")
    return 1 if wrong or spoilt else 0


if __name__ == "__main__":
    sys.exit(main())
