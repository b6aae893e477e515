"""People and teams: who joins, what a team is called, who is taken out."""

from __future__ import annotations

from dataclasses import replace

from casekit.errors import InvalidArgument
from casekit.room.course.affairs import MOST_PEOPLE, MOST_TEAMS, Affairs, Guest
from casekit.room.course.names import same_as
from casekit.room.course.teams import Team

__all__ = ["begin_team", "join_team", "remove_person", "remove_team", "rename_team"]


def begin_team(affairs: Affairs, person: str, name: str, team: str, code: str) -> Affairs:
    """Begin a team; its first member is who names it.

    Raises
    ------
    InvalidArgument
        If the doors are shut, the room is full, the person has a team, or another team has that
        name or, which hardly happens, that code.
    """
    _need_doors(affairs, person)
    if affairs.team_of(person) is not None:
        raise InvalidArgument("room-in-team", team=affairs.teams[affairs.people[person].team].name)  # type: ignore[index]
    if len(affairs.standing_teams) >= MOST_TEAMS:
        raise InvalidArgument("room-teams-full", most=MOST_TEAMS)
    _need_free_name(affairs, team)
    if any(known.code == code for known in affairs.teams.values()):
        raise InvalidArgument("room-try-again")
    # Removed teams stay, so that no number is given twice.
    team_id = f"t{len(affairs.teams) + 1}"
    return replace(
        affairs,
        people={**affairs.people, person: Guest(name, team_id)},
        removed=affairs.removed - {person},
        teams={**affairs.teams, team_id: Team(team, code)},
    )


def join_team(affairs: Affairs, person: str, name: str, code: str) -> Affairs:
    """Join a team by its code; with the code of one's own team, change one's own name.

    Raises
    ------
    InvalidArgument
        If the doors are shut, the room is full, no team has that code, or the person has another
        team.
    """
    team_id = affairs.team_with_code(code)
    if team_id is None:
        raise InvalidArgument("room-code", found=code)
    own = affairs.team_of(person)
    if own is None:
        _need_doors(affairs, person)
    elif own != team_id:
        raise InvalidArgument("room-in-team", team=affairs.teams[own].name)
    people = {**affairs.people, person: Guest(name, team_id)}
    return replace(affairs, people=people, removed=affairs.removed - {person})


def rename_team(affairs: Affairs, team_id: str, name: str) -> Affairs:
    """Give a team another name.

    Raises
    ------
    InvalidArgument
        If there is no such team, or another one has that name.
    """
    team = affairs.need_team(team_id)
    _need_free_name(affairs, name, team_id)
    return replace(affairs, teams={**affairs.teams, team_id: replace(team, name=name)})


def remove_team(affairs: Affairs, team_id: str) -> Affairs:
    """Take a team out; its people go back to joining, their votes stay.

    Raises
    ------
    InvalidArgument
        If there is no such team.
    """
    team = affairs.need_team(team_id)
    people = {
        person: replace(guest, team=None) if guest.team == team_id else guest
        for person, guest in affairs.people.items()
    }
    teams = {**affairs.teams, team_id: replace(team, removed=True)}
    return replace(affairs, people=people, teams=teams)


def remove_person(affairs: Affairs, person: str) -> Affairs:
    """Take a person out: the name goes, votes count no more until this browser joins again.

    Raises
    ------
    InvalidArgument
        If there is no such person.
    """
    if person not in affairs.people:
        raise InvalidArgument("room-person-unknown")
    people = {known: guest for known, guest in affairs.people.items() if known != person}
    return replace(affairs, people=people, removed=affairs.removed | {person})


def _need_doors(affairs: Affairs, person: str) -> None:
    if affairs.finished:
        raise InvalidArgument("room-finished")
    if not affairs.doors:
        raise InvalidArgument("room-doors-shut")
    if person not in affairs.people and len(affairs.people) >= MOST_PEOPLE:
        raise InvalidArgument("room-people-full", most=MOST_PEOPLE)


def _need_free_name(affairs: Affairs, name: str, team_id: str = "") -> None:
    taken = affairs.standing_teams.items()
    if any(known != team_id and same_as(team.name) == same_as(name) for known, team in taken):
        raise InvalidArgument("room-team-taken", team=name)
