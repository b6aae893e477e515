"""Everybody who looks at the room: shown what changed, soon and not too often."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

__all__ = ["Audience", "Onlooker"]

#: Seconds between two views of a browser, and before the first after a change: those who do
#: something at the same moment are shown together.
PAUSE_SECONDS, SOON_SECONDS = 0.25, 0.02
#: Of the time, at most this part goes into views: moves and votes come first.
BUSY_SHARE = 0.25


class Onlooker(Protocol):
    """A browser that looks at the room."""

    lang: str | None
    role: str
    person: str
    key: str

    @property
    def is_guest(self) -> bool:
        """Whether a person looks who has joined."""
        ...

    @property
    def is_behind(self) -> bool:
        """Whether the last view is still on its way."""
        ...

    def show(self, view: dict[str, Any], turn: int, now_ms: int) -> None:
        """Send a view, unless the browser has just that."""
        ...

    def end(self) -> None:
        """End the line."""
        ...


class Audience:
    """The room's lines.

    Parameters
    ----------
    view_of
        What a line is to be shown, given who is here: whole, without turn and clock.
    turn, now_ms
        The number of the last deed, and the server's clock.
    """

    def __init__(
        self,
        view_of: Callable[[Onlooker, frozenset[str]], dict[str, Any]],
        turn: Callable[[], int],
        now_ms: Callable[[], int],
    ) -> None:
        self._view_of, self._turn, self._now = view_of, turn, now_ms
        self.lines: set[Onlooker] = set()
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._not_before = 0.0

    @property
    def here(self) -> frozenset[str]:
        """Ids of the people whose browser is here."""
        return frozenset(line.person for line in self.lines if line.is_guest)

    def greet(self, line: Onlooker) -> None:
        """Take a line in that said hello."""
        self.lines.add(line)
        self.touch()

    def part(self, line: Onlooker) -> None:
        """Let a line go."""
        if line in self.lines:
            self.lines.discard(line)
            self.touch()

    def touch(self) -> None:
        """Something changed: all are shown it soon."""
        if self._timer is None:
            at = max(self._not_before, self._loop.time() + SOON_SECONDS)
            self._timer = self._loop.call_at(at, self._show)

    def _show(self) -> None:
        self._timer = None
        began, left, here = self._loop.time(), False, self.here
        for line in tuple(self.lines):
            if line.is_behind:
                left = True
            else:
                line.show(self._view_of(line, here), self._turn(), self._now())
        took = self._loop.time() - began
        self._not_before = began + max(PAUSE_SECONDS, took / BUSY_SHARE)
        if left:
            # Whoever was still reading is shown what stands then.
            self.touch()

    def hang_up(self) -> None:
        """End all lines."""
        if self._timer is not None:
            self._timer.cancel()
        for line in tuple(self.lines):
            line.end()
