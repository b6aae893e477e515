"""Plans within tried hours, for proofs: the best one, the best norm, and what each brings."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import PHASES, Response, Start, Sweep, company_limits
from casekit.model.plans.projected_gradient import onto_limits, projected_gradient
from casekit.model.response.cycle import over_quarters
from casekit.model.response.dynamics import ADMIN, SERVICE

__all__ = ["Ground", "tried_hours"]

#: Most hours a month of one kind that a plan within tried hours moves, and a norm in all.
TRIED_CHANGE_HOURS = 8.0


@dataclass(frozen=True)
class Ground:
    """Equations and limits on which plans are compared.

    Parameters
    ----------
    sweep
        Projection over the phases of a plan.
    today
        Present hours, shape (phases, specialists, 6).
    low, high
        Fewest and most hours, shape (specialists, 6).
    """

    sweep: Sweep
    today: Array
    low: Array
    high: Array

    @classmethod
    def of(cls, start: Start, response: Response, today: Array, worked: Array) -> Ground:
        """Ground with the limits of tried hours.

        Parameters
        ----------
        today
            Present hours, shape (specialists, 6).
        worked
            Hours of the company's months, shape (months, specialists, 6).
        """
        low, high = tried_hours(response, today, worked)
        every = np.repeat(today[None], len(PHASES), axis=0)
        return cls(Sweep(start, response, phases=PHASES), every, low, high)

    def value(self, hours: Array) -> float:
        """Value of a plan, thousand roubles."""
        return float(self.sweep.value(hours, self.today[0]).sum())

    def gain(self, hours: Array) -> float:
        """Gain of a plan, share of today's value."""
        now = self.value(self.today)
        return (self.value(hours) - now) / now

    def against_today(self, hours: Array) -> Array:
        """Margin of each month against today's hours, thousand roubles."""
        now = self.sweep.margin(self.today, self.today[0])
        return np.asarray((self.sweep.margin(hours, self.today[0]) - now).sum(axis=1))

    def freeing_at_most(self, hours: float) -> Ground:
        """The same ground where at most so many hours are freed, half service, half paperwork."""
        kept = self.low.copy()
        for column in (SERVICE, ADMIN):
            least = self.today[0, :, column] - hours / 2.0
            kept[:, column] = np.maximum(self.low[:, column], least)
        return replace(self, low=kept)

    def best(self) -> Array:
        """Plan of the highest value for each specialist."""
        today = self.today
        return projected_gradient(
            lambda hours: self.sweep.gradient(hours, today[0]),
            today,
            self.low,
            self.high,
            enough=1e-6,
        )

    def with_change(self, change: Array) -> Array:
        """Everybody's hours after a common change, as far as limits let each one go."""
        return onto_limits(self.today + change, self.low, self.high, self.today.sum(axis=2))

    def norm(self) -> tuple[float, Array]:
        """Best change for everybody in whole hours, eight in all: its gain and the change.

        Hours are exchanged between two activities, two and then one at a time, as long as that
        is worth anything.
        """
        kinds = [*range(len(SELLING)), SERVICE, ADMIN]
        change, reached, step = np.zeros(len(ACTIVITIES)), 0.0, 2.0
        while step >= 1.0:
            tried = []
            for more in range(len(SELLING)):
                for less in kinds:
                    new = change.copy()
                    new[more] += step
                    new[less] -= step
                    if more == less or new[new > 0].sum() > TRIED_CHANGE_HOURS:
                        continue
                    tried.append((self.gain(self.with_change(new)), tuple(new)))
            best, found = max(tried, default=(reached, tuple(change)))
            if best > reached + 1e-6:
                reached, change = best, np.array(found)
            else:
                step /= 2.0
        return reached, change


def tried_hours(response: Response, today: Array, worked: Array) -> tuple[Array, Array]:
    """Limits of hours that some specialist of the company worked over a quarter.

    And of eight hours a kind up or down; nobody's present hours are outside.
    """
    low, high = company_limits(response.terms).bounds(today)
    quarters = over_quarters(worked)
    least, most = quarters.min(axis=(0, 1)), quarters.max(axis=(0, 1))
    down = np.minimum(today, np.maximum(today - TRIED_CHANGE_HOURS, least))
    up = np.maximum(today, np.minimum(today + TRIED_CHANGE_HOURS, most))
    return np.maximum(low, down), np.minimum(high, up)
