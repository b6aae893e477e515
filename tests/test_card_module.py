"""The card's module in a real Chromium, with real cards behind it.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, ROOT, a_browser, keep_screenshot, page_of
from carded import crew

import casekit as ck
from casekit import language
from casekit.board.module import module_text
from casekit.cards.widget import MODULE
from casekit.questions import QUESTIONS, hints
from casekit.questions.answers_file import ANSWERS_FILE

AXE = ROOT / "src/casekit/board/browser/node_modules/axe-core/axe.min.js"
REQUIRED = bool(os.environ.get("CASEKIT_REQUIRE_BROWSER"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium"),
]

#: A fixed limit that only what never comes can reach, milliseconds.
PATIENCE_MS = 60_000
KINDS = (
    "crew.size",
    "crew.colour",
    "crew.several",
    "crew.order",
    "crew.table",
    "crew.grid",
    "crew.range",
    "crew.letter",
    "crew.guess",
)
PAGE = """<!doctype html><html lang="{lang}"><head><title>Cards</title>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<style>h1 {{ position: absolute; clip-path: inset(50%); }}</style></head>
<body><main><h1>Cards</h1></main></body></html>"""
#: Shows a card of each view; what it sends goes to Python, unless its kernel is gone.
SHOW = """async ({code, views}) => {
    const address = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
    const {default: card} = await import(address);
    for (const view of views) {
        const hearers = new Set();
        const model = {
            view,
            get() { return this.view; },
            on(name, hearer) { hearers.add(hearer); },
            off(name, hearer) { hearers.delete(hearer); },
            async send(deed) {
                if (window.gone) return;
                this.view = await window.asks(view.id, deed);
                for (const hearer of hearers) hearer();
            },
        };
        const el = document.createElement('div');
        el.id = view.id.replace('.', '-');
        document.querySelector('main').append(el);
        card.render({model, el});
    }
}"""
#: Parts that reach beyond the window.
CUT = """() => [...document.querySelectorAll('.ckc *:not(.ckc-unseen)')].filter(part =>
    part.getBoundingClientRect().right > innerWidth + 1).map(part => part.outerHTML)"""


class Shown:
    """A page with a card of every kind."""

    def __init__(self, page: Any, cards: dict[str, Any]) -> None:
        self.page, self.cards = page, cards

    def card(self, name: str) -> Any:
        """The card of a question."""
        return self.page.locator(f"#{name.replace('.', '-')} .ckc")

    def press(self, name: str, label: str) -> None:
        """Press a button by its words."""
        self.card(name).get_by_role("button", name=language.text(f"card-{label}")).click()

    def says(self, name: str, sign: str) -> str:
        """What is said of an answer, once its sign is there."""
        said = self.card(name).locator(".ckc-verdict", has_text=sign)
        said.wait_for()
        return str(said.text_content())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for all cards."""
    with a_browser() as browser:
        yield browser


@pytest.fixture
def shown(
    browser: Any, tmp_path: Path, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> Iterator[Shown]:
    """Cards of every kind in a browser."""
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / "my_progress.jsonl"))
    monkeypatch.setattr(hints, "_given", {})
    monkeypatch.chdir(tmp_path)
    with crew(tmp_path, tiny_folder), page_of(browser, 900, 900) as page:
        page.set_default_timeout(PATIENCE_MS)
        complaints: list[str] = []
        page.on("console", lambda line: complaints.append(line.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_content(PAGE.format(lang=lang))
        cards = {name: ck.ask(name) for name in KINDS}

        def asks(name: str, deed: dict) -> dict:
            cards[name].do(deed)
            return cards[name].view

        page.expose_function("asks", asks)
        page.evaluate(
            SHOW, {"code": module_text(MODULE), "views": [c.view for c in cards.values()]}
        )
        yield Shown(page, cards)
        assert complaints == []


def kept(name: str) -> list[Any]:
    """What lies in the answers' file, by question."""
    path = Path(ANSWERS_FILE)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line["answer"] for line in map(json.loads, lines) if line["question"] == name]


def test_a_choice_is_made_checked_hinted_and_seen(shown: Shown) -> None:
    name, page = "crew.colour", shown.page
    shown.press(name, "check")
    assert language.text("card-nothing") in shown.says(name, "○")
    card = shown.card(name)
    for code in ("grey", "pink"):
        card.get_by_label(language.text(f"question-crew-colour-choice-{code}")).check()
        shown.press(name, "check")
        assert f"{code} tempts." in shown.says(name, "✗")
    shown.press(name, "reveal")
    card.locator(".ckc-right").wait_for()
    assert card.locator(".ckc-why").count() == 1
    shown.press(name, "hint")
    card.locator(".ckc-hint").wait_for()
    card.get_by_label(language.text("question-crew-colour-choice-blue")).check()
    shown.press(name, "check")
    shown.says(name, "✓")
    assert kept(name) == ["grey", "pink", "blue"]
    assert page.get_by_text(language.text("card-saved")).count() == 1


def test_a_number_is_typed_and_kept_once_the_hand_rests(shown: Shown) -> None:
    card = shown.card("crew.size")
    field = card.get_by_role("textbox")
    field.fill("30")
    card.locator(".ckc-saved").wait_for()
    assert kept("crew.size") == [30.0]
    field.fill("many")
    shown.press("crew.size", "check")
    assert "many" in shown.says("crew.size", "✗")
    field.fill("3")
    field.press("Enter")
    shown.press("crew.size", "check")
    shown.says("crew.size", "✓")
    assert kept("crew.size") == [30.0, 3.0]


def test_several_are_ticked_and_rows_filled(shown: Shown) -> None:
    several = shown.card("crew.several")
    for code in ("red", "pink", "blue"):
        several.get_by_label(language.text(f"question-crew-several-choice-{code}")).click()
    shown.press("crew.several", "check")
    shown.says("crew.several", "◐")
    several.get_by_label(language.text("question-crew-several-choice-pink")).click()
    shown.press("crew.several", "check")
    shown.says("crew.several", "✓")
    grid = shown.card("crew.grid")
    for row, option in (("one", "right"), ("two", "wrong")):
        group = grid.get_by_role("group", name=f"Number {row}")
        group.get_by_label(option, exact=True).check()
    shown.press("crew.grid", "check")
    shown.says("crew.grid", "✓")
    table = shown.card("crew.table")
    table.get_by_label("North").fill("25")
    table.get_by_label("South").fill("75,0")
    shown.press("crew.table", "check")
    shown.says("crew.table", "✓")
    limits = shown.card("crew.range")
    limits.get_by_label(language.text("card-low"), exact=True).fill("1,5")
    limits.get_by_label(language.text("card-high"), exact=True).fill("12")
    shown.press("crew.range", "keep")
    limits.locator(".ckc-saved").wait_for()
    assert kept("crew.range")[-1] == {"low": 1.5, "high": 12.0}


@pytest.mark.slow
def test_no_two_parts_of_a_page_bear_one_name_whatever_options_are_called(shown: Shown) -> None:
    # An option called as a part of its card once took the click of that part.
    names = shown.page.evaluate("[...document.querySelectorAll('[id]')].map((part) => part.id)")
    assert len(names) == len(set(names)) > 20
    # Of a card's own parts the one that stands beside options begins as no code does.
    heads = [name.split("-", 2)[2] for name in names if name.endswith("-ask")]
    assert heads and set(heads) == {"-ask"}
    assert all(code[0].isalnum() for each in QUESTIONS.values() for code in each.choices)


def test_an_order_is_made_by_keyboard_alone_and_the_hand_stays(shown: Shown) -> None:
    page, card = shown.page, shown.card("crew.order")
    wished = ["grey", "blue", "red", "pink"]

    def standing() -> list[str]:
        return card.locator("li").evaluate_all("items => items.map(item => item.dataset.code)")

    for place, code in enumerate(wished):
        words = language.text(f"question-crew-order-choice-{code}")
        up = card.get_by_role("button", name=language.text("card-up", words=words), exact=True)
        while standing().index(code) > place:
            at = standing().index(code)
            up.focus()
            page.keyboard.press("Enter")
            page.wait_for_function(
                """([code, at]) =>
                    document.querySelectorAll('#crew-order li')[at].dataset.code === code""",
                arg=[code, at - 1],
            )
            # On the same option still, for the next step.
            held = page.evaluate("document.activeElement.closest('li')?.dataset.code")
            assert held == code
    assert standing() == wished
    shown.press("crew.order", "check")
    shown.says("crew.order", "✓")
    assert kept("crew.order")[-1] == wished


def test_a_text_is_kept_while_it_is_written(shown: Shown) -> None:
    card = shown.card("crew.letter")
    card.get_by_role("textbox").fill("Dear all,\n\nwe move hours.")
    card.locator(".ckc-saved").wait_for()
    assert kept("crew.letter") == ["Dear all,\n\nwe move hours."]
    assert card.get_by_role("checkbox").count() == 3
    card.get_by_role("checkbox").first.check()


@pytest.mark.slow
def test_letters_typed_on_a_card_are_no_commands_of_the_notebook(shown: Shown) -> None:
    page = shown.page
    page.evaluate("""() => { window.heard = [];
        document.addEventListener('keydown', event => window.heard.push(event.key)); }""")
    field = shown.card("crew.size").get_by_role("textbox")
    field.press("d")
    field.press("d")
    assert page.evaluate("window.heard") == []
    field.press("Control+s")
    assert "s" in page.evaluate("window.heard")


def test_a_kernel_that_says_nothing_is_told(shown: Shown) -> None:
    shown.page.evaluate("window.gone = true")
    shown.page.clock.install()
    shown.press("crew.colour", "hint")
    shown.page.clock.fast_forward(PATIENCE_MS)
    shown.page.get_by_text(language.text("card-silent")).wait_for()


def test_nothing_is_cut_from_a_phone_to_a_projector(shown: Shown, lang: str) -> None:
    for name in KINDS:
        if name != "crew.guess":
            shown.cards[name].do({"do": "hint"})
    shown.press("crew.several", "check")
    for width in (360, 640, 1280, 2560):
        shown.page.set_viewport_size({"width": width, "height": 900})
        assert shown.page.evaluate(CUT) == [], width
        assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    shown.page.set_viewport_size({"width": 360, "height": 2400})
    keep_screenshot(shown.page, f"cards_{lang}_360")
    shown.page.set_viewport_size({"width": 900, "height": 2400})
    keep_screenshot(shown.page, f"cards_{lang}_900")


def test_axe_finds_nothing_serious(shown: Shown) -> None:
    if not AXE.is_file():
        if REQUIRED:
            pytest.fail("axe-core is missing: npm ci in board/browser")
        pytest.skip("needs axe-core: npm ci in board/browser")
    for name in ("crew.colour", "crew.size", "crew.grid"):
        shown.press(name, "hint")
        shown.card(name).locator(".ckc-hint").wait_for()
    shown.card("crew.colour").get_by_role("radio").first.check()
    shown.press("crew.colour", "check")
    shown.card("crew.colour").locator(".ckc-verdict").wait_for()
    shown.page.add_script_tag(path=str(AXE))
    found = shown.page.evaluate("async () => (await axe.run()).violations")
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    assert serious == [], json.dumps(serious, indent=1)[:3000]


def test_the_module_holds_no_text_and_asks_for_nothing_outside() -> None:
    code = module_text(MODULE)
    assert not any("а" <= letter.lower() <= "я" for letter in code)
    assert "http" not in code.replace("http://www.w3.org/", "")
