"""Lines to browsers: of the room, which says the view, and of a team's board."""

from __future__ import annotations

import asyncio
import json
import logging
from functools import cache
from typing import Any

from casekit.errors import CasekitError, InvalidArgument
from casekit.language import LANGUAGES, open_texts
from casekit.page.handlers import BrowserLine
from casekit.page.readers import read_json
from casekit.room.course.deeds import FACILITATOR, read_message
from casekit.room.server.boards import TeamBoard
from casekit.room.server.hub import Hub
from casekit.room.server.limits import BOARD, LINE, Rate
from casekit.room.server.pages import ROLES, key_of, person_of

__all__ = ["BoardSocket", "RoomLine"]

_LOG = logging.getLogger(__name__)

#: Messages that are too many, after which a line is ended: nobody's hand sends so many.
MOST_STRIKES = 200
#: Messages of a browser that are kept while its board is made ready.
MOST_EARLY = 20
#: Ends a line: what it did is against the rules, or the server is full.
AGAINST_RULES, FULL = 1008, 1013
#: Of what was found, this much is told back.
TOLD = 40


@cache
def words_message(lang: str) -> str:
    """All words of the room's pages in a language, as a message."""
    words = open_texts(("room-",), lang)
    return json.dumps({"kind": "words", "lang": lang, "words": words}, ensure_ascii=False)


class _Counted(BrowserLine):
    """A line whose messages are counted."""

    rate: Rate

    def initialize(self, server: Hub) -> None:
        self.server = server
        self.key = key_of(self, server)
        self.person = person_of(self.key) if self.key else ""
        self.address = str(self.request.remote_ip)
        self.allowance = server.gate.allowance(self.rate)
        self.strikes = 0
        self.counted = False

    def check_origin(self, origin: str) -> bool:
        # Behind a proxy the host that was asked for is the proxy's.
        return super().check_origin(origin) or origin == self.server.address

    def takes_it(self) -> bool:
        """Whether the place lets one more line in."""
        self.counted = self.server.gate.opens(self.address)
        if not self.counted:
            self.close(FULL)
        self.set_nodelay(True)
        return self.counted

    def is_in_time(self) -> bool:
        """Whether one more message is taken; ends the line of whoever sends on and on."""
        if self.allowance.take() and self.server.gate.takes(self.person, self.address):
            return True
        self.strikes += 1
        if self.strikes > MOST_STRIKES:
            self.close(AGAINST_RULES)
        return False

    def on_close(self) -> None:
        if self.counted:
            self.counted = False
            self.server.gate.closed(self.address)


class RoomLine(_Counted):
    """A browser's line to the room."""

    rate = LINE

    def open(self, *_: str, **__: str) -> None:
        """Take the line in; it is told nothing before it says hello."""
        role = self.get_query_argument("role", ROLES[0])
        self.role = role if role in ROLES else ROLES[0]
        self.admitted, self.told, self.view = False, "", ""
        self.sending: Any = None
        token = self.get_cookie(self.server.cookie(self.role)) or ""
        if not self.takes_it():
            return
        if self.role != ROLES[0] and not self.server.is_token(self.role, token):
            self.close(AGAINST_RULES)

    @property
    def is_guest(self) -> bool:
        """Whether a person looks who has joined."""
        return self.role == ROLES[0] and self.person in self.server.running.affairs.people

    def on_message(self, text: str | bytes) -> None:
        """Do what a browser asks, or say why not."""
        message = read_json(text)
        named = message.get("id") if isinstance(message, dict) else None
        deed_id = named[:TOLD] if isinstance(named, str) else None
        try:
            if not self.is_in_time():
                raise InvalidArgument("room-slowly")
            if isinstance(message, dict) and message.get("do") == "hello":
                self._hello(message)
            else:
                self._do(message, deed_id)
        except CasekitError as refusal:
            self._refuse(refusal, deed_id)
        except Exception as fault:
            # Unsaid, it would leave a page that waits.
            _LOG.exception("the room failed")
            self._refuse(CasekitError("room-fault", what=type(fault).__name__), deed_id)

    def _hello(self, message: dict[str, Any]) -> None:
        lang = message.get("lang")
        self.lang = lang if isinstance(lang, str) and lang in LANGUAGES else self.server.lang
        if not self.admitted and isinstance(message.get("room"), str):
            code = self.server.running.affairs.founding.code
            self.admitted = self._is_code(message["room"], code)
        if self.told != self.lang:
            self.told = self.lang
            self.tell(words_message(self.lang))
        self.view = ""
        self.server.audience.greet(self)

    def _is_code(self, typed: str, code: str) -> bool:
        """Whether a code is right; wrong ones are counted."""
        if not typed or not self.server.gate.may_guess(self.address):
            return False
        if typed.strip().upper() == code:
            return True
        self.server.gate.guessed(self.address)
        return False

    def _do(self, message: object, deed_id: str | None) -> None:
        if self.role == ROLES[2]:
            raise InvalidArgument("room-not-yours", do="")
        by = FACILITATOR if self.role == ROLES[1] else self.person
        if not by:
            raise InvalidArgument("room-no-cookie")
        deed = read_message(message, by, self.server.now_ms())
        if deed.do == "join":
            self._need_code(deed.facts)
        elif not (by == FACILITATOR or self.is_guest):
            raise InvalidArgument("room-join-first")
        written = self.server.running.do(deed)
        written.add_done_callback(lambda done: self._answer(done.exception(), deed_id))

    def _need_code(self, facts: Any) -> None:
        """Let in who has the room's code or a team's."""
        affairs, gate = self.server.running.affairs, self.server.gate
        code = facts.get("code")
        if code is None:
            if not (self.admitted or self.is_guest):
                raise InvalidArgument("room-link")
            return
        if not gate.may_guess(self.address):
            raise InvalidArgument("room-guesses")
        if code == affairs.founding.code:
            # No guess: it stands on the big screen.
            raise InvalidArgument("room-code-of-room", found=code)
        if affairs.team_with_code(code) is None:
            gate.guessed(self.address)
            # The same whether there was such a team once.
            raise InvalidArgument("room-code", found=code)

    def _answer(self, fault: BaseException | None, deed_id: str | None) -> None:
        if isinstance(fault, CasekitError):
            self._refuse(fault, deed_id)
        elif fault is None:
            self.tell(json.dumps({"kind": "done", "id": deed_id}))

    def _refuse(self, refusal: CasekitError, deed_id: str | None) -> None:
        facts = {
            name: fact if isinstance(fact, int | float | str) else str(fact)
            for name, fact in refusal.facts.items()
        }
        told = {"kind": "error", "id": deed_id, "key": refusal.key, "facts": facts}
        self.tell(json.dumps(told, ensure_ascii=False))

    @property
    def is_behind(self) -> bool:
        """Whether the last view is still on its way: a phone that sleeps is sent no further one."""
        return self.sending is not None and not self.sending.done()

    def show(self, view: dict[str, Any], turn: int, now_ms: int) -> None:
        """Send a view, unless the browser has just that."""
        text = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
        if text != self.view:
            self.view = text
            self.sending = self.tell(f'{{"turn":{turn},"now":{now_ms},{text[1:]}')

    def on_close(self) -> None:
        """Let the line go."""
        super().on_close()
        self.server.audience.part(self)


class BoardSocket(_Counted):
    """A browser's line to its team's board; another team's does not open."""

    rate = BOARD
    board: TeamBoard | None = None
    opening: asyncio.Task[None] | None = None

    def open(self, *path: str, **_: str) -> None:
        """Open the board of the browser's own team."""
        lang = self.get_query_argument("lang", self.server.lang)
        self.lang = lang if lang in LANGUAGES else self.server.lang
        self.early: list[str | bytes] = []
        if not self.takes_it():
            return
        if self.server.running.affairs.team_of(self.person) != path[0]:
            self.close(AGAINST_RULES)
            return
        # The company may have to be worked out first; the line must live on meanwhile.
        self.opening = asyncio.get_running_loop().create_task(self._open(path[0]))

    async def _open(self, team: str) -> None:
        try:
            board = await self.server.boards.of_team(team)
        except Exception:
            _LOG.exception("a board could not be opened")
            # The browser comes back and asks again.
            self.end()
            return
        self.board = board
        board.lines.add(self)
        early, self.early = self.early, []
        for text in early:
            self.server.boards.answer_for(board, self, text)

    def on_message(self, text: str | bytes) -> None:
        """Do what is asked at the board."""
        if self.board is None:
            if len(self.early) < MOST_EARLY:
                self.early.append(text)
            return
        if self.is_in_time():
            self.server.boards.answer_for(self.board, self, text)
        else:
            # What was asked under a turn has to be answered, or the board waits for ever.
            asked = read_json(text)
            turn = asked.get("turn") if isinstance(asked, dict) else None
            refusal = InvalidArgument("deed-slowly")
            self.board.tell([self.board.session.refusal(refusal, turn)], self)

    def on_close(self) -> None:
        """Let the line go."""
        super().on_close()
        if self.opening is not None:
            self.opening.cancel()
        if self.board is not None:
            self.board.lines.discard(self)
