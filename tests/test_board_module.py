"""The board's module in a real Chromium, from recorded answers: no model, no server of the kit.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from browser import CHROMIUM, ROOT, browser_page

from casekit.board.words import words_message
from casekit.company import ACTIVITIES
from casekit.language import LANGUAGES

BOARD = ROOT / "src" / "casekit" / "board"
AXE = BOARD / "browser" / "node_modules" / "axe-core" / "axe.min.js"
REQUIRED = bool(os.environ.get("CASEKIT_REQUIRE_BROWSER"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium"),
]

#: A fixed limit that only what never comes can reach, milliseconds.
PATIENCE_MS = 60_000
#: Nothing is on its way any more.
QUIET = "() => document.querySelector('.ckb-top').getAttribute('aria-busy') === 'false'"
#: Pictures are drawn for the width they have.
FITTED = """() => [...document.querySelectorAll('.ckb-svg')].every(
    box => box.querySelector('svg').width.baseVal.value === box.clientWidth)"""
#: Parts that reach beyond the window, but for tables that scroll in a box of their own.
CUT = """() => [...document.querySelectorAll('.ckb *')].filter(part =>
    part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.ckb-people')
).map(part => part.className)"""
#: Figures of the top line, and names, that are wider than their place.
SHORT_OF_ROOM = """() => [...document.querySelectorAll('.ckb-figure, .ckb-name')]
    .filter(part => part.scrollWidth > part.clientWidth + 1).map(part => part.textContent)"""
#: Texts of pictures that two places hold at once.
OVERLAPS = """() => [...document.querySelectorAll('.ckb-picture')].flatMap(picture => {
    const texts = [...picture.querySelectorAll('svg text')].filter(text => text.textContent.trim());
    const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([one, a], k) => boxes.slice(k + 1).filter(([, b]) =>
        a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 3 && b.top < a.bottom - 3
    ).map(([other]) => one + ' | ' + other));
})"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


Opened = Callable[..., AbstractContextManager]


@pytest.fixture(scope="module")
def opened() -> Iterator[Opened]:
    """A way to open the fixture's page; it complains of whatever the console said."""
    handler = functools.partial(_Quiet, directory=BOARD)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    @contextmanager
    def opening(query: str, width: int = 1280, height: int = 720) -> Iterator:
        with browser_page(width, height) as page:
            said: list[str] = []
            page.set_default_timeout(PATIENCE_MS)
            page.on("console", lambda line: said.append(line.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            address = f"http://127.0.0.1:{server.server_port}/browser/fixture.html?{query}"
            page.goto(address)
            page.wait_for_selector(".ckb-p-worth svg")
            yield page
            assert said == []

    yield opening
    server.shutdown()
    server.server_close()


def test_the_fixture_speaks_as_the_board_does() -> None:
    """Out of date after a change of texts: `python -m casekit.board.words` prints it anew."""
    kept = json.loads((BOARD / "browser" / "fixture" / "words.json").read_text(encoding="utf-8"))
    assert kept == {lang: words_message()[lang] for lang in LANGUAGES}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_nothing_is_cut_or_overlaps_from_a_phone_to_a_projector(opened: Opened, lang: str) -> None:
    with opened(f"lang={lang}") as page:
        for width in (360, 640, 940, 1000, 1090, 1180, 1280, 1500, 1920, 2560):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_function(FITTED)
            assert page.evaluate(CUT) == [], width
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
            assert page.evaluate(OVERLAPS) == [], width
            assert page.evaluate(SHORT_OF_ROOM) == [], width


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_first_sheet_stands_within_1280_by_720(opened: Opened, lang: str) -> None:
    with opened(f"lang={lang}") as page:
        for name in ("margin", "hours", "worth"):
            box = page.locator(f".ckb-p-{name}").bounding_box()
            assert box["y"] + box["height"] <= 720, name
        for activity in ACTIVITIES:
            box = page.locator(f".ckb-row[data-activity={activity}]").bounding_box()
            assert box["y"] + box["height"] <= 720, activity


def test_fifty_quick_moves_end_right_under_a_slow_kernel(opened: Opened) -> None:
    with opened("lang=en&delay=60") as page:
        slider = page.locator("[data-activity=retention] input[type=range]")
        box = slider.bounding_box()
        middle = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 0.45 * box["width"], middle)
        page.mouse.down()
        for step in range(50):
            page.mouse.move(box["x"] + box["width"] * (0.2 + 0.6 * step / 49), middle)
        held = float(slider.input_value())
        page.mouse.up()
        page.wait_for_function(QUIET)
        moves = page.evaluate("asked.filter(deed => deed.do === 'move')")
        assert moves[-1]["hours"] == held
        assert 2 <= len(moves) < 50
        assert float(slider.input_value()) == held
        assert float(page.locator("[data-activity=retention] .ckb-typed").input_value()) == held


def test_hours_are_typed_and_nonsense_is_told(opened: Opened) -> None:
    with opened("lang=ru") as page:
        field = page.locator("[data-activity=expansion] .ckb-typed")
        field.fill("19,5")
        field.press("Enter")
        page.wait_for_function(QUIET)
        assert page.evaluate("asked.at(-1).hours") == 19.5
        before = page.evaluate("asked.length")
        field.fill("много")
        field.press("Enter")
        assert "много" in page.locator(".ckb-row [role=alert]").inner_text()
        assert page.evaluate("asked.length") == before
        assert field.input_value() == "19,5"


def test_the_keyboard_alone_reaches_and_reads_everything(opened: Opened) -> None:
    with opened("lang=en") as page:
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.append(
                page.evaluate("""() => {
                const at = document.activeElement;
                const row = at.closest('.ckb-row')?.dataset.activity;
                return row ? `${row} ${at.type}` : at.closest('.ckb-picture')?.className ?? at.id;
            }""")
            )
        for activity in set(ACTIVITIES) - {"travel"}:
            assert {f"{activity} range", f"{activity} text", f"{activity} button"} <= set(reached)
        page.locator(".ckb-p-margin .ckb-drawing").focus()
        first = page.locator(".ckb-p-margin .ckb-drawing").get_attribute("aria-valuetext")
        page.keyboard.press("ArrowRight")
        second = page.locator(".ckb-p-margin .ckb-drawing").get_attribute("aria-valuetext")
        assert first.startswith("Month 1:") and second.startswith("Month 2:")
        slider = page.locator("[data-activity=conversion] input[type=range]")
        slider.focus()
        at = float(slider.input_value())
        page.keyboard.press("ArrowRight")
        page.wait_for_function(QUIET)
        assert page.evaluate("asked.at(-1).hours") > at - 0.5


def test_a_late_answer_of_an_older_turn_is_not_shown(opened: Opened) -> None:
    with opened("lang=en&slow=never") as page:
        chance = page.locator("[data-figure=chance] b")
        assert chance.inner_text() == "…"
        page.evaluate("board.tell({ kind: 'slow', turn: -1, chance: 0.1, low: null, high: null })")
        assert chance.inner_text() == "…"
        turn = int(page.locator(".ckb").get_attribute("data-turn"))
        page.evaluate(
            "turn => board.tell({ kind: 'slow', turn, chance: 0.8, low: null, high: null })", turn
        )
        assert chance.inner_text() == "about 4 in 5"


def test_the_best_plan_has_no_button_and_no_mark_before_a_commit(opened: Opened) -> None:
    with opened("lang=en") as page:
        assert page.get_by_role("button", name="Best").count() == 0
        assert page.get_by_text("attainable").count() == 1  # what the commit promises
        page.get_by_label("Why this plan?").fill("Close the doors")
        page.get_by_role("button", name="Commit").click()
        page.get_by_role("button", name="Best equal change").wait_for()
        assert page.evaluate("asked.at(-1).reason") == "Close the doors"
        assert page.get_by_role("button", name="Best plan").count() == 1


def test_two_boards_on_a_page_keep_apart(opened: Opened) -> None:
    with opened("lang=en&boards=2") as page:
        page.locator("#other .ckb-p-worth svg").first.wait_for()
        names = page.evaluate("[...document.querySelectorAll('.ckb [id]')].map(part => part.id)")
        assert len(names) == len(set(names)) > 20
        page.locator("#other [role=tab]").nth(2).click()
        page.locator("#other [data-person]").first.wait_for()
        assert page.locator("#board [data-person]").count() == 0


@pytest.mark.skipif(not AXE.exists() and not REQUIRED, reason="needs `npm ci` in board/browser")
@pytest.mark.parametrize("query", ["lang=en", "lang=ru&state=committed", "lang=ru&state=unknown"])
def test_axe_finds_nothing_serious(opened: Opened, query: str) -> None:
    with opened(query) as page:
        page.add_script_tag(content=Path(AXE).read_text(encoding="utf-8"))
        for sheet in range(3):
            page.get_by_role("tab").nth(sheet).click()
            if sheet == 1:
                page.locator(".ckb-judge summary").click()
            if sheet == 2:
                page.locator(".ckb-open").first.click()
            found = page.evaluate("async () => (await axe.run()).violations")
            assert [(fault["id"], fault["impact"]) for fault in found] == []
