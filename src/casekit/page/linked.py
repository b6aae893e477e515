"""Boards of the page: one company, a board for whoever begins one, found again by its link."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from typing import Any

from casekit.board.session import Session
from casekit.board.shared import SharedModel
from casekit.page.readers import Reader, Readers
from casekit.page.store import Store

__all__ = ["LinkedReaders"]


class _Kept:
    """Answers of a reader in the store; the plan stands in the board's state."""

    def __init__(self, store: Store, link: str) -> None:
        self._store, self._link = store, link

    def lines(self) -> list[dict[str, Any]]:
        return self._store.answers(self._link)

    def add(self, line: Mapping[str, Any]) -> None:
        self._store.add_answer(self._link, line)

    def put_plan(self, plan: str) -> None:
        """The plan is kept with the board."""


class LinkedReaders(Readers[Reader]):
    """Boards of one company by links that cannot be guessed.

    Parameters
    ----------
    shared
        The company.
    store
        Where boards are kept.
    lang
        Language of a new board.
    optimum
        Whether boards show the optimum before a commit.
    """

    def __init__(self, shared: SharedModel, store: Store, lang: str, optimum: bool = False) -> None:
        super().__init__(store)
        self.shared, self._lang, self._optimum = shared, lang, optimum

    def warm(self) -> None:
        """Begin to work out what all readers will need; whoever comes need not wait for it."""
        asyncio.get_running_loop().run_in_executor(self._beside, self.shared.warm)

    def new(self) -> str:
        """Link of a new board; it cannot be guessed."""
        link = secrets.token_urlsafe(12)
        reader = self.take_up(Reader(link, self._session(link)))
        self._store.put({link: (self.shared.digest, reader.session.state())})
        return link

    def find(self, link: str) -> Reader | None:
        """The board of a link; None if this company has none."""
        reader = self.known(link)
        if reader is None and self._store.board(link, self.shared.digest) is not None:
            reader = self.take_up(Reader(link, self._session(link)))
        return reader

    def _session(self, link: str) -> Session:
        return Session(self.shared, _Kept(self._store, link), self._lang, self._optimum)
