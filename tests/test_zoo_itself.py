"""The zoo itself: every animal is one submission, named as it says, that asks what there is."""

from __future__ import annotations

import ast
import re
import stat
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from zoo.animal import CONFESSION, STATES, STATUSES, Animal
from zoo.animals import ZOO
from zoo.facts import CANARY
from zoo.solved import CHOICE, NUMBER, TYPED, Solved

from casekit.questions import QUESTIONS

#: Asked on purpose, though there is no such question.
_NONE_SUCH = {"time.sellling_share"}

SOLVED = Solved()


def test_there_are_enough_animals_and_no_two_of_one_name() -> None:
    assert len(ZOO) >= 60
    assert {
        name for name, count in Counter(each.name for each in ZOO).items() if count > 1
    } == set()


@pytest.mark.parametrize("animal", ZOO, ids=lambda animal: animal.name)
def test_an_animal_writes_one_submission_of_its_name(animal: Animal, tmp_path: Path) -> None:
    folder = tmp_path / "submissions"
    folder.mkdir()
    animal.write(folder, SOLVED)
    (made,) = (path.name for path in folder.iterdir())
    assert made in (animal.name, f"{animal.name}{Path(made).suffix}")
    # An odd length is fine on a disk; what is written must still be small or have a hole in it.
    large = sum(path.stat().st_blocks * 512 for path in _files(folder / made))
    assert large < 250 * 2**20
    for path in (folder / made, *(folder / made).rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


@pytest.mark.parametrize("animal", ZOO, ids=lambda animal: animal.name)
def test_what_is_expected_can_happen(animal: Animal) -> None:
    expect = animal.expect
    assert set(expect.status.split("|")) <= set(STATUSES)
    assert set(expect.states) <= set(QUESTIONS)
    assert {state for states in expect.states.values() for state in states.split("|")} <= set(
        STATES
    )
    if expect.status == "graded":
        # Whatever else it does, it must be known of what becomes of an answer, or of the score.
        assert expect.states or expect.max_score is not None
    else:
        assert not expect.states
    for question, states in expect.states.items():
        if "correct" in states.split("|") and expect.max_score is not None:
            assert expect.max_score >= QUESTIONS[question].points


def test_an_answer_may_have_one_of_several_states() -> None:
    expect = next(each.expect for each in ZOO if each.name == "hangs_in_c")
    assert expect.allows(NUMBER, "correct")
    assert not expect.allows(NUMBER, "killed")
    assert expect.allows(CHOICE, "killed")
    assert expect.allows(CONFESSION, "review")


def test_cells_ask_questions_that_there_are(tmp_path: Path) -> None:
    asked: set[str] = set()
    for animal in ZOO:
        folder = tmp_path / animal.name
        folder.mkdir()
        if len(animal.expect.states) < 2:
            continue
        path = folder / f"{animal.name}.ipynb"
        animal.write(folder, SOLVED)
        if path.is_file() and path.stat().st_size < 2**20:
            asked |= set(
                re.findall(r'check\(\\?"([a-z_.]+)\\?"', path.read_text("utf-8", "replace"))
            )
        for each in _files(folder):
            each.parent.chmod(0o755)
    assert asked - _NONE_SUCH <= set(QUESTIONS)
    assert {NUMBER, CHOICE, TYPED, CONFESSION} <= asked


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="links and names that Windows refuses")
def test_archives_are_what_they_say(tmp_path: Path) -> None:
    size = {}
    for animal in ZOO:
        folder = tmp_path / animal.name
        folder.mkdir()
        animal.write(folder, SOLVED)
        path = folder / f"{animal.name}.zip"
        if not path.is_file():
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as bundle:
                size[animal.name] = sum(info.file_size for info in bundle.infolist())
                if animal.expect.status == "graded":
                    assert bundle.testzip() is None
        else:
            assert animal.expect.status == "unreadable"
    assert size["is_a_zip_bomb"] >= 2**30
    assert (tmp_path / "is_a_zip_bomb" / "is_a_zip_bomb.zip").stat().st_size < 4 * 2**20
    with (
        zipfile.ZipFile(tmp_path / "is_a_zip_bomb" / "is_a_zip_bomb.zip") as bomb,
        bomb.open("01.ipynb") as entry,
    ):
        assert entry.read(10**6) == b" " * 10**6
    name = "is_an_archive_with_a_password"
    with (
        zipfile.ZipFile(tmp_path / name / f"{name}.zip") as locked,
        pytest.raises(RuntimeError, match="password"),
    ):
        locked.read("01.ipynb")
    (tmp_path / "lies_in_a_read_only_folder" / "lies_in_a_read_only_folder").chmod(0o755)


# Thieves leave files open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.skipif(sys.platform != "linux", reason="the attacks know Linux")
@pytest.mark.parametrize(
    "name",
    [
        "reads_the_key",
        "reads_other_submissions",
        "writes_into_other_submissions",
        "reads_the_environment",
        "connects_to_servers_of_this_computer",
        "signals_the_grader",
        "changes_the_data",
    ],
)
def test_a_theft_succeeds_where_nothing_stops_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise an attack that fails by its own clumsiness would pass for one that was stopped."""
    folder = tmp_path / "submissions"
    here = tmp_path / "run" / "here"
    data = tmp_path / "data"
    for each in (folder, here, data):
        each.mkdir(parents=True)
    (folder / "neighbour.ipynb").write_text("{}", encoding="utf-8")
    (data / "reps.csv").write_text("rep_id\n", encoding="utf-8")
    monkeypatch.chdir(here)
    monkeypatch.setenv(CANARY, "here")
    monkeypatch.setenv("CASEKIT_DATA", str(data))
    animal = next(each for each in ZOO if each.name == name)
    animal.write(folder, SOLVED)
    notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
    (source,) = (each.source for each in notebook.cells if CONFESSION in each.source)
    told: list[str] = []
    kit = SimpleNamespace(check=lambda question, answer: told.append(question))
    exec(compile(source, name, "exec"), {"ck": kit})
    assert CONFESSION in told
    # What was told would not be forgiven.
    assert not animal.expect.allows(CONFESSION, "review")


@pytest.mark.slow
def test_mischief_is_code_that_can_run() -> None:
    """A slip in an animal's own code would pass for an error that was asked for."""
    broken = {"has_a_syntax_error", "has_a_null_byte_in_its_code", "is_written_in_r"}
    found = set()
    for name, source in _sources():
        # Top-level await and the shell's exclamation mark are the notebook's own.
        plain = re.sub(r"(?m)^(\s*)[%!].*$", r"\1pass", source)
        try:
            compile(plain, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        except (SyntaxError, ValueError, UnicodeEncodeError):
            found.add(name)
    assert found <= broken | {"has_half_a_letter"}


def _sources() -> Iterator[tuple[str, str]]:
    from tempfile import TemporaryDirectory

    for animal in ZOO:
        with TemporaryDirectory() as place:
            animal.write(Path(place), SOLVED)
            path = Path(place, f"{animal.name}.ipynb")
            if not (path.is_file() and path.stat().st_size < 2**20):
                Path(place, animal.name).chmod(0o755) if Path(place, animal.name).is_dir() else None
                continue
            try:
                cells = nbformat.reads(path.read_text("utf-8"), as_version=4).cells
            except Exception:  # an odd file is what other tests are for
                continue
            for each in cells:
                if each.get("cell_type") == "code" and isinstance(each.get("source"), str):
                    yield animal.name, each["source"]


def _files(top: Path) -> Iterator[Path]:
    for path in (top, *top.rglob("*")):
        if stat.S_ISREG(path.lstat().st_mode):
            yield path
