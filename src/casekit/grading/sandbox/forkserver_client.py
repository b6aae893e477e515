"""The grader's side of the fork server: starts it, asks it for processes, ends them."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from casekit.errors import GradingError
from casekit.grading.sandbox.limits import SandboxConfig

#: Started as a program; not imported here, where its libraries are not needed.
_SERVER = "casekit.grading.sandbox.forkserver"
_START_SECONDS = 60.0
_END_SECONDS = 5.0


class CompanyServer:
    """A warm process that forks runs from itself; most are forked for a company by another one.

    Parameters
    ----------
    jobs
        Socket to it.
    kill
        Ends it if it does not end by itself.
    """

    def __init__(self, jobs: socket.socket, kill: Callable[[], None] = lambda: None) -> None:
        self._jobs, self._kill = jobs, kill
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
        with contextlib.suppress(OSError):
            self._jobs.shutdown(socket.SHUT_WR)
            self._jobs.settimeout(_END_SECONDS)
            # Its side closes when it has ended.
            while self._jobs.recv(2**16):
                pass
            self._jobs.close()
            return
        self._jobs.close()
        self._kill()

    def _receive(self) -> dict[str, Any]:
        """One line from the server."""
        try:
            line = b""
            while not line.endswith(b"\n") and (piece := self._jobs.recv(2**16)):
                line += piece
        except OSError as error:
            raise GradingError("grading-template", found=str(error)) from None
        if not line.endswith(b"\n"):
            raise GradingError("grading-template", found=self._how_ended())
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _how_ended(self) -> str:
        """What is known of a server that closed its socket."""
        return "-"


class ForkServer(CompanyServer):
    """A warm process without a company, started as a program.

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
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _SERVER],
            stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(environment), cwd="/", start_new_session=True,
        )  # fmt: skip
        theirs.close()
        super().__init__(ours)

    def of_company(self, data: str, ahead: bool = True) -> CompanyServer:
        """A server of a company, forked from this one.

        Parameters
        ----------
        data
            Folder of the company.
        ahead
            Whether there will be many runs, so that it works out once what most of them ask.
        """
        told = json.dumps({"company": data, "ahead": ahead}).encode()
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._jobs, [told + b"\n"], [theirs.fileno()])
        except OSError as error:
            raise GradingError("grading-template", found=str(error)) from None
        finally:
            theirs.close()
        pid = int(self._receive()["pid"])
        return CompanyServer(ours, partial(self.kill, pid))

    def close(self) -> None:
        """End the server and every run of it; servers of companies are closed by themselves."""
        self._jobs.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)
            return
        self._process.kill()
        self._process.wait()

    def _how_ended(self) -> str:
        return str(self._process.poll())
