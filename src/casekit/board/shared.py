"""What all readers of one company's board share: its comparisons, and what follows from them."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from threading import RLock

import pandas as pd

from casekit import language
from casekit.board.attained import Attained, attained
from casekit.board.opinions import plan_of_opinion
from casekit.company import Case
from casekit.errors import InvalidArgument
from casekit.model import (
    Calibration,
    Comparison,
    Limits,
    Norm,
    Outlook,
    Plan,
    best_norm,
    best_plan,
    calibrate_judgement,
    calibrated,
    weigh,
)
from casekit.model.response.forms import PRESSURES

__all__ = ["Answers", "SharedModel", "shared_of"]

#: Five answers by kind of selling.
Answers = Mapping[str, Sequence[float]]

#: Judged companies that are kept; each is worked out again from its answers when it is asked for.
MOST_JUDGED = 6
#: Judged companies whose draws are kept: they weigh tens of megabytes each.
MOST_DRAWN = 2
#: What stays as it is where only selling hours are reshuffled.
HELD = Limits(locked=frozenset({"service", "travel", "admin"}))


class SharedModel:
    """A company's comparisons, worked out once for everybody who sits at its board.

    Parameters
    ----------
    source
        A company or a calibration.
    limits
        The usual ones if left out.
    """

    def __init__(self, source: Case | Calibration, limits: Limits | None = None) -> None:
        self.case = source if isinstance(source, Case) else None
        self._source, self._limits = source, limits
        self._lock = RLock()
        self._known: dict[str, Comparison] = {}
        self._judged: OrderedDict[tuple[str, str], Comparison] = OrderedDict()
        self._drawn: list[Comparison] = []
        self._opinions: dict[str, Plan | None] = {}
        self.comparison()

    def comparison(
        self, pressure: str = PRESSURES[0], answers: Answers | None = None
    ) -> Comparison:
        """The comparison for what a reader takes for granted.

        Parameters
        ----------
        pressure
            Whether prices go on giving way: then outlooks cover that they may stop; or stop today.
        answers
            Judgement of curves in place of what history tells, by kind of selling.

        Raises
        ------
        InvalidArgument
            If the answers contradict each other, or there is no company to judge.
        """
        # The band covers both where a reader did not ask for prices that stop.
        assumed = None if pressure == PRESSURES[0] else pressure
        with self._lock:
            if not answers:
                if pressure not in self._known:
                    whole = self._source if self.case is not None else calibrated(self._source)
                    self._known[pressure] = Comparison(whole, self._limits, assumed)
                return self._known[pressure]
            if self.case is None:
                raise InvalidArgument("deed-judge-no-company")
            key = pressure, json.dumps(answers, sort_keys=True)
            if key not in self._judged:
                judged = calibrate_judgement(answers, self.case)
                self._judged[key] = Comparison(judged, self._limits, assumed)
            self._judged.move_to_end(key)
            while len(self._judged) > MOST_JUDGED:
                self._judged.popitem(last=False)
            return self._judged[key]

    @property
    def base(self) -> Comparison:
        """The comparison that plans are committed and marked by."""
        return self.comparison()

    def outlook(self, comparison: Comparison, plan: Plan, scope: str) -> Outlook:
        """How sure a plan's gain is in a scope, by one of this company's comparisons.

        Judged companies are many where readers are; the draws of all but the last few are given
        up.
        """
        found = comparison.outlook(plan, scope)
        with self._lock:
            if all(comparison is not known for known in self._known.values()):
                others = [each for each in self._drawn if each is not comparison]
                self._drawn = [comparison, *others][:MOST_DRAWN]
                for each in others[MOST_DRAWN - 1 :]:
                    each.forget_draws()
        return found

    def warm(self) -> None:
        """Work out what every reader will need sooner or later; nothing of it is told yet."""
        self.base.outlook(Plan())
        _ = self.proposals, self.reshuffled_krub

    def opinion(self, name: str) -> Plan | None:
        """A proposal of the meeting as a plan: see `plan_of_opinion`."""
        with self._lock:
            if name not in self._opinions:
                self._opinions[name] = plan_of_opinion(name, self.base)
            return self._opinions[name]

    @cached_property
    def norm(self) -> Norm:
        """The best norm for everybody; nobody may see it before a plan is committed."""
        return best_norm(self.base.calibration, self.base.limits)

    @cached_property
    def reshuffled_krub(self) -> float:
        """What reshuffling selling hours alone brings at best; told with what was attainable."""
        return best_plan(self.base.calibration, HELD).gain_krub

    @cached_property
    def proposals(self) -> pd.DataFrame:
        """The norms of the chief executive (where there are benchmarks) and of the search, and the
        best plan for each person, as `model.weigh` has them; for nobody before a plan is committed.
        """
        known = self.case is not None and "benchmarks" in self.case.tables
        chief = self.opinion("chief") if known else None
        plans = {} if chief is None else {"chief": chief}
        return weigh(self.base, {**plans, "norm": self.norm.plan, "personal": self.personal})

    @property
    def personal(self) -> Plan:
        """The best plan for each person; nobody may see it before a plan is committed."""
        return self.base.best.plan

    def attained(self, plan: Plan) -> Attained:
        """What part of the attainable a plan reaches, and where the rest lies."""
        return attained(self.base, plan)

    @cached_property
    def digest(self) -> str:
        """Which company this is: a digest of its tables, or of who is in a calibration."""
        if self.case is not None:
            return self.case.digest
        found = hashlib.sha256(json.dumps(self.base.calibration.rep_ids).encode())
        found.update(self.base.calibration.today_hours.round(3).tobytes())
        return found.hexdigest()[:32]

    def labels(self, codes: Sequence[str]) -> dict[str, dict[str, str]]:
        """How names of the data read, by language."""
        found: dict[str, dict[str, str]] = {code: {} for code in codes}
        for lang in language.LANGUAGES:
            with language.using(lang):
                for code in codes:
                    found[code][lang] = code if self.case is None else self.case.label(code)
        return found


@lru_cache(maxsize=2)
def shared_of(case: Case) -> SharedModel:
    """What all boards and cells of a process share of a company, with the usual limits."""
    return SharedModel(case)
