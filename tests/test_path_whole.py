"""The whole path in the one file, by mouse and keyboard: from the double click to the marks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from browser import CHROMIUM, SCREENSHOTS, a_browser, keep_screenshot
from fresh import untouched
from one_file_made import REQUIRED, ROOT, needs_python, one_file
from path_page import PathTab, Reader

from casekit.language import text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium"),
    pytest.mark.slow,
    needs_python,
]

#: Russian, whose words are longer; both with CASEKIT_SCREENSHOTS=folder, which keeps pictures too.
LANGS = ["ru", "en"] if SCREENSHOTS else ["ru"]
#: All cells of the notebook at hand have run.
ALL_RAN = "() => !document.querySelector('.ckp-cell:not(.ckp-done, .ckp-failed)')"


@pytest.fixture(scope="module", params=LANGS)
def opened(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple]:
    lang = request.param
    file = one_file(tmp_path_factory, lang)
    with a_browser() as browser:
        yield browser, file.as_uri(), lang


@pytest.fixture
def reader(opened: tuple) -> Iterator[tuple[Reader, str]]:
    browser, address, lang = opened
    made = Reader(browser, lang)
    yield made, address
    made.context.close()
    assert made.complaints == []


@pytest.fixture(scope="module")
def tab(opened: tuple) -> Iterator[PathTab]:
    """A page whose Python is started once for all that only run cells in it."""
    browser, address, lang = opened
    visitor = Reader(browser, lang)
    yield visitor.tab(address)
    visitor.context.close()
    assert visitor.complaints == []


def turn_to(tab: PathTab, name: str) -> None:
    """Open a notebook by its link."""
    tab.page.locator(f".ckp-contents a[href='#{name}']").click()
    tab.page.locator(f"[id='{name[:2]}-c01']").wait_for()


def run_all(tab: PathTab) -> list[str]:
    """Run a notebook; gives the cells that did not get through."""
    tab.button("run-all").click()
    # Asked, and then all of it done.
    tab.page.wait_for_selector(".ckp-waiting, .ckp-running, .ckp-done, .ckp-failed")
    tab.page.wait_for_function(ALL_RAN)
    return [each.inner_text() for each in tab.page.locator(".ckp-failed").all()]


def test_from_the_double_click_to_the_marks(reader: tuple[Reader, str], tmp_path: Path) -> None:
    visitor, address = reader
    lang = visitor.lang
    tab = visitor.tab(address)
    page = tab.page

    # The first notebook by keyboard alone: Shift and Enter, the card by arrows and a button.
    page.locator("h1").first.click()
    for _ in range(7):
        page.keyboard.press("Shift+Enter")
    card = tab.cell("00-c07").locator(".ckc")
    card.wait_for()
    right = next(each for each in card.locator("label").all() if shown(each, lang))
    right.locator("input").focus()
    page.keyboard.press("Space")
    card.get_by_role("button", name=text("card-check", lang=lang), exact=True).press("Enter")
    card.locator(".ckc-correct").wait_for()
    tab.kept()

    # One computed answer: a blank filled in.
    code = tab.code("00-c09")
    code.fill(code.inner_text().replace("...", '"competitor"'))
    tab.run("00-c09")
    tab.becomes("00-c09", "done")
    assert "✓" in tab.output("00-c09")

    # A slider of ipywidgets.
    place = next(
        cell.id for cell in nbformat.reads(untouched("00_start_here", lang), as_version=4).cells
        if "first_slider" in cell.source
    )  # fmt: skip
    tab.run(place)
    slider = tab.cell(place).get_by_role("slider")
    slider.wait_for()
    before = tab.output(place)
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "([place, before]) => document.getElementById(place)"
        ".querySelector('.ckp-outputs').innerText.trim() !== before",
        arg=[place, before],
    )

    # The board: a move by key, a plan with its reason.
    turn_to(tab, "05_what_if")
    assert run_all(tab) == []
    board = page.locator(".ckb")
    named = text("panel-slider", lang=lang, activity=capital(text("activity-expansion", lang=lang)))
    hours = board.get_by_role("slider", name=named, exact=True)
    at = float(hours.input_value())
    hours.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "() => document.querySelector('.ckb-top').getAttribute('aria-busy') === 'false'"
    )
    assert float(hours.input_value()) > at
    board.get_by_label(text("panel-commit-reason", lang=lang)).fill("It pays.")
    board.get_by_role("button", name=text("panel-commit", lang=lang), exact=True).click()
    page.wait_for_function("() => document.querySelector('.ckb').innerText.includes('It pays.')")
    keep_screenshot(page, f"path-board-{lang}")
    tab.kept()

    # Another day.
    page.reload()
    page.wait_for_selector("main")
    turn_to(tab, "06_the_decision")
    assert run_all(tab) == []
    turn_to(tab, "00_start_here")
    assert '"competitor"' in tab.code("00-c09").inner_text()
    assert run_all(tab) == []
    tab.cell("00-c07").locator(".ckc-correct").wait_for()

    # Handed in, and marked.
    tab.button("hand-in").click()
    page.get_by_label(tab.words("hand-in-name")).fill("Команда 3")
    with page.expect_download() as coming:
        tab.button("hand-in-do").click()
    assert coming.value.suggested_filename == "Команда 3.zip"
    handed_in = tmp_path / "in"
    handed_in.mkdir()
    coming.value.save_as(handed_in / "team.zip")
    with zipfile.ZipFile(handed_in / "team.zip") as bundle:
        names = {name.split("/")[1] for name in bundle.namelist()}
        assert {"my_answers.jsonl", "my_plan.json", "my_progress.jsonl"} < names
        assert sum(name.endswith(".ipynb") for name in names) == 8
        first = json.loads(bundle.read("Команда 3/00_start_here.ipynb"))
        assert any(each.get("outputs") for each in first["cells"])
    score = marks(handed_in, tmp_path / "out")
    assert score["plan.committed"] > 0
    assert score["start.whose_client"] > 0
    assert score["start.competitors"] > 0


def shown(label: Any, lang: str) -> bool:
    """Whether an option is the right one of the first card."""
    wanted = text("question-start-whose_client-choice-competitor", lang=lang)
    return label.inner_text().strip() == wanted


def capital(word: str) -> str:
    return word[0].upper() + word[1:]


def marks(handed_in: Path, out: Path) -> dict[str, float]:
    """Points of each question, as the grader gives them."""
    done = subprocess.run(
        [sys.executable, "-m", "casekit", "grade", str(handed_in), "--out", str(out)],
        cwd=ROOT, env=dict(os.environ), capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (path,) = out.glob("*/score.json")
    score = json.loads(path.read_text("utf-8"))
    return {name: each["points"] or 0 for name, each in score["questions"].items()}


def test_every_notebook_runs_whole(tab: PathTab) -> None:
    for link in tab.page.locator(".ckp-contents a").all():
        name = link.get_attribute("href").removeprefix("#")
        if not name[:2].isdigit():
            continue
        turn_to(tab, name)
        assert (name, run_all(tab)) == (name, [])
        tab.page.wait_for_function(
            "() => [...document.querySelectorAll('.ckp-widget')].every(each => each.innerText)"
        )
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tab.page.evaluate(wide) <= 0
        keep_screenshot(tab.page, f"path-{name[:2]}-{tab.lang}")


def test_a_cell_of_ones_own_shows_what_python_shows(tab: PathTab) -> None:
    page = tab.page
    turn_to(tab, "00_start_here")
    tab.button("add", tab.cell("00-c03")).click()
    own = page.locator("[id^='own-']")
    name = own.get_attribute("id")

    def show(code: str, state: str = "done") -> str:
        tab.code(name).fill(code)
        tab.run(name)
        page.wait_for_function(
            "name => document.getElementById(name).ariaBusy === 'false'", arg=name
        )
        tab.becomes(name, state)
        return tab.output(name)

    assert show("import pandas as pd\nprint('said')\npd.DataFrame({'a': [1]})").startswith("said")
    assert own.locator("table").count() == 1
    assert show("%%timeit -n1 -r1\npass").startswith(
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    )
    assert show("await __import__('asyncio').sleep(0.01)\n7") == "7"
    assert show("case.accounts['nam']", "failed").startswith(
        text("own-error-column-near", lang=tab.lang, name="nam", near="name", there="")[:20]
    )
    assert show("1/0", "failed").startswith("ZeroDivisionError: division by zero")
    show("import matplotlib.pyplot as plt\n_ = plt.plot([1, 2])")
    assert own.locator("img").count() == 1
    show("import ipywidgets\nipywidgets.interact(lambda x: print(x * 2), x=(0, 10, 1));")
    own.locator("pre", has_text="10").wait_for()
    own.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    own.locator("pre", has_text="12").wait_for()
