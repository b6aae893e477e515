"""A plan's verdict: limits kept, a reason given, and its share of the attainable gain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np

from casekit.company import Case
from casekit.model import Limits, Plan, benchmark_plan, calibrated, plan_mark, share_of_gain
from casekit.questions.question import Question

__all__ = ["JudgedPlan", "judge_plan", "plan_and_reason"]

#: A reason has at least so many words.
FEWEST_WORDS = 4
#: What a borrowed split earns of the points for its share.
BORROWED = 0.5
#: Mean difference in hours a month within which two plans are one and the same.
NEAR_HOURS = 0.5
#: The best quarter's mix is known as a search would fit it, and as somebody may type it.
_REACH = (Limits(), Limits(change_hours=inf, untried=True))


@dataclass(frozen=True)
class JudgedPlan:
    """What is said of a plan.

    Parameters
    ----------
    part
        Part of the question's points, 0 to 1.
    share
        Share of the attainable gain.
    reasoned
        Whether a reason was given.
    mistake
        The known mistake it is: `unchanged`, `benchmark_mix`, or empty for none.
    """

    part: float
    share: float
    reasoned: bool
    mistake: str


def plan_and_reason(answer: Mapping[str, Any]) -> tuple[Plan, str]:
    """Plan and reason of an answer: one with both, or the plan's own fields.

    Raises
    ------
    CasekitError
        If there is no plan in it.
    """
    fields = answer.get("plan", answer)
    reason = answer.get("reason", "")
    return Plan.from_json(json.dumps(fields)), reason if isinstance(reason, str) else ""


def judge_plan(case: Case, question: Question, answer: Mapping[str, Any]) -> JudgedPlan:
    """What a plan earns: by limits that are kept, by a reason, by its share of the attainable.

    Its share earns `Question.attainable` points in full from four fifths of the gain, in
    proportion below; half of that if the split is borrowed from elsewhere. Of the other points
    half are for limits, half for a reason.

    Parameters
    ----------
    case
        The company.
    question
        Says how many points the share earns.
    answer
        A plan with its reason, as plain JSON.

    Raises
    ------
    InvalidArgument
        If the plan breaks limits (each is named), or today's hours leave nothing to gain.
    """
    plan, reason = plan_and_reason(answer)
    calibration = calibrated(case)
    share = share_of_gain(calibration, plan)

    def hours(of: Plan) -> Any:
        return of.hours(calibration.today_hours, calibration.rep_ids, calibration.regions)

    def near(of: Plan) -> bool:
        return float(np.abs(hours(plan) - hours(of)).mean()) < NEAR_HOURS

    mistake = ""
    if near(Plan()):
        mistake = "unchanged"
    elif any(near(benchmark_plan(case, calibration=calibration, limits=at)) for at in _REACH):
        mistake = "benchmark_mix"
    reasoned = len(reason.split()) >= FEWEST_WORDS
    weight = question.attainable / question.points if question.points else 0.0
    # A split that was borrowed for everybody is no plan of one's own, however good it is.
    reached = plan_mark(share) * (BORROWED if mistake == "benchmark_mix" else 1.0)
    part = (1.0 - weight) * (1.0 + reasoned) / 2.0 + weight * reached
    return JudgedPlan(part, share, reasoned, mistake)
