"""The papermill engine `casekit`: papermill's own behaviour, and a hard limit on every cell.

`papermill in.ipynb out.ipynb --engine casekit` runs any Python notebook. It differs from the
built-in engine in four ways: it continues after an error (papermill still raises the first one at
the end), a cell's time limit holds whatever the cell does, of widgets words and pictures are kept
and not the state, and a cell that never ran is not marked as completed.
"""

from __future__ import annotations

import logging
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine, NBClientEngine

from casekit.grading.execution.patience import Patience
from casekit.grading.sandbox.forkserver_client import ForkServer
from casekit.grading.sandbox.limits import RunLimits
from casekit.grading.sandbox.supervisor import CellRecord, NotebookProcess

#: Starts the process that runs one notebook.
StartProcess = Callable[[], NotebookProcess]

#: Seconds of a cell if papermill's user names no limit: papermill itself sets none.
_NO_LIMIT = 7 * 24 * 3600.0


class CasekitEngine(Engine):
    """Runs a notebook's cells in a supervised process of their own."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        log_output: bool = False,
        stdout_file: Any = None,
        stderr_file: Any = None,
        start_timeout: int = 60,
        execution_timeout: int | None = None,
        start: StartProcess | None = None,
        records: list[CellRecord] | None = None,
        patience: Patience | None = None,
        **kwargs: Any,
    ) -> Any:
        """Run every cell; papermill calls this.

        Parameters
        ----------
        nb_man
            Papermill's manager of the notebook.
        kernel_name
            For another language than Python, or on a system without fork, papermill's built-in
            engine takes over.
        log_output, stdout_file, stderr_file
            Where papermill's user wants streams to be copied to.
        start_timeout, execution_timeout
            As papermill's; the second is for each cell.
        start
            Starts the process; a cold one without a sandbox, in the current folder, if left out.
        records
            A list to which the supervisor's record of each cell is appended.
        patience
            Shortens the time of cells after some that did not end; none does if left out.
        """
        other = cls.nb_language(nb_man.nb) != "python" or not hasattr(os, "fork")
        if start is None and other:
            return NBClientEngine.execute_managed_notebook(
                nb_man, kernel_name, log_output=log_output, stdout_file=stdout_file,
                stderr_file=stderr_file, start_timeout=start_timeout,
                execution_timeout=execution_timeout, **kwargs,
            )  # fmt: skip
        seconds = float(execution_timeout or kwargs.get("timeout") or _NO_LIMIT)
        allow_errors = bool(kwargs.get("allow_errors"))
        streams = _StreamCopies(log_output, stdout_file, stderr_file)
        with _process(start, seconds) as process:
            for index, cell in enumerate(nb_man.nb.cells):
                record = _run_cell(nb_man, process, cell, index, allow_errors, patience)
                if records is not None:
                    records.append(record)
                streams.write(cell)
            _add_metadata(nb_man.nb)
        return nb_man.nb


def _run_cell(
    nb_man: Any,
    process: NotebookProcess,
    cell: Any,
    index: int,
    allow_errors: bool,
    patience: Patience | None,
) -> CellRecord:
    is_code = cell.cell_type == "code" and bool(str(cell.source).strip())
    if is_code and process.ended:
        # Left pending: a cell that never ran must not look completed.
        return CellRecord("not_run")
    nb_man.cell_start(cell, index)
    if not is_code:
        nb_man.cell_complete(cell, cell_index=index)
        return CellRecord("ok")
    begun = datetime.now(UTC)
    source = str(cell.source)
    seconds = None if patience is None else patience.of(source)
    record, outputs = process.run_cell(source, cell.get("id"), seconds)
    if patience is not None and record.state == "timeout":
        patience.ran_out(source, record.seconds)
    ended = datetime.now(UTC)
    cell.outputs = outputs
    cell.execution_count = record.execution_count
    cell.metadata["execution"] = _times(begun, ended)
    if record.state in ("timeout", "killed"):
        outputs.append(_end_output(record, process))
    tags = cell.metadata.get("tags") or []
    expected = record.state == "error" and (allow_errors or "raises-exception" in tags)
    if record.state != "ok" and not expected:
        nb_man.cell_exception(cell, cell_index=index)
    nb_man.cell_complete(cell, cell_index=index)
    return record


@contextmanager
def _process(start: StartProcess | None, seconds: float) -> Iterator[NotebookProcess]:
    """The notebook's process, closed in any case."""
    server = None
    if start is None:
        environment = {**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
        server = ForkServer({**environment, "PYDEVD_DISABLE_FILE_VALIDATION": "1"})
        limits = RunLimits(cell_seconds=seconds, notebook_seconds=_NO_LIMIT)
        process = NotebookProcess(server, limits, None, {}, str(Path.cwd()))
    else:
        process = start()
    try:
        yield process
    finally:
        process.close()
        if server:
            server.close()


def _end_output(record: CellRecord, process: NotebookProcess) -> NotebookNode:
    """Error output of a cell that was ended."""
    name = "CellTimeout" if record.state == "timeout" else "NotebookEnded"
    why = f"ended after {record.seconds:.1f} s" if record.state == "timeout" else process.ended
    return new_output("error", ename=name, evalue=why, traceback=[f"{name}: {why}"])


def _times(begun: datetime, ended: datetime) -> dict[str, str]:
    """Times of a cell under the names that nbclient uses."""
    first, last = (moment.isoformat().replace("+00:00", "Z") for moment in (begun, ended))
    return {
        "iopub.status.busy": first,
        "iopub.execute_input": first,
        "iopub.status.idle": last,
        "shell.execute_reply": last,
    }


def _add_metadata(notebook: Any) -> None:
    """Add the language to the notebook's metadata, as nbclient does."""
    notebook.metadata["language_info"] = {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": platform.python_version(),
    }


class _StreamCopies:
    """Copies of cells' streams for papermill's log and files."""

    def __init__(self, log_output: bool, stdout_file: Any, stderr_file: Any) -> None:
        self._log = logging.getLogger("papermill") if log_output else None
        self._files = {"stdout": stdout_file, "stderr": stderr_file}

    def write(self, cell: Any) -> None:
        for output in cell.get("outputs") or ():
            if output.output_type != "stream":
                continue
            if self._log:
                (self._log.info if output.name == "stdout" else self._log.warning)(output.text)
            file = self._files.get(output.name)
            if file:
                file.write(output.text)
                file.flush()
