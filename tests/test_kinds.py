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
from casekit.company import Case, data_folder, load_case
from casekit.errors import QuestionError
from casekit.grading.intake.people import find_submissions
from casekit.grading.intake.submissions import read_submission
from casekit.model import Limits, Plan, benchmark_plan, best_plan, share_of_gain
from casekit.notebook import RECORD_VARIABLE
from casekit.questions import QUESTIONS, Answer, Question, check, hand_in
from casekit.questions.bank import notebook_of
from casekit.questions.journal import PROGRESS_FILE
from casekit.questions.key import known_answers
from casekit.questions.plain import LONGEST_TEXT, is_empty, read_plain
from casekit.questions.planned import judge_plan
from casekit.questions.seal import SEALED_FILE, seal

ROOT = Path(__file__).parents[1]
CASE = load_case(ROOT / "data")
TABLE = "test.table"
#: What the table's rows are, and what its two mistakes give.
RIGHT = {"retention": 10.3, "expansion": 12.5, "conversion": 2.75}
REVENUE = {"retention": 30.0, "expansion": 40.0, "conversion": 9.0}
TURNED = {"retention": 2.75, "expansion": 10.3, "conversion": 12.5}
#: Questions of the kinds that are looked at here, under ids of their own.
ASKED = {
    TABLE: Question(
        TABLE,
        "table",
        2,
        "measures",
        "computed",
        unit="krub_per_hour",
        tolerance=0.1,
        choices=tuple(RIGHT),
        words="activity",
        mistakes=("revenue", "turned"),
    ),
    "test.share": Question("test.share", "number", 1, "data", unit="share", tolerance=0.005),
    "test.gain": Question("test.gain", "number", 1, "data", unit="krub", tolerance=50),
    "test.fall": Question(
        "test.fall", "number", 1, "data", unit="share", told_as="points", tolerance=0.0005
    ),
    "test.plan": Question(
        "test.plan", "plan", 5, "plan", mistakes=("unchanged", "benchmark_mix"), attainable=2
    ),
    "test.text": Question("test.text", "text", 5, "memo"),
}


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Question]:
    """These questions in the bank, and the shipped company at hand, whatever was loaded before."""
    load_case(ROOT / "data")
    for name, question in ASKED.items():
        monkeypatch.setitem(QUESTIONS, name, question)
    original = language.text

    def with_words(key: str, /, lang: str | None = None, **facts: object) -> str:
        own = key.startswith(("question-test-", "topic-test"))
        return key if own else original(key, lang, **facts)

    monkeypatch.setattr(language, "text", with_words)
    return ASKED


@pytest.fixture
def right(tiny_folder: Path) -> pd.Series:
    """The right table, sealed beside the tiny company, which is at hand."""
    ways = {"right": RIGHT, "revenue": REVENUE, "turned": TURNED}
    known: dict = {
        f"{TABLE}:{row}": {name: values[row] for name, values in ways.items()} for row in RIGHT
    }
    known |= {"test.share": {"right": 0.381}, "test.gain": {"right": 34_567.0}}
    known |= {"test.fall": {"right": 0.0437}}
    (tiny_folder / SEALED_FILE).write_bytes(seal(known, salt="tiny"))
    load_case(tiny_folder)
    return pd.Series(RIGHT)


# Tables


def test_a_table_is_taken_in_every_form(right: pd.Series, lang: str) -> None:
    named = {language.text(f"activity-{name}"): float(value) for name, value in right.items()}
    for form in (right, right.to_frame(), right.to_dict(), named, right[::-1]):
        assert check(TABLE, form).state == "correct", form
    written = {name: language.number(float(value), 2) for name, value in right.items()}
    assert check(TABLE, written).state == "correct"


def test_a_right_answer_is_told_back_in_its_unit(right: pd.Series, lang: str) -> None:
    assert language.percent(0.381, 1) in check("test.share", 0.381).message
    # Thousands, as the question asks, and a difference of shares in points.
    assert language.number(34_567) in check("test.gain", 34_567).message
    points = language.text("told-points", number=language.number(4.37, 2), count=4.37)
    assert points in check("test.fall", 0.0437).message
    told = check(TABLE, right).message
    assert all(language.text(f"activity-{name}") in told for name in right.index)
    assert all(language.number(float(value), 1) in told for value in right)
    # What is wrong is not told back: nobody should read a number from a verdict.
    assert not any(letter.isdigit() for letter in check("test.share", 0.2).message)


def test_every_row_earns_its_credit(right: pd.Series, lang: str) -> None:
    one_off = right.to_dict() | {"retention": 1.0}
    verdict = check(TABLE, one_off)
    assert verdict.state == "partial"
    retention, expansion = (language.text(f"activity-{k}") for k in ("retention", "expansion"))
    assert retention in verdict.message and expansion not in verdict.message
    blank = right.to_dict() | {"expansion": ...}
    assert check(TABLE, blank).state == "partial"
    assert check(TABLE, right * 0 - 1).state == "incorrect"


def test_a_mistake_made_throughout_is_explained(right: pd.Series, lang: str) -> None:
    for name, values in {"revenue": REVENUE, "turned": TURNED}.items():
        verdict = check(TABLE, values)
        assert verdict.cause == name
        assert ASKED[TABLE].mistake_key(name) in verdict.message


def test_a_sealed_table_holds_a_list_a_row(right: pd.Series, tiny: Case) -> None:
    sealed = json.loads((data_folder() / SEALED_FILE).read_text(encoding="utf-8"))["sealed"]
    assert {name for name in sealed if name.startswith(TABLE)} == {
        f"{TABLE}:{row}" for row in RIGHT
    }
    ways = {"revenue": lambda case: REVENUE, "turned": lambda case: TURNED}
    known = known_answers({TABLE: Answer(lambda case: RIGHT, ways)}, tiny)
    assert known[f"{TABLE}:retention"] == {"right": 10.3, "revenue": 30.0, "turned": 2.75}


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


def test_a_plan_earns_by_limits_by_its_reason_and_by_its_share(asked: dict, lang: str) -> None:
    why = {"reason": "The next hour of expansion brings most."}
    best, little, worse = (
        best_plan(CASE).plan,
        ck.Plan({"all": {"expansion": +2, "retention": -2}}),
        ck.Plan({"all": {"expansion": -4, "retention": 4}}),
    )
    assert check("test.plan", {"plan": best, **why}).state == "correct"
    verdict = check("test.plan", {"plan": little, **why})
    assert verdict.state == "partial"
    share = share_of_gain(CASE, little)
    assert language.percent(share) in verdict.message
    missing = language.text("verdict-plan-reason")
    assert missing not in verdict.message and missing in check("test.plan", little).message

    def part(answer: object) -> float:
        plain = read_plain(asked["test.plan"], answer)
        return judge_plan(CASE, asked["test.plan"], plain).part

    # 5 points: 2 by the share, 1.5 each by limits and reason.
    assert 5 * part(best) == pytest.approx(3.5)
    assert 5 * part({"plan": worse, **why}) == pytest.approx(3.0)
    assert 5 * part({"plan": little, "reason": "because"}) == pytest.approx(
        1.5 + 2 * share / 0.8, abs=0.01
    )


def test_known_plans_are_recognised(asked: dict) -> None:
    assert check("test.plan", Plan()).cause == "unchanged"
    # Known as a search would fit it and as one may type it, full marks or not.
    for limits in (None, Limits(change_hours=100.0, untried=True)):
        verdict = check("test.plan", benchmark_plan(CASE, limits=limits))
        assert verdict.cause == "benchmark_mix"
        assert asked["test.plan"].mistake_key("benchmark_mix") in verdict.message
    assert check("test.plan", best_plan(CASE).plan).cause == ""


def test_of_a_plan_beyond_tried_hours_no_share_is_told(asked: dict) -> None:
    widest = best_plan(CASE, Limits(change_hours=100.0, untried=True)).plan
    assert share_of_gain(CASE, widest) > 1.01
    assert language.text("verdict-plan-beyond") in check("test.plan", widest).message
    whole = language.text("verdict-plan-share", part=language.percent(1.0))
    assert whole in check("test.plan", best_plan(CASE).plan).message


def test_a_plan_may_come_from_the_board(asked: dict, tmp_path: Path) -> None:
    best = best_plan(CASE).plan
    path = tmp_path / "мой план.json"
    path.write_text(best.to_json(), encoding="utf-8")
    for form in (str(path), path, best.to_json()):
        assert read_plain(asked["test.plan"], form) == json.loads(best.to_json())


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
        "for k in range(200):\n"
        "    assert journal.keep('start.competitors', 'correct' if k % 2 else 'hint')"
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
    check("start.competitors", len(CASE.accounts.query("status == 'competitor'")))
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
    assert "start.competitors" not in found.open_questions
    assert set(found.open_questions) == set(QUESTIONS) - {"start.competitors"}
    assert "01_the_company.ipynb" in repr(found)
    # Where they are, as a reader knows it, and no ids.
    first, second = (sum(notebook_of().get(each) == place for each in found.open_questions)
                     for place in ("00", "01"))  # fmt: skip
    assert f": 00 ({first}), 01 ({second}), " in repr(found) and "company.slide" not in repr(found)
    counting = sum(QUESTIONS[each].basis == "computed" for each in found.open_questions)
    assert counting and language.text("hand-in-counting", count=counting) in repr(found)
    # Again, over the first.
    assert hand_in("Команда «Север» / 3").path == found.path
    assert not list(desk.glob("*.part"))


def test_files_that_notebooks_name_are_handed_in_with_their_folders(desk: Path, lang: str) -> None:
    cells = [
        'from helpers import share\nimport pandas as pd\nmine = pd.read_csv("my/north.csv")',
        '%run "done/extra.ipynb"\nrows = [open(p) for p in Path(".").glob("week_*.txt")]',
        'big = pd.read_csv("big.csv")\nfrom tools.deep import dig\ncase.sales.head()',
    ]
    new = nbformat.v4
    mine = new.new_notebook(cells=[new.new_code_cell(cell) for cell in cells])
    nbformat.write(mine, desk / "mine.ipynb")
    named = {
        "helpers.py": "import inner",
        "inner.py": "",
        "my/north.csv": "a",
        "my/south.csv": "a",
        "done/extra.ipynb": json.dumps({"cells": []}),
        "week_1.txt": "a",
        "tools/deep.py": "",
    }
    others = {
        "passwords.txt": "a",
        "salaries.csv": "a",
        "sales/2025.csv": "a",
        "done/01_the_company.ipynb": "{}",
        "my/.hidden.csv": "a",
        "my/__pycache__/x.py": "",
        "my/book.xlsx": "a",
        "own.py": "",
        "big.csv": "a" * (2 * 2**20 + 1),
    }
    for name, content in {**named, **others}.items():
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    found = hand_in("Team 3")
    with zipfile.ZipFile(found.path) as bundle:
        inside = {name.removeprefix("Team 3/") for name in bundle.namelist()}
    assert inside == set(found.files)
    assert named.keys() <= inside and inside.isdisjoint(others)
    assert found.left_out == ("big.csv",) and "big.csv" in repr(found)
    handed_in = desk / "in"
    handed_in.mkdir()
    shutil.copy(found.path, handed_in)
    (submission,) = find_submissions(handed_in)
    kept = read_submission(submission).files
    own = {name for name in named if not name.endswith(".ipynb")}
    assert {f"Team 3/{name}" for name in own} <= kept.keys()


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
