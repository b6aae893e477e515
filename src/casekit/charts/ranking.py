"""Pictures of the league table: the territory in it, and how sure the places are without it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import number, text

_MILLION = 1000.0


def plot_league(table: pd.DataFrame, currency: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw every specialist's revenue against the territory's potential.

    The line is what territories of that size bring; who stands above it sells more than the
    territory explains. The first and the last by revenue and the first for the territory are
    named; whoever hands in the same month again and again is hollow, where the table says so.

    Parameters
    ----------
    table
        What `analysis.league_table` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=5.0)
    across, up = table["potential_krub"] / _MILLION, table["revenue_krub"] / _MILLION
    line = table.sort_values("potential_krub")
    ax.plot(line["potential_krub"] / _MILLION, line["expected_krub"] / _MILLION,
            color=style.COLOURS["reference"], linewidth=2)  # fmt: skip
    now = style.COLOURS["now"]
    copied = style.copied(table)
    ax.plot(across[~copied], up[~copied], "o", markersize=8, color=now)
    ax.plot(across[copied], up[copied], "o", markersize=8, color=now, markerfacecolor="white")
    named = {str(table.index[0]), str(table.index[-1]), str(table["adjusted"].idxmax())}
    width = 1.12 * float(across.max())
    for rep in sorted(named):
        ax.plot(across[rep], up[rep], "o", markersize=10, color=style.COLOURS["accent"],
                markerfacecolor="white" if copied[rep] else style.COLOURS["accent"])  # fmt: skip
        style.write(ax, across[rep] - 0.015 * width, up[rep], rep, ha="right", va="bottom",
                    color=style.COLOURS["accent"])  # fmt: skip
    ax.set_xlim(0, width)
    ax.set_ylim(0, 1.12 * float(up.max()))
    if copied.any():
        note = text("chart-same-every-month", mark="○")
        style.write(ax, width, 0.02 * float(up.max()), note, ha="right", va="bottom")
    ax.tick_params(axis="x", pad=9)
    for axis, (low, high) in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim())):
        places = MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(low, high)
        axis.set_ticks([place for place in places if low <= place <= high])
        axis.set_major_formatter(style.number_ticks(number))
    style.labels(
        ax,
        x=text("chart-territory", currency=currency),
        y=text("chart-yearly-revenue", currency=currency),
    )
    rises = bool(line["expected_krub"].iloc[-1] > line["expected_krub"].iloc[0])
    style.title(ax, text("chart-league-title" if rises else "chart-league-question"))
    return ax


def plot_adjusted(league: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw every specialist's revenue against what the territory lets expect, with its band.

    The first and the last three by revenue are marked; whoever hands in the same month again and
    again is hollow, where the table says so.

    Parameters
    ----------
    league
        What `analysis.league_table` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=1.2 + 0.24 * len(league))
    rows = league.sort_values("adjusted")
    places = np.arange(len(rows))
    low, high = rows["adjusted_low"], rows["adjusted_high"]
    ax.axvline(1.0, color=style.COLOURS["reference"], linewidth=2, zorder=0.5)
    marked = rows["rank"].eq(1) | (rows["rank"] > len(rows) - 3)
    copied = style.copied(rows)
    for place, rep in enumerate(rows.index):
        colour = style.COLOURS["accent" if marked[rep] else "now"]
        ax.hlines(place, low[rep], high[rep], color=colour, linewidth=3, alpha=0.45)
        ax.plot(rows.at[rep, "adjusted"], place, "o", markersize=7, color=colour,
                markerfacecolor="white" if copied[rep] else colour)  # fmt: skip
        if marked[rep]:
            words = text("chart-adjusted-rank", place=int(rows.at[rep, "rank"]))
            style.write(ax, float(high.max()) + 0.03, place, words, color=colour, va="center")
    ax.set_yticks(places, list(rows.index))
    ax.tick_params(axis="y", labelsize=style.TEXT_SIZE - 2)
    ax.set_ylim(-2.0 if copied.any() else -0.8, len(rows) - 0.2)
    width = float(high.max() - min(low.min(), 0.0))
    ax.set_xlim(max(0.0, float(low.min()) - 0.05 * width), float(high.max()) + 0.42 * width)
    if copied.any():
        note = text("chart-same-every-month", mark="○")
        style.write(ax, ax.get_xlim()[1], -1.3, note, ha="right", va="center")
    ax.set_xticks(np.arange(0.5, float(high.max()) + 0.01, 0.5).tolist())
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-adjusted-axis"))
    apart = int(((low > 1.0) | (high < 1.0)).sum())
    style.title(ax, text("chart-adjusted-title", count=apart, all=len(rows)))
    return ax
