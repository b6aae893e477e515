"""What of this computer's settings reaches pip and the case, and what stays outside."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from casekit.setup.places import mark

__all__ = ["clean", "pip_settings", "started"]

# Settings made for other Pythons: PYTHONHOME or PYTHONPATH would break the environment,
# PYTHONDONTWRITEBYTECODE would slow every later import, PYTHONWARNINGS would stop it.
_FOREIGN = re.compile(r"PYTHON|PIP_|VIRTUAL_ENV|__PYVENV_LAUNCHER__$|CONDA_", re.IGNORECASE)
# How a terminal's letters are encoded is the terminal's affair and stays.
_TERMINAL = ("PYTHONIOENCODING", "PYTHONUTF8")

#: Settings of pip that say how the office reaches libraries. All others (where to install, what
#: to refuse, what to build) would install elsewhere or not at all.
_KEPT = frozenset(
    [
        "index-url",
        "extra-index-url",
        "find-links",
        "no-index",
        "trusted-host",
        "proxy",
        "cert",
        "client-cert",
        "timeout",
        "default-timeout",
        "retries",
        "cache-dir",
        "keyring-provider",
    ]
)


def clean() -> dict[str, str]:
    """Environment variables of this computer without those meant for other Pythons."""
    return {name: value for name, value in os.environ.items() if not _FOREIGN.match(name)}


def started(lang: str = "") -> dict[str, str]:
    """What the case is started with, in a language unless the reader's computer names one."""
    kept = {name: os.environ[name] for name in _TERMINAL if name in os.environ}
    return {**({"CASEKIT_LANG": lang} if lang else {}), **clean(), **kept}


def pip_settings(pip: list[str], environment: Mapping[str, str]) -> dict[str, str]:
    """The office's own way to libraries, as variables, whatever file it is written in.

    Parameters
    ----------
    pip
        Command that runs pip.
    environment
        What to run it with.

    Returns
    -------
    dict
        Variables for pip, which then need read no file: `PIP_INDEX_URL` and so on.
    """
    mine = {name: value for name, value in os.environ.items() if name.upper().startswith("PIP_")}
    # `user = true` in a file would make this very command look at one file only.
    mine |= {"PIP_USER": "0", "PIP_GLOBAL": "0", "PIP_SITE": "0"}
    told = subprocess.run(
        [*pip, "config", "list"], env={**environment, **mine}, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    found: dict[str, tuple[int, str]] = {}
    for line in told.stdout.splitlines():
        match = re.match(r"(global|install|:env:)\.([\w-]+)=(.*)", line)
        if match and match[2] in _KEPT:
            rank = ("global", "install", ":env:").index(match[1])
            value = _unquoted(match[3])
            if value and rank >= found.get(match[2], (-1, ""))[0]:
                found[match[2]] = (rank, value)
    variables = {"PIP_" + key.upper().replace("-", "_"): value for key, (_, value) in found.items()}
    if "PIP_CACHE_DIR" not in variables and not _writable(Path.home()):
        # Without a place to keep what has arrived, a second try would fetch it all again.
        variables["PIP_CACHE_DIR"] = str(mark("cache"))
    return {**variables, "PIP_CONFIG_FILE": os.devnull}


def _unquoted(text: str) -> str:
    try:
        return str(ast.literal_eval(text))
    except (ValueError, SyntaxError):
        return text.strip("'\"")


def _writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)
