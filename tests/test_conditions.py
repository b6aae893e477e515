"""What a practice pack earns is marked open book."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from casekit import language
from casekit.grading.companies import is_open_book
from casekit.grading.marks.books import write_books
from casekit.grading.marks.cohort import cohort_page
from casekit.grading.marks.marking import SubmissionResult

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("variant", "open_book"),
    [(None, True), ([7, "B"], True), ([2**63, "A"], True), ([2**127 + 5, "C"], False)],
)
@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_gradebook_and_report_say_under_which_conditions(
    tmp_path: Path, variant: Any, open_book: bool, lang: str
) -> None:
    run = {"variant": variant, "sandbox": True}
    assert is_open_book(run) is open_book
    results = [SubmissionResult("Alfa", "unreadable", lang, "unreadable-no-notebook")]
    with language.using(lang):
        write_books(tmp_path, results, is_open_book(run))
        table = (tmp_path / "gradebook.csv").read_text(encoding="utf-8-sig")
        page = cohort_page(ROOT, results, run)
        assert (language.text("cohort-open-book") in page) is open_book
        told = language.text(f"grade-conditions-{'open-book' if open_book else 'exam'}")
    (row,) = csv.DictReader(io.StringIO(table))
    assert row["conditions"] == told
    score = json.loads((tmp_path / "Alfa" / "score.json").read_text(encoding="utf-8"))
    assert score["conditions"] == ("open_book" if open_book else "exam")
