"""A plan compared with today's hours: the figures a board shows after every move."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from casekit.arrays import Array, Indices
from casekit.company import Case
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.model.calibration.response_frame import outcome_of_hours, response_frame
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.band import Band, under_pressure
from casekit.model.plans.best_plan import BestPlan, best_plan, reach_of
from casekit.model.plans.limits import Limits, company_limits
from casekit.model.plans.mix import benchmark_plan
from casekit.model.plans.outlook import Outlook, outlook_of
from casekit.model.plans.plan import EVERYBODY, PHASES, SLACK_HOURS, Plan, need_plan
from casekit.model.plans.trough import trough_of
from casekit.model.plans.untried import moves_unknown, unknown_kinds, untried_hours
from casekit.model.response.dynamics import SERVICE
from casekit.model.response.forms import PRESSURES
from casekit.model.response.months import months_of
from casekit.model.response.next_hour import VALUED, value_of_next_hour
from casekit.model.response.sweep import Sweep

__all__ = ["VALUED", "Comparison", "Figures"]


#: Service within this distance of its floor counts as at the floor, hours a month.
AT_FLOOR_HOURS = 0.05

#: Draws behind the outlook of a plan.
DRAWS = 200

#: How far curves are shown at least, as a multiple of the hours that a search may give. They
#: must not end where the best plan's hours lie: that would tell them.
BEYOND_REACH = 1.15


@dataclass(frozen=True)
class Figures:
    """Figures of a plan for a scope, in thousand roubles and hours a month.

    Where the plan moves hours whose effect is unknown, money is NaN.

    Parameters
    ----------
    hours
        Mean hours of the scope's specialists in the phase, shape (6,).
    margin_krub
        Gross margin of the scope by month, cost of freed hours taken off.
    hour_krub
        Value of one more hour a month, mean of the scope, by `VALUED` activity; NaN where the
        evidence cannot tell.
    value_krub, gain_krub
        Value of the scope's months under the plan, and what it adds to today's.
    payback_month
        First month from which the cumulative gain stays at or above zero; 1 if it is never
        negative, None if it ends negative or is unknown.
    trough_krub
        Largest cumulative loss against today's hours; 0 if there is none.
    months_below
        Number of months that earn less than under today's hours; None if unknown.
    profit_krub
        Margin gained by year, the cost of freed hours taken off.
    outcome
        What the hours of each kind of selling bring on the curve of the scope's mean specialist,
        shape (3,), in the units of `response_frame`.
    retention_halved
        Whether a specialist of the scope ends with less than half of today's retention hours.
    below_floor
        Number of the scope's specialists with service below its floor.
    at_floor
        Number of the scope's specialists with service at its floor.
    untried
        Hours of the scope's specialists that nobody has worked: see `untried`.
    moved
        Kinds of selling whose hours differ from today's in the scope.
    unknown
        Those of them of which nobody can tell what that brings; empty where all is known.
    """

    hours: Array
    margin_krub: Array
    hour_krub: Array
    value_krub: float
    gain_krub: float
    payback_month: int | None
    trough_krub: float
    months_below: int | None
    profit_krub: Array
    outcome: Array
    retention_halved: bool
    below_floor: int
    at_floor: int
    untried: pd.DataFrame
    moved: tuple[str, ...]
    unknown: tuple[str, ...]


class Comparison:
    """Today's figures of a sales force, computed once, and any plan compared with them.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        The usual ones if left out.
    pressure
        Whether prices go on giving way (`goes_on`) or stop today (`stops`). Left out, they go on,
        and outlooks cover both.
    """

    def __init__(
        self,
        source: CaseOrCalibration,
        limits: Limits | None = None,
        pressure: str | None = None,
    ) -> None:
        self.calibration = under_pressure(source, pressure or PRESSURES[0])
        self.pressure = pressure
        self._case = source if isinstance(source, Case) else None
        c = self.calibration
        self.limits = company_limits(c.response.terms, limits)
        self._sweep = Sweep(c.start, c.response, phases=PHASES)
        self._present = np.repeat(c.today_hours[None], len(PHASES), axis=0)
        self._steps = self._sweep.run(self._present)
        self._value = self._sweep.value(self._present, c.today_hours, self._steps)
        self._margin = self._sweep.margin(self._present, c.today_hours, self._steps)
        self._curves: dict[str, tuple[pd.DataFrame, ...]] = {}

    @property
    def currency(self) -> str:
        """Label of the company's currency."""
        return self.calibration.response.terms.currency

    @cached_property
    def best(self) -> BestPlan:
        """The best plan within the limits."""
        return best_plan(self.calibration, self.limits)

    @cached_property
    def benchmark(self) -> Plan | None:
        """Everybody at the best quarter's mix; None where only a calibration is known."""
        if self._case is None:
            return None
        return benchmark_plan(self._case, calibration=self.calibration, limits=self.limits)

    @cached_property
    def _band(self) -> Band:
        return Band(self.calibration, draws=DRAWS, pressure=self.pressure)

    def outlook(self, plan: Plan, scope: str = EVERYBODY) -> Outlook:
        """How sure a plan's gain is in a scope, over draws that are kept between plans."""
        need_plan(plan)
        return outlook_of(self._band, plan, None if scope == EVERYBODY else self.rows(scope))

    def forget_draws(self) -> None:
        """Give up the draws behind outlooks; the next outlook draws the same ones again."""
        self.__dict__.pop("_band", None)

    def scopes(self) -> list[str]:
        """Everybody, the regions, and every specialist."""
        c = self.calibration
        return [EVERYBODY, *dict.fromkeys(c.regions), *c.rep_ids]

    def rows(self, scope: str) -> Indices:
        """Rows of a scope's specialists.

        Raises
        ------
        InvalidArgument
            If there is no such scope.
        """
        c = self.calibration
        if scope == EVERYBODY:
            return np.arange(len(c.rep_ids))
        found = [
            k for k, pair in enumerate(zip(c.regions, c.rep_ids, strict=True)) if scope in pair
        ]
        if not found:
            allowed = ", ".join([EVERYBODY, *dict.fromkeys(c.regions)])
            raise InvalidArgument("plan-scope", found=str(scope), allowed=allowed)
        return np.array(found)

    def bounds(self, scope: str) -> tuple[Array, Array]:
        """Mean floors and ceilings of a scope, two arrays (6,): what a hand may set."""
        low, high = self.limits.bounds(self.calibration.today_hours)
        rows = self.rows(scope)
        return low[rows].mean(axis=0), high[rows].mean(axis=0)

    def reach(self, scope: str) -> tuple[Array, Array]:
        """Mean bounds of what has been tried and of a usual change, two arrays (6,)."""
        low, high = reach_of(self.calibration, self.limits)
        rows = self.rows(scope)
        return low[rows].mean(axis=0), high[rows].mean(axis=0)

    def value_by_rep(self, hours: Array) -> Array:
        """Value of each specialist's months, for hours of shape (phases, specialists, 6)."""
        return np.asarray(self._sweep.value(hours, self.calibration.today_hours))

    def slopes(self, hours: Array) -> Array:
        """What one more hour a month adds to the value, shape (phases, specialists, 6)."""
        return self._sweep.gradient(hours, self.calibration.today_hours)[1]

    def today(self, scope: str = EVERYBODY) -> Array:
        """Mean hours of a scope today, shape (6,)."""
        return np.asarray(self.calibration.today_hours[self.rows(scope)].mean(axis=0))

    def best_hours(self, scope: str = EVERYBODY, phase: int = 0) -> Array:
        """Mean hours of a scope under the best plan, shape (6,)."""
        return np.asarray(self.best.hours[phase, self.rows(scope)].mean(axis=0))

    def margin_today(self, scope: str = EVERYBODY) -> Array:
        """Gross margin of a scope by month under today's hours."""
        return np.asarray(self._margin[:, self.rows(scope)].sum(axis=1))

    def margin_without_plan(self, scope: str = EVERYBODY) -> Array:
        """Margin of today's remaining business and the pipe, without new growth."""
        nothing = self._present.copy()
        nothing[:, :, 1 : len(SELLING)] = 0.0
        found = self._sweep.margin(nothing, self.calibration.today_hours)
        return np.asarray(found[:, self.rows(scope)].sum(axis=1))

    def margin_of_base(self, scope: str = EVERYBODY) -> Array:
        """Margin of today's remaining business alone, less what is given away in prices."""
        path = months_of(self._sweep, self._present)
        margin = path.repeat_krub * self.calibration.response.recurring_margin - path.given_krub
        return np.asarray(margin[:, self.rows(scope)].sum(axis=1))

    def curves(self, scope: str = EVERYBODY) -> tuple[pd.DataFrame, ...]:
        """Response curves of a scope's mean specialist, one for each kind of selling."""
        if scope not in self._curves:
            frames = []
            rows, (_, reach) = self.rows(scope), self.reach(scope)
            for activity, hours in zip(SELLING, reach, strict=False):
                shown = response_frame(self.calibration, activity, rows=rows)
                if shown["hours"].max() < BEYOND_REACH * hours:
                    far = np.linspace(0.0, BEYOND_REACH * hours, len(shown))
                    shown = response_frame(self.calibration, activity, far, rows)
                frames.append(shown)
            self._curves[scope] = tuple(frames)
        return self._curves[scope]

    def figures(
        self, plan: Plan, scope: str = EVERYBODY, phase: int = 0, hours: Array | None = None
    ) -> Figures:
        """Compute the figures of a plan for a scope.

        Parameters
        ----------
        plan
            A plan within limits: see `rebalance.fit_to_limits`.
        scope
            Everybody, a region or a specialist.
        phase
            Phase whose hours are shown.
        hours
            Hours of the plan, shape (phases, specialists, 6), where they are at hand.
        """
        need_plan(plan)
        c, sweep, rows = self.calibration, self._sweep, self.rows(scope)
        if hours is None:
            hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
        steps = sweep.run(hours)
        value = sweep.value(hours, c.today_hours, steps)
        by_rep = sweep.margin(hours, c.today_hours, steps)
        lost_sight = np.logical_or.accumulate(moves_unknown(c, hours)[sweep.phase], axis=0)
        by_rep = np.where(lost_sight, np.nan, by_rep)
        value = np.where(lost_sight.any(axis=0), np.nan, value)
        margin = by_rep[:, rows].sum(axis=1)
        gained = margin - self.margin_today(scope)
        extra = value_of_next_hour(sweep, hours, c.today_hours, steps)
        extra[:, lost_sight.any(axis=0)] = np.nan
        extra[[ACTIVITIES[column] in c.unknown for column in VALUED]] = np.nan
        worth = extra[:, rows].mean(axis=1) / sweep.months
        trough = trough_of(gained)
        untried = untried_hours(c, hours)
        if scope != EVERYBODY:
            untried = untried[untried["rep_id"].isin([c.rep_ids[row] for row in rows])]
        moved = np.abs(hours - c.today_hours)[:, rows].max(axis=(0, 1)) > SLACK_HOURS
        service_floor = c.response.terms.service_floor_hours
        floor = np.minimum(service_floor, c.today_hours[rows, SERVICE])
        reached = np.abs(hours[:, rows, SERVICE] - service_floor) < AT_FLOOR_HOURS
        return Figures(
            hours=hours[phase, rows].mean(axis=0),
            margin_krub=margin,
            hour_krub=worth,
            value_krub=float(value[rows].sum()),
            gain_krub=float((value - self._value)[rows].sum()),
            payback_month=None if trough is None else trough.payback_month,
            trough_krub=np.nan if trough is None else trough.depth_krub,
            months_below=None if trough is None else trough.months_below,
            profit_krub=np.add.reduceat(gained, np.arange(0, len(gained), 12)),
            outcome=outcome_of_hours(c, hours[phase, rows, : len(SELLING)].mean(axis=0), rows),
            retention_halved=bool((hours[-1, rows, 0] < 0.5 * c.today_hours[rows, 0]).any()),
            below_floor=int((hours[:, rows, SERVICE] < floor - 1e-6).any(axis=0).sum()),
            at_floor=int(reached.any(axis=0).sum()),
            untried=untried,
            moved=tuple(name for name, far in zip(SELLING, moved, strict=False) if far),
            unknown=unknown_kinds(c, hours[:, rows], c.today_hours[rows]),
        )
