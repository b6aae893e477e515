"""The board's second picture: where the hours stand on each curve, and how sure the gain is."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from casekit.arrays import Array
from casekit.charts import style
from casekit.charts.live import LivePicture
from casekit.charts.response import UNITS
from casekit.language import chance, number, text

__all__ = ["CurvesFrame", "CurvesPicture"]


_MILLION = 1000.0
#: Bands of the fan, from wide to narrow, with their opacity.
_BANDS = (("p05", "p95", 0.20), ("p25", "p75", 0.35))


@dataclass(frozen=True)
class CurvesFrame:
    """Data of one frame of the picture.

    Parameters
    ----------
    curves
        What `model.response_frame` gives, one for each kind of selling.
    hours, outcome
        Planned hours a month and what they bring on the curve, in the order of the curves.
    fan
        `Outlook.fan` of the plan; None while a slider is moving.
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


class CurvesPicture(LivePicture[CurvesFrame]):
    """Four panels: the curve of each kind of selling, and what the plan adds, with its range."""

    widths = (1.0, 1.0, 1.0, 1.25)

    def _rest(self, frame: CurvesFrame) -> None:
        self._points: list[Line2D] = []
        self._told: list[Text] = []
        for ax, curve, far in zip(self.axes, frame.curves, self._limits, strict=False):
            self._rest_of_curve(ax, curve, far, frame.currency)
        self._rest_of_fan(self.axes[-1], len(frame.curves), frame.months, frame.currency)

    def _rest_of_curve(self, ax: Axes, curve: pd.DataFrame, far: float, currency: str) -> None:
        activity, unit = str(curve["activity"].iloc[0]), str(curve["unit"].iloc[0])
        hours, colour = curve["hours"], style.COLOURS["now"]
        ax.fill_between(hours, curve["low"], curve["high"], color=style.COLOURS["calm"], alpha=0.45,
                        linewidth=0)  # fmt: skip
        seen = ~curve["extrapolated"]
        ax.plot(hours, curve["value"], color=colour, linestyle=(0, (3, 2)), linewidth=1.6)
        ax.plot(hours[seen], curve.loc[seen, "value"], color=colour, linewidth=2.6)
        now = curve[curve["is_today"]].iloc[0]
        ax.plot(now["hours"], now["value"], "o", markersize=9, markerfacecolor="white",
                markeredgecolor=colour, markeredgewidth=2)  # fmt: skip
        ax.set_xlim(0, far)
        ax.set_ylim(0, 1.15 * float(curve["high"].max()))
        ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
        ax.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        ax.tick_params(axis="x", pad=7)
        ax.xaxis.set_major_formatter(style.number_ticks(number))
        ax.yaxis.set_major_formatter(style.number_ticks(UNITS[unit].tick))
        style.labels(ax, x=text(f"board-curve-{unit}", currency=currency))
        style.title(ax, text(f"board-curve-{activity}"))
        (point,) = ax.plot([], [], "o", markersize=10, color=style.COLOURS["accent"])
        # In the corner that the curve leaves free.
        falls = curve["value"].iloc[-1] < curve["value"].iloc[0]
        told = ax.text(0.98, 0.97 if falls else 0.03, "", transform=ax.transAxes, ha="right",
                       va="top" if falls else "bottom", fontsize=style.TEXT_SIZE,
                       fontfamily=style.FONT, color=style.COLOURS["accent"])  # fmt: skip
        if _is_unknown(curve):
            ax.text(0.5, 0.5, text("chart-hour-refused"), transform=ax.transAxes, ha="center",
                    fontsize=style.TEXT_SIZE, fontfamily=style.FONT, color=colour)  # fmt: skip
        self._points.append(point)
        self._told.append(told)
        self._moving += [(point, ax), (told, ax)]

    def _rest_of_fan(self, ax: Axes, curves: int, months: int, currency: str) -> None:
        low, high = self._limits[curves : curves + 2]
        ax.axhline(0, color=style.COLOURS["reference"], linewidth=1.2)
        ax.set_ylim(low, high)
        ax.set_xlim(0.5, months + 0.5)
        ax.set_xticks([1, *range(12, months + 1, 12)])
        ax.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        ax.yaxis.set_major_formatter(style.number_ticks(number))
        style.labels(ax, x=text("chart-months"), y=text("board-margin-axis", currency=currency))
        style.title(ax, text("board-fan-title"))
        self._fan: list[Artist] = []
        self._sure = ax.text(0.03, 0.97, "", transform=ax.transAxes, va="top",
                             fontsize=style.TEXT_SIZE, fontfamily=style.FONT,
                             color=style.COLOURS["accent"])  # fmt: skip
        self._moving.append((self._sure, ax))

    def _move(self, frame: CurvesFrame) -> None:
        parts = zip(self._points, self._told, frame.curves, frame.hours, frame.outcome, strict=True)
        for point, told, curve, hours, outcome in parts:
            point.set_data([hours], [outcome])
            value = UNITS[str(curve["unit"].iloc[0])].told(outcome)
            told.set_text(text("board-curve-point", hours=number(hours, 1), value=value))
        self._spread(frame)

    def _spread(self, frame: CurvesFrame) -> None:
        """Redraw the fan; none while a slider is moving, since it would belong to an old plan."""
        ax = self.axes[-1]
        for artist in self._fan:
            artist.remove()
        self._moving = [pair for pair in self._moving if pair[0] not in self._fan]
        self._fan = []
        if frame.fan is None or frame.chance is None:
            self._sure.set_text(text("board-fan-waits"))
            return
        self._sure.set_text(text("board-fan-chance", chance=chance(frame.chance)))
        if frame.fan.isna().any(axis=None):
            return
        months, table, blue = frame.fan.index, frame.fan / _MILLION, style.COLOURS["now"]
        for low, high, dense in _BANDS:
            self._fan.append(ax.fill_between(months, table[low], table[high], color=blue,
                                             alpha=dense, linewidth=0))  # fmt: skip
        self._fan += ax.plot(months, table["p50"], color=blue, linewidth=2.5)
        self._moving[:0] = [(artist, ax) for artist in self._fan]
        for artist in self._fan:
            artist.set_animated(self.alone)

    def _fitting(self, frame: CurvesFrame, kept: tuple[float, ...]) -> tuple[float, ...]:
        far = [
            max(float(curve["hours"].max()), 1.1 * hours)
            for curve, hours in zip(frame.curves, frame.hours, strict=True)
        ]
        ends = (-0.5, 1.0)
        fan = None if frame.fan is None or frame.fan.isna().any(axis=None) else frame.fan
        if fan is not None:
            table = fan.to_numpy() / _MILLION
            low, high = min(float(table.min()), 0.0), max(float(table.max()), 0.0)
            room = max(high - low, 0.1)
            ends = (low - 0.08 * room, high + 0.25 * room)
        if kept:
            fits = all(now <= was for now, was in zip(far, kept, strict=False))
            high_enough = fan is None or (
                kept[-2] <= ends[0] + 1e-9 and ends[1] <= kept[-1] + 1e-9
                and ends[1] - ends[0] > 0.3 * (kept[-1] - kept[-2])
            )  # fmt: skip
            if fits and high_enough:
                return kept
        return (*far, *ends)


def _is_unknown(curve: pd.DataFrame) -> bool:
    """Whether the evidence cannot tell the curve: it holds today's point alone."""
    return bool(curve.loc[~curve["is_today"], "value"].isna().all())
