"""Calibration from history: evidence read rightly, curves recovered, intervals honest."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from casekit.analysis.months import month_code, month_number
from casekit.company import Case, Terms
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES, text
from casekit.model import (
    Calibration,
    Sweep,
    calibrate_history,
    response_frame,
    service_penalty,
    value_of_one_hour,
)
from casekit.model.calibration.amounts import fit_cycle, win_amounts
from casekit.model.calibration.books import todays_business
from casekit.model.calibration.curve_fit import draw_skill, fit_erosion, fit_gain, shrink_skill
from casekit.model.calibration.likelihood import attention_of, level_error
from casekit.model.calibration.panel import gather_panel
from casekit.model.response.curves import Erosion
from casekit.model.response.hour_value import repeat_for_draws, todays_response
from casekit.world import FAMILIES, draw_company
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.start import todays_hours, true_response, true_start


@cache
def world(seed: int, family: str = "A") -> World:
    return draw_company(seed, family)


@cache
def calibrated(seed: int, family: str = "A") -> Calibration:
    return calibrate_history(Case(world(seed, family).tables))


def changed(seed: int, **tables: pd.DataFrame) -> Case:
    return Case({**world(seed).tables, **tables})


# What the tables say


@pytest.mark.slow
def test_the_panel_is_what_the_generator_knows() -> None:
    history = world(31).truth.history
    shipped = slice(p.BURN_IN_MONTHS, None)
    panel = gather_panel(Case(world(31).tables))
    assert panel.base_krub == pytest.approx(history.base_krub[shipped])
    assert panel.room_krub == pytest.approx(history.room_krub[shipped])
    assert panel.pool_accounts == pytest.approx(history.pool_accounts[shipped])
    told = np.ones(len(panel.rep_ids), dtype=bool)
    told[list(world(31).truth.round_reporters)] = False
    # Reports are rounded to half hours.
    assert np.abs(panel.hours - history.hours[shipped])[:, told].max() <= 0.251


def test_business_lost_and_gained_accounts_for_every_change_of_the_base() -> None:
    panel = gather_panel(Case(world(31).tables))
    won = panel.won_points_krub.sum()
    change = panel.base_krub[-1].sum() - panel.base_krub[0].sum()
    assert panel.gained_krub.sum() + won - panel.lost_krub.sum() == pytest.approx(change)


def test_accounts_handed_over_count_for_whoever_has_them() -> None:
    case = Case(world(31).tables)
    assignments = case.assignments
    moved = assignments[assignments["until_month"] != ""]["account_id"]
    panel = gather_panel(case)
    only = case.positions[case.positions["account_id"].isin(moved)]
    part = gather_panel(changed(31, positions=only))
    giver, taker = (
        panel.rep_ids.index(rep)
        for rep in assignments[assignments["account_id"] == moved.iloc[0]]["rep_id"]
    )
    at = p.HANDED_OVER_IN_MONTH - 1
    assert (part.base_krub[:at, taker] == 0).all()
    assert (part.base_krub[at:, giver] == 0).all()
    assert part.base_krub[:at, giver].sum() > 0
    assert part.base_krub[at:, taker].sum() > 0


def test_an_empty_table_or_a_short_history_is_named() -> None:
    deals = world(31).tables["deals"]
    with pytest.raises(InvalidArgument) as found:
        calibrate_history(changed(31, deals=deals.iloc[:0], sales=world(31).tables["sales"][:0]))
    assert found.value.key == "calibration-empty"
    assert found.value.facts["tables"] == "sales, deals"
    company = world(31).tables["company"].replace("2026-06", "2025-02")
    with pytest.raises(InvalidArgument) as short:
        calibrate_history(changed(31, company=company))
    assert short.value.key == "calibration-short"
    assert short.value.facts["found"] == 8


# How long pursuits take


def register(rng: np.random.Generator, months: float, sd: float, count: int) -> pd.DataFrame:
    """Deals opened evenly from two years before the history on, as a company would list them."""
    shape, scale = (months / sd) ** 2, sd**2 / months
    begin, end = pd.Timestamp("2024-07-01"), pd.Timestamp("2026-06-30")
    opened = pd.Timestamp("2022-07-01") + pd.to_timedelta(rng.integers(0, 1460, count), unit="D")
    decided = opened + pd.to_timedelta(rng.gamma(shape, scale, count) * 30.4375, unit="D")
    listed = decided >= begin
    known = decided <= end
    frame = pd.DataFrame(
        {
            "deal_id": [f"D{i}" for i in range(count)],
            "account_id": "A1",
            "rep_id": "R1",
            "opened_on": opened.strftime("%Y-%m-%d"),
            "offered_on": "",
            "decided_on": np.where(known, decided.strftime("%Y-%m-%d"), ""),
            "outcome": np.where(known, np.where(rng.random(count) < 0.4, "won", "lost"), "open"),
        }
    )
    return frame[listed]


@pytest.mark.parametrize(("months", "sd"), [(8.0, 2.2), (12.0, 4.0), (4.0, 1.5)])
def test_the_cycle_is_recovered_from_a_register_with_open_and_older_deals(
    months: float, sd: float
) -> None:
    deals = register(np.random.default_rng(5), months, sd, 1500)
    cycle = fit_cycle(changed(31, deals=deals))
    assert cycle is not None
    assert cycle.mean_months == pytest.approx(months, rel=0.04)
    assert cycle.sd_months == pytest.approx(sd, rel=0.08)


def test_leaving_open_deals_out_would_shorten_the_cycle() -> None:
    deals = register(np.random.default_rng(5), 12.0, 4.0, 1500)
    whole = fit_cycle(changed(31, deals=deals))
    decided = fit_cycle(changed(31, deals=deals[deals["outcome"] != "open"]))
    assert whole is not None
    assert decided is not None
    assert decided.mean_months < whole.mean_months - 0.5


def test_too_few_decided_deals_leave_the_cycle_assumed() -> None:
    deals = world(31).tables["deals"]
    few = pd.concat([deals[deals["outcome"] == "won"].iloc[:5], deals[deals["outcome"] == "open"]])
    assert fit_cycle(changed(31, deals=few)) is None
    calibration = calibrate_history(changed(31, deals=few))
    assert "assumed-cycle" in calibration.assumed
    assert calibration.response.cycle_mean_months == 8.0


# What gains are worth


@pytest.mark.slow
@pytest.mark.parametrize("family", list(FAMILIES))
def test_amounts_are_near_those_the_company_was_drawn_from(family: str) -> None:
    case = Case(world(32, family).tables)
    panel = gather_panel(case)
    truth = FAMILIES[family].response
    business = todays_business(case, panel)
    lines = business.amounts
    # Shares and margins are those booked in the last half-year.
    held = case.sales[case.sales["month"].isin(sorted(case.sales["month"].unique())[-6:])]
    by_line = held.groupby("line")[["revenue_krub", "cost_krub"]].sum()
    margin = 1 - by_line["cost_krub"] / by_line["revenue_krub"]
    assert sum(lines[f"{line}_share"] for line in ("consumables", "service", "equipment")) == (
        pytest.approx(1.0)
    )
    recurring = by_line.loc[["consumables", "service"], "revenue_krub"]
    known = [lines[f"{line}_share"] for line in recurring.index]
    assert known[0] / known[1] == pytest.approx(recurring.iloc[0] / recurring.iloc[1], rel=0.02)
    assert lines["consumables_margin"] == pytest.approx(margin["consumables"], abs=0.01)
    assert lines["service_margin"] == pytest.approx(margin["service"], abs=0.01)
    assert lines["equipment_margin"] == pytest.approx(truth.equipment_margin, abs=0.01)
    # A rouble of the register sells for more or less than a rouble.
    given = lines["equipment_per_yearly_expansion"] * business.revenue_share
    assert given == pytest.approx(truth.equipment_per_yearly_expansion, abs=0.05)
    for name, (mean, error) in win_amounts(case, panel).items():
        assert abs(mean - getattr(truth, name)) < 3.5 * error, name


# Curves


def test_a_rich_history_recovers_the_curves() -> None:
    """Many specialists, wide hours, little luck: then the truth must come out."""
    rng = np.random.default_rng(2)
    months, reps = 24, 300
    hours = 12.0 * np.exp(0.6 * rng.standard_normal(reps)) * np.ones((months, 1))
    skill = 1.0 + 0.1 * rng.standard_normal(reps)
    room = rng.uniform(800, 2000, (months, reps))
    gained = rng.gamma(4.0, room * skill * 0.04 * -np.expm1(-0.06 * hours) / 4.0)
    fit = fit_gain(rng, 200, gained, room, hours)
    curve = fit.curve(shrink_skill([fit]), reference=1000.0)
    assert curve.rate == pytest.approx(0.06, rel=0.12)
    assert curve.value(12.0) == pytest.approx(40.0 * -np.expm1(-0.72), rel=0.03)
    assert np.corrcoef(shrink_skill([fit]), skill)[0, 1] > 0.5

    attention = 25.0 * np.exp(0.5 * rng.standard_normal(reps)) * np.ones((months, 1))
    truth = Erosion(0.004, 0.04, 0.08)
    base = rng.uniform(2000, 5000, (months, reps))
    lost = rng.gamma(4.0, base * truth.value(attention) / 4.0)
    best = fit_erosion(rng, 200, lost, base, attention).best
    for at in (15.0, 25.0, 45.0):
        assert float(best.value(at)) == pytest.approx(float(truth.value(at)), rel=0.06)
    assert float(best.marginal(25.0)) == pytest.approx(float(truth.marginal(25.0)), rel=0.15)


def test_skill_is_shrunk_towards_the_mean_and_drawn_around_it() -> None:
    rng = np.random.default_rng(4)
    hours = np.full((24, 12), 10.0) * np.linspace(0.7, 1.3, 12)
    gained = 40.0 * -np.expm1(-0.06 * hours) * rng.uniform(0.4, 1.6, (24, 12))
    gained[:, 3] *= 1.6
    fit = fit_gain(rng, 300, gained, np.ones((24, 12)), hours)
    skill = shrink_skill([fit])
    shown = fit.observed / (fit.best_expected * fit.total / fit.best_expected.sum())
    assert skill.argmax() == 3
    assert 1.0 < skill[3] < shown[3]
    drawn = draw_skill(rng, [fit])
    assert drawn.shape == (300, 12)
    assert drawn.mean(axis=0) == pytest.approx(skill, abs=0.05)


@pytest.mark.slow
def test_skill_is_seen_through_the_luck() -> None:
    near = []
    for family in FAMILIES:
        for seed in (41, 42, 43):
            true = world(seed, family).truth.reps.skill
            near.append(np.corrcoef(calibrated(seed, family).start.skill, true)[0, 1])
    assert np.mean(near) > 0.4


def test_what_the_data_settled_grows_with_what_they_show() -> None:
    rng = np.random.default_rng(6)
    learned = []
    for spread in (0.02, 0.15, 0.6):
        hours = 12.0 * np.exp(spread * rng.standard_normal(24)) * np.ones((24, 1))
        gained = rng.gamma(2.0, 20.0 * -np.expm1(-0.06 * hours))
        learned.append(fit_gain(rng, 100, gained, np.ones((24, 24)), hours).learned)
    assert 0.0 <= learned[0] < learned[1] < learned[2] < 1.0
    assert learned[0] < 0.1
    assert learned[2] > 0.5


def test_luck_that_is_made_up_for_counts_less() -> None:
    rng = np.random.default_rng(8)
    expected = np.full(24, 100.0)
    independent, balanced, waves = [], [], []
    for _ in range(300):
        shocks = 10.0 * rng.standard_normal(25)
        independent.append(level_error(expected + shocks[1:], expected))
        balanced.append(level_error(expected + np.diff(shocks), expected))
        year = rng.standard_normal((2, 12))
        even = 10.0 * (year - year.mean(axis=1, keepdims=True)).ravel()
        waves.append(level_error(expected + even, expected, in_waves=True))
    assert np.mean(balanced) < 0.75 * np.mean(independent)
    assert np.mean(waves) < 0.8 * np.mean(independent)
    assert np.mean(np.square(independent)) == pytest.approx(0.1**2 / 24, rel=0.15)


def test_attention_follows_the_hours_with_a_memory() -> None:
    hours = np.full((12, 2), 30.0)
    hours[6:, 1] = 10.0
    attention = attention_of(hours, 0.7)
    assert attention[:, 0] == pytest.approx(30.0)
    assert attention[6, 1] == pytest.approx(0.7 * 30 + 0.3 * 10)
    assert attention[-1, 1] == pytest.approx(10 + 20 * 0.7**6)


# The calibration as a whole


@pytest.mark.slow
def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """A small sample of natural luck; `benchmarks/calibration.py` has the whole count."""
    held = []
    for family in FAMILIES:
        for seed in (41, 42, 43):
            drawn = draw_company(seed, family, natural=True)
            truth = true_start(drawn), true_response(drawn)
            hours = todays_hours(drawn, 1)[0]
            today = np.array([float(value[0]) for value in todays_response(*truth, hours)])
            marginal = value_of_one_hour(*truth, hours).mean(axis=-1)
            calibration = calibrate_history(drawn.case)
            # Money of the register becomes revenue as it is booked.
            booked = calibration.start.base_krub.sum() / truth[0].base_krub.sum()
            today[SELLING.index("expansion")] *= booked
            found = calibration.intervals
            assert found["activity"].tolist() == list(SELLING)
            assert not found["refused"].any()
            for name, true in (("today", today), ("marginal", marginal * booked)):
                low, high = found[f"{name}_low"].to_numpy(), found[f"{name}_high"].to_numpy()
                held += list((low <= true) & (true <= high))
                # An interval that says nothing would hold everything.
                assert ((high - low) / 2 < 1.6 * true).all()
    assert 0.80 <= np.mean(held) <= 0.99


@pytest.mark.parametrize("family", list(FAMILIES))
def test_the_best_estimate_lies_inside_its_interval(family: str) -> None:
    found = calibrated(41, family).intervals
    for name in ("today", "marginal"):
        assert (found[f"{name}_low"] < found[name]).all()
        assert (found[name] < found[f"{name}_high"]).all()


def test_a_calibration_says_what_it_knows() -> None:
    calibration, drawn = calibrated(31), world(31)
    assert calibration.rep_ids == tuple(drawn.tables["reps"]["rep_id"])
    assert calibration.regions == tuple(drawn.tables["reps"]["region"])
    truth = true_start(drawn)
    # Wallets of the register become revenue as it is booked: a little less, by price concessions.
    booked = calibration.start.base_krub / truth.base_krub
    assert booked == pytest.approx(np.full_like(booked, booked[0]))
    assert 0.9 < booked[0] < 1.0
    assert calibration.start.room_krub == pytest.approx(truth.room_krub * booked)
    assert calibration.start.pool_accounts == pytest.approx(truth.pool_accounts)
    assert calibration.start.attention_hours == pytest.approx(truth.attention_hours, rel=0.2)
    mix = calibration.start.erosion_mix
    assert np.corrcoef(mix, truth.erosion_mix)[0, 1] > 0.95
    low, high = calibration.tried_hours
    assert low.shape == high.shape == (len(ACTIVITIES),)
    assert (low <= calibration.today_hours.mean(axis=0)).all()
    assert (calibration.today_hours.mean(axis=0) <= high).all()
    assert calibration.unknown == ()
    for lang in LANGUAGES:
        assert all(text(key, lang=lang) for key in calibration.assumed)


def test_the_order_of_rows_does_not_matter() -> None:
    shuffled = {
        name: frame.sample(frac=1.0, random_state=3) if name != "reps" else frame
        for name, frame in world(31).tables.items()
    }
    again = calibrate_history(Case(shuffled))
    pd.testing.assert_frame_equal(again.intervals, calibrated(31).intervals, rtol=1e-6)


def test_specialists_stay_with_their_figures_in_another_order() -> None:
    reps = world(31).tables["reps"].iloc[::-1]
    turned = calibrate_history(changed(31, reps=reps))
    assert turned.rep_ids == calibrated(31).rep_ids[::-1]
    assert turned.start.skill[::-1] == pytest.approx(calibrated(31).start.skill)
    assert turned.start.base_krub[::-1] == pytest.approx(calibrated(31).start.base_krub)


def test_equal_hours_are_refused_politely() -> None:
    reports = world(31).tables["reports"].copy()
    total = reports.groupby(["month", "rep_id"])["expansion_hours"].transform("sum")
    reports["expansion_hours"] *= (14.0 / total).where(total > 0, 0.0)
    found = calibrate_history(changed(31, reports=reports)).intervals.set_index("activity")
    assert found["refused"].to_dict() == {
        "retention": False,
        "expansion": True,
        "conversion": False,
    }
    row = found.loc["expansion"]
    assert row["reason"] == "calibration-hours-alike"
    assert np.isnan([row["marginal"], row["marginal_low"], row["marginal_high"]]).all()
    # How much today's hours bring is known all the same.
    assert row["today_low"] < row["today"] < row["today_high"]
    for lang in LANGUAGES:
        assert text(row["reason"], lang=lang)


def test_without_wins_conversion_is_refused_and_brings_nothing() -> None:
    deals = world(31).tables["deals"].copy()
    deals.loc[deals["outcome"] == "won", "outcome"] = "lost"
    found = calibrate_history(changed(31, deals=deals)).intervals.set_index("activity")
    assert found.loc["conversion", "reason"] == "calibration-few-events"
    assert found.loc["conversion", "today"] == 0.0
    assert not found.loc["expansion", "refused"]


@pytest.mark.parametrize("activity", SELLING)
def test_an_activity_nobody_works_at_is_refused(activity: str) -> None:
    reports = world(31).tables["reports"].assign(**{f"{activity}_hours": 0.0})
    calibration = calibrate_history(changed(31, reports=reports))
    found = calibration.intervals.set_index("activity")
    assert found.loc[activity, "reason"] == "calibration-hours-alike"
    assert found["refused"].sum() == 1
    assert np.isfinite(found["today"]).all()
    # Gains that come without an hour are not put down to hours.
    assert activity == "retention" or found.loc[activity, "today"] == 0.0


def test_three_specialists_are_enough_to_be_unsure() -> None:
    tables = world(31).tables
    few = tables["reps"]["rep_id"].iloc[:3]
    mine = tables["assignments"]["account_id"][tables["assignments"]["rep_id"].isin(few)]
    part = {
        name: frame[frame["account_id"].isin(mine)] if "account_id" in frame else frame
        for name, frame in tables.items()
    }
    part = {name: frame[frame["rep_id"].isin(few)] if "rep_id" in frame else frame
            for name, frame in part.items()}  # fmt: skip
    small, whole = calibrate_history(Case(part)), calibrated(31)
    told = small.intervals[~small.intervals["refused"]].set_index("activity")
    width = told["today_high"] / told["today_low"]
    usual = whole.intervals.set_index("activity")
    assert len(told)
    # The level is less sure; what another hour brings rests on priors in both.
    assert (width > (usual["today_high"] / usual["today_low"])[told.index]).all()


def test_a_company_without_clients_is_refused() -> None:
    positions = world(31).tables["positions"].assign(supplier="Tarvex")
    with pytest.raises(InvalidArgument) as found:
        calibrate_history(changed(31, positions=positions))
    assert found.value.key == "calibration-no-business"


def test_service_below_its_floor_is_not_blamed_on_attention() -> None:
    """Losses that missing service explains must not count twice in a projection."""
    reports = world(31).tables["reports"].copy()
    reports["service_hours"] *= 0.4
    found = calibrate_history(changed(31, reports=reports)).intervals.set_index("activity")
    usual = calibrated(31).intervals.set_index("activity")
    floor = Terms().service_floor_hours
    service = reports.groupby(["rep_id", "month"])["service_hours"].sum()
    missed = service_penalty(service.to_numpy(), floor, 0.002).mean()
    fell = usual.loc["retention", "today"] - found.loc["retention", "today"]
    assert fell == pytest.approx(missed, rel=0.25)


# Draws


def test_draws_are_repeatable_and_shaped_by_draw_and_specialist() -> None:
    calibration = calibrated(31)
    response, start = calibration.draws(7, seed=1)
    again, _ = calibration.draws(7, seed=1)
    other, _ = calibration.draws(7, seed=2)
    assert np.shape(response.erosion.floor) == (7, 1)
    assert np.shape(response.expansion.rate) == (7, 1)
    assert np.shape(response.win_equipment_krub) == (7, 1)
    assert start.skill.shape == (7, 24)
    assert np.array_equal(response.conversion.ceiling, again.conversion.ceiling)
    assert not np.array_equal(response.conversion.ceiling, other.conversion.ceiling)
    many, _ = calibration.draws(1000, seed=3)
    assert np.shape(many.erosion.rate) == (1000, 1)
    assert len(np.unique(many.win_recurring_krub)) == len(calibration.sample.skill)


@pytest.mark.parametrize("n", [0, -3, 2.5, True])
def test_a_number_of_draws_that_cannot_be_is_refused(n: int) -> None:
    with pytest.raises(InvalidArgument) as found:
        calibrated(31).draws(n, seed=1)
    assert found.value.key == "calibration-draws"


def test_draws_side_by_side_are_the_draws_one_by_one() -> None:
    calibration = calibrated(31)
    response, start = calibration.draws(3, seed=5)
    hours = calibration.today_hours
    flat, starts = repeat_for_draws(response, start, 3)
    together = value_of_one_hour(starts, flat, np.tile(hours, (3, 1))).reshape(3, 3, -1)
    for draw in range(3):
        one = replace(
            response,
            **{
                name: replace(
                    getattr(response, name),
                    **{key: part[draw] for key, part in vars(getattr(response, name)).items()},
                )
                for name in ("erosion", "expansion", "conversion")
            },
            **{
                name: float(getattr(response, name)[draw, 0])
                for name in ("win_equipment_krub", "win_recurring_krub", "pressure_share")
            },
        )
        alone = value_of_one_hour(replace(start, skill=start.skill[draw]), one, hours)
        assert together[:, draw] == pytest.approx(alone)


def test_the_value_of_an_hour_is_what_the_projection_gains_from_it() -> None:
    drawn = world(31)
    start, response = true_start(drawn), drawn.truth.parameters.response
    hours = todays_hours(drawn, months=1)
    more = hours.copy()
    more[:, :, ACTIVITIES.index("expansion")] += 1.0
    gain = [Sweep(start, response).value(plan, hours[0]) for plan in (more, hours)]
    worth = value_of_one_hour(start, response, hours[0])
    assert worth.shape == (3, 24)
    assert worth[SELLING.index("expansion")] == pytest.approx((gain[0] - gain[1]) / 36)


# Frames for pictures


@pytest.mark.parametrize("activity", SELLING)
def test_a_response_frame_holds_the_curve_its_interval_and_today(activity: str) -> None:
    calibration = calibrated(31)
    frame = response_frame(calibration, activity)
    assert (frame["low"] <= frame["high"]).all()
    row = frame[frame["is_today"]].iloc[0]
    column = ACTIVITIES.index(activity)
    assert row["hours"] == pytest.approx(calibration.today_hours[:, column].mean())
    assert row["low"] < row["value"] < row["high"]
    # Specialists differ little, so their mean lies near the curve at their mean.
    told = calibration.intervals.set_index("activity").loc[activity, "today"]
    assert row["value"] == pytest.approx(told, rel=0.06)
    low, high = calibration.tried_hours
    seen = frame["hours"].between(low[column], high[column])
    assert (frame["extrapolated"] == ~seen).all()
    assert frame["extrapolated"].iloc[-1]
    steps = frame["value"].diff().dropna()
    assert (steps < 0).all() if activity == "retention" else (steps > 0).all()


def test_a_response_frame_of_what_cannot_be_is_refused() -> None:
    with pytest.raises(InvalidArgument) as unknown:
        response_frame(calibrated(31), "travel")
    assert unknown.value.key == "activity-unknown"
    for hours in ([-1.0, 5.0], [float("nan")]):
        with pytest.raises(InvalidArgument) as found:
            response_frame(calibrated(31), "expansion", np.array(hours))
        assert found.value.key == "curve-hours"


def test_months_of_the_panel_are_months_of_the_history() -> None:
    """Rows outside the history change nothing."""
    reports = world(31).tables["reports"]
    first = int(month_number(reports["month"]).min())
    early = reports[reports["month"] == month_code(first)].assign(month=month_code(first - 1))
    panel = gather_panel(changed(31, reports=pd.concat([reports, early])))
    assert panel.hours == pytest.approx(gather_panel(Case(world(31).tables)).hours)
