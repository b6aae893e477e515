"""The cell of a notebook that sets language and company, told from variables of the same name."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Sequence

from casekit.language import LANGUAGES

#: A cell that only sets something is shorter; longer ones are not parsed.
_LONGEST = 2000
_LOAD = re.compile(r"\bload_case\s{0,9}\(")
#: A call that takes the company from the variable which is set.
_LOAD_DATA = re.compile(r"\bload_case\s{0,9}\(\s{0,9}(?:folder\s{0,9}=\s{0,9})?data\b")
_LANG = re.compile(
    r"""(?m)^[ \t]{0,40}(?:lang[ \t]{0,9}=[ \t]{0,9}|(?:ck|casekit)\.language\()["'](\w\w)["']"""
)
#: Companies that a notebook names: in the call, or in the variable that the call takes.
_NAMED = re.compile(
    r"""(?m)(?:\bload_case\s{0,9}\(\s{0,9}(?:folder\s{0,9}=\s{0,9})?|^data[ \t]{0,9}=[ \t]{0,9})"""
    r"""[rR]?["']([^"'\n]{1,200})["']"""
)
_FILE = re.compile(r"\.\w{1,5}$")
_MOST_NAMED = 5


def setting_of(sources: Sequence[str]) -> int | None:
    """Position of the cell that sets language and company and does nothing else, if there is one.

    A variable `data` of one's own is none: what is set must be nothing or a path, before a
    company is loaded, and together with `lang` or for `load_case(data)`.

    Parameters
    ----------
    sources
        Text of each cell; empty for what is no code.
    """
    for place, source in enumerate(sources):
        names = _only_sets(source)
        if "data" in names and ("lang" in names or any(map(_LOAD_DATA.search, sources))):
            return place
        if _LOAD.search(source):
            return None
    return None


def language_of(sources: Sequence[str], setting: int | None) -> str:
    """Language that a notebook's code sets, in the cell for it or elsewhere; empty if none."""
    ordered = sources if setting is None else [sources[setting], *sources]
    told = (found[1] for source in ordered for found in _LANG.finditer(source))
    return next((lang for lang in told if lang in LANGUAGES), "")


def companies_named(sources: Sequence[str]) -> tuple[str, ...]:
    """Folders of companies that a notebook loads by name, as they are written, each once."""
    found = (name[1].strip() for source in sources for name in _NAMED.finditer(source))
    return tuple(dict.fromkeys(name for name in found if not _FILE.search(name)))[:_MOST_NAMED]


def _only_sets(source: str) -> set[str]:
    """Names that a cell sets to plain values, if it does nothing else; else none."""
    if len(source) > _LONGEST or source.lstrip().startswith("%%"):
        return set()
    # Magics and commands of the shell are no Python, and set nothing.
    code = re.sub(r"(?m)^[ \t]*[%!].*$", "", source)
    try:
        with warnings.catch_warnings():
            # A Windows path without the letter r is a warning, and is taken all the same.
            warnings.simplefilter("ignore")
            statements = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    names: set[str] = set()
    for statement in statements:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        pairs = _pairs(statement)
        if not pairs:
            return set()
        for name, value in pairs:
            if name == "data" and not (value is None or isinstance(value, str)):
                return set()
            names.add(name)
    return names


def _pairs(statement: ast.stmt) -> list[tuple[str, object]]:
    """Names and plain values of an assignment; none for anything else."""
    if isinstance(statement, ast.Assign):
        targets, value = statement.targets, statement.value
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets, value = [statement.target], statement.value
    else:
        return []
    found: list[tuple[str, object]] = []
    for target in targets:
        many = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
        names = target.elts if many and isinstance(target, ast.Tuple) else [target]
        values = value.elts if many and isinstance(value, ast.Tuple) else [value]
        if len(names) != len(values):
            return []
        for name, given in zip(names, values, strict=True):
            if not isinstance(name, ast.Name) or not isinstance(given, ast.Constant):
                return []
            found.append((name.id, given.value))
    return found
