"""Uncertainty of a plan's gain: the plan projected under every draw of the response."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.arrays import Array
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.plan import PHASES, Plan
from casekit.model.response.hour_value import repeat_for_draws
from casekit.model.response.sweep import Sweep

__all__ = ["SEED", "Outlook", "every_draw", "outlook"]


#: Quantiles of the fan.
FAN = (0.05, 0.25, 0.50, 0.75, 0.95)
#: Seed of the draws, so that the same plan shows the same picture.
SEED = 20260101


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
        """Quantile of the gain over the draws, thousand roubles."""
        return float(np.quantile(self.gain_krub, share))


def outlook(
    source: CaseOrCalibration,
    plan: Plan,
    months: int | None = None,
    draws: int = 200,
    seed: int = SEED,
) -> Outlook:
    """Project a plan and today's hours under every draw and compare them draw by draw.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.
    months
        Horizon; the company's if left out.
    draws
        Number of draws, 1 or more.
    seed
        The same seed gives the same outlook.

    Raises
    ------
    InvalidArgument
        If `draws` is not a positive whole number.
    """
    calibration = calibrated(source)
    sweep, today = every_draw(calibration, months, PHASES, draws, seed)
    planned = plan.hours(calibration.today_hours, calibration.rep_ids, calibration.regions)
    hours = np.tile(planned, (1, draws, 1))
    present = np.repeat(today[None], len(PHASES), axis=0)
    steps = sweep.run(hours), sweep.run(present)
    gain = sweep.value(hours, today, steps[0]) - sweep.value(present, today, steps[1])
    by_rep = sweep.margin(hours, today, steps[0]) - sweep.margin(present, today, steps[1])
    by_month = by_rep.reshape(sweep.months, draws, -1).sum(axis=2)
    fan = pd.DataFrame(
        np.quantile(by_month, FAN, axis=1).T,
        index=pd.RangeIndex(1, sweep.months + 1, name="month"),
        columns=[f"p{round(100 * share):02d}" for share in FAN],
    )
    return Outlook(gain.reshape(draws, -1).sum(axis=1), fan)


def every_draw(
    calibration: Calibration, months: int | None, phases: tuple[int, ...], draws: int, seed: int
) -> tuple[Sweep, Array]:
    """Projection of every draw side by side, and today's hours repeated for each."""
    response, start = repeat_for_draws(*calibration.draws(draws, seed), draws)
    return Sweep(start, response, months, phases), np.tile(calibration.today_hours, (draws, 1))
