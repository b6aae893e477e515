"""Each team's board: one for all its people, sealed until the reveal, a company for each round."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, cast

from casekit.board.desk import Look
from casekit.board.session import Session
from casekit.board.shared import SharedModel
from casekit.board.slow import Message, Slow
from casekit.company import Case
from casekit.errors import CasekitError, InvalidArgument
from casekit.language import LANGUAGES
from casekit.page.readers import Reader, Readers, Window, read_json
from casekit.page.store import Store
from casekit.questions.answers_file import DECIDED, FORECAST
from casekit.room.course.board_lines import board_deed
from casekit.room.server.running import UNWRITABLE, Running

__all__ = ["BoardLine", "Boards", "TeamBoard"]

#: A team's company when a round is decided, by team and round.
CaseOf = Callable[[str, int], Awaitable[Case]]


class _TeamsAnswers:
    """What a team's board keeps: deeds of the room, done by whoever sits at it."""

    def __init__(self, running: Running, team: str, number: int, now_ms: Callable[[], int]) -> None:
        self._running, self._team, self._number, self._now = running, team, number, now_ms
        self.person = ""

    def lines(self) -> list[dict[str, Any]]:
        return self._running.affairs.lines(self._team, self._number)

    def add(self, line: Mapping[str, Any]) -> None:
        # A first decision comes twice, as the commit and as the decision: one deed holds both.
        if line["question"] not in (DECIDED, FORECAST):
            return
        deed = board_deed(self.person, self._team, self._number, line, self._now())
        try:
            self._running.do_now(deed)
        except InvalidArgument as refusal:
            if refusal.key == UNWRITABLE:
                raise OSError(refusal.key) from None
            raise CasekitError("deed-not-now") from None

    def put_plan(self, plan: str) -> None:
        """The plan stands in the line."""


#: Name under which a board's state holds what each person looks at.
_LOOKS = "looks"
#: Messages that depend on what somebody looks at.
_LOOKED_AT = ("view", "slow", "curves")


class TeamBoard(Reader):
    """The board of a team for one round.

    Hours, what can be undone and plans put aside are the team's. Whose hours somebody looks at,
    from which phase on and on which sheet is that person's own: nobody's tap turns another's page.

    Parameters
    ----------
    link
        Where its hours are kept.
    session
        What stands on it.
    team, number
        Whose it is, and for which round.
    answers
        What it keeps.
    """

    def __init__(
        self, link: str, session: Session, team: str, number: int, answers: _TeamsAnswers
    ) -> None:
        super().__init__(link, session)
        self.team, self.number, self._answers = team, number, answers
        # By person, so that neither a line that breaks, nor a page loaded anew, nor a server
        # that is started again turns anybody's page.
        self._looks: dict[str, Look] = {}
        self._comparison = session.desk.comparison

    def answer(self, line: Window, asked: object) -> list[Message]:
        """Do what somebody asks, with their own eyes and in their language."""
        person = cast("BoardLine", line).person
        self._answers.person = person
        self.session.lang = line.lang or self.session.lang
        self.session.look = self._looks.get(person, Look())
        messages = self.session.answer(asked)
        self._looks[person] = self.session.look
        return messages

    def state(self) -> str:
        """The board, and how each of the team looks at it."""
        return json.dumps({**json.loads(super().state()), _LOOKS: self._looks}, ensure_ascii=False)

    def restore(self, kept: str) -> None:
        """Take up the board; whoever looks again sees what they left."""
        super().restore(kept)
        looks = json.loads(kept).get(_LOOKS, {})
        self._looks = {person: Look(*look) for person, look in looks.items()}
        self._comparison = self.session.desk.comparison

    def slow(self) -> Slow | None:
        """What is still to be worked out for any that look."""
        for look in self._groups():
            self.session.look = look
            slow = self.session.slow()
            if slow is not None:
                return slow
        return None

    def after_slow(self, slow: Slow, message: Message) -> list[Message]:
        """What is sent of what was worked out, as those see it whom it was worked out for."""
        self.session.look = self.session.look._replace(scope=slow.scope)
        return super().after_slow(slow, message)

    def tell(self, messages: list[Message], to: Window | None = None) -> None:
        """Send messages to one browser; or to all, as each looks at the board."""
        if to is not None:
            super().tell(messages, to)
            return
        made, session = self.session.look, self.session
        kinds = {message["kind"] for message in messages}
        supposed, self._comparison = self._comparison, session.desk.comparison
        for look, lines in self._groups().items():
            session.look = look
            told = messages
            if look != made:
                told = [each for each in messages if _suits(each, look, made)]
                told += session.shown() if "view" in kinds else []
                # Under other assumptions the curves are others for all who look at them.
                told += session.curves() if supposed is not self._comparison else []
            for line in lines:
                super().tell(told, line)
        session.look = made

    def _groups(self) -> dict[Look, list[Window]]:
        """The browsers by what they look at."""
        groups: dict[Look, list[Window]] = {}
        for line in self.lines:
            look = self._looks.get(cast("BoardLine", line).person, Look())
            groups.setdefault(look, []).append(line)
        return groups


def _suits(message: Message, look: Look, made: Look) -> bool:
    """Whether a message that was made for one look tells another the same."""
    if message["kind"] == "slow":
        return look.scope == made.scope
    return message["kind"] not in _LOOKED_AT


class BoardLine(Window, Protocol):
    """The line of somebody's browser to a team's board."""

    person: str


class Boards(Readers[TeamBoard]):
    """The boards of all teams.

    Parameters
    ----------
    running
        The room.
    store
        Where hours are kept that are not committed.
    first
        The company that all begin with.
    case_of
        A team's company later.
    now_ms
        Milliseconds since 1970.
    """

    def __init__(
        self,
        running: Running,
        store: Store,
        first: SharedModel,
        case_of: CaseOf,
        now_ms: Callable[[], int],
    ) -> None:
        super().__init__(store)
        self._running, self._first, self._case_of, self._now = running, first, case_of, now_ms
        self._companies: dict[str, SharedModel] = {}
        self._making: dict[tuple[str, int], asyncio.Task[SharedModel]] = {}
        self._makers = ThreadPoolExecutor(1, thread_name_prefix="companies")
        self._preparing: asyncio.Task[None] | None = None
        self._sealed = self._is_sealed()
        self._played = running.affairs.played
        self._decided = self._number()
        running.watch(self._follow)

    def warm(self) -> None:
        """Begin to work out what all will need; whoever comes need not wait for it."""
        asyncio.get_running_loop().run_in_executor(self._beside, self._first.warm)

    def _is_sealed(self) -> bool:
        return not self._running.affairs.revealed

    def _number(self) -> int:
        """Round that the boards decide now; where none is, the one decided last."""
        affairs = self._running.affairs
        return affairs.round_decided or max(affairs.played, default=1)

    async def of_team(self, team: str) -> TeamBoard:
        """A team's board as it stands; the company may have to be worked out first."""
        number = self._number()
        link = f"{team}/{number}"
        reader = self.known(link)
        if reader is None:
            shared = self._first if number == 1 else await self._company(team, number)
            # Two browsers of a team may have waited for the same.
            reader = self.known(link) or self._begin(link, team, number, shared)
        return reader

    def _begin(self, link: str, team: str, number: int, shared: SharedModel) -> TeamBoard:
        keeper = _TeamsAnswers(self._running, team, number, self._now)
        session = Session(shared, keeper, LANGUAGES[0], decides=True, sealed=self._is_sealed)
        return self.take_up(TeamBoard(link, session, team, number, keeper))

    async def _company(self, team: str, number: int) -> SharedModel:
        key = team, number
        # All colleagues wait for one and the same.
        if key not in self._making:
            self._making[key] = asyncio.get_running_loop().create_task(self._make(team, number))
        try:
            return await asyncio.shield(self._making[key])
        except Exception:
            # Whoever comes next tries again.
            self._making.pop(key, None)
            raise

    async def _make(self, team: str, number: int) -> SharedModel:
        case = await self._case_of(team, number)
        if case.digest not in self._companies:
            loop = asyncio.get_running_loop()
            shared = await loop.run_in_executor(self._makers, SharedModel, case)
            self._companies[case.digest] = shared
        return self._companies[case.digest]

    def prepare(self, number: int) -> None:
        """Begin to make all teams' companies of a round; they look at the last one's results."""
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.get_running_loop().create_task(self._prepare(number))

    async def _prepare(self, number: int) -> None:
        for team in self._running.affairs.standing_teams:
            # Played again, or a round further: other companies are wanted then.
            if max(self._running.affairs.played, default=0) != number - 1:
                return
            await self._company(team, number)

    def answer_for(self, board: TeamBoard, line: BoardLine, text: str | bytes) -> None:
        """Do what somebody of the team asks at its board; whoever is no more of it is let go."""
        if self._running.affairs.team_of(line.person) != board.team:
            line.end()
            return
        asked = read_json(text)
        # A language is a browser's own: colleagues at the same board keep theirs.
        if isinstance(asked, dict) and asked.get("do") == "language":
            line.lang = asked["to"] if asked.get("to") in LANGUAGES else line.lang
        self.do(board, line, asked)

    def _follow(self) -> None:
        """Let boards follow the room: who left, which round is decided, and the reveal."""
        self._forget_old()
        number, sealed = self._number(), self._is_sealed()
        opened, self._sealed = self._sealed and not sealed, sealed
        for board in self.standing():
            for line in cast("tuple[BoardLine, ...]", tuple(board.lines)):
                gone = self._running.affairs.team_of(line.person) != board.team
                # The browser comes back at once and gets the company of the round.
                if gone or board.number != number:
                    line.end()
            if opened:
                board.tell(board.session.opening())
        if number != self._decided:
            self._decided = number
            # What was moved there and not committed is written; who looks again finds it.
            self._keep()
            self.drop(lambda board: board.number not in (number, 1))
            self._keep_companies(lambda each: each >= number)

    def _forget_old(self) -> None:
        """Let companies go that rest on rounds which have been played anew, or lie behind."""
        before, self._played = self._played, self._running.affairs.played
        if before is self._played:
            return
        same = 0
        while (same + 1) in before and before[same + 1] == self._played.get(same + 1):
            same += 1
        self.drop(lambda board: board.number > same + 1)
        self._keep_companies(lambda number: max(self._played, default=0) <= number <= same + 1)

    def _keep_companies(self, is_wanted: Callable[[int], bool]) -> None:
        """Let companies go, some ten megabytes each, that no round wants and nobody sits at."""
        for key in [key for key in self._making if not is_wanted(key[1])]:
            del self._making[key]
        kept = {id(task.result()) for task in self._making.values() if _is_made(task)}
        kept |= {id(board.session.shared) for board in self.standing()}
        self._companies = {
            digest: shared for digest, shared in self._companies.items() if id(shared) in kept
        }

    def close(self) -> None:
        """Write what is not written yet, and end."""
        for task in (self._preparing, *self._making.values()):
            if task is not None:
                task.cancel()
        self._makers.shutdown(wait=True, cancel_futures=True)
        super().close()


def _is_made(task: asyncio.Task[SharedModel]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None
