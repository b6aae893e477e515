"""Would the model have seen it? Calibrated on the first months, held against those that came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_count
from casekit.analysis.months import month_code, month_number
from casekit.arrays import Array
from casekit.company import Case, need_case
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import COVERAGE, Calibration
from casekit.model.calibration.panel import FEWEST_MONTHS, gather_panel
from casekit.model.calibration.scatter import Scatter, draw_scatter
from casekit.model.calibration.source import calibrated
from casekit.model.calibration.until import until
from casekit.model.response.cycle import QUARTER_MONTHS
from casekit.model.response.hour_value import repeat_for_draws
from casekit.model.response.season import margin_at_season
from casekit.model.response.sweep import Sweep

__all__ = ["Hindcast", "booked_margin", "hindcast"]

#: Months held back, where the history is long enough, and the fewest that tell something.
HELD_MONTHS = 9
FEWEST_HELD = 6
#: Draws behind the band, and the seed that makes a hindcast repeatable.
DRAWS = 300
SEED = 20251001


@dataclass(frozen=True)
class Hindcast:
    """What a model calibrated on the first months told of the later ones, and what was booked.

    Parameters
    ----------
    months
        A row a month held back: `month`, `told_krub`, `low_krub`, `high_krub` and `booked_krub`,
        gross margin in thousands. The band holds a single month with a chance of
        `calibration.COVERAGE`.
    total_low_krub, total_high_krub
        Band of all months held back together.
    known_months
        Months from which the model was calibrated.
    calibration
        The model of then.
    """

    months: pd.DataFrame
    total_low_krub: float
    total_high_krub: float
    known_months: int
    calibration: Calibration

    @property
    def told_krub(self) -> float:
        """Gross margin told for the months held back together, thousands."""
        return float(self.months["told_krub"].sum(skipna=False))

    @property
    def booked_krub(self) -> float:
        """Gross margin booked in the months held back together, thousands."""
        return float(self.months["booked_krub"].sum())

    @property
    def error_share(self) -> float:
        """By how much the total was told too high (above 0) or too low, share of what came.

        NaN where nothing came, or nothing could be told.
        """
        return self.told_krub / self.booked_krub - 1.0 if self.booked_krub else float("nan")

    @property
    def covered(self) -> bool:
        """Whether the total that came lies within the band of the total."""
        return self.total_low_krub <= self.booked_krub <= self.total_high_krub

    @property
    def months_covered(self) -> int:
        """Number of months whose booked margin lies within the band of the month."""
        m = self.months
        return int(m["booked_krub"].between(m["low_krub"], m["high_krub"]).sum())


def hindcast(
    case: Case, held_months: int | None = None, draws: int = DRAWS, seed: int = SEED
) -> Hindcast:
    """Tell months that are known from the months before them, and hold them against the books.

    The last months are held back, the model is calibrated on the others alone, and projects them
    under the hours really worked in them, by quarters. The band covers what the calibration
    leaves open and the luck of the months themselves: which clients are lost, gained and won by
    chance, and how unevenly is booked.

    Parameters
    ----------
    case
        A company with at least a year and a half of history.
    held_months
        Months to hold back, 1 or more, so that a year is left; 9 if left out, or as many as leave
        a year, but no fewer than 6.
    draws
        Draws behind the band, 1 or more.
    seed
        The same seed gives the same band.

    Raises
    ------
    InvalidArgument
        If the history is too short, or a number is none.
    MissingTable
        If the company lacks a table that the calibration needs.

    Notes
    -----
    Hours are projected by quarters because the monthly noise of reports would be read as pursuits
    that are opened and broken off. The months are told at the season of the months before, where
    two years of these are known.

    Examples
    --------
    >>> import casekit as ck
    >>> told = hindcast(ck.load_case())
    >>> len(told.months), abs(told.error_share) < 0.05
    (9, True)
    """
    need_case(case)
    first, last = _span(case)
    held = _need_held(held_months, last - first + 1)
    need_count("draws", draws)
    found = _hindcast(case, held, draws, seed)
    return replace(found, months=found.months.copy())


@lru_cache(maxsize=2)
def _hindcast(case: Case, held: int, draws: int, seed: int) -> Hindcast:
    first, last = _span(case)
    known = last - first + 1 - held
    past, calibration = _known_then(case, month_code(last - held))
    phases, hours = _worked(case, calibration, known)
    season = calibration.season_of(held)

    sweep = Sweep(calibration.start, calibration.response, held, phases)
    told = margin_at_season(sweep, hours, season).sum(axis=1)
    response, start = repeat_for_draws(*calibration.draws(draws, seed), draws)
    every = Sweep(start, response, held, phases)
    tiled = np.tile(hours, (1, draws, 1))
    possible = margin_at_season(every, tiled, season).reshape(held, draws, -1).sum(axis=2)
    scatter = Scatter.of(past, gather_panel(past))
    rng = np.random.default_rng(seed)
    possible = possible + draw_scatter(scatter, every, tiled, draws, rng)

    tails = [(1.0 - COVERAGE) / 2.0, (1.0 + COVERAGE) / 2.0]
    low, high = np.quantile(possible, tails, axis=1)
    total_low, total_high = np.quantile(possible.sum(axis=0), tails)
    booked = booked_margin(case)
    months = pd.DataFrame(
        {
            "month": booked.index[known:],
            "told_krub": told,
            "low_krub": low,
            "high_krub": high,
            "booked_krub": booked.to_numpy()[known:],
        }
    )
    return Hindcast(months, float(total_low), float(total_high), known, calibration)


def booked_margin(case: Case) -> pd.Series:
    """Gross margin booked in each month of the history, thousands; 0 where nothing was sold."""
    sales = case.sales
    margin = (sales["revenue_krub"] - sales["cost_krub"]).groupby(sales["month"]).sum()
    first, last = _span(case)
    months = pd.Index([month_code(n) for n in range(first, last + 1)], name="month")
    return margin.reindex(months, fill_value=0.0).astype(float).rename("margin_krub")


def _span(case: Case) -> tuple[int, int]:
    """Numbers of the first and the last month of the history."""
    first, last = month_number(pd.Series([case.first_month, case.last_month]))
    return int(first), int(last)


@lru_cache(maxsize=2)
def _known_then(case: Case, last_month: str) -> tuple[Case, Calibration]:
    """The company as it was known at the end of a month, calibrated once and kept."""
    past = until(case, last_month)
    return past, calibrated(past)


def _need_held(held: int | None, months: int) -> int:
    """Months to hold back; a history too short would be told from nothing, or tell nothing."""
    if held is None:
        if months < FEWEST_MONTHS + FEWEST_HELD:
            least = FEWEST_MONTHS + FEWEST_HELD
            raise InvalidArgument("hindcast-short", found=months, allowed=least)
        return min(HELD_MONTHS, months - FEWEST_MONTHS)
    need_count("held_months", held)
    if months - held < FEWEST_MONTHS:
        raise InvalidArgument("hindcast-short", found=months, allowed=FEWEST_MONTHS + held)
    return int(held)


def _worked(case: Case, calibration: Calibration, known: int) -> tuple[tuple[int, ...], Array]:
    """Quarters of the months held back, and the mean hours of each, (quarters, specialists, 6)."""
    panel = gather_panel(case)
    # Who was hired since is not known to the model: the clients count for who had them before.
    who = [panel.rep_ids.index(rep) for rep in calibration.rep_ids]
    hours = panel.hours[known:, who]
    # What is left after the last whole quarter belongs to it.
    begins = range(0, max(len(hours) - QUARTER_MONTHS, 0) + 1, QUARTER_MONTHS)
    parts = np.split(hours, list(begins)[1:])
    return tuple(at + 1 for at in begins), np.array([part.mean(axis=0) for part in parts])
