"""Runs on systems without fork (Windows): papermill's built-in engine, the same records.

There is no sandbox, so this is for trusted submissions only; each run starts cold.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, from_dict

from casekit.grading.files import without_half_letters
from casekit.grading.sandbox.limits import RunLimits
from casekit.grading.sandbox.outputs import ANSWER_BYTES
from casekit.grading.sandbox.supervisor import CellRecord, CellState
from casekit.questions.checking import ANSWER_TYPE


def run_unsandboxed(
    notebook: NotebookNode,
    target: Path | None,
    parameters: Mapping[str, Any],
    limits: RunLimits,
    environment: Mapping[str, str],
    cwd: str,
) -> list[CellRecord]:
    """Run a notebook; a record for each cell, the one that papermill injects included.

    Parameters
    ----------
    notebook
        The notebook.
    target
        Where the executed notebook is written; nowhere if None.
    parameters
        For papermill.
    limits
        Of time; no other can be enforced here.
    environment
        Variables of the kernel, added to this process's own.
    cwd
        Folder that the notebook runs in.
    """
    import papermill
    from papermill.engines import NBClientEngine, papermill_engines

    records: list[CellRecord] = []

    class RecordingEngine(NBClientEngine):  # type: ignore[misc]
        """Papermill's own engine; papermill raises a cell's error and hands no notebook back."""

        @classmethod
        def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **named: Any) -> Any:
            try:
                return super().execute_managed_notebook(nb_man, kernel_name, **named)
            finally:
                for cell in nb_man.nb.cells:
                    if cell.cell_type == "code":
                        cell.outputs = from_dict(without_half_letters(cell.get("outputs", [])))
                    records.append(_record(cell, limits))

    papermill_engines.register("casekit-recording", RecordingEngine)
    with _environment(environment), contextlib.suppress(papermill.PapermillExecutionError):
        papermill.execute_notebook(
            notebook, target, dict(parameters), engine_name="casekit-recording",
            progress_bar=False, request_save_on_cell_execute=False, autosave_cell_every=0, cwd=cwd,
            execution_timeout=int(limits.cell_seconds), allow_errors=True,
            interrupt_on_timeout=True,
        )  # fmt: skip
    return records


def _record(cell: Any, limits: RunLimits) -> CellRecord:
    if cell.cell_type != "code":
        return CellRecord("ok")
    answers, error = [], ""
    for output in cell.get("outputs", ()):
        if output.output_type == "error":
            error = str(output.ename)
        elif output.output_type == "display_data" and ANSWER_TYPE in output.data:
            written = json.dumps(output.data[ANSWER_TYPE])
            answers.append(written if len(written) <= ANSWER_BYTES else "null")
    seconds = float(cell.metadata.get("papermill", {}).get("duration") or 0.0)
    late = error == "KeyboardInterrupt" and seconds >= limits.cell_seconds
    state: CellState = "timeout" if late else "error" if error else "ok"
    return CellRecord(state, seconds, cell.execution_count, error, answers)


@contextlib.contextmanager
def _environment(extra: Mapping[str, str]) -> Iterator[None]:
    """Add variables to this process's environment, which the kernel inherits."""
    before = dict(os.environ)
    os.environ.update(extra)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
