"""The grader's side of the fork server: starts it, asks it for processes, ends them."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from casekit.errors import GradingError
from casekit.grading.sandbox.limits import SandboxConfig

#: Started as a program; not imported here, where its libraries are not needed.
_SERVER = "casekit.grading.sandbox.forkserver"
_START_SECONDS = 60.0


class ForkServer:
    """A warm process that forks runs from itself.

    Parameters
    ----------
    environment
        The whole environment of the server and, but for additions, of its runs.

    Raises
    ------
    GradingError
        If the server does not start.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair()
        self._jobs = ours
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _SERVER],
            stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(environment), cwd="/", start_new_session=True,
        )  # fmt: skip
        theirs.close()
        self._jobs.settimeout(_START_SECONDS)
        self._receive()

    def fork(
        self,
        sandbox: SandboxConfig | None,
        environment: Mapping[str, str],
        cwd: str,
        files: list[int],
    ) -> int:
        """Fork a run; its process id.

        Parameters
        ----------
        sandbox
            Sandbox of the run; None for none.
        environment
            Variables added to those of the server.
        cwd
            Working folder of a run without a sandbox.
        files
            Descriptors for the run: requests, messages, printed text.
        """
        job = {
            "sandbox": asdict(sandbox) if sandbox else None,
            "environment": dict(environment),
            "cwd": cwd,
        }
        socket.send_fds(self._jobs, [json.dumps(job).encode() + b"\n"], files)
        return int(self._receive()["pid"])

    def kill(self, pid: int) -> None:
        """Kill a run and every process it has started."""
        with contextlib.suppress(OSError):
            self._jobs.sendall(json.dumps({"kill": pid}).encode() + b"\n")

    def close(self) -> None:
        """End the server and every run of it."""
        self._jobs.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
            return
        self._process.kill()
        self._process.wait()

    def _receive(self) -> dict[str, Any]:
        """One line from the server."""
        try:
            line = b""
            while not line.endswith(b"\n") and (piece := self._jobs.recv(2**16)):
                line += piece
        except OSError as error:
            raise GradingError("grading-template", found=str(error)) from None
        if not line.endswith(b"\n"):
            raise GradingError("grading-template", found=str(self._process.poll()))
        answer: dict[str, Any] = json.loads(line)
        return answer
