"""What one submission can cost the grader: bytes, seconds, and the marks of the others."""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import os
import subprocess
import sys
import time
import zipfile
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, writes

from casekit.errors import GradingError, InvalidArgument
from casekit.grading import batch
from casekit.grading.execution import workers
from casekit.grading.execution.jobs import Job
from casekit.grading.intake.notebooks import prepare
from casekit.grading.intake.submissions import Submission, read_submission
from casekit.grading.options import GradeOptions
from casekit.grading.sandbox import processes, supervisor
from casekit.grading.sandbox.limits import RunLimits
from casekit.grading.sandbox.outputs import ANSWERS_BYTES, CELL_BYTES, Outputs
from casekit.grading.sandbox.supervisor import NotebookProcess
from casekit.questions.checking import ANSWER_TYPE
from casekit.questions.plain import LONGEST_TEXT

ROOT = Path(__file__).parents[1]
NOTEBOOK = writes(new_notebook(cells=[new_code_cell("1")])).encode()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as bundle:
        for name, content in files.items():
            bundle.writestr(name, content)
    return out.getvalue()


def work(tmp_path: Path, files: dict[str, bytes]) -> list[str]:
    (tmp_path / "team.zip").write_bytes(zipped(files))
    return sorted(read_submission(Submission("team", (tmp_path / "team.zip",))).notebooks)


# Archives


def test_a_copy_has_a_number_that_can_be_one(tmp_path: Path) -> None:
    found = work(tmp_path, {f"01 ({'1' * 90}).ipynb": NOTEBOOK, "01 (2).ipynb": NOTEBOOK})
    assert len(found) == 2


def test_names_that_no_system_can_write_are_passed_over(tmp_path: Path) -> None:
    files = {"01.ipynb": NOTEBOOK, f"{'я' * 200}.ipynb": NOTEBOOK, f"{'a' * 300}.csv": b"x"}
    assert work(tmp_path, files) == ["01.ipynb"]


def test_archives_in_archives_share_one_allowance(tmp_path: Path) -> None:
    inner = zipped({f"{n}.ipynb": bytes(30 * 2**20) for n in range(3)})
    with pytest.raises(GradingError) as caught:
        work(tmp_path, {f"{n}.zip": inner for n in range(3)})
    assert caught.value.key == "unreadable-large"


def test_what_is_passed_over_in_an_archive_counts(tmp_path: Path) -> None:
    with pytest.raises(GradingError) as caught:
        work(tmp_path, {f"{n}.csv": bytes(3 * 2**20) for n in range(80)})
    assert caught.value.key == "unreadable-large"


def test_own_files_fit_on_the_disk_of_a_run(tmp_path: Path) -> None:
    files = {f"{n}.csv": bytes(2**21) for n in range(20)}
    with pytest.raises(GradingError) as caught:
        work(tmp_path, {"01.ipynb": NOTEBOOK, **files})
    assert caught.value.key == "unreadable-large"


def test_an_archive_with_a_password_is_unreadable_and_no_more(tmp_path: Path) -> None:
    content = bytearray(zipped({"01.ipynb": NOTEBOOK}, zipfile.ZIP_STORED))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + place] |= 1
    (tmp_path / "team.zip").write_bytes(content)
    with pytest.raises(GradingError) as caught:
        read_submission(Submission("team", (tmp_path / "team.zip",)))
    assert caught.value.key == "unreadable-zip"


@pytest.mark.parametrize("source", ["\n" * 400_000, " " * 400_000, "check(" * 100_000])
def test_a_cell_of_nothing_takes_no_time_to_look_through(source: str) -> None:
    started = time.process_time()
    prepare(json.dumps({"cells": [{"cell_type": "code", "source": source}]}).encode())
    assert time.process_time() - started < 20  # it was hours


# Outputs


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("display_data", {"data": {"text/plain": 5}, "metadata": {}}),
        ("display_data", {"data": [1], "metadata": {}}),
        ("display_data", {"data": {"text/plain": "x"}, "metadata": 7}),
        ("stream", {"name": "stdout", "text": 5}),
        ("error", {"ename": "x", "evalue": "y", "traceback": 5}),
        ("execute_result", {"data": {}, "metadata": {}, "execution_count": "x"}),
        ("update_display_data", {"data": 5, "transient": {"display_id": "a"}}),
        ("comm_open", {"comm_id": [], "data": 5}),
    ],
)
def test_what_no_notebook_could_hold_is_dropped(kind: str, content: dict) -> None:
    outputs = Outputs()
    cell = outputs.begin_cell()
    outputs.take("display_data", {"data": {}, "metadata": {}, "transient": {"display_id": "a"}}, 1)
    outputs.take(kind, content, 100)
    assert len(cell) == 1
    writes(new_notebook(cells=[new_code_cell("1", outputs=cell)]))


def test_of_a_widget_its_picture_and_words_stay() -> None:
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "m"}}
    outputs = Outputs()
    cell = outputs.begin_cell()
    data = {**view, "text/plain": "The plan adds 18 m.", "image/png": "iVBORw0KGgo="}
    state = {"_model_name": "AnyModel", "_esm": "x" * 300_000}
    outputs.take("comm_open", {"comm_id": "m", "data": {"state": state}}, 300_000)
    outputs.take("display_data", {"data": data, "metadata": {}}, 100)
    (shown,) = cell
    assert set(shown.data) == {"text/plain", "image/png"}
    assert len(writes(new_notebook(cells=[new_code_cell("1", outputs=cell)]))) < 2_000


def test_small_pieces_of_a_stream_are_one_text_and_put_together_once() -> None:
    outputs = Outputs()
    cell = outputs.begin_cell()
    for number in range(1000):
        outputs.take("stream", {"name": "stdout", "text": f"{number},"}, 10)
    # A long text to which each piece is added costs the square of their number.
    assert len(cell[0].text) < 100
    outputs.take("stream", {"name": "stderr", "text": "e"}, 10)
    outputs.take("stream", {"name": "stdout", "text": "a"}, 10)
    outputs.take("stream", {"name": "stdout", "text": "b"}, 10)
    outputs.end_cell()
    assert [each.text for each in cell] == ["".join(f"{n}," for n in range(1000)), "e", "ab"]
    outputs.take("clear_output", {"wait": False}, 10)
    outputs.take("stream", {"name": "stdout", "text": "c"}, 10)
    outputs.end_cell()
    assert [each.text for each in cell] == ["c"]


def test_fields_within_fields_have_an_end() -> None:
    deep: dict = {}
    for _ in range(900):
        deep = {"a": deep}
    outputs = Outputs()
    cell = outputs.begin_cell()
    outputs.take("display_data", {"data": {"application/json": deep}, "metadata": {}}, 9000)
    outputs.take("display_data", {"data": {ANSWER_TYPE: deep}, "metadata": {}}, 9000)
    assert cell == [] and outputs.answers == []


def test_a_display_in_many_places_weighs_as_often() -> None:
    outputs = Outputs()
    cell = outputs.begin_cell()
    shown = {"data": {"text/plain": ""}, "metadata": {}, "transient": {"display_id": "a"}}
    for _ in range(300):
        outputs.take("display_data", shown, 100)
    for _ in range(300):
        update = {"data": {"text/plain": "x" * 2**20}, "transient": {"display_id": "a"}}
        outputs.take("update_display_data", update, 2**20)
    assert sum(len(str(output)) for output in cell) < 2 * CELL_BYTES


def test_structure_weighs_what_it_takes_in_the_file() -> None:
    outputs = Outputs()
    cell = outputs.begin_cell()
    zeros: list = [0] * 200_000
    for _ in range(30):
        zeros = [zeros]
    outputs.take("display_data", {"data": {"application/json": zeros}, "metadata": {}}, 400_000)
    assert cell == []


def test_answers_have_room_and_the_last_counts() -> None:
    def record(question: str, answer: object) -> dict:
        data = {ANSWER_TYPE: {"question": question, "kind": "text", "answer": answer}}
        return {"data": data, "metadata": {}}

    outputs = Outputs()
    outputs.begin_cell()
    longest = "ж" * LONGEST_TEXT
    for question, answer in (("a", 1), ("b", longest), ("a", 2)):
        outputs.take("display_data", record(question, answer), 10)
    assert [json.loads(written)["answer"] for written in outputs.answers] == [longest, 2]
    for number in range(100):
        outputs.begin_cell()
        for question in range(20):
            outputs.take("display_data", record(f"{number}.{question}", longest), 10)
        assert sum(map(len, outputs.answers)) <= ANSWERS_BYTES
    assert outputs.answers == []


# The supervisor


class Deaf:
    """Stands for a fork server whose run says that it is ready and never reads again."""

    def __init__(self) -> None:
        self.held: list[int] = []
        self.killed = False

    def fork(self, sandbox: None, environment: dict, cwd: str, files: list[int]) -> int:
        self.held = [os.dup(file) for file in files]
        os.write(self.held[1], b'{"type": "ready", "content": {}}\n')
        return os.getpid()

    def kill(self, pid: int) -> None:
        self.killed = True


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> Deaf:
    monkeypatch.setattr(supervisor, "tree_exceeds", lambda pid, most: False)
    monkeypatch.setattr(NotebookProcess, "_interrupt", lambda self: None)
    # A process without a sandbox is ended by its group, and this group is ours.
    monkeypatch.setattr(os, "killpg", lambda group, signal: None)
    return Deaf()


def test_a_run_that_stops_reading_is_ended_at_its_deadline(deaf: Deaf) -> None:
    limits = RunLimits(cell_seconds=0.5, notebook_seconds=1.0)
    run = NotebookProcess(deaf, limits, None, {})  # type: ignore[arg-type]
    started = time.monotonic()
    states = [run.run_cell("x" * 10**6)[0].state for _ in range(50)]
    assert time.monotonic() - started < 15
    assert states == ["timeout", *["not_run"] * 49] and deaf.killed
    run.close()


def test_a_flood_of_lines_does_not_stop_the_clock(
    deaf: Deaf, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = RunLimits(cell_seconds=0.2, notebook_seconds=0.4)
    run = NotebookProcess(deaf, limits, None, {})  # type: ignore[arg-type]
    monkeypatch.setattr(supervisor, "GRACE_SECONDS", 0.1)
    monkeypatch.setattr(supervisor, "_WATCH_SECONDS", 0.1)
    taken = []
    monkeypatch.setattr(NotebookProcess, "_take", lambda self, line: taken.append(time.sleep(0.05)))
    os.set_blocking(deaf.held[1], False)
    os.write(deaf.held[1], b"[]\n" * 10_000)
    started = time.monotonic()
    assert run.run_cell("1")[0].state == "timeout"
    assert time.monotonic() - started < 15 and len(taken) < 10_000
    run.close()


def test_memory_that_hides_counts_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = processes.process_memory_mb(os.getpid())
    read = Path.read_text

    def refuse(self: Path, encoding: str = "utf-8") -> str:
        if self.name == "smaps_rollup":
            raise PermissionError
        return read(self, encoding=encoding)

    monkeypatch.setattr(Path, "read_text", refuse)
    assert processes.process_memory_mb(os.getpid()) >= shown / 2 > 0
    assert processes.process_memory_mb(2**22 + 1) == 0


def test_shared_pages_are_weighed_only_where_resident_sizes_come_near_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walked: list[int] = []

    def weigh(pid: int) -> float:
        walked.append(pid)
        return 60.0

    monkeypatch.setattr(processes, "process_tree", lambda pid: [pid, pid + 1])
    monkeypatch.setattr(processes, "process_memory_mb", weigh)
    for resident, exceeds, weighed in ((40.0, False, 0), (48.0, True, 2), (500.0, True, 2)):
        walked.clear()
        monkeypatch.setattr(processes, "resident_mb", lambda pid, each=resident: each)
        assert processes.tree_exceeds(7, 100.0) is exceeds
        assert len(walked) == weighed
    # Pages of one process that lie in two are counted once: twice the resident size is no excess.
    assert not processes.tree_exceeds(7, 130.0)


# Workers


class FragilePool:
    """A pool that breaks as soon as a job named `bad` runs in it."""

    count = 9

    def __init__(self, *_: object) -> None:
        self.broken = False

    def begin(self, *_: object) -> None:
        if not self.broken:
            self.submit("begin", Job("", {}, {}))

    def give(self, *_: object) -> None:
        pass

    give_hidden = give

    def close(self) -> None:
        pass

    def submit(self, _: object, job: Job) -> Future:
        if self.broken:
            raise BrokenProcessPool
        future: Future = Future()
        if job.name == "bad":
            self.broken = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(([], 1.0))
        return future


def test_who_breaks_a_worker_takes_nobody_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_Pool", FragilePool)
    jobs = [Job(name, {}, {}) for name in ("bad", "b", "c", "d", "e")]
    for count in (1, 2, 3):
        ran = workers.run_all(jobs, {}, workers.Crew(count))
        done = {name: outcome for name, outcome, _ in ran}
        assert {
            name for name, outcome in done.items() if isinstance(outcome, workers.JobFailure)
        } == {"bad"}
        assert set(done) == {"bad", "b", "c", "d", "e"}


def test_workers_that_never_begin_lose_every_job_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    class Dead(FragilePool):
        def __init__(self, *_: object) -> None:
            self.broken = True

    monkeypatch.setattr(workers, "_Pool", Dead)
    crew = workers.Crew(2)
    crew.begin("", 2)
    done = list(workers.run_all([Job(name, {}, {}) for name in "ab"], {}, crew))
    assert [name for name, _, _ in done] == ["a", "b"]
    assert all(isinstance(outcome, workers.JobFailure) for _, outcome, _ in done)


def test_no_more_workers_begin_than_there_are_works(monkeypatch: pytest.MonkeyPatch) -> None:
    made, asked = list[int](), list[object]()

    class Counted(FragilePool):
        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count
            made.append(count)

        def submit(self, *given: object) -> Future:
            asked.append(given)
            return Future()

    monkeypatch.setattr(workers, "_Pool", Counted)
    for jobs, works in ((4, 1), (1, 3), (3, 0), (2, 2)):
        made.clear()
        asked.clear()
        crew = workers.Crew(jobs)
        crew.begin("", works)
        least = min(jobs, works)
        assert (made, len(asked)) == ([least] if least else [], least)
    # More than were foreseen, such as works that were sent again.
    assert crew.pool(1).count == 2 and crew.pool(9).count == 2
    crew = workers.Crew(4)
    assert [crew.pool(works).count for works in (1, 3, 2)] == [1, 3, 3]


@pytest.mark.slow
def test_a_hidden_company_that_cannot_be_made_ends_a_batch_whatever_still_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(run: object) -> None:
        raise InvalidArgument("grade-not-hidden", found=17)

    monkeypatch.setattr(batch, "hidden_company", refuse)
    slow = tmp_path / "in" / "slow"
    slow.mkdir(parents=True)
    cells = [new_code_cell("import time\ntime.sleep(60)")]
    (slow / "01.ipynb").write_text(writes(new_notebook(cells=cells)), encoding="utf-8")
    begun = time.monotonic()
    with pytest.raises(InvalidArgument):
        batch.grade(ROOT, tmp_path / "in", tmp_path / "out", GradeOptions())
    assert time.monotonic() - begun < 40
    # The number binds nothing, and nothing is left of what ran.
    assert list((tmp_path / "out").iterdir()) == []
    assert multiprocessing.active_children() == []


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere nothing ends a worker for the grader"
)
def test_workers_end_with_a_grader_that_is_killed_while_they_begin() -> None:
    code = (
        "import os, signal\n"
        "from casekit.grading.execution.workers import Crew\n"
        "crew = Crew(2)\n"
        "crew.begin('', 2)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    mark = f"killed-{os.getpid()}"
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "CASEKIT_TEST_MARK": mark})
    deadline = time.monotonic() + 60
    while marked(mark) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert marked(mark) == []


def marked(mark: str) -> list[str]:
    """Processes in whose environment a mark stands."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (place / "environ").read_bytes():
                found.append((place / "cmdline").read_text("utf-8", "replace"))
    return found
