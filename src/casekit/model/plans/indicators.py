"""What to watch while a plan is carried out: today's figures, what it should change, and luck."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from casekit.analysis import monthly_figures, region_that_changed
from casekit.analysis.guards import need_count
from casekit.analysis.pilots import pilot_power, stop_bounds
from casekit.arrays import Array
from casekit.company import Case, need_case
from casekit.company.schema import ACTIVITIES
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.plan import Plan
from casekit.model.plans.projection import Projection, project

__all__ = ["WATCHED", "expected_changes", "indicators", "pilots_of_plan"]

#: Figures to be watched, those that move first before those that move last.
WATCHED = ("opened", "gained_krub", "lost_krub", "recurring_krub", "margin_krub")
#: Months that a pilot runs: a deal takes about eight.
PILOT_MONTHS = 9
YEAR = 12
#: Designs that a pilot of some is chosen from, and the one whose luck is told if none is named.
PILOTS = ("one_region", "half_randomised")
_CONVERSION = ACTIVITIES.index("conversion")


def expected_changes(
    source: CaseOrCalibration, plan: Plan, months: int = PILOT_MONTHS
) -> pd.DataFrame:
    """What a plan should change month by month, as a share of what today's hours would bring.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.
    months
        How many months are told, 1 or more.

    Returns
    -------
    pandas.DataFrame
        Index `month`, a column for each of `WATCHED`. Margin is after the cost of freed hours. NaN
        where the plan moves hours whose effect is unknown. Pursuits are taken to be opened in
        proportion to the hours of conversion, which the model does not estimate.

    Examples
    --------
    >>> import casekit as ck
    >>> more = ck.Plan({"all": {"expansion": +4, "admin": -4}})
    >>> told = expected_changes(ck.load_case(), more)
    >>> bool(told.at[1, "margin_krub"] < 0 < told.at[9, "gained_krub"])
    True
    """
    need_count("months", months)
    calibration = calibrated(source)
    planned, today = project(calibration, plan, months), project(calibration, None, months)
    told = {
        "opened": (_conversion_hours(planned), _conversion_hours(today)),
        "gained_krub": tuple(path.path.gained_krub.sum(axis=1) for path in (planned, today)),
        "lost_krub": (_lost(planned), _lost(today)),
        "recurring_krub": (planned.base.to_numpy(), today.base.to_numpy()),
        "margin_krub": (_margin(planned), _margin(today)),
    }
    index = pd.RangeIndex(1, months + 1, name="month")
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = {name: then / now - 1.0 for name, (then, now) in told.items()}
    return pd.DataFrame(shares, index=index)[list(WATCHED)]


def indicators(
    case: Case,
    plan: Plan,
    months: int = PILOT_MONTHS,
    design: str = "half_randomised",
    draws: int = 1000,
) -> pd.DataFrame:
    """Figures to watch in a pilot of a plan, so that one can say where to stop.

    Parameters
    ----------
    case
        The company.
    plan
        The plan that the pilot tries.
    months
        How long it runs.
    design, draws
        As of `analysis.pilot_power`.

    Returns
    -------
    pandas.DataFrame
        Index `figure`, those of `WATCHED`; `a_month` (today: the company's mean of the last
        twelve months), `expected_share` (what the plan should change, mean over the months),
        `low_share` and `high_share` (where luck alone ends, see `analysis.stop_bounds`) and
        `power` (how many such pilots tell the expected change from luck).

    Raises
    ------
    MissingTable
        If the company lacks the table `deals` or `positions`.

    Notes
    -----
    Noise is drawn from the company's own months without the region that worked otherwise for a
    while: it is no example of nothing being done.
    """
    need_case(case)
    told = expected_changes(case, plan, months)
    region = _disturbed(case)
    bounds = stop_bounds(case, WATCHED, (months,), design, region, draws)
    power = _power(case, told, months, (design,), region, draws).loc[design]
    rows = {
        name: {
            "a_month": _a_month(case, name),
            "expected_share": float(told[name].mean()),
            "low_share": float(bounds.at[(name, months), "low_share"]),
            "high_share": float(bounds.at[(name, months), "high_share"]),
            "power": float(power.get(name, np.nan)),
        }
        for name in WATCHED
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("figure")


def pilots_of_plan(
    case: Case,
    plan: Plan,
    months: int = PILOT_MONTHS,
    designs: Sequence[str] = PILOTS,
    draws: int = 1000,
) -> pd.DataFrame:
    """How many pilots out of all would tell a plan from luck, by design and by figure.

    Parameters
    ----------
    case, plan, months, draws
        As of `indicators`.
    designs
        As of `analysis.pilot_power`.

    Returns
    -------
    pandas.DataFrame
        Index `figure`, those of `WATCHED`; a column `..._power` for each design.
    """
    need_case(case)
    told = expected_changes(case, plan, months)
    power = _power(case, told, months, designs, _disturbed(case), draws)
    table = power.unstack("design").reindex(index=list(WATCHED), columns=list(designs))
    return table.add_suffix("_power").rename_axis(columns=None)


def _power(
    case: Case,
    told: pd.DataFrame,
    months: int,
    designs: Sequence[str],
    region: str | None,
    draws: int,
) -> pd.Series:
    """Power by design and figure; a figure whose change is unknown or none has none."""
    effects = {
        name: told[name].tolist()
        for name in WATCHED
        if np.isfinite(told[name]).all() and told[name].abs().max() > 0.0
    }
    if not effects:
        index = pd.MultiIndex.from_product([designs, WATCHED], names=["design", "figure"])
        return pd.Series(np.nan, index)
    return pilot_power(case, effects, months, designs, region, draws)["power"]


def _disturbed(case: Case) -> str | None:
    found = region_that_changed(case)
    return None if found is None else found.region


def _a_month(case: Case, figure: str) -> float:
    """Mean of the company's last twelve months."""
    return float(monthly_figures(case, figure).iloc[:, -YEAR:].sum().mean())


def _conversion_hours(projection: Projection) -> Array:
    hours = projection.hours[projection.sweep.phase]
    return np.asarray(hours[:, :, _CONVERSION].sum(axis=1))


def _margin(projection: Projection) -> Array:
    margin = projection.monthly.groupby("month")["margin_krub"].sum(min_count=1).to_numpy()
    return np.asarray(margin - projection.cost_krub.sum(axis=1))


def _lost(projection: Projection) -> Array:
    """Recurring revenue lost in each month: what is gone from today's base, over all of it."""
    left = projection.path.repeat_krub
    before = np.vstack([projection.calibration.start.base_krub[None], left[:-1]])
    whole = projection.path.base_krub
    earlier = np.vstack([projection.calibration.start.base_krub[None], whole[:-1]])
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(before > 0.0, 1.0 - left / before, 0.0)
    return np.asarray((share * earlier).sum(axis=1))
