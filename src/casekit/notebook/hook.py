"""Tells IPython to load `casekit.notebook.cells` into every kernel of this environment.

`python -m casekit.notebook.hook` does it from a set-up; nothing but Python is needed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["EXTENSION", "hook_file", "install", "startup_folder"]

EXTENSION = "casekit.notebook.cells"


def hook_file() -> Path:
    """Where IPython looks for what concerns the kernels of an environment."""
    return Path(sys.prefix) / "etc" / "ipython" / "ipython_kernel_config.json"


def startup_folder() -> Path:
    """Folder of this environment with what its kernels run first: nothing."""
    return hook_file().parent / "startup"


def install() -> bool:
    """Write the file, or add to what stands in it; tells whether it was changed.

    Raises
    ------
    OSError
        If the environment cannot be written.
    """
    path = hook_file()
    startup_folder().mkdir(parents=True, exist_ok=True)
    settings = _settings(path)
    # Not `extensions`: a user's own list would take its place.
    listed = settings["IPKernelApp"]["extra_extensions"]
    if EXTENSION in listed:
        return False
    listed.append(EXTENSION)
    partial = path.with_suffix(".part")
    partial.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    partial.replace(path)
    return True


def _settings(path: Path) -> dict[str, Any]:
    """What stands in the file, with a list to add to; a file half written begins anew."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    settings = found if isinstance(found, dict) else {}
    for name, kind in (("IPKernelApp", dict), ("extra_extensions", list)):
        inside = settings if name == "IPKernelApp" else settings["IPKernelApp"]
        if not isinstance(inside.get(name), kind):
            inside[name] = kind()
    return settings


if __name__ == "__main__":
    install()
