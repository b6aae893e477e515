"""A plan: which hours move, for whom and from when, with its JSON and its literal."""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument

__all__ = ["EVERYBODY", "PHASES", "Change", "Move", "Plan", "need_phases", "need_plan"]


#: Months in which a plan may change: the first quarter, until month 8, and from then on.
PHASES = (1, 4, 9)
#: Scope of a move for all specialists.
EVERYBODY = "all"

#: Tolerance for sums of a plan, hours a month: moves are written with decimals.
SLACK_HOURS = 0.05

_VERSION = 1
_COLUMN = {name: column for column, name in enumerate(ACTIVITIES)}


@dataclass(frozen=True)
class Move:
    """Hours moved for a scope from a month on.

    Parameters
    ----------
    scope
        `all`, a region, or a specialist.
    from_month
        First month, one of `PHASES`; lasts until the same scope moves the activity again.
    hours
        Change in hours a month of each specialist of the scope, by activity.
    """

    scope: str
    from_month: int
    hours: Mapping[str, float]


@dataclass(frozen=True)
class Change:
    """A difference between two plans for a scope, month and activity."""

    scope: str
    from_month: int
    activity: str
    before: float
    after: float


Moves = Mapping[str, Mapping[Any, Any]]


class Plan:
    """Which hours move: changes in hours a month against today.

    Of several moves that concern a specialist the most specific wins, activity by activity:
    the specialist's own before the region's before everybody's; of the same scope the latest
    that has begun.

    Parameters
    ----------
    moves
        Hours by scope, `{"all": {"expansion": +6, "retention": -6}}`; or by scope and first
        month, `{"all": {1: {...}, 4: {...}}}`; or a sequence of `Move`.

    Raises
    ------
    InvalidArgument
        If a scope, month, activity or number is impossible; every fault is named.

    Examples
    --------
    >>> Plan({"all": {"expansion": +6, "retention": -6}})
    Plan({"all": {"retention": -6, "expansion": +6}})
    """

    __slots__ = ("moves",)

    moves: tuple[Move, ...]

    def __init__(self, moves: Moves | Iterable[Move] = ()) -> None:
        if isinstance(moves, str | bytes) or not isinstance(moves, Iterable):
            raise InvalidArgument("plan-faults", count=1, listing=f"{moves!r}"[:40])
        found = list(_unfold(moves)) if isinstance(moves, Mapping) else list(moves)
        faults = [fault for move in found for fault in _faults(move)]
        if faults:
            raise InvalidArgument("plan-faults", count=len(faults), listing=", ".join(faults))
        object.__setattr__(self, "moves", _tidy(found))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a plan never changes: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and self.moves == other.moves

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __bool__(self) -> bool:
        return bool(self.moves)

    def __repr__(self) -> str:
        by_scope: dict[str, list[Move]] = {}
        for move in self.moves:
            by_scope.setdefault(move.scope, []).append(move)
        parts = []
        for scope, moves in by_scope.items():
            if len(moves) == 1 and moves[0].from_month == PHASES[0]:
                parts.append(f"{json.dumps(scope, ensure_ascii=False)}: {_literal(moves[0])}")
            else:
                inner = ", ".join(f"{move.from_month}: {_literal(move)}" for move in moves)
                parts.append(f"{json.dumps(scope, ensure_ascii=False)}: {{{inner}}}")
        return f"Plan({{{', '.join(parts)}}})" if parts else "Plan()"

    def to_json(self) -> str:
        """The plan as JSON, `{"version": 1, "moves": [...]}`."""
        return json.dumps(self.to_plain(), ensure_ascii=False)

    def to_plain(self) -> dict[str, Any]:
        """What `to_json` writes, as a dict."""
        moves = [
            {"scope": move.scope, "from_month": move.from_month, "hours": dict(move.hours)}
            for move in self.moves
        ]
        return {"version": _VERSION, "moves": moves}

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """Plan of a JSON text.

        Raises
        ------
        InvalidArgument
            If the text is no JSON, of another version, or no plan.
        """
        try:
            content = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            raise InvalidArgument("plan-not-json") from None
        if not isinstance(content, dict) or not isinstance(content.get("moves"), list):
            raise InvalidArgument("plan-not-json")
        if content.get("version") != _VERSION:
            found = str(content.get("version"))[:20]
            raise InvalidArgument("plan-version", found=found, allowed=_VERSION)
        moves = []
        for item in content["moves"]:
            if not isinstance(item, dict) or not isinstance(item.get("hours"), dict):
                raise InvalidArgument("plan-not-json")
            moves.append(Move(item.get("scope", ""), item.get("from_month", 0), item["hours"]))
        return cls(moves)

    def hours(
        self,
        today: Array,
        rep_ids: Sequence[str],
        regions: Sequence[str],
        phases: tuple[int, ...] = PHASES,
    ) -> Array:
        """Absolute hours a month of each specialist in each phase.

        Parameters
        ----------
        today
            Present hours, shape (specialists, 6).
        rep_ids, regions
            Specialist and region of each row.
        phases
            First months of the phases.

        Returns
        -------
        array
            Shape (phases, specialists, 6).

        Raises
        ------
        InvalidArgument
            If a scope is neither a region nor a specialist of the company.
        """
        known = {EVERYBODY, *regions, *rep_ids}
        strange = sorted({move.scope for move in self.moves} - known)
        if strange:
            allowed = ", ".join([EVERYBODY, *dict.fromkeys(regions)])
            raise InvalidArgument("plan-scope", found=", ".join(strange), allowed=allowed)
        rank = {EVERYBODY: 0, **dict.fromkeys(regions, 1), **dict.fromkeys(rep_ids, 2)}
        rows: dict[str, Any] = {EVERYBODY: slice(None)}
        for row, rep in enumerate(rep_ids):
            # A specialist's own row without a list around it: plans for each person are many moves.
            rows[rep] = row if rep not in rows else [r for r, n in enumerate(rep_ids) if n == rep]
        change = np.zeros((len(phases), *today.shape))
        # In order of precedence: later writes overwrite earlier ones.
        for move in sorted(self.moves, key=lambda m: (rank[m.scope], m.from_month)):
            if move.scope not in rows:
                rows[move.scope] = [row for row, name in enumerate(regions) if name == move.scope]
            first, row = bisect_left(phases, move.from_month), rows[move.scope]
            for activity, hours in move.hours.items():
                change[first:, row, _COLUMN[activity]] = hours
        planned = today + change
        # Rounding of moves may leave hours slightly negative.
        return np.where((planned < 0.0) & (planned > -SLACK_HOURS), 0.0, planned)

    def scaled(self, share: float) -> Plan:
        """The same moves with a share of their hours: 0.75 goes three quarters of the way.

        Raises
        ------
        InvalidArgument
            If the share is no number.
        """
        if isinstance(share, bool) or not isinstance(share, int | float) or share != share:
            raise InvalidArgument("plan-share", found=str(share))
        moves = self.moves
        return Plan(
            Move(m.scope, m.from_month, {name: h * share for name, h in m.hours.items()})
            for m in moves
        )

    def changes(self, other: Plan) -> list[Change]:
        """Differences of another plan from this one, move by move."""
        before, after = self._table(), other._table()
        return [
            Change(*key, before.get(key, 0.0), after.get(key, 0.0))
            for key in dict.fromkeys([*before, *after])
            if before.get(key, 0.0) != after.get(key, 0.0)
        ]

    def _table(self) -> dict[tuple[str, int, str], float]:
        return {
            (move.scope, move.from_month, activity): hours
            for move in self.moves
            for activity, hours in move.hours.items()
        }


def need_plan(plan: object) -> None:
    """Require a plan.

    Raises
    ------
    InvalidArgument
        If it is something else.
    """
    if not isinstance(plan, Plan):
        raise InvalidArgument("plan-needed", found=type(plan).__name__)


def need_phases(phases: object) -> None:
    """Require months in which a plan may change, each once and in their order, from the first on.

    Raises
    ------
    InvalidArgument
        If it is something else.
    """
    given = list(phases) if isinstance(phases, tuple | list) else []
    if given[:1] != [PHASES[0]] or given != [month for month in PHASES if month in given]:
        allowed = ", ".join(map(str, PHASES))
        raise InvalidArgument("plan-phases-of-plan", found=str(phases), allowed=allowed)


def _unfold(moves: Moves) -> Iterable[Move]:
    """Moves of a literal, with or without phases."""
    for scope, content in moves.items():
        if not isinstance(content, Mapping):
            yield Move(scope, PHASES[0], {str(content): math.nan})
        elif content and all(isinstance(month, int) for month in content):
            yield from (Move(scope, month, hours) for month, hours in content.items())
        else:
            yield Move(scope, PHASES[0], content)


def _faults(move: Move) -> Iterable[str]:
    """Faults of a move, each as what was found."""
    if not isinstance(move, Move):
        yield f"{move!r}"[:40]
        return
    place = f"{move.scope!r}"[:40]
    if not isinstance(move.scope, str) or not move.scope:
        yield place
    if type(move.from_month) is not int or move.from_month not in PHASES:
        yield f"{place}: {move.from_month!r}"[:80]
    if not isinstance(move.hours, Mapping):
        yield f"{place}: {type(move.hours).__name__}"
        return
    for activity, hours in move.hours.items():
        number = isinstance(hours, int | float | np.number) and not isinstance(hours, bool)
        if activity not in ACTIVITIES or not number or not math.isfinite(hours):
            yield f"{place}: {activity!r}: {hours!r}"[:80]


def _tidy(moves: list[Move]) -> tuple[Move, ...]:
    """Normal form: moves sorted, numbers plain, one move for each scope and month."""
    table: dict[tuple[str, int], dict[str, float]] = {}
    for move in moves:
        hours = table.setdefault((move.scope, move.from_month), {})
        hours |= {activity: _plain(number) for activity, number in move.hours.items()}
    return tuple(
        Move(scope, month, {name: hours[name] for name in ACTIVITIES if name in hours})
        for (scope, month), hours in sorted(
            table.items(), key=lambda item: (item[0][0] != EVERYBODY, item[0])
        )
        if hours
    )


def _plain(number: float) -> float:
    """Round to six decimals; an int if it is whole."""
    rounded = round(float(number), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _literal(move: Move) -> str:
    inner = ", ".join(f'"{activity}": {hours:+}' for activity, hours in move.hours.items())
    return f"{{{inner}}}"
