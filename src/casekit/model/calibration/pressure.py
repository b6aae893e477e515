"""How fast prices give way where competitors sit inside a client, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from scipy.special import ndtri

from casekit.company import Case, need_case
from casekit.model.calibration.books import YEAR_MONTHS, todays_business
from casekit.model.calibration.calibration import COVERAGE
from casekit.model.calibration.panel import gather_panel

__all__ = ["PricePressure", "estimate_pressure"]


@dataclass(frozen=True)
class PricePressure:
    """Price pressure as the books of the last year tell it; learned, not assumed.

    Parameters
    ----------
    yearly_share, low_share, high_share
        Part of consumables' prices that shared clients take off in a year, beyond what happens
        at clients of ours, with its interval of `calibration.COVERAGE`; below 0 where prices
        rose there.
    yearly_krub
        Gross margin that another year of it takes off each month, thousands; 0 where there is
        no pressure.
    """

    yearly_share: float
    low_share: float
    high_share: float
    yearly_krub: float

    @property
    def seen(self) -> bool:
        """Whether the interval leaves no room for prices that do not fall."""
        return self.low_share > 0.0


def estimate_pressure(case: Case) -> PricePressure:
    """Estimate from sales and positions how fast prices at shared clients give way.

    Parameters
    ----------
    case
        A company with at least a year of history.

    Raises
    ------
    InvalidArgument
        If the history is too short, or a table is empty.
    MissingTable
        If the company lacks a table that the calibration needs.

    Notes
    -----
    A regression with fixed effects of clients and months on the open part of each client's
    wallet; standard errors by client. See `books`.

    Examples
    --------
    >>> import casekit as ck
    >>> pressure = estimate_pressure(ck.load_case())
    >>> pressure.low_share < pressure.yearly_share < pressure.high_share
    True
    """
    need_case(case)
    return _estimated(case)


@lru_cache(maxsize=2)
def _estimated(case: Case) -> PricePressure:
    panel = gather_panel(case)
    business = todays_business(case, panel)
    reach = float(ndtri((1.0 + COVERAGE) / 2.0)) * business.price_fall_error
    room = float(panel.room_krub[-1].sum()) * business.revenue_share
    monthly = float(business.amounts["pressure_share"]) * room
    return PricePressure(
        yearly_share=business.price_fall_share,
        low_share=business.price_fall_share - reach,
        high_share=business.price_fall_share + reach,
        yearly_krub=YEAR_MONTHS * monthly,
    )
