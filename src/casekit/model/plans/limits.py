"""Limits of a plan, and every place where a plan breaks them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NoReturn

import numpy as np

from casekit.arrays import Array
from casekit.company import Terms
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.language import number, text
from casekit.model.plans.plan import PHASES, SLACK_HOURS

__all__ = ["Breach", "Limits", "breaches", "company_limits", "listing", "need_sound", "refuse"]


#: Most specialists named in a message; of further ones only the number is given.
NAMED = 6
#: How far a search moves a specialist's hours of a kind, hours a month.
MOST_CHANGE_HOURS = 8.0


@dataclass(frozen=True)
class Limits:
    """What a plan may do.

    Parameters
    ----------
    floors
        Fewest hours a month by activity, the company's if left out. Specialists below a floor today
        need not rise to it.
    ceilings
        Most hours a month by activity; service, travel and administration stay at or below
        today's unless named here.
    locked
        Activities whose hours stay as they are.
    change_hours
        How far a search moves a specialist's hours of a kind from today's, hours a month. Plans
        made by hand may go further.
    untried
        Whether a search may ask for hours that no specialist of the company has worked over a
        quarter. Plans made by hand always may: see `untried`.

    Raises
    ------
    InvalidArgument
        If an activity is unknown, a value is no number of hours, or a floor exceeds its ceiling.
    """

    floors: Mapping[str, float] | None = None
    ceilings: Mapping[str, float] = field(default_factory=dict)
    locked: frozenset[str] = frozenset({"travel"})
    change_hours: float = MOST_CHANGE_HOURS
    untried: bool = False

    def __post_init__(self) -> None:
        floors = self.floors or {}
        named = {*floors, *self.ceilings, *self.locked}
        faults = sorted(str(name) for name in named if name not in ACTIVITIES)
        if not _is_number(self.change_hours) or not self.change_hours >= 0:
            faults.append(f"change_hours: {self.change_hours}")
        for table in (floors, self.ceilings):
            faults += [
                f"{name}: {hours}"
                for name, hours in table.items()
                if not _is_number(hours) or not math.isfinite(hours) or hours < 0
            ]
        if not faults:
            faults = [
                f"{name}: {floors[name]} > {self.ceilings[name]}"
                for name in floors
                if name in self.ceilings and floors[name] > self.ceilings[name]
            ]
        if faults:
            allowed = ", ".join(ACTIVITIES)
            raise InvalidArgument("limits-faults", found="; ".join(faults), allowed=allowed)

    def bounds(self, today: Array) -> tuple[Array, Array]:
        """Fewest and most hours of each specialist, two arrays (specialists, 6).

        Raises
        ------
        InvalidArgument
            If floors were left out: `company_limits` adds the company's.
        """
        if self.floors is None:
            raise InvalidArgument("limits-without-company")
        total = today.sum(axis=-1)
        low, high = np.zeros_like(today), np.empty_like(today)
        for column, activity in enumerate(ACTIVITIES):
            now = today[:, column]
            low[:, column] = np.minimum(now, self.floors.get(activity, 0.0))
            most = total if activity in SELLING else now
            if activity in self.ceilings:
                # Specialists above a ceiling today must come down to it.
                most = np.maximum(self.ceilings[activity], low[:, column])
            high[:, column] = most
            if activity in self.locked:
                low[:, column] = high[:, column] = now
        return low, high

    def reach(
        self,
        today: Array,
        tried: tuple[Array, Array] | None,
        unknown: Collection[str] = (),
    ) -> tuple[Array, Array]:
        """Fewest and most hours that a search gives each specialist, within `bounds`.

        Hours that specialists of the company have tried, at most `change_hours` from today's. Who
        already works outside keeps today's hours; whom a ceiling forces further may go as far as
        the bounds. Hours whose effect is unknown stay.

        Parameters
        ----------
        today
            Present hours, shape (specialists, 6).
        tried
            `Calibration.tried_hours`.
        unknown
            `Calibration.unknown`.
        """
        bounds = self.bounds(today)
        low, high = today - self.change_hours, today + self.change_hours
        if tried is not None and not self.untried:
            low, high = np.maximum(low, tried[0]), np.minimum(high, tried[1])
        low, high = np.minimum(low, today), np.maximum(high, today)
        for name in unknown:
            column = ACTIVITIES.index(name)
            low[:, column] = high[:, column] = today[:, column]
        low, high = (np.clip(part, *bounds) for part in (low, high))
        total = today.sum(axis=1)
        tight = (low.sum(axis=1) > total + 1e-9) | (high.sum(axis=1) < total - 1e-9)
        low[tight], high[tight] = bounds[0][tight], bounds[1][tight]
        return low, high


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


def company_limits(terms: Terms, limits: Limits | None = None) -> Limits:
    """Limits with the company's floors where none were given.

    Raises
    ------
    InvalidArgument
        If these are no limits.
    """
    limits = Limits() if limits is None else limits
    if not isinstance(limits, Limits):
        raise InvalidArgument("limits-needed", found=type(limits).__name__)
    return limits if limits.floors is not None else replace(limits, floors=terms.floors)


@dataclass(frozen=True)
class Breach:
    """A limit that a plan breaks.

    Parameters
    ----------
    kind
        `below_floor`, `above_ceiling`, `locked`, `negative`, `sum_above`, `sum_below`.
    rep_id, from_month, activity
        Place of the breach; the activity is empty for a sum.
    hours
        Hours a month of the plan there, or their sum.
    limit
        What is allowed.
    """

    kind: str
    rep_id: str
    from_month: int
    activity: str
    hours: float
    limit: float

    @property
    def by_hours(self) -> float:
        """By how many hours a month the limit is broken."""
        return abs(self.hours - self.limit)


def breaches(
    hours: Array,
    today: Array,
    rep_ids: Sequence[str],
    limits: Limits,
    phases: tuple[int, ...] = PHASES,
) -> list[Breach]:
    """Every limit a plan breaks, and by how much.

    Parameters
    ----------
    hours
        Hours of the plan, shape (phases, specialists, 6).
    today
        Present hours, shape (specialists, 6).
    rep_ids
        Specialist of each row.
    limits
        With floors: see `company_limits`.
    """
    low, high = limits.bounds(today)
    found: list[Breach] = []
    total = today.sum(axis=1)
    for place, month in enumerate(phases):
        gap = hours[place].sum(axis=1) - total
        for row in map(int, np.flatnonzero(np.abs(gap) > SLACK_HOURS)):
            kind = "sum_above" if gap[row] > 0 else "sum_below"
            now = float(gap[row] + total[row])
            found.append(Breach(kind, rep_ids[row], month, "", now, float(total[row])))
        for kind, off, bound in (
            ("below_floor", low - hours[place], low),
            ("above_ceiling", hours[place] - high, high),
        ):
            for row, column in np.argwhere(off > SLACK_HOURS):
                now, limit = float(hours[place, row, column]), float(bound[row, column])
                name = "negative" if now < -SLACK_HOURS else kind
                if low[row, column] == high[row, column]:
                    name = "locked"
                found.append(Breach(name, rep_ids[row], month, ACTIVITIES[column], now, limit))
    return found


def need_sound(hours: Array, today: Array, rep_ids: Sequence[str]) -> None:
    """Require hours that are finite, not negative and add up to today's.

    Raises
    ------
    InvalidArgument
        If they are not; every specialist and phase is named, and by how much.
    """
    if not np.isfinite(hours).all():
        raise InvalidArgument("plan-not-numbers")
    free = Limits(floors={}, ceilings=dict.fromkeys(ACTIVITIES, 1e9), locked=frozenset())
    found = breaches(hours, today, rep_ids, free, phases=PHASES[: len(hours)])
    if found:
        refuse(found)


def refuse(found: Sequence[Breach]) -> NoReturn:
    """Raise one error for all breaches; its facts hold them as `breaches`.

    Raises
    ------
    InvalidArgument
        Always.
    """
    lines = listing(found)
    count = lines.count("\n") + 1
    raise InvalidArgument("plan-breaches", breaches=tuple(found), count=count, listing=lines)


def listing(found: Sequence[Breach]) -> str:
    """Breaches in the reader's words: a line for each kind and activity, and by how much."""
    gathered: dict[tuple[str, str], list[Breach]] = {}
    for breach in found:
        gathered.setdefault((breach.kind, breach.activity), []).append(breach)
    lines = []
    for (kind, activity), same in gathered.items():
        who = list(dict.fromkeys(breach.rep_id for breach in same))
        named = ", ".join(who[:NAMED])
        if len(who) > NAMED:
            named = text("breach-others", who=named, count=len(who) - NAMED)
        off = [number(hours(breach.by_hours for breach in same), 1) for hours in (min, max)]
        lines.append(
            text(
                f"breach-{kind}",
                activity=text(f"activity-{activity}") if activity else "",
                hours="–".join(dict.fromkeys(off)),
                month=min(breach.from_month for breach in same),
                who=named,
            )
        )
    return "\n".join(lines)
