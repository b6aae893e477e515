"""Notes on a submission: what was joined, left out or overridden, as a key with its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["FOR_INSTRUCTORS", "OF_OTHERS", "SubmissionNote", "plain", "read_notes"]

#: Key of the note on work that holds only the companies of other teams than the list says.
OF_OTHERS = "company-of-others"
#: Notes that name files or packs of others, or say what the participants' pages say in its place.
FOR_INSTRUCTORS = frozenset({
    "namesakes", "overridden", "company-by-name", "company-of-several", OF_OTHERS,
    f"{OF_OTHERS}-accepted", "company-unlisted",
})  # fmt: skip
#: Longest fact, and most names that a fact lists.
_LONGEST, _MOST_LISTED = 200, 6


@dataclass(frozen=True)
class SubmissionNote:
    """Something that the instructor should know.

    Parameters
    ----------
    key
        Of its sentence: the text `note-KEY`.
    facts
        What the sentence names, such as files.
    """

    key: str
    facts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def about(cls, key: str, **facts: Iterable[str] | str | int) -> SubmissionNote:
        """A note whose facts are words, numbers or lists of names; long lists are cut."""
        return cls(key, {name: _told(fact) for name, fact in facts.items()})


def plain(notes: Iterable[SubmissionNote]) -> list[dict[str, Any]]:
    """Notes as the journal keeps them."""
    return [{"key": note.key, "facts": dict(note.facts)} for note in notes]


def read_notes(kept: Iterable[Any]) -> list[SubmissionNote]:
    """Notes as the journal keeps them, each once; what is no note is skipped."""
    found: list[SubmissionNote] = []
    for each in kept:
        if isinstance(each, dict) and isinstance(each.get("key"), str):
            facts = {str(name): str(fact) for name, fact in dict(each.get("facts") or {}).items()}
            note = SubmissionNote(each["key"], facts)
            if note not in found:
                found.append(note)
    return found


def _told(fact: Iterable[str] | str | int) -> str:
    if isinstance(fact, str | int):
        return str(fact)[:_LONGEST]
    names = [str(name)[:_LONGEST] for name in fact]
    rest = [f"+ {len(names) - _MOST_LISTED}"] if len(names) > _MOST_LISTED else []
    return ", ".join([*names[:_MOST_LISTED], *rest])
