"""What a card shows: plain data for the browser, words where there is none."""

from __future__ import annotations

import hashlib
import random
import re
from html import escape
from typing import Any

from casekit import language
from casekit.cards.state import CardState
from casekit.questions.question import Question
from casekit.questions.reading import Plain
from casekit.questions.telling import option_words, row_words, told
from casekit.questions.verdict import COLOURS, SIGNS, framed

__all__ = ["entered_form", "html_of", "options_of", "text_of", "view_of"]

#: Texts of the module, by the name it asks for.
_LABELS = ("check", "keep", "hint", "reveal", "up", "down", "low", "high", "saved", "checklist",
           "lost", "silent", "plan-look")  # fmt: skip
#: A unit that was typed too.
_UNIT = re.compile(r"[%a-zа-яё]", re.IGNORECASE)
#: Kinds whose options may stand in another order for each company.
_SHUFFLED = ("choice", "several", "order")


def view_of(state: CardState) -> dict[str, Any]:
    """Everything that the browser draws, in the reader's language."""
    question, verdict = state.question, state.verdict
    return {
        "id": question.id,
        "kind": question.kind,
        "guess": question.guess,
        "lang": language.current(),
        "ask": language.text(question.text_key),
        "options": [
            {"code": code, "words": option_words(question, code)}
            for code in options_of(question, state.company)
        ],
        "rows": [{"code": code, "words": row_words(question, code)} for code in question.row_keys],
        "checklist": [
            language.text(question.check_key(number)) for number in range(1, question.checks + 1)
        ],
        "unit": unit_words(question),
        "points": _points(question),
        "answer": typed_form(question, state.answer),
        "plan": _plan_lines(state) if question.kind == "plan" else [],
        "kept": state.answer is not None and not state.lost,
        "lost": state.lost,
        "judged": state.judged,
        "verdict": None
        if verdict is None
        else {
            "state": verdict.state,
            "sign": SIGNS[verdict.state],
            "message": verdict.message,
        },
        "right": language.text("card-right", answer=state.right) if state.right else "",
        "why": state.reason,
        "hints": [repr(hint) for hint in state.hints],
        "more_hints": len(state.hints) < question.hints,
        "may_reveal": state.may_reveal and not state.revealed,
        "labels": {name: language.text(f"card-{name}", words="{words}") for name in _LABELS},
    }


def _stand(state: CardState) -> list[str]:
    """Options in the order in which words show them: an order's answer is its order."""
    if state.question.kind == "order" and isinstance(state.answer, list):
        return list(state.answer)
    return options_of(state.question, state.company)


def options_of(question: Question, company: str) -> list[str]:
    """Options in the order in which a company's readers see them."""
    codes = list(question.choices)
    if question.kind not in _SHUFFLED or not question.shuffled or not question.points:
        return codes
    seed = hashlib.sha256(f"{company} {question.id}".encode()).digest()
    random.Random(seed).shuffle(codes)
    return codes


def unit_words(question: Question) -> str:
    """What stands beside a field for a number."""
    key = f"card-unit-{_unit(question)}"
    return language.text(key) if language.has_text(key) else ""


def _unit(question: Question) -> str:
    if question.told_as == "points":
        return question.told_as
    return "share" if _per_cent(question) else question.unit


def _per_cent(question: Question) -> bool:
    """Whether a part is typed and shown as per cent, one that may exceed the whole too."""
    return question.unit == "share" or question.told_as == "percent"


def entered_form(question: Question, entered: Any) -> Any:
    """What was typed into fields, with the unit that stands beside them: 0.5 there is 0.5 %."""
    if not _per_cent(question):
        return entered
    if isinstance(entered, dict):
        return {key: entered_form(question, value) for key, value in entered.items()}
    if isinstance(entered, str) and entered.strip() and not _UNIT.search(entered):
        return f"{entered} %"
    return entered


def typed_form(question: Question, answer: Plain | None) -> Any:
    """An answer as it stands in the fields: numbers as people type them."""
    if answer is None:
        return None
    if isinstance(answer, float):
        return _typed(question, answer)
    if isinstance(answer, dict) and question.kind in ("table", "range"):
        return {key: _typed(question, value) for key, value in answer.items()}
    return answer


def _typed(question: Question, value: float) -> str:
    shown = 100.0 * value if _per_cent(question) else value
    plain = f"{shown:.6g}"
    return plain.replace(".", ",") if language.current() == "ru" else plain


def plan_told(answer: dict[str, Any]) -> str:
    """A plan in a line."""
    fields = answer.get("plan", answer)
    moves = fields.get("moves", ()) if isinstance(fields, dict) else ()
    return language.text("card-plan-kept", count=len(moves))


def _points(question: Question) -> str:
    if not question.points:
        return language.text("card-unmarked")
    # A whole number, as far as it is one: words follow its plural.
    points = float(question.points)
    return language.text("card-marked", count=int(points) if points.is_integer() else points)


def text_of(state: CardState) -> str:
    """The card as lines of text."""
    return "\n".join(_lines(state))


def html_of(state: CardState) -> str:
    """The card where no front end draws it: in print, on a page, in a viewer."""
    question, answer = state.question, state.answer
    head, *_ = _lines(state)
    parts = [f"<p><strong>{escape(head)}</strong></p>"]
    for codes, words in ((question.row_keys, row_words), (question.choices, option_words)):
        shown = _stand(state) if words is option_words else list(codes)
        if words is option_words and question.kind == "table":
            continue
        items = "".join(
            f"<li>{_mark(question, answer, code)}{escape(words(question, code))}</li>"
            for code in shown
        )
        if items:
            parts.append(f"<ul>{items}</ul>")
    for line in _answer_lines(state):
        parts.append(f"<p>{escape(line)}</p>")
    if state.verdict is not None:
        parts.append(framed(repr(state.verdict), COLOURS[state.verdict.state]))
    for line in _after_lines(state):
        parts.append(f"<p>{escape(line)}</p>")
    return f"<section>{''.join(parts)}</section>"


def _mark(question: Question, answer: Plain | None, code: str) -> str:
    if question.kind not in ("choice", "several") or answer is None:
        return ""
    return "☑ " if (code == answer or (isinstance(answer, list) and code in answer)) else "☐ "


def _lines(state: CardState) -> list[str]:
    question = state.question
    lines = [language.text(question.text_key)]
    lines += [f"  · {row_words(question, code)}" for code in question.row_keys]
    if question.kind != "table":
        lines += [
            f"  {_mark(question, state.answer, code) or '– '}{option_words(question, code)}"
            for code in _stand(state)
        ]
    lines += _answer_lines(state)
    if state.verdict is not None:
        lines.append(repr(state.verdict))
    return [*lines, *_after_lines(state)]


def _answer_lines(state: CardState) -> list[str]:
    """The reader's own answer."""
    question, answer = state.question, state.answer
    if answer is None:
        return [language.text("card-empty")] if state.verdict is None else []
    if question.kind == "text":
        return [str(answer)]
    if question.kind == "plan":
        return _plan_lines(state)
    return [language.text("card-own", answer=told(question, answer))]


def _plan_lines(state: CardState) -> list[str]:
    """The plan that is kept, and its reason; or where one is made."""
    if not isinstance(state.answer, dict):
        return [language.text("card-plan-none")]
    return [plan_told(state.answer), *filter(None, [str(state.answer.get("reason", ""))])]


def _after_lines(state: CardState) -> list[str]:
    """What follows the verdict and is not in it."""
    lines = [repr(hint) for hint in state.hints]
    if state.right:
        lines.append(language.text("card-right", answer=state.right))
    if state.reason and (state.verdict is None or not state.verdict.why):
        lines.append(state.reason)
    return lines
