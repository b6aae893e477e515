"""The room's server: it listens, and ends without losing anything."""

from __future__ import annotations

from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application

from casekit.board import module
from casekit.page.handlers import LONGEST_MESSAGE, SETTINGS, Modules
from casekit.room.outcome.playing import Playing
from casekit.room.server.boards import Boards
from casekit.room.server.hub import Hub, RoomPlace
from casekit.room.server.lines import BoardSocket, RoomLine
from casekit.room.server.links import bases
from casekit.room.server.pages import SCRIPT, routes
from casekit.room.server.running import Running

__all__ = ["RoomServer"]

#: The browser's module for all roles.
MODULE = Path(__file__).parents[1] / "static" / "room.js"
#: Seconds between two looks for boards that nobody looks at any more.
TIDY_SECONDS = 60
#: Seconds between two looks at the networks that this computer is in.
LOOK_SECONDS = 10
#: Seconds after which a browser that asks for nothing, or sends half of a request, is let go.
IDLE_SECONDS, BODY_SECONDS = 60, 10


class RoomServer(Hub):
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

    def __init__(
        self, running: Running, playing: Playing, boards: Boards, place: RoomPlace
    ) -> None:
        sockets = bind_sockets(place.port, place.host)
        self.port, self._place = int(sockets[0].getsockname()[1]), place
        super().__init__(running, playing, boards, self._bases(), place)
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
