"""The page's kernel: runs cells one after another, hands messages to widgets, tells of files."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

from casekit.inpage.comms import PageComms
from casekit.inpage.files import ReaderFiles
from casekit.inpage.shell import PageShell
from casekit.inpage.telling import Post, Stream, Teller
from casekit.notebook.blanks import heed_blanks

__all__ = ["PageKernel"]

#: What a run asks for first; imported while the reader reads.
_SOON = ("casekit.charts", "casekit.cards", "casekit.board", "matplotlib.pyplot",
         "matplotlib_inline.backend_inline", "casekit.model", "casekit.handout")  # fmt: skip
#: Libraries whose versions the page tells.
_TOLD = ("numpy", "pandas", "scipy", "matplotlib", "ipython", "ipywidgets", "anywidget")


class PageKernel:
    """Runs what the page asks for.

    Parameters
    ----------
    post
        Takes a message as JSON, and the bytes that belong to it.
    folder
        The reader's folder; the current one from here on.
    lang
        Language of the page.
    """

    def __init__(self, post: Post, folder: str, lang: str) -> None:
        os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
        os.environ["CASEKIT_LANG"] = lang
        os.chdir(folder)
        self._folder = Path(folder)
        self._teller = Teller(post)
        self._comms = PageComms(self._teller)
        self._shell = PageShell.instance()
        self._shell.attach(self._teller)
        self._shell.extension_manager.load_extension("casekit.notebook.cells")
        # The package came before IPython, which it would have told.
        heed_blanks()
        from casekit import language

        language.use(lang)
        cut = language.text("inpage-output-cut")
        sys.stdout, sys.stderr = self._teller.streams = (
            Stream(self._teller, "stdout", cut),
            Stream(self._teller, "stderr", cut),
        )
        self._files = ReaderFiles(self._folder)
        self._soon = list(_SOON)

    def versions(self) -> str:
        """Versions of Python and of the libraries, as JSON."""
        import casekit

        found = {"python": python_version(), "casekit": casekit.__version__}
        return json.dumps(found | {name: version(name) for name in _TOLD})

    def load_company(self) -> None:
        """Read the company, so that the first cell finds it read."""
        from casekit.company import load_case

        load_case()

    def warm(self) -> bool:
        """Import one more of what cells need; tells whether any is left."""
        if self._soon:
            import_module(self._soon.pop(0))
        return bool(self._soon)

    async def run(self, run: int, notebook: str, code: str) -> bool:
        """Run a cell and tell what it shows and writes; tells whether it went well.

        Parameters
        ----------
        run
            Number that its outputs bear.
        notebook
            Name of its notebook, whose names it sees.
        code
            The cell.
        """
        shell = self._shell
        self._teller.run, self._teller.takers = run, []
        # As Jupyter's server names the notebook to its kernel.
        os.environ["JPY_SESSION_NAME"] = str(self._folder / f"{notebook}.ipynb")
        shell.enter(notebook)
        result: Any = None
        try:
            changed = shell.transform_cell(code)
            result = await shell.run_cell_async(
                code, store_history=True, transformed_cell=changed, preprocessing_exc_tuple=None
            )
        except SyntaxError:
            # A cell that cannot even be read; the shell tells it as any other error.
            result = await shell.run_cell_async(
                code, store_history=True, preprocessing_exc_tuple=sys.exc_info()
            )
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", result)
        self._after()
        return bool(result.success)

    def comm(self, comm_id: str, data: str, buffers: Sequence[bytes]) -> None:
        """Hand a message of the page to its widget."""
        self._comms.deliver(comm_id, json.loads(data), buffers)
        self._after()

    def write(self, name: str, content: bytes) -> None:
        """Put a file of the reader's into the folder."""
        self._files.put(name, bytes(content))

    def _after(self) -> None:
        for stream in self._teller.streams:
            stream.flush()
        changed = self._files.changed()
        if changed:
            self._teller.tell("files", list(changed.values()), names=list(changed))
