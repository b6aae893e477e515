"""The keeper of a run: starts it, gives it cells, watches clock and memory, and ends it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from casekit.errors import GradingError
from casekit.grading import forkserver
from casekit.grading.lockdown import Confinement
from casekit.grading.outputs import Outputs
from casekit.grading.shell import LARGEST_MESSAGE

#: What became of a cell. `not_run`: the process had ended before its turn.
CellState = Literal["ok", "error", "timeout", "killed", "not_run"]

#: Seconds between an interrupt and the end of a cell that does not heed it.
GRACE_SECONDS = 2.0
_START_SECONDS = 60.0
_TICK_SECONDS = 0.2
# To add up the memory of a tree of processes holds them up for some milliseconds.
_WATCH_SECONDS = 1.0
_READ_BYTES = 2**18
#: A run that writes so many bytes is not read any further.
_FLOOD_BYTES = 256 * 2**20


@dataclass(frozen=True)
class Limits:
    """How long and how large a run may be.

    Parameters
    ----------
    cell_seconds, notebook_seconds, submission_seconds
        Wall clock; nothing swallows it.
    memory_mb
        Of all processes of the run together.
    disk_mb, processes
        Files of the run together; processes and threads of the run.
    """

    cell_seconds: float = 60.0
    notebook_seconds: float = 240.0
    submission_seconds: float = 3600.0
    memory_mb: int = 2048
    disk_mb: int = 64
    processes: int = 32


@dataclass
class CellRecord:
    """What became of a cell, as the keeper saw it."""

    state: CellState
    seconds: float = 0.0
    execution_count: int | None = None
    error: str = ""
    answers: list[str] = field(default_factory=list)


class Template:
    """A warm process to fork runs from, or where nothing can be forked, one cold run.

    Parameters
    ----------
    environment
        All that runs see of an environment.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair()
        self._jobs = ours
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", forkserver.__name__],
            stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(environment), cwd="/", start_new_session=True,
        )  # fmt: skip
        theirs.close()
        self._jobs.settimeout(_START_SECONDS)
        self._said()

    def fork(self, job: bytes, files: list[int]) -> int:
        """Start a run; its process number."""
        socket.send_fds(self._jobs, [job], files)
        return int(self._said()["pid"])

    def kill(self, pid: int) -> None:
        """End a run with all it started."""
        with contextlib.suppress(OSError):
            self._jobs.sendall(json.dumps({"kill": pid}).encode() + b"\n")

    def close(self) -> None:
        """End the template and whatever still runs of it."""
        self._jobs.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
            return
        self._process.kill()
        self._process.wait()

    def _said(self) -> dict[str, Any]:
        try:
            told = b""
            while not told.endswith(b"\n") and (piece := self._jobs.recv(2**16)):
                told += piece
        except OSError as error:
            raise GradingError("grading-template", found=str(error)) from None
        if not told.endswith(b"\n"):
            raise GradingError("grading-template", found=str(self._process.poll()))
        answer: dict[str, Any] = json.loads(told)
        return answer


class Run:
    """A notebook's process and its keeper's side of the pipes."""

    def __init__(
        self,
        template: Template,
        limits: Limits,
        confinement: Confinement | None,
        environment: Mapping[str, str],
        cwd: str = "/",
    ) -> None:
        self.outputs = Outputs()
        self.ended = ""
        self._template, self._limits = template, limits
        self._walled = confinement is not None
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
            job = forkserver.request(confinement, dict(environment), cwd)
            self._pid = template.fork(job, theirs)
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

    def cell(self, code: str, cell_id: str | None = None) -> tuple[CellRecord, list[Any]]:
        """Run a cell; its record and its outputs."""
        outputs = self.outputs.begin_cell()
        if self.ended:
            return CellRecord("not_run"), outputs
        begun = time.monotonic()
        whole = self._started + self._limits.notebook_seconds
        deadline = min(begun + self._limits.cell_seconds, whole)
        self._reply = None
        line = json.dumps({"code": code, "cell": cell_id}).encode() + b"\n"
        if self._send(line, deadline):
            state = self._wait(deadline, whole)
        else:
            state = "timeout" if self.ended == "timeout" else "killed"
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
        """End the run, with every process it has started."""
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
            return "timeout" if self.ended == "timeout" else "killed"
        # Most loops end when they are interrupted, and the rest of the notebook can go on.
        self._interrupt()
        if not self._listen(time.monotonic() + GRACE_SECONDS) and not self.ended:
            self._end("timeout")
        if time.monotonic() > whole:
            self._end("timeout")
        return "timeout"

    def _send(self, line: bytes, deadline: float) -> bool:
        """Write a request; a process that has stopped reading is waited for, and then ended."""
        view = memoryview(line)
        os.set_blocking(self._requests, False)
        while view and not self.ended:
            if time.monotonic() >= deadline:
                self._end("timeout")
                break
            # It may be writing itself, and read only when that is taken.
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
        """Read what the run says until its reply; False at the deadline or at its end."""
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
        # Also while it talks without a pause.
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
            # A chunk may hold thousands of lines; the clock goes on while they are taken.
            if self.ended:
                return
            self._take(line)
            if time.monotonic() - self._watched > _WATCH_SECONDS:
                self._watch()

    def _take(self, line: bytes) -> None:
        try:
            message = json.loads(line)
            kind, content = message["type"], message["content"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return  # not a message: a notebook may write what it likes
        if kind == "reply" and isinstance(content, dict):
            self._reply = content
        elif kind == "ready":
            self._ready = True
        elif kind == "walls":
            self._end(f"walls: {content}"[:300])
        elif isinstance(kind, str):
            self.outputs.take(kind, content, len(line))

    def _read_printed(self) -> None:
        """What programs print past Python goes below the cell like anything printed."""
        try:
            chunk = os.read(self._printed, _READ_BYTES)
        except BlockingIOError:
            return
        self._read_bytes += len(chunk)
        if chunk:
            text = {"name": "stdout", "text": chunk.decode("utf-8", "replace")}
            self.outputs.take("stream", text, len(chunk))
        else:
            # The last holder of the pipe is gone; a closed end would wake us for ever.
            reader, writer = os.pipe()
            os.dup2(reader, self._printed)
            os.close(reader)
            self._idle = writer

    def _watch(self) -> None:
        self._watched = time.monotonic()
        if self._read_bytes > _FLOOD_BYTES:
            self._end("flood")
        elif self._walled and tree_mb(self._pid) > self._limits.memory_mb:
            self._end("memory")
        elif time.monotonic() > self._started + self._limits.notebook_seconds + GRACE_SECONDS:
            self._end("timeout")

    def _interrupt(self) -> None:
        pids = tree(self._pid)
        # Walled in, the notebook is the third in line; else it is the run itself.
        with contextlib.suppress(OSError, IndexError):
            os.kill(pids[2] if self._walled else pids[0], signal.SIGINT)

    def _end(self, why: str) -> None:
        if not self.ended:
            self.ended = why
            if not self._walled:
                with contextlib.suppress(OSError):
                    os.killpg(self._pid, signal.SIGKILL)
            self._template.kill(self._pid)


def tree(pid: int) -> list[int]:
    """A process and all below it, parents first."""
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{each}/task"):
                path = Path(f"/proc/{each}/task/{task}/children")
                found += [int(number) for number in path.read_text(encoding="ascii").split()]
    return found


def tree_mb(pid: int) -> float:
    """Memory of a process and all below it, what they share divided among its holders."""
    return sum(map(_process_mb, tree(pid)))


def _process_mb(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        line = next(row for row in rollup.splitlines() if row.startswith("Pss:"))
        return int(line.split()[1]) / 1024
    except PermissionError:
        # It hides what it shares with others: then all of it counts as its own.
        with contextlib.suppress(OSError, ValueError, IndexError):
            pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, ValueError, IndexError, StopIteration):
        pass  # it has just ended
    return 0.0
