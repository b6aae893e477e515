"""Where revenue comes from, told by windows, by cohorts and by the month of the effort."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from casekit import analysis
from casekit.analysis import (
    account_cohorts,
    league_parts,
    league_table,
    margin_per_selling_hour,
    money_after_hours,
    origins_by_window,
    pursuit_cycles,
    pursuit_productivity,
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


def test_the_margin_of_a_win_comes_in_months_since_each_of_its_hours() -> None:
    # A quarter of the hours came two months before the client's first month, the rest one before;
    # equipment leaves 1,600 in that month, consumables 56 in each of the two after it.
    money = money_after_hours(REPORTS, SALES, DEALS, POSITIONS, months=6)
    assert money["equipment_krub"].tolist() == pytest.approx([0, 30, 10, 0, 0, 0])
    assert money["recurring_krub"].tolist() == pytest.approx([0, 0, 1.05, 1.4, 0.35, 0])
    assert money["come_share"].iloc[-1] == 1.0
    assert money["come_share"].is_monotonic_increasing


def test_hours_of_lost_pursuits_are_paid_for(case: Case) -> None:
    lost = DEALS.assign(outcome=["won", "lost"], decided_on=["2025-02-20", "2025-02-25"])
    money = money_after_hours(REPORTS, SALES, lost, POSITIONS, months=6)
    alone = money_after_hours(REPORTS, SALES, DEALS, POSITIONS, months=6)
    parts = ["equipment_krub", "recurring_krub"]
    assert money[parts].to_numpy() == pytest.approx(alone[parts].to_numpy() * 40 / 45)


def test_the_first_money_of_an_hour_is_equipment_and_the_last_is_not(case: Case) -> None:
    money = money_after_hours(case.reports, case.sales, case.deals, case.positions)
    assert money.loc[0, "come_share"] < 0.01
    assert money.loc[2, "equipment_krub"] > 2 * money.loc[2, "recurring_krub"]
    assert money.loc[20, "equipment_krub"] < 0.1 * money.loc[20, "recurring_krub"]
    # In the first year after the hour comes less than the first year of the win brings.
    first_year = pursuit_productivity(case.reports, case.sales, case.deals, case.positions)
    whole = money[["equipment_krub", "recurring_krub"]].to_numpy().sum()
    assert 0.8 < whole / first_year["margin_krub_per_hour"] < 1.6


def test_a_company_without_a_win_has_no_money_after_hours() -> None:
    none = DEALS.assign(outcome="lost", decided_on="2025-02-20")
    with pytest.raises(InvalidArgument):
        money_after_hours(REPORTS, SALES, none, POSITIONS)


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
        lambda: money_after_hours(None, SALES, DEALS, POSITIONS),  # type: ignore[arg-type]
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


def test_the_ends_of_the_league_table_are_compared_by_all_that_may_part_them(case: Case) -> None:
    league = league_table(case.sales, case.accounts)
    parts = league_parts(league, case.accounts, case.reports)
    assert parts.loc["top", "revenue_krub"] == pytest.approx(league["revenue_krub"].iloc[:6].mean())
    assert parts.loc["bottom", "adjusted"] == pytest.approx(league["adjusted"].iloc[-6:].mean())
    assert (parts["clients"] == 25).all()
    whole = parts["selling_hours"].mul([6, 12, 6]).sum()
    selling = case.reports[["retention_hours", "expansion_hours", "conversion_hours"]].sum().sum()
    assert whole == pytest.approx(selling / case.reports["month"].nunique(), rel=0.02)


def test_margin_per_selling_hour_goes_by_where_the_account_belongs(case: Case) -> None:
    regions = margin_per_selling_hour(case.reports, case.sales, case.accounts)
    assert regions["rank"].tolist() == [1, 2, 3, 4]
    assert regions["margin_krub_per_hour"].is_monotonic_decreasing
    margin = (case.sales["revenue_krub"] - case.sales["cost_krub"]).sum()
    assert regions["margin_krub"].sum() == pytest.approx(margin)
    people = margin_per_selling_hour(case.reports, case.sales, case.accounts, by="rep_id")
    assert people["selling_hours"].sum() == pytest.approx(regions["selling_hours"].sum())
    with pytest.raises(InvalidArgument):
        margin_per_selling_hour(case.reports, case.sales, case.accounts, by="colour")


def test_service_booked_as_retention_puts_a_region_last(case: Case) -> None:
    booked, mended = (
        margin_per_selling_hour(
            analysis.clean_reports(case.received, case, service_by_tickets=by_tickets),
            case.sales,
            case.accounts,
        )
        for by_tickets in (False, True)
    )
    moved = (mended["margin_krub_per_hour"] / booked["margin_krub_per_hour"]).idxmax()
    assert booked.index[-1] == moved != mended.index[-1]
