"""Questions of notebooks 00 to 02: the company, its reports, where the hours go."""

from __future__ import annotations

from casekit.company import ACTIVITIES
from casekit.company.schema import COST_LINES, STATUSES
from casekit.questions.question import Question

#: Points of a client's production process in the case.
PROCESS_POINTS = ("dosing", "inspection", "marking", "palletising", "sealing", "washing")
#: Steps of the profit bridge: see `analysis.profit_bridge`.
BRIDGE_STEPS = ("volume", "margin_our", "margin_shared", *COST_LINES[1:])

ASKED: tuple[Question, ...] = (
    Question(
        "start.reps",
        "number",
        1,
        unit="count",
        tolerance=0.5,
        mistakes=("accounts", "report_rows", "regions"),
    ),
    Question(
        "start.whose_client",
        "choice",
        1,
        basis="stated",
        choices=STATUSES,
        words="status",
        mistakes=("shared", "our"),
    ),
    Question(
        "start.hours_moved",
        "number",
        1,
        unit="hours",
        tolerance=0.5,
        mistakes=("one_month", "one_specialist", "one_of_each"),
    ),
    Question(
        "company.served_share",
        "number",
        2,
        unit="share",
        tolerance=0.005,
        mistakes=("their_own_clients", "shared_only", "number_of_accounts", "of_their_wallet"),
    ),
    Question(
        "company.open_doors",
        "number",
        2,
        unit="count",
        tolerance=0.5,
        mistakes=("accounts", "competitors_clients", "all_points"),
    ),
    Question(
        "company.widest_door",
        "choice",
        1,
        choices=PROCESS_POINTS,
        mistakes=(
            "most_doors",
            "largest_wallet",
            "at_competitors_clients",
            "largest_door",
            "narrowest",
            "fewest_doors",
            "second",
        ),
    ),
    Question(
        "company.margin_fall",
        "number",
        2,
        unit="share",
        tolerance=0.001,
        mistakes=("sign_turned", "profit_fall", "gross_margin"),
    ),
    Question(
        "company.largest_step",
        "choice",
        1,
        choices=BRIDGE_STEPS,
        words="bridge",
        mistakes=("largest_gain", "largest_cost", "smallest_step"),
    ),
    Question(
        "company.cost_share",
        "number",
        2,
        unit="share",
        tolerance=0.005,
        mistakes=("gross_margin_share", "of_all_that_fell", "specialists_alone"),
    ),
    Question(
        "reports.repair",
        "choice",
        1,
        basis="stated",
        choices=("decimal_comma", "service_as_retention", "round_months", "negative_revenue"),
        words="received-kind",
        mistakes=("service_as_retention", "round_months", "negative_revenue"),
    ),
    Question(
        "reports.service_hours",
        "number",
        2,
        unit="hours",
        tolerance=1.0,
        mistakes=("sign_turned", "all_service", "per_report_month"),
    ),
    Question(
        "time.selling_share",
        "number",
        1,
        unit="share",
        tolerance=0.005,
        mistakes=("retention_alone", "service", "reference"),
    ),
    Question(
        "time.selling_gap",
        "number",
        1,
        unit="hours",
        tolerance=0.25,
        mistakes=("sign_turned", "percentage_points", "best_quarter"),
    ),
    Question(
        "time.largest_excess",
        "choice",
        1,
        choices=("selling", *ACTIVITIES[3:]),
        words="activity",
        mistakes=("travel", "largest_hours"),
    ),
    Question(
        "time.gap_explained",
        "number",
        2,
        # A little more than the whole gap, where travel stays under its reference.
        unit="ratio",
        tolerance=0.01,
        mistakes=("service_alone", "sign_turned", "of_the_month"),
    ),
    Question(
        "time.at_reference",
        "number",
        1,
        unit="count",
        tolerance=0.5,
        mistakes=("below", "above_average", "share_of_all"),
    ),
    Question(
        "time.identical_months",
        "number",
        1,
        unit="count",
        tolerance=0.5,
        mistakes=("the_others", "months"),
    ),
    Question(
        "time.flattery",
        "number",
        2,
        unit="share",
        tolerance=0.005,
        mistakes=("sign_turned", "of_what_was_seen", "seen_part"),
    ),
)
