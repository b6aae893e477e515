"""What a plan brings and what to beware of, a sentence each."""

from __future__ import annotations

from casekit.language import chance, money, number, percent, text
from casekit.model import EVERYBODY, Comparison, Figures, Outlook, Plan

__all__ = ["plan_words", "scope_name"]


def plan_words(
    comparison: Comparison,
    plan: Plan,
    figures: Figures,
    scope: str,
    currency: str,
    found: Outlook | None = None,
) -> list[str]:
    """What a plan brings and what to beware of, a sentence each.

    Parameters
    ----------
    comparison
        Today and the best plan.
    plan, figures
        The plan, and what it comes to for the scope.
    scope
        For whom it is told.
    currency
        Label of the company's currency.
    found
        How sure the gain is, where it was worked out.
    """
    if not plan:
        return [text("board-nothing")]
    key = "board-gain" if figures.gain_krub >= 0 else "board-loss"
    before = figures.value_krub - figures.gain_krub
    told = [
        text(
            key,
            amount=money(abs(figures.gain_krub), currency),
            share=percent(abs(figures.gain_krub) / before, 1),
        )
    ]
    month = figures.payback_month
    if month is None:
        told.append(text("plan-never-pays", months=len(figures.margin_krub)))
    else:
        told.append(text("board-pays", month=month) if month > 1 else text("plan-pays-at-once"))
    years = (money(amount, currency) for amount in figures.profit_krub)
    told.append(text("board-profit", years="; ".join(years)))
    if figures.retention_halved:
        told.append(text("plan-retention-halved"))
    floor = comparison.calibration.response.service_floor_hours
    if figures.below_floor:
        told.append(text("plan-service-below", floor=number(floor)))
    if figures.beyond:
        count = len(comparison.rows(scope))
        told.append(text("plan-extrapolates", count=figures.beyond, of=count))
    if found is not None:
        told.append(text("plan-chance", chance=chance(found.chance_of_gain)))
    return told


def scope_name(scope: str) -> str:
    """For whom, in words; regions and specialists go by their codes."""
    return text("board-everybody") if scope == EVERYBODY else scope
