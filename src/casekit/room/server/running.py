"""The room as it runs: deeds are checked in turn, written, and only then acknowledged and shown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from casekit.errors import InvalidArgument
from casekit.room.course.affairs import Affairs
from casekit.room.course.deeds import RoomDeed
from casekit.room.course.folding import apply, fold
from casekit.room.course.log import Log

__all__ = ["UNWRITABLE", "Running"]

#: Said where the disk takes nothing.
UNWRITABLE = "room-unwritable"
_LOG = logging.getLogger(__name__)


@dataclass
class _Pending:
    """A deed on its way to the disk, and what it makes of the room."""

    deed: RoomDeed
    affairs: Affairs
    written: asyncio.Future[None]


class Running:
    """A room's affairs, and the only way to change them.

    A deed is applied to what stands ahead of the disk, so that the next one is judged by it; what
    is shown is what lies on the disk. Deeds that come while a write goes on are written together.
    Lives in one event loop, which must run.

    Parameters
    ----------
    log
        Where deeds are kept; it holds the one that begins the room.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self.affairs = fold(log.deeds())
        self._ahead = self.affairs
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="log")
        self._loop = asyncio.get_running_loop()
        self._waiting: list[_Pending] = []
        self._batch: tuple[Future[None], list[_Pending]] | None = None
        self._watchers: list[Callable[[], None]] = []

    def watch(self, changed: Callable[[], None]) -> None:
        """Be told, in the event loop, whenever the affairs on the disk changed."""
        self._watchers.append(changed)

    def do(self, deed: RoomDeed) -> asyncio.Future[None]:
        """Do a deed; the future is done once it is on the disk, never before.

        One that was done already, by its id, is done: whoever lost the answer asks again.

        Raises
        ------
        InvalidArgument
            If it may not be done, or not now; then nothing has changed. The future raises it
            where the disk takes nothing.
        """
        if self._ahead.did(deed.by, deed.id):
            return self._again(deed)
        ahead = apply(self._ahead, deed)
        pending = _Pending(deed, ahead, self._loop.create_future())
        # Who went away does not ask for the outcome, and that is no fault.
        pending.written.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._ahead = ahead
        self._waiting.append(pending)
        self._write()
        return pending.written

    def do_now(self, deed: RoomDeed) -> None:
        """Do a deed and wait until it is on the disk; meanwhile nothing else happens.

        Raises
        ------
        InvalidArgument
            As of `do`; also where the disk takes nothing.
        """
        written = self.do(deed)
        while not written.done():
            if self._batch is not None:
                wait([self._batch[0]])
            self._settle()
        written.result()

    def _again(self, deed: RoomDeed) -> asyncio.Future[None]:
        batch = self._batch[1] if self._batch else []
        for pending in (*batch, *self._waiting):
            if (pending.deed.by, pending.deed.id) == (deed.by, deed.id):
                return pending.written
        done: asyncio.Future[None] = self._loop.create_future()
        done.set_result(None)
        return done

    def _write(self) -> None:
        if self._batch is not None or not self._waiting:
            return
        batch, self._waiting = self._waiting, []
        work = self._writer.submit(self._log.append, [pending.deed for pending in batch])
        self._batch = work, batch
        work.add_done_callback(lambda _: self._loop.call_soon_threadsafe(self._settle))

    def _settle(self) -> None:
        """Acknowledge what has been written, and write what came since."""
        if self._batch is None or not self._batch[0].done():
            return
        work, batch = self._batch
        self._batch = None
        fault = work.exception()
        if fault is None:
            self.affairs = batch[-1].affairs
            for pending in batch:
                if not pending.written.done():
                    pending.written.set_result(None)
        else:
            _LOG.error("the room's file took nothing", exc_info=fault)
            # What came after builds on what was not written.
            lost, self._waiting = [*batch, *self._waiting], []
            self._ahead = self.affairs
            for pending in lost:
                if not pending.written.done():
                    pending.written.set_exception(InvalidArgument(UNWRITABLE))
        self._write()
        if fault is None:
            for changed in self._watchers:
                changed()

    def close(self) -> None:
        """Write what is not written yet, and close the file."""
        while self._batch is not None:
            wait([self._batch[0]])
            self._settle()
        self._writer.shutdown(wait=True)
        self._log.close()
