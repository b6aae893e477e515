"""Nine months later: what came under one's own plan, and how to read it.

`months` finds or has made the file of the months that came (`nine_months`); `frames` holds it
against the months before, against luck and against the forecast; `truth` says what the generator
knew. Everything reads files only: the generator is never imported here, and each function has
words to say where there is no file.
"""

from casekit.later.frames import (
    against_luck,
    books,
    forecast,
    month_by_month,
    outside_luck,
)
from casekit.later.months import NineMonths, nine_months
from casekit.later.shown import (
    plot_hours_known,
    plot_month_by_month,
    plot_true_effect,
    say_margin_and_profit,
    show_books,
    show_events,
    show_forecast,
    show_luck,
    show_opinions,
    show_people,
    show_proposals,
    show_truth,
)
from casekit.later.truth import hours_known, people_known, proposals_known, true_effect

__all__ = [
    "NineMonths",
    "against_luck",
    "books",
    "forecast",
    "hours_known",
    "month_by_month",
    "nine_months",
    "outside_luck",
    "people_known",
    "plot_hours_known",
    "plot_month_by_month",
    "plot_true_effect",
    "proposals_known",
    "say_margin_and_profit",
    "show_books",
    "show_events",
    "show_forecast",
    "show_luck",
    "show_opinions",
    "show_people",
    "show_proposals",
    "show_truth",
    "true_effect",
]
