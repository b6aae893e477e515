"""The best plan: the split of everybody's hours with the highest projected value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.band import under_pressure
from casekit.model.plans.limits import Limits, breaches, company_limits, refuse
from casekit.model.plans.multistart import climb, is_s_shaped, local_maxima
from casekit.model.plans.plan import PHASES, Move, Plan, need_phases, need_plan
from casekit.model.plans.projected_gradient import onto_limits
from casekit.model.plans.untried import moves_unknown
from casekit.model.response.dynamics import ADMIN, SERVICE
from casekit.model.response.forms import PRESSURES
from casekit.model.response.sweep import Sweep

__all__ = ["BestPlan", "best_plan", "plan_mark", "plan_of_hours", "share_of_gain"]


#: Hours are planned to this many decimals.
DECIMALS = 3
#: Gain below which today's hours count as already best, share of the value.
LEAST_GAIN_SHARE = 0.0005
#: Share of the attainable gain that earns the full mark.
FULL_MARK_SHARE = 0.8


@dataclass(frozen=True)
class BestPlan:
    """A plan of the highest value within limits.

    Parameters
    ----------
    calibration, limits
        Calibration and limits it was found for.
    months, tail_months
        Horizon, and months of margin on the base that is left.
    phases
        First months of the phases in which hours may differ.
    hours
        Planned hours a month, shape (phases, specialists, 6).
    """

    calibration: Calibration
    limits: Limits
    months: int
    tail_months: int
    phases: tuple[int, ...]
    hours: Array

    @cached_property
    def plan(self) -> Plan:
        """The plan, with a move for each specialist whose hours change."""
        return plan_of_hours(self.hours, self.calibration, self.phases)

    @cached_property
    def value_by_rep(self) -> pd.Series:
        """Value of each specialist's months, thousand roubles of today."""
        value = self._sweep.value(self.hours, self.calibration.today_hours)
        return pd.Series(value, index=self._reps, name="value_krub")

    @property
    def value_krub(self) -> float:
        """Value of the plan, as in `Projection.value_krub`."""
        return float(self.value_by_rep.sum(skipna=False))

    @cached_property
    def present_krub(self) -> float:
        """Value of today's hours."""
        return float(self._sweep.value(self._present, self.calibration.today_hours).sum())

    @property
    def gain_krub(self) -> float:
        """What the plan adds to the value; never negative."""
        return self.value_krub - self.present_krub

    @property
    def already_best(self) -> bool:
        """Whether the gain is below `LEAST_GAIN_SHARE`: today is as good as best."""
        return self.gain_krub < LEAST_GAIN_SHARE * self.present_krub

    @cached_property
    def hour_value(self) -> pd.DataFrame:
        """Value of one more hour a month under the plan, by specialist and activity.

        Returns
        -------
        pandas.DataFrame
            `rep_id`, `activity`, `krub`: extra value of an hour more in every month of the
            horizon, divided by its months; NaN where the evidence cannot tell. Travel brings
            nothing and is left out.
        """
        return hour_values(self._sweep, self.hours, self.calibration)

    @cached_property
    def binding(self) -> pd.DataFrame:
        """Binding limits: without them the plan would be worth more.

        Returns
        -------
        pandas.DataFrame
            `rep_id`, `from_month`, `activity`, `limit` (`floor` or `ceiling`) and `hours`.
        """
        low, high = reach_of(self.calibration, self.limits)
        free = high - low > 1e-9
        rows = []
        for place, month in enumerate(self.phases):
            for name, bound in (("floor", low), ("ceiling", high)):
                at = free & (np.abs(self.hours[place] - bound) < 10.0**-DECIMALS)
                rows += [
                    (
                        self.calibration.rep_ids[row],
                        month,
                        ACTIVITIES[column],
                        name,
                        bound[row, column],
                    )
                    for row, column in np.argwhere(at)
                ]
        return pd.DataFrame(rows, columns=["rep_id", "from_month", "activity", "limit", "hours"])

    @cached_property
    def ranges(self) -> pd.DataFrame:
        """Range of the best hours between specialists.

        Returns
        -------
        pandas.DataFrame
            Index `activity`; `today_hours`, `lowest_hours`, `median_hours`, `highest_hours` of
            the last phase.
        """
        last = pd.DataFrame(self.hours[-1], columns=pd.Index(ACTIVITIES, name="activity"))
        return pd.DataFrame(
            {
                "today_hours": self.calibration.today_hours.mean(axis=0),
                "lowest_hours": last.min(),
                "median_hours": last.median(),
                "highest_hours": last.max(),
            }
        )

    @cached_property
    def _sweep(self) -> Sweep:
        c = self.calibration
        return Sweep(c.start, c.response, self.months, self.phases, self.tail_months)

    @property
    def _present(self) -> Array:
        return np.repeat(self.calibration.today_hours[None], len(self.phases), axis=0)

    @property
    def _reps(self) -> pd.Index:
        return pd.Index(self.calibration.rep_ids, name="rep_id")


def best_plan(
    source: CaseOrCalibration,
    limits: Limits | None = None,
    months: int | None = None,
    phases: tuple[int, ...] = PHASES,
    tail_months: int | None = None,
    pressure: str = PRESSURES[0],
) -> BestPlan:
    """Find the split of everybody's hours that is worth most, specialist by specialist.

    Maximises the value of the projection, with erosion, attention, room, pool and delays, within
    hours that specialists of the company have tried (`Limits.reach`). Hours of an unknown effect
    stay. If a curve is S-shaped (from judgement), the search starts from many points and takes the
    highest local maximum. No specialist's plan is worth less than today's hours.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        Floors, ceilings and locks, and how far from today's and from tried hours the search may
        go; the usual ones if left out.
    months
        Horizon, the company's if left out; a short one favours early returns.
    phases
        First months in which hours may change; `(1,)` for one split throughout.
    tail_months
        Months of margin on the base that is left; the company's if left out.
    pressure
        Whether prices go on giving way (`goes_on`) or stop today (`stops`).

    Raises
    ------
    InvalidArgument
        If the limits cannot be met by a specialist's month, or months or phases are impossible.

    Examples
    --------
    >>> import casekit as ck
    >>> best = ck.model.best_plan(ck.load_case(), phases=(1,))
    >>> bool(best.gain_krub > 0)
    True
    """
    need_phases(phases)
    calibration = under_pressure(source, pressure)
    limits = company_limits(calibration.response.terms, limits)
    sweep = Sweep(calibration.start, calibration.response, months, phases, tail_months)
    low, high = feasible_bounds(calibration, limits)
    today = calibration.today_hours
    present = np.repeat(today[None], len(phases), axis=0)
    # A ceiling may lie below today's hours: start at the nearest feasible hours.
    start = onto_limits(present, low, high, present.sum(axis=2))

    floor = calibration.response.terms.service_floor_hours
    hours = climb(sweep, today, start, low, high)
    if is_s_shaped(calibration.response, float(today.sum(axis=1).max())):
        hours = _highest(sweep, hours, local_maxima(calibration, sweep, low, high), today)
    hours = rounded(hours, low, high, today, floor)
    allowed = np.abs(start - present).max(axis=(0, 2)) < 1e-9
    worse = (sweep.value(hours, today) <= sweep.value(present, today)) & allowed
    hours[:, worse] = present[:, worse]
    return BestPlan(calibration, limits, sweep.months, sweep.tail_months, sweep.phases, hours)


def feasible_bounds(calibration: Calibration, limits: Limits) -> tuple[Array, Array]:
    """Reach of every specialist; require that each month can be filled within the limits.

    Raises
    ------
    InvalidArgument
        If floors of a specialist exceed the month's hours, or ceilings fall short of them; all are
        named.
    """
    today = calibration.today_hours
    low, high = limits.bounds(today)
    total = today.sum(axis=1)
    # Within the bounds or not at all: the reach never leaves a month unfilled that they can fill.
    stuck = (low.sum(axis=1) > total + 1e-9) | (high.sum(axis=1) < total - 1e-9)
    if stuck.any():
        who = ", ".join(np.array(calibration.rep_ids)[stuck][:6])
        raise InvalidArgument("limits-stuck", count=int(stuck.sum()), found=who)
    return reach_of(calibration, limits)


def reach_of(calibration: Calibration, limits: Limits) -> tuple[Array, Array]:
    """Fewest and most hours that a search gives each specialist: see `Limits.reach`."""
    c = calibration
    return limits.reach(c.today_hours, c.tried_hours, c.unknown)


def plan_of_hours(hours: Array, calibration: Calibration, phases: tuple[int, ...]) -> Plan:
    """Plan with a move for each specialist whose hours differ from today's."""
    change = np.round(hours - calibration.today_hours, 6)
    moves = []
    for row, rep in enumerate(calibration.rep_ids):
        before = np.zeros(len(ACTIVITIES))
        for place, month in enumerate(phases):
            different = change[place, row] != before
            if different.any():
                named = {
                    ACTIVITIES[k]: float(change[place, row, k]) for k in np.flatnonzero(different)
                }
                moves.append(Move(rep, month, named))
            before = change[place, row]
    return Plan(moves)


def hour_values(sweep: Sweep, hours: Array, calibration: Calibration) -> pd.DataFrame:
    """Value of one more hour a month, by specialist and activity: see `BestPlan.hour_value`."""
    today = calibration.today_hours
    now = sweep.value(hours, today)
    rows = []
    for column in (*range(len(SELLING)), SERVICE, ADMIN):
        more = hours.copy()
        more[:, :, column] += 1.0
        worth = (sweep.value(more, today) - now) / sweep.months
        if ACTIVITIES[column] in calibration.unknown:
            worth = worth * np.nan
        rows.append(
            pd.DataFrame(
                {"rep_id": calibration.rep_ids, "activity": ACTIVITIES[column], "krub": worth}
            )
        )
    return pd.concat(rows, ignore_index=True)


def share_of_gain(source: CaseOrCalibration, plan: Plan, limits: Limits | None = None) -> float:
    """Share of the attainable gain that a plan reaches; negative if it loses value.

    `(V(plan) - V(now)) / (V(best) - V(now))`, where the best plan keeps within tried hours. A plan
    that asks for others may exceed 1; where it moves hours whose effect is unknown, the share is
    NaN.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        Within the limits.
    limits
        The usual ones if left out.

    Raises
    ------
    InvalidArgument
        If the plan breaks limits (every one is named), or today is as good as best, so that
        there is no gain to share.
    """
    need_plan(plan)
    calibration = calibrated(source)
    best = best_plan(calibration, limits)
    if best.already_best:
        raise InvalidArgument("plan-nothing-to-gain")
    hours = plan.hours(calibration.today_hours, calibration.rep_ids, calibration.regions)
    found = breaches(hours, calibration.today_hours, calibration.rep_ids, best.limits)
    if found:
        refuse(found)
    if moves_unknown(calibration, hours).any():
        return float("nan")
    value = best._sweep.value(hours, calibration.today_hours).sum()
    return float((value - best.present_krub) / best.gain_krub)


def plan_mark(share: float) -> float:
    """Part of the points a plan earns: all from `FULL_MARK_SHARE` of the gain on, none at zero or
    below.

    Examples
    --------
    >>> plan_mark(0.4), plan_mark(0.9), plan_mark(-0.2)
    (0.5, 1.0, 0.0)
    """
    return float(min(1.0, max(0.0, share / FULL_MARK_SHARE)))


def rounded(hours: Array, low: Array, high: Array, today: Array, floor_hours: Any) -> Array:
    """Round changes against today to `DECIMALS`, within bounds and with unchanged sums.

    Service at or above `floor_hours` is not rounded to below it, where clients are lost.
    """
    unit = 10.0**-DECIMALS
    kept = np.broadcast_to(low, hours.shape).copy()
    service = kept[..., SERVICE]
    above = hours[..., SERVICE] >= floor_hours - 1e-6
    kept[..., SERVICE] = np.where(above, np.maximum(service, floor_hours), service)
    least = np.ceil((np.minimum(kept, np.maximum(hours, low)) - today) / unit - 1e-4)
    most = np.maximum(np.floor((high - today) / unit + 1e-6), least)
    change = np.clip(np.round((hours - today) / unit), least, most)
    # Distribute the rounding remainder, unit by unit, where bounds allow it.
    left = -change.sum(axis=2)
    while left.any():
        step = np.sign(left)
        room = np.where(step[..., None] > 0, most - change, change - least)
        place = room.argmax(axis=2)[..., None]
        np.put_along_axis(change, place, np.take_along_axis(change, place, 2) + step[..., None], 2)
        left = left - step
    return np.asarray(today + np.round(change * unit, DECIMALS))


def _highest(sweep: Sweep, first: Array, others: Array, today: Array) -> Array:
    """The best of several plans, specialist by specialist."""
    plans = np.concatenate([first[None], others])
    values = np.array([sweep.value(plan, today) for plan in plans])
    best = values.argmax(axis=0)
    columns = np.arange(values.shape[1])
    return np.asarray(np.moveaxis(plans[best, :, columns], 0, 1).copy())
