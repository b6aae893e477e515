"""Calibration from a company's own history: two years of reports, positions, pursuits and sales."""

from __future__ import annotations

from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company import Case, Terms
from casekit.company.schema import SELLING
from casekit.model.calibration.amounts import fit_cycle, win_amounts
from casekit.model.calibration.books import in_revenue, todays_business
from casekit.model.calibration.calibration import Calibration, Sample, interval_frame
from casekit.model.calibration.curve_fit import draw_skill, fit_erosion, fit_gain, shrink_skill
from casekit.model.calibration.likelihood import attention_of
from casekit.model.calibration.panel import Panel, gather_panel
from casekit.model.response.cycle import over_quarters, usual_hours
from casekit.model.response.dynamics import (
    CONVERSION,
    EXPANSION,
    RETENTION,
    SERVICE,
    Response,
    Start,
    service_penalty,
)

__all__ = ["ASSUMED", "calibrate_history"]


#: Keys of texts that name what is assumed because history cannot show it.
ASSUMED = (
    "assumed-memory", "assumed-lag", "assumed-new-hours", "assumed-bend", "assumed-erosion",
    "assumed-skill", "assumed-service", "assumed-forms",
)  # fmt: skip
#: Size of the posterior sample, and the seed that makes a calibration repeatable.
DRAWS = 300
SEED = 20240701
#: Fewest losses, gains or wins in the whole history from which a curve is estimated.
FEWEST_EVENTS = 15
#: Least relative spread of mean hours between specialists from which a curve is estimated.
LEAST_SPREAD = 0.05


def calibrate_history(case: Case) -> Calibration:
    """Estimate from a company's own tables how its hours respond, with intervals.

    Parameters
    ----------
    case
        A company with at least a year of history. The same case gives the same calibration;
        `calibrated` keeps it.

    Returns
    -------
    Calibration
        If the value of another hour of an activity cannot be estimated, its row of `intervals` is
        marked as refused, with the reason.

    Raises
    ------
    InvalidArgument
        If a table is empty or the history is shorter than a year.

    Notes
    -----
    Reports are used as handed in. See `likelihood` for the method and the priors.

    Examples
    --------
    >>> import casekit as ck
    >>> calibration = calibrate_history(ck.load_case())
    >>> calibration.intervals["activity"].tolist()
    ['retention', 'expansion', 'conversion']
    """
    panel = gather_panel(case)
    business = todays_business(case, panel)
    panel = in_revenue(panel, business.revenue_share)
    rng = np.random.default_rng(SEED)
    cycle = fit_cycle(case)
    wins = win_amounts(case, panel)
    today = usual_hours(panel.hours)
    mix = _erosion_mix(panel)
    attention = attention_of(panel.hours[:, :, RETENTION], Response.attention_memory)
    lost = _lost_for_want_of_attention(panel, case.terms)
    exposed = (mix * panel.base_krub)[:-1]
    erosion = fit_erosion(rng, DRAWS, lost, exposed, attention[:-1])
    # A gain shows in the month after it is made: hours take effect one row before their lag.
    lag = Response.expansion_lag_months - 1
    expansion = fit_gain(
        rng,
        DRAWS,
        panel.gained_krub[lag:],
        panel.room_krub[: -lag - 1],
        panel.hours[: -lag - 1, :, EXPANSION],
        in_waves=True,
    )
    conversion = fit_gain(
        rng,
        DRAWS,
        panel.wins,
        panel.pool_accounts,
        panel.hours[:, :, CONVERSION],
    )
    skill = shrink_skill([expansion, conversion])
    drawn_skill = draw_skill(rng, [expansion, conversion])
    fixed: dict[str, Any] = {
        **business.amounts,
        **{name: mean for name, (mean, _) in wins.items()},
        "terms": case.terms,
        "room_reference_krub": float(panel.room_krub[-1].mean()) or 1.0,
        "pool_reference": float(panel.pool_accounts[-1].mean()) or 1.0,
    }
    if cycle is not None:
        fixed |= {
            "cycle_mean_months": cycle.mean_months,
            "cycle_sd_months": cycle.sd_months,
            "cycle_limits_months": cycle.limits_months,
        }
    response = Response(
        erosion=erosion.best,
        expansion=expansion.curve(skill, fixed["room_reference_krub"]),
        conversion=conversion.curve(skill, fixed["pool_reference"]),
        **fixed,
    )
    draws: dict[str, Any] = {
        "erosion": erosion.drawn,
        "expansion": expansion.drawn_curve(drawn_skill, fixed["room_reference_krub"]),
        "conversion": conversion.drawn_curve(drawn_skill, fixed["pool_reference"]),
    }
    pressure, error = business.pressure_share, business.pressure_error
    draws["pressure_share"] = np.maximum(pressure + error * rng.standard_normal((DRAWS, 1)), 0.0)
    for name, (mean, error) in wins.items():
        draws[name] = np.maximum(mean + error * rng.standard_normal((DRAWS, 1)), 0.1 * mean)
    start = Start(
        base_krub=panel.base_krub[-1],
        room_krub=panel.room_krub[-1],
        pool_accounts=panel.pool_accounts[-1],
        attention_hours=attention[-1],
        erosion_mix=mix[-1],
        skill=skill,
        expansion_hours=panel.hours[:, :, EXPANSION],
        conversion_hours=panel.hours[:, :, CONVERSION],
    )
    sample = Sample(draws, drawn_skill)
    intervals = interval_frame(start, response, sample, today, _refusals(panel))
    intervals["learned_share"] = [erosion.learned, expansion.learned, conversion.learned]
    quarters = over_quarters(panel.hours)
    assumed = ASSUMED if cycle is not None else (*ASSUMED, "assumed-cycle")
    return Calibration(
        rep_ids=panel.rep_ids,
        regions=panel.regions,
        start=start,
        response=response,
        today_hours=today,
        tried_hours=(quarters.min(axis=(0, 1)), quarters.max(axis=(0, 1))),
        intervals=intervals,
        sample=sample,
        assumed=assumed,
        season=business.season,
    )


def _erosion_mix(panel: Panel) -> Array:
    """Multiplier of erosion by what a specialist's base consists of, each month; mean one.

    Shared clients are lost more easily than `our` ones: the ratio is estimated for the whole
    company, because each specialist loses too few points.
    """
    our, shared = panel.base_our_krub, panel.base_shared_krub
    rates = []
    for lost, base in ((panel.lost_our_krub, our), (panel.lost_shared_krub, shared)):
        total = base[:-1].sum()
        rates.append(float(lost.sum() / total) if total > 0 else 0.0)
    whole = panel.lost_krub.sum() / panel.base_krub[:-1].sum()
    if whole <= 0.0:
        return np.ones_like(our)
    weighted = (rates[0] * our + rates[1] * shared) / whole
    base = panel.base_krub
    return np.divide(weighted, base, out=np.ones_like(base), where=base > 0)


def _lost_for_want_of_attention(panel: Panel, terms: Terms) -> Array:
    """Losses less the part of each that service below its floor explains.

    Losses are few and large, so that most months of a specialist have none to take off from: each
    is lessened by the share of the usual loss that the missing service stands for.
    """
    service = panel.hours[:-1, :, SERVICE]
    explained = service_penalty(service, terms.service_floor_hours, Response.service_penalty_share)
    usual = panel.lost_krub.sum() / panel.base_krub[:-1].sum()
    if usual <= 0.0:
        return panel.lost_krub
    return np.asarray(panel.lost_krub * np.maximum(1.0 - explained / usual, 0.0))


def _refusals(panel: Panel) -> dict[str, str]:
    """Activities whose value of another hour cannot be estimated, with the reason.

    Reasons are too few events, and hours that do not differ between specialists.
    """
    lost = np.count_nonzero(panel.lost_krub)
    events = (lost, len(panel.gained_rows), panel.wins.sum())
    found = {}
    for activity, column, happened in zip(
        SELLING, (RETENTION, EXPANSION, CONVERSION), events, strict=True
    ):
        mean = panel.hours[:, :, column].mean(axis=0)
        if happened < FEWEST_EVENTS:
            found[activity] = "calibration-few-events"
        elif mean.std() < LEAST_SPREAD * mean.mean() or mean.mean() <= 0:
            found[activity] = "calibration-hours-alike"
    return found
