"""Pictures of the doors still open to competitors at clients we already serve."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import style
from casekit.language import money, number, text


def plot_open_doors(
    doors: pd.DataFrame,
    currency: str,
    names: Callable[[str], str] = str,
    ax: Axes | None = None,
) -> Axes:
    """Draw the money behind open doors by process point, with the rival who holds most of it.

    Parameters
    ----------
    doors
        What `analysis.open_doors` gives.
    currency
        The company's currency label.
    names
        How names of the data read in the reader's language: `case.label`.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=1.4 + 0.5 * len(doors))
    rows = doors.iloc[::-1]
    places = range(len(rows))
    ax.barh(
        places,
        rows["open_krub"],
        height=0.6,
        color="white",
        edgecolor=style.COLOURS["accent"],
        hatch="///",
    )
    for place, (amount, count, rival) in enumerate(
        zip(rows["open_krub"], rows["doors"], rows["largest_rival"], strict=True)
    ):
        told = text(
            "chart-open-door", amount=money(amount, currency), doors=int(count), rival=names(rival)
        )
        style.write(ax, amount * 1.02, place, told, va="center")
    ax.set_yticks(places, [names(point) for point in rows.index])
    ax.set_xlim(0, 2.25 * float(rows["open_krub"].max()))
    ax.xaxis.set_major_formatter(style.number_ticks(number, 1000))
    style.labels(ax, x=text("chart-open-doors-million"))
    style.title(ax, text("chart-open-doors-title", count=int(doors["doors"].sum())))
    return ax
