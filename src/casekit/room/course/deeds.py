"""What may be asked of the room and by whom: messages checked into deeds.

What a deed may not do *now* is refused by `folding.apply`; here stands what it may never do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from casekit.errors import InvalidArgument
from casekit.questions.bank import QUESTIONS
from casekit.room.course.affairs import Founding
from casekit.room.course.agenda import (
    COMMITS,
    EXHIBITS,
    LENGTHS,
    MOST_MINUTES,
    STEPS,
    Agenda,
    agenda_of,
)
from casekit.room.course.log import FACILITATOR, SERVER, RoomDeed
from casekit.room.course.names import clean_code, clean_name, clean_text, new_code
from casekit.room.course.votes import OPINIONS_BET, OPTIONS
from casekit.world.drawn_events import EVENT_KINDS

__all__ = ["FACILITATOR", "SERVER", "RoomDeed", "begin_deed", "read_message"]

_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
#: Of what was found, this much is told back.
TOLD = 40


def begin_deed(founding: Founding, agenda: Agenda, at_ms: int) -> RoomDeed:
    """The first deed of a room."""
    without = [code for code in agenda_of(agenda.minutes).steps if code not in agenda.steps]
    facts = {
        "company": founding.company,
        "drawn": founding.drawn and list(founding.drawn),
        "luck": founding.luck,
        "code": founding.code,
        "facilitator": founding.facilitator,
        "screen": founding.screen,
        "agenda": {"minutes": agenda.minutes, "without": without},
    }
    return RoomDeed(SERVER, "begin", facts, at_ms)


def read_message(message: object, by: str, at_ms: int) -> RoomDeed:
    """Deed of a browser's message, with every fact of the right kind.

    Parameters
    ----------
    message
        As it came, parsed.
    by
        Who sent it, as the server knows; the message never says.
    at_ms
        The server's clock.

    Raises
    ------
    InvalidArgument
        If there is no such deed, this one may not do it, or a fact of it cannot be.
    """
    if not isinstance(message, Mapping):
        raise InvalidArgument("room-no-deed", found=type(message).__name__)
    do, deed_id = message.get("do"), message.get("id")
    takes = {**_PEOPLES, **_FACILITATORS}.get(do) if isinstance(do, str) else None
    if takes is None:
        raise InvalidArgument("room-deed-unknown", found=_told(do))
    if not isinstance(deed_id, str) or not _ID.fullmatch(deed_id):
        raise InvalidArgument("room-no-id", found=_told(deed_id))
    allowed = _FACILITATORS if by == FACILITATOR else _PEOPLES
    if do not in allowed:
        raise InvalidArgument("room-not-yours", do=do)
    return RoomDeed(by, str(do), takes(message), at_ms, deed_id)


def _told(found: object) -> str:
    # Whole numbers of thousands of digits cannot be written out.
    return "∞" if isinstance(found, int) and abs(found) > 10**TOLD else str(found)[:TOLD]


# What people may do


def _join(message: Mapping[str, Any]) -> dict[str, Any]:
    name = clean_name(message.get("name"))
    if message.get("code") is not None:
        return {"name": name, "code": clean_code(message["code"])}
    # The code of a new team is part of the deed: the fold draws nothing.
    team = clean_text(message.get("team"), "room-team-name", 40)
    return {"name": name, "team": team, "new_code": new_code()}


def _bet(message: Mapping[str, Any]) -> dict[str, Any]:
    answers, question = message.get("answers"), QUESTIONS[OPINIONS_BET]
    if not isinstance(answers, Mapping) or not answers:
        raise InvalidArgument("room-answers")
    for row, option in answers.items():
        if row not in question.items or option not in question.choices:
            raise InvalidArgument("room-answer", row=_told(row), found=_told(option))
    return {"answers": dict(answers)}


def _vote(message: Mapping[str, Any]) -> dict[str, Any]:
    exhibit, choice = message.get("exhibit"), message.get("choice")
    if not isinstance(exhibit, str) or exhibit not in EXHIBITS:
        raise InvalidArgument("room-exhibit", found=_told(exhibit))
    if not isinstance(choice, str) or choice not in OPTIONS[exhibit]:
        raise InvalidArgument("room-answer", row=exhibit, found=_told(choice))
    return {"exhibit": exhibit, "choice": choice}


# What the facilitator may do


def _go(message: Mapping[str, Any]) -> dict[str, Any]:
    step = message.get("step")
    if not isinstance(step, str) or step not in STEPS:
        raise InvalidArgument("room-step-unknown", found=_told(step), allowed=", ".join(STEPS))
    return {"step": step}


def _minutes(message: Mapping[str, Any]) -> dict[str, Any]:
    added = message.get("add")
    if not isinstance(added, int) or isinstance(added, bool) or not 0 < abs(added) <= MOST_MINUTES:
        raise InvalidArgument("room-minutes-add", found=_told(added), most=MOST_MINUTES)
    return {"add": added}


def _rename(message: Mapping[str, Any]) -> dict[str, Any]:
    name = clean_text(message.get("name"), "room-team-name", 40)
    return {"team": _id_of(message, "team"), "name": name}


def _remove(message: Mapping[str, Any]) -> dict[str, Any]:
    which = "team" if message.get("team") is not None else "person"
    return {which: _id_of(message, which)}


def _events(message: Mapping[str, Any]) -> dict[str, Any]:
    kinds = message.get("kinds")
    if kinds is not None:
        listed = isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds)
        if not listed or not set(kinds) <= set(EVENT_KINDS):
            allowed = ", ".join(EVENT_KINDS)
            raise InvalidArgument("room-events", found=_told(kinds), allowed=allowed)
        kinds = [kind for kind in EVENT_KINDS if kind in kinds]
    return {"round": _round(message), "kinds": kinds}


def _agenda(message: Mapping[str, Any]) -> dict[str, Any]:
    minutes, without = message.get("minutes"), message.get("without", [])
    if isinstance(minutes, bool) or not isinstance(minutes, int) or minutes not in LENGTHS:
        allowed = ", ".join(map(str, LENGTHS))
        raise InvalidArgument("room-minutes", found=_told(minutes), allowed=allowed)
    if not isinstance(without, list) or not all(isinstance(code, str) for code in without):
        allowed = ", ".join(STEPS)
        raise InvalidArgument("room-step-unknown", found=_told(without), allowed=allowed)
    lasts = message.get("lasts", {})
    if not isinstance(lasts, Mapping) or not all(isinstance(each, str) for each in lasts):
        raise InvalidArgument("room-step-unknown", found=_told(lasts), allowed=", ".join(STEPS))
    for code, planned in lasts.items():
        whole = isinstance(planned, int) and not isinstance(planned, bool)
        if not whole or not 1 <= planned <= MOST_MINUTES:
            told = {"found": _told(planned), "most": MOST_MINUTES}
            raise InvalidArgument("room-step-minutes", step=code[:TOLD], **told)
    agenda = agenda_of(minutes, without, lasts)
    return {
        "minutes": minutes, "without": sorted(set(without)), "lasts": dict(agenda.lasts),
    }  # fmt: skip


def _play(message: Mapping[str, Any]) -> dict[str, Any]:
    return {"round": _round(message)}


def _nothing(message: Mapping[str, Any]) -> dict[str, Any]:
    return {}


def _round(message: Mapping[str, Any]) -> int:
    number = message.get("round")
    if isinstance(number, bool) or not isinstance(number, int) or number not in COMMITS:
        raise InvalidArgument("room-round-unknown", found=_told(number))
    return number


def _id_of(message: Mapping[str, Any], which: str) -> str:
    found = message.get(which)
    if not isinstance(found, str) or not _ID.fullmatch(found):
        raise InvalidArgument(f"room-{which}-unknown")
    return found


_Takes = Callable[[Mapping[str, Any]], dict[str, Any]]
_PEOPLES: Mapping[str, _Takes] = {"join": _join, "bet": _bet, "vote": _vote}
_FACILITATORS: Mapping[str, _Takes] = {
    "go": _go,
    "close": _nothing,
    "open": _nothing,
    "minutes": _minutes,
    "rename": _rename,
    "remove": _remove,
    "events": _events,
    "agenda": _agenda,
    "play": _play,
    "finish": _nothing,
}
