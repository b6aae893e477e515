"""Months as numbers that can be added and compared."""

from __future__ import annotations

import pandas as pd


def month_number(months: pd.Series) -> pd.Series:
    """Months since year 0 of `YYYY-MM` codes or `YYYY-MM-DD` days; -1 for an empty cell.

    Examples
    --------
    >>> month_number(pd.Series(["2026-06", "2026-07-15", ""])).tolist()
    [24317, 24318, -1]
    """
    # Few different months stand in many rows: each is read once.
    codes = {
        text: int(text[:4]) * 12 + int(text[5:7]) - 1 if isinstance(text, str) and text else -1
        for text in months.unique()
    }
    return months.map(codes).astype("int64")


def month_code(number: int) -> str:
    """`YYYY-MM` of a month number.

    Examples
    --------
    >>> month_code(24317)
    '2026-06'
    """
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def last_months(months: pd.Series, count: int, before_last: int = 0) -> pd.Series:
    """Whether each month lies in the last `count` months, or in those `before_last` earlier.

    Examples
    --------
    >>> last_months(pd.Series(["2026-04", "2026-05", "2026-06"]), count=2).tolist()
    [False, True, True]
    """
    number = month_number(months)
    end = number.max() - before_last
    return (number <= end) & (number > end - count)
