"""JupyterLab on the first notebook, in the reader's language."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casekit import language
from casekit.errors import InvalidArgument
from casekit.notebook import state_folder
from casekit.page.ports import PORTS, free_port
from casekit.setup.places import LAB_PORT
from casekit.workplace import environment
from casekit.workplace.browsing import BROWSER_SECONDS, browse
from casekit.workplace.kit import kit_folder
from casekit.workplace.running import Register

#: The notebooks of the case, in each language. A copy or a renamed one still bears the number.
NOTEBOOKS = (
    "00_start_here", "01_the_company", "02_where_the_hours_go", "03_what_the_hours_bring",
    "04_when_the_money_comes", "05_what_if", "06_the_decision", "07_nine_months_later",
)  # fmt: skip


def open_lab(browser: bool, tell: Callable[[str], None], listed: bool = True) -> None:
    """Serve JupyterLab until it is stopped, or lead to the one that runs for this folder.

    Parameters
    ----------
    browser
        Whether to open the reader's browser.
    tell
        Takes the line with the address once the server answers there.
    listed
        Whether other starts may find this one; the doctor's own may not.

    Raises
    ------
    InvalidArgument
        If the kit has no notebooks in the session's language, or no port is free.
    WorkplaceError
        If the notebooks or the environment cannot be written.
    """
    lang, kit = language.current(), kit_folder()
    first = first_notebook(kit, lang)
    environment.try_writing(first.parent)
    gone = missing_notebooks(first.parent)
    if gone:
        files = ", ".join(f"{name}.ipynb" for name in gone)
        place = first.parent.relative_to(kit).as_posix()
        tell(language.text("lab-missing", files=files, count=len(gone), folder=place))
    environment.enter()
    # Kernels inherit this: the notebook's messages and the laboratory's speak one language.
    os.environ["CASEKIT_LANG"] = lang
    # Without `reset` the tabs of the last session come back beside a second copy of this one.
    page = f"/lab/tree/{first.relative_to(kit).as_posix()}?reset"
    register, token = Register("lab", str(kit.resolve()), lang), secrets.token_urlsafe(24)
    with register.turn():
        running = register.answering() if listed else None
        if running:
            tell(language.text("lab-again", address=running))
            if browser:
                browse(running, tell).join(BROWSER_SECONDS)
            return
        server = _server(kit, lang, page, token)
        base = f"http://localhost:{server.port}"
        address = f"{base}{page}&token={token}"
        # It listens by now; who asks waits until it looks.
        if listed:
            register.write(address, base, token)

    def ready() -> None:
        tell(language.text("lab-address", address=address))
        if browser:
            browse(address, tell)

    from tornado.ioloop import IOLoop

    IOLoop.current().add_callback(ready)
    try:
        server.start()
    finally:
        register.forget()


def _server(kit: Path, lang: str, page: str, token: str) -> Any:
    """JupyterLab's server, which listens already."""
    settings = _settings_folder(lang)

    from jupyterlab.labapp import LabApp

    return LabApp.initialize_server(
        argv=[
            f"--ServerApp.root_dir={kit}",
            f"--ServerApp.port={free_port(LAB_PORT)}",
            # Another program may be quicker than we are: then the next one.
            f"--ServerApp.port_retries={PORTS}",
            "--ServerApp.open_browser=False",
            f"--IdentityProvider.token={token}",
            # Root in a container is an ordinary reader; the server listens here only.
            "--ServerApp.ip=localhost",
            "--ServerApp.allow_root=True",
            "--ServerApp.answer_yes=True",
            f"--LabApp.default_url={page}",
            f"--LabApp.app_settings_dir={settings}",
            # No folders of kernels: the one of this Python, whatever others there are.
            "--KernelSpecManager.kernel_dirs=[]",
            f"--KernelManager.transport_encryption={kernel_encryption()}",
            "--Application.log_level=ERROR",
        ]
    )


def kernel_encryption() -> str:
    """How this computer's kernels talk: encrypted where the library can, which also keeps
    them from warning the reader that they are not.
    """
    import zmq

    return "auto" if zmq.has("curve") else "disabled"


def first_notebook(kit: Path, lang: str) -> Path:
    """The notebook that opens first.

    Raises
    ------
    InvalidArgument
        If the kit has no notebooks in that language.
    """
    notebooks = sorted((kit / "notebooks" / lang).glob("*.ipynb"))
    if not notebooks:
        raise InvalidArgument("lab-no-notebooks", folder=str(kit / "notebooks" / lang))
    return notebooks[0]


def missing_notebooks(folder: Path) -> list[str]:
    """Notebooks of the case that somebody took out of the folder, by name."""
    there = {path.name[:2] for path in folder.glob("*.ipynb")}
    return [name for name in NOTEBOOKS if name[:2] not in there]


def _settings_folder(lang: str) -> Path:
    """Folder with JupyterLab's defaults for the kit; what a reader set by hand goes before them."""
    folder = state_folder() / "lab" / lang
    defaults = {
        "@jupyterlab/translation-extension:plugin": {
            "locale": language.LOCALES[lang] if lang != language.LANGUAGES[0] else "default"
        },
        # All cells at once: search, printing and scrolling then work as on any page.
        "@jupyterlab/notebook-extension:tracker": {
            "windowingMode": "none",
            "autoStartDefaultKernel": True,
        },
        # Or the names of the notebooks are cut off for a time that says nothing.
        "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False},
        # The news and update pop-ups are in English and lead away from the case.
        "@jupyterlab/apputils-extension:notification": {
            "fetchNews": "false",
            "checkForUpdates": False,
        },
    }
    # A debugger, which the set-up leaves out: not what readers came for.
    hidden = {"disabledExtensions": {"@jupyterlab/debugger-extension": True}}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in (("overrides.json", defaults), ("page_config.json", hidden)):
            (folder / name).write_text(json.dumps(content, indent=1), encoding="utf-8")
    except OSError as error:
        raise environment.unwritable(error, folder) from None
    return folder
