"""Pictures of what-ifs: nothing is done, retention is cut, service goes to technicians."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from casekit.charts import style
from casekit.language import money, number, percent, signed, text

#: Margins are drawn in millions.
_MILLION = 1000.0
#: A change of margin a year below this is none, as a share.
_LEVEL_SHARE = 0.002
YEAR = 12


def plot_doing_nothing(
    months: pd.DataFrame, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the margin of today's hours, with prices that go on giving way and prices that stop.

    Parameters
    ----------
    months
        What `model.doing_nothing` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    margin = months / _MILLION
    low, high = float(margin.min(axis=None)), float(margin.max(axis=None))
    room = 0.25 * (high - low) or 1.0
    low, high = low - room, high + room
    last = int(margin.index[-1])
    ends = style.apart(margin.iloc[-1], 0.08 * (high - low))
    ax.plot([margin.index[0], last], [margin.iloc[0].mean()] * 2, color=style.COLOURS["reference"],
            linewidth=1.2, linestyle=(0, (2, 2)))  # fmt: skip
    for column, colour, line in (
        ("goes_on_krub", "accent", "-"),
        ("stops_krub", "now", (0, (4, 2))),
    ):
        ax.plot(margin.index, margin[column], color=style.COLOURS[colour], linewidth=2.5,
                linestyle=line)  # fmt: skip
        words = text(f"chart-nothing-{column.removesuffix('_krub').replace('_', '-')}")
        style.write(ax, last + 0.5, float(ends[column]), words, color=style.COLOURS[colour],
                    va="center")  # fmt: skip
    ax.set_xlim(0.5, 1.42 * last)
    ax.set_ylim(low, high)
    ax.set_xticks(style.month_ticks(last))
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-months"), y=text("chart-nothing-axis", currency=currency))
    yearly = months["goes_on_krub"].groupby((months.index - 1) // YEAR).sum()
    change = float(yearly.iloc[-1] / yearly.iloc[0] - 1.0) / max(len(yearly) - 1, 1)
    side = "level" if abs(change) < _LEVEL_SHARE else "falls" if change < 0 else "grows"
    style.title(ax, text(f"chart-nothing-title-{side}", share=percent(abs(change), 1)))
    return ax


def plot_missing_revenue(missing: pd.Series, ax: Axes | None = None) -> Axes:
    """Draw what part of recurring revenue is missing month by month after retention was cut.

    Parameters
    ----------
    missing
        What `model.retention_cut` gives.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    last = int(missing.index[-1])
    accent = style.COLOURS["accent"]
    ax.bar(missing.index, missing, width=0.75, color=style.COLOURS["calm"])
    quarter = min(3, last)
    ax.bar(missing.index[:quarter], missing.iloc[:quarter], width=0.75, color=accent)
    top = 1.25 * float(missing.max())
    share = float(missing.iloc[quarter - 1])
    # Above the bars beside it, with a line down to those it speaks of.
    ax.plot([quarter, quarter], [share, 0.55 * top], color=accent, linewidth=1)
    style.write(ax, quarter - 1.0, 0.57 * top,
                text("chart-missing-quarter", share=percent(share, 1)), color=accent,
                va="bottom")  # fmt: skip
    style.write(ax, last + 0.4, float(missing.iloc[-1]) + 0.02 * top,
                percent(float(missing.iloc[-1]), 1), va="bottom", ha="right")  # fmt: skip
    ax.set_ylim(0, top)
    ax.set_xticks(style.month_ticks(last))
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(percent))
    style.labels(ax, x=text("chart-missing-months"), y=text("chart-missing-axis"))
    style.title(ax, text("chart-missing-title"))
    return ax


def plot_service_left(
    left: pd.DataFrame, floor_hours: float, currency: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw what a plan is worth by how many hours of service it leaves everybody.

    Parameters
    ----------
    left
        What `model.service_left` gives.
    floor_hours
        The floor of service, hours a month.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    gain = left["gain_krub"]
    hours = gain.index.to_numpy(dtype=float)
    accent, blue = style.COLOURS["accent"], style.COLOURS["now"]
    spread = float(gain.max() - gain.min()) or 1.0
    low, high = float(gain.min()) - 0.15 * spread, float(gain.max()) + 0.25 * spread
    below = hours <= floor_hours
    ax.axhline(0, color=style.COLOURS["reference"], linewidth=1.2)
    ax.axvline(floor_hours, color=style.COLOURS["reference"], linewidth=1.2, linestyle=(0, (2, 2)))
    ax.plot(hours[~below | (hours == floor_hours)], gain[~below | (hours == floor_hours)],
            color=blue, linewidth=2.5)  # fmt: skip
    ax.plot(hours[below], gain[below], color=accent, linewidth=2.5)
    style.write(ax, floor_hours - 0.4, high, text("chart-service-floor", hours=number(floor_hours)),
                ha="left", va="top")  # fmt: skip
    last = float(gain.iloc[0])
    # On the side of the axis where the first hours given away do not lie.
    rises = float(gain[hours > (floor_hours + hours[-1]) / 2].sum()) >= 0
    style.write(ax, hours[-1], (-0.03 if rises else 0.05) * spread, text("chart-service-today"),
                color=blue, ha="left", va="top" if rises else "bottom")  # fmt: skip
    style.write(ax, hours[0], last + (0.05 if last >= 0 else -0.05) * spread,
                signed(last, 0), color=accent, ha="right",
                va="bottom" if last >= 0 else "top")  # fmt: skip
    at_floor = float(np.interp(floor_hours, hours, gain))
    style.write(ax, floor_hours + 0.4, at_floor + 0.03 * spread,
                signed(at_floor, 0), color=blue, ha="right",
                va="bottom")  # fmt: skip
    # From today's hours on the left to none on the right: the way that a plan goes.
    ax.set_xlim(hours[-1] + 0.5, -0.5)
    ax.set_ylim(low, high)
    ax.xaxis.set_major_locator(MaxNLocator(8, steps=[1, 2, 3, 5, 6, 10]))
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(signed))
    style.labels(ax, x=text("chart-service-hours"), y=text("chart-service-axis", currency=currency))
    key = "floor" if at_floor > max(0.0, float(gain.iloc[0])) else "hours"
    style.title(ax, text(f"chart-service-title-{key}"))
    return ax


def plot_payback(months: pd.DataFrame, currency: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw what a plan adds to profit month by month, and in all, in its first months.

    Parameters
    ----------
    months
        What `model.gained_by_month` gives.
    currency
        The company's currency label; the session's if left out.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    gained, total = months["gained_krub"] / _MILLION, months["total_krub"] / _MILLION
    style.labels(ax, x=text("chart-months"), y=text("chart-payback-axis", currency=currency))
    if total.isna().any():
        style.title(ax, text("chart-payback-title-unknown"))
        return ax
    accent, blue, last = style.COLOURS["accent"], style.COLOURS["now"], int(months.index[-1])
    colours = [accent if value < 0 else style.COLOURS["calm"] for value in gained]
    ax.bar(gained.index, gained, width=0.7, color=colours)
    ax.plot(total.index, total, color=blue, linewidth=2.5, marker="o", markersize=5)
    ax.axhline(0, color=style.COLOURS["reference"], linewidth=1.2)
    ends = style.apart(
        pd.Series({"total": total.iloc[-1], "month": gained.iloc[-1]}),
        0.07 * float(max(total.max(), gained.max(), 0.0) - min(total.min(), 0.0) or 1.0),
    )
    for name, colour in (("total", blue), ("month", style.COLOURS["reference"])):
        style.write(ax, last + 0.6, float(ends[name]), text(f"chart-payback-{name}"), color=colour,
                    va="center")  # fmt: skip
    ax.set_xlim(0.3, 1.3 * last)
    ax.set_xticks([1, *range(3, last + 1, 3)])
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(signed))
    behind = np.flatnonzero(total.to_numpy() < -1e-9)
    deepest = money(-float(total.min()) * _MILLION, currency)
    if not behind.size:
        key = "same" if not gained.abs().max() > 0 else "at-once"
        style.title(ax, text(f"chart-payback-title-{key}"))
    elif behind[-1] + 1 == len(total):
        style.title(ax, text("chart-payback-title-not-yet", months=last, amount=deepest))
    else:
        month = int(total.index[behind[-1]]) + 1
        style.title(ax, text("chart-payback-title", month=month, amount=deepest))
    return ax
