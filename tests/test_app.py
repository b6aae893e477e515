"""The board as a web page: who may see it, what it shows, and that nothing is left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, ROOT, BoardPage, boards, browser_page, free_port, running_app

from casekit import language
from casekit.company import ACTIVITIES, load_case
from casekit.language import LANGUAGES
from casekit.model import Comparison, Plan

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


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(lang, marks=pytest.mark.slow if place else [])
        for place, lang in enumerate(LANGUAGES)
    ],
)
def app(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[tuple[str, str, int]]:
    """Language and address of the page, and the server's process."""
    folder = tmp_path_factory.mktemp("app")
    with running_app(folder, "--lang", request.param, "--data", str(ROOT / "data")) as (
        address,
        server,
    ):
        yield request.param, address, server
    # Whatever waited for a reader has gone with the server.
    assert boards(server) == 0


def test_a_page_shows_a_board_that_reacts_and_two_do_not_meet(app: tuple[str, str, int]) -> None:
    lang, address, _ = app
    comparison = Comparison(load_case(ROOT / "data"))
    with browser_page(1280, 720) as page:
        complaints: list[str] = []
        asked: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        board = BoardPage(page, lang)
        # Drag, hold, type, and the way back; then a best plan, and back again.
        box = board.handle(ACTIVITIES.index("conversion")).bounding_box()
        page.mouse.move(box["x"] + 8, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(box["x"] + 48, box["y"] + 8, steps=6)
        page.mouse.up()
        board.settle()
        dragged = board.hours("conversion")
        assert dragged > comparison.today()[2] + 5
        held = board.hours("retention")
        page.get_by_role("button", name=board.words("board-lock"), exact=True).first.click()
        board.type("conversion", "15")
        board.settle()
        assert (board.hours("conversion"), board.hours("retention")) == (15, held)
        board.press("best")
        best = pytest.approx(comparison.best_hours()[2], abs=0.06)
        board.until(lambda: board.hours("conversion") == best)
        board.press("undo")
        board.press("undo")
        board.until(lambda: board.hours("conversion") == dragged)
        board.press("today")
        board.until(lambda: board.words("board-nothing") in board.told())
        page.get_by_role("button", name=board.words("board-lock"), exact=True).first.click()
        board.type("expansion", "20")
        other = page.context.new_page()
        other.goto(address)
        beside = BoardPage(other, lang)
        assert beside.hours("expansion") == pytest.approx(comparison.today()[1], abs=0.06)
        board.settle()
        shown = {name: board.hours(name) for name in ACTIVITIES}
        assert shown["expansion"] == 20
        words = board.told()
        board.press("save")
        board.settle()
        with page.expect_download() as download:
            page.get_by_role("link", name="my_plan.json").click()
        saved = Plan.from_json(Path(download.value.path()).read_text(encoding="utf-8"))
        folder = os.environ.get("CASEKIT_SCREENSHOTS")
        if folder:
            page.screenshot(path=str(Path(folder) / f"app-{lang}.png"))
        other.close()
    figures = comparison.figures(saved)
    with language.using(lang):
        assert language.money(figures.gain_krub, "₽") in words
    assert [shown[name] for name in ACTIVITIES] == pytest.approx(list(figures.hours), abs=0.06)
    # Nothing is fetched from elsewhere, and the browser has nothing to complain of.
    assert all(url.startswith(("http://localhost:", "data:", "blob:")) for url in asked)
    assert not complaints


@pytest.mark.slow
@pytest.mark.parametrize("app", [LANGUAGES[0]], indirect=True)
def test_a_closed_page_leaves_no_process_behind(app: tuple[str, str, int]) -> None:
    lang, address, server = app
    # Two wait for the next reader; a browser that was killed leaves one for a minute.
    before = max(boards(server), 2)
    with browser_page(1280, 720) as page:
        for _ in range(4):
            page.goto(address)
            BoardPage(page, lang)
        page.goto("about:blank")
        until = time.monotonic() + 120
        while boards(server) > before and time.monotonic() < until:
            page.wait_for_timeout(500)
    assert boards(server) <= before


def test_without_the_token_there_is_no_board(app: tuple[str, str, int]) -> None:
    _, address, _ = app
    for wrong in (address.split("?")[0], address + "x"):
        with urllib.request.urlopen(wrong, timeout=120) as answer:
            # Who has no token is asked for it.
            assert "/login" in answer.url
            assert b"kernelId" not in answer.read()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_said_in_a_line(tmp_path: Path, lang: str) -> None:
    def said(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "casekit", "app", "--no-browser", "--lang", lang, *words],
            cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=600,
        )  # fmt: skip
        return done.returncode, done.stderr

    code, words = said("--data", "nowhere")
    assert code in (1, 2) and "nowhere" in words and "Traceback" not in words
    code, words = said("--port", "70000")
    assert code == 2 and "70000" in words
    shutil.copytree(ROOT / "data", tmp_path / "broken")
    (tmp_path / "broken" / "reps.csv").write_text("rep_id\nR01\n", encoding="utf-8")
    code, words = said("--data", "broken")
    assert code == 1 and "reps" in words and "Traceback" not in words
    port = str(free_port())
    with running_app(tmp_path, "--port", port) as (address, _):
        assert f":{port}/" in address
        code, words = said("--port", port, "--data", str(ROOT / "data"))
    assert code == 2 and words.strip() == language.text("app-port", lang=lang, found=port)
