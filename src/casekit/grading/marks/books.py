"""Marks as tables: the gradebook, and each submission's marks for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from casekit.grading.companies import conditions_of, packs_of
from casekit.grading.files import as_csv, folder_name, write_atomically
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.review import reading_id
from casekit.grading.marks.scoring import Mark
from casekit.language import text
from casekit.questions import QUESTIONS

__all__ = ["marks_before", "write_books"]

_HEADS = ("submission", "name", "status", "conditions", "score", "max_score", "pending_points",
          "provisional")  # fmt: skip
#: After the points: the id in the review, what being late took off, marks given by hand and why.
_LAST_HEADS = ("id", "days_late", "late_penalty", "overridden")
_SCORE = "score.json"
#: A batch in which all had the company of the case.
_ONE: Mapping[str, Any] = {}


def write_books(
    out: Path,
    results: Sequence[SubmissionResult],
    run: Mapping[str, Any] = _ONE,
) -> None:
    """Write `gradebook.csv`, a row for each submission, and `score.json` of each.

    Parameters
    ----------
    out
        Folder of the batch.
    results
        Every submission, marked.
    run
        Content of `run.json`: it says with which packs answers could be looked up.
    """
    packs = packs_of(run)
    for result in results:
        folder = out / folder_name(result.name)
        folder.mkdir(exist_ok=True)
        score = _score(result, _conditions(result, run))
        if packs:
            score["pack"] = _pack(result, packs)
        content = json.dumps(score, indent=1, ensure_ascii=False)
        write_atomically(folder / _SCORE, content + "\n")
    rows = [
        [*_row(result, _told(_conditions(result, run))), *_points(result), *_last(result)]
        for result in results
    ]
    heads = [*_HEADS, *QUESTIONS, *_LAST_HEADS]
    if packs:
        heads.append("pack")
        rows = [[*row, _pack(each, packs)] for row, each in zip(rows, results, strict=True)]
    write_atomically(out / "gradebook.csv", as_csv([heads, *rows]))


def marks_before(out: Path, name: str) -> dict[str, Mark]:
    """Marks of a submission as they were written last, by question; empty if there are none."""
    try:
        content = (out / folder_name(name) / _SCORE).read_text(encoding="utf-8")
        questions = json.loads(content)["questions"]
        return {question: _mark(kept) for question, kept in questions.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Never graded, or by an earlier version that kept less: then all is worked out.
        return {}


def _pack(result: SubmissionResult, packs: Mapping[str, str]) -> str:
    return packs.get(str(result.entry.get("company", "")), "")


def _conditions(result: SubmissionResult, run: Mapping[str, Any]) -> str:
    return conditions_of(run, str(result.entry.get("company", "")))


def _told(conditions: str) -> str:
    return text(f"grade-conditions-{conditions.replace('_', '-')}") if conditions else ""


def _score(result: SubmissionResult, conditions: str) -> dict[str, Any]:
    """A submission's marks with their states, for programs."""
    questions = {
        name: {
            "state": mark.state,
            "points": mark.points,
            "max_points": mark.max_points,
            "pending": mark.pending,
            "shipped": mark.shipped,
            "hidden": mark.hidden,
            "note": text(f"mark-{mark.note}".replace("_", "-")) if mark.note else "",
            "note_key": mark.note,
            "mistake": mark.mistake,
            "own": mark.own,
            "override": mark.override,
        }
        for name, mark in result.marks.items()
    }
    return {
        "submission": result.name,
        "id": reading_id(result.name),
        "status": result.status,
        "conditions": conditions,
        "score": result.score if result.status == "graded" else None,
        "max_score": result.most,
        "pending_points": result.pending,
        "earned": result.earned if result.status == "graded" else None,
        "days_late": result.lateness.days,
        "late_penalty": result.lateness.share,
        "provisional": result.provisional,
        "questions": questions,
    }


def _mark(kept: Mapping[str, Any]) -> Mark:
    known = {"note": kept["note_key"]}
    names = [each.name for each in fields(Mark) if each.name != "note"]
    return Mark(**{name: kept[name] for name in names}, **known)


def _row(result: SubmissionResult, conditions: str) -> list[str]:
    graded = result.status == "graded"
    return [
        result.name,
        result.who,
        result.status,
        conditions,
        f"{result.score:.2f}" if graded else "",
        f"{result.most:.2f}",
        f"{result.pending:.2f}" if graded else "",
        text("grade-provisional") if result.provisional else "",
    ]


def _points(result: SubmissionResult) -> list[str]:
    """Points by question; empty where there is no mark, or not yet."""
    marks = result.marks
    return [
        f"{marks[name].points:.2f}" if name in marks and not marks[name].pending else ""
        for name in QUESTIONS
    ]


def _last(result: SubmissionResult) -> list[str]:
    late = result.lateness
    by_hand = [f"{name}: {mark.override}" for name, mark in result.marks.items() if mark.override]
    return [
        reading_id(result.name),
        f"{late.days:g}" if late.days else "",
        f"{result.earned - result.score:.2f}" if late.share and result.marks else "",
        "; ".join(by_hand),
    ]
