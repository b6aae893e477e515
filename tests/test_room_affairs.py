"""The room's affairs: a pure fold, where each does only his own, and nothing is told too early."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit import language
from casekit.errors import CasekitError, InvalidArgument, WorkplaceError
from casekit.questions.answers_file import COMMITTED, FORECAST
from casekit.questions.bank import QUESTIONS
from casekit.room.affairs import MOST_PEOPLE, MOST_TEAMS, Affairs, Founding
from casekit.room.agenda import LENGTHS, STEPS, Agenda, agenda_of, round_step
from casekit.room.board_lines import board_deed
from casekit.room.deeds import FACILITATOR, RoomDeed, begin_deed, read_message
from casekit.room.facilitating import facilitator_view
from casekit.room.folding import apply, fold
from casekit.room.known import Known
from casekit.room.names import CODE_LETTERS, clean_code, clean_name, new_code, same_as
from casekit.room.scripted import Scripted
from casekit.room.shown import person_view, screen_view
from casekit.room.votes import OPINIONS_BET

#: What may be told to nobody, or to nobody yet: found in a view, it has leaked.
LUCK, SEED, TRUTH = "918273645546372819", "777000777", "canary-of-the-truth"
FOUNDING = Founding("canary-digest", (SEED, "B"), LUCK, "CAFE47", "canary-token", "canary-screen")
ROWS = QUESTIONS[OPINIONS_BET].items
ALL_WRONG = dict.fromkeys(ROWS, "wrong")
PLAN = {"version": 1, "moves": [{"scope": "all", "from_month": 1, "hours": {"service": -4.0}}]}


class Room(Scripted):
    """A room in which a test does what it likes."""

    def __init__(self, agenda: Agenda | None = None) -> None:
        super().__init__()
        self.deeds = [begin_deed(FOUNDING, agenda or agenda_of(180), self.deeds[0].at_ms)]
        self.affairs = apply(None, self.deeds[0])

    def go(self, step: str) -> None:
        self.say(FACILITATOR, "go", step=step)

    def enter(
        self, person: str, team: str, number: int, question: str = COMMITTED, **answer: Any
    ) -> None:
        full = {"plan": PLAN, "reason": "why not", **answer}
        if question == FORECAST:
            full |= {
                "profit_nine_months_krub": [0.0, 1.0, 2.0],
                "margin_month_nine_krub": [0.0, 1.0, 2.0],
            }
        line = {"question": question, "company": "digest", "answer": full}
        self.do(board_deed(person, team, number, line, self.now_ms))

    def refuses(self, *what: Any, **facts: Any) -> str:
        """Key of the refusal of what a browser asks for; the affairs stay as they are."""
        before = self.affairs
        with pytest.raises(InvalidArgument) as refusal:
            self.say(*what, **facts)
        assert self.affairs is before
        return said(refusal.value)

    def refuses_entry(self, *what: Any, **answer: Any) -> str:
        with pytest.raises(InvalidArgument) as refusal:
            self.enter(*what, **answer)
        return said(refusal.value)


@pytest.fixture
def room() -> Room:
    """A room with two teams, two people in the first, and one step gone."""
    room = Room()
    room.say("p1", "join", name="Анна", team="Север")
    room.say("p2", "join", name="Boris", code=room.affairs.teams["t1"].code)
    room.say("p3", "join", name="Li", team="South")
    return room


def said(error: CasekitError) -> str:
    """Key of an error that both languages can say with its facts."""
    for lang in language.LANGUAGES:
        with language.using(lang):
            assert "{ $" not in str(error)
            assert error.key not in str(error)
    return error.key


def stored(deeds: list[RoomDeed]) -> list[RoomDeed]:
    """Deeds as a file gives them back."""
    return [replace(deed, facts=json.loads(json.dumps(deed.facts))) for deed in deeds]


# The agenda


@pytest.mark.parametrize("minutes", LENGTHS)
def test_planned_minutes_fill_the_workshop(minutes: int) -> None:
    agenda = agenda_of(minutes)
    assert sum(agenda.minutes_of(step) for step in agenda.steps) == minutes


@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_can_be_left_out_together_with_what_needs_it(minutes: int, step: str) -> None:
    without = [step]
    needs = {
        "round_1": ("decide_2", "round_2", "decide_3", "round_3"),
        "round_2": ("decide_2", "decide_3", "round_3"),
        "round_3": ("decide_3",),
    }
    for other in needs.get(step, ()) if minutes == 180 else ():
        with pytest.raises(InvalidArgument) as refusal:
            agenda_of(minutes, without)
        assert said(refusal.value) == "room-agenda-needs"
        without.append(other)
    agenda = agenda_of(minutes, without)
    assert not set(without) & set(agenda.steps)
    assert set(agenda.steps) | set(without) >= set(agenda_of(minutes).steps)


def test_a_plan_is_committed_at_the_board_where_that_step_is_left_out() -> None:
    assert agenda_of(90).commits_for("board") is None
    assert agenda_of(90, ["commit"]).commits_for("board") == 1
    assert agenda_of(90, ["commit", "round_1"]).commits_for("board") is None
    with pytest.raises(InvalidArgument) as refusal:
        agenda_of(90, ["commit", "board"])
    assert said(refusal.value) == "room-agenda-needs"


# The fold


def test_replay_is_the_same_as_live_and_nothing_earlier_changes() -> None:
    script = Scripted()
    states: list[tuple[Affairs, Affairs]] = []
    for _ in script.moments():
        states.append((script.affairs, copy.deepcopy(script.affairs)))
    assert all(state == copied for state, copied in states)
    assert fold(stored(script.deeds)) == script.affairs
    assert script.affairs.finished
    assert sorted(script.affairs.played) == [1, 2, 3]


def test_what_is_no_rooms_log_is_said_and_not_a_traceback() -> None:
    good = begin_deed(FOUNDING, agenda_of(90), 1)
    impossible = RoomDeed("p1", "bet", {"answers": ALL_WRONG}, 2, "d1")
    strange = RoomDeed("p1", "vote", {"choice": "x"}, 2, "d1")
    for deeds, key in (
        ([], "room-file-empty"),
        ([impossible], "room-file-deed"),
        ([good, impossible], "room-file-deed"),
        ([good, strange], "room-file-deed"),
        ([good, good], "room-file-deed"),
    ):
        with pytest.raises(WorkplaceError) as refusal:
            fold(deeds)
        assert said(refusal.value) == key


PERSONS = st.sampled_from(["p1", "p2", "p3", "p4", FACILITATOR])
NUMBERS = st.integers(0, 4)
MESSAGES = st.one_of(
    st.builds(
        lambda name, team: {"do": "join", "name": name, "team": team},
        st.sampled_from(["A", "Б", "  ", "x" * 60]),
        st.sampled_from(["North", "north ", "СЕВЕР", "Север"]),
    ),
    st.builds(lambda place: {"do": "join", "name": "J", "code": place}, NUMBERS),
    st.builds(lambda option: {"do": "bet", "answers": {"costs": option}},
              st.sampled_from(["right", "wrong", "never"])),
    st.builds(lambda exhibit: {"do": "vote", "exhibit": exhibit, "choice": "45_60"},
              st.sampled_from(["audit", "averages"])),
    st.builds(lambda team, number: {"enter": COMMITTED, "team": f"t{team}", "round": number},
              NUMBERS, NUMBERS),
    st.builds(lambda team, number: {"enter": FORECAST, "team": f"t{team}", "round": number},
              NUMBERS, NUMBERS),
    st.builds(lambda step: {"do": "go", "step": step}, st.sampled_from(STEPS)),
    st.sampled_from([{"do": "close"}, {"do": "open"}, {"do": "finish"}]),
    st.builds(lambda add: {"do": "minutes", "add": add}, st.integers(-200, 200)),
    st.builds(lambda team: {"do": "remove", "team": f"t{team}"}, NUMBERS),
    st.builds(lambda person: {"do": "remove", "person": f"p{person}"}, NUMBERS),
    st.builds(lambda team, name: {"do": "rename", "team": f"t{team}", "name": name},
              NUMBERS, st.sampled_from(["North", "South"])),
    st.builds(lambda number: {"do": "play", "round": number}, NUMBERS),
    st.builds(lambda number, kinds: {"do": "events", "round": number, "kinds": kinds},
              NUMBERS, st.sampled_from([None, [], ["departure"], ["flood"]])),
    st.builds(lambda minutes, step: {"do": "agenda", "minutes": minutes, "without": [step]},
              st.sampled_from([90, 180, 60]), st.sampled_from(STEPS)),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PERSONS, MESSAGES), max_size=40))
def test_whatever_is_asked_is_done_or_refused_in_words(asked: list[tuple[str, Any]]) -> None:
    room = Room()
    for by, message in asked:
        before = room.affairs
        try:
            if "enter" in message:
                room.enter(by, message["team"], message["round"], message["enter"])
                continue
            codes = [team.code for team in room.affairs.teams.values()]
            if isinstance(message.get("code"), int):
                code = codes[message["code"]] if message["code"] < len(codes) else "AAAAAA"
                message = {**message, "code": code}
            room.say(by, **message)
        except InvalidArgument as refusal:
            said(refusal)
            assert room.affairs is before
    affairs = room.affairs
    assert fold(stored(room.deeds)) == affairs
    assert affairs.number == len(room.deeds)
    names = [same_as(team.name) for team in affairs.standing_teams.values()]
    assert len(set(names)) == len(names)
    assert {guest.team for guest in affairs.people.values()} <= {None, *affairs.standing_teams}
    assert sorted(affairs.played) == list(range(1, len(affairs.played) + 1))
    assert affairs.step in affairs.agenda.steps
    assert {round_step(number) for number in affairs.played} <= set(affairs.agenda.steps)
    for moment in views(affairs, canary(affairs)):
        json.dumps(moment, allow_nan=False)


def test_a_message_sent_again_is_done_once(room: Room) -> None:
    room.go("bet")
    message = {"do": "bet", "id": "same", "answers": ALL_WRONG}
    deed = read_message(message, "p1", 5)
    assert not room.affairs.did("p1", "same")
    room.do(deed)
    once = room.affairs
    assert once.did("p1", "same")
    assert not once.did("p2", "same")
    room.say("p1", "bet", answers={"costs": "right"})
    room.do(deed)
    assert room.affairs.bets["bet"]["p1"]["costs"] == "right"
    assert fold(stored(room.deeds)).did("p1", "same")


# People and teams


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
    view = screen_view(room.affairs, Known("₽", "T"), "en", 0, ())
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


# Steps and their clock


def test_a_step_gone_back_to_is_shown_shut_until_it_is_opened_again(room: Room) -> None:
    room.go("bet")
    room.say("p1", "bet", answers=ALL_WRONG)
    room.go("audit")
    assert room.refuses("p1", "bet", answers={"costs": "right"}) == "room-shut"
    room.go("bet")
    assert not room.affairs.open
    assert room.refuses("p1", "bet", answers={"costs": "right"}) == "room-shut"
    room.say(FACILITATOR, "open")
    room.say("p1", "bet", answers={"costs": "right"})
    assert room.affairs.bets["bet"]["p1"] == {**ALL_WRONG, "costs": "right"}
    room.say(FACILITATOR, "agenda", minutes=90, without=["audit"])
    assert room.refuses(FACILITATOR, "go", step="audit") == "room-step-left-out"
    assert room.refuses(FACILITATOR, "agenda", minutes=90, without=["bet"]) == "room-agenda-now"


def test_the_clock_begins_with_a_step_and_nothing_closes_by_itself(room: Room) -> None:
    assert room.affairs.ends_ms is None
    at = room.now_ms
    room.go("bet")
    assert room.affairs.ends_ms == at + 10 * 60_000
    room.say(FACILITATOR, "minutes", add=5)
    assert room.affairs.ends_ms == at + 15 * 60_000
    late = read_message({"do": "minutes", "id": "x", "add": 5}, FACILITATOR, at + 60 * 60_000)
    room.do(late)
    assert room.affairs.open
    assert room.affairs.ends_ms == at + 65 * 60_000
    none = read_message({"do": "minutes", "id": "y", "add": -120}, FACILITATOR, at + 61 * 60_000)
    room.do(none)
    assert room.affairs.ends_ms == at + 61 * 60_000


def test_a_finished_workshop_takes_nothing_until_a_step_is_opened(room: Room) -> None:
    room.go("bet")
    room.say(FACILITATOR, "finish")
    assert room.refuses("p1", "bet", answers=ALL_WRONG) == "room-finished"
    assert room.refuses("p4", "join", name="Z", team="New") == "room-finished"
    room.say(FACILITATOR, "open")
    room.say("p1", "bet", answers=ALL_WRONG)


# Plans and rounds


def test_a_plan_is_taken_in_its_step_alone_and_the_last_counts(room: Room) -> None:
    other = {"version": 1, "moves": []}
    for step in ("board", "vote"):
        room.go(step)
        assert room.refuses_entry("p1", "t1", 1) == "room-commit-shut"
    room.go("commit")
    assert room.refuses_entry("p1", "t1", 1, FORECAST) == "room-forecast-first"
    assert room.refuses_entry("p1", "t1", 2) == "room-commit-shut"
    room.enter("p1", "t1", 1)
    room.enter("p2", "t1", 1, FORECAST)
    assert room.affairs.teams["t1"].forecast_is_of_plan(1)
    room.enter("p2", "t1", 1, plan=other)
    assert not room.affairs.teams["t1"].forecast_is_of_plan(1)
    room.say(FACILITATOR, "close")
    assert room.refuses_entry("p1", "t1", 1) == "room-commit-shut"
    room.say(FACILITATOR, "play", round=1)
    played = room.affairs.played[1]
    assert played.plans == {"t1": other, "t2": None}
    assert set(played.forecasts) == {"t1"}
    assert room.affairs.step == "round_1"
    assert [line["question"] for line in room.affairs.lines("t1", 1)] == [
        COMMITTED, FORECAST, COMMITTED,
    ]  # fmt: skip


def test_rounds_come_in_their_order_with_the_events_that_were_chosen(room: Room) -> None:
    assert room.refuses(FACILITATOR, "play", round=2) == "room-round-before"
    room.go("decide_2")
    assert room.refuses_entry("p1", "t1", 2) == "room-round-before"
    room.say(FACILITATOR, "events", round=1, kinds=["no_technicians", "departure"])
    room.say(FACILITATOR, "events", round=2, kinds=[])
    room.say(FACILITATOR, "events", round=2, kinds=None)
    room.say(FACILITATOR, "play", round=1)
    room.say(FACILITATOR, "play", round=2)
    assert room.affairs.played[1].kinds == ("departure", "no_technicians")
    assert room.affairs.played[2].kinds is None
    assert room.refuses(FACILITATOR, "events", round=1, kinds=None) == "room-events-late"
    assert room.refuses(FACILITATOR, "agenda", minutes=90) == "room-agenda-now"
    short = Room(agenda_of(90))
    assert short.refuses(FACILITATOR, "play", round=2) == "room-round-left-out"
    assert short.refuses(FACILITATOR, "play", round=1) == "room-nobody"


def test_a_team_that_came_late_or_committed_nothing_went_on_as_it_was(room: Room) -> None:
    room.go("commit")
    room.enter("p1", "t1", 1)
    room.say(FACILITATOR, "play", round=1)
    room.say("p4", "join", name="Late", team="Latecomers")
    assert [set(plans) for plans in room.affairs.plans_played()] == [{"t1", "t2"}]
    room.say(FACILITATOR, "remove", team="t2")
    room.say(FACILITATOR, "play", round=2)
    first, second = room.affairs.plans_played()
    assert set(first) == set(second) == {"t1", "t3"}
    assert first["t1"] is not None
    assert first["t1"].to_plain() == PLAN
    assert first["t3"] is second["t1"] is second["t3"] is None


def test_a_round_played_again_takes_later_ones_back(room: Room) -> None:
    room.say(FACILITATOR, "play", round=1)
    room.go("decide_2")
    room.enter("p1", "t1", 2)
    room.say(FACILITATOR, "play", round=2)
    room.go("commit")
    assert room.refuses_entry("p1", "t1", 1) == "room-commit-shut"
    room.say(FACILITATOR, "open")
    room.enter("p1", "t1", 1)
    assert room.affairs.played[1].plans["t1"] is None
    view = facilitator_view(room.affairs, Known("₽", "T"), "en", 0, ())
    assert "room-note-play-again" in [note["key"] for note in view["notes"]]
    assert view["teams"][0]["committed"]["late"] == "results"
    room.say(FACILITATOR, "play", round=1)
    assert sorted(room.affairs.played) == [1]
    assert room.affairs.played[1].plans["t1"] == PLAN
    assert room.affairs.lines("t1", 2) == []
    room.go("decide_2")
    assert room.affairs.open


def test_after_the_reveal_no_bets_and_plans_bear_a_mark(room: Room) -> None:
    room.go("reveal")
    room.go("vote")
    assert room.refuses("p1", "bet", answers=ALL_WRONG) == "room-after-reveal"
    room.go("commit")
    room.enter("p1", "t1", 1)
    committed = room.affairs.teams["t1"].committed(1)
    assert committed is not None
    assert committed.late == "reveal"


# What is told, and to whom


def canary(affairs: Affairs) -> Known:
    """What a server may know, with what may not be told yet marked."""
    team = {
        "profit": {"gain": 1.0}, "hours": {"before": {"retention": 1.0}, "after": {}},
    }  # fmt: skip
    results = {
        number: {name: {**team, "own": f"only-for-{name}"} for name in played.plans}
        for number, played in affairs.played.items()
    }
    rows = [{"team": name, "gain_krub": 1.0, "share": 0.5} for name in affairs.teams]
    reveal = {
        "attainable_krub": TRUTH, "teams": rows,
        "opinions": [{"code": row, "truth": TRUTH} for row in ROWS],
    }  # fmt: skip
    pictures = {name: {"src": f"/{name}.svg", "alt": name} for name in ("audit", "averages")}
    return Known(
        "₽", "Tarvelis", pictures, {"audit": "30_45", "averages": "unsaid"}, results, rows, rows,
        reveal,
    )  # fmt: skip


def views(affairs: Affairs, known: Known) -> Iterator[dict[str, Any]]:
    """Views of everybody, a newcomer among them."""
    everybody = set(affairs.people)
    yield screen_view(affairs, known, "ru", 1, everybody)
    yield facilitator_view(affairs, known, "en", 1, everybody)
    for person in (*affairs.people, "nobody"):
        yield person_view(affairs, known, person, "ru", 1, everybody)


def test_over_a_whole_workshop_nothing_is_told_that_may_not_be() -> None:
    room = Room()
    room.say(FACILITATOR, "events", round=1, kinds=["departure"])
    seen: dict[str, set[str]] = {}
    for moment in room.moments():
        affairs, known = room.affairs, canary(room.affairs)
        for view in views(affairs, known):
            text = json.dumps(view, ensure_ascii=False)
            role = view["role"]
            seen.setdefault(role, set()).add(moment)
            for secret in (LUCK, SEED, "canary-"):
                if secret != "canary-" or affairs.step != "reveal":
                    assert secret not in text, (moment, role)
            told = affairs.step == "reveal" and (role != "person" or view["team"])
            assert (TRUTH in text) == bool(told), (moment, role)
            if role != "facilitator":
                # What the facilitator chose, and ids, which a page needs to remove somebody.
                assert '"events"' not in text
                assert not any(f'"{person}"' in text for person in affairs.people)
            if role == "person":
                own = view["team"] and view["team"]["id"]
                for team_id, team in affairs.teams.items():
                    if team_id == own:
                        continue
                    assert f"only-for-{team_id}" not in text
                    assert team.code not in text
                    if team.committed(1) and own is None:
                        assert "Hours go where" not in text
                if own is None:
                    assert view["told"] == {}
                    assert view["ask"] is None
            if role == "screen":
                assert "only-for" not in text
                assert "Hours go where" not in text
    assert seen["person"] == seen["screen"] == seen["facilitator"]
    assert {"reveal", "round_3", "finished"} <= seen["person"]


def test_tallies_and_the_audits_picture_wait_until_the_step_is_shut(room: Room) -> None:
    def looks() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        known = canary(room.affairs)
        return (
            person_view(room.affairs, known, "p1", "en", 1, ()),
            screen_view(room.affairs, known, "en", 1, ()),
            facilitator_view(room.affairs, known, "en", 1, ()),
        )

    room.go("audit")
    room.say("p1", "vote", exhibit="audit", choice="30_45")
    person, screen, facilitator = looks()
    assert person["ask"]["choice"] == "30_45"
    assert person["ask"]["picture"] is screen["ask"]["picture"] is None
    assert person["told"]["tally"] is screen["told"]["tally"] is None
    assert facilitator["told"]["tally"]["truth"] is None
    assert screen["counts"]["voted"] == 1
    room.say(FACILITATOR, "close")
    person, screen, _ = looks()
    assert (
        person["ask"]["picture"]
        == screen["ask"]["picture"]
        == canary(room.affairs).pictures["audit"]
    )
    assert screen["told"]["tally"] == {
        "exhibit": "audit",
        "options": [
            {"code": "under_30", "count": 0}, {"code": "30_45", "count": 1},
            {"code": "45_60", "count": 0}, {"code": "over_60", "count": 0},
        ],
        "truth": "30_45",
    }  # fmt: skip
    room.go("averages")
    person, screen, _ = looks()
    assert person["ask"]["picture"]
    assert person["told"]["tally"] is None
    room.go("bet")
    room.say("p1", "bet", answers=ALL_WRONG)
    assert [look["told"]["opinions"] is None for look in looks()] == [True, True, False]
    room.say(FACILITATOR, "close")
    assert all(look["told"]["opinions"]["rows"][0]["after"] is None for look in looks())
    room.go("vote")
    assert [look["told"]["opinions"] is None for look in looks()] == [True, True, False]


def test_a_round_that_is_being_worked_out_is_said_to_be(room: Room) -> None:
    room.go("round_1")
    known = canary(room.affairs)
    ahead = person_view(room.affairs, known, "p1", "en", 1, ())
    assert ahead["told"]["round"] == {"round": 1, "state": "ahead"}
    room.say(FACILITATOR, "play", round=1)
    working = person_view(room.affairs, known, "p1", "en", 1, ())
    assert working["told"]["round"]["state"] == "working"
    assert working["told"]["result"] is working["told"]["leaders"] is None
    played = person_view(room.affairs, canary(room.affairs), "p1", "en", 1, ())
    assert played["told"]["round"]["state"] == "played"
    assert played["told"]["result"]["own"] == "only-for-t1"
    rows = played["told"]["leaders"]["rows"]
    assert [(row["team"], row.get("mine")) for row in rows] == [("Север", True), ("South", None)]


def test_the_facilitators_next_deed_leads_through_the_whole_workshop(room: Room) -> None:
    for minutes in LENGTHS:
        room = Room(agenda_of(minutes, ["bet"]))
        room.say("p1", "join", name="A", team="A")
        visited = [room.affairs.step]
        for _ in range(60):
            next_deed = facilitator_view(room.affairs, Known("₽", "T"), "en", 1, ())["next"]
            if next_deed is None:
                break
            room.say(FACILITATOR, **next_deed)
            if visited[-1] != room.affairs.step:
                visited.append(room.affairs.step)
        assert tuple(visited) == room.affairs.agenda.steps
        assert room.affairs.finished
        assert tuple(room.affairs.played) == room.affairs.agenda.rounds
