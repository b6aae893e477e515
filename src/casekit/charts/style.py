"""Style of all pictures: a palette for any colour vision, a font with both scripts."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import Formatter

from casekit import language

#: Colours of Okabe and Ito (2008), distinguishable with any colour vision.
COLOURS = {
    "now": "#0072B2",
    "reference": "#707070",
    "accent": "#D55E00",
    "calm": "#9ecae1",
    "good": "#009E73",
}

#: The same for words, which need more contrast than a line.
INK = {**COLOURS, "accent": "#B85000", "good": "#007F5C"}

#: Most decimals of a tick's label.
MOST_DECIMALS = 2

#: A font that ships with matplotlib and holds Latin and Cyrillic letters.
FONT = "DejaVu Sans"

#: Keeps a figure readable where a line runs behind it.
ON_WHITE = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}

TEXT_SIZE = 11
TITLE_SIZE = 13

#: Figures narrower than this, inches, are for a phone held upright.
NARROW = 5.0
#: Inches that a letter of the title takes, on the average of bold text.
_TITLE_LETTER = 0.125


def axes(ax: Axes | None, width: float = 8.5, height: float = 4.6) -> Axes:
    """The axes given, or those of a new figure of that size in inches, without frame."""
    if ax is None:
        # Constrained layout keeps long Russian labels inside the picture.
        _, ax = plt.subplots(figsize=(width, height), layout="constrained")
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.tick_params(length=0, labelsize=TEXT_SIZE, labelfontfamily=FONT)
    return ax


def is_narrow(ax: Axes) -> bool:
    """Whether the picture is for a phone: what stands beside a bar elsewhere stands above it."""
    return _width(ax) < NARROW


def _width(ax: Axes) -> float:
    """Width of the whole picture, inches."""
    return float(ax.figure.bbox.width / ax.figure.dpi)


def named_above(ax: Axes, place: float, text: str) -> None:
    """Write above a bar of a narrow picture what it is and what it comes to."""
    write(ax, 0.0, place + 0.2, text, va="bottom", bbox=ON_WHITE)


def title(ax: Axes, text: str) -> None:
    """Set the title, aligned left: the question or the finding."""
    if is_narrow(ax):
        text = "\n".join(wrap(text, int(_width(ax) / _TITLE_LETTER)))
    # Its height is given: matplotlib would else measure all ticks to find one, at every drawing.
    ax.set_title(text, loc="left", y=1.0, fontsize=TITLE_SIZE, fontweight="bold", fontfamily=FONT,
                 pad=12)  # fmt: skip


def labels(ax: Axes, x: str = "", y: str = "") -> None:
    """Set labels of the axes, with units."""
    ax.set_xlabel(x, fontsize=TEXT_SIZE, fontfamily=FONT)
    ax.set_ylabel(y, fontsize=TEXT_SIZE, fontfamily=FONT)


def write(ax: Axes, x: float, y: float, text: str, **how: object) -> None:
    """Write text inside a picture."""
    ax.text(x, y, text, fontsize=TEXT_SIZE, fontfamily=FONT, **how)  # type: ignore[arg-type]


def number_ticks(format_value: Callable[..., str], scale: float = 1.0) -> Formatter:
    """Tick labels by a formatter of `language`, for instance `language.percent`.

    Plain numbers, changes and percentages get as many decimals as the ticks need: a tick at 2.5
    that is labelled 2 is false.

    Parameters
    ----------
    format_value
        Gives the label of a value.
    scale
        Value that is labelled 1.
    """
    return _Ticks(format_value, scale)


class _Ticks(Formatter):
    """Labels in the language in which the picture was drawn: they are written later."""

    def __init__(self, format_value: Callable[..., str], scale: float) -> None:
        self.spoken, self.format_value, self.scale = language.current(), format_value, scale
        self.unit = {language.number: 1.0, language.signed: 1.0, language.percent: 100.0}.get(
            format_value
        )

    def format_ticks(self, values: Any) -> list[str]:
        """Labels of all ticks, with the decimals that tell each of them."""
        shown = np.asarray(values, dtype=float) / self.scale
        with language.using(self.spoken):
            if self.unit is None:
                return [self.format_value(value) for value in shown]
            steps = shown * self.unit
            digits = next((d for d in range(MOST_DECIMALS)
                           if np.allclose(steps * 10**d, np.round(steps * 10**d), atol=1e-6)),
                          MOST_DECIMALS)  # fmt: skip
            return [self.format_value(value, digits) for value in shown]

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Label of a single value."""
        return self.format_ticks([x])[0]


def month_ticks(last: int) -> list[int]:
    """Months marked on an axis that counts months from now: the first, then every half a year."""
    step = 6 if last <= 36 else 12
    return [1, *range(step, int(last) + 1, step)]


def copied(table: pd.DataFrame) -> pd.Series:
    """Who in a ranking is marked as handing in the same month every month; nobody if unsaid."""
    if "same_every_month" in table:
        return table["same_every_month"].astype(bool)
    return pd.Series(False, index=table.index)


def apart(heights: pd.Series, gap: float) -> pd.Series:
    """Heights of labels at line ends, moved both ways where two would overlap.

    Labels of lines that end close together stay as near to their lines as the gap allows; none goes
    further down than a gap below the lowest line.
    """
    placed = heights.sort_values()
    # Without the gaps between them, labels that would overlap share their lines' mean height.
    groups: list[list[float]] = []
    for rank, height in enumerate(placed):
        groups.append([float(height) - rank * gap])
        while len(groups) > 1 and np.mean(groups[-2]) > np.mean(groups[-1]):
            last = groups.pop()
            groups[-1] += last
    level = np.concatenate([np.full(len(group), np.mean(group)) for group in groups])
    lowest = float(placed.iloc[0]) - gap
    placed[:] = np.maximum(level, lowest) + gap * np.arange(len(placed))
    return placed
