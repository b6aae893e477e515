"""The room in real browsers: a server in a process of its own, and pages by what people see."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from board_page import CROWDED, BoardPage, Line, axe_faults, plain
from browser import PATIENCE_SECONDS, environment, listen

from casekit.language import text

#: Parts that reach beyond the window, but for what scrolls in a box of its own.
CUT = """() => [...document.querySelectorAll('.ckr *')].filter(part =>
    part.getBoundingClientRect().right > innerWidth + 1
    && !part.closest('.ckr-aloud, .ckb-people')
).map(part => part.outerHTML.slice(0, 120))"""
#: Whether a field of a part of the board has the focus, and no head lies over it.
UNDER_HAND = """part => {
    const field = document.querySelector(`[data-place="${part}"] input:focus`);
    if (!field) return false;
    const {left, top, width, height} = field.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === field;
}"""
#: Pictures that did not load.
UNSEEN = """() => [...document.images].filter(image => !image.complete || !image.naturalWidth)
    .map(image => image.outerHTML.slice(0, 120))"""
#: What no eye sees, the head that what scrolls goes under, and names that end in dots.
SHORTENED = (
    ".ckb-aloud, .ckr-aloud, .ckr-header, .ckr-names, .ckr-screen .ckr-leaders tbody th, "
    ".ckr-wall .ckr-reveal .ckr-bar-name"
)
#: By how much the page is longer than the window.
TALLER = "() => document.querySelector('.ckr').scrollHeight - innerHeight"
PHONE, DESK, WALL = (360, 740), (1280, 720), (1920, 1080)


class Served:
    """A room that is served in a process of its own, in a folder.

    Parameters
    ----------
    folder
        Where its file and its settings are.
    minutes
        Length of the workshop.
    """

    def __init__(self, folder: Path, minutes: int) -> None:
        self.folder, self.minutes = folder, minutes
        self.port = 0
        self.process: subprocess.Popen | None = None
        self.start()

    def start(self) -> None:
        """Start it, or start it again on its file and port."""
        command = self.command()
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                command, cwd=self.folder, env=environment(self.folder), stdout=subprocess.PIPE,
                stderr=log, text=True, encoding="utf-8",
            )  # fmt: skip
        # The address for whoever leads is told last.
        lines, paths = "", (r"/\?room=\w+", r"/facilitator\?token=\w+", r"/screen\?token=\w+")
        found: list[re.Match[str] | None] = [None]
        while not all(found):
            line = self.process.stdout.readline()
            assert line, lines
            lines += line
            found = [re.search(rf"http://127\.0\.0\.1:\d+{path}\s", lines) for path in paths]
        self.join, self.facilitator, self.screen = (match[0].strip() for match in found)
        self.port = int(re.search(r":(\d+)/", self.join)[1])

    def command(self) -> list[str]:
        """What an instructor types."""
        file = str(self.folder / "room.sqlite")
        begun = ["--port", str(self.port)] if self.port else ["--minutes", str(self.minutes)]
        typed = ["room", "--file", file, "--host", "127.0.0.1", "--no-browser", *begun]
        return [sys.executable, "-m", "casekit", *typed]

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait(120)
        self.process.stdout.close()

    def stop(self) -> None:
        """End it as Ctrl+C does."""
        self.process.terminate()
        self.process.wait(120)
        self.process.stdout.close()


class BoardLine(Line):
    """What a page's board is told; the room's own line is another."""

    def __init__(self, page: Any) -> None:
        self.frames, self.told = [], []
        page.on("websocket", self._open)

    def _open(self, socket: Any) -> None:
        if "/board/" in socket.url:
            socket.on("framereceived", self._take)


class RoomPage:
    """A page of the room, by what people see of it.

    Parameters
    ----------
    browser
        A Chromium.
    size
        Width and height.
    lang
        The language that its reader has set in the browser.
    address
        What its reader opens.
    """

    def __init__(self, browser: Any, size: tuple[int, int], lang: str, address: str) -> None:
        width, height = size
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            locale={"ru": "ru-RU", "en": "en-GB"}[lang],
            has_touch=size == PHONE,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(1000 * PATIENCE_SECONDS)
        self.lang, self.complaints = lang, listen(self.page)
        self.line = BoardLine(self.page)
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.goto(address)
        self.page.wait_for_selector("[data-turn]")

    def words(self, key: str, **facts: object) -> str:
        """A text of the room in the page's language."""
        return plain(text(f"room-{key}", lang=self.lang, **facts))

    @property
    def root(self):
        """All that is seen."""
        return self.page.locator(".ckr")

    def says(self, key: str, **facts: object) -> None:
        """Wait until something is said."""
        self.until(lambda: self.words(key, **facts) in self.seen())

    def seen(self) -> str:
        """Everything that is written on the page."""
        return plain(self.root.inner_text())

    def step(self, code: str, state: str | None = None) -> None:
        """Wait until the room stands at a step."""
        self.page.wait_for_selector(f".ckr[data-step='{code}']")
        if state:
            self.page.wait_for_selector(f"[data-state='{state}']")

    def press(self, key: str, **facts: object) -> None:
        """Press a button by its name."""
        self.button(key, **facts).click()

    def button(self, key: str, **facts: object):
        """A button by its name."""
        return self.root.get_by_role("button", name=self.words(key, **facts), exact=True)

    def box(self, key: str):
        """A box to tick, by its words."""
        return self.root.get_by_role("checkbox", name=self.words(key), exact=True)

    def field(self, key: str):
        """A field by its label."""
        return self.root.get_by_label(self.words(key))

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, however busy the computer is."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            assert time.monotonic() < deadline, self.seen()
            self.page.wait_for_timeout(50)

    # What people do

    def begin_team(self, name: str, team: str) -> str:
        """Give one's name and begin a team; the code for colleagues."""
        self.field("join-name").fill(name)
        self.page.get_by_text(self.words("join-begin")).click()
        self.field("join-team").fill(team)
        self.press("join-begins")
        code = self.page.locator(".ckr-link .ckr-code")
        code.wait_for()
        return code.inner_text()

    def join_team(self, name: str, code: str) -> None:
        """Give one's name and a colleague's code."""
        self.field("join-name").fill(name)
        # In Russian the way to join by a code is called as the field is.
        self.page.locator("input.ckr-code").fill(code)
        self.press("join-joins")
        self.page.locator(".ckr-team").wait_for()

    def bet(self, answers: dict[str, str]) -> None:
        """Answer opinion by opinion."""
        for row, option in answers.items():
            self.page.get_by_role("group", name=self.words(f"opinion-{row}")).wait_for()
            self.press(f"judged-{option}")
        self.says("grid-all")
        self.says("kept")

    def choose(self, option: str) -> None:
        """Vote at an exhibit."""
        self.press(f"choice-{option}")
        self.says("kept")

    def board(self) -> BoardPage:
        """The team's board in the page."""
        return BoardPage(self.page, self.lang, self.line)

    def commit(self, reason: str, forecast: dict[str, tuple[str, str, str]] | None) -> None:
        """Commit the plan on the board, with a reason and perhaps a forecast."""
        board = self.board()
        # Whoever sees nothing but the head of the page is led to each field in its turn.
        assert self.is_led("reason")
        self.page.locator("[data-place=reason] input:focus").fill(reason)
        commit = plain(text("panel-commit", lang=self.lang))
        board.root.get_by_role("button", name=commit, exact=True).click()
        board.settle()
        # The forecast's fields come by themselves.
        self.until(lambda: self.is_under_hand("forecast"))
        if forecast is None:
            self.says("board-no-forecast", reason=reason)
            return
        ends = ("forecast-from", "forecast-likely", "forecast-to")
        for what, numbers in forecast.items():
            legend = board.words(f"forecast-{what}", currency="₽")
            group = board.root.get_by_role("group", name=legend, exact=True)
            for end, number in zip(ends, numbers, strict=True):
                group.get_by_label(board.words(end), exact=True).fill(number)
        board.press("forecast")
        self.says("board-committed", reason=reason)

    def is_led(self, part: str) -> bool:
        """Press the way to a part of the board; whether it is under the hand then."""
        self.press(f"lead-{part}")
        self.until(lambda: self.is_under_hand(part))
        return True

    def is_under_hand(self, part: str) -> bool:
        """Whether a part of the board has the focus, and its field is seen."""
        return bool(self.page.evaluate(UNDER_HAND, part))

    # What holds

    def faults(self) -> dict[str, Any]:
        """What is wrong with the page as it stands, by kind; empty lists where nothing is."""
        return {"console": self.complaints, **faults(self.page)}


def faults(page: Any) -> dict[str, Any]:
    """What is wrong with a page of the room as it stands, but for the console."""
    page.wait_for_function("() => [...document.images].every(image => image.complete)")
    found = axe_faults(page)
    crowded = page.locator(".ckr").evaluate(CROWDED.replace(".ckb-aloud", SHORTENED))
    return {
        "axe": [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found],
        "cut": page.evaluate(CUT),
        "crowded": crowded,
        "unseen": page.evaluate(UNSEEN),
    }
