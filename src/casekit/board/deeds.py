"""What the browser may ask of the board, checked before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casekit.board.opinions import OPINIONS
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES
from casekit.model import PHASES
from casekit.model.calibration.answers import ANSWERS
from casekit.model.response.forms import PRESSURES

__all__ = ["AFTER_COMMIT", "SHEETS", "Deed", "read_deed"]

#: Sheets of the board.
SHEETS = ("plan", "curves", "people")
#: Proposals that are known only once a plan is committed.
AFTER_COMMIT = ("norm", "personal")
#: Letters of a name, and of a reason.
LONGEST_NAME, LONGEST_REASON = 40, 400
#: Hours and thousands beyond this are a slip of the keyboard.
MOST_HOURS, MOST_KRUB = 1e4, 1e12
#: Of what was found, this much is told back.
TOLD = 40


@dataclass(frozen=True)
class Deed:
    """One thing that is asked for.

    Parameters
    ----------
    do
        Its name.
    turn
        Turn of the view it was asked under; None where the browser does not say.
    facts
        What it takes, by name.
    """

    do: str
    turn: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def read_deed(message: object) -> Deed:
    """Deed of a message, with every fact of the right kind.

    Raises
    ------
    InvalidArgument
        If there is no such deed, or a fact of it cannot be. Its facts are plain.
    """
    if not isinstance(message, Mapping):
        raise InvalidArgument("deed-no-deed", found=type(message).__name__)
    do = message.get("do")
    if not isinstance(do, str) or do not in _TAKES:
        raise InvalidArgument("deed-unknown", found=_told(do))
    turn = message.get("turn")
    if turn is not None and (isinstance(turn, bool) or not isinstance(turn, int)):
        raise InvalidArgument("deed-turn", found=_told(turn))
    facts = {name: read(message.get(name)) for name, read in _TAKES[do].items()}
    if do == "forecast":
        _need_order(facts)
    return Deed(do, turn, facts)


def _told(found: object) -> str:
    # Whole numbers of thousands of digits cannot be written out.
    return "∞" if isinstance(found, int) and abs(found) > 10**TOLD else str(found)[:TOLD]


def _one_of(key: str, allowed: tuple[str, ...]) -> Callable[[object], str]:
    def read(found: object) -> str:
        if not isinstance(found, str) or found not in allowed:
            raise InvalidArgument(key, found=_told(found))
        return found

    return read


def _number(key: str, most: float) -> Callable[[object], float]:
    def read(found: object) -> float:
        number = isinstance(found, int | float) and not isinstance(found, bool)
        if not number or not -most <= found <= most:  # type: ignore[operator]
            raise InvalidArgument(key, found=_told(found))
        return float(found)  # type: ignore[arg-type]

    return read


def _line(key: str, longest: int) -> Callable[[object], str]:
    def read(found: object) -> str:
        words = " ".join(found.split()) if isinstance(found, str) else ""
        # Half letters break whoever writes the file later.
        words = words.encode("utf-8", "replace").decode("utf-8")
        if not words or len(words) > longest:
            raise InvalidArgument(key, found=_told(words), longest=longest)
        return words

    return read


def _code(found: object) -> str:
    if not isinstance(found, str):
        raise InvalidArgument("deed-scope", found=_told(found))
    return found


def _place(found: object) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < len(PHASES):
        raise InvalidArgument("deed-phase", found=_told(found))
    return found


def _switch(found: object) -> bool:
    if not isinstance(found, bool):
        raise InvalidArgument("deed-switch", found=_told(found))
    return found


def _answers(found: object) -> list[float] | None:
    """Five answers on a kind of selling; none take the judgement back."""
    if found is None:
        return None
    if not isinstance(found, list | tuple) or len(found) != len(ANSWERS):
        raise InvalidArgument("deed-answers", found=_told(found))
    read = _number("deed-answers", MOST_KRUB)
    return [read(answer) for answer in found]


def _need_order(facts: Mapping[str, float]) -> None:
    """Require ranges that hold their middle and are not a point."""
    for name in ("profit", "margin"):
        low, middle, high = (facts[f"{name}{end}"] for end in ("_low", "", "_high"))
        if not (low <= middle <= high and low < high):
            raise InvalidArgument("deed-range", which=name, low=low, middle=middle, high=high)


_hours = _number("deed-hours", MOST_HOURS)
_krub = _number("deed-krub", MOST_KRUB)
_activity = _one_of("deed-activity", ACTIVITIES)
_name = _line("deed-name", LONGEST_NAME)

#: Deeds with what each takes.
_TAKES: Mapping[str, Mapping[str, Callable[[object], Any]]] = {
    "hello": {},
    "move": {"activity": _activity, "hours": _hours},
    "scope": {"code": _code},
    "phase": {"place": _place},
    "lock": {"activity": _activity, "on": _switch},
    "undo": {},
    "redo": {},
    "today": {},
    "try": {"proposal": _one_of("deed-proposal", (*OPINIONS, *AFTER_COMMIT))},
    "keep": {"name": _name},
    "show": {"name": _name},
    "drop": {"name": _name},
    "pressure": {"to": _one_of("deed-pressure", PRESSURES)},
    "person": {"code": _code, "activity": _activity, "hours": _hours},
    "sheet": {"name": _one_of("deed-sheet", SHEETS)},
    "judge": {"activity": _one_of("deed-judged", SELLING), "answers": _answers},
    "commit": {"reason": _line("deed-reason", LONGEST_REASON)},
    "forecast": dict.fromkeys(
        ("profit_low", "profit", "profit_high", "margin_low", "margin", "margin_high"), _krub
    ),
    "best": {},
    "save": {},
    "language": {"to": _one_of("deed-language", LANGUAGES)},
}
