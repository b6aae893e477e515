"""Pictures of what people report beside what an observer saw."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import style
from casekit.company import ACTIVITIES, SELLING
from casekit.language import number, percent, signed, signed_percent, text

#: Selling as a whole, and what else fills the month.
_WHOLE = ("selling", *(name for name in ACTIVITIES if name not in SELLING))


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
    change = float(seen.loc["selling", "difference_share"])
    side = "less" if change < 0 else "more"
    style.title(ax, text("chart-told-and-seen-title", side=side, change=percent(abs(change))))
    return ax


def plot_gap_both_ways(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw how far each activity is from its reference, as reported and as observed, with a band.

    Parameters
    ----------
    table
        What `analysis.audit_both_ways` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=4.2)
    rows = table.loc[[name for name in reversed(_WHOLE) if name in table.index]]
    now, accent = style.COLOURS["now"], style.COLOURS["accent"]
    drawn = (("told", 0.19, now, "white"), ("seen", -0.19, accent, accent))
    ends = rows[["told_gap_hours", "seen_gap_hours", "seen_gap_hours_low", "seen_gap_hours_high"]]
    span = float(max(ends.max().max(), 0.0) - min(ends.min().min(), 0.0)) or 1.0
    for place, (activity, row) in enumerate(rows.iterrows()):
        for name, above, colour, face in drawn:
            value = float(row[f"{name}_gap_hours"])
            side, ha = (1.0, "left") if value >= 0 else (-1.0, "right")
            # Hollow and filled bars can be told apart without colour.
            ax.barh(place + above, value, height=0.34, color=face, edgecolor=colour, linewidth=1.8)
            reach = value
            if name == "seen" and ends.loc[activity].notna().all():
                low, high = float(row["seen_gap_hours_low"]), float(row["seen_gap_hours_high"])
                ax.hlines(place + above, low, high, color="black", linewidth=1.6, zorder=4)
                reach = low if value < 0 else high
            number_at = reach + 0.02 * side * span
            how: dict[str, object] = {"va": "center", "color": colour}
            style.write(ax, number_at, place + above, signed(value, 1), ha=ha, **how)
            if place == len(rows) - 1:
                # The other side of the reference is free.
                who = text(f"chart-gap-{name}")
                style.write(ax, -0.02 * side * span, place + above, who,
                            ha="right" if ha == "left" else "left", **how)  # fmt: skip
    ax.axvline(0, color=style.COLOURS["reference"], linewidth=2)
    ax.set_yticks(range(len(rows)), [text(f"activity-{name}") for name in rows.index])
    low, high = min(float(ends.min().min()), 0.0), max(float(ends.max().max()), 0.0)
    # Words stand beside the bars on either side.
    ax.set_xlim(low - 0.2 * span, high + 0.2 * span)
    ax.xaxis.set_major_formatter(style.number_ticks(signed))
    style.labels(ax, x=text("chart-gap-axis"))
    style.title(ax, text("chart-gap-both-ways-title"))
    return ax
