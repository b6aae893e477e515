"""Who may do what in the room; names, teams, and messages that are none."""

from __future__ import annotations

from typing import Any

import pytest
from room_made import (
    ALL_WRONG,
    PLAN,
    Room,
    said,
    two_teams,
)

from casekit.errors import InvalidArgument
from casekit.questions.answers_file import COMMITTED, FORECAST
from casekit.room.course.affairs import MOST_PEOPLE, MOST_TEAMS
from casekit.room.course.agenda import STEPS
from casekit.room.course.board_lines import board_deed
from casekit.room.course.deeds import FACILITATOR, read_message
from casekit.room.course.names import CODE_LETTERS, clean_code, clean_name, new_code
from casekit.room.views.known import KnownSoFar
from casekit.room.views.shown import screen_view


@pytest.fixture
def room() -> Room:
    return two_teams()


# Names and codes


def test_names_are_cleaned_and_what_cannot_be_seen_is_refused() -> None:
    assert clean_name("  Анна \t из   Томска\n") == "Анна из Томска"
    assert clean_name("e\u0301") == "\u00e9"
    assert clean_name("<script>alert(1)</script>") == "<script>alert(1)</script>"
    for name, key in (
        ("", "room-name"), (" \t ", "room-name"), ("—!", "room-name"), (None, "room-name"),
        (7, "room-name"), ("\u3164\u3164", "room-name"), ("x" * 41, "room-name-long"),
        ("x" * 60_000, "room-name-long"), ("a\u202eb", "room-name-letters"),
        ("a\u200bb", "room-name-letters"), ("a\x00b", "room-name-letters"),
        ("a\ud800b", "room-name-letters"),
    ):  # fmt: skip
        with pytest.raises(InvalidArgument) as refusal:
            clean_name(name)
        assert said(refusal.value) == key


def test_codes_are_read_however_they_are_typed() -> None:
    assert clean_code(" cafe-47 ") == "CAFE47"
    # The same letters on a Russian keyboard.
    assert clean_code("САХ-Е47") == "CAXE47"
    assert set(new_code()) <= set(CODE_LETTERS)
    for code in ("", "CAFE4", "CAFE477", "CAFE40", None, ["CAFE47"], "x" * 60_000):
        with pytest.raises(InvalidArgument) as refusal:
            clean_code(code)
        assert said(refusal.value) == "room-code-shape"


# People and teams


def test_two_teams_have_two_names_and_a_removed_one_gives_its_name_back(room: Room) -> None:
    for name in ("Север", "север", " СЕВЕР "):
        assert room.refuses("p4", "join", name="Z", team=name) == "room-team-taken"
    assert room.refuses(FACILITATOR, "rename", team="t2", name="север") == "room-team-taken"
    room.say(FACILITATOR, "rename", team="t1", name="СЕВЕР")
    code = room.affairs.teams["t1"].code
    room.say(FACILITATOR, "remove", team="t1")
    assert room.affairs.team_of("p1") is room.affairs.team_of("p2") is None
    assert room.refuses("p1", "join", name="Анна", code=code) == "room-code"
    room.say("p1", "join", name="Анна", team="Север")
    assert room.affairs.team_of("p1") == "t3"
    assert room.refuses(FACILITATOR, "rename", team="t1", name="West") == "room-team-unknown"


def test_who_is_in_a_team_stays_there_and_may_change_his_name(room: Room) -> None:
    first, second = (team.code for team in room.affairs.teams.values())
    assert room.refuses("p1", "join", name="Анна", code=second) == "room-in-team"
    assert room.refuses("p1", "join", name="Анна", team="Third") == "room-in-team"
    room.say("p1", "join", name="Анна П.", code=first)
    assert room.affairs.people["p1"].name == "Анна П."
    room.say(FACILITATOR, "remove", person="p1")
    room.say("p1", "join", name="Анна", code=second)
    assert room.affairs.people_of("t2") == ["p3", "p1"]


def test_a_removed_persons_vote_counts_no_more(room: Room) -> None:
    room.go("bet")
    for person in ("p1", "p2", "p3"):
        room.say(person, "bet", answers=ALL_WRONG)
    room.say(FACILITATOR, "remove", person="p2")
    room.say(FACILITATOR, "close")
    view = screen_view(room.affairs, KnownSoFar("₽", "T"), "en", 0, ())
    assert view["counts"] | {"voted": 2, "people": 2} == view["counts"]
    assert view["told"]["opinions"]["rows"][0]["before"]["wrong"] == 2
    assert room.refuses(FACILITATOR, "remove", person="p2") == "room-person-unknown"


def test_a_room_that_is_full_says_so() -> None:
    room = Room()
    for number in range(MOST_TEAMS):
        room.say(f"a{number}", "join", name="A", team=f"Team {number}")
    assert room.refuses("late", "join", name="B", team="One more") == "room-teams-full"
    code = room.affairs.teams["t1"].code
    for number in range(MOST_PEOPLE - MOST_TEAMS):
        room.say(f"b{number}", "join", name="B", code=code)
    assert room.refuses("late", "join", name="B", code=code) == "room-people-full"
    room.say(FACILITATOR, "remove", person="b0")
    room.say("late", "join", name="B", code=code)


def test_doors_shut_with_the_step_of_joining_and_open_with_it(room: Room) -> None:
    code = room.affairs.teams["t1"].code
    room.say(FACILITATOR, "close")
    assert room.refuses("p4", "join", name="Late", code=code) == "room-doors-shut"
    room.go("bet")
    assert room.refuses("p4", "join", name="Late", code=code) == "room-doors-shut"
    room.go("join")
    assert room.refuses("p4", "join", name="Late", code=code) == "room-doors-shut"
    room.say(FACILITATOR, "open")
    room.go("bet")
    room.say("p4", "join", name="Late", code=code)


# Who may do what, and what is no message


def test_nobody_does_what_is_anothers(room: Room) -> None:
    for do, facts in (
        ("go", {"step": "reveal"}), ("close", {}), ("open", {}), ("minutes", {"add": 5}),
        ("rename", {"team": "t1", "name": "X"}), ("remove", {"team": "t2"}),
        ("events", {"round": 1, "kinds": []}), ("agenda", {"minutes": 90}),
        ("play", {"round": 1}), ("finish", {}),
    ):  # fmt: skip
        assert room.refuses("p1", do, **facts) == "room-not-yours"
    for do in ("join", "bet", "vote"):
        assert room.refuses(FACILITATOR, do) == "room-not-yours"
    for do in ("begin", "commit", "forecast", "__class__"):
        assert room.refuses("p1", do) == room.refuses(FACILITATOR, do) == "room-deed-unknown"
    room.go("commit")
    assert room.refuses_entry("p1", "t2", 1) == "room-not-your-team"
    assert room.refuses_entry("p9", "t1", 1) == "room-not-your-team"
    assert room.refuses_entry("p1", "t9", 1) == "room-team-unknown"
    assert room.refuses("p9", "bet", answers=ALL_WRONG) == "room-no-team"


RUBBISH: tuple[tuple[object, str], ...] = (
    (None, "room-no-deed"), ([], "room-no-deed"), ("go", "room-no-deed"),
    ({}, "room-deed-unknown"), ({"do": ["go"]}, "room-deed-unknown"),
    ({"do": 10**5000}, "room-deed-unknown"), ({"do": "close"}, "room-no-id"),
    ({"do": "close", "id": "a b"}, "room-no-id"), ({"do": "close", "id": "x" * 41}, "room-no-id"),
    ({"do": "close", "id": 1}, "room-no-id"),
    ({"do": "go", "id": "1"}, "room-step-unknown"),
    ({"do": "go", "id": "1", "step": {}}, "room-step-unknown"),
    ({"do": "minutes", "id": "1", "add": True}, "room-minutes-add"),
    ({"do": "minutes", "id": "1", "add": 0}, "room-minutes-add"),
    ({"do": "minutes", "id": "1", "add": 10**5000}, "room-minutes-add"),
    ({"do": "minutes", "id": "1", "add": float("nan")}, "room-minutes-add"),
    ({"do": "rename", "id": "1", "team": [], "name": "A"}, "room-team-unknown"),
    ({"do": "rename", "id": "1", "team": "t1", "name": "x" * 41}, "room-team-name-long"),
    ({"do": "remove", "id": "1"}, "room-person-unknown"),
    ({"do": "remove", "id": "1", "team": 3}, "room-team-unknown"),
    ({"do": "events", "id": "1", "round": 1, "kinds": "departure"}, "room-events"),
    ({"do": "events", "id": "1", "round": 1, "kinds": [[]]}, "room-events"),
    ({"do": "events", "id": "1", "round": 4, "kinds": []}, "room-round-unknown"),
    ({"do": "agenda", "id": "1", "minutes": 91}, "room-minutes"),
    ({"do": "agenda", "id": "1", "minutes": []}, "room-minutes"),
    ({"do": "agenda", "id": "1", "minutes": 90, "without": "join"}, "room-step-unknown"),
    ({"do": "agenda", "id": "1", "minutes": 90, "without": [{}]}, "room-step-unknown"),
    ({"do": "agenda", "id": "1", "minutes": 90, "without": ["x"]}, "room-step-unknown"),
    ({"do": "agenda", "id": "1", "minutes": 90, "without": list(STEPS)}, "room-agenda-empty"),
    ({"do": "agenda", "id": "1", "minutes": 90, "lasts": []}, "room-step-unknown"),
    ({"do": "agenda", "id": "1", "minutes": 90, "lasts": {"x": 5}}, "room-step-unknown"),
    ({"do": "agenda", "id": "1", "minutes": 90, "lasts": {"bet": 0}}, "room-step-minutes"),
    ({"do": "agenda", "id": "1", "minutes": 90, "lasts": {"bet": 10**5000}}, "room-step-minutes"),
    ({"do": "agenda", "id": "1", "minutes": 90, "lasts": {"bet": True}}, "room-step-minutes"),
    ({"do": "agenda", "id": "1", "minutes": 90, "lasts": {"bet": 5.0}}, "room-step-minutes"),
    ({"do": "play", "id": "1", "round": True}, "room-round-unknown"),
    ({"do": "play", "id": "1", "round": []}, "room-round-unknown"),
)  # fmt: skip
PEOPLES_RUBBISH: tuple[tuple[object, str], ...] = (
    ({"do": "join", "id": "1", "name": "A"}, "room-team-name"),
    ({"do": "join", "id": "1", "name": "A", "team": {}}, "room-team-name"),
    ({"do": "join", "id": "1", "name": "A", "code": 5}, "room-code-shape"),
    ({"do": "bet", "id": "1"}, "room-answers"),
    ({"do": "bet", "id": "1", "answers": []}, "room-answers"),
    ({"do": "bet", "id": "1", "answers": {}}, "room-answers"),
    ({"do": "bet", "id": "1", "answers": {"costs": []}}, "room-answer"),
    ({"do": "bet", "id": "1", "answers": {"x": "right"}}, "room-answer"),
    ({"do": "vote", "id": "1", "exhibit": []}, "room-exhibit"),
    ({"do": "vote", "id": "1", "exhibit": "audit", "choice": "unsaid"}, "room-answer"),
    ({"do": "vote", "id": "1", "exhibit": "audit", "choice": {}}, "room-answer"),
)  # fmt: skip


@pytest.mark.parametrize(("message", "key"), RUBBISH)
def test_rubbish_is_refused_in_words(message: object, key: str) -> None:
    with pytest.raises(InvalidArgument) as refusal:
        read_message(message, FACILITATOR, 0)
    assert said(refusal.value) == key


@pytest.mark.parametrize(("message", "key"), PEOPLES_RUBBISH)
def test_peoples_rubbish_is_refused_in_words(message: object, key: str) -> None:
    with pytest.raises(InvalidArgument) as refusal:
        read_message(message, "p1", 0)
    assert said(refusal.value) == key


@pytest.mark.parametrize(
    ("question", "answer", "key"),
    [
        ("other", {}, "room-line"), ([], {}, "room-line"), (COMMITTED, None, "room-line"),
        (COMMITTED, {"plan": PLAN}, "room-line"), (COMMITTED, {"reason": "x"}, "room-line"),
        (COMMITTED, {"plan": PLAN, "reason": " "}, "room-reason"),
        (COMMITTED, {"plan": PLAN, "reason": "x" * 401}, "room-reason-long"),
        (COMMITTED, {"plan": PLAN, "reason": "x", "more": "x" * 70_000}, "room-line-long"),
        (COMMITTED, {"plan": PLAN, "reason": "x", "more": float("nan")}, "room-line"),
        (FORECAST, {"profit_nine_months_krub": [0, 1, 2]}, "room-line"),
        (FORECAST, {"profit_nine_months_krub": [3, 1, 2]}, "room-range"),
        (FORECAST, {"profit_nine_months_krub": [1, 1, 1]}, "room-range"),
        (FORECAST, {"profit_nine_months_krub": [0, 1, float("inf")]}, "room-line"),
    ],
)  # fmt: skip
def test_what_is_no_plan_and_no_forecast_is_not_kept(question: Any, answer: Any, key: str) -> None:
    line = {"question": question, "company": "digest", "answer": answer}
    with pytest.raises(InvalidArgument) as refusal:
        board_deed("p1", "t1", 1, line, 0)
    assert said(refusal.value) == key
