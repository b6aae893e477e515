"""Pictures of the months that came, and of what was true."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import month, number, signed, signed_money, text

#: Margins are drawn in millions.
_MILLION = 1000.0
#: As many names of months as can be read.
_MONTHS_NAMED = 5
_BESIDE = 0.25


def plot_later_months(
    months: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the margin that came beside the model's for the hours worked and for the old hours.

    Parameters
    ----------
    months
        What `later.month_by_month` gives.
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
    ax.fill_between(places, money["low_krub"], money["high_krub"], color=style.COLOURS["calm"],
                    alpha=0.45, linewidth=0)  # fmt: skip
    lines: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("today", "reference", {"linestyle": ":", "linewidth": 2.2}),
        ("told", "now", {"linestyle": (0, (4, 2)), "linewidth": 2.4}),
        ("booked", "accent", {"marker": "o", "markersize": 7, "linewidth": 2}),
    )
    inside = money["booked_krub"].between(money["low_krub"], money["high_krub"])
    low, high = _around(money.to_numpy())
    ends = pd.Series({name: float(money[f"{name}_krub"].iloc[-1]) for name, _, _ in lines})
    # Names of two lines; where the lines end together, the upper ones need room above.
    ends = style.apart(ends, 0.14 * (high - low))
    high = max(high, float(ends.max()) + 0.1 * (high - low))
    for name, colour, how in lines:
        ax.plot(places, money[f"{name}_krub"], color=style.COLOURS[colour], **how)
        style.write(ax, places[-1] + _BESIDE, float(ends[name]), text(f"chart-later-{name}"),
                    color=style.COLOURS[colour], va="center")  # fmt: skip
    _months_below(ax, [str(code) for code in money.index])
    ax.set_ylim(low, high)
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, y=text("chart-later-margin", currency=currency))
    title = text("chart-later-title", inside=int(inside.sum()), count=len(money))
    style.title(ax, title)
    return ax


def plot_plan_effect(
    effect: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw what a plan did month by month under one luck, and what it does without luck.

    Parameters
    ----------
    effect
        What `later.true_effect` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    places = np.arange(len(effect))
    came = effect["effect_krub"] / _MILLION
    expected = effect["expected_krub"] / _MILLION
    colours = [style.COLOURS["good" if value >= 0 else "accent"] for value in came]
    ax.bar(places, came, color=colours, width=0.62)
    ax.plot(places, expected, color="black", linestyle=(0, (4, 2)), linewidth=1.8)
    ax.axhline(0.0, color="black", linewidth=0.8)
    low, high = _around(np.r_[came, expected, 0.0])
    style.write(ax, places[-1] + 0.45, float(expected.iloc[-1]), text("chart-later-expected"),
                va="center")  # fmt: skip
    _months_below(ax, [str(code) for code in effect["month"]])
    ax.set_ylim(low, high)
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(signed))
    style.labels(ax, y=text("chart-later-effect", currency=currency))
    total = signed_money(float(effect["effect_krub"].sum()), currency)
    style.title(ax, text("chart-later-effect-title", total=total))
    return ax


def plot_known_hours(
    hours: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the worth of one more hour as it was estimated, with its interval, and as it truly is.

    Parameters
    ----------
    hours
        What `later.hours_known` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.6)
    rows = hours.iloc[::-1]
    places = np.arange(len(rows))
    ax.hlines(places, rows["low"], rows["high"], color=style.COLOURS["calm"], linewidth=9)
    ax.plot(rows["estimated"], places, "o", markersize=9, color=style.COLOURS["now"])
    ax.plot(rows["truly"], places, "D", markersize=9, color=style.COLOURS["accent"])
    top = rows.iloc[-1]
    for column, word, colour, lift, side in (
        ("estimated", "estimated", "now", 0.24, "bottom"),
        ("truly", "truly", "accent", -0.24, "top"),
    ):
        if np.isfinite(top[column]):
            style.write(ax, float(top[column]), places[-1] + lift, text(f"chart-later-{word}"),
                        color=style.COLOURS[colour], ha="center", va=side)  # fmt: skip
    ax.set_yticks(places, [text(f"activity-{name}") for name in rows.index])
    ax.set_ylim(-0.7, len(rows) - 0.2)
    ends = rows[["low", "high", "estimated", "truly"]].to_numpy(dtype=float)
    ax.set_xlim(min(0.0, 1.1 * float(np.nanmin(ends))), 1.12 * float(np.nanmax(ends)))
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-hour-value", currency=currency))
    inside = int((rows["inside"] == "yes").sum())
    style.title(ax, text("chart-later-hours-title", inside=inside, count=len(rows)))
    return ax


def _around(values: np.ndarray) -> tuple[float, float]:
    """Limits of an axis that shows differences."""
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    margin = 0.15 * (high - low) or 0.05 * abs(high) or 1.0
    return low - margin, high + margin


def _months_below(ax: Axes, codes: list[str]) -> None:
    """Name as many months as can be read, and leave room for names beside the lines."""
    step = max(1, -(-len(codes) // _MONTHS_NAMED))
    shown = range(0, len(codes), step)
    ax.set_xticks(list(shown), [month(codes[place]) for place in shown])
    ax.set_xlim(-0.6, 1.3 * len(codes))
    ax.tick_params(axis="x", pad=10)
