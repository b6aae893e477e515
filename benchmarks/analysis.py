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
    for name, call in calls(t).items():
        taken = seconds(call)
        print(f"{name:28}{taken:8.2f} s {taken / plain:8.1f} x")


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


def calls(t: dict[str, pd.DataFrame]) -> dict[str, Callable[[], Any]]:
    """Every analysis that reads whole tables."""
    a = analysis
    first, last = t["reports"]["month"].min(), t["reports"]["month"].max()
    audit = a.time_audit(t["reports"], t["benchmarks"])
    cycles = a.pursuit_cycles(t["deals"], first, last)
    by_origin = a.sales_by_origin(t["sales"], t["positions"])
    wallets = (t["positions"], t["accounts"])
    case, region = Case(t), str(t["accounts"]["region"].iloc[0])
    return {
        "time_audit": lambda: a.time_audit(t["reports"], t["benchmarks"]),
        "reference_gaps": lambda: a.reference_gaps(audit),
        "hours_by_rep": lambda: a.hours_by_rep(t["reports"]),
        "cost_of_hours": lambda: a.cost_of_hours(t["financials"], t["reports"]),
        "identical_months": lambda: a.identical_months(t["reports"]),
        "reports_against_calendar": lambda: a.reports_against_calendar(t["reports"], t["calendar"]),
        "profit_and_loss": lambda: a.profit_and_loss(t["financials"]),
        "profit_bridge": lambda: a.profit_bridge(t["financials"], t["sales"], *wallets),
        "margin_bridge": lambda: a.margin_bridge(t["sales"], *wallets),
        "sales_by_line": lambda: a.sales_by_line(t["sales"]),
        "wallets_by_status": lambda: a.wallets_by_status(*wallets),
        "wallets_by_point": lambda: a.wallets_by_point(*wallets),
        "open_doors": lambda: a.open_doors(*wallets),
        "held_by_month": lambda: a.held_by_month(t["positions"], first, last),
        "average_productivity": lambda: a.average_productivity(
            t["reports"], t["sales"], t["positions"]
        ),
        "same_month_productivity": lambda: a.same_month_productivity(t["reports"], t["sales"]),
        "pursuit_productivity": lambda: a.pursuit_productivity(
            t["reports"], t["sales"], t["deals"], t["positions"]
        ),
        "effort_by_revenue_month": lambda: a.effort_by_revenue_month(
            t["reports"], t["sales"], t["deals"], t["positions"]
        ),
        "sales_by_origin": lambda: a.sales_by_origin(t["sales"], t["positions"]),
        "origin_totals": lambda: a.origin_totals(by_origin),
        "origins_by_window": lambda: a.origins_by_window(t["sales"], t["positions"]),
        "account_cohorts": lambda: a.account_cohorts(t["sales"]),
        "region_and_cohort": lambda: a.region_and_cohort(t["sales"], t["accounts"], "2025-04"),
        "league_table": lambda: a.league_table(t["sales"], t["accounts"]),
        "pursuit_cycles": lambda: a.pursuit_cycles(t["deals"], first, last),
        "survival": lambda: a.survival(*(cycles[name] for name in SEEN)),
        "pursuits_at_once": lambda: a.pursuits_at_once(t["deals"], first, last),
        "hours_per_win": lambda: a.hours_per_win(t["reports"], t["deals"]),
        "wins_by_focus": lambda: a.wins_by_focus(t["reports"], t["deals"], first, last),
        "region_experiment": lambda: a.region_experiment(case, region, "2025-04", "2025-12"),
        "pilot_power": lambda: a.pilot_power(case, {"margin_krub": 0.03, "opened": 0.3}),
    }


def seconds(call: Callable[[], Any]) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
