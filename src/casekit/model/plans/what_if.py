"""Three what-ifs that belong to nobody's plan: nothing is done, retention is cut, service goes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.company.schema import ACTIVITIES
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.mix import lowered_plan, shifted_plan
from casekit.model.plans.projection import project
from casekit.model.response.forms import PRESSURES

__all__ = ["doing_nothing", "retention_cut", "service_left"]

#: Steps of the hours of service that are left, hours a month.
STEP_HOURS = 3.0
_SERVICE = ACTIVITIES.index("service")


def doing_nothing(source: CaseOrCalibration) -> pd.DataFrame:
    """Gross margin month by month if the hours stay as they are, thousands.

    Parameters
    ----------
    source
        A company or a calibration.

    Returns
    -------
    pandas.DataFrame
        Index `month`; `goes_on_krub` and `stops_krub`: prices at shared clients go on giving way,
        or stop doing so today.

    Examples
    --------
    >>> import casekit as ck
    >>> told = doing_nothing(ck.load_case())
    >>> bool(told["goes_on_krub"].iloc[-1] < told["goes_on_krub"].iloc[0])
    True
    """
    calibration = calibrated(source)
    columns = {}
    for pressure in PRESSURES:
        monthly = project(calibration, pressure=pressure).monthly
        columns[f"{pressure}_krub"] = monthly.groupby("month")["margin_krub"].sum()
    return pd.DataFrame(columns)


def retention_cut(source: CaseOrCalibration, share: float = 0.4) -> pd.Series:
    """Share of recurring revenue that is missing, by month, if retention's hours are cut.

    The hours bring nothing elsewhere: they go into paperwork.

    Parameters
    ----------
    source
        A company or a calibration.
    share
        Share of everybody's retention hours that is cut, 0 to 1.

    Returns
    -------
    pandas.Series
        Index `month`, `missing_share` against today's hours.
    """
    calibration = calibrated(source)
    cut = project(calibration, shifted_plan(calibration, "retention", share, into="admin"))
    return (1.0 - cut.base / project(calibration).base).rename("missing_share")


def service_left(source: CaseOrCalibration, into: str = "expansion") -> pd.DataFrame:
    """What it is worth to leave everybody so many hours of service and to sell with the others.

    Parameters
    ----------
    source
        A company or a calibration.
    into
        Where the freed hours go.

    Returns
    -------
    pandas.DataFrame
        Index `service_hours`, hours a month that are left at most, from none to today's, the floor
        among them; `gain_krub` against today's hours, with technicians paid.
    """
    calibration = calibrated(source)
    most = float(calibration.today_hours[:, _SERVICE].max())
    floor = calibration.response.terms.service_floor_hours
    levels = np.unique(np.r_[np.arange(0.0, most, STEP_HOURS), floor, most])
    present = project(calibration).value_krub
    gains = [
        project(calibration, lowered_plan(calibration, "service", float(level), into)).value_krub
        for level in levels
    ]
    index = pd.Index(levels, name="service_hours")
    return pd.DataFrame({"gain_krub": np.array(gains) - present}, index=index)
