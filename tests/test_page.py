"""The page: who may see a board, that a link outlives a restart, that readers do not meet."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from casekit import language
from casekit.board import module
from casekit.board.shared import SharedModel
from casekit.company import load_case
from casekit.errors import InvalidArgument
from casekit.model import Plan, calibrate_history
from casekit.page import Page, handlers, readers
from casekit.page.linked import LinkedReaders
from casekit.page.opening import open_page
from casekit.page.store import Store

ROOT = Path(__file__).parents[1]
CASE = load_case(ROOT / "data")
SHARED = SharedModel(CASE)
SCRIPT = "export function connect() {}; export default {};"


class Site:
    """A page that runs, and browsers that look at it."""

    def __init__(self, folder: Path, shared: SharedModel = SHARED) -> None:
        store = Store(folder / "boards.sqlite")
        self.page = Page(LinkedReaders(shared, store, "en"), "en", "127.0.0.1", 0)
        self.base = f"http://127.0.0.1:{self.page.port}"
        self.lines: list[WebSocketClientConnection] = []

    async def end(self) -> None:
        await hang_up(self.lines)
        await self.page.close()

    async def get(self, path: str, **headers: str) -> HTTPResponse:
        request = HTTPRequest(self.base + path, follow_redirects=False, headers=headers)
        return await AsyncHTTPClient().fetch(request, raise_error=False)

    async def new(self) -> str:
        """Path of a new board."""
        answer = await self.get(self.page.path)
        assert answer.code == 302
        return answer.headers["Location"]

    async def browser(self, path: str) -> Browser:
        line = await websocket_connect(f"{self.base}{path}/socket".replace("http", "ws"))
        self.lines.append(line)
        found = Browser(line)
        await found.send({"do": "hello", "turn": 0})
        await found.until("view")
        return found


async def hang_up(lines: list[WebSocketClientConnection]) -> None:
    """Close a browser's side, and wait until its sockets are."""
    for line in lines:
        line.close()
        while await line.read_message() is not None:
            continue
    AsyncHTTPClient().close()


class Browser:
    """A browser's side of the web socket."""

    def __init__(self, line: WebSocketClientConnection) -> None:
        self.line, self.view = line, {}

    async def send(self, message: Any) -> None:
        text = message if isinstance(message, str) else json.dumps(message)
        await self.line.write_message(text)

    async def until(self, kind: str) -> dict[str, Any]:
        while True:
            text = await asyncio.wait_for(self.line.read_message(), 30)
            assert text is not None
            if not text:
                # A sign of life.
                continue
            message = json.loads(text)
            if message["kind"] == "view":
                self.view = message
            if message["kind"] == kind:
                return message

    async def ask(self, do: str, **facts: Any) -> dict[str, Any]:
        await self.send({"do": do, "turn": self.view["turn"] + 1, **facts})
        return await self.until("view")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Runs a test against a page of its own; the module is a file of this test."""
    script = tmp_path / "module.js"
    script.write_text(SCRIPT, encoding="utf-8")
    monkeypatch.setattr(module, "MODULE", script)
    language.use("en")

    def play(use: Callable[[Site], Awaitable[None]]) -> None:
        async def whole() -> None:
            site = Site(tmp_path)
            try:
                await use(site)
            finally:
                await site.end()

        asyncio.run(whole())

    return play


def test_only_who_has_the_address_begins_a_board_and_only_who_has_its_link_sees_it(run) -> None:
    async def use(site: Site) -> None:
        for path in ("/", "/?token=guess", "/?token=%C3%A9", "/board/AAAAAAAAAAAA", "/elsewhere"):
            assert (await site.get(path)).code == 403, path
        link = await site.new()
        assert re.fullmatch(r"/board/[A-Za-z0-9_-]{16}", link)
        shown = await site.get(link)
        assert shown.code == 200
        body = shown.body.decode()
        assert '<html lang="en">' in body
        assert re.findall(r'(?:src|href)="([^"]+)"', body) == ["data:,", "/open.js"]
        assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
        assert (await site.get("/board.js")).body.decode() == SCRIPT
        assert b'from "/board.js"' in (await site.get("/open.js")).body
        # What a second start asks, to know this server again.
        header = {"Authorization": f"token {site.page.token}"}
        assert (await site.get("/api/kernels/0000", **header)).code == 404
        assert (await site.get("/api/kernels/0000")).code == 403
        # A browser that comes back is led to the board it had.
        cookie = (await site.get(site.page.path)).headers["Set-Cookie"].split(";")[0]
        again = await site.get(site.page.path, Cookie=cookie)
        assert again.headers["Location"].split("/")[-1] == cookie.split("=")[1]
        assert await site.new() != link

    run(use)


def test_another_sites_script_cannot_open_a_line(run) -> None:
    async def use(site: Site) -> None:
        link = await site.new()
        address = f"{site.base}{link}/socket".replace("http", "ws")
        foreign = HTTPRequest(address, headers={"Origin": "http://elsewhere.example"})
        with pytest.raises(Exception, match="403"):
            await websocket_connect(foreign)
        with pytest.raises(Exception, match="404"):
            await websocket_connect(address.replace("/board/", "/board/xx"))

    run(use)


def test_readers_do_not_meet_and_two_browsers_on_one_link_do(run) -> None:
    async def use(site: Site) -> None:
        mine, theirs = await site.new(), await site.new()
        one, two, other = [await site.browser(path) for path in (mine, mine, theirs)]
        view = await one.ask("move", activity="expansion", hours=19)
        assert (await two.until("view"))["plan"] == view["plan"]
        # An error is told to who asked, and only to them.
        await one.send({"do": "move", "activity": "expansion", "hours": "many", "turn": 2})
        assert (await one.until("error"))["key"] == "deed-hours"
        await one.send("{no json")
        assert (await one.until("error"))["key"] == "deed-no-deed"
        # One window moved on: the other one's deed of the same turn is not done.
        await one.ask("try", proposal="hunting")
        await two.send({"do": "today", "turn": 2})
        assert (await two.until("error"))["key"] == "deed-stale"
        assert (await other.ask("sheet", name="people"))["plan"]["moves"] == []

    run(use)


def test_what_is_slow_comes_once_the_hand_rests(run) -> None:
    async def use(site: Site) -> None:
        browser = await site.browser(await site.new())
        for hours in (15, 16, 17, 18):
            view = await browser.ask("move", activity="expansion", hours=hours)
        slow = await browser.until("slow")
        assert slow["turn"] == view["turn"]
        plan = Plan.from_json(json.dumps(view["plan"]))
        chance = SHARED.base.outlook(plan).chance_of_gain
        assert slow["chance"] == pytest.approx(chance, abs=1e-3)

    run(use)


def test_a_line_gives_signs_of_life(run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that hears none opens another line: `socket.js`."""
    monkeypatch.setattr(handlers, "BEAT_SECONDS", 0.02)

    async def use(site: Site) -> None:
        browser = await site.browser(await site.new())
        # What is computed for a view may come before.
        while await asyncio.wait_for(browser.line.read_message(), 30) != "":
            continue
        assert (await browser.ask("move", activity="expansion", hours=19))["kind"] == "view"

    run(use)


def test_a_board_outlives_reload_and_restart(run, tmp_path: Path) -> None:
    link = ""
    view: dict[str, Any] = {}

    async def first(site: Site) -> None:
        nonlocal link, view
        link = await site.new()
        browser = await site.browser(link)
        await browser.ask("move", activity="expansion", hours=19)
        await browser.ask("keep", name="дверь")
        await browser.ask("commit", reason="Doors first")
        await browser.ask("language", to="ru")
        view = await browser.ask("lock", activity="admin", on=True)
        browser.line.close()
        again = await site.browser(link)
        assert again.view == view
        assert (await again.ask("undo"))["hours"][5]["locked"] is False
        view = await again.ask("redo")

    async def second(site: Site) -> None:
        browser = await site.browser(link)
        assert {**browser.view, "can_undo": True} == view
        assert browser.view["committed"]["reason"] == "Doors first"
        assert b'lang="ru"' in (await site.get(link)).body
        assert (await browser.ask("move", activity="conversion", hours=12))["can_undo"]

    run(first)
    run(second)

    # The same file, another company: its boards are not this one's.
    async def other() -> None:
        site = Site(tmp_path, SharedModel(calibrate_history(CASE)))
        try:
            assert (await site.get(link)).code == 403
            assert (await site.get(f"{link}?token={site.page.token}")).code == 404
        finally:
            await site.end()

    asyncio.run(other())


def test_a_board_that_nobody_looks_at_leaves_the_memory_and_comes_back(
    run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use(site: Site) -> None:
        link = await site.new()
        browser = await site.browser(link)
        view = await browser.ask("move", activity="expansion", hours=19)
        monkeypatch.setattr(readers, "IDLE_SECONDS", -1.0)
        site.page.readers._keep()
        site.page.readers.forget_idle()
        assert len(site.page.readers._readers) == 1
        browser.line.close()
        while site.page.readers.find(link.split("/")[-1]).lines:
            await asyncio.sleep(0)
        site.page.readers.forget_idle()
        assert site.page.readers._readers == {}
        assert (await site.browser(link)).view["plan"] == view["plan"]

    run(use)


def test_files_go_to_who_asked_for_them(run) -> None:
    async def use(site: Site) -> None:
        browser = await site.browser(await site.new())
        await browser.ask("move", activity="expansion", hours=19)
        await browser.send({"do": "save", "turn": 2})
        files = await browser.until("files")
        assert [each["name"] for each in files["files"]] == [
            "my_plan.json", "my_plan.xlsx", "my_plan.png",
        ]  # fmt: skip
        assert files["saved"] is False

    run(use)


def test_what_the_disk_refuses_is_tried_again(run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def use(site: Site) -> None:
        store = site.page.readers._store
        browser = await site.browser(await site.new())
        put, refused = store.put, asyncio.Event()
        loop = asyncio.get_running_loop()

        def full(*_: Any) -> None:
            loop.call_soon_threadsafe(refused.set)
            raise OSError("full")

        monkeypatch.setattr(store, "put", full)
        view = await browser.ask("move", activity="expansion", hours=19)
        await asyncio.wait_for(refused.wait(), 30)
        monkeypatch.setattr(store, "put", put)
        view = await browser.ask("move", activity="conversion", hours=13)
        link = next(iter(site.page.readers._readers))
        while True:
            kept = store.board(link, SHARED.digest)
            if Plan.from_json(json.loads(kept)["plan"]).to_plain() == view["plan"]:
                break
            await asyncio.sleep(0.01)

    run(use)


def test_what_cannot_be_opened_is_said_in_words(run, tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        with pytest.raises(InvalidArgument, match=str(site.page.port)):
            open_page(str(ROOT / "data"), "127.0.0.1", site.page.port, tmp_path / "b.sqlite")
        with pytest.raises(InvalidArgument, match="70000"):
            open_page(str(ROOT / "data"), "127.0.0.1", 70_000, tmp_path / "b.sqlite")
        (tmp_path / "no.sqlite").write_text("no database, and long enough to be none" * 40)
        with pytest.raises(InvalidArgument, match=r"no\.sqlite"):
            open_page(str(ROOT / "data"), "127.0.0.1", 0, tmp_path / "no.sqlite")

    run(use)


@pytest.mark.slow
def test_a_killed_server_goes_on_where_it_was(tmp_path: Path, run) -> None:
    """Killed without a word right after the boards were written."""
    command = [sys.executable, "-m", "casekit", "app", "--no-browser", "--lang", "en"]
    state = {**os.environ, "CASEKIT_STATE": str(tmp_path), "CASEKIT_DATA": str(ROOT / "data")}
    view: dict[str, Any] = {}
    link = ""

    async def move(address: str) -> None:
        nonlocal view, link
        base, _, query = address.partition("/?")
        site = Site.__new__(Site)
        site.base, site.lines = base, []
        link = (await site.get(f"/?{query}")).headers["Location"]
        browser = await site.browser(link)
        view = await browser.ask("move", activity="expansion", hours=19)
        while True:
            with sqlite3.connect(tmp_path / "boards.sqlite") as base_:
                (state,) = base_.execute("SELECT state FROM boards").fetchone()
            base_.close()
            if json.loads(state)["turn"] == 1:
                break
            await asyncio.sleep(0.02)
        await hang_up(site.lines)

    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=state) as server:
        try:
            address = re.search(r"http://\S+", server.stdout.readline())[0]
            asyncio.run(move(address))
        finally:
            server.kill()

    async def again(site: Site) -> None:
        assert (await site.browser(link)).view["plan"] == view["plan"]

    run(again)
