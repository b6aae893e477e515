"""The board in a notebook: messages both ways, its files, and what is seen without a browser."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from openpyxl import load_workbook
from papermill import execute_notebook
from PIL import Image

from casekit import language
from casekit.board import Board, cockpit, module
from casekit.board import widget as widget_room
from casekit.company import load_case
from casekit.errors import InvalidArgument
from casekit.handout import board_png, plan_page
from casekit.model import Comparison, Plan, calibrate_history
from casekit.questions.answers_file import AnswersFile

ROOT = Path(__file__).parents[1]
CASE = load_case(ROOT / "data")
CALIBRATION = calibrate_history(CASE)


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Board:
    """A board whose module is a file of this test: what is drawn in a browser is told elsewhere."""
    script = tmp_path / "module.js"
    script.write_text("export default { render() {} };", encoding="utf-8")
    monkeypatch.setattr(module, "MODULE", script)
    language.use("en")
    folder = tmp_path / "mine"
    folder.mkdir()
    return cockpit(CASE, folder=folder)


def sent(board: Board, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(board, "send", told.append)
    return told


def test_a_deed_is_answered_and_what_is_slow_follows_once_the_hand_rests(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sent(board, monkeypatch)
    monkeypatch.setattr(widget_room, "REST_SECONDS", 0.01)

    async def use() -> None:
        arrived = asyncio.Event()

        def send(message: dict[str, Any]) -> None:
            told.append(message)
            if message["kind"] == "slow":
                arrived.set()

        monkeypatch.setattr(board, "send", send)
        board._handle_custom_msg({"do": "hello", "turn": 0, "lang": "ru"}, [])
        board._handle_custom_msg(
            {"do": "move", "activity": "expansion", "hours": 18, "turn": 1}, []
        )
        await asyncio.wait_for(arrived.wait(), 30)

    asyncio.run(use())
    kinds = [message["kind"] for message in told]
    assert kinds == ["company", "words", "language", "view", "view", "slow"]
    assert told[-1]["turn"] == told[-2]["turn"] == 1
    assert board.plan == Plan.from_json(json.dumps(told[-2]["plan"]))


def test_without_an_event_loop_a_deed_is_answered_all_the_same(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sent(board, monkeypatch)
    board._handle_custom_msg({"do": "try", "proposal": "hunting", "turn": 1}, [])
    assert [message["kind"] for message in told] == ["view"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_saved_files_hold_the_plan_and_no_best_plan_before_a_commit(
    board: Board, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    told = sent(board, monkeypatch)
    board._handle_custom_msg({"do": "language", "to": lang, "turn": 1}, [])
    board._handle_custom_msg({"do": "move", "activity": "expansion", "hours": 18, "turn": 2}, [])
    with monkeypatch.context() as patched:
        patched.setattr(Comparison, "best", property(_forbidden))
        board._handle_custom_msg({"do": "save", "turn": 3}, [])
        bundle, _ = board._repr_mimebundle_()
    files = next(each for each in told if each["kind"] == "files")
    assert files["saved"] is True
    folder = tmp_path / "mine"
    for file in files["files"]:
        assert base64.b64decode(file["base64"]) == (folder / file["name"]).read_bytes()
    assert Plan.from_json((folder / "my_plan.json").read_text(encoding="utf-8")) == board.plan
    assert load_workbook(folder / "my_plan.xlsx").sheetnames[0] == language.text(
        "sheet-plan", lang=lang
    )
    assert bundle["text/plain"] == board.summary
    assert len(board.summary) > 100
    picture = Image.open(io.BytesIO(base64.b64decode(bundle["image/png"])))
    assert picture.width > 1000
    assert "application/vnd.jupyter.widget-view+json" in bundle


def _forbidden(_: Any) -> Any:
    raise AssertionError("the best plan was worked out")


@pytest.mark.slow
def test_marks_of_the_best_plan_are_drawn_only_where_they_are_asked_for() -> None:
    comparison = Comparison(CALIBRATION)
    plan = Plan({"all": {"expansion": +4, "retention": -4}})
    figures = comparison.figures(plan)
    with language.using("en"):
        blind, marked = (
            np.asarray(Image.open(io.BytesIO(board_png(comparison, figures, marks=marks))))
            for marks in (False, True)
        )
        pages = [plan_page(comparison, plan, marks=marks) for marks in (False, True)]
    assert blind.shape == marked.shape
    assert (blind != marked).any()
    assert pages[0] != pages[1]


@pytest.mark.slow
def test_a_folder_that_is_locked_still_gives_the_files_away(
    board: Board, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = sent(board, monkeypatch)
    (tmp_path / "mine" / "my_plan.xlsx").mkdir()
    board._handle_custom_msg({"do": "save", "turn": 1}, [])
    files = next(each for each in told if each["kind"] == "files")
    assert files["saved"] is False
    assert len(files["files"]) == 3
    written = board.save(tmp_path)
    assert [path.name for path in written] == ["my_plan.json", "my_plan.xlsx", "my_plan.png"]


def test_a_commit_from_the_board_lies_beside_the_notebook(
    board: Board, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sent(board, monkeypatch)
    board._handle_custom_msg({"do": "move", "activity": "expansion", "hours": 18, "turn": 1}, [])
    board._handle_custom_msg({"do": "commit", "reason": "Doors first", "turn": 2}, [])
    (line,) = AnswersFile(tmp_path / "mine").lines()
    assert line["answer"]["reason"] == "Doors first"
    assert line["answer"]["plan"] == board.plan.to_plain()


def test_what_is_no_company_is_refused(board: Board) -> None:
    with pytest.raises(InvalidArgument, match="load_case"):
        cockpit("data")  # type: ignore[arg-type]


@pytest.mark.slow
def test_papermill_shows_a_picture_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, board: Board
) -> None:
    code = (
        "from pathlib import Path\nimport casekit as ck\n"
        "from casekit.board import cockpit, module\n"
        f"module.MODULE = Path({str(module.MODULE)!r})\n"
        f"cockpit(ck.load_case({str(ROOT / 'data')!r}))"
    )
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(book, tmp_path / "book.ipynb")
    monkeypatch.chdir(tmp_path)
    done = execute_notebook("book.ipynb", "done.ipynb", progress_bar=False, execution_timeout=120)
    data = next(out.data for out in done.cells[-1].outputs if "data" in out)
    assert {"image/png", "text/plain"} <= set(data)
