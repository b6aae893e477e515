"""Running pip and other steps: shown as they go, written into one record, turned into advice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from casekit.setup.advice import advice, is_passing
from casekit.setup.before import LONGEST_FOLDER
from casekit.setup.certificates import bundle
from casekit.setup.other_python import wheels_fit
from casekit.setup.places import (
    HERE,
    LOCKS,
    NEED_MB,
    PYTHON,
    WHEELS,
    free_mb,
    mark,
)
from casekit.setup.surroundings import clean, pip_settings
from casekit.setup.words import Stop, say, word

__all__ = ["has_pip", "install", "run_step"]

#: How often a connection that breaks off is taken up again.
_TURNS = 3
# How pip begins the line of each library it has dealt with.
_TAKEN = re.compile(rb"(?m)^(Collecting|Processing|Ignoring|Requirement) ")


def _pip_wheel() -> Path | None:
    """Pip as Python brings it along: run from there, it need not be installed first."""
    import ensurepip

    folders = [
        sysconfig.get_config_var("WHEEL_PKG_DIR"),
        Path(ensurepip.__file__).parent / "_bundled",
    ]
    for folder in filter(None, folders):
        found = sorted(Path(folder).glob("pip-*.whl"))
        if found:
            return found[-1]
    return None


def has_pip() -> bool:
    """Whether pip can be run without installing it into the environment."""
    return _pip_wheel() is not None


def _environment() -> dict[str, str]:
    """What pip is run with."""
    given = {**clean(), "PYTHONIOENCODING": "utf-8", "PYTHONSAFEPATH": "1", "PYTHONUNBUFFERED": "1"}
    wheel = _pip_wheel()
    if wheel:
        given["PYTHONPATH"] = str(wheel)
    return given


def install(kind: str) -> None:
    """Install the libraries of a lock; what is there already stays.

    Raises
    ------
    Stop
        If a library cannot be had; says why and what to do.
    """
    pip = [str(PYTHON), "-m", "pip", "--no-input", "--disable-pip-version-check"]
    environment, wheel = _environment(), _pip_wheel()
    if wheels_fit():
        environment["PIP_CONFIG_FILE"] = os.devnull
    else:
        environment |= pip_settings(pip, environment)
    if (
        wheel
        and not wheels_fit()
        and not {"PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"} & environment.keys()
    ):
        certificates = bundle(wheel)
        if certificates:
            environment["PIP_CERT"] = str(certificates)
    source = ["--no-index", "--find-links", str(WHEELS)] if wheels_fit() else []
    command = [*pip, "install", *source]
    # The lock is complete, and leaves out what only costs time.
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile"]
    command += ["--progress-bar", "off"]  # the record shows lines, not bars
    lock = HERE / LOCKS[kind]
    total = len(re.findall(rb"(?m)^\S+==", lock.read_bytes()))

    def asked_again(requirement: str) -> str:
        alone = [*pip, "download", "-vv", "--no-deps", "--only-binary", ":all:", "--no-cache-dir"]
        alone += ["-d", str(mark("asked")), *source, requirement]
        told = subprocess.run(
            alone, env=environment, cwd=HERE, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        return told.stdout + told.stderr

    for turn in range(1, _TURNS + 1):
        code, line, output = run_step("step2", [*command, "-r", str(lock)], environment, total)
        if not code:
            return
        if turn == _TURNS or not is_passing(output):
            raise failure(line, output, kind, *advice(output, asked_again))
        say(word("retry", turn=turn + 1, turns=_TURNS))
        time.sleep(turn)


def failure(line: str, output: str, kind: str, key: str, facts: Mapping[str, str]) -> Stop:
    """The words of a step that failed."""
    tail = "\n".join(each[:200] for each in output.strip().splitlines()[-6:])
    if key == "space":
        return Stop("space", free=free_mb(), need=NEED_MB[kind])
    if key == "write":
        return Stop("write", error=tail)
    if key == "no-ssl":
        return Stop("no-ssl", program=sys.executable)
    if key == "long":
        return Stop("long", letters=len(str(HERE)), most=LONGEST_FOLDER)
    return Stop("failed", step=line, tail=tail, log=mark("log"), advice=word(key, **facts))


def run_step(
    step: str, command: Sequence[str], environment: Mapping[str, str] | None = None, total: int = 0
) -> tuple[int, str, str]:
    """Run a command, its output into the record; on a terminal one line shows that it is alive.

    Parameters
    ----------
    step
        Key of the line to show.
    command, environment
        What to run, and with which variables.
    total
        How many libraries there are to deal with.

    Returns
    -------
    tuple
        Exit code, the line as it was shown last, and what the command wrote.
    """
    log = mark("log")
    begun, line, terminal = time.time(), "", sys.stdout.isatty()
    with log.open("ab") as stream:  # close_fds: if this process is killed, pip still holds the turn
        at = stream.tell()
        child = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            cwd=HERE,
            env=dict(environment or _environment()),
            close_fds=False,
        )
    try:
        while True:
            code = child.poll()
            with log.open("rb") as stream:
                stream.seek(at)
                output = stream.read()
            facts = {"done": len(_TAKEN.findall(output)), "total": total}
            line = word(step, seconds=int(time.time() - begun), **facts).ljust(len(line))
            if terminal:
                say("\r" + line, end="")
            if code is not None:
                return code, line.strip(), output.decode("utf-8", "replace")
            time.sleep(0.1)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        say("" if terminal else line.strip())
