"""Where the reader's own files lie: beside the notebook that runs, whatever started its kernel.

JupyterLab starts a kernel in the notebook's folder. VS Code may start it in the folder that it
has open, others wherever they stand; the notebook's own path is told in other ways.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

__all__ = [
    "RECORD_VARIABLE",
    "beside",
    "in_notebook",
    "is_kit",
    "notebook_file",
    "reader_folder",
    "recording",
    "saves_itself",
    "state_folder",
]

#: Set in a grading run: answers are recorded, none is judged, nothing else is kept.
RECORD_VARIABLE = "CASEKIT_RECORD"
#: Names another folder for what the kit's JupyterLab keeps; tests have their own.
STATE_VARIABLE = "CASEKIT_STATE"
#: Where Jupyter's server puts the path of the notebook that a kernel was started for.
SESSION_VARIABLE = "JPY_SESSION_NAME"
#: Where VS Code puts it: a variable of the notebook.
VS_CODE_NAME = "__vsc_ipynb_file__"


def shell() -> Any | None:
    """IPython's shell of this process, if a notebook's kernel runs it."""
    ipython = sys.modules.get("IPython")
    found = ipython.get_ipython() if ipython is not None else None
    return found if getattr(found, "kernel", None) is not None else None


def in_notebook() -> bool:
    """Whether a notebook's kernel runs this code; a script or a terminal does not count."""
    return shell() is not None


def saves_itself() -> bool:
    """Whether what shows the notebook keeps every change at once; Jupyter wants to be told to."""
    return bool(getattr(shell(), "saves_itself", False))


def recording() -> bool:
    """Whether this is a grading run."""
    return os.environ.get(RECORD_VARIABLE) == "1"


def unseen() -> bool:
    """Whether this is a grading run that nobody looks at: then no picture need be drawn."""
    return recording() and os.environ.get("MPLBACKEND") == "agg"


def state_folder() -> Path:
    """Folder of what the kit's JupyterLab keeps: settings, records of what runs, caches."""
    named = os.environ.get(STATE_VARIABLE)
    return Path(named) if named else Path(sys.prefix) / "share" / "casekit"


def is_kit(folder: Path) -> bool:
    """Whether a folder is the top of a kit."""
    return (folder / "notebooks").is_dir() and (folder / "start.py").is_file()


def notebook_file() -> Path | None:
    """The notebook that runs, as the program that shows it names it.

    The file may have been renamed since, its folder is there; None where nobody tells.
    """
    running = shell()
    names = getattr(running, "user_ns", {}).get(VS_CODE_NAME), os.environ.get(SESSION_VARIABLE)
    for name in names:
        if isinstance(name, str) and name.endswith(".ipynb"):
            path = Path(name)
            if path.is_absolute() and path.parent.is_dir():
                return path
    return None


def reader_folder() -> Path:
    """Folder of the reader's own files: progress, plan, memo, and what is handed in.

    That of the notebook. A notebook that was moved out of the kit's `notebooks/LANGUAGE` and
    still lies in the kit belongs there; a copy of one that is still there does not. Where nobody
    tells the notebook's path it is the current folder, and `notebooks/LANGUAGE` if that is the
    kit itself. Code that no notebook runs, and a grading run, stay where they are.
    """
    if recording() or not in_notebook():
        return Path.cwd()
    named = notebook_file()
    folder = named.parent if named else Path.cwd()
    for kit in (folder, *folder.parents):
        if is_kit(kit):
            home = _home(kit, folder.relative_to(kit).parts)
            moved = home.is_dir() and not (named and (home / named.name).exists())
            return home if moved else folder
    return folder


def _home(kit: Path, parts: tuple[str, ...]) -> Path:
    """Folder of the notebooks that a folder of the kit belongs to; itself if to none."""
    # Here and not above: texts are read by who needs them, a kernel starts without.
    from casekit.language import LANGUAGES, current

    if parts in ((), ("notebooks",)):
        return kit / "notebooks" / current()
    if parts[0] == "notebooks" and parts[1] in LANGUAGES:
        return kit.joinpath(*parts[:2])
    return kit.joinpath(*parts)


def beside(path: str | Path) -> Path:
    """A path as the reader means it: one that is not absolute starts beside the notebook."""
    return reader_folder() / Path(path)
