"""What can go wrong for a person who uses the kit, as one tree.

::

    CasekitError                 a message key and the facts that fill it
    |-- InvalidArgument          a value given to a function or a command cannot be used
    |-- DataError                a folder of company tables cannot be used; knows every fault
    |   |-- DataNotFound         there is no such folder, or it holds no company
    |   `-- MissingTable         this company has no such table; says what it would buy
    |-- AuthoringError           a notebook source cannot be built; names file and cell
    |-- QuestionError            a question that does not exist, or an answer that cannot be read
    |-- GradingError             a notebook or a submission could not be run or read
    `-- WorkplaceError           this computer does not let JupyterLab or the page work

An error carries a *key* and *facts*, never a sentence: the room `language` holds the sentences
and writes them in the reader's language. The package's face joins the two (see
`CasekitError.render`), so that this room needs no other.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any, ClassVar

__all__ = [
    "AuthoringError",
    "CasekitError",
    "DataError",
    "DataNotFound",
    "GradingError",
    "InvalidArgument",
    "MissingTable",
    "QuestionError",
    "WorkplaceError",
    "full_disk",
]

#: No room, no quota left, a file larger than allowed, a disk that is only read.
_FULL = {errno.ENOSPC, errno.EROFS, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class CasekitError(Exception):
    """A mistake that was foreseen: says what happened, what was found and what to do.

    Parameters
    ----------
    key
        Message key in the texts of `casekit.language`.
    **facts
        What fills the message. Numbers stay numbers: the language formats them.
    """

    #: Turns an error into text; set by the package's face to `language.render_error`.
    render: ClassVar[Callable[[CasekitError], str] | None] = None

    def __init__(self, key: str, **facts: Any) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        if self.render is None:
            return f"{self.key} {self.facts}"
        return type(self).render(self)  # type: ignore[misc]

    def _render_traceback_(self) -> list[str]:
        """Show the message alone in a notebook, where a traceback would only frighten."""
        return [str(self)]


class InvalidArgument(CasekitError, ValueError):
    """A value given to a function or a command cannot be used."""


class DataError(CasekitError, ValueError):
    """A folder of company tables cannot be used; `faults` lists every reason."""

    def __init__(self, key: str, faults: tuple[Any, ...] = (), **facts: Any) -> None:
        super().__init__(key, **facts)
        self.faults = faults


class DataNotFound(DataError):
    """There is no such folder, or it holds no company."""


class MissingTable(DataError, AttributeError):
    """The company has no such table, and what was asked for rests on it.

    An `AttributeError` as well, so that `hasattr(case, "deals")` answers as Python expects.
    """


class AuthoringError(CasekitError, ValueError):
    """A notebook source cannot be built; the facts name the file and the cell."""


class QuestionError(CasekitError, ValueError):
    """A question that does not exist, or an answer that cannot be read."""


class GradingError(CasekitError, RuntimeError):
    """A notebook or a submission could not be run or read."""


class WorkplaceError(CasekitError, RuntimeError):
    """What keeps JupyterLab or the page from working on this computer, and what to do."""


def full_disk(error: BaseException | None) -> OSError | None:
    """The error, or the one it follows from, that says that a disk takes no more; None if none."""
    for _ in range(10):
        if error is None:
            break
        if isinstance(error, OSError) and error.errno in _FULL:
            return error
        error = error.__cause__ or error.__context__
    return None
