"""A one-page memo: what is proposed, what it brings, and the pictures behind it."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from casekit.company import Case, need_case
from casekit.errors import InvalidArgument
from casekit.handout.page import plan_page
from casekit.handout.sheet import plan_sheet
from casekit.language import current, text
from casekit.model import Comparison, Plan, plan_words
from casekit.notebook import beside, recording
from casekit.questions import QUESTIONS
from casekit.questions.plain import read_plain

__all__ = ["Memo", "memo"]

_STYLE = (
    "body{font:16px/1.5 'Segoe UI',Arial,sans-serif;max-width:900px;margin:2em auto;padding:0 1em}"
    "img{width:100%}h1{font-size:1.5em}ul{padding-left:1.2em}"
    "@media print{body{margin:0;font-size:12px}}"
)


@dataclass(frozen=True)
class Memo:
    """Files of a memo; shown as a sentence.

    Parameters
    ----------
    page, sheet
        The memo as HTML, and its numbers as an Excel workbook; None where there were no words.
    graded
        Whether this was a grading run, which writes no memo.
    """

    page: Path | None = None
    sheet: Path | None = None
    graded: bool = False

    def __repr__(self) -> str:
        if self.graded:
            return text("memo-graded")
        if self.page is None or self.sheet is None:
            return text("memo-blank")
        return text("memo-done", page=self.page.name, sheet=self.sheet.name)


def memo(case: Case, plan: Any, words: str, folder: str | Path = ".") -> Memo:
    """Write a memo about a plan: your words, what the plan brings, and its pictures.

    Parameters
    ----------
    case
        The company.
    plan
        A plan, or the name of the file that the board saved.
    words
        What you write; blank lines separate paragraphs. Without text no memo is written.
    folder
        Where `my_memo.html` and `my_memo.xlsx` go, from the notebook's folder; files of these
        names are replaced. The page needs no other file and no internet.

    Raises
    ------
    InvalidArgument
        If this is no company, or the words are no text.
    QuestionError
        If the plan cannot be read.
    """
    need_case(case)
    if not isinstance(words, str):
        raise InvalidArgument("memo-words", found=type(words).__name__)
    if not words.strip():
        return Memo()
    fields = read_plain(QUESTIONS["plan.yours"], plan)
    chosen = Plan.from_json(json.dumps(fields))
    if recording():
        return Memo(graded=True)
    comparison = Comparison(case)
    files = beside(folder) / "my_memo.html", beside(folder) / "my_memo.xlsx"
    files[0].write_text(_page(case, comparison, chosen, words), encoding="utf-8")
    files[1].write_bytes(plan_sheet(comparison, chosen))
    return Memo(*files)


def _page(case: Case, comparison: Comparison, plan: Plan, words: str) -> str:
    """The memo as one HTML page."""
    figures = comparison.figures(plan)
    told = plan_words(comparison, plan, figures)
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in told)
    said = [part for part in words.strip().split("\n\n") if part.strip()]
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in said)
    picture = base64.b64encode(plan_page(comparison, plan)).decode()
    title = escape(text("memo-title", company=case.label(case.name)))
    alt = escape(" ".join(told))
    return (
        f'<!doctype html><html lang="{current()}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>{paragraphs}"
        f"<h2>{escape(text('memo-brings'))}</h2><ul>{points}</ul>"
        f'<img alt="{alt}" src="data:image/png;base64,{picture}"></body></html>\n'
    )
