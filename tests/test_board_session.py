"""The board without a widget: deeds and their errors, locks, the way back, and a blind commit."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from casekit import language
from casekit.board import attained as attained_room
from casekit.board import commitment as commitment_room
from casekit.board import deeds, session
from casekit.board.session import Session
from casekit.board.shared import SharedModel
from casekit.board.words import words_message
from casekit.company import ACTIVITIES, Case, load_case
from casekit.language import LANGUAGES
from casekit.model import (
    Comparison,
    Plan,
    benchmark_plan,
    best_norm,
    calibrate_history,
    calibrate_judgement,
    outlook,
    share_of_gain,
    untried,
)
from casekit.questions.answers_file import ANSWERS_FILE, COMMITTED, FORECAST, AnswersFile

CASE = load_case(Path(__file__).parents[1] / "data")
SHARED = SharedModel(CASE)
BASE = SHARED.base
TODAY = BASE.calibration.today_hours
JUDGED = [0, 60, 100, 130, 180]
FORECASTS = {
    "profit_low": -1500, "profit": 2000, "profit_high": 6000,
    "margin_low": 36_000, "margin": 37_500, "margin_high": 39_000,
}  # fmt: skip


class Reader:
    """A browser: asks with its own turns, and keeps all that it was told."""

    def __init__(self, folder: Path, shared: SharedModel = SHARED, **how: Any) -> None:
        self.session = Session(shared, AnswersFile(folder), "en", **how)
        self.told: list[dict[str, Any]] = []
        self.take(self.session.opening())

    def take(self, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        # What a browser can read: numbers that are none would end its JSON.
        json.dumps(messages, allow_nan=False)
        self.told += messages
        return messages

    def ask(self, do: str, **facts: Any) -> dict[str, Any]:
        """The view after a deed, or the error."""
        deed = {"do": do, "turn": self.session.turn + 1, **facts}
        found = self.take(self.session.answer(deed))
        return next(each for each in found if each["kind"] in ("view", "error"))

    def rest(self) -> list[dict[str, Any]]:
        """What is told once the hand rests."""
        slow = self.session.slow()
        return [] if slow is None else self.take(self.session.after_slow(slow, slow.work_out()))

    def last(self, kind: str) -> dict[str, Any]:
        return next(each for each in reversed(self.told) if each["kind"] == kind)

    def hours(self) -> np.ndarray:
        return self.session.desk.hours_of(self.session.plan)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def now(view: dict[str, Any]) -> dict[str, float]:
    return {row["activity"]: row["now"] for row in view["hours"]}


# Deeds that cannot be done

BAD: list[tuple[object, str]] = [
    (None, "deed-no-deed"),
    ([], "deed-no-deed"),
    ({}, "deed-unknown"),
    ({"do": "dance"}, "deed-unknown"),
    ({"do": ["move"]}, "deed-unknown"),
    ({"do": "undo", "turn": "1"}, "deed-turn"),
    ({"do": "undo", "turn": True}, "deed-turn"),
    ({"do": "move"}, "deed-activity"),
    ({"do": "move", "activity": "sleep", "hours": 3}, "deed-activity"),
    ({"do": "move", "activity": [], "hours": 3}, "deed-activity"),
    ({"do": "move", "activity": "admin"}, "deed-hours"),
    ({"do": "move", "activity": "admin", "hours": "18,5"}, "deed-hours"),
    ({"do": "move", "activity": "admin", "hours": float("nan")}, "deed-hours"),
    ({"do": "move", "activity": "admin", "hours": float("inf")}, "deed-hours"),
    ({"do": "move", "activity": "admin", "hours": True}, "deed-hours"),
    ({"do": "move", "activity": "admin", "hours": 10**9000}, "deed-hours"),
    ({"do": "move", "activity": "travel", "hours": 3}, "deed-locked"),
    ({"do": "scope", "code": "Atlantis"}, "deed-scope"),
    ({"do": "scope", "code": 3}, "deed-scope"),
    ({"do": "phase", "place": 3}, "deed-phase"),
    ({"do": "phase", "place": -1}, "deed-phase"),
    ({"do": "phase", "place": True}, "deed-phase"),
    ({"do": "lock", "activity": "admin", "on": "yes"}, "deed-switch"),
    ({"do": "lock", "activity": "travel", "on": False}, "deed-held"),
    ({"do": "try", "proposal": "dismiss"}, "deed-proposal"),
    ({"do": "try", "proposal": "norm"}, "deed-before-commit"),
    ({"do": "try", "proposal": "personal"}, "deed-before-commit"),
    ({"do": "best"}, "deed-before-commit"),
    ({"do": "keep", "name": "  "}, "deed-name"),
    ({"do": "keep", "name": "x" * 41}, "deed-name"),
    ({"do": "show", "name": "nothing"}, "deed-no-scenario"),
    ({"do": "drop", "name": "nothing"}, "deed-no-scenario"),
    ({"do": "pressure", "to": "doubles"}, "deed-pressure"),
    ({"do": "person", "code": "all", "activity": "admin", "hours": 3}, "deed-person"),
    ({"do": "person", "code": "R99", "activity": "admin", "hours": 3}, "deed-person"),
    ({"do": "person", "code": "R01", "activity": "travel", "hours": 3}, "deed-locked"),
    ({"do": "sheet", "name": "secrets"}, "deed-sheet"),
    ({"do": "judge", "activity": "service", "answers": JUDGED}, "deed-judged"),
    ({"do": "judge", "activity": "expansion", "answers": [1, 2]}, "deed-answers"),
    ({"do": "judge", "activity": "expansion", "answers": [1, 2, 3, 4, "5"]}, "deed-answers"),
    ({"do": "judge", "activity": "expansion", "answers": [5, 4, 3, 2, 1]}, "judgement-contradicts"),
    ({"do": "commit", "reason": " \n "}, "deed-reason"),
    ({"do": "commit", "reason": "x" * 401}, "deed-reason"),
    ({"do": "forecast"}, "deed-krub"),
    ({"do": "forecast", **FORECASTS}, "deed-forecast-first"),
    ({"do": "forecast", **FORECASTS, "profit": 9000}, "deed-range"),
    ({"do": "forecast", **dict.fromkeys(FORECASTS, 5)}, "deed-range"),
    ({"do": "language", "to": "tlh"}, "deed-language"),
    ({"do": "save"}, "deed-no-files"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "key"), BAD)
def test_what_cannot_be_done_is_an_error_and_changes_nothing(
    reader: Reader, asked: object, key: str
) -> None:
    before = reader.session.state()
    (error,) = reader.take(reader.session.answer(asked))
    assert (error["kind"], error["key"]) == ("error", key)
    assert reader.session.state() == before
    # Its sentence stands in the words, with every fact it names.
    for lang in LANGUAGES:
        sentence = words_message()[lang][f"panel-{key}"]
        for name, fact in error["facts"].items():
            sentence = sentence.replace(f"{{{name}}}", str(fact))
        assert "{" not in sentence


@pytest.mark.parametrize("asked", [{"do": "hello", "turn": 0}, {"do": "sheet", "name": "curves"}])
def test_a_fault_of_the_kit_itself_is_told(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, asked: dict
) -> None:
    """Texts that clash, or a mistake in a picture, must not leave a board that is blank."""

    def fails(*_: object) -> None:
        raise KeyError("panel-board")

    monkeypatch.setattr("casekit.board.session.words_message", fails)
    monkeypatch.setattr("casekit.board.session.curves_message", fails)
    (told,) = reader.session.answer(asked)
    assert (told["kind"], told["key"], told["facts"]) == (
        "error", "deed-fault", {"what": "KeyError"})  # fmt: skip
    assert "panel-board" in caplog.text


def test_every_deed_that_is_read_is_done() -> None:
    assert {*session._DEEDS, "hello"} == set(deeds._TAKES)


def test_a_deed_under_a_passed_turn_is_not_done_and_one_sent_twice_is_done_once(
    reader: Reader,
) -> None:
    reader.ask("move", activity="expansion", hours=18)
    reader.ask("move", activity="conversion", hours=14)
    plan = reader.session.plan
    error, view = reader.session.answer({"do": "today", "turn": 1})
    assert error["key"] == "deed-stale"
    assert (view["turn"], reader.session.plan) == (2, plan)
    undo = {"do": "undo", "turn": 3}
    first, again = reader.session.answer(undo)[0], reader.session.answer(dict(undo))[0]
    assert first["plan"] == again["plan"] != {"version": 1, "moves": []}


# Hands

BUTTONS: list[dict[str, Any]] = [
    {"do": "today"},
    {"do": "move", "activity": "conversion", "hours": 20},
    {"do": "person", "code": "R01", "activity": "conversion", "hours": 30},
    {"do": "try", "proposal": "chief"},
    {"do": "try", "proposal": "hunting"},
    {"do": "try", "proposal": "service"},
    {"do": "try", "proposal": "leave"},
    {"do": "show", "name": "other"},
    {"do": "best"},
    {"do": "try", "proposal": "norm"},
    {"do": "scope", "code": "R13"},
    {"do": "pressure", "to": "stops"},
]


@pytest.mark.parametrize("held", ["retention", "service", "admin"])
def test_every_button_respects_a_lock(tmp_path: Path, held: str) -> None:
    """Hours of everybody in every phase, whatever is pressed, also for one region and later."""
    reader = Reader(tmp_path, optimum=True)
    reader.ask("try", proposal="chief")
    reader.ask("keep", name="other")
    reader.ask("today")
    reader.ask("person", code="R01", activity=held, hours=25)
    reader.ask("scope", code=BASE.calibration.regions[-1])
    reader.ask("phase", place=1)
    reader.ask("move", activity=held, hours=26)
    reader.ask("scope", code="all")
    reader.ask("lock", activity=held, on=True)
    column = ACTIVITIES.index(held)
    kept = reader.hours()[:, :, column]
    total = TODAY.sum(axis=1)
    for button in BUTTONS:
        view = reader.ask(**button)
        assert view["kind"] == "view", button
        assert reader.hours()[:, :, column] == pytest.approx(kept, abs=1e-3), button
        assert reader.hours().sum(axis=2) == pytest.approx(np.tile(total, (3, 1)), abs=0.05)
    assert reader.ask("move", activity=held, hours=9)["key"] == "deed-locked"
    # A lock is a step to take back like any other: only then the hours under it move.
    for _ in range(20):
        locked = held in reader.session.desk.fixed
        reader.ask("undo")
        if locked and held in reader.session.desk.fixed:
            assert reader.hours()[:, :, column] == pytest.approx(kept, abs=1e-3)
    assert not reader.session.plan


def test_the_way_back_and_forth_ends_where_it_began(reader: Reader) -> None:
    plans = [reader.session.plan]
    for button in BUTTONS[:7]:
        if reader.ask(**button)["kind"] == "view" and reader.session.plan != plans[-1]:
            plans.append(reader.session.plan)
    assert len(plans) > 4
    for plan in reversed(plans[:-1]):
        assert reader.ask("undo")["can_redo"]
        assert reader.session.plan == plan
    assert not reader.last("view")["can_undo"]
    for plan in plans[1:]:
        reader.ask("redo")
        assert reader.session.plan == plan


def test_fifty_quick_moves_end_where_the_last_one_says_and_are_one_step(tmp_path: Path) -> None:
    quick, slow = Reader(tmp_path), Reader(tmp_path)
    for hours in np.linspace(11, 19.5, 50):
        quick.ask("move", activity="expansion", hours=float(hours))
    view = slow.ask("move", activity="expansion", hours=19.5)
    last = quick.last("view")
    assert last["turn"] == 50
    assert {**last, "turn": 1} == view
    assert now(view)["expansion"] == pytest.approx(19.5, abs=1e-3)
    quick.ask("undo")
    assert not quick.session.plan


def test_a_person_moves_alone_and_others_stay(reader: Reader) -> None:
    view = reader.ask("person", code="R07", activity="expansion", hours=20)
    row = BASE.calibration.rep_ids.index("R07")
    others = np.arange(len(TODAY)) != row
    assert reader.hours()[:, others] == pytest.approx(np.tile(TODAY[others], (3, 1, 1)))
    person = next(each for each in view["people"] if each["code"] == "R07")
    assert person["now"][1] == pytest.approx(20, abs=2e-3)
    moved = np.abs(np.subtract(person["now"], person["today"])).sum() / 2
    assert person["change"] == pytest.approx(moved, abs=0.01)
    assert view["scope"] == "all"


def test_hours_beyond_the_limits_can_be_brought_back_by_hand(reader: Reader) -> None:
    """A proposal may break limits; what is moved then need not keep what it cannot mend."""
    view = reader.ask("try", proposal="service")
    assert {(line["kind"], line["activity"]) for line in view["breaches"]} == {
        ("below_floor", "service")
    }
    assert len(view["breaches"]) == len(TODAY)
    view = reader.ask("move", activity="expansion", hours=25)
    assert now(view)["expansion"] > 24
    assert view["breaches"]
    view = reader.ask("move", activity="service", hours=30)
    assert view["breaches"] == []


# What is shown


def test_the_view_shows_the_models_figures(reader: Reader) -> None:
    reader.ask("move", activity="conversion", hours=16)
    for scope, place in (("all", 0), (BASE.calibration.regions[0], 1), ("R05", 2)):
        reader.ask("scope", code=scope)
        view = reader.ask("phase", place=place)
        figures = BASE.figures(reader.session.plan, scope, place)
        top = view["top"]
        assert top["gain_krub"] == pytest.approx(figures.gain_krub, abs=1e-3)
        assert top["profit_year_krub"] == pytest.approx(figures.profit_krub, abs=1e-3)
        assert (top["payback_month"], top["months_below"]) == (
            figures.payback_month, figures.months_below,
        )  # fmt: skip
        assert view["months"]["plan"] == pytest.approx(figures.margin_krub, abs=1e-3)
        assert view["months"]["today"] == pytest.approx(BASE.margin_today(scope), abs=1e-3)
        assert list(now(view).values()) == pytest.approx(figures.hours, abs=1e-3)
        reader.rest()
        slow = reader.last("slow")
        found = BASE.outlook(reader.session.plan, scope)
        assert slow["turn"] == view["turn"]
        assert slow["chance"] == pytest.approx(found.chance_of_gain, abs=1e-3)
        gained = np.subtract(slow["high"], view["months"]["today"])
        assert gained == pytest.approx(found.fan["p95"].to_numpy(), abs=0.01)


def test_an_outlook_of_everybody_is_that_of_the_parts(reader: Reader) -> None:
    plan = Plan({"all": {"expansion": +3, "retention": -3}})
    whole = BASE.outlook(plan)
    parts = [BASE.outlook(plan, region) for region in dict.fromkeys(BASE.calibration.regions)]
    assert whole.gain_krub == pytest.approx(sum(part.gain_krub for part in parts))
    assert whole.gain_krub == pytest.approx(outlook(CASE, plan).gain_krub)


def test_what_is_slow_is_dropped_once_the_board_moved_on(reader: Reader) -> None:
    reader.ask("move", activity="conversion", hours=16)
    slow = reader.session.slow()
    assert slow is not None
    message = slow.work_out()
    reader.ask("move", activity="conversion", hours=17)
    assert reader.session.after_slow(slow, message) == []
    reader.rest()
    # Known now: a deed that moves nothing gets it at once, under its own turn.
    reader.ask("sheet", name="people")
    assert reader.told[-1]["kind"] == "slow"
    assert reader.told[-1]["turn"] == reader.session.turn
    assert reader.session.slow() is None


def test_plans_put_aside_stand_beside_it_with_their_chance(reader: Reader) -> None:
    reader.ask("try", proposal="hunting")
    view = reader.ask("keep", name=" Ilya's \n plan ")
    (row,) = view["scenarios"]
    assert row["name"] == "Ilya's plan"
    assert "chance" not in row
    reader.rest()
    plan = reader.session.plan
    (row,) = reader.last("view")["scenarios"]
    chance = BASE.outlook(plan).chance_of_gain
    assert row["chance"] == pytest.approx(chance, abs=1e-3)
    reader.ask("today")
    assert reader.ask("show", name="Ilya's plan")["plan"] == plan.to_plain()
    assert reader.ask("drop", name="Ilya's plan")["scenarios"] == []
    for number in range(session.MOST_SCENARIOS):
        reader.ask("keep", name=f"plan {number}")
    assert reader.ask("keep", name="one more")["key"] == "deed-too-many"


def test_curves_are_told_where_they_are_looked_at(reader: Reader) -> None:
    reader.ask("scope", code="R03")
    assert not any(each["kind"] == "curves" for each in reader.told)
    reader.ask("sheet", name="curves")
    found = reader.last("curves")
    assert [curve["activity"] for curve in found["curves"]] == list(ACTIVITIES[:3])
    assert (found["scope"], found["turn"]) == ("R03", reader.session.turn)
    for curve in found["curves"]:
        assert curve["tried"][0] < curve["tried"][1] < curve["hours"][-1]
        assert curve["learned"] in ("mostly", "partly", "hardly")


def test_prices_that_stop_and_judged_curves_change_the_figures_and_not_the_plan(
    reader: Reader,
) -> None:
    before = reader.ask("move", activity="expansion", hours=18)
    stops = reader.ask("pressure", to="stops")
    figures = Comparison(CASE, pressure="stops").figures(reader.session.plan)
    assert stops["top"]["gain_krub"] == pytest.approx(figures.gain_krub, abs=1e-3)
    assert stops["top"]["gain_krub"] != before["top"]["gain_krub"]
    back = reader.ask("pressure", to="goes_on")
    assert back["top"] == before["top"]
    judged = reader.ask("judge", activity="expansion", answers=JUDGED)
    known = Comparison(calibrate_judgement({"expansion": JUDGED}, CASE))
    gain = known.figures(reader.session.plan).gain_krub
    assert judged["top"]["gain_krub"] == pytest.approx(gain, abs=1e-3)
    assert judged["plan"] == before["plan"]
    assert reader.ask("judge", activity="expansion", answers=None)["top"] == before["top"]


def test_an_unknown_curve_is_null_and_never_nought(tmp_path: Path) -> None:
    known = calibrate_history(CASE)
    rows = known.intervals.copy()
    rows.loc[rows["activity"] == "conversion", "refused"] = True
    reader = Reader(tmp_path, SharedModel(replace(known, intervals=rows)))
    view = reader.ask("move", activity="conversion", hours=15)
    row = next(each for each in view["hours"] if each["activity"] == "conversion")
    assert (row["unknown"], row["value_krub"]) == (True, None)
    assert view["top"]["unknown"] == ["conversion"]
    assert view["top"]["gain_krub"] is None
    assert view["months"]["plan"] == [None] * 36
    reader.rest()
    assert reader.last("slow")["chance"] is None
    # What rests on tables that are not there is said, not made up.
    assert reader.ask("try", proposal="chief")["key"] == "deed-no-benchmark"
    assert reader.ask("judge", activity="expansion", answers=JUDGED)["key"] == (
        "deed-judge-no-company"
    )


# Proposals of the meeting


def test_proposals_follow_what_the_opinions_say(reader: Reader) -> None:
    c = BASE.calibration
    assert reader.ask("try", proposal="leave")["plan"]["moves"] == []
    reader.ask("try", proposal="chief")
    assert reader.session.plan == benchmark_plan(CASE)
    reader.ask("try", proposal="hunting")
    change = reader.hours() - c.today_hours
    assert change[:, :, [1, 3, 4, 5]] == pytest.approx(0, abs=1e-6)
    assert (change[:, :, 0] <= 1e-9).all()
    assert change[0, :, 2].mean() > 4
    assert untried(CASE, reader.session.plan).empty
    view = reader.ask("try", proposal="service")
    assert now(view)["service"] == 0
    mix, before = reader.hours()[0, :, :3], c.today_hours[:, :3]
    shares = (part / part.sum(axis=1, keepdims=True) for part in (mix, before))
    assert next(shares) == pytest.approx(next(shares), abs=1e-6)


# Commit


def numbers(message: Any) -> set[float]:
    """All numbers in a message, to a tenth."""
    if isinstance(message, dict):
        return set().union(*map(numbers, message.values()))
    if isinstance(message, list):
        return set().union(*map(numbers, message))
    return {round(abs(message), 1)} if isinstance(message, float) else set()


def everything(reader: Reader) -> None:
    """Ask for all that there is, also for what is refused."""
    for code in BASE.scopes()[:7]:
        reader.ask("scope", code=code)
        for place in range(3):
            reader.ask("phase", place=place)
    for name in deeds.SHEETS:
        reader.ask("sheet", name=name)
    for button in BUTTONS:
        reader.ask(**button)
        reader.rest()
        reader.ask("keep", name="aside")
        reader.rest()
    reader.ask("commit", reason="")
    reader.ask("forecast", **FORECASTS)
    reader.ask("judge", activity="expansion", answers=JUDGED)
    reader.ask("hello")


def test_before_a_commit_nothing_tells_the_optimum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is worked out, no field speaks of it, and no number of it is sent."""
    best, norm = BASE.best, best_norm(CASE)
    secret = {round(best.gain_krub, 1), round(norm.gain_krub, 1), round(best.value_krub, 1)}
    secret |= {round(float(v), 1) for v in best.value_by_rep}
    secret |= {round(v, 1) for v in BASE.figures(best.plan).profit_krub}
    secret = {number for number in secret if number > 100}

    def forbidden(*_: Any, **__: Any) -> Any:
        raise AssertionError("the optimum was worked out")

    fresh = SharedModel(CASE)
    with monkeypatch.context() as patched:
        patched.setattr(Comparison, "best", property(forbidden))
        patched.setattr(SharedModel, "norm", property(forbidden))
        patched.setattr(commitment_room, "people_affected", forbidden)
        patched.setattr(attained_room, "attained", forbidden)
        reader = Reader(tmp_path, fresh)
        everything(reader)
    assert len(reader.told) > 80
    for message in reader.told:
        assert message["kind"] != "committed"
        if message["kind"] == "view":
            assert message["committed"] is None
            assert message["optimum"] is None
        assert numbers(message) & secret == set()
    # The same search finds them once they are told.
    reader.ask("today")
    reader.ask("commit", reason="It stays as it is: we want to see what happens")
    assert secret & set().union(*map(numbers, reader.told[-3:]))


def test_a_commit_is_kept_before_the_optimum_is_told_and_the_first_one_counts(
    reader: Reader, tmp_path: Path
) -> None:
    reader.ask("move", activity="expansion", hours=19)
    mine = reader.session.plan
    view = reader.ask("commit", reason="  Doors that stand open\ncome first ")
    told = reader.last("committed")
    share = share_of_gain(CASE, mine)
    assert view["committed"]["share"] == pytest.approx(share, abs=1e-3)
    assert told["reason"] == "Doors that stand open come first"
    assert told["after_optimum"] is False
    assert view["optimum"]["share"] == pytest.approx(share, abs=1e-3)
    assert Plan.from_json((tmp_path / "my_plan.json").read_text(encoding="utf-8")) == mine
    # Where the rest lies, by kind of hours and by person.
    rest = BASE.best.gain_krub - BASE.figures(mine).gain_krub
    for parts in (told["by_kind"], told["by_person"]):
        assert sum(part["krub"] for part in parts) == pytest.approx(rest, rel=1e-3)
        assert [part["krub"] for part in parts] == sorted(
            (part["krub"] for part in parts), reverse=True
        )
    # Each kind of hours is named for what is wrong with it, so that none of it is a loss.
    assert min(part["krub"] for part in told["by_kind"]) > -0.01 * rest
    assert {part["code"] for part in told["by_person"]} <= set(BASE.calibration.rep_ids)
    assert told["norm"]["gain_krub"] == pytest.approx(best_norm(CASE).gain_krub, rel=1e-3)
    assert told["personal"]["share"] == pytest.approx(1, abs=1e-3)

    view = reader.ask("best")
    assert view["optimum"]["share"] == pytest.approx(1, abs=1e-3)
    view = reader.ask("commit", reason="Now I know better")
    assert view["committed"]["count"] == 2
    assert view["committed"]["share"] == pytest.approx(share, abs=1e-3)
    lines = AnswersFile(tmp_path).lines()
    assert [line["question"] for line in lines] == [COMMITTED, COMMITTED]
    assert [line["answer"]["after_optimum"] for line in lines] == [False, True]
    assert {line["company"] for line in lines} == {SHARED.digest}
    # Another kernel on the same folder, and a board of another company beside it.
    again = Reader(tmp_path)
    assert again.last("view")["committed"]["count"] == 2
    other = Reader(tmp_path, SharedModel(calibrate_history(CASE)))
    assert other.last("view")["committed"] is None


def test_under_other_prices_the_proposals_are_told_as_they_are_then(reader: Reader) -> None:
    reader.ask("commit", reason="As it is")
    under_base = reader.last("committed")["personal"]
    view = reader.ask("pressure", to="stops")
    told = reader.last("committed")["personal"]
    stops = Comparison(CASE, pressure="stops")
    assert told["gain_krub"] == pytest.approx(stops.figures(BASE.best.plan).gain_krub, rel=1e-6)
    assert told["gain_krub"] != under_base["gain_krub"]
    # Which plan is best then, nobody has searched for: no share of it is told.
    assert told["share"] is None and view["optimum"]["share"] is None
    reader.ask("pressure", to="goes_on")
    assert reader.last("committed")["personal"] == under_base


def test_moves_that_come_to_nothing_are_no_plan(reader: Reader) -> None:
    for activity in ("retention", "expansion", "conversion", "service", "admin"):
        reader.ask("lock", activity=activity, on=True)
    reader.ask("lock", activity="service", on=False)
    view = reader.ask("move", activity="service", hours=20)
    assert view["plan"] == Plan().to_plain()
    assert view["top"]["gain_krub"] == 0


def test_a_plan_that_breaks_limits_or_cannot_be_written_is_not_committed(
    tmp_path: Path,
) -> None:
    reader = Reader(tmp_path)
    reader.ask("try", proposal="service")
    error = reader.ask("commit", reason="Technicians are cheaper")
    assert (error["key"], error["facts"]["people"]) == ("deed-breaches", len(TODAY))
    assert list(tmp_path.iterdir()) == []
    nowhere = Reader(tmp_path / "gone")
    nowhere.ask("move", activity="expansion", hours=18)
    assert nowhere.ask("commit", reason="Why not")["key"] == "deed-unwritable"
    assert nowhere.ask("today")["committed"] is None


@pytest.mark.parametrize(
    ("activity", "hours", "reason"),
    [("service", 0.0, "floor"), ("service", 60.0, "ceiling"), ("conversion", 120.0, "give")],
)
def test_hours_beyond_what_is_possible_are_told_with_people_and_reason(
    reader: Reader, activity: str, hours: float, reason: str
) -> None:
    view = reader.ask("move", activity=activity, hours=hours)
    short = view["short"]
    assert (short["asked_hours"], short["scope"], short["people"]) == (hours, "all", len(TODAY))
    assert short["possible_hours"] == pytest.approx(now(view)[activity])
    # Everybody is told of once, and whoever stands for the reason does meet that limit.
    assert sum(short["why"].values()) == len(TODAY)
    limits = BASE.limits.bounds(TODAY)[reason == "ceiling"]
    column, after = ACTIVITIES.index(activity), reader.hours()[0]
    if reason != "give":
        met = np.abs(after[:, column] - limits[:, column]) < 0.1
        assert short["why"][reason] == met.sum() > 0
    else:
        others = [k for k, name in enumerate(ACTIVITIES) if name not in (activity, "travel")]
        spent = (after - limits)[:, others].sum(axis=1) < 0.1
        assert short["why"][reason] == spent.sum() > 0


def test_what_was_not_reached_is_told_of_the_plan_it_is_about(reader: Reader) -> None:
    assert reader.ask("move", activity="expansion", hours=18)["short"] is None
    code = BASE.calibration.rep_ids[0]
    short = reader.ask("person", code=code, activity="expansion", hours=160)["short"]
    assert (short["scope"], short["people"]) == (code, 1) and short["why"] == {"give": 1}
    assert reader.ask("sheet", name="people")["short"] == short
    assert reader.ask("phase", place=1)["short"] is None
    assert reader.ask("phase", place=0)["short"] == short
    assert reader.ask("lock", activity="admin", on=True)["short"] is None
    assert reader.ask("undo")["short"] is None


def test_a_forecast_is_kept_for_the_plan_committed_last(reader: Reader, tmp_path: Path) -> None:
    reader.ask("move", activity="expansion", hours=18)
    reader.ask("commit", reason="First")
    reader.ask("forecast", **FORECASTS)
    view = reader.ask("forecast", **{**FORECASTS, "profit": 2500})
    assert view["committed"]["forecast"] is True
    *_, line = AnswersFile(tmp_path).lines()
    assert line["question"] == FORECAST
    assert line["answer"]["profit_nine_months_krub"] == [-1500, 2500, 6000]
    assert line["answer"]["margin_month_nine_krub"] == [36_000, 37_500, 39_000]
    assert Plan.from_json(json.dumps(line["answer"]["plan"])) == reader.session.plan


def test_lines_of_others_and_torn_ones_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ANSWERS_FILE).write_bytes(
        b'{"question": "plan.committed", "company": "other", "answer": {}}\n'
        + json.dumps(
            {"question": COMMITTED, "company": SHARED.digest, "answer": {"plan": 3}}
        ).encode()
        + b'\n{"question": "plan.com'
    )  # fmt: skip
    reader = Reader(tmp_path)
    assert reader.last("view")["committed"] is None
    assert reader.ask("commit", reason="Leave it")["committed"]["count"] == 1


def test_a_grading_run_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    reader = Reader(tmp_path)
    reader.ask("commit", reason="Leave it")
    assert list(tmp_path.iterdir()) == []


def test_instructors_may_see_the_optimum_and_then_no_commit_is_blind(tmp_path: Path) -> None:
    reader = Reader(tmp_path, optimum=True)
    view = reader.last("view")
    marks = view["optimum"]["best"]
    assert marks == pytest.approx(BASE.best_hours(), abs=1e-3)
    assert reader.ask("try", proposal="norm")["plan"]["moves"]
    reader.ask("commit", reason="The norm is one sentence")
    assert reader.last("committed")["after_optimum"] is True


def test_a_board_is_taken_up_again_as_it_was_left(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for button in ({"do": "scope", "code": "R04"}, {"do": "phase", "place": 1},
                   {"do": "move", "activity": "expansion", "hours": 17},
                   {"do": "lock", "activity": "admin", "on": True}, {"do": "keep", "name": "мой"},
                   {"do": "pressure", "to": "stops"}, {"do": "language", "to": "ru"}):  # fmt: skip
        reader.ask(**button)
    again = Reader(tmp_path)
    again.session.restore(reader.session.state())
    (view,) = again.session.shown()
    kept = {**reader.last("view"), "can_undo": False}
    assert view == kept


def test_words_are_whole_in_both_languages() -> None:
    words = words_message()
    assert set(words["en"]) == set(words["ru"])
    with language.using("ru"):
        assert words["ru"]["activity-travel"] == language.text("activity-travel")


def test_errors_say_how_a_company_without_benchmarks_is_helped(tmp_path: Path) -> None:
    frames = {name: getattr(CASE, name) for name in CASE.tables if name != "benchmarks"}
    reader = Reader(tmp_path, SharedModel(Case(frames)))
    assert "chief" not in reader.last("company")["proposals"]
    assert reader.ask("try", proposal="chief")["key"] == "missing-benchmarks"
