"""What the package imports is declared in pyproject.toml, and not left to other libraries."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "casekit").rglob("*.py"))


def normal(name: str) -> str:
    """A distribution's name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imports(code: str) -> Iterator[str]:
    """Modules that code imports, also inside functions."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module


def distributions(module: str, known: dict[str, list[str]]) -> set[str]:
    """Distributions a module may come from; of a shared name space the one named like it."""
    found = {normal(name) for name in known.get(module.split(".")[0], ())}
    named = {normal(".".join(module.split(".")[:2]))} & found
    return named or found or {normal(module.split(".")[0])}


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return {normal(re.split(r"[^\w.-]", line)[0]) for line in lines}


def test_every_direct_import_is_declared() -> None:
    known, asked = dict(packages_distributions()), declared()
    missing = {
        f"{path.relative_to(ROOT).as_posix()}: {module}"
        for path in SOURCES
        for module in imports(path.read_text(encoding="utf-8"))
        if module.split(".")[0] not in {"casekit", *sys.stdlib_module_names}
        and not distributions(module, known) & asked
    }
    assert missing == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import numpy as np, zmq", ["numpy", "zmq"]),
        ("def f():\n    from fluent.syntax import ast", ["fluent.syntax"]),
        ("from . import x", []),
    ],
)
def test_nested_imports_are_seen(code: str, found: list[str]) -> None:
    assert list(imports(code)) == found


def test_a_shared_name_space_is_told_apart() -> None:
    known = {"fluent": ["fluent.runtime", "fluent.syntax"], "PIL": ["pillow"]}
    assert distributions("fluent.syntax.ast", known) == {"fluent-syntax"}
    assert distributions("PIL.Image", known) == {"pillow"}
    assert distributions("nowhere.found", known) == {"nowhere"}
