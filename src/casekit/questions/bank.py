"""The questions, as data. Their words stand in the texts.

`question-ID` (dots become dashes) asks; `question-ID-hint-1` and on are the steps of its hint;
`question-ID-mistake-NAME` says what a known mistake looks like; `question-ID-choice-CODE` is a
choice in words, unless the texts say it elsewhere (see `Question.words`).
"""

from __future__ import annotations

from difflib import get_close_matches

from casekit.company import ACTIVITIES, SELLING
from casekit.company.schema import COST_LINES, STATUSES
from casekit.errors import QuestionError
from casekit.questions.question import Question

#: Points of a client's production process in the case.
PROCESS_POINTS = ("dosing", "inspection", "marking", "palletising", "sealing", "washing")
#: Codes of the specialists: every company of the case has so many.
REP_CODES = tuple(f"R{number:02d}" for number in range(1, 25))
#: Steps of the profit bridge: see `analysis.profit_bridge`.
BRIDGE_STEPS = ("volume", "margin_our", "margin_shared", *COST_LINES[1:])


QUESTIONS: dict[str, Question] = {
    question.id: question
    for question in (
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
        Question(
            "cost.hour",
            "number",
            1,
            unit="krub_per_hour",
            tolerance=0.02,
            mistakes=("selling_hour", "hours_per_krub"),
        ),
        Question(
            "cost.selling_hour",
            "number",
            2,
            unit="ratio",
            tolerance=0.03,
            mistakes=("difference", "upside_down", "cost_itself"),
        ),
        Question(
            "output.margin_per_hour",
            "table",
            3,
            unit="krub_per_hour",
            tolerance=0.1,
            choices=SELLING,
            words="activity",
            mistakes=("revenue", "window_6", "window_24"),
        ),
        Question(
            "output.window_moves",
            "number",
            2,
            unit="share",
            tolerance=0.005,
            mistakes=("sign_turned", "against_twelve", "how_many_times"),
        ),
        Question(
            "people.follows_territory",
            "number",
            2,
            unit="ratio",
            tolerance=0.02,
            mistakes=("adjusted", "squared", "the_two_ranks"),
        ),
        Question(
            "people.first_adjusted",
            "number",
            2,
            unit="count",
            tolerance=0.5,
            mistakes=("not_adjusted", "places_lost", "from_the_end"),
        ),
        Question(
            "people.cheapest_win",
            "choice",
            2,
            choices=REP_CODES,
            mistakes=("dearest", "most_wins", "first_by_revenue", "first_adjusted", "second"),
        ),
        Question(
            "lag.analysts_error",
            "choice",
            2,
            basis="stated",
            choices=("same_month", "travel_left_out", "margin_not_revenue", "all_accounts"),
            mistakes=("travel_left_out", "margin_not_revenue", "all_accounts"),
        ),
        Question(
            "lag.along_deals",
            "number",
            3,
            unit="krub_per_hour",
            tolerance=0.5,
            mistakes=("margin", "won_alone", "same_month"),
        ),
        Question(
            "deals.cycle",
            "number",
            3,
            unit="months",
            tolerance=0.05,
            mistakes=("decided_alone", "called_ended", "average"),
        ),
        Question(
            "deals.scattering",
            "number",
            2,
            unit="ratio",
            tolerance=0.02,
            mistakes=("upside_down", "against_some", "wins"),
        ),
        Question(
            "deals.recurring_share",
            "number",
            2,
            unit="share",
            tolerance=0.005,
            mistakes=("equipment", "of_first_year", "ratio_to_equipment"),
        ),
        Question(
            "lag.old_clients",
            "number",
            2,
            unit="share",
            tolerance=0.002,
            mistakes=("sign_turned", "what_is_left", "all_clients"),
        ),
        Question(
            "marginal.next_hour",
            "table",
            4,
            unit="krub_per_hour",
            tolerance=0.05,
            choices=SELLING,
            words="activity",
            mistakes=("average", "low_end", "high_end"),
        ),
        Question(
            "marginal.dearest_hour",
            "choice",
            2,
            choices=SELLING,
            words="activity",
            mistakes=("best_average", "cheapest", "second"),
        ),
        Question("lag.letter", "text", 5, basis="stated"),
        Question(
            "plan.reshuffle_gain",
            "number",
            2,
            unit="share",
            tolerance=0.001,
            mistakes=("both_levers", "of_the_best", "freed_hours"),
        ),
        Question(
            "plan.freed_gain",
            "number",
            2,
            unit="share",
            tolerance=0.001,
            mistakes=("both_levers", "first_lever", "sign_turned"),
        ),
        Question(
            "plan.below_floor",
            "number",
            3,
            unit="krub",
            tolerance=100.0,
            mistakes=("sign_turned", "to_floor_alone", "below_alone"),
        ),
        Question(
            "plan.retention_cut",
            "number",
            3,
            unit="share",
            tolerance=0.002,
            mistakes=("three_months", "one_year", "what_is_left"),
        ),
        Question(
            "plan.benchmark",
            "number",
            2,
            unit="ratio",
            tolerance=0.01,
            mistakes=("lost_part", "reference", "of_the_value"),
        ),
        Question(
            "plan.three_quarters",
            "number",
            2,
            unit="ratio",
            tolerance=0.01,
            mistakes=("in_proportion", "half_way", "lost_part"),
        ),
        Question(
            "plan.yours",
            "plan",
            10,
            basis="stated",
            mistakes=("unchanged", "benchmark_mix"),
        ),
    )
}


def part(part_id: str) -> Question:
    """The question, or the row of a table (`id:key`), that a sealed answer belongs to."""
    question_id, _, row = part_id.partition(":")
    question = QUESTIONS[question_id]
    return question.rows[row] if row else question


def find(question_id: str) -> Question:
    """The question with an id.

    Raises
    ------
    QuestionError
        If there is none; the message offers those whose ids come nearest.
    """
    try:
        return QUESTIONS[question_id]
    except (KeyError, TypeError):
        pass
    found = question_id[:60] if isinstance(question_id, str) else type(question_id).__name__
    near = get_close_matches(found.strip().lower(), QUESTIONS, n=3, cutoff=0.6)
    if near:
        raise QuestionError("question-unknown-near", found=found, near=", ".join(near))
    raise QuestionError("question-unknown", found=found, allowed=", ".join(QUESTIONS))
