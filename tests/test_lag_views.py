"""Views of the lag: how long deals take, what scattering costs, what a win is made of."""

from __future__ import annotations

import pandas as pd
import pytest

from casekit.analysis import (
    cycle_estimates,
    hours_per_win,
    pursuits_at_once,
    revenue_of_wins,
    win_over_time,
    wins_by_focus,
)
from casekit.company import Case, load_case


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
    found = cycle_estimates(deals, "2025-10")
    assert found["decided"] == pytest.approx(4.0, abs=0.1)
    assert found["called_ended"] < 3.7
    assert found["with_open"] == pytest.approx(4.0, abs=0.1)


def test_groups_by_focus_hold_everybody_who_pursued(case: Case) -> None:
    months = case.reports["month"]
    first, last = months.min(), months.max()
    table = wins_by_focus(case.reports, case.deals, first, last)
    cost = hours_per_win(case.reports, case.deals)
    usual = pursuits_at_once(case.deals, first, last).mean(axis=1)
    assert list(table.index) == ["few", "some", "many"]
    assert table["specialists"].sum() == len(cost)
    assert table["hours"].sum() == pytest.approx(cost["hours"].sum())
    assert table["wins"].sum() == cost["wins"].sum()
    few = cost[usual.reindex(cost.index) < 3.5]
    assert table.loc["few", "hours_per_win"] == pytest.approx(
        few["hours"].sum() / few["wins"].sum()
    )


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
