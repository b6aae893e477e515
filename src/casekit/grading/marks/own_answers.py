"""A participant's own answers, as they read them: numbers with units, options in words."""

from __future__ import annotations

from typing import Any

from casekit.errors import CasekitError
from casekit.grading.marks.scoring import plain_answer
from casekit.language import signed, text
from casekit.model import scope_name
from casekit.questions import Question
from casekit.questions.planned import plan_and_reason
from casekit.questions.telling import option_words, row_words, told

__all__ = ["answer_lines"]

#: Most moves of a plan that are listed.
_MOST_MOVES = 4


def answer_lines(question: Question, value: Any) -> list[str]:
    """An answer in lines; of a text, where it stands.

    Parameters
    ----------
    question
        What was asked.
    value
        The answer as it was recorded, plain JSON of any form; None for what could not be read.
    """
    if question.kind == "text":
        readable = isinstance(value, str) and value.strip()
        return [text("feedback-own-text" if readable else "feedback-own-unread")]
    if question.kind == "plan":
        return _plan_lines(value)
    if question.rows:
        rows = value if isinstance(value, dict) else {}
        found = {key: plain_answer(row, rows.get(key)) for key, row in question.rows.items()}
        lines = [
            text(
                "feedback-own-row",
                row=row_words(question, key),
                answer=told(question.rows[key], plain),
            )
            for key, plain in found.items()
            if plain is not None
        ]
        return lines or [text("feedback-own-unread")]
    plain = plain_answer(question, value)
    if plain is None:
        return [text("feedback-own-unread")]
    if isinstance(plain, list):
        words = [option_words(question, code) for code in plain]
        return [
            text("feedback-own-place", place=place, answer=each)
            if question.kind == "order"
            else each
            for place, each in enumerate(words, 1)
        ]
    return [told(question, plain)]


def _plan_lines(value: Any) -> list[str]:
    """Hours that a plan moves, then its reason."""
    try:
        plan, reason = plan_and_reason(value if isinstance(value, dict) else {})
    except (CasekitError, ValueError, TypeError, RecursionError):
        return [text("feedback-own-unread")]
    lines = [
        text(
            "feedback-own-move",
            scope=scope_name(move.scope),
            month=move.from_month,
            hours=", ".join(
                f"{text(f'activity-{kind}')} {signed(hours, int(hours % 1 > 0))}"
                for kind, hours in move.hours.items()
            ),
        )
        for move in plan.moves[:_MOST_MOVES]
    ]
    if len(plan.moves) > _MOST_MOVES:
        lines.append(text("feedback-own-moves-more", count=len(plan.moves) - _MOST_MOVES))
    if not plan.moves:
        lines.append(text("feedback-own-no-moves"))
    return [*lines, *([text("feedback-own-reason", reason=reason)] if reason else [])]
