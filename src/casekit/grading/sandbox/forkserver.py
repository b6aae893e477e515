"""The fork server: a process with all imports done, which forks each run from itself.

It is started as a program of its own with a clean environment, so that its memory holds nothing of
the grader: neither the key nor a company. Of itself it forks a server for each company, which
loads that one and no other, and forks the runs on it. To be safe to fork both have one thread, no
event loop and no open figure.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import io
import json
import os
import random
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from casekit.company.loading import DATA_VARIABLE
from casekit.grading.sandbox.kernel import PipeKernel
from casekit.grading.sandbox.limits import SandboxConfig
from casekit.grading.sandbox.lockdown import enter_sandbox
from casekit.grading.sandbox.reading import serve_company

#: Descriptors that come with a job: requests, messages, and what programs print past Python.
JOB_FILES = 3
_LARGEST_JOB = 2**16
_BACKEND = "module://matplotlib_inline.backend_inline"


def main() -> None:
    """Serve jobs from the socket on descriptor 0 until it closes."""
    from casekit.language import parse_all

    jobs = socket.socket(fileno=os.dup(0))
    kernel = PipeKernel()
    with contextlib.suppress(Exception):
        # The warm-up only saves time: a notebook meets the same error where it can be shown.
        _warm_up()
    # The first company's server parses texts itself, so that its first run need not wait.
    _serve(jobs, kernel, parse_all)


def _serve(jobs: socket.socket, kernel: PipeKernel, soon: Callable[[], None] | None = None) -> None:
    """Fork runs, and servers of companies, until the socket closes; then end the runs.

    `soon` is done once, when the first of them is on its way.
    """
    _keep_shared()
    runs, servers = set[int](), set[int]()
    jobs.sendall(b'{"ready": true}\n')
    waiting, files = b"", list[int]()
    while True:
        received, new, _, _ = socket.recv_fds(jobs, _LARGEST_JOB, JOB_FILES)
        if not received:
            break
        files += new
        *lines, waiting = (waiting + received).split(b"\n")
        for line in lines:
            _reap_finished(runs)
            _reap_finished(servers)
            job = json.loads(line)
            if "kill" in job:
                if job["kill"] in runs | servers:
                    os.kill(job["kill"], signal.SIGKILL)
                continue
            child = os.fork()
            if child == 0:
                jobs.close()
                if "company" in job:
                    _serve_company(kernel, job["company"], files[0], job["ahead"])
                _run(kernel, job, files)
            for file in files:
                os.close(file)
            files = []
            (servers if "company" in job else runs).add(child)
            jobs.sendall(json.dumps({"pid": child}).encode() + b"\n")
            if soon is not None:
                with contextlib.suppress(Exception):
                    soon()
                _keep_shared()
                soon = None
    # Servers of companies end by themselves, each with its runs: their sockets close too.
    for child in runs:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _keep_shared() -> None:
    """Keep objects made so far out of garbage collection.

    A collection in a forked run would touch them all, and so copy every shared page.
    """
    gc.collect()
    gc.freeze()


def _serve_company(kernel: PipeKernel, data: str, jobs: int, ahead: bool) -> None:
    """Turn this forked process into the server of a company."""
    try:
        os.environ[DATA_VARIABLE] = data
        with contextlib.suppress(Exception):
            _load_company()
        _serve(socket.socket(fileno=jobs), kernel, _work_out if ahead else None)
    except BaseException:
        # The worker learns of the end from the closed socket.
        os._exit(71)
    os._exit(0)


def _warm_up() -> None:
    """Import what notebooks use, and draw a picture."""
    import casekit as ck
    from casekit import board, handout

    for room, names in ((ck, ck.__all__), (board, board.__all__), (handout, handout.__all__)):
        for name in names:
            getattr(room, name)
    import matplotlib.pyplot as plt

    # The first figure of a process searches for fonts and loads their glyphs.
    figure, axes = plt.subplots(layout="constrained")
    axes.set_title("Aa 0 Яя")
    figure.savefig(io.BytesIO())
    plt.close("all")
    _draw_once()


def _draw_once() -> None:
    """Have pictures below a cell made as `show` makes them; the backend draws each twice."""
    from IPython.core.getipython import get_ipython
    from matplotlib.figure import Figure

    from casekit.charts.showing import png

    shell = get_ipython()
    if shell is not None and shell.display_formatter is not None:

        def picture(figure: Figure) -> str | None:
            return base64.b64encode(png(figure)).decode("ascii") if figure.axes else None

        shell.display_formatter.formatters["image/png"].for_type(Figure, picture)


def _load_company() -> None:
    """Load the company of the environment."""
    import casekit as ck

    case = ck.load_case()
    # What it is called, and which company it is, as every notebook and card asks.
    _ = case.label(case.name), case.digest


def _work_out() -> None:
    """Work out what most notebooks ask of the company, whatever the work that they hold."""
    import casekit as ck
    from casekit.board.shared import shared_of
    from casekit.language import parse_all

    parse_all()
    case = ck.load_case()
    ck.model.hindcast(case)
    ck.model.estimate_pressure(case)
    ck.analysis.region_that_changed(case)
    ck.analysis.audit_reports(case.received, case)
    shared = shared_of(case)
    shared.warm()
    # Pilots are played once for all plans.
    ck.model.indicators(case, shared.norm.plan)
    ck.model.pilots_of_plan(case, shared.norm.plan)


def _run(kernel: PipeKernel, job: dict[str, Any], files: list[int]) -> None:
    """Turn this forked process into a run: enter the sandbox, then serve cells."""
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
        if job["sandbox"]:
            try:
                enter_sandbox(SandboxConfig(**job["sandbox"]))
            except OSError as error:
                out.write(json.dumps({"type": "sandbox", "content": str(error)}).encode() + b"\n")
                out.flush()
                os._exit(70)
        else:
            os.setsid()
            os.chdir(job["cwd"])
        _reset_inherited_state()
        # Modules of one's own are found beside the notebook, as in Jupyter.
        sys.path.insert(0, "")
        serve_company(os.environ.get(DATA_VARIABLE, ""))
        kernel.serve(io.TextIOWrapper(os.fdopen(3, "rb"), encoding="utf-8"), out)
    except BaseException:
        # The supervisor learns of the end from the closed pipes.
        os._exit(71)
    os._exit(0)


def _choose_backend() -> None:
    """Switch to the backend of this run's environment: the server has its own loaded."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and os.environ["MPLBACKEND"] != _BACKEND:
        pyplot.switch_backend(os.environ["MPLBACKEND"])
        pyplot.rcParams["figure.max_open_warning"] = 0


def _reset_inherited_state() -> None:
    """Reset what all forks would share: signal handling and random number generators."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def _reap_finished(children: set[int]) -> None:
    """Collect children that have ended, so that none remains a zombie."""
    for child in list(children):
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(child, os.WNOHANG)[0] == 0:
                continue
        children.discard(child)


if __name__ == "__main__":
    main()
