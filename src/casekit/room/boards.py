"""Each team's board: one for all its people, sealed until the reveal, a company for each round."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol, cast

from casekit.board.session import Session
from casekit.board.shared import SharedModel
from casekit.company import Case
from casekit.errors import CasekitError, InvalidArgument
from casekit.language import LANGUAGES
from casekit.page.readers import Reader, Readers, Window, read_json
from casekit.page.store import Store
from casekit.questions.answers_file import DECIDED, FORECAST
from casekit.room.board_lines import board_deed
from casekit.room.running import UNWRITABLE, Running

__all__ = ["BoardLine", "Boards", "TeamBoard"]

#: Companies that are kept with what was worked out of them; each weighs some ten megabytes.
MOST_COMPANIES = 64

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
        # A decision comes twice, as the first commit and as the last, and so does a forecast: one
        # deed holds either.
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


class TeamBoard(Reader):
    """The board of a team for one round.

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

    def sits(self, line: BoardLine) -> None:
        """Say who asks next, in which language."""
        self._answers.person = line.person
        self.session.lang = line.lang or self.session.lang


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
        self._companies: OrderedDict[str, SharedModel] = OrderedDict()
        self._sealed = self._is_sealed()
        self._round = self._number()
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
        case = await self._case_of(team, number)
        if case.digest not in self._companies:
            loop = asyncio.get_running_loop()
            shared = await loop.run_in_executor(self._beside, SharedModel, case)
            self._companies.setdefault(case.digest, shared)
        self._companies.move_to_end(case.digest)
        while len(self._companies) > MOST_COMPANIES:
            self._companies.popitem(last=False)
        return self._companies[case.digest]

    def answer_for(self, board: TeamBoard, line: BoardLine, text: str | bytes) -> None:
        """Do what somebody of the team asks at its board; whoever is no more of it is let go."""
        if self._running.affairs.team_of(line.person) != board.team:
            line.end()
            return
        asked = read_json(text)
        # A language is a browser's own: colleagues at the same board keep theirs.
        if isinstance(asked, dict) and asked.get("do") == "language":
            line.lang = asked["to"] if asked.get("to") in LANGUAGES else line.lang
        board.sits(line)
        self.do(board, line, asked)

    def _follow(self) -> None:
        """Let boards follow the room: who left, which round is decided, and the reveal."""
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
