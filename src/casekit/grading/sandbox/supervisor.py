"""The supervisor of a notebook's process: sends it cells, enforces time and memory, ends it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from casekit.errors import GradingError
from casekit.grading.files import without_half_letters
from casekit.grading.sandbox.forkserver_client import CompanyServer
from casekit.grading.sandbox.limits import LARGEST_MESSAGE, RunLimits, SandboxConfig
from casekit.grading.sandbox.outputs import Outputs
from casekit.grading.sandbox.processes import process_tree, tree_exceeds

#: How a cell ended. `not_run`: the process had ended before the cell's turn.
CellState = Literal["ok", "error", "timeout", "killed", "not_run"]

#: Seconds between the interrupt of a cell and the end of a process that ignores it.
GRACE_SECONDS = 2.0
_START_SECONDS = 60.0
_TICK_SECONDS = 0.2
# Reading the memory of a process tree stalls its processes for some milliseconds.
_WATCH_SECONDS = 1.0
_READ_BYTES = 2**18
#: A run that has written so many bytes is ended.
_FLOOD_BYTES = 256 * 2**20


@dataclass
class CellRecord:
    """How a cell ended, as observed from outside its process."""

    state: CellState
    seconds: float = 0.0
    execution_count: int | None = None
    error: str = ""
    answers: list[str] = field(default_factory=list)


class NotebookProcess:
    """A notebook's process, supervised over three pipes.

    Parameters
    ----------
    server
        Forks the process.
    limits
        Of time and memory.
    sandbox
        Sandbox of the process; None for none.
    environment
        Variables added to those of the server.
    cwd
        Working folder of a process without a sandbox.

    Raises
    ------
    GradingError
        If the process does not start.
    """

    def __init__(
        self,
        server: CompanyServer,
        limits: RunLimits,
        sandbox: SandboxConfig | None,
        environment: Mapping[str, str],
        cwd: str = "/",
    ) -> None:
        self.outputs = Outputs()
        self.ended = ""
        self._server, self._limits = server, limits
        self._sandboxed = sandbox is not None
        self._started = time.monotonic()
        self._read_bytes = 0
        self._line = b""
        self._watched = self._started
        self._idle: int | None = None
        theirs_in, self._requests = os.pipe()
        self._messages, theirs_out = os.pipe()
        self._printed, theirs_printed = os.pipe()
        theirs = [theirs_in, theirs_out, theirs_printed]
        for end in (self._messages, self._printed):
            os.set_blocking(end, False)
        try:
            self._pid = server.fork(sandbox, environment, cwd, theirs)
        except GradingError:
            self._close_pipes()
            raise
        finally:
            for end in theirs:
                os.close(end)
        self._reply: dict[str, Any] | None = None
        self._ready = False
        if not self._listen(time.monotonic() + _START_SECONDS, until_ready=True):
            self.close()
            raise GradingError("grading-run-start", found=self.ended or "-")

    def run_cell(
        self, code: str, cell_id: str | None = None, seconds: float | None = None
    ) -> tuple[CellRecord, list[Any]]:
        """Run a cell; its record and its outputs.

        Parameters
        ----------
        code, cell_id
            Of the cell.
        seconds
            Less than the time that the limits give a cell; None for all of it.
        """
        outputs = self.outputs.begin_cell()
        if self.ended:
            return CellRecord("not_run"), outputs
        begun = time.monotonic()
        whole = self._started + self._limits.notebook_seconds
        most = self._limits.cell_seconds
        deadline = min(begun + (most if seconds is None else min(seconds, most)), whole)
        self._reply = None
        line = json.dumps({"code": code, "cell": cell_id}).encode() + b"\n"
        state = self._wait(deadline, whole) if self._send(line, deadline) else self._end_state()
        self.outputs.end_cell()
        reply: dict[str, Any] = self._reply or {}
        if state == "ok" and reply.get("status") != "ok":
            state = "error"
        count = reply.get("execution_count")
        record = CellRecord(
            state,
            time.monotonic() - begun,
            count if isinstance(count, int) else None,
            str(reply.get("ename", ""))[:200],
            list(self.outputs.answers),
        )
        return record, outputs

    def close(self) -> None:
        """End the process and every process it has started."""
        self._end("closed")
        self._close_pipes()

    def _close_pipes(self) -> None:
        for end in (self._requests, self._messages, self._printed, self._idle):
            if end is not None:
                with contextlib.suppress(OSError):
                    os.close(end)

    def _wait(self, deadline: float, whole: float) -> CellState:
        if self._listen(deadline):
            return "ok"
        if self.ended:
            return self._end_state()
        # Most loops end when interrupted, and the rest of the notebook can still run.
        self._interrupt()
        if not self._listen(time.monotonic() + GRACE_SECONDS) and not self.ended:
            self._end("timeout")
        if time.monotonic() > whole:
            self._end("timeout")
        return "timeout"

    def _send(self, line: bytes, deadline: float) -> bool:
        """Write a request; a process that does not read it by the deadline is ended."""
        view = memoryview(line)
        os.set_blocking(self._requests, False)
        while view and not self.ended:
            if time.monotonic() >= deadline:
                self._end("timeout")
                break
            # Both pipes may be full: the process then reads only after its output is read.
            ends = [self._messages, self._printed]
            readable, writable, _ = select.select(ends, [self._requests], [], _TICK_SECONDS)
            self._read(readable)
            if writable:
                try:
                    view = view[os.write(self._requests, view) :]
                except OSError:
                    self._end("closed")
        return not view

    def _listen(self, deadline: float, until_ready: bool = False) -> bool:
        """Read messages until the reply; False at the deadline or at the end of the process."""
        while True:
            now = time.monotonic()
            if now >= deadline or self.ended:
                return False
            wait = min(_TICK_SECONDS, deadline - now)
            readable, _, _ = select.select([self._messages, self._printed], [], [], wait)
            self._read(readable)
            if self._reply is not None or (until_ready and self._ready):
                return True

    def _read(self, readable: list[int]) -> None:
        if self._printed in readable:
            self._read_printed()
        if self._messages in readable:
            self._read_messages()
        # Also while output arrives without a pause.
        if time.monotonic() - self._watched > _WATCH_SECONDS:
            self._watch()

    def _read_messages(self) -> None:
        try:
            chunk = os.read(self._messages, _READ_BYTES)
        except BlockingIOError:
            return
        if not chunk:
            self._end("exited")
            return
        self._read_bytes += len(chunk)
        *lines, rest = (self._line + chunk).split(b"\n")
        self._line = rest
        if len(rest) > LARGEST_MESSAGE + 1024:
            self._end("flood")
        for line in lines:
            # A chunk may hold thousands of lines: the deadline is checked between them.
            if self.ended:
                return
            self._take(line)
            if time.monotonic() - self._watched > _WATCH_SECONDS:
                self._watch()

    def _take(self, line: bytes) -> None:
        try:
            message = json.loads(line)
            if b"\\ud" in line or b"\\uD" in line:
                message = without_half_letters(message)
            kind, content = message["type"], message["content"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return  # a notebook may write anything to this descriptor
        if kind == "reply" and isinstance(content, dict):
            self._reply = content
        elif kind == "ready":
            self._ready = True
        elif kind == "sandbox":
            self._end(f"sandbox: {content}"[:300])
        elif isinstance(kind, str):
            self.outputs.take(kind, content, len(line))

    def _read_printed(self) -> None:
        """Take what programs print past Python as standard output of the cell."""
        try:
            chunk = os.read(self._printed, _READ_BYTES)
        except BlockingIOError:
            return
        self._read_bytes += len(chunk)
        if chunk:
            text = {"name": "stdout", "text": chunk.decode("utf-8", "replace")}
            self.outputs.take("stream", text, len(chunk))
        else:
            # No writer is left; a pipe at its end would make every `select` return at once.
            reader, writer = os.pipe()
            os.dup2(reader, self._printed)
            os.close(reader)
            self._idle = writer

    def _watch(self) -> None:
        self._watched = time.monotonic()
        if self._read_bytes > _FLOOD_BYTES:
            self._end("flood")
        elif self._sandboxed and tree_exceeds(self._pid, self._limits.memory_mb):
            self._end("memory")
        elif time.monotonic() > self._started + self._limits.notebook_seconds + GRACE_SECONDS:
            self._end("timeout")

    def _interrupt(self) -> None:
        pids = process_tree(self._pid)
        # In a sandbox the kernel is the third process of the tree, see `enter_sandbox`.
        with contextlib.suppress(OSError, IndexError):
            os.kill(pids[2] if self._sandboxed else pids[0], signal.SIGINT)

    def _end_state(self) -> CellState:
        """State of the cell that was running when the process ended."""
        return "timeout" if self.ended == "timeout" else "killed"

    def _end(self, why: str) -> None:
        if not self.ended:
            self.ended = why
            if not self._sandboxed:
                with contextlib.suppress(OSError):
                    os.killpg(self._pid, signal.SIGKILL)
            self._server.kill(self._pid)
