"""One room in one process: what pages and lines to browsers share."""

from __future__ import annotations

import hmac
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casekit.room.course.names import hashed
from casekit.room.outcome.playing import Playing
from casekit.room.server.audience import Audience, Onlooker
from casekit.room.server.boards import Boards
from casekit.room.server.limits import Gate
from casekit.room.server.running import Running
from casekit.room.views.telling import Telling

__all__ = ["Hub", "RoomPlace"]

#: Letters of the longest token that is looked at.
LONGEST_TOKEN = 100


@dataclass(frozen=True)
class RoomPlace:
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


class Hub:
    """A room, its rounds, its boards, and whoever looks; an event loop must run.

    Parameters
    ----------
    running, playing, boards
        The room's affairs, its rounds, and its teams' boards.
    bases
        Beginnings of the room's links, likeliest first.
    place
        Where it is served.
    """

    def __init__(
        self,
        running: Running,
        playing: Playing,
        boards: Boards,
        bases: Sequence[str],
        place: RoomPlace,
    ) -> None:
        self.running, self.playing, self.boards = running, playing, boards
        self.address, self.lang = place.address, place.lang
        self.gate = Gate()
        self.telling = Telling(playing, bases)
        self.audience = Audience(self._view_of, lambda: running.affairs.number, self.now_ms)
        running.watch(self.audience.touch)
        playing.watch(self.audience.touch)
        playing.watch(self._prepare)

    def _prepare(self) -> None:
        """Make the companies that teams decide on next, as soon as there are results."""
        affairs, done = self.running.affairs, len(self.playing.results)
        if done and done == len(affairs.played) and done + 1 in affairs.agenda.rounds:
            self.boards.prepare(done + 1)

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
        return kept is not None and len(token) <= LONGEST_TOKEN and _same(token, kept)

    def exhibit(self, file: str) -> bytes | None:
        """A picture of the case by its file's name."""
        return self.playing.exhibits.by_file(file)

    def _view_of(self, line: Onlooker, here: frozenset[str]) -> dict[str, Any]:
        lang = line.lang or self.lang
        return self.telling.view(line.role, lang, self.now_ms(), here, line.person, line.key)


def _same(token: str, kept: str) -> bool:
    """Whether a token is the one whose hash is kept; takes as long for any."""
    return hmac.compare_digest(hashed(token), kept)
