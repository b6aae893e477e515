"""The board's first picture: hours, margin by month, value of one more hour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator

from casekit.arrays import Array
from casekit.charts import style
from casekit.charts.live import LivePicture, label
from casekit.company import ACTIVITIES
from casekit.language import number, signed, text

__all__ = ["BoardFrame", "BoardPicture"]


_MILLION = 1000.0


@dataclass(frozen=True)
class BoardFrame:
    """Data of one frame of the picture.

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


class BoardPicture(LivePicture[BoardFrame]):
    """Three panels: hours, margin by month, value of one more hour."""

    widths = (1.15, 1.25, 0.9)

    def _rest(self, frame: BoardFrame) -> None:
        self._rest_of_hours(frame)
        self._rest_of_margin(frame)
        self._rest_of_values(frame)

    def _rest_of_hours(self, frame: BoardFrame) -> None:
        ax, right = self.axes[0], self._limits[0]
        places = np.arange(len(ACTIVITIES))[::-1]
        ax.barh(places + 0.2, frame.today, height=0.32, color=style.COLOURS["calm"])
        if frame.best is not None:
            marks = style.COLOURS["accent"]
            ax.vlines(frame.best, places - 0.42, places + 0.42, color=marks, linewidth=2.5)
        for bound in (frame.low, frame.high):
            shown = bound < 0.95 * right
            ax.plot(
                bound[shown],
                places[shown] - 0.2,
                "|",
                color=style.COLOURS["reference"],
                markersize=11,
            )
        self._bars = ax.barh(places - 0.2, frame.plan, height=0.32, color=style.COLOURS["now"])
        self._told = [label(ax, place - 0.2) for place in places]
        ax.set_yticks(places, [text(f"activity-{name}") for name in ACTIVITIES])
        ax.set_xlim(0, right)
        ax.set_ylim(-0.55, len(ACTIVITIES) - 0.4)
        ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
        ax.xaxis.set_major_formatter(style.number_ticks(number))
        style.labels(ax, x=text("board-hours-axis"))
        style.title(ax, text("board-hours-title"))
        self._moving += [(bar, ax) for bar in self._bars] + [(told, ax) for told in self._told]

    def _rest_of_margin(self, frame: BoardFrame) -> None:
        ax, (low, high) = self.axes[1], self._limits[1:3]
        months = np.arange(1, len(frame.margin_today) + 1)
        base, pipe = frame.margin_base / _MILLION, frame.margin_pipe / _MILLION
        ax.fill_between(
            months, low, np.maximum(base, low), color=style.COLOURS["calm"], alpha=0.5, linewidth=0
        )
        ax.fill_between(months, base, np.maximum(pipe, base), facecolor="white", hatch="////",
                        edgecolor=style.COLOURS["now"], linewidth=0)  # fmt: skip
        grey = style.COLOURS["reference"]
        ax.plot(
            months, frame.margin_today / _MILLION, color=grey, linewidth=2, linestyle=(0, (4, 2))
        )
        (self._line,) = ax.plot(
            months, frame.margin_plan / _MILLION, color=style.COLOURS["accent"], linewidth=2.6
        )
        (self._back,) = ax.plot([], [], "o", color=style.COLOURS["accent"], markersize=8)
        # Months in which the cumulative margin of the plan is below that of today's hours.
        self._behind = ax.axvspan(
            0.5, 0.5, 0, 0.035, color=style.COLOURS["accent"], alpha=0.55, linewidth=0
        )
        ax.set_xlim(0.5, months[-1] + 0.5)
        ax.set_ylim(low, high)
        ax.set_xticks(style.month_ticks(months[-1]))
        ax.yaxis.set_major_locator(MaxNLocator(6))
        ax.yaxis.set_major_formatter(style.number_ticks(number))
        style.labels(
            ax, x=text("chart-months"), y=text("board-margin-axis", currency=frame.currency)
        )
        style.title(ax, text("board-margin-title"))
        self._moving += [(self._behind, ax), (self._line, ax), (self._back, ax)]

    def _rest_of_values(self, frame: BoardFrame) -> None:
        ax, right = self.axes[2], self._limits[3]
        places = np.arange(len(frame.valued))[::-1]
        self._worth = ax.barh(places, frame.hour, height=0.5, color=style.COLOURS["good"])
        self._priced = [label(ax, place) for place in places]
        ax.set_yticks(places, [text(f"activity-{name}") for name in frame.valued])
        ax.set_xlim(0, right)
        ax.set_ylim(-0.6, len(frame.valued) - 0.4)
        ax.xaxis.set_major_locator(MaxNLocator(4))
        ax.xaxis.set_major_formatter(style.number_ticks(number))
        style.labels(ax, x=text("board-hour-axis", currency=frame.currency))
        style.title(ax, text("board-hour-title"))
        self._moving += [(bar, ax) for bar in self._worth] + [(told, ax) for told in self._priced]

    def _move(self, frame: BoardFrame) -> None:
        """Update the moving artists to the frame."""
        edge = 0.012 * self._limits[0]
        for bar, told, hours, now, best in zip(
            self._bars, self._told, frame.plan, frame.today, _marks(frame), strict=True
        ):
            bar.set_width(hours)
            change = hours - now
            moved = f" ({signed(change, 1)})" if abs(change) >= 0.05 else ""
            told.set_text(number(hours, 1) + moved)
            # Beside the mark of the best plan, if that is near the bar's end.
            near = 0 < best - hours < 0.2 * self._limits[0]
            told.set_x((best if near else hours) + edge)
        self._line.set_ydata(frame.margin_plan / _MILLION)
        paid, last = frame.payback_month, len(frame.margin_plan)
        # Of what is unknown nothing is said: neither behind nor ahead.
        known = not np.isnan(frame.margin_plan).any()
        self._behind.set_width(((last if paid is None else paid - 1) if known else 0) + 0.0)
        at = slice(last, None) if paid is None or paid == 1 else slice(paid - 1, paid)
        self._back.set_data(
            np.arange(1, last + 1)[at],
            frame.margin_plan[at] / _MILLION,
        )
        for bar, told, worth in zip(self._worth, self._priced, frame.hour, strict=True):
            end = float(np.nan_to_num(max(worth, 0.0)))
            bar.set_width(end)
            told.set_text(number(worth, 1))
            told.set_x(end + 0.02 * self._limits[3])

    def _fitting(self, frame: BoardFrame, kept: tuple[float, ...]) -> tuple[float, ...]:
        hours = max(frame.today.max(), frame.plan.max(), np.nanmax([0.0, *_marks(frame)]))
        money = np.concatenate([frame.margin_today, frame.margin_plan]) / _MILLION
        money = money[~np.isnan(money)]
        worth = float(np.nan_to_num(frame.hour).max()) or 10.0
        if kept:
            fits = hours <= 0.75 * kept[0] and kept[1] <= money.min() and money.max() <= kept[2]
            if fits and worth <= 0.9 * kept[3] and worth >= 0.2 * kept[3]:
                return kept
        bottom = min(float(frame.margin_base.min()) / _MILLION, float(money.min()))
        room = float(money.max()) - bottom
        return (
            1.5 * float(hours),
            bottom - 0.1 * room,
            float(money.max()) + 0.15 * room,
            1.35 * worth,
        )


def _marks(frame: BoardFrame) -> Array:
    """Hours of the best plan; NaN where they are not told."""
    return np.full_like(frame.today, np.nan) if frame.best is None else frame.best
