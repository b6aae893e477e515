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


def plot_selling_share(by_rep: pd.DataFrame, reference: float, ax: Axes | None = None) -> Axes:
    """Draw each specialist's share of selling time, the reference as a line.

    Whoever hands in the same month again and again is marked: that share is a copy, no report.

    Parameters
    ----------
    by_rep
        What `analysis.hours_by_rep` gives.
    reference
        Reference share of selling time, 0 to 1.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=1.2 + 0.24 * max(len(by_rep), 8))
    rows = by_rep.iloc[::-1]
    reached = rows["selling_share"] >= reference
    colours = [style.COLOURS["good" if high else "now"] for high in reached]
    places = range(len(rows))
    ax.hlines(places, 0, rows["selling_share"], color=colours, linewidth=1.5, alpha=0.5)
    # Filled and hollow points can be told apart without colour.
    faces = [colour if high else "white" for colour, high in zip(colours, reached, strict=True)]
    ax.scatter(rows["selling_share"], places, s=45, color=faces, edgecolors=colours, zorder=3)
    ax.vlines(
        reference, -0.7, len(rows) - 0.4, color=style.COLOURS["accent"], linewidth=2, zorder=1
    )
    style.write(
        ax,
        reference,
        len(rows) - 0.3,
        text("chart-reference-value", value=percent(reference)),
        color=style.COLOURS["accent"],
        ha="center",
        va="bottom",
    )
    copied = style.copied(rows)
    mark = "†"
    ax.set_yticks(places, [f"{rep} {mark}" if copied[rep] else str(rep) for rep in rows.index])
    ax.set_xlim(0, 1.12 * max(float(rows["selling_share"].max()), reference))
    ax.set_ylim(-0.7, len(rows) + 0.6)
    ax.xaxis.set_major_formatter(style.number_ticks(percent))
    about = [text("chart-selling-share")]
    if copied.any():
        about.append(text("chart-same-every-month", mark=mark))
    style.labels(ax, x="\n".join(about), y=text("chart-specialist"))
    told = text("chart-selling-share-title", count=int(reached.sum()), all=len(rows))
    style.title(ax, told)
    return ax
