"""Pictures of where the hours go."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import style
from casekit.language import number, percent, text


def plot_time_audit(audit: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the share of working time by activity beside the reference.

    Parameters
    ----------
    audit
        What `analysis.time_audit` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    rows = audit.iloc[::-1]
    longest = float(audit[["share", "reference_share"]].max().max())
    column = 1.08 * longest
    narrow = style.is_narrow(ax)
    # Names above the bars leave them less height.
    height, reach = (0.36, 0.24) if narrow else (0.62, 0.4)
    for place, (activity, row) in enumerate(rows.iterrows()):
        # The sum is set apart from its three parts above it.
        colour = "now" if activity in _TOTALS else "calm"
        ax.barh(place, row["share"], height=height, color=style.COLOURS[colour])
        hours = text("chart-hours-a-month", hours=number(row["hours"], 1))
        told = f"{percent(row['share'], 1)} · {hours}"
        if narrow:
            style.named_above(ax, place, f"{text(f'activity-{activity}')}: {told}")
        else:
            # In a column of their own: beside a mark they would be read as its value.
            style.write(ax, column, place, told, va="center")
        ax.plot(
            [row["reference_share"]] * 2,
            [place - reach, place + reach],
            color=style.COLOURS["accent"],
            linewidth=3,
            solid_capstyle="butt",
        )
    top = len(rows) - (0.35 if narrow else 0.45)
    # Without a reference there is no line to name.
    named = rows["reference_share"].notna().iloc[-1]
    style.write(
        ax,
        rows["reference_share"].iloc[-1] if named else 0.0,
        top,
        text("chart-reference") if named else "",
        color=style.COLOURS["accent"],
        ha="center",
        va="bottom",
    )
    if narrow:
        ax.set_yticks([])
        ax.set_xlim(0, 1.05 * longest)
    else:
        ax.set_yticks(range(len(rows)), [text(f"activity-{name}") for name in rows.index])
        ax.set_xlim(0, 1.55 * longest)
    # The scale ends with the bars.
    ax.set_xticks([tick for tick in ax.get_xticks() if tick <= longest])
    ax.set_ylim(-0.6, len(rows) + 0.1)
    ax.xaxis.set_major_formatter(style.number_ticks(percent))
    style.labels(ax, x=text("chart-share-of-time"))
    # A title that tells: less or more than others, where a reference is known.
    selling = audit.loc["selling"]
    known = bool(pd.notna(selling["reference_share"]))
    lacks = "below" if selling["share"] < selling["reference_share"] else "above"
    style.title(ax, text("chart-time-audit-title", side=lacks if known else "unknown"))
    return ax


#: Activities in full colour: the parts of the whole month.
_TOTALS = ("selling", "service", "travel", "admin")
