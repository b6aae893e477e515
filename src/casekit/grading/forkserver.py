"""The warm template: a process that has imported everything and forks a run from itself.

Started as a program of its own with a clean environment, so that nothing of the grader is in its
memory: neither the key nor the other company. It has one thread, no event loop and no open figure.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import random
import signal
import socket
import sys
from dataclasses import asdict
from typing import Any

from casekit.grading.lockdown import Confinement, lock_in
from casekit.grading.shell import NotebookShell

#: Descriptors that come with a job: requests, messages, and what programs print past Python.
JOB_FILES = 3
_LARGEST_JOB = 2**16
_BACKEND = "module://matplotlib_inline.backend_inline"


def main() -> None:
    """Serve jobs from the socket on descriptor 0 until it closes."""
    jobs = socket.socket(fileno=os.dup(0))
    shell = NotebookShell()
    with contextlib.suppress(Exception):
        # Only a gain in time: a notebook meets the same fault where it can be shown.
        _warm_up()
    # What is there now stays for good: a collection in a run would look through all of it, and
    # copy every page that it touches.
    gc.collect()
    gc.freeze()
    children: set[int] = set()
    jobs.sendall(b'{"ready": true}\n')
    waiting, files = b"", list[int]()
    while True:
        received, new, _, _ = socket.recv_fds(jobs, _LARGEST_JOB, JOB_FILES)
        if not received:
            break
        files += new
        *lines, waiting = (waiting + received).split(b"\n")
        for line in lines:
            _bury(children)
            job = json.loads(line)
            if "kill" in job:
                if job["kill"] in children:
                    os.kill(job["kill"], signal.SIGKILL)
                continue
            child = os.fork()
            if child == 0:
                jobs.close()
                _run(shell, job, files)
            for file in files:
                os.close(file)
            files = []
            children.add(child)
            jobs.sendall(json.dumps({"pid": child}).encode() + b"\n")
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def request(confinement: Confinement | None, environment: dict[str, str], cwd: str) -> bytes:
    """A job as the template reads it."""
    walls = asdict(confinement) if confinement else None
    job = {"walls": walls, "environment": environment, "cwd": cwd}
    return json.dumps(job).encode() + b"\n"


def _warm_up() -> None:
    """Import what notebooks use, read all texts, and work out what they all ask for."""
    import casekit as ck
    from casekit.language import LANGUAGES, has_text
    from casekit.model import calibrated

    for name in ck.__all__:
        getattr(ck, name)
    import matplotlib.pyplot as plt

    import casekit.board
    import casekit.handout

    for lang in LANGUAGES:
        has_text("-", lang)
    # The first picture of a process looks for fonts and reads their letters.
    figure, axes = plt.subplots(layout="constrained")
    axes.set_title("Aa 0 Яя")
    figure.savefig(io.BytesIO())
    plt.close("all")
    if os.environ.get("CASEKIT_DATA"):
        case = ck.load_case()
        calibrated(case)
        ck.analysis.audit_reports(case.received, case)


def _run(shell: NotebookShell, job: dict[str, Any], files: list[int]) -> None:
    """Become the run: walls first, then the cells."""
    requests, messages, printed = files
    try:
        os.dup2(requests, 3)
        os.dup2(messages, 4)
        for standard in (1, 2):
            os.dup2(printed, standard)
        os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
        os.closerange(5, 65_536)
        out = os.fdopen(4, "wb")
        os.environ.update(job["environment"])
        _choose_backend()
        if job["walls"]:
            try:
                lock_in(Confinement(**job["walls"]))
            except OSError as error:
                out.write(json.dumps({"type": "walls", "content": str(error)}).encode() + b"\n")
                out.flush()
                os._exit(70)
        else:
            os.setsid()
            os.chdir(job["cwd"])
        _start_afresh()
        shell.serve(io.TextIOWrapper(os.fdopen(3, "rb"), encoding="utf-8"), out)
    except BaseException:
        # Whatever it is, the run is over; its keeper sees the pipes close.
        os._exit(71)
    os._exit(0)


def _choose_backend() -> None:
    """Draw as this run's environment says: the template has chosen for itself already."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and os.environ["MPLBACKEND"] != _BACKEND:
        pyplot.switch_backend(os.environ["MPLBACKEND"])
        pyplot.rcParams["figure.max_open_warning"] = 0


def _start_afresh() -> None:
    """Undo what every fork would share."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def _bury(children: set[int]) -> None:
    for child in list(children):
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(child, os.WNOHANG)[0] == 0:
                continue
        children.discard(child)


if __name__ == "__main__":
    main()
