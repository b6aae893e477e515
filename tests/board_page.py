"""The board in a browser: what its reader sees, presses and types, and what the line brings."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

from browser import PATIENCE_SECONDS, ROOT

from casekit import language
from casekit.board.view import MOST_NAMED
from casekit.company import ACTIVITIES, load_case
from casekit.language import text
from casekit.model import Comparison, Figures, Plan, calibrate_judgement
from casekit.model.plans.proposals import people_affected

CASE = load_case(ROOT / "data")
BASE = Comparison(CASE)
AXE = ROOT / "src/casekit/board/browser/node_modules/axe-core/axe.min.js"
#: Words that lie over other words, outside pictures.
CROWDED = """root => {
    const texts = [...root.querySelectorAll('*')].filter(part => !part.closest('svg, .ckb-aloud')
        && part.tagName !== 'OPTION' && part.checkVisibility()
        && [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
    const lines = texts.flatMap(part => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return [...range.getClientRects()].map(box => [part, box]);
    });
    return lines.flatMap(([one, a], k) => lines.slice(k + 1).filter(([other, b]) =>
        !one.contains(other) && !other.contains(one) && a.left < b.right - 2
        && b.left < a.right - 2 && a.top < b.bottom - 3 && b.top < a.bottom - 3
    ).map(([other]) => one.textContent + ' | ' + other.textContent));
}"""
#: Hours are told to a tenth.
TENTH = 0.051


class Line:
    """What the boards of a page are told, as it comes over the web sockets.

    Parameters
    ----------
    page
        A page that has opened nothing yet.
    """

    def __init__(self, page) -> None:
        self.frames: list[str] = []
        self.told: list[dict[str, Any]] = []
        page.on("websocket", lambda socket: socket.on("framereceived", self._take))

    def _take(self, frame: str | bytes) -> None:
        raw = frame.encode() if isinstance(frame, str) else frame
        self.frames.append(raw.decode("utf-8", "replace"))
        message = _told(frame)
        if isinstance(message, dict) and "kind" in message:
            self.told.append(message)

    def last(self, kind: str) -> dict[str, Any]:
        """The newest message of a kind."""
        return next(message for message in reversed(self.told) if message["kind"] == kind)

    def numbers(self) -> set[float]:
        """Every number with decimals in whatever came, to a tenth."""
        return {round(float(n), 1) for text in self.frames for n in re.findall(r"\d+\.\d+", text)}


def _told(frame: str | bytes) -> object:
    """What a frame brings: bare on the page, in an envelope of Jupyter's in a notebook."""
    if isinstance(frame, str):
        # An empty one is a sign of life.
        return json.loads(frame) if frame else None
    # How many places follow, the places themselves, then channel, headers, metadata, content.
    first, *places = (int.from_bytes(frame[at : at + 8], "little") for at in range(0, 64, 8))
    parts = [frame[begin:end] for begin, end in pairwise(places[:first])]
    data = json.loads(parts[4]).get("data")
    return data.get("content") if isinstance(data, dict) else None


@cache
def comparison(pressure: str, answers: str) -> Comparison:
    """What the model makes of a company for what a reader takes for granted."""
    judged = json.loads(answers)
    source = calibrate_judgement(judged, CASE) if judged else CASE
    return Comparison(source, pressure=None if pressure == "goes_on" else pressure)


def plain(words: str) -> str:
    """Text with single spaces, whatever kind they were."""
    return " ".join(words.split())


class BoardPage:
    """The board as it stands on a page, by what people see of it.

    Parameters
    ----------
    page
        A page on which the board is drawn or about to be.
    lang
        The language it speaks.
    line
        What the page is told.
    """

    def __init__(self, page, lang: str, line: Line) -> None:
        self.page, self.lang, self.line = page, lang, line
        self.root = page.locator(".ckb")
        self.top = page.locator(".ckb-top")
        self.top.wait_for(timeout=1000 * PATIENCE_SECONDS)

    def words(self, key: str, **facts: object) -> str:
        """A text of the board in its language."""
        return plain(text(f"panel-{key}", lang=self.lang, **facts))

    def name(self, activity: str) -> str:
        """An activity as the board begins a line with it."""
        word = text(f"activity-{activity}", lang=self.lang)
        return word[0].upper() + word[1:]

    # What people see

    @property
    def hands(self):
        """Sliders and fields of the scope."""
        return self.root.get_by_role("region", name=self.words("hands"), exact=True)

    def field(self, activity: str, within=None):
        """The number of an activity, found by its label as a screen reader finds it."""
        label = self.words("typed", activity=self.name(activity))
        return (within or self.hands).get_by_label(label, exact=True)

    def slider(self, activity: str):
        """The slider of an activity."""
        label = self.words("slider", activity=self.name(activity))
        return self.hands.get_by_role("slider", name=label, exact=True)

    def hours(self, activity: str, within=None) -> float:
        """Hours on screen."""
        return float(self.field(activity, within).input_value().replace(",", "."))

    def figure(self, key: str, part: str = "b") -> str:
        """A figure of the top line."""
        return plain(self.top.locator(f"[data-figure={key}] {part}").inner_text())

    def says(self, words: str) -> bool:
        """Whether something is said on the board."""
        return plain(words) in plain(self.root.inner_text())

    # What people do

    def button(self, key: str, **facts: object):
        """A button by its name."""
        return self.root.get_by_role("button", name=self.words(key, **facts), exact=True)

    def press(self, key: str, **facts: object) -> None:
        """Press a button, and see what it did."""
        self.button(key, **facts).click()
        self.settle()

    def lock(self, activity: str) -> None:
        """Press a lock."""
        self.press("lock", activity=self.name(activity))

    def type(self, activity: str, hours: float | str, within=None) -> None:
        """Type hours as the language writes them, and Enter."""
        with language.using(self.lang):
            told = hours if isinstance(hours, str) else language.number(hours, 1)
        self.field(activity, within).fill(told)
        self.field(activity, within).press("Enter")
        self.settle()

    def drag(self, activity: str, share: float) -> float:
        """Pull a slider to a part of its length; the hours it said when it was let go."""
        slider = self.slider(activity)
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        at = slider.evaluate("e => (e.value - e.min) / (e.max - e.min)")
        height = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + box["width"] * at, height)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * share, height, steps=12)
        held = float(slider.input_value())
        self.page.mouse.up()
        self.settle()
        return held

    def sheet(self, name: str) -> None:
        """Turn to a sheet."""
        self.root.get_by_role("tab", name=self.words(f"sheet-{name}"), exact=True).click()
        self.settle()

    # What holds

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, however busy the computer is."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            assert time.monotonic() < deadline, plain(self.root.inner_text())
            self.page.wait_for_timeout(50)

    def settle(self) -> None:
        """Wait until the hand has rested: all is answered, and what is slow has arrived."""

        def settled() -> bool:
            state = self.root.evaluate(
                "e => [e.dataset.turn, e.querySelector('.ckb-top')?.getAttribute('aria-busy'),"
                " e.querySelector('[data-figure=chance] b')?.innerText]"
            )
            return state[:2] == [str(self.line.last("view")["turn"]), "false"] and state[2] != "…"

        self.until(settled)

    def plan(self) -> Plan:
        """The plan on the board."""
        return Plan.from_json(json.dumps(self.line.last("view")["plan"]))

    def agree(self) -> Figures:
        """The model's figures of the plan on the board; the screen says the same."""
        view, plan = self.line.last("view"), self.plan()
        model = comparison(view["pressure"], json.dumps(view["answers"]))
        figures = model.figures(plan, view["scope"], view["phase"])
        for activity, hours in zip(ACTIVITIES, figures.hours, strict=True):
            assert abs(self.hours(activity) - hours) < TENTH, activity
            # A slider goes by half hours.
            assert abs(float(self.slider(activity).input_value()) - hours) < 0.26, activity
        assert plan, "of today's hours there is nothing to say"
        told = self._told(model, plan, figures, view["scope"])
        assert {key: self.figure(key) for key in told} == told
        who = sorted(set(figures.untried["rep_id"]))
        note = "none" if not who else "who" if len(who) <= MOST_NAMED else "people"
        words = self.words(f"untried-{note}", count=len(who), who=", ".join(who))
        assert self.figure("untried", "small") == words
        return figures

    def _told(self, model: Comparison, plan: Plan, figures: Figures, scope: str) -> dict[str, str]:
        c, rows, month = model.calibration, model.rows(scope), figures.payback_month
        hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
        todays = c.today_hours[rows]
        affected = people_affected(hours[:, rows], todays)
        payback = {None: "never", 1: "once"}.get(month, "month")
        with language.using(self.lang, model.currency):
            said = {
                "gain": _plus(figures.gain_krub),
                "gain-year": _plus(figures.profit_krub.mean()),
                "payback": self.words(f"payback-{payback}", month=month),
                "trough": language.money(-figures.trough_krub)
                if figures.trough_krub
                else self.words("none"),
                "chance": language.chance(model.outlook(plan, scope).chance_of_gain),
                "people": self.words("affected-of", count=affected, of=len(todays)),
            }
        return {key: plain(words) for key, words in said.items()}

    def crowded(self) -> list[str]:
        """Words that lie over others: notebooks have styles of their own."""
        return self.root.evaluate(CROWDED)

    def serious(self, where: str) -> list[tuple[str, str]]:
        """What axe-core finds wrong for readers who cannot see or point, if it is serious."""
        return [
            (fault["id"], node["html"][:200])
            for fault in axe_faults(self.page, where)
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]


def axe_faults(page: Any, where: str = "html") -> list[dict[str, Any]]:
    """What axe-core finds in a part of a page; nothing where it is not installed, nor must be."""
    if not AXE.exists() and not os.environ.get("CASEKIT_REQUIRE_BROWSER"):
        return []
    # Not as a script of the page, which lets none in.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "async where => (await axe.run(where)).violations", where
    )
    return found


def _plus(krub: float) -> str:
    return ("+" if krub > 0 else "") + language.money(krub)
