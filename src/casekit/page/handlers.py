"""What pages of this kit's servers share: safe headers, modules for browsers, a line to a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tornado.ioloop import PeriodicCallback
from tornado.web import RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

__all__ = ["LONGEST_MESSAGE", "OPEN", "SETTINGS", "BrowserLine", "Modules", "SafeHandler"]

#: Bytes of the longest message that a browser has reason to send.
LONGEST_MESSAGE = 64_000
#: Seconds from one sign of life to the next. A page cannot see pings: where it hears nothing for
#: longer (`socket.js`), its line leads nowhere, and it opens another.
BEAT_SECONDS = 15
#: Settings of a server: a browser that sleeps is let go, and nothing is logged of what is asked.
SETTINGS = {
    "websocket_ping_interval": 30,
    "websocket_ping_timeout": 20,
    "websocket_max_message_size": LONGEST_MESSAGE,
    "websocket_compression_options": None,
    "log_function": lambda _: None,
}
#: A page asks for nothing outside, and nothing outside may frame it. A module brings its styles
#: in an element of its own; files to take along are links with their content.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: Opens what a module draws in the element `ID`, with the socket at `LINE` below the page.
OPEN = """import {{ connect }} from "/{module}.js";
const where = new URL({line}, location.href);
where.protocol = location.protocol === "https:" ? "wss:" : "ws:";
connect(document.getElementById("{element}"), where.href, document.documentElement.lang);
"""


class SafeHandler(RequestHandler):
    """An answer that no other page may frame or read, and that fetches nothing from elsewhere."""

    def set_default_headers(self) -> None:
        """Set what every answer says."""
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")


class Modules(SafeHandler):
    """What browsers run, by name."""

    def initialize(self, modules: Mapping[str, str]) -> None:
        """Take the modules."""
        self._modules = modules

    def get(self, name: str) -> None:
        """Give one of them."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish(self._modules[name])


class BrowserLine(WebSocketHandler):
    """A line to a browser; other sites cannot open one."""

    lang: str | None = None

    async def get(self, *args: Any, **kwargs: Any) -> None:
        """Open the line and keep it, with a sign of life now and then."""
        beat = PeriodicCallback(self._beat, 1000 * BEAT_SECONDS)
        beat.start()
        try:
            await super().get(*args, **kwargs)
        finally:
            beat.stop()

    def _beat(self) -> None:
        if self.ws_connection is not None and not self.ws_connection.is_closing():
            self.tell("")

    def end(self) -> None:
        """End the line; the browser tries to open it again."""
        self.close(1001)

    def tell(self, text: str) -> Any:
        """Send a message; where the line is broken it is not missed: a browser asks again."""
        try:
            return self.write_message(text)
        except WebSocketClosedError:
            self.on_close()
            return None
