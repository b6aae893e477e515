"""Ctrl+C in a batch: it reaches every process of the terminal, and each ends in good order.

The grader stops at the first press and takes no notice of further ones. A worker stops what it
runs for it, and begins nothing more: what each has begun it ends itself.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

__all__ = ["came", "first_stops", "held_back", "stopping", "take_note"]

#: In a worker: whether Ctrl+C came, and whether something runs that it stops.
_came = _runs = False


@contextlib.contextmanager
def first_stops(tell: Callable[[], None]) -> Iterator[None]:
    """Stop at the first press and tell at once; others would cut short what ends in good order.

    Parameters
    ----------
    tell
        Called between two instructions of whatever runs: it must not wait for anything.
    """
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    # Who was started in the background takes no notice of Ctrl+C at all.
    if not ours or threading.current_thread() is not threading.main_thread():
        yield
        return
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        tell()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        if not stopped:
            signal.signal(signal.SIGINT, signal.default_int_handler)


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold a press back while a process is started here: it would print where it was.

    The process inherits that, until it calls `take_note`; here the press counts afterwards.
    """
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    elif threading.current_thread() is threading.main_thread():
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, handler)
    else:
        yield


def take_note() -> None:
    """Have Ctrl+C in this worker stop only what it runs; one that was held back counts as well."""
    signal.signal(signal.SIGINT, _note)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def came() -> bool:
    """Whether Ctrl+C came in this worker."""
    return _came


@contextlib.contextmanager
def stopping() -> Iterator[None]:
    """What Ctrl+C stops in a worker; once it came, nothing more is begun.

    Raises
    ------
    KeyboardInterrupt
        If it comes, or came before.
    """
    global _runs
    _runs = True
    try:
        if _came:
            raise KeyboardInterrupt
        yield
    finally:
        _runs = False


def _note(number: int, frame: FrameType | None) -> None:
    global _came
    first, _came = not _came, True
    # A second press would cut short what the first one ends.
    if first and _runs:
        raise KeyboardInterrupt
