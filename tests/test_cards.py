"""Cards: every kind is read, judged, explained, kept, shown in words; guesses; the opinions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from carded import crew

import casekit as ck
from casekit import language
from casekit.cards import Card, guess, opinions
from casekit.cards.view import options_of
from casekit.company import Case, load_case
from casekit.errors import QuestionError
from casekit.notebook import RECORD_VARIABLE
from casekit.questions import QUESTIONS, check, hints, progress
from casekit.questions.answers_file import (
    ANSWERS_FILE,
    COMMITTED,
    AnswersFile,
    answer_line,
    counting,
)
from casekit.questions.bank import find
from casekit.questions.checking import judge
from casekit.questions.plain import read_plain
from casekit.questions.reveal import REVEALS_FILE
from casekit.questions.seal import SEALED_FILE
from casekit.questions.telling import told_number
from casekit.questions.verdict import Verdict

ROOT = Path(__file__).parents[1]

#: By kind: a right answer as a browser sends it, one a step away, and a wrong one with its cause.
ANSWERS: dict[str, tuple[object, object, object, str]] = {
    "crew.size": ("3", None, "6", "doubled"),
    "crew.colour": ("blue", None, "grey", "grey"),
    "crew.several": (["blue", "red"], ["red"], ["pink", "grey"], "warm"),
    "crew.order": (
        ["grey", "blue", "red", "pink"],
        ["blue", "grey", "red", "pink"],
        ["pink", "blue", "red", "grey"],
        "pink",
    ),
    "crew.table": (
        {"north": "25", "south": "75 %"},
        {"north": "25", "south": "5"},
        {"north": "75", "south": "25"},
        "turned",
    ),
    "crew.grid": (
        {"one": "right", "two": "wrong"},
        {"one": "right", "two": "right"},
        {"one": "wrong", "two": "right"},
        "both",
    ),
}


@pytest.fixture
def company(tmp_path: Path, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """The tiny company with the crew's questions; answers are kept beside a notebook."""
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / "work" / "my_progress.jsonl"))
    monkeypatch.setattr(hints, "_given", {})
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    with crew(tmp_path, tiny_folder) as case:
        yield case


@pytest.fixture
def exam(tmp_path: Path, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """The same company as an exam has it."""
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / "my_progress.jsonl"))
    monkeypatch.chdir(tmp_path)
    with crew(tmp_path, tiny_folder, judged=False) as case:
        yield case


def lines() -> list[dict]:
    path = Path(ANSWERS_FILE)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return [json.loads(line) for line in text.splitlines()]


def state_of(card: Card) -> tuple[str, str]:
    assert card.verdict is not None
    return card.verdict.state, card.verdict.cause


@pytest.mark.parametrize("name", ANSWERS)
def test_every_kind_is_judged_and_a_mistake_explained(name: str, company: Case, lang: str) -> None:
    right, near, wrong, cause = ANSWERS[name]
    card = ck.ask(name)
    assert isinstance(card, Card) and card.verdict is None
    card.do({"do": "check", "answer": wrong})
    assert state_of(card) == ("incorrect", cause)
    assert language.text(QUESTIONS[name].mistake_key(cause)) in card.view["verdict"]["message"]
    if near is not None:
        card.do({"do": "check", "answer": near})
        assert state_of(card)[0] == "partial"
    assert not card.view["why"]
    card.do({"do": "check", "answer": right})
    assert state_of(card) == ("correct", "")
    assert card.view["why"] == language.text(
        QUESTIONS[name].why_key,
        answer=_told(name),
        share=language.percent(0.384, 1),
        city="the city" if lang == "en" else "этот city",
    )
    # As the notebook's check says it.
    assert check(name, card.answer).state == "correct"


def _told(name: str) -> str:
    """The right answer in words, written out by hand."""
    the = "этот" if language.current() == "ru" else "the"
    percent = language.percent
    return {
        "crew.size": "3",
        "crew.colour": f"{the} blue one",
        "crew.several": f"{the} red one; {the} blue one",
        "crew.table": f"North: {percent(0.25, 1)}; South: {percent(0.75, 1)}",
        "crew.grid": "Number one: right; Number two: wrong",
        "crew.order": "",
    }[name]


def test_another_reading_is_right_too_and_says_why(company: Case) -> None:
    verdict = check("crew.size", 2)
    assert verdict.state == "correct" and "Open ones left out." in verdict.why
    tie = check("crew.order", ["grey", "red", "blue", "pink"])
    assert tie.state == "correct" and tie.why == "A tie. So."


def test_a_sign_that_a_right_answer_bears_is_no_mistake(company: Case) -> None:
    # Blue is lacking, and nothing that is wrong is taken: one step.
    assert check("crew.several", ["red"]).cause == "cold"
    # Lacking red is no known mistake; nor is a wrong order of blue and red.
    assert check("crew.several", ["blue"]).cause == ""
    assert check("crew.order", ["grey", "pink", "red", "blue"]).cause == ""


def test_what_is_entered_is_kept_at_once_and_the_last_line_counts(company: Case) -> None:
    card = ck.ask("crew.colour")
    for code in ("red", "red", "grey"):
        card.do({"do": "enter", "answer": code})
    assert [line["answer"] for line in lines()] == ["red", "grey"]
    assert {line["company"] for line in lines()} == {company.digest}
    # Nothing was checked: nothing is said, and the overview knows of it all the same.
    assert card.verdict is None and card.view["kept"]
    states = {row.question.id: row.state for row in progress().rows}
    assert states["crew.colour"] == "recorded"
    again = ck.ask("crew.colour")
    assert again.answer == "grey" and again.view["answer"] == "grey"
    # Another tab's answer, and one of another company.
    for line in ({"answer": "blue"}, {"answer": "red", "company": "other"}):
        with Path(ANSWERS_FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps({**lines()[0], **line}) + "\n")
    assert ck.ask("crew.colour").answer == "blue"


def test_an_explicit_answer_goes_before_and_is_kept_once(company: Case) -> None:
    ck.ask("crew.colour").do({"do": "enter", "answer": "red"})
    for _ in range(2):
        assert state_of(ck.ask("crew.colour", "blue")) == ("correct", "")
    assert [line["answer"] for line in lines()] == ["red", "blue"]


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("crew.size", "many"),
        ("crew.size", {"a": 1}),
        ("crew.colour", "green"),
        ("crew.several", ["red", "green"]),
        ("crew.several", 5),
        ("crew.order", ["red", "blue"]),
        ("crew.order", {"red": 1}),
        ("crew.table", {"west": "1"}),
        ("crew.grid", {"one": "maybe"}),
        ("crew.grid", "right"),
        ("crew.range", ["9", "4"]),
        ("crew.range", ["9"]),
    ],
)
def test_what_cannot_be_read_is_said_and_not_kept(
    name: str, odd: object, company: Case, lang: str
) -> None:
    card = ck.ask(name)
    card.do({"do": "check", "answer": odd})
    assert state_of(card) == ("incorrect", "unreadable")
    assert not lines()
    assert ck.ask(name, odd).verdict is not None


def test_a_range_half_typed_is_no_mistake_yet(company: Case, lang: str) -> None:
    card = ck.ask("crew.range")
    for half in ({"low": "9"}, {"low": "9", "high": ""}, {"high": "12"}):
        card.do({"do": "enter", "answer": half})
        assert card.verdict is None
        card.do({"do": "check", "answer": half})
        assert str(card.view["verdict"]["message"]) == language.text("card-half")
    assert not lines()


def test_what_can_be_read_again_takes_the_complaint_away(company: Case) -> None:
    card = ck.ask("crew.size")
    card.do({"do": "enter", "answer": "7"})
    card.do({"do": "enter", "answer": "7 x"})
    assert state_of(card)[1] == "unreadable"
    # The same as before, which need not be kept once more.
    card.do({"do": "enter", "answer": "7"})
    assert card.verdict is None and len(lines()) == 1


def test_what_is_allowed_is_told_as_it_is_typed(company: Case, lang: str) -> None:
    for name, form in (("company.margin_fall", "points"), ("company.served_share", "share")):
        with pytest.raises(QuestionError) as told:
            read_plain(find(name), "many")
        assert language.text(f"answer-form-{form}") in str(told.value)


@pytest.mark.parametrize("odd", [None, 5, {}, {"do": "sing"}, {"do": ["check"]}, "check"])
def test_what_no_browser_asks_does_no_harm(odd: object, company: Case) -> None:
    card = ck.ask("crew.size")
    card.do(odd)
    assert card.verdict is None and not lines()


def test_the_answer_may_be_seen_after_two_tries_or_all_hints(company: Case, lang: str) -> None:
    card = ck.ask("crew.size")
    card.do({"do": "reveal"})
    assert not card.view["right"] and not card.view["may_reveal"]
    for wrong in ("6", "6", "30"):
        assert not card.view["may_reveal"]
        card.do({"do": "check", "answer": wrong})
    assert card.view["may_reveal"]
    card.do({"do": "reveal"})
    assert card.view["right"] == language.text("card-right", answer="3")
    assert language.percent(0.384, 1) in card.view["why"]
    assert card.view["verdict"]["state"] == "incorrect" and card.answer == 30.0
    other = ck.ask("crew.colour")
    for step in (1, 2):
        assert not other.view["may_reveal"]
        other.do({"do": "hint"})
        assert len(other.view["hints"]) == step
    assert other.view["may_reveal"] and not other.view["more_hints"]
    row = next(row for row in progress().rows if row.question.id == "crew.colour")
    assert row.hints == 2


def test_ranges_and_texts_are_kept_and_nobody_judges_them(company: Case, lang: str) -> None:
    card = ck.ask("crew.range")
    card.do({"do": "check", "answer": {"low": "1,5", "high": "2 000"}})
    assert card.answer == {"low": 1.5, "high": 2000.0}
    assert state_of(card)[0] == "recorded" and card.view["why"]
    letter = ck.ask("crew.letter")
    assert len(letter.view["checklist"]) == 3 and not letter.view["judged"]
    letter.do({"do": "enter", "answer": "Dear all,\n\nwe move hours."})
    assert ck.ask("crew.letter").answer == "Dear all,\n\nwe move hours."


def test_with_a_company_of_an_exam_a_card_keeps_and_says_no_more(exam: Case, lang: str) -> None:
    for name, (right, _, wrong, _) in ANSWERS.items():
        card = ck.ask(name)
        for answer in (right, wrong):
            card.do({"do": "check", "answer": answer})
            assert state_of(card) == ("recorded", "")
            assert card.view["verdict"]["message"] == language.text("verdict-recorded")
        for _ in range(2):
            card.do({"do": "hint"})
        card.do({"do": "reveal"})
        assert not card.view["may_reveal"] and not card.view["right"] and not card.view["why"]
    done = {row.question.id for row in progress().rows if row.state == "recorded"}
    assert done == set(ANSWERS)
    assert not progress().judged


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"crew.size": "AAAA"}', '{"crew.size": 5}'])
def test_a_broken_file_of_reveals_tells_nothing(
    broken: str, company: Case, tiny_folder: Path
) -> None:
    (tiny_folder / REVEALS_FILE).write_text(broken, encoding="utf-8")
    verdict = check("crew.size", 3)
    assert (verdict.state, verdict.why) == ("correct", "")
    (tiny_folder / SEALED_FILE).unlink()
    assert check("crew.size", 3).state == "recorded"


def test_no_bytes_of_the_files_say_an_answer(company: Case, tiny_folder: Path) -> None:
    for name in (SEALED_FILE, REVEALS_FILE):
        content = (tiny_folder / name).read_bytes()
        for telling in (b"blue", b"grey", b"doubled", b"0.384", b"city"):
            assert telling not in content


def test_options_stand_in_an_order_of_the_company_s_own(company: Case) -> None:
    question = QUESTIONS["crew.colour"]
    orders = {tuple(options_of(question, f"company {number}")) for number in range(20)}
    assert len(orders) > 5 and all(set(order) == set(question.choices) for order in orders)
    assert options_of(question, "one") == options_of(question, "one")
    scale = QUESTIONS["opinions.costs"]
    assert options_of(scale, "any") == list(scale.choices)


def test_a_card_is_words_where_nothing_draws_it(company: Case, lang: str) -> None:
    for name, (right, *_) in ANSWERS.items():
        bundle, _ = ck.ask(name, right)._repr_mimebundle_()
        plain, page = bundle["text/plain"], bundle["text/html"]
        asked = language.text(QUESTIONS[name].text_key)
        for told in (plain, page):
            assert asked in told and "✓" in told
        assert "0x" not in plain
    blank = ck.ask("crew.range")
    assert language.text("card-empty") in repr(blank)
    letter = ck.ask("crew.letter", "<script>alert(1)</script>")
    assert "<script>" not in letter._repr_mimebundle_()[0]["text/html"]


def test_a_grading_run_records_what_the_notebook_says_and_reads_no_file(
    company: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    ck.ask("crew.colour").do({"do": "enter", "answer": "red"})
    noted: list[object] = []
    monkeypatch.setattr("casekit.cards.state.record", lambda q, plain: noted.append(plain))
    monkeypatch.setenv(RECORD_VARIABLE, "1")
    before = lines()
    assert ck.ask("crew.colour").state == "recorded"
    assert ck.ask("crew.colour", "grey").state == "recorded"
    assert ck.ask("crew.colour", "green").state == "recorded"
    assert noted == ["grey", None] and lines() == before


def test_a_guess_is_held_against_the_truth(company: Case, lang: str) -> None:
    assert repr(guess("crew.guess", truth=...)) == language.text("guess-waits")
    assert language.percent(0.384) in repr(guess("crew.guess", truth=0.384))
    # Run before a guess was made: how to make one, and the truth.
    untouched = repr(guess("crew.guess", truth=0.384))
    assert untouched == language.text("guess-none", truth=language.percent(0.384))
    assert {"ru": "в карточку выше", "en": "on the card above"}[lang] in untouched
    card = guess("crew.guess")
    assert isinstance(card, Card) and not card.view["judged"]
    card.do({"do": "enter", "answer": "50"})
    told = repr(guess("crew.guess", truth=0.384))
    assert told == language.text(
        "guess-told", guess=language.percent(0.5), truth=language.percent(0.384)
    )
    assert repr(guess("crew.guess", 38, truth=0.384)) == language.text(
        "guess-met", guess=language.percent(0.38), truth=""
    )
    with pytest.raises(QuestionError, match=r"crew\.size"):
        guess("crew.size")


def test_the_board_of_opinions_tells_the_data_when_all_are_judged(company: Case, lang: str) -> None:
    assert not opinions().told and all(not row.bet for row in opinions().rows)
    ck.ask("opinions.bet").do({"do": "enter", "answer": {"costs": "right"}})
    ck.ask("opinions.costs", "wrong")
    board = opinions()
    assert [(row.name, row.bet, row.judgement) for row in board.rows] == [
        ("costs", "right", "wrong"),
        ("hunting", "", ""),
    ]
    assert not board.told and language.text("opinions-left", count=1) in repr(board)
    ck.ask("opinions.hunting", "right")
    board = opinions()
    assert [row.truth for row in board.rows] == ["wrong", "partly"]
    assert "<table>" in board._repr_html_() and language.text("opinions-all") in repr(board)


def test_the_board_says_that_another_reading_can_be_defended(
    company: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    ck.ask("opinions.costs", "partly")
    ck.ask("opinions.hunting", "partly")
    plain = [row.truth for row in opinions().rows]
    accepted = Verdict("opinions.costs", "correct", "")
    monkeypatch.setattr("casekit.cards.meeting.judge", lambda question, own: accepted)
    told = [row.truth for row in opinions().rows]
    assert told[0] == language.text("opinions-truth-too", right=plain[0], own="partly")
    # Who judged as the data do needs no second reading.
    assert told[1] == plain[1] == "partly"


def test_opinions_of_an_exam_tell_no_truth(exam: Case) -> None:
    for name in ("costs", "hunting"):
        ck.ask(f"opinions.{name}").do({"do": "enter", "answer": "wrong"})
    for board in (opinions(), opinions(tell=True)):
        assert all(row.judgement for row in board.rows) and not board.told
        assert not any(row.apart for row in board.rows)


def test_the_last_board_tells_every_opinion_and_marks_what_the_data_do_not_bear(
    company: Case, lang: str
) -> None:
    ck.ask("opinions.bet").do({"do": "enter", "answer": {"costs": "right"}})
    ck.ask("opinions.costs", "wrong")
    board = opinions(tell=True)
    assert [(row.truth, row.apart) for row in board.rows] == [
        ("wrong", ("bet",)),
        ("partly", ()),
    ]
    marked = language.text("opinions-apart", words="right")
    assert marked in repr(board) and marked in board._repr_html_()
    assert language.text("opinions-apart", words="wrong") not in repr(board)
    assert language.text("opinions-apart-note") in repr(board)
    assert language.text("opinions-apart-note") not in repr(opinions())
    # Nothing is left to be tested where the data have spoken.
    assert language.text("opinions-left-told", count=1) in repr(board)
    assert language.text("opinions-left", count=1) in repr(opinions())


def test_of_what_was_committed_the_first_counts(company: Case) -> None:
    made = [
        {"question": name, "company": "x", "answer": answer}
        for name, answer in ((COMMITTED, 1), (COMMITTED, 2), ("crew.size", 3), ("crew.size", 4))
    ]
    assert counting(made, "x") == {COMMITTED: 1, "crew.size": 4}
    assert counting(made, "y") == {}


def test_a_locked_file_is_told_and_the_answer_stays(
    company: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    card = ck.ask("crew.colour")
    monkeypatch.setattr("casekit.questions.answers_file.append_line", refused)
    card.do({"do": "check", "answer": "blue"})
    assert card.view["lost"] and not card.view["kept"] and state_of(card)[0] == "correct"
    monkeypatch.undo()


def test_a_card_keeps_the_language_it_was_made_in(company: Case) -> None:
    with language.using("ru"):
        card = ck.ask("crew.colour")
    card.do({"do": "check", "answer": "red"})
    assert card.view["labels"]["check"] == language.text("card-check", lang="ru")


def test_a_card_of_a_plan_looks_at_what_the_board_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    name = next((name for name, question in QUESTIONS.items() if question.kind == "plan"), "")
    assert name, "the bank asks for no plan"
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / "my_progress.jsonl"))
    monkeypatch.chdir(tmp_path)
    company = load_case(ROOT / "data").digest
    card = ck.ask(name)
    card.do({"do": "check", "answer": {"reason": "typed by nobody"}})
    assert card.view["plan"] == [language.text("card-plan-none")] and not lines()
    plan = ck.Plan({"all": {"expansion": +2, "retention": -2}})
    answer = {"plan": plan.to_plain(), "reason": "The next hour pays most there."}
    AnswersFile().add(answer_line(name, {**answer, "after_optimum": False}, company))
    card.do({"do": "enter"})
    assert card.answer == answer and card.view["plan"][1] == answer["reason"]
    card.do({"do": "check"})
    state = "partial" if QUESTIONS[name].attainable else "correct"
    assert card.verdict is not None and card.verdict.state == state
    assert language.text("verdict-plan-limits") in card.verdict.message
    assert len(lines()) == 1
    assert answer["reason"] in repr(ck.ask(name))


def test_a_part_typed_beside_a_per_cent_sign_is_per_cent(company: Case, lang: str) -> None:
    card = ck.ask("crew.table")
    assert card.view["unit"] == "%"
    for typed, meant in (("0,5", 0.005), ("0.5", 0.005), ("25", 0.25), ("25 %", 0.25), ("1", 0.01)):
        card.do({"do": "enter", "answer": {"north": typed}})
        assert card.answer == {"north": pytest.approx(meant)}
    # What the notebook says is read as a check reads it.
    again = ck.ask("crew.table", {"north": 0.25, "south": 75})
    assert again.answer == {"north": 0.25, "south": 0.75}
    assert again.view["answer"]["north"] == "25"


def test_no_sentence_about_an_answer_ends_twice(lang: str) -> None:
    for unit in ("months", "points", "hours", "krub", "share", "krub_per_hour", "count"):
        for value in (1.0, 2.0, 5.0, 2.5, 0.03):
            told = told_number(value, unit, 1)
            assert not told.endswith("."), told
            assert ".." not in language.text("card-own", answer=told)
    expected = {
        "en": ["1 month", "2 months", "5 months"],
        "ru": ["1 месяц", "2 месяца", "5 месяцев"],
    }
    assert [told_number(float(n), "months", 0) for n in (1, 2, 5)] == expected[lang]


def test_words_show_an_order_as_it_was_made(company: Case) -> None:
    made = ["pink", "grey", "blue", "red"]
    shown = repr(ck.ask("crew.order", made)).splitlines()[1:5]
    assert [line.split()[2] for line in shown] == made


def test_a_text_without_points_promises_no_reader(company: Case, lang: str) -> None:
    question = replace(QUESTIONS["crew.letter"], points=0.0, criterion="")
    assert judge(question, "Dear all").message == language.text("verdict-text-unread")
    assert judge(QUESTIONS["crew.letter"], "Dear all").message == language.text("verdict-text-kept")
