"""Grading on a real Dask scheduler with two workers that share no folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_grading import HIDDEN, needs_sandbox, run_grade, scores, small_batch

pytest.importorskip("distributed")

PORT = 18786
ADDRESS = f"tcp://127.0.0.1:{PORT}"


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[list[subprocess.Popen]]:
    """A scheduler and two workers, each in a folder of its own, with a temporary folder each."""
    started = []
    try:
        for name, words in (
            ("scheduler", ("scheduler", "--host", "127.0.0.1", "--port", str(PORT))),
            ("one", ("worker", ADDRESS, "--nthreads", "1", "--no-nanny", "--no-dashboard")),
            ("two", ("worker", ADDRESS, "--nthreads", "1", "--no-nanny", "--no-dashboard")),
        ):  # fmt: skip
            folder = tmp_path / name
            (folder / "tmp").mkdir(parents=True)
            started.append(
                subprocess.Popen(
                    [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
                    cwd=folder,
                    env={**os.environ, "TMPDIR": str(folder / "tmp")},
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
        yield started[1:]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(20)


@needs_sandbox
def test_a_cluster_gives_the_same_marks_and_survives_a_lost_worker(
    tmp_path: Path, workers: list[subprocess.Popen]
) -> None:
    handed_in = small_batch(tmp_path)
    base = (str(handed_in), "--hidden-variant", HIDDEN)
    here, far = tmp_path / "here", tmp_path / "far"
    assert run_grade(*base, "--out", str(here), "--jobs", "2").returncode == 0
    batch = subprocess.Popen(
        [sys.executable, "-m", "casekit", "grade", *base, "--out", str(far), "--cluster", ADDRESS],
        cwd=Path(__file__).parents[1], stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    time.sleep(14)
    # In the middle of it one computer goes away.
    workers[0].send_signal(signal.SIGKILL)
    _, said = batch.communicate(timeout=180)
    assert batch.returncode == 0, said
    assert (here / "gradebook.csv").read_bytes() == (far / "gradebook.csv").read_bytes()
    assert {score["status"] for score in scores(far).values()} == {"graded", "unreadable"}
