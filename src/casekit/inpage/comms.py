"""Comms of widgets: messages between a widget in Python and its front end in the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import comm
from comm.base_comm import BaseComm, CommManager

from casekit.inpage.telling import Teller

__all__ = ["PageComms"]


class PageComms:
    """Makes every widget of this Python speak to the page.

    Parameters
    ----------
    teller
        Sends to the page.
    """

    def __init__(self, teller: Teller) -> None:
        manager = CommManager()

        class PageComm(BaseComm):
            """A comm whose other end is in the page."""

            def publish_msg(
                self,
                msg_type: str,
                data: Any = None,
                metadata: Any = None,
                buffers: Sequence[Any] | None = None,
                **keys: Any,
            ) -> None:
                _follow(teller, self.comm_id, data or {})
                told = {"type": msg_type, "comm": self.comm_id, "data": data or {}}
                teller.tell("comm", buffers or (), metadata=metadata or {}, **told, **keys)

        self._manager = manager
        # How `comm` is told of another front end; it asks by these names each time.
        comm.create_comm = PageComm
        comm.get_comm_manager = lambda: manager

    def deliver(self, comm_id: str, data: Any, buffers: Sequence[bytes]) -> None:
        """Hand a message of the page to its widget; one of an earlier Python is passed over."""
        message = {"content": {"comm_id": comm_id, "data": data}, "buffers": list(buffers)}
        if comm_id in self._manager.comms:
            self._manager.comm_msg(None, "", message)


def _follow(teller: Teller, comm_id: str, data: Any) -> None:
    """Note which Output widget takes what is shown: it is told the run whose outputs it wants."""
    wanted = data.get("state", {}).get("msg_id")
    if wanted is None:
        return
    # What was shown before it began belongs to others.
    for stream in teller.streams:
        stream.flush()
    if wanted:
        teller.takers.append(comm_id)
    elif comm_id in teller.takers:
        teller.takers.remove(comm_id)
