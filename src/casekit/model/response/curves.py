"""Response curves: what a month of hours brings.

Each curve takes hours as a number or an array and returns `value`, `marginal` (the value of one
more hour) and `elasticity` (per cent of value for one per cent of hours). Parameters may be
arrays too: one value a specialist, or one a draw and a specialist.

Hours that are negative or not a number raise `InvalidArgument`: an impossible plan must not produce
a figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np

from casekit.arrays import Array
from casekit.errors import InvalidArgument

#: A number, or one number a specialist.
Numbers: TypeAlias = float | Array

__all__ = ["Curve", "Erosion", "Numbers", "Power", "Pursuit", "Saturating", "sound_hours"]

#: Hours down to this far below zero are accepted: rounding of sums produces them.
ROUNDING_HOURS = 1e-9


def sound_hours(hours: Numbers) -> Array:
    """Convert hours to an array; require numbers that are not negative.

    Raises
    ------
    InvalidArgument
        If a value is negative or not a number; the first one is named.
    """
    found = np.asarray(hours, dtype=float)
    good = found >= -ROUNDING_HOURS
    if not good.all():
        raise InvalidArgument("curve-hours", found=str(found[~good].flat[0]))
    return found


class Curve(Protocol):
    """Any response curve: outcome of hours, outcome of one more hour, elasticity."""

    def value(self, hours: Numbers) -> Numbers:
        """Outcome of a month with these hours."""

    def marginal(self, hours: Numbers) -> Numbers:
        """Outcome of one more hour a month."""

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of outcome for one per cent of hours."""


@dataclass(frozen=True)
class Saturating:
    """Gain of a month's hours, with diminishing returns towards a ceiling.

    ::

        value
        ceiling |          ________
                |     ____/
                |  __/
                | /
              0 +------------------ hours

    The modified exponential `ceiling * (1 - exp(-rate * h))` of Marketing Engineering,
    Technical Note 1: zero at zero hours, and every further hour brings less.

    Parameters
    ----------
    ceiling
        Outcome a month that unlimited effort approaches.
    rate
        Share of what is still missing that one more hour brings, per hour.

    Examples
    --------
    >>> round(float(Saturating(52.0, 0.06).value(13.5)), 1)
    28.9
    """

    ceiling: Numbers
    rate: Numbers

    def value(self, hours: Numbers) -> Numbers:
        """Outcome of a month with these hours."""
        return self.ceiling * -np.expm1(-self.rate * sound_hours(hours))

    def marginal(self, hours: Numbers) -> Numbers:
        """Outcome of one more hour a month."""
        return self.ceiling * self.rate * np.exp(-self.rate * sound_hours(hours))

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of outcome for one per cent of hours; 1 at zero hours."""
        effort = self.rate * sound_hours(hours)
        # At zero hours the ratio is 0 / 0; its limit is one.
        quiet = effort < 1e-12
        safe = np.where(quiet, 1.0, effort)
        return np.where(quiet, 1.0, safe / np.expm1(safe))


@dataclass(frozen=True)
class Power:
    """Gain of a month's hours with constant elasticity: diminishing returns without a ceiling.

    ::

        value
                |            ___---
                |      __--''
                |   _-'
                | /
              0 +------------------ hours

    `scale * h ** exponent`, the constant-elasticity form of econometric sales response studies
    and the usual example for the allocation rule of Albers (1998). Fits within the range of
    observed hours, not beyond: the marginal value is infinite at zero hours, and there is no
    saturation.

    Parameters
    ----------
    scale
        Outcome of one hour a month.
    exponent
        Elasticity: per cent of outcome for one per cent of hours, between 0 and 1.

    Examples
    --------
    >>> float(Power(10.0, 0.5).value(9.0))
    30.0
    """

    scale: Numbers
    exponent: Numbers

    def value(self, hours: Numbers) -> Numbers:
        """Outcome of a month with these hours."""
        return self.scale * np.power(np.maximum(sound_hours(hours), 0.0), self.exponent)

    def marginal(self, hours: Numbers) -> Numbers:
        """Outcome of one more hour a month; infinite at zero hours."""
        effort = np.maximum(sound_hours(hours), 0.0)
        with np.errstate(divide="ignore"):
            return self.scale * self.exponent * np.power(effort, self.exponent - 1.0)

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of outcome for one per cent of hours: the exponent, whatever the hours."""
        return self.exponent + 0.0 * sound_hours(hours)


@dataclass(frozen=True)
class Erosion:
    r"""Share of the base lost a month (churn), falling with attention towards a floor.

    ::

        share
                |\
                | \__
                |    \_____
          floor |          -------
                +------------------ hours

    `floor + amplitude * exp(-rate * h)`: the floor is the part of losses beyond the specialist's
    control,
    as distribution practitioners report (5-10 % of sales a year).

    Parameters
    ----------
    floor
        Share lost a month at unlimited attention.
    amplitude
        Further share lost a month at zero attention.
    rate
        Rate at which attention reduces the preventable loss, per hour.

    Examples
    --------
    >>> round(float(Erosion(0.009, 0.034, 0.09).value(33.0)), 4)
    0.0107
    """

    floor: Numbers
    amplitude: Numbers
    rate: Numbers

    def value(self, hours: Numbers) -> Numbers:
        """Share of the base lost in a month with this attention."""
        return self.floor + self.amplitude * np.exp(-self.rate * sound_hours(hours))

    def marginal(self, hours: Numbers) -> Numbers:
        """Change of the monthly loss for one more hour; negative."""
        return -self.rate * self.amplitude * np.exp(-self.rate * sound_hours(hours))

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of the loss for one per cent of attention; negative."""
        return self.marginal(hours) * sound_hours(hours) / self.value(hours)


@dataclass(frozen=True)
class Pursuit:
    """Chance to win one prospect, S-shaped in the hours spent on it: a few hours achieve nothing.

    ::

        chance
        ceiling |           _______
                |         _/
                |       _/
                |  ____/
                +------------------ hours on this prospect

    `ceiling * H^power / (half_hours^power + H^power)`, the ADBUDG form of Little (1970).

    Parameters
    ----------
    ceiling
        Chance at unlimited effort.
    half_hours
        Hours at which half the ceiling is reached.
    power
        Steepness; above 1 the curve is S-shaped.

    Examples
    --------
    >>> Pursuit(0.80, 30.0, 3.0).value(30.0)
    0.4
    """

    ceiling: Numbers
    half_hours: Numbers
    power: Numbers

    def value(self, hours: Numbers) -> Numbers:
        """Chance to win after these hours on the prospect."""
        effort = np.power(sound_hours(hours) / self.half_hours, self.power)
        chance = self.ceiling * effort / (1.0 + effort)
        return float(chance) if np.ndim(chance) == 0 else chance

    def marginal(self, hours: Numbers) -> Numbers:
        """Chance that one more hour on the prospect adds."""
        share = sound_hours(hours) / self.half_hours
        effort = np.power(share, self.power)
        slope = self.power * np.power(share, self.power - 1.0) / self.half_hours
        return self.ceiling * slope / (1.0 + effort) ** 2

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of chance for one per cent of hours."""
        effort = np.power(sound_hours(hours) / self.half_hours, self.power)
        return self.power / (1.0 + effort)
