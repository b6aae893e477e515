"""How much one browser, one person and one address may ask for; a room shares one address."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

__all__ = [
    "ADDRESS",
    "BOARD",
    "GUESSES",
    "LINE",
    "MOST_LINES",
    "PERSON",
    "Bucket",
    "Gate",
    "Rate",
]

#: Lines to browsers in all, and from one address, behind which a whole room may sit.
MOST_LINES = 1200
MOST_LINES_OF_ADDRESS = 800
#: Addresses and people that are remembered; whoever asked longest ago is forgotten first.
MOST_REMEMBERED = 4096


@dataclass(frozen=True)
class Rate:
    """So many at once, and so many a second after that."""

    at_once: float
    a_second: float


#: Messages of one line to the room, of one board's line (a hand that drags a slider), of a person
#: with all lines, and of an address.
LINE, BOARD = Rate(40, 8), Rate(240, 80)
PERSON, ADDRESS = Rate(360, 100), Rate(6000, 1500)
#: Codes that fit nothing, an address: sixty teams mistype now and then. At this rate a machine
#: finds one of sixty codes of six letters within a workshop once in four hundred workshops.
GUESSES = Rate(120, 1)


class Bucket:
    """What is left of a rate.

    Parameters
    ----------
    rate
        The rate.
    clock
        Seconds that only grow.

    Examples
    --------
    >>> seconds = iter([0.0, 0.0, 0.0, 1.0])
    >>> allowance = Bucket(Rate(at_once=1, a_second=1), lambda: next(seconds))
    >>> allowance.take(), allowance.take(), allowance.take()
    (True, False, True)
    """

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._left, self._at = rate.at_once, clock()

    def _fill(self) -> None:
        now = self._clock()
        grown = self._left + (now - self._at) * self._rate.a_second
        self._left, self._at = min(self._rate.at_once, grown), now

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
        self._fill()
        return self._left < 1.0

    def take(self) -> bool:
        """Take one; False where none is left."""
        if self.is_empty:
            return False
        self._left -= 1.0
        return True


class Gate:
    """Counts what comes in by person and by address.

    Parameters
    ----------
    clock
        Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], Bucket] = OrderedDict()
        self._lines: dict[str, int] = {}

    def allowance(self, rate: Rate) -> Bucket:
        """An allowance that the caller keeps, such as a line's."""
        return Bucket(rate, self._clock)

    def takes(self, person: str, address: str) -> bool:
        """Whether one more message is taken of a person and of an address."""
        return self._of("address", address, ADDRESS).take() and (
            not person or self._of("person", person, PERSON).take()
        )

    def may_guess(self, address: str) -> bool:
        """Whether a code of this address is looked at; a wrong one is to be told by `guessed`."""
        return not self._of("guess", address, GUESSES).is_empty

    def guessed(self, address: str) -> None:
        """Count a code that fits nothing."""
        self._of("guess", address, GUESSES).take()

    def opens(self, address: str) -> bool:
        """Whether one more line is taken; it must be told by `closed`."""
        of_address = self._lines.get(address, 0)
        if sum(self._lines.values()) >= MOST_LINES or of_address >= MOST_LINES_OF_ADDRESS:
            return False
        self._lines[address] = of_address + 1
        return True

    def closed(self, address: str) -> None:
        """Count a line that ended."""
        left = self._lines.get(address, 0) - 1
        if left > 0:
            self._lines[address] = left
        else:
            self._lines.pop(address, None)

    def _of(self, kind: str, name: str, rate: Rate) -> Bucket:
        key = kind, name
        if key not in self._known:
            self._known[key] = self.allowance(rate)
        self._known.move_to_end(key)
        while len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return self._known[key]
