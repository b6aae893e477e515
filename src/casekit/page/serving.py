"""The server: a page by link, the browser's module, and a web socket for the protocol."""

from __future__ import annotations

import hmac
import secrets
from html import escape
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError

from casekit import language
from casekit.board import module
from casekit.page.handlers import LONGEST_MESSAGE, OPEN, SETTINGS, BrowserLine, Modules, SafeHandler
from casekit.page.linked import LinkedReaders
from casekit.page.readers import Reader

__all__ = ["Page"]

#: Seconds between two looks for boards that nobody looks at any more.
TIDY_SECONDS = 60
_LINK = r"/board/([A-Za-z0-9_-]{8,64})"
_HTML = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    '<link rel="icon" href="data:,">'
    "<style>body{{margin:0;padding:12px;background:#fff}}</style>"
    '<script type="module" src="/open.js"></script></head>'
    '<body><main id="board"><noscript>{noscript}</noscript></main></body></html>\n'
)
_OPEN = OPEN.format(
    module="board",
    element="board",
    line='location.pathname.replace(/\\/$/, "") + "/socket"',
)


class _Handler(SafeHandler):
    """What all answers share."""

    def initialize(self, page: Page) -> None:
        self.page = page

    def write_error(self, status_code: int, **_: Any) -> None:
        key = "page-closed" if status_code == 403 else "page-nothing"
        lang = self.page.lang
        words = escape(language.text(key, lang=lang))
        title = escape(language.text("app-title", lang=lang))
        self.finish(
            f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
            f"<title>{title}</title><p>{words}</p></html>\n"
        )

    def has_token(self) -> bool:
        """Whether the token of the address told came along, in the address or in a header."""
        scheme, _, told = self.request.headers.get("Authorization", "").partition(" ")
        given = told if scheme.lower() == "token" else self.get_query_argument("token", "")
        return hmac.compare_digest(given.encode(), self.page.token.encode())


class _Start(_Handler):
    """The address told: a new board, or the one that this browser had last."""

    def get(self) -> None:
        if not self.has_token():
            raise HTTPError(403)
        last = self.get_cookie(self.page.cookie) or ""
        link = last if last and self.page.readers.find(last) else self.page.readers.new()
        self.set_cookie(self.page.cookie, link, httponly=True, samesite="Strict", expires_days=60)
        self.redirect(f"/board/{link}")


class _Board(_Handler):
    """A board's page; its link cannot be guessed and needs no token."""

    def get(self, link: str) -> None:
        reader = self.page.readers.find(link)
        if reader is None:
            raise HTTPError(404 if self.has_token() else 403)
        lang = reader.session.lang
        self.finish(
            _HTML.format(
                lang=lang,
                title=escape(language.text("app-title", lang=lang)),
                noscript=escape(language.text("page-no-scripts", lang=lang)),
            )
        )


class _Elsewhere(_Handler):
    """Whatever else is asked for: a second start asks so whether this server runs."""

    def prepare(self) -> None:
        raise HTTPError(404 if self.has_token() else 403)


class _Socket(BrowserLine):
    """The line to a browser that shows a board."""

    def initialize(self, page: Page) -> None:
        self.page = page
        self._reader: Reader | None = None

    async def get(self, *path: str, **named: str) -> None:
        if self.page.readers.find(path[0]) is None:
            raise HTTPError(404)
        await super().get(*path, **named)

    def open(self, *path: str, **_: str) -> None:
        self._reader = self.page.readers.find(path[0])
        if self._reader is None:
            self.close()
            return
        self.set_nodelay(True)
        self._reader.lines.add(self)

    def on_message(self, message: str | bytes) -> None:
        if self._reader is not None:
            self.page.readers.answer(self._reader, self, message)

    def on_close(self) -> None:
        if self._reader is not None:
            self._reader.lines.discard(self)


class Page:
    """The board as a page, for all its readers in this process.

    Parameters
    ----------
    readers
        Boards of one company.
    lang
        Language of messages before a board is known.
    host, port
        Where to listen; port 0 takes any that is free.
    token
        Whoever begins a board must know it.

    Raises
    ------
    OSError
        If that address cannot be listened on.
    """

    def __init__(
        self, readers: LinkedReaders, lang: str, host: str, port: int, token: str | None = None
    ) -> None:
        self.readers, self.lang = readers, lang
        self.token = token or secrets.token_urlsafe(24)
        self.cookie = f"casekit-{readers.shared.digest[:12]}"
        modules = {"board": module.module_text(module.MODULE), "open": _OPEN}
        known = {"page": self}
        self._app = Application(
            [
                (r"/", _Start, known),
                (rf"{_LINK}/?", _Board, known),
                (rf"{_LINK}/socket", _Socket, known),
                (r"/(board|open)\.js", Modules, {"modules": modules}),
            ],
            default_handler_class=_Elsewhere,
            default_handler_args=known,
            **SETTINGS,
        )
        sockets = bind_sockets(port, host)
        self.port = int(sockets[0].getsockname()[1])
        self._server = HTTPServer(self._app, max_body_size=LONGEST_MESSAGE)
        self._server.add_sockets(sockets)
        self._tidy = PeriodicCallback(readers.forget_idle, 1000 * TIDY_SECONDS)
        self._tidy.start()

    @property
    def path(self) -> str:
        """What of the address follows host and port."""
        return f"/?token={self.token}"

    async def close(self) -> None:
        """Stop listening, end all lines and write what is not written yet."""
        self._tidy.stop()
        self._server.stop()
        self.readers.hang_up()
        await self._server.close_all_connections()
        self.readers.close()
