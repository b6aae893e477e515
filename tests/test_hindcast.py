"""The model held against months it has not seen, against the books, and prices that give way."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from casekit import charts, language
from casekit.analysis import price_pressure
from casekit.analysis.months import month_code, month_number
from casekit.analysis.wallets import held_by_month
from casekit.company import Case, load_case
from casekit.company.validation import validate
from casekit.errors import CasekitError, InvalidArgument
from casekit.model import (
    Hindcast,
    Sweep,
    books_go_on,
    calibrate_history,
    estimate_pressure,
    hindcast,
    hindcast_words,
    pressure_words,
    until,
)
from casekit.model.calibration.books import read_books
from casekit.model.calibration.panel import gather_panel
from casekit.model.calibration.scatter import Scatter, draw_scatter
from casekit.model.response.season import margin_at_season

CUT = "2025-09"


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


@pytest.fixture(scope="module")
def earlier(case: Case) -> Case:
    return until(case, CUT)


@cache
def told() -> Hindcast:
    return hindcast(load_case())


def with_tables(case: Case, without: str = "", **tables: pd.DataFrame) -> Case:
    frames = {name: getattr(case, name) for name in case.tables if name != without}
    return Case({**frames, **tables})


# The company as its tables stood


def test_nothing_of_a_later_month_is_left(earlier: Case) -> None:
    for name in earlier.tables:
        frame = getattr(earlier, name)
        for column in frame.columns.intersection(["month", "since_month", "until_month"]):
            assert frame[column].max() <= CUT, (name, column)
        for column in frame.columns.intersection(["opened_on", "offered_on", "decided_on"]):
            assert frame[column].max() <= f"{CUT}-30", (name, column)
    assert earlier.last_month == CUT


def test_pursuits_decided_later_were_open_then(case: Case, earlier: Case) -> None:
    later = case.deals.query("opened_on <= '2025-09-30' and decided_on > '2025-09-30'")
    deals = earlier.deals.set_index("deal_id").loc[later["deal_id"]]
    assert len(deals) > 20
    assert (deals["outcome"] == "open").all()
    assert (deals["decided_on"] == "").all()


def test_suppliers_of_then_stand_without_an_end(case: Case, earlier: Case) -> None:
    first, last = case.first_month, month_code(int(month_number(pd.Series([CUT])).iloc[0]))
    before = held_by_month(case.positions, first, last)
    assert held_by_month(earlier.positions, first, last).equals(before)
    ours = earlier.positions.query("supplier == 'us' and until_month == ''")
    assert ours["wallet_krub_per_month"].sum() == pytest.approx(before[CUT].sum())


def test_clients_stand_with_the_status_and_specialist_of_then(case: Case, earlier: Case) -> None:
    then, now = (c.accounts.set_index("account_id") for c in (earlier, case))
    assert (then["status"] != now["status"]).any()
    # Accounts are handed over once, in the first year.
    given = case.assignments.query("until_month != ''")
    at_first = until(case, case.first_month).accounts.set_index("account_id")["rep_id"]
    assert len(given)
    assert (at_first[given["account_id"]].to_numpy() == given["rep_id"]).all()
    assert (at_first != now["rep_id"]).sum() == len(given)
    assert validate({name: getattr(earlier, name) for name in earlier.tables}) == []


def test_the_last_month_changes_only_what_the_month_itself_ended(case: Case) -> None:
    same = until(case, case.last_month)
    for name in ("sales", "reports", "deals", "financials"):
        pd.testing.assert_frame_equal(getattr(same, name), getattr(case, name))
    assert (same.accounts["status"] == case.accounts["status"]).all()


def test_a_table_the_company_lacks_is_still_lacking(case: Case) -> None:
    for name in ("labels", "calendar"):
        assert name not in until(with_tables(case, name), CUT).tables
    assert "positions" not in until(with_tables(case, "positions"), CUT).tables


@pytest.mark.parametrize("month", ["2020-01", "2027-01", "soon"])
def test_a_month_outside_the_history_is_refused_in_words(case: Case, month: str) -> None:
    with pytest.raises(InvalidArgument, match=month):
        until(case, month)


# Hindcast


def test_months_told_stand_beside_those_booked(case: Case) -> None:
    found = told()
    months = found.months
    margin = case.sales.eval("revenue_krub - cost_krub").groupby(case.sales["month"]).sum()
    assert months["month"].tolist() == sorted(margin.index)[-9:]
    assert months["booked_krub"].to_numpy() == pytest.approx(margin.iloc[-9:].to_numpy())
    assert (months["low_krub"] < months["told_krub"]).all()
    assert (months["told_krub"] < months["high_krub"]).all()
    assert abs(found.error_share) < 0.03
    # Scatter of single months evens out in their sum.
    wide = (months["high_krub"] - months["low_krub"]).sum()
    assert found.total_high_krub - found.total_low_krub < 0.7 * wide


def test_who_writes_into_a_hindcast_changes_no_other(case: Case) -> None:
    first = hindcast(case)
    before = first.months.copy()
    first.months["told_krub"] = 0.0
    assert hindcast(case).months.equals(before)


def test_a_hindcast_knows_nothing_of_what_came_but_the_hours(case: Case) -> None:
    doubled = case.sales
    later = doubled["month"] > CUT
    doubled.loc[later, "revenue_krub"] *= 2.0
    again = hindcast(with_tables(case, sales=doubled))
    columns = ["told_krub", "low_krub", "high_krub"]
    pd.testing.assert_frame_equal(again.months[columns], told().months[columns])
    assert again.booked_krub > 1.5 * told().booked_krub
    assert not again.covered


def test_hours_really_worked_drive_it(case: Case) -> None:
    reports = case.reports
    reports.loc[reports["month"] > CUT, "retention_hours"] = 0.0
    idle = hindcast(with_tables(case, reports=reports))
    assert idle.told_krub < 0.97 * told().told_krub


def test_covered_is_asked_of_the_total() -> None:
    found = told()
    assert found.covered
    assert not replace(found, total_low_krub=found.booked_krub + 1.0).covered
    assert not replace(found, total_high_krub=found.booked_krub - 1.0).covered


def test_held_back_is_what_leaves_a_year(case: Case) -> None:
    months = sorted(case.sales["month"].unique())
    short = hindcast(until(case, months[18]), draws=20)
    assert (len(short.months), short.known_months) == (7, 12)
    assert len(hindcast(case, held_months=4, draws=20).months) == 4
    for held, history in ((None, months[16]), (13, months[23])):
        with pytest.raises(CasekitError) as error:
            hindcast(until(case, history), held_months=held)
        assert error.value.key == "hindcast-short"
    with pytest.raises(InvalidArgument):
        hindcast(case, held_months=0)


def test_what_was_told_is_said_in_two_sentences() -> None:
    found = told()
    for name in language.LANGUAGES:
        with language.using(name):
            came, limits = hindcast_words(found, "₽")
            missed = hindcast_words(replace(found, total_high_krub=0.0), "₽")
            assert language.percent(abs(found.error_share), 1) in came
            assert language.money(found.booked_krub, "₽") in came
            # A model that missed is not said to go on from the books.
            assert missed[0] != came
            assert missed[1] != limits


# The months' own luck


def test_luck_adds_nothing_on_average_and_spreads_what_is_lumpy(case: Case) -> None:
    calibration = calibrate_history(case)
    draws = 400
    start = calibration.start
    tiled = replace(
        start,
        **{name: np.tile(getattr(start, name), (1, draws))[0] for name in
           ("base_krub", "room_krub", "pool_accounts", "attention_hours", "erosion_mix", "skill")},
        expansion_hours=np.tile(start.expansion_hours, (1, draws)),
        conversion_hours=np.tile(start.conversion_hours, (1, draws)),
    )  # fmt: skip
    sweep = Sweep(tiled, calibration.response, 9)
    hours = np.tile(calibration.today_hours, (draws, 1))[None]
    scatter = Scatter.of(case, gather_panel(case))
    margin = margin_at_season(sweep, hours, np.ones(9)).sum() / draws

    def spread(these: Scatter) -> tuple[float, float]:
        total = draw_scatter(these, sweep, hours, draws, np.random.default_rng(5)).sum(axis=0)
        return float(total.mean() / margin), float(total.std() / margin)

    mean, whole = spread(scatter)
    assert abs(mean) < 4.0 * whole / np.sqrt(draws)
    # The same money in points of a hundredth the size is nearly no luck.
    fine = replace(
        scatter, lost_krub=scatter.lost_krub / 100.0, gained_krub=scatter.gained_krub / 100.0,
        unevenness=np.zeros_like(scatter.unevenness),
    )  # fmt: skip
    coarse = replace(scatter, unevenness=fine.unevenness)
    assert spread(fine)[1] < 0.85 * spread(coarse)[1] < whole


# Season


def test_months_at_season_differ_by_recurring_business_alone(case: Case) -> None:
    calibration = calibrate_history(case)
    assert calibration.season.mean() == pytest.approx(1.0, abs=0.01)
    assert np.ptp(calibration.season) > 0.05
    books = read_books(case, gather_panel(case))
    assert calibration.season_of(13) == pytest.approx(np.r_[books.season[-12:], books.season[-12]])
    sweep = Sweep(calibration.start, calibration.response, 12)
    today = calibration.today_hours[None]
    flat = margin_at_season(sweep, today, np.ones(12)).sum(axis=1)
    told_months = margin_at_season(sweep, today, calibration.season_of(12)).sum(axis=1)
    steps = sweep.run(today)
    recurring = steps.base[1:].sum(axis=1) * sweep.response.recurring_margin
    recurring -= steps.given[1:].sum(axis=1)
    assert told_months - flat == pytest.approx(recurring * (calibration.season - 1.0))
    assert flat.sum() == pytest.approx(sweep.margin(today, calibration.today_hours).sum())


def test_a_short_history_has_no_season(earlier: Case) -> None:
    assert (calibrate_history(earlier).season == 1.0).all()


# The books go on


def test_todays_plan_starts_where_the_books_end(case: Case) -> None:
    found = books_go_on(case)
    told_share = found.quarter_error_share
    assert abs(found.quarter_error_share) < 0.03
    assert abs(found.year_error_share) < 0.03
    months = found.months
    assert (months["projected"] == (months["month"] > 0)).all()
    # A tenth more booked in the last quarter is a tenth that the plan lacks.
    margin = months["margin_krub"].where(
        ~months["month"].between(-2, 0), months["margin_krub"] / 0.9
    )
    higher = replace(found, months=months.assign(margin_krub=margin))
    expected = 0.9 * (1.0 + told_share) - 1.0
    assert higher.quarter_error_share == pytest.approx(expected)


def test_a_trend_takes_a_year_and_a_half(case: Case, earlier: Case) -> None:
    with pytest.raises(InvalidArgument) as error:
        books_go_on(earlier)
    assert error.value.key == "continuing-short"


# Prices


def test_prices_fall_where_competitors_sit_inside(case: Case) -> None:
    prices = price_pressure(case)
    assert list(prices.index) == sorted(case.sales["month"].unique())
    assert (prices.iloc[0] == [1.0, 1.0, 0.0]).all()
    estimate = estimate_pressure(case)
    # Pressure began in the first year already: the gap is more than the last year's.
    assert -prices["gap_share"].iloc[-1] > estimate.yearly_share
    last_year = prices["gap_share"].iloc[-1] - prices["gap_share"].iloc[-13]
    assert -last_year == pytest.approx(estimate.yearly_share, abs=0.03)
    assert estimate.seen
    assert estimate.yearly_krub > 0


def test_without_concessions_there_is_no_gap(case: Case) -> None:
    """Consumables booked at the register's wallets have one price everywhere."""
    held = held_by_month(case.positions, case.first_month, case.last_month)
    flat = held.stack().rename("revenue_krub").rename_axis(["account_id", "month"]).reset_index()
    flat = flat[flat["revenue_krub"] > 0].assign(line="consumables", process_point="all")
    flat["cost_krub"] = 0.6 * flat["revenue_krub"]
    even = with_tables(case, sales=flat)
    assert price_pressure(even)["gap_share"].to_numpy() == pytest.approx(0.0, abs=1e-12)
    estimate = estimate_pressure(even)
    assert estimate.yearly_share == pytest.approx(0.0, abs=1e-9)
    assert not replace(estimate, low_share=-0.01).seen


def test_prices_that_rise_are_told_as_unsure(case: Case) -> None:
    estimate = estimate_pressure(case)
    rising = replace(estimate, yearly_share=-0.02, low_share=-0.05, high_share=0.01)
    for name in language.LANGUAGES:
        with language.using(name):
            assert language.percent(estimate.yearly_share, 1) in pressure_words(estimate, "₽")
            assert language.percent(-0.05, 1) in pressure_words(rising, "₽")


def test_without_positions_the_error_names_the_table(case: Case) -> None:
    with pytest.raises(AttributeError, match="positions"):
        price_pressure(with_tables(case, "positions"))


# Pictures


@pytest.mark.parametrize("name", language.LANGUAGES)
def test_pictures_name_their_lines(case: Case, name: str) -> None:
    with language.using(name):
        shown = charts.plot_hindcast(told().months, told(), case.currency)
        words = {text.get_text() for text in shown.texts}
        assert {language.text(f"chart-hindcast-{k}") for k in ("told", "booked", "band")} == words
        assert case.currency in shown.get_ylabel()
    plt.close("all")


@pytest.mark.parametrize("name", language.LANGUAGES)
def test_the_picture_of_prices_shows_the_gap_and_says_what_it_comes_to(
    case: Case, name: str
) -> None:
    prices, pressure = price_pressure(case), estimate_pressure(case)
    with language.using(name):
        drawn = charts.plot_price_pressure(prices, pressure, case.currency)
        lines = [np.asarray(line.get_ydata(), dtype=float) for line in drawn.lines]
        assert any(np.array_equal(line, prices["gap_share"]) for line in lines)
        # The season is in both columns and in no line.
        for column in ("our_index", "shared_index"):
            assert not any(np.array_equal(line, prices[column]) for line in lines)
        words = " ".join(drawn.get_xlabel().split())
        assert words == " ".join(pressure_words(pressure, case.currency).split())
        last = language.signed_percent(float(prices["gap_share"].iloc[-1]), 1)
        assert any(last in text.get_text() for text in drawn.texts)
        assert drawn.get_title(loc="left")
        drawn.figure.canvas.draw()
        edge = drawn.figure.bbox
        for part in (drawn.xaxis.label, drawn.yaxis.label, *drawn.texts):
            box = part.get_window_extent()
            assert edge.x0 <= box.x0 and box.x1 <= edge.x1
            assert edge.y0 <= box.y0 and box.y1 <= edge.y1
        assert not charts.plot_price_pressure(prices).get_xlabel()
    plt.close("all")
