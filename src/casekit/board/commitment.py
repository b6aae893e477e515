"""What was committed: kept before anything of the optimum is told, counted, and held against it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from casekit.board.plain import plain
from casekit.board.shared import SharedModel
from casekit.board.view import scenario_row, slow_figures
from casekit.errors import CasekitError, InvalidArgument
from casekit.model import EVERYBODY, Comparison, Plan, breaches
from casekit.model.plans.proposals import people_affected
from casekit.questions.answers_file import (
    COMMITTED,
    DECIDED,
    DECIDED_FORECAST,
    FORECAST,
    Keeper,
    answer_line,
)

__all__ = ["Commitment", "Made"]

#: People whose rest stands in every view; a message of its own has all.
MOST_PEOPLE = 6


@dataclass(frozen=True)
class Made:
    """A plan that was committed or decided, why and when."""

    plan: Plan
    reason: str
    at: str
    after_optimum: bool


class Commitment:
    """Commits and forecasts of one reader.

    Parameters
    ----------
    shared
        The company.
    keeper
        Where answers are kept.
    optimum
        Whether the optimum is shown from the beginning; then no commit is made blind.
    decides
        Whether what is committed here is the decision, which the last one is; where nothing was
        committed before, it is that as well.
    foretells
        Whether the forecast is entered here. In a notebook a card asks for it, after the pictures
        it is made from: the board then shows what the card keeps.
    sealed
        Where many decide on one company: whether the optimum is still shut for all of them,
        whatever was committed. Left out, it opens with one's own commit.
    """

    def __init__(
        self,
        shared: SharedModel,
        keeper: Keeper,
        optimum: bool = False,
        decides: bool = False,
        foretells: bool = True,
        sealed: Callable[[], bool] | None = None,
    ) -> None:
        self._shared, self._keeper, self._sealed = shared, keeper, sealed
        self.optimum, self.decides, self.foretells = optimum, decides, foretells
        self._committed: list[Made] = []
        self._decided: list[Made] = []
        self._forecast: dict[str, Any] | None = None
        self._told: dict[str, Any] | None = None
        self.read()

    def read(self) -> None:
        """Take in what the keeper holds of this company, from other notebooks and tabs too."""
        standing = self.standing
        found: dict[str, list[Made]] = {COMMITTED: [], DECIDED: []}
        for line in self._keeper.lines():
            answer = line.get("answer")
            if line.get("company") != self._shared.digest or not isinstance(answer, dict):
                continue
            if line["question"] in found and (read := self._read(line, answer)):
                found[line["question"]].append(read)
            elif line["question"] == FORECAST and self.foretells:
                self._forecast = answer
            elif line["question"] == DECIDED_FORECAST and not self.foretells:
                self._forecast = _of_card(answer)
        self._committed, self._decided = found[COMMITTED], found[DECIDED]
        if self.standing != standing:
            self._told = None

    @property
    def standing(self) -> Made | None:
        """What counts: of commits the first, of decisions the last."""
        if self.decides and self._decided:
            return self._decided[-1]
        return self._committed[0] if self._committed else None

    @property
    def decided(self) -> bool:
        """Whether a plan was decided, and not committed alone."""
        return bool(self._decided)

    def _read(self, line: dict[str, Any], answer: dict[str, Any]) -> Made | None:
        """A committed plan of a line; None for what is none of this company."""
        try:
            # A card keeps a plan by itself where no reason was given with it.
            plain = answer.get("plan", answer)
            plan = Plan.from_json(json.dumps(plain))
            c = self._shared.base.calibration
            plan.hours(c.today_hours, c.rep_ids, c.regions)
        except CasekitError:
            return None
        reason, at = str(answer.get("reason", "")), str(line.get("at", ""))
        return Made(plan, reason, at, bool(answer.get("after_optimum")))

    @property
    def open(self) -> bool:
        """Whether the optimum may be told."""
        if self._sealed is not None:
            return not self._sealed()
        return self.optimum or bool(self._committed)

    def need_open(self) -> None:
        """Refuse what may not be told yet.

        Raises
        ------
        InvalidArgument
            If no plan is committed, or all are still to decide.
        """
        if not self.open:
            raise InvalidArgument("deed-before-commit" if self._sealed is None else "deed-sealed")

    def commit(self, plan: Plan, reason: str) -> None:
        """Keep a plan with its reason; of commits the first one counts, of decisions the last.

        Raises
        ------
        InvalidArgument
            If the plan breaks limits, or nothing can be written: then nothing is committed.
        """
        base = self._shared.base
        c = base.calibration
        hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
        found = breaches(hours, c.today_hours, c.rep_ids, base.limits)
        if found:
            people = len({breach.rep_id for breach in found})
            raise InvalidArgument("deed-breaches", people=people)
        self.read()
        answer = {"plan": plan.to_plain(), "reason": reason}
        if not self.decides or not self._committed:
            self._keep(COMMITTED, {**answer, "after_optimum": self.open}, plan)
        if self.decides:
            self._keep(DECIDED, answer, plan)
        self.read()

    def forecast(self, facts: dict[str, float]) -> None:
        """Keep a forecast of the plan that was committed last; the last forecast counts.

        Raises
        ------
        InvalidArgument
            If it is entered on a card, no plan is committed, or nothing can be written.
        """
        if not self.foretells:
            raise InvalidArgument("deed-forecast-card")
        self.read()
        about = (self._decided[-1:] if self.decides else []) or self._committed[-1:]
        if not about:
            raise InvalidArgument("deed-forecast-first")
        answer = {
            "profit_nine_months_krub": [facts[f"profit{end}"] for end in ("_low", "", "_high")],
            "margin_month_nine_krub": [facts[f"margin{end}"] for end in ("_low", "", "_high")],
            "sure_share": 0.8,
            "plan": about[-1].plan.to_plain(),
        }
        self._keep(FORECAST, answer)
        if self.decides:
            ends = {"low": facts["profit_low"], "high": facts["profit_high"]}
            self._keep(DECIDED_FORECAST, ends)
        self._forecast = answer

    def _keep(self, question: str, answer: dict[str, Any], plan: Plan | None = None) -> None:
        try:
            # The plan first: a plan without its line is no commit, a line without it would be.
            if plan is not None:
                self._keeper.put_plan(plan.to_json())
            self._keeper.add(answer_line(question, answer, self._shared.digest))
        except (OSError, ValueError):
            raise InvalidArgument("deed-unwritable") from None

    def brief(self) -> dict[str, Any] | None:
        """What every view says of it: None before a plan is committed."""
        first = self.standing
        if first is None:
            return None
        kept = {
            "count": len(self._decided if self.decides else self._committed),
            "reason": first.reason,
            "after_optimum": first.after_optimum,
            "forecast": self._forecast is not None,
            "foretells": self.foretells,
        }
        if not self.open:
            return kept
        told = self.told()
        return {
            **kept,
            "gain_krub": told["gain_krub"],
            "attainable_krub": told["attainable_krub"],
            "share": told["share"],
            "rest": told["by_kind"],
            "rest_people": told["by_person"][:MOST_PEOPLE],
        }

    def told(self, under: Comparison | None = None) -> dict[str, Any]:
        """The first commit against the attainable, and the proposals that nobody saw before.

        Parameters
        ----------
        under
            What the reader takes for granted now: the two proposals are told as they are then,
            without a share, since another plan would be the best.

        Raises
        ------
        InvalidArgument
            If no plan is committed and the optimum is not shown anyway.
        """
        self.need_open()
        if self._told is None:
            self._told = self._worked_out()
        shared, rows = self._shared, {}
        if under is not None and under is not shared.base:
            rows = {
                name: {**self._told[name], **_row(shared, under, name, plan), "share": None}
                for name, plan in (("norm", shared.norm.plan), ("personal", shared.personal))
            }
        told = {**self._told, **rows}
        count = len(self._decided if self.decides else self._committed)
        return {**told, "forecast": self._forecast, "count": count}

    def _worked_out(self) -> dict[str, Any]:
        shared, first = self._shared, self.standing
        found = shared.attained(first.plan if first else Plan())
        norm = _row(shared, shared.base, "norm", shared.norm.plan)
        personal = _row(shared, shared.base, "personal", shared.personal)
        for row in (norm, personal):
            gain = row["gain_krub"]
            part = None if gain is None or not found.attainable_krub else gain
            row["share"] = plain(part and part / found.attainable_krub)
        c = shared.base.calibration
        best = shared.base.best.hours
        return {
            "reason": first and first.reason,
            "at": first and first.at,
            "after_optimum": first is None or first.after_optimum,
            "plan": (first.plan if first else Plan()).to_plain(),
            "gain_krub": plain(found.gain_krub),
            "attainable_krub": plain(found.attainable_krub),
            "share": plain(found.share),
            "rest_krub": plain(found.rest_krub),
            "by_kind": [_part(asdict(part)) for part in found.by_kind],
            "by_person": [_part(asdict(part)) for part in found.by_person],
            "norm": {**norm, "change_hours": shared.norm.change_hours},
            "personal": {**personal, "people_affected": people_affected(best, c.today_hours)},
        }


def _of_card(answer: dict[str, Any]) -> dict[str, Any] | None:
    """A forecast as its card keeps it: two ends; None where it was taken back."""
    ends = [answer.get("low"), answer.get("high")]
    if not all(isinstance(end, int | float) for end in ends):
        return None
    return {"profit_nine_months_krub": ends}


def _row(shared: SharedModel, under: Comparison, name: str, plan: Plan) -> dict[str, Any]:
    chance = slow_figures(shared, under, plan, EVERYBODY)["chance"]
    return {**scenario_row(under, name, plan), "chance": chance}


def _part(part: dict[str, Any]) -> dict[str, Any]:
    return {**part, "krub": plain(part["krub"]), "hours": plain(part["hours"])}
