"""Other forms that a company's answers might have: for facts on what is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.model import Adbudg, Power, Response
from casekit.model.response.curves import Curve
from casekit.model.response.dynamics import CONVERSION, EXPANSION

__all__ = ["FORMS", "other_form"]

#: Forms of fact 15: how curves bend, how attention carries over, the cycle, and the pressure.
FORMS = ("as it is", "power curves", "S-shaped curves", "pressure stops")


def other_form(response: Response, form: str, hours: Array, off: Array) -> Response:
    """Response of another form, told by the same values at today's hours, parameters off.

    Parameters
    ----------
    form
        One of `FORMS`.
    hours
        Mean hours of a specialist, by activity.
    off
        How far logarithms of the six parameters are off, shape (6, draws, 1).
    """
    scale = np.exp(off)
    erosion = replace(
        response.erosion,
        floor=response.erosion.floor * scale[0],  # type: ignore[attr-defined]
        amplitude=response.erosion.amplitude * scale[1],  # type: ignore[attr-defined]
        rate=response.erosion.rate * np.exp(off[0] / 2.0),  # type: ignore[attr-defined]
    )  # type: ignore[type-var]
    bent = FORM_OF.get(form, _as_it_is)
    changed: dict[str, Any] = {
        "expansion": bent(response.expansion, float(hours[EXPANSION]), scale[2], scale[3]),
        "conversion": bent(response.conversion, float(hours[CONVERSION]), scale[4], scale[5]),
    }
    delays = {"power curves": (0.6, 9.0), "S-shaped curves": (0.8, 7.0)}
    memory, cycle = delays.get(form, (response.attention_memory, response.cycle_mean_months))
    pressure = 0.0 if form == "pressure stops" else response.pressure_share
    return replace(
        response,
        erosion=erosion,
        **changed,
        attention_memory=memory,
        cycle_mean_months=cycle,
        pressure_share=pressure,
    )


def _as_it_is(curve: Curve, hours: float, level: Array, rate: Array) -> Curve:
    """The same form, with level and rate off."""
    return replace(curve, ceiling=curve.ceiling * level, rate=curve.rate * rate)  # type: ignore


def _power(curve: Curve, hours: float, level: Array, rate: Array) -> Curve:
    """Power curve with the same value and slope at today's hours."""
    value, slope = float(curve.value(hours)), float(curve.marginal(hours))
    exponent = np.clip(slope * hours / value * rate, 0.05, 0.98)
    return Power(value * level * hours**-exponent, exponent)


def _s_shaped(curve: Curve, hours: float, level: Array, rate: Array) -> Curve:
    """S-shaped curve with the same value at today's hours and the same ceiling."""
    value, ceiling = float(curve.value(hours)), float(curve.ceiling)  # type: ignore[attr-defined]
    power = 1.4
    half = hours * ((ceiling - value) / value) ** (1.0 / power) / rate
    return Adbudg(0.0 * level, ceiling * level, half, power)


FORM_OF: dict[str, Callable[[Curve, float, Array, Array], Curve]] = {
    "power curves": _power,
    "S-shaped curves": _s_shaped,
}
