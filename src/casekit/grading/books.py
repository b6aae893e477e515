"""Marks as tables: the gradebook, what Moodle and Canvas load, and the reader's list."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from casekit.grading.files import folder_name, tame, write_whole
from casekit.grading.marking import REVIEW, Result
from casekit.grading.similar import near_texts
from casekit.language import text
from casekit.questions import QUESTIONS

_HEADS = ("submission", "name", "status", "score", "max_score", "pending_points")
#: Numbers that Moodle and Canvas put into names of files: see `submissions`.
_SYSTEM_ID = re.compile(r"^(?P<who>.+)_(?P<id>\d+)$")


def write_books(out: Path, results: Sequence[Result]) -> None:
    """Write `gradebook.csv`, `moodle.csv`, `canvas.csv`, `review.csv` and each `score.json`."""
    for result in results:
        folder = out / folder_name(result.name)
        folder.mkdir(exist_ok=True)
        content = json.dumps(_score(result), indent=1, ensure_ascii=False)
        write_whole(folder / "score.json", content + "\n")
    rows = [[*_row(result), *_points(result)] for result in results]
    write_whole(out / "gradebook.csv", _csv([[*_HEADS, *QUESTIONS], *rows]))
    # What still waits for a reader, or for another try, is no final mark.
    final = [each for each in results if each.status == "graded" and not each.pending]
    write_whole(out / "moodle.csv", _csv(_moodle(final)))
    write_whole(out / "canvas.csv", _csv(_canvas(final)))
    write_whole(out / REVIEW, _csv(_review(results)))


def _score(result: Result) -> dict[str, Any]:
    """A submission's marks, each with its state, as programs read them."""
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
        "score": result.score if result.status == "graded" else None,
        "max_score": result.most,
        "pending_points": result.pending,
        "questions": questions,
    }


def _row(result: Result) -> list[str]:
    graded = result.status == "graded"
    match = _SYSTEM_ID.match(result.name)
    return [
        result.name,
        match["who"] if match else result.name,
        result.status,
        f"{result.score:.2f}" if graded else "",
        f"{result.most:.2f}",
        f"{result.pending:.2f}" if graded else "",
    ]


def _points(result: Result) -> list[str]:
    """Points by question; empty where there is no mark, or none yet."""
    marks = result.marks
    return [
        f"{marks[name].points:.2f}" if name in marks and not marks[name].pending else ""
        for name in QUESTIONS
    ]


def _moodle(results: Iterable[Result]) -> list[list[str]]:
    """Moodle's grading worksheet, known by the identifier of its downloads."""
    rows = [["Identifier", "Full name", "Grade", "Maximum Grade"]]
    for result in results:
        match = _SYSTEM_ID.match(result.name)
        identifier = f"Participant {match['id']}" if match else ""
        name = match["who"] if match else result.name
        rows.append([identifier, name, f"{result.score:.2f}", f"{result.most:.2f}"])
    return rows


def _canvas(results: Sequence[Result]) -> list[list[str]]:
    """Canvas's gradebook, known by the user's number in its downloads."""
    heads = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", text("grade-assignment")]
    rows = [heads, ["    Points Possible", "", "", "", "", f"{_most(results):.2f}"]]
    for result in results:
        match = _SYSTEM_ID.match(result.name)
        who, number = (match["who"], match["id"]) if match else (result.name, "")
        rows.append([who, number, "", "", "", f"{result.score:.2f}"])
    return rows


def _most(results: Sequence[Result]) -> float:
    return results[0].most if results else float(sum(q.points for q in QUESTIONS.values()))


def _review(results: Sequence[Result]) -> list[list[str]]:
    """Texts for their reader, similar ones together; what was entered stays, whatever happens."""
    rows = [["submission", "question", "text", "level", "comment"]]
    for name, question in QUESTIONS.items():
        if question.kind != "text":
            continue
        written = {each.name: each.texts[name] for each in results if name in each.texts}
        by_name = {each.name: each for each in results}
        entered = [
            each.name for each in results if name not in each.texts and name in each.readings
        ]
        for who in [*near_texts(written), *entered]:
            reading = by_name[who].readings.get(name)
            level = reading.entered if reading else ""
            comment = reading.comment if reading else ""
            rows.append([who, name, written.get(who, ""), level, comment])
    return rows


def _csv(rows: Iterable[Sequence[str]]) -> str:
    """A table as spreadsheets read it, with nothing in it that they would compute."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([tame(cell) for cell in row])
    return "﻿" + out.getvalue()
