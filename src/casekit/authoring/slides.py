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

#: The figure that shows what was given for what the region gained.
_OLD_CLIENTS = "old_clients_krub"

#: Draws on the axes given as `ax`.
Draw = Callable[..., Axes]


def case_pictures(case: Case) -> dict[str, Draw]:
    """Pictures in the order of the lesson; each takes the axes to draw on."""
    return {**_of_the_company(case), **_of_the_hours(case), **_of_the_lag(case), **_of_plans(case)}


def _of_the_company(case: Case) -> dict[str, Draw]:
    """Whose clients they are, and why profit fell."""
    currency, tables = case.currency, (case.positions, case.accounts)
    wallets, doors = analysis.wallets_by_status(*tables), analysis.open_doors(*tables)
    bridge = analysis.profit_bridge(case.financials, case.sales, *tables)
    return {
        "wallets": lambda ax: charts.plot_wallets(wallets, currency, ax=ax),
        "open_doors": lambda ax: charts.plot_open_doors(doors, currency, case.label, ax=ax),
        "profit_bridge": lambda ax: charts.plot_profit_bridge(bridge, ax=ax),
    }


def _of_the_hours(case: Case) -> dict[str, Draw]:
    """Where the hours go, what they bring on average, and who is productive."""
    audit = analysis.time_audit(case.reports, case.benchmarks)
    both = analysis.audit_both_ways(case.reports, case.calendar, case.benchmarks)
    costs = analysis.cost_of_hours(case.financials, case.reports)["krub_per_hour"]
    average = analysis.average_productivity(case.reports, case.sales, case.positions)
    league = analysis.league_table(case.sales, case.accounts, reports=case.reports)
    return {
        "time_audit": lambda ax: charts.plot_time_audit(audit, ax=ax),
        "gap_both_ways": lambda ax: charts.plot_gap_both_ways(both, ax=ax),
        "average": lambda ax: charts.plot_productivity(
            average, costs["selling"], case.currency, ax=ax
        ),
        "league": lambda ax: charts.plot_league(league, case.currency, ax=ax),
        "adjusted": lambda ax: charts.plot_adjusted(league, ax=ax),
    }


def _of_the_lag(case: Case) -> dict[str, Draw]:
    """Hours by the month and along deals, the region that tried something, the next hour."""
    currency = case.currency
    same_month = analysis.same_month_productivity(case.reports, case.sales)
    money = analysis.money_after_hours(case.reports, case.sales, case.deals, case.positions)
    average = analysis.average_productivity(case.reports, case.sales, case.positions)
    known = model.calibrate_history(case)
    return {
        "same_month": lambda ax: charts.plot_productivity(
            same_month, None, currency, ax=ax, joined="month"
        ),
        "money_after_hours": lambda ax: charts.plot_money_after_hours(money, currency, ax=ax),
        **_of_the_experiment(case),
        "next_hour": lambda ax: charts.plot_hour_values(
            known.intervals, currency, ax=ax, average=average
        ),
    }


def _of_the_experiment(case: Case) -> dict[str, Draw]:
    """What old clients of the region that tried something bought, if there was such a region."""
    tried = analysis.region_that_changed(case)
    if tried is None:
        return {}
    told = analysis.region_against_others(
        case, tried.region, _OLD_CLIENTS, tried.first_month, tried.last_month
    )
    return {
        "experiment": lambda ax: charts.plot_region_against_others(
            told, case.label(tried.region), _OLD_CLIENTS, ax=ax
        )
    }


def _of_plans(case: Case) -> dict[str, Draw]:
    """Nothing done, service handed over, and the best plan: shown last, when teams committed."""
    currency, floor = case.currency, case.terms.service_floor_hours
    nothing, service = model.doing_nothing(case), model.service_left(case)
    planned = model.project(case, model.best_plan(case).plan, draws=200)
    return {
        "doing_nothing": lambda ax: charts.plot_doing_nothing(nothing, currency, ax=ax),
        "service_left": lambda ax: charts.plot_service_left(service, floor, currency, ax=ax),
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
