"""Texts by key, with plural rules, from the Fluent files of each language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from casekit.errors import CasekitError, InvalidArgument
from casekit.language.calling import program
from casekit.language.choice import LANGUAGES, LOCALES, currency, current

#: Longer facts are inserted after formatting: Fluent's limit is a thousand characters.
_LONG = 500
#: Where a message, or a comment between two, begins: all else of a message is indented.
_ENTRY = re.compile(r"^(?=[A-Za-z#])", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z][\w-]*")
#: What stands first in braces: a message that is taken in, if there is one of that name.
_NAMED = re.compile(r"\{\s*([A-Za-z][\w-]*)")
_FACT = re.compile(r"\$([A-Za-z][\w-]*)")


@cache
def _sources(lang: str) -> tuple[str, ...]:
    """The files of a language."""
    folder = files("casekit.language") / "texts" / lang
    return tuple(
        source.read_text(encoding="utf-8")
        for source in sorted(folder.iterdir(), key=lambda item: item.name)
        if source.name.endswith(".ftl")
    )


@cache
def _entries(lang: str) -> dict[str, str]:
    """What is written of each message; it is parsed when it is asked for.

    To parse all takes longer than most commands.
    """
    found: dict[str, str] = {}
    for source in _sources(lang):
        for entry in _ENTRY.split(source):
            key = _KEY.match(entry)
            if key:
                found.setdefault(key[0], entry)
    return found


@cache
def _bundle(lang: str) -> FluentBundle:
    """The messages of a language that were asked for so far."""
    # Isolation marks are for web pages; terminals and charts show them as boxes.
    return FluentBundle([LOCALES[lang].replace("_", "-")], use_isolating=False)


def _have(key: str, lang: str) -> bool:
    """Parse a message, and before it those that it takes in; whether there is one."""
    bundle, entries = _bundle(lang), _entries(lang)
    if key in entries and not bundle.has_message(key):
        for other in _NAMED.findall(entries[key]):
            _have(other, lang)
        bundle.add_resource(FluentResource(entries[key]))
    return bool(bundle.has_message(key))


def parse_all() -> None:
    """Parse every message now: for a process whose copies each need many of them."""
    for lang in LANGUAGES:
        _parse(lang)


@cache
def _parse(lang: str) -> None:
    for source in _sources(lang):
        _bundle(lang).add_resource(FluentResource(source))
    _entries(lang)


def read_again() -> None:
    """Take in texts that were built since this process began."""
    for kept in (_sources, _entries, _bundle, _parse):
        kept.cache_clear()


def open_texts(prefixes: tuple[str, ...], lang: str) -> dict[str, str]:
    """Texts whose keys begin with one of several prefixes; facts stay open as `{name}`.

    For those who put facts in elsewhere, such as a browser.

    Examples
    --------
    >>> open_texts(("format-percent",), "en")
    {'format-percent': '{number}%'}
    """
    return {
        key: text(key, lang, **{name: f"{{{name}}}" for name in _facts(key, lang)})
        for key in _entries(lang)
        if key.startswith(prefixes)
    }


def text(key: str, /, lang: str | None = None, **facts: Any) -> str:
    """Sentence or label of a key in the reader's language.

    Parameters
    ----------
    key
        Message key, the same in all languages.
    lang
        Language code; the session's if left out.
    **facts
        What the message names in braces. Numbers are written by the language's rules.
        `currency` is the session's if left out, and `casekit` how the program was called.

    Raises
    ------
    InvalidArgument
        If no text has this key.

    Examples
    --------
    >>> text("activity-retention", lang="en")
    'retention'
    """
    lang = lang or current()
    if not _have(key, lang):
        raise InvalidArgument("text-unknown", found=key)
    bundle = _bundle(lang)
    pattern = bundle.get_message(key).value
    facts["currency"] = facts.get("currency") or currency()
    facts.setdefault("casekit", program())
    # Fluent rejects long facts, such as a list of faults: insert them afterwards.
    long = [name for name, fact in facts.items() if isinstance(fact, str) and len(fact) > _LONG]
    marks = {name: f"\ue000{place}\ue001" for place, name in enumerate(long)}
    written, faults = bundle.format_pattern(pattern, {**facts, **marks})
    if faults:
        raise LookupError(f"text {key!r} ({lang}) lacks a fact: {faults}")
    for name, mark in marks.items():
        written = written.replace(mark, facts[name])
    return str(written)


def has_text(key: str, lang: str | None = None) -> bool:
    """Whether a language has a text with this key."""
    return key in _entries(lang or current())


def keys(lang: str) -> dict[str, frozenset[str]]:
    """Keys of a language with the facts each one names; for the test that languages agree.

    Raises
    ------
    SyntaxError
        If something is no message, or a message is there twice.
    """
    found: set[str] = set()
    for source in _sources(lang):
        for entry in FluentResource(source).body:
            if isinstance(entry, ast.Junk):
                raise SyntaxError(f"{lang}: {entry.content.strip()}")
            if isinstance(entry, ast.Message):
                if entry.id.name in found:
                    raise SyntaxError(f"{lang}: {entry.id.name} twice")
                found.add(entry.id.name)
    return {key: _facts(key, lang) for key in found}


def _facts(key: str, lang: str) -> frozenset[str]:
    """Facts that a message names, or one that it takes in."""
    entries = _entries(lang)
    taken_in = (other for other in _NAMED.findall(entries[key]) if other in entries)
    facts = frozenset(_FACT.findall(entries[key]))
    return facts.union(*(_facts(other, lang) for other in taken_in))


def render_error(error: CasekitError) -> str:
    """Message of an error, in the reader's language."""
    return text(error.key, **error.facts)


def locale() -> Locale:
    """Babel's locale of the reader's language."""
    return Locale.parse(LOCALES[current()])
