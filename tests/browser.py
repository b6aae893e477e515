"""A real browser on a real JupyterLab, or on the board's page, for tests and benchmarks."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from fresh import NAMES, fresh_kit

from casekit.authoring.notebooks import notebook_metadata

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

#: First notebook, which the printed address opens.
FIRST = NAMES[0]
#: A folder for pictures of what the tests met; none are kept without it.
SCREENSHOTS = os.environ.get("CASEKIT_SCREENSHOTS")
#: An upper limit that only what never comes can reach.
PATIENCE_SECONDS = 300
MENU = {"en": "Run", "ru": "Выполнить"}

#: Of this notebook, that is: kernels of notebooks that were closed may still be there.
KERNEL_IS_THERE = """async (name) => {
    const sessions = await (await fetch('/api/sessions')).json();
    return sessions.some(({path, kernel}) => path.endsWith(name + '.ipynb')
        && kernel.connections > 0 && kernel.execution_state === 'idle');
}"""


#: And the page knows of it.
KERNEL_IS_SEEN = ".jp-Notebook-ExecutionIndicator[data-status='idle']"

#: A cell that was run bears a number; one that was asked to, a star before.
BEGUN = """() => [...document.querySelectorAll('.jp-InputPrompt')]
    .some(prompt => /\\[[0-9]/.test(prompt.innerText))"""
ASKED = BEGUN.replace("[0-9]", "[0-9*]")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Environment of a first start: settings, and records of what runs, are the folder's own."""
    own = {"CASEKIT_STATE": str(folder / "state"), "PYTHONUNBUFFERED": "1"}
    clean = {**os.environ, **own, **more}
    clean.pop("CASEKIT_PROGRESS", None)
    return clean


@contextmanager
def running_lab(
    folder: Path, lang: str, board: str = "ck.cockpit(ck.load_case())"
) -> Iterator[str]:
    """The address that `casekit lab --no-browser` prints for a fresh kit in a folder.

    Beside the notebooks lies `board.ipynb`: one cell that ends with the code of `board`.
    """
    fresh_kit(folder)
    code = f'import casekit as ck\nck.language("{lang}")\n{board}'
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code)], metadata=notebook_metadata("board", lang)
    )
    nbformat.write(notebook, folder / "notebooks" / lang / "board.ipynb")
    clean = environment(folder)
    command = [sys.executable, "-m", "casekit", "lab", "--no-browser", "--lang", lang]
    server = subprocess.Popen(
        command, cwd=folder, env=clean, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        yield address_of(server)
    finally:
        server.terminate()
        server.wait(120)
        server.stdout.close()


@contextmanager
def running_app(folder: Path, *words: str) -> Iterator[str]:
    """The address that `casekit app` prints, started in a folder."""
    command = [sys.executable, "-m", "casekit", "app", "--no-browser", *words]
    clean = environment(folder)
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=clean, stdout=subprocess.PIPE, stderr=log, text=True,
            encoding="utf-8",
        )  # fmt: skip
    try:
        yield address_of(server)
    finally:
        server.terminate()
        server.wait(120)
        server.stdout.close()


def address_of(server: subprocess.Popen) -> str:
    """Address that a server prints first."""
    line = server.stdout.readline()
    found = re.search(r"http://\S+", line)
    assert found, f"no address, but {line!r}"
    return found[0]


def free_port() -> int:
    """A port on which nothing listens: others may be at work on this computer."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def a_browser() -> Iterator[Any]:
    """A Chromium that asks nobody for anything by itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def browser_page(width: int = 1280, height: int = 900) -> Iterator[Any]:
    """A page of a headless Chromium of its own."""
    with a_browser() as browser, page_of(browser, width, height) as page:
        yield page


@contextmanager
def page_of(browser: Any, width: int = 1280, height: int = 900) -> Iterator[Any]:
    """A page of a Chromium that other tests use too; nothing is kept from one to the next."""
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        # A busy computer starts JupyterLab slowly; whoever waits has a limit of their own.
        page.set_default_timeout(1000 * PATIENCE_SECONDS)
        yield page


def await_kernel(page, name: str) -> None:
    """Wait until a notebook's kernel is there and the page knows of it."""
    late = time.monotonic() + PATIENCE_SECONDS
    # `wait_for_function` takes a promise for a yes.
    while not page.evaluate(KERNEL_IS_THERE, name):
        assert time.monotonic() < late, "no kernel came"
        page.wait_for_timeout(100)
    page.wait_for_selector(KERNEL_IS_SEEN, state="attached")


def run_all(page, address: str, name: str, lang: str) -> None:
    """Open a notebook and choose Run All from the menu."""
    from playwright.sync_api import TimeoutError as TooLate

    for _ in range(3):
        # The address opens the first notebook; the others lie beside it.
        page.goto(address.replace(FIRST, name))
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        # A click before the kernel has come asks which kernel to take; people are slower.
        await_kernel(page, name)
        with contextlib.suppress(TooLate):
            choose_run_all(page, lang)
            # The first cell takes no time. On a computer that is busy beyond measure JupyterLab
            # sometimes keeps a page's cells to itself for ever: people load the page again.
            page.wait_for_function(BEGUN, timeout=120_000)
            return
    raise AssertionError("no cell was run")


def choose_run_all(page, lang: str) -> None:
    """Choose Run All until a cell is asked to run: at first JupyterLab sometimes passes over it."""
    from playwright.sync_api import TimeoutError as TooLate

    for _ in range(8):
        # The menu is in the reader's language, and no pop-up stands in the way.
        page.get_by_role("menuitem", name=MENU[lang], exact=True).click(timeout=60_000)
        page.locator("[data-command='runmenu:run-all']").click(timeout=60_000)
        with contextlib.suppress(TooLate):
            page.wait_for_function(ASKED, timeout=5_000)
            return


def listen(page) -> list[str]:
    """What the browser complains of."""
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def keep_screenshot(page, name: str) -> None:
    """Keep a picture of what is in the window, where pictures are asked for."""
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}.png"))
