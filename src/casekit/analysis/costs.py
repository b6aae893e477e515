"""Cost of an hour of a specialist, and of an hour of selling."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.guards import need_count, need_table
from casekit.analysis.months import common_months
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument

#: Line of the profit and loss account with the full cost of specialists.
_LINE = "reps"


def cost_of_hours(
    financials: pd.DataFrame, reports: pd.DataFrame, months: int = 12
) -> pd.DataFrame:
    """Cost of an hour of a specialist, and of an hour of selling, thousands an hour.

    All hours are paid and only some of them sell; the cost of an hour of selling divides the whole
    cost by selling hours. In the case's own numbers 24 specialists for 100.8 million and
    1,800 hours a year each make 2.33 thousand an hour, and 6.14 thousand an hour of selling.

    Parameters
    ----------
    financials
        Table `financials`; its line `reps` is the cost of the specialists in a month, thousands.
    reports
        Table `reports`: hours by activity.
    months
        How many months count, 1 or more: the last ones that both tables have.

    Returns
    -------
    pandas.DataFrame
        Index `activity`: `total` (all hours) and `selling`; columns `hours`, `cost_krub` (the
        whole cost in both rows) and `krub_per_hour`.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, the two have no month in common, or no selling
        hours were reported in those months.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> cost = ck.analysis.cost_of_hours(case.financials, case.reports)
    >>> bool(cost.loc["selling", "krub_per_hour"] > 2 * cost.loc["total", "krub_per_hour"])
    True
    """
    activities = [f"{name}_hours" for name in ACTIVITIES]
    need_table("financials", financials, "month", "line", "amount_krub")
    need_table("reports", reports, "month", *activities)
    need_count("months", months)
    paid = financials[financials["line"] == _LINE]
    both = common_months(("financials", "reports"), paid["month"], reports["month"])[-months:]
    cost = float(paid.loc[paid["month"].isin(both), "amount_krub"].sum())
    worked = reports.loc[reports["month"].isin(both), activities].sum()
    selling = float(worked[[f"{name}_hours" for name in SELLING]].sum())
    if not selling > 0:
        raise InvalidArgument("analysis-no-hours", found=len(reports))
    table = pd.DataFrame(
        {"hours": [float(worked.sum()), selling], "cost_krub": cost},
        index=pd.Index(["total", "selling"], name="activity"),
    )
    table["krub_per_hour"] = table["cost_krub"] / table["hours"]
    return table
