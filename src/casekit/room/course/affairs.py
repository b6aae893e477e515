"""The room's affairs: who is there, what was bet, committed and played. Data that never changes.

A deed makes new affairs of old ones (`folding.apply`); all that stands here follows from the deeds.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from casekit.errors import InvalidArgument
from casekit.room.course.agenda import Agenda, round_of, round_step
from casekit.room.course.teams import Team

__all__ = [
    "MOST_PEOPLE",
    "MOST_TEAMS",
    "Affairs",
    "Founding",
    "Guest",
    "RoundPlayed",
]

Found = TypeVar("Found")
#: Teams and people that a room takes.
MOST_TEAMS, MOST_PEOPLE = 60, 300


@dataclass(frozen=True)
class Founding:
    """What a room was begun with; none of it but the code is for browsers.

    Parameters
    ----------
    company
        Digest of the company's tables.
    drawn
        Number and family of a drawn company; None for the company of the case.
    luck
        The number that luck and events of every round follow from, as text: programs that read
        numbers as floats would lose digits.
    code
        Code in the room's link.
    facilitator, screen
        The tokens, hashed (`names.hashed`).
    """

    company: str
    drawn: tuple[str, str] | None
    luck: str
    code: str
    facilitator: str
    screen: str


@dataclass(frozen=True)
class Guest:
    """Somebody who has a name here; without a team after it was removed."""

    name: str
    team: str | None


@dataclass(frozen=True)
class RoundPlayed:
    """What a round was played with: from then on nothing that is entered changes it.

    Parameters
    ----------
    at_ms
        When.
    plans
        Of every team of that moment: the plan as plain JSON, None where none was committed.
    forecasts
        Answers of the teams that forecast.
    kinds
        Kinds of events that the facilitator chose; None where they follow from the room's luck.
    """

    at_ms: int
    plans: Mapping[str, Mapping[str, Any] | None]
    forecasts: Mapping[str, Mapping[str, Any]]
    kinds: tuple[str, ...] | None


@dataclass(frozen=True)
class Affairs:
    """All that a room is.

    Parameters
    ----------
    founding
        What it was begun with.
    agenda
        Its steps.
    step
        The current one.
    open
        Whether input of that step is taken.
    ends_ms
        When its time is up, milliseconds since 1970; None while no clock runs. Nothing closes by
        itself.
    number
        How many deeds led here.
    doors
        Whether people may join.
    left
        Steps that were gone on from.
    people
        By their ids.
    removed
        Ids of people whom the facilitator took out and who have not joined again.
    teams
        By their ids, those removed among them, in the order they began.
    bets
        By step (`bet`, `vote`), by person: option by row of the six opinions.
    choices
        By exhibit, by person: the option.
    events
        Kinds chosen by the facilitator, by round.
    played
        Rounds played, by number, from 1 without a gap.
    revealed
        Whether the truth was told; stays so.
    finished
        Whether the facilitator ended the workshop.
    recent
        Ids of the last deeds, by who did them.
    """

    founding: Founding
    agenda: Agenda
    step: str
    open: bool = True
    ends_ms: int | None = None
    number: int = 1
    doors: bool = True
    left: frozenset[str] = frozenset()
    people: Mapping[str, Guest] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    teams: Mapping[str, Team] = field(default_factory=dict)
    bets: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    events: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    played: Mapping[int, RoundPlayed] = field(default_factory=dict)
    revealed: bool = False
    finished: bool = False
    recent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # What was asked of these very affairs before; begun anew with whatever follows them.
    _found: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What `find` finds in these affairs, worked out for the first reader of many."""
        if key not in self._found:
            self._found[key] = find()
        found: Found = self._found[key]
        return found

    def did(self, by: str, deed_id: str) -> bool:
        """Whether somebody's deed of that id was done already."""
        return bool(deed_id) and deed_id in self.recent.get(by, ())

    @property
    def standing_teams(self) -> dict[str, Team]:
        """Teams that were not removed, by id."""
        return self.once(
            "standing", lambda: {key: team for key, team in self.teams.items() if not team.removed}
        )

    def people_of(self, team_id: str) -> list[str]:
        """Ids of a team's people, in the order they came."""
        return self.once("people", self._by_team).get(team_id, [])

    def _by_team(self) -> dict[str | None, list[str]]:
        found: dict[str | None, list[str]] = {}
        for person, guest in self.people.items():
            found.setdefault(guest.team, []).append(person)
        return found

    def team_of(self, person: str) -> str | None:
        """Id of a person's team."""
        guest = self.people.get(person)
        return guest.team if guest else None

    def team_with_code(self, code: str) -> str | None:
        """Id of the team whose code it is."""
        teams = self.standing_teams.items()
        return next((team_id for team_id, team in teams if team.code == code), None)

    def need_team(self, team_id: object) -> Team:
        """The team of an id.

        Raises
        ------
        InvalidArgument
            If there is none, or it was removed.
        """
        team = self.teams.get(team_id) if isinstance(team_id, str) else None
        if team is None or team.removed:
            raise InvalidArgument("room-team-unknown")
        return team

    @property
    def round_decided(self) -> int | None:
        """The round whose plan is committed in the current step; None where none is."""
        return self.agenda.commits_for(self.step)

    @property
    def round_shown(self) -> int | None:
        """The round whose results the current step may show; None before the first."""
        number = round_of(self.step)
        if number is None:
            late = self.step in ("vote", "reveal")
            return max(self.played) if late and self.played else None
        return number if self.step == round_step(number) else number - 1

    @property
    def round_next(self) -> int | None:
        """The first round of the agenda that was not played; None after the last."""
        return next((number for number in self.agenda.rounds if number not in self.played), None)

    def lines(self, team_id: str, number: int) -> list[dict[str, Any]]:
        """Lines that a team's board kept for a round, oldest first."""
        team = self.teams.get(team_id)
        return [dict(entry.line) for entry in team.entries.get(number, ())] if team else []
