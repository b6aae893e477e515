"""What of the hours that were asked for was not possible, for how many people and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.board.plain import plain
from casekit.company.schema import ACTIVITIES

__all__ = ["Short", "short_of"]

#: Hours are shown in tenths: what is closer than half of one is what was asked for.
SAME_HOURS = 0.05
#: Hours this near to a limit have no room that is worth a word.
ROOM_HOURS = 0.1


@dataclass(frozen=True)
class Short:
    """Hours that a move did not reach.

    Parameters
    ----------
    activity, scope, phase
        What was moved, whose, and from which phase on.
    asked_hours, possible_hours
        Mean hours a month of the scope: asked for, and reached.
    people
        How many people the scope has.
    why
        People who fall short, by reason: `floor`, `ceiling`, the limit of the activity itself;
        `give`, `take`, the unlocked others can give or take no more; `alone`, their own month
        would allow more, but not by the same step for all.
    """

    activity: str
    scope: str
    phase: int
    asked_hours: float
    possible_hours: float
    people: int
    why: dict[str, int]

    def to_plain(self) -> dict[str, Any]:
        """As the browser is told."""
        return {
            "activity": self.activity,
            "scope": self.scope,
            "asked_hours": plain(self.asked_hours),
            "possible_hours": plain(self.possible_hours),
            "people": self.people,
            "why": self.why,
        }


def short_of(
    activity: str,
    scope: str,
    phase: int,
    asked_hours: float,
    hours: Array,
    low: Array,
    high: Array,
    fixed: set[str],
) -> Short | None:
    """What a move did not reach; None where it reached what was asked for.

    Parameters
    ----------
    activity, scope, phase, asked_hours
        The move.
    hours
        Hours of the scope's people after it in that phase, shape (people, 6).
    low, high
        Their limits, of the same shape.
    fixed
        Activities that are locked.
    """
    column = ACTIVITIES.index(activity)
    now = hours[:, column]
    missing = asked_hours - float(now.mean())
    if abs(missing) < SAME_HOURS:
        return None
    others = [k for k, name in enumerate(ACTIVITIES) if k != column and name not in fixed]
    more = missing > 0
    room = (hours - low if more else high - hours)[:, others].clip(min=0.0).sum(axis=1)
    at_limit = now >= high[:, column] - ROOM_HOURS if more else now <= low[:, column] + ROOM_HOURS
    # One person's month goes as far as it can: what stops it then are the other hours.
    spent = ~at_limit & ((room < ROOM_HOURS) | (len(hours) == 1))
    counts = {
        "ceiling" if more else "floor": int(at_limit.sum()),
        "give" if more else "take": int(spent.sum()),
        "alone": int(np.sum(~at_limit & ~spent)),
    }
    why = {name: count for name, count in counts.items() if count}
    return Short(activity, scope, phase, asked_hours, float(now.mean()), len(hours), why)
