"""The room's server: one process, one event loop, every browser of the workshop."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application

from casekit.board import module
from casekit.page.handlers import LONGEST_MESSAGE, SETTINGS, Modules
from casekit.room.audience import Audience
from casekit.room.boards import Boards
from casekit.room.limits import Gate
from casekit.room.lines import BoardSocket, RoomLine
from casekit.room.links import bases
from casekit.room.pages import SCRIPT, routes, same
from casekit.room.playing import Playing
from casekit.room.running import Running
from casekit.room.telling import Telling

__all__ = ["Place", "RoomServer"]

#: The browser's module for all roles.
MODULE = Path(__file__).parent / "static" / "room.js"
#: Seconds between two looks for boards that nobody looks at any more.
TIDY_SECONDS = 60
#: Seconds between two looks at the networks that this computer is in.
LOOK_SECONDS = 10
#: Seconds after which a browser that asks for nothing, or sends half of a request, is let go.
IDLE_SECONDS, BODY_SECONDS = 60, 10


@dataclass(frozen=True)
class Place:
    """Where a room is served.

    Parameters
    ----------
    host, port
        Where to listen; port 0 takes any that is free.
    address
        Address under which a proxy shows the room; None without one.
    lang
        Language of whoever asks for none.
    """

    host: str = "0.0.0.0"
    port: int = 0
    address: str | None = None
    lang: str = "en"


class RoomServer:
    """The room as browsers meet it; an event loop must run.

    Parameters
    ----------
    running, playing, boards
        The room's affairs, its rounds, and its teams' boards.
    place
        Where it is served.

    Raises
    ------
    OSError
        If that address cannot be listened on.
    """

    def __init__(self, running: Running, playing: Playing, boards: Boards, place: Place) -> None:
        self.running, self.playing, self.boards = running, playing, boards
        self.address, self.lang = place.address, place.lang
        self.gate = Gate()
        sockets = bind_sockets(place.port, place.host)
        self.port = int(sockets[0].getsockname()[1])
        self._place = place
        self.telling = Telling(playing, self._bases())
        self.audience = Audience(self._view_of, lambda: running.affairs.number, self.now_ms)
        running.watch(self.audience.touch)
        playing.watch(self.audience.touch)
        modules = {
            "room": module.module_text(MODULE),
            "board": module.module_text(module.MODULE),
            "open": SCRIPT,
        }
        known = {"server": self}
        app = Application(
            [
                (r"/line", RoomLine, known),
                (r"/board/([A-Za-z0-9_-]{1,40})/socket", BoardSocket, known),
                (r"/(room|board|open)\.js", Modules, {"modules": modules}),
                *routes(self),
            ],
            **SETTINGS,
        )
        self._server = HTTPServer(
            app,
            max_body_size=LONGEST_MESSAGE,
            idle_connection_timeout=IDLE_SECONDS,
            body_timeout=BODY_SECONDS,
            # Whoever says so without a proxy chooses an address of his own.
            xheaders=place.address is not None,
        )
        self._server.add_sockets(sockets)
        self._tidy = PeriodicCallback(boards.forget_idle, 1000 * TIDY_SECONDS)
        self._tidy.start()
        # A hotspot may be switched on after the server.
        self._look = PeriodicCallback(self._look_round, 1000 * LOOK_SECONDS)
        self._look.start()

    def _bases(self) -> list[str]:
        return bases(self._place.host, self.port, self._place.address)

    def _look_round(self) -> None:
        if self.telling.move(self._bases()):
            self.audience.touch()

    @staticmethod
    def now_ms() -> int:
        """The server's clock, milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    @property
    def is_secure(self) -> bool:
        """Whether browsers come by https."""
        return self.address is not None and self.address.startswith("https:")

    def cookie(self, role: str) -> str:
        """Name of the cookie by which a browser has a role; other rooms' have other names."""
        return f"casekit-{self.running.affairs.founding.code}-{role}"

    def is_token(self, role: str, token: str) -> bool:
        """Whether a token is the role's."""
        founding = self.running.affairs.founding
        kept = {"facilitator": founding.facilitator, "screen": founding.screen}.get(role)
        return kept is not None and len(token) <= 100 and same(token, kept)

    def exhibit(self, file: str) -> bytes | None:
        """A picture of the case by its file's name."""
        return self.playing.exhibits.by_file(file)

    def _view_of(self, line: RoomLine, here: frozenset[str]) -> dict[str, Any]:
        lang = line.lang or self.lang
        return self.telling.view(line.role, lang, self.now_ms(), here, line.person, line.key)

    async def close(self) -> None:
        """Stop listening, end all lines, and write what is not written yet."""
        self._tidy.stop()
        self._look.stop()
        self._server.stop()
        self.audience.hang_up()
        self.boards.hang_up()
        await self._server.close_all_connections()
        self.playing.close()
        self.boards.close()
        self.running.close()
