"""Which region worked otherwise for a while: found in the reports, nobody needs to say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from casekit.analysis.panels import monthly_figures
from casekit.arrays import Array
from casekit.company import Case, need_case
from casekit.company.schema import SELLING

__all__ = ["RegionalChange", "region_that_changed"]

#: Months for which hours must have been other ones, and months that must be left before.
FEWEST_MONTHS, FEWEST_BEFORE = 4, 4
#: How many times its noise a change must be to be called one; months that hang together, and the
#: many windows tried, make small changes look larger than they are.
TIMES_NOISE = 8.0


@dataclass(frozen=True)
class RegionalChange:
    """A region that worked otherwise for some months.

    Parameters
    ----------
    region
        Its code.
    first_month, last_month
        When, `YYYY-MM`.
    change_share
        By how much retention's part of its selling hours was other than in its other months, the
        other regions' change taken off.
    """

    region: str
    first_month: str
    last_month: str
    change_share: float


def region_that_changed(case: Case) -> RegionalChange | None:
    """Which region gave retention another part of its selling hours for a while, and when.

    Parameters
    ----------
    case
        The company.

    Returns
    -------
    RegionalChange or None
        The region and months that stand out most; None if there is only one region, or none
        stands out.

    Notes
    -----
    One change and one change back in the mean, by least squares over all windows (circular binary
    segmentation: Olshen et al., 2004, Biostatistics 5), on the difference between a region and
    the mean of the others, in which what all have in common cancels.

    Examples
    --------
    >>> import casekit as ck
    >>> found = region_that_changed(ck.load_case())
    >>> found.region, found.first_month, found.last_month
    ('Podgorye', '2025-04', '2025-12')
    """
    need_case(case)
    return _found(case)


@lru_cache(maxsize=2)
def _found(case: Case) -> RegionalChange | None:
    hours = [monthly_figures(case, f"{name}_hours", by="region") for name in SELLING]
    share = hours[0] / sum(hours[1:], hours[0])
    if len(share) < 2:
        return None
    months = list(share.columns)
    found = None
    for region in share.index:
        gap = share.loc[region] - share.drop(region).mean()
        times, first, after, change = _window(gap.to_numpy(dtype=float))
        if times > TIMES_NOISE and (found is None or times > found[0]):
            found = (times, RegionalChange(str(region), months[first], months[after - 1], change))
    return None if found is None else found[1]


def _window(gap: Array) -> tuple[float, int, int, float]:
    """Window whose mean differs most: times its noise, first month, month after it, change."""
    best = (0.0, 0, 0, 0.0)
    count = len(gap)
    for first in range(FEWEST_BEFORE, count - FEWEST_MONTHS + 1):
        for after in range(first + FEWEST_MONTHS, count + 1):
            inside = np.zeros(count, dtype=bool)
            inside[first:after] = True
            one, other = gap[inside], gap[~inside]
            change = float(one.mean() - other.mean())
            spread = np.sqrt((one.var() * len(one) + other.var() * len(other)) / (count - 2))
            times = abs(change) / (spread * np.sqrt(1.0 / len(one) + 1.0 / len(other)) + 1e-12)
            if np.isfinite(times) and times > best[0]:
                best = (float(times), first, after, change)
    return best
