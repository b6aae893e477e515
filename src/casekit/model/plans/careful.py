"""Plans chosen over all draws: highest mean less risk, and the uncertainty of the best split."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.best_plan import BestPlan, best_plan, feasible_bounds, rounded
from casekit.model.plans.limits import Limits, company_limits
from casekit.model.plans.outlook import SEED, every_draw
from casekit.model.plans.plan import PHASES
from casekit.model.plans.projected_gradient import projected_gradient

__all__ = ["careful_plan", "split_ranges"]


#: Draws over which a careful plan is optimised.
CAREFUL_DRAWS = 60


def careful_plan(
    source: CaseOrCalibration,
    risk: float = 1.0,
    limits: Limits | None = None,
    months: int | None = None,
    seed: int = SEED,
) -> BestPlan:
    """Find the plan of the highest mean gain less its risk.

    Maximises each specialist's mean value over the draws less `risk` times its standard deviation
    (Markowitz): a plan that is good under most responses rather than best under one.

    Parameters
    ----------
    source
        A company or a calibration.
    risk
        Weight of the standard deviation, 0 or more; 0 maximises the mean.
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
    limits = company_limits(calibration.response.terms, limits)
    low, high = feasible_bounds(calibration, limits)
    sweep, tiled = every_draw(calibration, months, PHASES, CAREFUL_DRAWS, seed)
    reps = len(calibration.rep_ids)
    today = calibration.today_hours
    begin = best_plan(calibration, limits, months).hours
    now = sweep.value(np.repeat(tiled[None], len(PHASES), axis=0), tiled).reshape(-1, reps)

    def objective(hours: Array) -> tuple[Array, Array]:
        value, slope = sweep.gradient(np.tile(hours, (1, CAREFUL_DRAWS, 1)), tiled)
        gain = value.reshape(CAREFUL_DRAWS, reps) - now
        slope = slope.reshape(len(PHASES), CAREFUL_DRAWS, reps, len(ACTIVITIES))
        spread = gain.std(axis=0)
        off = (gain - gain.mean(axis=0)) / np.maximum(spread, 1e-9)
        weight = (1.0 - risk * off) / CAREFUL_DRAWS
        return gain.mean(axis=0) - risk * spread, np.einsum("dr,pdra->pra", weight, slope)

    reached = projected_gradient(objective, begin, low, high, enough=1e-4)
    present = np.repeat(today[None], len(PHASES), axis=0)
    worse = objective(reached)[0] <= objective(present)[0]
    floor = calibration.response.terms.service_floor_hours
    hours = rounded(reached, low, high, today, floor)
    hours[:, worse] = present[:, worse]
    return BestPlan(calibration, limits, sweep.months, sweep.tail_months, PHASES, hours)


def split_ranges(
    source: CaseOrCalibration, limits: Limits | None = None, draws: int = 40, seed: int = SEED
) -> pd.DataFrame:
    """Uncertainty of the best split: best plans of many draws, company means.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        As in `best_plan`.
    draws
        Number of draws for which a best plan is found.
    seed
        Of the draws.

    Returns
    -------
    pandas.DataFrame
        Index `activity`; `today_hours`, `low_hours`, `median_hours`, `high_hours` (5th, 50th and
        95th percentile over the draws), hours a month of the mean specialist.
    """
    calibration = calibrated(source)
    limits = company_limits(calibration.response.terms, limits)
    low, high = feasible_bounds(calibration, limits)
    sweep, tiled = every_draw(calibration, None, (1,), draws, seed)

    def objective(hours: Array) -> tuple[Array, Array]:
        return sweep.gradient(hours, tiled)

    best = projected_gradient(
        objective, tiled[None], np.tile(low, (draws, 1)), np.tile(high, (draws, 1))
    )
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
