"""Pictures of sales, of profit and of the money that competitors hold."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import style
from casekit.language import money, month, number, signed, text

#: A month's label every so many months, so that labels do not touch.
_LABEL_EVERY_MONTHS = 4

_LINE_COLOURS = {"consumables": "now", "equipment": "accent", "service": "good"}


def plot_sales_by_line(monthly: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw monthly revenue by product line, in millions.

    Parameters
    ----------
    monthly
        What `analysis.sales_by_line` gives: index month, a column a line, thousands.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    places = range(len(monthly))
    top = 1.1 * float(monthly.to_numpy().max()) / 1000
    heights = style.apart(monthly[list(_LINE_COLOURS)].iloc[-1] / 1000, gap=0.07 * top)
    for line, colour in _LINE_COLOURS.items():
        values = monthly[line] / 1000
        ax.plot(places, values, color=style.COLOURS[colour], linewidth=2.2)
        name = text(f"line-{line}")
        style.write(
            ax,
            len(monthly) - 0.6,
            heights[line],
            name,
            color=style.COLOURS[colour],
            va="center",
        )
    shown = list(places)[::_LABEL_EVERY_MONTHS]
    ax.set_xticks(shown, [month(monthly.index[place]) for place in shown])
    ax.set_xlim(-0.5, len(monthly) * 1.28)
    ax.tick_params(axis="x", pad=10)
    ax.set_ylim(0, top)
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, y=text("chart-revenue-million"))
    style.title(ax, text("chart-sales-by-line-title"))
    return ax


def plot_wallets(wallets: pd.DataFrame, currency: str, ax: Axes | None = None) -> Axes:
    """Draw clients' monthly spending by status: ours, and what competitors hold of it.

    Parameters
    ----------
    wallets
        What `analysis.wallets_by_status` gives.
    currency
        The company's currency label.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, height=3.2)
    rows = wallets.iloc[::-1]
    ours = rows["wallet_krub"] - rows["competitors_krub"]
    places = range(len(rows))
    ax.barh(places, ours, height=0.6, color=style.COLOURS["now"])
    # Hatching distinguishes the two parts without colour.
    ax.barh(
        places,
        rows["competitors_krub"],
        left=ours,
        height=0.6,
        color="white",
        edgecolor=style.COLOURS["accent"],
        hatch="///",
    )
    for place, (total, theirs) in enumerate(
        zip(rows["wallet_krub"], rows["competitors_krub"], strict=True)
    ):
        told = text("chart-held-by-competitors", amount=money(theirs, currency))
        style.write(ax, total * 1.02, place, told, va="center", color=style.COLOURS["accent"])
    ax.set_yticks(places, [text(f"status-{name}") for name in rows.index])
    ax.set_xlim(0, 1.75 * float(rows["wallet_krub"].max()))
    ax.xaxis.set_major_formatter(style.number_ticks(number, 1000))
    style.labels(ax, x=text("chart-wallet-million"))
    inside = wallets["competitors_krub"].drop("competitor", errors="ignore").sum() > 0
    style.title(ax, text("chart-wallets-title", inside=str(bool(inside)).lower()))
    return ax


def plot_profit_bridge(bridge: pd.Series, ax: Axes | None = None) -> Axes:
    """Draw the steps from last year's operating profit to this year's, in millions.

    Parameters
    ----------
    bridge
        What `analysis.profit_bridge` gives, thousands; the first and the last step are profits.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax)
    steps = bridge.iloc[::-1] / 1000
    reached = (bridge.iloc[:-1].cumsum() / 1000).reindex(bridge.index[:-1])
    for place, (name, size) in enumerate(steps.items()):
        whole = name in (bridge.index[0], bridge.index[-1])
        left = 0.0 if whole else reached[name] - size
        colour = "now" if whole else "good" if size >= 0 else "accent"
        ax.barh(place, size, left=left, height=0.62, color=style.COLOURS[colour])
        told = number(size, 1) if whole else signed(size, 1)
        style.write(ax, max(left, left + size) + 1.5, place, told, va="center")
    ax.set_yticks(range(len(steps)), [text(f"bridge-{name}") for name in steps.index])
    ax.set_xlim(0, 1.15 * float(reached.max()))
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-profit-million"))
    first, last = (number(float(bridge.iloc[place]) / 1000, 1) for place in (0, -1))
    style.title(ax, text("chart-profit-bridge-title", first=first, last=last))
    return ax
