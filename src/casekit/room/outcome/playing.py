"""Rounds as the room's deeds have them: worked out beside, in one thread, and told when ready."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from casekit.company import Case
from casekit.language import LANGUAGES
from casekit.room.course.affairs import RoundPlayed
from casekit.room.course.teams import plan_of
from casekit.room.course.votes import OPTIONS
from casekit.room.outcome.debrief import Debrief
from casekit.room.outcome.exhibits import Exhibits, Picture, right_option
from casekit.room.outcome.revealing import Revealing
from casekit.room.outcome.rounds import Round, Rounds
from casekit.room.outcome.taking_home import Homes
from casekit.room.server.running import Running
from casekit.world import World

__all__ = ["Playing", "ToldTruth"]

Out = TypeVar("Out")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class ToldTruth:
    """What the reveal tells.

    Parameters
    ----------
    company, opinions
        As of `Revealing`.
    teams
        What each team's first plan was worth: `team`, `gain_krub`, `share`.
    plans
        The plans that this is of.
    """

    company: Mapping[str, Any]
    opinions: Mapping[str, Mapping[str, Any]]
    teams: Sequence[Mapping[str, Any]]
    plans: RoundPlayed | None


class Playing:
    """What became of the teams' companies.

    Results follow from the deeds, so nothing of them is kept: a server that starts again plays
    the rounds again and gets the same. Lives in one event loop, which must run.

    Parameters
    ----------
    running
        The room.
    world
        The company as drawn.
    case
        The company as participants have it.
    root
        The kit's top folder.
    """

    def __init__(self, running: Running, world: World, case: Case, root: Path) -> None:
        self.running, self.case = running, case
        self.rounds = Rounds(world, running.affairs.founding.luck)
        self.exhibits = Exhibits(case)
        self.revealing = Revealing(root, world, case)
        founding = running.affairs.founding
        own = founding.drawn is None
        self.homes = Homes(self.revealing, self.rounds, founding.luck, own)
        self.right = {name: right_option(name, case) for name in OPTIONS}
        #: Grows with whatever there is to tell.
        self.version = 0
        self.truth: ToldTruth | None = None
        self._results: tuple[tuple[RoundPlayed, Round], ...] = ()
        self._drawn: dict[str, dict[str, Picture]] = {}
        self._played: list[RoundPlayed] = []
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="rounds")
        self._work: asyncio.Task[None] | None = None
        self._watchers: list[Callable[[], None]] = []
        self._even = asyncio.Event()
        self._even.set()
        running.watch(self._follow)
        self._follow()

    def watch(self, changed: Callable[[], None]) -> None:
        """Be told, in the event loop, whenever there is more to tell."""
        self._watchers.append(changed)

    @property
    def results(self) -> list[Round]:
        """Rounds whose results are there, in their order; none that rests on other plans."""
        found = []
        for (asked, played), wanted in zip(self._results, self._wanted, strict=False):
            if asked != wanted:
                break
            found.append(played)
        return found

    def pictures(self, lang: str) -> Mapping[str, Picture]:
        """Pictures of the exhibits in a language; none before they are drawn."""
        return self._drawn.get(lang, {})

    async def warm(self) -> None:
        """Draw the pictures before they are asked for."""
        await asyncio.get_running_loop().run_in_executor(self._beside, self.exhibits.warm)
        self._drawn = {
            lang: {name: self.exhibits.picture(name, lang) for name in OPTIONS}
            for lang in LANGUAGES
        }
        self._tell()

    def _tell(self) -> None:
        self.version += 1
        for changed in self._watchers:
            changed()

    async def case_of(self, team: str, number: int) -> Case:
        """A team's company when a round is decided."""
        return await self._worked_out(self.rounds.case, team, number - 1)

    async def home_of(self, team: str) -> bytes:
        """What a team takes home, as a zip."""
        return await self._worked_out(self.homes.zip_of, team, self.running.affairs)

    async def debrief(self, lang: str) -> str:
        """The page on which the instructor looks back."""
        return await self._worked_out(lambda: self._debrief().page(lang))

    async def workbook(self, lang: str) -> bytes:
        """The same as a workbook."""
        return await self._worked_out(lambda: self._debrief().workbook(lang))

    def _debrief(self) -> Debrief:
        return Debrief(self.running.affairs, self.results, self.revealing)

    async def _worked_out(self, work: Callable[..., Out], *what: Any) -> Out:
        """What is worked out beside, once all rounds are."""
        await self._even.wait()
        return await asyncio.get_running_loop().run_in_executor(self._beside, work, *what)

    @property
    def _wanted(self) -> list[RoundPlayed]:
        played = self.running.affairs.played
        return [played[number] for number in sorted(played)]

    def _is_even(self) -> bool:
        return self._played == self._wanted and not self._asks_truth()

    def _asks_truth(self) -> bool:
        affairs = self.running.affairs
        if not affairs.revealed:
            return False
        return self.truth is None or self.truth.plans != affairs.played.get(1)

    def _follow(self) -> None:
        if self._is_even() or (self._work is not None and not self._work.done()):
            return
        self._even.clear()
        self._work = asyncio.get_running_loop().create_task(self._catch_up())

    async def _catch_up(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while not self._is_even():
                if self._played != self._wanted:
                    await loop.run_in_executor(self._beside, self._play_next, self._wanted)
                    self._results = tuple(zip(self._played, self.rounds.played, strict=True))
                else:
                    first = self.running.affairs.played.get(1)
                    self.truth = await loop.run_in_executor(self._beside, self._truth, first)
                self._tell()
        except Exception:
            # The room goes on without these results; the next deed tries again.
            _LOG.exception("a round could not be played")
        finally:
            self._even.set()

    def _truth(self, first: RoundPlayed | None) -> ToldTruth:
        plans = first.plans if first is not None else {}
        teams = [
            {"team": team, **self.revealing.team(plan_of(plan))} for team, plan in plans.items()
        ]
        return ToldTruth(self.revealing.company, self.revealing.opinions, teams, first)

    def _play_next(self, wanted: list[RoundPlayed]) -> None:
        """Take back what rests on other plans than those wanted, or play one round more."""
        same = 0
        for done, asked in zip(self._played, wanted, strict=False):
            if done != asked:
                break
            same += 1
        while len(self._played) > same:
            self.rounds.forget()
            self._played.pop()
        if same < len(wanted):
            asked = wanted[same]
            plans = {team: plan_of(plan) for team, plan in asked.plans.items()}
            self.rounds.play(plans, asked.kinds)
            self._played.append(asked)

    def close(self) -> None:
        """End what is being worked out."""
        if self._work is not None:
            self._work.cancel()
        self._beside.shutdown(wait=True, cancel_futures=True)
