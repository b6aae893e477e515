"""Setting the kit up, mending it and handing over: the room that needs nothing but Python.

`start.py` calls `main`. Nothing here imports a library, nor another room: this is what runs while
nothing is installed yet, or while what was installed is broken.
"""

from __future__ import annotations

from casekit.setup.handover import main

__all__ = ["main"]
