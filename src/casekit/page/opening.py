"""From a folder of tables to a page that is served."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from pathlib import Path

from casekit import language
from casekit.board.shared import SharedModel
from casekit.company import load_case
from casekit.errors import InvalidArgument
from casekit.notebook import state_folder
from casekit.page.linked import LinkedReaders
from casekit.page.ports import free_port, is_free
from casekit.page.serving import Page
from casekit.page.store import Store
from casekit.setup.places import APP_PORT

__all__ = ["LOCAL", "open_page", "serve", "until_stopped"]

LOCAL = ("localhost", "127.0.0.1", "::1")


def open_page(
    data: str | None,
    host: str = LOCAL[0],
    port: int | None = None,
    store: Path | None = None,
    optimum: bool = False,
) -> Page:
    """Open the page of a company's board; an event loop must run.

    Parameters
    ----------
    data
        Folder of the company; the usual one if left out.
    host
        Address to listen on.
    port
        Port to listen on; the first free one from the usual on if left out, 0 for any.
    store
        File of the readers' boards; the kit's own if left out.
    optimum
        Whether boards show the optimum before a plan is committed.

    Raises
    ------
    InvalidArgument
        If the port is taken, none is free, or boards cannot be kept.
    CasekitError
        If the company's data cannot be used.
    """
    if port and not is_free(port):
        raise InvalidArgument("app-port", found=str(port))
    shared = SharedModel(load_case(data))
    path = store or state_folder() / "boards.sqlite"
    try:
        kept = Store(path)
    except OSError as error:
        raise InvalidArgument("page-no-store", file=str(path), reason=str(error)) from None
    readers = LinkedReaders(shared, kept, language.current(), optimum)
    try:
        return Page(
            readers, language.current(), host, free_port(APP_PORT) if port is None else port
        )
    except OSError as error:
        readers.close()
        raise InvalidArgument("app-port", found=f"{host}:{port or APP_PORT}") from error


async def serve(page: Page) -> None:
    """Serve the board until it is stopped; nothing of its readers is lost then."""
    try:
        page.readers.warm()
        await until_stopped()
    finally:
        await page.close()


async def until_stopped() -> None:
    """Wait until this process is asked to end, so that the server can close in order."""
    stopped = asyncio.Event()
    # Windows has no such signals in its loop: there Ctrl + C ends the server.
    with suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()
