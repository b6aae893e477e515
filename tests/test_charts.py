"""Pictures: what stands on the axes, in both languages, and that no two words overlap."""

from __future__ import annotations

import re
from itertools import combinations

import matplotlib
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from casekit import charts, language, model
from casekit.analysis import (
    audit_both_ways,
    average_productivity,
    league_table,
    money_after_hours,
    monthly_figures,
    open_doors,
    origins_by_window,
    price_pressure,
    reference_gaps,
    region_against_others,
    reports_against_calendar,
    same_month_productivity,
    time_audit,
    wins_by_focus,
)
from casekit.analysis.profit import profit_bridge, sales_by_line
from casekit.analysis.wallets import wallets_by_status
from casekit.charts import style
from casekit.company import Case, load_case
from casekit.model import (
    Plan,
    calibrate_history,
    calibrate_judgement,
    hindcast,
    project,
    proposals,
    response_frame,
    untried,
)

CYRILLIC = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
LATIN = set("abcdefghijklmnopqrstuvwxyz")


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


def draw(name: str, case: Case) -> Axes:
    if name == "time_audit":
        return charts.plot_time_audit(time_audit(case.reports, case.benchmarks))
    if name == "sales_by_line":
        return charts.plot_sales_by_line(sales_by_line(case.sales))
    if name == "wallets":
        return charts.plot_wallets(wallets_by_status(case.positions, case.accounts), case.currency)
    if name == "profit_bridge":
        return charts.plot_profit_bridge(
            profit_bridge(case.financials, case.sales, case.positions, case.accounts)
        )
    if name.startswith("response_"):
        frame = response_frame(calibrate_history(case), name.removeprefix("response_"))
        return charts.plot_response_curve(frame, case.currency)
    if name == "hour_values":
        return charts.plot_hour_values(
            calibrate_history(case).intervals, case.currency, hour_cost_krub=2.33
        )
    if name == "average_and_next":
        intervals = calibrate_history(case).intervals
        average = average_productivity(case.reports, case.sales, case.positions)
        return charts.plot_hour_values(intervals, case.currency, average=average)
    if name == "money_after_hours":
        money = money_after_hours(case.reports, case.sales, case.deals, case.positions)
        return charts.plot_money_after_hours(money, case.currency)
    if name == "wins_by_focus":
        months = case.first_month, case.last_month
        return charts.plot_wins_by_focus(wins_by_focus(case.reports, case.deals, *months))
    if name == "same_month":
        table = same_month_productivity(case.reports, case.sales)
        return charts.plot_productivity(table, 6.1, case.currency, joined="month")
    if name == "productivity":
        table = average_productivity(case.reports, case.sales, case.positions)
        return charts.plot_productivity(table, 6.1, case.currency)
    if name.startswith("narrow_"):
        # As a phone shows the exhibits.
        _, ax = plt.subplots(figsize=(4.0, 5.2 if "audit" in name else 3.6), layout="constrained")
        if "audit" in name:
            return charts.plot_time_audit(time_audit(case.reports, case.benchmarks), ax)
        table = average_productivity(case.reports, case.sales, case.positions)
        return charts.plot_productivity(table, 20.0, case.currency, ax)
    if name == "origins_by_window":
        return charts.plot_origins_by_window(
            origins_by_window(case.sales, case.positions, (6, 12, 24))
        )
    if name in ("league", "adjusted"):
        league = league_table(case.sales, case.accounts, reports=case.reports)
        if name == "adjusted":
            return charts.plot_adjusted(league)
        return charts.plot_league(league, case.currency)
    if name in ("open_doors", "told_and_seen", "gap_both_ways", "colleagues_prices", "hours"):
        return draw_of_01_and_02(name, case)
    if name.startswith("region_"):
        figure = name.removeprefix("region_")
        table = region_against_others(case, "Podgorye", figure, "2025-04", "2025-12")
        return charts.plot_region_against_others(table, case.label("Podgorye"), figure)
    if name in ("margin_path", "fan", "late_path"):
        return draw_plan(name, case)
    return draw_what_if(name, case)


def draw_of_01_and_02(name: str, case: Case) -> Axes:
    if name == "open_doors":
        doors = open_doors(case.positions, case.accounts)
        return charts.plot_open_doors(doors, case.currency, case.label)
    if name == "told_and_seen":
        return charts.plot_told_and_seen(reports_against_calendar(case.reports, case.calendar))
    if name == "gap_both_ways":
        both = audit_both_ways(case.reports, case.calendar, case.benchmarks)
        return charts.plot_gap_both_ways(both)
    if name == "colleagues_prices":
        return charts.plot_colleagues_prices(price_pressure(case))
    hours = monthly_figures(case, "retention_hours", by="region")
    return charts.plot_hours_by_region(hours, "retention_hours", case.label)


def draw_what_if(name: str, case: Case) -> Axes:
    if name == "doing_nothing":
        return charts.plot_doing_nothing(model.doing_nothing(case), case.currency)
    if name == "missing_revenue":
        return charts.plot_missing_revenue(model.retention_cut(case))
    if name == "service_left":
        floor = case.terms.service_floor_hours
        return charts.plot_service_left(model.service_left(case), floor, case.currency)
    into = "admin" if name == "never_paid" else "conversion"
    plan = Plan({"all": {into: 4, "retention": -4}})
    return charts.plot_payback(model.gained_by_month(case, plan), case.currency)


def draw_plan(name: str, case: Case) -> Axes:
    moves = (
        {"conversion": -5, "retention": 5}
        if name == "late_path"
        else {"expansion": 5, "retention": -5}
    )
    today, plan = project(case), project(case, Plan({"all": moves}), draws=30)
    if name == "fan":
        return charts.plot_fan(plan.fan, plan.outlook.chance_of_gain, case.currency)
    return charts.plot_margin_path(plan.monthly, today.monthly, case.currency)


def words(ax: Axes) -> list:
    """All words of a picture; matplotlib also keeps tick labels beyond the axes' limits."""
    ticks = []
    for axis, limits in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim())):
        low, high = sorted(limits)
        both = zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True)
        ticks += [label for place, label in both if low <= place <= high]
    parts = [*ax.texts, *ticks, ax._left_title]
    return [t for t in [*parts, ax.xaxis.label, ax.yaxis.label] if t.get_text()]


@pytest.mark.parametrize(
    "name",
    [
        "time_audit",
        "sales_by_line",
        "wallets",
        "profit_bridge",
        "response_retention",
        "response_expansion",
        "response_conversion",
        "hour_values",
        "margin_path",
        "late_path",
        "fan",
        "average_and_next",
        "money_after_hours",
        "wins_by_focus",
        "same_month",
        "doing_nothing",
        "missing_revenue",
        "service_left",
        "payback",
        "never_paid",
        "productivity",
        "narrow_time_audit",
        "narrow_productivity",
        "origins_by_window",
        "league",
        "adjusted",
        "region_old_clients_krub",
        "region_retention_hours",
        "open_doors",
        "told_and_seen",
        "gap_both_ways",
        "colleagues_prices",
        "hours",
    ],
)
def test_words_are_of_one_language_inside_the_picture_and_apart(
    name: str, case: Case, lang: str
) -> None:
    ax = draw(name, case)
    ax.figure.canvas.draw()
    frame = ax.figure.bbox
    boxes = []
    for word in words(ax):
        text = word.get_text()
        foreign = LATIN if lang == "ru" else CYRILLIC
        # Specialists are named by code.
        if not re.fullmatch(r"R[0-9]+( †)?", text):
            assert not foreign & set(text.lower()), text
        box = word.get_window_extent()
        assert frame.x0 <= box.x0 and box.x1 <= frame.x1, f"cut: {text}"
        assert frame.y0 <= box.y0 and box.y1 <= frame.y1, f"cut: {text}"
        boxes.append((text, box))
    for (one, box), (other, second) in combinations(boxes, 2):
        overlap = box.width * box.height and box.overlaps(second)
        assert not overlap, f"{one!r} on {other!r}"
    plt.close(ax.figure)


def test_a_picture_draws_on_the_axes_it_is_given_and_keeps_their_language(case: Case) -> None:
    _, ax = plt.subplots()
    audit = time_audit(case.reports, case.benchmarks)
    with language.using("ru"):
        assert charts.plot_time_audit(audit, ax=ax) is ax
    ax.figure.canvas.draw()
    assert ax.get_xticklabels()[1].get_text().endswith("\u00a0%")
    plt.close(ax.figure)


def test_bars_show_the_audit(case: Case) -> None:
    audit = time_audit(case.reports, case.benchmarks)
    ax = charts.plot_time_audit(audit)
    assert [bar.get_width() for bar in ax.patches] == audit["share"].tolist()[::-1]
    plt.close(ax.figure)


def test_the_fan_is_marked_at_the_months_of_the_forecast(case: Case) -> None:
    ax = draw_plan("fan", case)
    assert {1, 9, 36} <= set(ax.get_xticks())
    plt.close(ax.figure)


@pytest.mark.parametrize("ends", [[62, 51, 51.5, 50.5], [1, 2, 90, 91], [0, 0, 0], [7]])
def test_labels_keep_apart_and_near_to_their_lines(ends: list[float]) -> None:
    heights, gap = pd.Series(ends, dtype=float), 12.0
    placed = style.apart(heights, gap)
    assert placed.sort_values().diff().dropna().min() >= gap - 1e-9 or len(ends) == 1
    assert placed.index.tolist() == heights.sort_values().index.tolist()
    # Stacked from the lowest line upwards, the last of them would be a whole stack away.
    assert (placed - heights).abs().max() < (len(ends) - 1) * gap or len(ends) == 1
    assert placed.min() >= heights.min() - gap
    # What does not overlap is not moved.
    assert style.apart(pd.Series([0.0, 50.0]), gap).tolist() == [0.0, 50.0]


def test_names_of_regions_can_be_read_in_the_colours_of_their_lines(case: Case) -> None:
    hours = monthly_figures(case, "retention_hours", by="region")
    ax = charts.plot_hours_by_region(hours, "retention_hours", case.label)
    names = [words for words in ax.texts if words.get_text() in map(case.label, hours.index)]
    assert len(names) == len(hours)
    for words in names:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in to_rgb(words.get_color())
        )
        # Contrast to white, as WCAG 2 counts it.
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
        assert words.get_color() != "black"
    plt.close(ax.figure)


def test_tables_speak_the_readers_language(tiny: Case, lang: str) -> None:
    shown = charts.show_table(reference_gaps(time_audit(tiny.reports, tiny.benchmarks)))
    html = shown._repr_html_()
    assert language.text("activity-service") in html
    assert language.text("head-gap_hours") in html
    assert "gap_hours" not in html
    assert language.number(40.0, 1) in html
    gaps = [row[-1] for row in shown.rows]
    assert {gap[0] for gap in gaps if float(gap[1:].replace(",", "."))} == {"+", "−"}
    changes = charts.show_table(pd.DataFrame({"change": [18766.4, -2.34]})).rows
    assert changes == [[language.signed(18766, 0)], [language.signed(-2.3, 1)]]
    assert language.text("activity-service") in repr(shown)


def test_outside_a_notebook_a_table_is_told_in_words_and_a_picture_stays(
    tiny: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    # In a notebook `tests/test_notebooks.py` holds the order in which a cell shows them.
    table = charts.show_table(reference_gaps(time_audit(tiny.reports, tiny.benchmarks)))
    ax = plt.subplots()[1]
    # A picture whose figures are not there is None, and nothing is said in its place.
    charts.show(ax, None, table)
    assert capsys.readouterr().out == f"{table!r}\n"
    assert plt.fignum_exists(ax.figure.number)
    plt.close(ax.figure)


def test_changes_and_their_bounds_have_signs_in_tables_and_levels_have_none(lang: str) -> None:
    changes = pd.DataFrame(
        {
            "change_share": [0.1, -0.1],
            "low_share": [-0.2, -0.3],
            "high_share": [0.2, 0.3],
            "gain_krub": [12.0, -3.0],
            "p20_krub": [5.0, -7.0],
            "service_change": [1.5, -0.5],
        }
    )
    cells = [cell for row in charts.show_table(changes).rows for cell in row]
    assert [cell for cell in cells if cell[0] not in "+−"] == []
    # Of a plan's years the whole table is a change; elsewhere the same columns are levels.
    years = pd.DataFrame({"margin_krub": [20.0], "profit_krub": [15.0]}, index=[1])
    added, levels = (
        charts.show_table(years.rename_axis(name)).rows[0][1:] for name in ("plan_year", "year")
    )
    assert [cell[0] for cell in added] == ["+", "+"] and levels == ["20", "15"]


@pytest.mark.parametrize("value", [2.5, -2.5, 0.0])
def test_a_tick_of_a_change_has_its_sign(value: float, lang: str) -> None:
    ticks = style.number_ticks(language.signed)
    assert ticks.format_ticks([value]) == [language.signed(value, 1 if value else 0)]


def test_a_table_cannot_carry_markup(tiny: Case) -> None:
    reps = tiny.reps
    reps["name"] = "<b>Anna"
    assert "<b>" not in charts.show_table(reps)._repr_html_()


def test_a_response_is_dashed_where_nobody_has_been(case: Case) -> None:
    frame = response_frame(calibrate_history(case), "expansion")
    ax = charts.plot_response_curve(frame)
    below, above, solid, now = ax.lines
    assert not any(line.is_dashed() for line in (solid, now))
    assert below.is_dashed() and above.is_dashed()
    seen = frame[~frame["extrapolated"]]
    assert solid.get_ydata().tolist() == seen["value"].tolist()
    # The dashes meet the solid line and reach both ends of the frame.
    assert below.get_xdata()[0] == 0.0
    assert below.get_xdata()[-1] == seen["hours"].iloc[0]
    assert above.get_xdata()[0] == seen["hours"].iloc[-1]
    assert above.get_xdata()[-1] == frame["hours"].iloc[-1]
    today = frame[frame["is_today"]].iloc[0]
    assert (now.get_xdata()[0], now.get_ydata()[0]) == (today["hours"], today["value"])
    plt.close(ax.figure)


def test_an_hour_nobody_can_value_is_said_in_words(case: Case, lang: str) -> None:
    intervals = calibrate_history(case).intervals
    row = intervals["activity"] == "expansion"
    intervals.loc[row, "refused"] = True
    intervals.loc[row, ["marginal", "marginal_low", "marginal_high"]] = float("nan")
    ax = charts.plot_hour_values(intervals)
    (dots,) = ax.lines
    told = intervals[~row].iloc[::-1]
    assert dots.get_xdata().tolist() == told["marginal"].tolist()
    assert [word.get_text() for word in ax.texts].count(language.text("chart-hour-refused")) == 1
    plt.close(ax.figure)


def test_tables_of_the_model_read_in_the_readers_language(lang: str) -> None:
    case = load_case()
    weighed = proposals(case).table
    plan = Plan({"R01": {"expansion": 30, "retention": -20, "service": -10}})
    judged = calibrate_judgement({"expansion": (0, 60, 100, 125, 180)}, case)
    tables = [weighed, hindcast(case, draws=20).months, untried(case, plan), judged.intervals]
    for table in tables:
        shown = charts.show_table(table, case.label)
        codes = {*table.columns, *filter(None, table.index.names)}
        assert not codes & set(shown.heads)
        assert len(set(shown.heads)) == len(shown.heads)
        assert not any("_" in cell for row in shown.rows for cell in row)
    shown = charts.show_table(weighed)
    assert language.text("head-share") not in shown.heads
    at = shown.heads.index(language.text("head-chance"))
    assert [row[at] for row in shown.rows] == [language.chance(c) for c in weighed["chance"]]
    shown = charts.show_table(judged.intervals)
    lost = shown.rows[0][shown.heads.index(language.text("head-today"))]
    assert lost == language.percent(float(judged.intervals["today"][0]), 2) != "0"


def test_a_title_tells_what_the_picture_shows(case: Case, lang: str) -> None:
    audit = time_audit(case.reports, case.benchmarks)
    more = audit.assign(share=audit["share"] + 0.1)
    unknown = audit.assign(reference_share=float("nan"))
    titles = [
        charts.plot_time_audit(table).get_title(loc="left") for table in (audit, more, unknown)
    ]
    assert len(set(titles)) == 3
    prices = price_pressure(case)
    kept = prices.assign(gap_share=prices["gap_share"].abs())
    titles = [charts.plot_price_pressure(table).get_title(loc="left") for table in (prices, kept)]
    assert len(set(titles)) == 2
    plt.close("all")


def test_a_colleagues_slide_ends_above_where_it_begins(case: Case) -> None:
    prices = price_pressure(case)
    ax = charts.plot_colleagues_prices(prices)
    first, last = (bar.get_height() for bar in ax.patches)
    assert first < last == prices["shared_index"].iloc[-1]
    # The slide leaves out what would give it away.
    assert prices["our_index"].iloc[-1] > prices["our_index"].iloc[-6:].min()
    plt.close(ax.figure)


def test_the_gap_is_drawn_as_told_and_as_seen(case: Case) -> None:
    both = audit_both_ways(case.reports, case.calendar, case.benchmarks)
    ax = charts.plot_gap_both_ways(both)
    drawn = [bar.get_width() for bar in ax.patches]
    rows = both.loc[["admin", "travel", "service", "selling"]]
    assert drawn == rows[["told_gap_hours", "seen_gap_hours"]].to_numpy().ravel().tolist()
    plt.close(ax.figure)
