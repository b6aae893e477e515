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

import pytest

from casekit import language
from casekit.language import LANGUAGES

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
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
    command = [sys.executable, "-m", "casekit", "lab", "--no-browser", "--lang", request.param]
    # Nothing of this machine's own settings: a participant has none.
    clean = {**os.environ, "JUPYTER_CONFIG_DIR": str(kit / "conf"), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        command, cwd=kit, env=clean, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        line = server.stdout.readline()
        yield request.param, re.search(r"http://\S+", line)[0]
    finally:
        server.terminate()
        server.wait(20)
        server.stdout.close()


def test_run_all_in_jupyterlab(lab: tuple[str, str]) -> None:
    from playwright.sync_api import sync_playwright

    lang, address = lab
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        # A click before the kernel has come asks which kernel to take; people are slower.
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)
        page.wait_for_timeout(1000)
        # The menu is in the reader's language, and no pop-up stands in the way.
        page.get_by_role("menuitem", name=MENU[lang], exact=True).click()
        page.locator("[data-command='runmenu:run-all']").click()
        not_attempted = language.text("verdict-not-attempted", lang=lang)
        for _ in range(60):
            shown = page.locator(".jp-OutputArea-output").all_inner_texts()
            pictures = page.locator(".jp-OutputArea-output img").count()
            if sum(not_attempted in text for text in shown) == 3 and pictures == 2:
                break
            page.wait_for_timeout(500)
        errors = page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count()
        keep_screenshots(page, lang)
        notifications = page.locator(".jp-toastContainer").all_inner_texts()
        browser.close()
    assert sum(not_attempted in text for text in shown) == 3
    assert not any("Traceback" in text or "Error" in text for text in shown)
    assert (pictures, errors) == (2, 0)
    assert not any(text.strip() for text in notifications)


def keep_screenshots(page, lang: str) -> None:
    folder = os.environ.get("CASEKIT_SCREENSHOTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    height = page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollHeight")
    for number, top in enumerate(range(0, height, 740)):
        page.evaluate(f"document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, {top})")
        page.wait_for_timeout(400)
        page.screenshot(path=str(Path(folder) / f"lab-{lang}-{number:02d}.png"))
