"""Pictures of booked months: told beforehand and come, and prices that give way."""

from __future__ import annotations

from textwrap import wrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import month, number, percent, signed_percent, text
from casekit.model import Hindcast, PricePressure, hindcast_words, pressure_words

#: Margins are drawn in millions.
_MILLION = 1000.0
#: As many names of months as can be read.
_MONTHS_NAMED = 5
#: Months on a colleague's slide.
_SLIDE_MONTHS = 6
#: Characters of a line of the sentence below a picture.
_LINE = 80
#: How far a line's name stands from its end, in months.
_BESIDE = 0.35


def plot_hindcast(
    months: pd.DataFrame,
    told: Hindcast | None = None,
    currency: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the months that a model told beforehand, with their band, beside those that came.

    Parameters
    ----------
    months
        `Hindcast.months`.
    told
        What `model.hindcast` gives; its words then stand below the picture.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    money = months.set_index("month") / _MILLION
    places = np.arange(len(money))
    blue, accent = style.COLOURS["now"], style.COLOURS["accent"]
    ax.fill_between(places, money["low_krub"], money["high_krub"], color=style.COLOURS["calm"],
                    alpha=0.45, linewidth=0)  # fmt: skip
    ax.plot(places, money["told_krub"], color=blue, linewidth=2.4, linestyle=(0, (4, 2)))
    ax.plot(places, money["booked_krub"], color=accent, linewidth=2, marker="o", markersize=7)
    low, high = _around(money.to_numpy())
    ends = style.apart(money[["told_krub", "booked_krub"]].iloc[-1], 0.07 * (high - low))
    for column, colour in (("told_krub", blue), ("booked_krub", accent)):
        words = text(f"chart-hindcast-{column.removesuffix('_krub')}")
        style.write(ax, places[-1] + _BESIDE, float(ends[column]), words, color=colour,
                    va="center")  # fmt: skip
    style.write(ax, places[0], low + 0.02 * (high - low), text("chart-hindcast-band"),
                color=blue, va="bottom")  # fmt: skip
    _months_below(ax, list(money.index), room=1.22)
    ax.set_ylim(low, high)
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, y=text("chart-hindcast-axis", currency=currency))
    if told is not None:
        _words_below(ax, " ".join(hindcast_words(told, currency)))
    total = months[["told_krub", "booked_krub"]].sum()
    off = float(total["told_krub"] / total["booked_krub"] - 1.0) if total["booked_krub"] else np.nan
    share = percent(abs(off), 1)
    style.title(ax, text("chart-hindcast-title", share=share, months=len(months)))
    return ax


def plot_price_pressure(
    prices: pd.DataFrame,
    pressure: PricePressure | None = None,
    currency: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how far consumables' prices at shared clients have moved from those at our own.

    What both have in common, the season first of all, is no price and is not drawn.

    Parameters
    ----------
    prices
        What `analysis.price_pressure` gives.
    pressure
        What `model.estimate_pressure` gives; its words then stand below the picture.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    places, gap = np.arange(len(prices)), prices["gap_share"].to_numpy(dtype=float)
    low, high = _around(np.append(gap, 0.0))
    accent, blue = style.COLOURS["accent"], style.COLOURS["now"]
    ax.plot(places[[0, -1]], [0.0, 0.0], color=blue, linewidth=2, linestyle=(0, (4, 2)))
    ax.fill_between(places, gap, 0.0, color=accent, alpha=0.15, linewidth=0)
    ax.plot(places, gap, color=accent, linewidth=2.3)
    ends = pd.Series({"shared": float(gap[-1]), "our": 0.0})
    ends = style.apart(ends, 0.08 * (high - low))
    change = signed_percent(float(gap[-1]), 1)
    for name, colour in (("shared", accent), ("our", blue)):
        words = text(f"chart-prices-{name}", change=change)
        style.write(ax, places[-1] + _BESIDE, float(ends[name]), words, color=colour,
                    va="center")  # fmt: skip
    _months_below(ax, list(prices.index), room=1.36)
    ax.set_ylim(low, high)
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(lambda share: signed_percent(share, 1)))
    style.labels(ax, y=text("chart-prices-axis"))
    if pressure is not None:
        _words_below(ax, pressure_words(pressure, currency))
    style.title(ax, text("chart-prices-title", side="behind" if gap[-1] < 0 else "level"))
    return ax


def plot_colleagues_prices(prices: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw a colleague's slide that proves too much: prices at shared clients, then and now.

    The season is in it, and nothing to compare with: readers are asked to find that out.

    Parameters
    ----------
    prices
        What `analysis.price_pressure` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.8)
    # A low month of the season and a high one: as they are picked by who wants to show a rise.
    two = prices["shared_index"].iloc[[-_SLIDE_MONTHS, -1]].astype(float)
    places = np.arange(len(two))
    ax.bar(places, two, width=0.5, color=style.COLOURS["good"])
    for place, value in zip(places, two, strict=True):
        style.write(ax, float(place), float(value), percent(value), ha="center", va="bottom")
    ax.set_xticks(places, [month(str(code)) for code in two.index])
    rise = float(two.iloc[1] - two.iloc[0]) or 0.1
    # Such slides do not begin at nothing either.
    ax.set_ylim(float(two.min()) - 0.5 * abs(rise), float(two.max()) + 0.3 * abs(rise))
    ax.set_xlim(-0.8, 1.8)
    ax.set_yticks([])
    first = month(str(prices.index[0]))
    style.labels(ax, x=text("chart-slide-axis", first=first))
    change = signed_percent(float(two.iloc[1] / two.iloc[0]) - 1.0)
    style.title(ax, text("chart-slide-title", change=change))
    return ax


def _words_below(ax: Axes, words: str) -> None:
    """Write sentences below a picture."""
    ax.set_xlabel("\n".join(wrap(words, _LINE)), loc="left", fontsize=style.TEXT_SIZE,
                  fontfamily=style.FONT, labelpad=12)  # fmt: skip


def _around(values: np.ndarray) -> tuple[float, float]:
    """Limits of an axis that shows differences, not the distance from zero."""
    low, high = float(values.min()), float(values.max())
    margin = 0.15 * (high - low) or 0.05 * abs(high) or 1.0
    return low - margin, high + margin


def _months_below(ax: Axes, codes: list[str], room: float) -> None:
    """Name as many months as can be read, and leave room for names beside the lines."""
    step = max(1, -(-len(codes) // _MONTHS_NAMED))
    shown = range(0, len(codes), step)
    ax.set_xticks(list(shown), [month(str(codes[place])) for place in shown])
    ax.set_xlim(-0.5, room * len(codes))
    # Keeps the first month's name from the lowest figure of the other axis.
    ax.tick_params(axis="x", pad=10)
