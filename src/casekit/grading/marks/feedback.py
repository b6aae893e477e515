"""The feedback page: each question with its verdict, the likely cause, and what to read again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit import language
from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.pages import page_style, page_template, remarks
from casekit.grading.marks.scoring import Mark
from casekit.language import number, text
from casekit.questions import QUESTIONS, Question

_SIGNS = {"correct": "✓", "partial": "◐", "incorrect": "✗", "not_attempted": "○", "review": "✎"}


def feedback_page(result: SubmissionResult, where: Mapping[str, str]) -> str:
    """Feedback page of a participant.

    Parameters
    ----------
    result
        The submission, marked.
    where
        Notebook that asks each question.
    """
    names: dict[str, list[str]] = {}
    for name in result.marks:
        names.setdefault(QUESTIONS[name].topic, []).append(name)
    topics = [
        {
            "name": text(f"topic-{topic}"),
            "rows": [_feedback_row(name, result.marks[name], where) for name in asked],
        }
        for topic, asked in names.items()
    ]
    texts = [
        {
            "words": text(QUESTIONS[name].text_key),
            "text": written,
            "comment": result.reviews[name].comment if name in result.reviews else "",
        }
        for name, written in result.texts.items()
    ]
    return page_template("feedback.html").render(
        lang=language.current(),
        title=text("feedback-title", name=result.name),
        summary=_summary(result),
        notes=remarks(result),
        topics=topics,
        heads=[text(f"feedback-head-{head}") for head in ("question", "state", "why", "points")],
        texts=texts,
        texts_title=text("feedback-texts"),
        notebooks=[_notebook_row(each) for each in result.entry.get("notebooks", ())],
        notebooks_title=text("feedback-notebooks"),
        notebook_heads=[text("feedback-head-notebook"), text("feedback-head-what")],
        style=page_style(),
    )


def _summary(result: SubmissionResult) -> str:
    if result.status != "graded":
        facts = dict(result.facts)
        return text(result.reason, **facts)
    key = "feedback-pending" if result.pending else "feedback-score"
    if result.provisional:
        key = "feedback-provisional"
    facts = {name: number(getattr(result, name), 2) for name in ("score", "most", "pending")}
    return text(key, **facts)


def _feedback_row(name: str, mark: Mark, where: Mapping[str, str]) -> dict[str, str]:
    question = QUESTIONS[name]
    told = number(mark.points, 2) if not mark.pending else "…"
    return {
        "words": text(question.text_key),
        "state": mark.state,
        "sign": _SIGNS.get(mark.state, "!"),
        "state_words": text(f"state-{mark.state.replace('_', '-')}"),
        "why": _why(question, mark, where.get(name, "")),
        "points": text("feedback-points", points=told, most=number(mark.max_points)),
    }


def _why(question: Question, mark: Mark, notebook: str) -> str:
    """Likely cause and what to read again; never an answer on the hidden company."""
    if mark.state in ("correct", "review"):
        return ""
    parts = []
    if mark.note:
        parts.append(text(f"mark-{mark.note}".replace("_", "-")))
    elif mark.mistake:
        parts.append(text(question.mistake_key(mark.mistake)))
    elif mark.state in ("error", "timeout", "killed"):
        parts.append(text(f"why-{mark.state}"))
    if mark.state != "not_attempted" and notebook:
        parts.append(text("why-read", notebook=notebook))
    return " ".join(parts)


def _notebook_row(notebook: Mapping[str, Any]) -> dict[str, str]:
    """How a notebook ran, in a sentence: its first failure, if any."""
    if notebook["unreadable"]:
        return {"place": notebook["place"], "what": text("notebook-unreadable")}
    records = notebook["records"].get(SHIPPED, ())
    for place, record in enumerate(records, 1):
        if record["state"] in ("error", "timeout", "killed"):
            facts = {"cell": str(place), "error": record["error"] or record["state"]}
            return {"place": notebook["place"], "what": text("notebook-failed", **facts)}
    return {"place": notebook["place"], "what": text("notebook-ran", cells=len(records))}


def notebooks_by_question(root: Path) -> dict[str, str]:
    """Notebook that asks each question."""
    found = {}
    for path in sorted((root / "solutions").glob("[0-9]*.py")):
        for name in re.findall(r'check\("([\w.]+)"', path.read_text(encoding="utf-8")):
            found[name] = path.stem
    return found
