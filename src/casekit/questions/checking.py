"""`check`: an instant verdict on an answer, and its record for whoever marks it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from casekit import language
from casekit.company import data_folder
from casekit.errors import CasekitError, QuestionError
from casekit.notebook import recording
from casekit.questions import journal
from casekit.questions.bank import find
from casekit.questions.expected import RIGHT, close_by, is_right
from casekit.questions.plain import is_empty, read_plain
from casekit.questions.question import Question
from casekit.questions.reading import LARGEST_SHARE, Plain, typed_by_hand
from casekit.questions.reveal import why
from casekit.questions.seal import SEALED_FILE, unseal
from casekit.questions.telling import row_words, told
from casekit.questions.verdict import State, Verdict

#: Output type under which an answer stands in the notebook; the grader reads nothing else. A
#: number, a code of the bank, a table or a plan of known keys, a text of limited length, or null
#: for what could not be read.
ANSWER_TYPE = "application/vnd.casekit.answer+json"

# A share above one by less than the board tells apart is the whole.
_ROUNDING = 0.0005

# Significant digits of a recorded number: far more than any tolerance can tell apart.
_DIGITS = 10

# Whether it was said that progress cannot be kept; once a session is enough.
_told = False


def check(question_id: str, answer: Any) -> Verdict:
    """Say at once whether an answer is right, and record it.

    Parameters
    ----------
    question_id
        Id of the question, as the notebook gives it.
    answer
        Your answer. Numbers may be typed as people type them: 0.38, "38 %", "1 234,5"; a choice
        as its code or in words; a table as a column of a frame or as `{"key": number}`; a plan as
        `ck.Plan`, or the name of the file that the board saved; a text in quotes.

    Returns
    -------
    Verdict
        `state` is `not_attempted`, `incorrect`, `partial`, `correct` or `recorded`. An answer
        that cannot be read is `incorrect`, and the message says why.

    Raises
    ------
    QuestionError
        If there is no such question.

    Examples
    --------
    >>> check("time.selling_gap", ...).state
    'not_attempted'
    """
    question = find(question_id)
    verdict = _checked(question, answer)
    if not journal.keep(question.id, verdict.state):
        return _with_note(verdict)
    return verdict


def _checked(question: Question, answer: Any) -> Verdict:
    if is_empty(question, answer):
        return Verdict(question.id, "not_attempted", language.text("verdict-not-attempted"))
    try:
        plain = read_plain(question, answer)
    except QuestionError as error:
        record(question, None)
        if recording():
            return kept(question)
        return Verdict(question.id, "incorrect", str(error), "unreadable")
    record(question, plain)
    # A grading run ends here, whatever the answer: no file is read and nothing is hashed.
    if recording():
        return kept(question)
    return judge(question, plain, answer)


def judge(question: Question, plain: Plain, answer: Any = None) -> Verdict:
    """Verdict on an answer that could be read; nothing is recorded.

    Parameters
    ----------
    question
        What was asked.
    plain
        The answer, as `read_plain` gives it.
    answer
        As it was given, which tells whether a number was typed.
    """
    if question.kind == "text":
        # Whether a person reads it is a matter of points.
        key = "verdict-text-kept" if question.points else "verdict-text-unread"
        return Verdict(question.id, "recorded", language.text(key))
    if question.kind == "plan" and isinstance(plain, dict):
        return _of_plan(question, plain) if judged_here() else kept(question)
    if question.rows and isinstance(plain, dict):
        return _of_table(question, plain)
    sealed = _sealed(question) if question.sealed else {}
    if not sealed:
        return kept(question)
    found = unseal(sealed, question, plain)
    if is_right(question, found):
        praise = _praise(question, plain, answer)
        return Verdict(question.id, "correct", praise, why=why(question, str(found)))
    if found is not None:
        cause, words = found, language.text(question.mistake_key(found))
    else:
        cause = _slip(sealed, question, plain)
        key = f"slip-{cause.replace('_', '-')}" if cause else _again(question)
        words = language.text(key, question=question.id)
    if close_by(question, plain, lambda near: is_right(question, unseal(sealed, question, near))):
        message = language.text("verdict-close", cause=words)
        return Verdict(question.id, "partial", message, cause)
    message = language.text("verdict-incorrect", cause=words)
    return Verdict(question.id, "incorrect", message, cause)


def judged_here() -> bool:
    """Whether answers are judged: a company of an exam has none sealed."""
    try:
        return (data_folder() / SEALED_FILE).is_file()
    except CasekitError:
        return False


def kept(question: Question) -> Verdict:
    """Verdict where nothing is judged."""
    return Verdict(question.id, "recorded", language.text("verdict-recorded"))


def _again(question: Question) -> str:
    """Text key of where to look; a card has a button for its hint."""
    return "verdict-look-again" if question.basis == "computed" else "verdict-look-again-card"


def _of_table(question: Question, answer: dict[str, Any]) -> Verdict:
    """Verdict on a table or a grid, row by row; a mistake speaks for rows that are not right."""
    rows = question.rows
    sealed = _sealed(*rows.values())
    if not sealed:
        return kept(question)
    found = {
        key: unseal(sealed, row, answer[key]) if key in answer else None
        for key, row in rows.items()
    }
    wrong = [key for key, name in found.items() if not is_right(question, name)]
    if not wrong:
        also = next((name for name in found.values() if name and name != RIGHT), RIGHT)
        praise = _praise(question, answer)
        return Verdict(question.id, "correct", praise, why=why(question, also))
    named = [name for key in wrong if (name := found[key]) is not None]
    clear = named and 2 * len(named) >= len(wrong)
    cause = max(question.mistakes, key=named.count) if clear else ""
    words = (
        language.text(question.mistake_key(cause))
        if cause
        else language.text(_again(question), question=question.id)
    )
    if len(wrong) == len(rows):
        message = language.text("verdict-incorrect", cause=words)
        return Verdict(question.id, "incorrect", message, cause)
    listed = ", ".join(
        language.text("verdict-row", words=row_words(question, key)) for key in wrong
    )
    right = len(rows) - len(wrong)
    message = language.text("verdict-rows", right=right, rows=len(rows), listed=listed, cause=words)
    return Verdict(question.id, "partial", message, cause)


def _of_plan(question: Question, answer: dict[str, Any]) -> Verdict:
    """A plan's verdict: limits, the reason given, and what part of the attainable it reaches."""
    # The model is large; who is asked for no plan need not wait for it.
    from casekit.company import load_case
    from casekit.questions.planned import judge_plan

    try:
        judged = judge_plan(load_case(data_folder()), question, answer)
    except CasekitError as error:
        return Verdict(question.id, "incorrect", str(error), "unreadable")
    mistake = judged.mistake
    words = [language.text(question.mistake_key(mistake))] if mistake in question.mistakes else []
    if not judged.reasoned:
        words.append(language.text("verdict-plan-reason"))
    if question.attainable:
        # As the board says it: of hours beyond those tried no share can be told.
        key = "beyond" if judged.share > 1.0 + _ROUNDING else "share"
        part = language.percent(judged.share)
        words.insert(0, language.text(f"verdict-plan-{key}", part=part))
    message = " ".join([language.text("verdict-plan-limits"), *words])
    state: State = "correct" if judged.part == 1.0 else "partial"
    return Verdict(question.id, state, message, mistake)


def _praise(question: Question, plain: Plain, answer: Any = None) -> str:
    """Right, with the reader's own number; and a reminder where one to be computed looks typed."""
    words = [language.text("verdict-correct")]
    numbers = isinstance(plain, float) or question.kind == "table"
    if numbers and (value := told(question, plain)):
        words.append(language.text("verdict-own", value=value))
    if question.basis == "computed" and question.kind == "number" and typed_by_hand(answer):
        words.append(language.text("verdict-typed"))
    return " ".join(words)


def _slip(sealed: dict[str, Any], question: Question, answer: Plain) -> str:
    """Kind of slip that can be told without knowing the question; empty if none."""
    for name, candidate in _slips(question, answer):
        if unseal(sealed, question, candidate) == RIGHT:
            return name
    too_large = isinstance(answer, float) and abs(answer) > LARGEST_SHARE
    return "over_whole" if question.unit == "share" and too_large else ""


def _slips(question: Question, answer: Plain) -> Iterator[tuple[str, float]]:
    """What the answer would be without a slip: three hashes at most."""
    if not isinstance(answer, float):
        return
    parts = question.unit in ("share", "ratio")
    name, factor = ("hundred", 100.0) if parts else ("thousand", 1000.0)
    money = question.unit.startswith("krub")
    for slip, candidate in (
        ("sign", -answer),
        ("money" if money else name, answer * factor),
        ("money" if money else name, answer / factor),
    ):
        # Near nought everything looks alike: a small wrong number is no slip in the sign.
        if abs(candidate) > 2 * question.tolerance:
            yield slip, candidate


def _sealed(*questions: Question) -> dict[str, Any]:
    """Sealed answers of the company at hand; empty where nothing is to be judged."""
    try:
        content = json.loads((data_folder() / SEALED_FILE).read_text(encoding="utf-8"))
        return {
            "salt": content["salt"],
            "sealed": {question.id: content["sealed"][question.id] for question in questions},
        }
    except (CasekitError, OSError, ValueError, KeyError, TypeError):
        return {}


def record(question: Question, answer: Plain | None) -> None:
    """Leave the answer in the notebook, for the grader; outside a notebook do nothing."""
    ipython = sys.modules.get("IPython")
    if ipython is None or ipython.get_ipython() is None:
        return
    from IPython.display import display

    record = {"question": question.id, "kind": question.kind, "answer": _rounded(answer)}
    shell = ipython.get_ipython()
    kernel, kind = getattr(shell, "kernel", None), getattr(shell, "display_pub_class", None)
    if recording() and kernel and kind and not isinstance(shell.display_pub, kind):
        # `%%capture` keeps what a cell shows from everybody; an answer is for the grader.
        publisher = kind(parent=shell)
        publisher.session, publisher.pub_socket = kernel.session, kernel.iopub_socket
        publisher.publish({ANSWER_TYPE: record}, {})
    else:
        display({ANSWER_TYPE: record}, raw=True)


def _rounded(answer: Any) -> Any:
    """Numbers without the last digits, which differ from one processor to another."""
    if isinstance(answer, float):
        return float(f"{answer:.{_DIGITS}g}")
    if isinstance(answer, dict):
        return {key: _rounded(value) for key, value in answer.items()}
    return answer


def _with_note(verdict: Verdict) -> Verdict:
    """The verdict, and once a session that progress is not kept."""
    global _told
    if _told:
        return verdict
    _told = True
    return replace(verdict, message=f"{verdict.message}\n{language.text('progress-unwritable')}")
