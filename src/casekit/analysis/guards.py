"""Checks of arguments, so that mistakes are reported in words.

Without them a wrong table would fail deep inside with a KeyError, and a window of zero months would
return zeros silently. Each check names the argument, what was found and what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Integral

import pandas as pd

from casekit.errors import InvalidArgument


def need_table(name: str, frame: object, *columns: str, rows: bool = True) -> None:
    """Require a table with the columns that a function reads.

    Parameters
    ----------
    name
        Name of the argument.
    frame
        Value that was passed.
    *columns
        Columns, or the name of the index, that must be there.
    rows
        Whether at least one row is required.

    Raises
    ------
    InvalidArgument
        If it is no table, lacks a column or has no rows.

    Examples
    --------
    >>> need_table("reports", pd.DataFrame({"month": ["2026-06"]}), "month")
    """
    if not isinstance(frame, pd.DataFrame):
        raise InvalidArgument("analysis-not-a-table", table=name, found=type(frame).__name__)
    held = [*frame.columns, *filter(None, frame.index.names)]
    missing = [column for column in columns if column not in held]
    if missing:
        raise InvalidArgument(
            "analysis-no-column",
            table=name,
            missing=", ".join(missing),
            found=", ".join(map(str, held)) or "—",
        )
    if rows and frame.empty:
        raise InvalidArgument("analysis-empty-table", table=name)


def need_column(name: str, column: object) -> None:
    """Require a series with at least one row.

    Raises
    ------
    InvalidArgument
        If it is no series or has no rows.

    Examples
    --------
    >>> need_column("months", pd.Series([8.0]))
    """
    if not isinstance(column, pd.Series):
        raise InvalidArgument("analysis-not-a-column", table=name, found=type(column).__name__)
    if column.empty:
        raise InvalidArgument("analysis-empty-table", table=name)


def need_count(name: str, value: object, minimum: int = 1) -> None:
    """Require an integer of at least `minimum`.

    Raises
    ------
    InvalidArgument
        If it is not an integer or is below the minimum.

    Examples
    --------
    >>> need_count("window_months", 12)
    """
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or int(value) < minimum:  # type: ignore[call-overload]
        raise InvalidArgument("analysis-count", name=name, found=str(value), minimum=minimum)


def need_list(name: str, values: object) -> None:
    """Require several values: one code alone would be read letter by letter.

    Raises
    ------
    InvalidArgument
        If it is no list, or an empty one.

    Examples
    --------
    >>> need_list("figures", ["wins", "opened"])
    """
    several = isinstance(values, Iterable) and not isinstance(values, str | bytes)
    if not several or not list(values):  # type: ignore[call-overload]
        raise InvalidArgument("analysis-list", name=name, found=str(values))


def need_code(name: str, value: object, allowed: Iterable[str]) -> None:
    """Require one of the allowed codes.

    Raises
    ------
    InvalidArgument
        If it is none of them.

    Examples
    --------
    >>> need_code("activity", "expansion", ("expansion", "conversion"))
    """
    known = list(allowed)
    if not isinstance(value, str) or value not in known:
        listed = ", ".join(map(str, known))
        raise InvalidArgument("analysis-code", name=name, found=str(value), allowed=listed)
