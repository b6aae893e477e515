"""Low-variance draws: exact probabilities with totals near their expectation.

With independent draws a company would sometimes lose or win far more than expected, which would
hide its planted facts. Systematic sampling gives each case exactly its probability, while the total
count stays within one of its expectation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array, Indices, Ints

#: Weight of the company's balance relative to a specialist's.
COMPANY_WEIGHT = 2.0


@dataclass
class Balance:
    """Draws events month by month so that their money stays near its expectation.

    Every month systematic sampling from a random start gives each case its own probability. Of
    several equally likely draws the one is kept whose cumulative money is nearest to its
    expectation, for the company and for each specialist, so that luck cancels out over the months.

    Parameters
    ----------
    rng
        Source of the random starts.
    owed
        Money expected so far less money drawn so far, one value a specialist.
    draws
        Number of equally likely draws to choose from; 1 for plain sampling.
    slack
        Deviation of the company that is tolerated: months stay realistically uneven.
    """

    rng: np.random.Generator
    owed: Array
    draws: int
    slack: float = 0.0

    def draw(self, probability: Array, money: Array, rep: Ints) -> Indices:
        """Indices of the cases that happen this month.

        Parameters
        ----------
        probability
            Probability of each case, below 1.
        money
            Money of each case.
        rep
            Specialist of each case.
        """
        order = np.argsort(money, kind="stable")
        starts = self.rng.random(self.draws)
        steps = np.floor(np.cumsum(probability[order]) + starts[:, None])
        happens = np.diff(steps, prepend=0.0, axis=1) >= 1.0
        draw, case = np.nonzero(happens)
        hit = order[case]
        reps = len(self.owed)
        drawn = np.bincount(draw * reps + rep[hit], weights=money[hit], minlength=self.draws * reps)
        due = self.owed + np.bincount(rep, weights=probability * money, minlength=reps)
        left = due - drawn.reshape(self.draws, reps)
        beyond = np.maximum(0.0, np.abs(left.sum(axis=1)) - self.slack)
        best = int(np.argmin(COMPANY_WEIGHT * beyond**2 + (left**2).sum(axis=1)))
        self.owed = left[best]
        return np.asarray(hit[draw == best])


def stratified_normal(rng: np.random.Generator, size: int) -> Array:
    """Standard normal values, one from each of `size` equally likely strata, in random order."""
    uniform = (rng.permutation(size) + rng.random(size)) / size
    return inverse_normal(uniform)


def inverse_normal(uniform: Array) -> Array:
    """Standard normal quantile, by Acklam's rational approximation (relative error 1e-9).

    Not scipy's compiled version: a company must be identical on every platform.
    """
    a = (-3.969683028665376e01, 2.209460984245205e02, -2.759285104469687e02,
         1.383577518672690e02, -3.066479806614716e01, 2.506628277459239e00)  # fmt: skip
    b = (-5.447609879822406e01, 1.615858368580409e02, -1.556989798598866e02,
         6.680131188771972e01, -1.328068155288572e01)  # fmt: skip
    c = (-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e00,
         -2.549732539343734e00, 4.374664141464968e00, 2.938163982698783e00)  # fmt: skip
    d = (7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e00,
         3.754408661907416e00)  # fmt: skip
    p = np.clip(uniform, 1e-12, 1.0 - 1e-12)
    q = p - 0.5
    r = q * q
    centre = np.polyval(a, r) * q / np.polyval((*b, 1.0), r)
    tail_p = np.minimum(p, 1.0 - p)
    t = np.sqrt(-2.0 * np.log(tail_p))
    tail = np.polyval(c, t) / np.polyval((*d, 1.0), t) * np.where(q < 0, 1.0, -1.0)
    return np.where(np.abs(q) <= 0.47575, centre, tail)


def round_keeping_totals(values: Array, groups: Indices, step: float) -> Array:
    """Round values to a step so that each group's sum is its rounded sum.

    Parameters
    ----------
    values
        Non-negative values, sorted so that each group is one run.
    groups
        Group number of each value, ascending.
    step
        Rounding step.
    """
    units = values / step
    totals = np.bincount(groups, weights=units)
    whole = np.rint(totals)
    factor = np.divide(whole, totals, out=np.zeros_like(totals), where=totals > 0)
    # A tiny shift makes the rounding of exact halves reproducible.
    running = np.floor(np.cumsum(units * factor[groups]) + 0.5 + 1e-7)
    return np.diff(running, prepend=0.0) * step


def bounded_noise(rng: np.random.Generator, sigma: float, shape: tuple[int, ...]) -> Array:
    """Multiplicative noise around one, cut at two and a half standard deviations."""
    return 1.0 + sigma * np.clip(rng.standard_normal(shape), -2.5, 2.5)
