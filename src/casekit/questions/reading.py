"""What people answer, as plain JSON: forgiving in form, strict in meaning, never surprised.

Only values of known types are looked into; of all others no method is called, so that an object
that raises, loops or fills the memory does no harm here.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import BuiltinFunctionType, BuiltinMethodType, FunctionType, MethodType
from typing import Any

import numpy as np
import pandas as pd

from casekit import language
from casekit.errors import QuestionError
from casekit.questions.question import Question
from casekit.questions.written import LONGEST, read_text

#: A number, a code or a text, codes, numbers or codes by key, or a plan's fields.
Plain = float | str | list[str] | dict[str, Any]

#: A share above this was meant as per cent: 38 is 38 %, and so 1.2 is 1.2 %. What may rightly
#: exceed the whole is asked in the unit `ratio`, where only a written % divides by a hundred.
#: The hair keeps a sum of shares that is one but for rounding.
LARGEST_SHARE = 1 + 1e-9

#: Nothing in a business case is larger; beyond it floats lose their units.
_LARGEST = 1e15
#: Whole numbers longer than this are not even turned into a float.
_MOST_BITS = 1000

#: A frame in a list in a frame: nobody means that, and a list may hold itself.
_DEEPEST = 3

#: Longest text of a number that people type; a computed one mostly has more digits.
_FEW_DIGITS = 6

_BLANK_TEXTS = ("", "...", "…")
_CONTAINERS = (
    np.ndarray,
    pd.Series,
    pd.DataFrame,
    pd.Index,
    pd.api.extensions.ExtensionArray,
    list,
    tuple,
)
_FUNCTIONS = (FunctionType, MethodType, BuiltinFunctionType, BuiltinMethodType)
#: Letters that look alike in both alphabets: a Cyrillic А in a code is nobody's mistake.
_LOOKALIKE = str.maketrans("авекмнорстухё", "abekmhopctyxe")


def is_blank(value: Any) -> bool:
    """Whether nothing was answered yet: `...` (also in quotes), None or an empty text."""
    if value is ... or value is None:
        return True
    return (
        is_kind(value, str) and str.__len__(value) <= LONGEST and str.strip(value) in _BLANK_TEXTS
    )


def read_answer(question: Question, value: Any) -> float | str:
    """Answer of one number or code as plain JSON.

    Parameters
    ----------
    question
        What was asked.
    value
        A number or a code, in any of the forms in which Python, numpy and pandas hold one, or a
        text such as `"38 %"`, `"1 234,5"`.

    Raises
    ------
    QuestionError
        If the answer cannot be read as the question's kind; the message says what was found and
        what is allowed.
    """
    try:
        inner = _single(question, value)
        return _number(question, inner) if question.kind == "number" else _choice(question, inner)
    except QuestionError:
        raise
    except Exception:  # a broken subclass of a known type can raise anything
        raise unreadable(question, "answer-kind", found=type_name(value)) from None


def typed_by_hand(value: Any) -> bool:
    """Whether an answer looks typed rather than computed: a text, or a number of few digits.

    Whole numbers do not count: `len` of a table gives the same as a typed one.
    """
    return is_kind(value, str) or (type(value) is float and len(repr(value)) <= _FEW_DIGITS)


def _single(question: Question, value: Any, depth: int = 0) -> Any:
    """The one value that a container of any kind holds."""
    if is_kind(value, _CONTAINERS):
        count = value.size if hasattr(type(value), "size") else len(value)
        if count != 1 or depth == _DEEPEST:
            if is_kind(value, tuple) and count == 2 and all(type(part) is int for part in value):
                pair = f"{value[0]},{value[1]}"[:LONGEST]
                raise unreadable(question, "answer-pair", found=pair)
            raise unreadable(question, "answer-many", found=type_name(value), count=count)
        if is_kind(value, np.ma.MaskedArray) and np.ma.getmaskarray(value).all():
            raise unreadable(question, "answer-missing")
        if is_kind(value, np.ndarray):
            inner = np.ndarray.view(value, np.ndarray).reshape(-1)[0]
        elif is_kind(value, pd.DataFrame):
            inner = value.iloc[0, 0]
        else:
            inner = value.iloc[0] if is_kind(value, pd.Series) else value[0]
        return _single(question, inner, depth + 1)
    if is_kind(value, np.floating):
        return float(value)
    # `item` would turn a moment into a plain number.
    if is_kind(value, np.generic) and not is_kind(value, (str, np.datetime64, np.timedelta64)):
        value = value.item()
    if value is None or value is ... or value is pd.NA or value is pd.NaT:
        raise unreadable(question, "answer-missing")
    if is_kind(value, _FUNCTIONS):
        raise unreadable(question, "answer-function", found=glimpse(value.__name__))
    return value


def _number(question: Question, value: Any) -> float:
    percent = False
    if is_kind(value, str):
        text = str.__str__(value)
        written = read_text(text, question.unit)
        if written is None:
            looks_like_code = re.search(r"\w\s*[\[(]", text[:LONGEST])
            key = "answer-code" if looks_like_code else "answer-not-a-number"
            raise unreadable(question, key, found=glimpse(text))
        if not written.known:
            raise unreadable(question, "answer-other-unit", found=glimpse(text))
        number, percent = written.number, bool(written.unit)
    elif type(value) is bool:
        raise unreadable(question, "answer-not-a-number", found=str(value))
    elif is_kind(value, int):
        # An int may have more digits than a float can count.
        number = float(int.__int__(value)) if int.bit_length(value) < _MOST_BITS else math.inf
    elif is_kind(value, (float, Decimal, Fraction)):
        number = _as_float(value)
    else:
        raise unreadable(question, "answer-kind", found=type_name(value))
    if math.isnan(number):
        raise unreadable(question, "answer-missing")
    if abs(number) > _LARGEST:
        raise unreadable(question, "answer-too-large")
    if question.unit == "share" and not percent and abs(number) > LARGEST_SHARE:
        number /= 100
    return number


def _as_float(value: Any) -> float:
    """A real number as a float, by the type's own method, whatever a subclass says."""
    if is_kind(value, float):
        return float.__float__(value)
    if is_kind(value, Decimal):
        return math.nan if Decimal.is_nan(value) else Decimal.__float__(value)
    whole, part = value.numerator, value.denominator
    if max(int.bit_length(whole), int.bit_length(part)) > _MOST_BITS:
        return math.inf
    return float(whole / part)


def _choice(question: Question, value: Any) -> str:
    if type(value) is int and value.bit_length() < 64:
        value = str(value)
    if not is_kind(value, str):
        raise unreadable(question, "answer-kind", found=type_name(value))
    text = str.__str__(value)
    # Most answers are codes: no words of any language need be looked up for those.
    code = text if text in question.choices else None
    if code is None and len(text) <= LONGEST:
        code = _codes(question).get(_folded(text))
    if code is None:
        raise unreadable(question, "answer-not-a-choice", found=glimpse(text))
    return code


@cache
def _codes(question: Question) -> dict[str, str]:
    """Code of each way to write a choice; what could mean two choices means none."""
    means: dict[str, set[str]] = {}
    for code, key in question.word_keys.items():
        for lang in language.LANGUAGES:
            words = language.text(key, lang=lang) if language.has_text(key, lang) else code
            # "selling, total" is selling to everybody.
            for written in (words, words.split(",")[0]):
                means.setdefault(_folded(written), set()).add(code)
    known = {written: codes.pop() for written, codes in means.items() if len(codes) == 1}
    return {**known, **{_folded(code): code for code in question.choices}}


def _folded(text: str) -> str:
    """Text without what does not matter: case, quotes, kinds of spaces, look-alike letters."""
    bare = re.sub(r"[\"'«»“”„‘’`]", "", text).strip().rstrip(".,;").casefold()
    return re.sub(r"[\s_-]+", " ", bare).translate(_LOOKALIKE)


def unreadable(question: Question, key: str, **facts: Any) -> QuestionError:
    """Error whose message ends with what is allowed."""
    if question.choices:
        rows = ", ".join(f'"{code}"' for code in question.items)
        form = f"answer-form-{question.kind}"
        allowed = language.text(form, allowed=_listed(question), rows=rows)
    elif question.kind in ("plan", "text", "range"):
        allowed = language.text(f"answer-form-{question.kind}")
    else:
        form = f"answer-form-{'points' if question.told_as == 'points' else question.unit}"
        allowed = language.text(form if language.has_text(form) else "answer-form-count")
    return QuestionError(key, allowed=allowed, **facts)


def _listed(question: Question) -> str:
    """Choices as codes in quotes, with their words where the texts know some."""
    shown = []
    for code, key in question.word_keys.items():
        word = language.text(key) if language.has_text(key) else code
        shown.append(f'"{code}"' if word == code else f'"{code}" ({word})')
    return ", ".join(shown)


def is_kind(value: Any, kinds: type | tuple[type, ...]) -> bool:
    """Like `isinstance`, without asking the value what it says it is."""
    return issubclass(type(value), kinds)


def type_name(value: Any) -> str:
    """Name of a value's type, whatever the value says of itself."""
    return glimpse(str(type.__dict__["__name__"].__get__(type(value))))


def glimpse(text: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else text[:57] + "..."
