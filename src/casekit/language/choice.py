"""Language and currency of the session."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from casekit.errors import InvalidArgument

#: Babel's locale of each language, the fallback first; each language has a folder of texts.
LOCALES = {"en": "en_GB", "ru": "ru_RU"}

#: Codes of the languages the kit speaks.
LANGUAGES: tuple[str, ...] = tuple(LOCALES)

# A plain global, because a context variable set in one notebook cell is lost in the next.
_session: str | None = None
# Overrides of `using`, separate for readers who share a process (a web page).
_override: ContextVar[str | None] = ContextVar("casekit_language", default=None)

#: Label of the currency until a company is loaded.
_currency = "₽"
_currency_override: ContextVar[str | None] = ContextVar("casekit_currency", default=None)


def use_currency(label: str) -> None:
    """Set the currency of this session: that of the company loaded last."""
    global _currency
    _currency = label


def currency() -> str:
    """Label of the currency in which texts tell money unless they are given another."""
    return _currency_override.get() or _currency


def use(name: str) -> None:
    """Set the language of this session.

    Parameters
    ----------
    name
        One of `LANGUAGES`.

    Raises
    ------
    InvalidArgument
        If the kit has no texts in that language.
    """
    global _session
    _session = _known(name)


def current() -> str:
    """Code of the language in use: the one set, else CASEKIT_LANG, else the system's."""
    override = _override.get()
    if override is not None:
        return override
    return _session or choose()


@contextmanager
def using(name: str, currency: str | None = None) -> Iterator[None]:
    """Use another language inside a `with` block, in this thread or task only.

    Parameters
    ----------
    name
        One of `LANGUAGES`.
    currency
        Label of the currency for that time; unchanged if left out.
    """
    token = _override.set(_known(name))
    money = _currency_override.set(currency or _currency_override.get())
    try:
        yield
    finally:
        _currency_override.reset(money)
        _override.reset(token)


def choose(name: str | None = None) -> str:
    """Code of the language asked for, else of CASEKIT_LANG, else of the system.

    Examples
    --------
    >>> choose("ru")
    'ru'
    """
    if name:
        return _known(name)
    for wish in (os.environ.get("CASEKIT_LANG"), *_system_wishes()):
        code = (wish or "").replace("-", "_").split("_")[0].split(".")[0].lower()
        code = _WINDOWS_NAMES.get(code, code)
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


#: Windows names its language where other systems give a code.
_WINDOWS_NAMES = {"russian": "ru", "english": "en"}


def _system_wishes() -> tuple[str | None, ...]:
    environment = tuple(os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return (*environment, locale.getlocale()[0])


def _known(name: str) -> str:
    if name not in LANGUAGES:
        raise InvalidArgument("language-unknown", found=str(name), allowed=", ".join(LANGUAGES))
    return name
