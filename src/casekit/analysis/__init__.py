"""Analyses of reports, sales and books: pure functions, frame in, frame out.

Nothing here prints, draws or knows a language; each function says in its first line what it
tells the business and in which unit. Money is in thousands (`_krub`), hours are hours of work,
shares are of one; all months count as equally long.

=============== ==================================================================
the question    functions
=============== ==================================================================
can we trust    `read_received`, `audit_reports`, `findings_by_kind`, `clean_reports`,
the reports     `identical_months`, `same_every_month`, `reports_against_calendar`,
                `as_observed`, `audit_both_ways`
where the       `time_audit`, `reference_gaps`, `hours_by_rep`, `cost_of_hours`
hours go
why profit      `profit_and_loss`, `operating_margin`, `profit_bridge`, `margin_bridge`,
falls           `sales_by_line`, `price_pressure`
whose clients   `wallets_by_status`, `open_doors`, `held_by_month`, `status_by_month`,
they are        `monthly_loss_share`
what hours      `average_productivity`, `average_by_window`, `same_month_productivity`,
bring           `pursuit_productivity`, `pursuits_by_outcome`, `revenue_of_wins`,
                `margin_per_selling_hour`, `money_after_hours`
where revenue   `sales_by_origin`, `origin_totals`, `origins_by_window`,
comes from      `account_cohorts`, `region_and_cohort`
who is          `league_table`, `league_parts`, `rank_correlation`
productive      `told_apart`, `as_good_as_best`
how long a win  `pursuit_cycles`, `survival`, `median_cycle_months`, `cycle_estimates`,
takes           `decided_by_opening`, `pursuit_hours`, `pursuits_at_once`, `hours_per_win`,
                `wins_by_focus`, `win_over_time`
was a region    `region_that_changed`, `monthly_figures`, `region_experiment`,
right           `region_against_others`, `difference_in_differences`
what a pilot    `pilot_power`, `stop_bounds`
would show
a year of many  `last_months`
=============== ==================================================================
"""

# Imported eagerly: some functions share the name of their module, and importing such a module first
# would bind the name to the module.
from casekit.analysis.audit_reports import audit_reports, clean_reports, read_received
from casekit.analysis.changes import region_that_changed
from casekit.analysis.cohorts import account_cohorts, region_and_cohort
from casekit.analysis.costs import cost_of_hours
from casekit.analysis.experiments import (
    difference_in_differences,
    region_against_others,
    region_experiment,
)
from casekit.analysis.findings import findings_by_kind
from casekit.analysis.focus import wins_by_focus
from casekit.analysis.lag import money_after_hours
from casekit.analysis.months import last_months
from casekit.analysis.observed import as_observed, audit_both_ways
from casekit.analysis.origins import origin_totals, origins_by_window, sales_by_origin
from casekit.analysis.panels import monthly_figures
from casekit.analysis.pilots import pilot_power, stop_bounds
from casekit.analysis.prices import price_pressure
from casekit.analysis.productivity import (
    average_by_window,
    average_productivity,
    margin_per_selling_hour,
    pursuit_productivity,
    pursuits_by_outcome,
    revenue_of_wins,
    same_month_productivity,
    win_over_time,
)
from casekit.analysis.profit import (
    margin_bridge,
    operating_margin,
    profit_and_loss,
    profit_bridge,
    sales_by_line,
)
from casekit.analysis.pursuits import (
    cycle_estimates,
    decided_by_opening,
    hours_per_win,
    median_cycle_months,
    pursuit_cycles,
    pursuit_hours,
    pursuits_at_once,
    survival,
)
from casekit.analysis.ranking import league_parts, league_table, rank_correlation
from casekit.analysis.self_reports import (
    identical_months,
    reports_against_calendar,
    same_every_month,
)
from casekit.analysis.ties import as_good_as_best, told_apart
from casekit.analysis.time_audit import hours_by_rep, reference_gaps, time_audit
from casekit.analysis.wallets import (
    held_by_month,
    monthly_loss_share,
    open_doors,
    status_by_month,
    wallets_by_status,
)

__all__ = [
    "account_cohorts",
    "as_good_as_best",
    "as_observed",
    "audit_both_ways",
    "audit_reports",
    "average_by_window",
    "average_productivity",
    "clean_reports",
    "cost_of_hours",
    "cycle_estimates",
    "decided_by_opening",
    "difference_in_differences",
    "findings_by_kind",
    "held_by_month",
    "hours_by_rep",
    "hours_per_win",
    "identical_months",
    "last_months",
    "league_parts",
    "league_table",
    "margin_bridge",
    "margin_per_selling_hour",
    "median_cycle_months",
    "money_after_hours",
    "monthly_figures",
    "monthly_loss_share",
    "open_doors",
    "operating_margin",
    "origin_totals",
    "origins_by_window",
    "pilot_power",
    "price_pressure",
    "profit_and_loss",
    "profit_bridge",
    "pursuit_cycles",
    "pursuit_hours",
    "pursuit_productivity",
    "pursuits_at_once",
    "pursuits_by_outcome",
    "rank_correlation",
    "read_received",
    "reference_gaps",
    "region_against_others",
    "region_and_cohort",
    "region_experiment",
    "region_that_changed",
    "reports_against_calendar",
    "revenue_of_wins",
    "sales_by_line",
    "sales_by_origin",
    "same_every_month",
    "same_month_productivity",
    "status_by_month",
    "stop_bounds",
    "survival",
    "time_audit",
    "told_apart",
    "wallets_by_status",
    "win_over_time",
    "wins_by_focus",
]
