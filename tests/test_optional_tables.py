"""A company without one of the optional tables: every call works or names what is missing."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from casekit import analysis as a
from casekit import charts
from casekit.company import TABLES, Case, load_case
from casekit.errors import CasekitError, MissingTable

OPTIONAL = ("positions", "calendar", "deals", "benchmarks", "financials", "labels")

#: Every public call of `analysis`, as a reader would make it; names of functions are the keys.
CALLS: dict[str, Callable[[Case], Any]] = {
    "account_cohorts": lambda c: a.account_cohorts(c.sales),
    "as_good_as_best": lambda c: a.as_good_as_best(a.league_table(c.sales, c.accounts), "adjusted"),
    "audit_reports": lambda c: a.audit_reports(c.received, c),
    "as_observed": lambda c: a.as_observed(c.reports, c.calendar),
    "audit_both_ways": lambda c: a.audit_both_ways(c.reports, c.calendar, c.benchmarks),
    "region_that_changed": lambda c: a.region_that_changed(c),
    "average_by_window": lambda c: a.average_by_window(
        c.reports, c.sales, c.positions, (6, 12, 24)
    ),
    "average_productivity": lambda c: a.average_productivity(c.reports, c.sales, c.positions),
    "clean_reports": lambda c: a.clean_reports(c.received, c),
    "cost_of_hours": lambda c: a.cost_of_hours(c.financials, c.reports),
    "cycle_estimates": lambda c: a.cycle_estimates(c.deals, c.first_month, c.last_month),
    "difference_in_differences": lambda c: a.difference_in_differences(
        (panel := a.monthly_figures(c, "margin_krub")),
        list(panel.index[:6]), list(panel.columns[:9]), list(panel.columns[9:18]),
    ),
    "decided_by_opening": lambda c: a.decided_by_opening(c.deals, c.first_month, c.last_month),
    "findings_by_kind": lambda c: a.findings_by_kind(a.audit_reports(c.received, c)),
    "held_by_month": lambda c: a.held_by_month(c.positions, c.first_month, c.last_month),
    "hours_by_rep": lambda c: a.hours_by_rep(c.reports),
    "hours_per_win": lambda c: a.hours_per_win(c.reports, c.deals),
    "identical_months": lambda c: a.identical_months(c.reports),
    "last_months": lambda c: a.last_months(c.sales["month"], 12),
    "league_table": lambda c: a.league_table(c.sales, c.accounts, reports=c.reports),
    "league_parts": lambda c: a.league_parts(
        a.league_table(c.sales, c.accounts), c.accounts, c.reports
    ),
    "margin_bridge": lambda c: a.margin_bridge(c.sales, c.positions, c.accounts),
    "margin_per_selling_hour": lambda c: a.margin_per_selling_hour(
        c.reports, c.sales, c.accounts
    ),
    "median_cycle_months": lambda c: a.median_cycle_months(
        (cycles := a.pursuit_cycles(c.deals, c.first_month, c.last_month))["months"],
        cycles["decided"], cycles["entered_months"],
    ),
    "money_after_hours": lambda c: a.money_after_hours(
        c.reports, c.sales, c.deals, c.positions
    ),
    "monthly_figures": lambda c: a.monthly_figures(c, "lost_krub"),
    "monthly_loss_share": lambda c: a.monthly_loss_share(
        c.positions, c.accounts, c.first_month, c.last_month
    ),
    "open_doors": lambda c: a.open_doors(c.positions, c.accounts),
    "operating_margin": lambda c: a.operating_margin(a.profit_and_loss(c.financials)),
    "origin_totals": lambda c: a.origin_totals(a.sales_by_origin(c.sales, c.positions)),
    "origins_by_window": lambda c: a.origins_by_window(c.sales, c.positions, (6, 12, 24)),
    "pilot_power": lambda c: a.pilot_power(c, {"margin_krub": 0.05, "opened": 0.2}, draws=50),
    "price_pressure": lambda c: a.price_pressure(c),
    "profit_and_loss": lambda c: a.profit_and_loss(c.financials),
    "profit_bridge": lambda c: a.profit_bridge(c.financials, c.sales, c.positions, c.accounts),
    "pursuit_cycles": lambda c: a.pursuit_cycles(c.deals, c.first_month, c.last_month),
    "pursuit_hours": lambda c: a.pursuit_hours(c.reports, c.deals),
    "pursuit_productivity": lambda c: a.pursuit_productivity(
        c.reports, c.sales, c.deals, c.positions
    ),
    "pursuits_at_once": lambda c: a.pursuits_at_once(c.deals, c.first_month, c.last_month),
    "pursuits_by_outcome": lambda c: a.pursuits_by_outcome(
        c.reports, c.sales, c.deals, c.positions
    ),
    "rank_correlation": lambda c: a.rank_correlation(
        (league := a.league_table(c.sales, c.accounts))["revenue_krub"], league["elsewhere_krub"]
    ),
    "read_received": lambda c: a.read_received(c.received),
    "reference_gaps": lambda c: a.reference_gaps(
        a.time_audit(c.reports, c.benchmarks if "benchmarks" in c.tables else None)
    ),
    "region_against_others": lambda c: a.region_against_others(
        c, "Podgorye", "wins", "2025-04", "2025-12"
    ),
    "region_and_cohort": lambda c: a.region_and_cohort(c.sales, c.accounts, "2025-04"),
    "region_experiment": lambda c: a.region_experiment(c, "Podgorye", "2025-04", "2025-12"),
    "reports_against_calendar": lambda c: a.reports_against_calendar(c.reports, c.calendar),
    "revenue_of_wins": lambda c: a.revenue_of_wins(c.sales, c.deals, c.positions),
    "sales_by_line": lambda c: a.sales_by_line(c.sales),
    "sales_by_origin": lambda c: a.sales_by_origin(c.sales, c.positions),
    "same_every_month": lambda c: a.same_every_month(c.reports),
    "same_month_productivity": lambda c: a.same_month_productivity(c.reports, c.sales),
    "status_by_month": lambda c: a.status_by_month(
        c.positions, c.accounts, c.first_month, c.last_month
    ),
    "stop_bounds": lambda c: a.stop_bounds(c, ["gained_krub"], draws=50),
    "survival": lambda c: a.survival(
        (cycles := a.pursuit_cycles(c.deals, c.first_month, c.last_month))["months"],
        cycles["decided"], cycles["entered_months"],
    ),
    "time_audit": lambda c: a.time_audit(
        c.reports, c.benchmarks if "benchmarks" in c.tables else None
    ),
    "told_apart": lambda c: a.told_apart(a.league_table(c.sales, c.accounts), "adjusted"),
    "wallets_by_status": lambda c: a.wallets_by_status(c.positions, c.accounts),
    "win_over_time": lambda c: a.win_over_time(c.sales, c.deals, c.positions, c.accounts),
    "wins_by_focus": lambda c: a.wins_by_focus(
        c.reports, c.deals, c.first_month, c.last_month, draws=50
    ),
}  # fmt: skip

#: Calls that rest on each table and so cannot be answered without it.
RESTS_ON = {
    "calendar": {"as_observed", "audit_both_ways", "reports_against_calendar"},
    "deals": {
        "cycle_estimates", "decided_by_opening", "hours_per_win", "median_cycle_months",
        "money_after_hours", "pilot_power", "pursuit_cycles", "pursuit_hours",
        "pursuit_productivity", "pursuits_at_once", "pursuits_by_outcome",
        "region_against_others", "revenue_of_wins", "survival", "win_over_time",
        "wins_by_focus",
    },
    "benchmarks": {"audit_both_ways", "reference_gaps"},
    "financials": {"cost_of_hours", "operating_margin", "profit_and_loss", "profit_bridge"},
    "labels": set(),
    "positions": {
        "average_by_window", "average_productivity", "held_by_month", "margin_bridge",
        "money_after_hours", "monthly_figures", "monthly_loss_share", "open_doors",
        "origin_totals",
        "origins_by_window", "price_pressure", "profit_bridge", "pursuit_productivity",
        "pursuits_by_outcome", "revenue_of_wins", "sales_by_origin", "status_by_month",
        "stop_bounds", "wallets_by_status", "win_over_time",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> Case:
    return load_case()


def without(whole: Case, table: str) -> Case:
    frames = {name: getattr(whole, name) for name in whole.tables if name != table}
    return Case(frames, whole.received.parent)


def test_every_public_function_is_called_here() -> None:
    public = {name for name in a.__all__ if inspect.isfunction(getattr(a, name))}
    assert set(CALLS) == public
    assert {name for name, table in TABLES.items() if table.optional} == set(OPTIONAL)


@pytest.mark.parametrize(
    "table",
    [pytest.param(t, marks=[] if t == "positions" else pytest.mark.slow) for t in OPTIONAL],
)
def test_without_a_table_calls_work_or_say_what_it_would_buy(whole: Case, table: str) -> None:
    case = without(whole, table)
    refused = {}
    for name, call in CALLS.items():
        try:
            result = call(case)
        except CasekitError as error:
            refused[name] = str(error)
            continue
        assert result is not None
        if isinstance(result, pd.DataFrame):
            assert len(result), name
            shown = repr(charts.show_table(result.head(5), case.label))
            assert shown and "nan" not in shown.lower().split()
    assert set(refused) == RESTS_ON[table]
    assert [name for name, words in refused.items() if table not in words] == []


@pytest.mark.parametrize("table", [*OPTIONAL, "received"])
def test_what_is_missing_is_named_with_what_it_would_buy(
    whole: Case, table: str, lang: str
) -> None:
    if table == "received":
        frames = {name: getattr(whole, name) for name in whole.tables}
        with pytest.raises(CasekitError) as told:
            _ = Case(frames, Path(__file__).parent).received
    else:
        with pytest.raises(MissingTable) as told:
            getattr(without(whole, table), table)
        assert not hasattr(without(whole, table), table)
        assert f"{table}.csv" in str(told.value)
    words = {"en": "With", "ru": "вид"} if table != "labels" else {"en": "With", "ru": "С ней"}
    if table == "benchmarks":
        words = {"en": "With", "ru": "С ней"}
    assert words[lang] in str(told.value)


@pytest.mark.parametrize("table", OPTIONAL)
def test_a_folder_without_an_optional_table_loads(tiny_folder: Path, table: str) -> None:
    (tiny_folder / f"{table}.csv").unlink(missing_ok=True)
    case = load_case(tiny_folder)
    assert table not in case.tables
    assert case.name and repr(case)


def test_a_time_audit_without_references_is_drawn_without_them(whole: Case, lang: str) -> None:
    ax = charts.plot_time_audit(a.time_audit(whole.reports))
    ax.figure.canvas.draw()
    drawn = [word.get_text() for word in ax.texts if word.get_text()]
    assert len(drawn) == 7 and not any("nan" in word for word in drawn)
    plt.close(ax.figure)


def test_a_case_can_be_copied_and_sent_to_another_process(whole: Case) -> None:
    for other in (copy.copy(whole), copy.deepcopy(whole), pickle.loads(pickle.dumps(whole))):
        assert other.tables == whole.tables
        assert other.received == whole.received
        assert other.sales.equals(whole.sales)
