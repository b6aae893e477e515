"""Everything that a batch writes for people: feedback for each, a report on all, the books."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from casekit import language
from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.files import folder_name, write_atomically
from casekit.grading.marks.books import write_books
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.scoring import STATES, Mark
from casekit.grading.marks.similar import copied, own_cells, pairs
from casekit.language import number, percent, text, using
from casekit.questions import QUESTIONS, Question

_PAGES = Path(__file__).parent / "pages"
_SIGNS = {"correct": "✓", "partial": "◐", "incorrect": "✗", "not_attempted": "○", "review": "✎"}
_BEST = 20


def write_reports(
    root: Path, out: Path, results: Sequence[SubmissionResult], run: Mapping[str, Any]
) -> None:
    """Write feedback, cohort report and books of a batch.

    Parameters
    ----------
    root
        The kit's top folder.
    out
        Folder of the batch.
    results
        Every submission, marked.
    run
        Content of `run.json`.
    """
    write_books(out, results)
    where = _notebooks_of(root)
    for result in results:
        with using(result.language):
            page = _feedback(result, where)
        write_atomically(out / folder_name(result.name) / "feedback.html", page)
    write_atomically(out / "cohort.html", _cohort(root, results, run))


def _feedback(result: SubmissionResult, where: Mapping[str, str]) -> str:
    """What a participant gets: each question, the verdict, why, and where to read on."""
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
    return _page("feedback.html").render(
        lang=language.current(),
        title=text("feedback-title", name=result.name),
        summary=_summary(result),
        notes=_noticed(result),
        topics=topics,
        heads=[text(f"feedback-head-{head}") for head in ("question", "state", "why", "points")],
        texts=texts,
        texts_title=text("feedback-texts"),
        notebooks=[_notebook_row(each) for each in result.entry.get("notebooks", ())],
        notebooks_title=text("feedback-notebooks"),
        notebook_heads=[text("feedback-head-notebook"), text("feedback-head-what")],
        style=_style(),
    )


def _noticed(result: SubmissionResult) -> list[str]:
    return [text(f"note-{note.replace('_', '-')}") for note in result.notes]


def _summary(result: SubmissionResult) -> str:
    if result.status != "graded":
        facts = dict(result.facts)
        return text(result.reason, **facts)
    key = "feedback-pending" if result.pending else "feedback-score"
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
    """Likely cause, and where to read; never an answer of the hidden company."""
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
    """A notebook's run in a sentence: where it failed first, if it did."""
    if notebook["unreadable"]:
        return {"place": notebook["place"], "what": text("notebook-unreadable")}
    records = notebook["records"].get(SHIPPED, ())
    for place, record in enumerate(records, 1):
        if record["state"] in ("error", "timeout", "killed"):
            facts = {"cell": str(place), "error": record["error"] or record["state"]}
            return {"place": notebook["place"], "what": text("notebook-failed", **facts)}
    return {"place": notebook["place"], "what": text("notebook-ran", cells=len(records))}


def _cohort(root: Path, results: Sequence[SubmissionResult], run: Mapping[str, Any]) -> str:
    """Report on all for the instructor, in the instructor's language."""
    graded = [result for result in results if result.status == "graded"]
    tables = [
        _by_submission(results),
        _by_question(graded),
        _mistakes(graded),
        _plans(graded),
        *_likeness(root, graded),
        _left(results),
    ]
    mean = sum(result.score for result in graded) / len(graded) if graded else 0.0
    return _page("cohort.html").render(
        lang=language.current(),
        title=text("cohort-title"),
        warning="" if run["sandbox"] else text("no-walls", why=run["no_sandbox_because"]),
        summary=text(
            "cohort-summary", count=len(results), graded=len(graded), mean=number(mean, 1)
        ),
        tables=tables,
        nothing=text("cohort-nothing"),
        style=_style(),
    )


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    return {
        "title": text(f"cohort-{name}"),
        "about": text(f"cohort-{name}-about"),
        "heads": [text(f"cohort-head-{head}") for head in heads],
        "rows": rows,
    }


def _by_submission(results: Sequence[SubmissionResult]) -> dict[str, Any]:
    rows = [
        [
            result.name,
            text(f"status-{result.status}"),
            number(result.score, 2) if result.status == "graded" else "",
            number(result.pending, 2) if result.pending else "",
            number(result.seconds, 1) if result.seconds else "",
            " ".join(_noticed(result)),
        ]
        for result in sorted(results, key=lambda each: (-each.score, each.name))
    ]
    return _table("submissions", ("name", "status", "score", "pending", "seconds", "noticed"), rows)


def _by_question(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    rows = []
    for name, question in QUESTIONS.items():
        marks = [result.marks[name] for result in graded]
        counts = Counter(mark.state for mark in marks)
        states = ", ".join(
            f"{text('state-' + state.replace('_', '-'))}: {counts[state]}"
            for state in STATES
            if counts[state]
        )
        read = [mark for mark in marks if not mark.pending]
        share = sum(mark.points for mark in read) / (question.points * max(1, len(read)))
        told = percent(share) if read else "…"
        rows.append([f"{text(question.text_key)} ({name})", told, states])
    return _table("questions", ("question", "earned", "states"), rows)


def _mistakes(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    counts = Counter(
        (name, mark.mistake)
        for result in graded
        for name, mark in result.marks.items()
        if mark.mistake
    )
    rows = [
        [text(QUESTIONS[name].text_key), text(QUESTIONS[name].mistake_key(mistake)), str(count)]
        for (name, mistake), count in counts.most_common(_BEST)
    ]
    return _table("mistakes", ("question", "mistake", "count"), rows)


def _plans(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    """Leader board of plans, by what they earn."""
    plans = [name for name, question in QUESTIONS.items() if question.kind == "plan"]
    found = [
        (result.marks[name].points / result.marks[name].max_points, result.name)
        for result in graded
        for name in plans
        if result.marks[name].state in ("correct", "partial")
    ]
    rows = [[who, percent(share)] for share, who in sorted(found, key=lambda f: (-f[0], f[1]))]
    return _table("plans", ("name", "plan"), rows[:_BEST])


def _likeness(root: Path, graded: Sequence[SubmissionResult]) -> list[dict[str, Any]]:
    given, solved = (_cells_of(root / folder) for folder in ("notebooks", "solutions"))
    works = {result.name: own_cells(result.entry.get("cells", ()), given) for result in graded}
    published = own_cells(solved, given)
    alike = [
        [f"{pair.one} — {pair.other}", percent(pair.likeness), str(pair.cells)]
        for pair in pairs(works, published)
    ]
    taken = [[name, percent(share)] for name, share in copied(works, published).items()]
    return [
        _table("alike", ("pair", "likeness", "cells"), alike),
        _table("copied", ("name", "share"), taken),
    ]


def _left(results: Sequence[SubmissionResult]) -> dict[str, Any]:
    rows = [
        [result.name, text(f"status-{result.status}"), text(result.reason, **dict(result.facts))]
        for result in results
        if result.status != "graded"
    ]
    return _table("left", ("name", "status", "why"), rows)


def _cells_of(folder: Path) -> list[str]:
    paths = sorted(folder.glob("*/[0-9]*.ipynb"))
    return _cells(path.read_text(encoding="utf-8") for path in paths)


def _cells(notebooks: Any) -> list[str]:
    """Code cells of notebooks; what cannot be read has none."""
    found: list[str] = []
    for content in notebooks:
        try:
            cells = json.loads(content.lstrip("﻿"))["cells"]
            found += ["".join(cell["source"]) for cell in cells if cell.get("cell_type") == "code"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    return found


def _notebooks_of(root: Path) -> dict[str, str]:
    """Notebook that asks each question."""
    found = {}
    for path in sorted((root / "solutions").glob("[0-9]*.py")):
        for name in re.findall(r'check\("([\w.]+)"', path.read_text(encoding="utf-8")):
            found[name] = path.stem
    return found


@cache
def _page(name: str) -> Template:
    """A page's template. Everything put into it is escaped: participants write names and texts."""
    rules = Environment(loader=FileSystemLoader(_PAGES), autoescape=True, undefined=StrictUndefined)
    rules.tests["number_text"] = lambda cell: bool(re.fullmatch(r"[\d.,\s ]+%?", str(cell)))
    return rules.get_template(name)


def _style() -> Markup:
    # Our own text, and quotes in it are quotes.
    return Markup((_PAGES / "page.css").read_text(encoding="utf-8"))
