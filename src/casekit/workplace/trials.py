"""What the doctor tries: libraries, pictures, a kernel, JupyterLab, as a reader would use them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import urllib.request
from importlib import metadata
from pathlib import Path

from casekit import language
from casekit.notebook import state_folder
from casekit.workplace import environment

__all__ = ["TrialFailure", "font", "kernel", "lab", "packages"]

#: How long a healthy kernel, and a healthy JupyterLab, may take to answer, in seconds.
_PATIENCE = 90

#: What a reader's page needs besides modules, below `share/jupyter`.
_PAGES = {
    "jupyterlab": "lab/static/index.html",
    "jupyterlab-widgets": "labextensions/@jupyter-widgets/jupyterlab-manager/package.json",
}

#: Says each module before it is imported: one that kills the process is told as well.
_IMPORTS = """
import importlib, sys
for name in sys.argv[1:]:
    print("?" + name, flush=True)
    try:
        importlib.import_module(name)
    except BaseException as error:
        why = " ".join(str(error).split())[:200]
        print(f"!{name}: {type(error).__name__}: {why}", flush=True)
"""

_FONT = """
import sys
from matplotlib import font_manager, ft2font
path = font_manager.findfont(sys.argv[1], fallback_to_default=False)
letters = ft2font.FT2Font(path).get_charmap()
sys.exit("".join(sorted(set(sys.argv[2]) - set(map(chr, letters)))) or 0)
"""

_LAB = """
import sys
from casekit.errors import CasekitError
from casekit.workplace.lab import open_lab
try:
    open_lab(False, print, listed=False)
except CasekitError as error:
    sys.exit(str(error))
"""


class TrialFailure(Exception):
    """Something does not work; its text is what was found."""


def packages() -> str:
    """Every package that casekit asks for is here, in a version it accepts, and can be imported.

    Raises
    ------
    TrialFailure
        With all that are missing or broken.
    """
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in metadata.requires("casekit") or ()]
    wanted = [each for each in wanted if not each.marker or each.marker.evaluate({"extra": ""})]
    versions: dict[str, str] = {}
    faults = []
    for each in wanted:
        try:
            versions[each.name] = version = metadata.version(each.name)
        except metadata.PackageNotFoundError:
            faults.append(f"{each.name} -")
            continue
        if not each.specifier.contains(version, prereleases=True):
            faults.append(f"{each.name} {version} ({each.specifier})")
    for name, page in _PAGES.items():
        if not Path(sys.prefix, "share", "jupyter", page).is_file():
            faults.append(f"{name}: {page} -")
    faults += _broken(_modules(set(versions)))
    if faults:
        raise TrialFailure("; ".join(faults))
    shown = ("jupyterlab", "pandas", "matplotlib", "ipywidgets")
    return ", ".join(f"{name} {versions[name]}" for name in shown if name in versions)


def _modules(names: set[str]) -> list[str]:
    """Modules that packages bring, as their own lists of files have them."""
    wanted = {_plain(name) for name in names}
    return sorted(
        module
        for module, owners in metadata.packages_distributions().items()
        if module.isidentifier() and wanted & {_plain(owner) for owner in owners}
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _broken(modules: list[str]) -> list[str]:
    """What is wrong with those of the modules that cannot be imported."""
    done = _python(_IMPORTS, *modules)
    lines = done.stdout.splitlines()
    faults = [line[1:] for line in lines if line.startswith("!")]
    if done.returncode and lines:
        faults.append(f"{lines[-1][1:]}: {done.returncode}")
    return faults


def font() -> str:
    """The charts' font is here and holds Cyrillic letters.

    Raises
    ------
    TrialFailure
        If it is not, or lacks some.
    """
    from casekit.charts.style import FONT

    done = _python(_FONT, FONT, "AzЖя₽")
    if done.returncode:
        raise TrialFailure(_last_line(done.stderr) or FONT)
    return FONT


def kernel() -> str:
    """Start a kernel as JupyterLab does, ask it for its Python, and stop it."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import KernelManager

    from casekit.workplace.lab import kernel_encryption

    manager = KernelManager(
        transport_encryption=kernel_encryption(),
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        connection_file=str(state_folder() / "runtime" / f"doctor-{os.getpid()}.json"),
    )
    manager.start_kernel(env=environment.variables())
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=_PATIENCE)
        code = "import sys; print(sys.version.split()[0], end='')"
        answers: list[str] = []
        client.execute_interactive(
            code,
            timeout=_PATIENCE,
            output_hook=lambda message: answers.append(message["content"].get("text", "")),
        )
        return f"Python {''.join(answers)}"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def lab() -> str:
    """Start JupyterLab on the first notebook, fetch its page, and stop it.

    Raises
    ------
    TrialFailure
        With the last that it said, if it gives no address or no page.
    """
    server = subprocess.Popen(
        [sys.executable, "-c", _LAB],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    patience = threading.Timer(_PATIENCE, server.kill)
    patience.start()
    try:
        assert server.stdout is not None
        found = re.search(r"(http://[^/\s]+)/\S+", server.stdout.readline())
        if found:
            direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with direct.open(found[0], timeout=_PATIENCE) as answer:
                if b"jupyter-config-data" in answer.read():
                    return found[1]
    finally:
        server.terminate()
        _, said = server.communicate()
        patience.cancel()
    raise TrialFailure(_last_line(said) or language.text("doctor-silent"))


def _python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _environment() -> dict[str, str]:
    """As the kit's programs have it; what they say can be read line by line."""
    lang = language.current()
    safe = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8", "PYTHONSAFEPATH": "1"}
    return {**environment.variables(), **safe, "CASEKIT_LANG": lang}


def _last_line(said: str) -> str:
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")
