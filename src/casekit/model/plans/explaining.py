"""A plan in sentences: what changes, what it brings and when, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from casekit.company.schema import ACTIVITIES
from casekit.language import chance, money, number, percent, signed, text
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.comparison import Comparison, Figures
from casekit.model.plans.limits import NAMED
from casekit.model.plans.outlook import Outlook
from casekit.model.plans.plan import EVERYBODY, PHASES, Plan
from casekit.model.response.dynamics import ADMIN, SERVICE

__all__ = [
    "Sentence",
    "change_sentences",
    "explain_changes",
    "explain_plan",
    "plan_sentences",
    "plan_words",
    "scope_name",
    "untried_words",
]

#: Smallest change of the mean specialist's hours a month that is mentioned.
WORTH_A_WORD = 0.25
#: Largest cumulative loss, thousands, that is told without its amount.
HARDLY_KRUB = 50.0
#: Share of the uncertainty that the data took away from which a curve counts as learned, and as
#: learned in part.
LEARNED_SHARE, PARTLY_SHARE = 0.6, 0.25

#: Key of a text and its facts.
Sentence = tuple[str, dict[str, Any]]


def explain_plan(source: CaseOrCalibration, plan: Plan) -> str:
    """Explain a plan in the reader's language, four to eight sentences.

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
    >>> words.count(".") >= 4
    True
    """
    comparison = Comparison(source)
    last = comparison.figures(plan, phase=len(PHASES) - 1)
    if np.abs(last.hours - comparison.today()).max() < WORTH_A_WORD:
        moves = text("plan-nothing-moves")
    else:
        moves = text("plan-moves", **_moves(last.hours - comparison.today()))
    if not plan:
        return moves
    found = comparison.outlook(plan)
    return " ".join([moves, *plan_words(comparison, plan, last, found=found)])


def plan_words(
    comparison: Comparison,
    plan: Plan,
    figures: Figures,
    scope: str = EVERYBODY,
    found: Outlook | None = None,
) -> list[str]:
    """What a plan brings and what to beware of, a sentence each, in the reader's language.

    Parameters
    ----------
    comparison
        Today's figures of the sales force.
    plan, figures
        The plan, and what it comes to for the scope.
    scope
        Everybody, a region or a specialist.
    found
        Outlook of the plan, if it was computed.
    """
    return [
        text(key, **facts) for key, facts in plan_sentences(comparison, plan, figures, scope, found)
    ]


def plan_sentences(
    comparison: Comparison,
    plan: Plan,
    figures: Figures,
    scope: str = EVERYBODY,
    found: Outlook | None = None,
) -> Iterator[Sentence]:
    """What `plan_words` says, as keys and facts."""
    if not plan:
        yield "plan-nothing-moves", {}
        return
    terms = comparison.calibration.response.terms
    people = len(comparison.rows(scope))
    if figures.unknown:
        kinds = ", ".join(text(f"activity-{name}") for name in figures.unknown)
        yield "plan-unknown", {"kinds": kinds}
        yield from _warnings(figures, people, terms.service_floor_hours)
        return
    currency = terms.currency
    before = figures.value_krub - figures.gain_krub
    yield (
        "plan-gains" if figures.gain_krub >= 0 else "plan-costs",
        {
            "amount": money(abs(figures.gain_krub), currency),
            "share": percent(abs(figures.gain_krub) / before, 1),
            "horizon": terms.horizon_months,
            "tail": terms.tail_months,
        },
    )
    yield _payback(figures, currency)
    years = "; ".join(money(amount, currency) for amount in figures.profit_krub)
    yield "plan-profit", {"years": years}
    yield from _warnings(figures, people, terms.service_floor_hours)
    if found is not None:
        learned = comparison.calibration.intervals["learned_share"]
        key = "plan-chance-told" if learned.isna().all() else "plan-chance"
        yield key, {"chance": chance(found.chance_of_gain)}
        if len(figures.untried):
            yield "plan-chance-untried", {}
        freed = comparison.today(scope) - figures.hours
        if max(freed[SERVICE], freed[ADMIN]) >= WORTH_A_WORD:
            yield "plan-freed-assumed", {}
    if figures.moved:
        yield "plan-rests", {"kinds": _basis(comparison.calibration, figures.moved)}


def _basis(calibration: Calibration, kinds: tuple[str, ...]) -> str:
    """What of each curve was learned and what was assumed, in words."""
    learned = calibration.intervals.set_index("activity")["learned_share"]
    told = []
    for name in kinds:
        share = float(learned[name])
        if np.isnan(share):
            basis = "told"
        elif share >= LEARNED_SHARE:
            basis = "mostly"
        else:
            basis = "partly" if share >= PARTLY_SHARE else "hardly"
        words = {"activity": text(f"activity-{name}"), "basis": text(f"learned-{basis}")}
        told.append(text("plan-basis", **words))
    return "; ".join(told)


def _moves(change: Any) -> dict[str, str]:
    """What the mean specialist's month gains and gives up."""
    parts = {"more": 1, "less": -1}
    return {
        name: ", ".join(
            text("plan-hours", activity=text(f"activity-{activity}"), hours=number(abs(hours), 1))
            for activity, hours in zip(ACTIVITIES, change, strict=True)
            if sign * hours >= WORTH_A_WORD
        )
        or "—"
        for name, sign in parts.items()
    }


def _payback(figures: Figures, currency: str) -> Sentence:
    month, below = figures.payback_month, figures.months_below
    deepest = money(figures.trough_krub, currency)
    if month is None:
        months = len(figures.margin_krub)
        return "plan-never-pays", {"months": months, "below": below, "amount": deepest}
    if month == 1:
        return ("plan-earns-less-later", {"below": below}) if below else ("plan-pays-at-once", {})
    if figures.trough_krub < HARDLY_KRUB:
        return "plan-hardly-behind", {"month": month}
    return "plan-pays-back", {"month": month, "amount": deepest, "below": below}


def _warnings(figures: Figures, specialists: int, service_floor_hours: float) -> Iterator[Sentence]:
    """Warnings on retention, the service floor and hours that nobody has tried."""
    if figures.retention_halved:
        yield "plan-retention-halved", {}
    if figures.below_floor:
        yield "plan-service-below", {"floor": number(service_floor_hours)}
    elif figures.at_floor:
        yield "plan-service-at-floor", {"floor": number(service_floor_hours)}
    if len(figures.untried):
        count = figures.untried["rep_id"].nunique()
        listing = untried_words(figures.untried)
        yield "plan-untried", {"count": count, "of": specialists, "listing": listing}


def untried_words(rows: pd.DataFrame) -> str:
    """Hours that nobody has tried, by kind: for whom and by how much.

    Parameters
    ----------
    rows
        What `untried` gives.
    """
    side = np.where(rows["hours"] > rows["tried_hours"], "above", "below")
    lines = []
    for (activity, over), same in rows.groupby(["activity", side], sort=False):
        who = list(dict.fromkeys(same["rep_id"]))
        named = ", ".join(who[:NAMED])
        if len(who) > NAMED:
            named = text("breach-others", who=named, count=len(who) - NAMED)
        beyond = [number(same["beyond_hours"].agg(end), 1) for end in ("min", "max")]
        tried = same["tried_hours"]
        facts = {
            "activity": text(f"activity-{activity}"),
            "beyond": "–".join(dict.fromkeys(beyond)),
            "tried": number(tried.max() if over == "above" else tried.min(), 1),
            "who": named,
        }
        lines.append(text(f"untried-{over}", **facts))
    return "; ".join(lines)


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
                "who": scope_name(change.scope),
                "month": change.from_month,
                "activity": text(f"activity-{change.activity}"),
                "before": signed(change.before, 1),
                "after": signed(change.after, 1),
            },
        )
        for change in found
    ]


def scope_name(scope: str) -> str:
    """For whom, in words; regions and specialists go by their codes."""
    return text("plan-everybody") if scope == EVERYBODY else scope
