"""Answers of every kind as plain JSON: what is recorded, sealed and marked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from casekit.errors import CasekitError, QuestionError
from casekit.notebook import beside
from casekit.questions.question import Question
from casekit.questions.reading import (
    Plain,
    glimpse,
    is_blank,
    is_kind,
    read_answer,
    type_name,
    unreadable,
)

__all__ = ["LONGEST_TEXT", "is_empty", "is_half", "read_plain"]

#: Longest text that is kept, letters: some eight printed pages.
LONGEST_TEXT = 20_000
#: Longest reason of a plan, letters.
LONGEST_REASON = 2_000
#: Kinds whose answer is a list of codes.
_LISTS = ("several", "order")
#: A table longer than this is not an answer.
MOST_ROWS = 200
#: A plan's file is a few kilobytes for every specialist.
_LARGEST_FILE = 2_000_000


def is_empty(question: Question, value: Any) -> bool:
    """Whether nothing was answered yet: blank, a blank text, or a table of blanks."""
    if is_blank(value):
        return True
    if question.kind == "text" and is_kind(value, str):
        return not str.strip(value)
    by_key = question.kind in ("table", "grid", "range")
    if by_key and is_kind(value, dict) and dict.__len__(value) <= MOST_ROWS:
        return all(is_blank(inner) for inner in dict.values(value))
    return is_kind(value, (list, tuple)) and not len(value) and question.kind in _LISTS


def is_half(question: Question, value: Any) -> bool:
    """Whether a range has one end only, as while it is being typed."""
    if question.kind != "range" or not is_kind(value, dict):
        return False
    return is_blank(dict.get(value, "low")) != is_blank(dict.get(value, "high"))


def read_plain(question: Question, value: Any) -> Plain:
    """Answer as plain JSON: a number, a code or several, a range, a table, a plan, or a text.

    Raises
    ------
    QuestionError
        If the answer cannot be read as the question's kind; the message says what was found and
        what is allowed.
    """
    if question.kind in ("table", "grid"):
        return _table(question, value)
    if question.kind in _LISTS:
        return _codes(question, value)
    if question.kind == "range":
        return _range(question, value)
    if question.kind == "plan":
        return _plan(question, value)
    if question.kind == "text":
        return _text(question, value)
    return read_answer(question, value)


def _codes(question: Question, value: Any) -> list[str]:
    """Options that were taken, in the bank's order; of an order all of them, as they stand."""
    if is_kind(value, (pd.Series, pd.Index, np.ndarray)):
        parts = list(value.ravel()[:MOST_ROWS]) if is_kind(value, np.ndarray) else list(value)
    elif is_kind(value, (list, tuple, set, frozenset)):
        parts = list(value)
    else:
        parts = [value]
    if len(parts) > MOST_ROWS:
        raise unreadable(question, "answer-rows-many", found=str(len(parts)), most=str(MOST_ROWS))
    one = replace(question, kind="choice")
    codes = list(dict.fromkeys(str(read_answer(one, part)) for part in parts))
    if question.kind == "several":
        return [code for code in question.choices if code in codes]
    if len(codes) < len(question.choices):
        raise unreadable(question, "answer-order-short", found=str(len(codes)))
    return codes


def _range(question: Question, value: Any) -> dict[str, float]:
    """A figure from low to high."""
    if is_kind(value, dict):
        ends = [dict.get(value, "low"), dict.get(value, "high")]
    elif is_kind(value, (list, tuple)) and len(value) == 2:
        ends = list(value)
    else:
        raise unreadable(question, "answer-kind", found=type_name(value))
    one = replace(question, kind="number")
    low, high = (float(read_answer(one, end)) for end in ends)
    if low > high:
        raise unreadable(question, "answer-range-turned")
    return {"low": low, "high": high}


def _table(question: Question, value: Any) -> dict[str, Any]:
    """Numbers or codes by key; rows that were not asked are left aside, blanks left out."""
    rows, found, strange = question.rows, {}, ""
    named = _names_of_rows(question)
    for key, inner in _pairs(question, value):
        try:
            code = str(read_answer(named, key))
        except QuestionError:
            strange = strange or glimpse(str(key) if isinstance(key, str) else type_name(key))
            continue
        if is_blank(inner):
            continue
        try:
            found[code] = read_answer(rows[code], inner)
        except QuestionError as error:
            raise unreadable(question, "answer-row", row=code, why=str(error)) from None
    # A key that is none, and one that is missing: probably one and the same.
    if strange and len(found) < len(rows):
        raise unreadable(question, "answer-row-unknown", found=strange)
    return found


def _names_of_rows(question: Question) -> Question:
    """The rows of a table or a grid, as the options of a choice."""
    if question.kind == "table":
        return replace(question, kind="choice")
    words = f"{question.text_key}-row"
    return replace(question, kind="choice", choices=question.items, words=words)


def _pairs(question: Question, value: Any) -> Iterator[tuple[Any, Any]]:
    """Keys and values of what can be a table."""
    if is_kind(value, pd.DataFrame):
        if value.shape[1] != 1:
            columns = ", ".join(map(str, list(value.columns)[:8]))
            raise unreadable(question, "answer-columns", found=glimpse(columns))
        value = value.iloc[:, 0]
    if is_kind(value, pd.Series):
        count, pairs = value.size, zip(value.index, value.array, strict=True)
    elif is_kind(value, dict):
        count, pairs = dict.__len__(value), zip(dict.keys(value), dict.values(value), strict=True)
    else:
        raise unreadable(question, "answer-kind", found=type_name(value))
    if count > MOST_ROWS:
        raise unreadable(question, "answer-rows-many", found=str(count), most=str(MOST_ROWS))
    yield from pairs


def _plan(question: Question, value: Any) -> dict[str, Any]:
    """A plan's fields, from a plan, its JSON or the file of the board; or these with a reason."""
    # The model is large; who is asked for no plan need not wait for it.
    from casekit.model import Plan

    if is_kind(value, dict):
        if "plan" not in value:
            value = json.dumps(value, default=str)
        else:
            reason = value.get("reason", "")
            told = _text(question, reason)[:LONGEST_REASON] if reason else ""
            seen = {"after_optimum": True} if value.get("after_optimum") is True else {}
            return {"plan": _plan(question, value["plan"]), "reason": told, **seen}
    if is_kind(value, Plan):
        plan = value
    else:
        if not is_kind(value, (str, Path)):
            raise unreadable(question, "answer-kind", found=type_name(value))
        text = str(value)
        try:
            if not text.lstrip().startswith("{"):
                path = beside(text)
                if not path.exists():  # a name as the current folder has it
                    path = Path(text)
                if path.stat().st_size > _LARGEST_FILE:
                    raise unreadable(question, "answer-plan-file", found=glimpse(text))
                text = path.read_text(encoding="utf-8")
            plan = Plan.from_json(text)
        except (OSError, ValueError):
            raise unreadable(question, "answer-plan-file", found=glimpse(text)) from None
        except CasekitError as error:
            raise QuestionError("answer-plan", why=str(error)) from None
    fields: dict[str, Any] = json.loads(plan.to_json())
    return fields


def _text(question: Question, value: Any) -> str:
    """A text as it was typed."""
    if not is_kind(value, str):
        raise unreadable(question, "answer-kind", found=type_name(value))
    length = str.__len__(value)
    if length > LONGEST_TEXT:
        raise unreadable(question, "answer-text-long", found=length, most=LONGEST_TEXT)
    # Half of a pair of surrogates is no letter in any file.
    return str.__str__(value).encode("utf-8", "replace").decode("utf-8").strip()
