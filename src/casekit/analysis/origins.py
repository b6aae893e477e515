"""Revenue by origin: repeat business, expansion, conversion, with an attribution window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_count, need_table
from casekit.analysis.months import last_months, month_number
from casekit.analysis.wallets import US

_MONEY = ("revenue_krub", "cost_krub")
_POINT = ("account_id", "process_point", "supplier", "since_month", "until_month")

#: Origins in reading order.
ORIGINS = ("repeat", "expansion", "conversion")


def gained_points(positions: pd.DataFrame) -> pd.DataFrame:
    """Rows of `positions` that are ours, each with how it was gained.

    Returns
    -------
    pandas.DataFrame
        Columns `account_id`, `process_point`, `since`, `until` (month numbers; a large one while
        it lasts) and `gain`: `conversion` where nothing at the account was ours the month
        before, else `expansion`.
    """
    need_table("positions", positions, *_POINT, rows=False)
    ours = positions[positions["supplier"] == US]
    since = month_number(ours["since_month"])
    until = month_number(ours["until_month"])
    points = pd.DataFrame(
        {
            "account_id": ours["account_id"],
            "process_point": ours["process_point"],
            "since": since,
            "until": until.where(until >= 0, 10**6),
        }
    )
    # Served before: another point of the account began earlier and had not ended the month before.
    held = points[["account_id", "since", "until"]].reset_index(names="other")
    pairs = points.reset_index(names="row").merge(held, on="account_id", suffixes=("", "_other"))
    before = (pairs["since_other"] < pairs["since"]) & (pairs["until_other"] >= pairs["since"] - 1)
    served = before.groupby(pairs["row"]).any()
    points["gain"] = np.where(served.reindex(points.index), "expansion", "conversion")
    return points


def sales_by_origin(
    sales: pd.DataFrame, positions: pd.DataFrame, window_months: int = 12
) -> pd.DataFrame:
    """Sales rows with their origin: a gain counts as growth for `window_months`, then as repeat.

    Parameters
    ----------
    sales, positions
        Tables of these names.
    window_months
        How long revenue from a point gained counts as expansion or conversion.

    Returns
    -------
    pandas.DataFrame
        `month`, `account_id`, `line`, `origin`, `revenue_krub`, `cost_krub`, a row a sale.
    """
    return with_origin(sales_with_gains(sales, positions), window_months)


def sales_with_gains(
    sales: pd.DataFrame, positions: pd.DataFrame, months: int | None = None
) -> pd.DataFrame:
    """Sales rows, each with how its point was gained and how long before.

    Parameters
    ----------
    sales, positions
        Tables of these names.
    months
        Number of last months of sales that count; all if left out.

    Returns
    -------
    pandas.DataFrame
        `month`, `account_id`, `line`, `revenue_krub`, `cost_krub`, `gain` as in `gained_points`
        and `months_since`, a row a sale; both empty where no point was gained.
    """
    need_table("sales", sales, "month", "account_id", "process_point", "line", *_MONEY)
    if months is not None:
        sales = sales[last_months(sales["month"], months)]
    points = gained_points(positions)
    month = month_number(sales["month"])
    rows = pd.DataFrame(
        {
            "row": np.arange(len(sales)),
            "month_number": month.to_numpy(),
            "account_id": sales["account_id"].to_numpy(),
            "process_point": sales["process_point"].to_numpy(),
        }
    )
    joined = rows.merge(points, on=["account_id", "process_point"], how="left")
    inside = (joined["since"] <= joined["month_number"]) & (
        joined["month_number"] <= joined["until"]
    )
    joined = joined[inside].drop_duplicates("row").set_index("row").reindex(range(len(sales)))
    columns = ["month", "account_id", "line", "revenue_krub", "cost_krub"]
    return (
        sales[columns]
        .reset_index(drop=True)
        .assign(gain=joined["gain"], months_since=joined["month_number"] - joined["since"])
    )


def with_origin(gains: pd.DataFrame, window_months: int) -> pd.DataFrame:
    """What `sales_by_origin` gives for a window, of what `sales_with_gains` gave once."""
    need_count("window_months", window_months)
    fresh = gains["months_since"] < window_months
    origin = np.where(fresh, gains["gain"], "repeat")
    return gains.drop(columns=["gain", "months_since"]).assign(origin=origin)


def origin_totals(by_origin: pd.DataFrame) -> pd.DataFrame:
    """Revenue and gross margin by origin, thousands, and their shares.

    Parameters
    ----------
    by_origin
        What `sales_by_origin` gives, cut to the months of interest.
    """
    need_table("by_origin", by_origin, "origin", *_MONEY)
    totals = by_origin.groupby("origin")[["revenue_krub", "cost_krub"]].sum()
    totals = totals.reindex(list(ORIGINS), fill_value=0)
    totals["margin_krub"] = totals["revenue_krub"] - totals["cost_krub"]
    totals["revenue_share"] = totals["revenue_krub"] / totals["revenue_krub"].sum()
    totals["margin_share"] = totals["margin_krub"] / totals["margin_krub"].sum()
    return totals


def origins_by_window(
    sales: pd.DataFrame,
    positions: pd.DataFrame,
    windows: Sequence[int],
    months: int = 12,
) -> pd.DataFrame:
    """Revenue by origin under attribution windows of different length, thousands.

    The same sales are attributed once for each window: the longer a gain counts as growth, the more
    growth and the less repeat business is shown.

    Parameters
    ----------
    sales, positions
        Tables of these names.
    windows
        Windows to compare, months: `case.terms.attribution_windows_months`.
    months
        Number of last months of sales that count.

    Returns
    -------
    pandas.DataFrame
        Index `window_months`; revenue by origin (`repeat_krub`, `expansion_krub`,
        `conversion_krub`) and `growth_share`, the part that is not repeat.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or a window is no whole number above 0.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> table = ck.analysis.origins_by_window(case.sales, case.positions, (6, 12, 24))
    >>> bool(table["growth_share"].is_monotonic_increasing)
    True
    """
    need_count("months", months)
    gains = sales_with_gains(sales, positions, months)
    rows = {
        window: with_origin(gains, window).groupby("origin")["revenue_krub"].sum()
        for window in windows
    }
    table = pd.DataFrame(rows).T.reindex(columns=list(ORIGINS)).fillna(0.0)
    table.columns = pd.Index([f"{origin}_krub" for origin in ORIGINS])
    table["growth_share"] = 1.0 - table["repeat_krub"] / table.sum(axis=1)
    return table.rename_axis("window_months")
