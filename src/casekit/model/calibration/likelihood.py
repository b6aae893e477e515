"""Likelihood and priors of the response curves, pooled over specialists.

A company has some two dozen specialists and two years. That determines the total effect of their
hours, but hardly the curvature. Three parts are estimated separately:

- the **level** of the whole company, known to a few per cent; its error is estimated from monthly
variation;
- the **curvature**, from specialists who spend different hours, by quasi-likelihood
  (McCullagh 1983) under a weak prior that is stated below and in `ASSUMED`;
- the **skill** of each specialist, shrunk towards the mean as far as luck explains the difference.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array

__all__ = [
    "CurveGrid",
    "attention_of",
    "by_year",
    "chance_error",
    "erosion_grid",
    "learned_share",
    "level_error",
    "posterior_weights",
    "saturating_grid",
]


#: First months whose mean retention hours are the attention before the history.
FIRST_ATTENTION_MONTHS = 3

#: Prior of a saturating curve: how much of its ceiling today's hours reach. Beta(3.5, 4.5): around
#: four tenths, mostly between 15 and 73 %; hours are neither without effect nor saturated.
CEILING_SHARES = np.linspace(0.01, 0.99, 99)
CEILING_PRIOR = CEILING_SHARES**2.5 * (1.0 - CEILING_SHARES) ** 3.5
#: Prior of erosion: the floor is a share of today's loss, Beta(2.5, 2.5): about
#: half, mostly between 15 and 85 % ...
FLOOR_SHARES = np.linspace(0.02, 0.98, 25)
FLOOR_POWER = 1.5
#: ... and the preventable part is `exp(-steepness)` of what it would be without attention:
#: lognormal around exp(-2), that is an eighth, mostly between a third and a thirtieth.
STEEPNESS = np.linspace(0.2, 5.0, 40)
STEEPNESS_MEDIAN, STEEPNESS_SIGMA = 2.0, 0.30

#: Longest lag, months, of the long-run variance of monthly luck.
LUCK_MONTHS = 11
#: Lower bound of the flat-top variance, as a share of the triangular one.
LEAST_OF_TRIANGLE = 0.08


@dataclass(frozen=True)
class CurveGrid:
    """Grid of curve shapes with prior and expected outcomes, over which the posterior is computed.

    Parameters
    ----------
    first, second
        Parameters of each shape, shape (shapes,).
    prior
        Prior weight of each shape.
    expected
        Outcome of each cell (a specialist, or a year of one) under each shape, up to a common
        factor, shape (shapes, cells).
    """

    first: Array
    second: Array
    prior: Array
    expected: Array


def saturating_grid(hours: Array, scale: Array, usual_hours: float) -> CurveGrid:
    """Modified exponentials by the share of the ceiling that usual hours reach.

    Parameters
    ----------
    hours, scale
        Hours of each month and specialist, and what their effect is in proportion to (room or
        pool), shape (months, specialists).
    usual_hours
        Hours at which the share is counted.

    Returns
    -------
    CurveGrid
        `first` holds the rate per hour, `second` the share of the ceiling.
    """
    rate = -np.log1p(-CEILING_SHARES) / usual_hours
    reached = -np.expm1(-rate[:, None, None] * hours)
    return CurveGrid(
        first=rate,
        second=CEILING_SHARES,
        prior=CEILING_PRIOR,
        expected=(reached * scale).sum(axis=1),
    )


def erosion_grid(attention: Array, exposed: Array, usual_hours: float) -> CurveGrid:
    """Erosion curves by the share of the floor and the steepness of the rest.

    Parameters
    ----------
    attention, exposed
        Smoothed attention and the base at risk of each month and specialist.
    usual_hours
        Attention at which both are counted.

    Returns
    -------
    CurveGrid
        `first` holds the floor's share of the loss at usual hours, `second` the steepness; cells
        are years of specialists, as `by_year` gives them.
    """
    floor, steepness = (
        grid.ravel() for grid in np.meshgrid(FLOOR_SHARES, STEEPNESS, indexing="ij")
    )
    off = attention / usual_hours - 1.0
    # The floor is a mixture weight of two sums: curves are computed once for each steepness.
    monthly = np.exp(-STEEPNESS[:, None, None] * off) * exposed
    falling = np.stack([by_year(curve) for curve in monthly])
    flat = by_year(exposed)
    expected = FLOOR_SHARES[:, None, None] * flat + (1.0 - FLOOR_SHARES[:, None, None]) * falling
    far = (np.log(steepness) - np.log(STEEPNESS_MEDIAN)) / STEEPNESS_SIGMA
    return CurveGrid(
        first=floor,
        second=steepness,
        prior=np.exp(-0.5 * far**2) / steepness * (floor * (1.0 - floor)) ** FLOOR_POWER,
        expected=expected.reshape(len(floor), -1),
    )


def by_year(values: Array) -> Array:
    """Sums of each specialist's years, one after the other; a remainder of a few months is added to
    the last year.

    Within a year competitors' campaigns and the quiet months after them cancel out.
    """
    starts = np.arange(0, max(len(values) - 5, 1), 12)
    return np.asarray(np.add.reduceat(values, starts, axis=0).ravel())


def posterior_weights(observed: Array, grid: CurveGrid) -> Array:
    """Posterior weight of each shape, given the observed outcome of each cell.

    Quasi-likelihood: the variance of a cell is proportional to its expectation, with a dispersion
    estimated from the data. The common factor is profiled out, so only the pattern between cells
    counts.

    Parameters
    ----------
    observed
        Outcome of each cell.
    grid
        Shapes to choose from.

    Returns
    -------
    array
        Weights that sum to one.
    """
    due = grid.expected.sum(axis=1)
    usable = grid.expected[0] > 0
    freedom = int(usable.sum()) - 2
    if observed.sum() <= 0 or due.min() <= 0 or freedom < 1:
        # Without events or hours the posterior is the prior.
        return np.asarray(grid.prior / grid.prior.sum())
    expected = (observed.sum() / due)[:, None] * grid.expected[:, usable]
    seen = observed[usable]
    likelihood = np.log(expected) @ seen
    best = expected[np.argmax(likelihood + np.log(grid.prior))]
    spread = ((seen - best) ** 2 / best).sum() / freedom
    # A perfect fit would put all weight on a single shape.
    spread = max(spread, 1e-6 * seen.mean())
    size = likelihood / spread + np.log(grid.prior)
    weight = np.exp(size - size.max())
    return np.asarray(weight / weight.sum())


def learned_share(weight: Array, grid: CurveGrid, elasticity: Array) -> float:
    """By how much the data reduced the prior uncertainty of the curvature, 0 to 1.

    One minus the ratio of posterior to prior standard deviation of the elasticity at usual hours.
    Near zero, an interval reflects the prior.
    """
    before = grid.prior / grid.prior.sum()
    spreads = [
        float(np.sqrt(chance @ (elasticity - chance @ elasticity) ** 2))
        for chance in (weight, before)
    ]
    return float(np.clip(1.0 - spreads[0] / spreads[1], 0.0, 1.0))


def level_error(observed: Array, expected: Array, in_waves: bool = False) -> float:
    """Relative standard error of a company's total, from monthly variation.

    Months are negatively correlated: the long-run
    variance of Newey and West (1987) with lags of up to a year. Losses come in waves (competitors'
    campaigns, then quiet months) and cancel out more than that triangular window shows; for them
    the flat-top window of Politis and Romano (1995) is used. It may be zero by chance and is
    therefore bounded from below (`LEAST_OF_TRIANGLE`).

    Parameters
    ----------
    observed, expected
        Company totals of each month; `expected` up to a common factor.
    in_waves
        Whether good and bad months follow each other in waves.
    """
    if observed.sum() <= 0 or expected.sum() <= 0:
        return 0.0
    triangle = _long_run_variance(observed, expected, flat=0.0)
    variance = triangle
    if in_waves:
        variance = max(
            _long_run_variance(observed, expected, flat=0.5), LEAST_OF_TRIANGLE * triangle
        )
    return float(np.sqrt(variance) / observed.sum())


def chance_error(amounts: Array) -> float:
    """Relative standard error of a total whose parts come by plain chance, compound Poisson.

    The months of one history may be more even than chance by luck, or because months make up for
    one another; those to come need not be. No level is surer than the number of its events allows.

    Parameters
    ----------
    amounts
        What was lost, gained or won, in any shape; zeros are no events.
    """
    total = float(amounts.sum())
    return float(np.sqrt(np.square(amounts).sum())) / total if total > 0.0 else 0.0


def _long_run_variance(observed: Array, expected: Array, flat: float) -> float:
    """Variance of a total from its months, with a lag window that is one up to `flat` of its width.

    Residuals from the estimated total understate the variance; it is corrected by the share lost
    for independent months.
    """
    months = len(observed)
    width = min(LUCK_MONTHS, months - 1) + 1
    apart = np.abs(np.subtract.outer(np.arange(months), np.arange(months)))
    window = np.clip((1.0 - apart / width) / (1.0 - flat), 0.0, 1.0)
    rest = observed - expected * observed.sum() / expected.sum()
    hide = np.eye(months) - np.outer(expected, np.ones(months)) / expected.sum()
    kept = np.trace(hide.T @ window @ hide) / months
    return float(max(rest @ window @ rest / kept, 0.0))


def attention_of(retention_hours: Array, memory: float) -> Array:
    """Smoothed attention of each month, shape as `retention_hours` (months, specialists)."""
    attention = np.empty_like(retention_hours)
    felt = retention_hours[:FIRST_ATTENTION_MONTHS].mean(axis=0)
    for month, hours in enumerate(retention_hours):
        felt = memory * felt + (1.0 - memory) * hours
        attention[month] = felt
    return attention
