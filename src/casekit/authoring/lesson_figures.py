"""Figures of the lesson, block by block, that the instructor's texts quote of a company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from casekit import analysis, model
from casekit.company import ACTIVITIES, SELLING, Case
from casekit.language import chance, hours, money, month, number, percent, text

#: Steps of the profit bridge that are costs below the gross margin.
_COSTS = ("reps", "sales_management", "marketing", "logistics", "administration", "depreciation")
#: Activities that lack of selling can be explained by.
_OTHERS = ["service", "travel", "admin"]
#: Part of the retention hours that the head of region would take away.
_CUT_SHARE = 0.4
#: Wins from which hours per win are told.
_FEWEST_WINS = 2
#: Months of a pilot, as the notebooks have it.
_PILOT_MONTHS = 9
#: Parts of the way to the best plan that are told.
_HALF, _THREE_QUARTERS = 0.5, 0.75

Figures = dict[str, Any]


def lesson_figures(case: Case, comparison: model.Comparison) -> Mapping[str, Figures]:
    """Figures by block and name, written in the reader's language.

    None of them is taken from a question: texts stay true when questions are worded anew.

    Parameters
    ----------
    case
        A company with all tables.
    comparison
        The same company's plans.

    Returns
    -------
    Mapping
        `company`, `time`, `hour`, `people`, `lag`, `region`, `future`, `proposals` and `pilot`.
    """
    proposals = model.proposals(comparison.calibration)
    return {
        "company": _company(case),
        "time": _time(case),
        "hour": _hour(case, comparison.calibration),
        "people": _people(case),
        "lag": _lag(case),
        "region": _region(case),
        "future": _future(case),
        "proposals": _proposals(case, comparison, proposals),
        "pilot": _pilot(case, proposals.norm.plan),
    }


def _company(case: Case) -> Figures:
    """Whose clients, and why profit fell."""
    books = analysis.profit_and_loss(case.financials)
    margin = books.loc["operating_profit"] / books.loc["revenue"]
    bridge = analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    steps = bridge.drop(["year_1", "year_2"])
    wallets = analysis.wallets_by_status(case.positions, case.accounts)
    doors = analysis.open_doors(case.positions, case.accounts)
    prices = analysis.price_pressure(case)
    return {
        "margin_fall_points": number(100 * (margin["year_1"] - margin["year_2"]), 1),
        "margin_fall_relative": percent(1.0 - margin["year_2"] / margin["year_1"]),
        "cost_share": percent(steps[list(_COSTS)].sum() / steps.sum()),
        "specialists_share": percent(steps["reps"] / steps.sum()),
        "margin_shared": money(-steps["margin_shared"], case.currency),
        "margin_our": money(-steps["margin_our"], case.currency),
        "served_share": percent(1.0 - wallets.at["competitor", "competitors_share"]),
        "open_doors": number(doors["doors"].sum()),
        "widest_door": case.label(str(doors["open_krub"].idxmax())),
        "price_gap": percent(-prices["gap_share"].iloc[-1]),
    }


def _time(case: Case) -> Figures:
    """Where the hours go, as reported and as observed."""
    both = analysis.audit_both_ways(case.reports, case.calendar, case.benchmarks)
    selling = both.loc["selling"]
    seen = analysis.reports_against_calendar(case.reports, case.calendar)
    clean, booked = (
        analysis.clean_reports(case.received, case, service_by_tickets=by_tickets)
        for by_tickets in (True, False)
    )
    rebooked = clean["service_hours"].sum() - booked["service_hours"].sum()
    alike = analysis.same_every_month(case.reports)
    return {
        "share": percent(selling["told_share"]),
        "seen_share": percent(selling["seen_share"]),
        "gap": hours(-selling["told_gap_hours"], 1),
        "gap_points": number(100 * _points_missing(case), 1),
        "seen_gap": hours(-selling["seen_gap_hours"], 1),
        "seen_gap_low": number(-selling["seen_gap_hours_high"], 1),
        "seen_gap_high": number(-selling["seen_gap_hours_low"], 1),
        "told_first": text(f"activity-{both.loc[_OTHERS, 'told_gap_hours'].idxmax()}"),
        "seen_first": text(f"activity-{both.loc[_OTHERS, 'seen_gap_hours'].idxmax()}"),
        "flattery": percent(-seen.at["selling", "difference_share"]),
        "rebooked": hours(float(rebooked)),
        "identical": number(int(alike.sum())),
    }


def _points_missing(case: Case) -> float:
    selling = analysis.time_audit(case.reports, case.benchmarks).loc["selling"]
    return float(selling["reference_share"] - selling["share"])


def _hour(case: Case, calibration: model.Calibration) -> Figures:
    """What an hour costs, earns on average, and what the next one is worth."""
    observed = analysis.as_observed(case.reports, case.calendar)
    told, seen = (
        analysis.cost_of_hours(case.financials, reports)["krub_per_hour"]
        for reports in (case.reports, observed)
    )
    average = analysis.average_productivity(case.reports, case.sales, case.positions)
    growth = analysis.origins_by_window(
        case.sales, case.positions, case.terms.attribution_windows_months
    )["growth_share"]
    next_hour = calibration.intervals.set_index("activity")
    figures = {
        "cost": _an_hour(case, told["total"]),
        "selling_cost": _an_hour(case, told["selling"]),
        "selling_cost_seen": _an_hour(case, seen["selling"]),
        "dearer": percent(seen["selling"] / told["selling"] - 1.0),
        "short_window": number(min(growth.index)),
        "long_window": number(max(growth.index)),
        "short_growth": percent(growth.loc[min(growth.index)]),
        "long_growth": percent(growth.loc[max(growth.index)]),
    }
    for kind in SELLING:
        row = next_hour.loc[kind]
        figures[f"average_{kind}"] = _an_hour(case, average.at[kind, "margin_krub_per_hour"])
        figures[f"next_{kind}"] = _an_hour(case, row["marginal"])
        figures[f"next_{kind}_range"] = (
            f"{number(row['marginal_low'], 1)}–{number(row['marginal_high'], 1)}"
        )
        figures[f"learned_{kind}"] = percent(row["learned_share"])
    return figures


def _an_hour(case: Case, krub: float) -> str:
    # Nothing at all reads as nothing, not as nothing and no tenths.
    return money(float(krub), case.currency, int(bool(round(float(krub), 1))))


def _people(case: Case) -> Figures:
    """The league table, its territories, and the cheapest win."""
    league = analysis.league_table(case.sales, case.accounts, reports=case.reports)
    parts = analysis.league_parts(league, case.accounts, case.reports)
    top, bottom = parts.loc["top"], parts.loc["bottom"]
    wins = analysis.hours_per_win(case.reports, case.deals)
    cheapest = str(wins.loc[wins["wins"] >= _FEWEST_WINS, "hours_per_win"].idxmin())
    apart = analysis.told_apart(league, "adjusted").to_numpy().sum() // 2
    return {
        "first": case.label(str(league.index[0])),
        "first_adjusted": number(league["adjusted_rank"].iloc[0]),
        "people": number(len(league)),
        "cheapest_win": case.label(cheapest),
        "cheapest_win_rank": number(league.at[cheapest, "rank"]),
        "follows_territory": number(
            analysis.rank_correlation(league["revenue_krub"], league["elsewhere_krub"]), 2
        ),
        "revenue_times": number(top["revenue_krub"] / bottom["revenue_krub"], 1),
        "territory_times": number(top["elsewhere_krub"] / bottom["elsewhere_krub"], 1),
        "adjusted_times": number(top["adjusted"] / bottom["adjusted"], 1),
        "pairs": number(len(league) * (len(league) - 1) // 2),
        "pairs_apart": number(int(apart)),
    }


def _lag(case: Case) -> Figures:
    """Conversion by the month and along its deals; how long deals take; what a win is made of."""
    tables = case.reports, case.sales, case.deals, case.positions
    by_month = analysis.same_month_productivity(case.reports, case.sales)["margin_krub_per_hour"]
    pursued = analysis.pursuits_by_outcome(*tables)
    come = analysis.money_after_hours(*tables)["come_share"]
    cycle = analysis.cycle_estimates(case.deals, case.first_month, case.last_month)
    focus = analysis.wins_by_focus(case.reports, case.deals, case.first_month, case.last_month)
    many = focus.loc["many"]
    win = analysis.win_over_time(case.sales, case.deals, case.positions, case.accounts)
    recurring = win.loc["recurring"] / win.sum()
    # A row a year, those in which the clients came; the first row are the old clients.
    old = analysis.account_cohorts(case.sales, months=12).iloc[0]
    margin = pursued.at["all", "margin_krub"]
    return {
        "same_month": _an_hour(case, by_month["conversion"]),
        "along_deals": _an_hour(case, margin / pursued.at["all", "hours"]),
        "won_alone": _an_hour(case, margin / pursued.at["won", "hours"]),
        "half_come": number(int((come < _HALF).sum())),
        "cycle": number(cycle["with_open"], 1),
        "called_ended": number(cycle["called_ended"], 1),
        "scattering": number(many["times_few"], 1),
        "scattering_low": number(many["times_few_low"], 1),
        "scattering_high": number(many["times_few_high"], 1),
        "recurring_first_year": percent(recurring["first_year_krub"]),
        "recurring_three_years": percent(recurring["three_years_margin_krub"]),
        "old_clients": percent(1.0 - old.iloc[1] / old.iloc[0], 1),
    }


def _region(case: Case) -> Figures:
    """The region that worked otherwise for a while: when, and what came of it."""
    tried = analysis.region_that_changed(case)
    if tried is None:
        raise ValueError("no region of this company worked otherwise for a while")
    found = analysis.region_experiment(
        case,
        tried.region,
        tried.first_month,
        tried.last_month,
        ["retention_hours", "opened", "margin_krub", "old_clients_krub", "wins"],
    )
    return {
        "name": case.label(tried.region),
        "first": month(tried.first_month),
        "last": month(tried.last_month),
        "retention": percent(-found.at["retention_hours", "effect_during"]),
        "opened_times": number(1.0 + found.at["opened", "effect_during"], 1),
        "wins_times": number(1.0 + found.at["wins", "effect_after"], 1),
        "old_after": percent(-found.at["old_clients_krub", "effect_after"], 1),
        "old_noise": percent(found.at["old_clients_krub", "noise_after"], 1),
        "margin_after": percent(found.at["margin_krub", "effect_after"], 1),
        "margin_noise": percent(found.at["margin_krub", "noise_after"], 1),
    }


def _future(case: Case) -> Figures:
    """Can the model be believed; nothing done, retention cut, service handed over."""
    seen = model.hindcast(case)
    nothing = model.project(case).profit["margin_krub"]
    missing = model.retention_cut(case, _CUT_SHARE)
    service = model.service_left(case)["gain_krub"]
    at_floor, none = service[case.terms.service_floor_hours], service[0.0]
    return {
        "known_months": number(seen.known_months),
        "held_months": number(len(seen.months)),
        "missed_by": percent(abs(seen.error_share), 1),
        "nothing": percent(1.0 - nothing.iloc[-1] / nothing.iloc[0], 1),
        "cut": percent(_CUT_SHARE),
        "cut_quarter": percent(missing[3], 1),
        "cut_years": percent(missing[36], 1),
        "service_floor": money(float(at_floor), case.currency),
        "service_none": money(float(-none), case.currency),
        "service_below": money(float(at_floor - none), case.currency),
    }


def _proposals(case: Case, comparison: model.Comparison, found: model.Proposals) -> Figures:
    """The proposals side by side, with the chief executive's norm and parts of the way."""
    plans = {
        "norm": found.plans["norm"],
        "chief": model.benchmark_plan(case),
        "personal": found.plans["personal"],
    }
    table = model.weigh(comparison, plans)
    selling = [found.norm.change_hours.get(activity, 0) for activity in ACTIVITIES]
    best = comparison.best.plan
    return {
        "norm_says": ", ".join(
            f"{text(f'activity-{activity}').lower()} {change:+d}".replace("-", "−")
            for activity, change in zip(ACTIVITIES, selling, strict=True)
            if change
        ),
        "half_way": percent(model.share_of_gain(case, best.scaled(_HALF))),
        "three_quarters": percent(model.share_of_gain(case, best.scaled(_THREE_QUARTERS))),
        **{name: _weighed(case, table.loc[name]) for name in plans},
    }


def _weighed(case: Case, row: pd.Series) -> Figures:
    payback = row["payback_month"]
    return {
        "gain": money(float(row["gain_krub"]), case.currency),
        "low": money(float(row["p20_krub"]), case.currency),
        "share": percent(row["share"]),
        "trough": money(float(row["trough_krub"]), case.currency),
        "months_below": number(int(row["months_below"])),
        "payback": text("format-unknown") if pd.isna(payback) else number(int(payback)),
        "people": number(int(row["people_affected"])),
        "chance": chance(row["chance"]),
    }


def _pilot(case: Case, plan: model.Plan) -> Figures:
    """What a pilot of the best norm could show, by design and figure, and where luck ends."""
    power = model.pilots_of_plan(case, plan, _PILOT_MONTHS)
    watched = model.indicators(case, plan, _PILOT_MONTHS)
    return {
        "months": number(_PILOT_MONTHS),
        "opened_region": percent(power.at["opened", "one_region_power"]),
        "opened_lot": percent(power.at["opened", "half_randomised_power"]),
        "margin_region": percent(power.at["margin_krub", "one_region_power"]),
        "margin_lot": percent(power.at["margin_krub", "half_randomised_power"]),
        **{
            f"luck_{name}": percent(abs(watched.at[f"{name}", "low_share"]), digits)
            for name, digits in (("opened", 0), ("recurring_krub", 1), ("margin_krub", 1))
        },
        "luck_lost_krub": percent(watched.at["lost_krub", "high_share"]),
    }
