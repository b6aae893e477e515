"""Pictures of what hours bring on average, and of who is productive for their territory."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import number, percent, text

_MILLION = 1000.0
#: Smallest part of a bar that is labelled.
_READABLE = 0.04


def plot_productivity(
    table: pd.DataFrame,
    hour_cost_krub: float | None = None,
    currency: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the margin an hour of each kind of selling earns on average.

    Parameters
    ----------
    table
        What `analysis.average_productivity` gives.
    hour_cost_krub
        What an hour of selling costs, thousands, as a line to compare with.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.4)
    rows = table.iloc[::-1]
    earned = rows["margin_krub_per_hour"]
    right = 1.15 * max(float(earned.max()), hour_cost_krub or 0.0)
    ax.barh(range(len(rows)), earned, height=0.55, color=style.COLOURS["now"])
    for place, value in enumerate(earned):
        edge = max(float(value), hour_cost_krub or 0.0)
        style.write(ax, edge + 0.01 * right, place, number(float(value), 1), va="center")
    if hour_cost_krub is not None:
        accent = style.COLOURS["accent"]
        top = len(rows) - 0.5
        ax.vlines(hour_cost_krub, -0.5, top, color=accent, linewidth=2.5)
        words = text("chart-selling-hour-cost", value=number(hour_cost_krub, 1))
        style.write(ax, hour_cost_krub, top + 0.04, words, color=accent, va="bottom")
    ax.set_yticks(range(len(rows)), [text(f"activity-{name}") for name in rows.index])
    ax.set_xlim(min(0.0, 1.1 * float(earned.min())), right)
    ax.set_ylim(-0.5, len(rows) - 0.05)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-margin-per-hour", currency=currency))
    style.title(ax, text("chart-productivity-title"))
    return ax


def plot_origins_by_window(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw revenue by origin under different attribution windows.

    Parameters
    ----------
    table
        What `analysis.origins_by_window` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.4)
    money = table[["repeat_krub", "expansion_krub", "conversion_krub"]].iloc[::-1]
    shares = money.div(money.sum(axis=1), axis=0)
    colours = ("calm", "now", "accent")
    left = np.zeros(len(shares))
    places = range(len(shares))
    for column, colour in zip(shares, colours, strict=True):
        values = shares[column].to_numpy()
        ax.barh(places, values, left=left, height=0.6, color=style.COLOURS[colour])
        ink = "black" if colour == "calm" else "white"
        for place, begin, value in zip(places, left, values, strict=True):
            if value >= _READABLE:
                style.write(ax, float(begin + value / 2), place, percent(float(value)), color=ink,
                            ha="center", va="center")  # fmt: skip
        left = left + values
    # Names in a line of their own: above narrow parts they would overlap.
    for at, column, colour in zip((0.01, 0.40, 0.70), shares, colours, strict=True):
        name = text(f"origin-{column.removesuffix('_krub')}")
        style.write(ax, at, len(shares) - 0.6, "■", color=style.COLOURS[colour], va="bottom")
        style.write(ax, at + 0.025, len(shares) - 0.6, name, va="bottom")
    labels = [text("chart-window", months=int(str(window))) for window in shares.index]
    ax.set_yticks(places, labels)
    ax.set_xlim(0, 1)
    ax.set_ylim(-0.5, len(shares) - 0.1)
    ax.xaxis.set_major_formatter(style.number_ticks(percent))
    style.labels(ax, x=text("chart-share-of-revenue"))
    style.title(ax, text("chart-window-title"))
    return ax


def plot_league(table: pd.DataFrame, currency: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw every specialist's revenue against the territory's potential.

    The line is what territories of that size bring; who stands above it sells more than the
    territory explains. The first by revenue and the first for the territory are named; whoever
    hands in the same month again and again is hollow, where the table says so.

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
    named = {str(table.index[0]), str(table["adjusted"].idxmax())}
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
    style.title(ax, text("chart-league-title"))
    return ax
