"""Answers as people type them, verdicts with their cause, and what a sealed file gives away."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit import language
from casekit.company import load_case
from casekit.errors import QuestionError
from casekit.questions import QUESTIONS, Answer, check
from casekit.questions.bank import find
from casekit.questions.expected import RIGHT, expected, recognise, same
from casekit.questions.question import Question
from casekit.questions.reading import read_answer
from casekit.questions.seal import SEALED_FILE, buckets, seal, unseal
from casekit.questions.slow_hash import slow_hash
from casekit.questions.telling import told_number

KNOWN: dict[str, dict[str, Any]] = {
    "company.served_share": {"right": 0.3801, "their_own_clients": 0.62, "shared_only": 0.41},
    "time.selling_gap": {"right": 4.52, "sign_turned": -4.52, "percentage_points": 3.02},
    "company.slide": {"right": "season", "axis": "axis"},
    "plan.below_floor": {"right": 217516.0, "against_today": 133378.0},
    "start.competitors": {"right": 24.0, "all": 600.0},
}
SHARE, GAP, SLIDE = "company.served_share", "time.selling_gap", "company.slide"


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal(KNOWN, salt="tiny")


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
        ".38",
        " 38,0 % ",
        "«38 %»",
        "38 процентов",
        "38 per cent".replace(" per cent", " percent"),
        np.float64(0.38),
        np.float32(0.38),
        np.int64(38),
        np.array(0.38),
        np.array([0.38]),
        Decimal("0.38"),
        Fraction(38, 100),
        pd.Series([0.38]),
        pd.DataFrame({"share": [0.38]}),
        pd.array([0.38]),
        [0.38],
    ],
)
def test_a_share_as_people_type_it(typed: object, asked: Path, lang: str) -> None:
    assert check(SHARE, typed).state == "correct"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("-4,5", -4.5),
        ("\u22124,5", -4.5),
        ("4", 4.0),
        ("4,5 ч", 4.5),
        ("4.5 hours", 4.5),
        ("1,234,567", 1234567.0),
        ("1e3", 1000.0),
    ],
)
def test_numbers_of_both_languages(typed: str, number: float, lang: str) -> None:
    assert read_answer(QUESTIONS[GAP], typed) == number


def test_a_share_is_read_with_the_unit_that_verdicts_give_it(lang: str) -> None:
    asked = QUESTIONS["company.margin_fall"]
    for value in (0.01, 0.02, 0.029, 0.05):
        read = read_answer(asked, told_number(value, "points", 1))
        assert read == pytest.approx(value)
    assert read_answer(asked, "2,9 п. п.") == pytest.approx(0.029)


def test_a_lone_comma_follows_the_language_of_the_reader() -> None:
    gap = QUESTIONS[GAP]
    assert read_answer(gap, "1,234") == 1234.0
    assert read_answer(gap, "0,380") == 0.38
    assert read_answer(QUESTIONS[SHARE], "0,380") == 0.38
    with language.using("ru"):
        assert read_answer(gap, "1,234") == 1.234


@given(st.floats(-1e9, 1e9), st.sampled_from(language.LANGUAGES))
def test_a_number_survives_being_written_in_a_language(value: float, lang: str) -> None:
    with language.using(lang):
        rounded = round(value, 2)
        assert read_answer(QUESTIONS[GAP], language.number(rounded, 2)) == pytest.approx(rounded)


@given(
    st.one_of(
        st.text(),
        st.binary(),
        st.floats(),
        st.integers(),
        st.complex_numbers(),
        st.lists(st.floats(), max_size=3),
        st.dictionaries(st.text(), st.integers(), max_size=2),
        st.decimals(),
        st.booleans(),
    ),
    st.sampled_from(sorted(QUESTIONS)),
)
def test_reading_is_an_answer_or_an_error_in_words(value: object, name: str) -> None:
    question = QUESTIONS[name]
    try:
        plain = read_answer(question, value)
    except QuestionError:
        return
    assert type(plain) is (float if question.kind == "number" else str)
    json.dumps(plain, allow_nan=False)


def test_states(asked: Path, lang: str) -> None:
    for blank in (..., None, "", "  ", "..."):
        assert check(GAP, blank).state == "not_attempted"
    assert check(GAP, 4.5).state == "correct"
    assert check(GAP, 3.5).state == "incorrect"
    assert check(SLIDE, " Season ").state == "correct"
    assert check(SLIDE, "no_trap").state == "incorrect"


def test_a_choice_may_be_told_in_words() -> None:
    whose = QUESTIONS["start.whose_client"]
    for words in ("competitor", "клиент конкурента", "«Клиент конкурента»", "COMPETITOR."):
        assert read_answer(whose, words) == "competitor"


class Trap:
    """Raises whatever is asked of it."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError(name)


class Liar(str):
    """A text that says of itself it is something else."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__

    def strip(self, *_: Any) -> Any:
        raise RuntimeError


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("many", "many"),
        ("case.reps", "number"),
        ('audit.loc["selling"]', "quotes"),
        ([1, 2], "2 values"),
        ((4, 5), "4,5"),
        ({}, "dict"),
        (True, "True"),
        (float("nan"), "empty"),
        (pd.NA, "empty"),
        (10**400, "larger"),
        ("inf", "number"),
        (pd.Series([1.0, 2.0]), "2 values"),
        (object(), "object"),
        ("1,2,3,", "number"),
        (len, "len(...)"),
        ("4 kg", "unit"),
        ("4.5" * 1000, "number"),
        (np.datetime64("2026-01-01"), "date"),
        (1 + 2j, "complex"),
    ],
)
def test_what_cannot_be_read_is_a_verdict_in_words_not_a_traceback(
    typed: object, word: str, asked: Path
) -> None:
    verdict = check(GAP, typed)
    assert (verdict.state, verdict.cause) == ("incorrect", "unreadable")
    assert word in verdict.message
    assert "7.5" in verdict.message  # what is allowed


def test_what_raises_when_it_is_touched_is_a_verdict_too(asked: Path) -> None:
    verdict = check(GAP, Trap())
    assert "Trap" in verdict.message
    assert check(SLIDE, Trap()).cause == "unreadable"


def test_a_text_that_lies_is_read_as_the_text_it_is(asked: Path) -> None:
    assert check(SLIDE, Liar("axis")).cause == "axis"
    assert check(GAP, Liar("4,5")).state == "correct"


def test_a_wrong_code_lists_the_choices(asked: Path, lang: str) -> None:
    verdict = check(SLIDE, "dance")
    assert verdict.state == "incorrect"
    assert '"season"' in verdict.message


@pytest.mark.parametrize("error", [0.0045, 0.004, -0.004, -0.0045])
def test_inside_the_tolerance_is_right(error: float, asked: Path) -> None:
    assert check(SHARE, KNOWN[SHARE]["right"] + error).state == "correct"


@pytest.mark.parametrize("error", [0.0062, -0.0062])
def test_outside_the_tolerance_is_wrong(error: float, asked: Path) -> None:
    assert check(SHARE, KNOWN[SHARE]["right"] + error).state == "incorrect"


def test_a_known_mistake_is_explained(asked: Path, lang: str) -> None:
    for name, answers in KNOWN.items():
        for mistake, value in answers.items():
            verdict = check(name, value)
            if mistake == "right":
                assert verdict.state == "correct"
                continue
            assert (verdict.state, verdict.cause) == ("incorrect", mistake)
            assert language.text(QUESTIONS[name].mistake_key(mistake)) in verdict.message


@pytest.mark.parametrize(
    ("name", "typed", "cause"),
    [
        ("plan.below_floor", -217_516.0, "sign"),
        ("start.competitors", 0.024, "thousand"),
        ("start.competitors", 24_000, "thousand"),
        ("plan.below_floor", 217_516_000, "money"),
        (SHARE, 0.0038, "hundred"),
        (SHARE, -38, "sign"),
        (SHARE, "380 %", "over_whole"),
        (GAP, 1000, ""),
        (SLIDE, "volume", ""),
    ],
)
def test_slips_are_told_without_a_key(name: str, typed: Any, cause: str, asked: Path) -> None:
    verdict = check(name, typed)
    assert (verdict.state, verdict.cause) == ("incorrect", cause)


def test_a_number_typed_by_hand_is_right_and_reminded(asked: Path) -> None:
    reminder = language.text("verdict-typed")
    assert reminder in check(SHARE, 0.38).message
    assert reminder in check(SHARE, "38 %").message
    assert reminder not in check(SHARE, np.float64(0.3801)).message
    assert reminder not in check("start.competitors", 24).message


def test_no_verdict_shows_the_answer(asked: Path, lang: str) -> None:
    for name, answers in KNOWN.items():
        for answer in (..., 3, "axis", *answers.values()):
            message = check(name, answer).message
            assert f"{answers['right']}" not in message.replace('"season"', "").replace("24", "")


def test_the_sealed_file_tells_neither_answers_nor_their_number(sealed: bytes) -> None:
    content = json.loads(sealed)
    assert content["sealed"].keys() == KNOWN.keys()
    entries = [entry for found in content["sealed"].values() for entry in found]
    assert all(len(entry) == 20 and int(entry, 16) >= 0 for entry in entries)
    assert len(set(entries)) == len(entries)
    for found in content["sealed"].values():
        assert found == sorted(found)


@pytest.mark.parametrize("secret", [b"", b"time.gap=22", b"k" * 64, b"k" * 65])
def test_a_python_without_openssl_makes_the_same_hash(
    secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser's Python has no `hashlib.pbkdf2_hmac`."""
    made = {rounds: slow_hash(secret, b"salt", rounds) for rounds in (1, 2, 300)}
    assert made[300] == hashlib.pbkdf2_hmac("sha256", secret, b"salt", 300)
    monkeypatch.delattr(hashlib, "pbkdf2_hmac")
    assert {rounds: slow_hash(secret, b"salt", rounds) for rounds in made} == made


def test_answers_sealed_with_openssl_are_read_without(
    sealed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.loads(sealed)
    monkeypatch.delattr(hashlib, "pbkdf2_hmac")
    assert unseal(content, QUESTIONS[GAP], 4.52) == RIGHT
    assert unseal(content, QUESTIONS[GAP], -4.52) == "sign_turned"
    assert unseal(content, QUESTIONS[GAP], 7.0) is None


def test_the_same_answers_of_another_company_share_no_hash(sealed: bytes) -> None:
    other = json.loads(seal({SLIDE: KNOWN[SLIDE]}, salt="other"))["sealed"][SLIDE]
    assert not set(other) & set(json.loads(sealed)["sealed"][SLIDE])


@given(st.floats(-2, 2))
def test_sealed_and_plain_judgement_agree_but_at_the_very_edge(answer: float) -> None:
    question = Question(
        "company.served_share", "number", 1, "measures", unit="share", tolerance=0.005
    )
    inside = recognise(question, {RIGHT: 0.38}, answer) == RIGHT
    bucket = str(round(answer * 5 / question.tolerance))
    if abs(abs(answer - 0.38) - question.tolerance) > question.tolerance / 8:
        assert (bucket in buckets(question, 0.38)) is inside


def test_the_right_answer_keeps_the_buckets_it_shares_with_a_mistake() -> None:
    known = {SHARE: {"right": 0.38, "shared_only": 0.388}}
    content = json.loads(seal(known, salt="x"))
    assert unseal(content, QUESTIONS[SHARE], 0.384) == "right"
    assert unseal(content, QUESTIONS[SHARE], 0.390) == "shared_only"
    assert unseal(content, QUESTIONS[SHARE], 0.5) is None


def test_a_grading_run_records_and_judges_nothing(
    asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    for answer in (0.38, 0.99, "many", object()):
        assert check(SHARE, answer).state == "recorded"


def test_without_sound_sealed_answers_the_answer_is_kept(asked: Path) -> None:
    for content in ("", "{}", '{"salt": 1, "sealed": []}', "[]", '{"sealed": {}}'):
        (asked / SEALED_FILE).write_text(content, encoding="utf-8")
        assert check(SHARE, 0.38).state == "recorded"
    (asked / SEALED_FILE).unlink()
    assert check(SHARE, 0.38).state == "recorded"


def test_an_unknown_question_offers_those_that_come_near(lang: str) -> None:
    with pytest.raises(QuestionError, match=r"time\.selling_gap"):
        check("time.seling_gap", 1)
    for odd in ("", 5, None, "x" * 10_000, []):
        with pytest.raises(QuestionError):
            check(odd, 1)  # type: ignore[arg-type]


def test_a_verdict_is_shown_as_text_and_cannot_carry_markup(asked: Path) -> None:
    assert "<script>" not in check(GAP, "<script>")._repr_html_()


def test_mistakes_that_say_nothing_of_their_own_are_left_out(tiny: Any) -> None:
    question = find(GAP)
    answer = Answer(
        lambda case: 4.5,
        {
            **dict.fromkeys(question.mistakes, lambda case: None),  # not there on this company
            "sign_turned": lambda case: 4.6,  # within the tolerance of the right answer
            "percentage_points": lambda case: 3.0,
            "best_quarter": lambda case: float("nan"),  # nobody's
        },
    )
    assert expected(question, answer, tiny) == {"right": 4.5, "percentage_points": 3.0}


def test_a_share_beyond_the_whole_needs_another_unit(tiny: Any) -> None:
    with pytest.raises(ValueError, match="ratio"):
        expected(find(SHARE), Answer(lambda case: 1.4, {}), tiny)


def test_equal_means_within_the_tolerance() -> None:
    assert same(find(SHARE), 0.38, 0.385)
    assert not same(find(SHARE), 0.38, 0.386)
    assert same(find(SLIDE), "season", "season")


def test_every_question_has_its_words_in_every_language() -> None:
    for question in QUESTIONS.values():
        assert question.hints >= 2 or not question.points
        # What no key judges has none.
        assert len(question.mistakes) >= 2 or not question.sealed
        keys = [
            question.text_key,
            f"topic-{question.topic}",
            *map(question.hint_key, range(1, question.hints + 1)),
            *map(question.mistake_key, question.mistakes),
        ]
        for lang in language.LANGUAGES:
            assert all(language.has_text(key, lang) for key in keys), question.id
        assert not language.has_text(question.hint_key(question.hints + 1), "en")
