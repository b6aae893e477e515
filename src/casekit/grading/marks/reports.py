"""Writing of everything that people read about a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from casekit.grading.companies import is_open_book
from casekit.grading.files import folder_name, write_atomically
from casekit.grading.marks.books import write_books
from casekit.grading.marks.cohort import cohort_page
from casekit.grading.marks.feedback import feedback_page
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.places import places_of
from casekit.language import using


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
    write_books(out, results, is_open_book(run))
    places = places_of(root)
    for result in results:
        with using(result.language):
            page = feedback_page(result, places)
        write_atomically(out / folder_name(result.name) / "feedback.html", page)
    write_atomically(out / "cohort.html", cohort_page(root, results, run))
