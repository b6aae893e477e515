"""Views of the lag: how long deals take, what scattering costs, what a win is made of."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit.analysis import (
    cycle_estimates,
    decided_by_opening,
    median_cycle_months,
    pursuit_cycles,
    pursuit_productivity,
    pursuits_by_outcome,
    revenue_of_wins,
    survival,
    win_over_time,
    wins_by_focus,
)
from casekit.analysis.pursuits import MONTH_DAYS
from casekit.company import Case, load_case
from casekit.errors import InvalidArgument


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


def test_calling_open_deals_ended_cuts_the_cycle_short() -> None:
    # Four deals of four months and more are decided; four were opened lately and are open.
    deals = pd.DataFrame(
        {
            "deal_id": [f"D{k}" for k in range(8)],
            "account_id": [f"A{k}" for k in range(8)],
            "opened_on": ["2025-01-01"] * 4 + ["2025-08-01"] * 4,
            "decided_on": ["2025-05-02"] * 3 + ["2025-09-01"] + [""] * 4,
            "outcome": ["won", "lost", "lost", "won"] + ["open"] * 4,
        }
    )
    found = cycle_estimates(deals, "2025-01", "2025-10")
    assert found["decided"] == pytest.approx(4.0, abs=0.1)
    assert found["called_ended"] < 3.7
    assert found["with_open"] == pytest.approx(4.0, abs=0.1)


def drawn_deals(seed: int, months: int = 24) -> pd.DataFrame:
    """Deals of a steady register: opened at any time, gamma cycles with a median of 7.8 months."""
    rng = np.random.default_rng(seed)
    count = 6000
    opened = rng.uniform(-40.0, months, count)
    lasts = rng.gamma((8.0 / 2.2) ** 2, 2.2**2 / 8.0, count)
    # What was decided before the register begins was never written down.
    known = opened + lasts > 0
    begin = pd.Timestamp("2024-07-01")
    opened_on = begin + pd.to_timedelta((opened[known] * MONTH_DAYS).round(), unit="D")
    decided_on = begin + pd.to_timedelta(((opened + lasts)[known] * MONTH_DAYS).round(), unit="D")
    running = decided_on > pd.Timestamp("2026-06-30")
    return pd.DataFrame(
        {
            "deal_id": [f"D{k}" for k in range(known.sum())],
            "opened_on": opened_on.strftime("%Y-%m-%d"),
            "decided_on": np.where(running, "", decided_on.strftime("%Y-%m-%d")),
            "outcome": np.where(running, "open", "lost"),
        }
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_deals_already_open_when_the_reports_begin_do_not_lengthen_the_cycle(seed: int) -> None:
    deals = drawn_deals(seed)
    found = cycle_estimates(deals, "2024-07", "2026-06")
    # Median of a gamma distribution of mean 8 and standard deviation 2.2: 7.80.
    assert found["with_open"] == pytest.approx(7.80, abs=0.12)
    cycles = pursuit_cycles(deals, "2024-07", "2026-06")
    from_their_first_day = median_cycle_months(cycles["months"], cycles["decided"])
    assert from_their_first_day > found["with_open"] + 0.1


def test_survival_with_late_entry_by_hand() -> None:
    # At 4 two were watched, at 6 the other two had entered: 1/2, then of three one, ...
    months = pd.Series([4.0, 6.0, 8.0, 10.0, 3.0])
    decided = pd.Series([True] * 5)
    entered = pd.Series([0.0, 0.0, 5.0, 5.0, 3.0])
    undecided = survival(months, decided, entered)
    assert undecided.index.tolist() == [4.0, 6.0, 8.0, 10.0]  # the last was over when first seen
    assert undecided.tolist() == pytest.approx([1 / 2, 1 / 3, 1 / 6, 0])
    with pytest.raises(InvalidArgument):
        survival(months[4:], decided[4:], entered[4:])


def watched(opened: list[str], decided: list[str], outcome: list[str], hours: float) -> tuple:
    """Reports and deals of one specialist who spends so many hours a month on each deal."""
    deals = pd.DataFrame(
        {
            "deal_id": [f"D{k}" for k in range(len(opened))],
            "account_id": [f"A{k}" for k in range(len(opened))],
            "rep_id": "R1",
            "opened_on": [f"{month}-15" for month in opened],
            "decided_on": [f"{month}-15" if month else "" for month in decided],
            "outcome": outcome,
        }
    )
    rows = [
        (str(month), account, hours)
        for account, first, last in zip(deals["account_id"], opened, decided, strict=True)
        for month in pd.period_range(max(first, "2025-01"), last or "2025-12", freq="M")
    ]
    return pd.DataFrame(rows, columns=["month", "account_id", "conversion_hours"]), deals


def test_open_deals_count_with_their_hours_and_their_share_of_wins() -> None:
    # Two deals of four months, one won; a third is in its second month.
    reports, deals = watched(
        ["2025-01", "2025-03", "2025-11"], ["2025-04", "2025-06", ""], ["won", "lost", "open"], 5.0
    )
    row = wins_by_focus(reports, deals, "2025-01", "2025-12").loc["few"]
    assert row[["pursuits", "open", "wins"]].tolist() == [3, 1, 1]
    assert row["hours"] == 50.0
    # Each takes 20 hours in the end and one in two is won: the open one changes nothing.
    assert row["win_share"] == pytest.approx(0.5)
    assert row["hours_per_win"] == pytest.approx(40.0)


def test_a_deal_begun_before_the_reports_counts_from_there_on() -> None:
    # Of deals of four months one began three months before the reports: seen at its end only.
    reports, deals = watched(
        ["2024-10", "2025-03", "2025-05"],
        ["2025-01", "2025-06", "2025-08"],
        ["won", "won", "lost"],
        6.0,
    )
    row = wins_by_focus(reports, deals, "2025-01", "2025-12").loc["few"]
    assert row["hours"] == 6.0 + 24.0 + 24.0
    assert row["hours_per_win"] == pytest.approx(24.0 / (2 / 3))


def test_groups_by_focus_hold_everybody_who_pursued(case: Case) -> None:
    table = wins_by_focus(case.reports, case.deals, case.first_month, case.last_month)
    assert list(table.index) == ["few", "some", "many"]
    assert table["specialists"].sum() == case.deals["rep_id"].nunique()
    assert table["pursuits"].sum() == len(case.deals)
    assert table["open"].sum() == (case.deals["outcome"] == "open").sum()
    assert table["wins"].sum() == (case.deals["outcome"] == "won").sum()
    assert (table["hours_per_win_low"] < table["hours_per_win"]).all()
    assert (table["hours_per_win"] < table["hours_per_win_high"]).all()
    times = table["hours_per_win"] / table.at["few", "hours_per_win"]
    assert table["times_few"].to_numpy() == pytest.approx(times.to_numpy())


def test_a_group_without_a_win_has_no_number() -> None:
    reports, deals = watched(["2025-01"], ["2025-04"], ["lost"], 5.0)
    table = wins_by_focus(reports, deals, "2025-01", "2025-12")
    assert table.filter(like="hours_per_win").isna().all().all()


def test_a_win_over_time_is_the_mean_of_wins_seen_for_a_year(case: Case) -> None:
    win = win_over_time(case.sales, case.deals, case.positions, case.accounts)
    wins = revenue_of_wins(case.sales, case.deals, case.positions).query("seen_months == 12")
    assert win.loc["equipment", "first_year_krub"] == pytest.approx(wins["equipment_krub"].mean())
    assert win.loc["recurring", "first_year_krub"] == pytest.approx(wins["recurring_krub"].mean())
    margin = win["three_years_margin_krub"]
    assert margin["equipment"] == pytest.approx(wins["equipment_margin_krub"].mean())
    # Three years of recurring margin, and some of it lost on the way.
    whole = 3 * wins["recurring_margin_krub"].mean()
    assert 0.5 * whole < margin["recurring"] < whole


def test_late_deals_look_quick_only_because_the_slow_ones_are_open() -> None:
    deals = drawn_deals(7)
    deals["outcome"] = np.where(deals["decided_on"] == "", "open", "lost")
    told = decided_by_opening(deals, "2024-07", "2026-06")
    assert told["pursuits"].sum() == len(deals)
    assert told.loc["lately", "decided_months"] < told.loc["earlier", "decided_months"] - 1
    late = deals[deals["opened_on"] >= "2025-09"]
    assert len(late) == told.loc["lately", "pursuits"]
    assert told.loc["lately", "open"] == (late["outcome"] == "open").sum() > 0
    # Counted as open, they take what all take.
    honest = cycle_estimates(late, "2024-07", "2026-06")["with_open"]
    assert honest == pytest.approx(7.8, abs=0.4)


def test_hours_of_won_and_lost_deals_sum_to_those_of_all(case: Case) -> None:
    tables = case.reports, case.sales, case.deals, case.positions
    table = pursuits_by_outcome(*tables)
    assert table.loc["all"].tolist() == pytest.approx(table.loc[["won", "lost"]].sum().tolist())
    assert (table.loc["lost", ["revenue_krub", "margin_krub"]] == 0).all()
    along = pursuit_productivity(*tables)
    per_hour = table.loc["all", "margin_krub"] / table.loc["all", "hours"]
    assert per_hour == pytest.approx(along["margin_krub_per_hour"])
