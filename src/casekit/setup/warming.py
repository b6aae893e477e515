"""The last step: what starts need is imported once, so that it is compiled and proven to load.

Python compiles a module when it is first imported. What no start imports is never compiled.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from casekit.setup.places import HERE, PYTHON, SOURCE
from casekit.setup.surroundings import clean

__all__ = ["warm"]

#: What the server of the laboratory imports by and by.
_SERVER = """
    casekit.cli.main casekit.workplace.lab
    jupyterlab.labapp jupyterlab.handlers.announcements jupyterlab.handlers.plugin_manager_handler
    jupyterlab.extensions.pypi jupyterlab_server.app notebook_shim.shim notebook_shim.nbserver
    jupyter_server.serverapp jupyter_server.gateway.gateway_client jupyter_server.view.handlers
    jupyter_server.kernelspecs.handlers jupyter_server.nbconvert.handlers
    jupyter_server.services.api.handlers jupyter_server.services.config.handlers
    jupyter_server.services.contents.handlers jupyter_server.services.events.handlers
    jupyter_server.services.kernels.handlers jupyter_server.services.kernelspecs.handlers
    jupyter_server.services.nbconvert.handlers jupyter_server.services.security.handlers
    jupyter_server.services.sessions.handlers jupyter_server.services.shutdown
    jupyter_server_terminals jupyter_lsp.serverextension jupyter_lsp.virtual_documents_shadow
    jupyter_client.provisioning.local_provisioner jupyter_client.asynchronous.client
    ipykernel.kernelspec nbconvert.exporters.html psutil httpcore h11 jinja2.ext
    tornado.platform.asyncio
"""
#: What a notebook's kernel does.
_KERNEL = """
    ipykernel.kernelapp ipykernel.ipkernel ipykernel.inprocess ipykernel.debugger
    ipykernel_launcher IPython.core.completerlib IPython.core.debugger IPython.core.logger
    IPython.core.oinspect IPython.extensions.storemagic matplotlib_inline.backend_inline
    casekit.analysis casekit.board casekit.charts casekit.company.validation casekit.handout
    casekit.handout.sheet casekit.model casekit.questions matplotlib.pyplot matplotlib.figure
    mpl_toolkits.axes_grid1 pandas.io.formats.style pandas.io.formats.html scipy.optimize
    scipy.special
"""
_CODE = """
import importlib, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name and not name.startswith(str(error.name) + "."):
            raise
"""


def warm() -> tuple[int, str]:
    """Import what starts need, and have every kernel of this environment told what it needs.

    Returns
    -------
    tuple
        Exit code, not 0 if something that is there cannot be imported, and what was written.
    """
    if not (SOURCE / "cli").is_dir():
        return 0, ""
    children = [
        subprocess.Popen(
            [str(PYTHON), "-P", *command],
            env={**clean(), "MPLBACKEND": "agg"}, cwd=Path(HERE), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )
        for command in (
            ["-c", _CODE, *_SERVER.split()],
            ["-c", _CODE, *_KERNEL.split()],
            ["-m", "casekit.notebook.hook"],
        )
    ]  # fmt: skip
    told = [child.communicate()[0] for child in children]
    return max(abs(child.returncode) for child in children), "".join(told)
