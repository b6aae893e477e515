"""Who runs the jobs: processes of this computer, or workers of a Dask cluster."""

from __future__ import annotations

import contextlib
import multiprocessing
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

#: A job is given to a worker so often before the computer is blamed and the job put aside.
_TRIES = 3


@dataclass(frozen=True)
class Lost:
    """A job that no worker could finish: not the submission's fault, and no mark."""

    key: str
    found: str


Outcome = tuple[str, "list[NotebookResult] | Lost", float]

_companies: Companies = {}


def run_all(jobs: Sequence[Job], companies: Companies, wish: Wish) -> Iterator[Outcome]:
    """Run jobs; name, outcome and seconds of each as it ends."""
    if not jobs:
        return
    if wish.cluster:
        yield from _on_cluster(jobs, companies, wish.cluster)
    else:
        yield from _here(jobs, companies, wish.jobs)


def _here(jobs: Sequence[Job], companies: Companies, count: int) -> Iterator[Outcome]:
    tries = dict.fromkeys((job.name for job in jobs), 0)
    waiting = list(jobs)
    while waiting:
        broken: list[Job] = []
        with _pool(min(count, len(waiting)), companies) as pool:
            yield from _drain(pool, waiting, broken, count)
        waiting = []
        for job in broken:
            # With one beside it nobody knows who broke the pool; alone it is known.
            tries[job.name] += 1
            if tries[job.name] >= _TRIES:
                yield job.name, Lost("infrastructure-worker", "worker"), 0.0
            else:
                waiting.append(job)
        count = 1 if broken else count


def _drain(
    pool: ProcessPoolExecutor, waiting: list[Job], broken: list[Job], count: int
) -> Iterator[Outcome]:
    """Keep as many jobs in the pool as it has workers; what it loses goes to `broken`."""
    queue = list(reversed(waiting))
    running: dict[Future[tuple[list[NotebookResult], float]], Job] = {}
    failed = False
    while queue or running:
        while queue and len(running) < count and not failed:
            job = queue.pop()
            try:
                running[pool.submit(_work, job)] = job
            except BrokenExecutor:
                failed = True
                broken.append(job)
        if failed and not running:
            broken.extend(queue)
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
    return ProcessPoolExecutor(count, context, initializer=_begin, initargs=(companies,))


def _begin(companies: Companies) -> None:
    """Of a worker: keep the companies, and do not outlive the grader."""
    global _companies
    _companies = companies
    if sys.platform == "linux":
        from casekit.grading import system

        with contextlib.suppress(OSError):
            system.die_with_parent()


def _work(job: Job) -> tuple[list[NotebookResult], float]:
    started = time.monotonic()
    results = run_job(job, _companies)
    return results, time.monotonic() - started


def _on_cluster(jobs: Sequence[Job], companies: Companies, address: str) -> Iterator[Outcome]:
    """Jobs on a Dask cluster: files travel with them, no folder is shared."""
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise InvalidArgument("grade-no-dask") from None
    try:
        client = Client(address, timeout="20s", set_as_default=False)
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
