"""Months and days of a company's calendar, counted from the first simulated month."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from casekit.arrays import Ints, Texts
from casekit.world.parameters import BURN_IN_MONTHS, FIRST_MONTH

#: Months since 1970 of the first simulated month.
_ORIGIN = int(np.datetime64(FIRST_MONTH, "M").astype(int)) - BURN_IN_MONTHS


def month_codes(months: npt.ArrayLike) -> Texts:
    """`YYYY-MM` of simulated months; month `BURN_IN_MONTHS` is the first shipped one."""
    counted = np.asarray(months, dtype=np.int64) + _ORIGIN
    return np.datetime_as_string(counted.astype("datetime64[M]")).astype(object)


def season_of_month(months: npt.ArrayLike) -> Ints:
    """Month of the year, January 0, of simulated months."""
    return (np.asarray(months, dtype=np.int64) + _ORIGIN) % 12


def work_days(moments: npt.ArrayLike) -> Texts:
    """`YYYY-MM-DD` of times counted in months, moved to a weekday of the same month."""
    moments = np.asarray(moments, dtype=float)
    whole = np.floor(moments)
    months = (whole.astype(np.int64) + _ORIGIN).astype("datetime64[M]")
    first = months.astype("datetime64[D]")
    length = ((months + 1).astype("datetime64[D]") - first).astype(np.int64)
    days = first + np.floor((moments - whole) * length).astype(np.int64)
    return np.datetime_as_string(np.busday_offset(days, 0, roll="modifiedfollowing"))
