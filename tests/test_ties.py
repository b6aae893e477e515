"""What can be told apart, who is ranked with which band, and whose hours are a copy."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit import charts
from casekit.analysis import (
    as_good_as_best,
    hours_by_rep,
    hours_per_win,
    league_table,
    rank_correlation,
    same_every_month,
    told_apart,
)
from casekit.company import ACTIVITIES, Case, load_case
from casekit.errors import InvalidArgument
from casekit.model import calibrate_history

BANDS = pd.DataFrame(
    {
        "x": [10.0, 11.0, 20.0, np.nan],
        "x_low": [8.0, 9.0, 17.0, np.nan],
        "x_high": [12.0, 14.0, 24.0, np.nan],
    },
    index=["a", "b", "c", "unknown"],
)


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


def test_ties_are_told_both_ways_round_and_never_from_what_is_unknown() -> None:
    apart = told_apart(BANDS, "x")
    assert (apart == apart.T).all().all()
    assert apart.at["a", "c"] and apart.at["b", "c"]
    assert not apart.at["a", "b"]
    assert not apart.loc["unknown"].any()
    assert not np.diag(apart).any()


def test_two_that_cannot_be_told_apart_are_both_the_best() -> None:
    assert as_good_as_best(BANDS, "x", highest=False).tolist() == [True, True, False, False]
    assert as_good_as_best(BANDS, "x").tolist() == [False, False, True, False]


def test_of_two_equal_figures_a_wrong_difference_is_claimed_once_in_ten() -> None:
    rng = np.random.default_rng(5)
    wrong = 0
    for _ in range(1000):
        value = 50.0 + rng.normal(0.0, 3.0, 2)
        table = pd.DataFrame({"x": value, "x_low": value - 4.93, "x_high": value + 4.93})
        wrong += told_apart(table, "x").iloc[0, 1]
    assert 70 <= wrong <= 130


@pytest.mark.parametrize("column", ["y", "x_low"])
def test_a_figure_without_its_band_cannot_be_compared(column: str, lang: str) -> None:
    with pytest.raises(InvalidArgument, match=column):
        told_apart(BANDS, column)
    with pytest.raises(InvalidArgument):
        as_good_as_best(BANDS[3:], "x")


def test_revenue_is_held_against_what_it_is_no_part_of(case: Case) -> None:
    league = league_table(case.sales, case.accounts)
    again = case.sales[case.sales["line"] != "equipment"]
    owner = case.accounts.set_index("account_id")["rep_id"]
    sold = again["revenue_krub"].groupby(again["account_id"].map(owner)).sum() / 2
    rest = league["potential_krub"] - sold.reindex(league.index)
    assert league["elsewhere_krub"].to_numpy() == pytest.approx(rest.to_numpy())


def test_a_part_goes_with_its_whole_but_not_with_the_rest_of_it() -> None:
    # Territories alike but for luck; what is sold is a random part of each.
    rng = np.random.default_rng(2)
    whole, rest = [], []
    for _ in range(60):
        wallets = rng.normal(100.0, 5.0, 30)
        part = rng.uniform(0.1, 0.9, 30)
        accounts = pd.DataFrame(
            {
                "account_id": [f"A{k}" for k in range(30)],
                "rep_id": [f"R{k}" for k in range(30)],
                "wallet_krub_per_month": wallets,
            }
        )
        sales = pd.DataFrame(
            {
                "month": "2026-06",
                "account_id": accounts["account_id"],
                "line": "consumables",
                "revenue_krub": wallets * part,
            }
        )
        league = league_table(sales, accounts, months=1, draws=1)
        whole.append(rank_correlation(league["revenue_krub"], league["potential_krub"]))
        rest.append(rank_correlation(league["revenue_krub"], league["elsewhere_krub"]))
    assert np.mean(whole) > 0.1
    assert np.mean(rest) < 0.0


def test_places_in_the_league_table_are_seldom_told_apart(case: Case) -> None:
    league = league_table(case.sales, case.accounts)
    assert (league["adjusted_low"] < league["adjusted"]).all()
    assert (league["adjusted"] < league["adjusted_high"]).all()
    good = as_good_as_best(league, "adjusted")
    assert good[league["adjusted"].idxmax()]
    assert 1 < good.sum() < len(league)


def test_a_band_of_hours_per_win_is_that_of_a_count() -> None:
    # Garwood's exact limits of 10 wins: 5.425 and 16.962.
    deals = pd.DataFrame(
        {
            "deal_id": [f"D{k}" for k in range(10)],
            "account_id": [f"A{k}" for k in range(10)],
            "rep_id": "R1",
            "opened_on": "2025-01-10",
            "decided_on": "2025-03-10",
            "outcome": "won",
        }
    )
    hours = {f"{name}_hours": 0.0 for name in ACTIVITIES} | {"conversion_hours": 100.0}
    reports = pd.DataFrame(
        [{"month": "2025-01", "rep_id": "R1", "account_id": f"A{k}", **hours} for k in range(10)]
    )
    row = hours_per_win(reports, deals).loc["R1"]
    assert row["hours_per_win"] == 100.0
    assert row["hours_per_win_low"] == pytest.approx(1000 / 16.962, rel=0.005)
    assert row["hours_per_win_high"] == pytest.approx(1000 / 5.425, rel=0.005)


def test_copied_reports_are_marked_wherever_people_are_ranked(case: Case, lang: str) -> None:
    copied = same_every_month(case.reports)
    names = set(copied[copied].index)
    assert names
    for table in (
        league_table(case.sales, case.accounts, reports=case.reports),
        hours_by_rep(case.reports),
        hours_per_win(case.reports, case.deals),
    ):
        marked = table["same_every_month"]
        assert set(marked[marked].index) == names & set(table.index)
        shown = repr(charts.show_table(table[["same_every_month"]]))
        assert "True" not in shown and "False" not in shown and "same_every_month" not in shown


def test_who_reported_a_single_month_copied_nothing(case: Case) -> None:
    one = case.reports[case.reports["month"] == case.last_month]
    assert not same_every_month(one).any()


def test_the_next_hour_of_expansion_and_of_conversion_are_told_apart_from_retention_only(
    case: Case,
) -> None:
    intervals = calibrate_history(case).intervals.set_index("activity")
    good = as_good_as_best(intervals, "marginal")
    assert good[good].index.tolist() == ["expansion", "conversion"]
