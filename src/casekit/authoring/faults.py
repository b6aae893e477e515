"""Faults of a notebook's source or run, collected so that all are reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from casekit import language
from casekit.errors import AuthoringError

__all__ = ["SourceFault", "refuse"]


@dataclass(frozen=True)
class SourceFault:
    """One fault of a source.

    Parameters
    ----------
    key
        Message key in the texts of `casekit.language`.
    facts
        What fills the message; `file`, `cell` and `line` tell the place.
    """

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return language.text(self.key, **self.facts)


def refuse(key: str, faults: Iterable[SourceFault]) -> NoReturn:
    """Raise one error that lists every fault.

    Parameters
    ----------
    key
        Message key of the summary; it may name `count` and `listing`.
    faults
        What was found; kept as the fact `faults` for those who want to look closer.

    Raises
    ------
    AuthoringError
        Always.
    """
    found = tuple(faults)
    listing = "\n".join(f"- {fault}" for fault in found)
    raise AuthoringError(key, faults=found, count=len(found), listing=listing)
