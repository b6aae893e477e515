"""Right answers, and what each known mistake gives, of questions that have no record yet.

Functions of a case's data, as in the records (`questions/NN_name.py`). Read by `casekit build`,
which seals the answers, and by the grader's scoring process; never by anything a participant runs.
"""

import pandas as pd

from casekit import analysis
from casekit.analysis import reference_gaps, time_audit
from casekit.company import ACTIVITIES, SELLING, Case
from casekit.model import (
    BestPlan,
    Limits,
    benchmark_plan,
    best_plan,
    calibrate_history,
    project,
    share_of_gain,
    shifted_plan,
)
from casekit.questions import Answer

from .figures import average, kept


@kept
def audit(case: Case) -> pd.DataFrame:
    """Hours and shares by activity, beside the reference values."""
    return time_audit(case.reports, case.benchmarks)


def gaps(case: Case) -> pd.DataFrame:
    """Hours above or below the reference, by activity."""
    return reference_gaps(audit(case))


def selling_share(case: Case) -> float:
    """Share of working time spent selling."""
    return float(audit(case).loc["selling", "share"])


def selling_reference(case: Case) -> float:
    """Share of working time that the reference gives to selling."""
    return float(audit(case).loc["selling", "reference_share"])


def selling_gap(case: Case) -> float:
    """Hours a month by which selling falls short of its reference."""
    return -float(gaps(case).loc["selling", "gap_hours"])


def gap_to_best_quarter(case: Case) -> float:
    """Hours a month by which selling falls short of the best quarter."""
    by_activity = audit(case)
    month_hours = by_activity["hours"].sum() - by_activity.loc["selling", "hours"]
    best = by_activity.loc["selling", "best_quarter_share"] * month_hours
    return float(best - by_activity.loc["selling", "hours"])


#: Activities that make up the month, selling taken as a whole.
WHOLE = ["selling", *(name for name in ACTIVITIES if name not in SELLING)]


def largest_excess(case: Case) -> str:
    """Activity with the most hours above its reference, selling taken as a whole."""
    return str(gaps(case).loc[WHOLE, "gap_hours"].idxmax())


@kept
def wallets(case: Case) -> pd.DataFrame:
    """Clients' money by status: ours, and what competitors hold."""
    return analysis.wallets_by_status(case.positions, case.accounts)


@kept
def doors(case: Case) -> pd.DataFrame:
    """Points of clients we serve that competitors hold, by process point."""
    return analysis.open_doors(case.positions, case.accounts)


def points_of_others(case: Case) -> pd.DataFrame:
    """Every process point that a competitor holds now."""
    return points_now(case).query("supplier != 'us'")


def points_now(case: Case) -> pd.DataFrame:
    """Every process point with its present supplier."""
    return case.positions[case.positions["until_month"].fillna("") == ""]


def at_competitors_clients(case: Case) -> pd.DataFrame:
    """Process points of competitors' own clients."""
    theirs = case.accounts.query("status == 'competitor'")["account_id"]
    return points_now(case)[lambda points: points["account_id"].isin(theirs)]


def largest_point(points: pd.DataFrame) -> str:
    """Process point on which most is spent."""
    return str(points.groupby("process_point")["wallet_krub_per_month"].sum().idxmax())


def margin_fall(case: Case, line: str = "operating_profit") -> float:
    """By how much the margin of a line fell between the years, share of revenue."""
    pnl = analysis.profit_and_loss(case.financials)
    margin = pnl.loc[line] / pnl.loc["revenue"]
    return float(margin["year_1"] - margin["year_2"])


@kept
def steps(case: Case) -> pd.Series:
    """Steps of the profit bridge, the profits themselves left out."""
    bridge = analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    return bridge.drop(["year_1", "year_2"])


#: Steps of the bridge that are costs after cost of sales.
COSTS = [
    "reps",
    "sales_management",
    "marketing",
    "logistics",
    "administration",
    "depreciation",
]


@kept
def along(case: Case) -> pd.Series:
    """What an hour of conversion brings along its deals."""
    return analysis.pursuit_productivity(case.reports, case.sales, case.deals, case.positions)


def along_won_deals(case: Case) -> float:
    """The same with the hours of won deals alone."""
    hours = analysis.pursuit_hours(case.reports, case.deals).query("whole and outcome == 'won'")
    return float(along(case)["revenue_krub"] / hours["hours"].sum())


@kept
def cycle(case: Case) -> pd.Series:
    """Median months of a deal, in three ways."""
    return analysis.cycle_estimates(case.deals, case.first_month, case.last_month)


@kept
def focus(case: Case) -> pd.DataFrame:
    """Hours a win takes, by how many clients are pursued at once."""
    return analysis.wins_by_focus(case.reports, case.deals, case.first_month, case.last_month)


@kept
def win_over_time(case: Case) -> pd.DataFrame:
    """What an average win brings."""
    return analysis.win_over_time(case.sales, case.deals, case.positions, case.accounts)


def part_of_win(case: Case, part: str, column: str) -> float:
    """Share of a part of an average win."""
    win = win_over_time(case)[column]
    return float(win[part] / win.sum())


@kept
def cohorts_of(case: Case) -> pd.DataFrame:
    """Revenue of each year by the year in which the clients came."""
    return analysis.account_cohorts(case.sales, months=12)


def old_clients_lost(case: Case) -> float:
    """By what share the clients of the first year bought less in the second."""
    cohorts = cohorts_of(case)
    return 1 - float(cohorts.iloc[0, 1] / cohorts.iloc[0, 0])


def all_clients_lost(case: Case) -> float:
    """The same for all clients together."""
    years = cohorts_of(case).sum()
    return 1 - float(years.iloc[1] / years.iloc[0])


@kept
def hour(case: Case) -> pd.DataFrame:
    """What one more hour of each kind of selling is worth, with its interval."""
    return calibrate_history(case).intervals.set_index("activity")


#: What stays as it is where only selling hours are reshuffled.
HELD = Limits(locked=frozenset({"service", "travel", "admin"}))


@kept
def best(case: Case) -> BestPlan:
    """The best plan."""
    return best_plan(case)


@kept
def reshuffle_gain(case: Case) -> float:
    """Gain of reshuffled selling hours, share of today's value."""
    found = best_plan(case, HELD)
    return found.gain_krub / found.present_krub


def whole_gain(case: Case) -> float:
    """Gain of the best plan, share of today's value."""
    return best(case).gain_krub / best(case).present_krub


@kept
def benchmark_share(case: Case, metric: str = "best_quarter") -> float:
    """Part of the best plan's gain that a mix from other firms earns."""
    return share_of_gain(case, benchmark_plan(case, metric))


@kept
def scaled_share(case: Case, factor: float) -> float:
    """Part of the best plan's gain that is earned on a part of the way to it."""
    return share_of_gain(case, best(case).plan.scaled(factor))


@kept
def freed(case: Case, share: float) -> float:
    """Value of a plan that moves a share of everybody's service into expansion, thousands."""
    return project(case, shifted_plan(case, "service", share, "expansion")).value_krub


@kept
def missing(case: Case, month: int) -> float:
    """Share of recurring revenue that is missing after four tenths of retention were cut."""
    cut = project(case, shifted_plan(case, "retention", 0.40, "admin"))
    return 1 - float(cut.base[month] / project(case).base[month])


@kept
def profit_gain(case: Case, year: int, column: str = "profit_krub") -> float:
    """What the best plan adds to a year, thousands."""
    after = project(case, best(case).plan).profit
    return float((after - project(case).profit).loc[year, column])


@kept
def rebooked_hours(case: Case) -> float:
    """Service hours that one region had booked as retention."""
    clean, as_booked = (
        analysis.clean_reports(case.received, case, service_by_tickets=by_tickets)
        for by_tickets in (True, False)
    )
    return float(clean["service_hours"].sum() - as_booked["service_hours"].sum())


def specialists_at_reference(case: Case) -> int:
    """How many specialists reach the reference share of selling."""
    shares = analysis.hours_by_rep(case.reports)["selling_share"]
    return int((shares >= selling_reference(case)).sum())


def identical(case: Case) -> int:
    """How many specialists hand in the same month again and again."""
    return int((analysis.identical_months(case.reports)["different_months"] == 1).sum())


def flattery(case: Case) -> float:
    """By what share the observer saw less selling than was reported."""
    seen = analysis.reports_against_calendar(case.reports, case.calendar)
    return -float(seen.loc["selling", "difference_share"])


ANSWERS: dict[str, Answer] = {
    "start.reps": Answer(
        lambda case: len(case.reps),
        {
            "accounts": lambda case: len(case.accounts),
            "report_rows": lambda case: len(case.reports),
            "regions": lambda case: case.reps["region"].nunique(),
        },
    ),
    "start.whose_client": Answer(
        lambda case: "competitor", {"shared": lambda case: "shared", "our": lambda case: "our"}
    ),
    "start.hours_moved": Answer(
        lambda case: 5 * 12 * len(case.reps),
        {
            "one_month": lambda case: 5 * len(case.reps),
            "one_specialist": lambda case: 5 * 12,
            "one_of_each": lambda case: 12 * len(case.reps),
        },
    ),
    "company.served_share": Answer(
        lambda case: 1 - wallets(case).loc["competitor", "competitors_share"],
        {
            "their_own_clients": lambda case: wallets(case).loc["competitor", "competitors_share"],
            "shared_only": lambda case: wallets(case).loc["shared", "competitors_share"],
            "number_of_accounts": lambda case: (
                1 - wallets(case).loc["competitor", "accounts"] / wallets(case)["accounts"].sum()
            ),
            "of_their_wallet": lambda case: (
                wallets(case).loc["shared", "competitors_krub"]
                / wallets(case).loc["shared", "wallet_krub"]
            ),
        },
    ),
    "company.open_doors": Answer(
        lambda case: doors(case)["doors"].sum(),
        {
            "accounts": lambda case: wallets(case).loc[["our", "shared"], "accounts"].sum(),
            "competitors_clients": lambda case: (
                len(points_of_others(case)) - doors(case)["doors"].sum()
            ),
            "all_points": lambda case: len(points_of_others(case)),
        },
    ),
    "company.widest_door": Answer(
        lambda case: doors(case)["open_krub"].idxmax(),
        {
            "most_doors": lambda case: doors(case)["doors"].idxmax(),
            "largest_wallet": lambda case: largest_point(points_now(case)),
            "at_competitors_clients": lambda case: largest_point(at_competitors_clients(case)),
            "largest_door": lambda case: (
                (table := doors(case))["open_krub"] / table["doors"]
            ).idxmax(),
            "narrowest": lambda case: doors(case)["open_krub"].idxmin(),
            "fewest_doors": lambda case: doors(case)["doors"].idxmin(),
            "second": lambda case: doors(case)["open_krub"].nlargest(2).index[-1],
        },
    ),
    "company.margin_fall": Answer(
        margin_fall,
        {
            "sign_turned": lambda case: -margin_fall(case),
            "profit_fall": lambda case: (
                -(pnl := analysis.profit_and_loss(case.financials)).loc[
                    "operating_profit", "change"
                ]
                / pnl.loc["operating_profit", "year_1"]
            ),
            "gross_margin": lambda case: margin_fall(case, "gross_margin"),
        },
    ),
    "company.largest_step": Answer(
        lambda case: steps(case).idxmin(),
        {
            "largest_gain": lambda case: steps(case).idxmax(),
            "largest_cost": lambda case: steps(case)[COSTS].idxmin(),
            "smallest_step": lambda case: steps(case).abs().idxmin(),
        },
    ),
    "company.cost_share": Answer(
        lambda case: steps(case)[COSTS].sum() / steps(case).sum(),
        {
            "gross_margin_share": lambda case: steps(case).drop(COSTS).sum() / steps(case).sum(),
            "of_all_that_fell": lambda case: (
                steps(case)[COSTS].sum() / steps(case)[steps(case) < 0].sum()
            ),
            "specialists_alone": lambda case: steps(case)["reps"] / steps(case).sum(),
        },
    ),
    "reports.repair": Answer(
        lambda case: "decimal_comma",
        {
            "service_as_retention": lambda case: "service_as_retention",
            "round_months": lambda case: "round_months",
            "negative_revenue": lambda case: "negative_revenue",
        },
    ),
    "reports.service_hours": Answer(
        rebooked_hours,
        {
            "sign_turned": lambda case: -rebooked_hours(case),
            "all_service": lambda case: case.reports["service_hours"].sum(),
            "per_report_month": lambda case: (
                rebooked_hours(case) / len(case.reports[["rep_id", "month"]].drop_duplicates())
            ),
        },
    ),
    "time.selling_share": Answer(
        selling_share,
        {
            "retention_alone": lambda case: float(audit(case).loc["retention", "share"]),
            "service": lambda case: float(audit(case).loc["service", "share"]),
            "reference": selling_reference,
        },
    ),
    "time.selling_gap": Answer(
        selling_gap,
        {
            "sign_turned": lambda case: -selling_gap(case),
            "percentage_points": lambda case: 100 * (selling_reference(case) - selling_share(case)),
            "best_quarter": gap_to_best_quarter,
        },
    ),
    "time.largest_excess": Answer(
        largest_excess,
        {
            "travel": lambda case: "travel",
            "largest_hours": lambda case: str(gaps(case).loc[WHOLE, "hours"].idxmax()),
            "second": lambda case: str(gaps(case).loc[WHOLE, "gap_hours"].nlargest(2).index[1]),
        },
    ),
    "time.gap_explained": Answer(
        lambda case: gaps(case).loc[["service", "admin"], "gap_hours"].sum() / selling_gap(case),
        {
            "service_alone": lambda case: (
                gaps(case).loc["service", "gap_hours"] / selling_gap(case)
            ),
            "sign_turned": lambda case: (
                -gaps(case).loc[["service", "admin"], "gap_hours"].sum() / selling_gap(case)
            ),
            "of_the_month": lambda case: audit(case).loc[["service", "admin"], "share"].sum(),
        },
    ),
    "time.at_reference": Answer(
        specialists_at_reference,
        {
            "below": lambda case: len(case.reps) - specialists_at_reference(case),
            "above_average": lambda case: int(
                (
                    (shares := analysis.hours_by_rep(case.reports)["selling_share"])
                    >= shares.mean()
                ).sum()
            ),
            "share_of_all": lambda case: specialists_at_reference(case) / len(case.reps),
        },
    ),
    "time.identical_months": Answer(
        identical,
        {
            "the_others": lambda case: len(case.reps) - identical(case),
            "months": lambda case: case.reports["month"].nunique(),
        },
    ),
    "time.flattery": Answer(
        flattery,
        {
            "sign_turned": lambda case: -flattery(case),
            "of_what_was_seen": lambda case: flattery(case) / (1 - flattery(case)),
            "seen_part": lambda case: 1 - flattery(case),
        },
    ),
    "lag.analysts_error": Answer(
        lambda case: "same_month",
        {
            "travel_left_out": lambda case: "travel_left_out",
            "margin_not_revenue": lambda case: "margin_not_revenue",
            "all_accounts": lambda case: "all_accounts",
        },
    ),
    "lag.along_deals": Answer(
        lambda case: float(along(case)["revenue_krub_per_hour"]),
        {
            "margin": lambda case: float(along(case)["margin_krub_per_hour"]),
            "won_alone": along_won_deals,
            "same_month": lambda case: float(
                analysis.same_month_productivity(case.reports, case.sales).loc[
                    "conversion", "revenue_krub_per_hour"
                ]
            ),
        },
    ),
    "deals.cycle": Answer(
        lambda case: float(cycle(case)["with_open"]),
        {
            "called_ended": lambda case: float(cycle(case)["called_ended"]),
            "average": lambda case: float(cycle(case).mean()),
        },
    ),
    "deals.scattering": Answer(
        lambda case: focus(case)["hours_per_win"]["many"] / focus(case)["hours_per_win"]["few"],
        {
            "upside_down": lambda case: (
                focus(case)["hours_per_win"]["few"] / focus(case)["hours_per_win"]["many"]
            ),
            "against_some": lambda case: (
                focus(case)["hours_per_win"]["many"] / focus(case)["hours_per_win"]["some"]
            ),
            "wins": lambda case: focus(case)["wins"]["many"] / focus(case)["wins"]["few"],
            "difference": lambda case: (
                focus(case)["hours_per_win"]["many"] - focus(case)["hours_per_win"]["few"]
            ),
        },
    ),
    "deals.recurring_share": Answer(
        lambda case: part_of_win(case, "recurring", "three_years_margin_krub"),
        {
            "equipment": lambda case: part_of_win(case, "equipment", "three_years_margin_krub"),
            "of_first_year": lambda case: part_of_win(case, "recurring", "first_year_krub"),
            "ratio_to_equipment": lambda case: (
                part_of_win(case, "recurring", "three_years_margin_krub")
                / part_of_win(case, "equipment", "three_years_margin_krub")
            ),
        },
    ),
    "lag.old_clients": Answer(
        old_clients_lost,
        {
            "sign_turned": lambda case: -old_clients_lost(case),
            "what_is_left": lambda case: 1 - old_clients_lost(case),
            "all_clients": all_clients_lost,
        },
    ),
    "marginal.next_hour": Answer(
        lambda case: hour(case)["marginal"],
        {
            "average": lambda case: average(case)["margin_krub_per_hour"],
            "low_end": lambda case: hour(case)["marginal_low"],
            "high_end": lambda case: hour(case)["marginal_high"],
        },
    ),
    "marginal.dearest_hour": Answer(
        lambda case: str(hour(case)["marginal"].idxmax()),
        {
            "best_average": lambda case: str(average(case)["margin_krub_per_hour"].idxmax()),
            "cheapest": lambda case: str(hour(case)["marginal"].idxmin()),
            "second": lambda case: str(hour(case)["marginal"].nlargest(2).index[1]),
        },
    ),
    "plan.reshuffle_gain": Answer(
        reshuffle_gain,
        {
            "both_levers": whole_gain,
            "of_the_best": lambda case: reshuffle_gain(case) / whole_gain(case),
            "freed_hours": lambda case: whole_gain(case) - reshuffle_gain(case),
        },
    ),
    "plan.freed_gain": Answer(
        lambda case: whole_gain(case) - reshuffle_gain(case),
        {
            "both_levers": whole_gain,
            "first_lever": reshuffle_gain,
            "sign_turned": lambda case: reshuffle_gain(case) - whole_gain(case),
        },
    ),
    "plan.below_floor": Answer(
        lambda case: freed(case, 0.40) - freed(case, 0.55),
        {
            "sign_turned": lambda case: freed(case, 0.55) - freed(case, 0.40),
            "to_floor_alone": lambda case: freed(case, 0.40) - freed(case, 0.0),
            "below_alone": lambda case: freed(case, 0.55) - freed(case, 0.0),
        },
    ),
    "plan.retention_cut": Answer(
        lambda case: missing(case, 36),
        {
            "three_months": lambda case: missing(case, 3),
            "one_year": lambda case: missing(case, 12),
            "what_is_left": lambda case: 1 - missing(case, 36),
        },
    ),
    "plan.benchmark": Answer(
        benchmark_share,
        {
            "lost_part": lambda case: 1 - benchmark_share(case),
            "reference": lambda case: benchmark_share(case, "reference"),
            "of_the_value": lambda case: benchmark_share(case) * whole_gain(case),
        },
    ),
    "plan.three_quarters": Answer(
        lambda case: scaled_share(case, 0.75),
        {
            "in_proportion": lambda case: 0.75,
            "half_way": lambda case: scaled_share(case, 0.5),
            "lost_part": lambda case: 1 - scaled_share(case, 0.75),
        },
    ),
    "decision.first_year": Answer(
        lambda case: profit_gain(case, 1),
        {
            "third_year": lambda case: profit_gain(case, 3),
            "all_years": lambda case: sum(profit_gain(case, year) for year in (1, 2, 3)),
            "margin": lambda case: profit_gain(case, 1, "margin_krub"),
        },
    ),
    "decision.third_year": Answer(
        lambda case: profit_gain(case, 3),
        {
            "first_year": lambda case: profit_gain(case, 1),
            "all_years": lambda case: sum(profit_gain(case, year) for year in (1, 2, 3)),
            "margin": lambda case: profit_gain(case, 3, "margin_krub"),
        },
    ),
    "decision.pilot": Answer(
        lambda case: "one_region",
        {
            "everybody": lambda case: "everybody",
            "volunteers": lambda case: "volunteers",
            "the_first": lambda case: "the_first",
        },
    ),
}
