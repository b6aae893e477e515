"""Who runs the jobs: processes of this computer, or workers of a Dask cluster."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casekit.errors import InvalidArgument
from casekit.grading.running import Companies, Job, NotebookResult, run_job

if TYPE_CHECKING:
    from casekit.grading.batch import Wish

#: A scheduler that has not answered by then is taken for none.
_PATIENCE = "10s"
#: A job is given to a worker so often before the computer is blamed and the job put aside.
_TRIES = 3


@dataclass(frozen=True)
class Lost:
    """A job that no worker could finish: not the submission's fault, and no mark."""

    key: str
    found: str


Outcome = tuple[str, "list[NotebookResult] | Lost", float]

_companies: Companies = {}
_core: int | None = None


def run_all(jobs: Sequence[Job], companies: Companies, wish: Wish) -> Iterator[Outcome]:
    """Run jobs; name, outcome and seconds of each as it ends."""
    if not jobs:
        return
    if wish.cluster:
        yield from _on_cluster(jobs, companies, wish.cluster)
    else:
        yield from _here(jobs, companies, wish.jobs)


def _here(jobs: Sequence[Job], companies: Companies, count: int) -> Iterator[Outcome]:
    queue, suspects = list(jobs), list[Job]()
    while queue:
        before, broken = len(queue), list[Job]()
        with _pool(min(count, before), companies) as pool:
            yield from _drain(pool, queue, broken, count)
        # Who ran when the pool broke may have broken it; with others beside it nobody knows.
        suspects += broken
        if len(queue) == before:  # nothing even began
            suspects, queue = suspects + queue, []
    for job in suspects:
        yield from _alone(job, companies)


def _alone(job: Job, companies: Companies) -> Iterator[Outcome]:
    """Run a job with a pool of its own: if that breaks too, it was this job."""
    for _ in range(_TRIES - 1):
        queue, broken = [job], list[Job]()
        with _pool(1, companies) as pool:
            yield from _drain(pool, queue, broken, 1)
        if not queue and not broken:
            return
    yield job.name, Lost("infrastructure-worker", "worker"), 0.0


def _drain(
    pool: ProcessPoolExecutor, queue: list[Job], broken: list[Job], count: int
) -> Iterator[Outcome]:
    """Run jobs off the queue, as many at a time as the pool has workers.

    Comes back when the queue is empty or the pool is broken: then `broken` holds what was running,
    and the queue what never ran.
    """
    running: dict[Future[tuple[list[NotebookResult], float]], Job] = {}
    failed = False
    while running or (queue and not failed):
        while queue and len(running) < count and not failed:
            job = queue[0]
            try:
                running[pool.submit(_work, job)] = job
                queue.pop(0)
            except BrokenExecutor:
                failed = True
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            job = running.pop(future)
            try:
                results, seconds = future.result()
                yield job.name, results, seconds
            except BrokenExecutor:
                failed = True
                broken.append(job)
            except Exception as error:
                # Whatever a worker meets, the other submissions go on.
                yield job.name, Lost("infrastructure-run", repr(error)[:300]), 0.0


def _pool(count: int, companies: Companies) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    begun = context.Value("i", 0)
    return ProcessPoolExecutor(count, context, initializer=_begin, initargs=(companies, begun))


def _begin(companies: Companies, begun: Any) -> None:
    """Of a worker: keep the companies, take a core, and do not outlive the grader."""
    global _companies, _core
    _companies = companies
    with begun.get_lock():
        place = begun.value
        begun.value += 1
    if hasattr(os, "sched_getaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        # Runs keep to a core each, so that a greedy one slows nobody; unless they must share.
        _core = cores[place % len(cores)]
    if sys.platform == "linux":
        from casekit.grading import system

        with contextlib.suppress(OSError):
            system.die_with_parent()


def _work(job: Job) -> tuple[list[NotebookResult], float]:
    started = time.monotonic()
    results = run_job(job, _companies, _core)
    return results, time.monotonic() - started


def _on_cluster(jobs: Sequence[Job], companies: Companies, address: str) -> Iterator[Outcome]:
    """Jobs on a Dask cluster: files travel with them, no folder is shared."""
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise InvalidArgument("grade-no-dask") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise InvalidArgument("grade-no-cluster", found=str(error) or address) from None
    with client:
        data = client.scatter(companies, broadcast=True, hash=True)
        futures: dict[Any, Job] = {
            client.submit(_work_far, job, data, pure=False, retries=_TRIES - 1): job for job in jobs
        }
        for future in as_completed(list(futures), loop=client.loop):
            job = futures[future]
            try:
                results, seconds = future.result()
                yield job.name, results, seconds
            except KilledWorker as error:
                yield job.name, Lost("infrastructure-worker", str(error)[:300]), 0.0
            except Exception as error:
                # Whatever a far computer meets, the other submissions go on.
                yield job.name, Lost("infrastructure-run", repr(error)[:300]), 0.0


def _work_far(job: Job, companies: Companies) -> tuple[list[NotebookResult], float]:
    started = time.monotonic()
    return run_job(job, companies), time.monotonic() - started
