"""What is told in the room, to whom and when: nothing before its time, nothing of others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from room_made import (
    ALL_WRONG,
    FOUNDING,
    LUCK,
    SEED,
    TRUTH,
    Room,
    canary,
    two_teams,
    views,
)

from casekit.room.course.agenda import LENGTHS, agenda_of
from casekit.room.course.deeds import FACILITATOR
from casekit.room.views.facilitating import facilitator_view
from casekit.room.views.known import KnownSoFar
from casekit.room.views.recorded import as_lines, recorded
from casekit.room.views.shown import person_view, screen_view

#: What leaves the server never.
SECRETS = (LUCK, SEED, FOUNDING.company, FOUNDING.facilitator, FOUNDING.screen)


@pytest.fixture
def room() -> Room:
    return two_teams()


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
            for secret in SECRETS:
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


def test_a_team_sees_its_board_while_it_decides_and_the_last_round_above_it(room: Room) -> None:
    def seen() -> tuple[str | None, int | None]:
        known = canary(room.affairs)
        view = person_view(room.affairs, known, "p1", "en", 1, ())
        links = facilitator_view(room.affairs, known, "en", 1, ())["links"]
        home = view["team"]["home"], links["debrief"], links["table"]
        # What is taken home tells the truth.
        assert [link is not None for link in home] == [room.affairs.step == "reveal"] * 3
        told = view["told"]["round"]
        return view["team"]["board"], told and told["round"]

    looks = {"join": seen()}
    for step in room.affairs.agenda.steps[1:]:
        if step.startswith("round"):
            room.say(FACILITATOR, "play", round=int(step[-1]))
        else:
            room.go(step)
        looks[step] = seen()
    boards = dict.fromkeys(("board", "commit", "decide_2", "decide_3"), "/board/t1")
    rounds = {"round_1": 1, "decide_2": 1, "round_2": 2, "decide_3": 2, "round_3": 3}
    rounds |= {"vote": 3, "reveal": 3}
    assert looks == {
        step: (boards.get(step), rounds.get(step)) for step in room.affairs.agenda.steps
    }


def test_the_wall_says_how_far_each_team_is_and_hangs_no_picture_before_its_guess(
    room: Room,
) -> None:
    def wall() -> dict[str, Any]:
        return screen_view(room.affairs, canary(room.affairs), "en", 1, ())

    room.go("audit")
    room.say("p1", "vote", exhibit="audit", choice="30_45")
    far = [(team["name"], team["voted"], team["people"]) for team in wall()["teams"]]
    assert far == [("Север", 1, 2), ("South", 0, 1)]
    # The averages are still ahead; the audit's guess is made.
    room.go("board")
    assert [picture["alt"] for picture in wall()["exhibits"]] == ["audit"]
    room.go("averages")
    assert wall()["exhibits"] is None
    room.go("commit")
    room.enter("p1", "t1", 1)
    assert len(wall()["exhibits"]) == 2
    far = [(team["committed"], team["foretold"]) for team in wall()["teams"]]
    assert far == [(True, False), (False, False)]


def test_whoever_was_taken_out_is_told_so_until_joining_again(room: Room) -> None:
    def told() -> list[str | None]:
        known = canary(room.affairs)
        people = ("p1", "p2", "p3", "p9")
        return [person_view(room.affairs, known, p, "en", 1, ())["removed"] for p in people]

    assert told() == [None] * 4
    room.say(FACILITATOR, "remove", person="p1")
    room.say(FACILITATOR, "remove", team="t2")
    assert told() == ["person", None, "team", None]
    code = room.affairs.teams["t1"].code
    room.say("p1", "join", name="Анна", code=code)
    room.say("p3", "join", name="Li", team="South again")
    assert told() == [None] * 4


def test_the_facilitators_next_deed_leads_through_the_whole_workshop(room: Room) -> None:
    for minutes in LENGTHS:
        room = Room(agenda_of(minutes, ["bet"]))
        room.say("p1", "join", name="A", team="A")
        visited = [room.affairs.step]
        for _ in range(60):
            next_deed = facilitator_view(room.affairs, KnownSoFar("₽", "T"), "en", 1, ())["next"]
            if next_deed is None:
                break
            room.say(FACILITATOR, **next_deed)
            if visited[-1] != room.affairs.step:
                visited.append(room.affairs.step)
        assert tuple(visited) == room.affairs.agenda.steps
        assert room.affairs.finished
        assert tuple(room.affairs.played) == room.affairs.agenda.rounds


@pytest.mark.slow
def test_the_browsers_fixture_is_what_a_workshop_shows() -> None:
    root = Path(__file__).parents[1]
    fixture = root / "src" / "casekit" / "board" / "browser" / "fixture" / "room.json"
    # Made anew by `python -m casekit.room.views.recorded`, as CONTRIBUTING says.
    assert fixture.read_text(encoding="utf-8") == as_lines(recorded(root))
