"""Running solved notebooks, each in a fresh kernel, and refusing outputs that cannot be kept."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from casekit.authoring.faults import Fault
from casekit.authoring.source import Step

__all__ = ["CELL_SECONDS", "Run", "run_all"]

#: A cell of the kit runs in seconds; one that needs more is lost on a participant.
CELL_SECONDS = 120
START_SECONDS = 60

#: Kernels at work at a time: more would wait for each other on a small machine.
KERNELS = min(2, os.cpu_count() or 1)

#: A view without its kernel shows an error, and its number is another one in every run.
_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
#: An absolute path of two parts or more; neither a link's address, a closing tag nor a fraction.
_PATH = re.compile(r"""(?<![\w./:<+=-])/(?:[^\s/<>"']+/)+[^\s/<>"']*|(?<!\w)[A-Za-z]:\\\w""")
_EMBEDDED = re.compile(r"base64,[A-Za-z0-9+/=]+")


@dataclass(frozen=True)
class Run:
    """A notebook to run in place.

    Parameters
    ----------
    notebook
        What to run; its outputs are filled in.
    steps
        The source's step of each cell, to tell the place of a fault.
    label
        The source's file in messages.
    lang
        Language of the notebook.
    folder
        Where it runs.
    data
        The company it runs on; if left out, the one that casekit finds.
    """

    notebook: NotebookNode
    steps: Sequence[Step]
    label: str
    lang: str
    folder: Path
    data: Path | None = None


def run_all(runs: Sequence[Run]) -> list[Fault]:
    """Run notebooks, a few at a time, and return what went wrong in any of them."""
    if not runs:
        return []
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(_run_all(runs))


class _Loop(asyncio.SelectorEventLoop):
    """An event loop that keeps Ctrl+C for itself.

    nbclient would take the signal over and end one kernel only; without it the signal cancels
    every run, and each ends its own kernel. A selector loop, as zmq needs one on Windows too.
    """

    def add_signal_handler(self, *_: Any) -> None:  # type: ignore[override]
        raise RuntimeError("signals belong to the builder")  # nbclient then does without


async def _run_all(runs: Sequence[Run]) -> list[Fault]:
    free = asyncio.Semaphore(KERNELS)

    async def run(task: Run) -> list[Fault]:
        async with free:
            return await _run(task)

    found = await asyncio.gather(*map(run, runs))
    return [fault for faults in found for fault in faults]


async def _run(run: Run) -> list[Fault]:
    metadata = deepcopy(run.notebook.metadata)
    # A folder for temporary files has a short name, and a socket's may have some 100 characters.
    with TemporaryDirectory(prefix="casekit-", ignore_cleanup_errors=True) as private:
        client = _Client(run.notebook, private)
        environment = _environment(run, private)
        try:
            await client.async_execute(env=environment, cwd=str(run.folder))
        except CellTimeoutError:
            return [_fault(run, client.at, "authoring-cell-slow", seconds=CELL_SECONDS)]
        except CellExecutionError as error:
            found = f"{error.ename}: {error.evalue}".strip(": ")
            return [_fault(run, client.at, "authoring-cell-failed", error=found)]
        except DeadKernelError:
            return [_fault(run, client.at, "authoring-kernel-died")]
        except RuntimeError as error:  # how jupyter_client says that no kernel answered
            facts = {"file": run.label, "language": run.lang, "reason": str(error)}
            return [Fault("authoring-kernel-silent", facts)]
    # nbclient notes the exact Python here, another one on the next machine.
    run.notebook.metadata = metadata
    faults = [*_output_faults(run)]
    for cell in run.notebook.cells:
        _tidy(cell)
    return faults


class _Client(NotebookClient):
    """Runs a notebook with its kernel's files in a folder of its own."""

    def __init__(self, notebook: NotebookNode, private: str) -> None:
        super().__init__(
            notebook,
            timeout=CELL_SECONDS,
            startup_timeout=START_SECONDS,
            shutdown_kernel="immediate",
            # One text however many pieces it came in: pieces depend on the machine's pace.
            coalesce_streams=True,
            store_widget_state=False,
            record_timing=False,
        )
        self.private = private
        self.at = 0
        self.on_cell_execute = self._note
        # nbclient plays the front end's part for output widgets, and `interact` then may wait
        # for ever (its issue 312); without them it does not.
        self.widget_registry: dict[str, Any] = {}

    def _note(self, cell: NotebookNode, cell_index: int) -> None:
        self.at = cell_index

    def create_kernel_manager(self) -> AsyncKernelManager:
        # No folders of kernels: the one of this Python, whatever others a user has installed.
        specs = KernelSpecManager(kernel_dirs=[])
        self.km = AsyncKernelManager(
            kernel_name="python3",
            kernel_spec_manager=specs,
            connection_file=str(Path(self.private, "kernel.json")),
            # Kernels that start together race for ports; sockets in a folder cannot.
            transport="tcp" if sys.platform == "win32" else "ipc",
        )
        return self.km


def _environment(run: Run, private: str) -> dict[str, str]:
    """Environment of a kernel: the machine's, without what would make outputs differ."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("CASEKIT_") and name not in ("PYTHONWARNINGS", "PYTHONSTARTUP")
    }
    own = {
        "CASEKIT_LANG": run.lang,
        # Building is nobody's progress.
        "CASEKIT_PROGRESS": "",
        "IPYTHONDIR": private,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
    }
    if run.data is not None:
        own["CASEKIT_DATA"] = str(run.data)
    return {**kept, **own}


def _fault(run: Run, index: int, key: str, **facts: Any) -> Fault:
    step = run.steps[index]
    place = {"file": run.label, "language": run.lang, "cell": step.cell, "line": step.line}
    return Fault(key, {**place, **facts})


def _output_faults(run: Run) -> Iterator[Fault]:
    """Outputs that would read differently on another machine, and cells that did not run."""
    for index, cell in enumerate(run.notebook.cells):
        if cell.cell_type != "code":
            continue
        if cell.source.strip() and cell.execution_count is None:
            yield _fault(run, index, "authoring-cell-not-run")
        for output in cell.outputs:
            if output.get("name") == "stderr":
                found = " ".join(output.text.split())
                yield _fault(run, index, "authoring-output-stderr", found=found[:200])
                continue
            text = "\n".join(_texts(output))
            for key, pattern in _UNFIT.items():
                match = pattern.search(text)
                if match:
                    yield _fault(run, index, key, found=match[0])


#: What an output may not hold, by the message that says so.
_UNFIT = {"authoring-output-address": _ADDRESS, "authoring-output-path": _PATH}


def _texts(output: NotebookNode) -> Iterator[str]:
    """Readable texts of an output; pictures have none."""
    if "text" in output:
        yield output.text
    for kind, content in output.get("data", {}).items():
        if kind.startswith("image/") or kind == _WIDGET_VIEW:
            continue
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        yield _EMBEDDED.sub("base64", text)


def _tidy(cell: NotebookNode) -> None:
    """Drop what differs between two runs of the same code."""
    cell.metadata.pop("execution", None)
    for output in cell.get("outputs", ()):
        output.get("data", {}).pop(_WIDGET_VIEW, None)
