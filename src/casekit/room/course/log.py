"""The log of a room: every deed in one SQLite file, on the disk before anybody is told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from casekit.errors import WorkplaceError

__all__ = ["FACILITATOR", "SERVER", "Log", "RoomDeed"]

#: Who does deeds, beside people.
FACILITATOR, SERVER = "facilitator", "server"
#: Written into the file's head, so that another program's file is not taken for a room.
APPLICATION, VERSION = 0x6361736B, 1
_TABLE = """
CREATE TABLE deeds (
    number INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, by TEXT NOT NULL, id TEXT NOT NULL,
    do TEXT NOT NULL, facts TEXT NOT NULL
)
"""


@dataclass(frozen=True)
class RoomDeed:
    """One thing done in the room; its number is its place in the log.

    Parameters
    ----------
    by
        Id of the person, `FACILITATOR` or `SERVER`.
    do
        Its name.
    facts
        What it takes, plain JSON.
    at_ms
        When, milliseconds since 1970.
    id
        As the browser gave it: who sends it again under the same id is answered and nothing more
        is done.
    """

    by: str
    do: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    at_ms: int = 0
    id: str = ""


class Log:
    """Deeds in their order; nothing is ever changed or taken out.

    Used by one thread at a time, whichever; a lock sees to that. It holds the file alone while it
    is open, and a process that is killed lets it go.

    Parameters
    ----------
    path
        The file; made if there is none. For this user's eyes alone.

    Raises
    ------
    WorkplaceError
        If the file cannot be made or read, is no room's, was written by a newer kit, or is held by
        another server.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            self._base = sqlite3.connect(
                path, timeout=1.0, check_same_thread=False, isolation_level=None
            )
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error
        try:
            self._prepare()
        except (sqlite3.Error, WorkplaceError) as error:
            self._base.close()
            if isinstance(error, WorkplaceError):
                raise
            raise self._unusable(error) from error

    def _prepare(self) -> None:
        base = self._base
        # Held by one process for as long as it runs: two servers on a file would each tell half.
        base.execute("PRAGMA locking_mode=EXCLUSIVE")
        tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        application = base.execute("PRAGMA application_id").fetchone()[0]
        # Another program's file is left as it is.
        if tables and application != APPLICATION:
            raise WorkplaceError("room-file-strange", file=str(self._path))
        base.execute("PRAGMA journal_mode=WAL")
        # A power cut loses nothing that was told, on Macs neither.
        base.execute("PRAGMA synchronous=FULL")
        base.execute("PRAGMA fullfsync=ON")
        base.execute("BEGIN IMMEDIATE")
        if not tables:
            base.execute(_TABLE)
            base.execute(f"PRAGMA application_id={APPLICATION}")
            base.execute(f"PRAGMA user_version={VERSION}")
        base.execute("COMMIT")
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            raise WorkplaceError("room-file-newer", file=str(self._path))

    def deeds(self) -> list[RoomDeed]:
        """Every deed, oldest first.

        Raises
        ------
        WorkplaceError
            If the file cannot be read, or a deed is missing from its middle.
        """
        try:
            with self._lock:
                rows = self._base.execute(
                    "SELECT number, by, do, facts, at_ms, id FROM deeds ORDER BY number"
                ).fetchall()
            deeds = [RoomDeed(by, do, json.loads(facts), at, i) for _, by, do, facts, at, i in rows]
        except (sqlite3.Error, ValueError) as error:
            raise self._unusable(error) from error
        if [row[0] for row in rows] != list(range(1, len(rows) + 1)):
            raise WorkplaceError("room-file-gap", file=str(self._path))
        return deeds

    def append(self, deeds: Sequence[RoomDeed]) -> None:
        """Append deeds in their order, all or none; they are on the disk when this returns.

        Raises
        ------
        OSError
            If they cannot be written: then none of them is there.
        """
        rows = [(deed.at_ms, deed.by, deed.id, deed.do, json.dumps(deed.facts)) for deed in deeds]
        try:
            with self._lock:
                self._base.execute("BEGIN IMMEDIATE")
                try:
                    self._base.executemany(
                        "INSERT INTO deeds (at_ms, by, id, do, facts) VALUES (?, ?, ?, ?, ?)", rows
                    )
                    self._base.execute("COMMIT")
                except BaseException:
                    if self._base.in_transaction:
                        self._base.execute("ROLLBACK")
                    raise
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        """Close the file; what the journal holds goes into it."""
        with self._lock:
            self._base.close()

    def _unusable(self, error: Exception) -> WorkplaceError:
        file, name = str(self._path), getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return WorkplaceError("room-file-open", file=file)
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            return WorkplaceError("room-file-strange", file=file)
        return WorkplaceError("room-file-unusable", file=file, why=str(error))
