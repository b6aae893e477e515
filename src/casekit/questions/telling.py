"""An answer in the words of its reader: the number with its unit, as precise as it is asked for."""

from __future__ import annotations

import math

from casekit import language
from casekit.questions.question import Question
from casekit.questions.reading import Plain

__all__ = ["told"]


def told(question: Question, answer: Plain) -> str:
    """A number, or numbers by row, with unit; empty for what needs no telling.

    Parameters
    ----------
    question
        Its unit says how the number is written, its tolerance with how many decimals.
    answer
        As `read_plain` gives it.
    """
    if isinstance(answer, float):
        return _number(question, answer)
    if question.kind == "table" and isinstance(answer, dict):
        words = question.word_keys
        rows = (
            f"{language.text(words[key])}: {_number(row, answer[key])}"
            for key, row in question.rows.items()
            if key in answer
        )
        return "; ".join(rows)
    return ""


def _number(question: Question, value: float) -> str:
    unit = question.told_as or question.unit
    if unit in ("share", "percent"):
        return language.percent(value, _decimals(100 * question.tolerance))
    if unit == "points":
        value, decimals = 100 * value, _decimals(100 * question.tolerance)
    else:
        # With half a unit of its last digit either way the number would still be right.
        decimals = 0 if value.is_integer() else _decimals(2 * question.tolerance)
    number = language.number(value, decimals)
    key = f"told-{unit}"
    return language.text(key, number=number) if language.has_text(key) else number


def _decimals(tolerance: float) -> int:
    """Decimals that show what the tolerance can still tell apart."""
    return max(0, math.ceil(-math.log10(tolerance)))
