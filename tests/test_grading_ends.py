"""How a submission ends that does not end by itself, and a batch on a disk that is full."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, writes

import casekit.cli.grading
from casekit.cli import main
from casekit.errors import GradingError, InvalidArgument
from casekit.grading import batch, files, journal
from casekit.grading.execution import interrupts, workers
from casekit.grading.execution.jobs import JobFailure, JobOutcome, NotebookResult
from casekit.grading.execution.patience import Patience
from casekit.grading.execution.workers import Crew
from casekit.grading.intake.choosing import HandedOut
from casekit.grading.intake.people import find_submissions
from casekit.grading.marks.feedback import feedback_page
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.reports import Tables, write_reports
from casekit.grading.marks.scoring import Mark
from casekit.grading.options import GradeOptions, GradeReport
from casekit.language import text
from casekit.questions import QUESTIONS

ROOT = Path(__file__).parents[1]

LOOP = "while True: pass"


def test_loops_are_waited_for_once() -> None:
    patience = Patience(60)
    waited = 0.0
    for _company in range(2):
        for number in range(40):
            source = f"{LOOP}  # {number % 20}"
            seconds = patience.of(source)
            patience.ran_out(source, seconds)
            waited += seconds
    assert patience.of("1 + 1") >= 1.0
    # Each loop of its own: two cells' time, and little for what follows.
    assert waited < 60 * 2 + 20 * 3 + 60 * 0.5
    same = Patience(60)
    assert same.of(LOOP) == 60
    same.ran_out(LOOP, 60.0)
    assert same.of(LOOP) < 1 < same.of("x") == 30


def test_a_cell_that_the_notebooks_end_cut_short_may_still_end() -> None:
    patience = Patience(60)
    patience.ran_out("slow()", 12.0)
    assert patience.of("slow()") == 60
    assert Patience(1).of("x") == 1


# What fails twice


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    content = writes(new_notebook(cells=[new_code_cell("1")]))
    for name in ("one", "two"):
        (folder / f"{name}.ipynb").write_text(content, encoding="utf-8")
    return folder


def run_batch(
    handed_in: Path,
    out: Path,
    failure: JobFailure,
    monkeypatch: pytest.MonkeyPatch,
    options: GradeOptions | None = None,
) -> tuple[list[str], dict[str, journal.Entry]]:
    """Run a batch in which every job fails so; names of those that ran, and the journal."""
    ran: list[str] = []

    def fail(jobs: Any, *_: object) -> Iterator[JobOutcome]:
        for job in jobs:
            ran.append(job.name)
            yield job.name, failure, 0.0

    monkeypatch.setattr(batch, "run_all", fail)
    out.mkdir(exist_ok=True)
    found = find_submissions(handed_in)
    batch._run_submissions(
        found, HandedOut(), {}, out, options or GradeOptions(), (), "", False, lambda *_: None,
        Crew(1),
    )  # fmt: skip
    return ran, journal.entries(out)


def test_what_fails_twice_in_the_same_way_is_final_and_listed(
    handed_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    out = tmp_path / "out"
    first = JobFailure("infrastructure-run", "TypeError('x at 0x7f')")
    again = JobFailure("infrastructure-run", "TypeError('x at 0x9c')")
    ran, entries = run_batch(handed_in, out, first, monkeypatch)
    assert ran == ["one", "two"]
    assert {entry["status"] for entry in entries.values()} == {"infrastructure"}
    # Another error is another failure.
    _, entries = run_batch(
        handed_in, out, JobFailure("infrastructure-run", "KeyError(1)"), monkeypatch
    )
    assert entries["one"]["status"] == "infrastructure"
    run_batch(handed_in, out, again, monkeypatch)
    ran, entries = run_batch(handed_in, out, again, monkeypatch)
    assert ran == ["one", "two"] and entries["one"]["status"] == "unreadable"
    reason, facts = entries["one"]["reason"], entries["one"]["facts"]
    assert "TypeError" in text(reason, **facts)
    assert '--only "one"' in text(f"{reason}-do", **facts)
    assert run_batch(handed_in, out, again, monkeypatch)[0] == []
    # Asked for by name, or handed in anew, it is tried again.
    assert run_batch(handed_in, out, again, monkeypatch, GradeOptions(only="one"))[0] == ["one"]
    (handed_in / "two.ipynb").write_text(
        writes(new_notebook(cells=[new_code_cell("2")])), encoding="utf-8"
    )
    ran, entries = run_batch(handed_in, out, again, monkeypatch)
    assert ran == ["two"] and entries["two"]["status"] == "infrastructure"


def test_a_process_that_does_not_start_is_the_computers_failure_for_ever(
    handed_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = workers._failure(GradingError("grading-run-start", found="fork"))
    for _ in range(3):
        ran, entries = run_batch(handed_in, tmp_path / "out", failure, monkeypatch)
        assert ran == ["one", "two"] and entries["one"]["status"] == "infrastructure"


# What the exit code says


@pytest.mark.parametrize(
    ("counts", "code"),
    [({"graded": 2, "unreadable": 1}, 0), ({"unreadable": 2}, 1), ({"unassigned": 1}, 1),
     ({"infrastructure": 1, "unreadable": 1}, 3), ({"infrastructure": 1, "graded": 1}, 3)],
)  # fmt: skip
def test_a_script_notices_a_batch_in_which_nothing_could_be_marked(
    counts: dict[str, int],
    code: int,
    handed_in: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = GradeReport(counts, "", False)
    monkeypatch.setattr(casekit.cli.grading, "grade", lambda *_: report)
    with pytest.raises(SystemExit) as stop:
        main(["grade", str(handed_in), "--out", str(tmp_path / "out")])
    assert int(stop.value.code or 0) == code


# Ctrl+C: a whole batch is stopped in test_grading


@pytest.fixture
def ctrl_c(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Presses it, in a process that has not taken note of it yet."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(interrupts, "_came", False)
    yield lambda: signal.raise_signal(signal.SIGINT)
    signal.signal(signal.SIGINT, before)


def test_the_first_press_stops_once_nothing_is_being_started(ctrl_c: Callable[[], None]) -> None:
    told, done = list[str](), list[str]()

    def start() -> None:
        with interrupts.first_stops(lambda: told.append("told")):
            with interrupts.held_back():
                ctrl_c()
                done.append("started")
            done.append("went on")

    with pytest.raises(KeyboardInterrupt):
        start()
    ctrl_c()
    assert (told, done) == (["told"], ["started"])


def test_a_batch_that_ends_leaves_ctrl_c_as_it_was(ctrl_c: Callable[[], None]) -> None:
    with interrupts.first_stops(lambda: pytest.fail("nobody pressed")):
        pass
    with pytest.raises(KeyboardInterrupt):
        ctrl_c()


def test_a_worker_stops_what_it_runs_and_begins_nothing_more(ctrl_c: Callable[[], None]) -> None:
    interrupts.take_note()
    with interrupts.stopping():
        pass
    assert not interrupts.came()

    def run() -> None:
        with interrupts.stopping():
            try:
                ctrl_c()
            finally:
                # What ends in good order is not cut short by the next.
                ctrl_c()

    with pytest.raises(KeyboardInterrupt):
        run()
    ctrl_c()
    assert interrupts.came()
    with pytest.raises(KeyboardInterrupt), interrupts.stopping():
        pytest.fail("it began")


# What was read in part


def partly(**more: Any) -> SubmissionResult:
    notebooks = [
        {"place": place, "unreadable": why, "records": {}, "asked": (), "language": "en"}
        for place, why in (("01.ipynb", "unreadable-notebook"), ("02.ipynb", ""))
    ]
    marks = {
        name: Mark("incorrect", 0.0, float(question.points), shipped="incorrect")
        for name, question in QUESTIONS.items()
    }
    entry = {"notebooks": notebooks, "system_id": "4711", **more}
    return SubmissionResult("Ann_4711", "graded", "en", marks=marks, entry=entry)


def test_marks_without_an_unreadable_notebook_wait_to_be_accepted(
    tmp_path: Path, lang: str
) -> None:
    cells = SubmissionResult(
        "Bob",
        "graded",
        "en",
        entry={"notebooks": [{**partly().entry["notebooks"][1], "damaged": 1}]},
    )
    assert cells.provisional and not SubmissionResult("Cid", "graded", "en").provisional
    for accepted in (False, True):
        result = partly(accepted=accepted)
        write_reports(ROOT, tmp_path, [result], {"variant": None, "sandbox": True}, Tables())
        for name in ("moodle.csv", "canvas.csv"):
            assert ("4711" in (tmp_path / name).read_text("utf-8")) is accepted
        with zipfile.ZipFile(tmp_path / "moodle_feedback.zip") as archive:
            assert bool(archive.namelist()) is accepted
        book = (tmp_path / "gradebook.csv").read_text("utf-8")
        assert (f",{text('grade-provisional')}," in book.splitlines()[1]) is not accepted
        score = json.loads((tmp_path / "Ann_4711" / "score.json").read_text("utf-8"))
        assert score["provisional"] is not accepted
        page = feedback_page(result, {})
        provisional = text("feedback-provisional", score="0", most="100").split("0", 1)[1][-40:]
        assert (provisional in page) is not accepted


def test_accepting_holds_for_the_files_that_were_marked(tmp_path: Path) -> None:
    entry = {"submission": "Ann", "status": "graded", "digest": "a", "notebooks": []}
    journal.append(tmp_path, entry)
    for _ in range(2):
        batch._accept(tmp_path, "Ann")
    assert len((tmp_path / journal.JOURNAL).read_text("utf-8").splitlines()) == 2
    assert journal.entries(tmp_path)["Ann"] == {**entry, "accepted": True}
    journal.append(tmp_path, {**entry, "digest": "b"})
    assert "accepted" not in journal.entries(tmp_path)["Ann"]
    with pytest.raises(InvalidArgument):
        batch._accept(tmp_path, "Bob")


# A disk that is full

FULL = [errno.ENOSPC, errno.EROFS, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)]


@pytest.mark.parametrize("number", [*FULL, errno.EACCES, errno.ENOTDIR])
def test_a_file_that_cannot_be_written_is_a_sentence(
    number: int,
    handed_in: Path,
    tmp_path: Path,
    lang: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(casekit.cli.grading, "grade", fail)
    out = tmp_path / "out"
    with pytest.raises(SystemExit) as stop:
        main(["grade", str(handed_in), "--out", str(out), "--lang", lang])
    assert stop.value.code == 1
    told = capsys.readouterr().err.strip()
    key = "cli-disk-full" if number in FULL else "cli-file"
    file = str(out) if number in FULL else "?"
    assert told.splitlines()[-1] == text(key, file=file, why=os.strerror(number))
    assert "Traceback" not in told


def test_a_full_disk_ends_the_batch_and_not_one_submission() -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    wrapped = RuntimeError("papermill")
    wrapped.__cause__ = full
    for error in (full, wrapped):
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            workers._failure(error)
    assert workers._failure(ValueError("x")).key == "infrastructure-run"


def test_nothing_is_half_written_where_the_disk_fills_up(
    handed_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (submission, _) = find_submissions(handed_in)
    content = batch.read_submission(submission)

    def result(name: str) -> list[NotebookResult]:
        return [NotebookResult(f"{n}.ipynb", executed=f"{name} {n}") for n in range(3)]

    batch._keep(out, submission, content, result("old"), 1.0)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    write, written = Path.write_bytes, []

    def fill_up(self: Path, data: bytes) -> int:
        written.append(self)
        if len(written) == 2:
            write(self, data[:2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        batch._keep(out, submission, content, result("new"), 1.0)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    # With room it goes on.
    batch._keep(out, submission, content, result("new"), 1.0)
    assert (out / "one" / "02_1.ipynb").read_text("utf-8") == "new 1"

    def refuse(self: Path, *_: object, **__: object) -> int:
        write(self, b"ha")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    shutil.rmtree(out / "one")
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        files.write_atomically(out / journal.JOURNAL, "half")
    assert (out / journal.JOURNAL).read_bytes() != b"ha"
    assert [path.name for path in out.iterdir()] == [journal.JOURNAL]


def test_a_gradebook_that_would_make_a_new_assignment_is_told(tmp_path: Path, lang: str) -> None:
    run = {"variant": None, "sandbox": True}
    from_canvas, other = partly(accepted=True, upload=5), partly(accepted=True)
    assert write_reports(ROOT, tmp_path, [other], run, Tables()) == []
    ((key, facts),) = write_reports(ROOT, tmp_path, [from_canvas], run, Tables())
    assert key == "table-new-assignment" and facts["title"] == text("grade-assignment", lang)
    assert facts["title"] in (tmp_path / facts["file"]).read_text("utf-8")
