"""Pictures that are redrawn partially: after a move only moving artists are drawn (blitting).

Static artists are drawn once and cached as a background; a move draws the others over it. That is
many times faster than a full redraw, and axes limits change only when data would leave them.
"""

from __future__ import annotations

import io
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure, FigureBase
from matplotlib.text import Text
from PIL import Image

from casekit.charts import style

__all__ = ["LivePicture"]

Frame = TypeVar("Frame")

#: Inches and dots an inch: fits a notebook's cell on a laptop and a projector of 1280 x 720.
SIZE, DOTS = (12.4, 4.1), 90
#: Colours of the picture file: few flat colours make it a third of the size.
PALETTE = 64


class LivePicture(ABC, Generic[Frame]):
    """Panels side by side; `draw` gives a frame as a PNG.

    Parameters
    ----------
    frame
        The first frame.
    figure
        Subfigure of a page, drawn once with the page; a figure of its own if left out.
    """

    #: Relative width of each panel.
    widths: tuple[float, ...]

    def __init__(self, frame: Frame, figure: FigureBase | None = None) -> None:
        self._canvas: FigureCanvasAgg | None = None
        if figure is None:
            figure = Figure(figsize=SIZE, dpi=DOTS, layout="constrained")
            self._canvas = FigureCanvasAgg(figure)
        self.figure: Any = figure
        self.axes: list[Axes] = list(
            figure.subplots(1, len(self.widths), gridspec_kw={"width_ratios": self.widths})
        )
        self._moving: list[tuple[Artist, Axes]] = []
        self._limits: tuple[float, ...] = ()
        self.redraws = 0
        self._stand(frame)
        if self._canvas is None:
            self._move(frame)

    @property
    def alone(self) -> bool:
        """Whether the picture is a figure of its own, not part of a page."""
        return self._canvas is not None

    def draw(self, frame: Frame) -> bytes:
        """Draw the frame as a PNG; only moving artists are redrawn.

        Raises
        ------
        TypeError
            If the picture is part of a page, which is drawn as a whole.
        """
        if self._canvas is None:
            raise TypeError("a picture on a page is drawn with the page")
        if self._limits != self._fitting(frame, self._limits):
            self._stand(frame)
        self._canvas.restore_region(self._background)
        self._move(frame)
        for artist, ax in self._moving:
            ax.draw_artist(artist)
        pixels = np.asarray(self._canvas.buffer_rgba())[..., :3]
        picture = Image.fromarray(pixels).quantize(
            PALETTE, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        file = io.BytesIO()
        picture.save(file, "PNG", compress_level=1)
        return file.getvalue()

    def _stand(self, frame: Frame) -> None:
        """Draw static artists and cache them as background."""
        self.redraws += 1
        self._limits = self._fitting(frame, ())
        self._moving = []
        for ax in self.axes:
            ax.clear()
            style.axes(ax)
        self._rest(frame)
        if self._canvas is not None:
            for artist, _ in self._moving:
                artist.set_animated(True)
            self._canvas.draw()
            self._background = self._canvas.copy_from_bbox(self.figure.bbox)

    @abstractmethod
    def _rest(self, frame: Frame) -> None:
        """Draw static artists; add moving ones to `_moving`."""

    @abstractmethod
    def _move(self, frame: Frame) -> None:
        """Update the moving artists to the frame."""

    @abstractmethod
    def _fitting(self, frame: Frame, kept: tuple[float, ...]) -> tuple[float, ...]:
        """Limits of the axes; the present ones as long as the frame fits them."""


def label(ax: Axes, height: float) -> Text:
    """Text beside a mark, readable over other artists."""
    white = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    size = style.TEXT_SIZE - 1
    return ax.text(0, height, "", va="center", fontsize=size, fontfamily=style.FONT, bbox=white)
