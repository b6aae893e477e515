"""Worker pools for jobs: processes of this computer, or a Dask cluster."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from typing import Any

from casekit.errors import GradingError, InvalidArgument, full_disk
from casekit.grading.execution.interrupts import came, held_back, stopping, take_note
from casekit.grading.execution.jobs import (
    HIDDEN,
    Companies,
    CompanyFiles,
    Job,
    JobFailure,
    JobOutcome,
    NotebookResult,
)
from casekit.grading.execution.running import run_job
from casekit.grading.execution.worker_cache import worker_cache

#: A scheduler that has not answered by then counts as absent.
_PATIENCE = "10s"
#: How often a job is given to a worker before it is reported as failed.
_TRIES = 3

_companies: Companies | None = None
_core: int | None = None
#: Where the companies of participants come from, and where the hidden one does.
_inboxes: tuple[Any, Any] = (None, None)


class Crew:
    """Worker processes of this computer, kept from the first run of a batch to its marks.

    Parameters
    ----------
    count
        Most of them at a time.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: _Pool | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        # What they run is of no use after an error; Ctrl+C has reached each of them by itself.
        if kind is not None and not issubclass(kind, KeyboardInterrupt):
            for process in multiprocessing.active_children():
                process.terminate()
        self.dismiss()

    @property
    def at_hand(self) -> bool:
        """Whether there are processes that have loaded what is needed."""
        return self._pool is not None

    def begin(self, scratch_folder: str, works: int) -> None:
        """Have processes load what every run needs, while the works are still read.

        Parameters
        ----------
        scratch_folder
            For temporary files of runs.
        works
            How many works there are to run: no more processes are begun.
        """
        for _ in range(min(self.count, works)):
            self.pool(works).begin(scratch_folder)

    def pool(self, works: int) -> _Pool:
        """The processes, no more than there are works; new ones after `dismiss`, or for more."""
        most = min(self.count, works)
        if self._pool is not None and self._pool.count < most:
            self.dismiss()
        self._pool = self._pool or _Pool(most)
        return self._pool

    def dismiss(self) -> None:
        """End the processes once they have done what they were asked."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None


class _Pool:
    """Processes that get the companies, which are large, once and not with each job."""

    def __init__(self, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.count = count
        # None until the companies are given; then how many processes wait for the hidden one.
        self._waiting: int | None = None
        self._inboxes = context.Queue(), context.Queue()
        self._beginning: list[Future[None]] = []
        given = (self._inboxes, context.Value("i", 0))
        self._executor = ProcessPoolExecutor(
            count, context, initializer=_start_worker, initargs=given
        )

    def begin(self, scratch_folder: str) -> None:
        """Have a process load what every run needs."""
        # Processes that end at once are met again, and told, when jobs are given to them.
        with contextlib.suppress(BrokenExecutor):
            self._beginning.append(self.submit(_begin, scratch_folder))

    def give(self, companies: Companies, jobs: int) -> None:
        """Hand each process that will have a job what participants had; only once."""
        if self._waiting is None:
            self._waiting = min(self.count, jobs)
            own = {name: files for name, files in companies.items() if name != HIDDEN}
            for _ in range(self._waiting):
                self._inboxes[0].put(own)

    def give_hidden(self, companies: Companies) -> None:
        """Hand each of them the hidden company, which may have to be drawn first; only once."""
        waiting, self._waiting = self._waiting or 0, 0
        files: CompanyFiles = {}
        try:
            if waiting:
                # To draw it before would only keep the first runs from beginning.
                wait(self._beginning)
                files = companies[HIDDEN]
        finally:
            # Without any they end: who waits for a company that never comes would wait for ever.
            for _ in range(waiting):
                self._inboxes[1].put(files)

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        with held_back():
            return self._executor.submit(function, *given)

    def close(self) -> None:
        self._executor.shutdown()
        # Copies that nobody took are not waited for.
        for inbox in self._inboxes:
            inbox.cancel_join_thread()
            inbox.close()


def run_all(
    jobs: Sequence[Job], companies: Companies, crew: Crew, cluster: str = ""
) -> Iterator[JobOutcome]:
    """Run jobs and yield the outcome of each as it ends.

    Parameters
    ----------
    jobs, companies
        What to run, and on what.
    crew
        Worker processes of this computer.
    cluster
        Address of a Dask scheduler to run on instead; empty for this computer.

    Raises
    ------
    InvalidArgument
        If the cluster cannot be reached.
    """
    if not jobs:
        return
    if cluster:
        yield from _on_cluster(jobs, companies, cluster)
    else:
        yield from _on_this_computer(jobs, companies, crew)


def _on_this_computer(
    jobs: Sequence[Job], companies: Companies, crew: Crew
) -> Iterator[JobOutcome]:
    queue, suspects = list(jobs), list[Job]()
    while queue:
        before, broken = len(queue), list[Job]()
        yield from _run_queue(crew.pool(before), companies, queue, broken, crew.count)
        if queue or broken:
            crew.dismiss()
        # Any job that ran when the pool broke may have broken it: each is tried again alone.
        suspects += broken
        if len(queue) == before:  # the pool broke before any job started
            suspects, queue = suspects + queue, []
    for job in suspects:
        yield from _run_alone(job, companies)


def _run_alone(job: Job, companies: Companies) -> Iterator[JobOutcome]:
    """Run a job in a process of its own: if that breaks too, this job broke it."""
    for _ in range(_TRIES - 1):
        queue, broken = [job], list[Job]()
        with Crew(1) as crew:
            yield from _run_queue(crew.pool(1), companies, queue, broken, 1)
        if not queue and not broken:
            return
    yield job.name, JobFailure("infrastructure-worker", "worker"), 0.0


def _run_queue(
    pool: _Pool, companies: Companies, queue: list[Job], broken: list[Job], count: int
) -> Iterator[JobOutcome]:
    """Run jobs off the queue, as many at a time as the pool has workers.

    Ends when the queue is empty or the pool is broken; then `broken` holds the jobs that were
    running and the queue those that never started.
    """
    pool.give(companies, len(queue))
    running: dict[Future[tuple[list[NotebookResult], float]], Job] = {}
    failed = False
    while running or (queue and not failed):
        while queue and len(running) < count and not failed:
            job = queue[0]
            try:
                running[pool.submit(_run_in_worker, job)] = job
                queue.pop(0)
            except BrokenExecutor:
                failed = True
        if not running:
            return
        pool.give_hidden(companies)
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
                yield job.name, _failure(error), 0.0


def _failure(error: Exception) -> JobFailure:
    """A worker's error as the failure of its job alone; a full disk would fail all the others."""
    full = full_disk(error)
    if full is not None:
        raise full
    if isinstance(error, GradingError):
        return JobFailure("infrastructure-start", str(error)[:300])
    return JobFailure("infrastructure-run", repr(error)[:300])


def _start_worker(inboxes: tuple[Any, Any], started: Any) -> None:
    """Initialise a worker: where companies come from, its core, and to end with the grader."""
    global _inboxes, _core
    take_note()
    _inboxes = inboxes
    with started.get_lock():
        place = started.value
        started.value += 1
    if hasattr(os, "sched_getaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        # Runs of a worker keep to one core, so that a busy one slows no other worker.
        _core = cores[place % len(cores)]
    if sys.platform == "linux":
        from casekit.grading.sandbox import syscalls

        with contextlib.suppress(OSError):
            syscalls.kill_with_parent()
    # It may have been killed before that took hold.
    grader = multiprocessing.parent_process()
    if grader is not None and not grader.is_alive():
        os._exit(1)


def _begin(scratch_folder: str) -> None:
    if came():
        return
    # Only saves time: what fails here fails again with the first job, where it is told.
    with contextlib.suppress(GradingError, OSError):
        worker_cache(scratch_folder).begin()


def _run_in_worker(job: Job) -> tuple[list[NotebookResult], float]:
    global _companies
    with stopping():
        _companies = _companies or Companies(_inboxes[0].get(), _hidden)
        started = time.monotonic()
        results = run_job(job, _companies, _core)
        return results, time.monotonic() - started


def _hidden() -> CompanyFiles:
    files: CompanyFiles = _inboxes[1].get()
    if not files:
        raise GradingError("grading-template", found="-")
    return files


def _on_cluster(jobs: Sequence[Job], companies: Companies, address: str) -> Iterator[JobOutcome]:
    """Run jobs on a Dask cluster: files travel with the jobs, no folder is shared."""
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise InvalidArgument("grade-no-dask") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise InvalidArgument("grade-no-cluster", found=str(error) or address) from None
    with client:
        # To another computer all go at once.
        data = client.scatter({HIDDEN: companies[HIDDEN], **companies}, broadcast=True, hash=True)
        futures: dict[Any, Job] = {
            client.submit(_run_remotely, job, data, pure=False, retries=_TRIES - 1): job
            for job in jobs
        }
        for future in as_completed(list(futures), loop=client.loop):
            job = futures[future]
            try:
                results, seconds = future.result()
                yield job.name, results, seconds
            except KilledWorker as error:
                yield job.name, JobFailure("infrastructure-worker", str(error)[:300]), 0.0
            except Exception as error:
                yield job.name, _failure(error), 0.0


def _run_remotely(
    job: Job, companies: Mapping[str, CompanyFiles]
) -> tuple[list[NotebookResult], float]:
    started = time.monotonic()
    return run_job(job, companies), time.monotonic() - started
