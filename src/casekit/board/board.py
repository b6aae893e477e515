"""The board: sliders for the hours of each activity, with figures and pictures of the plan."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from casekit import language
from casekit.board.controls import ActivityRow, choice
from casekit.board.desk import Desk
from casekit.board.markup import aloud, link, scenario_table
from casekit.board.pictures import VIEWS, Pictures
from casekit.company import ACTIVITIES, Case
from casekit.errors import InvalidArgument
from casekit.handout import plan_page, plan_sheet
from casekit.language import text
from casekit.model import (
    PHASES,
    Calibration,
    Comparison,
    Figures,
    Limits,
    Outlook,
    Plan,
    plan_words,
    scope_name,
)
from casekit.notebook import beside

__all__ = ["Board", "cockpit"]

#: Seconds without a move after which the hand rests.
REST_SECONDS = 0.5
#: Upper end of a slider, in multiples of today's or the best plan's hours.
REACH = 1.6


class Board(widgets.VBox):
    """Sliders, pictures and sentences; the plan is exported as a line of code or as files.

    A widget holds no answer: a notebook's next cell takes the plan from the line below the picture
    or from the saved file.

    Parameters
    ----------
    comparison
        Today and the best plan.
    lang
        Initial language; the reader can switch.
    folder
        Where `Save` writes; with None files are only offered for download.
    """

    def __init__(self, comparison: Comparison, lang: str, folder: Path | None = Path()) -> None:
        self.desk = Desk(comparison)
        self._lang, self._folder = lang, folder
        self._timer: asyncio.TimerHandle | None = None
        # Outlook with the plan it was computed for.
        self._sure: tuple[Plan, Outlook] | None = None
        self._pictures = Pictures(self.desk)
        super().__init__(layout={"max_width": "1180px"})
        self._speak()

    @property
    def plan(self) -> Plan:
        """The plan on the board."""
        return self.desk.plan

    @property
    def summary(self) -> str:
        """What the plan brings, in words."""
        with language.using(self._lang):
            return " ".join(self._sentences(self._figures()))

    def save(self, folder: str | Path = ".") -> list[Path]:
        """Write the plan as JSON, as an Excel workbook and as a one-page picture.

        Parameters
        ----------
        folder
            Where to write `my_plan.json`, `my_plan.xlsx` and `my_plan.png`; files of these names
            are replaced.

        Returns
        -------
        list of Path
            What was written.
        """
        written = []
        for name, content in self.files().items():
            path = beside(folder) / name
            path.write_bytes(content)
            written.append(path)
        return written

    def files(self) -> dict[str, bytes]:
        """What `save` writes, by name."""
        comparison, desk = self.desk.comparison, self.desk
        with language.using(self._lang):
            return {
                "my_plan.json": (self.plan.to_json() + "\n").encode(),
                "my_plan.xlsx": plan_sheet(comparison, self.plan),
                "my_plan.png": plan_page(comparison, self.plan, desk.scope, desk.phase, marks=True),
            }

    def _repr_mimebundle_(self, **how: object) -> dict[str, Any]:
        # Without a front end the picture and the sentences are shown.
        picture = base64.b64encode(self._image.value).decode()
        bundle = {**super()._repr_mimebundle_(**how), "image/png": picture}
        bundle["text/plain"] = self.summary
        return bundle

    # Building

    def _speak(self) -> None:
        """Build all widgets in the language of the board."""
        with language.using(self._lang):
            self._build()
            self._reach()
            self.children = self._laid_out()
            self._show()

    def _build(self) -> None:
        comparison, desk = self.desk.comparison, self.desk
        self._rows = {
            name: ActivityRow(
                name, name in desk.fixed, self._on_hours, self._on_lock, self._on_nonsense
            )
            for name in ACTIVITIES
        }
        self._scope = choice(
            text("board-scope"),
            [(scope_name(scope), scope) for scope in comparison.scopes()],
            desk.scope,
            "230px",
        )
        self._phase = choice(
            text("board-from"),
            [(text("board-phase", month=month), k) for k, month in enumerate(PHASES)],
            desk.phase,
            "175px",
        )
        self._speaks = choice(
            "",
            [(text("language-name", lang=code), code) for code in language.LANGUAGES],
            self._lang,
            "105px",
        )
        self._looks = widgets.ToggleButtons(
            options=[(text(f"board-view-{view}"), view) for view in VIEWS],
            value=self._pictures.view,
            style={"button_width": "125px"},
        )
        self._scope.observe(self._on_scope, names="value")
        self._phase.observe(self._on_scope, names="value")
        self._speaks.observe(self._on_language, names="value")
        self._looks.observe(self._on_view, names="value")
        acts: dict[str, Callable[[], None]] = {
            "today": lambda: desk.put(Plan()),
            "mix": lambda: desk.put(comparison.benchmark or Plan()),
            "best": lambda: desk.put(comparison.best.plan),
            "undo": desk.undo,
            "redo": desk.redo,
        }
        if comparison.benchmark is None:
            del acts["mix"]
        self._buttons = {name: self._button(name, act) for name, act in acts.items()}
        self._files = {"save": self._button("save", self._save)}
        self._name = widgets.Text(
            placeholder=text("board-name"),
            layout={"width": "110px"},
            tooltip=text("board-keep-tip"),
        )
        self._keeps = self._button("keep", self._keep)
        view, self._pictures = self._pictures.view, Pictures(desk)
        self._pictures.view = view
        self._image = widgets.Image(format="png", layout={"max_width": "100%"})
        self._words, self._line, self._kept, self._note = (widgets.HTML() for _ in range(4))

    def _button(self, name: str, act: Callable[[], None]) -> widgets.Button:
        button = widgets.Button(
            description=text(f"board-{name}"),
            tooltip=text(f"board-{name}-tip"),
            layout={"width": "auto"},
        )

        def press(_: object) -> None:
            with language.using(self._lang):
                self._note.value = ""
                act()
                self._show()
                self._rest()

        button.on_click(press)
        return button

    def _laid_out(self) -> list[widgets.Widget]:
        flow = {"flex_flow": "row wrap"}
        top = widgets.HBox([self._scope, self._phase, self._looks, self._speaks], layout=flow)
        presses = [*self._buttons.values(), self._files["save"], self._name, self._keeps]
        legend = widgets.HTML(f"<small>{escape(text('board-legend'))}</small>")
        # Sentences are beside the sliders, visible without scrolling.
        told = widgets.VBox([self._words, self._note], layout={"flex": "1 1 240px", "width": "0"})
        rows = widgets.VBox([*self._rows.values()], layout={"flex": "0 0 auto"})
        return [
            top,
            widgets.HBox(presses, layout=flow),
            self._image,
            widgets.HBox([rows, told]),
            legend,
            self._kept,
            self._line,
        ]

    # What hands do

    def _on_hours(self, name: str, hours: float) -> None:
        with language.using(self._lang):
            self._note.value = ""
            self.desk.move(name, hours)
            self._show(moved=name)
        self._rest_soon()

    def _on_nonsense(self, found: str) -> None:
        with language.using(self._lang):
            self._tell(text("board-no-hours", found=found[:40]))

    def _on_lock(self, name: str, held: bool) -> None:
        (self.desk.fixed.add if held else self.desk.fixed.discard)(name)

    def _on_scope(self, _: object) -> None:
        self.desk.scope, self.desk.phase = self._scope.value, self._phase.value
        with language.using(self._lang):
            self._reach()
            self._show()

    def _on_view(self, change: dict[str, Any]) -> None:
        self._pictures.view = change["new"]
        with language.using(self._lang):
            self._draw(self._figures())
            self._rest()

    def _on_language(self, change: dict[str, Any]) -> None:
        self._lang = change["new"]
        self._speak()

    def _keep(self) -> None:
        count = len(self.desk.scenarios) + 1
        self.desk.keep(self._name.value.strip()[:40] or text("board-scenario", number=count))
        self._name.value = ""

    def _save(self) -> None:
        files = self.files()
        key = "board-ready"
        if self._folder is not None:
            try:
                for name, content in files.items():
                    (self._folder / name).write_bytes(content)
                key = "board-saved"
            except OSError:
                key = "board-unwritable"
        links = ", ".join(link(name, content) for name, content in files.items())
        self._note.value = aloud(f"{escape(text(key))} {links}")

    def _tell(self, words: str) -> None:
        self._note.value = aloud(escape(words))

    # When input pauses

    @property
    def _found(self) -> Outlook | None:
        """Outlook of the present plan, if it was computed."""
        return self._sure[1] if self._sure and self._sure[0] == self.plan else None

    def _rest_soon(self) -> None:
        """Schedule slow computations for a pause of input; never without an event loop."""
        if self._timer is not None:
            self._timer.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self._timer = loop.call_later(REST_SECONDS, self._rest)

    def _rest(self) -> None:
        """Compute the outlook and show it."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self.plan:
            return
        self._sure = self.plan, self.desk.comparison.outlook(self.plan)
        with language.using(self._lang):
            figures = self._figures()
            self._write(figures)
            if self._pictures.view == "curves":
                self._draw(figures)

    # What is shown

    def _show(self, moved: str = "") -> None:
        """Update every part to the plan."""
        figures = self._figures()
        for name, hours in self.desk.hours.items():
            self._rows[name].show(hours, held=name == moved)
        self._draw(figures)
        self._write(figures)
        if self._folder is not None:
            literal = escape(self._literal())
            self._line.value = f"<p>{escape(text('board-line'))}</p><pre>ck.{literal}</pre>"
        self._kept.value = scenario_table(self.desk.comparison, self.desk.scenarios)
        self._buttons["undo"].disabled = not self.desk.can_undo
        self._buttons["redo"].disabled = not self.desk.can_redo

    def _draw(self, figures: Figures) -> None:
        self._image.value = self._pictures.draw(figures, self._found)

    def _write(self, figures: Figures) -> None:
        first, *more = self._sentences(figures)
        lines = "".join(f"<div>{escape(words)}</div>" for words in more)
        self._words.value = aloud(f'<b style="font-size:115%">{escape(first)}</b>{lines}')

    def _reach(self) -> None:
        """Set the ends of the sliders for the scope and phase."""
        comparison, scope = self.desk.comparison, self.desk.scope
        low, high = comparison.bounds(scope)
        today, best = comparison.today(scope), comparison.best_hours(scope, self.desk.phase)
        for place, (name, hours) in enumerate(self.desk.hours.items()):
            far = REACH * max(float(today[place]), float(best[place]), 1.0)
            self._rows[name].reach(float(low[place]), min(float(high[place]), far), hours)

    def _literal(self) -> str:
        literal = repr(self.plan)
        return literal if len(literal) <= 400 else text("board-line-long")

    def _figures(self) -> Figures:
        desk = self.desk
        return desk.comparison.figures(desk.plan, desk.scope, desk.phase)

    def _sentences(self, figures: Figures) -> list[str]:
        if not self.plan:
            return [text("board-nothing")]
        return plan_words(self.desk.comparison, self.plan, figures, self.desk.scope, self._found)


def cockpit(
    case: Case | Calibration, limits: Limits | None = None, folder: str | Path | None = "."
) -> Board:
    """Show the board on which hours are reallocated.

    Parameters
    ----------
    case
        A company, or a calibration of one.
    limits
        Floors, ceilings and locks; the usual ones if left out.
    folder
        Where the button `Save` writes, from the notebook's folder; with None files are only offered
        for download.

    Returns
    -------
    Board
        Displays itself at the end of a cell; `plan` is the present plan, `save` writes it.

    Raises
    ------
    InvalidArgument
        If this is neither a company nor a calibration.
    """
    if not isinstance(case, Case | Calibration):
        raise InvalidArgument("model-source", found=type(case).__name__)
    place = None if folder is None else beside(folder)
    return Board(Comparison(case, limits), language.current(), place)
