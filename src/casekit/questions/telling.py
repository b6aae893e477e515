"""An answer in the words of its reader: the number with its unit, as precise as it is asked for."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

from casekit import language
from casekit.company import data_folder, load_case
from casekit.errors import CasekitError
from casekit.questions.question import Question
from casekit.questions.reading import Plain

__all__ = ["option_words", "row_words", "told", "told_number"]


def told(question: Question, answer: Plain) -> str:
    """An answer in words: a number with its unit, options by their words; empty for texts, plans.

    Parameters
    ----------
    question
        Its unit says how a number is written, its tolerance with how many decimals.
    answer
        As `read_plain` gives it.
    """
    if isinstance(answer, float):
        return _number(question, answer)
    # Options may be sentences, and stand inside another one here.
    if question.kind == "choice" and isinstance(answer, str):
        return option_words(question, answer).removesuffix(".")
    if isinstance(answer, list):
        return "; ".join(option_words(question, code).removesuffix(".") for code in answer)
    if question.kind == "range" and isinstance(answer, dict):
        low, high = (_number(question, float(answer[end])) for end in ("low", "high"))
        return language.text("told-range", low=low, high=high)
    if question.rows and isinstance(answer, dict):
        rows = (
            f"{row_words(question, key)}: {told(row, answer[key])}"
            for key, row in question.rows.items()
            if key in answer
        )
        return "; ".join(rows)
    return ""


def option_words(question: Question, code: str) -> str:
    """An option in words, or its code where there are none."""
    return _words(question.word_keys.get(code, ""), code)


def row_words(question: Question, code: str) -> str:
    """A row in words, or its code where there are none."""
    return _words(question.row_keys.get(code, ""), code)


def _words(key: str, code: str) -> str:
    if key and language.has_text(key):
        return language.text(key)
    try:
        return _label(data_folder(), language.current(), code)
    except CasekitError:
        return code


@lru_cache(maxsize=256)
def _label(folder: Path, lang: str, code: str) -> str:
    """How the company at hand calls a code; reading its tables again takes a while."""
    return load_case(folder).label(code)


def told_number(value: float, unit: str, decimals: int) -> str:
    """A number with its unit; a share in per cent, a difference of shares in points.

    Parameters
    ----------
    value
        The number; shares as parts of one.
    unit
        As a question has it; `percent` and `points` for parts, `money` for thousands that are told
        in millions once they are large.
    decimals
        Of what is told; of a share, of the per cent.
    """
    if unit in ("share", "percent"):
        return language.percent(value, decimals)
    if unit == "money":
        return language.money(value)
    if unit == "points":
        value = 100 * value
    number = language.number(value, decimals)
    key = f"told-{unit}"
    if not language.has_text(key):
        return number
    # Words follow the plural of what is shown.
    shown = round(value, decimals)
    # The sign stands before the currency, as everywhere.
    sign = "−" if unit.startswith("krub") and number.startswith("−") else ""
    number = number.removeprefix(sign)
    return language.text(key, sign=sign, number=number, count=shown if shown % 1 else int(shown))


def _number(question: Question, value: float) -> str:
    unit, tolerance = question.told_as or question.unit, question.tolerance
    if unit in ("share", "percent", "points"):
        return told_number(value, unit, _decimals(100 * tolerance) if tolerance else 0)
    # With half a unit of its last digit either way the number would still be right.
    decimals = 0 if value.is_integer() else _decimals(2 * tolerance) if tolerance else 1
    return told_number(value, unit, decimals)


def _decimals(tolerance: float) -> int:
    """Decimals that show what the tolerance can still tell apart."""
    return max(0, math.ceil(-math.log10(tolerance)))
