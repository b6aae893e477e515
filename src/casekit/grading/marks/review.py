"""The review list: texts for a person to read, and the levels and comments entered for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.errors import InvalidArgument
from casekit.grading.files import as_csv, unescape_cell, write_atomically
from casekit.grading.marks.scoring import TOP_LEVEL
from casekit.grading.marks.similar import near_texts

#: The file in which a reader enters levels.
REVIEW = "review.csv"

_HEADS = ("submission", "question", "text", "level", "comment")
#: Encodings in which spreadsheets save CSV: UTF-8 with a mark, or a Russian Windows' code page.
_ENCODINGS = ("utf-8-sig", "cp1251")
_MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class ReviewEntry:
    """What a reader entered for a text.

    Parameters
    ----------
    level
        0 to 3; None if none was entered, or the entry is not a level.
    comment
        In the reader's words.
    entered
        The level as it was typed.
    text
        The text that was read.
    """

    level: int | None = None
    comment: str = ""
    entered: str = ""
    text: str = ""

    @property
    def unclear(self) -> bool:
        """Whether something was entered that is not a level."""
        return bool(self.entered) and self.level is None

    def is_of(self, text: str) -> bool:
        """Whether the reader saw this text, and not an earlier version."""
        return self.text.split() == text.split()


#: Entries by submission and question.
ReviewEntries = dict[str, dict[str, ReviewEntry]]


def read_review(out: Path) -> ReviewEntries:
    """Entries of the review list, in any encoding and separator that spreadsheets use.

    Raises
    ------
    InvalidArgument
        If the file exists and cannot be read as such a list: it must not be overwritten then.
    """
    path = out / REVIEW
    if not path.is_file():
        return {}
    text = _decoded(path.read_bytes())
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    # newline="": texts may contain other line separators, which do not end a row.
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    heads = [(head or "").strip().lower() for head in rows.fieldnames or ()]
    if not set(_HEADS) <= set(heads):
        found = ", ".join(filter(None, heads))[:200]
        raise InvalidArgument(
            "grade-review", file=str(path), found=found, allowed=", ".join(_HEADS)
        )
    rows.fieldnames = heads
    reviews: ReviewEntries = {}
    for row in rows:
        who, question, text, level, comment = (
            unescape_cell((row[head] or "").strip()) for head in _HEADS
        )
        about = reviews.setdefault(who, {})
        # Of two rows about one text the one with an entry counts.
        if question not in about or level or comment:
            about[question] = ReviewEntry(_level(level), comment, level, text)
    return reviews


def write_review(out: Path, texts: Mapping[str, Mapping[str, str]], reviews: ReviewEntries) -> None:
    """Write the list: similar texts next to each other, then entries whose texts are gone.

    Parameters
    ----------
    out
        Folder of the batch.
    texts
        Texts to read, by question and submission.
    reviews
        Entries so far; all of them are written, also those about texts that are gone.
    """
    rows: list[Sequence[str]] = [_HEADS]
    for question, written in texts.items():
        for who in near_texts(written):
            review = reviews.get(who, {}).get(question, ReviewEntry())
            rows.append((who, question, written[who], review.entered, review.comment))
    rows += [
        (who, question, review.text, review.entered, review.comment)
        for who, about in sorted(reviews.items())
        for question, review in about.items()
        if (review.entered or review.comment) and who not in texts.get(question, {})
    ]
    write_atomically(out / REVIEW, as_csv(rows))


def _decoded(content: bytes) -> str:
    if content.startswith(_MARKS_OF_UTF16):
        return content.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _level(entered: str) -> int | None:
    """A level as people type it: 2, 2.0 and 2,0 are equal; None for anything else."""
    try:
        level = float(entered.replace(",", "."))
    except ValueError:
        return None
    return int(level) if level.is_integer() and 0 <= level <= TOP_LEVEL else None
