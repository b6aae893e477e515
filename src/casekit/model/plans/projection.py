"""Projection of a plan: months, their margin, and the value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from casekit.arrays import Array, Flags
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.band import SEED, under_pressure
from casekit.model.plans.limits import need_sound
from casekit.model.plans.outlook import Outlook, outlook
from casekit.model.plans.plan import PHASES, Plan, need_plan
from casekit.model.plans.untried import moves_unknown
from casekit.model.response.dynamics import CONVERSION, EXPANSION, Months
from casekit.model.response.forms import PRESSURES
from casekit.model.response.months import months_of
from casekit.model.response.sweep import Sweep

__all__ = ["Projection", "project"]


@dataclass(frozen=True)
class Projection:
    """A plan projected.

    Parameters
    ----------
    calibration
        The sales force.
    plan
        Changes against today; empty for today itself.
    months
        Horizon.
    draws
        Draws behind `fan`; 0 for none.
    tail_months
        Months of margin credited to the base that is left.
    outlook_pressure
        Price pressure behind `fan`; None where both are possible.
    """

    calibration: Calibration
    plan: Plan
    months: int
    draws: int
    tail_months: int
    outlook_pressure: str | None = None

    @cached_property
    def sweep(self) -> Sweep:
        """The projection's equations over the horizon."""
        c = self.calibration
        return Sweep(c.start, c.response, self.months, PHASES, self.tail_months)

    @cached_property
    def hours(self) -> Array:
        """Absolute hours a month, shape (phases, specialists, 6)."""
        c = self.calibration
        return self.plan.hours(c.today_hours, c.rep_ids, c.regions)

    @cached_property
    def value_by_rep(self) -> pd.Series:
        """Value of each specialist's months, thousand roubles of today; NaN where it is unknown."""
        value = self.sweep.value(self.hours, self.calibration.today_hours)
        value = np.where(self._unknown.any(axis=0), np.nan, value)
        return pd.Series(value, index=self._reps, name="value_krub")

    @property
    def value_krub(self) -> float:
        """Value of the plan: discounted margin less the cost of freed hours.

        Includes the margin of the tail on the remaining base and what is still in the pipe; see
        `sweep.Sweep.value`.
        """
        return float(self.value_by_rep.sum(skipna=False))

    @cached_property
    def path(self) -> Months:
        """Every quantity by month and specialist; NaN from where nobody can tell."""
        return self._known(months_of(self.sweep, self.hours))

    @cached_property
    def _unknown(self) -> Flags:
        """From which month on hours of an unknown effect have moved, shape (months, reps)."""
        moved = moves_unknown(self.calibration, self.hours)[self.sweep.phase]
        return np.asarray(np.logical_or.accumulate(moved, axis=0))

    def _known(self, path: Months) -> Months:
        return Months(
            **{name: np.where(self._unknown, np.nan, part) for name, part in vars(path).items()}
        )

    @cached_property
    def cost_krub(self) -> Array:
        """What freed hours cost when others do their work, shape (months, specialists)."""
        return self.sweep.cost(self.hours, self.calibration.today_hours)[self.sweep.phase]

    @property
    def base(self) -> pd.Series:
        """Recurring revenue of the company by month, at today's prices, thousand roubles."""
        index = pd.RangeIndex(1, self.months + 1, name="month")
        return pd.Series(self.path.base_krub.sum(axis=1), index=index, name="base_krub")

    @cached_property
    def monthly(self) -> pd.DataFrame:
        """Revenue and gross margin by month, origin, and whether already in the pipe.

        What is given away in prices since today is taken off what remains of today's base.

        Returns
        -------
        pandas.DataFrame
            `month` (1 is the first projected one), `origin` (`repeat`, `expansion`,
            `conversion`), `revenue_krub`, `margin_krub`, `in_pipe`: whether it follows from hours
            already spent; false for today's remaining base.
        """
        nothing = self.hours.copy()
        nothing[:, :, [EXPANSION, CONVERSION]] = 0.0
        piped = self._known(months_of(self.sweep, nothing))
        frames = [_by_origin(self.path, self.calibration, "repeat", in_pipe=False)]
        for origin in ("expansion", "conversion"):
            whole = _by_origin(self.path, self.calibration, origin, in_pipe=False)
            spent = _by_origin(piped, self.calibration, origin, in_pipe=True)
            money = ["revenue_krub", "margin_krub"]
            # Clients won by the plan are not left for the pipe, which must not exceed the total.
            spent[money] = np.minimum(spent[money], whole[money])
            whole[money] -= spent[money]
            frames += [spent, whole]
        table = pd.concat(frames, ignore_index=True)
        return table.sort_values("month", kind="stable", ignore_index=True)

    @cached_property
    def profit(self) -> pd.DataFrame:
        """Effect on the accounts by year: revenue, gross margin, cost of freed hours, profit.

        Returns
        -------
        pandas.DataFrame
            Index `year` (1 and on; the last may be a part of one), columns `revenue_krub`,
            `margin_krub`, `cost_krub` and `profit_krub`, thousand roubles, not discounted.
        """
        # What is unknown of a month or a year makes the whole of it unknown.
        months = self.monthly.groupby("month")[["revenue_krub", "margin_krub"]]
        table = months.agg(lambda part: part.sum(skipna=False))
        table["cost_krub"] = self.cost_krub.sum(axis=1)
        table["profit_krub"] = table["margin_krub"] - table["cost_krub"]
        years = table.groupby((table.index - 1) // 12 + 1)
        return years.agg(lambda part: part.sum(skipna=False)).rename_axis("year")

    @cached_property
    def outlook(self) -> Outlook:
        """How sure the plan's gain is: see `outlook.outlook`.

        Raises
        ------
        InvalidArgument
            If no draws were asked for.
        """
        return outlook(
            self.calibration, self.plan, self.months, self.draws, SEED, self.outlook_pressure
        )

    @property
    def fan(self) -> pd.DataFrame:
        """Range of the monthly margin gained against today, by month."""
        return self.outlook.fan

    @property
    def _reps(self) -> pd.Index:
        return pd.Index(self.calibration.rep_ids, name="rep_id")


def project(
    source: CaseOrCalibration,
    plan: Plan | None = None,
    months: int | None = None,
    draws: int = 0,
    tail_months: int | None = None,
    pressure: str | None = None,
) -> Projection:
    """Project a plan of hours: what it brings month by month, and what that is worth today.

    Parameters
    ----------
    source
        A company, calibrated from its own history, or a `Calibration`.
    plan
        Changes against today; today's hours if left out.
    months
        Horizon, 1 or more; the company's if left out.
    draws
        Draws behind `fan`; 0 for none.
    tail_months
        Months of margin credited to the base that is left after the horizon; the company's if
        left out.
    pressure
        Whether prices go on giving way (`goes_on`) or stop today (`stops`). Left out, they go on,
        and the band of `fan` covers both.

    Returns
    -------
    Projection
        `monthly`, `value_krub`, `base`, `profit`, `fan`.

    Raises
    ------
    InvalidArgument
        If the plan's hours are impossible: negative or not adding up to today's, with every
        specialist and by how much; or if a number of months is impossible.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> more = ck.model.Plan({"all": {"expansion": +6, "retention": -6}})
    >>> ck.model.project(case, more).value_krub > ck.model.project(case).value_krub
    True
    """
    calibration = under_pressure(source, pressure or PRESSURES[0])
    plan = plan if plan is not None else Plan()
    need_plan(plan)
    terms = calibration.response.terms
    found = Projection(
        calibration,
        plan,
        terms.horizon_months if months is None else months,
        draws,
        terms.tail_months if tail_months is None else tail_months,
        pressure,
    )
    need_sound(found.hours, calibration.today_hours, calibration.rep_ids)
    _ = found.sweep  # raise for impossible months now, not at first use
    return found


def _by_origin(path: Months, calibration: Calibration, origin: str, in_pipe: bool) -> pd.DataFrame:
    response = calibration.response
    recurring = getattr(path, f"{origin}_krub").sum(axis=1)
    equipment = np.zeros_like(recurring)
    if origin == "expansion":
        equipment = 12.0 * response.equipment_per_yearly_expansion * path.gained_krub.sum(axis=1)
    elif origin == "conversion":
        equipment = response.win_equipment_krub * path.wins.sum(axis=1)
    # Prices give way at clients served today: revenue and margin fall alike.
    given = path.given_krub.sum(axis=1) if origin == "repeat" else 0.0
    margin = recurring * response.recurring_margin + equipment * response.equipment_margin
    return pd.DataFrame(
        {
            "month": np.arange(1, len(recurring) + 1),
            "origin": origin,
            "revenue_krub": recurring + equipment - given,
            "margin_krub": margin - given,
            "in_pipe": in_pipe,
        }
    )
