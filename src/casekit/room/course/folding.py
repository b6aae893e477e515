"""From deeds to affairs: one deed after another, the same deeds always give the same affairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from casekit.errors import CasekitError, InvalidArgument, WorkplaceError
from casekit.room.course.affairs import Affairs, Founding
from casekit.room.course.agenda import agenda_of
from casekit.room.course.deeds import RoomDeed
from casekit.room.course.entries import keep_forecast, keep_plan
from casekit.room.course.people import (
    begin_team,
    join_team,
    remove_person,
    remove_team,
    rename_team,
)
from casekit.room.course.steps import (
    add_minutes,
    change_agenda,
    choose_events,
    close_step,
    finish,
    go_to,
    open_step,
    play,
)
from casekit.room.course.votes import bet, vote

__all__ = ["apply", "fold"]

#: Ids remembered of whoever does deeds: a line that broke sends the last few again.
REMEMBERED = 50


def apply(affairs: Affairs | None, deed: RoomDeed) -> Affairs:
    """Affairs after a deed.

    Parameters
    ----------
    affairs
        Before it; None before the first, which begins the room. They stay as they are.
    deed
        As `deeds` checked it.

    Returns
    -------
    Affairs
        The same as before, apart from their number, where that deed was done already under its id.

    Raises
    ------
    InvalidArgument
        If this may not be done now, or not by this one; then nothing has changed.
    """
    if (affairs is None) != (deed.do == "begin") or deed.do not in _DEEDS:
        raise InvalidArgument("room-deed-unknown", found=deed.do)
    if affairs is None:
        return _begin(deed)
    if affairs.did(deed.by, deed.id):
        return replace(affairs, number=affairs.number + 1)
    after = _DEEDS[deed.do](affairs, deed)
    recent = affairs.recent
    if deed.id:
        own = (*recent.get(deed.by, ()), deed.id)[-REMEMBERED:]
        recent = {**recent, deed.by: own}
    return replace(after, number=affairs.number + 1, recent=recent)


def fold(deeds: Iterable[RoomDeed]) -> Affairs:
    """Affairs after all deeds of a room's file.

    Raises
    ------
    WorkplaceError
        If there are none, or one of them could never have been done: a changed file, or one of
        another version of the kit.
    """
    affairs: Affairs | None = None
    for number, deed in enumerate(deeds, 1):
        try:
            affairs = apply(affairs, deed)
        except (CasekitError, LookupError, TypeError, ValueError) as error:
            raise WorkplaceError("room-file-deed", number=number, do=deed.do) from error
    if affairs is None:
        raise WorkplaceError("room-file-empty")
    return affairs


def _begin(deed: RoomDeed) -> Affairs:
    facts = deed.facts
    drawn = facts["drawn"] and (str(facts["drawn"][0]), str(facts["drawn"][1]))
    agenda = agenda_of(facts["agenda"]["minutes"], facts["agenda"]["without"])
    named = {
        name: str(facts[name]) for name in ("company", "luck", "code", "facilitator", "screen")
    }
    return Affairs(Founding(drawn=drawn, **named), agenda, agenda.steps[0])


def _joined(affairs: Affairs, deed: RoomDeed) -> Affairs:
    facts = deed.facts
    if "code" in facts:
        return join_team(affairs, deed.by, facts["name"], facts["code"])
    return begin_team(affairs, deed.by, facts["name"], facts["team"], facts["new_code"])


def _removed(affairs: Affairs, deed: RoomDeed) -> Affairs:
    if "team" in deed.facts:
        return remove_team(affairs, deed.facts["team"])
    return remove_person(affairs, deed.facts["person"])


_DEEDS: Mapping[str, Callable[[Affairs, RoomDeed], Affairs]] = {
    "begin": lambda affairs, deed: affairs,
    "join": _joined,
    "bet": lambda affairs, deed: bet(affairs, deed.by, deed.facts["answers"]),
    "vote": lambda affairs, deed: vote(affairs, deed.by, **deed.facts),
    "commit": lambda affairs, deed: keep_plan(affairs, *_entry(deed)),
    "forecast": lambda affairs, deed: keep_forecast(affairs, *_entry(deed)),
    "go": lambda affairs, deed: go_to(affairs, deed.facts["step"], deed.at_ms),
    "close": lambda affairs, deed: close_step(affairs),
    "open": lambda affairs, deed: open_step(affairs),
    "minutes": lambda affairs, deed: add_minutes(affairs, deed.facts["add"], deed.at_ms),
    "rename": lambda affairs, deed: rename_team(affairs, deed.facts["team"], deed.facts["name"]),
    "remove": _removed,
    "events": lambda affairs, deed: choose_events(
        affairs, deed.facts["round"], deed.facts["kinds"]
    ),
    "agenda": lambda affairs, deed: change_agenda(affairs, **deed.facts),
    "play": lambda affairs, deed: play(affairs, deed.facts["round"], deed.at_ms),
    "finish": lambda affairs, deed: finish(affairs),
}


def _entry(deed: RoomDeed) -> tuple[str, str, int, Mapping[str, object], int]:
    facts = deed.facts
    return deed.by, facts["team"], facts["round"], facts["line"], deed.at_ms
