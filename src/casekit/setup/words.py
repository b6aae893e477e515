"""What the set-up says, in the reader's language, on any terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence

from casekit.setup.places import FIRST_PYTHON, HERE, LAST_PYTHON, SITE, VERSION
from casekit.setup.words_en import ENGLISH
from casekit.setup.words_ru import RUSSIAN

__all__ = ["TEXTS", "Stop", "choose_language", "example", "say", "speak", "start_words", "word"]

TEXTS = {"en": ENGLISH, "ru": RUSSIAN}
_spoken = {"lang": "en"}


class Stop(Exception):
    """The set-up cannot go on; its text says why and what to do.

    Parameters
    ----------
    key
        Text to say.
    facts
        What fills it.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(word(key, **facts))
        self.key = key


def choose_language(arguments: Sequence[str]) -> str:
    """The language asked for, else the system's."""
    asked = re.search(r"--lang[= ](\w+)", " ".join(arguments))
    names = ("CASEKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    wishes = [asked and asked[1], *map(os.environ.get, names)]
    if sys.platform == "win32":
        import ctypes

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        wishes.append({0x19: "ru"}.get(code))
    return next((w[:2].lower() for w in wishes if w and w[:2].lower() in TEXTS), "en")


def speak(lang: str) -> None:
    """Say what follows in this language, or in English where the terminal lacks its letters."""
    try:  # a row of question marks helps nobody
        "Я✓".encode(sys.stdout.encoding or "ascii")
    except UnicodeError:
        try:
            "Я".encode(sys.stdout.encoding or "ascii")
        except UnicodeError:
            lang = "en"
    _spoken["lang"] = lang


def word(key: str, **facts: object) -> str:
    """A text by its key."""
    common = {"site": SITE, "folder": HERE, "found": VERSION, "best": example()}
    common |= {"first": f"3.{FIRST_PYTHON[1]}", "last": f"3.{LAST_PYTHON[1]}"}
    common["start"] = start_words()
    return TEXTS[_spoken["lang"]][key].format(**{**common, **facts})


def start_words() -> str:
    """What a reader of the README types before a verb, on this computer."""
    return "py start.py" if os.name == "nt" else "python3 start.py"


def example() -> str:
    """The Python that people who have none are told to install."""
    return f"{LAST_PYTHON[0]}.{LAST_PYTHON[1] - 1}"


def say(text: str, end: str = "\n") -> None:
    """Print; a letter that the terminal lacks becomes a question mark, never an error."""
    encoding = sys.stdout.encoding or "ascii"
    data = (text + end).encode(encoding, "replace")
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
