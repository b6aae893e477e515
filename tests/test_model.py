"""Curves and monthly equations: shapes, conservation, and agreement with the generator."""

from __future__ import annotations

import numpy as np
import pytest

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.company.schema import ACTIVITIES
from casekit.model import (
    Erosion,
    Pursuit,
    Saturating,
    Sweep,
    cycle_weights,
    hour_to_win_weights,
    project_reps,
    service_penalty,
)
from casekit.model.response.cycle import new_landing
from casekit.world import FAMILIES, draw_company
from casekit.world import parameters as p
from casekit.world.market import US, held_krub
from casekit.world.start import todays_hours, true_response, true_start

CURVES = [Saturating(52.0, 0.06), Erosion(0.009, 0.034, 0.09), Pursuit(0.8, 30.0, 3.0)]


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: type(curve).__name__)
def test_marginal_and_elasticity_are_the_slope_of_the_value(curve: Saturating) -> None:
    hours = np.array([1.0, 7.0, 20.0, 33.0, 80.0])
    step = 1e-5
    slope = (curve.value(hours + step) - curve.value(hours - step)) / (2 * step)
    assert np.allclose(curve.marginal(hours), slope, rtol=1e-6)
    assert np.allclose(curve.elasticity(hours), slope * hours / curve.value(hours), rtol=1e-6)


def test_no_effort_brings_nothing() -> None:
    assert float(Saturating(52.0, 0.06).value(0.0)) == 0.0
    assert float(Saturating(52.0, 0.06).elasticity(0.0)) == 1.0
    assert Pursuit(0.8, 30.0, 3.0).value(0.0) == 0.0


def test_an_hour_bears_fruit_after_about_half_a_cycle() -> None:
    cycle = cycle_weights(8.0, 2.2, (4.0, 14.0))
    assert cycle.sum() == pytest.approx(1.0)
    assert (cycle[:4] == 0).all()
    assert len(cycle) == 14
    mean_cycle = (cycle * (np.arange(len(cycle)) + 0.5)).sum()
    delay = (hour_to_win_weights(cycle) * np.arange(len(cycle))).sum()
    assert mean_cycle == pytest.approx(8.0, abs=0.15)
    assert delay == pytest.approx(3.9, abs=0.3)


def test_service_below_its_floor_costs_two_thousandths_a_tenth() -> None:
    hours = np.array([30.0, 18.0, 16.2, 0.0])
    assert service_penalty(hours, 18.0, 0.002) == pytest.approx([0.0, 0.0, 0.002, 0.02])


def test_new_pursuits_are_decided_in_a_wave_and_then_as_old_ones_are() -> None:
    """Against pursuits followed one by one: each decision makes room for the next month's."""
    cycle = cycle_weights(8.0, 2.2, (4.0, 14.0))
    landing = new_landing(cycle, 200)
    hazard = cycle / np.maximum(cycle[::-1].cumsum()[::-1], 1e-300)
    ages, worked, decided = np.eye(len(cycle))[0], np.arange(len(cycle)) + 1.0, np.zeros(200)
    for month in range(200):
        leaving = ages * hazard
        # A month's hours are spread over what runs, so a decision takes the months it ran.
        decided[month] = leaving @ worked
        ages = np.r_[leaving.sum(), (ages - leaving)[:-1]]
    found = landing.sum(axis=0)
    assert found == pytest.approx(decided, abs=1e-6)
    assert (found[:4] == 0.0).all()
    assert found[5:10].max() > 1.2
    assert found[-24:] == pytest.approx(np.ones(24), abs=1e-6)
    # All hours of a month bear fruit some time, at last like those that go on.
    assert landing[:150].sum(axis=1) == pytest.approx(np.ones(150))
    weights = hour_to_win_weights(cycle)
    assert landing[150, 150 : 150 + len(weights)] == pytest.approx(weights, abs=1e-6)
    # One that may be decided in its first month makes room at once.
    assert new_landing(np.array([0.5, 0.5]), 40).sum(axis=0)[-12:] == pytest.approx(np.ones(12))


def test_what_leaves_one_door_comes_in_at_another() -> None:
    world = draw_company(3)
    start, response = true_start(world), true_response(world)
    path = project_reps(start, response, todays_hours(world))
    base, room, pool = (
        np.diff(np.vstack([getattr(start, name), getattr(path, name)]), axis=0)
        for name in ("base_krub", "room_krub", "pool_accounts")
    )
    lost = path.gained_krub + response.win_recurring_krub * path.wins - base
    assert (lost > 0.0).all()
    opened = response.room_per_lost * lost + response.win_room_krub * path.wins
    assert np.allclose(room, opened - response.room_per_gained * path.gained_krub)
    assert np.allclose(pool, response.pool_per_lost * lost - path.wins)


def test_more_attention_keeps_more_and_the_value_is_paid_in_advance() -> None:
    world = draw_company(3)
    start, response = true_start(world), world.truth.parameters.response
    today = todays_hours(world)
    more = today.copy()
    more[:, :, ACTIVITIES.index("retention")] += 5.0
    before, after = (project_reps(start, response, plan) for plan in (today, more))
    assert (after.base_krub >= before.base_krub).all()
    values = [Sweep(start, response).value(plan[:1], today[0]) for plan in (today, more)]
    assert (values[1] > values[0]).all()


@pytest.mark.parametrize("family", list(FAMILIES))
def test_points_lost_and_gained_are_what_the_curves_say(family: str) -> None:
    """Money that changed hands in 24 months is within a few per cent of the curves' sums."""
    lost = expected_lost = gained = expected_gained = 0.0
    for seed in (1, 2):
        world = draw_company(seed, family)
        market, history = world.truth.market, world.truth.history
        wallet = market.point_wallet_krub
        held = held_krub(market, history.supplier)
        shared = (held > 0) & (held < OUR_FROM_SHARE * market.wallet_krub)
        lag = world.truth.parameters.response.expansion_lag_months
        for month in range(p.BURN_IN_MONTHS, len(history.supplier) - 1):
            now, after = (history.supplier[m] == US for m in (month, month + 1))
            risk = np.where(shared[month], p.RISK_AT_SHARED, p.RISK_AT_OUR)[market.account]
            erosion = history.erosion_share[month][history.account_rep[month][market.account]]
            expected_lost += (wallet * now * erosion * risk).sum()
            lost += wallet[now & ~after].sum()
            served = (held[month] > 0)[market.account]
            expected_gained += history.expansion_gain_krub[month + 1 - lag].sum()
            gained += wallet[~now & after & served].sum()
    assert lost == pytest.approx(expected_lost, rel=0.03)
    assert gained == pytest.approx(expected_gained, rel=0.04)


@pytest.mark.slow
@pytest.mark.parametrize("family", "ABCD")
def test_wins_are_what_the_conversion_curve_says(family: str) -> None:
    """The curve of a specialist and the chances of single prospects tell the same story."""
    wins = expected = 0.0
    for seed in range(4):
        world = draw_company(seed, family)
        history, response = world.truth.history, world.truth.parameters.response
        # A win rests on hours of the eight months before.
        months = slice(p.BURN_IN_MONTHS - 4, -4)
        hours = history.hours[months, :, ACTIVITIES.index("conversion")]
        pool = history.pool_accounts[months] / response.pool_reference
        expected += (response.conversion.value(hours) * pool * world.truth.reps.skill).sum()
        wins += (world.tables["deals"]["outcome"] == "won").sum()
    assert wins == pytest.approx(expected, rel=0.12)
