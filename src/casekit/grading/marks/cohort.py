"""The cohort report: what the instructor reads about a batch."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from casekit import language
from casekit.grading.companies import is_open_book
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.pages import page_style, page_template, remarks
from casekit.grading.marks.scoring import STATES
from casekit.grading.marks.similar import copied, own_cells, pairs, same_files
from casekit.language import number, percent, text
from casekit.questions import QUESTIONS
from casekit.questions.answers_file import ANSWERS_FILE

_BEST = 20


def cohort_page(root: Path, results: Sequence[SubmissionResult], run: Mapping[str, Any]) -> str:
    """Report on a batch for the instructor, in the session's language.

    Parameters
    ----------
    root
        The kit's top folder.
    results
        Every submission, marked.
    run
        Content of `run.json`.
    """
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
    return page_template("cohort.html").render(
        lang=language.current(),
        title=text("cohort-title"),
        warning="" if run["sandbox"] else text("no-walls", why=run["no_sandbox_because"]),
        conditions=text("cohort-open-book") if is_open_book(run) else "",
        summary=text(
            "cohort-summary", count=len(results), graded=len(graded), mean=number(mean, 1)
        ),
        tables=tables,
        nothing=text("cohort-nothing"),
        style=page_style(),
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
            " ".join(remarks(result, instructor=True)),
        ]
        for result in sorted(results, key=lambda each: (-each.score, each.name))
    ]
    return _table("submissions", ("name", "status", "score", "pending", "seconds", "noticed"), rows)


def _by_question(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    rows = []
    for name, question in QUESTIONS.items():
        # Of what carries no points nothing was earned.
        if not question.points:
            continue
        marks = [result.marks[name] for result in graded]
        counts = Counter(mark.state for mark in marks)
        states = ", ".join(
            f"{text('state-' + state.replace('_', '-'))}: {counts[state]}"
            for state in STATES
            if counts[state]
        )
        read = [mark for mark in marks if not mark.pending]
        told = "…"
        if not question.points:
            # Guesses, bets and texts for oneself earn nothing.
            told = "–"
        elif read:
            told = percent(sum(mark.points for mark in read) / (question.points * len(read)))
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
    """Plans ordered by the share of points they earn."""
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
    digests = {
        result.name: str(result.entry.get("entered", {}).get("digest", "")) for result in graded
    }
    alike += [
        [f"{one} — {other}", percent(1.0), ANSWERS_FILE] for one, other in same_files(digests)
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
    """Code cells of notebooks; unreadable ones are skipped."""
    found: list[str] = []
    for content in notebooks:
        try:
            cells = json.loads(content.lstrip("﻿"))["cells"]
            found += ["".join(cell["source"]) for cell in cells if cell.get("cell_type") == "code"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    return found
