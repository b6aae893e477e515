"""A plan in sentences: what changes, what it brings and when, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from casekit.arrays import Array, Indices
from casekit.company.schema import ACTIVITIES
from casekit.language import chance, money, number, percent, signed, text
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.source import CaseOrCalibration
from casekit.model.plans.comparison import Comparison, Figures
from casekit.model.plans.limits import NAMED
from casekit.model.plans.outlook import Outlook
from casekit.model.plans.plan import EVERYBODY, PHASES, SLACK_HOURS, Plan, need_plan
from casekit.model.response.dynamics import ADMIN, SERVICE

__all__ = [
    "Sentence",
    "change_sentences",
    "explain_changes",
    "explain_plan",
    "learned_basis",
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
    need_plan(plan)
    comparison = Comparison(source)
    c = comparison.calibration
    change = plan.hours(c.today_hours, c.rep_ids, c.regions) - c.today_hours
    moves = list(_what_moves(change, c.rep_ids))
    last = comparison.figures(plan if moves else Plan(), phase=len(PHASES) - 1)
    if not moves:
        return " ".join(plan_words(comparison, Plan(), last))
    found = comparison.outlook(plan)
    told = [text(key, **facts) for key, facts in moves]
    return " ".join([*told, *plan_words(comparison, plan, last, found=found)])


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
    need_plan(plan)
    if not plan:
        yield "plan-nothing-moves", {}
        unknown = comparison.calibration.unknown
        if unknown:
            kinds = ", ".join(text(f"activity-{name}") for name in unknown)
            yield "plan-nothing-told", {"kinds": kinds}
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
        basis = text(f"learned-{learned_basis(float(learned[name]))}")
        words = {"activity": text(f"activity-{name}"), "basis": basis}
        told.append(text("plan-basis", **words))
    return "; ".join(told)


def learned_basis(share: float) -> str:
    """Whether a curve was learned `mostly`, `partly` or `hardly`, or `told` by people."""
    if np.isnan(share):
        return "told"
    if share >= LEARNED_SHARE:
        return "mostly"
    return "partly" if share >= PARTLY_SHARE else "hardly"


def _what_moves(change: Array, rep_ids: tuple[str, ...]) -> Iterator[Sentence]:
    """Which hours move, from when to when and for whom; nothing where none do.

    Parameters
    ----------
    change
        Hours a month against today, shape (phases, specialists, 6).
    rep_ids
        Specialists.
    """
    change = np.where(np.abs(change) > SLACK_HOURS, change, 0.0)
    if not change.any():
        return
    if np.abs(change[-1].mean(axis=0)).max() >= WORTH_A_WORD:
        yield "plan-moves", _moves(change[-1].mean(axis=0))
        return
    # Phases of the same hours are one stretch of months.
    alike = groupby(range(len(PHASES)), key=lambda place: change[place].round(6).tobytes())
    stretches = [list(places) for _, places in alike]
    for places in stretches:
        moved = change[places[0]]
        if not moved.any():
            continue
        after = places[-1] + 1
        if after < len(PHASES):
            when = text("plan-months", first=PHASES[places[0]], last=PHASES[after] - 1)
        else:
            when = text("plan-months-on", first=PHASES[places[0]])
        yield _stretch(moved, when, rep_ids)
    if not change[-1].any():
        yield "plan-then-back", {"month": PHASES[stretches[-1][0]]}


def _stretch(moved: Array, when: str, rep_ids: tuple[str, ...]) -> Sentence:
    """What moves in a stretch of months: of everybody, or of those few whose hours do."""
    mean = moved.mean(axis=0)
    if np.abs(mean).max() >= WORTH_A_WORD:
        return "plan-moves-while", {"when": when, **_moves(mean)}
    rows: Indices = np.flatnonzero(moved.any(axis=1))
    whose = [rep_ids[row] for row in rows]
    facts = {"when": when, "count": len(rows), "of": len(rep_ids), "who": _named(whose)}
    theirs = moved[rows].mean(axis=0)
    if (theirs >= SLACK_HOURS).any() and (theirs <= -SLACK_HOURS).any():
        return "plan-moves-some", {**facts, **_moves(theirs)}
    return "plan-moves-apart", {**facts, "hours": number(float(np.abs(moved).max()), 1)}


def _moves(change: Array) -> dict[str, str]:
    """What a month gains and gives up; the smallest parts go unsaid where larger ones stand."""
    found = {}
    for name, sign in (("more", 1), ("less", -1)):
        amount = sign * change
        least = WORTH_A_WORD if amount.max() >= WORTH_A_WORD else SLACK_HOURS
        found[name] = ", ".join(
            text("plan-hours", activity=text(f"activity-{activity}"), hours=number(hours, 1))
            for activity, hours in zip(ACTIVITIES, amount, strict=True)
            if hours >= least
        )
    return {name: words or "—" for name, words in found.items()}


def _named(who: list[str]) -> str:
    """The first few by name, the others by their number."""
    named = ", ".join(who[:NAMED])
    if len(who) > NAMED:
        named = text("breach-others", who=named, count=len(who) - NAMED)
    return named


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
        key = (
            "plan-service-at-floor"
            if figures.at_floor == specialists
            else "plan-service-some-at-floor"
        )
        floor = number(service_floor_hours)
        yield key, {"floor": floor, "count": figures.at_floor, "of": specialists}
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
        beyond = [number(same["beyond_hours"].agg(end), 1) for end in ("min", "max")]
        tried = same["tried_hours"]
        facts = {
            "activity": text(f"activity-{activity}"),
            "beyond": "–".join(dict.fromkeys(beyond)),
            "tried": number(tried.max() if over == "above" else tried.min(), 1),
            "who": _named(who),
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
    need_plan(before)
    need_plan(after)
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
