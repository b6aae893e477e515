"""Companies whose truth has other equations than the model's: to test what its plans are worth.

A model that is tested on companies of its own equations proves its code, not its worth. Each
truth here bends something that the model takes for granted; at the hours of today its curves have
the same level and slope as the family's, so that histories look alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from casekit.arrays import Array
from casekit.model import Adbudg, Power
from casekit.model.response.curves import Curve
from casekit.model.response.cycle import usual_hours
from casekit.model.response.dynamics import SERVICE
from casekit.world.draw import World
from casekit.world.parameters import Family
from casekit.world.start import true_response, true_start
from casekit.world.within import Ground

__all__ = ["TRUTHS", "true_gain", "true_ground"]

#: Steepness of the S-shaped curves beside their own elasticity at today's hours.
S_POWER = 1.6
#: Elasticity of expansion and conversion by service hours, where they help each other.
SERVICE_HELPS = 0.3


def _s_shaped(family: Family) -> Family:
    """Few hours bring next to nothing, many next to nothing more."""

    def bent(curve: Curve, hours: float) -> Curve:
        value, elasticity = float(curve.value(hours)), float(curve.elasticity(hours))
        ceiling = value / (1.0 - min(elasticity / S_POWER, 0.9))
        half = hours * (ceiling / value - 1.0) ** (1.0 / S_POWER)
        return Adbudg(0.0, ceiling, half, S_POWER)

    return _with_curves(family, bent)


def _power(family: Family) -> Family:
    """No ceiling: the first hours bring very much, and there is always more."""

    def bent(curve: Curve, hours: float) -> Curve:
        value, elasticity = float(curve.value(hours)), float(curve.elasticity(hours))
        return Power(value * hours**-elasticity, elasticity)

    return _with_curves(family, bent)


def _with_curves(family: Family, bent: Callable[[Curve, float], Curve]) -> Family:
    response = family.response
    return replace(
        family,
        response=replace(
            response,
            expansion=bent(response.expansion, family.hours["expansion"]),
            conversion=bent(response.conversion, family.hours["conversion"]),
        ),
    )


def _slow(family: Family) -> Family:
    """Everything takes longer: landing, deciding, forgetting, learning."""
    response = replace(
        family.response,
        expansion_lag_months=5,
        cycle_mean_months=9.5,
        cycle_sd_months=2.8,
        cycle_limits_months=(4.0, 17.0),
        attention_memory=0.82,
        new_hours_months=5,
    )
    return replace(family, response=response)


def _service_helps(family: Family) -> Family:
    """Service opens doors: with fewer hours of it, selling brings less."""
    return replace(family, service_helps=SERVICE_HELPS)


#: Truths by name; each makes another family of a family.
TRUTHS: Mapping[str, Callable[[Family], Family]] = {
    "the model's": lambda family: family,
    "S-shaped": _s_shaped,
    "power": _power,
    "slow": _slow,
    "service helps": _service_helps,
}


def true_ground(world: World) -> Ground:
    """Plans compared by the company's true equations, within tried hours."""
    hours = world.truth.history.hours
    return Ground.of(true_start(world), true_response(world), usual_hours(hours), hours[-24:])


def true_gain(world: World, ground: Ground, hours: Array) -> float:
    """What a plan truly gains, share of today's value.

    Parameters
    ----------
    ground
        As `true_ground` gives it.
    hours
        Shape (phases, specialists, 6).
    """
    helps = world.truth.parameters.service_helps
    if helps == 0.0:
        return ground.gain(hours)
    # Service keeps its level of the last phase: plans change it at once or not at all.
    change = (hours[-1, :, SERVICE] / ground.today[0, :, SERVICE]) ** helps
    start = ground.sweep.start
    helped = Ground.of(
        replace(start, skill=start.skill * change), ground.sweep.response, ground.today[0],
        world.truth.history.hours[-24:],
    )  # fmt: skip
    now = ground.value(ground.today)
    return float((helped.value(hours) - now) / now)
