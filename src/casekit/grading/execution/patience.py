"""How long a submission's cells are waited for: a loop without end is waited for once."""

from __future__ import annotations

#: Seconds for a cell whose text has not ended before, on the other company or in another place:
#: enough for what stands before its loop.
_KNOWN = 0.5
#: However many cells did not end, another one gets this share of a cell's time, or a second.
_FLOOR_SHARE, _FLOOR = 0.05, 1.0


class Patience:
    """Time of each cell of one submission, over all of its notebooks and both companies.

    The first cell that does not end takes the whole time of a cell. With each further one the time
    is halved, and a cell with the same text gets next to none: together they cost about two cells.

    Parameters
    ----------
    seconds
        Longest time of a cell.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._endless: set[str] = set()

    def of(self, source: str) -> float:
        """Seconds for a cell with this text."""
        if source in self._endless:
            return min(self._seconds, _KNOWN)
        floor = max(_FLOOR, self._seconds * _FLOOR_SHARE)
        return min(self._seconds, max(floor, self._seconds * 0.5 ** len(self._endless)))

    def ran_out(self, source: str, seconds: float) -> None:
        """Note that a cell with this text did not end within the seconds that it took.

        One that was cut short by the end of the notebook's time may have been about to end.
        """
        if seconds >= self.of(source):
            self._endless.add(source)
