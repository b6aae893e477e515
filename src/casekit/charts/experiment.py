"""Pictures of a region's experiment."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import has_text, month, number, percent, text

#: Lines of regions: told apart by colour and by dashes.
_LINES = (
    ("now", "-"),
    ("accent", (0, (5, 2))),
    ("good", (0, (1, 1))),
    ("reference", (0, (6, 2, 1, 2))),
)


def plot_region_against_others(
    table: pd.DataFrame, region: str, figure: str, ax: Axes | None = None
) -> Axes:
    """Draw one figure of a region and of the others month by month, the experiment shaded.

    Parameters
    ----------
    table
        What `analysis.region_against_others` gives.
    region
        How the region reads: `case.label(region)`.
    figure
        The figure drawn, as `analysis.monthly_figures` names it; it is the title.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    places = np.arange(len(table))
    drawn = (("others", "reference", "--"), ("region", "now", "-"))
    told = table[["region", "others"]].to_numpy(dtype=float)
    least, most = float(told.min()), float(told.max())
    spread = max(most - least, 0.1)
    low, top = max(0.0, least - 0.2 * spread), most + 0.3 * spread
    ax.set_ylim(low, top)
    during = np.flatnonzero((table["period"] == "during").to_numpy())
    if len(during):
        ax.axvspan(during[0] - 0.5, during[-1] + 0.5, color=style.COLOURS["calm"], alpha=0.35)
        style.write(ax, during.mean(), top - 0.03 * spread, text("chart-experiment-during"),
                    ha="center", va="top")  # fmt: skip
    ends = style.apart(table[["region", "others"]].iloc[-1].astype(float), 0.07 * (top - low))
    for column, colour, line in drawn:
        ax.plot(places, table[column], color=style.COLOURS[colour], linewidth=2.2, linestyle=line)
        name = region if column == "region" else text("chart-experiment-others")
        style.write(ax, places[-1] + 0.35, float(ends[column]), name,
                    color=style.INK[colour], va="center")  # fmt: skip
    # As many names of months as can be read.
    step = max(1, int(np.ceil(len(table) / 5)))
    shown = places[::step]
    ax.set_xticks(shown, [month(str(table.index[place])) for place in shown])
    ax.set_xlim(-0.6, 1.24 * len(table))
    heights = MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(low, top)
    ax.set_yticks([height for height in heights if low <= height <= top])
    ax.yaxis.set_major_formatter(style.number_ticks(percent))
    style.labels(ax, y=text("chart-experiment-scale"))
    key = f"figure-{figure}"
    style.title(ax, text("chart-experiment-title", figure=text(key) if has_text(key) else figure))
    return ax


def plot_hours_by_region(
    hours: pd.DataFrame, figure: str, names: Callable[[str], str] = str, ax: Axes | None = None
) -> Axes:
    """Draw one kind of hours month by month, a line a region.

    Parameters
    ----------
    hours
        What `analysis.monthly_figures` gives of regions: a row a region, columns the months.
    figure
        The figure drawn, as `analysis.monthly_figures` names it; it is the title.
    names
        How names of the data read in the reader's language: `case.label`.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    places = np.arange(hours.shape[1])
    top = 1.15 * float(hours.to_numpy().max())
    ends = style.apart(hours.iloc[:, -1].astype(float), 0.07 * top)
    for row, region in enumerate(hours.index):
        colour, dashes = _LINES[row % len(_LINES)]
        ax.plot(places, hours.loc[region], color=style.COLOURS[colour], linewidth=2.2,
                linestyle=dashes)  # fmt: skip
        style.write(ax, places[-1] + 0.35, float(ends[region]), names(str(region)),
                    color=style.INK[colour], va="center")  # fmt: skip
    # As many names of months as can be read.
    shown = places[:: max(1, int(np.ceil(len(places) / 5)))]
    ax.set_xticks(shown, [month(str(hours.columns[place])) for place in shown])
    ax.set_xlim(-0.6, 1.26 * len(places))
    ax.set_ylim(0, top)
    # Keeps the first month's name from the lowest figure of the other axis.
    ax.tick_params(axis="x", pad=10)
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, y=text("chart-region-hours"))
    style.title(ax, text("chart-hours-by-region-title", figure=text(f"figure-{figure}")))
    return ax
