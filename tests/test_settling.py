"""From marks worked out to those that count, and how participants and instructors learn of it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from casekit.grading.files import folder_name
from casekit.grading.marks.books import marks_before, write_books
from casekit.grading.marks.cohort import cohort_page
from casekit.grading.marks.feedback import feedback_page
from casekit.grading.marks.lateness import LatePenalty, days_late
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.review import Override, Review
from casekit.grading.marks.scoring import Mark
from casekit.grading.marks.settling import settle
from casekit.language import number
from casekit.questions import QUESTIONS

ROOT = Path(__file__).parents[1]
MEMO, LETTER, NONE = "decision.memo", "lag.letter", LatePenalty()
OTHER = next(iter(QUESTIONS))


def worked_out(name: str = "Анна", **entry: object) -> SubmissionResult:
    marks = {
        asked: Mark("incorrect", 0.0, float(question.points), mistake="")
        for asked, question in QUESTIONS.items()
    }
    marks[LETTER] = replace(marks[LETTER], state="review", points=4.0, note="typed")
    marks[MEMO] = Mark("review", 0.0, 9.0, pending=9.0)
    return SubmissionResult(name, "graded", "ru", marks=marks, entry=dict(entry))


def test_a_mark_by_hand_counts_and_everybody_reads_why(tmp_path: Path, lang: str) -> None:
    review = Review(overrides={"Анна": {MEMO: Override(7.5, "сдано <устно>")}})
    result = settle(worked_out(), review, NONE)
    assert (result.score, result.pending, result.final) == (11.5, 0.0, True)
    assert settle(worked_out("Another"), review, NONE).pending == 9.0
    write_books(tmp_path, [result])
    table = (tmp_path / "gradebook.csv").read_text("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert row[MEMO] == "7.50" and row["overridden"] == f"{MEMO}: сдано <устно>"
    run = {"variant": None, "sandbox": True}
    for page in (feedback_page(result, {}), cohort_page(ROOT, [result], run)):
        assert "сдано &lt;устно&gt;" in page
    assert MEMO not in feedback_page(result, {})
    # What of the review could not be used stands in the report.
    assert "row &lt;3&gt;" in cohort_page(ROOT, [result], run, ["row <3> is nobody's"])


def test_an_unreadable_submission_stays_without_marks() -> None:
    review = Review(overrides={"Анна": {MEMO: Override(9, "why")}}, late={"Анна": 1})
    result = SubmissionResult("Анна", "unreadable", "ru", "unreadable-no-notebook")
    assert settle(result, review, LatePenalty(10)) == result


@pytest.mark.parametrize(
    ("entry", "days", "score"),
    [({}, None, 4.0), ({"late": True}, None, 3.6), ({"late": True}, 0.0, 4.0),
     ({}, 2.5, 2.8), ({"late": True}, 3.0, 2.8)],
)  # fmt: skip
def test_what_is_late_loses_its_share(
    entry: dict[str, bool], days: float | None, score: float, tmp_path: Path, lang: str
) -> None:
    review = Review(late={} if days is None else {"Анна": days})
    asked = worked_out(**entry)
    result = settle(asked, review, LatePenalty(10, daily=True), days_late(asked.entry))
    assert result.score == pytest.approx(score) and result.earned == 4.0
    write_books(tmp_path, [result])
    table = (tmp_path / "gradebook.csv").read_text("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    lost = 4.0 - score
    assert row["late_penalty"] == (f"{lost:.2f}" if lost else "")
    kept = json.loads((tmp_path / folder_name("Анна") / "score.json").read_text("utf-8"))
    assert kept["earned"] == 4.0 and kept["score"] == pytest.approx(score)
    page = feedback_page(result, {})
    assert number(score, 2) in page and (number(result.lateness.days) in page) >= bool(lost)


def test_one_question_is_marked_anew_and_the_others_stay(tmp_path: Path) -> None:
    first = settle(worked_out(), Review(overrides={"Анна": {LETTER: Override(5, "kept")}}), NONE)
    write_books(tmp_path, [first])
    before = marks_before(tmp_path, "Анна")
    assert before == first.marks
    anew = worked_out()
    for name in (LETTER, MEMO, OTHER):
        anew.marks[name] = replace(anew.marks[name], state="correct", points=1.0, pending=0.0)
    result = settle(anew, Review(), NONE, question=MEMO, before=before)
    assert {name for name in QUESTIONS if result.marks[name] != before[name]} == {MEMO}
    assert result.marks[MEMO].points == 1.0
    # Who was never marked before is marked wholly.
    assert settle(anew, Review(), NONE, question=MEMO, before={}).marks == anew.marks


@pytest.mark.parametrize("content", [None, "", "[]", '{"questions": {"decision.memo": {}}}'])
def test_marks_of_before_that_cannot_be_read_are_none(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "Анна").mkdir()
        (tmp_path / "Анна" / "score.json").write_text(content, encoding="utf-8")
    assert marks_before(tmp_path, "Анна") == {}
