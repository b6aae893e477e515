"""Hints in steps and the journal beside the notebook: counted, appended, never in the way."""

from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path

import pytest

from casekit import language
from casekit.company import load_case
from casekit.errors import QuestionError
from casekit.questions import check, hint, hints, progress
from casekit.questions.journal import PROGRESS_FILE, journal_path, keep, lines
from casekit.questions.seal import SEALED_FILE, seal

SHARE, SLIDE = "company.served_share", "company.slide"


@pytest.fixture
def journal(tiny_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal of the tiny company, as beside a notebook."""
    sealed = seal({SHARE: {"right": 0.38}, SLIDE: {"right": "season"}}, salt="tiny")
    (tiny_folder / SEALED_FILE).write_bytes(sealed)
    load_case(tiny_folder)
    path = tmp_path / PROGRESS_FILE
    monkeypatch.setenv("CASEKIT_PROGRESS", str(path))
    monkeypatch.setattr(hints, "_given", {})
    return path


def states() -> dict[str, str]:
    return {row.question.id: row.state for row in progress().rows}


def test_hints_come_in_steps_and_the_last_one_stays(journal: Path, lang: str) -> None:
    steps = [hint(SHARE) for _ in range(3)]
    assert [step.step for step in steps] == [1, 2, 2]
    assert [step.repeated for step in steps] == [False, False, True]
    assert steps[0].message in repr(steps[0])
    assert hint(SHARE, step=1).message == steps[0].message
    row = next(row for row in progress().rows if row.question.id == SHARE)
    assert row.hints == 2


@pytest.mark.parametrize("step", [0, 3, -1, "two", 1.5, True, 10**30])
def test_a_step_there_is_not(step: object, journal: Path, lang: str) -> None:
    with pytest.raises(QuestionError, match="2"):
        hint(SHARE, step=step)  # type: ignore[arg-type]


def test_progress_follows_the_checks_and_keeps_no_answer(journal: Path, lang: str) -> None:
    assert set(states().values()) == {"not_attempted"}
    check(SHARE, 0.5)
    check(SLIDE, "season")
    assert (states()[SHARE], states()[SLIDE]) == ("incorrect", "correct")
    check(SHARE, 0.38)
    check(SLIDE, ...)  # running an untouched copy takes nothing back
    assert (states()[SHARE], states()[SLIDE]) == ("correct", "correct")
    written = journal.read_text(encoding="utf-8")
    assert "0.38" not in written
    assert '"service"' not in written
    assert all(json.loads(line)["company"] == "Tiny" for line in written.splitlines())
    shown = repr(progress())
    assert language.text("progress-correct") in shown
    assert "<table" in progress()._repr_html_()


def test_another_company_has_a_progress_of_its_own(journal: Path) -> None:
    check(SHARE, 0.38)
    kept = journal.read_text(encoding="utf-8").replace('"Tiny"', '"Other"')
    journal.write_text(kept, encoding="utf-8")
    assert states()[SHARE] == "not_attempted"


def test_torn_and_foreign_lines_are_skipped_and_left_as_they_are(journal: Path) -> None:
    foreign = b'{"at": "x"}\n[1]\n\xff\xfe\nnull\n{"question": "time.none"}\n{"at":'
    journal.write_bytes(foreign)
    check(SHARE, 0.38)
    assert states()[SHARE] == "correct"
    assert journal.read_bytes().startswith(foreign + b"\n")
    assert len(list(lines(journal))) == 1


def append(path: str, question: str, count: int) -> None:
    os.environ["CASEKIT_PROGRESS"] = path
    assert all(keep(question, "incorrect") for _ in range(count))


def test_notebooks_open_at_once_do_not_spoil_each_others_lines(journal: Path) -> None:
    start = multiprocessing.get_context("spawn")
    writers = [
        start.Process(target=append, args=(str(journal), name, 200)) for name in (SHARE, SLIDE)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = [line.question for line in lines(journal)]
    assert (found.count(SHARE), found.count(SLIDE)) == (200, 200)


def test_where_progress_cannot_be_kept_the_verdict_comes_all_the_same(
    journal: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    from casekit.questions import checking

    monkeypatch.setattr(checking, "_told", False)
    journal.mkdir()
    first, second = check(SHARE, 0.38), check(SHARE, 0.38)
    assert first.state == second.state == "correct"
    assert language.text("progress-unwritable") in first.message
    assert language.text("progress-unwritable") not in second.message
    assert set(states().values()) == {"not_attempted"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_a_pipe_in_the_files_place_does_not_hang(journal: Path) -> None:
    os.mkfifo(journal)
    assert check(SHARE, 0.38).state == "correct"
    assert states()[SHARE] == "not_attempted"


def test_a_grading_run_and_a_script_keep_nothing(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    check(SHARE, 0.38)
    hint(SHARE)
    assert not journal.exists()
    monkeypatch.delenv("CASEKIT_RECORD")
    monkeypatch.delenv("CASEKIT_PROGRESS")
    assert journal_path() is None  # no notebook runs this
    assert not progress().kept
