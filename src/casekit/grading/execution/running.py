"""One submission on one computer: each notebook is run on each company by papermill."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

import nbformat

from casekit.errors import GradingError
from casekit.grading.execution.engine import CasekitEngine
from casekit.grading.execution.jobs import (
    HIDDEN,
    SHIPPED,
    CompanyFiles,
    Job,
    NotebookResult,
)
from casekit.grading.execution.layout import lay_out
from casekit.grading.execution.patience import Patience
from casekit.grading.execution.unsandboxed import run_unsandboxed
from casekit.grading.execution.worker_cache import run_environment, worker_cache
from casekit.grading.intake.notebooks import Prepared, prepare
from casekit.grading.sandbox.supervisor import CellRecord, NotebookProcess


def run_job(
    job: Job, companies: Mapping[str, CompanyFiles], core: int | None = None
) -> list[NotebookResult]:
    """Run a submission's notebooks; papermill executes them through the kit's engine.

    Parameters
    ----------
    job
        The submission.
    companies
        Files of each company's data: the hidden one's, and that of the job.
    core
        The one core that runs may use; any if None.

    Raises
    ------
    GradingError
        If this computer cannot start a run: then nothing is known about the submission.
    """
    sound, results = _prepared(job)
    for place, prepared in sound.items():
        results[place] = NotebookResult(
            place, prepared.language, asked=prepared.asked, unasked=prepared.unasked,
            companies=prepared.companies, damaged=prepared.damaged,
        )  # fmt: skip
    files = {**job.files, **_runnable(sound)}
    patience = Patience(job.limits.cell_seconds)
    ends = time.monotonic() + job.limits.submission_seconds
    shown = companies[job.company]
    # All notebooks run on the own company before the first runs on the hidden one: what takes long
    # there would otherwise shorten the time of a run whose outcome its author is told.
    for company in (SHIPPED, HIDDEN):
        data = shown if company == SHIPPED else companies[HIDDEN]
        for place, prepared in sound.items():
            # Past the submission's time each notebook left gets one second, so that it is recorded.
            left = max(1.0, min(job.limits.notebook_seconds, ends - time.monotonic()))
            limits = replace(job.limits, notebook_seconds=left)
            own = replace(job, limits=limits, files=files)
            _run_on(own, company, data, shown, prepared, results[place], core, patience)
    return [results[place] for place in job.notebooks]


def _prepared(job: Job) -> tuple[dict[str, Prepared], dict[str, NotebookResult]]:
    """Notebooks by place: those that can be run, and results of those that cannot be read."""
    sound, damaged = {}, {}
    for place, content in job.notebooks.items():
        try:
            sound[place] = prepare(content)
        except GradingError as error:
            facts = {name: str(value) for name, value in error.facts.items()}
            damaged[place] = NotebookResult(place, unreadable=error.key, facts=facts)
    return sound, damaged


def _runnable(sound: dict[str, Prepared]) -> dict[str, bytes]:
    """Notebooks as files for notebooks that run others; none where no cell names a notebook."""
    cells = [cell for each in sound.values() for cell in each.notebook.cells]
    if not any(cell.cell_type == "code" and ".ipynb" in cell.source for cell in cells):
        return {}
    return {place: nbformat.writes(each.notebook).encode() for place, each in sound.items()}


def _run_on(
    job: Job,
    company: str,
    files: CompanyFiles,
    shown: CompanyFiles,
    prepared: Prepared,
    result: NotebookResult,
    core: int | None,
    patience: Patience,
) -> None:
    """Run a notebook on a company's files, and add the records to its result.

    `shown` are those of the company that its author had.
    """
    cache = worker_cache(job.scratch_folder)
    data = cache.data(files)
    with tempfile.TemporaryDirectory(prefix="casekit-", dir=cache.folder) as folder:
        own = Path(folder, "files")
        own.mkdir()
        here = lay_out(own, job.files, result.place, data, shown)
        target = Path(folder, "out.ipynb") if company == SHIPPED else None
        parameters = {"lang": prepared.language or job.language, "data": None}
        # Figures of the hidden company are shown to nobody, so none is rendered.
        extra = {} if target else {"MPLBACKEND": "agg"}
        with _papermill_silenced():
            if hasattr(os, "fork"):
                start = partial(cache.start, job, data, str(own), here, extra, core)
                records, ended = _run_supervised(start, prepared, target, parameters, patience)
            else:
                environment = {**run_environment(data), **extra}
                for name in ("PATH", "HOME"):
                    del environment[name]
                ended = ""
                records = run_unsandboxed(
                    prepared.notebook, target, parameters, job.limits, environment, str(own / here)
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
    patience: Patience,
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
            records=records, patience=patience,
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
