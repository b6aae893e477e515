"""JupyterLab as a participant meets it: the printed address in a real browser, Run All, a look.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there. With
CASEKIT_SCREENSHOTS=folder the pictures are kept.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from casekit import language
from casekit.authoring.notebooks import notebook_metadata
from casekit.company import ACTIVITIES, load_case
from casekit.language import LANGUAGES
from casekit.model import Comparison, Plan  # noqa: F401 (a plan's line is evaluated)
from casekit.questions import QUESTIONS
from casekit.questions.journal import PROGRESS_FILE

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NAMES = sorted(path.stem for path in (ROOT / "solutions").glob("[0-9]*.py"))
MENU = {"en": "Run", "ru": "Выполнить"}

KERNEL_IS_THERE = """async () => {
    const kernels = await (await fetch('/api/kernels')).json();
    return kernels.some(kernel => kernel.connections > 0 && kernel.execution_state === 'idle');
}"""

pytestmark = [
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CASEKIT_REQUIRE_BROWSER"),
        reason="needs Chromium",
    ),
    # Playwright's own event loop is closed late on some Pythons.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module", params=LANGUAGES)
def lab(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[tuple[str, str]]:
    """Language, and the address that `casekit lab --no-browser` prints for a copy of the kit."""
    kit = tmp_path_factory.mktemp("lab") / "мой кейс"
    kit.mkdir()
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, kit / name)
    shutil.copy(ROOT / "start.py", kit)
    code = f'import casekit as ck\nck.language("{request.param}")\nck.cockpit(ck.load_case())'
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code)],
        metadata=notebook_metadata("board", request.param),
    )
    nbformat.write(notebook, kit / "notebooks" / request.param / "board.ipynb")
    command = [sys.executable, "-m", "casekit", "lab", "--no-browser", "--lang", request.param]
    # Outputs out of sight are there all the same, to be counted.
    settings = kit / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    # Nothing of this machine's own settings: a participant has none.
    clean = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(kit / "conf"),
        "JUPYTERLAB_SETTINGS_DIR": str(kit / "settings"),
        "PYTHONUNBUFFERED": "1",
    }
    clean.pop("CASEKIT_PROGRESS", None)
    server = subprocess.Popen(
        command, cwd=kit, env=clean, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        line = server.stdout.readline()
        yield request.param, re.search(r"http://\S+", line)[0]
        kept = kit / "notebooks" / request.param / PROGRESS_FILE
        # Where the questions were run (one test alone may not have), each check is kept.
        count = kept.read_text(encoding="utf-8").count("not_attempted") if kept.exists() else 0
        assert count in (0, len(QUESTIONS))
    finally:
        server.terminate()
        server.wait(20)
        server.stdout.close()


@pytest.mark.parametrize("name", NAMES)
def test_run_all_in_jupyterlab(name: str, lab: tuple[str, str]) -> None:
    from playwright.sync_api import sync_playwright

    lang, address = lab
    code = code_of(lang, name)
    asked, drawn = code.count("ck.check("), code.count("ck.charts.plot_")
    not_attempted = language.text("verdict-not-attempted", lang=lang)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        # The address opens the first notebook; the others lie beside it.
        page.goto(address.replace(NAMES[0], name))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        # A click before the kernel has come asks which kernel to take; people are slower.
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)
        page.wait_for_timeout(1000)
        # The menu is in the reader's language, and no pop-up stands in the way.
        page.get_by_role("menuitem", name=MENU[lang], exact=True).click()
        page.locator("[data-command='runmenu:run-all']").click()
        for _ in range(60):
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
        browser.close()
    assert sum(not_attempted in text for text in shown) == asked > 0
    assert not any("Traceback" in text or "Error" in text for text in shown)
    assert (pictures, errors) == (drawn, 0)
    assert not any(text.strip() for text in notifications)


def test_fifty_quick_moves_of_the_board_end_where_they_should(lab: tuple[str, str]) -> None:
    from playwright.sync_api import sync_playwright

    lang, address = lab
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        complaints: list[str] = []
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.goto(address.replace(NAMES[0], "board"))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)
        page.wait_for_timeout(1000)
        page.get_by_role("menuitem", name=MENU[lang], exact=True).click()
        page.locator("[data-command='runmenu:run-all']").click()
        page.locator(".widget-image").wait_for(timeout=60_000)
        # Drawn is not yet connected: people look before they press.
        page.wait_for_timeout(2000)
        expansion = ACTIVITIES.index("expansion")
        handle = page.locator(".widget-slider .noUi-handle").nth(expansion)
        handle.focus()
        for step in range(50):
            page.keyboard.press("ArrowLeft" if step % 5 > 2 else "ArrowRight")
        page.wait_for_timeout(2500)
        keep_screenshots(page, f"board-{lang}")
        told = page.locator(".widget-readout").nth(expansion).inner_text()
        line = page.locator(".widget-html pre").inner_text()
        words = page.locator(".jp-OutputArea-output").inner_text()
        browser.close()
    plan = eval(line.removeprefix("ck."))
    comparison = Comparison(load_case(ROOT / "data"))
    figures = comparison.figures(plan)
    assert float(told.replace(",", ".")) == pytest.approx(figures.hours[expansion], abs=0.11)
    # Thirty steps up and twenty down, a tenth of an hour each.
    assert figures.hours[expansion] == pytest.approx(comparison.today()[expansion] + 1.0, abs=0.21)
    with language.using(lang):
        assert language.money(figures.gain_krub, "₽") in words
    assert not complaints


def move_the_slider(page, lang: str) -> None:
    """Five steps by the keyboard; the line below says what they come to in a year."""
    page.locator(".widget-slider [role=slider], .widget-slider .noUi-handle").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    with language.using(lang):
        hours = language.number(5 * 12 * len(load_case(ROOT / "data").reps))
    page.locator(".widget-html", has_text=hours).wait_for(timeout=10_000)


def code_of(lang: str, name: str) -> str:
    notebook = nbformat.read(ROOT / "notebooks" / lang / f"{name}.ipynb", as_version=4)
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")


def keep_screenshots(page, name: str) -> None:
    folder = os.environ.get("CASEKIT_SCREENSHOTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    pane = ".jp-WindowedPanel-outer"
    height = page.evaluate(f"document.querySelector('{pane}').scrollHeight")
    for number, top in enumerate(range(0, height, 740)):
        page.evaluate(f"document.querySelector('{pane}').scrollTo(0, {top})")
        page.wait_for_timeout(400)
        page.screenshot(path=str(Path(folder) / f"{name}-{number:02d}.png"))
