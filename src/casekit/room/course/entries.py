"""Lines that teams' boards keep: plans with their reasons, and forecasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from casekit.errors import InvalidArgument
from casekit.room.course.affairs import Affairs
from casekit.room.course.teams import Entry

__all__ = ["MOST_ENTRIES", "keep_forecast", "keep_plan"]

#: Lines of a team for a round: more come of no hand.
MOST_ENTRIES = 400


def keep_plan(
    affairs: Affairs, person: str, team_id: str, number: int, line: Mapping[str, Any], at_ms: int
) -> Affairs:
    """Keep a plan that a team commits; the last one before its step closes counts.

    Raises
    ------
    InvalidArgument
        If the person is not of the team, or no plan of that round is taken now.
    """
    return _keep(affairs, person, team_id, number, line, at_ms)


def keep_forecast(
    affairs: Affairs, person: str, team_id: str, number: int, line: Mapping[str, Any], at_ms: int
) -> Affairs:
    """Keep a team's forecast of what its plan brings; the last one counts.

    Raises
    ------
    InvalidArgument
        As `keep_plan`, and if the team has committed no plan for that round.
    """
    if affairs.need_team(team_id).committed(number) is None:
        raise InvalidArgument("room-forecast-first")
    return _keep(affairs, person, team_id, number, line, at_ms)


def _keep(
    affairs: Affairs, person: str, team_id: str, number: int, line: Mapping[str, Any], at_ms: int
) -> Affairs:
    team = affairs.need_team(team_id)
    if affairs.team_of(person) != team_id:
        raise InvalidArgument("room-not-your-team")
    if affairs.finished:
        raise InvalidArgument("room-finished")
    if affairs.round_decided != number or not affairs.open:
        raise InvalidArgument("room-commit-shut", step=affairs.step)
    if number > 1 and number - 1 not in affairs.played:
        raise InvalidArgument("room-round-before", round=number, before=number - 1)
    before = team.entries.get(number, ())
    if len(before) >= MOST_ENTRIES:
        raise InvalidArgument("room-entries-full", most=MOST_ENTRIES)
    late = "reveal" if affairs.revealed else "results" if number in affairs.played else ""
    entries = {**team.entries, number: (*before, Entry(line, at_ms, late))}
    return replace(affairs, teams={**affairs.teams, team_id: replace(team, entries=entries)})
