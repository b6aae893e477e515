"""Other forms that the same evidence allows: curves, delays, and whether price pressure goes on.

An estimated curve is told by its level and its slope near today's hours. Curves of other forms
share both and part where nobody has worked: one goes on rising where another has long been flat.
Delays are assumed to begin with, and whether prices go on giving way nobody knows. Weights of the
forms are assumed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np

from casekit.arrays import Array, Indices
from casekit.model.response.adbudg import Adbudg
from casekit.model.response.curves import Curve, Erosion, Power, Saturating
from casekit.model.response.dynamics import CONVERSION, EXPANSION, RETENTION, Response

__all__ = ["FORMS", "PRESSURES", "Form", "forms_of_draws"]

#: What price pressure may do.
PRESSURES = ("goes_on", "stops")

#: Weights of the forms. Assumed.
CURVES = {"as_fitted": 0.50, "power": 0.25, "s_shaped": 0.25}
TIMINGS = {"as_fitted": 0.50, "sooner": 0.25, "later": 0.25}
PRESSURE_WEIGHTS = {"goes_on": 0.75, "stops": 0.25}

#: Steepness of an S-shaped gain, and what it adds to an elasticity near it. Assumed.
S_POWER = 2.0
#: How many times today's avoidable loss is lost at most without any attention, by form of the
#: curves: an S-shaped loss levels off early, one that falls like a power hardly. Assumed.
LOST_WITHOUT_ATTENTION = {"s_shaped": 4.0, "power": 60.0}


@dataclass(frozen=True)
class Form:
    """One way in which hours may answer.

    Parameters
    ----------
    curves
        `as_fitted`, `power` (no ceiling, gains fade slowly) or `s_shaped` (little at first, then
        soon a ceiling). Curves told by people keep their form.
    timing
        `as_fitted`, `sooner` (clients forget faster, gains land earlier) or `later`.
    pressure
        One of `PRESSURES`.
    weight
        How likely it is taken to be.
    """

    curves: str
    timing: str
    pressure: str
    weight: float

    def applied(self, response: Response, today_hours: Array) -> Response:
        """The response with these curves and this timing: as high and as steep at today's hours.

        Parameters
        ----------
        response
            Curves may hold draws, shape (draws, 1).
        today_hours
            Mean hours of the sales force, shape (6,).
        """
        changed: dict[str, Any] = {}
        if self.curves != "as_fitted":
            changed = {
                "erosion": _loss(response.erosion, today_hours[RETENTION], self.curves),
                "expansion": _gain(response.expansion, today_hours[EXPANSION], self.curves),
                "conversion": _gain(response.conversion, today_hours[CONVERSION], self.curves),
            }
        return replace(response, **changed, **_timed(response, self.timing))


#: Every form, with weights that sum to one.
FORMS = tuple(
    Form(curves, timing, pressure, CURVES[curves] * TIMINGS[timing] * PRESSURE_WEIGHTS[pressure])
    for curves, timing, pressure in product(CURVES, TIMINGS, PRESSURE_WEIGHTS)
)


def forms_of_draws(draws: int) -> Indices:
    """Form of each draw, as a place in `FORMS`: each as often as its weight says."""
    middle = (np.arange(draws) + 0.5) / draws
    edges = np.cumsum([form.weight for form in FORMS])
    return np.minimum(np.searchsorted(edges, middle), len(FORMS) - 1)


def _gain(curve: Curve, hours: float, form: str) -> Curve:
    """A gain through the same point with the same slope."""
    if not isinstance(curve, Saturating) or hours <= 0.0:
        return curve
    value, elasticity = (np.asarray(of(hours)) for of in (curve.value, curve.elasticity))
    if form == "power":
        return Power(value / hours**elasticity, elasticity)
    odds = S_POWER / elasticity - 1.0
    return Adbudg(
        0.0 * value, value * (1.0 + odds) / odds, hours * odds ** (-1.0 / S_POWER), S_POWER
    )


def _loss(curve: Curve, hours: float, form: str) -> Curve:
    """A loss through the same point with the same slope and the same floor."""
    if not isinstance(curve, Erosion) or hours <= 0.0:
        return curve
    avoidable = np.asarray(curve.value(hours)) - curve.floor
    most = LOST_WITHOUT_ATTENTION[form]
    power = curve.rate * hours * most / (most - 1.0)
    return Adbudg(
        curve.floor + most * avoidable, curve.floor, hours * (most - 1.0) ** (-1.0 / power), power
    )


def _timed(response: Response, timing: str) -> dict[str, Any]:
    """Delays of a form, beside those of the response."""
    if timing == "as_fitted":
        return {}
    sooner = timing == "sooner"
    stretch = 0.9 if sooner else 1.15
    low, high = response.cycle_limits_months
    lag = response.expansion_lag_months
    return {
        "attention_memory": response.attention_memory - (0.2 if sooner else -0.15),
        "expansion_lag_months": max(1, lag - 1) if sooner else lag + 2,
        "new_hours_months": 2 if sooner else 6,
        "cycle_mean_months": response.cycle_mean_months * stretch,
        "cycle_sd_months": response.cycle_sd_months * stretch,
        "cycle_limits_months": (low * stretch, high * stretch),
    }
