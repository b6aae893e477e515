"""One activity on the board: its hours as a number to type and a slider to move, and a lock."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from casekit.language import number, text
from casekit.questions.written import read_text

__all__ = ["ActivityRow", "choice"]


class ActivityRow(widgets.HBox):
    """Number, slider, limits and lock of one activity.

    The number is a text field, because a number field accepts no decimal comma; it also carries the
    label for screen readers. The slider counts whole hours: browsers return fractional slider
    values changed, which would count as a move.

    Parameters
    ----------
    name
        The activity; travel is shown and not moved.
    locked
        Whether it is locked now.
    on_hours
        Called with the name and new hours when the user sets them.
    on_lock
        Called with the name and whether it is locked.
    on_nonsense
        Called with a text that cannot be read as hours.
    """

    def __init__(
        self,
        name: str,
        locked: bool,
        on_hours: Callable[[str, float], None],
        on_lock: Callable[[str, bool], None],
        on_nonsense: Callable[[str], None],
    ) -> None:
        self.name = name
        self._quiet = False
        self._hours = 0.0
        self._tell, self._nonsense = on_hours, on_nonsense
        still = name == "travel"
        words = text(f"activity-{name}")
        self.typed = widgets.Text(
            description=words,
            continuous_update=False,
            style={"description_width": "140px"},
            layout={"width": "202px"},
            disabled=still,
        )
        self.slider = widgets.IntSlider(
            readout=False,
            layout={"width": "190px"},
            disabled=still or locked,
            tooltip=words,
        )
        self._ends = widgets.HTML(layout={"width": "60px"})
        self.lock = widgets.ToggleButton(
            value=locked,
            description=text("board-lock"),
            tooltip=text("board-lock-tip", activity=words),
            layout={"width": "84px"},
            disabled=still,
        )
        self.slider.observe(self._on_slider, names="value")
        self.typed.observe(self._on_typed, names="value")

        def locks(change: dict[str, Any]) -> None:
            self.slider.disabled = self.typed.disabled = bool(change["new"])
            on_lock(name, bool(change["new"]))

        self.lock.observe(locks, names="value")
        self.typed.disabled = still or locked
        super().__init__([self.typed, self.slider, self._ends, self.lock])

    def show(self, hours: float, held: bool = False) -> None:
        """Show hours.

        The slider being moved is not updated while its value is right: a late update would
        interfere with a fast drag.
        """
        at = round(hours)
        self._hours = hours
        self._quiet = True
        try:
            self.typed.value = number(hours, 1)
            if held and abs(self.slider.value - hours) <= 0.5:
                return
            # A value must lie within the ends: widen them first.
            if at > self.slider.max:
                self.slider.max = at
            if at < self.slider.min:
                self.slider.min = at
            self.slider.value = at
        finally:
            self._quiet = False

    def reach(self, low: float, high: float, hours: float) -> None:
        """Ends of the slider: least and most hours, and the hours it stands at."""
        at = round(hours)
        self._quiet = True
        try:
            # Widen the range first: the value must always lie within it.
            self.slider.min, self.slider.max = 0, max(round(high), at)
            self.slider.value = at
            self.slider.min = min(round(low), at)
        finally:
            self._quiet = False
        self.show(hours)
        # Activities that are not moved have no slider.
        words = "" if self.name == "travel" else f"{number(low)} … {number(high)}"
        self._ends.value = f"<small>{escape(words)}</small>"

    def _on_slider(self, change: dict[str, Any]) -> None:
        if not self._quiet:
            self._tell(self.name, float(change["new"]))

    def _on_typed(self, change: dict[str, Any]) -> None:
        if self._quiet:
            return
        found = read_text(change["new"], "hours")
        if found is None or not found.known:
            self.show(self._hours)
            self._nonsense(change["new"])
        else:
            # A typed number may lie beyond the slider's range; the limits decide.
            self._tell(self.name, found.number)


def choice(label: str, options: list[tuple[str, Any]], value: Any, width: str) -> widgets.Dropdown:
    """A dropdown with its label."""
    return widgets.Dropdown(
        options=options,
        value=value,
        description=label,
        style={"description_width": "initial"},
        layout={"width": width},
    )
