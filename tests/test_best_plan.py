"""The best plan against independent solvers, and what it may never do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import differential_evolution, minimize

from casekit.company import load_case
from casekit.errors import InvalidArgument
from casekit.language import money
from casekit.model import (
    Adbudg,
    Calibration,
    Limits,
    Plan,
    Sweep,
    best_plan,
    breaches,
    calibrate_history,
    careful_plan,
    company_limits,
    goal_seek,
    outlook,
    plan_mark,
    share_of_gain,
    split_ranges,
)
from casekit.model.plans.projected_gradient import onto_limits, projected_gradient_with_floor

#: As far as floors and ceilings allow, tried or not.
ANYWHERE = {"change_hours": np.inf, "untried": True}
FREE = Limits(**ANYWHERE)
SELLING_ONLY = Limits(locked=frozenset({"travel", "service", "admin"}), **ANYWHERE)


@pytest.fixture(scope="module")
def known() -> Calibration:
    return calibrate_history(load_case("data"))


def some(known: Calibration, count: int) -> Calibration:
    """The first specialists of a sales force."""
    start = replace(
        known.start,
        **{
            name: value[..., :count]
            for name, value in vars(known.start).items()
        },
    )  # fmt: skip
    return replace(
        known,
        rep_ids=known.rep_ids[:count],
        regions=known.regions[:count],
        start=start,
        today_hours=known.today_hours[:count],
    )


def s_shaped(known: Calibration) -> Calibration:
    response = replace(
        known.response,
        expansion=Adbudg(0.0, 70.0, 20.0, 3.0),
        conversion=Adbudg(0.0, 0.4, 30.0, 4.0),
    )
    return replace(known, response=response)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_nearest_hours_within_limits(seed: int) -> None:
    rng = np.random.default_rng(seed)
    low = rng.uniform(0, 20, 6)
    high = low + rng.uniform(0, 60, 6) * (rng.random(6) < 0.8)
    total = rng.uniform(low.sum(), high.sum())
    wish = rng.normal(20, 60, 6)
    found = onto_limits(wish[None], low, high, np.array([total]))[0]
    assert found.sum() == pytest.approx(total, abs=1e-6)
    assert (found >= low - 1e-9).all()
    assert (found <= high + 1e-9).all()
    # Nearest: no other point that keeps the limits lies on the wish's side of it.
    for _ in range(20):
        other = onto_limits(rng.normal(20, 60, 6)[None], low, high, np.array([total]))[0]
        assert (wish - found) @ (other - found) <= 1e-6 * (1 + np.abs(wish).max())


@pytest.mark.parametrize("phases", [(1,), (1, 4, 9)])
@pytest.mark.parametrize("limits", [Limits(), FREE], ids=["tried", "anywhere"])
def test_as_good_as_sequential_quadratic_programming(known: Calibration, limits, phases) -> None:
    best = best_plan(known, limits, phases=phases)
    sweep = Sweep(known.start, known.response, 36, phases)
    today = known.today_hours
    low, high = best.limits.reach(today, known.tried_hours)
    present = np.repeat(today[None], len(phases), axis=0)
    total = today.sum(axis=1)

    def month_of(flat: np.ndarray, place: int) -> float:
        return float(flat.reshape(-1, 6)[place].sum())

    for rep in range(0, 24, 8):

        def loss(flat: np.ndarray, rep: int = rep) -> tuple[float, np.ndarray]:
            hours = present.copy()
            hours[:, rep] = flat.reshape(len(phases), 6)
            value, slopes = sweep.gradient(hours, today)
            return -value[rep] / 1e3, -slopes[:, rep].ravel() / 1e3

        found = minimize(
            loss, present[:, rep].ravel(), jac=True, method="SLSQP",
            bounds=[pair for _ in phases for pair in zip(low[rep], high[rep], strict=True)],
            constraints=[
                {"type": "eq", "fun": lambda flat, k=k, rep=rep: month_of(flat, k) - total[rep]}
                for k in range(len(phases))
            ],
            options={"maxiter": 300, "ftol": 1e-12},
        )  # fmt: skip
        now = sweep.value(present, today)[rep]
        assert best.value_by_rep.iloc[rep] - now >= 0.999 * (-found.fun * 1e3 - now)


@pytest.mark.parametrize("limits", [Limits(), FREE], ids=["tried", "anywhere"])
def test_as_good_as_from_other_starts(known: Calibration, limits: Limits) -> None:
    """The value bends at today's conversion and hours of phases hang together."""
    phases = (1, 4, 9)
    best = best_plan(known, limits, phases=phases)
    sweep, today = Sweep(known.start, known.response, 36, phases), known.today_hours
    low, high = best.limits.reach(today, known.tried_hours)
    present = np.repeat(today[None], 3, axis=0)
    highest = sweep.value(present, today)
    rng = np.random.default_rng(8)
    for _ in range(6):
        wish = low + (high - low) * rng.random(present.shape)
        start = onto_limits(wish, low, high, present.sum(axis=2))
        found = projected_gradient_with_floor(
            lambda hours: sweep.gradient(hours, today, apart=True), start, low, high, 18.0
        )
        highest = np.maximum(highest, sweep.value(found, today))
    gain = best.value_by_rep.to_numpy() - sweep.value(present, today)
    assert (gain >= 0.999 * (highest - sweep.value(present, today)) - 1e-6).all()


def test_as_good_as_every_split_of_a_fine_grid(known: Calibration) -> None:
    for calibration in (known, s_shaped(known)):
        one = some(calibration, 1)
        best = best_plan(one, SELLING_ONLY, phases=(1,))
        grid = every_split(one)
        assert best.gain_krub >= 0.999 * (grid - best.present_krub)


def every_split(one: Calibration, step: float = 1.0) -> float:
    """Highest value over all splits of one specialist's selling hours."""
    today = one.today_hours
    total = today[0, :3].sum()
    cuts = np.arange(0.0, total + 1e-9, step)
    retention, expansion = np.meshgrid(cuts, cuts)
    inside = retention + expansion <= total
    hours = np.repeat(today, inside.sum(), axis=0)
    hours[:, 0], hours[:, 1] = retention[inside], expansion[inside]
    hours[:, 2] = total - hours[:, 0] - hours[:, 1]
    start = replace(
        one.start,
        **{
            name: np.repeat(value, len(hours), axis=-1) for name, value in vars(one.start).items()
        },
    )  # fmt: skip
    return float(Sweep(start, one.response).value(hours[None], hours).max())


def test_as_good_as_a_global_method(known: Calibration) -> None:
    one = some(s_shaped(known), 1)
    best = best_plan(one, FREE, phases=(1,))
    sweep = Sweep(one.start, one.response)
    today = one.today_hours
    low, high = company_limits(known.response.terms).bounds(today)

    def loss(wish: np.ndarray) -> float:
        hours = onto_limits(wish[None, None], low, high, today.sum(axis=1)[None])
        return -float(sweep.value(hours, today)[0])

    bounds = [(a, max(b, a + 1e-9)) for a, b in zip(low[0], high[0], strict=True)]
    found = differential_evolution(loss, bounds, seed=1, maxiter=60, popsize=12, tol=1e-8)
    assert best.gain_krub >= 0.999 * (-found.fun - best.present_krub)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_never_below_the_present(seed: int, judged: bool) -> None:
    rng = np.random.default_rng(seed)
    case = random_case(_known(), rng, judged)
    limits = random_limits(rng)
    best = best_plan(case, limits, months=int(rng.integers(1, 48)), phases=(1,))
    sweep = Sweep(case.start, case.response, best.months)
    now = sweep.value(case.today_hours[None], case.today_hours)
    assert (best.value_by_rep.to_numpy() >= now - 1e-6 * np.abs(now)).all()
    found = breaches(best.hours, case.today_hours, case.rep_ids, limits, phases=(1,))
    assert found == []


def random_case(known: Calibration, rng: np.random.Generator, judged: bool) -> Calibration:
    """A few specialists with hours, territory and responses of their own."""
    small = s_shaped(some(known, 4)) if judged else some(known, 4)
    today = small.today_hours * rng.uniform(0.2, 2.0, small.today_hours.shape)
    base = small.start.base_krub * rng.uniform(0.1, 3.0, 4)
    pool = small.start.pool_accounts * rng.uniform(0.0, 3.0, 4)
    start = replace(small.start, base_krub=base, pool_accounts=pool)
    return replace(small, today_hours=today, start=start)


def random_limits(rng: np.random.Generator) -> Limits:
    names = ("retention", "expansion", "conversion", "service", "admin")
    floors = {name: float(rng.uniform(0, 25)) for name in names if rng.random() < 0.4}
    locked = {"travel", *(name for name in names if rng.random() < 0.2)}
    return Limits(floors=floors, locked=frozenset(locked))


def _known() -> Calibration:
    global _KEPT
    if _KEPT is None:
        _KEPT = calibrate_history(load_case("data"))
    return _KEPT


_KEPT: Calibration | None = None


def test_hours_are_worth_the_same_wherever_they_are_free_to_go(known: Calibration) -> None:
    best = best_plan(known, FREE, phases=(1,))
    table = best.hour_value.pivot(index="rep_id", columns="activity", values="krub")
    selling = table[["retention", "expansion", "conversion"]]
    # One whole hour more, not a little: the three agree to a few per cent.
    assert (selling.max(axis=1) / selling.min(axis=1)).max() < 1.1
    at_floor = set(best.binding.query("limit == 'floor'")["activity"])
    assert at_floor == {"service", "admin"}
    assert (selling.mean(axis=1) > table["service"]).all()


def test_today_is_best_when_nothing_may_move_and_says_so(known: Calibration) -> None:
    everything = frozenset({"retention", "expansion", "conversion", "service", "admin", "travel"})
    best = best_plan(known, Limits(locked=everything))
    assert best.already_best
    assert best.plan == Plan()
    again = replace(known, today_hours=best_plan(known, SELLING_ONLY, phases=(1,)).hours[0])
    assert best_plan(again, SELLING_ONLY, phases=(1,)).already_best


def test_locks_ceilings_and_floors_are_kept(known: Calibration) -> None:
    limits = Limits(
        floors={"retention": 20, "service": 25}, ceilings={"conversion": 15},
        locked=frozenset({"travel", "admin"}),
    )  # fmt: skip
    best = best_plan(known, limits)
    today = known.today_hours
    assert breaches(best.hours, today, known.rep_ids, limits) == []
    assert np.abs(best.hours[:, :, [4, 5]] - today[:, [4, 5]]).max() < 1e-9
    assert best.hours[:, :, 2].max() <= 15 + 1e-6
    assert share_of_gain(known, best_plan(known).plan) == pytest.approx(1.0, abs=1e-6)
    assert share_of_gain(known, best_plan(known, FREE).plan) > 1.1


def test_plans_of_specialists_differ(known: Calibration) -> None:
    ranges = best_plan(known).ranges
    spread = ranges["highest_hours"] - ranges["lowest_hours"]
    assert (spread[["retention", "expansion", "conversion"]] > 5).all()


def test_a_share_of_the_gain_and_its_mark(known: Calibration) -> None:
    best = best_plan(known)
    half = Plan(
        {
            rep: {1: {a: round(h / 2, 2) for a, h in zip(
                ("retention", "expansion", "conversion", "service", "travel", "admin"),
                best.hours[2, row] - known.today_hours[row], strict=True)}}
            for row, rep in enumerate(known.rep_ids)
        }
    )  # fmt: skip
    assert 0.5 < share_of_gain(known, half) < 1.0
    assert share_of_gain(known, Plan()) == 0.0
    assert share_of_gain(known, Plan({"all": {"retention": 8, "expansion": -8}})) < 0
    assert [plan_mark(s) for s in (-1, 0, 0.4, 0.8, 1)] == [0, 0, 0.5, 1, 1]
    with pytest.raises(InvalidArgument):
        share_of_gain(known, Plan({"all": {"service": -29, "expansion": 29}}))


@pytest.mark.parametrize(
    "part", [0.1, *(pytest.param(part, marks=pytest.mark.slow) for part in (0.5, 0.9))]
)
def test_goal_seek_reaches_the_target_with_fewer_hours(known: Calibration, part: float) -> None:
    best = best_plan(known)
    found = goal_seek(known, part * best.gain_krub)
    assert found.gain_krub >= part * best.gain_krub - 1
    assert found.gain_krub <= (part + 0.05) * best.gain_krub
    moved = np.abs(found.hours - known.today_hours).sum()
    # The best plan scaled back to the same gain moves more.
    back = best.hours - known.today_hours
    sweep = Sweep(known.start, known.response, 36, best.phases)
    scale = next(
        s for s in np.linspace(0, 1, 201)
        if sweep.value(known.today_hours + s * back, known.today_hours).sum() - best.present_krub
        >= part * best.gain_krub
    )  # fmt: skip
    assert moved <= scale * np.abs(back).sum() + 1
    assert breaches(found.hours, known.today_hours, known.rep_ids, found.limits) == []


def test_a_goal_out_of_reach_is_refused_with_what_is_not(known: Calibration, lang: str) -> None:
    most = best_plan(known).gain_krub
    with pytest.raises(InvalidArgument) as told:
        goal_seek(known, 2 * most)
    currency = known.response.terms.currency
    assert f"{money(most, currency)}." in str(told.value)
    assert money(2 * most, currency) in str(told.value)
    for odd in (0, -5, float("nan"), "much", float("inf")):
        with pytest.raises(InvalidArgument):
            goal_seek(known, odd)  # type: ignore[arg-type]


def test_a_careful_plan_risks_less(known: Calibration) -> None:
    bold, careful = best_plan(known).plan, careful_plan(known, risk=2.0).plan
    spread = [outlook(known, plan, draws=120).gain_krub.std() for plan in (bold, careful)]
    assert spread[1] < spread[0]
    with pytest.raises(InvalidArgument):
        careful_plan(known, risk=-1)


def test_ranges_of_the_split_hold_the_best_one(known: Calibration) -> None:
    ranges = split_ranges(known, draws=30)
    best = best_plan(known, phases=(1,)).ranges["median_hours"]
    for activity in ("retention", "expansion", "conversion"):
        row = ranges.loc[activity]
        assert row["low_hours"] - 5 <= best[activity] <= row["high_hours"] + 5


def test_limits_that_leave_no_way_are_refused(known: Calibration, lang: str) -> None:
    tight = Limits(
        ceilings=dict.fromkeys(("retention", "expansion", "conversion"), 5.0),
        locked=frozenset({"travel", "service", "admin"}),
    )  # fmt: skip
    with pytest.raises(InvalidArgument, match="R01"):
        best_plan(known, tight)
    with pytest.raises(InvalidArgument):
        best_plan(known, months=0)
    with pytest.raises(InvalidArgument):
        best_plan(known, phases=(2, 4))
    for phases in ((1, 99), (1, 1), (4,), (), 1, "149", None):
        with pytest.raises(InvalidArgument, match="1, 4, 9"):
            best_plan(known, phases=phases)  # type: ignore[arg-type]
