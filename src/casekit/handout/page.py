"""A plan on one page: what it brings in words, and both pictures of the board."""

from __future__ import annotations

import io
import textwrap
from typing import Any

from matplotlib.figure import Figure

from casekit.charts import style
from casekit.charts.board import BoardPicture
from casekit.charts.board_curves import CurvesPicture
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
#: The board's picture alone, inches, and dots an inch: crisp beside text.
STRIP, STRIP_DOTS = (12.4, 4.1), 110
#: Characters of a line of text across the page.
LINE = 165


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
    BoardPicture(board_frame(comparison, figures, scope, phase, marks), figure)
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
    parts: Any = figure.subfigures(3, 1, height_ratios=(0.30, 0.36, 0.34))
    head, above, below = parts
    heading = text("page-title", scope=scope_name(scope), month=PHASES[phase])
    head.text(0.015, 0.95, heading, fontsize=16, fontweight="bold", fontfamily=style.FONT, va="top")
    sentences = plan_words(comparison, plan, figures, scope, found)
    lines = [line for words in sentences for line in textwrap.wrap(words, LINE)]
    lines += textwrap.wrap(text("board-legend" if marks else "board-legend-blind"), LINE)
    head.text(0.015, 0.82, "\n".join(lines), fontsize=9.5, fontfamily=style.FONT, va="top",
              linespacing=1.45)  # fmt: skip
    BoardPicture(board_frame(comparison, figures, scope, phase, marks), above)
    CurvesPicture(curves_frame(comparison, figures, scope, found), below)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=DOTS)
    return file.getvalue()
