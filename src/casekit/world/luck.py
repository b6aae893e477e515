"""Luck of a company's months: fair for the history that is told, natural for what comes after.

The history that participants read is drawn so that every team meets the same lessons. What
happens after it is plain chance: independent tosses, campaigns that need not even out, lengths
of pursuits as they fall. Each toss of natural luck belongs to a month and to a process point,
client or specialist, so that teams which decide differently meet the same luck where they meet
the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from casekit.arrays import Array, Indices, Ints
from casekit.model import Response
from casekit.world import parameters as p
from casekit.world.chance import Balance

#: What is drawn, each with a stream of its own.
PURPOSES = (
    "losses", "gains", "wins", "takers", "points", "pursuits", "cycles", "campaigns",
    "preference", "hours", "sales", "costs", "reports", "hand_over",
)  # fmt: skip
#: Pursuits whose lengths are drawn together, one from each stratum.
STRATA = 48
PER_STRATUM = 20
#: Lengths drawn for a client until one lies within the limits.
TRIES = 12


class Luck(Protocol):
    """Where a company's chance comes from."""

    def stream(self, purpose: str, month: int) -> np.random.Generator:
        """Source of random numbers for a purpose in a month."""
        ...

    def happens(
        self, purpose: str, month: int, probability: Array, money: Array, rep: Ints, case: Ints
    ) -> Indices:
        """Positions of the cases that happen.

        Parameters
        ----------
        purpose
            `losses`, `gains` or `wins`.
        month
            Simulated month.
        probability
            Of each case, below 1.
        money
            What each case moves when it happens.
        rep
            Specialist of each case.
        case
            Process point or client of each case.
        """
        ...

    def cycle(self, response: Response, month: int, account: int) -> tuple[float, float]:
        """Months from opening to decision of a pursuit opened now, and a uniform number."""
        ...

    def campaigns(self, months: int) -> Array:
        """Competitors' pressure by month and region, around one: quiet months and campaigns."""
        ...


class FairLuck:
    """Luck that evens out, so that a company shows its family's lessons.

    Parameters
    ----------
    rng
        The one source; months must be lived through in their order.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.balances: Mapping[str, Balance] = {
            "losses": Balance(rng, np.zeros(p.REPS), p.FAIR_DRAWS),
            "gains": Balance(rng, np.zeros(p.REPS), p.FAIR_DRAWS),
            "wins": Balance(rng, np.zeros(p.REPS), p.FAIR_DRAWS, p.WINS_SLACK_KRUB),
        }
        self._cycles: list[tuple[float, float]] = []

    def stream(self, purpose: str, month: int) -> np.random.Generator:
        """The one source."""
        return self.rng

    def happens(
        self, purpose: str, month: int, probability: Array, money: Array, rep: Ints, case: Ints
    ) -> Indices:
        """The fairest of many equally likely draws."""
        return self.balances[purpose].draw(probability, money, rep)

    def cycle(self, response: Response, month: int, account: int) -> tuple[float, float]:
        """Lengths of pursuits, one from each stratum of what is likely, in random order."""
        if not self._cycles:
            ordered = np.sort(_lengths(self.rng, response, STRATA * PER_STRATUM))
            of_stratum = ordered.reshape(STRATA, PER_STRATUM)
            chosen = of_stratum[np.arange(STRATA), self.rng.integers(PER_STRATUM, size=STRATA)]
            parts = (self.rng.permutation(STRATA) + self.rng.random(STRATA)) / STRATA
            pairs = zip(self.rng.permutation(chosen), parts, strict=True)
            self._cycles = [(float(length), float(part)) for length, part in pairs]
        return self._cycles.pop()

    def campaigns(self, months: int) -> Array:
        """Over each year pressure comes to one, so that losses are what attention deserves."""
        shape = (months // 12, 12, p.REGIONS)
        pressure = np.exp(p.CAMPAIGN_SIGMA * self.rng.standard_normal(shape))
        return np.asarray(pressure / pressure.mean(axis=1, keepdims=True)).reshape(
            months, p.REGIONS
        )


class TossedLuck(FairLuck):
    """A history's luck without evening out: to count on it what is estimated from a history."""

    def happens(
        self, purpose: str, month: int, probability: Array, money: Array, rep: Ints, case: Ints
    ) -> Indices:
        """Each case by itself, whatever happened before."""
        return np.flatnonzero(self.rng.random(len(probability)) < probability)

    def campaigns(self, months: int) -> Array:
        """Pressure of each month and region, expected to be one."""
        noise = self.rng.standard_normal((months, p.REGIONS))
        return np.asarray(np.exp(p.CAMPAIGN_SIGMA * noise - p.CAMPAIGN_SIGMA**2 / 2.0))


class NaturalLuck:
    """Plain chance: nothing is evened out, and nothing depends on what others decide.

    Parameters
    ----------
    entropy
        Whole numbers from 0 up: the company's and the luck's.
    """

    def __init__(self, entropy: Sequence[int]) -> None:
        self.entropy = tuple(int(number) for number in entropy)
        self._lengths: dict[int, Array] = {}

    def stream(self, purpose: str, month: int) -> np.random.Generator:
        """A source of its own for each purpose and month."""
        return np.random.default_rng([*self.entropy, month, PURPOSES.index(purpose)])

    def happens(
        self, purpose: str, month: int, probability: Array, money: Array, rep: Ints, case: Ints
    ) -> Indices:
        """Each case by itself, by the toss of its month and its point or client."""
        tosses = self.stream(purpose, month).random(MOST_CASES)
        return np.flatnonzero(tosses[case] < probability)

    def cycle(self, response: Response, month: int, account: int) -> tuple[float, float]:
        """Length of a pursuit as it falls."""
        if month not in self._lengths:
            rng = self.stream("cycles", month)
            drawn = _gamma(rng, response, (TRIES, MOST_CASES))
            low, high = response.cycle_limits_months
            fits = (drawn >= low) & (drawn <= high)
            first = drawn[fits.argmax(axis=0), np.arange(MOST_CASES)]
            self._lengths[month] = np.clip(first, low, high)
        return float(self._lengths[month][account]), 0.0

    def campaigns(self, months: int) -> Array:
        """Pressure of each month and region, expected to be one."""
        noise = np.stack(
            [self.stream("campaigns", m).standard_normal(p.REGIONS) for m in range(months)]
        )
        return np.asarray(np.exp(p.CAMPAIGN_SIGMA * noise - p.CAMPAIGN_SIGMA**2 / 2.0))


#: More process points than a company has: every one has its toss, whatever else is asked for.
MOST_CASES = p.REPS * p.ACCOUNTS_PER_REP * p.PROCESS_POINTS


def _gamma(rng: np.random.Generator, response: Response, size: tuple[int, ...]) -> Array:
    shape = (response.cycle_mean_months / response.cycle_sd_months) ** 2
    scale = response.cycle_sd_months**2 / response.cycle_mean_months
    return np.asarray(rng.gamma(shape, scale, size))


def _lengths(rng: np.random.Generator, response: Response, count: int) -> Array:
    """So many months from opening to decision: gamma, only those within the limits."""
    low, high = response.cycle_limits_months
    drawn = np.empty(0)
    while len(drawn) < count:
        more = _gamma(rng, response, (2 * count,))
        drawn = np.concatenate([drawn, more[(more >= low) & (more <= high)]])
    return drawn[:count]
