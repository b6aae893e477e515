"""One submission on one computer: each notebook is run on each company by papermill."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from casekit.errors import GradingError
from casekit.grading.execution.engine import CasekitEngine
from casekit.grading.execution.jobs import HIDDEN, SHIPPED, Companies, Job, NotebookResult
from casekit.grading.execution.unsandboxed import run_unsandboxed
from casekit.grading.execution.worker_cache import run_environment, worker_cache
from casekit.grading.intake.notebooks import Prepared, prepare
from casekit.grading.sandbox.supervisor import CellRecord, NotebookProcess


def run_job(job: Job, companies: Companies, core: int | None = None) -> list[NotebookResult]:
    """Run a submission's notebooks; papermill executes them through the kit's engine.

    Parameters
    ----------
    job
        The submission.
    companies
        Files of each company's data by its name, `shipped` and `hidden`.
    core
        The one core that runs may use; any if None.

    Raises
    ------
    GradingError
        If this computer cannot start a run: then nothing is known about the submission.
    """
    results: dict[str, NotebookResult] = {}
    sound: dict[str, Prepared] = {}
    for place, content in job.notebooks.items():
        try:
            prepared = prepare(content)
        except GradingError as error:
            facts = {name: str(value) for name, value in error.facts.items()}
            results[place] = NotebookResult(place, unreadable=error.key, facts=facts)
            continue
        sound[place] = prepared
        results[place] = NotebookResult(place, prepared.language, asked=prepared.asked)
    ends = time.monotonic() + job.limits.submission_seconds
    # All notebooks run on the own company before the first runs on the hidden one: what takes long
    # there would otherwise shorten the time of a run whose outcome its author is told.
    for company in sorted(companies, key=(SHIPPED, HIDDEN).index):
        for place, prepared in sound.items():
            # Past the submission's time each notebook left gets one second, so that it is recorded.
            left = max(1.0, min(job.limits.notebook_seconds, ends - time.monotonic()))
            own = replace(job, limits=replace(job.limits, notebook_seconds=left))
            _run_on(own, company, companies[company], prepared, results[place], core)
    return list(results.values())


def _run_on(
    job: Job,
    company: str,
    files: dict[str, bytes],
    prepared: Prepared,
    result: NotebookResult,
    core: int | None,
) -> None:
    """Run a notebook on a company and add the records to its result."""
    cache = worker_cache(job.scratch_folder)
    data = cache.data(files)
    with tempfile.TemporaryDirectory(prefix="casekit-", dir=cache.folder) as folder:
        own = Path(folder, "files")
        own.mkdir()
        for name, content in job.files.items():
            (own / name).write_bytes(content)
        target = Path(folder, "out.ipynb") if company == SHIPPED else None
        parameters = {"lang": prepared.language or job.language, "data": None}
        # Figures of the hidden company are shown to nobody, so none is rendered.
        extra = {} if target else {"MPLBACKEND": "agg"}
        with _papermill_silenced():
            if hasattr(os, "fork"):
                start = partial(cache.start, job, data, str(own), extra, core)
                records, ended = _run_supervised(start, prepared, target, parameters)
            else:
                environment = {**run_environment(data), **extra}
                for name in ("PATH", "HOME"):
                    del environment[name]
                ended = ""
                records = run_unsandboxed(
                    prepared.notebook, target, parameters, job.limits, environment, str(own)
                )
        del records[_injected_at(prepared)]
        result.records[company] = [asdict(record) for record in records]
        result.ended[company] = ended
        if target:
            result.executed = target.read_text(encoding="utf-8")
    if not job.warm:
        cache.close_servers()


def _run_supervised(
    start: Callable[[], NotebookProcess],
    prepared: Prepared,
    target: Path | None,
    parameters: dict[str, Any],
) -> tuple[list[CellRecord], str]:
    """Run a notebook through the kit's engine: records, and why it ended early."""
    import papermill
    from papermill.engines import papermill_engines

    # Others find the engine by the package's entry point; here it must not depend on metadata.
    papermill_engines.register("casekit", CasekitEngine)
    records: list[CellRecord] = []
    processes: list[NotebookProcess] = []

    def start_and_keep() -> NotebookProcess:
        processes.append(start())
        return processes[-1]

    with contextlib.suppress(papermill.PapermillExecutionError):
        papermill.execute_notebook(
            prepared.notebook, target, parameters, engine_name="casekit", progress_bar=False,
            autosave_cell_every=0, request_save_on_cell_execute=False, start=start_and_keep,
            records=records,
        )  # fmt: skip
    ended = processes[0].ended
    return records, ended if ended != "closed" else ""


def _injected_at(prepared: Prepared) -> int:
    """Position of the cell that papermill injects: after the parameters, or first."""
    for index, cell in enumerate(prepared.notebook.cells):
        if "parameters" in cell.metadata.get("tags", ()):
            return index + 1
    return 0


@contextlib.contextmanager
def _papermill_silenced() -> Iterator[None]:
    """Silence papermill's log: the batch shows a progress of its own."""
    logger = logging.getLogger("papermill")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
