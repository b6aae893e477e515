"""A first slider: hours moved into selling, and their sum over a year."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets
import pandas as pd

from casekit import language
from casekit.analysis import hours_by_rep
from casekit.charts.style import COLOURS
from casekit.company import Case, need_case

#: How far the slider goes, hours a month of one specialist.
MOST_HOURS = 20
MONTHS_A_YEAR = 12


class FirstSlider(widgets.VBox):
    """A slider with its picture; `hours` is its value, `sentence` explains it.

    The picture is text and a bar drawn by the browser, so that a run without a front end never
    waits for it.
    """

    def __init__(self, month: pd.Series, specialists: int) -> None:
        self._selling = float(month["selling"])
        self._total = float(month["total"])
        self._specialists = specialists
        # Texts keep the language in which the slider was made.
        self._lang = language.current()
        self.slider = widgets.IntSlider(
            value=0,
            min=0,
            max=MOST_HOURS,
            description=language.text("slider-hours"),
            style={"description_width": "initial"},
            layout={"width": "520px", "max_width": "100%"},
        )
        self.picture = widgets.HTML(self._drawn())
        self.slider.observe(self._follow, names="value")
        super().__init__([self.slider, self.picture])

    @property
    def hours(self) -> int:
        """Hours a month of one specialist that the slider moves into selling."""
        return int(self.slider.value)

    @property
    def sentence(self) -> str:
        """What the hours moved mean for a specialist and for the company."""
        selling = self._selling + self.hours
        with language.using(self._lang):
            return language.text(
                "slider-sentence",
                selling=language.number(selling, 1),
                year=language.number(self.hours * MONTHS_A_YEAR * self._specialists),
            )

    def _repr_mimebundle_(self, **how: object) -> dict[str, object]:
        # Without a front end the sentence is shown instead of a list of widgets.
        bundle: dict[str, object] = {
            **super()._repr_mimebundle_(**how),
            "text/plain": self.sentence,
        }
        return bundle

    def _follow(self, _change: object) -> None:
        self.picture.value = self._drawn()

    def _drawn(self) -> str:
        now = 100 * self._selling / self._total
        moved = 100 * self.hours / self._total
        parts = ((now, COLOURS["now"]), (moved, COLOURS["accent"]))
        bars = "".join(
            f'<div style="width:{width:.2f}%;background:{colour}"></div>' for width, colour in parts
        )
        frame = "display:flex;height:22px;max-width:520px;background:#e4e6e8;margin:6px 0"
        words = escape(self.sentence)
        return f'<div style="{frame}" role="img" aria-label="{words}">{bars}</div><p>{words}</p>'


def first_slider(case: Case) -> FirstSlider:
    """Slider that moves hours of the average specialist's month into selling.

    Parameters
    ----------
    case
        The company; its reports give the average month.

    Raises
    ------
    InvalidArgument
        If this is no company or its reports hold no hours.
    """
    need_case(case)
    by_rep = hours_by_rep(case.reports)
    return FirstSlider(by_rep[["selling", "total"]].mean(), len(by_rep))
