"""One submission on one computer: each notebook on each company, walled in, and what came of it.

The job and its result are plain data, so that they can travel: to a process beside this one or to
a worker on another computer that shares no folder with this one. The key is in neither.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from casekit.company import load_case
from casekit.company.loading import DATA_VARIABLE
from casekit.errors import GradingError
from casekit.grading.elsewhere import run_elsewhere
from casekit.grading.engine import CasekitEngine
from casekit.grading.keeper import CellRecord, Limits, Run, Template
from casekit.grading.lockdown import WORKPLACE, Confinement, try_out
from casekit.grading.notebooks import Prepared, prepare
from casekit.notebook import RECORD_VARIABLE
from casekit.questions.journal import PROGRESS_VARIABLE

#: The companies a submission runs on, in this order: the one that participants had, which is the
#: shipped one unless their packs held another, and one that nobody has seen.
SHIPPED, HIDDEN = "shipped", "hidden"

#: Files of each company's data, by the company and the place below its folder.
Companies = dict[str, dict[str, bytes]]


@dataclass(frozen=True)
class Job:
    """A submission to run.

    Parameters
    ----------
    name
        Of the participant or the team.
    notebooks, files
        Bytes by place and by name.
    limits
        Of each notebook.
    walls
        Whether runs are walled in.
    warm
        Whether runs are forked from a warm template; else each starts cold.
    language
        For notebooks that do not say theirs.
    workplace
        Folder for what runs need while they run; the computer's own if empty.
    hidden
        Folders of which runs see nothing, wherever they lie.
    """

    name: str
    notebooks: dict[str, bytes]
    files: dict[str, bytes]
    limits: Limits = field(default_factory=Limits)
    walls: bool = True
    warm: bool = True
    language: str = "en"
    workplace: str = ""
    hidden: tuple[str, ...] = ()


@dataclass
class NotebookResult:
    """What came of a notebook on the companies.

    Parameters
    ----------
    place
        In the submission.
    language
        In which it speaks.
    executed
        With its outputs on the shipped company.
    asked
        Questions that each cell checks.
    records
        By company, a record for each cell.
    ended
        By company, why the process ended before its time; empty if it did not.
    unreadable, facts
        Why it could not be run at all: a message key and its facts.
    """

    place: str
    language: str = ""
    executed: str = ""
    asked: tuple[tuple[str, ...], ...] = ()
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    unreadable: str = ""
    facts: dict[str, str] = field(default_factory=dict)


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
        If this computer cannot start a run: nothing is said about the submission then.
    """
    results = []
    ends = time.monotonic() + job.limits.submission_seconds
    for place, content in job.notebooks.items():
        try:
            prepared = prepare(content)
        except GradingError as error:
            facts = {name: str(value) for name, value in error.facts.items()}
            results.append(NotebookResult(place, unreadable=error.key, facts=facts))
            continue
        result = NotebookResult(place, prepared.language, asked=prepared.asked)
        for company, files in companies.items():
            # Of a submission that takes too long the rest gets a second each, and so an account.
            left = max(1.0, min(job.limits.notebook_seconds, ends - time.monotonic()))
            limits = replace(job.limits, notebook_seconds=left)
            own = replace(job, limits=limits)
            _run_on(own, company, files, prepared, result, core)
        results.append(result)
    return results


def _run_on(
    job: Job,
    company: str,
    files: dict[str, bytes],
    prepared: Prepared,
    result: NotebookResult,
    core: int | None,
) -> None:
    workshop = _workshop(job.workplace)
    data = workshop.data(files)
    with tempfile.TemporaryDirectory(prefix="casekit-", dir=workshop.folder) as folder:
        own = Path(folder, "files")
        own.mkdir()
        for name, content in job.files.items():
            (own / name).write_bytes(content)
        target = Path(folder, "out.ipynb") if company == SHIPPED else None
        parameters = {"lang": prepared.language or job.language, "data": None}
        # What is drawn of the hidden company nobody may see, so it is not made into pictures.
        shown = {} if target else {"MPLBACKEND": "agg"}
        run = partial(workshop.run, job, data, str(own), shown, core)
        with _quiet():
            if hasattr(os, "fork"):
                records, ended = _run_here(run, prepared, target, parameters)
            else:
                environment = {**_environment(data), **shown}
                for name in ("PATH", "HOME"):
                    del environment[name]
                records, ended = (
                    run_elsewhere(
                        prepared.notebook, target, parameters, job.limits, environment, str(own)
                    ),
                    "",
                )
        # Papermill puts its own cell after the parameters, or first.
        place = _injected_at(prepared)
        del records[place]
        result.records[company] = [asdict(record) for record in records]
        result.ended[company] = ended
        if target:
            result.executed = target.read_text(encoding="utf-8")
    if not job.warm:
        workshop.forget()


def _run_here(
    run: Callable[[], Run],
    prepared: Prepared,
    target: Path | None,
    parameters: dict[str, Any],
) -> tuple[list[CellRecord], str]:
    """Run a notebook through the kit's engine: records, and why it ended before its time."""
    import papermill
    from papermill.engines import papermill_engines

    # By its name others find it through the package's metadata; here it must not depend on them.
    papermill_engines.register("casekit", CasekitEngine)
    records: list[CellRecord] = []
    runs: list[Run] = []

    def start() -> Run:
        runs.append(run())
        return runs[-1]

    with contextlib.suppress(papermill.PapermillExecutionError):
        papermill.execute_notebook(
            prepared.notebook, target, parameters, engine_name="casekit", progress_bar=False,
            autosave_cell_every=0, request_save_on_cell_execute=False, start=start,
            records=records,
        )  # fmt: skip
    return records, runs[0].ended if runs[0].ended != "closed" else ""


def _injected_at(prepared: Prepared) -> int:
    for index, cell in enumerate(prepared.notebook.cells):
        if "parameters" in cell.metadata.get("tags", ()):
            return index + 1
    return 0


@contextlib.contextmanager
def _quiet() -> Any:
    """Papermill's progress goes nowhere: the batch has one of its own."""
    import logging

    logger = logging.getLogger("papermill")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


class _Workshop:
    """What a worker keeps between jobs: companies on disk and their warm templates."""

    def __init__(self, place: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="casekit-", dir=place or None))
        self.folder.chmod(0o755)
        self.owner = os.getpid()
        self._templates: dict[Path, Template] = {}

    def data(self, files: dict[str, bytes]) -> Path:
        """Folder of a company; a company that came before is there already."""
        digest = hashlib.sha256(b"".join(hashlib.sha256(files[n]).digest() for n in sorted(files)))
        folder = self.folder / digest.hexdigest()[:16]
        if not folder.exists():
            partial = folder.with_suffix(".part")
            for name, content in files.items():
                path = partial / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            for path in (partial, *partial.rglob("*")):
                path.chmod(0o755 if path.is_dir() else 0o644)
            partial.rename(folder)
            load_case(folder)  # a company that cannot be loaded is ours to mend, not a mark
        return folder

    def run(self, job: Job, data: Path, files: str, own: dict[str, str], core: int | None) -> Run:
        """A new process for a notebook; `own` is what its environment has beside the common."""
        # The template is outside the walls: it takes no settings from where anybody may write.
        place = str(self.folder)
        environment = _environment(data) | {"MPLCONFIGDIR": place, "IPYTHONDIR": place}
        own = own | {"MPLCONFIGDIR": "/tmp", "IPYTHONDIR": "/tmp/ipython"}
        if data not in self._templates:
            self._templates[data] = Template(environment)
        limits = job.limits
        walls = None
        if job.walls:
            walls = Confinement(
                data=str(data), files=files, slot=os.getpid(),
                memory_mb=limits.memory_mb, disk_mb=limits.disk_mb,
                file_mb=limits.disk_mb // 2, processes=limits.processes,
                cpu_seconds=int(limits.notebook_seconds) + 60, core=core, hidden=job.hidden,
            )  # fmt: skip
        try:
            return Run(self._templates[data], limits, walls, own, files)
        except GradingError:
            # A template that is gone is replaced; the second time it is the computer.
            self.forget()
            self._templates[data] = Template(environment)
            return Run(self._templates[data], limits, walls, own, files)

    def forget(self) -> None:
        """End the templates."""
        for template in self._templates.values():
            template.close()
        self._templates.clear()

    def close(self) -> None:
        """End everything and leave nothing behind."""
        if os.getpid() == self.owner:
            self.forget()
            shutil.rmtree(self.folder, ignore_errors=True)


_kept: _Workshop | None = None


def _workshop(place: str) -> _Workshop:
    import atexit

    global _kept
    if _kept is None:
        _kept = _Workshop(place)
        atexit.register(_kept.close)
    return _kept


def _environment(data: Path) -> dict[str, str]:
    """All that a run sees of an environment."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": WORKPLACE,
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # Many threads on few processors only wait for one another.
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")},
        DATA_VARIABLE: str(data),
        RECORD_VARIABLE: "1",
        PROGRESS_VARIABLE: "",
    }


def why_no_walls() -> str:
    """Why runs cannot be walled in here; empty if they can."""
    if sys.platform != "linux":
        return f"no walls on {sys.platform}"
    return try_out(Confinement())
