"""Pictures: a finished frame drawn with matplotlib.

Every `plot_` function takes a frame that `analysis` or `model` made, computes nothing, draws on
`ax` (a new figure if left out) and returns the Axes. Labels come from `language`; colours and
fonts from `style`. `show` puts pictures and tables above what a cell's last line shows.
"""

from casekit.charts.books import plot_colleagues_prices, plot_hindcast, plot_price_pressure
from casekit.charts.doors import plot_open_doors
from casekit.charts.experiment import plot_hours_by_region, plot_region_against_others
from casekit.charts.lag import plot_money_after_hours, plot_wins_by_focus
from casekit.charts.money import plot_profit_bridge, plot_sales_by_line, plot_wallets
from casekit.charts.plans import plot_fan, plot_margin_path
from casekit.charts.productivity import plot_origins_by_window, plot_productivity
from casekit.charts.ranking import plot_adjusted, plot_league
from casekit.charts.response import plot_hour_values, plot_response_curve
from casekit.charts.self_reports import plot_gap_both_ways, plot_told_and_seen
from casekit.charts.showing import show
from casekit.charts.tables import show_assumed, show_findings, show_month_changes, show_table
from casekit.charts.time_use import plot_time_audit
from casekit.charts.what_if import (
    plot_doing_nothing,
    plot_missing_revenue,
    plot_payback,
    plot_service_left,
)
from casekit.charts.whiteboard import plot_whiteboard

__all__ = [
    "plot_adjusted",
    "plot_colleagues_prices",
    "plot_doing_nothing",
    "plot_fan",
    "plot_gap_both_ways",
    "plot_hindcast",
    "plot_hour_values",
    "plot_hours_by_region",
    "plot_league",
    "plot_margin_path",
    "plot_missing_revenue",
    "plot_money_after_hours",
    "plot_open_doors",
    "plot_origins_by_window",
    "plot_payback",
    "plot_price_pressure",
    "plot_productivity",
    "plot_profit_bridge",
    "plot_region_against_others",
    "plot_response_curve",
    "plot_sales_by_line",
    "plot_service_left",
    "plot_time_audit",
    "plot_told_and_seen",
    "plot_wallets",
    "plot_whiteboard",
    "plot_wins_by_focus",
    "show",
    "show_assumed",
    "show_findings",
    "show_month_changes",
    "show_table",
]
