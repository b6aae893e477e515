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
    Adbudg,
    Calibration,
    Plan,
    Sweep,
    calibrate_history,
    explain_changes,
    explain_plan,
    outlook,
    project,
    project_reps,
)
from casekit.model.plans.comparison import Comparison, payback_of
from casekit.model.plans.explaining import plan_sentences
from casekit.model.response.hour_value import repeat_for_draws
from casekit.model.response.months import months_of

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


def test_wallets_are_conserved(known: Calibration) -> None:
    found = project(known, MORE)
    path, response, start = found.path, known.response, known.start
    total = path.base_krub + path.room_krub
    before = start.base_krub + start.room_krub + path.wins.cumsum(axis=0) * response.win_wallet_krub
    assert total == pytest.approx(before)
    assert path.pool_accounts + path.wins.cumsum(axis=0) == pytest.approx(
        np.broadcast_to(start.pool_accounts, path.wins.shape)
    )


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
        assert 3 <= len(keys) <= 7
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
    assert payback_of(np.zeros(36)) == 1


def test_differences_between_plans_are_told_line_by_line(lang: str) -> None:
    other = Plan({"all": {"expansion": 2, "retention": -6}, "R01": {4: {"service": -1}}})
    lines = explain_changes(MORE, other).splitlines()
    assert len(lines) == 2
    assert language.text("activity-expansion") in lines[0]
    assert "R01" in lines[1]
    assert explain_changes(MORE, MORE) == language.text("plan-no-change")
