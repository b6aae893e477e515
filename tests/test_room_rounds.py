"""Rounds of the room: one luck for all, decisions that carry on, and what is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

import casekit as ck
from casekit import language
from casekit.analysis import time_audit
from casekit.company.loading import read_company
from casekit.company.package import company_files
from casekit.errors import InvalidArgument
from casekit.grading.opinions import opinions_of
from casekit.model import Plan
from casekit.model.response.cycle import usual_hours
from casekit.room.course.affairs import Affairs, Founding
from casekit.room.course.agenda import agenda_of
from casekit.room.course.votes import OPTIONS
from casekit.room.outcome import rounds as module
from casekit.room.outcome.exhibits import Exhibits, right_option
from casekit.room.outcome.results import (
    CHANGES,
    MARGIN,
    PROFIT,
    against_forecast,
    gained,
    team_result,
)
from casekit.room.outcome.revealing import who_was_right
from casekit.room.outcome.rounds import MONTHS, Lived, Round, Rounds, number_of_round
from casekit.room.outcome.score import forecasters, leader_board
from casekit.room.views.knowing import with_reveal
from casekit.room.views.known import KnownSoFar
from casekit.world import World, draw_company
from casekit.world.carrying_on import carry_on
from casekit.world.drawn_events import EVENT_KINDS
from casekit.world.revealed import months_of

ROOT = Path(__file__).parents[1]
LUCK = str(2**120 + 31)
PLAN = Plan({"all": {"retention": -6, "expansion": +6}})
MORE = Plan({"all": {"admin": -3, "conversion": +3}})
#: Nobody leaves: means of hours are over the same people in each round.
KINDS = ("price_campaign", "no_technicians")


@pytest.fixture(scope="module")
def company() -> World:
    return draw_company(6, "C")


@pytest.fixture(scope="module")
def room(company: World) -> Rounds:
    """Three teams and two rounds: one decides twice, one once, one never."""
    made = Rounds(company, LUCK)
    made.play({"twice": PLAN, "once": PLAN, "never": None}, KINDS)
    made.play({"twice": MORE, "once": None, "never": Plan()}, KINDS)
    return made


def test_who_decides_alike_gets_alike_and_who_never_decides_is_left_alone(room: Rounds) -> None:
    first, second = room.played
    assert first.teams["twice"] == first.teams["once"]
    assert first.teams["once"] != first.left
    assert first.teams["never"] == first.left
    assert second.teams["never"] == second.left
    assert second.teams["twice"] != second.teams["once"]


def test_whoever_decides_nothing_anew_goes_on_with_the_hours_it_meant(room: Rounds) -> None:
    first, second = (played.teams["once"] for played in room.played)
    assert second.before == first.after == second.after
    assert second.old_profit_krub == second.profit_krub
    # The other team's gain by its second decision is held against its own first one.
    twice = room.played[1].teams["twice"]
    assert twice.old_profit_krub == second.profit_krub
    assert gained(twice) == pytest.approx(sum(twice.profit_krub) - sum(second.profit_krub))
    change = {name: twice.after[name] - twice.before[name] for name in ("admin", "conversion")}
    # Against today's hours as worked since, which wander around those meant.
    assert change == pytest.approx({"admin": -3.0, "conversion": +3.0}, abs=0.7)


def test_a_round_is_the_company_carried_on_with_the_rooms_number(
    company: World, room: Rounds
) -> None:
    events = Rounds(company, LUCK).events(KINDS)
    later = carry_on(company, PLAN, MONTHS, number_of_round(LUCK, 1), events)
    came = months_of(later, company.case.last_month)
    lived = room.played[0].teams["once"]
    assert list(lived.months) == came["month"]
    assert list(lived.profit_krub) == came["profit_krub"]
    assert list(lived.margin_krub) == came["margin_krub"]


def test_played_again_it_comes_out_the_same_and_with_another_number_otherwise(
    company: World, room: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However few companies are kept: those made anew are the same.
    monkeypatch.setattr(module, "MOST_WORLDS", 1)
    again = Rounds(company, LUCK)
    again.play({"never": None, "once": PLAN, "twice": PLAN}, KINDS)
    again.play({"twice": MORE, "never": None, "once": None}, KINDS)
    assert [each.teams for each in again.played] == [each.teams for each in room.played]
    assert [each.news for each in again.played] == [each.news for each in room.played]
    assert again.case("twice").digest == room.case("twice").digest
    other = Rounds(company, LUCK + "1").play({"once": PLAN}, KINDS)
    assert other.left != room.played[0].left


@pytest.mark.slow
def test_a_round_taken_back_can_be_played_otherwise(company: World, room: Rounds) -> None:
    made = Rounds(company, LUCK)
    made.play({"twice": PLAN, "once": PLAN, "never": None}, KINDS)
    made.play({"twice": PLAN, "once": PLAN, "never": None, "new": PLAN})
    made.forget()
    second = made.play({"twice": MORE, "once": None, "never": None}, KINDS)
    assert second == Round(**{**vars(room.played[1]), "plans": second.plans})
    assert made.case("new").digest == made.case("never").digest
    made.forget()
    made.forget()
    with pytest.raises(InvalidArgument, match=r"No round|раунд"):
        made.forget()


@pytest.mark.slow
def test_who_comes_later_begins_with_the_company_left_alone(company: World, room: Rounds) -> None:
    made = Rounds(company, LUCK)
    made.play({"once": PLAN}, KINDS)
    second = made.play({"once": None, "late": None}, KINDS)
    assert second.teams["late"] == second.left == room.played[1].left
    row = next(row for row in leader_board(made.played) if row["team"] == "late")
    assert row["by_round"] == [0.0, 0.0]


def test_events_are_the_chosen_kinds_and_hit_all_alike(company: World) -> None:
    made = Rounds(company, LUCK)
    played = made.play({"a": PLAN, "b": None}, kinds=["departure", "key_client_lost"])
    assert {event["kind"] for event in played.news} == {"departure", "key_client_lost"}
    lost = next(event for event in played.news if event["kind"] == "key_client_lost")
    for lived in (*played.teams.values(), played.left):
        now = {account: after for account, _, after in lived.clients}
        assert now[lost["account_id"]] == 0.0
    assert made.play({"a": None, "b": None}, kinds=[]).news == ()
    with pytest.raises(InvalidArgument):
        made.play({"a": PLAN}, kinds=["flood"])
    assert len(made.played) == 2


def test_hours_before_are_those_decided_on_though_somebody_leaves(company: World) -> None:
    lived = Rounds(company, LUCK).play({"a": PLAN}, kinds=["departure"]).teams["a"]
    today = usual_hours(company.truth.history.hours).mean(axis=0)
    assert list(lived.before.values()) == pytest.approx(list(today), abs=0.006)


def test_nobody_leaves_twice(company: World) -> None:
    """The same specialist would be drawn in every round, or one after another."""
    made = Rounds(company, LUCK)
    gone = [made.play({}, kinds=["departure"]).news[0]["rep_id"] for _ in range(3)]
    assert len(set(gone)) == 3


def test_kinds_by_number_are_two_of_all(company: World) -> None:
    drawn = {
        tuple(type(event) for event in Rounds(company, str(luck)).events()) for luck in range(40)
    }
    kinds = {kind for both in drawn for kind in both}
    assert all(len(both) == 2 for both in drawn)
    assert kinds == set(EVENT_KINDS.values())


@pytest.mark.slow
def test_a_teams_company_is_known_by_the_digest_of_its_files(room: Rounds, tmp_path: Path) -> None:
    for name, content in company_files(room.world("twice").tables).items():
        (tmp_path / name).write_bytes(content)
    read = read_company(tmp_path)
    assert read.digest == room.case("twice").digest
    assert read.last_month == room.played[-1].left.months[-1]


def test_a_result_tells_news_money_clients_and_hours(room: Rounds) -> None:
    played = room.played[0]
    case = room.case("once", 0)
    names = dict(zip(case.accounts["account_id"], case.accounts["name"], strict=True))
    with language.using("ru"):
        told = team_result(played, "once", None, case.label, names)
    lived = played.teams["once"]
    assert told["profit"]["gain"] == pytest.approx(
        sum(lived.profit_krub) - sum(played.left.profit_krub)
    )
    assert told["gained"] == told["profit"]["gain"]  # in the first round the old hours are today's
    assert [row["month"] for row in told["books"]] == told["months"] == list(lived.months)
    assert told["forecast"] is None and told["decided"]
    assert sum(told["counts"].values()) == len(lived.clients)
    assert {row["what"] for row in told["clients"]} <= set(CHANGES)
    assert all((row["krub"] > 0) == (row["what"] in ("won", "grew")) for row in told["clients"])
    # Names are the reader's.
    assert any(any("а" <= letter <= "я" for letter in row["name"]) for row in told["clients"])
    assert told["hours"]["after"]["expansion"] > told["hours"]["before"]["expansion"]
    assert not any("seed" in key or "luck" in key for key in told)


def test_a_forecast_is_held_against_what_came(room: Rounds) -> None:
    lived = room.played[0].teams["once"]
    came, margin = gained(lived), lived.margin_krub[-1]
    told = against_forecast(
        lived, {PROFIT: [came - 1, came, came + 1], MARGIN: [margin + 1, margin + 2, margin + 3]}
    )
    assert told is not None
    assert told["profit"]["held"] and not told["margin"]["held"]
    assert told["margin"]["came"] == pytest.approx(margin)
    for bad in ({}, None, {PROFIT: [3, 2, 1]}, {PROFIT: ["1", 2, 3]}, {PROFIT: [1, 2]}):
        assert against_forecast(lived, bad) is None  # type: ignore[arg-type]


def lived_with(profit: float, margin: float = 10.0) -> Lived:
    """A company that earned so much in its one month, and nothing by its old hours."""
    return Lived(("2026-07",), (margin,), (profit,), (0.0,), 0.0, {}, {}, ())


def played_with(profits: Mapping[str, float], left: float = 0.0, number: int = 1) -> Round:
    teams = {team: lived_with(profit) for team, profit in profits.items()}
    return Round(number, (), lived_with(left), teams, dict.fromkeys(teams), ())


def test_equal_gains_share_a_place() -> None:
    rounds = [
        played_with({"a": 5.0, "b": 8.0, "c": 1.0}, left=2.0),
        played_with({"a": 5.0, "b": 2.0, "c": 9.0}, left=1.0, number=2),
    ]
    rows = leader_board(rounds)
    assert [(row["team"], row["place"], row["profit_krub"]) for row in rows] == [
        ("a", 1, 7.0),
        ("b", 1, 7.0),
        ("c", 1, 7.0),
    ]
    ahead = leader_board(rounds[:1])
    assert [(row["team"], row["place"]) for row in ahead] == [("b", 1), ("a", 2), ("c", 3)]
    assert leader_board([]) == []


def test_neither_a_boundless_range_nor_a_narrow_miss_forecasts_best() -> None:
    rounds = [played_with({"sane": 10.0, "wide": 10.0, "narrow": 10.0, "silent": 10.0})]
    rows = forecasters(
        rounds,
        {
            "sane": [{PROFIT: [6, 9, 12]}],
            "wide": [{PROFIT: [-1000, 0, 1000], MARGIN: [0, 10, 1000]}],
            "narrow": [{PROFIT: [3, 3.5, 4]}],
        },
    )
    by_team = {row["team"]: row for row in rows}
    assert [row["team"] for row in rows] == ["sane", "narrow", "wide", "silent"]
    assert by_team["sane"]["score_krub"] == pytest.approx(6.0)
    assert by_team["narrow"]["score_krub"] == pytest.approx(1.0 + 10 * 6.0)
    assert (by_team["wide"]["held"], by_team["wide"]["of"]) == (2, 2)
    assert by_team["silent"]["place"] is None


def test_who_was_right_when() -> None:
    opinions = {"costs": {"right": ["partly"]}, "league": {"right": ["wrong", "partly"]}}
    before = {"a": {"costs": "right", "league": "partly"}, "b": {"costs": "partly"}}
    after = {"a": {"costs": "partly", "league": "right"}, "c": {"costs": "wrong"}}
    rows = {row["code"]: row for row in who_was_right(opinions, before, after)}
    assert set(rows) == {"costs", "hunting", "hour", "league", "service", "norm"}
    costs, league = rows["costs"], rows["league"]
    assert (costs["right_before"], costs["of_before"]) == (1, 2)
    assert (costs["right_after"], costs["of_after"]) == (1, 2)
    assert (costs["learned"], costs["unlearned"]) == (1, 0)
    assert costs["moved"] == {"right>partly": 1}
    # Another reading is right too.
    assert league["right_before"] == 1 and league["unlearned"] == 1
    assert rows["norm"]["truth"] is None and rows["norm"]["of_before"] == 0


def test_of_a_truth_one_sentence_is_told_and_no_notebook_named(lang: str) -> None:
    """The one-sentence ground has a figure of the company, and the rest nothing of it again."""
    case = ck.load_case(ROOT / "data")
    opinions = opinions_of(ROOT, case)
    affairs = Affairs(
        Founding(case.digest, None, LUCK, "CAFE47", "a", "b"), agenda_of(90), "reveal"
    )
    known = with_reveal(KnownSoFar("₽", "T"), affairs, {}, opinions, [], lang)
    notebook = {"en": "notebook", "ru": "блокнот"}[lang]
    for row in known.reveal["opinions"]:
        why, more = row["why"], row["more"] or ""
        assert f"{why} {more}".strip() == opinions[row["code"]]["why"][lang]
        assert why.endswith(".") and len(why) <= 210, why
        assert notebook not in (why + more).lower() and "{" not in why
        assert any(letter.isdigit() for letter in why), why


def test_exhibits_are_pictures_without_anything_from_outside_told_in_words() -> None:
    case = ck.load_case(ROOT / "data")
    drawn = Exhibits(case)
    names = {"ru": "удержание", "en": "retention"}
    for name in OPTIONS:
        for lang, word in names.items():
            picture = drawn.picture(name, lang)
            assert word in picture.alt and "\n" not in picture.alt
            assert picture.wide.svg != picture.narrow.svg
            for drawing in (picture.wide, picture.narrow):
                root = ElementTree.fromstring(drawing.svg)
                assert root.tag.endswith("}svg")
                tags = {each.tag.rpartition("}")[2] for each in root.iter()}
                assert not tags & {"script", "image", "text", "foreignObject"}
                links = [
                    each.get("{http://www.w3.org/1999/xlink}href", "#") for each in root.iter()
                ]
                assert all(link.startswith("#") for link in links)
                assert drawn.by_file(drawing.file) == drawing.svg
    assert Exhibits(case).picture("audit", "ru") == drawn.picture("audit", "ru")
    assert drawn.by_file("0" * 24 + ".svg") is None


def test_the_right_vote_at_the_audit_is_the_band_of_selling() -> None:
    case = ck.load_case(ROOT / "data")
    share = float(time_audit(case.reports).at["selling", "share"])
    ends = np.array([0.0, 0.30, 0.45, 0.60, 1.0])
    place = OPTIONS["audit"].index(right_option("audit", case))
    assert ends[place] <= share < ends[place + 1]
    assert right_option("averages", case) == "unsaid"
