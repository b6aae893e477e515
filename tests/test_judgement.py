"""Calibration from judgement: a curve through five answers, contradictions told in words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casekit import language
from casekit.company import Case
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.model import (
    Adbudg,
    Levels,
    Plan,
    Sweep,
    best_plan,
    calibrate_history,
    calibrate_judgement,
    explain_plan,
    project,
    proposals,
    response_frame,
)
from casekit.model.calibration.answers import EFFORTS, check_answers, fit_answers
from casekit.model.response.adbudg import JudgedErosion
from casekit.world import draw_company

GOOD = {
    "retention": (60, 88, 100, 104, 107),
    "expansion": (0, 60, 100, 125, 180),
    "conversion": (0, 20, 100, 160, 250),
}


@pytest.fixture(scope="module")
def case() -> Case:
    return Case(draw_company(31, "A").tables)


def faults_of(answers: dict, **known: float) -> list[str]:
    with language.using("en"), pytest.raises(InvalidArgument) as found:
        check_answers(answers, **known)
    assert found.value.key == "judgement-contradicts"
    lines = found.value.facts["report"].splitlines()
    assert found.value.facts["count"] == len(lines)
    return lines


@settings(deadline=None)
@given(
    lowest=st.floats(0.0, 80.0),
    rise=st.floats(10.0, 300.0),
    half=st.floats(0.3, 3.0),
    power=st.floats(0.4, 6.0),
)
@example(lowest=0.0, rise=100.0, half=1.0, power=1.0)
def test_answers_that_lie_on_a_curve_give_that_curve(
    lowest: float, rise: float, half: float, power: float
) -> None:
    truth = Adbudg(lowest, lowest + rise, half, power)
    middle = np.asarray(truth.value(EFFORTS))
    fitted = fit_answers((lowest, *middle, lowest + rise))
    assert np.asarray(fitted.curve.value(EFFORTS)) == pytest.approx(middle, abs=2e-3 * rise)
    assert float(fitted.curve.value(0.0)) == pytest.approx(lowest)
    assert fitted.misfit_share < 0.01


rising = st.lists(st.floats(0.5, 60.0), min_size=4, max_size=4)


@settings(deadline=None)
@given(lowest=st.floats(0.0, 100.0), steps=rising)
def test_a_curve_rises_and_stays_between_the_outer_answers(
    lowest: float, steps: list[float]
) -> None:
    answers = lowest + np.cumsum([0.0, *steps])
    fitted = fit_answers(tuple(answers))
    hours = np.linspace(0.0, 6.0, 50)
    value = np.asarray(fitted.curve.value(hours))
    assert (np.diff(value) >= 0).all()
    assert value[0] == pytest.approx(lowest)
    assert (value <= answers[-1] + 1e-9).all()
    # As well as it can: no other steepness or position comes nearer.
    off = np.asarray(fitted.curve.value(EFFORTS)) - answers[1:4]
    assert fitted.misfit_share == pytest.approx(np.sqrt(np.mean(off**2)) / answers[2])
    rng = np.random.default_rng(1)
    for power, half in zip(rng.uniform(0.2, 12.0, 40), rng.uniform(0.2, 4.0, 40), strict=True):
        other = np.asarray(Adbudg(lowest, answers[-1], half, power).value(EFFORTS)) - answers[1:4]
        assert (other**2).sum() >= (off**2).sum() * (1.0 - 1e-6) - 1e-9


def test_answers_that_no_curve_fits_report_their_misfit() -> None:
    # Nothing at half, all at today's, and twice as much only without end.
    assert fit_answers((0, 0, 100, 100, 200)).misfit_share > 0.05
    assert fit_answers((0, 50, 100, 100, 100)).misfit_share < 0.05


def test_every_contradiction_is_told_at_once() -> None:
    lines = faults_of(
        {
            "expansion": (0, 60, 50, 40, -3),
            "hunting": (0, 1, 2, 3, 4),
            "conversion": (1, 2, float("nan"), 3, 4),
            "retention": (60, 88, 100, 104, 150),
        },
        kept_share=0.9,
    )
    told = "\n".join(lines)
    assert told.count("expansion:") == 4
    assert "“hunting”" in told
    assert "conversion: the answer for today’s effort" in told
    assert "retention: endless effort keeps 150, but all of today’s business" in told
    assert "111.11" in told


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "There are no answers"),
        ({"expansion": (0, 50, 100, 120)}, "give 5 numbers"),
        ({"expansion": 7}, "give 5 numbers"),
        ({"expansion": "01234"}, "give 5 numbers"),
        ({"expansion": (0, 50, "many", 120, 150)}, "give 5 numbers"),
        ({"expansion": (0, 50, float("inf"), 120, 150)}, "not a number"),
        ({"expansion": (-5, 50, 100, 120, 150)}, "below zero"),
        ({"expansion": (60, 50, 100, 120, 150)}, "brings 50, less than no effort with 60"),
        ({"expansion": (0, 50, 100, 120, 110)}, "endless effort brings 110"),
        ({"expansion": (100, 100, 100, 120, 150)}, "no more than none"),
    ],
)
def test_each_contradiction_has_its_words(answers: dict, words: str) -> None:
    lines = faults_of(answers)
    assert len(lines) == 1
    assert words in lines[0]


def test_the_words_are_russian_for_russian_readers() -> None:
    with language.using("ru"), pytest.raises(InvalidArgument, match=r"расширение: .*110"):
        check_answers({"expansion": (0, 50, 100, 120, 110)})


def test_good_answers_pass_in_silence() -> None:
    check_answers(GOOD, kept_share=0.9)
    check_answers({"expansion": (0, 0, 100, 100, 100)})


def test_todays_level_is_that_of_the_history_and_the_bend_that_of_the_answers(case: Case) -> None:
    judged, history = calibrate_judgement(GOOD, case), calibrate_history(case)
    hours = history.today_hours.mean(axis=0)
    for place, name in enumerate(("erosion", "expansion", "conversion")):
        new, old = getattr(judged.response, name), getattr(history.response, name)
        assert float(new.value(hours[place])) == pytest.approx(float(old.value(hours[place])))
    gain = judged.response.expansion
    ratio = float(gain.value(1.5 * hours[1])) / float(gain.value(hours[1]))
    assert ratio == pytest.approx(1.25, abs=0.02)
    kept = [(1 - float(judged.response.erosion.value(h * hours[0]))) ** 12 for h in (0.5, 1.0)]
    assert kept[0] / kept[1] == pytest.approx(0.88, abs=0.01)
    assert judged.intervals["misfit_share"].max() < 0.05
    assert judged.intervals["misfit_share"].min() >= 0.0
    assert not judged.intervals["refused"].any()
    # An S-shaped answer makes hours of conversion dearer than a curve that only flattens.
    worth = [c.intervals.set_index("activity").loc["conversion", "marginal"]
             for c in (judged, history)]  # fmt: skip
    assert worth[0] > 1.3 * worth[1]


def test_what_was_not_asked_keeps_its_curve(case: Case) -> None:
    judged = calibrate_judgement({"expansion": GOOD["expansion"]}, case)
    history = calibrate_history(case)
    assert judged.response.erosion == history.response.erosion
    assert judged.response.conversion == history.response.conversion
    misfit = judged.intervals.set_index("activity")["misfit_share"]
    assert misfit.isna().tolist() == [True, False, True]
    assert "assumed-judgement" in judged.assumed


def test_judged_curves_go_through_the_same_projection(case: Case) -> None:
    judged = calibrate_judgement(GOOD, case)
    today = judged.today_hours
    value = Sweep(judged.start, judged.response).value(today[None], today)
    assert value.shape == (24,)
    assert (value > 0).all()
    response, start = judged.draws(5, seed=1)
    assert np.shape(response.erosion.value(np.full(24, 30.0))) == (5, 24)
    assert start.skill.shape == (5, 24)
    for activity in SELLING:
        frame = response_frame(judged, activity)
        assert frame["value"].between(frame["low"], frame["high"]).mean() > 0.9


def test_steeper_draws_pass_through_today(case: Case) -> None:
    judged = calibrate_judgement(GOOD, case)
    at = float(judged.today_hours.mean(axis=0)[1])
    curve = judged.sample.response["expansion"]
    history = calibrate_history(case).sample.response["expansion"]
    assert np.asarray(curve.value(at)) == pytest.approx(np.asarray(history.value(at)))
    spread = np.log(np.asarray(curve.marginal(at)) / np.asarray(curve.value(at))).std()
    assert spread == pytest.approx(0.2, abs=0.03)


def test_nobody_can_judge_hours_that_nobody_spends(case: Case) -> None:
    reports = case.reports.assign(expansion_hours=0.0)
    idle = Case({name: getattr(case, name) for name in case.tables} | {"reports": reports})
    with pytest.raises(InvalidArgument) as found:
        calibrate_judgement({"expansion": GOOD["expansion"]}, idle)
    assert found.value.key == "judgement-no-hours"


def test_judged_erosion_slopes_as_its_values_say() -> None:
    curve = JudgedErosion(Adbudg(0.6, 0.97, 12.0, 2.2))
    hours, step = np.array([2.0, 10.0, 33.0, 60.0]), 1e-5
    slope = (np.asarray(curve.value(hours + step)) - curve.value(hours - step)) / (2 * step)
    assert np.allclose(curve.marginal(hours), slope, rtol=1e-5)
    assert np.allclose(curve.elasticity(hours), slope * hours / curve.value(hours), rtol=1e-5)
    assert float(curve.value(0.0)) == pytest.approx(1 - 0.6 ** (1 / 12))
    with pytest.raises(InvalidArgument):
        curve.value(-1.0)
    with pytest.raises(InvalidArgument):
        curve.marginal(float("nan"))


# Without history


LEVELS = Levels(lost_share=0.10, gained_krub=8500.0, wins=27.0)


@pytest.fixture(scope="module")
def young(case: Case) -> Case:
    """The same company with one month of reports and sales, no positions and no deals."""
    frames = {name: getattr(case, name) for name in ("company", "reps", "accounts")}
    for name in ("reports", "sales"):
        frame = getattr(case, name)
        frames[name] = frame[frame["month"] == case.last_month]
    return Case(frames)


def test_judgement_is_enough_without_history(young: Case, lang: str) -> None:
    judged = calibrate_judgement(GOOD, young, LEVELS)
    assert judged.tried_hours is None
    assert judged.unknown == ()
    # Today's hours bring what was told, in a year and in all.
    rows = judged.intervals.set_index("activity")
    assert 1 - (1 - rows.loc["retention", "today"]) ** 12 == pytest.approx(0.10, rel=0.05)
    assert rows.loc["expansion", "today"] * 12 * 24 == pytest.approx(8500, rel=0.1)
    assert rows.loc["conversion", "today"] * 12 * 24 == pytest.approx(27, rel=0.1)
    assert rows["learned_share"].isna().all()
    # What a month brings is what was booked: consumables and service, line by line.
    sales = young.sales[young.sales["line"] != "equipment"]
    margin = (sales["revenue_krub"] - sales["cost_krub"]).sum()
    sold = judged.response.recurring_margin * judged.start.base_krub.sum()
    assert sold == pytest.approx(margin, rel=0.01)
    assert judged.start.pool_accounts.sum() == (young.accounts["status"] == "competitor").sum()
    hours = young.reports.groupby("rep_id")["retention_hours"].sum()
    assert judged.today_hours[:, 0] == pytest.approx(hours.reindex(judged.rep_ids).to_numpy())
    best = best_plan(judged)
    assert best.gain_krub > 0
    assert np.abs(best.hours - judged.today_hours).max() <= 8.0 + 1e-3
    assert project(judged, best.plan).value_krub == pytest.approx(best.value_krub, rel=1e-6)
    assert language.text("learned-told") in explain_plan(judged, best.plan)
    assert all(language.text(key) for key in judged.assumed)


def test_kinds_nobody_was_asked_about_are_unknown_without_history(young: Case) -> None:
    judged = calibrate_judgement({"retention": GOOD["retention"]}, young, LEVELS)
    assert judged.unknown == ("expansion", "conversion")
    assert np.isnan(project(judged, Plan({"all": {"expansion": 2, "retention": -2}})).value_krub)
    still = project(judged)
    assert np.isfinite(still.value_krub)
    # Today's hours go on bringing what was told.
    assert still.path.wins[0].sum() * 12 == pytest.approx(27, rel=0.05)
    found = proposals(judged)
    assert set(found.norm.change_hours) <= {"retention", "service", "admin"}
    steady = best_plan(judged).hours[:, :, 1:3] - judged.today_hours[:, 1:3]
    assert np.abs(steady).max() < 1e-9


def test_levels_are_asked_for_without_history(young: Case, case: Case, lang: str) -> None:
    with pytest.raises(InvalidArgument) as found:
        calibrate_judgement(GOOD, young, Levels(wins=27))
    assert found.value.key == "judgement-no-levels"
    assert "lost_share" in str(found.value)
    assert "wins," not in found.value.facts["missing"]
    with pytest.raises(InvalidArgument) as found:
        calibrate_judgement({"expansion": GOOD["expansion"]}, case, Levels(wins=27))
    assert found.value.key == "judgement-level-alone"
    for wrong in ({"wins": -1}, {"lost_share": 1.0}, {"gained_krub": float("nan")}, {"wins": "x"}):
        with pytest.raises(InvalidArgument):
            Levels(**wrong)  # type: ignore[arg-type]
    empty = Case({name: getattr(young, name) for name in ("company", "reps", "accounts")})
    with pytest.raises(InvalidArgument, match="reports, sales"):
        calibrate_judgement(GOOD, empty, LEVELS)


def test_a_level_told_replaces_that_of_the_history(case: Case) -> None:
    told = Levels(lost_share=0.2, gained_krub=12000.0)
    judged = calibrate_judgement(GOOD, case, told)
    hours = judged.today_hours.mean(axis=0)
    assert 1 - (1 - judged.response.erosion.value(hours[0])) ** 12 == pytest.approx(0.2)
    assert float(judged.response.expansion.value(hours[1])) * 12 * 24 == pytest.approx(12000.0)
    drawn = np.asarray(judged.sample.response["expansion"].value(hours[1]))
    assert np.log(drawn).std() == pytest.approx(0.1, abs=0.02)
    history = calibrate_history(case)
    assert judged.response.conversion.value(hours[2]) == pytest.approx(
        history.response.conversion.value(hours[2])
    )
    assert judged.tried_hours is not None


@pytest.mark.parametrize("kind", [pytest.param("expansion", marks=pytest.mark.slow), "conversion"])
def test_nobody_gains_more_than_there_is(case: Case, kind: str, lang: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        calibrate_judgement({kind: (0, 1, 100, 1e6, 1e9)}, case)
    assert language.text(f"activity-{kind}") in str(told.value)
    history = calibrate_history(case)
    start = history.start
    whole = {"expansion": start.room_krub, "conversion": start.pool_accounts}[kind].sum()
    hours = history.today_hours.mean(axis=0)[SELLING.index(kind)]
    today = float(getattr(history.response, kind).value(hours))
    most = 100.0 * whole / (12 * len(start.room_krub) * today)
    first = (0, 60, 100, 125)
    judged = calibrate_judgement({kind: (*first, 0.99 * most)}, case)
    assert judged.intervals.set_index("activity").at[kind, "misfit_share"] < 1.0
    with pytest.raises(InvalidArgument, match=language.number(most, 0)[:1]):
        calibrate_judgement({kind: (*first, 1.01 * most)}, case)


@pytest.mark.slow
def test_levels_keep_to_what_there_is(case: Case, young: Case, lang: str) -> None:
    answers = {"expansion": (0, 60, 100, 125, 180), "conversion": (0, 60, 100, 125, 180)}
    for company in (case, young):
        good = {"lost_share": 0.1, "gained_krub": 100.0, "wins": 1}
        if company is case:
            good.pop("lost_share")
        calibrate_judgement(answers, company, Levels(**good))
        for name in ("gained_krub", "wins"):
            with pytest.raises(InvalidArgument, match=name):
                calibrate_judgement(answers, company, Levels(**{**good, name: 1e9}))


@pytest.mark.parametrize("answers", [[1], None, "expansion", 5])
def test_answers_that_are_no_answers_are_refused(case: Case, answers, lang: str) -> None:
    with pytest.raises(InvalidArgument, match=type(answers).__name__):
        calibrate_judgement(answers, case)
    with pytest.raises(InvalidArgument, match=r"Levels\(lost_share"):
        calibrate_judgement({"expansion": (0, 60, 100, 125, 180)}, case, 5)  # type: ignore[arg-type]
