"""The room's affairs: a pure fold; agenda, steps, plans and rounds."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from room_made import (
    ALL_WRONG,
    FOUNDING,
    PLAN,
    Room,
    canary,
    said,
    stored,
    two_teams,
    views,
)

from casekit.errors import InvalidArgument, WorkplaceError
from casekit.model import Plan
from casekit.questions.answers_file import COMMITTED, FORECAST
from casekit.room.course.affairs import Affairs
from casekit.room.course.agenda import LENGTHS, STEPS, agenda_of, round_step
from casekit.room.course.deeds import FACILITATOR, RoomDeed, begin_deed, read_message
from casekit.room.course.folding import fold
from casekit.room.course.names import same_as
from casekit.room.course.teams import plan_of
from casekit.room.views.facilitating import facilitator_view
from casekit.room.views.known import KnownSoFar
from casekit.room.views.scripted import Scripted


@pytest.fixture
def room() -> Room:
    return two_teams()


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


# Steps and their clock


def test_steps_left_out_leave_minutes_free_that_another_may_be_given() -> None:
    room = two_teams()
    room.say(FACILITATOR, "agenda", minutes=180, without=["audit", "averages"])
    assert room.affairs.agenda.planned == 180 - 12 - 13
    room.say(FACILITATOR, "agenda", minutes=180, without=["audit"], lasts={"board": 45, "bet": 10})
    agenda = room.affairs.agenda
    assert agenda.minutes_of("board") == 45 and agenda.planned == 180 - 12 + 20
    # Ten minutes is what a bet takes anyhow; the clock is set by the agenda.
    assert dict(agenda.lasts) == {"board": 45}
    room.go("board")
    assert room.affairs.ends_ms - room.deeds[-1].at_ms == 45 * 60_000
    # The other length has its own minutes.
    room.say(FACILITATOR, "agenda", minutes=90)
    assert room.affairs.agenda.planned == 90
    assert fold(stored(room.deeds)) == room.affairs


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
    planned = room.affairs.agenda.planned
    room.say(FACILITATOR, "minutes", add=5)
    assert room.affairs.agenda.planned == planned + 5
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


def test_a_round_is_played_by_the_teams_of_its_moment_with_what_they_committed(
    room: Room,
) -> None:
    room.go("commit")
    room.enter("p1", "t1", 1)
    room.say(FACILITATOR, "play", round=1)
    room.say("p4", "join", name="Late", team="Latecomers")
    room.say(FACILITATOR, "remove", team="t2")
    room.say(FACILITATOR, "play", round=2)
    first, second = (room.affairs.played[number].plans for number in (1, 2))
    assert first == {"t1": PLAN, "t2": None}
    assert second == {"t1": None, "t3": None}
    assert plan_of(first["t1"]) == Plan({"all": {"service": -4}})
    assert plan_of(first["t2"]) is None


def test_a_round_played_again_takes_later_ones_back(room: Room) -> None:
    room.say(FACILITATOR, "play", round=1)
    room.go("decide_2")
    room.enter("p1", "t1", 2)
    room.say(FACILITATOR, "play", round=2)
    for number in (1, 2):
        assert room.refuses(FACILITATOR, "play", round=number) == "room-played"
    room.go("commit")
    assert room.refuses_entry("p1", "t1", 1) == "room-commit-shut"
    room.say(FACILITATOR, "open")
    room.enter("p1", "t1", 1)
    assert room.affairs.played[1].plans["t1"] is None
    view = facilitator_view(room.affairs, KnownSoFar("₽", "T"), "en", 0, ())
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
