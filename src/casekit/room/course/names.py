"""Names that people type: cleaned, measured, compared; and codes that nobody misreads."""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

from casekit.errors import InvalidArgument

__all__ = [
    "CODE_LETTERS",
    "clean_code",
    "clean_name",
    "clean_text",
    "file_name",
    "hashed",
    "new_code",
    "same_as",
]

#: Letters of a name.
LONGEST_NAME = 40
#: Letters and digits that look alike on no screen and are not mixed up when they are called out.
CODE_LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"
#: Letters of a code.
CODE_LENGTH = 6
#: On a Russian keyboard these look like letters of a code.
_TYPED = str.maketrans("АСЕНКМРТУХ", "ACEHKMPTYX")
#: What counts as a letter and shows nothing.
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def clean_text(found: object, key: str, longest: int) -> str:
    """A line of text in normal form, with single blanks and nothing that cannot be seen.

    Raises
    ------
    InvalidArgument
        With `key` if it is no text or empty, with `key` and `-long` if it is too long, with
        `key` and `-letters` if it holds what cannot be shown.
    """
    if not isinstance(found, str):
        raise InvalidArgument(key)
    # Longer than any that is taken even with blanks: normalising it would cost time.
    if len(found) > 10 * longest:
        raise InvalidArgument(f"{key}-long", length=len(found), longest=longest)
    words = unicodedata.normalize("NFC", " ".join(found.split()))
    if not all(letter.isprintable() for letter in words):
        raise InvalidArgument(f"{key}-letters")
    if len(words) > longest:
        raise InvalidArgument(f"{key}-long", length=len(words), longest=longest)
    if not any(letter.isalnum() and letter not in _INVISIBLE for letter in words):
        raise InvalidArgument(key)
    return words


def clean_name(found: object) -> str:
    """Name of a person or a team.

    Raises
    ------
    InvalidArgument
        If it is empty, too long, or holds what cannot be shown.

    Examples
    --------
    >>> clean_name("  Анна   из Томска ")
    'Анна из Томска'
    """
    return clean_text(found, "room-name", LONGEST_NAME)


def same_as(name: str) -> str:
    """What two names share that a reader takes for one.

    Examples
    --------
    >>> same_as("Север") == same_as("СЕВЕР")
    True
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def file_name(name: str) -> str:
    """A name as part of a file's name on any system: letters, figures, dashes; may be empty.

    Examples
    --------
    >>> file_name('Тихая гавань: "мы" / они')
    'Тихая-гавань-мы-они'
    """
    return re.sub(r"[\W_]+", "-", name).strip("-")


def new_code() -> str:
    """Code of a team or a room: six letters, one of some three hundred million."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def clean_code(found: object) -> str:
    """A code as it was typed: small letters, Russian ones, blanks and dashes are no fault.

    Raises
    ------
    InvalidArgument
        If it cannot be a code.
    """
    typed = found if isinstance(found, str) else ""
    code = typed[:LONGEST_NAME].upper().translate(_TYPED).replace(" ", "").replace("-", "")
    if len(code) != CODE_LENGTH or not set(code) <= set(CODE_LETTERS):
        raise InvalidArgument("room-code-shape", found=typed[:LONGEST_NAME])
    return code


def hashed(secret: str) -> str:
    """What is kept of a secret: enough to know it again, not enough to use it."""
    return hashlib.sha256(f"casekit room {secret}".encode()).hexdigest()
