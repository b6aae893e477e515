"""The plan that a participant stands by, and the forecast of it, read from what was kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from casekit.company import Case
from casekit.errors import CasekitError, QuestionError
from casekit.model import Plan, calibrated
from casekit.questions.answers_file import COMMITTED, DECIDED, DECIDED_FORECAST, FORECAST

__all__ = ["PlanMade", "plan_made"]

#: Where a plan was found, from what counts most.
SOURCES = ("decided", "committed", "file")
#: What is foretold: the profit that the plan adds in nine months, the margin of the ninth.
FORETOLD = ("profit_nine_months", "margin_month_nine")


@dataclass(frozen=True)
class PlanMade:
    """A plan that was handed in.

    Parameters
    ----------
    plan
        The plan.
    source
        One of `SOURCES`.
    forecast
        Low end, likeliest (None if not asked for) and high end, thousands, by what is foretold:
        `profit_nine_months` gained, `margin_month_nine`.
    """

    plan: Plan
    source: str
    forecast: Mapping[str, tuple[float, float | None, float]] = field(default_factory=dict)


def plan_made(
    lines: Iterable[Mapping[str, Any]], plan_file: str | None, case: Case, company: str
) -> PlanMade:
    """The plan decided, else the first that was committed, else that of `my_plan.json`.

    Parameters
    ----------
    lines
        Of `my_answers.jsonl`, oldest first.
    plan_file
        Content of `my_plan.json`; None if there is none.
    case, company
        The company that it must be a plan of, and its digest.

    Raises
    ------
    QuestionError
        If there is none, it is another company's, or it cannot be read; the message says which.
    """
    found: dict[str, list[Any]] = {
        name: [] for name in (COMMITTED, DECIDED, FORECAST, DECIDED_FORECAST)
    }
    others = False
    for line in lines:
        kept = found.get(str(line.get("question")))
        if kept is None:
            continue
        if line.get("company") != company:
            others = True
        else:
            kept.append(line.get("answer"))
    forecast = _forecast(found[FORECAST][-1:], found[DECIDED_FORECAST][-1:])
    # Of commits the first counts, of decisions the last.
    for source, told in (("decided", found[DECIDED][-1:]), ("committed", found[COMMITTED][:1])):
        if told:
            return PlanMade(_plan(_plain(told[0]), case), source, forecast)
    if others:
        raise QuestionError("carry-on-other-company")
    if plan_file is None:
        raise QuestionError("carry-on-no-plan")
    try:
        plain = json.loads(plan_file.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise QuestionError("carry-on-bad-plan", reason="JSON") from None
    return PlanMade(_plan(plain, case), "file", forecast)


def _forecast(
    board: Sequence[Any], card: Sequence[Any]
) -> dict[str, tuple[float, float | None, float]]:
    """The forecast that counts: of the card that asks for it last, else of the board."""
    found: dict[str, tuple[float, float | None, float]] = {}
    for answer in board:
        for name in FORETOLD:
            told = answer.get(f"{name}_krub") if isinstance(answer, Mapping) else None
            if _are_numbers(told, 3):
                found[name] = (float(told[0]), float(told[1]), float(told[2]))
    for answer in card:
        ends = [answer.get("low"), answer.get("high")] if isinstance(answer, Mapping) else answer
        if _are_numbers(ends, 2):
            found[FORETOLD[0]] = (float(ends[0]), None, float(ends[1]))
    return found


def _are_numbers(told: Any, count: int) -> TypeGuard[Sequence[float]]:
    return (
        isinstance(told, Sequence)
        and len(told) == count
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in told)
    )


def _plain(answer: Any) -> Any:
    """A plan as a line keeps it: beside its reason, or by itself."""
    return answer["plan"] if isinstance(answer, Mapping) and "plan" in answer else answer


def _plan(plain: Any, case: Case) -> Plan:
    """A plan that fits the company."""
    try:
        plan = Plan.from_json(json.dumps(plain))
        c = calibrated(case)
        plan.hours(c.today_hours, c.rep_ids, c.regions)
    except CasekitError as error:
        raise QuestionError("carry-on-bad-plan", reason=str(error)) from error
    return plan
