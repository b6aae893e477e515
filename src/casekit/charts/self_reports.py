"""Pictures of what people report beside what an observer saw."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import style
from casekit.company import ACTIVITIES
from casekit.language import number, signed_percent, text


def plot_told_and_seen(seen: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the hours told and the hours seen in the same months, by activity.

    Parameters
    ----------
    seen
        What `analysis.reports_against_calendar` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    rows = seen.loc[list(ACTIVITIES)].iloc[::-1]
    places = range(len(rows))
    told, found = rows["told_hours"], rows["seen_hours"]
    ax.hlines(places, told, found, color=style.COLOURS["reference"], linewidth=2)
    # Hollow and filled bars can be told apart without colour.
    now, accent = style.COLOURS["now"], style.COLOURS["accent"]
    ax.scatter(told, places, s=70, color="white", edgecolors=now, linewidths=2, zorder=3)
    ax.scatter(found, places, s=70, color=accent, zorder=3)
    for place, (activity, row) in enumerate(rows.iterrows()):
        right = max(row["told_hours"], row["seen_hours"])
        change = row["difference_share"]
        style.write(ax, right * 1.03 + 20, place, signed_percent(change), va="center")
        if activity == ACTIVITIES[0]:
            for name, value, colour in (
                ("told", row["told_hours"], now),
                ("seen", row["seen_hours"], accent),
            ):
                style.write(
                    ax, value, place + 0.3, text(f"chart-{name}"), color=colour, ha="center"
                )
    ax.set_yticks(places, [text(f"activity-{name}") for name in rows.index])
    ax.set_xlim(0, 1.2 * float(rows[["told_hours", "seen_hours"]].max().max()))
    ax.set_ylim(-0.6, len(rows) - 0.2)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-sampled-hours"))
    style.title(ax, text("chart-told-and-seen-title"))
    return ax
