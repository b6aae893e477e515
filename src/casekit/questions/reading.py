"""What people type, as plain JSON: forgiving in form, strict in meaning."""

from __future__ import annotations

import math
import re
from typing import Any

from casekit.errors import QuestionError
from casekit.questions.bank import Question

Plain = float | str

#: Spaces that group thousands, the no-break and thin ones included.
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f]")

#: A share above this was meant as per cent: 38 is 38 %.
_LARGEST_SHARE = 1.5


def is_blank(value: Any) -> bool:
    """Whether nothing was answered yet: `...`, None or an empty text."""
    return value is ... or value is None or (isinstance(value, str) and not value.strip())


def read_answer(question: Question, value: Any) -> Plain:
    """Answer as plain JSON.

    Parameters
    ----------
    question
        What was asked.
    value
        A number (also of numpy or pandas), or a text such as `"38 %"`, `"1 234,5"`.

    Raises
    ------
    QuestionError
        If the answer cannot be read as the question's kind.
    """
    return _read_number(question, value) if question.kind == "number" else _choice(question, value)


def _read_number(question: Question, value: Any) -> float:
    percent = False
    if isinstance(value, str):
        text = _SPACES.sub("", value)
        percent = text.endswith("%")
        # The last of comma and point is the decimal sign, the other groups thousands.
        text = text.rstrip("%")
        if text.rfind(",") > text.rfind("."):
            text = text.replace(".", "").replace(",", ".")
        else:
            text = text.replace(",", "")
        value = text
    try:
        if isinstance(value, bool):
            raise ValueError
        # A frame of one cell is as good as its cell.
        number = float(value.item() if hasattr(value, "item") else value)
    except (TypeError, ValueError):
        raise QuestionError("answer-not-a-number", found=_glimpse(value)) from None
    if not math.isfinite(number):
        raise QuestionError("answer-not-a-number", found=_glimpse(value))
    if percent or (question.unit == "share" and abs(number) > _LARGEST_SHARE):
        number /= 100
    return number


def _choice(question: Question, value: Any) -> str:
    code = str(value).strip().lower()
    if code not in question.choices:
        allowed = ", ".join(f'"{choice}"' for choice in question.choices)
        raise QuestionError("answer-not-a-choice", found=_glimpse(value), allowed=allowed)
    return code


def _glimpse(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "..."
