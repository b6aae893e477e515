"""The board: hours that always add up, the way back, and a picture of the model's figures."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from browser import before_chance
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image

import casekit as ck
from casekit import language
from casekit.board import Board, cockpit
from casekit.board.board import REST_SECONDS
from casekit.board.desk import Desk
from casekit.charts.board import BoardPicture
from casekit.company import ACTIVITIES, Case, load_case
from casekit.errors import InvalidArgument
from casekit.handout import board_frame
from casekit.model import (
    Comparison,
    Plan,
    breaches,
    give_way,
    outlook,
    project,
    share_of_gain,
)

CASE = load_case(Path(__file__).parents[1] / "data")
COMPARISON = Comparison(CASE)


@pytest.fixture(params=["ru", pytest.param("en", marks=pytest.mark.slow)])
def lang(request: pytest.FixtureRequest) -> str:
    """Each language in turn; the quick set moves the board in Russian, whose words are longer."""
    language.use(request.param)
    return str(request.param)


@pytest.fixture
def desk() -> Desk:
    return Desk(COMPARISON)


@pytest.fixture
def board(lang: str) -> Board:
    return cockpit(CASE)


def sound(desk: Desk) -> None:
    """Hours of everybody add up and keep the limits."""
    c = COMPARISON.calibration
    hours = desk.plan.hours(c.today_hours, c.rep_ids, c.regions)
    assert breaches(hours, c.today_hours, c.rep_ids, COMPARISON.limits) == []


month = st.lists(st.floats(0, 60), min_size=6, max_size=6).map(np.array)


@given(
    month, st.sampled_from(ACTIVITIES), st.floats(-20, 200), st.sets(st.sampled_from(ACTIVITIES))
)
def test_others_give_way_and_hours_add_up(hours, activity: str, wish: float, fixed: set) -> None:
    low, high = hours * 0.3, hours * 2.0 + 1.0
    found = give_way(hours, activity, wish, low, high, fixed)
    assert found.sum() == pytest.approx(hours.sum(), abs=1e-6)
    assert (found >= low - 1e-6).all()
    assert (found <= high + 1e-6).all()
    for place, name in enumerate(ACTIVITIES):
        if name in fixed and name != activity:
            assert found[place] == hours[place]


def test_giving_way_refuses_what_is_no_wish() -> None:
    hours = np.full(6, 25.0)
    with pytest.raises(InvalidArgument):
        give_way(hours, "dance", 3, hours * 0, hours * 2)
    with pytest.raises(InvalidArgument):
        give_way(hours, "service", float("nan"), hours * 0, hours * 2)


scopes = st.sampled_from(["all", COMPARISON.calibration.regions[0], "R01", "R13"])
steps = st.tuples(
    st.sampled_from(["retention", "expansion", "conversion", "service", "admin"]),
    st.floats(0, 80),
    scopes,
    st.integers(0, 2),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(steps, min_size=1, max_size=6))
def test_whatever_is_moved_the_plan_is_sound_and_comes_back(moves) -> None:
    desk = Desk(COMPARISON)
    plans = [desk.plan]
    for activity, hours, scope, phase in moves:
        desk.scope, desk.phase = scope, phase
        # Another slider in between: the hand lets go.
        desk._hand = None
        desk.move(activity, hours)
        sound(desk)
        if desk.plan != plans[-1]:
            plans.append(desk.plan)
    for plan in plans[-2::-1]:
        desk.undo()
        assert desk.plan == plan
    for plan in plans[1:]:
        desk.redo()
        assert desk.plan == plan
    assert not desk.can_redo


def test_a_move_is_shown_as_it_was_asked(desk: Desk) -> None:
    desk.move("expansion", 20.0)
    assert desk.hours["expansion"] == pytest.approx(20.0, abs=0.01)
    assert sum(desk.hours.values()) == pytest.approx(COMPARISON.today().sum())
    assert desk.hours["travel"] == pytest.approx(COMPARISON.today()[4])


def test_there_and_back_leaves_nothing_behind_and_is_one_step(desk: Desk) -> None:
    desk.move("conversion", 14.0)
    before = desk.plan
    for hours in (16.0, 25.0, 5.0, 19.0):
        desk.move("expansion", hours)
    far = desk.hours
    assert far["expansion"] == pytest.approx(19.0, abs=0.01)
    desk.undo()
    assert desk.plan == before
    desk.move("expansion", 19.0)
    assert desk.hours == pytest.approx(far, abs=0.01)


def test_a_wider_scope_ends_what_narrower_ones_began(desk: Desk) -> None:
    desk.put(COMPARISON.best.plan)
    desk.phase = 2
    desk.move("retention", 30.0)
    # Some have no service left to give: their retention stays below.
    assert desk.hours["retention"] == pytest.approx(30.0, abs=1.0)
    desk.phase = 0
    best = COMPARISON.best_hours(phase=0)
    assert desk.hours["retention"] == pytest.approx(best[0], abs=0.01)


def test_a_held_activity_keeps_its_hours(desk: Desk) -> None:
    desk.fixed |= {"retention", "service"}
    before = desk.hours
    desk.move("conversion", 20.0)
    for name in ("retention", "service", "travel"):
        assert desk.hours[name] == pytest.approx(before[name], abs=0.01)


def test_figures_are_the_projections(desk: Desk) -> None:
    desk.move("expansion", 19.0)
    figures = COMPARISON.figures(desk.plan)
    after, before = project(CASE, desk.plan), project(CASE)
    assert figures.gain_krub == pytest.approx(after.value_krub - before.value_krub)
    assert figures.value_krub == pytest.approx(after.value_krub)
    assert figures.profit_krub == pytest.approx(
        (after.profit["profit_krub"] - before.profit["profit_krub"]).to_numpy()
    )
    parts = [
        COMPARISON.figures(desk.plan, region) for region in dict.fromkeys(after.calibration.regions)
    ]
    assert sum(part.gain_krub for part in parts) == pytest.approx(figures.gain_krub)


# The widgets


def test_the_board_is_public_and_asks_for_a_company(lang: str) -> None:
    assert ck.cockpit is cockpit
    for odd in (None, 5, "data"):
        with pytest.raises(InvalidArgument):
            cockpit(odd)  # type: ignore[arg-type]


def test_the_first_slider_keeps_the_share_of_selling_for_notebook_02(lang: str) -> None:
    slider = ck.first_slider(CASE)
    slider.slider.value = 5
    assert slider.hours == 5
    assert language.number(5 * 12 * len(CASE.reps)) in slider.sentence
    # What share of the month this is, notebook 02 asks everybody to guess.
    assert "%" not in slider.sentence


def test_moving_a_slider_moves_the_others_and_the_words(board: Board, lang: str) -> None:
    assert board.plan == Plan()
    assert language.text("board-nothing") in board.summary
    picture = board._image.value
    board._rows["expansion"].slider.value = 20
    shown = [row.typed.value.replace(",", ".") for row in board._rows.values()]
    assert sum(map(float, shown)) == pytest.approx(COMPARISON.today().sum(), abs=0.31)
    gain = COMPARISON.figures(board.plan).gain_krub
    assert language.money(gain, CASE.currency) in board.summary
    assert board._image.value != picture
    assert repr(board.plan) in board._line.value.replace("&quot;", '"')


def test_buttons(board: Board, lang: str) -> None:
    board._rows["expansion"].slider.value = 20
    moved = board.plan
    board._keeps.click()
    board._buttons["best"].click()
    assert board.plan == COMPARISON.best.plan
    board._keeps.click()
    board._buttons["undo"].click()
    assert board.plan == moved
    board._buttons["redo"].click()
    board._buttons["today"].click()
    assert board.plan == Plan()
    assert board._kept.value.count("<tr>") == 3
    assert list(board.desk.scenarios.values()) == [moved, COMPARISON.best.plan]


def test_locks_scopes_and_phases(board: Board) -> None:
    board._rows["retention"].lock.value = True
    before = board._rows["retention"].slider.value
    assert board._rows["retention"].slider.disabled
    board._rows["conversion"].slider.value = 18
    assert board._rows["retention"].slider.value == pytest.approx(before, abs=0.01)
    board._scope.value = "R01"
    board._phase.value = 2
    board._rows["conversion"].slider.value = 25
    assert any(move.scope == "R01" and move.from_month == 9 for move in board.plan.moves)


def test_the_plan_leaves_the_board(board: Board, tmp_path: Path, lang: str) -> None:
    board._rows["conversion"].slider.value = 18
    plan, workbook, page = board.save(tmp_path)
    assert Plan.from_json(plan.read_text(encoding="utf-8")) == board.plan
    assert json.loads(plan.read_text(encoding="utf-8"))["version"] == 1
    with Image.open(page) as picture:
        assert picture.size == (1753, 1240)
    sheets = load_workbook(workbook, data_only=True)
    shown = [[cell.value for cell in row] for row in sheets.worksheets[0].iter_rows()]
    begin = next(k for k, row in enumerate(shown) if row[0] == language.text("sheet-activity"))
    hours = {row[0]: row[1:4] for row in shown[begin + 1 : begin + 7]}
    for place, name in enumerate(ACTIVITIES):
        today, planned, change = hours[language.text(f"activity-{name}")]
        assert today == pytest.approx(COMPARISON.today()[place])
        assert planned == pytest.approx(board.desk.hours[name])
        assert change == pytest.approx(planned - today, abs=1e-5)
    assert shown[begin + 7][3] == pytest.approx(0, abs=1e-6)
    assert any(row[0] in board.summary for row in shown[2:begin] if row[0])
    reps, months = sheets.worksheets[1:3]
    assert reps.max_row == 1 + 4 * len(CASE.reps)
    gained = COMPARISON.figures(board.plan).margin_krub - COMPARISON.margin_today()
    assert months.cell(37, 5).value == pytest.approx(gained.sum(), abs=0.01)
    formulas = load_workbook(workbook).worksheets[2]
    assert formulas.cell(37, 4).value == "=C37-B37"


def test_saving_says_what_it_wrote_or_hands_it_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    board = cockpit(CASE)
    board._files["save"].click()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(board.files())
    assert language.text("board-saved") in board._note.value
    # A file of that name cannot be replaced by a folder: nothing is lost, the links remain.
    (tmp_path / "my_plan.json").unlink()
    (tmp_path / "my_plan.json").mkdir()
    board._files["save"].click()
    assert language.text("board-unwritable") in board._note.value
    assert board._note.value.count("base64,") == 3
    away = Board(COMPARISON, lang, folder=None)
    away._files["save"].click()
    assert language.text("board-ready") in away._note.value


@pytest.mark.parametrize(("typed", "hours"), [("18,5", 18.5), ("18.5", 18.5), ("17 ч", 17.0)])
def test_hours_can_be_typed(board: Board, typed: str, hours: float) -> None:
    board._rows["expansion"].typed.value = typed
    assert board.desk.hours["expansion"] == pytest.approx(hours, abs=0.01)
    # A slider counts whole hours; at half an hour both neighbours are right.
    assert abs(board._rows["expansion"].slider.value - hours) <= 0.5


@pytest.mark.parametrize("typed", ["много", "12 м", "", "1e999", "nan"])
def test_what_is_no_number_of_hours_is_said_and_moves_nothing(
    board: Board, typed: str, lang: str
) -> None:
    before = board._rows["expansion"].typed.value
    board._rows["expansion"].typed.value = typed
    assert board.plan == Plan()
    assert board._rows["expansion"].typed.value == before
    assert language.text("board-no-hours", found=typed) in unescape(board._note.value)


def test_the_benchmark_mix_is_one_split_for_all(board: Board) -> None:
    board._buttons["mix"].click()
    assert board.plan == COMPARISON.benchmark
    assert 0 < share_of_gain(CASE, board.plan) < 0.9
    # A calibration alone knows no benchmarks.
    assert "mix" not in cockpit(COMPARISON.calibration)._buttons


def test_the_other_language_is_a_press_away(board: Board, lang: str) -> None:
    board._rows["retention"].lock.value = True
    board._rows["conversion"].slider.value = 18
    plan, other = board.plan, "en" if lang == "ru" else "ru"
    board._speaks.value = other
    assert board.plan == plan
    assert board._rows["retention"].slider.disabled
    assert board._buttons["today"].description == language.text("board-today", lang=other)
    assert language.text("board-legend", lang=other) in unescape(board.children[4].value)
    with language.using(other):
        assert board._rows["conversion"].typed.value == language.number(18, 1)
    # The session's language is the reader's own affair.
    assert language.current() == lang


def test_curves_show_the_planned_hours_and_wait_for_the_hand_to_rest(board: Board) -> None:
    board._rows["conversion"].slider.value = 18
    board._looks.value = "curves"
    rested = board._image.value
    assert before_chance(language.current()) in board._words.value
    board._rows["conversion"].slider.value = 19
    assert board._image.value != rested
    assert board._found is None
    picture = board._pictures._curves[1]
    (hours,), (value,) = picture._points[2].get_data()
    figures = COMPARISON.figures(board.plan)
    assert hours == pytest.approx(figures.hours[2])
    curve = COMPARISON.curves()[2]
    assert value == pytest.approx(np.interp(hours, curve["hours"], curve["value"]), rel=1e-3)


def test_the_chance_is_told_when_the_hand_rests(lang: str) -> None:
    async def moves() -> Board:
        board, loop = cockpit(CASE), asyncio.get_running_loop()
        for hours in (15, 16, 17):
            board._rows["expansion"].slider.value = hours
        assert board._found is None
        begun = loop.time()
        while board._found is None and loop.time() - begun < 120:
            await asyncio.sleep(REST_SECONDS / 10)
        # Not before the hand has rested.
        assert loop.time() - begun > 0.9 * REST_SECONDS
        return board

    board = asyncio.run(moves())
    chance = outlook(COMPARISON.calibration, board.plan).chance_of_gain
    assert language.text("plan-chance", chance=language.chance(chance)) in board._words.value


def test_without_a_front_end_the_board_is_a_picture_and_its_words(board: Board) -> None:
    board._rows["conversion"].slider.value = 18
    bundle = board._repr_mimebundle_()
    assert bundle["text/plain"] == board.summary
    assert base64.b64decode(bundle["image/png"]) == board._image.value


def test_the_picture_draws_anew_only_when_the_axes_must(board: Board) -> None:
    picture = board._pictures._follows[2]
    assert isinstance(picture, BoardPicture)
    for hours in (11, 12, 13, 12, 13):
        board._rows["conversion"].slider.value = hours
    assert picture.redraws <= 2
    image = Image.open(io.BytesIO(board._image.value))
    assert image.size == (1116, 369)


def test_moves_leave_nothing_behind_in_the_picture(board: Board) -> None:
    picture = board._pictures._follows[2]
    frame = board_frame(COMPARISON, board._figures(), "all", 0)
    first, drawn = picture.draw(frame), picture.redraws
    for hours in (12, 13, 10):
        board._rows["conversion"].slider.value = hours
        assert board._image.value != first
    assert picture.redraws == drawn
    assert picture.draw(frame) == first


def test_no_word_of_the_picture_is_cut_or_foreign(board: Board, lang: str) -> None:
    figure = board._pictures._follows[2].figure
    figure.canvas.draw()
    for ax in figure.axes:
        parts = [ax._left_title, ax.xaxis.label, ax.yaxis.label, *ax.get_yticklabels()]
        for part in filter(lambda part: part.get_text(), parts):
            words, box = part.get_text(), part.get_window_extent()
            assert box.x0 >= 0 and box.x1 <= figure.bbox.x1, words
            latin = set("abcdefghijklmnopqrstuvwxyz") & set(words.lower())
            assert not latin if lang == "ru" else True, words


def test_another_company_has_a_board_of_its_own(tiny: Case) -> None:
    # A company too small to be calibrated says so and draws nothing.
    with pytest.raises(InvalidArgument):
        cockpit(tiny)
