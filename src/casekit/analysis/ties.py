"""Which of several figures can be told apart, given how sure each of them is."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_table

#: Ends of the bands that tables of this room carry in the columns `_low` and `_high`: 90 %.
BAND = (0.05, 0.95)
#: Standard deviations from the middle to either end of such a band.
BAND_WIDTH = 1.6449


def told_apart(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Which rows of a table differ by more than luck explains, pair by pair.

    Parameters
    ----------
    table
        A table that carries `column` with its band, `column_low` and `column_high`:
        `wins_by_focus`, `hours_per_win`, `league_table`, the intervals of a calibration.
    column
        The figure to compare.

    Returns
    -------
    pandas.DataFrame
        Rows and columns are the rows of the table; True where two can be told apart. Nothing can
        be told apart from what is not known, nor from itself.

    Raises
    ------
    InvalidArgument
        If the table lacks the column or its band.

    Notes
    -----
    The band of a difference from the bands of its two figures, taken as independent (Zou and
    Donner, 2008, Statistics in Medicine 27: the method of variance estimates recovery); two
    figures are told apart when it leaves nought out. Bands may overlap and still be told apart.

    Examples
    --------
    >>> bands = pd.DataFrame({"x": [1, 2, 4], "x_low": [0.5, 1.0, 3], "x_high": [1.6, 2.6, 5]})
    >>> told_apart(bands, "x").to_numpy().tolist()
    [[False, False, True], [False, False, True], [True, True, False]]
    """
    need_table("table", table, column, f"{column}_low", f"{column}_high")
    value = table[column].to_numpy(dtype=float)
    below = value - table[f"{column}_low"].to_numpy(dtype=float)
    above = table[f"{column}_high"].to_numpy(dtype=float) - value
    with np.errstate(invalid="ignore"):
        difference = value[None, :] - value[:, None]
        # Where the column's figure is the larger, what counts is how far it may fall and the
        # row's rise.
        apart = difference > np.hypot(below[None, :], above[:, None])
    both = apart | apart.T
    return pd.DataFrame(both, index=table.index, columns=table.index)


def as_good_as_best(table: pd.DataFrame, column: str, highest: bool = True) -> pd.Series:
    """Who may be called the best: the first, and all that cannot be told apart from it.

    Parameters
    ----------
    table, column
        As of `told_apart`.
    highest
        Whether the largest figure is the best; else the smallest.

    Returns
    -------
    pandas.Series
        True or False under the index of the table. What is not known is never the best.

    Raises
    ------
    InvalidArgument
        If the table lacks the column or its band, or no figure in it is known.

    Examples
    --------
    >>> bands = pd.DataFrame({"x": [1, 2, 4], "x_low": [0.5, 1.0, 3], "x_high": [1.6, 2.6, 5]})
    >>> as_good_as_best(bands, "x", highest=False).tolist()
    [True, True, False]
    """
    apart = told_apart(table, column)
    need_table("table", table[table[column].notna()], column)
    value = table[column].to_numpy(dtype=float)
    value = np.where(np.isnan(value), -np.inf if highest else np.inf, value)
    best = int(value.argmax() if highest else value.argmin())
    good = ~apart.iloc[best].to_numpy() & table[column].notna().to_numpy()
    return pd.Series(good, index=table.index, name="as_good_as_best")
