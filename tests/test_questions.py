"""Answers as people type them, verdicts, and what the sealed file gives away: nothing."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from casekit import language
from casekit.company import load_case
from casekit.errors import QuestionError
from casekit.questions import QUESTIONS, check
from casekit.questions.reading import read_answer
from casekit.questions.seal import SEALED_FILE, seal

RIGHT = {"time.selling_share": 0.3801, "time.selling_gap": 4.52, "time.largest_excess": "service"}


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal(RIGHT, salt="tiny")


@pytest.fixture
def asked(tiny_folder: Path, sealed: bytes) -> Path:
    """The tiny company at hand, with sealed answers."""
    (tiny_folder / SEALED_FILE).write_bytes(sealed)
    load_case(tiny_folder)
    return tiny_folder


@pytest.mark.parametrize(
    "typed",
    [
        0.38,
        38,
        "38 %",
        "38%",
        "38\u00a0%",
        "0,38",
        "0.38",
        " 38,0 % ",
        np.float64(0.38),
        np.int64(38),
    ],
)
def test_a_share_as_people_type_it(typed: object, asked: Path) -> None:
    assert check("time.selling_share", typed).state == "correct"
    assert check("time.selling_share", pd.Series([0.38]).iloc[0]).state == "correct"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1 234,5", 1234.5), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("-4,5", -4.5), ("4", 4.0)],
)
def test_numbers_of_both_languages(typed: str, number: float) -> None:
    assert read_answer(QUESTIONS["time.selling_gap"], typed) == number


def test_states(asked: Path, lang: str) -> None:
    for blank in (..., None, "", "  "):
        assert check("time.selling_gap", blank).state == "not_attempted"
    assert check("time.selling_gap", 4.5).state == "correct"
    assert check("time.selling_gap", 3).state == "incorrect"
    assert check("time.largest_excess", " Service ").state == "correct"
    assert check("time.largest_excess", "travel").state == "incorrect"


@pytest.mark.parametrize(
    "typed",
    ["many", [1, 2], {}, True, float("nan"), "inf", pd.Series([1.0, 2.0]), object(), "1,2,3,"],
)
def test_what_cannot_be_read_is_a_verdict_in_words_not_a_traceback(
    typed: object, asked: Path
) -> None:
    verdict = check("time.selling_gap", typed)
    assert verdict.state == "incorrect"
    assert "number" in verdict.message


def test_a_wrong_code_lists_the_choices(asked: Path, lang: str) -> None:
    verdict = check("time.largest_excess", "сервис")
    assert verdict.state == "incorrect"
    assert '"service"' in verdict.message


@pytest.mark.parametrize("error", [0.004, -0.004])
def test_inside_the_tolerance_is_right(error: float, asked: Path) -> None:
    assert check("time.selling_share", RIGHT["time.selling_share"] + error).state == "correct"


@pytest.mark.parametrize("error", [0.007, -0.007])
def test_outside_the_tolerance_is_wrong(error: float, asked: Path) -> None:
    assert check("time.selling_share", RIGHT["time.selling_share"] + error).state == "incorrect"


def test_no_verdict_shows_the_answer(asked: Path, lang: str) -> None:
    for question, right in RIGHT.items():
        for answer in (..., 3, "travel", right):
            assert str(right) not in check(question, answer).message.replace('"service"', "")


def test_the_sealed_file_holds_no_answer(asked: Path) -> None:
    content = json.loads((asked / SEALED_FILE).read_text(encoding="utf-8"))
    assert content["right"].keys() == RIGHT.keys()
    hashes = [item for found in content["right"].values() for item in found]
    assert all(len(item) == 64 and int(item, 16) for item in hashes)
    assert len(set(hashes)) == len(hashes)


def test_a_grading_run_records_and_judges_nothing(
    asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    assert check("time.selling_share", 0.38).state == "recorded"
    assert check("time.selling_share", 0.99).state == "recorded"


def test_without_sealed_answers_the_answer_is_kept(tiny_folder: Path) -> None:
    load_case(tiny_folder)
    assert check("time.selling_share", 0.38).state == "recorded"


def test_an_unknown_question_lists_those_there_are() -> None:
    with pytest.raises(QuestionError, match=r"time\.selling_share"):
        check("time.seling_share", 1)


def test_every_question_has_words_in_every_language() -> None:
    for question in QUESTIONS.values():
        for lang in language.LANGUAGES:
            assert language.text(question.text_key, lang=lang)


def test_a_verdict_is_shown_as_text_and_cannot_carry_markup(asked: Path) -> None:
    shown = check("time.selling_gap", "<script>")._repr_html_()
    assert "<script>" not in shown
