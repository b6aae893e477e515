"""What a team's board keeps, checked into deeds: a plan with its reason, a forecast."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from casekit.errors import CasekitError, InvalidArgument
from casekit.model import Plan
from casekit.questions.answers_file import COMMITTED, DECIDED, DECIDED_FORECAST, FORECAST
from casekit.room.course.agenda import COMMITS
from casekit.room.course.deeds import RoomDeed
from casekit.room.course.names import clean_text

__all__ = ["board_deed"]

#: Letters of a reason, as the board takes them.
LONGEST_REASON = 400
#: Bytes of a line that a board keeps.
MOST_BYTES = 65_536
#: Thousands beyond this are a slip of the keyboard.
MOST_KRUB = 1e12


def board_deed(by: str, team: str, number: int, line: Mapping[str, Any], at_ms: int) -> RoomDeed:
    """Deed of a line that a team's board keeps: a plan with its reason, or a forecast.

    Parameters
    ----------
    by
        Id of the person at the board.
    team
        Id of the board's team.
    number
        The round that the board is about.
    line
        As `questions.answers_file.answer_line` gives it.
    at_ms
        The server's clock.

    Raises
    ------
    InvalidArgument
        If the line is none that a board keeps, or its plan or its range cannot be.
    """
    if number not in COMMITS:
        raise InvalidArgument("room-round-unknown", found=str(number)[:40])
    question, answer = line.get("question"), line.get("answer")
    if not isinstance(question, str) or question not in _ENTRIES or not isinstance(answer, Mapping):
        raise InvalidArgument("room-line", found=str(question)[:40])
    do, check = _ENTRIES[question]
    check(answer)
    try:
        text = json.dumps(line, ensure_ascii=False, allow_nan=False)
        plain = json.loads(text)
    except (ValueError, TypeError):
        raise InvalidArgument("room-line", found=str(question)[:40]) from None
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise InvalidArgument("room-line-long", most=MOST_BYTES)
    return RoomDeed(by, do, {"team": team, "round": number, "line": plain}, at_ms)


def _committed(answer: Mapping[str, Any]) -> None:
    if not isinstance(answer.get("reason"), str):
        raise InvalidArgument("room-line", found=COMMITTED)
    clean_text(answer["reason"], "room-reason", LONGEST_REASON)
    try:
        Plan.from_json(json.dumps(answer.get("plan")))
    except (CasekitError, ValueError, TypeError):
        raise InvalidArgument("room-line", found=COMMITTED) from None


def _forecast(answer: Mapping[str, Any]) -> None:
    for name in ("profit_nine_months_krub", "margin_month_nine_krub"):
        ends = answer.get(name)
        if not isinstance(ends, list) or len(ends) != 3 or not all(map(_krub, ends)):
            raise InvalidArgument("room-line", found=FORECAST)
        low, middle, high = ends
        if not (low <= middle <= high and low < high):
            raise InvalidArgument("room-range", low=low, middle=middle, high=high)


def _ends(answer: Mapping[str, Any]) -> None:
    if not _krub(answer.get("low")) or not _krub(answer.get("high")):
        raise InvalidArgument("room-line", found=DECIDED_FORECAST)


def _krub(found: object) -> bool:
    number = isinstance(found, int | float) and not isinstance(found, bool)
    return number and abs(found) <= MOST_KRUB and isfinite(found)  # type: ignore[arg-type]


#: Questions that a board keeps a line of, with the deed and the check of each.
_ENTRIES: Mapping[str, tuple[str, Callable[[Mapping[str, Any]], None]]] = {
    COMMITTED: ("commit", _committed),
    DECIDED: ("commit", _committed),
    FORECAST: ("forecast", _forecast),
    DECIDED_FORECAST: ("forecast", _ends),
}
