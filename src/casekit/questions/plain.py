"""Answers of every kind as plain JSON: what is recorded, sealed and marked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

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

__all__ = ["LONGEST_TEXT", "is_empty", "read_plain"]

#: Longest text that is kept, letters: some eight printed pages.
LONGEST_TEXT = 20_000
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
    if question.kind == "table" and is_kind(value, dict) and dict.__len__(value) <= MOST_ROWS:
        return all(is_blank(inner) for inner in dict.values(value))
    return False


def read_plain(question: Question, value: Any) -> Plain:
    """Answer as plain JSON: a number, a code, numbers by key, a plan's fields, or a text.

    Raises
    ------
    QuestionError
        If the answer cannot be read as the question's kind; the message says what was found and
        what is allowed.
    """
    if question.kind == "table":
        return _table(question, value)
    if question.kind == "plan":
        return _plan(question, value)
    if question.kind == "text":
        return _text(question, value)
    return read_answer(question, value)


def _table(question: Question, value: Any) -> dict[str, float]:
    """Numbers by key; rows that were not asked are left aside, blanks left out."""
    rows, found, strange = question.rows, {}, ""
    named = replace(question, kind="choice")
    for key, inner in _pairs(question, value):
        try:
            code = str(read_answer(named, key))
        except QuestionError:
            strange = strange or glimpse(str(key) if isinstance(key, str) else type_name(key))
            continue
        if is_blank(inner):
            continue
        try:
            found[code] = float(read_answer(rows[code], inner))
        except QuestionError as error:
            raise unreadable(question, "answer-row", row=code, why=str(error)) from None
    # A key that is none, and one that is missing: probably one and the same.
    if strange and len(found) < len(rows):
        raise unreadable(question, "answer-row-unknown", found=strange)
    return found


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
    """A plan's fields, from a plan, its JSON, or the file that the board saved."""
    # The model is large; who is asked for no plan need not wait for it.
    from casekit.model import Plan

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
