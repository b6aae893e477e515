"""Marks as tables: the gradebook, and files that Moodle and Canvas import."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from casekit.grading.files import as_csv, folder_name, write_atomically
from casekit.grading.marks.marking import SubmissionResult
from casekit.language import text
from casekit.questions import QUESTIONS

_HEADS = ("submission", "name", "status", "conditions", "score", "max_score", "pending_points",
          "provisional")  # fmt: skip


def write_books(out: Path, results: Sequence[SubmissionResult], open_book: bool = False) -> None:
    """Write `gradebook.csv`, `moodle.csv`, `canvas.csv` and each `score.json`.

    Parameters
    ----------
    out
        Folder of the batch.
    results
        Every submission, marked.
    open_book
        Whether it was earned with a practice pack, in which answers can be looked up.
    """
    conditions = "open_book" if open_book else "exam"
    for result in results:
        folder = out / folder_name(result.name)
        folder.mkdir(exist_ok=True)
        content = json.dumps(_score(result, conditions), indent=1, ensure_ascii=False)
        write_atomically(folder / "score.json", content + "\n")
    told = text(f"grade-conditions-{conditions.replace('_', '-')}")
    rows = [[*_row(result, told), *_points(result)] for result in results]
    write_atomically(out / "gradebook.csv", as_csv([[*_HEADS, *QUESTIONS], *rows]))
    # Only final marks: no text waits for a reader, no run must be repeated, and all was read.
    final = [
        each
        for each in results
        if each.status == "graded" and not each.pending and not each.provisional
    ]
    write_atomically(out / "moodle.csv", as_csv(_moodle(final)))
    write_atomically(out / "canvas.csv", as_csv(_canvas(final)))


def _score(result: SubmissionResult, conditions: str) -> dict[str, Any]:
    """A submission's marks with their states, for programs."""
    questions = {
        name: {
            "state": mark.state,
            "points": mark.points,
            "max_points": mark.max_points,
            "shipped": mark.shipped,
            "hidden": mark.hidden,
            "note": text(f"mark-{mark.note}".replace("_", "-")) if mark.note else "",
        }
        for name, mark in result.marks.items()
    }
    return {
        "submission": result.name,
        "status": result.status,
        "conditions": conditions,
        "score": result.score if result.status == "graded" else None,
        "max_score": result.most,
        "pending_points": result.pending,
        "provisional": result.provisional,
        "questions": questions,
    }


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


def _moodle(results: Iterable[SubmissionResult]) -> list[list[str]]:
    """Moodle's grading worksheet; rows are matched by the id in its downloads."""
    rows = [["Identifier", "Full name", "Grade", "Maximum Grade"]]
    for result in results:
        for who, number in result.members or ((result.who, result.system_id),):
            identifier = f"Participant {number}" if number else ""
            rows.append([identifier, who, f"{result.score:.2f}", f"{result.most:.2f}"])
    return rows


def _canvas(results: Sequence[SubmissionResult]) -> list[list[str]]:
    """Canvas's gradebook; rows are matched by the user id in its downloads."""
    heads = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", text("grade-assignment")]
    rows = [heads, ["    Points Possible", "", "", "", "", f"{_most(results):.2f}"]]
    for result in results:
        for who, number in result.members or ((result.who, result.system_id),):
            rows.append([who, number, "", "", "", f"{result.score:.2f}"])
    return rows


def _most(results: Sequence[SubmissionResult]) -> float:
    return results[0].most if results else float(sum(q.points for q in QUESTIONS.values()))
