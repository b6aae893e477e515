"""The board on paper, second part: where hours stand on each curve, and how sure a gain is."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import FigureBase
from matplotlib.ticker import MaxNLocator

from casekit.arrays import Array
from casekit.charts import style
from casekit.charts.response import UNITS
from casekit.language import chance, number, signed, text

__all__ = ["CurvesFrame", "draw_curves"]


_MILLION = 1000.0
#: Bands of the fan, from wide to narrow, with their opacity.
_BANDS = (("p05", "p95", 0.20), ("p25", "p75", 0.35))


@dataclass(frozen=True)
class CurvesFrame:
    """Data of the picture.

    Parameters
    ----------
    curves
        What `model.response_frame` gives, one for each kind of selling.
    hours, outcome
        Planned hours a month and what they bring on the curve, in the order of the curves.
    fan
        `Outlook.fan` of the plan; None where no outlook was computed.
    chance
        Chance that the plan gains, with the fan.
    months
        Months of the horizon.
    currency
        Label of the company's currency.
    """

    curves: tuple[pd.DataFrame, ...]
    hours: Array
    outcome: Array
    fan: pd.DataFrame | None
    chance: float | None
    months: int
    currency: str


def draw_curves(figure: FigureBase, frame: CurvesFrame) -> None:
    """Draw the curve of each kind of selling, and what the plan adds, with its range."""
    widths = [1.0] * len(frame.curves) + [1.25]
    *panels, fan = figure.subplots(1, len(widths), gridspec_kw={"width_ratios": widths})
    for ax in (*panels, fan):
        style.axes(ax)
    parts = zip(panels, frame.curves, frame.hours, frame.outcome, strict=True)
    for ax, curve, hours, outcome in parts:
        _draw_curve(ax, curve, float(hours), float(outcome), frame.currency)
    _draw_fan(fan, frame)


def _draw_curve(
    ax: Axes, curve: pd.DataFrame, planned: float, outcome: float, currency: str
) -> None:
    activity, unit = str(curve["activity"].iloc[0]), str(curve["unit"].iloc[0])
    hours, colour, accent = curve["hours"], style.COLOURS["now"], style.COLOURS["accent"]
    ax.fill_between(hours, curve["low"], curve["high"], color=style.COLOURS["calm"], alpha=0.45,
                    linewidth=0)  # fmt: skip
    seen = ~curve["extrapolated"]
    ax.plot(hours, curve["value"], color=colour, linestyle=(0, (3, 2)), linewidth=1.6)
    ax.plot(hours[seen], curve.loc[seen, "value"], color=colour, linewidth=2.6)
    now = curve[curve["is_today"]].iloc[0]
    ax.plot(now["hours"], now["value"], "o", markersize=9, markerfacecolor="white",
            markeredgecolor=colour, markeredgewidth=2)  # fmt: skip
    ax.plot([planned], [outcome], "o", markersize=10, color=accent)
    ax.set_xlim(0, max(float(hours.max()), 1.1 * planned))
    ax.set_ylim(0, 1.15 * float(curve["high"].max()))
    ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    ax.tick_params(axis="x", pad=7)
    ax.xaxis.set_major_formatter(style.number_ticks(number))
    ax.yaxis.set_major_formatter(style.number_ticks(UNITS[unit].tick))
    style.labels(ax, x=text(f"board-curve-{unit}", currency=currency))
    style.title(ax, text(f"board-curve-{activity}"))
    # In the corner that the curve leaves free.
    falls = curve["value"].iloc[-1] < curve["value"].iloc[0]
    told = text("board-curve-point", hours=number(planned, 1), value=UNITS[unit].told(outcome))
    ax.text(0.98, 0.97 if falls else 0.03, told, transform=ax.transAxes, ha="right",
            va="top" if falls else "bottom", fontsize=style.TEXT_SIZE, fontfamily=style.FONT,
            color=accent)  # fmt: skip
    if _is_unknown(curve):
        ax.text(0.5, 0.5, text("chart-hour-refused"), transform=ax.transAxes, ha="center",
                fontsize=style.TEXT_SIZE, fontfamily=style.FONT, color=colour)  # fmt: skip


def _draw_fan(ax: Axes, frame: CurvesFrame) -> None:
    fan = None if frame.fan is None or frame.fan.isna().any(axis=None) else frame.fan / _MILLION
    ax.axhline(0, color=style.COLOURS["reference"], linewidth=1.2)
    low, high = -0.5, 1.0
    if fan is not None:
        least, most = min(float(fan.min(axis=None)), 0.0), max(float(fan.max(axis=None)), 0.0)
        room = max(most - least, 0.1)
        low, high = least - 0.08 * room, most + 0.25 * room
        for lower, upper, dense in _BANDS:
            ax.fill_between(fan.index, fan[lower], fan[upper], color=style.COLOURS["now"],
                            alpha=dense, linewidth=0)  # fmt: skip
        ax.plot(fan.index, fan["p50"], color=style.COLOURS["now"], linewidth=2.5)
    ax.set_ylim(low, high)
    ax.set_xlim(0.5, frame.months + 0.5)
    ax.set_xticks([1, *range(12, frame.months + 1, 12)])
    ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_formatter(style.number_ticks(signed))
    style.labels(ax, x=text("chart-months"), y=text("board-margin-axis", currency=frame.currency))
    style.title(ax, text("board-fan-title"))
    if frame.chance is not None:
        words = text("board-fan-chance", chance=chance(frame.chance))
        ax.text(0.03, 0.97, words, transform=ax.transAxes, va="top", fontsize=style.TEXT_SIZE,
                fontfamily=style.FONT, color=style.COLOURS["accent"])  # fmt: skip


def _is_unknown(curve: pd.DataFrame) -> bool:
    """Whether the evidence cannot tell the curve: it holds today's point alone."""
    return bool(curve.loc[~curve["is_today"], "value"].isna().all())
