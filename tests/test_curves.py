"""Response curves: published forms, slopes, limits, and hours that cannot be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.errors import InvalidArgument
from casekit.model.response.adbudg import Adbudg
from casekit.model.response.curves import Curve, Erosion, Power, Pursuit, Saturating

EXAMPLES: dict[str, Curve] = {
    "modified_exponential": Saturating(52.0, 0.06),
    "power": Power(10.0, 0.4),
    "adbudg": Adbudg(20.0, 140.0, 10.0, 2.5),
    "erosion": Erosion(0.009, 0.034, 0.09),
    "pursuit": Pursuit(0.8, 30.0, 3.0),
}


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_marginal_and_elasticity_are_the_slope_of_the_value(name: str) -> None:
    curve = EXAMPLES[name]
    hours = np.array([1.0, 7.0, 20.0, 33.0, 80.0])
    step = 1e-5
    slope = (np.asarray(curve.value(hours + step)) - curve.value(hours - step)) / (2 * step)
    assert np.allclose(curve.marginal(hours), slope, rtol=1e-6)
    assert np.allclose(curve.elasticity(hours), slope * hours / curve.value(hours), rtol=1e-6)


@pytest.mark.parametrize("name", list(EXAMPLES))
@pytest.mark.parametrize("ask", ["value", "marginal", "elasticity"])
@pytest.mark.parametrize("hours", [float("nan"), -1.0, np.array([3.0, -0.5]), np.array([np.nan])])
def test_hours_that_cannot_be_are_refused(name: str, ask: str, hours: float) -> None:
    with pytest.raises(InvalidArgument) as found:
        getattr(EXAMPLES[name], ask)(hours)
    assert found.value.key == "curve-hours"


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_a_month_without_hours_has_an_outcome(name: str) -> None:
    curve = EXAMPLES[name]
    expected = {"adbudg": 20.0, "erosion": 0.043}.get(name, 0.0)
    assert float(curve.value(0.0)) == pytest.approx(expected)
    # Rounding may leave a plan a hair below nought: that is still no hours.
    assert float(curve.value(-1e-12)) == pytest.approx(expected, abs=1e-9)
    elasticity = {"modified_exponential": 1.0, "power": 0.4, "pursuit": 3.0}.get(name, 0.0)
    assert float(curve.elasticity(0.0)) == pytest.approx(elasticity)


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_nothing_in_means_nothing_out(name: str) -> None:
    assert np.asarray(EXAMPLES[name].value(np.empty(0))).shape == (0,)


def test_parameters_may_be_one_a_draw_and_a_specialist() -> None:
    ceiling, rate = np.array([[50.0], [60.0]]), np.array([[0.05], [0.07]])
    curve = Saturating(ceiling, rate)
    hours = np.array([10.0, 12.0, 14.0])
    assert np.shape(curve.value(hours)) == (2, 3)
    assert np.asarray(curve.value(hours))[1, 2] == pytest.approx(
        float(Saturating(60.0, 0.07).value(14.0))
    )


def test_published_elasticities() -> None:
    hours = np.array([5.0, 10.0, 40.0])
    # Power: constant. Modified exponential: x / (e^x - 1). ADBUDG from nought: c / (1 + odds).
    assert Power(3.0, 0.27).elasticity(hours) == pytest.approx(0.27)
    x = 0.06 * hours
    assert Saturating(52.0, 0.06).elasticity(hours) == pytest.approx(x / np.expm1(x))
    assert Adbudg(0.0, 140.0, 10.0, 2.5).elasticity(10.0) == pytest.approx(1.25)


def test_a_pursuit_is_adbudg_from_nought() -> None:
    hours = np.array([0.0, 4.0, 30.0, 90.0])
    same = Adbudg(0.0, 0.8, 30.0, 3.0)
    assert Pursuit(0.8, 30.0, 3.0).value(hours) == pytest.approx(same.value(hours))
    assert Pursuit(0.8, 30.0, 3.0).marginal(hours) == pytest.approx(same.marginal(hours))


def test_littles_formulas_by_hand() -> None:
    """None 0, present 100, half as much again 120, endless 150: odds 2 and 4, so c = 1.71."""
    curve = Adbudg.through(0.0, 150.0, 100.0, 120.0, today_hours=12.0)
    assert curve.power == pytest.approx(np.log(2.0) / np.log(1.5))
    assert curve.half_hours == pytest.approx(12.0 * 2.0 ** (-np.log(1.5) / np.log(2.0)))


@given(
    lowest=st.floats(0.0, 80.0),
    rise=st.floats(5.0, 60.0),
    more=st.floats(2.0, 40.0),
    rest=st.floats(2.0, 200.0),
    hours=st.floats(1.0, 60.0),
)
def test_littles_formulas_pass_through_the_four_answers(
    lowest: float, rise: float, more: float, rest: float, hours: float
) -> None:
    today = lowest + rise
    answers = (lowest, today + more + rest, today, today + more)
    curve = Adbudg.through(*answers, today_hours=hours)
    assert float(curve.value(0.0)) == pytest.approx(lowest)
    assert float(curve.value(hours)) == pytest.approx(today)
    assert float(curve.value(1.5 * hours)) == pytest.approx(today + more)
