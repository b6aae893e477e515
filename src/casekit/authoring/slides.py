"""Slides: one picture each, in the format of a projector."""

from __future__ import annotations

import io
from collections.abc import Callable

from matplotlib.axes import Axes

from casekit import analysis, charts, model
from casekit.charts import style
from casekit.company import Case
from casekit.language import month, text

#: Inches and dots per inch of a slide: 16 to 9, 1600 by 900, letters readable from the last row.
_SIZE, _DPI = (9.0, 5.0625), 178

#: Draws on the axes given as `ax`.
Draw = Callable[..., Axes]


def case_pictures(case: Case) -> dict[str, Draw]:
    """Pictures in the order of the lesson; each takes the axes to draw on."""
    currency, names = case.currency, case.label
    audit = analysis.time_audit(case.reports, case.benchmarks)
    wallets = analysis.wallets_by_status(case.positions, case.accounts)
    doors = analysis.open_doors(case.positions, case.accounts)
    bridge = analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    seen = analysis.reports_against_calendar(case.reports, case.calendar)
    costs = analysis.cost_of_hours(case.financials, case.reports)["krub_per_hour"]
    average = analysis.average_productivity(case.reports, case.sales, case.positions)
    same_month = analysis.same_month_productivity(case.reports, case.sales)
    league = analysis.league_table(case.sales, case.accounts, reports=case.reports)
    matrix = analysis.effort_by_revenue_month(case.reports, case.sales, case.deals, case.positions)
    best = model.best_plan(case)
    today, planned = model.project(case), model.project(case, best.plan, draws=200)
    return {
        "wallets": lambda ax: charts.plot_wallets(wallets, currency, ax=ax),
        "open_doors": lambda ax: charts.plot_open_doors(doors, currency, names, ax=ax),
        "profit_bridge": lambda ax: charts.plot_profit_bridge(bridge, ax=ax),
        "time_audit": lambda ax: charts.plot_time_audit(audit, ax=ax),
        "told_and_seen": lambda ax: charts.plot_told_and_seen(seen, ax=ax),
        "average": lambda ax: charts.plot_productivity(average, costs["selling"], currency, ax=ax),
        "league": lambda ax: charts.plot_league(league, currency, ax=ax),
        "same_month": lambda ax: charts.plot_productivity(same_month, None, currency, ax=ax),
        "effort_and_revenue": lambda ax: charts.plot_effort_by_revenue_month(
            matrix, currency, ax=ax
        ),
        "margin_path": lambda ax: charts.plot_margin_path(
            planned.monthly, today.monthly, currency, ax=ax
        ),
        "fan": lambda ax: charts.plot_fan(
            planned.fan, planned.outlook.chance_of_gain, currency, ax=ax
        ),
    }


def draw_slide(case: Case, draw: Draw) -> bytes:
    """A slide as PNG: the picture with a line below it that names the company."""
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(figsize=_SIZE, layout="constrained")
    figure.get_layout_engine().set(rect=(0.02, 0.06, 0.96, 0.92))
    draw(ax=ax)
    first, last = month(case.first_month), month(case.last_month)
    source = text("slide-source", company=case.label(case.name), first=first, last=last)
    figure.text(0.02, 0.015, source, fontsize=8, color="#55606d", fontfamily=style.FONT)
    out = io.BytesIO()
    # Metadata would name the drawing library's version and so change the bytes.
    figure.savefig(
        out, format="png", dpi=_DPI, metadata={"Software": None}, facecolor=figure.get_facecolor()
    )
    plt.close(figure)
    return out.getvalue()
