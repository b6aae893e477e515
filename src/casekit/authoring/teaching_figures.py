"""Figures the instructor's texts quote: the lesson's, the best plan, the rubric, the short path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casekit.authoring.lesson_figures import lesson_figures
from casekit.company import ACTIVITIES, Case
from casekit.language import chance, money, number, percent, text
from casekit.model import Comparison, Limits, best_plan, project
from casekit.questions import QUESTIONS, RUBRIC
from casekit.questions.bank import EXPRESS

#: Number of draws for the chance that the plan gains.
_DRAWS = 200
#: What stays as it is where only selling hours are reshuffled.
_HELD = Limits(locked=frozenset({"service", "travel", "admin"}))

#: Levels of a text that a person reads.
_LEVELS = range(4)


def teaching_figures(case: Case) -> Mapping[str, Any]:
    """Figures by name, written in the reader's language.

    Parameters
    ----------
    case
        A company loaded from its folder.

    Returns
    -------
    Mapping
        The blocks of `lesson_figures`, `plan` (the best plan), `rubric` (its headings with their
        questions), `levels` (what each level of a text asks for), `points` (of each heading),
        `asked` (how many questions there are, and how many of them count towards the mark) and
        `express` (numbers of the short path by notebook).
    """
    comparison = Comparison(case)
    return {
        **lesson_figures(case, comparison),
        "plan": _plan(case, comparison),
        "rubric": [_heading(criterion) for criterion in RUBRIC],
        "levels": {
            "words": [text(f"level-{level}") for level in _LEVELS],
            "letter": [text(f"rubric-lag-letter-{level}") for level in _LEVELS],
            "memo": [text(f"rubric-decision-memo-{level}") for level in _LEVELS],
        },
        "points": {criterion: number(points) for criterion, points in RUBRIC.items()},
        "asked": {
            "all": number(len(QUESTIONS)),
            "marked": number(sum(question.points > 0 for question in QUESTIONS.values())),
            "computed": number(
                sum(question.basis == "computed" for question in QUESTIONS.values())
            ),
        },
        "express": {
            place: ", ".join(str(number) for number in numbers)
            for place, numbers in EXPRESS.items()
        }
        | {"all": number(sum(map(len, EXPRESS.values())))},
    }


def _plan(case: Case, comparison: Comparison) -> dict[str, Any]:
    """The best plan in words: hours of an average specialist, money, how sure."""
    best = comparison.best
    trough = comparison.figures(best.plan)
    today, planned = project(case), project(case, best.plan, draws=_DRAWS)
    change = planned.profit - today.profit
    years = {
        f"year_{year}": money(float(change.loc[year, "profit_krub"]), case.currency)
        for year in change.index
    }
    held = best_plan(case, _HELD)
    reshuffled = held.gain_krub / held.present_krub
    now, then = today.hours[0].mean(axis=0), planned.hours[-1].mean(axis=0)
    return years | {
        "gain": money(best.gain_krub, case.currency),
        "gain_share": percent(best.gain_krub / best.present_krub, 1),
        "reshuffle": percent(reshuffled, 1),
        "freed": percent(best.gain_krub / best.present_krub - reshuffled, 1),
        "cost": money(float(change.loc[1, "cost_krub"]), case.currency),
        "trough": money(trough.trough_krub, case.currency),
        "payback": number(trough.payback_month) if trough.payback_month else text("format-unknown"),
        "chance": chance(planned.outlook.chance_of_gain),
        "hours": [
            {
                "activity": text(f"activity-{activity}").lower(),
                "now": number(now[place], 1),
                "then": number(then[place], 1),
            }
            for place, activity in enumerate(ACTIVITIES)
        ],
    }


def _heading(criterion: str) -> dict[str, Any]:
    marked = [question for question in QUESTIONS.values() if question.points > 0]
    return {
        "name": text(f"criterion-{criterion}"),
        "about": text(f"criterion-{criterion}-about"),
        "points": RUBRIC[criterion],  # type: ignore[index]
        "questions": [
            {"id": q.id, "words": text(q.text_key), "points": number(q.points), "kind": q.kind}
            for q in marked
            if q.criterion == criterion
        ],
    }
