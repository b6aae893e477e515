"""Tables, pictures and sentences of notebook 07; each says in words where there is nothing."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from casekit.charts import show_table
from casekit.charts.later import plot_known_hours, plot_later_months, plot_plan_effect
from casekit.charts.tables import ShownTable
from casekit.company import Case
from casekit.language import current, has_text, month, number, signed, signed_money, text
from casekit.later.frames import GAIN, against_luck, books, forecast, month_by_month
from casekit.later.months import NineMonths
from casekit.later.truth import hours_known, people_known, proposals_known, true_effect
from casekit.questions.bank import QUESTIONS
from casekit.questions.reveal import revealed, why
from casekit.questions.telling import told

__all__ = [
    "Said",
    "event_words",
    "plot_hours_known",
    "plot_month_by_month",
    "plot_true_effect",
    "say_margin_and_profit",
    "show_books",
    "show_events",
    "show_forecast",
    "show_luck",
    "show_opinions",
    "show_people",
    "show_proposals",
    "show_truth",
]

#: The six opinions, in the order of the meeting.
OPINIONS = ("costs", "hunting", "hour", "league", "service", "norm")


class Said:
    """Sentences, one a line."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def __repr__(self) -> str:
        return "\n".join(self.lines)

    def _repr_html_(self) -> str:
        return "".join(f"<p>{escape(line)}</p>" for line in self.lines)


def show_events(months: NineMonths) -> Said:
    """What befell the company in these months, as the news told it."""
    if months.found is None:
        return _nothing(months)
    case = months.found.case
    lines = [words for event in months.found.events if (words := event_words(case, event))]
    return Said(*(lines or [text("later-no-events")]))


def event_words(case: Case, event: Mapping[str, Any]) -> str:
    """An event as the news told it; empty for one of an unknown kind.

    Parameters
    ----------
    case
        The company, with its labels and clients.
    event
        `kind`, `month`, `months`, and whom it struck.
    """
    key = f"later-event-{str(event.get('kind')).replace('_', '-')}"
    if not has_text(key):
        return ""
    named = {name: case.label(str(event.get(name, ""))) for name in ("region", "rep_id")}
    account = str(event.get("account_id", ""))
    names = case.accounts.set_index("account_id")["name"]
    client = case.label(str(names.get(account, account)))
    count = int(event.get("months", 0))
    return text(key, month=month(str(event.get("month"))), count=count, account=client, **named)


def show_books(months: NineMonths) -> Any:
    """Profit and loss of these months beside the same a year before."""
    return _table(months, books(months))


def plot_month_by_month(months: NineMonths) -> Axes | None:
    """Margin of each month: booked, expected of the hours worked, and of the old hours."""
    frame = month_by_month(months)
    return None if frame is None else plot_later_months(frame, months.before.currency)


def show_luck(months: NineMonths) -> Any:
    """Which figures changed by more than luck alone gives."""
    frame = against_luck(months)
    if frame is None:
        return _nothing(months)
    # Thousands and points in one column: each is written whole.
    written = {
        column: [number(v, 0 if v >= 100 else 1) for v in frame[column]]
        for column in ("year_before", "these_months")
    }
    return _with_written(frame, written)


def show_forecast(months: NineMonths) -> Any:
    """The reader's forecast beside what came."""
    if months.found is None:
        return _nothing(months)
    frame = forecast(months)
    if frame is None:
        return Said(text("later-no-forecast"))
    # A middle is asked for on the board only.
    if frame["likely"].isna().all():
        frame = frame.drop(columns="likely")
    # A gain and a level in one column: the gain alone has a sign.
    written = {
        column: [
            "" if pd.isna(krub) else signed(krub) if name == GAIN else number(krub)
            for name, krub in frame[column].items()
        ]
        for column in frame.columns.drop("hit")
    }
    return _with_written(frame, written)


def show_truth(months: NineMonths) -> Said:
    """What the plan truly did, in sentences; or where the truth comes from."""
    effect = true_effect(months)
    if effect is None or months.truth is None:
        return _no_truth(months)
    currency = months.before.currency
    gained, expected = (
        signed_money(effect[name].sum(), currency) for name in ("effect_krub", "expected_krub")
    )
    gain, best = (
        signed_money(months.truth[name], currency) for name in ("gain_krub", "attainable_krub")
    )
    lines = [
        text("later-truth-months", came=gained, expected=expected),
        text("later-truth-value", gain=gain, best=best),
    ]
    return Said(*lines)


def plot_true_effect(months: NineMonths) -> Axes | None:
    """What the plan did, month by month, under the very luck that came."""
    frame = true_effect(months)
    return None if frame is None else plot_plan_effect(frame, months.before.currency)


def say_margin_and_profit(months: NineMonths) -> Said:
    """Why the margin that the plan brought is not its profit; nothing where that is not told."""
    if months.truth is None:
        return Said()
    came, left = months.truth["came"], months.truth["left"]
    margin, profit = (sum(came[name]) - sum(left[name]) for name in ("margin_krub", "profit_krub"))
    facts = {"margin": margin, "costs": margin - profit, "profit": profit}
    currency = months.before.currency
    told_as = {name: signed_money(amount, currency) for name, amount in facts.items()}
    first, last = (month(came["month"][place]) for place in (0, -1))
    line = text(
        "later-margin-and-profit",
        first=first,
        last=last,
        **told_as,
    )
    return Said(line)


def plot_hours_known(months: NineMonths) -> Axes | None:
    """Worth of one more hour, estimated and true."""
    frame = hours_known(months)
    return None if frame is None else plot_known_hours(frame, months.before.currency)


def show_people(months: NineMonths) -> Any:
    """How well the league tables order specialists by skill."""
    frame = people_known(months)
    return _no_truth(months) if frame is None else show_table(frame)


def show_proposals(months: NineMonths) -> Any:
    """What the proposals and the plan truly add."""
    frame = proposals_known(months)
    return _no_truth(months) if frame is None else show_table(frame)


def show_opinions(months: NineMonths) -> Any:
    """How right each of the six opinions was, and why."""
    if months.truth is None:
        return _no_truth(months)
    given = months.truth.get("opinions") or {}
    lines = []
    for name in OPINIONS:
        of = given.get(name)
        if isinstance(of, dict):
            verdict, reason = (
                str(of.get(part, {}).get(current(), "")) for part in ("verdict", "why")
            )
            who = text(f"later-opinion-{name}")
            lines.append(f"{who}: {verdict}. {reason}".strip())
        else:
            lines += _revealed_opinion(name)
    return Said(*(lines or [text("later-no-opinions")]))


def _revealed_opinion(name: str) -> list[str]:
    """What the kit's own file says of an opinion; nothing in an exam's pack."""
    question = QUESTIONS.get(f"opinions.{name}")
    found = revealed(question) if question else None
    if question is None or found is None:
        return []
    verdict = told(question, found.right)
    return [f"{text(f'later-opinion-{name}')}: {verdict}. {why(question)}".strip()]


def _with_written(frame: pd.DataFrame, written: dict[str, list[str]]) -> ShownTable:
    """A table whose numbers are written already in some columns, where each row has its own way."""
    shown = show_table(frame.assign(**written))
    for column in written:
        shown.numeric[1 + frame.columns.get_loc(column)] = True
    return shown


def _table(months: NineMonths, frame: pd.DataFrame | None) -> Any:
    return _nothing(months) if frame is None else show_table(frame)


def _nothing(months: NineMonths) -> Said:
    return Said(text("later-nothing" if months.found is None else "later-no-table"))


def _no_truth(months: NineMonths) -> Said:
    return Said(text("later-nothing" if months.found is None else "later-no-truth"))
