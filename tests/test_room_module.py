"""The room's pages in a real Chromium, from recorded views: every moment, role and size.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there. Languages go
by turns; with CASEKIT_SCREENSHOTS=folder both are looked at, and the pictures are kept.
"""

from __future__ import annotations

import copy
import functools
import http.server
import json
import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from browser import (
    CHROMIUM,
    PATIENCE_SECONDS,
    ROOT,
    SCREENSHOTS,
    a_browser,
    keep_screenshot,
    listen,
)
from room_page import DESK, PHONE, TALLER, WALL, faults

from casekit.charts.style import TEXT_SIZE
from casekit.company.loading import read_company
from casekit.language import LANGUAGES, open_texts
from casekit.room.course.agenda import EXHIBITS
from casekit.room.outcome.exhibits import Exhibits

PACKAGE = ROOT / "src" / "casekit"
FIXTURE = PACKAGE / "board" / "browser" / "fixture" / "room.json"
VIEWS: dict[str, dict[str, dict[str, Any]]] = json.loads(FIXTURE.read_text(encoding="utf-8"))
REQUIRED = bool(os.environ.get("CASEKIT_REQUIRE_BROWSER"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium"),
]

#: A picture in place of the exhibits'.
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>'
#: A board in place of the team's.
BOARD = "export function connect(el) { el.innerHTML = '<p class=\"ckb-top\">0</p>'; }"
#: What a picture comes to on the page: how wide it is, and its drawing's width.
MEASURED = """async image => {
    const file = await (await fetch(image.currentSrc)).text();
    return [image.getBoundingClientRect().width, parseFloat(/width="([.0-9]+)pt"/.exec(file)[1])];
}"""
#: Letters on a screen are read from this size on, pixels.
READ_PX = 11
SIZES = {"phone": PHONE, "desk": DESK, "wall": WALL}
ROLES = ("person", "newcomer", "facilitator", "screen")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _answering(body: str, kind: str) -> Any:
    """What answers in the server's place."""
    return lambda route: route.fulfill(body=body, content_type=kind)


class Fixture:
    """The fixture's page.

    Parameters
    ----------
    browser
        A Chromium.
    address
        Where the package is served.
    """

    def __init__(self, browser: Any, address: str) -> None:
        self.browser = browser
        self.address = f"{address}/board/browser/fixture/room.html"
        self.words = json.dumps({lang: open_texts(("room-",), lang) for lang in LANGUAGES})

    def page(self, size: tuple[int, int]) -> Any:
        """A page that has opened nothing yet."""
        width, height = size
        page = self.browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.set_default_timeout(1000 * PATIENCE_SECONDS)
        answers = {
            "room_words.json": (self.words, "application/json"),
            "exhibit/*": (SQUARE, "image/svg+xml"),
            "board.js": (BOARD, "text/javascript"),
        }
        for name, answer in answers.items():
            page.route(f"**/{name}", _answering(*answer))
        return page

    def open(self, page: Any, role: str, moment: str, lang: str, code: str = "") -> None:
        """Show a recorded view."""
        page.goto(f"{self.address}?role={role}&moment={moment}&lang={lang}&code={code}")
        page.wait_for_selector("[data-turn]")


@pytest.fixture(scope="module")
def fixture() -> Iterator[Fixture]:
    handler = functools.partial(_Quiet, directory=PACKAGE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with a_browser() as browser:
            yield Fixture(browser, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        server.server_close()


def _is_right(fixture: Fixture, role: str, size: str, lang: str, moments: list[str]) -> None:
    page = fixture.page(SIZES[size])
    complaints = listen(page)
    for moment in moments:
        fixture.open(page, role, moment, lang)
        keep_screenshot(page, f"view-{role}-{moment}-{lang}-{size}")
        found = {"console": complaints, **faults(page)}
        assert not any(found.values()), (moment, found)
        if role == "screen" and size != "phone":
            assert page.evaluate(TALLER) <= 0, moment
    page.context.close()


def test_a_few_moments_are_right(fixture: Fixture) -> None:
    """What most readers see: a phone in Russian."""
    _is_right(fixture, "person", "phone", "ru", ["bet", "round_1", "reveal"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("role", "size", "lang"),
    [
        (role, size, lang)
        for row, role in enumerate(ROLES)
        for column, size in enumerate(SIZES)
        for lang in LANGUAGES
        if SCREENSHOTS or lang == LANGUAGES[(row + column) % len(LANGUAGES)]
    ],
)
def test_every_moment_is_right(fixture: Fixture, role: str, size: str, lang: str) -> None:
    """Nothing is cut, crowded, closed to a screen reader, or longer than a wall."""
    _is_right(fixture, role, size, lang, list(VIEWS))


@pytest.mark.slow
@pytest.mark.parametrize("size", ["desk", "wall"])
def test_forty_teams_have_room_on_the_wall(fixture: Fixture, size: str) -> None:
    """The first few are named, the rest counted; all are points."""
    page = fixture.page(SIZES[size])
    views = json.dumps(_forty(VIEWS))
    page.route("**/room.json", _answering(views, "application/json"))
    for moment in ("join", "bet", "averages", "board", "commit", "round_3", "reveal"):
        fixture.open(page, "screen", moment, "ru")
        keep_screenshot(page, f"view-screen-forty-{moment}-ru-{size}")
        assert not any((found := faults(page)).values()), (moment, found)
        assert page.evaluate(TALLER) <= 0, moment
    page.context.close()


def _forty(views: dict[str, Any]) -> dict[str, Any]:
    """Views of the wall as if ten times as many teams had come."""
    many = copy.deepcopy(views)
    names = [f"Команда номер {number} и все её друзья" for number in range(1, 41)]
    for roles in many.values():
        told = roles["screen"]["told"]
        roles["screen"]["teams"] = [
            {
                "name": name,
                "people": 3,
                "voted": k % 4,
                "committed": k % 3 > 0,
                "foretold": k % 3 > 1,
            }
            for k, name in enumerate(names)
        ]
        lists = [told.get(key) and told[key]["rows"] for key in ("leaders", "forecasters")]
        lists += [told.get("points"), told.get("reveal") and told["reveal"]["teams"]]
        for rows in filter(None, lists):
            rows[:] = [{**copy.deepcopy(rows[k % 4]), "team": name} for k, name in enumerate(names)]
        for k, point in enumerate(told.get("points") or []):
            point["after"] = {kind: hours * k / 20 for kind, hours in point["after"].items()}
    return many


@pytest.mark.slow
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_exhibits_are_read_whole_on_every_screen(fixture: Fixture, size: str) -> None:
    """On a phone as well nothing of them is cut, and their letters are large enough."""
    drawn = Exhibits(read_company(ROOT / "data"))
    for lang in LANGUAGES:
        page = fixture.page(SIZES[size])
        pictures = {name: drawn.picture(name, lang) for name in EXHIBITS}
        views = copy.deepcopy(VIEWS)
        for name, picture in pictures.items():
            views[f"{name}-closed"]["person"]["ask"]["picture"] = picture.told()
            for drawing in (picture.wide, picture.narrow):
                answer = _answering(drawing.svg.decode(), "image/svg+xml")
                page.route(f"**/exhibit/{drawing.file}", answer)
        page.route("**/room.json", _answering(json.dumps(views), "application/json"))
        for name in EXHIBITS:
            fixture.open(page, "person", f"{name}-closed", lang)
            keep_screenshot(page, f"view-exhibit-{name}-{lang}-{size}")
            assert not any((found := faults(page)).values()), found
            shown, points = page.locator(".ckr-exhibit img").evaluate(MEASURED)
            assert TEXT_SIZE * shown / points >= READ_PX, (name, shown, points)
        page.context.close()


def test_a_team_code_that_came_with_the_link_is_there_already(fixture: Fixture) -> None:
    """Whoever came by a team's link types a name, and has joined."""
    page = fixture.page(PHONE)
    fixture.open(page, "newcomer", "join", "en", code="TEAM33")
    page.get_by_label("Your name").fill("Анна")
    page.get_by_role("button", name="Join the team", exact=True).click()
    said = page.evaluate("window.asked.at(-1)")
    assert {**said, "id": ""} == {"do": "join", "name": "Анна", "code": "TEAM33", "id": ""}
    page.context.close()


def test_where_no_team_is_yet_one_is_begun(fixture: Fixture) -> None:
    page = fixture.page(PHONE)
    fixture.open(page, "newcomer", "empty", "en")
    assert page.get_by_label("Start a new team").is_checked()
    fixture.open(page, "newcomer", "join", "en")
    assert page.get_by_label("I have a team’s code").is_checked()
    page.context.close()


def test_keyboard_alone_answers_the_six_opinions(fixture: Fixture) -> None:
    """After each answer the next opinion has the focus."""
    page = fixture.page(PHONE)
    fixture.open(page, "person", "bet-begun", "en")
    asked = VIEWS["bet-begun"]["person"]["ask"]
    for _ in range(len(asked["rows"])):
        page.locator(".ckr-options button").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.matches('legend, h2')")
        if page.locator(".ckr-options").count() == 0:
            break
    answers = page.evaluate("window.asked.at(-1).answers")
    assert set(answers) == set(asked["rows"])
    page.context.close()
