"""JupyterLab as a participant meets it: the printed address in a real browser, Run All, a look.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there. Each
notebook is opened in one of the languages, by turns; with CASEKIT_SCREENSHOTS=folder in both, and
the pictures are kept.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import nbformat
import pytest
from board_page import BoardPage, Line
from board_walk import fifty_quick_moves, walk
from browser import (
    CHROMIUM,
    FIRST,
    ROOT,
    SCREENSHOTS,
    await_kernel,
    browser_page,
    choose_run_all,
    keep_screenshot,
    listen,
    run_all,
    running_lab,
)
from fresh import NAMES, untouched

from casekit import language
from casekit.authoring.notebooks import notebook_metadata
from casekit.company import load_case
from casekit.language import LANGUAGES
from casekit.model import Plan
from casekit.questions import QUESTIONS
from casekit.questions.answers_file import COMMITTED, AnswersFile
from casekit.questions.journal import PROGRESS_FILE

#: The notebook that the quick set opens: the shortest; the page's tests meet pictures and boards.
QUICK = "00_start_here"
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
    drawn, boards = code.count("ck.charts.plot_"), code.count("ck.cockpit(")
    asked = code.count("ck.check(")
    cards = code.count("ck.ask(") + len(re.findall(r'ck\.guess\("[\w.]+"\)', code))
    MET[lang] += asked + cards
    not_attempted = language.text("verdict-not-attempted", lang=lang)
    with browser_page() as page:
        run_all(page, address, name, lang)
        for _ in range(600):
            shown = page.locator(".jp-OutputArea-output").all_inner_texts()
            pictures = page.locator(".jp-OutputArea-output img").count()
            met, dealt = page.locator(".ckb-top").count(), page.locator(".ckc").count()
            told = sum(not_attempted in text for text in shown)
            if (told, pictures, met, dealt) == (asked, drawn, boards, cards):
                break
            page.wait_for_timeout(500)
        errors = page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count()
        keep_screenshots(page, f"{name[:2]}-{lang}")
        if "ck.first_slider(" in code:
            move_the_slider(page, lang)
        notifications = page.locator(".jp-toastContainer").all_inner_texts()
    assert sum(not_attempted in text for text in shown) == asked
    assert asked + cards > 0 and dealt == cards
    assert not any("Traceback" in text or "Error" in text for text in shown)
    assert (pictures, met, errors) == (drawn, boards, 0)
    assert not any(text.strip() for text in notifications)


@pytest.mark.slow
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
        await_kernel(page, "next_day")
        cell = page.locator(".jp-Notebook .jp-CodeCell").nth(2)
        shown = cell.locator(".jp-OutputArea-output")
        # For a moment longer JupyterLab passes over what is run.
        for moment in range(180):
            if shown.count():
                break
            if moment % 6 == 0:
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
    with opened_board(labs, lang) as board:
        fifty_quick_moves(board)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_board_by_hand(lang: str, labs: dict[str, tuple[str, Path]]) -> None:
    with opened_board(labs, lang) as board:
        page = board.page

        def reload() -> None:
            # What a notebook shows outlives a reload where it was saved.
            page.locator("[data-command='docmanager:save']").click()
            page.locator(".lm-TabBar-tab.lm-mod-current.jp-mod-dirty").wait_for(state="detached")
            page.reload()
            board.top.wait_for()

        walk(board, ".ckb", reload, f"board-{lang}")
        plan = board.plan()
    folder = labs[lang][1] / "notebooks" / lang
    # The plan that was committed is for the next notebooks; what was saved since lies beside it.
    lines = AnswersFile(folder).lines()
    assert [line["question"] for line in lines] == [COMMITTED]
    assert Plan.from_json(json.dumps(lines[0]["answer"]["plan"])) == plan
    assert (folder / "my_plan.xlsx").exists() and (folder / "my_plan.png").exists()


@pytest.mark.slow
def test_a_board_whose_kernel_was_restarted_says_so(labs: dict[str, tuple[str, Path]]) -> None:
    lang = LANGUAGES[1]
    with opened_board(labs, lang) as board:
        board.settle()
        board.page.locator("[data-command='notebook:restart-kernel']").click()
        board.page.locator(".jp-Dialog button.jp-mod-accept").click()
        await_kernel(board.page, "board")
        board.field("conversion").fill("15")
        board.field("conversion").press("Enter")
        board.until(lambda: board.says(board.words("silent")))
        choose_run_all(board.page, lang)
        board.until(lambda: not board.says(board.words("silent")))
        board.type("conversion", 15)
        board.agree()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_card_keeps_what_is_clicked_over_a_new_kernel(
    lang: str, labs: dict[str, tuple[str, Path]]
) -> None:
    name = next(q.id for q in QUESTIONS.values() if q.kind == "choice" and q.sealed)
    address, kit = labs[lang]
    folder = kit / "notebooks" / lang
    cells = [f'import casekit as ck\nck.language("{lang}")', f'ck.ask("{name}")', "'next'"]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code) for code in cells],
        metadata=notebook_metadata("card", lang),
    )
    nbformat.write(notebook, folder / "card.ipynb")
    words = {key: language.text(f"card-{key}", lang=lang) for key in ("check", "saved")}
    with browser_page(1280, 720) as page:
        complaints = listen(page)
        run_all(page, address, "card", lang)
        first, second = (page.locator(".ckc input").nth(place) for place in (0, 1))
        first.check()
        second.check()
        page.get_by_text(words["saved"]).wait_for()
        page.locator(".ckc").get_by_role("button", name=words["check"]).click()
        page.locator(".ckc-verdict").wait_for()
        # The button has the focus, and yet the key goes on to the next cell.
        page.keyboard.press("Shift+Enter")
        page.wait_for_function(
            "() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')]"
            ".findIndex(cell => cell.classList.contains('jp-mod-active')) === 2"
        )
        # Another day: a new kernel, the notebook run again.
        page.locator("[data-command='notebook:restart-kernel']").click()
        page.locator(".jp-Dialog button.jp-mod-accept").click()
        await_kernel(page, "card")
        choose_run_all(page, lang)
        page.wait_for_function(
            "() => document.querySelectorAll('.ckc input')[1]?.checked"
            " && document.querySelector('.ckc-verdict')"
        )
        assert complaints == []
    lines = [line for line in AnswersFile(folder).lines() if line["question"] == name]
    assert len(lines) == 2
    # Met once: when it was run again, it was answered.
    (folder / "card.ipynb").unlink()
    MET[lang] += 1


@contextmanager
def opened_board(labs: dict[str, tuple[str, Path]], lang: str) -> Iterator[BoardPage]:
    """The board of the notebook that holds nothing else, run; the browser complains of nothing."""
    with browser_page(1280, 720) as page:
        complaints, line = listen(page), Line(page)
        run_all(page, labs[lang][0], "board", lang)
        yield BoardPage(page, lang, line)
        assert complaints == []


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
