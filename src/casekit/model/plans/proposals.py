"""Three proposals side by side: leave it, one norm for everybody, a plan for each person."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.arrays import Array
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.best_plan import BestPlan
from casekit.model.plans.comparison import Comparison
from casekit.model.plans.limits import Limits
from casekit.model.plans.norm import Norm, best_norm
from casekit.model.plans.plan import Plan

__all__ = ["PROPOSALS", "Proposals", "people_affected", "proposals", "weigh"]

#: The proposals, from the smallest change to the largest.
PROPOSALS = ("leave", "norm", "personal")
#: Part of the selling time from which a person's month counts as another one.
AFFECTED_SHARE = 0.25
#: Percentiles of a robust mark.
LOW, LOWEST = 0.20, 0.05


@dataclass(frozen=True)
class Proposals:
    """Three proposals with what speaks for and against each.

    Parameters
    ----------
    norm
        The best norm for everybody.
    personal
        The best plan of each person.
    plans
        The three plans, by name of the proposal.
    table
        What `weigh` gives, a row for each of `PROPOSALS`.
    """

    norm: Norm
    personal: BestPlan
    plans: dict[str, Plan]
    table: pd.DataFrame


def proposals(
    source: CaseOrCalibration, limits: Limits | None = None, pressure: str | None = None
) -> Proposals:
    """Put three proposals side by side; none need be best by every measure.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        As in `best_plan`.
    pressure
        As in `outlook`.

    Examples
    --------
    >>> import casekit as ck
    >>> found = proposals(ck.load_case())
    >>> found.table.index.tolist()
    ['leave', 'norm', 'personal']
    """
    comparison = Comparison(source, limits, pressure)
    norm = best_norm(comparison.calibration, comparison.limits)
    personal = comparison.best
    plans = dict(zip(PROPOSALS, (Plan(), norm.plan, personal.plan), strict=True))
    return Proposals(norm, personal, plans, weigh(comparison, plans))


def weigh(comparison: Comparison, plans: dict[str, Plan]) -> pd.DataFrame:
    """What speaks for and against plans.

    Parameters
    ----------
    comparison
        Today's figures of the sales force.
    plans
        Plans by name.

    Returns
    -------
    pandas.DataFrame
        Index `proposal`; `gain_krub` by the best estimate, `middle_krub`, `p20_krub` and
        `p05_krub` over the band, `chance` of a gain, `share` of the attainable gain (NaN where
        today is as good as best), `trough_krub`, `months_below`, `payback_month`,
        `untried_people` and `untried_hours` (a month, the most of any phase), `people_affected`
        (see `people_affected`). What rests on hours of an unknown effect is NaN.
    """
    best, c = comparison.best, comparison.calibration
    rows = []
    for plan in plans.values():
        figures, found = comparison.figures(plan), comparison.outlook(plan)
        hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
        untried = figures.untried
        by_phase = untried.groupby("from_month")["beyond_hours"].sum()
        rows.append(
            {
                "gain_krub": figures.gain_krub,
                "middle_krub": found.quantile(0.5),
                "p20_krub": found.quantile(LOW),
                "p05_krub": found.quantile(LOWEST),
                "chance": found.chance_of_gain,
                "share": np.nan if best.already_best else figures.gain_krub / best.gain_krub,
                "trough_krub": figures.trough_krub,
                "months_below": figures.months_below,
                "payback_month": figures.payback_month,
                "untried_people": untried["rep_id"].nunique(),
                "untried_hours": float(by_phase.max()) if len(by_phase) else 0.0,
                "people_affected": people_affected(hours, c.today_hours),
            }
        )
    table = pd.DataFrame(rows, index=pd.Index(plans, name="proposal"))
    whole = {"months_below": "Int64", "payback_month": "Int64"}
    return table.astype(whole)


def people_affected(hours: Array, today: Array, share: float = AFFECTED_SHARE) -> int:
    """Number of people who do something else with more than a share of their selling time.

    Parameters
    ----------
    hours
        Planned hours, shape (phases, specialists, 6).
    today
        Present hours, shape (specialists, 6).
    share
        Part of today's selling hours, 0 or more.

    Raises
    ------
    InvalidArgument
        If the share is no number of that kind.
    """
    if isinstance(share, bool) or not isinstance(share, int | float) or not share >= 0:
        raise InvalidArgument("plan-share", found=str(share))
    moved = np.maximum(hours - today, 0.0).sum(axis=2).max(axis=0)
    return int((moved > share * today[:, : len(SELLING)].sum(axis=1)).sum())
