"""Writing of everything that people read about a batch, and of what goes back to participants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.grading.files import folder_name, write_atomically
from casekit.grading.marks.books import write_books
from casekit.grading.marks.canvas import (
    assignment_column,
    canvas_csv,
    comments_zip,
    fill_gradebook,
    is_anonymous,
)
from casekit.grading.marks.cohort import cohort_page
from casekit.grading.marks.exported import Exported, read_exported
from casekit.grading.marks.feedback import feedback_page
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.moodle import feedback_zip, fill_worksheet, grade_columns, moodle_csv
from casekit.grading.marks.places import places_of
from casekit.grading.options import Told
from casekit.language import text, using

__all__ = ["Tables", "read_tables", "write_reports"]

MOODLE, CANVAS = "moodle.csv", "canvas.csv"
FEEDBACK, COMMENTS = "moodle_feedback.zip", "canvas_feedback.zip"


@dataclass(frozen=True)
class Tables:
    """Exported tables to fill in.

    Parameters
    ----------
    worksheet
        Grading worksheet of Moodle.
    gradebook
        Gradebook of Canvas.
    assignment
        Title or number of its assignment.
    """

    worksheet: Exported | None = None
    gradebook: Exported | None = None
    assignment: str = ""


def read_tables(worksheet: Path | None, gradebook: Path | None, assignment: str) -> Tables:
    """Read the tables to fill in, before anything runs.

    Raises
    ------
    InvalidArgument
        If one of them is not what it should be.
    """
    tables = Tables(
        read_exported(worksheet) if worksheet else None,
        read_exported(gradebook) if gradebook else None,
        assignment,
    )
    if tables.worksheet:
        grade_columns(tables.worksheet)
    if tables.gradebook:
        assignment_column(tables.gradebook, assignment)
    return tables


def write_reports(
    root: Path,
    out: Path,
    results: Sequence[SubmissionResult],
    run: Mapping[str, Any],
    tables: Tables,
    told: Sequence[str] = (),
) -> list[Told]:
    """Write feedback, cohort report, books and what learning systems load.

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
    tables
        Exported tables to fill in.
    told
        What the instructor should know of the review, as sentences.

    Returns
    -------
    list
        What to tell about the filled tables.
    """
    write_books(out, results, run)
    places = places_of(root)
    for result in results:
        with using(result.language):
            page = feedback_page(result, places)
        write_atomically(out / folder_name(result.name) / "feedback.html", page)
    write_atomically(out / "cohort.html", cohort_page(root, results, run, told))
    # Only final marks go back: no text waits for a reader, no run must be repeated.
    final = [each for each in results if each.final]
    named = [each for each in final if not is_anonymous(each)]
    moodle, canvas, filled = moodle_csv(final), canvas_csv(named), []
    if tables.worksheet:
        moodle, said = fill_worksheet(tables.worksheet, final)
        filled += said
    if tables.gradebook:
        canvas, said = fill_gradebook(tables.gradebook, named, tables.assignment)
        filled += said
    elif any(each.entry.get("upload") for each in named):
        # Loaded, it would stand beside the assignment that was handed in to.
        filled.append(("table-new-assignment", {"file": CANVAS, "title": text("grade-assignment")}))
    if len(named) < len(final):
        facts = {"count": str(len(final) - len(named)), "file": CANVAS, "feedback": COMMENTS}
        filled.append(("table-anonymous", facts))
    write_atomically(out / MOODLE, moodle)
    write_atomically(out / CANVAS, canvas)
    write_atomically(out / FEEDBACK, feedback_zip(out, final))
    write_atomically(out / COMMENTS, comments_zip(out, final))
    return filled
