"""Scoring: recorded answers compared with the key, on the shipped company and the hidden one.

No participant's code runs here, and of everything a notebook wrote only the plain value of an
answer is used.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casekit.company import Case
from casekit.errors import CasekitError
from casekit.grading.execution.jobs import HIDDEN, SHIPPED
from casekit.questions import QUESTIONS, Question
from casekit.questions.expected import close_by, is_right, recognise
from casekit.questions.key import Known
from casekit.questions.plain import LONGEST_TEXT
from casekit.questions.planned import judge_plan
from casekit.questions.reading import Plain

#: States from best to worst; of two runs the worse is reported.
STATES = (
    "correct",
    "review",
    "partial",
    "incorrect",
    "not_attempted",
    "error",
    "timeout",
    "killed",
)
#: Remarks that tell how an answer fell out on the hidden company; its author never reads them.
NOTES_OF_HIDDEN = ("typed", "only_shipped")
#: Highest level that a reader gives a text.
TOP_LEVEL = 3

# State of a question without an answer, by the state of the cell that asks it.
_OF_CELL = {"ok": "not_attempted", "error": "error", "timeout": "timeout", "killed": "killed",
            "not_run": "killed"}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """A question's mark.

    Parameters
    ----------
    state
        The worse of the two runs.
    points, max_points
        Earned and to be earned; points are 0 while a text waits for its reader.
    pending
        Points that wait for a reader.
    shipped, hidden
        States of the two runs; empty where a question is not marked there.
    note
        Key of a remark on it; empty for none.
    mistake
        Known mistake that the answer on the shipped company matches; empty for none.
    own
        Of the points those that the answer on the shipped company earned: its author may know
        them. The others tell of a company that nobody has seen.
    override
        Why these points were given by hand; empty where they were worked out.
    """

    state: str
    points: float
    max_points: float
    pending: float = 0.0
    shipped: str = ""
    hidden: str = ""
    note: str = ""
    mistake: str = ""
    own: float = 0.0
    override: str = ""


@dataclass(frozen=True)
class Answers:
    """What a submission answered on one company.

    Parameters
    ----------
    values
        The last answer of each question, as plain JSON.
    missing
        State by question that was asked and has no answer.
    doubled
        Questions with points that two notebooks answer differently.
    """

    values: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    doubled: tuple[str, ...] = ()


def collect(notebooks: Sequence[Mapping[str, Any]], company: str) -> Answers:
    """Answers of a submission's notebooks; of several to one question the last counts.

    Parameters
    ----------
    notebooks
        Fields of `execution.jobs.NotebookResult`.
    company
        `shipped` or `hidden`.
    """
    values: dict[str, Any] = {}
    missing: dict[str, str] = {}
    where: dict[str, dict[str, Any]] = {}
    for notebook in notebooks:
        records = notebook["records"].get(company, ())
        for asked, record in zip(notebook["asked"], records, strict=False):
            for name in asked:
                if name in QUESTIONS:
                    missing[name] = _OF_CELL[record["state"]]
            for written in record["answers"]:
                name, value = _record(written)
                if name:
                    values[name] = value
                    where.setdefault(name, {})[notebook["place"]] = value
    # An opinion may change on the way, and a notebook that runs another repeats its answers.
    doubled = tuple(
        sorted(
            name
            for name, said in where.items()
            if QUESTIONS[name].points and len({json.dumps(each) for each in said.values()}) > 1
        )
    )
    return Answers(values, {n: s for n, s in missing.items() if n not in values}, doubled)


def with_entered(answers: Answers, entered: Mapping[str, Any]) -> Answers:
    """Answers with those that were entered on cards; what a notebook says itself goes before.

    Parameters
    ----------
    answers
        Of the notebooks, on the company that their author had.
    entered
        By question, of the same company; an expression is never taken from there.
    """
    added = {
        name: value
        for name, value in entered.items()
        if name in QUESTIONS and QUESTIONS[name].basis == "stated" and name not in answers.values
    }
    missing = {name: state for name, state in answers.missing.items() if name not in added}
    return Answers({**answers.values, **added}, missing, answers.doubled)


def own_answers(entry: Mapping[str, Any], digest: str) -> Answers:
    """What a submission answered on the company that its author had: in code and on cards.

    Parameters
    ----------
    entry
        Its line in the journal.
    digest
        Of that company.
    """
    notebooks = [each for each in entry["notebooks"] if not each["unreadable"]]
    entered = entry.get("entered", {}).get("answers", {})
    return with_entered(collect(notebooks, SHIPPED), entered.get(digest, {}))


def _record(written: str) -> tuple[str, Any]:
    """Question and answer of a record; an empty name if it is not one."""
    try:
        record = json.loads(written, parse_constant=lambda name: None)
    except (ValueError, RecursionError):
        return "", None
    if not isinstance(record, dict):
        return "", None
    name = record.get("question")
    if not isinstance(name, str) or name not in QUESTIONS:
        return "", None
    # A record of another kind than the question's is no answer to it.
    return name, record.get("answer") if record.get("kind") == QUESTIONS[name].kind else None


def mark(
    question: Question,
    answers: Mapping[str, Answers],
    known: Mapping[str, Known],
    shipped: Case,
    level: int | None = None,
) -> Mark:
    """Mark of a question.

    Parameters
    ----------
    question
        The question.
    answers, known
        By company: what the submission answered, and what the key says.
    shipped
        The shipped company, by whose model plans are marked.
    level
        What a reader gave the text, 0 to 3.
    """
    most = float(question.points)
    state, part, mistake = _judge(question, answers[SHIPPED], known[SHIPPED], shipped)
    if question.kind == "text":
        return _text_mark(question, state, level)
    if question.basis == "stated":
        earned = _points(most * part)
        return Mark(state, earned, most, shipped=state, mistake=mistake, own=earned)
    hidden, hidden_part, _ = _judge(question, answers[HIDDEN], known[HIDDEN], None)
    note = ""
    if part and not hidden_part and hidden == "incorrect":
        mine, theirs = (answers[name].values.get(question.id) for name in (SHIPPED, HIDDEN))
        note = "typed" if mine == theirs else "only_shipped"
    worse = max(state, hidden, key=STATES.index)
    earned = _points(most * (part + hidden_part) / 2)
    own = _points(most * part / 2)
    return Mark(worse, earned, most, 0.0, state, hidden, note, mistake, own)


def _text_mark(question: Question, state: str, level: int | None) -> Mark:
    most = float(question.points)
    if state != "review":
        return Mark(state, 0.0, most, shipped=state)
    if level is None:
        return Mark("review", 0.0, most, pending=most, shipped=state)
    earned = _points(most * level / TOP_LEVEL)
    return Mark("review", earned, most, shipped=state, own=earned)


def _points(points: float) -> float:
    return round(points, 2)


def _judge(
    question: Question, answers: Answers, known: Known, case: Case | None
) -> tuple[str, float, str]:
    """State, part of the points and known mistake of an answer on one company."""
    if question.id not in answers.values:
        return answers.missing.get(question.id, "not_attempted"), 0.0, ""
    value = answers.values[question.id]
    if question.kind == "text":
        if not isinstance(value, str) or not value.strip():
            return "incorrect", 0.0, ""
        return ("review" if question.read_by_person else "correct"), 0.0, ""
    if question.kind == "plan":
        return _judge_plan(question, value, case)
    if not question.sealed:
        # A forecast and a guess are given, and nobody can say yet whether they are right.
        return ("correct", 1.0, "") if _is_given(question, value) else ("incorrect", 0.0, "")
    if question.rows:
        return _judge_rows(question, value, known)
    plain = plain_answer(question, value)
    if plain is None:
        return "incorrect", 0.0, ""
    ways = known[question.id]
    found = recognise(question, ways, plain)
    if is_right(question, found):
        return "correct", 1.0, ""
    if close_by(question, plain, lambda near: is_right(question, recognise(question, ways, near))):
        return "partial", 0.5, found or ""
    return "incorrect", 0.0, found or ""


def _is_given(question: Question, value: Any) -> bool:
    """Whether there is an answer of the question's form; of a grid, in any of its rows."""
    if not question.rows:
        return plain_answer(question, value) is not None
    rows = value if isinstance(value, dict) else {}
    return any(plain_answer(row, rows.get(key)) is not None for key, row in question.rows.items())


def _judge_rows(question: Question, value: Any, known: Known) -> tuple[str, float, str]:
    if not isinstance(value, dict):
        return "incorrect", 0.0, ""
    found = {}
    for key, row in question.rows.items():
        plain = plain_answer(row, value.get(key))
        found[key] = recognise(row, known[row.id], plain) if plain is not None else None
    right = sum(is_right(question, name) for name in found.values())
    named = [name for name in found.values() if name and not is_right(question, name)]
    mistake = max(question.mistakes, key=named.count) if named else ""
    if right == len(found):
        return "correct", 1.0, ""
    return ("partial" if right else "incorrect"), right / len(found), mistake


def _judge_plan(question: Question, value: Any, case: Case | None) -> tuple[str, float, str]:
    if case is None or not isinstance(value, dict):
        return "incorrect", 0.0, ""
    try:
        judged = judge_plan(case, question, value)
    except (CasekitError, ArithmeticError, ValueError, TypeError, RecursionError):
        return "incorrect", 0.0, ""
    part = judged.part
    state = "correct" if part == 1.0 else "partial" if part > 0.0 else "incorrect"
    return state, part, judged.mistake


def plain_answer(question: Question, value: Any) -> Plain | None:
    """An answer in the key's form: a finite number, codes, a range; None for anything else."""
    if question.kind == "choice":
        return value if isinstance(value, str) and value in question.choices else None
    if question.kind in ("several", "order"):
        return _codes(question, value)
    if question.kind == "range":
        ends = value if isinstance(value, dict) else {}
        low, high = (_number(ends.get(end)) for end in ("low", "high"))
        return None if low is None or high is None or low > high else {"low": low, "high": high}
    return _number(value)


def _codes(question: Question, value: Any) -> list[str] | None:
    """Options of a set in the bank's order, or of an order as they stand, each once."""
    if not isinstance(value, list) or not 0 < len(value) <= len(question.choices):
        return None
    if not all(isinstance(code, str) and code in question.choices for code in value):
        return None
    if question.kind == "several":
        return [code for code in question.choices if code in value]
    return value if len(set(value)) == len(question.choices) else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def text_of(answers: Answers, question: Question) -> str:
    """A text as it was written, cut to the longest allowed."""
    value = answers.values.get(question.id)
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""
