"""What the generator knew: told when the months have been lived through and judged."""

from __future__ import annotations

from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import COST_LINES, SELLING
from casekit.model import PHASES, Plan, Proposals
from casekit.model.response.hour_value import value_of_one_hour
from casekit.world.draw import World
from casekit.world.other_truths import true_ground
from casekit.world.start import todays_hours, true_response, true_start
from casekit.world.within import Ground

__all__ = ["KnownTruth", "months_of"]


class KnownTruth:
    """The truth about a company: the same for every team that has it.

    Parameters
    ----------
    world
        The company as drawn, before the months that come.
    proposed
        What the model proposes on the company's tables.
    """

    def __init__(self, world: World, proposed: Proposals) -> None:
        self._world, self._proposed = world, proposed
        self._ground: Ground = true_ground(world)
        self._value = self._ground.value(self._ground.today)

    def company(self) -> dict[str, Any]:
        """What holds whatever the plan: worth of an hour, skill, what proposals truly bring."""
        world = self._world
        start, response = true_start(world), true_response(world)
        hour = value_of_one_hour(start, response, todays_hours(world, months=1)[0]).mean(axis=1)
        table, plans = self._proposed.table, self._proposed.plans
        by_kind = zip(SELLING, hour, strict=True)
        return {
            "attainable_krub": _rounded(self._gain(self._ground.best())),
            "hour_krub": {name: _rounded(value, 2) for name, value in by_kind},
            "skill": {
                str(rep): _rounded(value, 3)
                for rep, value in zip(world.truth.keys.rep_id, start.skill, strict=True)
            },
            "proposals": {
                name: {
                    "told_krub": _rounded(table.at[name, "gain_krub"]),
                    "true_krub": _rounded(self.gain_krub(plan)),
                }
                for name, plan in plans.items()
            },
        }  # fmt: skip

    def gain_krub(self, plan: Plan) -> float:
        """What a plan truly adds to the value of today's hours, luck and events apart."""
        return self._gain(self._hours(plan))

    def expected_krub(self, plan: Plan, months: int) -> list[float]:
        """Margin that a plan truly adds in each of the first months, luck and events apart."""
        change = self._ground.against_today(self._hours(plan))
        return [_rounded(value) for value in change[:months]]

    def _gain(self, hours: Array) -> float:
        return self._ground.value(hours) - self._value

    def _hours(self, plan: Plan) -> Array:
        reps = self._world.tables["reps"]
        hours = plan.hours(
            self._ground.today[0], list(reps["rep_id"]), list(reps["region"]), phases=PHASES
        )
        return np.asarray(np.maximum(hours, 0.0))


def months_of(world: World, after: str) -> dict[str, list[Any]]:
    """Margin and operating profit of each month after one, thousands."""
    books = world.tables["financials"]
    new = books[books["month"] > after]
    lines = new.pivot_table(index="month", columns="line", values="amount_krub", aggfunc="sum")
    costs = [line for line in COST_LINES if line in lines]
    return {
        "month": [str(month) for month in lines.index],
        "margin_krub": [_rounded(v) for v in lines["revenue"] - lines["cost_of_sales"]],
        "profit_krub": [_rounded(v) for v in lines["revenue"] - lines[costs].sum(axis=1)],
    }


def _rounded(value: float, digits: int = 1) -> float:
    return round(float(value), digits)
