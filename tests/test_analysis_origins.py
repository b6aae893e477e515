"""Where revenue comes from, told by windows, by cohorts and by the month of the effort."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from casekit import analysis
from casekit.analysis import (
    account_cohorts,
    effort_by_revenue_month,
    league_table,
    origins_by_window,
    pursuit_cycles,
    rank_correlation,
    sales_by_origin,
    survival,
)
from casekit.company import Case, load_case
from casekit.errors import InvalidArgument

#: One client of ours from the start, one won in March of 2025, all in round figures.
POSITIONS = pd.DataFrame(
    {
        "account_id": ["A1", "A1", "A2"],
        "process_point": ["dosing", "sealing", "dosing"],
        "supplier": ["us", "us", "us"],
        "since_month": ["2020-01", "2025-02", "2025-03"],
        "until_month": ["", "", "2025-05"],
    }
)
SALES = pd.DataFrame(
    [
        ("2025-01", "A1", "dosing", "consumables", 100.0),
        ("2025-02", "A1", "dosing", "consumables", 100.0),
        ("2025-02", "A1", "sealing", "equipment", 400.0),
        ("2025-03", "A1", "sealing", "consumables", 50.0),
        ("2025-03", "A2", "dosing", "equipment", 4000.0),
        ("2025-04", "A2", "dosing", "consumables", 140.0),
        ("2025-05", "A2", "dosing", "consumables", 140.0),
    ],
    columns=["month", "account_id", "process_point", "line", "revenue_krub"],
).assign(cost_krub=lambda sales: 0.6 * sales["revenue_krub"])
DEALS = pd.DataFrame(
    {
        "deal_id": ["D1", "D2"],
        "account_id": ["A2", "A3"],
        "rep_id": ["R1", "R1"],
        "opened_on": ["2025-01-10", "2025-01-10"],
        "decided_on": ["2025-02-20", None],
        "outcome": ["won", "open"],
    }
)
REPORTS = pd.DataFrame(
    {
        "month": ["2025-01", "2025-02", "2025-02"],
        "account_id": ["A2", "A2", "A3"],
        "conversion_hours": [10.0, 30.0, 5.0],
    }
)


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case("data")


def test_revenue_of_a_win_is_credited_to_the_months_of_its_hours() -> None:
    table = effort_by_revenue_month(REPORTS, SALES, DEALS, POSITIONS)
    assert list(table.index) == ["2025-01", "2025-02"]
    assert list(table.columns) == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"]
    assert table.loc["2025-01"].tolist() == [0.0, 0.0, 1000.0, 35.0, 35.0]
    assert table.loc["2025-02"].tolist() == [0.0, 0.0, 3000.0, 105.0, 105.0]


def test_the_matrix_holds_all_revenue_of_wins_and_nothing_before_its_effort(case: Case) -> None:
    table = effort_by_revenue_month(case.reports, case.sales, case.deals, case.positions)
    for effort, row in table.iterrows():
        assert (row[row.index < effort] == 0).all()
    early, late = table.iloc[:12].to_numpy().sum(), table.iloc[12:].to_numpy().sum()
    assert early > late > 0  # what is worked for late has hardly come yet


def test_origins_by_window_on_the_small_case() -> None:
    table = origins_by_window(SALES, POSITIONS, windows=(1, 3))
    assert table.loc[1].tolist() == pytest.approx([530.0, 400.0, 4000.0, 4400 / 4930])
    assert table.loc[3].tolist() == pytest.approx([200.0, 450.0, 4280.0, 4730 / 4930])


def test_origins_of_every_window_sum_to_the_revenue(case: Case) -> None:
    table = origins_by_window(case.sales, case.positions, (6, 12, 24))
    year = case.sales[case.sales["month"] > "2025-06"]["revenue_krub"].sum()
    assert table.filter(like="_krub").sum(axis=1).to_numpy() == pytest.approx(year)
    assert list(table.index) == [6, 12, 24]
    assert len(sales_by_origin(case.sales, case.positions)) == len(case.sales)


def test_cohorts_on_the_small_case() -> None:
    table = account_cohorts(SALES, months=2)
    assert list(table.index) == ["2025-01", "2025-03", "2025-05"]
    assert table.loc["2025-01"].tolist() == [200.0, 50.0, 0.0]
    assert table.loc["2025-03"].tolist() == [0.0, 140.0, 140.0]


@pytest.mark.parametrize("months", [3, 6, 12])
def test_cohorts_sum_to_all_that_is_bought_again_and_again(case: Case, months: int) -> None:
    table = account_cohorts(case.sales, months)
    recurring = case.sales[case.sales["line"] != "equipment"]["revenue_krub"].sum()
    assert table.to_numpy().sum() == pytest.approx(recurring)
    for first, row in table.iterrows():
        assert (row[row.index < first] == 0).all()
    kept = table.iloc[0] / table.iloc[0, 0]
    assert kept.iloc[-1] < 1


def test_open_pursuits_alone_have_no_median() -> None:
    open_ones = DEALS[DEALS["outcome"] == "open"]
    cycles = pursuit_cycles(open_ones, "2025-01", "2025-06")
    assert not cycles["decided"].any()
    assert survival(cycles["months"], cycles["decided"]).tolist() == [1.0]


def test_a_single_specialist_has_nothing_to_be_adjusted_for() -> None:
    accounts = pd.DataFrame(
        {"account_id": ["A1", "A2"], "rep_id": "R1", "wallet_krub_per_month": [100.0, 200.0]}
    )
    table = league_table(SALES, accounts, months=5)
    assert table.loc["R1", "adjusted"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    "call",
    [
        lambda: origins_by_window(SALES, POSITIONS, windows=(0,)),
        lambda: origins_by_window(SALES.drop(columns="line"), POSITIONS, (6,)),
        lambda: account_cohorts(SALES, months=0),
        lambda: account_cohorts(SALES.iloc[:0]),
        lambda: effort_by_revenue_month(None, SALES, DEALS, POSITIONS),  # type: ignore[arg-type]
        lambda: league_table(SALES, POSITIONS),
        lambda: rank_correlation(pd.Series(dtype=float), pd.Series(dtype=float)),
        lambda: analysis.average_productivity(SALES, SALES, POSITIONS),
        lambda: analysis.same_month_productivity(REPORTS, SALES),
        lambda: analysis.hours_per_win(REPORTS, REPORTS),
        lambda: analysis.pursuits_at_once(DEALS, "2025-06", "2025-01"),
        lambda: analysis.region_and_cohort(SALES, POSITIONS, "2025-02"),
        lambda: analysis.origin_totals(SALES),
    ],
)
def test_wrong_arguments_are_told_in_words(call, lang: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        call()
    assert len(str(told.value)) > 20


def test_the_rooms_table_of_functions_is_true() -> None:
    named = set(re.findall(r"`(\w+)`", analysis.__doc__.split("===")[-2] + analysis.__doc__))
    assert named - {"_krub"} == set(analysis.__all__)
