"""Uncertainty of a plan's gain: the plan projected under every draw and form of the response."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.arrays import Array, Indices
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.band import SEED, Band
from casekit.model.plans.plan import Plan, need_plan
from casekit.model.plans.untried import moves_unknown
from casekit.model.response.forms import Form

__all__ = ["Outlook", "outlook", "outlook_of"]

#: Quantiles of the fan.
FAN = (0.05, 0.25, 0.50, 0.75, 0.95)


@dataclass(frozen=True)
class Outlook:
    """A plan's gain over today, under every draw.

    Parameters
    ----------
    gain_krub
        Gain in value of each draw, thousand roubles, shape (draws,); NaN where the plan moves
        hours whose effect is unknown.
    fan
        Margin gained against today after the cost of freed hours, thousand roubles a month:
        index `month`, a column for each share of `FAN` (`p05` ... `p95`).
    forms
        Form of the response in each draw.
    """

    gain_krub: Array
    fan: pd.DataFrame
    forms: tuple[Form, ...] = ()

    @property
    def chance_of_gain(self) -> float:
        """Share of draws in which the plan is worth more than today; NaN where it is unknown."""
        if np.isnan(self.gain_krub).any():
            return float("nan")
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
    pressure: str | None = None,
) -> Outlook:
    """Project a plan and today's hours under every draw and compare them draw by draw.

    A draw has parameters from the calibration and a form: of the curves, of their delays, and of
    price pressure (`forms.FORMS`, with weights that are assumed).

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
    pressure
        Whether prices go on giving way (`goes_on`) or stop today (`stops`); left out, either may
        happen.

    Raises
    ------
    InvalidArgument
        If `draws` is not a positive whole number, or there is no such pressure.
    """
    need_plan(plan)
    band = Band(calibrated(source), months, draws=draws, seed=seed, pressure=pressure)
    return outlook_of(band, plan)


def outlook_of(band: Band, plan: Plan, rows: Indices | None = None) -> Outlook:
    """Outlook of a plan over draws that are at hand, for some specialists or for all."""
    c = band.calibration
    hours = plan.hours(c.today_hours, c.rep_ids, c.regions, band.phases)
    team = slice(None) if rows is None else rows
    if moves_unknown(c, hours)[:, team].any():
        gain, by_month = np.full(band.draws, np.nan), np.full((band.months, band.draws), np.nan)
    else:
        (value, margin), (value_now, margin_now) = band.project(hours, rows), band.present_of(rows)
        gain, by_month = (value - value_now)[:, team].sum(axis=1), margin - margin_now
    fan = pd.DataFrame(
        np.quantile(by_month, FAN, axis=1).T,
        index=pd.RangeIndex(1, band.months + 1, name="month"),
        columns=[f"p{round(100 * share):02d}" for share in FAN],
    )
    return Outlook(gain, fan, band.forms)
