"""Seconds of every analysis on a company of a million report rows.

    python benchmarks/analysis.py                   1,000,000 rows
    python benchmarks/analysis.py --rows 100000

A generated company is laid beside itself under new ids until it is large enough. Each figure is
one call; the ratio is to one plain `groupby.sum` of the reports in the same run.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from casekit import analysis
from casekit.analysis.pursuits import SEEN
from casekit.company import Case
from casekit.world import draw_company

#: Columns whose values must differ between copies.
IDS = ("rep_id", "account_id", "deal_id")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    tables = draw_company(1).tables
    copies = -(-rows // len(tables["reports"]))
    t = {name: repeated(name, frame, copies) for name, frame in tables.items()}
    print(f"{len(t['reports']):,} report rows, {len(t['sales']):,} sales rows")
    plain = seconds(lambda: t["reports"].groupby("rep_id").sum(numeric_only=True))
    print(f"{'plain groupby.sum':28}{plain:8.2f} s")
    for call in calls(t):
        taken = seconds(call)
        print(f"{call.func.__name__:28}{taken:8.2f} s {taken / plain:8.1f} x")


def repeated(name: str, frame: pd.DataFrame, copies: int) -> pd.DataFrame:
    """A table laid beside itself under new ids; the books simply grow."""
    if name == "financials":
        return frame.assign(amount_krub=frame["amount_krub"] * copies)
    ids = [column for column in IDS if column in frame]
    if not ids:
        return frame
    parts = [
        frame.assign(**{column: f"{place:03d}-" + frame[column].astype(str) for column in ids})
        for place in range(copies)
    ]
    return pd.concat(parts, ignore_index=True)


def calls(t: dict[str, pd.DataFrame]) -> list[partial[Any]]:
    """Every analysis that reads whole tables."""
    a = analysis
    first, last = t["reports"]["month"].min(), t["reports"]["month"].max()
    audit = a.time_audit(t["reports"], t["benchmarks"])
    cycles = a.pursuit_cycles(t["deals"], first, last)
    by_origin = a.sales_by_origin(t["sales"], t["positions"])
    wallets = (t["positions"], t["accounts"])
    case, region = Case(t), str(t["accounts"]["region"].iloc[0])
    return [
        partial(a.time_audit, t["reports"], t["benchmarks"]),
        partial(a.reference_gaps, audit),
        partial(a.hours_by_rep, t["reports"]),
        partial(a.cost_of_hours, t["financials"], t["reports"]),
        partial(a.identical_months, t["reports"]),
        partial(a.reports_against_calendar, t["reports"], t["calendar"]),
        partial(a.profit_and_loss, t["financials"]),
        partial(a.profit_bridge, t["financials"], t["sales"], *wallets),
        partial(a.margin_bridge, t["sales"], *wallets),
        partial(a.sales_by_line, t["sales"]),
        partial(a.wallets_by_status, *wallets),
        partial(a.open_doors, *wallets),
        partial(a.held_by_month, t["positions"], first, last),
        partial(a.average_productivity, t["reports"], t["sales"], t["positions"]),
        partial(a.same_month_productivity, t["reports"], t["sales"]),
        partial(a.pursuit_productivity, t["reports"], t["sales"], t["deals"], t["positions"]),
        partial(a.money_after_hours, t["reports"], t["sales"], t["deals"], t["positions"]),
        partial(a.sales_by_origin, t["sales"], t["positions"]),
        partial(a.origin_totals, by_origin),
        partial(
            a.origins_by_window, t["sales"], t["positions"], case.terms.attribution_windows_months
        ),
        partial(a.account_cohorts, t["sales"]),
        partial(a.region_and_cohort, t["sales"], t["accounts"], "2025-04"),
        partial(a.league_table, t["sales"], t["accounts"]),
        partial(a.pursuit_cycles, t["deals"], first, last),
        partial(a.survival, *(cycles[name] for name in SEEN)),
        partial(a.pursuits_at_once, t["deals"], first, last),
        partial(a.hours_per_win, t["reports"], t["deals"]),
        partial(a.wins_by_focus, t["reports"], t["deals"], first, last),
        partial(a.region_experiment, case, region, "2025-04", "2025-12"),
        partial(a.pilot_power, case, {"margin_krub": 0.03, "opened": 0.3}),
    ]


def seconds(call: Callable[[], Any]) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
