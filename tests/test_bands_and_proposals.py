"""What is tried, what is unknown, how sure a gain is, and three proposals side by side."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

import casekit as ck
from casekit import language
from casekit.company import Case, load_case
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument, MissingTable
from casekit.handout import plan_page, plan_sheet
from casekit.model import (
    Adbudg,
    Band,
    Calibration,
    Comparison,
    Continuing,
    Erosion,
    Limits,
    Plan,
    Saturating,
    Sweep,
    benchmark_plan,
    best_norm,
    best_plan,
    books_go_on,
    breaches,
    calibrate_history,
    calibrate_judgement,
    careful_plan,
    company_limits,
    estimate_pressure,
    explain_changes,
    explain_plan,
    fit_to_limits,
    goal_seek,
    hindcast,
    outcome_of_hours,
    outlook,
    project,
    proposals,
    response_frame,
    share_of_gain,
    shifted_plan,
    until,
    untried,
)
from casekit.model.calibration.panel import gather_panel
from casekit.model.plans.norm import norm_change, norm_hours
from casekit.model.plans.proposals import people_affected
from casekit.model.response.cycle import over_quarters
from casekit.model.response.forms import FORMS, Form, forms_of_draws
from casekit.model.response.hour_value import repeat_for_draws

FAR = shifted_plan(load_case("data"), "retention", 0.8, into="conversion")
NEAR = Plan({"all": {"expansion": 2, "retention": -2}})


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case("data")


@pytest.fixture(scope="module")
def known(case: Case) -> Calibration:
    return calibrate_history(case)


@pytest.fixture(scope="module")
def blind(known: Calibration) -> Calibration:
    """The same company where nobody can tell what conversion brings."""
    intervals = known.intervals.copy()
    row = intervals["activity"] == "conversion"
    intervals.loc[row, "refused"], intervals.loc[row, "reason"] = True, "calibration-few-events"
    return replace(known, intervals=intervals)


def few(known: Calibration, count: int) -> Calibration:
    parts = {name: value[..., :count] for name, value in vars(known.start).items()}
    return replace(
        known,
        rep_ids=known.rep_ids[:count],
        regions=known.regions[:count],
        start=replace(known.start, **parts),
        today_hours=known.today_hours[:count],
        sample=replace(known.sample, skill=known.sample.skill[:, :count]),
    )


# Tried hours


def test_tried_hours_are_what_somebody_worked_over_a_quarter(
    case: Case, known: Calibration
) -> None:
    hours = gather_panel(case).hours
    quarters = np.array([hours[k : k + 3].mean(axis=0) for k in range(len(hours) - 2)])
    low, high = known.tried_hours
    assert low == pytest.approx(quarters.min(axis=(0, 1)))
    assert high == pytest.approx(quarters.max(axis=(0, 1)))
    assert over_quarters(hours) == pytest.approx(quarters)


def test_the_best_plan_keeps_to_tried_hours_and_a_usual_change(known: Calibration) -> None:
    best = best_plan(known)
    change = best.hours - known.today_hours
    assert np.abs(change).max() <= 8.0 + 1e-6
    low, high = known.tried_hours
    today = known.today_hours
    assert (best.hours >= np.minimum(low, today) - 1e-6).all()
    assert (best.hours <= np.maximum(high, today) + 1e-6).all()
    assert untried(known, best.plan).empty
    wide = best_plan(known, Limits(change_hours=np.inf, untried=True))
    assert wide.gain_krub > 1.1 * best.gain_krub
    assert not untried(known, wide.plan).empty
    narrow = best_plan(known, Limits(change_hours=2.0))
    assert np.abs(narrow.hours - today).max() <= 2.0 + 1e-6
    assert 0 < narrow.gain_krub < best.gain_krub
    for wrong in (-1, float("nan"), "much", True):
        with pytest.raises(InvalidArgument):
            Limits(change_hours=wrong)  # type: ignore[arg-type]


@pytest.mark.slow
def test_every_search_keeps_to_the_same_hours(known: Calibration) -> None:
    found = [careful_plan(known), goal_seek(known, 0.5 * best_plan(known).gain_krub)]
    for plan in (*(one.plan for one in found), best_norm(known).plan):
        assert untried(known, plan).empty
        hours = plan.hours(known.today_hours, known.rep_ids, known.regions)
        assert np.abs(hours - known.today_hours).max() <= 8.0 + 1e-3


def test_who_works_outside_today_may_stay_there(known: Calibration) -> None:
    today = known.today_hours.copy()
    today[0, 2] += 40.0
    odd = replace(known, today_hours=today)
    low, high = company_limits(known.response.terms).reach(today, known.tried_hours)
    assert high[0, 2] == today[0, 2]
    assert low[0, 2] == pytest.approx(today[0, 2] - 8.0)
    assert untried(odd, Plan()).empty


def test_a_ceiling_may_force_more_than_a_usual_change(known: Calibration) -> None:
    limits = Limits(ceilings={"retention": 5.0})
    best = best_plan(known, limits)
    assert best.hours[:, :, 0].max() <= 5.0 + 1e-6
    assert breaches(best.hours, known.today_hours, known.rep_ids, best.limits) == []


def test_what_is_untried_is_allowed_by_hand_and_named(known: Calibration, lang: str) -> None:
    rows = untried(known, FAR)
    hours = FAR.hours(known.today_hours, known.rep_ids, known.regions)
    high = known.tried_hours[1]
    over = hours[0, :, 2] - np.maximum(high[2], known.today_hours[:, 2])
    named = rows[(rows["activity"] == "conversion") & (rows["from_month"] == 1)]
    assert named["rep_id"].tolist() == [
        rep for rep, beyond in zip(known.rep_ids, over, strict=True) if beyond > 0.05
    ]
    assert named["beyond_hours"].to_numpy() == pytest.approx(over[over > 0.05])
    assert (named["hours"] - named["beyond_hours"]).to_numpy() == pytest.approx(
        named["tried_hours"].to_numpy()
    )
    assert set(rows["activity"]) == {"retention", "conversion"}
    assert project(known, FAR).value_krub > 0
    assert np.isfinite(share_of_gain(known, FAR))
    figures = Comparison(known).figures(FAR)
    pd.testing.assert_frame_equal(figures.untried.reset_index(drop=True), rows)
    words = explain_plan(known, FAR)
    assert rows["rep_id"].iloc[0] in words
    assert language.number(float(named["beyond_hours"].max()), 1) in words
    nobody = replace(known, tried_hours=None)
    assert untried(nobody, FAR).empty


# How sure it is


def test_forms_share_level_and_slope_at_todays_hours_and_part_elsewhere(
    known: Calibration,
) -> None:
    mean = known.today_hours.mean(axis=0)
    response, _ = known.draws(7, seed=3)
    usual = Form("as_fitted", "as_fitted", "goes_on", 1.0).applied(response, mean)
    assert usual.expansion is response.expansion
    for kind in ("power", "s_shaped"):
        other = Form(kind, "as_fitted", "goes_on", 1.0).applied(response, mean)
        for name, at in (("erosion", mean[0]), ("expansion", mean[1]), ("conversion", mean[2])):
            one, two = getattr(response, name), getattr(other, name)
            assert two.value(at) == pytest.approx(np.asarray(one.value(at)))
            assert two.marginal(at) == pytest.approx(np.asarray(one.marginal(at)))
            for hours in (at / 3, 3 * at):
                apart = np.abs(np.asarray(two.value(hours)) / one.value(hours) - 1)
                assert apart.mean() > 0.01
    judged = replace(known.response, expansion=Adbudg(0.0, 70.0, 20.0, 3.0))
    kept = Form("power", "later", "stops", 1.0).applied(judged, mean)
    assert kept.expansion is judged.expansion


def test_timings_move_the_months_not_the_level(known: Calibration) -> None:
    mean = known.today_hours.mean(axis=0)
    lags = {}
    for timing in ("sooner", "as_fitted", "later"):
        response = Form("as_fitted", timing, "goes_on", 1.0).applied(known.response, mean)
        lags[timing] = (
            response.attention_memory,
            response.expansion_lag_months,
            response.cycle_mean_months,
        )
        assert response.expansion == known.response.expansion
    assert lags["sooner"] < lags["as_fitted"] < lags["later"]


def test_each_form_is_drawn_as_often_as_its_weight_says() -> None:
    assert sum(form.weight for form in FORMS) == pytest.approx(1.0)
    drawn = np.bincount(forms_of_draws(3200), minlength=len(FORMS)) / 3200
    assert drawn == pytest.approx([form.weight for form in FORMS], abs=1 / 3200)
    assert len(forms_of_draws(1)) == 1


def test_a_band_is_every_draw_projected_by_itself(known: Calibration) -> None:
    small = few(known, 3)
    band = Band(small, draws=24)
    hours = NEAR.hours(small.today_hours, small.rep_ids, small.regions)
    value, margin = band.project(hours)
    sample = small.sampled(24, seed=20260101)
    for draw in (0, 7, 15, 23):
        one = sample.pick(np.array([draw]))
        response = replace(small.response, **one.response)
        form = band.forms[draw]
        response = form.applied(response, small.today_hours.mean(axis=0))
        if form.pressure == "stops":
            response = replace(response, pressure_share=0.0)
        alone, start = repeat_for_draws(response, replace(small.start, skill=one.skill), 1)
        sweep = Sweep(start, alone, phases=(1, 4, 9))
        assert value[draw] == pytest.approx(sweep.value(hours, small.today_hours))
        assert margin[:, draw] == pytest.approx(sweep.margin(hours, small.today_hours).sum(axis=1))
    slope = band.gradient(hours)
    assert slope[0] == pytest.approx(value)
    assert slope[1].shape == (3, 24, 3, 6)


def test_untried_hours_widen_the_band(known: Calibration) -> None:
    """Of two plans that move the same hours the one nobody has tried is less sure by far."""
    spread = []
    for plan in (NEAR, FAR):
        found = outlook(known, plan, draws=120)
        forms = pd.Series([form.curves for form in found.forms])
        by_form = pd.Series(found.gain_krub).groupby(forms).mean()
        spread.append((by_form.max() - by_form.min()) / abs(found.gain_krub).mean())
    assert spread[1] > 1.5 * spread[0]


def test_the_band_covers_pressure_unless_it_is_told(known: Calibration) -> None:
    both, on, off = (
        outlook(known, NEAR, draws=60, pressure=name) for name in (None, "goes_on", "stops")
    )
    assert {form.pressure for form in both.forms} == {"goes_on", "stops"}
    assert {form.pressure for form in off.forms} == {"stops"}
    stops = np.array([form.pressure == "stops" for form in both.forms])
    assert both.gain_krub[stops] == pytest.approx(off.gain_krub[stops])
    assert both.gain_krub[~stops] == pytest.approx(on.gain_krub[~stops])


def test_chances_are_told_in_words_and_never_as_sure(lang: str) -> None:
    four = language.chance(0.78)
    assert four == {"en": "about 4 in 5", "ru": "примерно 4 из 5"}[lang]
    assert language.chance(1.0) == language.chance(0.985) != language.chance(0.95)
    assert "49" in language.chance(1.0)
    assert "1 " in language.chance(0.0) + " "
    assert "50" in language.chance(0.0)
    assert language.chance(float("nan")) == language.text("format-unknown")


# What nobody knows


def test_an_unknown_curve_is_unknown_everywhere(
    blind: Calibration, known: Calibration, lang: str
) -> None:
    assert blind.unknown == ("conversion",)
    plan = Plan({"all": {1: {"expansion": 2, "retention": -2},
                         9: {"expansion": 0, "retention": -2, "conversion": 2}}})  # fmt: skip
    found = project(blind, plan)
    assert np.isnan(found.value_krub)
    by_month = found.monthly.groupby("month")["margin_krub"].apply(lambda m: m.isna().all())
    assert not by_month.loc[:8].any()
    assert by_month.loc[9:].all()
    assert found.profit["profit_krub"].isna().all()
    sure = outlook(blind, plan, draws=10)
    assert np.isnan(sure.chance_of_gain)
    assert np.isnan(share_of_gain(blind, plan))
    comparison = Comparison(blind)
    figures = comparison.figures(plan)
    assert figures.unknown == ("conversion",)
    assert figures.months_below is None
    assert np.isnan([figures.gain_krub, figures.value_krub, figures.trough_krub]).all()
    words = explain_plan(blind, plan)
    assert language.text("activity-conversion") in words
    assert language.text("plan-unknown", kinds=language.text("activity-conversion")) in words
    for sign in ("49", "₽"):
        assert sign not in words
    cells = [
        cell.value
        for row in load_workbook(io.BytesIO(plan_sheet(comparison, plan))).worksheets[2].iter_rows()
        for cell in row
    ]
    assert cells.count(language.text("format-unknown")) == 28 * 3
    assert plan_page(comparison, plan)[:4] == b"\x89PNG"
    # What leaves those hours alone is as well known as before.
    assert project(blind, NEAR).value_krub == project(known, NEAR).value_krub
    # One specialist's unknown hours hide the whole, not the others.
    alone = Plan({"R01": {"conversion": 2, "retention": -2}})
    by_rep = project(blind, alone).value_by_rep
    assert by_rep.isna().sum() == 1
    assert np.isnan(project(blind, alone).value_krub)
    assert comparison.figures(alone, "R02").gain_krub == pytest.approx(0.0)


def test_the_best_plan_leaves_unknown_hours_alone(blind: Calibration) -> None:
    for best in (best_plan(blind), careful_plan(blind)):
        assert np.abs(best.hours - blind.today_hours)[:, :, 2].max() < 1e-9
        assert best.gain_krub > 0
    values = best_plan(blind).hour_value.set_index("activity")["krub"]
    assert values.loc["conversion"].isna().all()
    assert values.drop("conversion").notna().all()
    assert "conversion" not in best_norm(blind).change_hours
    assert np.isnan(Comparison(blind).figures(NEAR).hour_krub[2])


def test_a_curve_nobody_can_tell_shows_today_alone(blind: Calibration) -> None:
    frame = response_frame(blind, "conversion")
    assert frame.loc[frame["is_today"], "value"].notna().all()
    assert frame.loc[~frame["is_today"], ["value", "low", "high"]].isna().all().all()


# Three proposals


def test_the_norm_is_the_best_of_all_whole_changes(known: Calibration) -> None:
    """Against every change of selling hours that adds up and moves five at most."""
    small = few(known, 3)
    limits = company_limits(
        known.response.terms, Limits(locked=frozenset({"travel", "service", "admin"}))
    )
    low, high = limits.reach(small.today_hours, small.tried_hours)
    sweep, today = Sweep(small.start, small.response), small.today_hours
    found = norm_change(sweep, today, low, high, moved_hours=5)

    def worth(change: np.ndarray) -> float:
        return float(sweep.value(norm_hours(change, today, low, high)[None], today).sum())

    every = [
        np.array([a, b, -a - b, 0, 0, 0], dtype=float)
        for a, b in product(range(-5, 6), repeat=2)
        if max(a, 0) + max(b, 0) + max(-a - b, 0) <= 5
    ]
    assert worth(found) == pytest.approx(max(map(worth, every)))
    assert np.abs(found - found.round()).max() == 0.0


def test_a_norm_moves_eight_hours_and_keeps_everybodys_limits(known: Calibration) -> None:
    norm = best_norm(known)
    assert sum(norm.change_hours.values()) == 0
    assert sum(max(hours, 0) for hours in norm.change_hours.values()) <= 8
    hours = norm.plan.hours(known.today_hours, known.rep_ids, known.regions)
    limits = company_limits(known.response.terms)
    assert breaches(hours, known.today_hours, known.rep_ids, limits) == []
    gain = project(known, norm.plan).value_krub - project(known).value_krub
    assert gain == pytest.approx(norm.gain_krub, rel=1e-4)
    assert 0.3 < share_of_gain(known, norm.plan) < 1.0
    everything = Limits(locked=frozenset(ACTIVITIES))
    nothing = best_norm(known, everything)
    assert nothing.change_hours == {}
    assert nothing.plan == Plan()
    assert nothing.gain_krub == 0.0


def test_three_proposals_stand_side_by_side(known: Calibration) -> None:
    found = proposals(known)
    table = found.table
    assert table.index.tolist() == ["leave", "norm", "personal"]
    assert found.plans["personal"] == best_plan(known).plan
    leave = table.loc["leave"]
    assert leave[["gain_krub", "middle_krub", "p05_krub", "trough_krub"]].tolist() == [0.0] * 4
    assert leave["people_affected"] == leave["untried_people"] == 0
    assert table["share"].tolist() == pytest.approx(
        [0.0, share_of_gain(known, found.plans["norm"]), 1.0]
    )
    for name in ("norm", "personal"):
        row, sure = table.loc[name], Comparison(known).outlook(found.plans[name])
        assert row["p05_krub"] < row["p20_krub"] < row["middle_krub"]
        assert row["middle_krub"] == pytest.approx(np.quantile(sure.gain_krub, 0.5))
        assert row["p20_krub"] == pytest.approx(np.quantile(sure.gain_krub, 0.2))
    # None is best by every measure.
    assert table.loc["norm", "people_affected"] < table.loc["personal", "people_affected"]
    assert table.loc["norm", "trough_krub"] < table.loc["personal", "trough_krub"]
    assert table.loc["norm", "gain_krub"] < table.loc["personal", "gain_krub"]


def test_people_are_affected_by_a_quarter_of_their_selling_time() -> None:
    today = np.array([[30.0, 10.0, 10.0, 30.0, 30.0, 40.0]] * 3)
    hours = np.repeat(today[None], 3, axis=0)
    hours[2, 0, [0, 2]] += (-13.0, 13.0)
    hours[:, 1, [5, 1]] += (-12.0, 12.0)
    assert people_affected(hours, today) == 1
    assert people_affected(hours, today, share=0.2) == 2
    with pytest.raises(InvalidArgument):
        people_affected(hours, today, share=-1)


def test_curves_of_forms_keep_their_ends() -> None:
    """A loss stays above its floor and below what no attention could lose; a gain starts at 0."""
    response = calibrate_history(load_case("data")).response
    assert isinstance(response.erosion, Erosion)
    assert isinstance(response.expansion, Saturating)
    mean = np.array([33.0, 13.5, 10.5, 30.0, 30.0, 33.0])
    hours = np.linspace(0.0, 120.0, 60)
    for kind in ("power", "s_shaped"):
        form = Form(kind, "as_fitted", "goes_on", 1.0).applied(response, mean)
        lost = np.asarray(form.erosion.value(hours))
        assert (np.diff(lost) < 0).all()
        assert (lost > response.erosion.floor).all()
        assert lost[0] < 1.0
        for curve in (form.expansion, form.conversion):
            gained = np.asarray(curve.value(hours))
            assert gained[0] == 0.0
            assert (np.diff(gained) > 0).all()
    assert len(SELLING) == 3


# What is no company, no plan; who moves and until when; one specialist alone


TAKE_A_COMPANY = [
    books_go_on, calibrate_history, estimate_pressure, hindcast, best_plan, proposals,
    best_norm, careful_plan, ck.analysis.price_pressure, benchmark_plan,
    lambda found: outlook(found, NEAR),
    lambda found: untried(found, NEAR),
    lambda found: explain_plan(found, NEAR),
    lambda found: share_of_gain(found, NEAR),
    lambda found: goal_seek(found, 100.0),
    lambda found: until(found, "2026-01"),
    lambda found: calibrate_judgement({"expansion": (0, 60, 100, 125, 180)}, found),
    lambda found: response_frame(found, "expansion"),
    lambda found: outcome_of_hours(found, [1.0, 2.0, 3.0]),
    lambda found: fit_to_limits(NEAR, found),
    lambda found: ck.analysis.monthly_figures(found, "wins"),
]  # fmt: skip


@pytest.mark.parametrize("found", [None, "case", pd.DataFrame({"a": [1]})], ids=lambda f: type(f))
def test_what_is_no_company_is_named_in_one_sentence(found, lang: str) -> None:
    for call in TAKE_A_COMPANY:
        with pytest.raises(InvalidArgument) as told:
            call(found)
        assert type(found).__name__ in str(told.value)
        assert "ck.load_case()" in str(told.value)


@pytest.mark.parametrize("found", [None, "plan", {"all": {"expansion": 1}}], ids=lambda f: type(f))
def test_what_is_no_plan_is_named_in_one_sentence(known: Calibration, found, lang: str) -> None:
    calls = [lambda plan, call=call: call(known, plan)
             for call in (explain_plan, outlook, untried, share_of_gain)]  # fmt: skip
    calls += [
        lambda plan: fit_to_limits(plan, known),
        lambda plan: explain_changes(NEAR, plan),
        lambda plan: explain_changes(plan, NEAR),
        lambda plan: Comparison(known).figures(plan),
    ]
    for call in calls:
        with pytest.raises(InvalidArgument, match=type(found).__name__):
            call(found)
    for no_limits in ("service", 5):
        with pytest.raises(InvalidArgument, match=r"ck\.model\.Limits"):
            best_plan(known, no_limits)  # type: ignore[arg-type]


def test_hours_that_come_back_are_told_from_when_to_when(known: Calibration, lang: str) -> None:
    nothing = language.text("plan-nothing-moves")
    away, back = {"expansion": 8, "retention": -8}, {"expansion": 0, "retention": 0}
    words = explain_plan(known, Plan({"all": {1: away, 4: back}}))
    assert nothing not in words
    assert language.text("plan-months", first=1, last=3) in words
    assert language.text("plan-then-back", month=4) in words
    assert language.number(8.0, 1) in words
    later = explain_plan(known, Plan({"all": {4: away, 9: back}}))
    assert language.text("plan-months", first=4, last=8) in later
    for still in (Plan(), Plan({"all": back}), Plan({"R01": {"expansion": 0.01}})):
        assert explain_plan(known, still) == nothing


def test_who_moves_is_named_however_few_they_are(known: Calibration, lang: str) -> None:
    one = explain_plan(known, Plan({"R07": {"expansion": 1, "retention": -1}}))
    assert "R07" in one and language.number(1.0, 1) in one
    assert language.text("plan-nothing-moves") not in one
    swap = {"R01": {"expansion": 2, "retention": -2}, "R02": {"expansion": -2, "retention": 2}}
    words = explain_plan(known, Plan(swap))
    assert "R01, R02" in words and language.number(2.0, 1) in words


@pytest.fixture(scope="module")
def alone(case: Case) -> Case:
    """The company of one specialist."""
    mine = set(case.accounts.query("rep_id == 'R07'")["account_id"])
    frames = {name: getattr(case, name) for name in case.tables}
    for name, frame in frames.items():
        if "account_id" in frame and name != "reports":
            frame = frame[frame["account_id"].isin(mine)]
        if "rep_id" in frame:
            frame = frame[frame["rep_id"] == "R07"]
        frames[name] = frame.reset_index(drop=True)
    return Case(frames)


def test_one_specialist_is_told_of_and_what_cannot_be_is_said(alone: Case, lang: str) -> None:
    told = hindcast(alone, draws=50)
    assert np.isfinite(told.months.drop(columns="month").to_numpy()).all()
    assert np.isfinite(books_go_on(alone).year_error_share)
    best = best_plan(alone)
    assert np.isfinite(best.value_krub)
    words = explain_plan(alone, best.plan)
    kinds = ", ".join(language.text(f"activity-{name}") for name in SELLING)
    assert language.text("plan-nothing-told", kinds=kinds) in words


def test_what_is_unknown_is_no_nought() -> None:
    months = pd.DataFrame({"month": [0, 1, 2], "margin_krub": [5.0, 6.0, np.nan],
                           "projected": [False, True, True]})  # fmt: skip
    assert np.isnan(Continuing(months, 100.0).year_error_share)
    assert np.isnan(Continuing(months.assign(margin_krub=1.0), np.nan).year_error_share)


@pytest.mark.parametrize("table", ["positions", "deals"])
def test_without_a_table_it_is_named_and_the_way_round_it(
    case: Case, table: str, lang: str
) -> None:
    lacking = Case({name: getattr(case, name) for name in case.tables if name != table})
    for call in (project, best_plan, hindcast, books_go_on, estimate_pressure, explain):
        with pytest.raises(MissingTable) as told:
            call(lacking)
        assert language.text(f"buys-{table}") in str(told.value)
        assert "calibrate_judgement" in str(told.value)


def explain(source: Case) -> str:
    return explain_plan(source, NEAR)
