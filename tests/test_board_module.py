"""The board's module in a real Chromium, from recorded answers: no model, no server of the kit.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from board_page import IN_SIGHT
from browser import CHROMIUM, ROOT, a_browser, keep_screenshot, page_of

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

#: What of the part that has the focus is beyond the window, or what lies over it; null if nothing.
COVERED = """() => {
    const at = document.activeElement, {left, right, top, bottom} = at.getBoundingClientRect();
    if (top < -1 || bottom > innerHeight + 1) return `${at.outerHTML} from ${top} to ${bottom}`;
    const over = [top + 2, bottom - 2].map(y => document.elementFromPoint((left + right) / 2, y))
        .find(part => !at.contains(part));
    return over ? `${at.outerHTML} under ${over.outerHTML}` : null;
}"""
#: What the figures that stay come to at most.
LONG_FIGURES = {
    "en": ["+₽12.3m", "−₽12.3m", "≈ 49 in 50"],
    "ru": ["+12,3 млн ₽", "−323 тыс. ₽", "≈ 49 из 50"],
}
#: The figures that stay whose words are wider than their place.
BRIEF_CUT = """() => [...document.querySelectorAll('[data-brief]')]
    .filter(part => part.scrollWidth > part.clientWidth).map(part => part.textContent)"""


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
    def opening(
        query: str,
        width: int = 1280,
        height: int = 720,
        shows: str = ".ckb-p-worth svg",
        clock: bool = False,
    ) -> Iterator:
        with page_of(browser, width, height) as page:
            if clock:
                page.clock.install()
            said: list[str] = []
            page.set_default_timeout(PATIENCE_MS)
            page.on("console", lambda line: said.append(line.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            address = f"http://127.0.0.1:{server.server_port}/browser/fixture.html?{query}"
            page.goto(address)
            page.wait_for_selector(shows)
            yield page
            assert said == []

    with a_browser() as browser:
        yield opening
    server.shutdown()
    server.server_close()


def test_the_fixture_speaks_as_the_board_does() -> None:
    """Out of date after a change of texts: `python -m casekit.board.words` prints it anew."""
    kept = json.loads((BOARD / "browser" / "fixture" / "words.json").read_text(encoding="utf-8"))
    assert kept == {lang: words_message()[lang] for lang in LANGUAGES}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_board_that_cannot_begin_is_not_blank(opened: Opened, lang: str) -> None:
    begins = {"en": "The board has not come up", "ru": "Панель не открылась"}[lang]
    with opened(f"lang={lang}&state=failed", shows="[role=alert]") as page:
        alert = page.get_by_role("alert")
        assert alert.inner_text().startswith(begins)
        assert alert.get_attribute("lang") == lang


def test_a_board_that_was_answered_complains_of_no_silence(opened: Opened) -> None:
    with opened("lang=en", clock=True) as page:
        page.clock.fast_forward(PATIENCE_MS)
        page.wait_for_function(QUIET)
        assert page.locator(".ckb-notice").inner_text() == ""


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


@pytest.mark.slow
def test_a_board_that_has_almost_no_room_complains_of_nothing(opened: Opened) -> None:
    """A picture narrower than its margins would be drawn with bars of negative width."""
    with opened("lang=ru", 360) as page:
        for width in (100, 60, 140, 360):
            page.set_viewport_size({"width": width, "height": 740})
            # Observers of sizes have told by the second frame.
            page.evaluate(
                "() => new Promise(go => requestAnimationFrame("
                "() => requestAnimationFrame(() => requestAnimationFrame(go))))"
            )
        page.wait_for_function(FITTED)


def test_on_a_phone_plans_and_people_are_blocks_of_named_values(opened: Opened) -> None:
    """Nothing of a table lies beside the window, and each value says what it is."""
    wide = """() => [...document.querySelectorAll('.ckb-people')]
        .map(box => box.scrollWidth - box.clientWidth)"""
    heads = "row => [...row.querySelectorAll('td[data-head]')].map(cell => cell.dataset.head)"
    seen = "cell => getComputedStyle(cell, '::before').content"
    with opened("lang=ru", 360, 740) as page:
        for tab, rows in (("plan", ".ckb-plans tbody tr"), ("people", "[data-person]")):
            page.locator(f"[role=tab][id$=-tab-{tab}]").click()
            page.wait_for_selector(rows)
            assert page.evaluate(wide) == [0]
            row = page.locator(rows).first
            names = page.locator(".ckb-people thead th").all_text_contents()
            told = row.evaluate(heads)
            assert told == [name for name in names if name in told]
            assert len(told) == {"plan": 4, "people": 8}[tab]
            cell = row.locator("td[data-head]").first
            assert told[0] in cell.evaluate(seen)
            page.set_viewport_size({"width": 1280, "height": 720})
            page.wait_for_function(
                f"() => ({seen})(document.querySelector('td[data-head]')) === 'none'"
            )
            page.set_viewport_size({"width": 360, "height": 740})
        page.locator(".ckb-open").first.press("Enter")
        opened_row = page.locator(".ckb-opened")
        assert opened_row.bounding_box()["width"] <= 360


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_on_a_phone_the_figures_stay_in_sight_while_hours_are_moved(
    opened: Opened, lang: str
) -> None:
    """Whoever moves a slider sees what comes of it; what has the focus is not covered."""
    with opened(f"lang={lang}&state=today", 360, 560) as page:
        shown = page.locator("[data-brief=gain-year] b")
        for activity in [each for each in ACTIVITIES if each != "travel"]:
            for field in ("input[type=range]", ".ckb-typed"):
                page.locator(f"[data-activity={activity}] {field}").focus()
                assert page.evaluate(COVERED) is None
                assert page.evaluate(IN_SIGHT) == {
                    "gain-year": True, "trough": True, "chance": True
                }, (activity, field)  # fmt: skip
        before = shown.inner_text()
        page.locator("[data-activity=expansion] input[type=range]").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function(QUIET)
        assert shown.inner_text() != before
        for name in ("gain-year", "trough"):
            told = page.locator(f"[data-figure={name}] b").text_content()
            assert page.locator(f"[data-brief={name}] b").text_content() == told
        odds = r"\d+ \w+ \d+$"
        told, brief = (page.locator(f"[data-{each}=chance] b") for each in ("figure", "brief"))
        assert re.search(odds, told.inner_text())[0] == re.search(odds, brief.inner_text())[0]
        keep_screenshot(page, f"board-phone-hand-{lang}")
        # Figures as long as they get have room beside each other.
        long = LONG_FIGURES[lang]
        page.evaluate(
            "long => document.querySelectorAll('[data-brief] b').forEach("
            "(value, at) => { value.textContent = long[at] })",
            long,
        )
        assert page.evaluate(BRIEF_CUT) == []
        keep_screenshot(page, f"board-phone-far-{lang}")
        # Backwards a field comes from under the figures; forwards from below the window.
        for key in ("Shift+Tab", "Tab"):
            for _ in range(20):
                page.keyboard.press(key)
                if page.evaluate("document.activeElement.matches('.ckb-row *')"):
                    assert page.evaluate(COVERED) is None, key
        # Beside the hands, or above them, the top line is in sight itself.
        page.set_viewport_size({"width": 1280, "height": 720})
        page.locator(".ckb-brief").wait_for(state="hidden")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_phone_shows_the_hands_first_and_all_figures_below(opened: Opened, lang: str) -> None:
    """Nobody scrolls past what has come of it to what can be moved."""
    with opened(f"lang={lang}", 360, 740) as page:
        brief = page.locator(".ckb-brief").bounding_box()
        rows = [
            page.locator(f".ckb-row[data-activity={each}]").bounding_box() for each in ACTIVITIES
        ]
        below = [page.locator(f".ckb-{part}").bounding_box() for part in ("top", "sheets")]
        assert brief["y"] + brief["height"] <= min(row["y"] for row in rows)
        assert max(row["y"] + row["height"] for row in rows) <= 740
        assert max(row["y"] for row in rows) < below[0]["y"] < below[1]["y"]
        # Side by side the figures stand over both.
        page.set_viewport_size({"width": 1280, "height": 720})
        page.locator(".ckb-brief").wait_for(state="hidden")
        top, hands = (page.locator(f".ckb-{part}").bounding_box() for part in ("top", "hands"))
        assert top["y"] + top["height"] <= hands["y"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_first_sheet_stands_within_1280_by_720(opened: Opened, lang: str) -> None:
    with opened(f"lang={lang}") as page:
        for name in ("margin", "hours", "worth"):
            box = page.locator(f".ckb-p-{name}").bounding_box()
            assert box["y"] + box["height"] <= 720, name
        for activity in ACTIVITIES:
            box = page.locator(f".ckb-row[data-activity={activity}]").bounding_box()
            assert box["y"] + box["height"] <= 720, activity


@pytest.mark.slow
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
        told = page.locator(".ckb-row [role=alert]").inner_text()
        # The hours that stand are told too, or the field seems to have forgotten what was typed.
        assert "много" in told and "19,5" in told
        assert page.evaluate("asked.length") == before
        assert field.input_value() == "19,5"
        # Whoever types them has put it right.
        field.fill("19,5")
        field.press("Enter")
        assert page.locator(".ckb-row [role=alert]").count() == 0


def test_the_keyboard_alone_reaches_and_reads_everything(opened: Opened) -> None:
    with opened("lang=en") as page:
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.append(
                page.evaluate("""() => {
                const at = document.activeElement;
                const row = at.closest('.ckb-row')?.dataset.activity;
                // Notebook looks for its shortcuts from here outwards.
                if (at !== document.body && !at.hasAttribute('data-lm-suppress-shortcuts'))
                    return `${at.outerHTML} leaves its keys to the notebook`;
                return row ? `${row} ${at.type}` : at.closest('.ckb-picture')?.className ?? at.id;
            }""")
            )
        for activity in set(ACTIVITIES) - {"travel"}:
            assert {f"{activity} range", f"{activity} text", f"{activity} button"} <= set(reached)
        assert not [each for each in reached if each.endswith("to the notebook")]
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


def test_a_refusal_stands_beside_what_was_pressed_and_keeps_what_was_typed(opened: Opened) -> None:
    with opened("lang=en") as page:
        reason, press = (
            page.get_by_label("Why this plan?"),
            page.get_by_role("button", name="Commit"),
        )
        page.evaluate("board.refuses = { do: 'commit', key: 'deed-unwritable' }")
        reason.fill("Close the doors")
        press.click()
        page.locator("form [data-refused=commit]").wait_for()
        assert reason.input_value() == "Close the doors"
        assert page.locator(".ckb-notice").inner_text() == ""
        page.evaluate("board.refuses = null")
        press.click()
        page.locator(".ckb-committed").wait_for()
        assert reason.input_value() == ""
        assert page.locator("[data-refused]").count() == 0
        # What was committed before stays there, and is said to be the first.
        page.evaluate("board.refuses = { do: 'commit', key: 'deed-breaches' }")
        reason.fill("Better doors")
        press.click()
        page.locator("form [data-refused=commit]").wait_for()
        assert reason.input_value() == "Better doors"
        assert "First commit: Close the doors" in page.locator(".ckb-committed").inner_text()
        assert "Commits in all" not in page.locator(".ckb-committed").inner_text()
        page.evaluate("board.refuses = { do: 'keep', key: 'deed-too-many' }")
        page.get_by_label("Name", exact=True).fill("Doors")
        page.get_by_role("button", name="Compare").click()
        page.locator("[data-refused=keep]").wait_for()
        assert page.get_by_label("Name", exact=True).input_value() == "Doors"
        assert page.locator("[data-refused=commit]").count() == 0
        # A move's refusal stands at the top, beside no form.
        page.evaluate("board.refuses = { do: 'move', key: 'deed-locked' }")
        page.locator("[data-activity=service] .ckb-typed").fill("20")
        page.locator("[data-activity=service] .ckb-typed").press("Enter")
        page.locator(".ckb-notice .ckb-bad").wait_for()
        assert page.locator("[data-refused]").count() == 0


def test_commits_are_counted_and_later_ones_told_apart(opened: Opened) -> None:
    with opened("lang=ru") as page:
        for reason in ("Сначала двери", "Потом окна"):
            page.get_by_label("Почему этот план?").fill(reason)
            page.get_by_role("button", name="Принять").click()
            page.wait_for_function(QUIET)
        told = page.locator(".ckb-committed").inner_text()
        assert "Первое решение: Сначала двери" in told
        assert "Всего решений: 2" in told and "лучший план" in told


def test_the_forecast_that_is_kept_is_told_in_words(opened: Opened) -> None:
    with opened("lang=en&state=committed") as page:
        fields = page.locator(".ckb-fields input")
        for place, number in enumerate(("1.5", "2", "4.25", "80", "90", "100")):
            fields.nth(place).fill(number)
        page.evaluate("board.refuses = { do: 'forecast', key: 'deed-unwritable' }")
        page.get_by_role("button", name="Save the forecast").click()
        page.locator("form [data-refused=forecast]").wait_for()
        assert page.locator(".ckb-kept").count() == 0
        page.evaluate("board.refuses = null")
        page.get_by_role("button", name="Save the forecast").click()
        kept = page.locator(".ckb-kept")
        kept.wait_for()
        assert "1.50" not in kept.inner_text()
        assert "1.5 to 4.25, likeliest 2," in kept.inner_text()
        assert "80 to 100, likeliest 90," in kept.inner_text()


def _type_step_and_undo(page, *, blurred: bool):
    """Type service, move a slider by key, press Ctrl+Z; the field of service and what it said."""
    field = page.locator("[data-activity=service] .ckb-typed")
    before = field.input_value()
    field.fill("")
    field.press_sequentially("20")
    field.press("Enter")
    page.wait_for_function(QUIET)
    slider = page.locator("[data-activity=conversion] input[type=range]")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(QUIET)
    if blurred:
        page.evaluate("document.activeElement.blur()")
    else:
        field.focus()
    return field, before


def test_undo_by_key_is_the_boards_and_no_field_keeps_an_old_number(opened: Opened) -> None:
    with opened("lang=en") as page:
        field, before = _type_step_and_undo(page, blurred=False)
        typed = field.input_value()
        assert float(typed) == 20
        page.keyboard.press("Control+z")
        page.wait_for_function(QUIET)
        assert page.evaluate("asked.at(-1).do") == "undo"
        assert field.input_value() == typed
        page.keyboard.press("Control+z")
        page.wait_for_function(QUIET)
        assert field.input_value() == before
        page.keyboard.press("Control+y")
        page.wait_for_function(QUIET)
        assert page.evaluate("asked.at(-1).do") == "redo"
        # In a field that is being typed in, the field's letters are taken back.
        asked = page.evaluate("asked.length")
        field.press_sequentially("7")
        page.keyboard.press("Control+z")
        assert page.evaluate("asked.length") == asked
        page.keyboard.press("Escape")
        assert field.input_value() == before
        # Coming and going without typing asks for nothing.
        field.focus()
        field.blur()
        assert page.evaluate("asked.length") == asked


@pytest.mark.slow
def test_a_browser_that_takes_back_letters_of_a_field_long_left_changes_nothing(
    opened: Opened,
) -> None:
    with opened("lang=en") as page:
        field, _ = _type_step_and_undo(page, blurred=True)
        asked = page.evaluate("asked.length")
        # Outside a notebook's output the key is the browser's own.
        page.keyboard.press("Control+z")
        page.evaluate("document.execCommand('undo')")
        shown = field.input_value()
        field.focus()
        field.blur()
        assert field.input_value() == shown == "20.0"
        assert page.evaluate("asked.length") == asked


@pytest.mark.slow
def test_rows_of_people_stay_while_one_is_open(opened: Opened) -> None:
    codes = "[...document.querySelectorAll('[data-person]')].map(row => row.dataset.person)"
    with opened("lang=en") as page:
        page.get_by_role("tab").nth(2).click()
        page.locator("[data-person]").first.wait_for()
        before = page.evaluate(codes)
        last = page.locator(f"[data-person={before[-1]}] .ckb-open")
        last.click()
        field = page.locator(".ckb-one [data-activity=service] .ckb-typed")
        field.fill("9")
        field.press("Enter")
        page.wait_for_function(QUIET)
        assert page.evaluate(codes) == before
        last.click()
        assert page.evaluate(codes)[0] == before[-1]


def test_a_name_that_is_taken_gets_a_number(opened: Opened) -> None:
    with opened("lang=en") as page:
        for _ in range(3):
            page.get_by_label("Name", exact=True).fill("Doors")
            page.get_by_role("button", name="Compare").click()
            page.wait_for_function(QUIET)
            assert page.get_by_label("Name", exact=True).input_value() == ""
        names = page.evaluate("asked.filter(deed => deed.do === 'keep').map(deed => deed.name)")
        assert names == ["Doors", "Doors 2", "Doors 3"]


@pytest.mark.slow
def test_stages_with_hours_of_their_own_and_the_proposal_on_the_board_are_marked(
    opened: Opened,
) -> None:
    with opened("lang=en&state=today") as page:
        own = page.get_by_role("img", name="has hours of its own")
        assert own.count() == 0
        page.get_by_role("radio").nth(1).check()
        page.locator("[data-activity=service] .ckb-typed").fill("9")
        page.locator("[data-activity=service] .ckb-typed").press("Enter")
        page.wait_for_function(QUIET)
        assert own.count() == 1
        stage = page.get_by_role("radio").nth(1)
        assert stage.get_attribute("aria-describedby") == own.get_attribute("id")
        pressed = page.locator(".ckb-proposals [aria-pressed=true]")
        assert pressed.count() == 0
        page.locator(".ckb-proposals button").nth(2).click()
        pressed.wait_for()
        assert pressed.inner_text() == page.locator(".ckb-proposals button").nth(2).inner_text()
        page.locator("[data-activity=service] .ckb-typed").fill("8")
        page.locator("[data-activity=service] .ckb-typed").press("Enter")
        page.wait_for_function(QUIET)
        assert pressed.count() == 0


@pytest.mark.slow
def test_two_boards_on_a_page_keep_apart(opened: Opened) -> None:
    with opened("lang=en&boards=2") as page:
        page.locator("#other .ckb-p-worth svg").first.wait_for()
        names = page.evaluate("[...document.querySelectorAll('.ckb [id]')].map(part => part.id)")
        assert len(names) == len(set(names)) > 20
        page.locator("#other [role=tab]").nth(2).click()
        page.locator("#other [data-person]").first.wait_for()
        assert page.locator("#board [data-person]").count() == 0


@pytest.mark.skipif(not AXE.exists() and not REQUIRED, reason="needs `npm ci` in board/browser")
@pytest.mark.parametrize(
    "query",
    [
        "lang=ru&state=committed",
        *(
            pytest.param(each, marks=pytest.mark.slow)
            for each in ("lang=en", "lang=ru&state=unknown")
        ),
    ],
)
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


@pytest.mark.parametrize("state", ["", "today"])
def test_todays_hours_are_not_told_as_a_share_of_the_best_plan(opened: Opened, state: str) -> None:
    with opened(f"lang=en&state={state}") as page:
        decision = page.locator("[data-place=reason]")
        decision.locator("input").fill("Because")
        decision.locator("input").press("Enter")
        decision.get_by_text("First commit").wait_for()
        told = decision.get_by_text("The plan on the board reaches").count()
        assert told == (0 if state else 1)


def test_a_label_of_hours_does_not_lie_on_a_limit_close_behind_its_bar(opened: Opened) -> None:
    with opened("lang=en&state=today") as page:
        limit = json.loads((BOARD / "browser" / "fixture" / "recorded.json").read_text("utf-8"))
        (high,) = (
            max(row["limits"]) for row in limit["view"]["hours"] if row["activity"] == "service"
        )
        field = page.locator("[data-activity=service] .ckb-typed")
        field.fill(f"{high - 1.5:.1f}")
        field.press("Enter")
        page.wait_for_function(QUIET)
        label = page.locator(".ckb-p-hours svg text", has_text=f"{high - 1.5:.1f}").first
        told = label.bounding_box()
        for rule in page.locator(".ckb-p-hours svg [aria-label=rule] line").all():
            line = rule.bounding_box()
            beside = (
                line["y"] + line["height"] < told["y"] or line["y"] > told["y"] + told["height"]
            )
            assert beside or not told["x"] < line["x"] < told["x"] + told["width"]
