"""What the room's server answers to addresses: pages by role, pictures, files to take home."""

from __future__ import annotations

import re
import secrets
import unicodedata
from html import escape
from typing import Any
from urllib.parse import quote

from tornado.web import HTTPError

from casekit import language
from casekit.page.handlers import OPEN, SafeHandler
from casekit.room.course.names import file_name, hashed
from casekit.room.server.hub import Hub

__all__ = ["ROLES", "SCRIPT", "Pages", "key_of", "named_file", "person_of", "routes"]

#: Who looks at a page.
ROLES = ("person", "facilitator", "screen")
#: Days that a browser is known again.
COOKIE_DAYS = 14
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A key of a browser: made here, so one that is shorter was typed by somebody.
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
_HTML = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    '<link rel="icon" href="data:,"><style>body{{margin:0}}</style>'
    '<script type="module" src="/open.js"></script></head>'
    '<body><div id="room" data-role="{role}" data-code="{code}">'
    "<noscript>{noscript}</noscript></div></body></html>\n"
)
#: Opens the room's module at the element of the page.
SCRIPT = OPEN.format(
    module="room",
    element="room",
    line='"/line?role=" + document.getElementById("room").dataset.role',
)


def key_of(handler: Any, server: Hub) -> str:
    """The key by which a browser is known again; empty where it has none."""
    found = handler.get_cookie(server.cookie("person")) or ""
    return found if _KEY.fullmatch(found) else ""


def person_of(key: str) -> str:
    """Id of the person who has a key; the key does not follow from it."""
    return hashed(key)[:16]


def named_file(name: str, plain: str, ending: str) -> str:
    """What a header says of a file's name: as people wrote it, and in ASCII for old browsers.

    Parameters
    ----------
    name
        Of a team or a room, as typed.
    plain
        Stands in its place where no letter of it is ASCII.
    ending
        With its dot.
    """
    ascii_name = file_name(unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode())
    whole = quote(f"casekit-{file_name(name) or plain}{ending}", safe="")
    return f"filename=\"casekit-{ascii_name or plain}{ending}\"; filename*=UTF-8''{whole}"


class _Early(HTTPError):
    """Asked for is what is there from the reveal on."""


class Pages(SafeHandler):
    """What all answers share."""

    def initialize(self, server: Hub) -> None:
        """Take the room's server."""
        self.server = server

    def prepare(self) -> None:
        """Refuse whoever asks more than a whole room does."""
        if not self.server.gate.takes("", self.address):
            raise HTTPError(429)

    @property
    def address(self) -> str:
        """Where the browser asks from."""
        return str(self.request.remote_ip)

    @property
    def lang(self) -> str:
        """The language that the browser asks for, of those there are."""
        asked = self.request.headers.get("Accept-Language", "")[:200].lower()
        wished = [part.strip()[:2] for part in asked.split(",")]
        return next((lang for lang in wished if lang in language.LANGUAGES), self.server.lang)

    def write_error(self, status_code: int, **facts: Any) -> None:
        """Say what is the matter, in the browser's language."""
        key = {403: "room-page-closed", 429: "room-page-slowly"}.get(status_code)
        _, fault, _ = facts.get("exc_info", (None, None, None))
        if isinstance(fault, _Early):
            key = "room-page-early"
        words = escape(language.text(key or "room-page-nothing", lang=self.lang))
        title = escape(language.text("room-title", lang=self.lang))
        self.finish(
            f'<!doctype html><html lang="{self.lang}"><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{title}</title><p>{words}</p></html>\n"
        )

    def remember(self, role: str, secret: str) -> None:
        """Keep a secret in the browser, out of reach of scripts and of other sites."""
        self.set_cookie(
            self.server.cookie(role),
            secret,
            httponly=True,
            samesite="Lax",
            secure=self.server.is_secure,
            expires_days=COOKIE_DAYS,
        )

    def is_role(self, role: str) -> bool:
        """Whether the browser has that role's token."""
        return self.server.is_token(role, self.get_cookie(self.server.cookie(role)) or "")

    def shell(self, role: str, code: str = "") -> None:
        """The page that the module draws everything in."""
        self.finish(
            _HTML.format(
                lang=self.lang,
                title=escape(language.text("room-title", lang=self.lang)),
                noscript=escape(language.text("page-no-scripts", lang=self.lang)),
                role=role,
                code=escape(code),
            )
        )


class _Join(Pages):
    """The room's link: a participant's page."""

    def get(self, code: str = "") -> None:
        if not key_of(self, self.server):
            # Nothing is kept of it here until somebody joins.
            self.remember("person", secrets.token_urlsafe(16))
        self.shell("person", code)


class _Me(Pages):
    """A person's own link, to come back from another phone."""

    def get(self, key: str) -> None:
        if person_of(key) not in self.server.running.affairs.people:
            raise HTTPError(404)
        self.remember("person", key)
        self.redirect("/")


class _Role(Pages):
    """The facilitator's page and the big screen's: a token, which then leaves the address."""

    def get(self, role: str) -> None:
        token = self.get_query_argument("token", "")
        if token and self.server.is_token(role, token):
            self.remember(role, token)
            self.redirect(f"/{role}")
        elif not token and self.is_role(role):
            self.shell(role)
        else:
            raise HTTPError(403)


class _Exhibit(Pages):
    """A picture of the case."""

    def get(self, file: str) -> None:
        picture = self.server.exhibit(file)
        if picture is None:
            raise HTTPError(404)
        self.set_header("Content-Type", "image/svg+xml")
        # Its name follows from its content.
        self.set_header("Cache-Control", "private, max-age=86400, immutable")
        self.finish(picture)


class _Home(Pages):
    """What a team takes home: for its own people, from the reveal on."""

    async def get(self) -> None:
        affairs = self.server.running.affairs
        team = affairs.team_of(person_of(key_of(self, self.server)))
        if team is None or not affairs.revealed:
            raise _Early(404)
        content = await self.server.playing.home_of(team)
        self.set_header("Content-Type", "application/zip")
        # Of one name for all, a colleague's second archive would be called "(1)".
        name = named_file(affairs.teams[team].name, team, ".zip")
        self.set_header("Content-Disposition", f"attachment; {name}")
        self.finish(content)


class _Debrief(Pages):
    """What the instructor looks back on: a page and a workbook, from the reveal on."""

    async def get(self, name: str) -> None:
        if not self.is_role("facilitator"):
            raise HTTPError(403)
        if not self.server.running.affairs.revealed:
            raise _Early(404)
        asked = self.get_query_argument("lang", self.lang)
        lang = asked if asked in language.LANGUAGES else self.lang
        code = self.server.running.affairs.founding.code
        known = f"{code}-{self.server.telling.known(lang).company}"
        if name == "debrief":
            # Shown, and saved under that name.
            file = named_file(known, code, ".html")
            self.set_header("Content-Disposition", f"inline; {file}")
            self.finish(await self.server.playing.debrief(lang))
            return
        file = named_file(known, code, ".xlsx")
        self.set_header("Content-Type", WORKBOOK)
        self.set_header("Content-Disposition", f"attachment; {file}")
        self.finish(await self.server.playing.workbook(lang))


class _Elsewhere(Pages):
    """Whatever else is asked for."""

    def prepare(self) -> None:
        super().prepare()
        raise HTTPError(404)


def routes(server: Hub) -> list[tuple[str, Any, dict[str, Any]]]:
    """Addresses with who answers them."""
    known = {"server": server}
    return [
        (r"/", _Join, known),
        (r"/join/([A-Za-z0-9А-Яа-я-]{1,20})", _Join, known),
        (r"/me/([A-Za-z0-9_-]{22})", _Me, known),
        (r"/(facilitator|screen)", _Role, known),
        (r"/exhibit/([a-z0-9]{8,64}\.svg)", _Exhibit, known),
        (r"/home\.zip", _Home, known),
        (r"/(debrief|table\.xlsx)", _Debrief, known),
        (r".*", _Elsewhere, known),
    ]
