"""Terms of the case stand in the company's tables: change one there, and every reader follows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import openpyxl
import pytest

from casekit import charts, language
from casekit.analysis import origins_by_window
from casekit.analysis.profit import profit_bridge, sales_by_line
from casekit.arrays import Indices
from casekit.authoring.exhibits import _page as exhibits_page
from casekit.authoring.story_figures import story_figures
from casekit.board import cockpit
from casekit.company import TABLES, Case, Terms, load_case
from casekit.company.package import company_files
from casekit.errors import DataError
from casekit.handout import board_frame, plan_sheet
from casekit.model import (
    Comparison,
    Plan,
    best_plan,
    careful_plan,
    explain_plan,
    goal_seek,
    outlook,
    plan_words,
    project,
    split_ranges,
)

#: Service and administration are freed, so that floors and prices count.
FREED = Plan({"all": {"service": -6, "admin": -4, "expansion": 10}})

Change = Callable[..., Case]


@pytest.fixture(autouse=True)
def _session() -> Iterator[None]:
    """Leave the session's language and currency as they were."""
    currency = language.currency()
    with language.using("en"):
        yield
    language.use_currency(currency)
    plt.close("all")


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """The shipped company with other terms in its tables, written to a folder and loaded."""

    def change(**terms: str | float) -> Case:
        shipped = load_case()
        frames = {name: getattr(shipped, name) for name in TABLES if name in shipped.tables}
        places = {"company": ("key", "value"), "benchmarks": ("metric", "reference")}
        for table, (key, value) in places.items():
            frame = frames[table].set_index(key)
            for name in frame.index.intersection(list(terms)):
                frame.loc[name, value] = terms.pop(name)
            frames[table] = frame.reset_index()[list(TABLES[table].names)]
        assert terms == {}, "no table states this term"
        for name, content in company_files(frames).items():
            (tmp_path / name).write_bytes(content)
        return load_case(tmp_path)

    return change


def test_the_shipped_tables_state_every_term() -> None:
    case = load_case()
    assert case.terms == Terms()
    stated = {*case.company["key"], *case.benchmarks["metric"]}
    assert {"currency", "discount_share", "horizon_months", "tail_months"} <= stated
    assert {"attribution_windows_months", "service_floor", "admin_floor"} <= stated
    assert {"technician_hour", "assistant_hour"} <= stated


def test_tables_that_state_no_terms_get_the_defaults(tiny: Case) -> None:
    assert tiny.terms == Terms()


def test_another_horizon_reaches_every_reader(changed: Change) -> None:
    case = changed(horizon_months="24")
    comparison = Comparison(case)
    assert project(case).monthly["month"].max() == 24
    assert list(project(case, FREED).profit.index) == [1, 2]
    assert best_plan(case).months == 24
    assert careful_plan(case).months == 24
    assert goal_seek(case, 0.5 * best_plan(case).gain_krub).months == 24
    assert len(outlook(case, FREED, draws=5).fan) == 24
    figures = comparison.figures(FREED)
    assert (len(figures.margin_krub), len(figures.profit_krub)) == (24, 2)
    assert len(board_frame(comparison, figures, "all", 0).margin_today) == 24
    assert "two years’ margin" in explain_plan(case, FREED)
    planned, today = project(case, FREED), project(case)
    ax = charts.plot_margin_path(planned.monthly, today.monthly)
    assert max(ax.get_xticks()) == 24
    assert story_figures(case)["horizon"] == 24
    months = openpyxl.load_workbook(io.BytesIO(plan_sheet(comparison, FREED))).worksheets[2]
    assert months.max_row == 1 + 24


def test_a_horizon_that_is_no_number_of_years_has_a_part_of_one(changed: Change) -> None:
    case = changed(horizon_months="30")
    figures = Comparison(case).figures(FREED)
    by_year = project(case, FREED).profit - project(case).profit
    assert figures.profit_krub == pytest.approx(by_year["profit_krub"].to_numpy())
    assert "30 months’ margin" in explain_plan(case, FREED)


@pytest.mark.slow
def test_another_tail_reaches_every_reader(changed: Change) -> None:
    usual = project(load_case())
    case = changed(tail_months="0")
    bare = project(case)
    assert bare.value_krub < usual.value_krub - 0.1 * usual.value_krub
    assert Comparison(case).figures(Plan()).value_krub == pytest.approx(bare.value_krub)
    assert best_plan(case).present_krub == pytest.approx(bare.value_krub)
    careful = careful_plan(case)
    assert (best_plan(case).tail_months, careful.tail_months) == (0, 0)
    assert careful.present_krub == pytest.approx(bare.value_krub)
    assert "plus" not in explain_plan(case, FREED)
    assert story_figures(case)["tail"] == 0
    # Without a tail what stays of the base counts for less: the careful split keeps less of it.
    assert (
        split_ranges(case, draws=3).loc["retention", "median_hours"]
        < split_ranges(load_case(), draws=3).loc["retention", "median_hours"]
    )


def test_another_discount_reaches_every_reader(changed: Change) -> None:
    usual = project(load_case())
    case = changed(discount_share="0.05")
    dear = project(case)
    margin = (dear.sweep.margin(dear.hours, dear.calibration.today_hours)).sum(axis=1)
    flow = margin @ (1.05 ** (-np.arange(1, 37) / 12.0))
    assert dear.value_krub > usual.value_krub
    assert dear.value_krub > flow > 0
    assert Comparison(case).figures(Plan()).value_krub == pytest.approx(dear.value_krub)
    assert best_plan(case).present_krub == pytest.approx(dear.value_krub)
    assert story_figures(case)["discount"] == "5%"


def test_other_floors_reach_every_reader(changed: Change) -> None:
    case = changed(service_floor=28, admin_floor=31)
    comparison = Comparison(case)
    today = comparison.calibration.today_hours
    low, _ = comparison.limits.bounds(today)
    assert low[:, 3] == pytest.approx(np.minimum(28, today[:, 3]))
    assert low[:, 5] == pytest.approx(np.minimum(31, today[:, 5]))
    assert (best_plan(case).hours[:, :, 3] >= low[:, 3] - 1e-6).all()
    assert (best_plan(case).hours[:, :, 5] >= low[:, 5] - 1e-6).all()
    figures = comparison.figures(FREED)
    assert figures.below_floor == (today[:, 3] - 6 < np.minimum(28, today[:, 3])).sum()
    assert "Service goes below 28 h a month" in " ".join(plan_words(comparison, FREED, figures))
    assert board_frame(comparison, figures, "all", 0).low[5] == pytest.approx(low[:, 5].mean())
    assert language.hours(28) in exhibits_page(case)
    told = story_figures(case)
    assert (told["service_floor"], told["admin_floor"]) == (language.hours(28), language.hours(31))


def test_the_service_floor_is_told_of_those_who_are_at_it() -> None:
    comparison = Comparison(load_case())
    calibration = comparison.calibration
    spare = calibration.today_hours[:, 3] - calibration.response.terms.service_floor_hours
    above = np.flatnonzero(spare > 0.1)

    def told(rows: Indices, scope: str = "all") -> str:
        freed = {calibration.rep_ids[row]: float(spare[row]) for row in rows}
        plan = Plan({who: {"service": -hours, "expansion": hours} for who, hours in freed.items()})
        return " ".join(plan_words(comparison, plan, comparison.figures(plan, scope), scope))

    some, one = above[:3], calibration.rep_ids[above[0]]
    at_floor = 3 + int((np.abs(spare) < 0.05).sum())
    assert f"for {at_floor} of {len(spare)} specialists: no more can be freed from" in told(some)
    assert "nothing more to free" not in told(some)
    assert "a month: there is nothing more to free." in told(some, one)
    assert "its floor" not in told(some, calibration.rep_ids[above[3]])


@pytest.mark.slow
def test_other_prices_of_freed_hours_reach_every_reader(changed: Change) -> None:
    case = changed(technician_hour=3.6, assistant_hour=0.5)
    usual, dear = project(load_case(), FREED), project(case, FREED)
    assistants = 0.5 * 4 * len(usual.calibration.rep_ids)
    paid = [found.cost_krub.sum(axis=1)[0] - assistants for found in (usual, dear)]
    assert paid[1] == pytest.approx(3 * paid[0])
    assert (dear.profit["profit_krub"] < usual.profit["profit_krub"]).all()
    assert best_plan(case).gain_krub < best_plan(load_case()).gain_krub
    assert story_figures(case)["technician_hour"] == "₽3.60k"
    assert changed(assistant_hour=5.0).terms.assistant_krub_per_hour == 5.0
    assert project(changed(assistant_hour=5.0), FREED).value_krub < usual.value_krub


def test_other_windows_reach_every_reader(changed: Change) -> None:
    case = changed(attribution_windows_months="3;9")
    table = origins_by_window(case.sales, case.positions, case.terms.attribution_windows_months)
    assert table.index.tolist() == [3, 9]
    ax = charts.plot_origins_by_window(table)
    shown = " ".join(label.get_text() for label in ax.get_yticklabels())
    assert "3" in shown
    assert "9" in shown


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_another_currency_reaches_every_reader(changed: Change, lang: str) -> None:
    with language.using(lang):
        case = changed(currency="€")
        comparison = Comparison(case)
        planned, today = project(case, FREED, draws=5), project(case)
        bridge = profit_bridge(case.financials, case.sales, case.positions, case.accounts)
        axes = [
            charts.plot_margin_path(planned.monthly, today.monthly),
            charts.plot_fan(planned.fan, 0.9),
            charts.plot_hour_values(comparison.calibration.intervals),
            charts.plot_profit_bridge(bridge),
            charts.plot_sales_by_line(sales_by_line(case.sales)),
        ]
        told = [
            explain_plan(case, FREED),
            *plan_words(comparison, FREED, comparison.figures(FREED)),
            repr(charts.show_table(bridge.rename("amount_krub").rename_axis("bridge"))),
            *(f"{ax.get_xlabel()} {ax.get_ylabel()}" for ax in axes),
        ]
        board = cockpit(case)
        board.session.desk.put(FREED)
        told += [board.summary, exhibits_page(case)]
        book = openpyxl.load_workbook(io.BytesIO(plan_sheet(comparison, FREED)))
        told.append(" ".join(str(cell.value) for row in book.worksheets[2] for cell in row[:3]))
    money = [words for words in told if "€" in words]
    assert not [words for words in told if "₽" in words]
    assert len(money) >= 11


@pytest.mark.parametrize(
    ("term", "value", "kind"),
    [
        ("horizon_months", "six", "not-a-number"),
        ("horizon_months", "6", "below-minimum"),
        ("tail_months", "-1", "below-minimum"),
        ("discount_share", "16", "above-maximum"),
        ("discount_share", "nan", "below-minimum"),
        ("attribution_windows_months", "6,12", "not-a-number"),
        ("attribution_windows_months", "0;12", "below-minimum"),
    ],
)
def test_a_term_that_cannot_be_is_named(
    tiny_texts: dict[str, str], tmp_path: Path, term: str, value: str, kind: str
) -> None:
    lines = [line for line in tiny_texts["company"].splitlines() if not line.startswith(term)]
    tiny_texts["company"] = "\n".join([*lines, f'{term},"{value}"']) + "\n"
    for name, content in tiny_texts.items():
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as found:
        load_case(tmp_path)
    (fault,) = found.value.faults
    assert (fault.table, fault.column, fault.key, fault.found) == ("company", "value", kind, value)
