"""A plan as accounts and as months of people: what it adds by year, who changes by how much."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_count
from casekit.company.schema import ACTIVITIES
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.plan import PHASES, Plan, need_plan
from casekit.model.plans.projection import project
from casekit.model.response.dynamics import ADMIN

__all__ = ["gained_by_month", "hours_by_person", "hours_by_region", "plan_accounts"]

_HOURS = [f"{name}_change" for name in ACTIVITIES]


def plan_accounts(source: CaseOrCalibration, plan: Plan) -> pd.DataFrame:
    """What a plan adds to margin, costs and profit year by year, against today's hours.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.

    Returns
    -------
    pandas.DataFrame
        Index `plan_year`; `margin_krub`, `technicians_krub` and `assistants_krub` (what those cost
        who do the freed work; below zero, for they take off profit) and `profit_krub`, thousands,
        not discounted. NaN where the plan moves hours whose effect is unknown.

    Examples
    --------
    >>> import casekit as ck
    >>> table = plan_accounts(ck.load_case(), ck.Plan({"all": {"expansion": +4, "admin": -4}}))
    >>> bool((table["assistants_krub"] < 0).all() and (table["technicians_krub"] == 0).all())
    True
    """
    need_plan(plan)
    calibration = calibrated(source)
    planned, today = project(calibration, plan), project(calibration)
    change = planned.profit - today.profit
    terms = calibration.response.terms
    freed = np.maximum(calibration.today_hours - planned.hours, 0.0)[planned.sweep.phase]
    assistants = terms.assistant_krub_per_hour * freed[:, :, ADMIN].sum(axis=1)
    months = pd.DataFrame({"assistants_krub": -assistants}, index=planned.base.index)
    # Service below its floor is done by nobody, so nobody is paid for it: see `Sweep.cost`.
    months["technicians_krub"] = -planned.cost_krub.sum(axis=1) - months["assistants_krub"]
    years = months.groupby((months.index - 1) // 12 + 1).sum()
    table = pd.DataFrame(
        {
            "margin_krub": change["margin_krub"],
            # Nothing is not to be read as minus nothing.
            "technicians_krub": years["technicians_krub"].round(6) + 0.0,
            "assistants_krub": years["assistants_krub"].round(6) + 0.0,
            "profit_krub": change["profit_krub"],
        }
    )
    return table.rename_axis("plan_year")


def gained_by_month(source: CaseOrCalibration, plan: Plan, months: int = 12) -> pd.DataFrame:
    """What a plan adds to profit month by month and in all, against today's hours, thousands.

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
        Index `month`; `gained_krub`, margin less what freed hours cost, and `total_krub`, its sum
        so far. NaN from where the plan moves hours whose effect is unknown.
    """
    need_plan(plan)
    need_count("months", months)
    calibration = calibrated(source)
    planned, today = project(calibration, plan, months), project(calibration, None, months)
    margin = [
        told.monthly.groupby("month")["margin_krub"].agg(lambda part: part.sum(skipna=False))
        for told in (planned, today)
    ]
    gained = margin[0] - margin[1] - planned.cost_krub.sum(axis=1)
    return pd.DataFrame({"gained_krub": gained, "total_krub": gained.cumsum(skipna=False)})


def hours_by_region(source: CaseOrCalibration, plan: Plan) -> pd.DataFrame:
    """By how many hours a month the mean specialist of each region changes in the end.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.

    Returns
    -------
    pandas.DataFrame
        Index `region`, a column `..._change` for each activity; the hours of the last phase.
    """
    people = _changes(source, plan)
    return people.groupby("region", sort=True)[_HOURS].mean()


def hours_by_person(source: CaseOrCalibration, plan: Plan, most: int | None = None) -> pd.DataFrame:
    """By how many hours a month each specialist changes in the end, those most changed first.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.
    most
        How many are told; all if left out.

    Returns
    -------
    pandas.DataFrame
        Index `rep_id`; `region`, a column `..._change` for each activity, and `moved_change`, the
        hours that are added in all; the hours of the last phase.
    """
    people = _changes(source, plan)
    people["moved_change"] = people[_HOURS].clip(lower=0.0).sum(axis=1)
    # The code settles ties, so that equal changes stand in the same order everywhere.
    order = people.reset_index().sort_values(["moved_change", "rep_id"], ascending=[False, True])
    return order.set_index("rep_id").head(len(people) if most is None else most)


def _changes(source: CaseOrCalibration, plan: Plan) -> pd.DataFrame:
    need_plan(plan)
    c = calibrated(source)
    change = plan.hours(c.today_hours, c.rep_ids, c.regions)[len(PHASES) - 1] - c.today_hours
    # Rounding is no change, and must not be shown as minus nothing.
    table = pd.DataFrame(change.round(2) + 0.0, columns=_HOURS)
    table.insert(0, "region", list(c.regions))
    return table.set_index(pd.Index(c.rep_ids, name="rep_id"))
