"""Pictures of conversion: when an hour's money comes, and what a win takes."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import number, text


def plot_money_after_hours(
    money: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the margin of an hour of conversion by months since the hour, equipment apart.

    Parameters
    ----------
    money
        What `analysis.money_after_hours` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    months = money.index.to_numpy()
    below = np.zeros(len(months))
    for part, colour, hatch in (("recurring", "now", None), ("equipment", "accent", "///")):
        values = money[f"{part}_krub"].to_numpy()
        # Hatched and plain parts can be told apart without colour.
        ax.bar(months, values, bottom=below, width=0.8, hatch=hatch, edgecolor="white",
               linewidth=0.5, color=style.COLOURS[colour])  # fmt: skip
        below = below + values
    half = int(months[int((money["come_share"] >= 0.5).to_numpy().argmax())])
    top = 1.3 * float(below.max())
    ax.vlines(half + 0.5, 0, 0.9 * top, color="black", linewidth=1.6, linestyle=(0, (4, 2)))
    style.write(ax, half + 0.7, 0.9 * top, text("chart-money-half"), va="top")
    last = float(months[-1])
    style.write(ax, last, 0.62 * top, text("chart-money-equipment"), ha="right", va="center",
                color=style.COLOURS["accent"])  # fmt: skip
    style.write(ax, last, 0.52 * top, text("chart-money-recurring"), ha="right", va="center",
                color=style.COLOURS["now"])  # fmt: skip
    ax.set_xlim(months[0] - 0.7, last + 0.7)
    ax.set_ylim(0, top)
    ax.set_xticks([month for month in months if month % 4 == 0])
    heights = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(0, top)
    ax.set_yticks([height for height in heights if 0 <= height <= top])
    ax.tick_params(axis="x", pad=9)
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-money-months"), y=text("chart-money-axis", currency=currency))
    style.title(ax, text("chart-money-title", month=half))
    return ax


def plot_wins_by_focus(focus: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the hours a win takes by how many clients are pursued at once, with their bands.

    Parameters
    ----------
    focus
        What `analysis.wins_by_focus` gives; a group without a win is left empty.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.6)
    rows = focus.iloc[::-1]
    known = rows["hours_per_win"].notna().to_numpy()
    places = np.arange(len(rows))
    ends = rows[["hours_per_win_low", "hours_per_win_high"]].replace(np.inf, np.nan)
    right = 1.1 * float(np.nanmax([*ends.to_numpy().ravel(), *rows["hours_per_win"], 1.0]))
    # What may be endless is drawn to the edge.
    high = ends["hours_per_win_high"].fillna(right).to_numpy()
    ax.hlines(places[known], rows["hours_per_win_low"].to_numpy()[known], high[known],
              color=style.COLOURS["calm"], linewidth=9)  # fmt: skip
    ax.plot(rows["hours_per_win"].to_numpy()[known], places[known], "o", markersize=9,
            color=style.COLOURS["now"])  # fmt: skip
    for place, (_, row) in enumerate(rows.iterrows()):
        value = float(row["hours_per_win"])
        words = text("chart-focus-wins", count=int(row["wins"]))
        if np.isfinite(value):
            words = text("chart-focus-hours", hours=number(value, 0), wins=words)
        style.write(ax, value if np.isfinite(value) else 0.02 * right, place + 0.18, words,
                    va="bottom", ha="center" if np.isfinite(value) else "left",
                    bbox=style.ON_WHITE)  # fmt: skip
    ax.set_yticks(places, [text(f"focus-{name}") for name in rows.index])
    ax.set_xlim(0, right)
    ax.set_ylim(-0.5, len(rows) - 0.3)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-focus-axis"))
    style.title(ax, text("chart-focus-title", wins=int(rows["wins"].sum())))
    return ax
