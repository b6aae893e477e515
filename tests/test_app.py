"""The board as `casekit app` serves it, in a real browser: by hand, for two, without a server.

Needs Chromium; CI sets CASEKIT_REQUIRE_BROWSER so that its absence is a failure there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from board_page import BASE, TENTH, BoardPage, Line
from board_walk import fifty_quick_moves, walk
from browser import CHROMIUM, ROOT, browser_page, free_port, listen, running_app

from casekit import language
from casekit.board.desk import Desk
from casekit.language import LANGUAGES
from casekit.model import Plan

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CASEKIT_REQUIRE_BROWSER"),
        reason="needs Chromium",
    ),
    # Playwright's own event loop is closed late on some Pythons.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
DATA = ("--data", str(ROOT / "data"))


@pytest.fixture(scope="module", params=LANGUAGES)
def app(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[tuple[str, str]]:
    """Language and address of the page."""
    with running_app(tmp_path_factory.mktemp("app"), "--lang", request.param, *DATA) as address:
        yield request.param, address


@contextmanager
def opened_board(address: str, lang: str) -> Iterator[BoardPage]:
    """A new reader's board; the browser complains of nothing and asks nobody else."""
    with browser_page(1280, 720) as page:
        complaints, asked, line = listen(page), [], Line(page)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        yield BoardPage(page, lang, line)
        assert all(url.startswith(("http://localhost:", "data:")) for url in asked)
        assert complaints == []


def test_the_board_by_hand(app: tuple[str, str]) -> None:
    lang, address = app
    with opened_board(address, lang) as board:
        walk(board, "html", board.page.reload, f"page-{lang}")
        board.press("save")
        with board.page.expect_download() as download:
            board.root.get_by_role("link", name="my_plan.json", exact=True).click()
        kept = Path(download.value.path()).read_text(encoding="utf-8")
        assert Plan.from_json(kept) == board.plan()


def test_fifty_quick_moves_end_where_they_should(app: tuple[str, str]) -> None:
    lang, address = app
    with opened_board(address, lang) as board:
        fifty_quick_moves(board)


def test_two_windows_of_a_reader_show_one_board_and_another_reader_none_of_it(
    app: tuple[str, str],
) -> None:
    lang, address = app
    with opened_board(address, lang) as board:
        beside = board.page.context.new_page()
        second = Line(beside)
        beside.goto(address)
        other = BoardPage(beside, lang, second)
        board.type("expansion", 15)
        other.until(lambda: abs(other.hours("expansion") - 15) < TENTH)
        other.type("conversion", 16)
        board.until(lambda: abs(board.hours("conversion") - 16) < TENTH)
        # Both go on from there, without a word about what the other one did.
        board.type("expansion", 14)
        board.agree()
        other.settle()
        assert other.plan() == board.plan()
        alone = board.page.context.browser.new_context().new_page()
        theirs = Line(alone)
        alone.goto(address)
        stranger = BoardPage(alone, lang, theirs)
        assert stranger.says(stranger.words("nothing"))
        assert stranger.hours("expansion") == pytest.approx(BASE.today()[1], abs=TENTH)


def test_without_the_token_a_reader_is_told_what_is_missing(app: tuple[str, str]) -> None:
    lang, address = app
    with browser_page() as page:
        for wrong in (address.split("?")[0], address + "x"):
            assert page.goto(wrong).status == 403
            assert page.locator("body").inner_text() == language.text("page-closed", lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES[:1])
def test_a_board_waits_for_its_server_and_loses_no_move(tmp_path: Path, lang: str) -> None:
    words = ("--lang", lang, "--port", str(free_port()), *DATA)
    with browser_page(1280, 720) as page:
        line = Line(page)
        with running_app(tmp_path, *words) as address:
            page.goto(address)
            board = BoardPage(page, lang, line)
            board.type("expansion", 15)
        board.until(lambda: board.says(board.words("lost")))
        # What is moved while nobody answers is asked once somebody does.
        with language.using(lang):
            board.field("conversion").fill(language.number(16, 1))
        board.field("conversion").press("Enter")
        with running_app(tmp_path, *words):
            board.until(lambda: not board.says(board.words("lost")))
            board.settle()
            assert board.agree().hours[2] == pytest.approx(16, abs=TENTH)
    desk = Desk(BASE)
    desk.move("expansion", 15)
    desk.move("conversion", 16)
    assert board.plan() == desk.plan


def test_an_instructor_sees_the_optimum_at_once(tmp_path: Path) -> None:
    lang = LANGUAGES[0]
    with (
        running_app(tmp_path, "--lang", lang, "--optimum", *DATA) as address,
        opened_board(address, lang) as board,
    ):
        board.press("best")
        assert board.agree().hours == pytest.approx(BASE.best_hours(), abs=1e-3)


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
    with running_app(tmp_path, "--port", port) as address:
        assert f":{port}/" in address
        code, words = said("--port", port, *DATA)
    assert code == 2 and words.strip() == language.text("app-port", lang=lang, found=port)
