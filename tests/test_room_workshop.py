"""A whole workshop in real browsers: four teams, the facilitator and the big screen.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from board_page import IN_SIGHT
from browser import CHROMIUM, a_browser, keep_screenshot
from room_page import DESK, PHONE, TALLER, WALL, RoomPage, Served

REQUIRED = bool(os.environ.get("CASEKIT_REQUIRE_BROWSER"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium"),
]

#: What four teams are called: each in its own way, one as somebody who tries scripts would.
TEAMS = (
    "Север",
    "Lighthouse",
    "<img src=x onerror=alert(1)>",
    "Тихая гавань и все её друзья, тридцать",
)
ROWS = ("costs", "hunting", "hour", "league", "service", "norm")
OPTIONS = ("right", "partly", "wrong", "unsaid")
CHOICES = {
    "audit": ("30_45", "45_60", "over_60"),
    "averages": ("retention", "unsaid", "expansion"),
}
#: Hours that teams give to expansion, out of service; the last team decides nothing.
MOVES = (17.5, 15.0, 20.0, None)
FORECAST = {"profit": ("-2", "1", "9"), "margin": ("20", "38", "60")}


class Workshop:
    """Everybody's pages in one workshop.

    Parameters
    ----------
    browser
        A Chromium.
    served
        The room.
    """

    def __init__(self, browser: Any, served: Served) -> None:
        self.served = served
        self.lead = RoomPage(browser, DESK, "ru", served.facilitator)
        self.wall = RoomPage(browser, WALL, "en", served.screen)
        sizes, langs = (PHONE, DESK, DESK, PHONE), ("ru", "en", "en", "ru")
        self.teams = [
            RoomPage(browser, size, lang, served.join)
            for size, lang in zip(sizes, langs, strict=True)
        ]
        self.colleague = RoomPage(browser, PHONE, "en", served.join)

    @property
    def people(self) -> list[RoomPage]:
        """Those who vote."""
        return [*self.teams, self.colleague]

    def on(self, to: str, say: str, **facts: str) -> None:
        """The facilitator presses the one large button; everybody gets there."""
        self.lead.press(say, **facts)
        for page in (self.lead, self.wall, *self.people):
            page.step(to)

    def go(self, step: str) -> None:
        """On to the next step."""
        self.on(step, "next-go", step=self.lead.words(f"step-{step}"))
        for person in self.people:
            person.step(step, "open")

    def close(self, step: str) -> None:
        """Shut the step."""
        self.lead.press("next-close", step=self.lead.words(f"step-{step}"))
        for page in (self.wall, *self.people):
            page.step(step, "closed")

    def look(self, name: str) -> None:
        """Every kind of page is right as it stands, for any reader."""
        kinds = {
            "lead": self.lead,
            "wall": self.wall,
            "phone": self.teams[0],
            "desk": self.teams[1],
        }
        for kind, page in kinds.items():
            keep_screenshot(page.page, f"room-{name}-{kind}")
            assert not any((faults := page.faults()).values()), (kind, faults)
        # Nobody scrolls a wall.
        assert self.wall.page.evaluate(TALLER) <= 0


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with a_browser() as found:
        yield found


@pytest.fixture(scope="module")
def workshop(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    served = Served(tmp_path_factory.mktemp("room"), minutes=180)
    try:
        yield Workshop(browser, served)
    finally:
        served.stop()


def test_a_whole_workshop(workshop: Workshop) -> None:
    """From the link to what is taken home, in both languages at once."""
    joining(workshop)
    betting(workshop)
    exhibits(workshop)
    deciding(workshop)
    living(workshop)
    for number in (2, 3):
        deciding_again(workshop, number)
    voting_again(workshop)
    revealing(workshop)


def joining(w: Workshop) -> None:
    """Four teams are begun; a second team of a name is refused; a colleague comes by code."""
    w.look("join-empty")
    codes = [page.begin_team(f"Guest {k}", TEAMS[k]) for k, page in enumerate(w.teams)]
    w.colleague.field("join-name").fill("Анна")
    w.colleague.page.get_by_text(w.colleague.words("join-begin")).click()
    w.colleague.field("join-team").fill(TEAMS[0].upper())
    w.colleague.press("join-begins")
    w.colleague.says("team-taken", team=TEAMS[0].upper())
    w.colleague.page.get_by_text(w.colleague.words("join-with-code")).click()
    w.colleague.join_team("Анна", codes[0].lower())
    w.teams[0].says("team-people", people="Guest 0, Анна")
    w.lead.says("teams-title", teams=4)
    w.wall.says("wall-counts", teams=4, people=5)
    for name in TEAMS:
        w.lead.until(lambda name=name: name in w.lead.seen())
        w.wall.until(lambda name=name: name in w.wall.seen())
    w.look("join")


def betting(w: Workshop) -> None:
    """All bet, one changes a bet; only counts are seen before the step is shut."""
    w.go("bet")
    w.look("bet-begun")
    for k, person in enumerate(w.people):
        person.bet(
            {row: ("right", "partly", "wrong", "unsaid")[(k + n) % 4] for n, row in enumerate(ROWS)}
        )
    first = w.teams[0]
    change = first.root.get_by_role(
        "button", name=first.words("grid-change-row", row=first.words("opinion-costs")), exact=True
    )
    change.click()
    first.press("judged-wrong")
    first.says("kept")
    w.lead.says("counts-voted", voted=5, of=5)
    w.wall.says("wall-voted", count=5, of=5)
    assert not w.wall.root.locator(".ckr-stack").count()
    w.look("bet")
    w.close("bet")
    w.wall.root.locator(".ckr-stack").first.wait_for()
    first.says("closed")
    w.look("bet-closed")


def exhibits(w: Workshop) -> None:
    """A guess before a picture, a judgement after one."""
    for name, choices in CHOICES.items():
        w.go(name)
        pictures = w.teams[0].page.locator(".ckr-exhibit img")
        assert pictures.count() == (name == "averages")
        for k, person in enumerate(w.people):
            person.choose(choices[k % 3])
        w.look(name)
        w.close(name)
        for page in (*w.people, w.wall):
            page.says("tally-truth")
            picture = page.page.locator(".ckr-exhibit img")
            assert picture.get_attribute("alt")
            page.until(lambda picture=picture: picture.evaluate("e => e.naturalWidth") > 0)
        w.look(f"{name}-closed")


def deciding(w: Workshop) -> None:
    """Boards are tried, then plans committed, with a forecast, without, and not at all."""
    w.go("board")
    w.teams[0].board().type("expansion", MOVES[0])
    # A colleague sees the same board.
    shared = w.colleague.board()
    shared.until(lambda: shared.hours("expansion") == MOVES[0])
    w.teams[0].says("board-try")
    # On a phone what comes of a move stays in sight, below the head of the page.
    w.teams[0].page.locator("[data-activity=admin] input[type=range]").focus()
    in_sight = w.teams[0].page.evaluate(IN_SIGHT)
    assert len(in_sight) == 3 and all(in_sight.values()), in_sight
    keep_screenshot(w.teams[0].page, "room-board-hand-phone")
    # One switch turns the page and the board in it.
    first = w.teams[0]
    for lang in ("en", "ru"):
        (switch,) = first.page.locator("button[lang]:visible").all()
        switch.click()
        first.page.wait_for_selector(f".ckb[lang={lang}]")
    assert first.board().hours("expansion") == MOVES[0]
    w.look("board")
    w.go("commit")
    for k, (page, hours) in enumerate(zip(w.teams, MOVES, strict=True)):
        if hours is not None:
            board = page.board()
            board.type("service", 27.0)
            board.type("expansion", hours)
            page.commit(f"Reason {k}", FORECAST if k < 2 else None)
    w.lead.says("counts-committed", committed=3, of=4)
    w.lead.says("counts-foretold", foretold=2, of=4)
    w.lead.says("note-uncommitted", teams=TEAMS[3])
    w.lead.says("note-no-forecast", teams=TEAMS[2])
    w.wall.says("wall-committed", count=3, of=4)
    w.look("commit")


def living(w: Workshop) -> None:
    """Nine months, the same for all; each team is told its own."""
    w.on("round_1", "next-play-1")
    for page in w.people:
        page.says("news-title")
        page.says("leaders-title")
    w.teams[0].says("forecast-title")
    w.teams[2].says("forecast-none")
    w.teams[3].says("result-no-plan")
    w.wall.says("points-title")
    w.look("round_1")


def deciding_again(w: Workshop, number: int) -> None:
    """What was decided goes on; a server that dies loses nothing of it."""
    w.go(f"decide_{number}")
    first = w.teams[0]
    board = first.board()
    board.type("expansion", MOVES[0] + number)
    first.commit(f"Round {number}", FORECAST)
    if number == 2:
        w.served.kill()
        first.says("lost")
        w.served.start()
        for page in (w.lead, w.wall, *w.people):
            page.until(lambda page=page: page.words("lost") not in page.seen())
            # A browser tells of each try to reach a server that is gone; of nothing else.
            assert all("ERR_CONNECTION" in told for told in page.complaints), page.complaints
            page.complaints.clear()
        first.says("board-committed", reason="Round 2")
        w.lead.says("counts-committed", committed=1, of=4)
    w.look(f"decide_{number}")
    w.on(f"round_{number}", f"next-play-{number}")
    first.says("leaders-how", months=9 * number)
    w.look(f"round_{number}")


def voting_again(w: Workshop) -> None:
    """The second vote; before and after stand side by side once it is shut."""
    w.go("vote")
    for person in w.people:
        person.bet(dict.fromkeys(ROWS, "partly"))
    w.close("vote")
    w.wall.says("stack-before")
    w.wall.says("stack-after")
    w.look("vote-closed")


def revealing(w: Workshop) -> None:
    """The truth, and what each team takes home."""
    w.go("reveal")
    for page in w.people:
        page.says("truth-title")
        page.says("take-title")
    w.wall.says("truth-title")
    w.look("reveal")
    page = w.teams[1].page
    with page.expect_download() as download:
        w.teams[1].root.get_by_role("link", name=w.teams[1].words("take-now"), exact=True).click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as home:
        assert "my_plan.json" in home.namelist()
    assert download.value.suggested_filename == f"casekit-{TEAMS[1]}.zip"
    w.lead.press("next-finish")
    w.lead.says("finished-lead")
    for page in w.people:
        page.says("finished-take")
    w.look("finished")
    # Nothing is left to press but what to take along, and the way back.
    pressed = w.lead.page.locator("main").get_by_role("button").all_inner_texts()
    assert pressed == [w.lead.words("do-open")]
    for way, ending in (("way-debrief-file", "html"), ("way-table", "xlsx")):
        with w.lead.page.expect_download() as taken:
            w.lead.root.get_by_role("link", name=w.lead.words(way), exact=True).click()
        name = taken.value.suggested_filename
        assert name.startswith("casekit-") and name.endswith(f"-Тарвелис.{ending}"), name
    w.lead.press("do-open")
    w.lead.says("agenda-title")


def test_what_the_facilitator_presses_by_mouse(browser: Any, tmp_path: Path) -> None:
    """Agenda, events, names and people, each from the page that it is pressed on to all others."""
    served = Served(tmp_path, minutes=180)
    try:
        lead = RoomPage(browser, DESK, "en", served.facilitator)
        wall = RoomPage(browser, WALL, "ru", served.screen)
        anna = RoomPage(browser, PHONE, "ru", served.join)
        boris = RoomPage(browser, DESK, "en", served.join)
        code = anna.begin_team("Анна", "Север")
        boris.begin_team("Boris", "South")
        agenda_by_mouse(lead, boris)
        events_by_mouse(lead)
        people_by_mouse(lead, wall, anna, boris, code)
        lead.press("step-round_1")
        for page in (lead, wall, anna, boris):
            page.step("round_1")
        lead.press("next-play-1")
        anna.says("news-title")
        # Of events the one that was ticked, and no other.
        (event,) = anna.page.locator(".ckr-news li").all_inner_texts()
        before, _, after = anna.words("news-departure", rep="R").partition("R")
        assert before in event and after in event, event
        assert not any(page.complaints for page in (lead, wall, anna, boris))
    finally:
        served.stop()


def agenda_by_mouse(lead: RoomPage, guest: RoomPage) -> None:
    """A step is left out, another keeps its tick, and the free minutes go to a third."""
    lead.says("agenda-sum", planned=180, minutes=180)
    lead.press("agenda-edit")
    lead.box("step-audit").click()
    lead.says("agenda-free", planned=168, minutes=180, free=12)
    assert not lead.box("step-audit").is_checked()
    lead.box("step-round_1").click()
    lead.says("agenda-needs", step=lead.words("step-round_2"), needs=lead.words("step-round_1"))
    lead.until(lambda: lead.box("step-round_1").is_checked())
    board = lead.root.get_by_label(lead.words("agenda-minutes", step=lead.words("step-board")))
    board.click(click_count=3)
    lead.page.keyboard.type("47")
    # What is typed stays while the page is drawn anew, here because somebody left.
    served = guest.page.url
    guest.page.goto("about:blank")
    lead.says("counts-here", here=1, of=2)
    assert board.input_value() == "47"
    keep_screenshot(lead.page, "hand-agenda-edit-lead")
    assert not any((found := lead.faults()).values()), found
    guest.page.goto(served)
    lead.says("counts-here", here=2, of=2)
    lead.press("agenda-done")
    lead.says("agenda-over", planned=190, minutes=180, free=10)
    assert lead.button("step-audit").count() == 0
    assert lead.button("step-averages").count() == 1
    keep_screenshot(lead.page, "hand-agenda-lead")


def events_by_mouse(lead: RoomPage) -> None:
    """By lot, chosen, by lot again, and chosen at last."""
    lead.page.locator(".ckr-events summary").click()
    draw, leaves = lead.box("events-draw"), lead.box("event-departure")
    assert draw.is_checked() and not leaves.is_checked()
    for _ in range(2):
        leaves.click()
        lead.says("events-chosen")
        lead.until(lambda: leaves.is_checked() and not draw.is_checked())
        draw.click()
        lead.says("events-drawn")
        lead.until(lambda: draw.is_checked() and not leaves.is_checked())
    leaves.click()
    lead.says("events-chosen")
    lead.until(leaves.is_checked)
    keep_screenshot(lead.page, "hand-events-lead")


def people_by_mouse(
    lead: RoomPage, wall: RoomPage, anna: RoomPage, boris: RoomPage, code: str
) -> None:
    """A team gets a name; a person and then a team are taken out, are told so, and come back."""
    north, south = (lead.page.locator(".ckr-one", has_text=name) for name in ("Север", "South"))
    south.locator("summary").click()
    south.get_by_role("button", name=lead.words("do-rename"), exact=True).click()
    lead.field("join-team").fill("Юг")
    lead.press("do-rename-now")
    for page in (lead, wall, boris):
        page.until(lambda page=page: "Юг" in page.seen() and "South" not in page.seen())
    north.locator("summary").click()
    lead.press("do-remove-person", name="Анна")
    anna.says("removed-person")
    keep_screenshot(anna.page, "hand-removed-phone")
    assert not any((found := anna.faults()).values()), found
    anna.join_team("Анна", code)
    assert anna.words("removed-person") not in anna.seen()
    renamed = lead.page.locator(".ckr-one", has_text="Юг")
    renamed.get_by_role("button", name=lead.words("do-remove-team"), exact=True).click()
    boris.says("removed-team")
    keep_screenshot(boris.page, "hand-removed-desk")
    wall.until(lambda: "Юг" not in wall.seen())
    lead.says("teams-loose")
    boris.begin_team("Boris", "Юг")
    wall.until(lambda: "Юг" in wall.seen())
    keep_screenshot(lead.page, "hand-people-lead")


def test_a_language_is_each_browsers_own(workshop: Workshop) -> None:
    """One reader changes the language, and back; nobody else's changes."""
    page = workshop.colleague
    for lang in ("ru", "en"):
        page.page.locator(f".ckr-languages button[lang={lang}]").click()
        page.lang = lang
        page.says("step-reveal")
        assert page.page.evaluate("document.documentElement.lang") == lang
    workshop.teams[0].says("step-reveal")
