"""What a practice pack earns is marked open book."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from casekit import language
from casekit.grading.companies import conditions_of
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
    assert conditions_of(run, "") == ("open_book" if open_book else "exam")
    results = [SubmissionResult("Alfa", "unreadable", lang, "unreadable-no-notebook")]
    with language.using(lang):
        write_books(tmp_path, results, run)
        table = (tmp_path / "gradebook.csv").read_text(encoding="utf-8-sig")
        page = cohort_page(ROOT, results, run)
        assert (language.text("cohort-open-book") in page) is open_book
        told = language.text(f"grade-conditions-{'open-book' if open_book else 'exam'}")
    (row,) = csv.DictReader(io.StringIO(table))
    assert row["conditions"] == told
    score = json.loads((tmp_path / "Alfa" / "score.json").read_text(encoding="utf-8"))
    assert score["conditions"] == ("open_book" if open_book else "exam")


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_each_of_several_companies_has_conditions_of_its_own(tmp_path: Path, lang: str) -> None:
    listed = [
        {"variant": "7", "family": "B", "pack": "team-7.zip", "digest": "a"},
        {"variant": str(2**127 + 5), "family": "C", "pack": "exam-1.zip", "digest": "bb"},
    ]
    run: dict[str, Any] = {"companies": listed, "sandbox": True}
    results = [
        SubmissionResult(name, "unreadable", lang, "unreadable-no-notebook", entry=entry)
        for name, entry in (("Guessed", {"company": "a"}), ("Drawn", {"company": "bb"}), ("No", {}))
    ]
    with language.using(lang):
        write_books(tmp_path, results, run)
        page = cohort_page(ROOT, results, run)
        assert language.text("cohort-open-book") not in page
        assert language.text("cohort-open-book-some", packs="team-7.zip") in page
        told = [language.text(f"grade-conditions-{each}") for each in ("open-book", "exam")]
        for number, opened in ((7, True), (2**127, False)):
            alike = {**run, "companies": [{**each, "variant": str(number)} for each in listed]}
            shown = cohort_page(ROOT, results, alike)
            assert (language.text("cohort-open-book") in shown) is opened
            assert language.text("cohort-open-book-some", packs="team-7.zip") not in shown
    table = (tmp_path / "gradebook.csv").read_text(encoding="utf-8-sig")
    assert [row["conditions"] for row in csv.DictReader(io.StringIO(table))] == [*told, ""]
    score = json.loads((tmp_path / "Guessed" / "score.json").read_text(encoding="utf-8"))
    assert (score["conditions"], score["pack"]) == ("open_book", "team-7.zip")
