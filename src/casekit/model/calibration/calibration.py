"""The result of a calibration: state of the specialists, their response, and its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from casekit.arrays import Array, Indices
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.model.response.dynamics import Response, Start
from casekit.model.response.hour_value import repeat_for_draws, todays_response, value_of_one_hour

__all__ = ["COVERAGE", "Calibration", "Sample", "interval_frame"]


#: Nominal coverage of intervals.
COVERAGE = 0.90


@dataclass(frozen=True)
class Sample:
    """Equally likely responses: a posterior sample, drawn once.

    Parameters
    ----------
    response
        Fields of `Response` that differ between draws; curves hold arrays of shape (draws, 1),
        amounts are such arrays themselves.
    skill
        Multiplier of each specialist, shape (draws, specialists).
    """

    response: dict[str, Any]
    skill: Array

    def pick(self, rows: Indices) -> Sample:
        """Select draws by row, in the given order."""
        chosen = {name: _pick(value, rows) for name, value in self.response.items()}
        return Sample(chosen, self.skill[rows])


def _pick(value: Any, rows: Indices) -> Any:
    if isinstance(value, np.ndarray):
        return value[rows]
    # A curve, possibly nested; scalar parameters are kept.
    inner = {
        name: _pick(part, rows)
        for name, part in vars(value).items()
        if isinstance(part, np.ndarray) or hasattr(part, "__dataclass_fields__")
    }
    return replace(value, **inner)


@dataclass(frozen=True)
class Calibration:
    """A sales force ready to be projected: best estimate and uncertainty.

    Parameters
    ----------
    rep_ids, regions
        Specialists and the region of each.
    start
        Where each stands after the last month.
    response
        Best estimate of curves, delays and amounts.
    today_hours
        Mean hours a month of the last twelve months, shape (specialists, 6).
    tried_hours
        Lowest and highest hours a month that any specialist of the company worked over a quarter,
        by activity, two arrays (6,); None where no history tells. A plan beyond them asks what
        nobody has tried.
    intervals
        A row a kind of selling: `activity`, `unit`, `today` (what today's hours bring),
        `today_low`, `today_high`, `marginal` (value of one more hour a month, thousand roubles),
        `marginal_low`, `marginal_high`, `refused`, `reason` (key of a sentence, or empty),
        `learned_share` (by how much the data reduced the prior uncertainty of the curvature; near
        zero the interval of `marginal` reflects the prior). Nominal coverage of the intervals is
        `COVERAGE`.
    sample
        Equally likely alternatives to `response` and to the skills of `start`.
    assumed
        Keys of texts that name what was assumed, not estimated.
    season
        Seasonal index of recurring business in the year to come, shape (12,), the first month
        first; 1 is the mean of a year, and every month 1 where the season is not known. Value
        and projection are at constant season; `season_of` gives it for months that are shown
        beside booked ones.
    """

    rep_ids: tuple[str, ...]
    regions: tuple[str, ...]
    start: Start
    response: Response
    today_hours: Array
    tried_hours: tuple[Array, Array] | None
    intervals: pd.DataFrame
    sample: Sample
    assumed: tuple[str, ...] = ()
    season: Array = field(default_factory=lambda: np.ones(12))

    def season_of(self, months: int) -> Array:
        """Seasonal index of the first projected months, shape (months,)."""
        return np.resize(self.season, months)

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Kinds of selling whose curve the evidence cannot tell: what other hours bring is open."""
        rows = self.intervals
        return tuple(rows.loc[rows["refused"].astype(bool), "activity"])

    def draws(self, n: int, seed: int) -> tuple[Response, Start]:
        """Draw `n` equally likely parameter sets, with a leading axis of draws.

        Parameters
        ----------
        n
            Number of draws; each draw of the sample is used once before any is used twice.
        seed
            The same seed gives the same draws.

        Returns
        -------
        Response, Start
            Uncertain parameters have shape (n, 1), skills (n, specialists); known ones keep their
            shape.

        Raises
        ------
        InvalidArgument
            If `n` is not a positive whole number.
        """
        return apply_sample(self.response, self.start, self.sampled(n, seed))

    def sampled(self, n: int, seed: int) -> Sample:
        """The draws themselves: see `draws`."""
        if isinstance(n, bool) or not isinstance(n, int | np.integer) or n < 1:
            raise InvalidArgument("calibration-draws", found=str(n))
        rng = np.random.default_rng(seed)
        kept = len(self.sample.skill)
        rounds = [rng.permutation(kept) for _ in range(-(-int(n) // kept))]
        return self.sample.pick(np.concatenate(rounds)[:n])

    def without_pressure(self) -> Calibration:
        """The same sales force where prices stop giving way today."""
        drawn = {name: v for name, v in self.sample.response.items() if name != "pressure_share"}
        response = replace(self.response, pressure_share=0.0)
        return replace(self, response=response, sample=Sample(drawn, self.sample.skill))


def apply_sample(response: Response, start: Start, sample: Sample) -> tuple[Response, Start]:
    """Replace the best estimate in response and start by the draws of a sample."""
    # Fields are declared as numbers; here each holds one number a draw.
    drawn = replace(response, **sample.response)
    return drawn, replace(start, skill=sample.skill)


def interval_frame(
    start: Start,
    response: Response,
    sample: Sample,
    today_hours: Array,
    refused: dict[str, str],
) -> pd.DataFrame:
    """Today's response and the value of one more hour by kind of selling, with intervals.

    Parameters
    ----------
    start, response, sample, today_hours
        As in `Calibration`.
    refused
        Reason by activity, where the value of another hour cannot be estimated.

    Returns
    -------
    pandas.DataFrame
        As `Calibration.intervals`.
    """
    best_today = todays_response(start, response, today_hours)
    best_hour = value_of_one_hour(start, response, today_hours).mean(axis=-1)
    draws = len(sample.skill)
    flat = repeat_for_draws(*apply_sample(response, start, sample), draws)
    tiled = np.tile(today_hours, (draws, 1))
    today = todays_response(flat[1], flat[0], tiled, draws)
    hour = value_of_one_hour(flat[1], flat[0], tiled)
    hour = hour.reshape(len(SELLING), draws, -1).mean(axis=-1)
    tails = [(1.0 - COVERAGE) / 2.0, (1.0 + COVERAGE) / 2.0]
    rows = []
    for place, activity in enumerate(SELLING):
        reason = refused.get(activity, "")
        blank = np.nan if reason else 1.0
        low, high = np.quantile(today[place], tails)
        hour_low, hour_high = np.quantile(hour[place], tails)
        rows.append(
            {
                "activity": activity,
                "unit": UNITS_OF_TODAY[activity],
                "today": float(best_today[place][0]),
                "today_low": float(low),
                "today_high": float(high),
                "marginal": float(best_hour[place]) * blank,
                "marginal_low": float(hour_low) * blank,
                "marginal_high": float(hour_high) * blank,
                "refused": bool(reason),
                "reason": reason,
            }
        )
    return pd.DataFrame(rows)


#: What `today` counts: share of the base lost, thousand roubles gained, clients won; the last two
#: a specialist, all a month.
UNITS_OF_TODAY = {
    "retention": "base_lost_share",
    "expansion": "gained_krub",
    "conversion": "wins",
}
