"""What goes back: the participant's page, the instructor's page, lines of progress."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import nbformat
import pytest
from rich.console import Console

from casekit import language
from casekit.cli import grading as verb
from casekit.company import Case
from casekit.grading.execution import running
from casekit.grading.execution.jobs import HIDDEN, SHIPPED, Job
from casekit.grading.files import folder_name
from casekit.grading.marks.cohort import cohort_page
from casekit.grading.marks.feedback import feedback_page
from casekit.grading.marks.marking import Marker, SubmissionResult
from casekit.grading.marks.own_answers import answer_lines
from casekit.grading.marks.pages import points
from casekit.grading.marks.places import places_of
from casekit.grading.marks.review import ReviewEntry
from casekit.grading.marks.scoring import NOTES_OF_HIDDEN, Answers, mark
from casekit.grading.options import GradeOptions, GradeReport
from casekit.language import LANGUAGES, text, using
from casekit.questions import QUESTIONS
from casekit.questions.bank import EXPRESS
from casekit.questions.expected import RIGHT
from casekit.questions.question import RUBRIC

ROOT = Path(__file__).parents[1]
PLACES = places_of(ROOT)
COMPUTED = [name for name, question in QUESTIONS.items() if question.basis == "computed"]
#: What is right on the own company, and on the hidden one.
OWN, OTHER = 10.0, 20.0
#: How an answer may fall out on the hidden company: computed, typed, otherwise wrong, no answer
#: because of an error, of time, of an end.
FATES: dict[str, Any] = {
    "computed": OTHER, "typed": OWN, "wrong": 5.0, "error": None, "timeout": None, "killed": None,
}  # fmt: skip


def marked(
    tiny: Case,
    fates: Mapping[str, str],
    values: Mapping[str, Any] | None = None,
    levels: Mapping[str, int] | None = None,
) -> SubmissionResult:
    """A submission whose computed answers are right here and fall out there as told."""
    own = {**dict.fromkeys(fates, OWN), **(values or {})}
    there = {name: FATES[fate] for name, fate in fates.items() if FATES[fate] is not None}
    missing = {name: fate for name, fate in fates.items() if FATES[fate] is None}
    answers = {SHIPPED: Answers(own), HIDDEN: Answers(there, missing)}
    known: dict[str, Any] = {
        company: {name: {RIGHT: value} for name in COMPUTED}
        for company, value in ((SHIPPED, OWN), (HIDDEN, OTHER))
    }
    for name, question in QUESTIONS.items():
        if name not in COMPUTED:
            known[SHIPPED] |= {
                part: {} for part in (name, *(row.id for row in question.rows.values()))
            }
    marks = {
        name: mark(question, answers, known, tiny, (levels or {}).get(name))
        for name, question in QUESTIONS.items()
    }
    texts = {name: own[name] for name in own if QUESTIONS[name].kind == "text"}
    reviews = {
        name: ReviewEntry(level, "Well put.", str(level)) for name, level in (levels or {}).items()
    }
    return SubmissionResult(
        "Ann & Bo", "graded", language.current(), marks=marks, texts=texts, reviews=reviews,
        answers=answers, entry={"notebooks": [], "cells": []},
    )  # fmt: skip


def words_of(page: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_but_the_sum_tells_of_the_hidden_company(tiny: Case, lang: str) -> None:
    with using(lang):
        base = feedback_page(marked(tiny, dict.fromkeys(COMPUTED, "computed")), PLACES)
        lost: set[str] = set()
        for at, name in enumerate(COMPUTED):
            for fate in FATES:
                fates = {**dict.fromkeys(COMPUTED, "computed"), name: fate}
                result = marked(tiny, fates)
                page = feedback_page(result, PLACES)
                if fate == "computed":
                    assert page == base
                    continue
                # However it fell out there, and whatever question it was, the page is the same.
                lost.add(page)
                assert result.score < marked(tiny, dict.fromkeys(COMPUTED, "computed")).score
            assert len(lost) == 1, (at, name)
    (other,) = lost
    changed = [
        (one, two)
        for one, two in zip(base.splitlines(), other.splitlines(), strict=True)
        if one != two
    ]
    # The sum, and the line that says how much of it was earned there.
    assert len(changed) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_points_of_the_page_make_its_sum(tiny: Case, lang: str) -> None:
    with using(lang):
        fates = {name: ("computed", "typed", "error")[at % 3] for at, name in enumerate(COMPUTED)}
        result = marked(tiny, fates, {"lag.letter": "My letter."}, {"lag.letter": 2})
    own = sum(each.own for each in result.marks.values())
    there = sum(each.points - each.own for each in result.marks.values() if each.hidden)
    assert own + there == pytest.approx(result.score, abs=0.01) and own > 0 < there
    assert {each.note for each in result.marks.values()} & {*NOTES_OF_HIDDEN}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_speaks_the_readers_words(tiny: Case, lang: str) -> None:
    values = {
        "start.whose_client": "competitor",
        "lag.analysts_error": "no such option",
        "deals.cycle": "open_left_out",
        "marginal.order": list(QUESTIONS["marginal.order"].choices),
        "time.guess_selling": 0.2,
        "lag.letter": "The table is added up <b>rightly</b>.",
        "plan.committed": {
            "plan": {"version": 1, "moves": [
                {"scope": "all", "from_month": 4, "hours": {"service": -6.5, "expansion": 6}},
            ]},
            "reason": "Because the doors are open",
        },
    }  # fmt: skip
    with using(lang):
        result = marked(tiny, {COMPUTED[0]: "typed"}, values, {"lag.letter": 2})
        page = words_of(feedback_page(result, PLACES))
        assert text("state-correct-own") in page and text("state-given") in page
        assert text("feedback-own-unread") in page
        for told in (
            language.percent(0.2), text("feedback-own-reason", reason="Because the doors are open"),
            text("level-2"), text("rubric-lag-letter-2"), "Well put.", text("feedback-short-path"),
            "<b>rightly</b>", text("plan-everybody"), language.signed(-6.5, 1),
        ):  # fmt: skip
            assert told in page, told
        for code in ("no such option", "not_attempted", "open_left_out"):
            assert code not in page


def test_no_reader_is_waited_for_where_a_text_carries_no_points(tiny: Case) -> None:
    written = {name: "My text." for name, asked in QUESTIONS.items() if asked.kind == "text"}
    result = marked(tiny, {}, written)
    read = {name for name, each in result.marks.items() if each.state == "review"}
    assert read == {name for name in written if QUESTIONS[name].points} < set(written)
    page = feedback_page(result, PLACES)
    assert page.count(text("state-review")) == len(read)
    entry = {
        "submission": "Ann", "status": "graded", "notebooks": [],
        "entered": {"answers": {tiny.digest: written}},
    }  # fmt: skip
    assert set(Marker(tiny, {}).texts(entry)) == read


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_took_the_short_path_is_told_of_it_and_nobody_else(tiny: Case, lang: str) -> None:
    def first(name: str) -> Any:
        question = QUESTIONS[name]
        return question.choices[0] if question.kind == "choice" else list(question.choices)

    short = [n for n, p in PLACES.items() if p.short_path and QUESTIONS[n].kind != "plan"]
    whole = [n for n, q in QUESTIONS.items() if q.choices and not q.rows]
    with using(lang):
        told = text("feedback-express", points="@", most="@").partition("@")[0]
        for names, expected in ((short, True), (short[:2], False), ([], False)):
            values = {name: first(name) for name in names}
            assert (told in words_of(feedback_page(marked(tiny, {}, values), PLACES))) is expected
        everything = {name: first(name) for name in whole}
        fates = dict.fromkeys(COMPUTED, "computed")
        assert told not in words_of(feedback_page(marked(tiny, fates, everything), PLACES))


def test_no_run_on_the_hidden_company_comes_before_one_whose_outcome_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[tuple[str, str]] = []
    monkeypatch.setattr(running, "_run_on", lambda *words: begun.append((words[1], words[5].place)))
    notebook = nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]))
    places = {"1.ipynb": notebook.encode(), "2.ipynb": b"{", "3.ipynb": notebook.encode()}
    results = running.run_job(Job("Ann", places, {}), {HIDDEN: {}, SHIPPED: {}})
    assert [each.place for each in results] == list(places) and results[1].unreadable
    assert begun == [
        (SHIPPED, "1.ipynb"), (SHIPPED, "3.ipynb"), (HIDDEN, "1.ipynb"), (HIDDEN, "3.ipynb"),
    ]  # fmt: skip


def test_every_kind_of_nonsense_is_told_as_an_answer_that_cannot_be_read() -> None:
    strange = (10**400, float("nan"), [], {}, [[]], {"plan": 5}, {"low": 1}, True, None, " ")
    for question in QUESTIONS.values():
        for value in strange:
            assert answer_lines(question, value) == [text("feedback-own-unread")], value


def test_every_marked_question_has_its_number_and_the_short_path_is_whole() -> None:
    assert set(PLACES) == set(QUESTIONS)
    marked_ones = [PLACES[name] for name, question in QUESTIONS.items() if question.points]
    assert all(place.number for place in marked_ones)
    assert len(set(marked_ones)) == len(marked_ones)
    short = [place for place in PLACES.values() if place.short_path]
    assert len(short) == sum(map(len, EXPRESS.values()))


def test_levels_have_the_rubrics_words_in_both_languages() -> None:
    texts = [
        name for name, question in QUESTIONS.items() if question.kind == "text" and question.points
    ]
    for lang in LANGUAGES:
        rubric = unescape((ROOT / "solutions" / lang / "rubric.html").read_text(encoding="utf-8"))
        with using(lang):
            for name in texts:
                for level in range(4):
                    assert text(f"rubric-{name.replace('.', '-')}-{level}") in rubric, (name, level)


def test_points_have_the_decimals_they_need() -> None:
    with using("ru"):
        assert [points(value) for value in (3.0, 0.5, 1.25, 2.6666)] == ["3", "0,5", "1,25", "2,67"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cohort_links_to_every_page_and_its_bars_hold_everybody(tiny: Case, lang: str) -> None:
    names = ["Анна Каренина_4711", "50 % #1?", "a/../b", "run.json"]
    with using(lang):
        graded = [
            marked(tiny, dict.fromkeys(COMPUTED[:count], "computed")) for count in range(len(names))
        ]
        results = [
            SubmissionResult(name, "graded", lang, marks=each.marks, answers=each.answers,
                             entry=each.entry)
            for name, each in zip(names, graded, strict=True)
        ]  # fmt: skip
        results.append(SubmissionResult("torn", "unreadable", lang, "unreadable-no-notebook"))
        page = cohort_page(ROOT, results, {"variant": None, "sandbox": True})
        links = [unquote(unescape(link)) for link in re.findall(r'href="([^"]+)"', page)]
        assert sorted(links) == sorted(
            f"{folder_name(result.name)}/feedback.html" for result in results
        )
        counts = [int(count) for count in re.findall(r"<li><span>[^<]*: (\d+)</span>", page)]
        assert sum(counts) == len(names) and len(counts) == 10
        for heading, most in RUBRIC.items():
            earned = sum(
                m.points for r in results for n, m in r.marks.items()
                if QUESTIONS[n].criterion == heading
            ) / len(names)  # fmt: skip
            told = text(
                "feedback-points", points=language.number(earned, 1), most=language.number(most)
            )
            assert f"<td>{text(f'criterion-{heading}')}</td><td>{told}" in page
        empty = cohort_page(ROOT, results[-1:], {"variant": None, "sandbox": True})
        assert '<ul class="spread">' not in empty and text("cohort-nothing") in empty


@pytest.mark.parametrize("terminal", [False, True])
def test_progress_is_a_line_for_each_submission_where_no_terminal_is(
    terminal: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def graded(*words: Any) -> GradeReport:
        for done, name in enumerate(["", "Anna [1]\n", "Борис"]):
            words[-1](done, 2, name)
        return GradeReport({"graded": 2}, "", False)

    monkeypatch.setattr(verb, "grade", graded)
    monkeypatch.setattr(verb, "why_unsandboxed", lambda: "")
    monkeypatch.setattr(
        verb, "Console", lambda **words: Console(**words, force_terminal=terminal, width=80)
    )
    with using("en"):
        verb.run_grade(tmp_path, tmp_path / "out", GradeOptions(), 5.0)
    lines = capsys.readouterr().err.splitlines()
    told = [line for line in lines if re.match(r"\d of 2: ", line)]
    assert told == ([] if terminal else ["1 of 2: Anna [1]", "2 of 2: Борис"])


def test_a_cell_with_a_blank_is_no_trouble(tiny: Case, lang: str) -> None:
    blank = 'share = total / ...\nck.check("company.cost_share", share)'
    records = [{"state": "ok", "error": ""}, {"state": "error", "error": "TypeError"}]
    ran = {"place": "01.ipynb", "unreadable": "", "language": lang, "ended": {},
           "asked": [[], ["company.cost_share"]], "records": {SHIPPED: records}}  # fmt: skip
    entry = {"submission": "Ann", "status": "graded", "notebooks": [ran], "cells": ["1", blank]}
    result = SubmissionResult("Ann", "graded", lang, entry=entry)
    page = unescape(feedback_page(result, PLACES))
    assert text("notebook-blank", listed="2") in page and "TypeError" not in page
    page = unescape(feedback_page(replace(result, entry={**entry, "cells": []}), PLACES))
    assert text("notebook-failed", cell="2", error="TypeError") in page
