"""Pictures of response curves and of the value of one more hour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import number, percent, text


@dataclass(frozen=True)
class Unit:
    """Number formats of an outcome: on the axis and beside a point."""

    tick: Callable[[float], str]
    told: Callable[[float], str]


#: Number formats of each outcome of a curve.
UNITS = {
    "base_lost_share": Unit(lambda value: percent(value, 1), lambda value: percent(value, 2)),
    "gained_krub": Unit(number, lambda value: number(value, 1)),
    "wins": Unit(lambda value: number(value, 2), lambda value: number(value, 3)),
}


def plot_response_curve(
    curve: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw what hours of one kind of selling bring, with the interval and today's point.

    The line is solid over hours that somebody has worked over a quarter and dashed beyond them,
    where it says what the curve's shape says and nobody has seen. Of a curve that the evidence
    cannot tell only today's point is drawn.

    Parameters
    ----------
    curve
        What `model.response_frame` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    activity, unit = str(curve["activity"].iloc[0]), str(curve["unit"].iloc[0])
    read = UNITS[unit]
    hours = curve["hours"]
    ax.fill_between(hours, curve["low"], curve["high"], color=style.COLOURS["calm"], alpha=0.45,
                    linewidth=0)  # fmt: skip
    seen = ~curve["extrapolated"]
    colour = style.COLOURS["now"]
    for part in (hours < hours[seen].min(), hours > hours[seen].max()):
        # The dashes begin where the solid line ends.
        joined = part | part.shift(1, fill_value=False) | part.shift(-1, fill_value=False)
        ax.plot(hours[joined], curve.loc[joined, "value"], color=colour, linestyle=(0, (3, 2)),
                linewidth=2)  # fmt: skip
    ax.plot(hours[seen], curve.loc[seen, "value"], color=colour, linewidth=2.5)

    top = 1.2 * float(curve["high"].max())
    ax.set_xlim(0, float(hours.max()))
    ax.set_ylim(0, top)
    now = curve[curve["is_today"]].iloc[0]
    ax.plot(now["hours"], now["value"], "o", markersize=9, color=style.COLOURS["accent"], zorder=3)
    falls = curve["value"].iloc[-1] < curve["value"].iloc[0]
    style.write(
        ax,
        now["hours"] + 0.015 * float(hours.max()),
        float(now["high"]) + 0.02 * top if falls else float(now["low"]) - 0.03 * top,
        text("chart-response-today", hours=number(now["hours"], 1), value=read.told(now["value"])),
        color=style.COLOURS["accent"],
        va="bottom" if falls else "top",
    )
    if curve.loc[~curve["is_today"], "value"].isna().all():
        ax.text(0.5, 0.5, text("chart-hour-refused"), transform=ax.transAxes, ha="center",
                fontsize=style.TEXT_SIZE, fontfamily=style.FONT, color=colour)  # fmt: skip
    elif curve["extrapolated"].any():
        words = text("chart-response-extrapolated")
        style.write(ax, float(hours.max()), 0.99 * top, words, color=colour, ha="right", va="top")
    # Steps of 2.5 would be labelled 2, 5, 8 after rounding.
    places = MaxNLocator(nbins=8, steps=[1, 2, 5, 10])
    ax.set_xticks([at for at in places.tick_values(0, hours.max()) if at <= hours.max()])
    ax.set_yticks([at for at in places.tick_values(0, top) if at <= top])
    # Keeps the two zeros in the corner apart.
    ax.tick_params(axis="x", pad=9)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    ax.yaxis.set_major_formatter(style.number_ticks(read.tick))
    style.labels(
        ax,
        x=text(f"chart-response-hours-{activity}"),
        y=text(f"chart-response-unit-{unit}", currency=currency),
    )
    style.title(ax, text(f"chart-response-title-{activity}"))
    return ax


def plot_hour_values(
    intervals: pd.DataFrame,
    currency: str | None = None,
    hour_cost_krub: float | None = None,
    ax: Axes | None = None,
    average: pd.DataFrame | None = None,
) -> Axes:
    """Draw what one more hour a month of each kind of selling is worth, with its interval.

    Parameters
    ----------
    intervals
        `Calibration.intervals`.
    currency
        The company's currency label; the session's if left out.
    hour_cost_krub
        Cost of a specialist's hour, thousands, as a line to compare with; left out, no line.
    ax
        Where to draw; a new figure if left out.
    average
        What `analysis.average_productivity` gives, to be drawn beside as hollow diamonds.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.6)
    rows = intervals.iloc[::-1].reset_index(drop=True)
    told = rows[~rows["refused"]]
    right = float(told["marginal_high"].max()) if len(told) else 1.0
    colour = style.COLOURS["now"]
    ax.hlines(told.index, told["marginal_low"], told["marginal_high"], color=style.COLOURS["calm"],
              linewidth=9)  # fmt: skip
    ax.plot(told["marginal"], told.index, "o", markersize=9, color=colour)
    for place, row in rows.iterrows():
        if row["refused"]:
            words, x = text("chart-hour-refused"), 0.02 * right
        else:
            words, x = number(row["marginal"], 1), row["marginal"]
        style.write(ax, x, float(str(place)) + 0.16, words, va="bottom",
                    ha="left" if row["refused"] else "center", bbox=style.ON_WHITE)  # fmt: skip
    if hour_cost_krub is not None:
        accent = style.COLOURS["accent"]
        top = len(rows) - 0.4
        ax.vlines(hour_cost_krub, -0.5, top, color=accent, linewidth=2, zorder=0)
        words = text("chart-hour-cost", value=number(hour_cost_krub, 1))
        style.write(ax, hour_cost_krub, top + 0.02, words, color=accent, va="bottom", ha="center")
    furthest = max(right, hour_cost_krub or 0.0)
    if average is not None:
        beside = average["margin_krub_per_hour"].reindex(rows["activity"])
        furthest = max(furthest, float(beside.max()))
        ax.plot(beside, rows.index, "D", markersize=8, color="black", markerfacecolor="white")
        for place, value in zip(rows.index, beside, strict=True):
            style.write(ax, float(value), float(place) - 0.17, number(float(value), 1), va="top",
                        ha="center", bbox=style.ON_WHITE)  # fmt: skip
        style.write(ax, 1.08 * furthest, -0.75, text("chart-hour-average", mark="◇"), ha="right",
                    va="center")  # fmt: skip
    ax.set_yticks(range(len(rows)), [text(f"activity-{name}") for name in rows["activity"]])
    ax.set_ylim(-0.5 if average is None else -1.0, len(rows) - 0.05)
    left = min(0.0, 1.05 * float(told["marginal_low"].min())) if len(told) else 0.0
    ax.set_xlim(left, 1.08 * furthest)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-hour-value", currency=currency))
    key = "chart-hour-value-title" if average is None else "chart-hour-value-average-title"
    style.title(ax, text(key))
    return ax
