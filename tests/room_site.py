"""A room that runs for a test or a measurement, and browsers that look at it."""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from casekit.board.shared import SharedModel
from casekit.company.loading import read_company
from casekit.page.store import Store
from casekit.room.course.agenda import agenda_of
from casekit.room.course.deeds import begin_deed
from casekit.room.course.log import Log
from casekit.room.outcome.playing import Playing
from casekit.room.server.boards import Boards
from casekit.room.server.hub import RoomPlace
from casekit.room.server.opening import TOKENS, founding, token_of
from casekit.room.server.running import Running
from casekit.room.server.serving import RoomServer
from casekit.world.shipped import shipped_company

ROOT = Path(__file__).parents[1]
#: Seconds that an answer may take on a machine that is busy with other things.
PATIENCE = 60


@cache
def company() -> tuple[Any, Any, SharedModel]:
    """The case's company, drawn and read once for all tests of a process."""
    case = read_company(ROOT / "data")
    return shipped_company().world, case, SharedModel(case)


class Reached:
    """A room as browsers reach it, wherever it is served."""

    base: str
    code: str
    tokens: dict[str, str]

    def __init__(self) -> None:
        self.browsers: list[Browser] = []
        #: Every byte that went to any browser.
        self.told: list[str] = []

    def hear(self, text: str) -> None:
        """Keep what went to a browser."""
        self.told.append(text)

    async def get(self, path: str, cookie: str = "", **headers: str) -> HTTPResponse:
        """What an address answers."""
        headers = {**headers, **({"Cookie": cookie} if cookie else {})}
        request = HTTPRequest(self.base + path, follow_redirects=False, headers=headers)
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        if "token=" not in path:
            self.hear(f"{answer.headers}{answer.body.decode('utf-8', 'replace')}")
        return answer

    async def browser(
        self, role: str = "person", cookie: str = "", lang: str = "en", room: str | None = None
    ) -> Browser:
        """A browser at the room's page; of the facilitator and the screen with their token."""
        if not cookie:
            token = f"/{role}?token={self.tokens[role]}" if role in self.tokens else "/"
            answer = await self.get(token)
            cookie = answer.headers["Set-Cookie"].split(";")[0]
        found = Browser(self, role, cookie, lang)
        self.browsers.append(found)
        await found.arrive(room)
        return found

    async def leave(self) -> None:
        """Close all browsers."""
        for browser in self.browsers:
            await browser.leave()
        self.browsers = []
        AsyncHTTPClient().close()


class Site(Reached):
    """A room on a file, in this process."""

    def __init__(self, file: Path, minutes: int = 90, address: str | None = None) -> None:
        super().__init__()
        self.file, self.minutes, self.address = file, minutes, address
        self.start()

    def start(self) -> None:
        """Open the room, as it is on the file."""
        world, case, shared = company()
        log = Log(self.file)
        if not log.deeds():
            deed = begin_deed(founding(case, None), agenda_of(self.minutes), RoomServer.now_ms())
            log.append([deed])
        running = Running(log)
        playing = Playing(running, world, case, ROOT)
        store = Store(self.file.with_suffix(".boards"))
        boards = Boards(running, store, shared, playing.case_of, RoomServer.now_ms)
        place = RoomPlace("127.0.0.1", 0, self.address, "en")
        self.server = RoomServer(running, playing, boards, place)
        self.base = f"http://127.0.0.1:{self.server.port}"
        luck = running.affairs.founding.luck
        self.tokens = {role: token_of(luck, role) for role in TOKENS}
        self.code = running.affairs.founding.code

    @property
    def affairs(self) -> Any:
        """What lies on the disk."""
        return self.server.running.affairs

    async def stop(self) -> None:
        """Close all browsers and the room."""
        await self.leave()
        await self.server.close()


class Browser:
    """A browser's side of the line to the room, and to its team's board.

    It reads all that comes at once, as browsers do.
    """

    def __init__(self, site: Reached, role: str, cookie: str, lang: str) -> None:
        self.site, self.role, self.cookie, self.lang = site, role, cookie, lang
        self.view: dict[str, Any] = {}
        self.board_view: dict[str, Any] = {}
        self.words: dict[str, str] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.line: WebSocketClientConnection | None = None
        self.board: WebSocketClientConnection | None = None
        #: What the board said and nobody waited for yet.
        self.said: deque[dict[str, Any]] = deque()
        self.asked = 0
        self._news = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def arrive(self, room: str | None = None) -> None:
        """Open the line and say hello, with the code of the room's link."""
        self.view = {}
        self.line = await self.site_line(f"/line?role={self.role}")
        self._tasks.append(asyncio.create_task(self._hear(self.line)))
        await self.send({"do": "hello", "lang": self.lang, "room": room or self.site.code})
        await self.until(lambda: bool(self.view) and bool(self.words))

    async def site_line(self, path: str, **headers: str) -> WebSocketClientConnection:
        """A line of this browser to an address."""
        url = (self.site.base + path).replace("http", "ws", 1)
        asked = HTTPRequest(url, headers={"Cookie": self.cookie, **headers})
        return await websocket_connect(asked)

    async def is_refused(self, path: str) -> bool:
        """Whether the server ends a line of this browser at once."""
        line = await self.site_line(path)
        await line.write_message(json.dumps({"do": "hello", "turn": 0}))
        ended = await asyncio.wait_for(line.read_message(), PATIENCE) is None
        line.close()
        return ended

    async def send(self, message: Any) -> None:
        """Send a message as it is."""
        assert self.line is not None, "the line ended"
        text = message if isinstance(message, str | bytes) else json.dumps(message)
        await self.line.write_message(text, binary=isinstance(text, bytes))

    async def _hear(self, line: WebSocketClientConnection) -> None:
        while (text := await line.read_message()) is not None:
            if not text:
                # A sign of life.
                continue
            self.site.hear(text)
            message: dict[str, Any] = json.loads(text)
            if line is self.board:
                if message["kind"] == "view":
                    self.board_view = message
                self.said.append(message)
            elif message["kind"] == "view":
                self.view = message
            elif message["kind"] == "words":
                self.words = message["words"]
            else:
                self.answers[message["id"]] = message
            self._tell()
        line.close()
        if line is self.line:
            self.line = None
        elif line is self.board:
            self.board = None
        self._tell()

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def _wait(self) -> None:
        for ended in [task for task in self._tasks if task.done()]:
            self._tasks.remove(ended)
            # What went wrong while it listened is told, and not waited for.
            ended.result()
        await asyncio.wait_for(self._news.wait(), PATIENCE)

    async def until(self, is_so: Callable[[], Any]) -> None:
        """Wait until something is so."""
        while not is_so():
            assert self.line is not None, "the line ended"
            await self._wait()

    async def until_ended(self) -> None:
        """Wait until the server has ended the line."""
        while self.line is not None:
            await self._wait()

    async def ask(self, do: str, deed_id: str = "", **facts: Any) -> dict[str, Any]:
        """Ask for a deed; what answers it."""
        self.asked += 1
        named = deed_id or f"{self.role}-{id(self)}-{self.asked}"
        self.answers.pop(named, None)
        await self.send({"do": do, "id": named, **facts})
        await self.until(lambda: named in self.answers)
        return self.answers[named]

    async def done(self, do: str, **facts: Any) -> None:
        """Ask for a deed that must be done."""
        answer = await self.ask(do, **facts)
        assert answer["kind"] == "done", answer

    async def refused(self, do: str, **facts: Any) -> str:
        """Ask for a deed that must not be done; the key of what is said."""
        answer = await self.ask(do, **facts)
        assert answer["kind"] == "error", answer
        assert answer["key"] in self.words, f"no words for {answer['key']}"
        return str(answer["key"])

    # The team's board

    async def open_board(self) -> None:
        """Open the board of one's team."""
        await self.until(lambda: (self.view.get("team") or {}).get("board"))
        where = self.view["team"]["board"]
        self.said.clear()
        self.board = await self.site_line(f"{where}/socket?lang={self.lang}")
        self._tasks.append(asyncio.create_task(self._hear(self.board)))
        await self.board.write_message(json.dumps({"do": "hello", "turn": 0}))
        await self.board_until("view")

    async def board_until(self, *kinds: str) -> dict[str, Any]:
        """The board's next message of some kinds."""
        while True:
            while self.said:
                message = self.said.popleft()
                if message["kind"] in kinds:
                    return message
            assert self.board is not None, "the board's line ended"
            await self._wait()

    async def until_board_ended(self) -> None:
        """Wait until the server has ended the board's line."""
        while self.board is not None:
            self.said.clear()
            await self._wait()

    async def board_send(self, message: Any) -> None:
        """Send the board a message as it is."""
        assert self.board is not None, "the board's line ended"
        text = message if isinstance(message, str) else json.dumps(message)
        await self.board.write_message(text)

    async def at_board(self, do: str, **facts: Any) -> dict[str, Any]:
        """Ask for a deed at the board; the view or the error that answers it."""
        turn = self.board_view["turn"] + 1
        await self.board_send({"do": do, "turn": turn, **facts})
        while True:
            message = await self.board_until("view", "error")
            if message["turn"] >= turn:
                return message

    async def commit(self, reason: str) -> None:
        """Commit what stands on the board."""
        answer = await self.at_board("commit", reason=reason)
        assert answer["kind"] == "view", answer

    async def forecast(self, low: float, middle: float, high: float) -> None:
        """Foretell profit and margin with one range."""
        answer = await self.at_board("forecast", **range_of(low, middle, high))
        assert answer["kind"] == "view", answer

    async def leave(self) -> None:
        """Close the lines, and wait until they are."""
        for line in (self.line, self.board):
            if line is not None:
                line.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()


def range_of(low: float, middle: float, high: float) -> dict[str, float]:
    """A forecast of profit and margin with one range."""
    ends = {"_low": low, "": middle, "_high": high}
    return {f"{what}{end}": krub for what in ("profit", "margin") for end, krub in ends.items()}


def key_in(link: str) -> str:
    """The last part of a link's path."""
    return re.sub(r".*/", "", urlsplit(link).path)


def in_room(folder: Path, use: Callable[[Site], Awaitable[None]], **how: Any) -> None:
    """Run a test against a room of its own."""

    async def whole() -> None:
        site = Site(folder / "room.sqlite", **how)
        try:
            await use(site)
        finally:
            await site.stop()

    asyncio.run(whole())
