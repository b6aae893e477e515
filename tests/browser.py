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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from fresh import NAMES, fresh_kit

from casekit.authoring.notebooks import notebook_metadata
from casekit.company import ACTIVITIES
from casekit.language import LANGUAGES, text

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

#: First notebook, which the printed address opens.
FIRST = NAMES[0]
#: Longer than the board waits for a hand to rest, and than it takes from one to the next picture.
QUIET_SECONDS = 2
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

#: A cell that was run bears a number.
BEGUN = """() => [...document.querySelectorAll('.jp-InputPrompt')]
    .some(prompt => /\\[[0-9]/.test(prompt.innerText))"""


def before_chance(lang: str) -> str:
    """What is said before the chance that a plan is worth more than today's hours."""
    return text("plan-chance", lang=lang, chance="|").split("|")[0].strip()


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
def running_app(folder: Path, *words: str) -> Iterator[tuple[str, int]]:
    """The address that `casekit app` prints, started in a folder, and the server's process."""
    command = [sys.executable, "-m", "casekit", "app", "--no-browser", *words]
    clean = environment(folder)
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=clean, stdout=subprocess.PIPE, stderr=log, text=True,
            encoding="utf-8",
        )  # fmt: skip
    try:
        yield address_of(server), server.pid
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


def boards(server: int) -> int:
    """Processes that serve a board: kernels that a server has started."""
    count = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            # The fourth field; the second, a name in brackets, may hold spaces.
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue
        count += b"ipykernel_launcher" in words and parent == server
    return count


def boards_memory_mb() -> float:
    """Resident memory of the largest kernel that runs."""
    found = [0.0]
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            pages = int((place / "statm").read_text().split()[1])
        except OSError:
            continue
        if b"ipykernel_launcher" in words:
            found.append(pages * os.sysconf("SC_PAGE_SIZE") / 2**20)
    return max(found)


@contextmanager
def browser_page(width: int = 1280, height: int = 900) -> Iterator:
    """A page of a headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        # A busy computer starts JupyterLab slowly; whoever waits has a limit of their own.
        page.set_default_timeout(1000 * PATIENCE_SECONDS)
        try:
            yield page
        finally:
            browser.close()


def run_all(page, address: str, name: str, lang: str) -> None:
    """Open a notebook and choose Run All from the menu."""
    from playwright.sync_api import TimeoutError as TooLate

    for _ in range(3):
        # The address opens the first notebook; the others lie beside it.
        page.goto(address.replace(FIRST, name))
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        # A click before the kernel has come asks which kernel to take; people are slower.
        page.wait_for_function(KERNEL_IS_THERE, arg=name)
        page.wait_for_selector(KERNEL_IS_SEEN, state="attached")
        with contextlib.suppress(TooLate):
            # The menu is in the reader's language, and no pop-up stands in the way.
            page.get_by_role("menuitem", name=MENU[lang], exact=True).click(timeout=60_000)
            page.locator("[data-command='runmenu:run-all']").click(timeout=60_000)
            # The first cell takes no time. On a computer that is busy beyond measure JupyterLab
            # sometimes keeps a page's cells to itself for ever: people load the page again.
            page.wait_for_function(BEGUN, timeout=120_000)
            return
    raise AssertionError("no cell was run")


class BoardPage:
    """The board as it stands on a page, by what people see of it.

    Parameters
    ----------
    page
        A page on which the board is drawn or about to be.
    lang
        The language it speaks.
    """

    def __init__(self, page, lang: str) -> None:
        self.page, self.lang = page, lang
        page.locator(".widget-image").wait_for(timeout=1000 * PATIENCE_SECONDS)
        # Drawn is not yet connected: people look before they press.
        page.wait_for_timeout(2000)

    def words(self, key: str) -> str:
        """A text in the board's language."""
        return text(key, lang=self.lang)

    def press(self, name: str) -> None:
        """Press a button of the board."""
        self.page.get_by_role("button", name=self.words(f"board-{name}"), exact=True).click()

    def field(self, activity: str):
        """The number of an activity, found by its label as a screen reader finds it."""
        return self.page.get_by_label(self.words(f"activity-{activity}"), exact=True)

    def hours(self, activity: str) -> float:
        """Hours on screen."""
        return float(self.field(activity).input_value().replace(",", "."))

    def handle(self, place: int):
        """Handle of the slider in a row."""
        return self.page.locator(".widget-slider .noUi-handle").nth(place)

    def type(self, activity: str, hours: str) -> None:
        """Type hours and press Enter."""
        self.field(activity).fill(hours)
        self.field(activity).press("Enter")

    def picture(self) -> str:
        """Address of the picture; a new picture has a new one."""
        return self.page.locator(".widget-image").get_attribute("src")

    def plan(self) -> str:
        """The plan's line, to be read as Python."""
        return self.page.locator(".widget-html pre").inner_text().removeprefix("ck.")

    def told(self) -> str:
        """Everything that is said on the board."""
        return " ".join(self.page.locator(".widget-html").all_inner_texts())

    def settle(self) -> None:
        """Wait until the hand has rested: its words are there, and nothing changes any more."""
        # In any language: the board has a switch.
        rested = [text("board-nothing", lang=lang) for lang in LANGUAGES]
        rested += [before_chance(lang) for lang in LANGUAGES]
        seen, since = None, time.monotonic()

        def settled() -> bool:
            nonlocal seen, since
            shown = (self.told(), self.picture())
            if shown != seen:
                seen, since = shown, time.monotonic()
            told = any(words.strip(" .") in shown[0] for words in rested)
            return told and self.agrees() and time.monotonic() - since > QUIET_SECONDS

        self.until(settled)

    def agrees(self) -> bool:
        """Whether the kernel has taken what the hand did last: slider and field say the same."""
        for place, name in enumerate(ACTIVITIES):
            shown = self.handle(place).get_attribute("aria-valuenow")
            # Sliders count whole hours; what is being typed is a number or will be answered.
            with contextlib.suppress(ValueError):
                if abs(float(shown) - self.hours(name)) > 0.51:
                    return False
        return True

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, however busy the computer is."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            assert time.monotonic() < deadline, self.told()
            self.page.wait_for_timeout(100)
