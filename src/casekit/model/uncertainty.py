"""How sure a plan's gain is: the same plan under every response the evidence leaves open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model.best_plan import BestPlan, best_plan, feasible_bounds, rounded
from casekit.model.calibration import Calibration
from casekit.model.climb import climb
from casekit.model.hour_value import repeat_for_draws
from casekit.model.limits import Limits
from casekit.model.plan import PHASES, Plan
from casekit.model.projection import SEED, Source, calibrated
from casekit.model.sweep import HORIZON_MONTHS, Sweep, need_months

__all__ = ["Outlook", "careful_plan", "outlook", "split_ranges"]

Array = npt.NDArray[np.float64]

#: Borders of the fan, share of draws below each.
FAN = (0.05, 0.25, 0.50, 0.75, 0.95)
#: Draws over which a careful plan weighs gain against risk.
CAREFUL_DRAWS = 60


@dataclass(frozen=True)
class Outlook:
    """A plan's gain over today, under every draw.

    Parameters
    ----------
    gain_krub
        Gain in value of each draw, thousand roubles, shape (draws,).
    fan
        Margin gained against today after the cost of freed hours, thousand roubles a month:
        index `month`, a column for each share of `FAN` (`p05` ... `p95`).
    """

    gain_krub: Array
    fan: pd.DataFrame

    @property
    def chance_of_gain(self) -> float:
        """Share of draws in which the plan is worth more than today."""
        return float((self.gain_krub > 0).mean())

    def quantile(self, share: float) -> float:
        """Gain that a share of the draws stays below, thousand roubles."""
        return float(np.quantile(self.gain_krub, share))


def outlook(
    source: Source,
    plan: Plan,
    months: int = HORIZON_MONTHS,
    draws: int = 200,
    seed: int = SEED,
) -> Outlook:
    """Project a plan and today under every draw, and compare draw by draw.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.
    months
        Horizon.
    draws
        How many, 1 or more.
    seed
        The same seed gives the same outlook.

    Raises
    ------
    InvalidArgument
        If there are no draws to look at.
    """
    if isinstance(draws, bool) or not isinstance(draws, int | np.integer) or draws < 1:
        raise InvalidArgument("calibration-draws", found=str(draws))
    calibration = calibrated(source)
    sweep, today = _beside(calibration, months, PHASES, int(draws), seed)
    planned = plan.hours(calibration.today_hours, calibration.rep_ids, calibration.regions)
    hours = np.tile(planned, (1, int(draws), 1))
    present = np.repeat(today[None], len(PHASES), axis=0)
    steps = sweep.run(hours), sweep.run(present)
    gain = sweep.value(hours, today, steps[0]) - sweep.value(present, today, steps[1])
    by_rep = sweep.margin(hours, today, steps[0]) - sweep.margin(present, today, steps[1])
    by_month = by_rep.reshape(months, int(draws), -1).sum(axis=2)
    fan = pd.DataFrame(
        np.quantile(by_month, FAN, axis=1).T,
        index=pd.RangeIndex(1, months + 1, name="month"),
        columns=[f"p{round(100 * share):02d}" for share in FAN],
    )
    return Outlook(gain.reshape(int(draws), -1).sum(axis=1), fan)


def careful_plan(
    source: Source,
    risk: float = 1.0,
    limits: Limits | None = None,
    months: int = HORIZON_MONTHS,
    seed: int = SEED,
) -> BestPlan:
    """Find the plan of the highest mean gain less its risk.

    Each specialist's mean value over the draws, less `risk` times its standard deviation, is
    maximised (Markowitz's mean and risk): a plan that is good under most responses rather than
    best under one.

    Parameters
    ----------
    source
        A company or a calibration.
    risk
        How much a standard deviation weighs, 0 or more; 0 asks for the best mean.
    limits, months
        As in `best_plan`.
    seed
        Of the draws.

    Raises
    ------
    InvalidArgument
        If the risk is no number or below 0.
    """
    if not isinstance(risk, int | float | np.number) or not 0 <= float(risk) < np.inf:
        raise InvalidArgument("plan-risk", found=str(risk))
    calibration = calibrated(source)
    limits = limits or Limits()
    low, high = feasible_bounds(calibration, limits)
    sweep, tiled = _beside(calibration, months, PHASES, CAREFUL_DRAWS, seed)
    reps = len(calibration.rep_ids)
    today = calibration.today_hours
    begin = best_plan(calibration, limits, months).hours
    now = sweep.value(np.repeat(tiled[None], len(PHASES), axis=0), tiled).reshape(-1, reps)

    def objective(hours: Array) -> tuple[Array, Array]:
        value, slope = sweep.slopes(np.tile(hours, (1, CAREFUL_DRAWS, 1)), tiled)
        gain = value.reshape(CAREFUL_DRAWS, reps) - now
        slope = slope.reshape(len(PHASES), CAREFUL_DRAWS, reps, len(ACTIVITIES))
        spread = gain.std(axis=0)
        off = (gain - gain.mean(axis=0)) / np.maximum(spread, 1e-9)
        weight = (1.0 - risk * off) / CAREFUL_DRAWS
        return gain.mean(axis=0) - risk * spread, np.einsum("dr,pdra->pra", weight, slope)

    reached = climb(objective, begin, low, high, enough=1e-4)
    present = np.repeat(today[None], len(PHASES), axis=0)
    worse = objective(reached)[0] <= objective(present)[0]
    floor = calibration.response.service_floor_hours
    hours = rounded(reached, low, high, today, floor)
    hours[:, worse] = present[:, worse]
    return BestPlan(calibration, limits, months, 12, PHASES, hours)


def split_ranges(
    source: Source, limits: Limits | None = None, draws: int = 40, seed: int = SEED
) -> pd.DataFrame:
    """How far the best split itself is open: best plans of many draws, company means.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        As in `best_plan`.
    draws
        How many best plans are found.
    seed
        Of the draws.

    Returns
    -------
    pandas.DataFrame
        Index `activity`; `today_hours`, `low_hours`, `median_hours`, `high_hours` (5th, 50th and
        95th percentile over the draws), hours a month of the mean specialist.
    """
    need_months("draws", draws, least=1)
    calibration = calibrated(source)
    limits = limits or Limits()
    low, high = feasible_bounds(calibration, limits)
    sweep, tiled = _beside(calibration, HORIZON_MONTHS, (1,), draws, seed)

    def objective(hours: Array) -> tuple[Array, Array]:
        return sweep.slopes(hours, tiled)

    best = climb(objective, tiled[None], np.tile(low, (draws, 1)), np.tile(high, (draws, 1)))
    means = best[0].reshape(draws, -1, len(ACTIVITIES)).mean(axis=1)
    borders = np.quantile(means, (0.05, 0.50, 0.95), axis=0)
    return pd.DataFrame(
        {
            "today_hours": calibration.today_hours.mean(axis=0),
            "low_hours": borders[0],
            "median_hours": borders[1],
            "high_hours": borders[2],
        },
        index=pd.Index(ACTIVITIES, name="activity"),
    )


def _beside(
    calibration: Calibration, months: int, phases: tuple[int, ...], draws: int, seed: int
) -> tuple[Sweep, Array]:
    """Equations of every draw side by side, and today's hours once for each."""
    response, start = repeat_for_draws(*calibration.draws(draws, seed), draws)
    return Sweep(start, response, months, phases), np.tile(calibration.today_hours, (draws, 1))
