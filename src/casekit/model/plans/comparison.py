"""A plan compared with today's hours: the figures a board shows after every move."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from casekit.arrays import Array, Indices
from casekit.company import Case
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.model.calibration.response_frame import outcome_of_hours, response_frame
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.best_plan import BestPlan, best_plan
from casekit.model.plans.limits import Limits, company_limits
from casekit.model.plans.mix import benchmark_plan
from casekit.model.plans.plan import EVERYBODY, PHASES, Plan
from casekit.model.response.dynamics import ADMIN, SERVICE
from casekit.model.response.months import months_of
from casekit.model.response.sweep import Sweep

__all__ = ["VALUED", "Comparison", "Figures", "payback_of"]


#: Activities of which one more hour has a value; that of travel is zero.
VALUED = (*range(len(SELLING)), SERVICE, ADMIN)

#: Service within this distance of its floor counts as at the floor, hours a month.
AT_FLOOR_HOURS = 0.05

#: How far curves are shown, as a multiple of the best plan's hours.
BEYOND_BEST = 1.15


@dataclass(frozen=True)
class Figures:
    """Figures of a plan for a scope, in thousand roubles and hours a month.

    Parameters
    ----------
    hours
        Mean hours of the scope's specialists in the phase, shape (6,).
    margin_krub
        Gross margin of the scope by month, cost of freed hours taken off.
    hour_krub
        Value of one more hour a month, mean of the scope, by `VALUED` activity.
    value_krub, gain_krub
        Value of the scope's months under the plan, and what it adds to today's.
    payback_month
        First month from which the cumulative gain stays at or above zero; 1 if it is never
        negative, None if it ends negative.
    trough_krub
        Largest cumulative loss against today's hours; 0 if there is none.
    profit_krub
        Margin gained by year, the cost of freed hours taken off.
    outcome
        What the hours of each kind of selling bring on the curve of the scope's mean specialist,
        shape (3,), in the units of `response_frame`.
    retention_halved
        Whether a specialist of the scope ends with less than half of today's retention hours.
    below_floor, beyond
        Number of the scope's specialists with service below its floor, and with selling hours
        outside those observed in any month.
    at_floor
        Whether a specialist of the scope has service at its floor.
    """

    hours: Array
    margin_krub: Array
    hour_krub: Array
    value_krub: float
    gain_krub: float
    payback_month: int | None
    trough_krub: float
    profit_krub: Array
    outcome: Array
    retention_halved: bool
    below_floor: int
    beyond: int
    at_floor: bool


class Comparison:
    """Today's figures of a sales force, computed once, and any plan compared with them.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        The usual ones if left out.
    """

    def __init__(self, source: CaseOrCalibration, limits: Limits | None = None) -> None:
        self.calibration = calibrated(source)
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
        """Mean floors and ceilings of a scope, two arrays (6,)."""
        low, high = self.limits.bounds(self.calibration.today_hours)
        rows = self.rows(scope)
        return low[rows].mean(axis=0), high[rows].mean(axis=0)

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
        """Margin of today's remaining business alone."""
        c = self.calibration
        path = months_of(self._sweep, self._present)
        return np.asarray(
            path.repeat_krub[:, self.rows(scope)].sum(axis=1) * c.response.recurring_margin
        )

    def curves(self, scope: str = EVERYBODY) -> tuple[pd.DataFrame, ...]:
        """Response curves of a scope's mean specialist, one for each kind of selling."""
        if scope not in self._curves:
            frames = []
            rows, best = self.rows(scope), self.best_hours(scope)
            for activity, hours in zip(SELLING, best, strict=False):
                shown = response_frame(self.calibration, activity, rows=rows)
                if shown["hours"].max() < BEYOND_BEST * hours:
                    far = np.linspace(0.0, BEYOND_BEST * hours, len(shown))
                    shown = response_frame(self.calibration, activity, far, rows)
                frames.append(shown)
            self._curves[scope] = tuple(frames)
        return self._curves[scope]

    def figures(self, plan: Plan, scope: str = EVERYBODY, phase: int = 0) -> Figures:
        """Compute the figures of a plan for a scope.

        Parameters
        ----------
        plan
            A plan within limits: see `rebalance.fit_to_limits`.
        scope
            Everybody, a region or a specialist.
        phase
            Phase whose hours are shown.
        """
        c, sweep, rows = self.calibration, self._sweep, self.rows(scope)
        hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
        steps = sweep.run(hours)
        value = sweep.value(hours, c.today_hours, steps)
        margin = sweep.margin(hours, c.today_hours, steps)[:, rows].sum(axis=1)
        gained = margin - self.margin_today(scope)
        worth = np.empty(len(VALUED))
        for place, column in enumerate(VALUED):
            more = hours.copy()
            more[:, :, column] += 1.0
            extra = sweep.value(more, c.today_hours) - value
            worth[place] = extra[rows].mean() / sweep.months
        low, high = c.month_hours_seen
        selling = hours[:, rows, : len(SELLING)]
        outside = (selling < low.min(axis=0)[: len(SELLING)]) | (
            selling > high.max(axis=0)[: len(SELLING)]
        )
        service_floor = c.response.terms.service_floor_hours
        floor = np.minimum(service_floor, c.today_hours[rows, SERVICE])
        return Figures(
            hours=hours[phase, rows].mean(axis=0),
            margin_krub=margin,
            hour_krub=worth,
            value_krub=float(value[rows].sum()),
            gain_krub=float((value - self._value)[rows].sum()),
            payback_month=payback_of(gained),
            trough_krub=max(0.0, -float(np.cumsum(gained).min())),
            profit_krub=np.add.reduceat(gained, np.arange(0, len(gained), 12)),
            outcome=outcome_of_hours(c, hours[phase, rows, : len(SELLING)].mean(axis=0), rows),
            retention_halved=bool((hours[-1, rows, 0] < 0.5 * c.today_hours[rows, 0]).any()),
            below_floor=int((hours[:, rows, SERVICE] < floor - 1e-6).any(axis=0).sum()),
            beyond=int(outside.any(axis=(0, 2)).sum()),
            at_floor=bool((np.abs(hours[:, rows, SERVICE] - service_floor) < AT_FLOOR_HOURS).any()),
        )


def payback_of(gained: Array) -> int | None:
    """First month from which the cumulative margin gained stays at or above zero.

    1 if it is never negative, None if it ends negative.
    """
    behind = np.flatnonzero(np.cumsum(gained) < -1e-9)
    if not behind.size:
        return 1
    month = int(behind[-1]) + 2
    return month if month <= len(gained) else None
