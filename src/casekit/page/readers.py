"""Readers of boards: a session by link, what is slow worked out beside, states kept."""

from __future__ import annotations

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, Protocol, TypeVar

from casekit.board.files import files_message, files_of
from casekit.board.session import Session
from casekit.board.slow import Message, Slow
from casekit.page.store import Store

__all__ = ["Reader", "Readers", "Window", "read_json"]

#: Seconds without a move after which the hand rests.
REST_SECONDS = 0.35
#: Seconds after which changed boards are written, all in one go.
KEEP_SECONDS = 0.3
#: Messages that say a language, and where.
_SPEAKS = {"view": "language", "language": "to"}
#: Seconds without a browser after which a board leaves the memory; the store has it.
IDLE_SECONDS = 900.0


class Window(Protocol):
    """A browser that shows a board.

    Its language may be its own, where several that look at one board speak different ones; None
    for the board's.
    """

    lang: str | None

    def tell(self, text: str) -> None:
        """Send a message, or nothing where the line is broken."""
        ...

    def end(self) -> None:
        """End the line."""
        ...


class Reader:
    """One board: its session, and every browser that shows it."""

    def __init__(self, link: str, session: Session) -> None:
        self.link, self.session = link, session
        self.lines: set[Window] = set()
        self.seen = time.monotonic()
        self.rests: asyncio.TimerHandle | None = None

    def answer(self, line: Window, asked: object) -> list[Message]:
        """Do what a browser asks, and say what answers it."""
        return self.session.answer(asked)

    def state(self) -> str:
        """What is kept of the board, to be taken up again by `restore`."""
        return self.session.state()

    def restore(self, kept: str) -> None:
        """Take up what was kept by `state` for the same company."""
        self.session.restore(kept)

    def slow(self) -> Slow | None:
        """What of the board is still to be worked out."""
        return self.session.slow()

    def after_slow(self, slow: Slow, message: Message) -> list[Message]:
        """What is sent of what was worked out."""
        return self.session.after_slow(slow, message)

    def tell(self, messages: list[Message], to: Window | None = None) -> None:
        """Send messages to one browser, or to all that show this board."""
        lines = tuple(self.lines) if to is None else (to,)
        for message in messages:
            texts: dict[str | None, str] = {}
            for line in lines:
                if line.lang not in texts:
                    said = _spoken(message, line.lang)
                    texts[line.lang] = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
                line.tell(texts[line.lang])


def read_json(text: str | bytes) -> object:
    """What a browser sent; None for what is no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _spoken(message: Message, lang: str | None) -> Message:
    """A message as a browser with a language of its own gets it."""
    if lang is None or message["kind"] not in _SPEAKS:
        return message
    return {**message, _SPEAKS[message["kind"]]: lang}


#: A board, and what else who opens it knows of it.
AnyReader = TypeVar("AnyReader", bound=Reader)


class Readers(Generic[AnyReader]):
    """All boards that somebody looks at; whose they are, says who opens them.

    Moves are answered at once, in the thread that serves the page. How sure a plan is takes ten
    times longer: one thread works it out for whoever has waited longest, always for the plan that
    stands then.

    Parameters
    ----------
    store
        Where boards are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._readers: dict[str, AnyReader] = {}
        self._changed: dict[str, AnyReader] = {}
        self._waiting: OrderedDict[str, AnyReader] = OrderedDict()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="slow")
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._work: asyncio.Task[None] | None = None
        self._keeping: asyncio.TimerHandle | None = None

    def take_up(self, reader: AnyReader) -> AnyReader:
        """Take a board in, as it stood when it was kept last, or as its session begins it."""
        session = reader.session
        state = self._store.board(reader.link, session.shared.digest)
        if state is not None:
            reader.restore(state)
        session.saves(lambda each: files_message(files_of(each), saved=False))
        self._readers[reader.link] = reader
        return reader

    def standing(self) -> list[AnyReader]:
        """All boards in the memory."""
        return list(self._readers.values())

    def drop(self, is_over: Callable[[AnyReader], bool]) -> None:
        """Let boards go for good whose company is no more; their browsers come back."""
        for link, reader in list(self._readers.items()):
            if is_over(reader):
                self._changed.pop(link, None)
                self._waiting.pop(link, None)
                del self._readers[link]
                for line in tuple(reader.lines):
                    line.end()

    def known(self, link: str) -> AnyReader | None:
        """A board that is in the memory; it counts as looked at."""
        reader = self._readers.get(link)
        if reader is not None:
            reader.seen = time.monotonic()
        return reader

    def answer(self, reader: AnyReader, line: Window, text: str | bytes) -> None:
        """Do what a browser asks; all that show the board see it, errors only the one."""
        self.do(reader, line, read_json(text))

    def do(self, reader: AnyReader, line: Window, asked: object) -> None:
        """Do what was read of a message; see `answer`."""
        before = reader.session.turn
        messages = reader.answer(line, asked)
        reader.seen = time.monotonic()
        if reader.session.turn == before:
            reader.tell(messages, line)
        else:
            views = [message for message in messages if message["kind"] != "files"]
            reader.tell(views)
            reader.tell([message for message in messages if message["kind"] == "files"], line)
            self._changed[reader.link] = reader
            self._keep_soon()
        self._rest_soon(reader)

    # What is slow

    def _rest_soon(self, reader: AnyReader) -> None:
        if reader.rests is not None:
            reader.rests.cancel()
        loop = asyncio.get_running_loop()
        reader.rests = loop.call_later(REST_SECONDS, self._rest, reader)

    def _rest(self, reader: AnyReader) -> None:
        reader.rests = None
        if reader.lines and reader.slow() is not None:
            self._waiting[reader.link] = reader
            if self._work is None or self._work.done():
                self._work = asyncio.get_running_loop().create_task(self._work_out())

    async def _work_out(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            _, reader = self._waiting.popitem(last=False)
            slow = reader.slow()
            # Whoever moves again is asked again once the hand rests.
            if slow is None or reader.rests is not None:
                continue
            began = loop.time()
            try:
                message = await loop.run_in_executor(self._beside, slow.work_out)
                reader.tell(reader.after_slow(slow, message))
                # Colleagues may look at the hours of others.
                if reader.rests is None and reader.slow() is not None:
                    self._waiting[reader.link] = reader
            except Exception as fault:
                # One reader's board must not end the work for the others.
                reader.tell([reader.session.fault(fault)])
            # As long a pause: threads share one interpreter, and moves come first.
            await asyncio.sleep(loop.time() - began)

    # What is kept

    def _keep_soon(self) -> None:
        if self._keeping is None:
            loop = asyncio.get_running_loop()
            self._keeping = loop.call_later(KEEP_SECONDS, self._keep)

    def _keep(self) -> None:
        self._keeping = None
        loop = asyncio.get_running_loop()
        states = self._states()
        done = loop.run_in_executor(self._disk, self._store.put, states)
        changed = {link: self._readers[link] for link in states if link in self._readers}

        def after(written: asyncio.Future[None]) -> None:
            if written.cancelled() or written.exception() is not None:
                # The disk is full or locked: they are tried again with the next change.
                self._changed = changed | self._changed

        done.add_done_callback(after)

    def _states(self) -> dict[str, tuple[str, str]]:
        changed, self._changed = self._changed, {}
        return {
            link: (reader.session.shared.digest, reader.state()) for link, reader in changed.items()
        }

    def forget_idle(self) -> None:
        """Let boards go that nobody has looked at for a while."""
        late = time.monotonic() - IDLE_SECONDS
        for link, reader in list(self._readers.items()):
            if not reader.lines and reader.seen < late and link not in self._changed:
                del self._readers[link]

    def hang_up(self) -> None:
        """End the lines to all browsers."""
        for reader in self._readers.values():
            if reader.rests is not None:
                reader.rests.cancel()
            for line in tuple(reader.lines):
                line.end()

    def close(self) -> None:
        """Write what is not written yet, and end."""
        if self._keeping is not None:
            self._keeping.cancel()
        self._waiting.clear()
        if self._work is not None:
            self._work.cancel()
        self._beside.shutdown(wait=True, cancel_futures=True)
        self._disk.shutdown(wait=True)
        self._store.put(self._states())
        self._store.close()
