"""What the browser shows of a plan: numbers, codes and booleans, no sentence."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from casekit.board.desk import Desk
from casekit.board.opinions import OPINIONS
from casekit.board.plain import plain, plain_list
from casekit.board.shared import SharedModel
from casekit.company import Case
from casekit.company.schema import ACTIVITIES, COST_LINES
from casekit.language import LANGUAGES
from casekit.language.formats import CHANCES
from casekit.model import EVERYBODY, PHASES, Comparison, Figures, Plan, breaches
from casekit.model.plans.explaining import learned_basis
from casekit.model.plans.proposals import people_affected
from casekit.model.response.next_hour import VALUED

__all__ = ["company_message", "curves_message", "scenario_row", "slow_figures", "view_of"]

_Kept = TypeVar("_Kept")

#: Most people named where hours are untried.
MOST_NAMED = 3
#: Months of the books that profit and margin of a year are told from.
YEAR_MONTHS = 12


@lru_cache(maxsize=8)
def company_message(shared: SharedModel) -> dict[str, Any]:
    """What stays the same for everybody: the sales force, its labels, and its last year."""
    c = shared.base.calibration
    regions = list(dict.fromkeys(c.regions))
    scopes = [
        {"code": EVERYBODY, "kind": "all"},
        *({"code": region, "kind": "region"} for region in regions),
        *({"code": rep, "kind": "rep"} for rep in c.rep_ids),
    ]
    named = [shared.case.name] if shared.case is not None else []
    profit, margin = _last_year(shared)
    return {
        "kind": "company",
        "currency": shared.base.currency,
        "name": named[0] if named else None,
        "months": c.response.terms.horizon_months,
        "phases": list(PHASES),
        "activities": list(ACTIVITIES),
        "scopes": scopes,
        "labels": shared.labels([*named, *regions]),
        "reps": [
            {"code": rep, "region": region}
            for rep, region in zip(c.rep_ids, c.regions, strict=True)
        ],
        "profit_krub": plain(profit),
        "margin_year_krub": plain(margin),
        "proposals": [name for name in OPINIONS if _has_opinion(shared.case, name)],
        "held": sorted({"travel"} | shared.base.limits.locked),
        "can_judge": shared.case is not None,
        "languages": list(LANGUAGES),
        "chances": [list(told) for told in CHANCES],
    }


def _has_opinion(case: Case | None, name: str) -> bool:
    return name != "chief" or (case is not None and "benchmarks" in case.tables)


def _last_year(shared: SharedModel) -> tuple[float | None, float]:
    """Operating profit and gross margin of the last twelve months; the model's year if unbooked."""
    case = shared.case
    if case is None or "financials" not in case.tables:
        return None, float(shared.base.margin_today()[:YEAR_MONTHS].sum())
    books = case.financials
    last = books[books["month"].isin(sorted(books["month"].unique())[-YEAR_MONTHS:])]
    lines = last.groupby("line")["amount_krub"].sum()
    costs = [line for line in COST_LINES if line in lines.index]
    return (
        float(lines["revenue"] - lines[costs].sum()),
        float(lines["revenue"] - lines.get("cost_of_sales", 0.0)),
    )


#: What was worked out of each comparison, as long as somebody looks at it.
_KNOWN: WeakKeyDictionary[Comparison, OrderedDict[object, Any]] = WeakKeyDictionary()
#: Most of that for one comparison: some megabytes.
MOST_KNOWN = 512


def _remembered(comparison: Comparison, key: object, make: Callable[[], _Kept]) -> _Kept:
    """What was worked out of a comparison before, or is now; readers move alike."""
    known = _KNOWN.setdefault(comparison, OrderedDict())
    if key not in known:
        known[key] = make()
        if len(known) > MOST_KNOWN:
            known.popitem(last=False)
    kept: _Kept = known[key]
    return kept


def _still(comparison: Comparison, scope: str) -> dict[str, Any]:
    """What of a scope no plan changes."""
    return _remembered(comparison, ("still", scope), lambda: _still_of(comparison, scope))


def _still_of(comparison: Comparison, scope: str) -> dict[str, Any]:
    c = comparison.calibration
    today, (low, high) = comparison.today(scope), comparison.bounds(scope)
    tried = c.tried_hours
    base, whole = comparison.margin_of_base(scope), comparison.margin_without_plan(scope)
    return {
        "today": plain_list(today),
        "low": plain_list(low),
        "high": plain_list(high),
        "tried_low": None if tried is None else plain_list(np.minimum(tried[0], today)),
        "tried_high": None if tried is None else plain_list(np.maximum(tried[1], today)),
        "margin": plain_list(comparison.margin_today(scope)),
        "base": plain_list(base),
        "pipe": plain_list(whole - base),
    }


def view_of(desk: Desk, figures: Figures) -> dict[str, Any]:
    """What a plan asks for and brings in the scope and phase shown.

    Parameters
    ----------
    desk
        The plan, the scope and the phase, and what is held.
    figures
        What the plan comes to there.
    """
    comparison, c = desk.comparison, desk.comparison.calibration
    still, hours = _still(comparison, desk.scope), desk.hours_of(desk.plan)
    rows = comparison.rows(desk.scope)
    worth = dict(zip(VALUED, plain_list(figures.hour_krub), strict=True))
    now = plain_list(figures.hours)
    shown = [
        {
            "activity": name,
            "today": still["today"][k],
            "now": now[k],
            "low": min(still["low"][k], now[k]),
            "high": max(still["high"][k], now[k]),
            "tried_low": still["tried_low"] and still["tried_low"][k],
            "tried_high": still["tried_high"] and still["tried_high"][k],
            "limits": [still["low"][k], still["high"][k]],
            "locked": name in desk.fixed,
            "value_krub": worth.get(k),
            "unknown": name in c.unknown,
        }
        for k, name in enumerate(ACTIVITIES)
    ]
    untried = figures.untried
    month, off = untried["from_month"].to_numpy(), untried["beyond_hours"].to_numpy(dtype=float)
    beyond = max(float(off[month == first].sum()) for first in PHASES)
    return {
        "scope": desk.scope,
        "phase": desk.phase,
        "can_undo": desk.can_undo,
        "can_redo": desk.can_redo,
        "hours": shown,
        "top": {
            "gain_krub": plain(figures.gain_krub),
            "value_today_krub": plain(figures.value_krub - figures.gain_krub),
            "profit_year_krub": plain_list(figures.profit_krub),
            "payback_month": figures.payback_month,
            "trough_krub": plain(figures.trough_krub),
            "months_below": figures.months_below,
            "chance": None,
            "untried_hours": plain(beyond),
            "untried_people": len(set(untried["rep_id"])),
            "untried_who": sorted(set(untried["rep_id"]))[:MOST_NAMED],
            "people_affected": people_affected(hours[:, rows], c.today_hours[rows]),
            "unknown": list(figures.unknown),
        },
        "months": {
            "plan": plain_list(figures.margin_krub),
            "today": still["margin"],
            "base": still["base"],
            "pipe": still["pipe"],
            "low": None,
            "high": None,
        },
        # Plans beside it are told for everybody: so is this one, wherever one looks.
        "whole": None if desk.scope == EVERYBODY else scenario_row(comparison, "", desk.plan),
        "people": _people(desk, hours[desk.phase]),
        "plan": desk.plan.to_plain(),
        "breaches": _breaches(desk, hours),
        "short": None if desk.short is None else desk.short.to_plain(),
    }


def _people(desk: Desk, hours: Any) -> list[dict[str, Any]]:
    """Everybody's hours in the phase, and how many of them move."""
    c = desk.comparison.calibration
    todays = _remembered(desk.comparison, "today", lambda: plain_list(c.today_hours))
    moved = plain_list(np.abs(hours - c.today_hours).sum(axis=1) / 2.0)
    return [
        {"code": rep, "today": before, "now": now, "change": change}
        for rep, before, now, change in zip(
            c.rep_ids, todays, plain_list(hours), moved, strict=True
        )
    ]


def _breaches(desk: Desk, hours: Any) -> list[dict[str, Any]]:
    """Limits that the plan breaks: for each person the first month and by how much then."""
    c = desk.comparison.calibration
    lines: dict[tuple[str, str, str], dict[str, Any]] = {}
    for breach in breaches(hours, c.today_hours, c.rep_ids, desk.comparison.limits):
        lines.setdefault(
            (breach.kind, breach.activity, breach.rep_id),
            {
                "kind": breach.kind,
                "code": breach.rep_id,
                "activity": breach.activity or None,
                "month": breach.from_month,
                "by_hours": plain(breach.by_hours),
            },
        )
    return list(lines.values())


def slow_figures(
    shared: SharedModel, comparison: Comparison, plan: Plan, scope: str
) -> dict[str, Any]:
    """How sure a gain is: its chance, and the band of margin month by month.

    The band is that of what the plan adds, laid on the margin under today's hours: what today's
    own course is unsure of changes nothing between the two.
    """
    return _remembered(
        comparison, ("slow", plan, scope), lambda: _slow(shared, comparison, plan, scope)
    )


def _slow(shared: SharedModel, comparison: Comparison, plan: Plan, scope: str) -> dict[str, Any]:
    found, today = shared.outlook(comparison, plan, scope), comparison.margin_today(scope)
    fan = {name: found.fan[name].to_numpy() for name in found.fan.columns}
    shares = (0.05, 0.20, 0.50, 0.80, 0.95)
    quantiles = {f"p{round(100 * share):02d}": plain(found.quantile(share)) for share in shares}
    return {
        "chance": plain(found.chance_of_gain),
        "low": plain_list(today + fan["p05"]),
        "high": plain_list(today + fan["p95"]),
        "fan": {name: plain_list(values) for name, values in fan.items()},
        "gain_krub": quantiles,
    }


def scenario_row(comparison: Comparison, name: str, plan: Plan) -> dict[str, Any]:
    """What a plan that was put aside brings to the whole company; its chance comes later."""
    found = _remembered(comparison, ("plan", plan), lambda: _of_scenario(comparison, plan))
    return {"name": name, **found}


def _of_scenario(comparison: Comparison, plan: Plan) -> dict[str, Any]:
    figures, c = comparison.figures(plan), comparison.calibration
    hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
    return {
        "gain_krub": plain(figures.gain_krub),
        "payback_month": figures.payback_month,
        "trough_krub": plain(figures.trough_krub),
        "untried_people": int(figures.untried["rep_id"].nunique()),
        "people_affected": people_affected(hours, c.today_hours),
        "hours": plain_list(hours[-1].mean(axis=0)),
    }


def curves_message(comparison: Comparison, scope: str) -> list[dict[str, Any]]:
    """Response curves of a scope's mean specialist, with what of them was learned."""
    learned = comparison.calibration.intervals.set_index("activity")["learned_share"]
    found = []
    for frame in comparison.curves(scope):
        activity = str(frame["activity"].iloc[0])
        tried = frame.loc[~frame["extrapolated"], "hours"]
        found.append(
            {
                "activity": activity,
                "unit": str(frame["unit"].iloc[0]),
                "hours": plain_list(frame["hours"]),
                "value": plain_list(frame["value"], 7),
                "low": plain_list(frame["low"], 7),
                "high": plain_list(frame["high"], 7),
                "tried": [plain(tried.min()), plain(tried.max())] if len(tried) else None,
                "today": plain(float(frame.loc[frame["is_today"], "hours"].iloc[0])),
                "unknown": activity in comparison.calibration.unknown,
                "learned_share": plain(float(learned[activity])),
                "learned": learned_basis(float(learned[activity])),
            }
        )
    return found
