"""The reference page: every public name with its call, what it is for, and an example."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from casekit.language import text, using

__all__ = ["SECTIONS", "public_names", "reference"]

#: Modules whose public names are listed, by the name under which notebooks call them.
SECTIONS = {
    "ck": "casekit",
    "ck.analysis": "casekit.analysis",
    "ck.charts": "casekit.charts",
    "ck.later": "casekit.later",
    "ck.model": "casekit.model",
}


def public_names() -> Iterator[tuple[str, str]]:
    """Every public name with the section it stands in; a section itself is no entry."""
    for section, module in SECTIONS.items():
        for name in import_module(module).__all__:
            if f"{section}.{name}" not in SECTIONS:
                yield section, name


def reference(lang: str) -> str:
    """Reference as a Markdown page.

    Headings and the introduction are in the page's language; descriptions are the docstrings of
    the code.

    Parameters
    ----------
    lang
        Language of the page.
    """
    with using(lang):
        parts = [f"# {text('reference-title')}", text("reference-lead")]
        for section, module in SECTIONS.items():
            parts.append(f"## `{section}`: {text('reference-' + section.replace('.', '-'))}")
            names = sorted(name for found, name in public_names() if found == section)
            for name in names:
                parts.extend(_entry(f"{section}.{name}", getattr(import_module(module), name)))
    return "\n\n".join(parts) + "\n"


def _entry(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, ModuleType):
        # A room that can be called, such as `ck.language`.
        value = type(value).__call__
    if not callable(value):
        yield f"### `{name}`"
        yield f"`{_constant(value)}`"
        return
    words = inspect.getdoc(value) or ""
    yield f"### `{name}{_call(value)}`"
    yield " ".join(words.partition("\n\n")[0].split())
    # Code alone: what it prints may be an answer.
    example = re.findall(r"^ *(?:>>>|\.\.\.) ?(.*)", words, re.MULTILINE)
    if example:
        yield "\n".join(["```python", *example, "```"])


def _call(value: Callable[..., Any]) -> str:
    """Parameters with their defaults, without types."""
    signature = inspect.signature(value)
    plain = [
        each.replace(annotation=each.empty, default=_default(each.default))
        for each in signature.parameters.values()
        if each.name != "self"
    ]
    return str(signature.replace(parameters=plain, return_annotation=signature.empty))


def _default(value: Any) -> Any:
    """A default as it is printed; one whose text would name an address in memory as `...`."""
    named = value is inspect.Parameter.empty or not repr(value).startswith("<")
    return value if named else ...


def _constant(value: Any) -> str:
    return ", ".join(map(repr, value)) if isinstance(value, dict) else repr(value)
