"""Response curves: what a month of hours brings.

Each curve takes hours as a number or an array and answers with `value`, `marginal` (what one more
hour brings) and `elasticity` (per cent of value for one per cent of hours). Parameters may be
arrays too: one value a specialist, or one a draw and a specialist.

Hours that are negative or not a number raise `InvalidArgument`: a plan that spends what nobody
has must not come out as a figure.
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

#: Sums of moves may end this far below nought by rounding alone.
ROUNDING_HOURS = 1e-9


def sound_hours(hours: Numbers) -> Array:
    """Hours as an array, known to be numbers and not below nought.

    Raises
    ------
    InvalidArgument
        Naming the first value that cannot be hours of work.
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
    """Gain of a month's hours, rising ever more slowly towards a ceiling.

    ::

        value
        ceiling |          ________
                |     ____/
                |  __/
                | /
              0 +------------------ hours

    The modified exponential `ceiling * (1 - exp(-rate * h))` of Marketing Engineering,
    Technical Note 1: no effort, no effect, and every further hour brings less.

    Parameters
    ----------
    ceiling
        What endless effort would bring a month, in the unit of the outcome.
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
        """Per cent of outcome for one per cent of hours; 1 where there are none yet."""
        effort = self.rate * sound_hours(hours)
        # Without effort both outcome and hours are nought: the limit of the ratio is one.
        quiet = effort < 1e-12
        safe = np.where(quiet, 1.0, effort)
        return np.where(quiet, 1.0, safe / np.expm1(safe))


@dataclass(frozen=True)
class Power:
    """Gain of a month's hours with an elasticity that never changes: no ceiling, ever slower.

    ::

        value
                |            ___---
                |      __--''
                |   _-'
                | /
              0 +------------------ hours

    `scale * h ** exponent`, the constant-elasticity form of econometric sales response studies
    and the usual example for the allocation rule of Albers (1998). Good between hours that were
    seen, not at either end: the first hour is worth without limit, and there is no saturation.

    Parameters
    ----------
    scale
        What one hour a month brings.
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
        """Outcome of one more hour a month; without limit where there are none yet."""
        effort = np.maximum(sound_hours(hours), 0.0)
        with np.errstate(divide="ignore"):
            return self.scale * self.exponent * np.power(effort, self.exponent - 1.0)

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of outcome for one per cent of hours: the exponent, whatever the hours."""
        return self.exponent + 0.0 * sound_hours(hours)


@dataclass(frozen=True)
class Erosion:
    r"""Share of the base lost a month, falling with attention towards a floor nobody can stop.

    ::

        share
                |\
                | \__
                |    \_____
          floor |          -------
                +------------------ hours

    `floor + amplitude * exp(-rate * h)`: part of the losses is beyond the specialist's control,
    as distribution practitioners report (5-10 % of sales a year).

    Parameters
    ----------
    floor
        Share lost a month however much attention is given.
    amplitude
        Further share lost a month without any attention.
    rate
        Share of the preventable loss that one more hour prevents, per hour.

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
        """Change of the monthly loss for one more hour; negative, for attention saves."""
        return -self.rate * self.amplitude * np.exp(-self.rate * sound_hours(hours))

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of the loss for one per cent of attention; negative."""
        return self.marginal(hours) * sound_hours(hours) / self.value(hours)


@dataclass(frozen=True)
class Pursuit:
    """Chance to win one prospect, S-shaped in the hours spent on it: crumbs of time are wasted.

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
        Chance with endless effort.
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
