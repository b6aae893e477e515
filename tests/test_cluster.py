"""Grading on a real Dask scheduler with two workers that share no folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import free_port
from test_grading import HIDDEN, needs_sandbox, run_grade, scores, small_batch, wait_for

pytest.importorskip("distributed")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """A scheduler and two workers, each in a folder of its own, with a temporary folder each."""
    port, started = free_port(), []
    address = f"tcp://127.0.0.1:{port}"
    try:
        for name, words in (
            ("scheduler", ("scheduler", "--host", "127.0.0.1", "--port", str(port))),
            ("one", ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")),
            ("two", ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")),
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
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(120)


@needs_sandbox
@pytest.mark.slow
def test_a_cluster_gives_the_same_marks_and_survives_a_lost_worker(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen]]
) -> None:
    (address, workers), handed_in = cluster, small_batch(tmp_path)
    base = (str(handed_in), "--hidden-variant", HIDDEN)
    here, far = tmp_path / "here", tmp_path / "far"
    assert run_grade(*base, "--out", str(here), "--jobs", "2").returncode == 0
    batch = subprocess.Popen(
        [sys.executable, "-m", "casekit", "grade", *base, "--out", str(far), "--cluster", address],
        cwd=Path(__file__).parents[1], stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    # In the middle of it one computer goes away: its worker has a workshop, so it has begun.
    wait_for(lambda: any((tmp_path / "one" / "tmp").glob("casekit-*")), batch)
    workers[0].send_signal(signal.SIGKILL)
    _, said = batch.communicate(timeout=600)
    if batch.returncode == 3:
        # The other worker was lost too, on a busy computer: the same command goes on.
        again = run_grade(*base, "--out", str(far), "--cluster", address)
        assert again.returncode == 0, again.stderr
    else:
        assert batch.returncode == 0, said
    assert (here / "gradebook.csv").read_bytes() == (far / "gradebook.csv").read_bytes()
    assert {score["status"] for score in scores(far).values()} == {"graded", "unreadable"}
