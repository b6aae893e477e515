"""Nine months later: the months and the truth of a plan that is carried out.

It needs nothing but what participants have installed, for the kit makes a self-study reader's
months with it (`alone`). `carrying` does it for every plan handed in.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from casekit.company import Case
from casekit.company.outcome_file import outcome_bytes
from casekit.model import Comparison, Plan, proposals
from casekit.world import World
from casekit.world.carrying_on import carry_on
from casekit.world.drawn_events import drawn_events, told_events
from casekit.world.events import Event
from casekit.world.revealed import KnownTruth, months_of

__all__ = ["MONTHS", "SEED_BITS", "Drawn", "Later", "new_seed"]

#: How many months come.
MONTHS = 9
#: Bits of the number that luck and events come from: nobody can try them all.
SEED_BITS = 128

#: Number and family of a drawn company.
Drawn = tuple[int, str]


def new_seed() -> int:
    """A number that nobody can guess."""
    return secrets.randbits(SEED_BITS)


class Later:
    """What becomes of a company under plans.

    Parameters
    ----------
    world
        The company as drawn.
    case
        The company as participants have it.
    seed
        Of luck and events, common to all plans.
    opinions
        What the data say of the six opinions, by name: `verdict` and `why` by language.
    events
        What befalls it; drawn from the seed if left out.
    """

    def __init__(
        self,
        world: World,
        case: Case,
        seed: int,
        opinions: Mapping[str, Any] | None = None,
        events: Sequence[Event] | None = None,
    ) -> None:
        self.case, self.digest = case, case.digest
        self.proposals = proposals(case)
        self._world, self._seed = world, seed
        self._opinions = dict(opinions or {})
        self._events = drawn_events(world, seed) if events is None else tuple(events)
        self._truth = KnownTruth(world, self.proposals)
        self._company = self._truth.company()
        self._company["proposals"] |= self._norm_of_the_best()
        self._left = months_of(self._carried(Plan()), case.last_month)

    def files(self, plan: Plan) -> tuple[bytes, bytes]:
        """What a plan's team gets: the file of the months, and the file of the truth."""
        later = self._carried(plan)
        told = told_events(self._world, self._events)
        months = outcome_bytes(later.tables, self.digest, MONTHS, plan.to_plain(), told)
        truth = {
            "format": 1,
            "company": self.digest,
            "plan": plan.to_plain(),
            "came": months_of(later, self.case.last_month),
            "left": self._left,
            "expected_krub": self._truth.expected_krub(plan, MONTHS),
            "gain_krub": round(self._truth.gain_krub(plan), 1),
            **self._company,
            "opinions": self._opinions,
        }
        return months, (json.dumps(truth, ensure_ascii=False, indent=1) + "\n").encode()

    def _norm_of_the_best(self) -> dict[str, dict[str, float]]:
        """What the chief executive's norm promises and truly brings, where there are benchmarks."""
        if "benchmarks" not in self.case.tables:
            return {}
        comparison = Comparison(self.case)
        norm = comparison.benchmark or Plan()
        told, true = comparison.figures(norm).gain_krub, self._truth.gain_krub(norm)
        return {"chief": {"told_krub": round(told, 1), "true_krub": round(true, 1)}}

    def _carried(self, plan: Plan) -> World:
        return carry_on(self._world, plan, MONTHS, self._seed, self._events)
