"""A one-page memo: what is proposed, what it brings, and the pictures behind it."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from casekit.charts import plot_fan, plot_payback, show_table
from casekit.company import Case, need_case
from casekit.errors import InvalidArgument
from casekit.handout.amounts import Misnamed, misnamed_amounts, strange_amounts
from casekit.handout.sheet import plan_sheet
from casekit.language import current, text, using
from casekit.model import Comparison, Plan, gained_by_month, hours_by_region, plan_accounts, project
from casekit.model.plans.explaining import plan_sentences
from casekit.notebook import beside, recording
from casekit.questions import QUESTIONS
from casekit.questions.answers_file import counting
from casekit.questions.keepers import keeper_of
from casekit.questions.plain import read_plain

__all__ = ["Memo", "memo"]

#: The question whose answer is the memo's text, and whose kind a plan's answer has.
MEMO, PLAN = "decision.memo", "decision.plan"
#: Pictures on paper, of which two stand side by side: inches, dots an inch.
_SIZE, _DOTS = (4.7, 2.9), 160
#: What stands in a table already, and is not said once more.
_IN_TABLES = ("plan-profit",)
_STYLE = (
    "body{font:16px/1.5 'Segoe UI',Arial,sans-serif;max-width:900px;margin:2em auto;padding:0 1em}"
    "img{width:100%;display:block}.pair{display:grid;grid-template-columns:1fr 1fr;gap:1em;"
    "align-items:start;margin:.6em 0}h1{font-size:1.5em}h2{font-size:1.15em}"
    "ul{padding-left:1.2em}table{border-collapse:collapse;margin:.6em 0}"
    "td,th{padding:.15em .7em;border-bottom:1px solid #ccc}"
    "@page{size:A4;margin:14mm}"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:9.5pt;line-height:1.3}"
    "p,ul,h2{margin:.45em 0}h1{margin:0 0 .4em;font-size:14pt}h2{font-size:11pt}"
    "table{font-size:8.5pt;margin:.3em 0}td,th{padding:.05em .6em}"
    "h2,table,img,ul{break-inside:avoid}}"
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
    strange
        Amounts of the text that are none of the plan's.
    misnamed
        Amounts of the text that are the plan's, and not what the text calls them.
    """

    page: Path | None = None
    sheet: Path | None = None
    graded: bool = False
    strange: tuple[str, ...] = ()
    misnamed: tuple[Misnamed, ...] = ()

    def __repr__(self) -> str:
        if self.graded:
            return text("memo-graded")
        if self.page is None or self.sheet is None:
            return text("memo-blank")
        lines = [text("memo-done", page=self.page.name, sheet=self.sheet.name)]
        if self.strange:
            lines.append(text("memo-strange", listing="; ".join(self.strange)))
        if self.misnamed:
            lines.append(text("memo-misnamed", listing="; ".join(map(_told, self.misnamed))))
        return "\n".join(lines)


def memo(case: Case, plan: Any, words: str | None = None, folder: str | Path = ".") -> Memo:
    """Write a memo about a plan: your words, what the plan brings, and its pictures.

    Amounts in the words that are none of the plan's are named, since they may be another plan's; so
    are those that a sentence calls something else than what they are in the plan.

    Parameters
    ----------
    case
        The company.
    plan
        A plan, or the name of the file that the board saved.
    words
        What you write; blank lines separate paragraphs. Left out, what stands on the memo's card
        is taken. Without text no memo is written.
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
    if words is None:
        kept = counting(keeper_of(folder).lines(), case.digest).get(MEMO, "")
        words = kept if isinstance(kept, str) else ""
    if not isinstance(words, str):
        raise InvalidArgument("memo-words", found=type(words).__name__)
    if not words.strip():
        return Memo()
    fields = read_plain(QUESTIONS[PLAN], plan)
    assert isinstance(fields, dict)
    chosen = Plan.from_json(json.dumps(fields.get("plan", fields)))
    if recording():
        return Memo(graded=True)
    comparison = Comparison(case)
    files = beside(folder) / "my_memo.html", beside(folder) / "my_memo.xlsx"
    with using(current(), comparison.currency):
        files[0].write_text(_page(case, comparison, chosen, words), encoding="utf-8")
        files[1].write_bytes(plan_sheet(comparison, chosen))
    strange = strange_amounts(words, comparison, chosen)
    return Memo(*files, strange=strange, misnamed=misnamed_amounts(words, comparison, chosen))


def _told(amount: Misnamed) -> str:
    """An amount and what it is in the plan."""
    figures = [
        text(f"memo-figure-{each.line}", period=each.period or "none") for each in amount.known
    ]
    told = text("memo-or").join(dict.fromkeys(figures))
    return text("memo-misnamed-one", written=amount.written, figure=told)


def _page(case: Case, comparison: Comparison, plan: Plan, words: str) -> str:
    """The memo as one HTML page."""
    c = comparison.calibration
    said = [part for part in words.strip().split("\n\n") if part.strip()]
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in said)
    figures, found = comparison.figures(plan), comparison.outlook(plan) if plan else None
    told = [
        text(key, **facts)
        for key, facts in plan_sentences(comparison, plan, figures, found=found)
        if key not in _IN_TABLES
    ]
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in told)
    tables = show_table(plan_accounts(c, plan))._repr_html_()
    tables += show_table(hours_by_region(c, plan), case.label)._repr_html_()
    title = escape(text("memo-title", company=case.label(case.name)))
    return (
        f'<!doctype html><html lang="{current()}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>{paragraphs}"
        f"<h2>{escape(text('memo-brings'))}</h2><ul>{points}</ul>{tables}"
        f"{_pictures(comparison, plan)}</body></html>\n"
    )


def _pictures(comparison: Comparison, plan: Plan) -> str:
    """The plan month by month, and how sure it is."""
    c, currency = comparison.calibration, comparison.currency
    if not plan:
        return ""
    planned, first = project(c, plan, draws=200), gained_by_month(c, plan)
    chance = planned.outlook.chance_of_gain
    drawn = [_drawn(lambda ax: plot_payback(first, currency, ax))]
    drawn.append(_drawn(lambda ax: plot_fan(planned.fan, chance, currency, ax)))
    return f'<div class="pair">{"".join(drawn)}</div>'


def _drawn(draw: Callable[[Axes], Axes]) -> str:
    """A picture as an image of its own, its title told to who cannot see it."""
    figure = Figure(figsize=_SIZE, layout="constrained")
    ax = draw(figure.subplots())
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=_DOTS)
    alt = escape(ax.get_title(loc="left"))
    image = base64.b64encode(file.getvalue()).decode()
    return f'<img alt="{alt}" src="data:image/png;base64,{image}">'
