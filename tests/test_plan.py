"""Plans and their limits: what is meant, what is refused, and that nothing is lost in writing."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.company import Terms, load_case
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model import (
    PHASES,
    Limits,
    Move,
    Plan,
    at_mix,
    benchmark_plan,
    breaches,
    calibrate_history,
    company_limits,
    shifted_plan,
)
from casekit.model.plans.limits import listing, need_sound

TERMS = Terms()
TODAY = np.array([[33.0, 13.5, 10.5, 30.0, 30.0, 33.0]] * 3)
REPS, REGIONS = ("R1", "R2", "R3"), ("North", "North", "South")

hours = st.floats(-40, 40, allow_nan=False).map(lambda x: round(x, 3))
moves = st.builds(
    Move,
    scope=st.sampled_from(["all", *REGIONS, *REPS]),
    from_month=st.sampled_from(PHASES),
    hours=st.dictionaries(st.sampled_from(ACTIVITIES), hours, max_size=6),
)
plans = st.lists(moves, max_size=8).map(Plan)


@given(plans)
def test_literal_and_json_survive_a_round_trip(plan: Plan) -> None:
    assert eval(repr(plan)) == plan
    assert Plan.from_json(plan.to_json()) == plan
    assert hash(Plan.from_json(plan.to_json())) == hash(plan)


def test_the_json_is_the_one_promised() -> None:
    plan = Plan({"all": {"expansion": 6, "retention": -6}})
    assert json.loads(plan.to_json()) == {
        "version": 1,
        "moves": [{"scope": "all", "from_month": 1, "hours": {"retention": -6, "expansion": 6}}],
    }


def test_the_most_specific_wins_activity_by_activity() -> None:
    plan = Plan(
        {
            "all": {"expansion": 6, "retention": -6},
            "North": {"expansion": 2},
            "R2": {"retention": -1},
        }
    )
    change = plan.hours(TODAY, REPS, REGIONS)[0] - TODAY
    assert change[:, 0].tolist() == [-6, -1, -6]
    assert change[:, 1].tolist() == [2, 2, 6]


def test_a_move_lasts_until_its_scope_moves_the_activity_again() -> None:
    plan = Plan(
        {
            "all": {1: {"expansion": 2, "retention": -2}, 9: {"expansion": 6}},
            "R1": {4: {"expansion": 1}},
        }
    )
    change = plan.hours(TODAY, REPS, REGIONS) - TODAY
    assert change[:, 1, 1].tolist() == [2, 2, 6]
    assert change[:, 0, 1].tolist() == [2, 1, 1]
    assert change[:, 1, 0].tolist() == [-2, -2, -2]


@pytest.mark.parametrize(
    ("moves", "named"),
    [
        ({"all": {"dance": 3}}, "dance"),
        ({"all": {"expansion": "six"}}, "six"),
        ({"all": {"expansion": float("nan")}}, "nan"),
        ({"all": {"expansion": True}}, "True"),
        ({"all": {2: {"expansion": 1}}}, "2"),
        ({"": {"expansion": 1}}, "''"),
        ({"all": 5}, "5"),
        ([1, 2], "1, 2"),
        (5, "5"),
        ("all", "all"),
        ([Move("all", 1, None)], "NoneType"),  # type: ignore[arg-type]
    ],
)
def test_a_faulty_plan_says_what_was_found(moves, named: str, lang: str) -> None:
    with pytest.raises(InvalidArgument, match=named):
        Plan(moves)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InvalidArgument) as told:
        Plan({"all": {"dance": 3, "sing": 2}, "R1": {"expansion": "x"}})
    assert all(word in str(told.value) for word in ("dance", "sing", "'x'"))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"version": 1, "moves": 3}', '{"version": 1, "moves": [5]}',
     '{"version": 2, "moves": []}', '{"version": 1, "moves": [{"scope": "all", "hours": 3}]}',
     "[" * 100_000],
)  # fmt: skip
def test_what_is_no_plan_is_refused(text: str, lang: str) -> None:
    with pytest.raises(InvalidArgument):
        Plan.from_json(text)


def test_a_plan_never_changes() -> None:
    plan = Plan({"all": {"expansion": 1}})
    with pytest.raises(AttributeError):
        plan.moves = ()  # type: ignore[misc]


def test_a_stranger_in_a_plan_is_named() -> None:
    with pytest.raises(InvalidArgument, match="Moon"):
        Plan({"Moon": {"expansion": 1}}).hours(TODAY, REPS, REGIONS)


@given(plans, plans)
def test_changes_lead_from_one_plan_to_the_other(one: Plan, other: Plan) -> None:
    changes = one.changes(other)
    assert (changes == []) == (one._table() == other._table()) or all(
        change.before == change.after for change in changes
    )
    table = one._table()
    for change in changes:
        table[change.scope, change.from_month, change.activity] = change.after
    assert {k: v for k, v in table.items() if v} == {k: v for k, v in other._table().items() if v}


def broken(plan: Plan, limits: Limits | None = None) -> set[tuple[str, str, float]]:
    found = breaches(plan.hours(TODAY, REPS, REGIONS), TODAY, REPS, company_limits(TERMS, limits))
    return {(b.kind, b.activity, round(b.by_hours, 1)) for b in found}


def test_every_broken_limit_is_named_and_by_how_much(lang: str) -> None:
    plan = Plan({"all": {"service": -15, "travel": -2, "expansion": 18, "conversion": -12}})
    assert broken(plan) == {
        ("below_floor", "service", 3.0),
        ("locked", "travel", 2.0),
        ("negative", "conversion", 1.5),
        ("sum_below", "", 11.0),
    }
    lines = listing(breaches(plan.hours(TODAY, REPS, REGIONS), TODAY, REPS, company_limits(TERMS)))
    assert len(lines.splitlines()) == 4
    assert "R1, R2, R3" in lines


def test_limits_of_ones_own() -> None:
    limits = Limits(floors={"retention": 30}, ceilings={"expansion": 15}, locked=frozenset())
    plan = Plan({"all": {"retention": -5, "expansion": 5}})
    assert broken(plan, limits) == {
        ("below_floor", "retention", 2.0),
        ("above_ceiling", "expansion", 3.5),
    }
    assert broken(Plan()) == set()


def test_nobody_below_a_floor_today_need_rise_to_it() -> None:
    low = np.array([[60.0, 20.0, 20.0, 10.0, 30.0, 10.0]])
    assert breaches(low[None], low, ("R1",), company_limits(TERMS), phases=(1,)) == []


@pytest.mark.parametrize(
    "wrong",
    [{"floors": {"dance": 1}}, {"floors": {"service": -1}}, {"ceilings": {"service": float("nan")}},
     {"floors": {"service": 20}, "ceilings": {"service": 10}}, {"locked": frozenset({"x"})}],
)  # fmt: skip
def test_limits_that_contradict_are_refused(wrong, lang: str) -> None:
    with pytest.raises(InvalidArgument):
        Limits(**wrong)


def test_limits_take_floors_left_out_from_a_company(lang: str) -> None:
    with pytest.raises(InvalidArgument) as found:
        Limits().bounds(TODAY)
    assert found.value.key == "limits-without-company"
    own = Limits(floors={}, locked=frozenset())
    assert company_limits(TERMS, own) is own
    assert company_limits(TERMS).floors == {"service": 18.0, "admin": 22.0}


def test_hours_nobody_can_work_are_refused(lang: str) -> None:
    more = TODAY[None].copy()
    more[0, 0, 1] += 6
    with pytest.raises(InvalidArgument, match="6"):
        need_sound(more, TODAY, REPS)
    with pytest.raises(InvalidArgument):
        need_sound(np.full((1, 3, 6), np.nan), TODAY, REPS)
    need_sound(TODAY[None], TODAY, REPS)


def test_a_scaled_plan_goes_a_part_of_the_way() -> None:
    plan = Plan({"all": {"expansion": 6, "retention": -6}, "R1": {"expansion": 2, "admin": -2}})
    half = plan.scaled(0.5)
    assert half == Plan(
        {"all": {"expansion": 3, "retention": -3}, "R1": {"expansion": 1, "admin": -1}}
    )
    assert plan.scaled(1) == plan
    assert plan.scaled(0).hours(TODAY, REPS, REGIONS)[0] == pytest.approx(TODAY)
    for odd in (None, "half", float("nan"), True):
        with pytest.raises(InvalidArgument):
            plan.scaled(odd)  # type: ignore[arg-type]


def test_a_shifted_plan_takes_the_same_share_of_everybodys_hours() -> None:
    case = load_case()
    known = calibrate_history(case)
    plan = shifted_plan(case, "service", 0.4, into="expansion")
    hours = plan.hours(known.today_hours, known.rep_ids, known.regions)[0]
    service, expansion = ACTIVITIES.index("service"), ACTIVITIES.index("expansion")
    assert hours[:, service] == pytest.approx(0.6 * known.today_hours[:, service], abs=0.001)
    moved = known.today_hours[:, service] - hours[:, service]
    assert hours[:, expansion] - known.today_hours[:, expansion] == pytest.approx(moved)
    for odd in (("dance", 0.1, "admin"), ("admin", 1.1, "service"), ("admin", True, "service")):
        with pytest.raises(InvalidArgument):
            shifted_plan(case, *odd)  # type: ignore[arg-type]


def test_a_benchmark_plan_keeps_sums_limits_and_travel() -> None:
    case = load_case()
    known = calibrate_history(case)
    travel = ACTIVITIES.index("travel")
    for whose in ("reference", "best_quarter"):
        plan = benchmark_plan(case, whose)
        hours = plan.hours(known.today_hours, known.rep_ids, known.regions)
        assert breaches(hours, known.today_hours, known.rep_ids, company_limits(TERMS)) == []
        assert hours[0, :, travel] == pytest.approx(known.today_hours[:, travel], abs=0.01)
    with pytest.raises(InvalidArgument):
        benchmark_plan(case, "worst")
    # Where nothing hinders, everybody has the same proportions.
    free = at_mix(known.today_hours, np.array([2.0, 1.0, 1.0, 2.0, 9.0, 2.0]))
    assert free.sum(axis=1) == pytest.approx(known.today_hours.sum(axis=1))
    assert free[:, 0] == pytest.approx(2 * free[:, 1])
