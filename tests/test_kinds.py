"""Tables with credit by row, plans by the model, texts for a person, and handing it all in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest
from fresh import untouched

import casekit as ck
from casekit import language
from casekit.company import load_case
from casekit.errors import QuestionError
from casekit.model import Limits, Plan, benchmark_plan, best_plan, share_of_gain
from casekit.notebook import RECORD_VARIABLE
from casekit.questions import QUESTIONS, Question, check, hand_in
from casekit.questions import bank as bank_module
from casekit.questions.journal import PROGRESS_FILE
from casekit.questions.key import known_answers, read_key
from casekit.questions.plain import LONGEST_TEXT, is_empty, read_plain

ROOT = Path(__file__).parents[1]
TABLE = "output.margin_per_hour"
CASE = load_case(ROOT / "data")


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped company is at hand, whatever an earlier test loaded."""
    load_case(ROOT / "data")


@pytest.fixture
def right() -> pd.Series:
    answer = read_key(ROOT)[TABLE]
    return answer.right(CASE)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Question]:
    """A plan and a text in the bank, under ids of their own."""
    extra = {
        "test.plan": Question(
            "test.plan", "plan", 5, "plan", "stated", mistakes=("unchanged", "benchmark_mix")
        ),
        "test.text": Question("test.text", "text", 5, "memo", "stated"),
    }
    monkeypatch.setattr(bank_module, "QUESTIONS", {**QUESTIONS, **extra})
    original = language.text

    def with_words(key: str, /, lang: str | None = None, **facts: object) -> str:
        return key if key.startswith("question-test-plan") else original(key, lang, **facts)

    monkeypatch.setattr(language, "text", with_words)
    return extra


# Tables


def test_a_table_is_taken_in_every_form(right: pd.Series, lang: str) -> None:
    named = {language.text(f"activity-{name}"): float(value) for name, value in right.items()}
    for form in (right, right.to_frame(), right.to_dict(), named, right[::-1]):
        assert check(TABLE, form).state == "correct", form
    written = {name: language.number(float(value), 2) for name, value in right.items()}
    assert check(TABLE, written).state == "correct"


def test_a_right_answer_is_told_back_in_its_unit(right: pd.Series, lang: str) -> None:
    share = known_answers(read_key(ROOT), CASE)["time.selling_share"]["right"]
    assert language.percent(share, 1) in check("time.selling_share", share).message
    # Thousands, as the question asks, and a difference of shares in points.
    gain = known_answers(read_key(ROOT), CASE)["decision.first_year"]["right"]
    assert language.number(gain) in check("decision.first_year", gain).message
    fall = known_answers(read_key(ROOT), CASE)["company.margin_fall"]["right"]
    assert language.text("told-points", number=language.number(100 * fall, 1)) in (
        check("company.margin_fall", fall).message
    )
    told = check(TABLE, right).message
    assert all(language.text(f"activity-{name}") in told for name in right.index)
    assert all(language.number(float(value), 1) in told for value in right)
    # What is wrong is not told back: nobody should read a number from a verdict.
    assert not any(letter.isdigit() for letter in check("time.selling_share", 0.2).message)


def test_every_row_earns_its_credit(right: pd.Series, lang: str) -> None:
    one_off = right.to_dict() | {"retention": 1.0}
    verdict = check(TABLE, one_off)
    assert verdict.state == "partial"
    assert '"retention"' in verdict.message and '"expansion"' not in verdict.message
    blank = right.to_dict() | {"expansion": ...}
    assert check(TABLE, blank).state == "partial"
    assert check(TABLE, right * 0 - 1).state == "incorrect"


def test_a_mistake_made_throughout_is_explained(lang: str) -> None:
    answer = read_key(ROOT)[TABLE]
    for name, of in answer.mistakes.items():
        verdict = check(TABLE, of(CASE))
        assert verdict.cause == name
        assert language.text(QUESTIONS[TABLE].mistake_key(name)) in verdict.message


def test_a_sealed_table_holds_a_list_a_row(right: pd.Series) -> None:
    sealed = json.loads((ROOT / "data" / "sealed.json").read_text(encoding="utf-8"))["sealed"]
    assert {name for name in sealed if name.startswith(TABLE)} == {
        f"{TABLE}:{row}" for row in QUESTIONS[TABLE].choices
    }
    known = known_answers({TABLE: read_key(ROOT)[TABLE]}, CASE)
    assert known[f"{TABLE}:retention"]["right"] == pytest.approx(right["retention"])


@pytest.mark.parametrize(
    "odd",
    [
        3,
        [1, 2, 3],
        pd.DataFrame({"a": [1.0], "b": [2.0]}),
        {"retention": 1, "conversions": 2, "expansion": 3},
        {"retention": "many"},
        dict.fromkeys(map(str, range(500)), 1.0),
        {("a", "b"): 1},
        np.ones(3),
    ],
)
def test_what_is_no_such_table_is_said(odd: object, lang: str) -> None:
    verdict = check(TABLE, odd)
    assert (verdict.state, verdict.cause) == ("incorrect", "unreadable")
    assert verdict.message


def test_a_blank_table_was_not_attempted() -> None:
    assert check(TABLE, {"retention": ..., "expansion": None}).state == "not_attempted"
    assert check(TABLE, ...).state == "not_attempted"


def test_rows_that_were_not_asked_do_no_harm(right: pd.Series) -> None:
    assert check(TABLE, {**right.to_dict(), "service": 3.0}).state == "correct"


# Plans


def test_a_plan_is_marked_by_its_share_of_the_gain(asked: dict, lang: str) -> None:
    best = best_plan(CASE).plan
    assert check("test.plan", best).state == "correct"
    little = ck.Plan({"all": {"expansion": +2, "retention": -2}})
    share = share_of_gain(CASE, little)
    verdict = check("test.plan", little)
    assert verdict.state == "partial"
    assert language.percent(share) in verdict.message
    worse = ck.Plan({"all": {"expansion": -4, "retention": 4}})
    assert check("test.plan", worse).state == "incorrect"


def test_known_plans_are_recognised(asked: dict) -> None:
    assert check("test.plan", Plan()).cause == "unchanged"
    # Known as a search would fit it and as one may type it, full marks or not.
    for limits in (None, Limits(change_hours=100.0, untried=True)):
        verdict = check("test.plan", benchmark_plan(CASE, limits=limits))
        assert verdict.cause == "benchmark_mix"
        assert asked["test.plan"].mistake_key("benchmark_mix") in verdict.message
    assert check("test.plan", best_plan(CASE).plan).cause == ""


def test_a_plan_may_come_from_the_board(asked: dict, tmp_path: Path) -> None:
    best = best_plan(CASE).plan
    path = tmp_path / "мой план.json"
    path.write_text(best.to_json(), encoding="utf-8")
    for form in (str(path), path, best.to_json()):
        assert check("test.plan", form).state == "correct"


def test_a_plan_that_breaks_limits_names_them(asked: dict, lang: str) -> None:
    verdict = check("test.plan", ck.Plan({"all": {"expansion": 90, "retention": -90}}))
    assert verdict.state == "incorrect"
    assert "retention" in verdict.message or language.text("activity-retention") in verdict.message


@pytest.mark.parametrize("odd", [5, "no such file.json", "{}", '{"version": 9}', {"all": 3}])
def test_what_is_no_plan_is_said(odd: object, asked: dict, lang: str) -> None:
    verdict = check("test.plan", odd)
    assert (verdict.state, verdict.cause) == ("incorrect", "unreadable")


# Texts


def test_a_text_is_kept_as_it_was_typed(asked: dict, lang: str) -> None:
    words = "Он сказал: «да», она: \"no\"\n\n— и 'всё'. 🙂"
    assert read_plain(asked["test.text"], words) == words
    assert check("test.text", words).state == "recorded"
    assert language.text("verdict-text-kept") == check("test.text", words).message


def test_a_blank_text_was_not_attempted(asked: dict) -> None:
    for blank in ("", "\n\n", "  \n", ...):
        assert is_empty(asked["test.text"], blank)
        assert check("test.text", blank).state == "not_attempted"


def test_a_text_without_end_is_refused(asked: dict, lang: str) -> None:
    verdict = check("test.text", "а" * (LONGEST_TEXT + 1))
    assert (verdict.state, verdict.cause) == ("incorrect", "unreadable")
    assert str(LONGEST_TEXT)[:2] in verdict.message
    assert check("test.text", 5).cause == "unreadable"
    # Half a letter, which no file takes.
    read_plain(asked["test.text"], "a\ud800b").encode()


def test_a_grading_run_judges_nothing(
    asked: dict, right: pd.Series, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(RECORD_VARIABLE, "1")
    for name, answer in ((TABLE, right), ("test.plan", Plan()), ("test.text", "words")):
        assert check(name, answer).state == "recorded"


# Progress and handing in


def test_two_notebooks_at_once_do_not_spoil_each_others_progress(tmp_path: Path) -> None:
    code = (
        "from casekit.questions import journal\n"
        "for k in range(200): assert journal.keep('start.reps', 'correct' if k % 2 else 'hint')"
    )
    kept = tmp_path / PROGRESS_FILE
    own = {**os.environ, "CASEKIT_PROGRESS": str(kept), "PYTHONPATH": str(ROOT / "src")}
    both = [subprocess.Popen([sys.executable, "-c", code], env=own) for _ in range(2)]
    assert [process.wait(600) for process in both] == [0, 0]
    # One may see the other's line half written and begin anew: a blank line, which nobody reads.
    written = [line for line in kept.read_text(encoding="utf-8").splitlines() if line]
    assert len([json.loads(line) for line in written]) == 400


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a notebook that was run, one that was not, a plan, and what is not ours."""
    shutil.copy(ROOT / "solutions" / "en" / "00_start_here.ipynb", tmp_path)
    given = untouched("01_the_company", "en")
    (tmp_path / "01_the_company.ipynb").write_text(given, encoding="utf-8")
    (tmp_path / "my_plan.json").write_text(Plan().to_json())
    (tmp_path / "salaries.xlsx").write_text("mine")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / PROGRESS_FILE))
    return tmp_path


def test_handing_in_makes_one_zip_of_ones_own_files(desk: Path, lang: str) -> None:
    check("start.reps", 24)
    found = hand_in("Команда «Север» / 3")
    assert found.path.name == "Команда Север 3.zip"
    with zipfile.ZipFile(found.path) as bundle:
        names = bundle.namelist()
        top = "Команда Север 3"
        assert sorted(names) == sorted(
            f"{top}/{name}"
            for name in (
                "00_start_here.ipynb",
                "01_the_company.ipynb",
                "my_plan.json",
                PROGRESS_FILE,
            )
        )
        nbformat.reads(bundle.read(f"{top}/00_start_here.ipynb").decode(), as_version=4)
    assert found.not_run == ("01_the_company.ipynb",)
    assert "start.reps" not in found.open_questions
    assert set(found.open_questions) == set(QUESTIONS) - {"start.reps"}
    assert "01_the_company.ipynb" in repr(found) and TABLE in repr(found)
    # Again, over the first.
    assert hand_in("Команда «Север» / 3").path == found.path
    assert not list(desk.glob("*.part"))


@pytest.mark.parametrize("name", ["", "...", "/", "CON", None, 7])
def test_a_name_that_is_none_is_asked_for_again(name: object, desk: Path, lang: str) -> None:
    with pytest.raises(QuestionError, match="hand_in"):
        hand_in(name)  # type: ignore[arg-type]
    assert not list(desk.glob("*.zip"))


def test_where_there_is_nothing_to_hand_in_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    with pytest.raises(QuestionError, match="empty"):
        hand_in("Team 3")
    monkeypatch.setenv(RECORD_VARIABLE, "1")
    assert hand_in("Team 3") is None
