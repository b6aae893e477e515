"""JupyterLab as a participant meets it: the printed address in a real browser, Run All, a look.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there. Each
notebook is opened in one of the languages, by turns; with CASEKIT_SCREENSHOTS=folder in both, and
the pictures are kept.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import nbformat
import pytest
from browser import (
    CHROMIUM,
    FIRST,
    KERNEL_IS_THERE,
    ROOT,
    BoardPage,
    before_chance,
    browser_page,
    run_all,
    running_lab,
)
from fresh import NAMES, untouched

from casekit import language
from casekit.company import ACTIVITIES, load_case
from casekit.language import LANGUAGES
from casekit.model import Comparison, Plan
from casekit.questions.journal import PROGRESS_FILE

#: The notebook that the quick set opens: it has questions, pictures and a slider.
QUICK = "02_where_the_hours_go"
SCREENSHOTS = os.environ.get("CASEKIT_SCREENSHOTS")
#: Questions met so far, by language.
MET: Counter[str] = Counter()

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CASEKIT_REQUIRE_BROWSER"),
        reason="needs Chromium",
    ),
    # Playwright's own event loop is closed late on some Pythons.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def labs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[str, Path]]]:
    """By language, as they are asked for: address of JupyterLab on a fresh kit, and its folder."""
    with ExitStack() as servers:

        class Labs(dict[str, tuple[str, Path]]):
            def __missing__(self, lang: str) -> tuple[str, Path]:
                kit = tmp_path_factory.mktemp("lab") / "мой кейс"
                kit.mkdir()
                self[lang] = servers.enter_context(running_lab(kit, lang)), kit
                return self[lang]

        labs = Labs()
        yield labs
    for lang, (_, kit) in labs.items():
        kept = kit / "notebooks" / lang / PROGRESS_FILE
        # Each check that was run is kept.
        count = kept.read_text(encoding="utf-8").count("not_attempted") if kept.exists() else 0
        assert count == MET[lang]


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        pytest.param(name, lang, marks=[] if name == QUICK else pytest.mark.slow)
        for name in NAMES
        for lang in LANGUAGES
        if SCREENSHOTS or lang == LANGUAGES[NAMES.index(name) % len(LANGUAGES)]
    ],
)
def test_run_all_in_jupyterlab(name: str, lang: str, labs: dict[str, tuple[str, Path]]) -> None:
    address, _ = labs[lang]
    code = code_of(lang, name)
    # The board shows a picture as well.
    drawn = code.count("ck.charts.plot_") + code.count("ck.cockpit(")
    asked = code.count("ck.check(")
    MET[lang] += asked
    not_attempted = language.text("verdict-not-attempted", lang=lang)
    with browser_page() as page:
        run_all(page, address, name, lang)
        for _ in range(600):
            shown = page.locator(".jp-OutputArea-output").all_inner_texts()
            pictures = page.locator(".jp-OutputArea-output img").count()
            if sum(not_attempted in text for text in shown) == asked and pictures == drawn:
                break
            page.wait_for_timeout(500)
        errors = page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count()
        keep_screenshots(page, f"{name[:2]}-{lang}")
        if "ck.first_slider(" in code:
            move_the_slider(page, lang)
        notifications = page.locator(".jp-toastContainer").all_inner_texts()
    assert sum(not_attempted in text for text in shown) == asked > 0
    assert not any("Traceback" in text or "Error" in text for text in shown)
    assert (pictures, errors) == (drawn, 0)
    assert not any(text.strip() for text in notifications)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cell_in_the_middle_of_a_new_kernel_leads_to_the_menu(
    lang: str, labs: dict[str, tuple[str, Path]]
) -> None:
    address, kit = labs[lang]
    # A copy: its kernel is a new one whatever ran before.
    notebook = kit / "notebooks" / lang / "next_day.ipynb"
    shutil.copy(notebook.with_name(f"{FIRST}.ipynb"), notebook)
    words = language.text("cells-above", lang=lang, name="ck")
    menu, entry = re.findall(r"[«“]([^»”]+)[»”]|in the menu (\w+)", words.split("\n")[1])[:2]
    with browser_page() as page:
        page.goto(address.replace(FIRST, "next_day"))
        page.wait_for_function(KERNEL_IS_THERE, arg="next_day")
        cell = page.locator(".jp-Notebook .jp-CodeCell").nth(2)
        shown = cell.locator(".jp-OutputArea-output")
        # For a moment longer JupyterLab passes over what is run.
        for moment in range(180):
            if shown.count():
                break
            if page.locator(".jp-Dialog").count():
                # A cell that is run before its kernel answers is refused in a dialog.
                page.keyboard.press("Escape")
            elif moment % 6 == 0:
                cell.click()
                page.keyboard.press("Shift+Enter")
            page.wait_for_timeout(500)
        assert shown.inner_text().split() == words.split()
        keep_screenshot(page, f"next-day-{lang}")
        page.get_by_role("menuitem", name="".join(menu), exact=True).click()
        page.get_by_role("menuitem", name="".join(entry), exact=True).click()
        # Those above have run, and with them the cell itself: its selection had moved on.
        cell.locator("table").first.wait_for()
        assert words[:20] not in cell.inner_text()


@pytest.mark.slow
def test_fifty_quick_moves_of_the_board_end_where_they_should(
    labs: dict[str, tuple[str, Path]],
) -> None:
    lang = LANGUAGES[0]
    address, _ = labs[lang]
    with browser_page() as page:
        complaints = listen(page)
        run_all(page, address, "board", lang)
        board = BoardPage(page, lang)
        board.handle(ACTIVITIES.index("expansion")).focus()
        for step in range(50):
            page.keyboard.press("ArrowLeft" if step % 5 > 2 else "ArrowRight")
        board.settle()
        shown, words = board.hours("expansion"), board.told()
        hours = as_the_model_has_it(board, lang)
    today = Comparison(load_case(ROOT / "data")).today()[ACTIVITIES.index("expansion")]
    # Thirty steps up and twenty down, an hour each.
    assert hours["expansion"] == pytest.approx(round(today) + 10, abs=0.06)
    assert shown == pytest.approx(hours["expansion"], abs=0.06)
    assert before_chance(lang) in words
    assert not complaints


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_board_by_hand(lang: str, labs: dict[str, tuple[str, Path]]) -> None:
    address, kit = labs[lang]
    other = next(code for code in LANGUAGES if code != lang)
    with browser_page(1280, 720) as page:
        complaints = listen(page)
        run_all(page, address, "board", lang)
        board = BoardPage(page, lang)
        # Drag.
        board.handle(ACTIVITIES.index("expansion")).scroll_into_view_if_needed()
        keep_screenshot(page, f"board-today-{lang}")
        box = board.handle(ACTIVITIES.index("expansion")).bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        for step in range(8):
            page.mouse.move(box["x"] + 6 * step, box["y"] + 5)
        page.mouse.up()
        board.settle()
        dragged = as_the_model_has_it(board, lang)
        assert dragged["expansion"] > 15
        # Type, as the language writes numbers; what is no number is said.
        board.type("conversion", "18,5" if lang == "ru" else "18.5")
        board.settle()
        assert as_the_model_has_it(board, lang)["conversion"] == pytest.approx(18.5, abs=0.06)
        board.type("conversion", "?")
        board.settle()
        board.until(lambda: language.text("board-no-hours", lang=lang, found="?") in board.told())
        assert board.hours("conversion") == pytest.approx(18.5, abs=0.06)
        # Lock, then move another.
        held = board.hours("retention")
        page.get_by_role("button", name=board.words("board-lock"), exact=True).first.click()
        board.type("expansion", "12")
        board.settle()
        assert as_the_model_has_it(board, lang)["retention"] == pytest.approx(held, abs=0.06)
        # The way back, to what was dragged and then to today.
        board.press("undo")
        board.press("undo")
        before = pytest.approx(dragged["expansion"], abs=0.06)
        board.until(lambda: board.hours("expansion") == before)
        board.settle()
        assert as_the_model_has_it(board, lang) == pytest.approx(dragged, abs=0.06)
        board.press("keep")
        board.press("best")
        board.press("keep")
        board.press("save")
        board.until(lambda: page.locator(".widget-html table tbody tr").count() == 2)
        board.settle()
        keep_screenshot(page, f"board-best-{lang}")
        saved = kit / "notebooks" / lang / "my_plan.json"
        for _ in range(600):
            # The picture of the page is written last.
            if saved.with_suffix(".png").exists():
                break
            page.wait_for_timeout(500)
        board.settle()
        comparison = Comparison(load_case(ROOT / "data"))
        assert Plan.from_json(saved.read_text(encoding="utf-8")) == comparison.best.plan
        assert saved.with_suffix(".xlsx").exists() and saved.with_suffix(".png").exists()
        assert page.locator(".widget-html table tbody tr").count() == 2
        # The curves, in the other language.
        page.get_by_role("button", name=language.text("board-view-curves", lang=lang)).click()
        page.locator(".widget-dropdown select").nth(2).select_option(
            label=language.text("language-name", lang=other)
        )
        board.until(lambda: language.text("board-legend", lang=other) in board.told())
        board.lang = other
        board.settle()
        keep_screenshot(page, f"board-curves-{lang}-{other}")
        assert language.text("board-legend", lang=other) in board.told()
        assert language.text("board-legend", lang=lang) not in board.told()
    assert not complaints


def listen(page) -> list[str]:
    """What the browser complains of."""
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def as_the_model_has_it(board: BoardPage, lang: str) -> dict[str, float]:
    """Hours of the plan on screen; gain and numbers on screen come to be the model's."""

    def agreed() -> bool:
        figures = comparison.figures(eval(board.plan(), {"Plan": Plan}))
        with language.using(lang):
            told = language.money(abs(figures.gain_krub), "₽") in board.told()
        spent = [board.hours(name) for name in ACTIVITIES]
        found.update(zip(ACTIVITIES, map(float, figures.hours), strict=True))
        return told and spent == pytest.approx(list(found.values()), abs=0.06)

    comparison, found = Comparison(load_case(ROOT / "data")), dict[str, float]()
    board.until(agreed)
    return found


def move_the_slider(page, lang: str) -> None:
    """Five steps by the keyboard; the line below says what they come to in a year."""
    page.locator(".widget-slider [role=slider], .widget-slider .noUi-handle").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    with language.using(lang):
        hours = language.number(5 * 12 * len(load_case(ROOT / "data").reps))
    page.locator(".widget-html", has_text=hours).wait_for(timeout=300_000)


def code_of(lang: str, name: str) -> str:
    notebook = nbformat.reads(untouched(name, lang), as_version=4)
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")


def keep_screenshot(page, name: str) -> None:
    if SCREENSHOTS:
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}.png"))


def keep_screenshots(page, name: str) -> None:
    if not SCREENSHOTS:
        return
    Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
    pane = ".jp-WindowedPanel-outer"
    height = page.evaluate(f"document.querySelector('{pane}').scrollHeight")
    for number, top in enumerate(range(0, height, 740)):
        page.evaluate(f"document.querySelector('{pane}').scrollTo(0, {top})")
        page.wait_for_timeout(400)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}-{number:02d}.png"))
