"""A plan in three to six plain sentences: what changes, when it pays back, what it risks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.language import chance, number, percent, signed, text
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.comparison import payback_of
from casekit.model.plans.plan import EVERYBODY, PHASES, Plan
from casekit.model.plans.projection import Projection, project
from casekit.model.response.dynamics import RETENTION, SERVICE

__all__ = [
    "Sentence",
    "change_sentences",
    "explain_changes",
    "explain_plan",
    "payback_month",
    "sentences",
]

#: Hours a month of the mean specialist below which a change is not worth a word.
WORTH_A_WORD = 0.25
#: Millions below which falling behind is not worth a figure.
HARDLY = 0.05
#: Draws behind the sentence on how sure the gain is.
DRAWS = 200

#: Key of a text and its facts.
Sentence = tuple[str, dict[str, Any]]


def explain_plan(source: CaseOrCalibration, plan: Plan) -> str:
    """Explain a plan in the reader's language, three to six sentences.

    Parameters
    ----------
    source
        A company or a calibration.
    plan
        The plan.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> words = explain_plan(case, Plan({"all": {"expansion": +4, "retention": -4}}))
    >>> words.count(".") >= 3
    True
    """
    return " ".join(text(key, **facts) for key, facts in sentences(source, plan))


def explain_changes(before: Plan, after: Plan) -> str:
    """Explain in the reader's language what one plan asks differently from another, a line each.

    Parameters
    ----------
    before, after
        Two plans; an empty one stands for today's hours.

    Examples
    --------
    >>> words = explain_changes(Plan(), Plan({"all": {"expansion": +4, "retention": -4}}))
    >>> len(words.splitlines())
    2
    """
    return "\n".join(text(key, **facts) for key, facts in change_sentences(before, after))


def change_sentences(before: Plan, after: Plan) -> list[Sentence]:
    """What `explain_changes` says, as keys and facts."""
    found = before.changes(after)
    if not found:
        return [("plan-no-change", {})]
    return [
        (
            "plan-change",
            {
                "who": text("plan-everybody") if change.scope == EVERYBODY else change.scope,
                "month": change.from_month,
                "activity": text(f"activity-{change.activity}"),
                "before": signed(change.before, 1),
                "after": signed(change.after, 1),
            },
        )
        for change in found
    ]


def sentences(source: CaseOrCalibration, plan: Plan) -> list[Sentence]:
    """What `explain_plan` says, as keys and facts."""
    after = project(source, plan, draws=DRAWS)
    before = project(after.calibration)
    return list(_sentences(before, after))


def payback_month(before: Projection, after: Projection) -> int | None:
    """Month from which a plan has earned more in all than today would have.

    Margins are added up month by month, the cost of freed hours taken off. None if it never does
    within the horizon; 1 if it never lies behind.
    """
    return payback_of(_gained(before, after))


def _gained(before: Projection, after: Projection) -> Array:
    """Margin gained by month after the cost of freed hours, thousand roubles."""
    today = before.calibration.today_hours
    margins = [p.sweep.margin(p.hours, today).sum(axis=1) for p in (after, before)]
    return np.asarray(margins[0] - margins[1])


def _sentences(before: Projection, after: Projection) -> Iterator[Sentence]:
    change = (after.hours[-1] - before.hours[-1]).mean(axis=0)
    if np.abs(after.hours - before.hours).max() < WORTH_A_WORD:
        yield "plan-nothing-moves", {}
        return
    more, less = (
        ", ".join(
            text("plan-hours", activity=text(f"activity-{name}"), hours=number(abs(hours), 1))
            for name, hours in zip(ACTIVITIES, change, strict=True)
            if sign * hours >= WORTH_A_WORD
        )
        for sign in (1, -1)
    )
    yield "plan-moves", {"more": more or "—", "less": less or "—"}
    gain = after.value_krub - before.value_krub
    worth = {
        "amount": number(abs(gain) / 1000, 1),
        "share": percent(abs(gain) / before.value_krub, 1),
    }
    yield ("plan-gains" if gain > 0 else "plan-costs"), worth
    yield from _payback(before, after)
    yield "plan-chance", {"chance": chance(after.outlook.chance_of_gain)}
    yield from _warnings(before, after)


def _payback(before: Projection, after: Projection) -> Iterator[Sentence]:
    ahead = np.cumsum(_gained(before, after))
    month = payback_month(before, after)
    if month is None:
        yield "plan-never-pays", {"months": after.months}
    elif month > 1:
        deepest = abs(float(ahead.min())) / 1000
        if deepest < HARDLY:
            yield "plan-hardly-behind", {"month": month}
        else:
            yield "plan-pays-back", {"month": month, "amount": number(deepest, 1)}
    else:
        yield "plan-pays-at-once", {}


def _warnings(before: Projection, after: Projection) -> Iterator[Sentence]:
    """What leans on a limit or goes beyond what anybody has seen; two sentences at most."""
    calibration = after.calibration
    low, high = calibration.month_hours_seen
    beyond = (after.hours < low.min(axis=0)) | (after.hours > high.max(axis=0))
    selling = beyond[:, :, : len(SELLING)].any(axis=(0, 2))
    if selling.any():
        yield "plan-extrapolates", {"count": int(selling.sum()), "of": len(selling)}
    floor = calibration.response.service_floor_hours
    service = after.hours[:, :, SERVICE]
    if (service < np.minimum(floor, before.hours[:, :, SERVICE]) - 1e-9).any():
        yield "plan-service-below", {"floor": number(floor)}
    elif (np.abs(service - floor) < 0.05).any():
        yield "plan-service-at-floor", {"floor": number(floor)}
    elif (after.hours[-1, :, RETENTION] < 0.5 * before.hours[-1, :, RETENTION]).any():
        yield "plan-retention-halved", {"month": PHASES[-1]}
