"""JupyterLab on the first notebook, in the reader's language."""

from __future__ import annotations

import json
import os
import secrets
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from casekit import language
from casekit.errors import InvalidArgument
from casekit.workplace.kit import kit_folder

_FIRST_PORT = 8888
_PORTS = 50


def open_lab(browser: bool, tell: Callable[[str], None]) -> None:
    """Serve JupyterLab until it is stopped.

    Parameters
    ----------
    browser
        Whether to open the reader's browser.
    tell
        Takes the line with the address once the server answers there.

    Raises
    ------
    InvalidArgument
        If the kit has no notebooks in the session's language, or no port is free.
    """
    kit = kit_folder()
    first = _first_notebook(kit, language.current())
    port, token = free_port(), secrets.token_urlsafe(24)
    # Without `reset` the tabs of the last session come back beside a second copy of this one.
    page = f"/lab/tree/{first.relative_to(kit).as_posix()}?reset"
    # Kernels inherit these: the notebook's messages and the laboratory's speak one language.
    os.environ["CASEKIT_LANG"] = language.current()
    # Notebooks run without a debugger, whose warning about frozen modules is noise to readers.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")

    from jupyterlab.labapp import LabApp
    from tornado.ioloop import IOLoop

    server = LabApp.initialize_server(
        argv=[
            f"--ServerApp.root_dir={kit}",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.open_browser={browser}",
            f"--IdentityProvider.token={token}",
            # Root in a container is an ordinary reader; the server listens here only.
            "--ServerApp.allow_root=True",
            "--ServerApp.answer_yes=True",
            f"--LabApp.default_url={page}",
            f"--LabApp.app_settings_dir={_settings_folder(language.current())}",
            # The board's page has a server of its own; here it would only slow the start.
            "--ServerApp.jpserver_extensions=voila.server_extension=False",
            f"--KernelManager.transport_encryption={kernel_encryption()}",
            "--Application.log_level=ERROR",
        ]
    )
    address = f"http://localhost:{port}{page}&token={token}"
    IOLoop.current().add_callback(tell, language.text("lab-address", address=address))
    server.start()


def kernel_encryption() -> str:
    """How this computer's kernels talk: encrypted where the library can, which also keeps
    them from warning the reader that they are not.
    """
    import zmq

    return "auto" if zmq.has("curve") else "disabled"


def _first_notebook(kit: Path, lang: str) -> Path:
    notebooks = sorted((kit / "notebooks" / lang).glob("*.ipynb"))
    if not notebooks:
        raise InvalidArgument("lab-no-notebooks", folder=str(kit / "notebooks" / lang))
    return notebooks[0]


def free_port(first: int = _FIRST_PORT) -> int:
    """First free port of this computer from the usual one on.

    Raises
    ------
    InvalidArgument
        If none of many is free.
    """
    for port in range(first, first + _PORTS):
        if is_free(port):
            return port
    raise InvalidArgument("lab-no-port", first=str(first), last=str(first + _PORTS - 1))


def is_free(port: int) -> bool:
    """Whether a port of this computer can be listened on."""
    with socket.socket() as probe:
        # Without this a port is "busy" for a minute after the last session ended.
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
    return True


def _settings_folder(lang: str) -> Path:
    """Folder with JupyterLab's defaults for the kit; what a reader set by hand goes before them."""
    folder = Path(sys.prefix) / "share" / "casekit" / "lab" / lang
    folder.mkdir(parents=True, exist_ok=True)
    defaults = {
        "@jupyterlab/translation-extension:plugin": {
            "locale": language.LOCALES[lang] if lang != language.LANGUAGES[0] else "default"
        },
        # All cells at once: search, printing and scrolling then work as on any page.
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
        # The news and update pop-ups are in English and lead away from the case.
        "@jupyterlab/apputils-extension:notification": {
            "fetchNews": "false",
            "checkForUpdates": False,
        },
    }
    path = folder / "overrides.json"
    path.write_text(json.dumps(defaults, indent=1), encoding="utf-8")
    # A button in English that turns a notebook into a page: not what readers came for.
    hidden = {"disabledExtensions": {"@voila-dashboards/jupyterlab-preview": True}}
    (folder / "page_config.json").write_text(json.dumps(hidden, indent=1), encoding="utf-8")
    return folder
