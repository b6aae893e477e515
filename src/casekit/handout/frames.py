"""Frames of the board's pictures, made from a comparison."""

from __future__ import annotations

import functools
from typing import Any

from casekit.charts.board import BoardFrame
from casekit.charts.board_curves import CurvesFrame
from casekit.company import ACTIVITIES
from casekit.model import Comparison, Figures, Outlook
from casekit.model.plans.comparison import VALUED

__all__ = ["board_frame", "curves_frame"]


def board_frame(
    comparison: Comparison, figures: Figures, scope: str, phase: int, marks: bool = False
) -> BoardFrame:
    """Hours, margin and the value of an hour under a plan, beside today.

    With `marks` the best plan's hours as well, which nobody may see before a plan is committed.
    """
    return BoardFrame(
        plan=figures.hours,
        margin_plan=figures.margin_krub,
        payback_month=figures.payback_month,
        hour=figures.hour_krub,
        valued=tuple(ACTIVITIES[column] for column in VALUED),
        currency=comparison.currency,
        best=comparison.best_hours(scope, phase) if marks else None,
        **_of_today(comparison, scope),
    )


def curves_frame(
    comparison: Comparison, figures: Figures, scope: str, found: Outlook | None
) -> CurvesFrame:
    """Planned hours on the response curves, and the fan of the gain."""
    curves = comparison.curves(scope)
    return CurvesFrame(
        curves=curves,
        hours=figures.hours[: len(curves)],
        outcome=figures.outcome,
        fan=None if found is None else found.fan,
        chance=None if found is None else found.chance_of_gain,
        months=len(figures.margin_krub),
        currency=comparison.currency,
    )


@functools.lru_cache(maxsize=64)
def _of_today(comparison: Comparison, scope: str) -> dict[str, Any]:
    """Parts of a frame that do not depend on the plan."""
    low, high = comparison.bounds(scope)
    return {
        "today": comparison.today(scope),
        "low": low,
        "high": high,
        "margin_today": comparison.margin_today(scope),
        "margin_base": comparison.margin_of_base(scope),
        "margin_pipe": comparison.margin_without_plan(scope),
    }
