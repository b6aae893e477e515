"""Python of the one-file page, run by this Python: what it tells the page of cells and files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from casekit.inpage.files import ReaderFiles
from casekit.inpage.telling import Stream, Teller
from casekit.language import LANGUAGES, text

# The page's shell stands for the whole process, so that it gets one of its own.
RUNNER = """
import asyncio, json, sys
from casekit.inpage import PageKernel

told, out = [], sys.stdout

def post(message, buffers):
    told.append({**json.loads(message), "buffers": [len(each) for each in buffers]})

kernel = PageKernel(post, sys.argv[1], sys.argv[2])
found = []
for number, (notebook, code) in enumerate(json.loads(sys.argv[3]), 1):
    told.clear()
    if notebook == "comm":
        opened = [m for cells in found for m in cells[1] if m.get("type") == "comm_open"]
        kernel.comm(opened[-1]["comm"], code, [])
        ok = None
    elif notebook == "write":
        kernel.write("my_answers.jsonl", code.encode())
        ok = None
    else:
        ok = asyncio.run(kernel.run(number, notebook, code))
    found.append([ok, list(told)])
out.write(json.dumps(found))
"""


def run(folder: Path, *cells: tuple[str, str], lang: str = "en") -> list[tuple[Any, list]]:
    """What each cell tells the page, after whether it went well."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUNNER, str(folder), lang, json.dumps(cells)],
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [tuple(each) for each in json.loads(done.stdout)]


def outputs(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [message["output"] for message in told if message["kind"] == "output"]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, list]]:
    """One session of a reader; a test looks at one of its cells."""
    folder = tmp_path_factory.mktemp("reader")
    return run(
        folder,
        ("a", "import casekit as ck\nprint('one', end='')\nprint(' line')\nx = 7\nx"),
        ("b", "x"),
        ("a", "x = (1 +"),
        ("a", "1 / 0"),
        (
            "a",
            "import asyncio\nawait asyncio.sleep(0)\n"
            "from pathlib import Path\nPath('my_file.txt').write_text('hello')",
        ),
        ("a", "import matplotlib.pyplot as plt\n_ = plt.plot([1, 2])\nprint('before')"),
        ("a", "import ipywidgets\nbox = ipywidgets.IntSlider(3)\nbox"),
        ("comm", json.dumps({"method": "update", "state": {"value": 5}})),
        ("a", "box.value"),
        ("a", "clients = {}.get(...) + 1\nck.check('start.competitors', clients)"),
        ("a", "out = ipywidgets.Output()\nwith out:\n    print('inside')\nprint('outside')"),
        ("write", "{}\n"),
        ("a", "from pathlib import Path\nPath('my_answers.jsonl').read_text()"),
        ("a", "from casekit.notebook import saves_itself\nsaves_itself()"),
        ("a", "h = display('first', display_id='d')\nh.update('second')"),
        ("c", "case"),
    )


def test_a_cell_tells_streams_and_its_last_line(session: list) -> None:
    ok, told = session[0]
    assert ok is True
    stream, result = outputs(told)
    assert stream == {"output_type": "stream", "name": "stdout", "text": "one line\n"}
    assert result["data"] == {"text/plain": "7"}
    assert {message["id"] for message in told} == {1}


def test_notebooks_have_names_of_their_own(session: list) -> None:
    ok, told = session[1]
    (fault,) = outputs(told)
    assert (ok, fault["ename"]) == (False, "NameError")


def test_errors_are_told_as_in_jupyter(session: list) -> None:
    ok, told = session[2]
    assert ok is False
    assert outputs(told)[0]["traceback"][0].startswith(
        text("own-error-bracket-open", lang="en", bracket="(", line=1, found="x = (1 +")[:20]
    )
    (fault,) = outputs(session[3][1])
    assert (fault["ename"], fault["evalue"]) == ("ZeroDivisionError", "division by zero")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_cell_lacks_is_told_with_the_words_of_the_page(session: list, lang: str) -> None:
    words = text("cells-above-page", lang=lang, name="case")
    assert text("path-run-all", lang=lang) in words
    if lang == "en":
        (fault,) = outputs(session[15][1])
        assert "".join(fault["traceback"]).split() == words.split()


def test_files_are_told_when_they_change(session: list) -> None:
    ok, told = session[4]
    (message,) = [each for each in told if each["kind"] == "files"]
    assert ok is True
    assert (message["names"], message["buffers"]) == (["my_file.txt"], [5])
    # What the page writes is there, and is not told back.
    assert [m for m in session[12][1] if m["kind"] == "files"] == []
    assert outputs(session[12][1])[0]["data"]["text/plain"] == repr("{}\n")


def test_pictures_come_after_what_was_printed(session: list) -> None:
    stream, picture = outputs(session[5][1])
    assert stream["text"] == "before\n"
    assert picture["data"]["image/png"].startswith("iVBOR")


def test_widgets_hear_the_page(session: list) -> None:
    assert any(message.get("type") == "comm_open" for message in session[6][1])
    view = outputs(session[6][1])[0]["data"]
    assert "application/vnd.jupyter.widget-view+json" in view
    assert outputs(session[8][1])[0]["data"] == {"text/plain": "5"}


def test_a_blank_is_heeded(session: list) -> None:
    ok, told = session[9]
    assert ok is True
    # Without it a dictionary that lacks the blank would have failed.
    assert [output["output_type"] for output in outputs(told)] == ["execute_result"]


def test_output_widgets_take_what_they_hold(session: list) -> None:
    taken = {m["output"]["text"]: m["widget"] for m in session[10][1] if m["kind"] == "output"}
    assert taken["outside\n"] is None
    assert taken["inside\n"] is not None


def test_nobody_is_told_to_save(session: list) -> None:
    assert outputs(session[13][1])[0]["data"] == {"text/plain": "True"}


def test_a_display_is_updated(session: list) -> None:
    told = {message["kind"]: message for message in session[14][1]}
    assert told["output"]["display"] == told["update"]["display"] == "d"
    assert told["update"]["data"] == {"text/plain": "'second'"}


def test_a_cell_that_prints_for_ever_ends_in_a_word() -> None:
    told: list[str] = []
    teller = Teller(lambda message, buffers: told.append(message))
    stream = Stream(teller, "stdout", "cut")
    for _ in range(3000):
        stream.write("x" * 1000)
    stream.flush()
    letters = sum(len(json.loads(message)["output"]["text"]) for message in told)
    assert 2_000_000 <= letters < 2_100_000
    assert json.loads(told[-1])["output"]["text"].endswith("cut\n")


def test_what_json_lacks_is_null() -> None:
    told: list[str] = []
    Teller(lambda message, buffers: told.append(message)).tell("x", (), value=[float("nan"), 1.5])
    assert json.loads(told[0])["value"] == [None, 1.5]


@pytest.mark.parametrize("name", ["", "..", "a/b", "/etc/x"])
def test_a_file_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        ReaderFiles(tmp_path).put(name, b"x")
