"""The board alone as a web page, for people who never open a notebook."""

from __future__ import annotations

import logging
import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from casekit import language
from casekit.errors import InvalidArgument
from casekit.page.ports import PORTS, free_port, is_free
from casekit.setup.places import APP_PORT
from casekit.workplace import environment
from casekit.workplace.browsing import BROWSER_SECONDS, browse
from casekit.workplace.lab import kernel_encryption
from casekit.workplace.running import Register

__all__ = ["open_app"]

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

    Where the same board is served already, lead there.

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
        If the company's data cannot be used, or the environment cannot be written.
    """
    environment.enter()
    # What is wrong with the data should be known here and not on everybody's page.
    from casekit.company import data_folder, load_case
    from casekit.company.loading import DATA_VARIABLE
    from casekit.model import Comparison

    Comparison(load_case(data))
    os.environ[DATA_VARIABLE] = str(data_folder().resolve())
    os.environ["CASEKIT_LANG"] = language.current()
    register = Register("app", os.environ[DATA_VARIABLE], language.current(), host, str(port or ""))
    with ExitStack() as stack:
        turn = stack.enter_context(ExitStack())
        turn.enter_context(register.turn())
        running = register.answering()
        if running:
            tell(language.text("app-again", address=running))
            if browser:
                browse(_here(running), tell).join(BROWSER_SECONDS)
            return
        if port is not None and not is_free(port):
            raise InvalidArgument("app-port", found=str(port))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        token = secrets.token_urlsafe(24)
        app = _server(folder, host, port, token)

        def ready() -> None:
            shown = "localhost" if host in LOCAL else host
            base = f"http://{shown}:{app.port}"
            address = f"{base}/?token={token}"
            register.write(address, _here(base), token)
            turn.close()
            tell(language.text("app-address", address=address))
            if browser:
                browse(_here(address), tell)

        from tornado.ioloop import IOLoop

        IOLoop.current().add_callback(ready)
        stack.callback(register.forget)
        app.start()


def _here(address: str) -> str:
    """An address as it is opened on this computer: that of all addresses is none."""
    return address.replace("//0.0.0.0:", f"//{LOCAL[0]}:")


def _server(folder: Path, host: str, port: int | None, token: str) -> Any:
    """Voilà on a notebook of one cell; it begins to listen when it is started."""
    import nbformat

    page = folder / "board.ipynb"
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(_CODE)],
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "title": language.text("app-title"),
        },
    )
    nbformat.write(notebook, page)
    os.environ["JUPYTER_PATH"] = str(_TEMPLATES)

    from traitlets.config import Config
    from voila.app import Voila

    config = Config()
    config.Voila.update(
        ip=host,
        port=port or free_port(APP_PORT),
        # Another program may be quicker than we are: then the next port, but for one asked for.
        port_retries=0 if port else PORTS,
        open_browser=False,
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
    config.KernelSpecManager.kernel_dirs = []
    # What was refused is no news to who reads this window.
    logging.getLogger("tornado").setLevel(logging.ERROR)
    Voila.clear_instance()
    app = Voila.instance(config=config)
    app.initialize([str(page)])
    return app
