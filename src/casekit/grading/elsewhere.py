"""Runs where nothing can be forked (Windows): papermill's built-in engine, the same records.

No walls and a cold start, so it is slower, and only for submissions that are trusted.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from casekit.grading.keeper import CellRecord, Limits
from casekit.grading.outputs import ANSWER_BYTES
from casekit.questions.checking import ANSWER_TYPE


def run_elsewhere(
    notebook: NotebookNode,
    target: Path | None,
    parameters: Mapping[str, Any],
    limits: Limits,
    environment: Mapping[str, str],
    cwd: str,
) -> list[CellRecord]:
    """Run a notebook; a record for each cell, papermill's own one among them.

    Parameters
    ----------
    notebook
        The notebook.
    target
        Where it goes with its outputs; nowhere if None.
    parameters
        For papermill.
    limits
        Of time; no other can be held here.
    environment
        Of the kernel, beside this process's own.
    cwd
        Folder that the notebook runs in.
    """
    import papermill

    done = notebook
    with _environment(environment), contextlib.suppress(papermill.PapermillExecutionError):
        done = papermill.execute_notebook(
            notebook, target, dict(parameters), engine_name="nbclient", progress_bar=False,
            request_save_on_cell_execute=False, autosave_cell_every=0, cwd=cwd,
            execution_timeout=int(limits.cell_seconds), allow_errors=True,
            interrupt_on_timeout=True,
        )  # fmt: skip
    return [_record(cell, limits) for cell in done.cells]


def _record(cell: Any, limits: Limits) -> CellRecord:
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
    state = "timeout" if late else "error" if error else "ok"
    return CellRecord(state, seconds, cell.execution_count, error, answers)  # type: ignore[arg-type]


@contextlib.contextmanager
def _environment(extra: Mapping[str, str]) -> Iterator[None]:
    """The kernel inherits this process's environment."""
    before = dict(os.environ)
    os.environ.update(extra)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
