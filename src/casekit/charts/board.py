"""The board's picture: drawn once, and after every move only what moved.

Axes, today's hours and today's margin stand still; a move draws the planned bars, the planned
margin and the value of one more hour over a kept background. That is twenty times faster than
drawing anew, with the same drawing code. Limits of the axes change only when something would
leave them.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator
from PIL import Image

from casekit.charts import style
from casekit.company import ACTIVITIES
from casekit.language import number, text

__all__ = ["BoardFrame", "BoardPicture"]

Array = npt.NDArray[np.float64]

#: Inches and dots an inch: fits a notebook's cell on a laptop and a projector of 1280 x 720.
SIZE, DOTS = (12.4, 4.6), 90
#: Colours of the picture file: few flat colours make it a third of the size.
PALETTE = 64
_MILLION = 1000.0
#: Millions below which an axis shows decimals.
_SMALL = 10.0


@dataclass(frozen=True)
class BoardFrame:
    """One finished frame: everything the picture shows.

    Parameters
    ----------
    today, plan, best, low, high
        Hours a month by activity, shape (6,): present, planned, best, floors, ceilings.
    margin_today, margin_plan, margin_base, margin_pipe
        Margin by month, thousands: under today's hours, under the plan, what stays of today's
        business, and that with what is in the pipe.
    hour
        Value of one more hour a month by activity of `valued`, thousands.
    valued
        Their codes.
    currency
        Label of the company's currency.
    """

    today: Array
    plan: Array
    best: Array
    low: Array
    high: Array
    margin_today: Array
    margin_plan: Array
    margin_base: Array
    margin_pipe: Array
    hour: Array
    valued: tuple[str, ...]
    currency: str


class BoardPicture:
    """Three panels: which hours move, what margin follows, what one more hour would be worth."""

    def __init__(self, frame: BoardFrame) -> None:
        self.figure = Figure(figsize=SIZE, dpi=DOTS, layout="constrained")
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes: list[Axes] = list(
            self.figure.subplots(1, 3, gridspec_kw={"width_ratios": (1.15, 1.25, 0.9)})
        )
        self._limits: tuple[float, ...] = ()
        self.redraws = 0
        self._rest(frame)

    def draw(self, frame: BoardFrame) -> bytes:
        """The frame as a PNG; only what moved is drawn."""
        if self._limits != _limits(frame, self._limits):
            self._rest(frame)
        self.canvas.restore_region(self._background)
        self._move(frame)
        for artist, ax in self._moving:
            ax.draw_artist(artist)
        pixels = np.asarray(self.canvas.buffer_rgba())[..., :3]
        picture = Image.fromarray(pixels).quantize(
            PALETTE, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        file = io.BytesIO()
        picture.save(file, "PNG", compress_level=1)
        return file.getvalue()

    def _rest(self, frame: BoardFrame) -> None:
        """Everything that stands still, drawn once and kept."""
        self.redraws += 1
        self._limits = _limits(frame, ())
        for ax in self.axes:
            ax.clear()
            style.axes(ax)
        self._moving: list[tuple[Artist, Axes]] = []
        self._rest_of_hours(frame)
        self._rest_of_margin(frame)
        self._rest_of_values(frame)
        for artist, _ in self._moving:
            artist.set_animated(True)
        self.canvas.draw()
        self._background = self.canvas.copy_from_bbox(self.figure.bbox)

    def _rest_of_hours(self, frame: BoardFrame) -> None:
        ax, right = self.axes[0], self._limits[0]
        places = np.arange(len(ACTIVITIES))[::-1]
        ax.barh(places + 0.2, frame.today, height=0.32, color=style.COLOURS["calm"])
        ax.vlines(
            frame.best, places - 0.42, places + 0.42, color=style.COLOURS["accent"], linewidth=2.5
        )
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
        self._told = [_label(ax, place - 0.2) for place in places]
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
        ax.set_xlim(0.5, months[-1] + 0.5)
        ax.set_ylim(low, high)
        ax.set_xticks([month for month in (1, 6, 12, 18, 24, 30, 36) if month <= months[-1]])
        ax.yaxis.set_major_locator(MaxNLocator(6))
        ax.yaxis.set_major_formatter(style.number_ticks(_read(high)))
        style.labels(ax, x=text("chart-months"), y=text("chart-path-axis", currency=frame.currency))
        style.title(ax, text("board-margin-title"))
        self._moving += [(self._line, ax), (self._back, ax)]

    def _rest_of_values(self, frame: BoardFrame) -> None:
        ax, right = self.axes[2], self._limits[3]
        places = np.arange(len(frame.valued))[::-1]
        self._worth = ax.barh(places, frame.hour, height=0.5, color=style.COLOURS["good"])
        self._priced = [_label(ax, place) for place in places]
        ax.set_yticks(places, [text(f"activity-{name}") for name in frame.valued])
        ax.set_xlim(0, right)
        ax.xaxis.set_major_locator(MaxNLocator(4))
        ax.xaxis.set_major_formatter(style.number_ticks(number))
        style.labels(ax, x=text("board-hour-axis", currency=frame.currency))
        style.title(ax, text("board-hour-title"))
        self._moving += [(bar, ax) for bar in self._worth] + [(told, ax) for told in self._priced]

    def _move(self, frame: BoardFrame) -> None:
        """Bring what moves to where the frame has it."""
        edge = 0.012 * self._limits[0]
        for bar, told, hours, now, best in zip(
            self._bars, self._told, frame.plan, frame.today, frame.best, strict=True
        ):
            bar.set_width(hours)
            change = hours - now
            sign = "+" if change > 0 else "−"
            moved = f" ({sign}{number(abs(change), 1)})" if abs(change) >= 0.05 else ""
            told.set_text(number(hours, 1) + moved)
            # Beside the mark of the best plan, where that is near the bar's end.
            near = 0 < best - hours < 0.2 * self._limits[0]
            told.set_x((best if near else hours) + edge)
        self._line.set_ydata(frame.margin_plan / _MILLION)
        gained = np.cumsum(frame.margin_plan - frame.margin_today)
        behind = np.flatnonzero(gained < -1e-9)
        paid = int(behind[-1]) + 1 if behind.size else len(gained)
        at = slice(paid, paid + 1)
        months = np.arange(1, len(gained) + 1)
        self._back.set_data(months[at], frame.margin_plan[at] / _MILLION)
        for bar, told, worth in zip(self._worth, self._priced, frame.hour, strict=True):
            bar.set_width(max(worth, 0.0))
            told.set_text(number(worth, 1))
            told.set_x(max(worth, 0.0) + 0.02 * self._limits[3])


def _read(highest: float) -> Callable[[float], str]:
    """Numbers of an axis: small ones with a decimal."""
    return lambda value: number(value, 1 if highest < _SMALL else 0)


def _label(ax: Axes, height: float) -> Text:
    """A figure beside a bar, readable over whatever stands there."""
    white = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    size = style.TEXT_SIZE - 1
    return ax.text(0, height, "", va="center", fontsize=size, fontfamily=style.FONT, bbox=white)


def _limits(frame: BoardFrame, kept: tuple[float, ...]) -> tuple[float, ...]:
    """Ends of the axes; those kept as long as the frame fits them."""
    hours = max(frame.today.max(), frame.plan.max(), frame.best.max())
    money = np.concatenate([frame.margin_today, frame.margin_plan]) / _MILLION
    worth = float(frame.hour.max())
    if kept:
        fits = hours <= 0.85 * kept[0] and kept[1] <= money.min() and money.max() <= kept[2]
        if fits and worth <= 0.9 * kept[3] and worth >= 0.2 * kept[3]:
            return kept
    bottom = min(float(frame.margin_base.min()) / _MILLION, float(money.min()))
    room = float(money.max()) - bottom
    return 1.35 * float(hours), bottom - 0.1 * room, float(money.max()) + 0.15 * room, 1.35 * worth
