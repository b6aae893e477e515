"""Running solved notebooks, each in a fresh kernel; outputs that differ by machine are faults."""

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

from casekit.authoring.faults import SourceFault
from casekit.authoring.source import Step

__all__ = ["CELL_SECONDS", "NotebookTask", "run_all"]

#: Time limit of a cell; cells of the kit run in seconds.
CELL_SECONDS = 120
START_SECONDS = 60

#: Kernels that run at the same time; more would slow each other on a small machine.
KERNELS = min(2, os.cpu_count() or 1)

#: A widget view shows an error without its kernel, and its id differs in every run.
_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
#: An absolute path of two parts or more; neither a link's address, a closing tag nor a fraction.
_PATH = re.compile(r"""(?<![\w./:<+=-])/(?:[^\s/<>"']+/)+[^\s/<>"']*|(?<!\w)[A-Za-z]:\\\w""")
_EMBEDDED = re.compile(r"base64,[A-Za-z0-9+/=]+")


@dataclass(frozen=True)
class NotebookTask:
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


def run_all(tasks: Sequence[NotebookTask]) -> list[SourceFault]:
    """NotebookTask notebooks, a few at a time, and return what went wrong in any of them."""
    if not tasks:
        return []
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(_run_all(tasks))


class _Loop(asyncio.SelectorEventLoop):
    """An event loop that refuses signal handlers.

    nbclient would handle Ctrl+C itself and stop one kernel only. Without its handler the signal
    cancels every run, and each stops its own kernel. On Windows zmq needs a selector loop.
    """

    def add_signal_handler(self, *_: Any) -> None:  # type: ignore[override]
        raise RuntimeError("signals belong to the builder")  # nbclient continues without one


async def _run_all(tasks: Sequence[NotebookTask]) -> list[SourceFault]:
    free = asyncio.Semaphore(KERNELS)

    async def run(task: NotebookTask) -> list[SourceFault]:
        async with free:
            return await _run(task)

    found = await asyncio.gather(*map(run, tasks))
    return [fault for faults in found for fault in faults]


async def _run(task: NotebookTask) -> list[SourceFault]:
    metadata = deepcopy(task.notebook.metadata)
    # The path of a socket may have some 100 characters: a temporary folder's is short.
    with TemporaryDirectory(prefix="casekit-", ignore_cleanup_errors=True) as private:
        client = _Client(task.notebook, private)
        environment = _environment(task, private)
        try:
            await client.async_execute(env=environment, cwd=str(task.folder))
        except CellTimeoutError:
            return [_fault(task, client.at, "authoring-cell-slow", seconds=CELL_SECONDS)]
        except CellExecutionError as error:
            found = f"{error.ename}: {error.evalue}".strip(": ")
            return [_fault(task, client.at, "authoring-cell-failed", error=found)]
        except DeadKernelError:
            return [_fault(task, client.at, "authoring-kernel-died")]
        except RuntimeError as error:  # how jupyter_client says that no kernel answered
            facts = {"file": task.label, "language": task.lang, "reason": str(error)}
            return [SourceFault("authoring-kernel-silent", facts)]
    # nbclient writes the exact Python version here, which differs between machines.
    task.notebook.metadata = metadata
    faults = [*_output_faults(task)]
    for cell in task.notebook.cells:
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
            # How a stream is divided into messages depends on the machine's speed.
            coalesce_streams=True,
            store_widget_state=False,
            record_timing=False,
        )
        self.private = private
        self.at = 0
        self.on_cell_execute = self._note
        # nbclient mimics the front end's output widgets, and `interact` may then hang (its issue
        # 312); an empty registry turns that off.
        self.widget_registry: dict[str, Any] = {}

    def _note(self, cell: NotebookNode, cell_index: int) -> None:
        self.at = cell_index

    def create_kernel_manager(self) -> AsyncKernelManager:
        # Ignore installed kernel specs: only this Python's own kernel may run.
        specs = KernelSpecManager(kernel_dirs=[])
        self.km = AsyncKernelManager(
            kernel_name="python3",
            kernel_spec_manager=specs,
            connection_file=str(Path(self.private, "kernel.json")),
            # Kernels that start at the same time may race for ports; ipc sockets cannot.
            transport="tcp" if sys.platform == "win32" else "ipc",
        )
        return self.km


def _environment(task: NotebookTask, private: str) -> dict[str, str]:
    """Environment of a kernel: the machine's, without variables that would change outputs."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("CASEKIT_") and name not in ("PYTHONWARNINGS", "PYTHONSTARTUP")
    }
    own = {
        "CASEKIT_LANG": task.lang,
        # No progress is recorded while building.
        "CASEKIT_PROGRESS": "",
        "IPYTHONDIR": private,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
    }
    if task.data is not None:
        own["CASEKIT_DATA"] = str(task.data)
    return {**kept, **own}


def _fault(task: NotebookTask, index: int, key: str, **facts: Any) -> SourceFault:
    step = task.steps[index]
    place = {"file": task.label, "language": task.lang, "cell": step.cell, "line": step.line}
    return SourceFault(key, {**place, **facts})


def _output_faults(task: NotebookTask) -> Iterator[SourceFault]:
    """Outputs that would read differently on another machine, and cells that did not run."""
    for index, cell in enumerate(task.notebook.cells):
        if cell.cell_type != "code":
            continue
        if cell.source.strip() and cell.execution_count is None:
            yield _fault(task, index, "authoring-cell-not-run")
        for output in cell.outputs:
            if output.get("name") == "stderr":
                found = " ".join(output.text.split())
                yield _fault(task, index, "authoring-output-stderr", found=found[:200])
                continue
            text = "\n".join(_texts(output))
            for key, pattern in _UNFIT.items():
                match = pattern.search(text)
                if match:
                    yield _fault(task, index, key, found=match[0])


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
