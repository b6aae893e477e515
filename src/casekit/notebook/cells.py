"""What every kernel of the kit's environment loads when it starts (an IPython extension).

It keeps out what a user made for notebooks of other kinds, and says in words what an error of the
reader's own cell means: a slip in it (`own_errors`), or, in a notebook that was opened anew, that
the cells above have not been run.
"""

from __future__ import annotations

import os
import sys
from textwrap import fill
from typing import Any

from casekit.notebook.hook import startup_folder
from casekit.notebook.own_errors import OWN_ERRORS, sentence
from casekit.notebook.place import (
    SESSION_VARIABLE,
    VS_CODE_NAME,
    notebook_file,
    recording,
    saves_itself,
    state_folder,
)

#: What the first two cells of every notebook define.
FIRST_NAMES = ("lang", "data", "ck", "case")
#: Pictures appear below their cell, whatever a user set for other programs.
BACKEND = "module://matplotlib_inline.backend_inline"
#: Errors stand in letters of one width, broken anywhere where a line is too long for the page.
_WIDTH = 88
#: Of a notebook only so much is searched for the name of this package.
_MOST_BYTES = 2**22


def load_ipython_extension(shell: Any) -> None:
    """Called by IPython; a grading run and its kernel stay as they are."""
    if recording():
        return
    # The shell's parent is the kernel, and the kernel's is the program that starts it.
    _keep_out(getattr(getattr(shell, "parent", None), "parent", None))
    shell.set_custom_exc(OWN_ERRORS, _tell)


def _keep_out(app: Any) -> None:
    """Leave the user's start-up files and settings for pictures to the user's other notebooks."""
    os.environ["MPLBACKEND"] = BACKEND
    os.environ["MPLCONFIGDIR"] = str(state_folder() / "matplotlib")
    for name in ("MATPLOTLIBRC", "PYTHONSTARTUP"):
        os.environ.pop(name, None)
    if app is not None and hasattr(app, "exec_lines"):
        app.exec_lines, app.exec_files = [], []
        # A folder without files in it: IPython runs first whatever lies there.
        app.profile_dir.startup_dir = str(startup_folder())


def _tell(
    shell: Any, kind: Any, error: BaseException, trace: Any, tb_offset: int | None = None
) -> None:
    """Show an error as IPython does; one of the reader's own cell as a sentence."""
    words = _words(shell, kind, error, trace)
    if words is None:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    # So that %tb finds the error, and shows the whole of it.
    sys.last_type, sys.last_value, sys.last_traceback = kind, error, trace
    shell._showtraceback(kind, error, [words])


def _words(shell: Any, kind: Any, error: BaseException, trace: Any) -> str | None:
    """What an error means for a reader of the case; None for all others."""
    if isinstance(error, NameError) and _is_for_want_of_cells(shell, error, trace):
        return _sentence(shell, error.name)
    # Errors of the case have their own words.
    if hasattr(error, "_render_traceback_") or not _is_case(shell):
        return None
    words = sentence(shell, error, trace)
    return None if words is None else fill(words, _WIDTH)


def _is_case(shell: Any) -> bool:
    """Whether the notebook works with the case: other notebooks keep their errors."""
    return getattr(shell.user_ns.get("ck"), "__name__", "") == "casekit"


def _is_for_want_of_cells(shell: Any, error: NameError, trace: Any) -> bool:
    """Whether a name is missing because a notebook of the case was not run from the top."""
    shown = VS_CODE_NAME in shell.user_ns or SESSION_VARIABLE in os.environ
    if not shown or (error.name not in FIRST_NAMES and "ck" in shell.user_ns):
        return False
    while trace.tb_next is not None:
        trace = trace.tb_next
    # A name that a library misses is the library's affair.
    if trace.tb_frame.f_globals is not shell.user_ns:
        return False
    path = notebook_file()
    try:
        if path is not None:
            with path.open("rb") as file:
                return b"casekit" in file.read(_MOST_BYTES)
    except OSError:
        pass  # renamed since: the name alone has to tell
    return error.name in ("ck", "case")


def _sentence(shell: Any, name: str | None) -> str:
    """What to do, in the language of the menu, else of the notebook."""
    from casekit import language

    lang = language.current()
    path = notebook_file()
    if (
        path is not None
        and "CASEKIT_LANG" not in os.environ
        and path.parent.name in (language.LANGUAGES)
    ):
        lang = path.parent.name
    told = language.text(_key(shell), lang=lang, name=name)
    return "\n".join(fill(line, _WIDTH) for line in told.splitlines())


def _key(shell: Any) -> str:
    """The sentence that names what the reader's window has: a menu, a button, or neither."""
    if saves_itself():
        return "cells-above-page"
    return "cells-above-elsewhere" if VS_CODE_NAME in shell.user_ns else "cells-above"
