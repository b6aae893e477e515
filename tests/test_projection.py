"""The projection in one sweep against the equations month by month, and what it adds up to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit import language
from casekit.company import Case, load_case
from casekit.errors import InvalidArgument
from casekit.model import (
    PHASES,
    Adbudg,
    Calibration,
    Plan,
    Sweep,
    Trough,
    calibrate_history,
    cycle_weights,
    explain_changes,
    explain_plan,
    hour_to_win_weights,
    outlook,
    project,
    project_reps,
    trough_of,
)
from casekit.model.plans.comparison import Comparison
from casekit.model.plans.explaining import plan_sentences
from casekit.model.response.hour_value import repeat_for_draws
from casekit.model.response.months import months_of
from casekit.model.response.next_hour import VALUED, value_of_next_hour

MORE = Plan({"all": {"expansion": 6, "retention": -6}})


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case("data")


@pytest.fixture(scope="module")
def known(case: Case) -> Calibration:
    return calibrate_history(case)


def random_hours(known: Calibration, phases: int, seed: int) -> np.ndarray:
    factor = np.random.default_rng(seed).uniform(0.3, 1.7, (phases, *known.today_hours.shape))
    return known.today_hours * factor


@pytest.mark.parametrize("months", [1, 2, 6, 36, 60])
def test_one_sweep_is_the_same_as_month_by_month(known: Calibration, months: int) -> None:
    phases = tuple(month for month in (1, 4, 9) if month <= months)
    sweep = Sweep(known.start, known.response, months, phases)
    hours = random_hours(known, len(phases), months)
    path = project_reps(known.start, known.response, hours[sweep.phase])
    found = months_of(sweep, hours)
    for name, expected in vars(path).items():
        assert getattr(found, name) == pytest.approx(expected, rel=1e-9, abs=1e-6), name


@pytest.mark.parametrize(("months", "tail"), [(1, 0), (6, 0), (36, 12), (36, 0)])
def test_slopes_are_what_a_little_more_brings(known: Calibration, months: int, tail: int) -> None:
    judged = replace(
        known.response,
        conversion=Adbudg(0.0, 0.35, 22.0, 2.5),
        expansion=Adbudg(0.0, 60.0, 12.0, 1.8),
    )
    for response in (known.response, judged):
        phases = (1, 4, 9) if months > 9 else (1,)
        sweep = Sweep(known.start, response, months, phases, tail)
        hours = random_hours(known, len(phases), 7)
        value, slopes = sweep.gradient(hours, known.today_hours)
        assert value == pytest.approx(sweep.value(hours, known.today_hours))
        for place in range(len(phases)):
            for column in range(6):
                step = np.zeros_like(hours)
                step[place, :, column] = 1e-4
                ends = [sweep.value(hours + sign * step, known.today_hours) for sign in (1, -1)]
                slope = (ends[0] - ends[1]) / 2e-4
                assert slopes[place, :, column] == pytest.approx(slope, rel=1e-4, abs=1e-3)


def test_at_todays_hours_the_slope_is_that_of_hours_taken_away(known: Calibration) -> None:
    """The value bends at today's conversion: added hours wait, taken ones are missed at once."""
    sweep = Sweep(known.start, known.response)
    today = known.today_hours[None]
    _, slopes = sweep.gradient(today, known.today_hours)
    sides = {}
    for sign in (-1.0, 1.0):
        step = np.zeros_like(today)
        step[:, :, 2] = sign * 1e-4
        change = sweep.value(today + step, today[0]) - sweep.value(today, today[0])
        sides[sign] = change / (sign * 1e-4)
        _, beside = sweep.gradient(today + step, known.today_hours)
        assert beside[0, :, 2] == pytest.approx(sides[sign], rel=1e-3)
    assert slopes[0, :, 2] == pytest.approx(sides[-1.0], rel=1e-3)
    # Downwards, so that the bend makes no second summit.
    assert (sides[1.0] < sides[-1.0]).all()


def test_draws_side_by_side_are_each_a_projection_of_its_own(known: Calibration) -> None:
    response, start = known.draws(3, seed=5)
    flat = repeat_for_draws(response, start, 3)
    today = known.today_hours
    wide = Sweep(flat[1], flat[0]).value(np.tile(today, (3, 1))[None], np.tile(today, (3, 1)))
    skills = start.skill
    one = replace(
        response,
        **{
            name: pick(getattr(response, name), 1)
            for name in ("erosion", "expansion", "conversion", *_amounts(response))
        },
    )
    alone = Sweep(replace(start, skill=skills[1]), one).value(today[None], today)
    assert wide.reshape(3, -1)[1] == pytest.approx(alone)


def _amounts(response) -> list[str]:
    return [name for name, value in vars(response).items() if isinstance(value, np.ndarray)]


def pick(value, draw: int):
    """One draw of a parameter, or of every parameter of a curve."""
    if isinstance(value, np.ndarray):
        return value[draw] if value.shape[0] == 3 else value
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{name: pick(part, draw) for name, part in vars(value).items()})
    return value


def test_money_of_the_months_adds_up(known: Calibration) -> None:
    found = project(known, MORE)
    by_month = found.monthly.groupby("month")["margin_krub"].sum().to_numpy()
    margin = found.sweep.margin(found.hours, known.today_hours).sum(axis=1)
    assert by_month - found.cost_krub.sum(axis=1) == pytest.approx(margin)
    assert found.profit["profit_krub"].sum() == pytest.approx(margin.sum())
    base = found.path.base_krub.sum(axis=1)
    assert found.base.to_numpy() == pytest.approx(base)
    assert list(found.profit.index) == [1, 2, 3]


def test_what_is_in_the_pipe_is_a_part_and_dries_up(known: Calibration) -> None:
    table = project(known, MORE).monthly
    assert (table[["revenue_krub", "margin_krub"]] >= -1e-9).all().all()
    pipe = table[table["in_pipe"]].groupby("month")["revenue_krub"].sum()
    first = table[(table["month"] == 1) & table["origin"].isin(["expansion", "conversion"])]
    assert pipe[1] > 0.7 * first["revenue_krub"].sum()
    whole = table[table["origin"] != "repeat"].groupby("month")["revenue_krub"].sum()
    assert pipe[36] < 0.1 * whole[36]


def test_doors_open_and_close_as_the_books_say(known: Calibration) -> None:
    """What was lost, gained and won is counted once more, from the states alone."""
    found = project(known, MORE)
    path, r, start = found.path, known.response, known.start
    lost = _lost(path, start)
    base = np.vstack([start.base_krub, path.base_krub])
    assert np.diff(base, axis=0) == pytest.approx(
        path.gained_krub + r.win_recurring_krub * path.wins - lost
    )
    room = np.diff(np.vstack([start.room_krub, path.room_krub]), axis=0)
    opened = r.room_per_lost * lost + r.win_room_krub * path.wins
    assert room == pytest.approx(opened - r.room_per_gained * path.gained_krub, abs=1e-6)
    pool = np.diff(np.vstack([start.pool_accounts, path.pool_accounts]), axis=0)
    assert pool == pytest.approx(r.pool_per_lost * lost - path.wins, abs=1e-9)


def _lost(path, start) -> np.ndarray:
    """Business lost in each month: today's base shrinks by the same share as all of it."""
    repeat = np.vstack([start.base_krub, path.repeat_krub])
    share = 1.0 - repeat[1:] / repeat[:-1]
    return share * np.vstack([start.base_krub, path.base_krub[:-1]])


def test_prices_give_way_where_doors_are_open_and_can_be_told_to_stop(known: Calibration) -> None:
    on, off = (project(known, MORE, pressure=name) for name in ("goes_on", "stops"))
    assert (off.path.given_krub == 0.0).all()
    room = np.vstack([known.start.room_krub, on.path.room_krub[:-1]])
    kept = on.path.repeat_krub / np.vstack([known.start.base_krub, on.path.repeat_krub[:-1]])
    given = np.zeros(24)
    for month in range(36):
        given = given * kept[month] + known.response.pressure_share * room[month]
        assert on.path.given_krub[month] == pytest.approx(given)
    assert off.value_krub > on.value_krub
    # Both lose as much revenue as margin.
    fell = [
        off.profit[name].sum() - on.profit[name].sum() for name in ("revenue_krub", "margin_krub")
    ]
    assert fell[0] == pytest.approx(on.path.given_krub.sum()) == pytest.approx(fell[1])
    assert Comparison(known, pressure="stops").figures(MORE).gain_krub == pytest.approx(
        off.value_krub - project(known, pressure="stops").value_krub
    )
    for call in (project, outlook):
        with pytest.raises(InvalidArgument, match="maybe"):
            call(known, MORE, pressure="maybe")


def test_todays_plan_has_no_step(known: Calibration) -> None:
    """Hours that go on as before bring what they always brought, with or without new kernels."""
    today = known.today_hours
    sweep = Sweep(known.start, known.response, phases=(1, 4, 9))
    steps = sweep.run(np.repeat(today[None], 3, axis=0))
    usual = replace(
        known.start,
        conversion_hours=np.repeat(today[None, :, 2], 30, axis=0),
        expansion_hours=np.repeat(today[None, :, 1], 30, axis=0),
    )
    even = Sweep(usual, known.response, phases=(1, 4, 9)).run(np.repeat(today[None], 3, axis=0))
    curve, r = known.response.conversion, known.response
    steady = curve.value(today[:, 2]) * known.start.skill / r.pool_reference
    assert even.chance == pytest.approx(np.broadcast_to(steady, even.chance.shape))
    # After the last hours of the past have borne fruit it makes no difference what they were.
    assert steps.chance[14:] == pytest.approx(even.chance[14:])
    assert steps.gain[3:] == pytest.approx(even.gain[3:])


def test_new_conversion_hours_bring_nothing_before_month_four_and_then_a_wave(
    known: Calibration,
) -> None:
    today = known.today_hours
    sweep = Sweep(known.start, replace(known.response, new_hours_months=1), 60)
    more = today[None].copy()
    more[:, :, 2] += 2.0
    extra = (sweep.run(more).chance - sweep.run(today[None]).chance).sum(axis=1)
    assert np.abs(extra[:3]).max() < 1e-12
    peak = int(extra[:12].argmax()) + 1
    assert 6 <= peak <= 9
    # The wave passes over what the hours bring steadily, falls below it, and settles there.
    rate = known.response.conversion
    steady = ((rate.value(today[:, 2] + 2.0) - rate.value(today[:, 2])) * known.start.skill).sum()
    steady /= known.response.pool_reference
    assert extra.max() > 1.2 * steady
    assert extra[-12:].mean() == pytest.approx(steady, rel=0.02)


def test_a_burst_brings_what_its_hours_bring_and_never_less_than_nothing(
    known: Calibration,
) -> None:
    today = known.today_hours
    response = replace(known.response, new_hours_months=1)
    sweep = Sweep(known.start, response, 60, phases=(1, 4, 9))
    burst = np.repeat(today[None], 3, axis=0)
    burst[0, :, 2] += 12.0
    extra = sweep.run(burst).chance - sweep.run(np.repeat(today[None], 3, axis=0)).chance
    assert extra.min() > -1e-12
    rate = response.conversion
    spent = 3.0 * (rate.value(burst[0, :, 2]) - rate.value(today[:, 2])) * known.start.skill
    assert extra.sum(axis=0) == pytest.approx(spent / response.pool_reference)


def test_hours_taken_away_are_missed_by_the_weights_of_hour_to_win(known: Calibration) -> None:
    today = known.today_hours
    sweep = Sweep(known.start, known.response)
    less = today[None].copy()
    less[:, :, 2] -= 1.0
    missed = (sweep.run(today[None]).chance - sweep.run(less).chance).sum(axis=1)
    r = known.response
    cycle = cycle_weights(r.cycle_mean_months, r.cycle_sd_months, r.cycle_limits_months)
    due = np.minimum(np.cumsum(np.r_[hour_to_win_weights(cycle), np.zeros(36)])[:36], 1.0)
    assert missed / missed[-1] == pytest.approx(due)


def test_freed_hours_cost_what_others_are_paid(known: Calibration) -> None:
    freed = project(known, Plan({"all": {"service": -2, "admin": -3, "expansion": 5}}))
    terms = known.response.terms
    paid = 24 * (2 * terms.technician_krub_per_hour + 3 * terms.assistant_krub_per_hour)
    assert freed.cost_krub.sum(axis=1) == pytest.approx(np.full(36, paid))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_more_retention_never_loses_more(seed: int) -> None:
    known = _known()
    hours = random_hours(known, 1, seed)
    more = hours.copy()
    more[:, :, 0] += 3.0
    sweep = Sweep(known.start, known.response)
    lost = [sweep.run(h).lost for h in (hours, more)]
    assert (lost[1] <= lost[0]).all()


def _known() -> Calibration:
    from casekit.model import calibrated

    return calibrated(_CASE)


_CASE = load_case("data")


@pytest.mark.parametrize(
    "wrong",
    [
        {"months": 0},
        {"months": 2.5},
        {"months": True},
        {"tail_months": -1},
        {"plan": {"all": {"expansion": 6}}},
        {"plan": Plan({"all": {"expansion": 6}})},
        {"plan": Plan({"all": {"conversion": -100, "retention": 100}})},
        {"plan": Plan({"R99": {"conversion": -1, "retention": 1}})},
    ],
)
def test_what_cannot_be_projected_is_refused_in_words(known: Calibration, wrong, lang: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        project(known, **wrong)
    assert len(str(told.value)) > 20


def test_only_a_company_or_a_calibration_is_projected(lang: str) -> None:
    for odd in (None, 5, "data"):
        with pytest.raises(InvalidArgument):
            project(odd)  # type: ignore[arg-type]


# How sure it is


def test_the_same_seed_gives_the_same_outlook(known: Calibration) -> None:
    one, two = (outlook(known, MORE, draws=40, seed=3) for _ in range(2))
    assert (one.gain_krub == two.gain_krub).all()
    other = outlook(known, MORE, draws=40, seed=4)
    assert (np.sort(one.gain_krub) != np.sort(other.gain_krub)).any()


def test_an_outlook_is_ordered_and_nothing_gains_nothing(known: Calibration) -> None:
    found = outlook(known, MORE, draws=60)
    assert (found.fan.diff(axis=1).iloc[:, 1:] >= 0).all().all()
    assert found.quantile(0.05) <= found.gain_krub.mean() <= found.quantile(0.95)
    still = outlook(known, Plan(), draws=20)
    assert still.chance_of_gain == 0.0
    assert still.fan.abs().to_numpy().max() == 0.0
    with pytest.raises(InvalidArgument):
        outlook(known, MORE, draws=0)


# In words


def test_a_plan_is_told_in_four_to_eight_sentences(known: Calibration, lang: str) -> None:
    comparison = Comparison(known)
    freed = Plan({"all": {"service": -4, "admin": -4, "conversion": 8}})
    for plan in (MORE, freed, Plan({"all": {"conversion": -5, "retention": 5}})):
        found = outlook(known, plan, draws=20)
        keys = [
            key
            for key, _ in plan_sentences(comparison, plan, comparison.figures(plan), found=found)
        ]
        assert 3 <= len(keys) <= 8
        assert "plan-rests" in keys
        assert len(keys) == len(set(keys))
        words = explain_plan(known, plan)
        assert "{" not in words
        assert ("час" in words or "ч" in words) if lang == "ru" else "month" in words
    assert explain_plan(known, Plan()) == language.text("plan-nothing-moves")


def test_the_month_it_pays_back_is_the_first_that_stays_ahead(known: Calibration) -> None:
    before, after = (
        project(known),
        project(known, Plan({"all": {"conversion": -5, "retention": 5}})),
    )
    today = known.today_hours
    ahead = np.cumsum(
        (after.sweep.margin(after.hours, today) - before.sweep.margin(before.hours, today)).sum(
            axis=1
        )
    )
    found = Comparison(known).figures(after.plan)
    month = found.payback_month
    assert found.trough_krub == pytest.approx(max(0.0, -ahead.min()), abs=1e-6)
    if month is None:
        assert ahead[-1] < 0
    else:
        assert (ahead[month - 1 :] >= -1e-9).all()
        assert month == 1 or ahead[month - 2] < 0
    below = np.diff(np.r_[0.0, ahead]) < 0
    assert found.months_below == below.sum()


def test_a_trough_is_what_its_months_add_up_to() -> None:
    assert trough_of(np.zeros(36)) == Trough(0.0, 0, 1)
    assert trough_of(np.array([-3.0, -1.0, 2.0, 5.0])) == Trough(4.0, 2, 4)
    assert trough_of(np.array([2.0, -1.0, 0.5])) == Trough(0.0, 1, 1)
    assert trough_of(np.array([1.0, -3.0, 1.0])) == Trough(2.0, 1, None)
    assert trough_of(np.array([1.0, np.nan])) is None


def test_differences_between_plans_are_told_line_by_line(lang: str) -> None:
    other = Plan({"all": {"expansion": 2, "retention": -6}, "R01": {4: {"service": -1}}})
    lines = explain_changes(MORE, other).splitlines()
    assert len(lines) == 2
    assert language.text("activity-expansion") in lines[0]
    assert "R01" in lines[1]
    assert explain_changes(MORE, MORE) == language.text("plan-no-change")


@pytest.mark.parametrize(
    "moves",
    [
        {},
        {"retention": -4, "expansion": +2, "conversion": +2},
        {"service": -20, "expansion": +12, "admin": +8},
    ],
)
def test_the_next_hour_is_worth_what_the_projection_says(known: Calibration, moves: dict) -> None:
    """Below the service floor, at it and above, for every activity and specialist."""
    c = known
    sweep = Sweep(c.start, c.response, phases=PHASES)
    hours = Plan({"all": moves}).hours(c.today_hours, c.rep_ids, c.regions)
    found = value_of_next_hour(sweep, hours, c.today_hours, sweep.run(hours))
    for place, column in enumerate(VALUED):
        more = hours.copy()
        more[:, :, column] += 1.0
        extra = sweep.value(more, c.today_hours) - sweep.value(hours, c.today_hours)
        assert found[place] == pytest.approx(extra, abs=1e-6)
