"""Boards of all readers in one file (SQLite), so that a link outlives a reload and a restart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

__all__ = ["Store"]

_TABLES = """
CREATE TABLE IF NOT EXISTS boards (
    link TEXT PRIMARY KEY, company TEXT NOT NULL, state TEXT NOT NULL,
    changed TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE IF NOT EXISTS answers (
    number INTEGER PRIMARY KEY, link TEXT NOT NULL, line TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS answers_of ON answers (link);
"""


class Store:
    """What is kept of readers: a board by its link, and every answer.

    Used from one thread at a time, whichever; a lock sees to that.

    Parameters
    ----------
    path
        The file; made if there is none. For this user's eyes alone.

    Raises
    ------
    OSError
        If the file cannot be made or is no store.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        self._lock = Lock()
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        try:
            # A crash of this process loses nothing; a power cut the last moment at most.
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.executescript(_TABLES)
        except sqlite3.Error as error:
            self._base.close()
            raise OSError(str(error)) from error

    def board(self, link: str, company: str) -> str | None:
        """State of a board; None where this company has none of that link."""
        with self._lock:
            row = self._base.execute(
                "SELECT state FROM boards WHERE link = ? AND company = ?", (link, company)
            ).fetchone()
        return None if row is None else str(row[0])

    def put(self, states: Mapping[str, tuple[str, str]]) -> None:
        """Keep boards by link, each with its company and its state, all of them or none.

        Raises
        ------
        OSError
            If they cannot be written.
        """
        rows = [(link, *kept) for link, kept in states.items()]
        self._write(
            "INSERT INTO boards (link, company, state) VALUES (?, ?, ?) ON CONFLICT (link) DO "
            "UPDATE SET company = excluded.company, state = excluded.state, "
            "changed = CURRENT_TIMESTAMP",
            rows,
        )

    def answers(self, link: str) -> list[dict[str, Any]]:
        """Answers of a board, oldest first."""
        with self._lock:
            rows = self._base.execute(
                "SELECT line FROM answers WHERE link = ? ORDER BY number", (link,)
            ).fetchall()
        return [json.loads(row[0]) for row in rows]

    def add_answer(self, link: str, line: Mapping[str, Any]) -> None:
        """Append an answer of a board.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        row = link, json.dumps(line, ensure_ascii=False)
        self._write("INSERT INTO answers (link, line) VALUES (?, ?)", [row])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def _write(self, statement: str, rows: Sequence[tuple[str, ...]]) -> None:
        try:
            with self._lock:
                self._base.execute("BEGIN IMMEDIATE")
                try:
                    self._base.executemany(statement, rows)
                except BaseException:
                    self._base.execute("ROLLBACK")
                    raise
                self._base.execute("COMMIT")
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
