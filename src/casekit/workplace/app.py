"""The board alone as a web page, for people who never open a notebook."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat

from casekit import language
from casekit.company import load_case
from casekit.company.loading import DATA_VARIABLE
from casekit.errors import InvalidArgument
from casekit.workplace.lab import free_port, is_free, kernel_encryption

__all__ = ["open_app"]

_FIRST_PORT = 8866
LOCAL = ("localhost", "127.0.0.1", "::1")
#: Boards that wait for a reader, so that a page shows one at once.
WARM = 2
#: Seconds without a browser after which a board's process ends; a closed page says so at once,
#: and a browser that died does not.
GONE_SECONDS = 60
#: Folder of the page's template.
_TEMPLATES = Path(__file__).parent / "jupyter"
_CODE = "import casekit as ck\nck.cockpit(ck.load_case(), folder=None)"


def open_app(
    data: str | None,
    browser: bool,
    tell: Callable[[str], None],
    host: str = LOCAL[0],
    port: int | None = None,
) -> None:
    """Serve the board as a page until it is stopped; every page has a process of its own.

    Parameters
    ----------
    data
        Folder of the company; the usual one if left out.
    browser
        Whether to open the reader's browser.
    tell
        Takes the line with the address once the server answers there.
    host
        Address to listen on. Whoever opens the page needs the token in the address told, on
        this computer too.
    port
        Port to listen on; the first free one if left out.

    Raises
    ------
    InvalidArgument
        If the port is taken, or none is free.
    CasekitError
        If the company's data cannot be used.
    """
    # What is wrong with the data should be known here and not on everybody's page.
    from casekit.model import Comparison

    Comparison(load_case(data))
    if data is not None:
        os.environ[DATA_VARIABLE] = str(Path(data).resolve())
    os.environ["CASEKIT_LANG"] = language.current()
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    if port is not None and not is_free(port):
        raise InvalidArgument("app-port", found=str(port))
    port = port or free_port(_FIRST_PORT)
    with tempfile.TemporaryDirectory() as folder:
        _serve(Path(folder), host, port, browser, tell)


def _serve(folder: Path, host: str, port: int, browser: bool, tell: Callable[[str], None]) -> None:
    """Serve a notebook of one cell until it is stopped."""
    page = folder / "board.ipynb"
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(_CODE)],
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "title": language.text("app-title"),
        },
    )
    nbformat.write(notebook, page)
    places = [str(_TEMPLATES), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, places))

    from tornado.ioloop import IOLoop
    from traitlets.config import Config
    from voila.app import Voila

    token = secrets.token_urlsafe(24)
    config = Config()
    config.Voila.update(
        ip=host,
        port=port,
        port_retries=0,
        open_browser=browser,
        token=token,
        tornado_settings={
            "allow_remote_access": host not in LOCAL,
            # The one request that changes anything names a process that nobody can guess.
            "disable_check_xsrf": True,
            # Told because the server's own defaults contradict each other, and say so.
            "ws_ping_interval": 30_000,
            "ws_ping_timeout": 30_000,
        },
        log_level="ERROR",
    )
    config.VoilaConfiguration.update(
        template="board",
        preheat_kernel=True,
        default_pool_size=WARM,
        # Of the laboratory's extensions the page needs those that draw sliders.
        extension_allowlist=[
            "@voila-dashboards/widgets-manager8",
            "@jupyter-widgets/jupyterlab-manager",
        ],
        show_tracebacks=False,
    )
    config.MappingKernelManager.update(
        cull_idle_timeout=GONE_SECONDS, cull_interval=10, cull_connected=False
    )
    config.KernelManager.transport_encryption = kernel_encryption()
    Voila.clear_instance()
    app = Voila.instance(config=config)
    app.initialize([str(page)])
    shown = "localhost" if host in LOCAL else host
    address = f"http://{shown}:{port}/?token={token}"
    IOLoop.current().add_callback(tell, language.text("app-address", address=address))
    app.start()
