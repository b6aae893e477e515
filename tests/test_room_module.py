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
from board_page import plain
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
from casekit.language import LANGUAGES, open_texts, text
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
UNLIKELY = {"person": "wall", "newcomer": "wall", "facilitator": "wall", "screen": "phone"}


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
        # What a role is seldom seen on, and the other language, is for pictures to be looked at.
        if SCREENSHOTS
        or (size != UNLIKELY[role] and lang == LANGUAGES[(row + column) % len(LANGUAGES)])
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


def _view(moment: str, role: str = "person", **step: Any) -> dict[str, Any]:
    view = copy.deepcopy(VIEWS[moment][role])
    view["step"].update(step)
    return view


def _served(fixture: Fixture, moment: str, view: dict[str, Any], role: str = "person") -> Any:
    """A phone that is shown a view of a moment as it was changed."""
    page = fixture.page(PHONE)
    views = json.dumps({moment: {role: view}})
    page.route("**/room.json", _answering(views, "application/json"))
    fixture.open(page, role, moment, "en")
    return page


def test_an_answer_goes_on_by_itself_and_nothing_under_the_thumb_skips_one(
    fixture: Fixture,
) -> None:
    """From the list one comes back to the list; what was left out says that it wants an answer."""
    view = _view("bet")
    first, *_, last = view["ask"]["rows"]
    view["ask"]["answers"] = {}
    page = _served(fixture, "bet", view)
    words = json.loads(fixture.words)["en"]
    on = page.get_by_role("button", name=words["room-grid-on"], exact=True)
    options = page.locator(".ckr-options button")
    assert on.count() == 0
    for _ in view["ask"]["rows"]:
        options.first.click()
    page.wait_for_selector(".ckr-given")
    page.locator(".ckr-given button").first.click()
    assert words[f"room-opinion-{first}"] == page.locator("legend").inner_text()
    options.last.click()
    page.wait_for_selector(".ckr-given")
    asked = page.evaluate("window.asked.at(-1).answers")
    assert (asked[first], asked[last]) == (view["ask"]["options"][-1], view["ask"]["options"][0])
    page.context.close()
    # Someone who comes back with one answer missing in a list.
    view["ask"]["answers"] = dict.fromkeys(view["ask"]["rows"], view["ask"]["options"][0])
    page = _served(fixture, "bet", view)
    page.wait_for_selector(".ckr-given")
    del view["ask"]["answers"][last]
    page.evaluate(
        "view => window.line.tell(view)", {**view, "turn": view["turn"] + 1, "lang": "en"}
    )
    page.get_by_text(words["room-grid-answer"], exact=True).click()
    assert words[f"room-opinion-{last}"] == page.locator("legend").inner_text()
    assert page.get_by_role("button", name=words["room-grid-on"], exact=True).count() == 0
    page.context.close()


def test_a_new_step_is_shown_from_its_top_unless_somebody_writes(fixture: Fixture) -> None:
    view = _view("reveal")
    page = _served(fixture, "reveal", view)
    down = "() => { scrollTo(0, 600); return scrollY; }"
    tell = "view => window.line.tell(view)"
    assert page.evaluate(down) > 0
    same = {**view, "turn": view["turn"] + 1, "lang": "en"}
    page.evaluate(tell, same)
    page.wait_for_selector(f"[data-turn='{same['turn']}']")
    assert page.evaluate("scrollY") > 0
    begun = copy.deepcopy({**same, "turn": same["turn"] + 1})
    begun["step"]["code"] = "round_3"
    page.evaluate(tell, begun)
    page.wait_for_selector("[data-step=round_3]")
    page.wait_for_function("() => scrollY === 0")
    # A field that stays, as the board's do.
    page.evaluate("""() => {
        const field = document.body.appendChild(document.createElement('input'));
        field.style.marginTop = '2000px';
        field.focus();
    }""")
    assert page.evaluate(down) > 0
    page.evaluate(tell, {**same, "turn": same["turn"] + 2})
    page.wait_for_selector("[data-step=reveal]")
    # The page would scroll after it was drawn: two frames later it would be on its way.
    page.evaluate("() => new Promise(go => setTimeout(() => requestAnimationFrame(go), 300))")
    assert page.evaluate("scrollY") > 0
    page.context.close()


def test_what_was_voted_is_told_once_with_ones_own_answer(fixture: Fixture) -> None:
    view = _view("audit-closed")
    page = _served(fixture, "audit-closed", view)
    words = json.loads(fixture.words)["en"]
    assert page.get_by_text(words["room-asks-audit"], exact=True).count() == 1
    assert page.locator(".ckr-options").count() == 0
    assert page.locator(".ckr-tally li").count() == len(view["ask"]["options"])
    own = words[f"room-choice-{view['ask']['choice']}"]
    assert page.locator(".ckr-tally > p").inner_text().endswith(own)
    page.context.close()


@pytest.mark.slow
def test_while_the_truth_is_worked_out_every_page_says_so(fixture: Fixture) -> None:
    """It takes some seconds: nobody looks at nothing, nor reads that they gave no answer."""
    words = json.loads(fixture.words)["en"]
    for role in ("person", "screen", "facilitator"):
        view = _view("reveal", role)
        view["told"]["reveal"] = None
        page = _served(fixture, "reveal", view, role)
        page.get_by_role("status").get_by_text(words["room-reveal-working"], exact=True).wait_for()
        assert words["room-grid-none"] not in page.locator(".ckr").inner_text()
        assert not any((found := faults(page)).values()), (role, found)
        page.context.close()
        page = _served(fixture, "reveal", _view("reveal", role), role)
        assert words["room-reveal-working"] not in page.locator(".ckr").inner_text()
        page.context.close()


def test_the_reveal_marks_whether_ones_own_answer_was_right(fixture: Fixture) -> None:
    view = _view("reveal")
    opinions = view["told"]["reveal"]["opinions"]
    one, other = opinions[:2]
    one["mine_before"], one["mine_after"] = one["truth"], None
    wrong = {"right", "wrong"} - {other["truth"], *other.get("also", [])}
    other["mine_before"] = other["mine_after"] = min(wrong)
    page = _served(fixture, "reveal", view)
    lines = [line.inner_text() for line in page.locator(".ckr-truths li").all()]
    assert (lines[0].count("✓"), lines[0].count("✗")) == (1, 0)
    assert (lines[1].count("✓"), lines[1].count("✗")) == (0, 2)
    page.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_team_that_missed_a_decision_is_told_so_and_so_is_who_leads(
    fixture: Fixture, lang: str
) -> None:
    """While there is time, once the step is shut, and beside what the round brought."""
    words = open_texts(("room-",), lang)
    phone, lead = fixture.page(PHONE), fixture.page(DESK)
    team = VIEWS["commit"]["without"]["team"]["name"]
    note = text("room-note-uncommitted", lang, teams=team)

    def says(page: Any, key: str) -> bool:
        return words[f"room-{key}"] in page.locator(".ckr-page").inner_text()

    for moment, missed in {
        "commit": False, "commit-closed": True, "decide_2": False, "decide_2-closed": True
    }.items():  # fmt: skip
        fixture.open(phone, "without", moment, lang)
        assert says(phone, "closed-missed") is missed, moment
        assert says(phone, "board-commit") is not missed, moment
        keep_screenshot(phone, f"view-without-{moment}-{lang}-phone")
        assert not any((found := faults(phone)).values()), (moment, found)
        fixture.open(phone, "person", moment, lang)
        assert not says(phone, "closed-missed"), moment
        assert says(phone, "closed") is missed, moment
        # Whoever leads can still wait, or open the step again.
        fixture.open(lead, "facilitator", moment, lang)
        assert note in plain(lead.locator(".ckr-now").inner_text()), moment
        again = lead.get_by_role("button", name=words["room-do-open"], exact=True)
        assert again.count() == missed, moment
        keep_screenshot(lead, f"view-without-{moment}-{lang}-lead")
    fixture.open(phone, "without", "round_1", lang)
    assert says(phone, "result-no-plan")
    assert not says(phone, "forecast-none")
    keep_screenshot(phone, f"view-without-round_1-{lang}-phone")
    assert not any((found := faults(phone)).values()), found
    fixture.open(phone, "person", "round_1", lang)
    assert not says(phone, "result-no-plan")
    fixture.open(lead, "facilitator", "round_1", lang)
    without = lead.locator(".ckr-one", has_text=words["room-team-without"])
    assert [team in name for name in without.all_inner_texts()] == [True]
    for page in (phone, lead):
        page.context.close()


def test_the_facilitator_sees_the_exhibit_opens_teams_and_waits_in_words(fixture: Fixture) -> None:
    page = fixture.page(DESK)
    fixture.open(page, "facilitator", "averages", "en")
    words = json.loads(fixture.words)["en"]
    assert page.locator(".ckr-told .ckr-exhibit img").count() == 1
    team = page.locator(".ckr-one").first
    mark = "summary => getComputedStyle(summary, '::before').content"
    shut = team.locator("summary").evaluate(mark)
    team.locator("summary").click()
    assert team.locator("summary").evaluate(mark) != shut
    team.get_by_role("button", name=words["room-do-rename"], exact=True).click()
    field = team.locator("input")
    assert field.evaluate("field => field === document.activeElement")
    # The server is slow to answer.
    page.evaluate("() => { window.line.send = () => {}; }")
    page.locator(".ckr-next").click()
    button = page.locator(".ckr-next:disabled")
    assert button.inner_text() == words["room-next-wait"]
    page.context.close()
