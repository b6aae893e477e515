"""What is open about the response, side by side: draws of its parameters, each in a form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from casekit.arrays import Array, Indices
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import Calibration, apply_sample
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.plan import PHASES
from casekit.model.response.forms import FORMS, PRESSURES, Form, forms_of_draws
from casekit.model.response.hour_value import repeat_for_draws
from casekit.model.response.sweep import Sweep

__all__ = ["SEED", "Band", "Group", "need_pressure", "under_pressure"]

#: Seed of the draws, so that the same plan shows the same picture.
SEED = 20260101


@dataclass(frozen=True)
class Group:
    """Draws of one form of curves and timing, projected side by side.

    Parameters
    ----------
    draws
        Numbers of the draws.
    sweep
        Projection of `len(draws)` times as many columns as there are specialists.
    today
        Today's hours, repeated for each draw, shape (columns, 6).
    """

    draws: Indices
    sweep: Sweep
    today: Array

    def repeated(self, hours: Array) -> Array:
        """A plan of (phases, specialists, 6) for every draw."""
        return np.tile(hours, (1, len(self.draws), 1))


class Band:
    """Every draw of a response: its parameters, and the form that it is taken to have.

    Parameters
    ----------
    calibration
        The sales force.
    months, phases
        As in `Sweep`.
    draws
        Number of draws, 1 or more.
    seed
        The same seed gives the same draws.
    pressure
        `goes_on` or `stops`; left out, both may be.
    """

    def __init__(
        self,
        calibration: Calibration,
        months: int | None = None,
        phases: tuple[int, ...] = PHASES,
        draws: int = 200,
        seed: int = SEED,
        pressure: str | None = None,
    ) -> None:
        need_pressure(pressure)
        self.calibration, self.phases = calibration, phases
        sample = calibration.sampled(draws, seed)
        form = forms_of_draws(draws)
        #: Form of each draw.
        self.forms = tuple(_fixed(FORMS[place], pressure) for place in form)
        self.groups: list[Group] = []
        mean = calibration.today_hours.mean(axis=0)
        kinds = [(found.curves, found.timing) for found in self.forms]
        for kind in dict.fromkeys(kinds):
            rows = np.flatnonzero([other == kind for other in kinds])
            response, start = apply_sample(
                calibration.response, calibration.start, sample.pick(rows)
            )
            shaped = self.forms[rows[0]].applied(response, mean)
            # Prices give way in some draws and not in others.
            pressed = np.array([[self.forms[row].pressure == "goes_on"] for row in rows])
            shaped = replace(shaped, pressure_share=pressed * response.pressure_share)
            flat = repeat_for_draws(shaped, start, len(rows))
            tiled = np.tile(calibration.today_hours, (len(rows), 1))
            self.groups.append(Group(rows, Sweep(flat[1], flat[0], months, phases), tiled))

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.forms)

    @property
    def months(self) -> int:
        """Months of the horizon."""
        return self.groups[0].sweep.months

    def project(self, hours: Array, rows: Indices | None = None) -> tuple[Array, Array]:
        """Value of each draw by specialist, and margin of all by month and draw.

        Parameters
        ----------
        hours
            Shape (phases, specialists, 6).
        rows
            Specialists whose margin is summed; all if left out.

        Returns
        -------
        value, margin
            Shapes (draws, specialists) and (months, draws).
        """
        reps, team = hours.shape[1], slice(None) if rows is None else rows
        value, margin = np.empty((self.draws, reps)), np.empty((self.months, self.draws))
        for group in self.groups:
            many = group.repeated(hours)
            steps = group.sweep.run(many)
            found = group.sweep.value(many, group.today, steps)
            value[group.draws] = found.reshape(-1, reps)
            by_rep = group.sweep.margin(many, group.today, steps).reshape(self.months, -1, reps)
            margin[:, group.draws] = by_rep[:, :, team].sum(axis=2)
        return value, margin

    def gradient(self, hours: Array) -> tuple[Array, Array]:
        """Value of each draw by specialist, and its slopes.

        Shapes (draws, specialists) and (phases, draws, specialists, 6).
        """
        phases, reps, kinds = hours.shape
        value = np.empty((self.draws, reps))
        slope = np.empty((phases, self.draws, reps, kinds))
        for group in self.groups:
            found, steep = group.sweep.gradient(group.repeated(hours), group.today)
            value[group.draws] = found.reshape(-1, reps)
            slope[:, group.draws] = steep.reshape(phases, -1, reps, kinds)
        return value, slope

    @cached_property
    def present(self) -> tuple[Array, Array]:
        """What `project` gives for today's hours."""
        return self.project(self._todays)

    def present_of(self, rows: Indices | None) -> tuple[Array, Array]:
        """The same with the margin of some specialists; that of all is kept."""
        return self.present if rows is None else self.project(self._todays, rows)

    @property
    def _todays(self) -> Array:
        return np.repeat(self.calibration.today_hours[None], len(self.phases), axis=0)


def under_pressure(source: CaseOrCalibration, pressure: str = PRESSURES[0]) -> Calibration:
    """A calibration whose prices go on giving way, or stop today.

    Parameters
    ----------
    source
        A company or a calibration.
    pressure
        `goes_on`, as estimated, or `stops`.

    Raises
    ------
    InvalidArgument
        If it is neither.
    """
    need_pressure(pressure)
    calibration = calibrated(source)
    return calibration if pressure == "goes_on" else calibration.without_pressure()


def need_pressure(pressure: str | None) -> None:
    """Require one of `PRESSURES`, or nothing.

    Raises
    ------
    InvalidArgument
        If it is something else.
    """
    if pressure is not None and pressure not in PRESSURES:
        allowed = ", ".join(PRESSURES)
        raise InvalidArgument("pressure-unknown", found=str(pressure), allowed=allowed)


def _fixed(form: Form, pressure: str | None) -> Form:
    """A form with the pressure that was asked for."""
    return form if pressure is None else replace(form, pressure=pressure)
