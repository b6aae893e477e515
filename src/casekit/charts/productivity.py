"""Pictures of what hours bring on average, and of where revenue comes from."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import style
from casekit.language import number, percent, text

#: Smallest part of a bar that is labelled.
_READABLE = 0.04


def plot_productivity(
    table: pd.DataFrame,
    hour_cost_krub: float | None = None,
    currency: str | None = None,
    ax: Axes | None = None,
    joined: Literal["origin", "month"] = "origin",
) -> Axes:
    """Draw the margin an hour of each kind of selling earns on average.

    Parameters
    ----------
    table
        What `analysis.average_productivity` or `analysis.same_month_productivity` gives.
    hour_cost_krub
        What an hour of selling costs, thousands, as a line to compare with.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.
    joined
        How hours and margin were joined: by `origin` of the margin, or in the same `month`. The
        title says what follows.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.4)
    rows = table.iloc[::-1]
    earned = rows["margin_krub_per_hour"]
    right = 1.15 * max(float(earned.max()), hour_cost_krub or 0.0)
    narrow = style.is_narrow(ax)
    height = 0.36 if narrow else 0.55
    ax.barh(range(len(rows)), earned, height=height, color=style.COLOURS["now"])
    for place, (name, value) in enumerate(earned.items()):
        if narrow:
            told = number(float(value), 1)
            style.named_above(ax, place, f"{text(f'activity-{name}')}: {told}")
            continue
        # Beside its bar: beside the line it would be read as the line's.
        edge = max(float(value), 0.0) + 0.01 * right
        style.write(ax, edge, place, number(float(value), 1), va="center", bbox=style.ON_WHITE)
    if hour_cost_krub is not None:
        accent = style.COLOURS["accent"]
        top = len(rows) - 0.5
        ax.vlines(hour_cost_krub, -0.5, top, color=accent, linewidth=2.5, zorder=0.5)
        words = text("chart-selling-hour-cost", value=number(hour_cost_krub, 1))
        # A narrow picture has no room for the words on either side of the line.
        at = 0.0 if narrow else hour_cost_krub
        style.write(ax, at, top + 0.04, words, color=accent, va="bottom")
    if narrow:
        ax.set_yticks([])
    else:
        ax.set_yticks(range(len(rows)), [text(f"activity-{name}") for name in rows.index])
    ax.set_xlim(min(0.0, 1.1 * float(earned.min())), right)
    ax.set_ylim(-0.5, len(rows) - 0.05)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-margin-per-hour", currency=currency))
    if joined == "month":
        style.title(ax, text("chart-same-month-title", kind=str(earned.idxmin())))
    else:
        style.title(ax, text("chart-productivity-title", kind=str(earned.idxmax())))
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
    growth = table["growth_share"]
    words = {"low": percent(float(growth.min())), "high": percent(float(growth.max()))}
    style.title(ax, text("chart-window-title", **words))
    return ax
