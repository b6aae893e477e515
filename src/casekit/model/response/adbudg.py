"""Little's decision calculus curve (ADBUDG), concave or S-shaped, and the loss derived from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.model.response.curves import Numbers, sound_hours

__all__ = ["YEAR_MONTHS", "Adbudg", "JudgedErosion"]

#: Retention is judged by what is left of the business after so many months.
YEAR_MONTHS = 12


@dataclass(frozen=True)
class Adbudg:
    """Outcome between that of no effort and that of unlimited effort (decision calculus).

    ::

        value
        highest |           _______
                |         _/
                |       _/
         lowest |  ____/
                +------------------ hours

    `lowest + (highest - lowest) * h^power / (half_hours^power + h^power)`, ADBUDG of Little
    (1970), "Models and managers: the concept of a decision calculus". Its parameters come from
    judgement: the outcome of no effort, present effort, half as much again and unlimited effort;
    Lodish
    asked specialists for such curves in CALLPLAN (1971) and, with half the present effort as a
    fifth question, at Syntex (1988).

    Parameters
    ----------
    lowest
        Outcome without any effort.
    highest
        Outcome at saturation.
    half_hours
        Hours at which half of the range from `lowest` to `highest` is reached.
    power
        Steepness; above 1 the curve is S-shaped, up to 1 every hour brings less than the last.

    Examples
    --------
    >>> float(Adbudg(20.0, 140.0, 10.0, 2.0).value(10.0))
    80.0
    """

    lowest: Numbers
    highest: Numbers
    half_hours: Numbers
    power: Numbers

    @classmethod
    def through(
        cls,
        lowest: Numbers,
        highest: Numbers,
        today: Numbers,
        half_more: Numbers,
        today_hours: Numbers,
    ) -> Adbudg:
        """Fit the curve to Little's four answers: no, present, half as much again, unlimited
        effort.

        With `odds = (outcome - lowest) / (highest - outcome)`, Little's formulas are
        `power = ln(odds at 1.5 / odds at 1) / ln 1.5` and `d = 1 / odds at 1`, where effort is
        counted in present efforts; `half_hours = today_hours * d^(1 / power)`.

        Parameters
        ----------
        lowest, highest, today, half_more
            Outcomes without effort, at saturation, now, and with half as much effort again.
        today_hours
            Hours a month now.

        Examples
        --------
        >>> curve = Adbudg.through(0.0, 150.0, 100.0, 120.0, 12.0)
        >>> [round(float(curve.value(hours)), 6) for hours in (12.0, 18.0)]
        [100.0, 120.0]
        """
        odds = (np.asarray(today) - lowest) / (np.asarray(highest) - today)
        more = (np.asarray(half_more) - lowest) / (np.asarray(highest) - half_more)
        power = np.log(more / odds) / np.log(1.5)
        return cls(lowest, highest, today_hours * odds ** (-1.0 / power), power)

    def _odds(self, hours: Numbers) -> Numbers:
        effort = np.maximum(sound_hours(hours), 0.0)
        return np.power(effort / self.half_hours, self.power)

    def value(self, hours: Numbers) -> Numbers:
        """Outcome of a month with these hours."""
        odds = self._odds(hours)
        return self.lowest + (self.highest - self.lowest) * odds / (1.0 + odds)

    def marginal(self, hours: Numbers) -> Numbers:
        """Outcome of one more hour a month; infinite at zero hours if `power` is below 1."""
        share = np.maximum(sound_hours(hours), 0.0) / self.half_hours
        with np.errstate(divide="ignore"):
            slope = self.power * np.power(share, self.power - 1.0) / self.half_hours
        return (self.highest - self.lowest) * slope / (1.0 + self._odds(hours)) ** 2

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of outcome for one per cent of hours.

        If `lowest` is zero this is `power / (1 + odds)`, which is `power` at zero hours.
        """
        odds = self._odds(hours)
        gain = (self.highest - self.lowest) * odds / (1.0 + odds)
        total = self.lowest + gain
        nothing = total <= 0.0
        share = np.where(nothing, 1.0, gain / np.where(nothing, 1.0, total))
        return np.asarray(share * self.power / (1.0 + odds))


@dataclass(frozen=True)
class JudgedErosion:
    r"""Share of the base lost a month (churn), from the share that people expect to keep in a year.

    ::

        share
                |--._
                |    \
                |     \_
                |       `-----
                +------------------ hours

    What is kept of the base in a year is ADBUDG (Little 1970) in the hours; a month loses
    `1 - kept ** (1 / 12)`.

    Parameters
    ----------
    kept
        Share of the base kept in a year, by hours a month.

    Examples
    --------
    >>> kept = Adbudg(0.6, 0.95, 10.0, 2.0)
    >>> round(float(JudgedErosion(kept).value(10.0)), 4)
    0.021
    """

    kept: Adbudg

    def value(self, hours: Numbers) -> Numbers:
        """Share of the base lost in a month with this attention."""
        return 1.0 - np.power(self._kept(hours), 1.0 / YEAR_MONTHS)

    def marginal(self, hours: Numbers) -> Numbers:
        """Change of the monthly loss for one more hour; negative."""
        slope = np.power(self._kept(hours), 1.0 / YEAR_MONTHS - 1.0) / YEAR_MONTHS
        return -slope * self.kept.marginal(hours)

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of the loss for one per cent of attention; negative."""
        return self.marginal(hours) * sound_hours(hours) / self.value(hours)

    def _kept(self, hours: Numbers) -> Numbers:
        # Bounded away from zero: a base of which nothing is kept in a year would be lost in one
        # month.
        return np.maximum(self.kept.value(hours), 1e-6)
