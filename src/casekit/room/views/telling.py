"""What browsers are shown: the views of the affairs, what came of the rounds, and addresses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlsplit

from casekit.room.outcome.playing import Playing
from casekit.room.server.links import ALONE, qr_svg
from casekit.room.views.facilitating import facilitator_view
from casekit.room.views.knowing import known_of_rounds, with_reveal
from casekit.room.views.known import KnownSoFar
from casekit.room.views.shown import person_view, screen_view

__all__ = ["Telling"]

View = dict[str, Any]


class Telling:
    """Views with everything in them.

    Parameters
    ----------
    playing
        The room and its rounds.
    bases
        Beginnings of the room's links, likeliest first.
    """

    def __init__(self, playing: Playing, bases: Sequence[str]) -> None:
        self._playing, self._running = playing, playing.running
        self._code = self._running.affairs.founding.code
        self.bases: Sequence[str] = ()
        self.move(bases)
        self._known: dict[str, tuple[object, KnownSoFar]] = {}

    def move(self, bases: Sequence[str]) -> bool:
        """Tell other beginnings of links, where the computer came into another network."""
        if self.bases == bases:
            return False
        self.bases = bases
        self._qr = qr_svg(self.links[0])
        return True

    @property
    def is_alone(self) -> bool:
        """Whether no other computer can reach this one."""
        return urlsplit(self.bases[0]).hostname == ALONE

    @property
    def links(self) -> list[str]:
        """The room's link, by every address that browsers may reach it at, likeliest first."""
        return [f"{base}/?room={self._code}" for base in self.bases]

    def view(
        self, role: str, lang: str, now_ms: int, here: Collection[str], person: str, key: str
    ) -> View:
        """What one browser is shown, without turn and clock.

        Parameters
        ----------
        role
            `person`, `facilitator` or `screen`.
        lang
            Code of the browser's language.
        now_ms
            The server's clock.
        here
            Ids of people whose browser is here.
        person, key
            Who looks, and the key of his own link.
        """
        affairs, known = self._running.affairs, self.known(lang)
        if role == "person":
            view = person_view(affairs, known, person, lang, now_ms, here)
        elif role == "facilitator":
            view = facilitator_view(affairs, known, lang, now_ms, here)
        else:
            view = screen_view(affairs, known, lang, now_ms, here)
        return {name: part for name, part in view.items() if name not in ("turn", "now")} | (
            self._addresses(view, key)
        )

    def _addresses(self, view: View, key: str) -> View:
        """Links as they are opened elsewhere; the code to be scanned on pages for all to see."""
        room = {**view["room"], "link": self.links[0], "links": self.links}
        if view["role"] != "person":
            return {"room": {**room, "qr": self._qr}}
        found: View = {"room": room}
        if view["you"]:
            found["you"] = {**view["you"], "link": f"{self.bases[0]}/me/{key}"}
        if view["team"]:
            found["team"] = {**view["team"], "link": self.bases[0] + view["team"]["link"]}
        return found

    def known(self, lang: str) -> KnownSoFar:
        """What of company and rounds is known, in a language."""
        affairs, truth = self._running.affairs, self._playing.truth
        stands = self._playing.version, affairs.played
        kept = self._known.get(lang)
        if kept is None or kept[0] != stands:
            kept = self._known[lang] = stands, self._made(lang)
        if truth is None:
            return kept[1]
        # Of every state once; votes do not change any more, but people may go.
        return affairs.once(
            ("reveal", self._playing.version, lang),
            lambda: with_reveal(kept[1], affairs, truth.company, truth.opinions, truth.teams, lang),
        )

    def _made(self, lang: str) -> KnownSoFar:
        playing = self._playing
        pictures = {name: picture.told() for name, picture in playing.pictures(lang).items()}
        return known_of_rounds(
            self._running.affairs, playing.case, playing.results, playing.right, pictures, lang
        )
