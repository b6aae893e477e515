"""Pictures of a plan: the margin to come, and how sure the gain is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import chance, number, signed, text

#: Margins are drawn in millions.
_MILLION = 1000.0
#: A plan is looked at again after so many months: forecasts of them are read off the fan.
_REVIEW_MONTH = 9


def plot_margin_path(
    plan: pd.DataFrame, today: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw a plan's gross margin by month against today's, with the part already in the pipe.

    Parameters
    ----------
    plan, today
        `Projection.monthly` of the plan and of today's hours.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    planned, present = (
        frame.groupby("month")["margin_krub"].sum(min_count=1) / _MILLION for frame in (plan, today)
    )
    stays = plan[(plan["origin"] == "repeat") | plan["in_pipe"]]
    parts = stays.pivot_table(index="month", columns="in_pipe", values="margin_krub", aggfunc="sum")
    repeat = parts.get(False, planned * 0.0) / _MILLION
    piped = parts.get(True, planned * 0.0) / _MILLION
    months = planned.index.to_numpy()
    ax.fill_between(months, 0, repeat, color=style.COLOURS["calm"], alpha=0.55, linewidth=0)
    ax.fill_between(months, repeat, repeat + piped, facecolor="white", hatch="///",
                    edgecolor=style.COLOURS["now"], linewidth=0)  # fmt: skip
    ax.plot(months, present, color=style.COLOURS["reference"], linewidth=2, linestyle=(0, (4, 2)))
    ax.plot(months, planned, color=style.COLOURS["accent"], linewidth=2.6)
    # Shade months in which the cumulative margin of the plan is below that of today's hours.
    behind = np.flatnonzero((planned - present).cumsum() < -1e-9)
    if behind.size:
        end = months[behind[-1]] + 0.5
        ax.axvspan(months[0] - 0.5, end, color=style.COLOURS["accent"], alpha=0.10, linewidth=0)
        words = text("chart-path-behind", month=int(months[behind[-1]]))
        style.write(ax, months[0], 0.03 * planned.max(), words, color=style.COLOURS["accent"],
                    va="bottom")  # fmt: skip
    last = months[-1]
    ends = pd.Series({"accent": planned.iloc[-1], "reference": present.iloc[-1]}).dropna()
    top = 1.15 * float(np.nanmax([planned.max(), present.max()]))
    for colour, height in style.apart(ends, 0.06 * top).items():
        key = {"accent": "chart-path-plan", "reference": "chart-path-today"}[str(colour)]
        style.write(
            ax, last + 0.4, height, text(key), color=style.COLOURS[str(colour)], va="center"
        )
    style.write(ax, last * 0.5, 0.35 * repeat.mean(), text("chart-path-repeat"), ha="center")
    style.write(ax, 1.5, float(top) * 0.99, text("chart-path-pipe"), color=style.COLOURS["now"],
                va="top")  # fmt: skip
    ax.set_xlim(months[0] - 0.5, last * 1.2)
    ax.set_ylim(0, top)
    ax.set_xticks(style.month_ticks(last))
    _ticks_inside(ax)
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-months"), y=text("chart-path-axis", currency=currency))
    if behind.size == len(months):
        key, month = "never", int(last)
    elif behind.size:
        key, month = "behind", int(months[behind[-1]]) + 1
        key = "never" if month > last else key
    else:
        key, month = ("same" if np.allclose(planned, present) else "ahead"), 1
    style.title(ax, text(f"chart-path-title-{key}", month=min(month, int(last))))
    return ax


def plot_fan(
    fan: pd.DataFrame, chance_of_gain: float, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the range of what a plan adds to the monthly margin, and the chance that it gains.

    Parameters
    ----------
    fan
        `Outlook.fan`.
    chance_of_gain
        `Outlook.chance_of_gain`; NaN where it is unknown.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    table = fan / _MILLION
    months = table.index.to_numpy()
    if table.isna().any(axis=None):
        style.labels(ax, x=text("chart-months"), y=text("chart-fan-axis", currency=currency))
        style.title(ax, text("chart-fan-title"))
        words = text("chart-fan-chance", chance=chance(chance_of_gain))
        ax.text(0.5, 0.5, words, transform=ax.transAxes, ha="center", fontsize=style.TEXT_SIZE,
                fontfamily=style.FONT, color=style.COLOURS["accent"])  # fmt: skip
        return ax
    blue = style.COLOURS["now"]
    for low, high, alpha in (("p05", "p95", 0.18), ("p25", "p75", 0.30)):
        ax.fill_between(months, table[low], table[high], color=blue, alpha=alpha, linewidth=0)
    ax.plot(months, table["p50"], color=blue, linewidth=2.5)
    ax.axhline(0, color=style.COLOURS["reference"], linewidth=1.2)
    last = months[-1]
    height = float(table.to_numpy().max() - min(0.0, table.to_numpy().min())) or 1.0
    ends = table.loc[last, ["p05", "p50", "p95"]]
    for column, place in style.apart(ends, 0.07 * height).items():
        style.write(ax, last + 0.4, place, text(f"chart-fan-{column}"), color=blue, va="center")
    words = text("chart-fan-chance", chance=chance(chance_of_gain))
    top = float(table.to_numpy().max()) + 0.18 * height
    style.write(ax, months[0], top, words, color=style.COLOURS["accent"], va="top")
    ax.set_ylim(min(0.0, float(table.to_numpy().min())) - 0.05 * height, top)
    ax.set_xlim(months[0] - 0.5, last * 1.3)
    ax.set_xticks(sorted({*style.month_ticks(last), min(_REVIEW_MONTH, int(last))}))
    _ticks_inside(ax)
    ax.yaxis.set_major_formatter(style.number_ticks(signed))
    style.labels(ax, x=text("chart-months"), y=text("chart-fan-axis", currency=currency))
    first, end = float(table["p50"].iloc[0]), float(table["p50"].iloc[-1])
    turns = "-gain" if first < 0.0 < end else ""
    style.title(ax, text(f"chart-fan-title{turns}"))
    return ax


def _ticks_inside(ax: Axes) -> None:
    """Ticks of the y axis within its limits, away from the zero of the x axis."""
    low, high = ax.get_ylim()
    places = MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(low, high)
    ax.set_yticks([place for place in places if low <= place <= high])
    ax.tick_params(axis="x", pad=9)
