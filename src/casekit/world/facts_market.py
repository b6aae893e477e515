"""Planted facts about profit, hours, wallets and the market: 0, 1, 2, 3, 12, 13."""

from __future__ import annotations

from casekit.analysis.months import last_months
from casekit.analysis.origins import origin_totals, sales_by_origin
from casekit.analysis.productivity import (
    pursuit_productivity,
    revenue_of_wins,
    same_month_productivity,
)
from casekit.analysis.profit import margin_bridge, profit_and_loss
from casekit.analysis.time_audit import time_audit
from casekit.analysis.wallets import monthly_loss_share, wallets_by_status
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.proof import Condition


def profit_falls(world: World) -> tuple[Condition, ...]:
    """Fact 0: operating margin falls by two points or more while revenue grows by 0 to 4.5 %.

    About four fifths of the fall is cost; the rest is margin lost at shared clients.
    """
    t = world.tables
    books = profit_and_loss(t["financials"])
    margins = margin_bridge(t["sales"], t["positions"], t["accounts"])
    profit, revenue = books.loc["operating_profit"], books.loc["revenue"]
    drop = profit["year_1"] / revenue["year_1"] - profit["year_2"] / revenue["year_2"]
    gross = books.at["gross_margin", "change"]
    fall = -profit["change"]
    rate = margins["rate_krub"]
    return (
        Condition("operating margin lost, share of revenue", drop, low=0.02),
        Condition("revenue growth", revenue["change"] / revenue["year_1"], low=0.0, high=0.045),
        Condition("share of the fall that is cost", 1.0 + gross / fall, low=0.65, high=1.0),
        Condition("margin rate lost at shared clients, share of all", rate["shared"] / rate.sum(),
                  low=0.75, high=1.25),
        Condition("margin rate lost at shared clients against the gross margin lost",
                  rate["shared"] / gross, low=0.8),
    )  # fmt: skip


def where_hours_go(world: World) -> tuple[Condition, ...]:
    """Fact 1: selling takes 35 to 40 %; service and administration explain the gap, not travel."""
    audit = time_audit(world.tables["reports"], world.tables["benchmarks"])
    gap = audit["share"] - audit["reference_share"]
    missing = -gap["selling"]
    return (
        Condition("selling, share of hours", audit.at["selling", "share"], low=0.35, high=0.40),
        Condition("service and administration, share of the gap",
                  (gap["service"] + gap["admin"]) / missing, low=2 / 3),
        Condition("travel, share of the gap", abs(gap["travel"]) / missing, high=0.10),
    )  # fmt: skip


def competitors_money(world: World) -> tuple[Condition, ...]:
    """Fact 2: over half of competitors' money is at their clients, a quarter behind open doors."""
    table = wallets_by_status(world.tables["positions"], world.tables["accounts"])
    share, open_krub = table["competitors_share"], table["competitors_krub"]
    return (
        Condition("at competitors' clients", share["competitor"], low=0.5),
        Condition("at shared clients", share["shared"], low=0.25),
        Condition("shared against our", open_krub["shared"] / open_krub["our"], low=3.0),
    )


def same_month_trap(world: World) -> tuple[Condition, ...]:
    """Fact 3: by the same month conversion looks worthless; along its pursuits it does not."""
    t = world.tables
    same = same_month_productivity(t["reports"], t["sales"])["revenue_krub_per_hour"]
    along = pursuit_productivity(t["reports"], t["sales"], t["deals"], t["positions"])
    retention = same["retention"]
    return (
        Condition("same month, conversion against retention", same["conversion"] / retention,
                  high=0.1),
        Condition("along pursuits, conversion against retention",
                  along["revenue_krub_per_hour"] / retention, low=0.1, high=3.0),
    )  # fmt: skip


def margin_trap(world: World) -> tuple[Condition, ...]:
    """Fact 12: a win's first year is mostly equipment, its 36-month margin is not.

    The recurring margin of the first months is carried on for 36 months, less what competitors
    take from shared clients in a month.
    """
    t = world.tables
    months = t["financials"]["month"]
    wins = revenue_of_wins(t["sales"], t["deals"], t["positions"])
    wins = wins[wins["seen_months"] == 12]
    loss = monthly_loss_share(t["positions"], t["accounts"], months.min(), months.max())["shared"]
    carried = sum((1.0 - loss) ** month for month in range(36)) / 12.0
    equipment = wins["equipment_krub"].sum()
    first_year = equipment + wins["recurring_krub"].sum()
    margin = wins["equipment_margin_krub"].sum()
    return (
        Condition("equipment, share of first-year revenue", equipment / first_year, low=0.5),
        Condition("equipment, share of 36-month margin",
                  margin / (margin + carried * wins["recurring_margin_krub"].sum()), high=0.5),
    )  # fmt: skip


def attribution_window(world: World) -> tuple[Condition, ...]:
    """Fact 13: windows of 6, 12 and 24 months move a tenth of growth revenue and more."""
    growth = {}
    for window in p.TERMS.attribution_windows_months:
        rows = sales_by_origin(world.tables["sales"], world.tables["positions"], window)
        totals = origin_totals(rows[last_months(rows["month"], 12)])["revenue_krub"]
        growth[window] = float(totals["expansion"] + totals["conversion"])
    return (
        Condition("6 against 12 months", 1.0 - growth[6] / growth[12], low=0.1),
        Condition("24 against 12 months", growth[24] / growth[12] - 1.0, low=0.1),
    )
