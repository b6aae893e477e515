"""Texts by key, with plural rules, from the Fluent files of each language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from casekit.errors import CasekitError, InvalidArgument
from casekit.language.calling import program
from casekit.language.choice import LOCALES, currency, current

#: Longer facts are inserted after formatting: Fluent's limit is a thousand characters.
_LONG = 500


@cache
def _bundle(lang: str) -> FluentBundle:
    # Isolation marks are for web pages; terminals and charts show them as boxes.
    bundle = FluentBundle([LOCALES[lang].replace("_", "-")], use_isolating=False)
    for resource in _resources(lang):
        bundle.add_resource(resource)
    return bundle


@cache
def _resources(lang: str) -> tuple[Any, ...]:
    """What the files of a language hold, parsed."""
    folder = files("casekit.language") / "texts" / lang
    sources = sorted(folder.iterdir(), key=lambda item: item.name)
    return tuple(
        FluentResource(source.read_text(encoding="utf-8"))
        for source in sources
        if source.name.endswith(".ftl")
    )


def read_again() -> None:
    """Take in texts that were built since this process began."""
    _bundle.cache_clear()
    _resources.cache_clear()


def open_texts(prefixes: tuple[str, ...], lang: str) -> dict[str, str]:
    """Texts whose keys begin with one of several prefixes; facts stay open as `{name}`.

    For those who put facts in elsewhere, such as a browser.

    Examples
    --------
    >>> open_texts(("format-percent",), "en")
    {'format-percent': '{number}%'}
    """
    return {
        key: text(key, lang, **{name: f"{{{name}}}" for name in facts})
        for key, facts in keys(lang).items()
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
    bundle = _bundle(lang)
    if not bundle.has_message(key):
        raise InvalidArgument("text-unknown", found=key)
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
    return bool(_bundle(lang or current()).has_message(key))


def keys(lang: str) -> dict[str, frozenset[str]]:
    """Keys of a language with the facts each one names; for the test that languages agree."""
    from fluent.syntax.visitor import Visitor

    class Names(Visitor):
        """Facts that a message names itself, and messages it takes in whole."""

        def __init__(self) -> None:
            self.facts: set[str] = set()
            self.messages: set[str] = set()

        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
            self.facts.add(node.id.name)

        def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
            self.messages.add(node.id.name)

    found: dict[str, Names] = {}
    for resource in _resources(lang):
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise SyntaxError(f"{lang}: {entry.content.strip()}")
            if isinstance(entry, ast.Message):
                if entry.id.name in found:
                    raise SyntaxError(f"{lang}: {entry.id.name} twice")
                found[entry.id.name] = Names()
                found[entry.id.name].visit(entry)

    def facts(key: str) -> set[str]:
        return found[key].facts.union(*map(facts, found[key].messages))

    return {key: frozenset(facts(key)) for key in found}


def render_error(error: CasekitError) -> str:
    """Message of an error, in the reader's language."""
    return text(error.key, **error.facts)


def locale() -> Locale:
    """Babel's locale of the reader's language."""
    return Locale.parse(LOCALES[current()])
