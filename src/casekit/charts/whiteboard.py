"""The whiteboard at the end of the lesson, as a template to copy."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from matplotlib.axes import Axes

from casekit.charts import style

#: Dark on white: readable when projected, and saves ink in print.
_BOARD, _PEN, _HEAD = "#ffffff", "#26323a", style.COLOURS["now"]
#: Height of a heading with the space below it, share of the board.
_HEADING = 0.1
_SIZE = 9
#: Characters of a column's line.
_WIDTH = 27


def plot_whiteboard(columns: Sequence[tuple[str, str]], ax: Axes | None = None) -> Axes:
    """Draw the board's columns side by side, left to right as the lesson fills them.

    Parameters
    ----------
    columns
        Heading and text of each column; line breaks in the text are kept, long lines wrapped.
    ax
        Where to draw; a new figure if left out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = style.axes(ax, width=12.4, height=5.6)
    ax.figure.set_facecolor(_BOARD)
    ax.set_facecolor(_BOARD)
    ax.set(xlim=(0, len(columns)), ylim=(0, 1), xticks=[], yticks=[])
    for side in ax.spines.values():
        side.set_visible(False)
    for place, (heading, lines) in enumerate(columns):
        if place:
            ax.plot([place, place], [0.02, 0.98], color=_PEN, linewidth=1, alpha=0.5)
        left = place + 0.06
        pen: dict[str, Any] = {"va": "top", "fontfamily": style.FONT}
        ax.text(left, 0.97, heading, color=_HEAD, fontsize=_SIZE + 1.5, weight="bold", **pen)
        kept = "\n".join(_folded(line) for line in lines.splitlines())
        ax.text(left, 0.97 - _HEADING, kept, color=_PEN, fontsize=_SIZE, linespacing=1.6, **pen)
    return ax


def _folded(line: str) -> str:
    """Wrap a line to the width of a column."""
    return "\n".join(wrap(line, _WIDTH, subsequent_indent="   ")) if line.strip() else ""
