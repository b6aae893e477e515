"""A plan on one page: what it brings in words, and both pictures of the board."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from casekit.charts import style
from casekit.charts.board import draw_board
from casekit.charts.board_curves import draw_curves
from casekit.handout.frames import board_frame, curves_frame
from casekit.language import text
from casekit.model import (
    EVERYBODY,
    PHASES,
    Comparison,
    Figures,
    Plan,
    plan_words,
    scope_name,
)

__all__ = ["board_png", "plan_page"]

#: A4 landscape, inches, and dots an inch for print.
PAGE, DOTS = (11.69, 8.27), 150
#: Where words begin and how wide a line of them may be, parts of the page.
LEFT, ACROSS = 0.015, 0.97
#: Sizes of the words in points: the first at which they leave the pictures enough of the page.
SIZES = (9.5, 8.5, 7.5, 6.5)
#: Part of the page that the words take at least and at most.
LEAST_HEAD, MOST_HEAD = 0.30, 0.42
#: Height of the heading, inches; height of a line of words in their size.
HEADING, LINE_HEIGHT = 0.5, 1.7
#: The board's picture alone, inches, and dots an inch: crisp beside text.
STRIP, STRIP_DOTS = (12.4, 4.1), 110


def board_png(
    comparison: Comparison,
    figures: Figures,
    scope: str = EVERYBODY,
    phase: int = 0,
    marks: bool = False,
) -> bytes:
    """The board's first picture as a PNG, where nothing draws in a browser.

    Parameters
    ----------
    comparison, figures
        Today, and what the plan comes to for the scope.
    scope, phase, marks
        As in `plan_page`.
    """
    figure = Figure(figsize=STRIP, layout="constrained")
    draw_board(figure, board_frame(comparison, figures, scope, phase, marks))
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=STRIP_DOTS)
    return file.getvalue()


def plan_page(
    comparison: Comparison,
    plan: Plan,
    scope: str = EVERYBODY,
    phase: int = 0,
    marks: bool = False,
) -> bytes:
    """A plan as a one-page picture.

    Parameters
    ----------
    comparison
        Today and the best plan.
    plan
        The plan.
    scope, phase
        For whom, and the phase whose hours are shown.
    marks
        Whether the best plan's hours are marked: not before a plan is committed.

    Returns
    -------
    bytes
        A PNG, A4 landscape.
    """
    figures = comparison.figures(plan, scope, phase)
    found = comparison.outlook(plan) if plan else None
    figure = Figure(figsize=PAGE, layout="constrained")
    sentences = [*plan_words(comparison, plan, figures, scope, found)]
    sentences.append(text("board-legend" if marks else "board-legend-blind"))
    size, lines = _fitted(sentences)
    share = max(_height(size, lines) / PAGE[1], LEAST_HEAD)
    rest = (1.0 - share) / 0.70
    parts: Any = figure.subfigures(3, 1, height_ratios=(share, 0.36 * rest, 0.34 * rest))
    head, above, below = parts
    heading = text("page-title", scope=scope_name(scope), month=PHASES[phase])
    tall = share * PAGE[1]
    head.text(LEFT, 1.0 - 0.12 / tall, heading, fontsize=16, fontweight="bold",
              fontfamily=style.FONT, va="top")  # fmt: skip
    head.text(LEFT, 1.0 - HEADING / tall, "\n".join(lines), fontsize=size, fontfamily=style.FONT,
              va="top", linespacing=1.45)  # fmt: skip
    draw_board(above, board_frame(comparison, figures, scope, phase, marks))
    draw_curves(below, curves_frame(comparison, figures, scope, found))
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=DOTS)
    return file.getvalue()


def _fitted(sentences: list[str]) -> tuple[float, list[str]]:
    """Size of the words in points, and their lines at that size."""
    for size in SIZES:
        lines = [line for words in sentences for line in _lines(words, size)]
        if _height(size, lines) <= MOST_HEAD * PAGE[1]:
            break
    return size, lines


def _height(size: float, lines: list[str]) -> float:
    """Height of heading and lines, inches."""
    return HEADING + len(lines) * LINE_HEIGHT * size / 72.0


def _lines(words: str, size: float) -> Iterator[str]:
    """A sentence in lines that fit the page as they are drawn: letters differ in width."""
    # A ruler of the page's width; nothing is drawn on it.
    ruler = RendererAgg(1, 1, DOTS)
    font = FontProperties(family=style.FONT, size=size)
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        width, _, _ = ruler.get_text_width_height_descent(longer, font, ismath=False)
        if line and width > ACROSS * PAGE[0] * DOTS:
            yield line
            longer = word
        line = longer
    yield line
