"""The board alone as a web page, for people who never open a notebook."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from casekit import language
from casekit.company import data_folder
from casekit.errors import InvalidArgument
from casekit.notebook.place import STATE_VARIABLE
from casekit.page.opening import LOCAL, open_page, serve
from casekit.workplace import environment
from casekit.workplace.browsing import BROWSER_SECONDS, browse
from casekit.workplace.kit import kit_folder
from casekit.workplace.running import Register

__all__ = ["boards_file", "open_app"]

#: In the kit's folder of notebooks: what people keep a copy of.
BOARDS = "my_boards.sqlite"


def open_app(
    data: str | None,
    browser: bool,
    tell: Callable[[str], None],
    host: str = LOCAL[0],
    port: int | None = None,
    optimum: bool = False,
) -> None:
    """Serve the board as a page until it is stopped; one process for all readers.

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
        Address to listen on. Whoever begins a board needs the token in the address told, on
        this computer too; whoever has a board's link sees that board.
    port
        Port to listen on; the first free one if left out.
    optimum
        Whether boards show the best plan before one is committed: for instructors and own work.

    Raises
    ------
    InvalidArgument
        If the port is taken, or none is free.
    CasekitError
        If the company's data cannot be used, or the environment cannot be written.
    """
    environment.enter()
    asyncio.run(_served(data, browser, tell, host, port, optimum))


def boards_file() -> Path | None:
    """File of the readers' boards; None for the usual one of a package without a kit.

    It lies with the notebooks: a set-up that is made anew begins the environment anew, and a link
    has to outlive that too.
    """
    if STATE_VARIABLE in os.environ:
        return None
    try:
        return kit_folder() / "notebooks" / BOARDS
    except InvalidArgument:
        return None


async def _served(
    data: str | None,
    browser: bool,
    tell: Callable[[str], None],
    host: str,
    port: int | None,
    optimum: bool,
) -> None:
    facts = str(data_folder(data).resolve()), language.current(), host, str(port or "")
    register = Register("app", *facts, str(optimum))
    with ExitStack() as stack:
        stack.enter_context(register.turn())
        running = register.answering()
        if running:
            tell(language.text("app-again", address=running))
            if browser:
                browse(_here(running), tell).join(BROWSER_SECONDS)
            return
        page = open_page(data, host, port, boards_file(), optimum)
        base = f"http://{LOCAL[0] if host in LOCAL else host}:{page.port}"
        address = base + page.path
        # It listens by now; who asks waits until it looks.
        register.write(address, _here(base), page.token)
        stack.close()
        tell(language.text("app-address", address=address))
        if browser:
            browse(_here(address), tell)
        try:
            await serve(page)
        finally:
            register.forget()


def _here(address: str) -> str:
    """An address as it is opened on this computer: that of all addresses is none."""
    return address.replace("//0.0.0.0:", f"//{LOCAL[0]}:")
