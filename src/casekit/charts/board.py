"""The board on paper: hours, margin by month, value of one more hour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import FigureBase
from matplotlib.ticker import MaxNLocator

from casekit.arrays import Array
from casekit.charts import style
from casekit.company import ACTIVITIES
from casekit.language import number, signed, text

__all__ = ["BoardFrame", "draw_board"]


_MILLION = 1000.0
#: Relative widths of the panels.
WIDTHS = (1.15, 1.25, 0.9)


@dataclass(frozen=True)
class BoardFrame:
    """Data of the picture.

    Parameters
    ----------
    today, plan, low, high
        Hours a month by activity, shape (6,): present, planned, floors, ceilings.
    margin_today, margin_plan, margin_base, margin_pipe
        Margin by month, thousands: under today's hours, under the plan, what stays of today's
        business, and that with what is in the pipe.
    payback_month
        As `Figures.payback_month`.
    hour
        Value of one more hour a month by activity of `valued`, thousands.
    valued
        Codes of these activities.
    currency
        Label of the company's currency.
    best
        Hours of the best plan, which are marked; None before a plan is committed.
    """

    today: Array
    plan: Array
    low: Array
    high: Array
    margin_today: Array
    margin_plan: Array
    margin_base: Array
    margin_pipe: Array
    payback_month: int | None
    hour: Array
    valued: tuple[str, ...]
    currency: str
    best: Array | None = None


def draw_board(figure: FigureBase, frame: BoardFrame) -> None:
    """Draw three panels side by side: hours, margin by month, value of one more hour."""
    hours, margin, values = figure.subplots(1, 3, gridspec_kw={"width_ratios": WIDTHS})
    for ax in (hours, margin, values):
        style.axes(ax)
    _draw_hours(hours, frame)
    _draw_margin(margin, frame)
    _draw_values(values, frame)


def _draw_hours(ax: Axes, frame: BoardFrame) -> None:
    places = np.arange(len(ACTIVITIES))[::-1]
    marks = np.full_like(frame.today, np.nan) if frame.best is None else frame.best
    right = 1.5 * float(np.nanmax(np.concatenate([frame.today, frame.plan, marks])))
    ax.barh(places + 0.2, frame.today, height=0.32, color=style.COLOURS["calm"])
    accent = style.COLOURS["accent"]
    ax.vlines(marks, places - 0.42, places + 0.42, color=accent, linewidth=2.5)
    for bound in (frame.low, frame.high):
        shown = bound < 0.95 * right
        grey = style.COLOURS["reference"]
        ax.plot(bound[shown], places[shown] - 0.2, "|", color=grey, markersize=11)
    ax.barh(places - 0.2, frame.plan, height=0.32, color=style.COLOURS["now"])
    for place, hours, now, best in zip(places, frame.plan, frame.today, marks, strict=True):
        change = hours - now
        moved = f" ({signed(change, 1)})" if abs(change) >= 0.05 else ""
        # Beside the mark of the best plan, if that is near the bar's end.
        near = 0 < best - hours < 0.2 * right
        _label(ax, (best if near else hours) + 0.012 * right, place - 0.2, number(hours, 1) + moved)
    ax.set_yticks(places, [text(f"activity-{name}") for name in ACTIVITIES])
    ax.set_xlim(0, right)
    ax.set_ylim(-0.55, len(ACTIVITIES) - 0.4)
    ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("board-hours-axis"))
    style.title(ax, text("board-hours-title"))


def _draw_margin(ax: Axes, frame: BoardFrame) -> None:
    base, pipe = frame.margin_base / _MILLION, frame.margin_pipe / _MILLION
    today, plan = frame.margin_today / _MILLION, frame.margin_plan / _MILLION
    # Of what is unknown nothing is said: neither behind nor ahead.
    known = not np.isnan(plan).any()
    told = np.concatenate([today, plan])
    told = told[~np.isnan(told)]
    bottom, top = min(float(base.min()), float(told.min())), float(told.max())
    low, high = bottom - 0.1 * (top - bottom), top + 0.15 * (top - bottom)
    last = len(plan)
    months = np.arange(1, last + 1)
    grey, accent = style.COLOURS["reference"], style.COLOURS["accent"]
    ax.fill_between(months, low, np.maximum(base, low), color=style.COLOURS["calm"], alpha=0.5,
                    linewidth=0)  # fmt: skip
    ax.fill_between(months, base, np.maximum(pipe, base), facecolor="white", hatch="////",
                    edgecolor=style.COLOURS["now"], linewidth=0)  # fmt: skip
    ax.plot(months, today, color=grey, linewidth=2, linestyle=(0, (4, 2)))
    # Months in which the cumulative margin of the plan is below that of today's hours.
    paid = frame.payback_month
    behind = (last if paid is None else paid - 1) if known else 0
    ax.axvspan(0.5, 0.5 + behind, 0, 0.035, color=accent, alpha=0.55, linewidth=0)
    now = style.COLOURS["now"]
    ax.plot(months, plan, color=now, linewidth=2.6)
    if paid is not None and paid > 1:
        ax.plot([paid], [plan[paid - 1]], "o", color=now, markersize=8)
    ax.set_xlim(0.5, last + 0.5)
    ax.set_ylim(low, high)
    ax.set_xticks(style.month_ticks(last))
    ax.yaxis.set_major_locator(MaxNLocator(6))
    ax.yaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("chart-months"), y=text("board-margin-axis", currency=frame.currency))
    style.title(ax, text("board-margin-title"))


def _draw_values(ax: Axes, frame: BoardFrame) -> None:
    places = np.arange(len(frame.valued))[::-1]
    ends = np.nan_to_num(np.maximum(frame.hour, 0.0))
    right = 1.35 * (float(ends.max()) or 10.0)
    ax.barh(places, ends, height=0.5, color=style.COLOURS["good"])
    for place, worth, end in zip(places, frame.hour, ends, strict=True):
        _label(ax, end + 0.02 * right, place, number(worth, 1))
    ax.set_yticks(places, [text(f"activity-{name}") for name in frame.valued])
    ax.set_xlim(0, right)
    ax.set_ylim(-0.6, len(frame.valued) - 0.4)
    ax.xaxis.set_major_locator(MaxNLocator(4))
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    style.labels(ax, x=text("board-hour-axis", currency=frame.currency))
    style.title(ax, text("board-hour-title"))


def _label(ax: Axes, x: float, height: float, words: str) -> None:
    """Text beside a mark, readable over other artists."""
    white = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    size = style.TEXT_SIZE - 1
    ax.text(x, height, words, va="center", fontsize=size, fontfamily=style.FONT, bbox=white)
