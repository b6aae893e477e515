"""Folders and variables of the kit's own JupyterLab: nothing of the user's other work leaks in.

Whoever works with Jupyter, IPython or matplotlib elsewhere on this computer has settings that
would change the case or keep it from starting, and a home folder that cannot be written would
too. So all that these programs keep lies in the kit's environment, and stays there between starts.
"""

from __future__ import annotations

import errno
import glob
import os
import site
import sys
from importlib.util import find_spec
from pathlib import Path

from casekit.errors import WorkplaceError
from casekit.notebook import hook, state_folder

__all__ = ["enter", "prepare", "try_writing", "unwritable", "variables"]

#: Variables by which a user's own settings, or another program that we run in, would come in.
_FOREIGN = ("JUPYTER", "JPY_", "IPYTHON", "PYTHON", "MPL", "MATPLOTLIB")
#: Where what is read and kept lies instead, below the state folder.
_FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "IPYTHONDIR": "ipython",
    "MPLCONFIGDIR": "matplotlib",
}
#: What is written to see whether a folder takes a file: more than a disk keeps for names alone.
_PROBE_BYTES = 2**16


def prepare() -> None:
    """Make the folders, and have every kernel of this environment told what it needs.

    Again and again without harm. A set-up needs only `python -m casekit.notebook.hook`.

    Raises
    ------
    WorkplaceError
        If the environment cannot be written, or its path is one that JupyterLab cannot use.
    """
    # JupyterLab takes its own folder's path for a pattern, and then finds no sliders.
    if glob.escape(sys.prefix) != sys.prefix:
        raise WorkplaceError("place-brackets", folder=sys.prefix)
    state = state_folder()
    try:
        for name in _FOLDERS.values():
            (state / name).mkdir(parents=True, exist_ok=True)
        hook.install()
    except OSError as error:
        raise unwritable(error, state) from None
    try_writing(state / "runtime")


def variables() -> dict[str, str]:
    """The environment of this process without the user's own settings, and with ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    own = [path for path in _python_path() if not _is_foreign(path)]
    if own:
        kept["PYTHONPATH"] = os.pathsep.join(own)
    if not _lives_in_user_site():
        kept["PYTHONNOUSERSITE"] = "1"
    kept |= {name: str(state_folder() / folder) for name, folder in _FOLDERS.items()}
    # Notebooks run without a debugger, whose warning about frozen modules is noise to readers.
    return {**kept, "PYDEVD_DISABLE_FILE_VALIDATION": "1", "JUPYTER_PREFER_ENV_PATH": "1"}


def enter() -> None:
    """Prepare, and go on in that environment, with all processes started from here on.

    Raises
    ------
    WorkplaceError
        If the environment cannot be written.
    """
    prepare()
    away = {path for path in _python_path() if _is_foreign(path)}
    if not _lives_in_user_site():
        away.add(site.getusersitepackages())
    sys.path[:] = [path for path in sys.path if path not in away]
    ours = variables()
    os.environ.clear()
    os.environ.update(ours)
    # No variable leaves these out: settings for all users of the computer.
    from jupyter_core import paths

    paths.SYSTEM_CONFIG_PATH[:] = []
    paths.SYSTEM_JUPYTER_PATH[:] = []


def try_writing(folder: Path) -> None:
    """Write a file into a folder and take it away again.

    Raises
    ------
    WorkplaceError
        If that does not work, with the reason: no right, no space, or what the system says.
    """
    probe = folder / f".casekit-{os.getpid()}.tmp"
    try:
        try:
            probe.write_bytes(bytes(_PROBE_BYTES))
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from None


def unwritable(error: OSError, folder: Path) -> WorkplaceError:
    """What to tell a reader whose folder cannot be written."""
    keys = dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "place-closed")
    keys |= dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)), "place-full")
    key = keys.get(error.errno or 0, "place-fault")
    return WorkplaceError(key, folder=str(folder), why=error.strerror or str(error))


def _python_path() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]


def _is_foreign(path: str) -> bool:
    """Whether a folder of PYTHONPATH is none of ours: neither this package nor its libraries."""
    place = Path(path).resolve()
    ours = Path(__file__).resolve().parents[2]
    return place != ours and not place.is_relative_to(Path(sys.prefix).resolve())


def _lives_in_user_site() -> bool:
    """Whether the libraries themselves were installed for one user."""
    kernel = find_spec("ipykernel")
    home = site.getusersitepackages()
    return bool(kernel and kernel.origin and Path(kernel.origin).is_relative_to(home))
