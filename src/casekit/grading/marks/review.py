"""What a reader enters: levels for texts, marks given by hand, days late; and whose each row is."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from casekit.grading.marks.scoring import TOP_LEVEL
from casekit.grading.options import Told
from casekit.language import LANGUAGES, text
from casekit.questions import QUESTIONS

__all__ = [
    "LATE", "LONGEST_CELL", "OVERRIDES", "TEXTS", "Override", "Review", "ReviewEntry", "ReviewRow",
    "assign", "level_of", "number_of", "reading_id", "told_by_id",
]  # fmt: skip

#: Tables of the review.
TEXTS, OVERRIDES, LATE = "texts", "overrides", "late"
# No digit, no vowel: a spreadsheet makes neither a number nor a month nor TRUE of it.
_LETTERS = "bcdfghjkmnpqrtvwxz"
_ID_LENGTH = 8
# What workbooks write in place of control characters, and these themselves.
_NO_LETTERS = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x1f\x7f\ufffd]")
#: Facts of a sentence about the review that name a submission.
_WHOSE = ("who", "name")
#: A cell of a workbook takes 32,767 letters; of a longer text the beginning is written.
LONGEST_CELL = 32_000


@dataclass(frozen=True)
class ReviewRow:
    """A row of the review as it was entered.

    Parameters
    ----------
    table
        One of `TEXTS`, `OVERRIDES`, `LATE`.
    id, name
        Whose it is; either may be empty.
    question
        Name of the question; empty for days late.
    text
        The text that was read.
    entered
        Level, points or days, as typed.
    words
        Comment or reason.
    """

    table: str
    id: str = ""
    name: str = ""
    question: str = ""
    text: str = ""
    entered: str = ""
    words: str = ""

    @property
    def empty(self) -> bool:
        """Whether the reader entered nothing in it."""
        return not (self.entered or self.words)


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
        return _bare(self.text) == _bare(text)


@dataclass(frozen=True)
class Override:
    """A mark given by hand, which stays until its row is deleted.

    Parameters
    ----------
    points
        In place of those that were worked out.
    reason
        Why; participants read it.
    """

    points: float
    reason: str


@dataclass
class Review:
    """All that readers entered, by submission.

    Parameters
    ----------
    texts
        By submission and question.
    overrides
        By submission and question.
    late
        Days late by submission; 0 excuses.
    rows
        Rows that hold something, with the id and name of their submission; so they are written.
    told
        What could not be used, or was taken in another way than it was entered.
    """

    texts: dict[str, dict[str, ReviewEntry]] = field(default_factory=dict)
    overrides: dict[str, dict[str, Override]] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    rows: list[ReviewRow] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def reading_id(name: str) -> str:
    """The id of a submission in the review: letters that no spreadsheet changes.

    Examples
    --------
    >>> reading_id("03")
    'cggf-zxmq'
    """
    digest = hashlib.sha256(_same(name).encode("utf-8", "replace")).digest()
    number, letters = int.from_bytes(digest[:8], "big"), ""
    for _ in range(_ID_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{letters[:4]}-{letters[4:]}"


def assign(
    rows: Iterable[ReviewRow], names: Sequence[str], texts: Mapping[str, Mapping[str, str]]
) -> Review:
    """Find whose each row is, and what it says; of two rows about one thing the later counts.

    Parameters
    ----------
    rows
        As they were read.
    names
        Of all submissions.
    texts
        Texts to read, by question and submission.
    """
    review = Review()
    by_id = {reading_id(name): name for name in names}
    by_name = {_same(name): name for name in names}
    kept: dict[tuple[str, str, str], ReviewRow] = {}
    for row in rows:
        whose = _owner(row, by_id, by_name, texts, review.told)
        if row.empty:
            continue
        known = row.table == LATE or row.question in QUESTIONS
        if not whose or not known:
            facts = {"who": row.name or row.id, "question": row.question, "entered": _entered(row)}
            review.told.append(("review-nobodys" if not whose else "review-no-question", facts))
        place = (row.table, whose or row.id or row.name, row.question)
        before = kept.get(place)
        if before and before.entered and row.entered and before.entered != row.entered:
            facts = {"who": whose or row.name, "question": row.question,
                     "one": before.entered, "other": row.entered}  # fmt: skip
            review.told.append(("review-two-rows", facts))
        elif before:
            row = _joined(before, row)
        kept[place] = replace(row, id=reading_id(whose), name=whose) if whose else row
    review.rows = list(kept.values())
    for row in review.rows:
        if row.name in names and (row.table == LATE or row.question in QUESTIONS):
            _take(review, row)
    return review


def told_by_id(told: Iterable[Told], names: Iterable[str]) -> list[Told]:
    """The same sentences with ids for names: a blind reader's rows are known by nothing else.

    Parameters
    ----------
    told
        About the review.
    names
        Of all submissions.
    """
    ids = {name: reading_id(name) for name in names}
    return [
        (
            key,
            {fact: ids.get(said, said) if fact in _WHOSE else said for fact, said in facts.items()},
        )
        for key, facts in told
    ]


def _owner(
    row: ReviewRow,
    by_id: Mapping[str, str],
    by_name: Mapping[str, str],
    texts: Mapping[str, Mapping[str, str]],
    told: list[Told],
) -> str:
    """The submission of a row; empty if it is nobody's."""
    # In a table of one's own, such as marks by hand, a name may stand where the id belongs.
    found = by_id.get(row.id.lower()) or by_name.get(_same(row.id))
    if found:
        return found
    named = by_name.get(_same(row.name), "")
    # Without an id, a name may have been changed by a spreadsheet: 03 becomes 3, 1-2 a date. Then
    # the text says whose it is, if it is one person's alone.
    written = texts.get(row.question, {})
    text = _bare(row.text)
    if row.table != TEXTS or not text or (named and _bare(written.get(named, "")) == text):
        return named
    same = [name for name, other in written.items() if _bare(other) == text]
    if len(same) != 1:
        return named
    if not row.empty:
        told.append(("review-by-text", {"who": row.name or row.id, "name": same[0]}))
    return same[0]


def _joined(before: ReviewRow, row: ReviewRow) -> ReviewRow:
    """Two rows about one thing: what is empty in the later is taken from the one before."""
    return ReviewRow(
        **{name: value or getattr(before, name) for name, value in asdict(row).items()}
    )


def _take(review: Review, row: ReviewRow) -> None:
    """Put what a row says where it counts, or say why it cannot."""
    who, facts = row.name, {"who": row.name, "question": row.question, "entered": _entered(row)}
    if row.table == TEXTS:
        entry = ReviewEntry(level_of(row.entered), row.words, row.entered, row.text)
        review.texts.setdefault(who, {})[row.question] = entry
        if entry.unclear:
            review.told.append(("review-level-unclear", facts))
        return
    number = number_of(row.entered)
    if row.table == LATE:
        if number is not None:
            review.late[who] = number
        else:
            review.told.append(("review-days-unclear", facts))
        return
    most = float(QUESTIONS[row.question].points)
    if not most:
        review.told.append(("review-no-points", facts))
    elif number is None or number > most:
        review.told.append(("review-points-unclear", facts | {"most": f"{most:g}"}))
    elif not row.words:
        review.told.append(("review-no-reason", facts))
    else:
        review.overrides.setdefault(who, {})[row.question] = Override(round(number, 2), row.words)


def level_of(entered: str) -> int | None:
    """A level as people enter it: 2, 2.0, 2,0, its word in any language, or both; else None.

    Examples
    --------
    >>> level_of("2,0"), level_of("mostly"), level_of("2 – в основном"), level_of("2 points")
    (2, 2, 2, None)
    """
    number = number_of(entered)
    if number is not None:
        return int(number) if number.is_integer() and number <= TOP_LEVEL else None
    words = {_same(text(f"level-{n}", lang)): n for n in range(TOP_LEVEL + 1) for lang in LANGUAGES}
    match = re.match(r"(?:([0-9])\s*[-–—:.)]?\s+)?(\D+)$", entered.strip())
    level = words.get(_same(match[2])) if match else None
    return level if match and match[1] in (None, str(level)) else None


def number_of(entered: str) -> float | None:
    """A number from 0 on as people type it; None for anything else."""
    match = re.fullmatch(r"\s*([0-9]{1,6})(?:[.,]([0-9]{1,6}))?\s*", entered)
    return float(f"{match[1]}.{match[2] or 0}") if match else None


def _entered(row: ReviewRow) -> str:
    return (row.entered or row.words)[:60]


def _same(name: str) -> str:
    """A name as it is compared: in one normal form, without case and doubled spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _bare(text: str) -> str:
    """A text as it is compared: without what cells cannot keep, and without what stands for it."""
    readable = text[:LONGEST_CELL].encode("utf-8", "ignore").decode("utf-8")
    return "".join(_NO_LETTERS.sub("", readable).replace("?", "").split())
