"""The board: sliders for the hours of each activity, and what follows from moving them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from casekit import language
from casekit.board.desk import Desk
from casekit.charts.board import BoardFrame, BoardPicture
from casekit.company import ACTIVITIES, Case
from casekit.errors import CasekitError, InvalidArgument
from casekit.language import money, number, percent, text
from casekit.model import PHASES, Calibration, Comparison, Figures, Limits, Plan, outlook
from casekit.model.comparison import VALUED

__all__ = ["Board", "cockpit"]

#: Draws behind the chance of a gain, worked out when the hand rests.
DRAWS = 200
#: How far a slider goes, in multiples of today's or the best plan's hours: a hand needs room,
#: not the whole month.
REACH = 1.6
_WIDE = {"description_width": "150px"}


class Board(widgets.VBox):
    """Sliders, picture and words; the plan leaves it as a line to paste or a file.

    A widget holds no answer: what the board shows is `plan`, and a notebook's next cell takes it
    from the line below the picture.
    """

    def __init__(self, comparison: Comparison, currency: str, lang: str) -> None:
        self.desk = Desk(comparison)
        self._currency, self._lang = currency, lang
        self._quiet = False
        self._sliders: dict[str, widgets.FloatSlider] = {}
        self._locks: dict[str, widgets.ToggleButton] = {}
        with language.using(lang):
            self._build()
            self._reach()
            self._show()
            super().__init__(self._laid_out(), layout={"max_width": "1180px"})

    @property
    def plan(self) -> Plan:
        """The plan on the board."""
        return self.desk.plan

    @property
    def summary(self) -> str:
        """What the plan brings, in words."""
        with language.using(self._lang):
            return " ".join(self._sentences(self._figures()))

    def save(self, path: str | Path = "my_plan.json") -> Path:
        """Write the plan as JSON.

        Parameters
        ----------
        path
            File to write; one of the same name is replaced.
        """
        target = Path(path)
        target.write_text(self.plan.to_json() + "\n", encoding="utf-8")
        return target

    def _repr_mimebundle_(self, **how: object) -> dict[str, Any]:
        # Where no front end draws sliders, the words and the picture say what they showed.
        bundle: dict[str, Any] = {**super()._repr_mimebundle_(**how), "text/plain": self.summary}
        return bundle

    # Building

    def _build(self) -> None:
        comparison = self.desk.comparison
        for name in ACTIVITIES:
            slider = widgets.FloatSlider(
                description=text(f"activity-{name}"),
                step=0.1,
                readout_format=".1f",
                style=_WIDE,
                layout={"width": "440px"},
                disabled=name == "travel",
            )
            slider.observe(self._on_slider(name), names="value")
            self._sliders[name] = slider
            lock = widgets.ToggleButton(
                value=name == "travel",
                description=text("board-lock"),
                tooltip=text("board-lock-tip", activity=text(f"activity-{name}")),
                layout={"width": "110px"},
                disabled=name == "travel",
            )
            lock.observe(self._on_lock(name), names="value")
            self._locks[name] = lock
        self._scope = widgets.Dropdown(
            options=[(self._scope_name(scope), scope) for scope in comparison.scopes()],
            description=text("board-scope"),
            style=_WIDE,
            layout={"width": "440px"},
        )
        self._scope.observe(self._on_view, names="value")
        self._phase = widgets.Dropdown(
            options=[(text("board-phase", month=m), k) for k, m in enumerate(PHASES)],
            description=text("board-from"),
            style=_WIDE,
            layout={"width": "440px"},
        )
        self._phase.observe(self._on_view, names="value")
        self._buttons = {
            name: self._button(name, act)
            for name, act in (
                ("today", lambda: self.desk.put(Plan())),
                ("best", lambda: self.desk.put(comparison.best.plan)),
                ("undo", self.desk.undo),
                ("redo", self.desk.redo),
                ("keep", self._keep),
                ("save", self._save),
            )
        }
        self._picture = BoardPicture(self._frame(self._figures()))
        self._image = widgets.Image(format="png", layout={"max_width": "100%"})
        self._words, self._line, self._kept = (widgets.HTML() for _ in range(3))

    def _button(self, name: str, act: Callable[[], None]) -> widgets.Button:
        button = widgets.Button(
            description=text(f"board-{name}"),
            tooltip=text(f"board-{name}-tip"),
            layout={"width": "auto"},
        )

        def press(_: object) -> None:
            with language.using(self._lang):
                act()
                self._show(rest=True)

        button.on_click(press)
        return button

    def _laid_out(self) -> list[widgets.Widget]:
        rows = [widgets.HBox([self._sliders[name], self._locks[name]]) for name in ACTIVITIES]
        left = widgets.VBox([self._scope, self._phase, *rows])
        right = widgets.VBox(
            [
                widgets.HBox(list(self._buttons.values()), layout={"flex_flow": "row wrap"}),
                self._words,
            ],
            layout={"max_width": "600px"},
        )
        legend = widgets.HTML(f"<small>{escape(text('board-legend'))}</small>")
        return [widgets.HBox([left, right], layout={"flex_flow": "row wrap"}), self._image, legend,
                self._line, self._kept]  # fmt: skip

    def _scope_name(self, scope: str) -> str:
        return text("board-everybody") if scope == "all" else self._names(scope)

    def _names(self, scope: str) -> str:
        return scope

    # What hands do

    def _on_slider(self, name: str) -> Callable[[dict[str, Any]], None]:
        def moved(change: dict[str, Any]) -> None:
            if self._quiet:
                return
            with language.using(self._lang):
                self.desk.move(name, float(change["new"]))
                self._show(moved=name)

        return moved

    def _on_lock(self, name: str) -> Callable[[dict[str, Any]], None]:
        def locked(change: dict[str, Any]) -> None:
            (self.desk.fixed.add if change["new"] else self.desk.fixed.discard)(name)
            self._sliders[name].disabled = bool(change["new"])

        return locked

    def _on_view(self, _: object) -> None:
        self.desk.scope, self.desk.phase = self._scope.value, self._phase.value
        with language.using(self._lang):
            self._reach()
            self._show()

    def _keep(self) -> None:
        self.desk.keep(text("board-scenario", number=len(self.desk.scenarios) + 1))

    def _save(self) -> None:
        try:
            self.save()
        except (OSError, CasekitError):
            self._kept.value = f"<p>{escape(text('board-unwritable'))}</p>"

    # What is shown

    def _show(self, moved: str = "", rest: bool = False) -> None:
        """Bring every part to the plan; what takes long only when the hand rests.

        The slider in the hand is left alone as long as it tells the truth: a value sent back to
        it would pull it away from under quick fingers.
        """
        figures = self._figures()
        self._quiet = True
        try:
            for name, hours in self.desk.hours.items():
                slider = self._sliders[name]
                if name == moved and abs(slider.value - hours) <= slider.step / 2:
                    continue
                # A value must fit always: the ends give way to it.
                if hours > slider.max:
                    slider.max = hours
                if hours < slider.min:
                    slider.min = hours
                slider.value = hours
        finally:
            self._quiet = False
        self._image.value = self._picture.draw(self._frame(figures))
        sentences = self._sentences(figures)
        if rest and self.plan:
            found = outlook(self.desk.comparison.calibration, self.plan, draws=DRAWS)
            sentences.append(text("plan-chance", chance=percent(found.chance_of_gain)))
        lines = "".join(f"<div>{escape(words)}</div>" for words in sentences)
        self._words.value = f'<div style="line-height:1.35;margin:6px 0">{lines}</div>'
        self._line.value = (
            f"<p>{escape(text('board-line'))}</p><pre>ck.{escape(self._literal())}</pre>"
        )
        self._kept.value = self._scenarios()
        self._buttons["undo"].disabled = not self.desk.can_undo
        self._buttons["redo"].disabled = not self.desk.can_redo

    def _reach(self) -> None:
        """Ends of the sliders, for the scope and phase looked at."""
        comparison, scope = self.desk.comparison, self.desk.scope
        low, high = comparison.bounds(scope)
        today, best = comparison.today(scope), comparison.best_hours(scope, self.desk.phase)
        self._quiet = True
        try:
            for place, (name, hours) in enumerate(self.desk.hours.items()):
                slider = self._sliders[name]
                far = REACH * max(float(today[place]), float(best[place]), 1.0)
                # The widest first: a value must fit always.
                slider.min, slider.max = 0.0, max(round(min(float(high[place]), far), 1), hours)
                slider.value = hours
                slider.min = min(round(float(low[place]), 1), hours)
        finally:
            self._quiet = False

    def _literal(self) -> str:
        literal = repr(self.plan)
        return literal if len(literal) <= 400 else text("board-line-long")

    def _figures(self) -> Figures:
        desk = self.desk
        return desk.comparison.figures(desk.plan, desk.scope, desk.phase)

    def _frame(self, figures: Figures) -> BoardFrame:
        today = _of_today(self.desk.comparison, self.desk.scope, self.desk.phase)
        return BoardFrame(
            plan=figures.hours,
            margin_plan=figures.margin_krub,
            hour=figures.hour_krub,
            valued=tuple(ACTIVITIES[column] for column in VALUED),
            currency=self._currency,
            **today,
        )

    def _sentences(self, figures: Figures) -> list[str]:
        """What the plan brings and what to beware of, a sentence each."""
        if not self.plan:
            return [text("board-nothing")]
        key = "board-gain" if figures.gain_krub >= 0 else "board-loss"
        before = figures.value_krub - figures.gain_krub
        told = [
            text(
                key,
                amount=money(abs(figures.gain_krub), self._currency),
                share=percent(abs(figures.gain_krub) / before, 1),
            )
        ]
        month = figures.payback_month
        if month is None:
            told.append(text("plan-never-pays", months=len(figures.margin_krub)))
        else:
            told.append(text("board-pays", month=month) if month > 1 else text("plan-pays-at-once"))
        years = (money(amount, self._currency) for amount in figures.profit_krub)
        told.append(text("board-profit", years="; ".join(years)))
        floor = self.desk.comparison.calibration.response.service_floor_hours
        if figures.below_floor:
            told.append(text("plan-service-below", floor=number(floor)))
        if figures.beyond:
            count = len(self.desk.comparison.rows(self.desk.scope))
            told.append(text("plan-extrapolates", count=figures.beyond, of=count))
        return told

    def _scenarios(self) -> str:
        """Plans put aside, side by side."""
        if not self.desk.scenarios:
            return ""
        head = "".join(f"<th>{escape(text(f'board-head-{name}'))}</th>" for name in _SCENARIO_HEADS)
        rows = []
        for name, plan in self.desk.scenarios.items():
            found = self.desk.comparison.figures(plan)
            month = "—" if found.payback_month is None else number(found.payback_month)
            cells = (
                name,
                money(found.gain_krub, self._currency),
                month,
                *(number(h, 1) for h in found.hours),
            )
            rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


_SCENARIO_HEADS = ("name", "gain", "pays", *ACTIVITIES)


@functools.lru_cache(maxsize=64)
def _of_today(comparison: Comparison, scope: str, phase: int) -> dict[str, Any]:
    """Parts of a frame that no move changes."""
    low, high = comparison.bounds(scope)
    return {
        "today": comparison.today(scope),
        "best": comparison.best_hours(scope, phase),
        "low": low,
        "high": high,
        "margin_today": comparison.margin_today(scope),
        "margin_base": comparison.margin_of_base(scope),
        "margin_pipe": comparison.margin_without_plan(scope),
    }


def cockpit(case: Case | Calibration, limits: Limits | None = None) -> Board:
    """Board to reallocate hours on and see what follows.

    Parameters
    ----------
    case
        A company, or a calibration of one.
    limits
        Floors, ceilings and locks; the usual ones if left out.

    Returns
    -------
    Board
        Displays itself at the end of a cell; `plan` is what lies on it, `save` writes it.

    Raises
    ------
    InvalidArgument
        If this is neither a company nor a calibration.
    """
    if not isinstance(case, Case | Calibration):
        raise InvalidArgument("model-source", found=type(case).__name__)
    currency = case.currency if isinstance(case, Case) else ""
    return Board(Comparison(case, limits), currency, language.current())
