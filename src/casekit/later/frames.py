"""The months that came, held against the year before, against luck and against a forecast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from casekit.analysis import last_months, monthly_figures, stop_bounds
from casekit.company import Case
from casekit.company.schema import COST_LINES
from casekit.later.months import NineMonths
from casekit.model import Sweep, calibrated, hindcast
from casekit.model.response.season import margin_at_season

__all__ = ["FIGURES", "GAIN", "against_luck", "books", "forecast", "month_by_month", "outside_luck"]

#: Figures looked at after nine months: leading ones first, margin last.
FIGURES = ("opened", "points_gained", "points_lost", "wins", "recurring_krub", "margin_krub")
#: What each needs beside reports and sales, where a company may lack it.
_NEEDS = {"opened": "deals", "wins": "deals", "points_gained": "positions",
          "points_lost": "positions"}  # fmt: skip
YEAR = 12
#: What is foretold as a change: profit gained against the old hours.
GAIN = "profit_nine_months"


def books(months: NineMonths) -> pd.DataFrame | None:
    """Profit and loss of the months that came beside the same months a year before, thousands.

    Parameters
    ----------
    months
        What `nine_months` gives.

    Returns
    -------
    pandas.DataFrame or None
        Index `pnl`, a line of the books; `year_before`, `these_months`, `change`. None where there
        are no months or no financials.
    """
    if months.found is None or "financials" not in months.found.case.tables:
        return None
    table, count = months.found.case.financials, months.found.months

    def sums(before: int) -> pd.Series:
        rows = table[last_months(table["month"], count, before_last=before)]
        return rows.groupby("line")["amount_krub"].sum().astype(float)

    frame = pd.DataFrame({"year_before": sums(YEAR), "these_months": sums(0)}).fillna(0.0)
    frame = frame.reindex([line for line in ("revenue", *COST_LINES) if line in frame.index])
    costs = [line for line in COST_LINES if line in frame.index]
    frame.loc["gross_margin"] = frame.loc["revenue"] - frame.loc["cost_of_sales"]
    frame.loc["operating_profit"] = frame.loc["revenue"] - frame.loc[costs].sum()
    top = ["revenue", "cost_of_sales", "gross_margin"]
    rest = [line for line in frame.index if line not in (*top, "operating_profit")]
    frame = frame.loc[[*top, *rest, "operating_profit"]]
    frame["change"] = frame["these_months"] - frame["year_before"]
    return frame.rename_axis("pnl")


def month_by_month(months: NineMonths) -> pd.DataFrame | None:
    """Margin of each month: booked, told for the hours worked, and told for the old hours.

    Parameters
    ----------
    months
        What `nine_months` gives.

    Returns
    -------
    pandas.DataFrame or None
        `month`, `booked_krub`, `told_krub` with `low_krub` and `high_krub` (the model of when the
        plan was made, driven by the hours really worked, luck in its band), `today_krub` (the same
        model had nothing changed). None where there are no months, or the model needs a table
        that is not there.
    """
    if months.found is None or not {"deals", "positions"} <= set(months.before.tables):
        return None
    frame = hindcast(months.found.case, months.found.months).months.copy()
    c = calibrated(months.before)
    sweep = Sweep(c.start, c.response, months.found.months)
    left = margin_at_season(sweep, c.today_hours[None], c.season_of(months.found.months))
    frame["today_krub"] = np.asarray(left.sum(axis=1))
    return frame


def against_luck(months: NineMonths) -> pd.DataFrame | None:
    """Which figures of the months that came lie outside what luck alone gives.

    Parameters
    ----------
    months
        What `nine_months` gives.

    Returns
    -------
    pandas.DataFrame or None
        Index `figure`; `year_before` and `these_months` (a month), `change_share`, `low_share` and
        `high_share` (where nothing is done, nine changes in ten lie between: measured on the
        company's own months before the plan), `outside` (`yes` or `no`). None where there are no
        months.
    """
    if months.found is None:
        return None
    case, count = months.found.case, months.found.months
    known = set(months.before.tables)
    figures = [name for name in FIGURES if _NEEDS.get(name, "sales") in known]
    bounds = stop_bounds(months.before, figures, (count,), "before_after").droplevel("months")
    rows = {}
    for figure in figures:
        before, now = _before_and_now(case, figure, count)
        change = now / before - 1.0 if before else np.nan
        low, high = (float(bounds.at[figure, end]) for end in ("low_share", "high_share"))
        inside = low <= change <= high
        rows[figure] = {
            "year_before": before,
            "these_months": now,
            "change_share": change,
            "low_share": low,
            "high_share": high,
            "outside": "no" if inside or np.isnan([change, low, high]).any() else "yes",
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("figure")


def outside_luck(months: NineMonths) -> Any:
    """Number of figures that changed by more than luck gives; `...` where there are no months.

    Parameters
    ----------
    months
        What `nine_months` gives.
    """
    frame = against_luck(months)
    return ... if frame is None else int((frame["outside"] == "yes").sum())


def forecast(months: NineMonths) -> pd.DataFrame | None:
    """The reader's forecast beside what came, thousands.

    Parameters
    ----------
    months
        What `nine_months` gives.

    Returns
    -------
    pandas.DataFrame or None
        Index `foretold` (`profit_nine_months` gained against the old hours, `margin_month_nine`);
        `low`, `likely`, `high`, `came` (of profit gained only once the truth is told: nobody sees
        in the books what would have been) and `hit` (`yes`, `no`, or `later`). None where there
        are no months or no forecast.
    """
    if months.found is None or months.made is None:
        return None
    told, case = months.made.forecast, months.found.case
    rows = {}
    for name, came in (
        (GAIN, _gained(months.truth)),
        ("margin_month_nine", float(monthly_figures(case, "margin_krub").iloc[:, -1].sum())),
    ):
        if name not in told:
            continue
        low, likely, high = told[name]
        hit = "later" if came is None else "yes" if low <= came <= high else "no"
        rows[name] = {
            "low": low,
            "likely": np.nan if likely is None else likely,
            "high": high,
            "came": np.nan if came is None else came,
            "hit": hit,
        }
    if not rows:
        return None
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("foretold")


def _gained(truth: Mapping[str, Any] | None) -> float | None:
    """Profit of the months that came beyond what the old hours would have brought."""
    if truth is None:
        return None
    return float(np.sum(truth["came"]["profit_krub"]) - np.sum(truth["left"]["profit_krub"]))


def _before_and_now(case: Case, figure: str, count: int) -> tuple[float, float]:
    """Means a month: the same months a year before, and those that came."""
    total = monthly_figures(case, figure).sum().to_numpy(dtype=float)
    return float(total[-count - YEAR : -YEAR].mean()), float(total[-count:].mean())
