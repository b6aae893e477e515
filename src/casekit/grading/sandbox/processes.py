"""A process tree and the memory it uses, read from `/proc`."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

#: Resident sizes are counted by the system with a small delay.
_CLEARLY_BELOW = 7 / 8


def process_tree(pid: int) -> list[int]:
    """A process and all its descendants, parents first."""
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{each}/task"):
                path = Path(f"/proc/{each}/task/{task}/children")
                found += [int(number) for number in path.read_text(encoding="ascii").split()]
    return found


def tree_exceeds(pid: int, most_mb: float) -> bool:
    """Whether a process tree uses more memory than so many MB.

    Pages that several processes share count once (PSS). To count so the system walks through all
    pages and holds the process meanwhile; where the resident sizes together, in which they count
    each time, lie clearly below, nothing is walked.
    """
    tree = process_tree(pid)
    if sum(map(resident_mb, tree)) <= most_mb * _CLEARLY_BELOW:
        return False
    return sum(map(process_memory_mb, tree)) > most_mb


def process_memory_mb(pid: int) -> float:
    """Proportional set size of a process in MB; 0 if it has ended.

    A process that is not dumpable hides its PSS; then its resident size counts, shared pages
    included.
    """
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        line = next(row for row in rollup.splitlines() if row.startswith("Pss:"))
        return int(line.split()[1]) / 1024
    except PermissionError:
        return resident_mb(pid)
    except (OSError, ValueError, IndexError, StopIteration):
        pass  # the process ended between two reads
    return 0.0


def resident_mb(pid: int) -> float:
    """Resident size of a process in MB, shared pages included; 0 if it has ended."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0
