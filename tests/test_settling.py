"""From marks worked out to those that count, and how participants and instructors learn of it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html import unescape
from math import ceil
from pathlib import Path

import pytest

from casekit.grading.files import folder_name
from casekit.grading.marks.books import marks_before, write_books
from casekit.grading.marks.cohort import cohort_page
from casekit.grading.marks.feedback import feedback_page
from casekit.grading.marks.lateness import LatePenalty, days_late
from casekit.grading.marks.marking import SubmissionResult, not_final, packs_in_doubt
from casekit.grading.marks.pages import points
from casekit.grading.marks.review import Override, Review
from casekit.grading.marks.scoring import Mark
from casekit.grading.marks.settling import settle
from casekit.grading.notes import SubmissionNote
from casekit.language import LANGUAGES, number, percent, text, using
from casekit.questions import QUESTIONS

ROOT = Path(__file__).parents[1]
MEMO, LETTER, NONE = "decision.memo", "lag.letter", LatePenalty()
OTHER = next(iter(QUESTIONS))
COMPUTED = next(name for name, question in QUESTIONS.items() if question.points == 2)


def worked_out(name: str = "Анна", **entry: object) -> SubmissionResult:
    marks = {
        asked: Mark("incorrect", 0.0, float(question.points), shipped="incorrect")
        for asked, question in QUESTIONS.items()
    }
    marks[LETTER] = replace(
        marks[LETTER], state="review", points=4.0, shipped="review", note="typed", own=4.0
    )
    marks[MEMO] = Mark("review", 0.0, 9.0, pending=9.0, shipped="review")
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


def test_points_given_by_hand_are_given_openly(lang: str) -> None:
    asked = worked_out()
    asked.marks[COMPUTED] = Mark("error", 1.0, 2.0, shipped="correct", hidden="error", own=1.0)
    result = settle(asked, Review(overrides={"Анна": {COMPUTED: Override(2.0, "on paper")}}), NONE)
    given = result.marks[COMPUTED]
    assert (given.points, given.own, given.hidden) == (2.0, 2.0, "")
    # The row tells all of its points, and the sum of the hidden company knows nothing of them.
    page = feedback_page(result, {})
    assert text("feedback-points", points="2", most="2") in page
    assert text("feedback-unseen", points="0", most="1") not in page
    assert text("feedback-unseen", points="0", most="1") in feedback_page(asked, {})


@pytest.mark.parametrize(
    "entry",
    [{"notebooks": [{"place": "05.ipynb", "unreadable": "unreadable-notebook"}]},
     {"notebooks": [{"place": "05.ipynb", "unreadable": "", "damaged": 1}]}, {}],
)  # fmt: skip
@pytest.mark.parametrize("accepted", [False, True])
def test_what_cannot_be_read_keeps_marks_from_being_final(
    entry: dict[str, object], accepted: bool, lang: str
) -> None:
    notes = () if entry else (SubmissionNote.about("unread", left=["05.zip"]),)
    asked = replace(worked_out(**entry, accepted=accepted), notes=notes)
    # Shown as a table of what happened, a notebook must say which cells ran.
    for each in entry.get("notebooks", ()):  # type: ignore[attr-defined]
        each |= {"records": {}, "asked": [], "ended": {}, "facts": {}, "language": "ru"}
    read = Review(overrides={"Анна": {MEMO: Override(7.5, "read")}})
    result = settle(asked, read, NONE)
    assert result.final is accepted and result.provisional is not accepted
    told = text("feedback-provisional", score="11.5", most="100")
    assert result.score == 11.5 and result.most == 100
    assert (told.partition(";")[2] in feedback_page(result, {})) is not accepted


@pytest.mark.parametrize("accepted", [False, True])
def test_another_team_s_work_is_provisional_until_accepted(accepted: bool, lang: str) -> None:
    key = "company-of-others"
    facts = {"pack": "exam-2.zip", "found": "exam-1.zip"}
    note = SubmissionNote.about(f"{key}-accepted" if accepted else key, **facts)
    asked = replace(worked_out(accepted=accepted, company="bb"), notes=(note,))
    read = Review(overrides={"Анна": {MEMO: Override(7.5, "read")}})
    result = settle(asked, read, NONE)
    assert result.final is accepted and result.provisional is not accepted
    kept_back = [] if accepted else [("grade-of-others", {"listed": "Анна"})]
    assert not_final([result]) == kept_back
    packs = [{"variant": str(2**127 + n), "family": "A", "pack": f"exam-{n}.zip", "digest": digest}
             for n, digest in enumerate(("a", "bb"), 1)]  # fmt: skip
    with using(lang):
        page = unescape(cohort_page(ROOT, [result], {"companies": packs, "sandbox": True}))
        assert text(f"note-{note.key}", **facts) in page
        assert (text(f"note-{key}-do", name="Анна") in page) is not accepted
        # The table of packs: nobody's work is about the first.
        assert f"<td>exam-1.zip</td><td>{text('cohort-nobody')}</td>" in page
        assert "<td>exam-2.zip</td><td>Анна</td>" in page
    # What others' packs are called is not for participants.
    mine = unescape(feedback_page(result, {}))
    assert "exam-1" not in mine and "exam-2" not in mine
    told = text("feedback-of-others", score="11.5", most="100")
    assert (told.partition(";")[2] in mine) is not accepted


@pytest.mark.parametrize(
    ("about", "told"),
    [
        (("a", "a", ""), True),
        (("a", "bb", "ccc"), False),
        (("a", "a"), True),
        # Nobody handed in twice, or everybody by themselves.
        (("a", "bb", ""), False),
        (("a", "a", "bb", "bb"), False),
    ],
)
def test_two_works_on_one_pack_and_none_on_another_are_told(
    about: tuple[str, ...], told: bool, lang: str
) -> None:
    packs = [{"variant": str(2**127), "family": "A", "pack": f"exam-{digest}.zip", "digest": digest}
             for digest in ("a", "bb", "ccc")]  # fmt: skip
    run = {"companies": packs, "sandbox": True}
    results = [worked_out(f"Team {n}", company=digest) for n, digest in enumerate(about)]
    found = packs_in_doubt(results, run)
    assert found == (
        [("grade-packs-shared", {"several": "exam-a.zip", "none": "exam-bb.zip, exam-ccc.zip"})]
        if told
        else []
    )
    with using(lang):
        page = unescape(cohort_page(ROOT, results, run))
        assert all(text(key, **facts) in page for key, facts in found)
    assert packs_in_doubt(results, {"variant": None}) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_nothing_is_readable_is_told_first(lang: str) -> None:
    lost = SubmissionResult("Анна", "unreadable", lang, "unreadable-no-notebook")
    assert not_final([lost, lost]) == [("grade-none-readable", {})]
    assert not_final([]) == []
    some = not_final([lost, replace(lost, status="infrastructure")])
    assert some == [("grade-unreadable", {"listed": "Анна"})]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_keeps_marks_back_is_told_and_only_instructors_are_told_what_to_do(lang: str) -> None:
    waiting = worked_out("Борис")
    damaged = replace(
        worked_out(notebooks=[]), notes=(SubmissionNote.about("unread", left=["05.zip"]),)
    )
    done = settle(worked_out("Вера"), Review(overrides={"Вера": {MEMO: Override(7, "r")}}), NONE)
    assert not_final([done]) == []
    assert not_final([waiting, done]) == [("grade-not-read", {"count": "1"})]
    with using(lang):
        page = cohort_page(ROOT, [waiting, damaged, done], {"variant": None, "sandbox": True})
        for line in (
            text("grade-not-read", count="2"), text("grade-not-whole", listed="Анна"),
            text("note-unread-do", name="Анна"),
        ):  # fmt: skip
            assert line in unescape(page)
        mine = unescape(feedback_page(damaged, {}))
        assert text("note-unread", left="05.zip") in mine and "--accept" not in mine


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_an_instructor_should_do_is_not_told_to_the_author_of_what_is_unreadable(
    lang: str,
) -> None:
    lost = SubmissionResult("Анна", "unreadable", lang, "unreadable-no-notebook")
    with using(lang):
        page = unescape(cohort_page(ROOT, [lost], {"variant": None, "sandbox": True}))
        mine = unescape(feedback_page(lost, {}))
        why, what = text("unreadable-no-notebook"), text("unreadable-no-notebook-do")
    assert why in page and what in page
    assert why in mine and what not in mine


def test_a_text_that_waits_has_no_share_though_somebody_wrote_none() -> None:
    none = worked_out("Борис")
    marks = {**none.marks, MEMO: replace(none.marks[MEMO], state="not_attempted", pending=0.0)}
    with using("en"):
        for results, told in (
            ([worked_out(), replace(none, marks=marks)], "…"),
            ([replace(none, marks=marks)], "0%"),
        ):
            page = unescape(cohort_page(ROOT, results, {"variant": None, "sandbox": True}))
            (row,) = [part for part in page.split("<tr>") if f"({MEMO})" in part]
            assert f">{told}</td>" in row.split("</tr>")[0]


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
    facts = {"score": points(score), "most": points(result.most), "pending": "9"}
    assert text("feedback-pending", **facts) in page
    late = result.lateness
    # Days begun: of 1.08 days two are taken off, and so two are told.
    told = text("feedback-late", days=number(ceil(late.days)), share=percent(late.share))
    cohort = cohort_page(ROOT, [result], {"variant": None, "sandbox": True})
    assert (told in unescape(page)) is (told in unescape(cohort)) is bool(lost)


@pytest.mark.parametrize("days", [0.0, 2.12])
def test_who_is_late_is_told_where_nothing_is_taken_off(days: float, lang: str) -> None:
    result = settle(worked_out(late=bool(days)), Review(), NONE, days)
    told = text("cohort-late", days="3")
    cohort = unescape(cohort_page(ROOT, [result], {"variant": None, "sandbox": True}))
    assert (told in cohort) is bool(days)
    assert told not in unescape(feedback_page(result, {}))
    # Said once, with the days.
    assert text("note-late") not in cohort


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
