"""Curves fitted to the panel: best estimate and draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array, Indices
from casekit.model.calibration.likelihood import (
    by_year,
    chance_error,
    erosion_grid,
    learned_share,
    level_error,
    posterior_weights,
    saturating_grid,
)
from casekit.model.response.curves import Erosion, Saturating

__all__ = ["ErosionFit", "GainFit", "draw_skill", "fit_erosion", "fit_gain", "shrink_skill"]


#: Prior standard deviation of skill between specialists. Assumed.
SKILL_SIGMA = 0.15
#: Lower bound of skill, relative to the mean specialist.
LOWEST_SKILL = 0.3
#: Lower bound of the share of variance between specialists that is attributed to luck.
LEAST_LUCK = 0.25


@dataclass(frozen=True)
class ErosionFit:
    """Loss by attention: best curve, draws, and how much the data say about its curvature.

    Arrays of `drawn` have shape (draws, 1); `learned` is a share, see `learned_share`.
    """

    best: Erosion
    drawn: Erosion
    learned: float


def fit_erosion(
    rng: np.random.Generator, draws: int, lost: Array, exposed: Array, attention: Array
) -> ErosionFit:
    """Share of the base lost by attention.

    Parameters
    ----------
    rng, draws
        Generator and number of draws.
    lost, exposed, attention
        Money lost, base at risk and smoothed attention of each month and specialist.
    """
    usual = _usual(attention)
    grid = erosion_grid(attention, exposed, usual)
    weight = posterior_weights(by_year(lost), grid)
    # The slope at usual attention is estimated best; the floor follows from it and the steepness.
    steepness = float(weight @ grid.second)
    elasticity = (1.0 - grid.first) * grid.second
    floor = 1.0 - float(weight @ elasticity) / steepness
    off = np.exp(-steepness * (attention / usual - 1.0))
    at_usual = lost.sum() / ((floor + (1.0 - floor) * off) * exposed).sum()
    rows = _draw_rows(rng, weight, draws)
    error = level_error(lost.sum(axis=1), exposed.sum(axis=1), in_waves=True)
    error = max(error, chance_error(lost))
    factor = (lost.sum() / grid.expected.sum(axis=1))[rows] * _level_draws(rng, error, draws)
    return ErosionFit(
        best=_erosion(at_usual, floor, steepness, usual),
        drawn=_erosion(factor[:, None], grid.first[rows, None], grid.second[rows, None], usual),
        learned=learned_share(weight, grid, elasticity),
    )


def _erosion(
    at_usual: float | Array, floor: float | Array, steepness: float | Array, usual: float
) -> Erosion:
    return Erosion(
        floor=at_usual * floor,
        amplitude=at_usual * (1.0 - floor) * np.exp(steepness),
        rate=steepness / usual,
    )


@dataclass(frozen=True)
class GainFit:
    """Gain by hours, before skills are estimated.

    Parameters
    ----------
    total
        Gain of the whole history, and as many draws of it.
    best_rate, drawn_rates
        Rates of the saturating curve, the latter one a draw.
    best_expected, drawn_expected
        Expected gain of each specialist's hours and scale with a ceiling of one, shape
        (specialists,) and (draws, specialists).
    observed
        Gain of each specialist.
    learned
        How much the data say about the curvature, a share; see `learned_share`.
    """

    total: float
    drawn_totals: Array
    best_rate: float
    drawn_rates: Array
    best_expected: Array
    drawn_expected: Array
    observed: Array
    learned: float

    def curve(self, skill: Array, reference: float) -> Saturating:
        """Best curve at a scale of `reference`, given the skills."""
        ceiling = float(_ratio(np.array(self.total), (skill * self.best_expected).sum()))
        return Saturating(ceiling * reference, self.best_rate)

    def drawn_curve(self, skill: Array, reference: float) -> Saturating:
        """Alternative curves of shape (draws, 1), given as many draws of the skills."""
        ceiling = _ratio(self.drawn_totals, (skill * self.drawn_expected).sum(axis=1))
        return Saturating((ceiling * reference)[:, None], self.drawn_rates[:, None])


def fit_gain(
    rng: np.random.Generator,
    draws: int,
    gained: Array,
    scale: Array,
    hours: Array,
    in_waves: bool = False,
) -> GainFit:
    """Gain by hours, in proportion to a scale (room or pool).

    Parameters
    ----------
    rng, draws
        For the alternatives.
    gained, scale, hours
        Gain of each month and specialist, and the scale and hours that it came from.
    """
    usual = _usual(hours)
    observed = gained.sum(axis=0)
    grid = saturating_grid(hours, scale, usual)
    weight = posterior_weights(observed, grid)
    effort = grid.first * usual
    elasticity = effort / np.expm1(effort)
    # Average the elasticity, not the rate, whose posterior has a heavy tail.
    middle = float(weight @ elasticity)
    best = float(np.interp(-middle, -elasticity, grid.first))
    rows = _draw_rows(rng, weight, draws)
    monthly = scale * -np.expm1(-best * hours)
    total = float(observed.sum())
    error = level_error(gained.sum(axis=1), monthly.sum(axis=1), in_waves)
    error = max(error, chance_error(gained))
    return GainFit(
        total=total,
        drawn_totals=total * _level_draws(rng, error, draws),
        best_rate=best,
        drawn_rates=grid.first[rows],
        best_expected=monthly.sum(axis=0),
        drawn_expected=grid.expected[rows],
        observed=observed,
        learned=learned_share(weight, grid, elasticity),
    )


def shrink_skill(fits: list[GainFit]) -> Array:
    """Estimate each specialist's skill from expansion and conversion, shrunk towards one."""
    mean, _ = _skill([(fit.observed, fit.best_expected[None]) for fit in fits])
    return np.asarray(np.maximum(mean[0], LOWEST_SKILL))


def draw_skill(rng: np.random.Generator, fits: list[GainFit]) -> Array:
    """Draws of the skills, each fitting the curve drawn with it; shape (draws, specialists)."""
    mean, sd = _skill([(fit.observed, fit.drawn_expected) for fit in fits])
    return np.asarray(np.maximum(mean + sd * rng.standard_normal(mean.shape), LOWEST_SKILL))


def _skill(evidence: list[tuple[Array, Array]]) -> tuple[Array, Array]:
    """Mean and spread of each skill by precision weighting (normal prior around one)."""
    precision = np.full(evidence[0][1].shape, SKILL_SIGMA**-2)
    pull = np.zeros_like(precision)
    for observed, expected in evidence:
        # Of one specialist alone skill and curve are the same thing: nobody to differ from.
        if len(observed) < 2 or observed.sum() <= 0 or expected.sum() <= 0:
            continue
        level = observed.sum() / expected.sum(axis=1, keepdims=True)
        due = np.maximum(level * expected, 1e-9 * observed.sum())
        # Variance proportional to the expected gain, as in `posterior_weights`; part of it is
        # skill.
        size = ((observed - due) ** 2 / due).sum(axis=1, keepdims=True) / (len(observed) - 1)
        luck = np.maximum(size / due - SKILL_SIGMA**2, LEAST_LUCK * size / due)
        precision += 1.0 / luck
        pull += (observed / due - 1.0) / luck
    return 1.0 + pull / precision, precision**-0.5


def _usual(hours: Array) -> float:
    """Mean hours of the last year; 1 if there are none, so that the scale is defined."""
    return float(hours[-12:].mean()) or 1.0


def _ratio(total: Array, due: Array) -> Array:
    """Total per expected unit; zero where nobody worked for it."""
    return np.divide(total, due, out=np.zeros_like(due), where=due > 0)


def _draw_rows(rng: np.random.Generator, weight: Array, draws: int) -> Indices:
    """Row numbers drawn by weight (systematic resampling), in random order."""
    places = (rng.random() + np.arange(draws)) / draws
    rows = np.minimum(np.searchsorted(np.cumsum(weight), places), len(weight) - 1)
    return rng.permutation(rows)


def _level_draws(rng: np.random.Generator, error: float, draws: int) -> Array:
    """Factors around one with this relative error, not below a tenth."""
    return np.asarray(np.maximum(1.0 + error * rng.standard_normal(draws), 0.1))
