"""The reader's browser, on the address itself."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable

from casekit import language

__all__ = ["BROWSER_SECONDS", "browse"]

#: Seconds that a start which only leads to another one waits for the browser's program.
BROWSER_SECONDS = 5

#: Browsers inside a terminal: none of them can show a notebook, and they take the terminal over.
_IN_A_TERMINAL = ("www-browser", "links", "elinks", "lynx", "w3m")


def browse(address: str, tell: Callable[[str], None]) -> threading.Thread:
    """Open an address in the reader's browser; where there is none, say so in a line.

    The address itself and no file that leads there: a browser in a box of its own cannot read
    other programs' files, and a page that sends one on may lose the token.

    Parameters
    ----------
    address
        What to open.
    tell
        Takes the line.

    Returns
    -------
    Thread
        What waits for the browser's program, since some stay until the window is closed.
    """

    def show() -> None:
        try:
            found = webbrowser.get()
            shown = getattr(found, "name", "") not in _IN_A_TERMINAL and found.open(address, new=2)
        except (webbrowser.Error, OSError):
            shown = False
        if not shown:
            tell(language.text("browser-none"))

    waiting = threading.Thread(target=show, daemon=True)
    waiting.start()
    return waiting
