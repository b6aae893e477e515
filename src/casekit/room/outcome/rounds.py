"""Rounds of nine months: each team's company carried on from where its last decision led it.

What comes of a round follows from the company, the room's number and what teams decided, and from
nothing else: played again, it comes out the same. Luck and events are common to all teams, so
whoever decides alike gets alike. Beside each team goes the company that is left alone, and the
team's own company had it gone on with its old hours: what a forecast of a gain is about.
"""

from __future__ import annotations

import hashlib
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import numpy as np
import pandas as pd

from casekit.arrays import Array
from casekit.company import Case
from casekit.company.schema import ACTIVITIES, TABLES
from casekit.errors import InvalidArgument
from casekit.model import Plan
from casekit.model.response.cycle import usual_hours
from casekit.world import World
from casekit.world.carrying_on import carry_on
from casekit.world.drawn_events import drawn_events, told_events
from casekit.world.events import Event
from casekit.world.market import held_krub
from casekit.world.revealed import months_of

__all__ = ["MONTHS", "Lived", "Round", "Rounds", "as_read", "number_of_round"]

#: How many months a round lasts.
MONTHS = 9
#: Companies kept whole, so that the next round of a full room begins at once; each weighs some
#: eight megabytes, and is made again in a tenth of a second.
MOST_WORLDS = 48
#: Below so many thousands a month a client is the same as before.
_SAME_KRUB = 0.5


def number_of_round(luck: str, number: int) -> int:
    """The number that luck and events of a round come from.

    Parameters
    ----------
    luck
        The room's own number, as text.
    number
        Of the round, from 1.
    """
    return int.from_bytes(hashlib.sha256(f"{luck}/{number}".encode()).digest()[:16], "big")


@dataclass(frozen=True)
class Lived:
    """What became of one company in a round; plain numbers, thousands.

    Parameters
    ----------
    months, margin_krub, profit_krub
        Code, gross margin and operating profit of each month.
    old_profit_krub
        Profit had the hours of before gone on, under the same luck and events.
    year_before_krub
        Profit of the same months a year before.
    before, after
        Hours a month by activity, mean of who was there when it was decided: before the decision,
        and as meant in the last month.
    clients
        Account, what we sell to it a month before and after; only those that changed.
    """

    months: tuple[str, ...]
    margin_krub: tuple[float, ...]
    profit_krub: tuple[float, ...]
    old_profit_krub: tuple[float, ...]
    year_before_krub: float
    before: Mapping[str, float]
    after: Mapping[str, float]
    clients: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True)
class Round:
    """A round that was played.

    Parameters
    ----------
    number
        From 1.
    news
        What befell everybody: kind, month, and whom; see `told_events`.
    left
        The company left alone since before the first round.
    teams
        What became of each team's company.
    plans
        What each team decided; None where it went on with what it had.
    events
        What `news` tells of, with how hard it struck.
    """

    number: int
    news: tuple[Mapping[str, Any], ...]
    left: Lived
    teams: Mapping[str, Lived]
    plans: Mapping[str, Plan | None]
    events: tuple[Event, ...]


@dataclass(frozen=True)
class _Standing:
    """Where a company stands: how it came there, and the hours that go on if nobody decides."""

    key: str
    hours: Array


@dataclass(frozen=True)
class _Step:
    """How a company came from another one."""

    before: str
    hours: Array
    number: int
    events: tuple[Event, ...]


@dataclass
class _Kept:
    """Companies by how they came about, the last used whole."""

    worlds: OrderedDict[str, World] = field(default_factory=OrderedDict)
    steps: dict[str, _Step] = field(default_factory=dict)


class Rounds:
    """The rounds of a room.

    Parameters
    ----------
    world
        The company as drawn.
    luck
        The room's number, as text.

    Notes
    -----
    May be asked from several threads; one works at a time.
    """

    def __init__(self, world: World, luck: str) -> None:
        self._luck, self._lock = luck, RLock()
        self._kept = _Kept()
        start = _Standing("", usual_hours(world.truth.history.hours))
        self._origin = world
        self._left = [start]
        self._teams: dict[str, list[_Standing]] = {}
        self._lived: dict[str, Lived] = {}
        self.played: list[Round] = []

    def events(self, kinds: Collection[str] | None = None) -> tuple[Event, ...]:
        """What will befall everybody in the next round.

        Parameters
        ----------
        kinds
            What the facilitator chose, see `EVENT_KINDS`; drawn from the room's number if left
            out.

        Raises
        ------
        InvalidArgument
            If a kind is unknown.
        """
        with self._lock:
            left = self._world(self._left[-1].key)
            return drawn_events(left, number_of_round(self._luck, len(self.played) + 1), kinds)

    def play(
        self,
        plans: Mapping[str, Plan | None],
        kinds: Collection[str] | None = None,
        on_team: Callable[[int, int], None] = lambda done, total: None,
    ) -> Round:
        """Live through the next nine months.

        Parameters
        ----------
        plans
            What each team decided, against today's hours of its own company; None, or a plan that
            moves nothing, goes on with the hours it meant before. Who was not there before begins
            with the company that was left alone.
        kinds
            As of `events`.
        on_team
            Takes how many companies are done, of how many.

        Raises
        ------
        InvalidArgument
            If a kind of event is unknown or a plan names somebody who is not of the company; then
            nothing is played.
        """
        with self._lock:
            number, alone = len(self.played) + 1, self._left[-1]
            events = self.events(kinds)
            news = tuple(told_events(self._world(alone.key), events))
            left, after_left = self._live(alone, None, events, number)
            lived, standing = {}, {}
            begin = {
                team: self._teams[team][-1] if team in self._teams else alone for team in plans
            }
            waiting = Counter(now.key for now in begin.values())
            for done, (team, plan) in enumerate(plans.items()):
                on_team(done, len(plans))
                now = begin[team]
                lived[team], standing[team] = self._live(now, plan, events, number)
                waiting[now.key] -= 1
                if not waiting[now.key]:
                    self._let_go(now.key)
            on_team(len(plans), len(plans))
            for team, stands in standing.items():
                self._teams.setdefault(team, list(self._left)).append(stands)
            # Who sits a round out is found where it stood.
            for team in self._teams.keys() - standing.keys():
                self._teams[team].append(self._teams[team][-1])
            self._left.append(after_left)
            self.played.append(Round(number, news, left, lived, dict(plans), events))
            return self.played[-1]

    def forget(self) -> Round:
        """Take the last round back, so that it can be played again.

        Raises
        ------
        InvalidArgument
            If none was played.
        """
        with self._lock:
            if not self.played:
                raise InvalidArgument("room-no-round")
            before = {team for each in self.played[:-1] for team in each.teams}
            self._teams = {
                team: stands[:-1] for team, stands in self._teams.items() if team in before
            }
            self._left.pop()
            return self.played.pop()

    def world(self, team: str, after: int | None = None) -> World:
        """A team's company; that left alone of a team that has not played.

        Parameters
        ----------
        team
            The team.
        after
            After which round, 0 the beginning; the last one if left out.
        """
        with self._lock:
            path = self._teams.get(team, self._left)
            return self._world(path[len(self.played) if after is None else after].key)

    def case(self, team: str, after: int | None = None) -> Case:
        """A team's company as its readers get it from files, with their digest; see `world`."""
        return Case(as_read(self.world(team, after).tables))

    def _live(
        self, now: _Standing, plan: Plan | None, events: tuple[Event, ...], number: int
    ) -> tuple[Lived, _Standing]:
        """Nine months of one company, and of the same with its old hours."""
        old = np.broadcast_to(now.hours, (MONTHS, *now.hours.shape)).copy()
        meant = self._meant(self._world(now.key), plan, old) if plan else old
        key, stayed = (self._step(now.key, hours, number, events) for hours in (meant, old))
        told = f"{key}:{stayed}"
        if told not in self._lived:
            self._lived[told] = self._told(now, key, stayed, meant)
        return self._lived[told], _Standing(key, meant[-1])

    def _meant(self, world: World, plan: Plan, old: Array) -> Array:
        """Hours of every month that a plan means, shape (months, specialists, 6)."""
        reps = world.tables["reps"]
        today = usual_hours(world.truth.history.hours)
        every = tuple(range(1, len(old) + 1))
        hours = plan.hours(today, list(reps["rep_id"]), list(reps["region"]), phases=every)
        return np.asarray(np.maximum(hours, 0.0))

    def _step(self, before: str, hours: Array, number: int, events: tuple[Event, ...]) -> str:
        """Name of the company that hours lead to; it is made when it is asked for."""
        told = hashlib.sha256(f"{before}/{number}/{events!r}".encode())
        told.update(hours.round(6).tobytes())
        key = told.hexdigest()
        self._kept.steps.setdefault(key, _Step(before, hours, number, events))
        return key

    def _world(self, key: str) -> World:
        """A company by its name, the beginning's empty."""
        if not key:
            return self._origin
        worlds = self._kept.worlds
        if key not in worlds:
            step = self._kept.steps[key]
            luck = number_of_round(self._luck, step.number)
            before = self._world(step.before)
            worlds[key] = carry_on(before, step.hours, MONTHS, luck, step.events)
        worlds.move_to_end(key)
        while len(worlds) > MOST_WORLDS:
            worlds.popitem(last=False)
        return worlds[key]

    def _let_go(self, key: str) -> None:
        """Give a company up before others when room is needed: everybody has gone on from it."""
        if key in self._kept.worlds:
            self._kept.worlds.move_to_end(key, last=False)

    def _told(self, now: _Standing, key: str, stayed: str, meant: Array) -> Lived:
        before, later = self._world(now.key), self._world(key)
        year, _, month = before.case.last_month.partition("-")
        lately = months_of(later, f"{int(year) - 1:04d}-{month}")
        came = {name: tuple(of[-MONTHS:]) for name, of in lately.items()}
        year_before = lately["profit_krub"][:MONTHS]
        old: Mapping[str, Sequence[Any]] = came
        if stayed != key:
            kept = stayed in self._kept.worlds
            old = months_of(self._world(stayed), before.case.last_month)
            if not kept:
                # Nobody goes on from there.
                self._kept.worlds.pop(stayed, None)
        # As on the board on which it was decided: somebody may leave in the months that follow.
        there = np.unique(before.truth.history.after.account_rep)
        return Lived(
            months=came["month"],
            margin_krub=came["margin_krub"],
            profit_krub=came["profit_krub"],
            old_profit_krub=tuple(old["profit_krub"]),
            year_before_krub=round(float(np.sum(year_before)), 1),
            before=_by_activity(now.hours[there]),
            after=_by_activity(meant[-1][there]),
            clients=_changed_clients(before, later),
        )


def as_read(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Tables with the types that reading their files gives: amounts in whole thousands too."""
    read = {}
    for name, frame in frames.items():
        numbers = [each.name for each in TABLES[name].columns if each.kind == "number"]
        wanted = dict.fromkeys((each for each in numbers if each in frame), float)
        read[name] = frame.astype(wanted)
    return read


def _by_activity(hours: Array) -> dict[str, float]:
    means = hours.mean(axis=0)
    return {name: round(float(mean), 2) for name, mean in zip(ACTIVITIES, means, strict=True)}


def _changed_clients(before: World, later: World) -> tuple[tuple[str, float, float], ...]:
    """What we sell to each account a month, before and after, where it changed."""
    market = later.truth.market
    was, now = (
        held_krub(market, world.truth.history.after.supplier[None])[0] for world in (before, later)
    )
    changed = np.flatnonzero(np.abs(now - was) > _SAME_KRUB)
    keys = later.truth.keys.account_id
    return tuple(
        (str(keys[place]), round(float(was[place]), 1), round(float(now[place]), 1))
        for place in changed
    )
