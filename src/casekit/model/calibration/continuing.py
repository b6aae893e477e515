"""Does today's plan go on where the books end? Its first months against the last ones booked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.company import Case
from casekit.errors import InvalidArgument
from casekit.model.calibration.books import YEAR_MONTHS, read_books
from casekit.model.calibration.hindcast import booked_margin
from casekit.model.calibration.panel import gather_panel
from casekit.model.calibration.source import calibrated
from casekit.model.response.cycle import QUARTER_MONTHS
from casekit.model.response.season import margin_at_season
from casekit.model.response.sweep import Sweep

__all__ = ["Continuing", "books_go_on"]

#: Months that are compared with the same months a year before.
HALF_YEAR = 6


@dataclass(frozen=True)
class Continuing:
    """Today's hours projected beside the books, gross margin in thousands at constant season.

    Parameters
    ----------
    months
        A row a month, booked ones first: `month` (1 is the first projected one, 0 the last
        booked), `margin_krub`, `projected`.
    trend_krub
        The first year as the books' trend has it: the last six months against the same six a
        year before, carried on.
    """

    months: pd.DataFrame
    trend_krub: float

    @property
    def quarter_error_share(self) -> float:
        """First three projected months against the last three booked; NaN where unknown."""
        margin = self.months["margin_krub"].to_numpy()
        now = int((~self.months["projected"]).sum())
        told, booked = margin[now : now + QUARTER_MONTHS], margin[now - QUARTER_MONTHS : now]
        return _apart(told.sum(), booked.sum())

    @property
    def year_error_share(self) -> float:
        """First projected year against the trend of the books; NaN where either is unknown."""
        projected = self.months.loc[self.months["projected"], "margin_krub"]
        return _apart(projected.sum(skipna=False), self.trend_krub)


def books_go_on(case: Case) -> Continuing:
    """Today's hours projected for a year beside the months that were booked.

    Parameters
    ----------
    case
        A company with at least a year and a half of history.

    Raises
    ------
    InvalidArgument
        If the history is too short.

    Examples
    --------
    >>> import casekit as ck
    >>> abs(books_go_on(ck.load_case()).year_error_share) < 0.05
    True
    """
    panel = gather_panel(case)
    if panel.months < YEAR_MONTHS + HALF_YEAR:
        least = YEAR_MONTHS + HALF_YEAR
        raise InvalidArgument("continuing-short", found=panel.months, allowed=least)
    books = read_books(case, panel)
    recurring = books.margin_krub.sum(axis=1)
    booked = booked_margin(case).to_numpy() + recurring / books.season - recurring
    now, before = booked[-HALF_YEAR:], booked[-YEAR_MONTHS - HALF_YEAR : -YEAR_MONTHS]
    # From the middle of the last half-year to the middle of the coming year.
    ahead = (HALF_YEAR + YEAR_MONTHS) / 2.0
    # Out of nothing, or of less, no growth can be told.
    known = now.sum() > 0 and before.sum() > 0
    growth = (now.sum() / before.sum()) ** (ahead / YEAR_MONTHS) if known else np.nan
    calibration = calibrated(case)
    sweep = Sweep(calibration.start, calibration.response, YEAR_MONTHS)
    today = calibration.today_hours[None]
    told = margin_at_season(sweep, today, np.ones(YEAR_MONTHS)).sum(axis=1)
    months = pd.DataFrame(
        {
            "month": np.arange(1 - len(booked), YEAR_MONTHS + 1),
            "margin_krub": np.concatenate([booked, told]),
            "projected": np.arange(len(booked) + YEAR_MONTHS) >= len(booked),
        }
    )
    return Continuing(months, float(YEAR_MONTHS * now.mean() * growth))


def _apart(told: float, booked: float) -> float:
    """What was told against what was booked, as a share; NaN where nothing was."""
    return float(told / booked - 1.0) if booked else float("nan")
