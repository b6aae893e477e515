"""Ctrl+C in a batch: it reaches every process of the terminal, and each ends in good order.

The grader stops at the first press and takes no notice of further ones. A process that begins
passes all of them over, and one that runs a submission stops: what each has begun it ends itself.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

__all__ = ["first_stops", "held_back", "pass_over", "stopping"]


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

    The process inherits that, until it calls `pass_over`; here the press counts afterwards.
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


def pass_over() -> None:
    """Take no notice of Ctrl+C in this process, also of one that was held back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextlib.contextmanager
def stopping() -> Iterator[None]:
    """Let the first press stop what runs, in a process that otherwise passes all over."""

    def stop(number: int, frame: FrameType | None) -> None:
        pass_over()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        pass_over()
