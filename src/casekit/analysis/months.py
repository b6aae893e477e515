"""Months as numbers that can be added and compared, and checks of month arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from casekit.analysis.guards import need_column, need_count
from casekit.errors import InvalidArgument


def month_number(months: pd.Series) -> pd.Series:
    """Months since year 0 of `YYYY-MM` codes or `YYYY-MM-DD` days; -1 for an empty cell.

    Parameters
    ----------
    months
        Months or days, as text or as dates.

    Returns
    -------
    pandas.Series
        Whole numbers under the same index; their differences are months.

    Raises
    ------
    InvalidArgument
        If a cell is neither empty nor a month.

    Examples
    --------
    >>> month_number(pd.Series(["2026-06", "2026-07-15", ""])).tolist()
    [24317, 24318, -1]
    """
    # Many rows share few months: each different one is parsed once.
    codes, different = pd.factorize(months, use_na_sentinel=False)
    numbers = pd.Series([_number(month) for month in different], dtype="int64").to_numpy()
    return pd.Series(numbers[codes], index=months.index, name=months.name)


def month_code(number: int) -> str:
    """`YYYY-MM` of a month number.

    Parameters
    ----------
    number
        Months since year 0.

    Examples
    --------
    >>> month_code(24317)
    '2026-06'
    """
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def last_months(months: pd.Series, count: int, before_last: int = 0) -> pd.Series:
    """Which rows belong to the last months of the data, or to those some months earlier.

    Parameters
    ----------
    months
        Months, `YYYY-MM`, as a table has them in its column `month`.
    count
        Number of months, 1 or more, ending with the last month of the data.
    before_last
        Shift by so many months: 12 selects the year before.

    Returns
    -------
    pandas.Series
        True or False under the index of `months`: `sales[last_months(sales["month"], 12)]`.

    Raises
    ------
    InvalidArgument
        If `count` is below 1, or no months were passed.

    Examples
    --------
    >>> last_months(pd.Series(["2026-04", "2026-05", "2026-06"]), count=2).tolist()
    [False, True, True]
    """
    need_column("months", months)
    need_count("count", count)
    need_count("before_last", before_last, minimum=0)
    number = month_number(months)
    end = number.max() - before_last
    return (number <= end) & (number > end - count)


def need_month(name: str, value: object, months: pd.Series) -> int:
    """Require a month within the range of a table; return its number.

    Parameters
    ----------
    name
        What the argument is called.
    value
        A month, `YYYY-MM`.
    months
        Months of the table, in any order.

    Raises
    ------
    InvalidArgument
        If it is no month, or lies before the first or after the last of the table.

    Examples
    --------
    >>> need_month("cut_month", "2026-06", pd.Series(["2026-05", "2026-07"]))
    24317
    """
    number = int(month_number(pd.Series([value])).iloc[0])
    known = month_number(months)
    known = known[known >= 0]
    if known.empty or not known.min() <= number <= known.max():
        ends = ("—", "—") if known.empty else (month_code(known.min()), month_code(known.max()))
        first, last = ends
        raise InvalidArgument("analysis-month", name=name, found=str(value), first=first, last=last)
    return number


def need_order(first_month: str, last_month: str) -> tuple[int, int]:
    """Require two months in order; return their numbers.

    Raises
    ------
    InvalidArgument
        If one is no month, or the first lies after the last.

    Examples
    --------
    >>> need_order("2026-05", "2026-06")
    (24316, 24317)
    """
    first, last = (int(n) for n in month_number(pd.Series([first_month, last_month])))
    if not 0 <= first <= last:
        raise InvalidArgument("analysis-order", first=str(first_month), last=str(last_month))
    return first, last


def need_two_years(name: str, months: pd.Series) -> None:
    """Require at least 24 different months.

    Raises
    ------
    InvalidArgument
        If fewer than 24 different months occur.

    Examples
    --------
    >>> need_two_years("sales", pd.Series([f"{y}-{m:02d}" for y in (25, 26) for m in range(12)]))
    """
    found = months.nunique()
    if found < 24:
        raise InvalidArgument("analysis-two-years", table=name, found=found)


def common_months(names: Sequence[str], *columns: pd.Series) -> list[str]:
    """Months that occur in every one of several tables, in order.

    Raises
    ------
    InvalidArgument
        If there is none.

    Examples
    --------
    >>> common_months(("a", "b"), pd.Series(["2026-05", "2026-06"]), pd.Series(["2026-06"]))
    ['2026-06']
    """
    shared = set(columns[0].unique())
    for column in columns[1:]:
        shared &= set(column.unique())
    if not shared:
        raise InvalidArgument("analysis-no-common-month", tables=", ".join(names))
    return sorted(map(str, shared))


def _number(month: Any) -> int:
    if pd.isna(month) or month == "":
        return -1
    text = str(month)
    year, dash, rest = text[:4], text[4:5], text[5:7]
    if not (year.isdigit() and dash == "-" and rest.isdigit() and 1 <= int(rest) <= 12):
        raise InvalidArgument("month-unreadable", found=text)
    return int(year) * 12 + int(rest) - 1
