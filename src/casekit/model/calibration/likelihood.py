"""How strongly and how steeply hours answer: pooled over specialists, with open priors.

A company has some two dozen specialists and two years. That fixes how much their hours bring all
together, but hardly how the curve bends. So three things are kept apart:

- the **level** of the whole company, sure to a few per cent; its luck is read off its months;
- the **bend**, from comparing specialists who spend different hours, by quasi-likelihood
  (McCullagh 1983) under a weak prior that is stated below and in `ASSUMED`;
- the **skill** of each specialist, shrunk towards the mean as far as luck could explain it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array

__all__ = [
    "CurveGrid",
    "attention_of",
    "by_year",
    "erosion_grid",
    "learned_share",
    "level_error",
    "posterior_weights",
    "saturating_grid",
]


#: Months whose retention hours stand for the attention before the history.
FIRST_ATTENTION_MONTHS = 3

#: Prior of a saturating curve: how much of its ceiling today's hours reach. Beta(3.5, 4.5): around
#: four tenths, mostly between 15 and 73 %; hours are neither wasted nor all but used up.
CEILING_SHARES = np.linspace(0.01, 0.99, 99)
CEILING_PRIOR = CEILING_SHARES**2.5 * (1.0 - CEILING_SHARES) ** 3.5
#: Prior of erosion: what nobody could prevent is some share of today's loss, Beta(2.5, 2.5): about
#: half, mostly between 15 and 85 % ...
FLOOR_SHARES = np.linspace(0.02, 0.98, 25)
FLOOR_POWER = 1.5
#: ... and the preventable part is `exp(-steepness)` of what it would be without attention:
#: lognormal around exp(-2), that is an eighth, mostly between a third and a thirtieth.
STEEPNESS = np.linspace(0.2, 5.0, 40)
STEEPNESS_MEDIAN, STEEPNESS_SIGMA = 2.0, 0.30

#: Luck that evens out within a year is not counted as if it piled up.
LUCK_MONTHS = 11
#: What comes in waves is held above this share of the variance that the triangle gives.
LEAST_OF_TRIANGLE = 0.08


@dataclass(frozen=True)
class CurveGrid:
    """Shapes a curve may have, and what each would let us expect.

    Parameters
    ----------
    first, second
        Parameters of each shape, shape (shapes,).
    prior
        How likely each is before the data.
    expected
        Outcome of each cell (a specialist, or a year of one) under each shape but for one common
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
    """Erosion curves by the share nobody can prevent and the steepness of the rest.

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
    # The floor only mixes two sums: the curves are computed once for each steepness.
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
    """Sums of each specialist's years, one after the other; a stub joins the year before it.

    A year holds competitors' campaigns and the quiet months after them, which even out.
    """
    starts = np.arange(0, max(len(values) - 5, 1), 12)
    return np.asarray(np.add.reduceat(values, starts, axis=0).ravel())


def posterior_weights(observed: Array, grid: CurveGrid) -> Array:
    """How likely each shape is, given what was observed in each cell.

    Quasi-likelihood: the variance of a cell is in proportion to what is expected of it, and how
    large, luck and skill together, is taken from the data. The common factor is left to the
    level, so only the pattern between cells counts.

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
        # Nothing happened, or nobody worked for it: the data leave the prior as it is.
        return np.asarray(grid.prior / grid.prior.sum())
    expected = (observed.sum() / due)[:, None] * grid.expected[:, usable]
    seen = observed[usable]
    likelihood = np.log(expected) @ seen
    best = expected[np.argmax(likelihood + np.log(grid.prior))]
    spread = ((seen - best) ** 2 / best).sum() / freedom
    # Figures that fit to the last rouble would otherwise leave a single shape.
    spread = max(spread, 1e-6 * seen.mean())
    size = likelihood / spread + np.log(grid.prior)
    weight = np.exp(size - size.max())
    return np.asarray(weight / weight.sum())


def learned_share(weight: Array, grid: CurveGrid, elasticity: Array) -> float:
    """How much of what was open about the bend the data have settled, 0 to 1.

    One less the ratio of spreads (standard deviations) of the elasticity at usual hours, after
    and before the data: near nought, an interval tells what was assumed, not what was seen.
    """
    before = grid.prior / grid.prior.sum()
    spreads = [
        float(np.sqrt(chance @ (elasticity - chance @ elasticity) ** 2))
        for chance in (weight, before)
    ]
    return float(np.clip(1.0 - spreads[0] / spreads[1], 0.0, 1.0))


def level_error(observed: Array, expected: Array, in_waves: bool = False) -> float:
    """Relative standard error of a company's total, from how its months scatter.

    A lucky month is followed by leaner ones, so months are not independent: the long-run
    variance of Newey and West (1987) with lags of up to a year. What comes in waves, as losses
    do in competitors' campaigns and the quiet months after them, evens out more than that
    triangular window can see; there the flat-top window of Politis and Romano (1995) is taken,
    which may come out at nought by chance and is therefore held above a third of the former
    (its square root, that is).

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


def _long_run_variance(observed: Array, expected: Array, flat: float) -> float:
    """Variance of a total from its months, by a window that is one up to `flat` of its width.

    The total is taken from the same months, which hides part of their scatter: the share that it
    hides of independent months is given back.
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
