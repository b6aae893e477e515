"""Figures the instructor's texts quote: right answers, known mistakes and the model's plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casekit.company import ACTIVITIES, Case
from casekit.language import chance, has_text, hours, money, number, percent, signed, text
from casekit.model import PHASES, Comparison, project
from casekit.questions import QUESTIONS, RUBRIC, Answer, Question
from casekit.questions.bank import EXPRESS, part
from casekit.questions.expected import RIGHT
from casekit.questions.key import known_answers
from casekit.questions.reading import Plain

#: Number of draws for the chance that the plan gains.
_DRAWS = 200
#: Shares below this are written with a decimal.
_SMALL_SHARE = 0.1


def teaching_figures(key: Mapping[str, Answer], case: Case) -> Mapping[str, Any]:
    """Figures by name, written in the reader's language.

    Parameters
    ----------
    key
        The key.
    case
        A company loaded from its folder.

    Returns
    -------
    Mapping
        `right[id]` and `wrong[id][mistake]` (rows of a table as `id:key`; ratios also in per
        cent, `as_share[id]`; shares also as percentage points, `points[id]`), `selling_hour` (its
        cost), `plan` (the best plan), `rubric` (its headings with their questions) and `express`
        (numbers of the short path by notebook).
    """
    known = known_answers(key, case)
    told = {
        name: {which: _told(part(name), value, case) for which, value in ways.items()}
        for name, ways in known.items()
    }
    return {
        "right": {name: ways[RIGHT] for name, ways in told.items()},
        "wrong": told,
        "as_share": {
            name: percent(_number(ways[RIGHT]))
            for name, ways in known.items()
            if part(name).unit == "ratio"
        },
        "points": {
            name: number(100 * _number(ways[RIGHT]), 1)
            for name, ways in known.items()
            if part(name).unit == "share"
        },
        "selling_hour": money(_number(known["cost.selling_hour"]["cost_itself"]), case.currency, 1),
        "plan": _plan(case),
        "rubric": [_heading(criterion) for criterion in RUBRIC],
        "express": {
            place: ", ".join(str(number) for number in numbers)
            for place, numbers in EXPRESS.items()
        },
    }


def _told(question: Question, value: Plain, case: Case) -> str:
    """An answer in words, with its unit."""
    if isinstance(value, str):
        words = question.word_keys.get(value, "")
        return text(words) if has_text(words) else case.label(value)
    amount = _number(value)
    ways = {
        "share": lambda: percent(amount, int(abs(amount) < _SMALL_SHARE)),
        "hours": lambda: hours(amount, int(abs(amount) < 100)),
        "krub": lambda: money(amount, case.currency),
        "krub_per_hour": lambda: money(amount, case.currency, 1),
        "months": lambda: number(amount, 1),
        "ratio": lambda: number(amount, 2),
        "count": lambda: number(amount),
    }
    return ways[question.unit]()


def _number(value: Plain) -> float:
    """An answer that is a number."""
    return float(value)  # type: ignore[arg-type]


def _plan(case: Case) -> dict[str, Any]:
    """The best plan in words: hours of an average specialist, money, how sure."""
    comparison = Comparison(case)
    best = comparison.best
    trough = comparison.figures(best.plan)
    today, planned = project(case), project(case, best.plan, draws=_DRAWS)
    change = planned.profit - today.profit
    years = {
        f"year_{year}": money(float(change.loc[year, "profit_krub"]), case.currency)
        for year in change.index
    }
    now, then = today.hours[0].mean(axis=0), planned.hours.mean(axis=1)
    return years | {
        "gain": money(best.gain_krub, case.currency),
        "gain_share": percent(best.gain_krub / best.present_krub, 1),
        "cost": money(float(change.loc[1, "cost_krub"]), case.currency),
        "trough": money(trough.trough_krub, case.currency),
        "payback": number(trough.payback_month) if trough.payback_month else text("format-unknown"),
        "chance": chance(planned.outlook.chance_of_gain),
        "phases": _phases(case.terms.horizon_months),
        "hours": [
            {
                "activity": text(f"activity-{activity}"),
                "now": number(now[place], 1),
                "then": [number(hours, 1) for hours in then[:, place]],
                "change": signed(float(then[-1, place] - now[place])),
            }
            for place, activity in enumerate(ACTIVITIES)
        ],
    }


def _phases(horizon_months: int) -> list[str]:
    """Months of each phase of a plan, the last one to the end of the horizon."""
    ends = [*(first - 1 for first in PHASES[1:]), horizon_months]
    return [
        text("teaching-phase", first=first, last=last)
        for first, last in zip(PHASES, ends, strict=True)
    ]


def _heading(criterion: str) -> dict[str, Any]:
    asked = [question for question in QUESTIONS.values() if question.criterion == criterion]
    return {
        "name": text(f"criterion-{criterion}"),
        "about": text(f"criterion-{criterion}-about"),
        "points": RUBRIC[criterion],  # type: ignore[index]
        "questions": [
            {"id": q.id, "words": text(q.text_key), "points": number(q.points), "kind": q.kind}
            for q in asked
        ],
    }
